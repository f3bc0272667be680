//! The only place that writes a text area. Leptos does not escape the children of `<textarea>`; this does.

use super::fields::{FieldSpec, field};
use leptos::prelude::*;
use model::domain::language::{Language, Locale};

/// Several lines of text. `lang_dir` is the language of the words, where it is known; `long` sets it as a text to write in.
pub fn text_area(l: Locale, spec: FieldSpec<'_>, rows: u32, lang_dir: Option<Language>, long: bool) -> AnyView {
    with_bar(l, spec, rows, lang_dir, long, ().into_any())
}

/// A long text in Markdown, with the bar that writes its marks. The page must load islands.
pub fn markdown_area(l: Locale, spec: FieldSpec<'_>, rows: u32, lang_dir: Option<Language>) -> AnyView {
    let bar = super::markdown_bar(l, &spec.id());
    with_bar(l, spec, rows, lang_dir, true, bar)
}

/// A text area with an island of its own right before it.
pub fn text_area_with(l: Locale, spec: FieldSpec<'_>, rows: u32, lang_dir: Option<Language>, companion: AnyView) -> AnyView {
    with_bar(l, spec, rows, lang_dir, false, companion)
}

fn with_bar(l: Locale, spec: FieldSpec<'_>, rows: u32, lang_dir: Option<Language>, long: bool, bar: AnyView) -> AnyView {
    // An HTML parser drops the first line break after the tag: it gets one of ours instead of the author's.
    let content = format!("\n{}", html_escape::encode_text(spec.value));
    let control = view! {
        {bar}
        <textarea
            id=spec.id()
            name=spec.name.to_owned()
            class=long.then_some("long")
            rows=rows.to_string()
            lang=lang_dir.map(Language::code)
            dir=lang_dir.map_or("auto", |language| language.direction().as_str())
            autocomplete=spec.autocomplete.or(Some("off"))
            required=spec.required
            aria-invalid=spec.invalid()
            aria-describedby=spec.described_by()
            inner_html=content
        ></textarea>
    };
    field(l, &spec, "field field--long", control.into_any())
}
