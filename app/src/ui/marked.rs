//! Words with what was put in and taken out: seen by underline and strike, and heard by a word before each.

use super::diff::Change;
use leptos::prelude::*;
use model::domain::language::{Language, Locale};
use model::i18n::t::common as t;

/// Which of the two are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    Both,
    /// The later words alone.
    PutIn,
    /// The earlier words alone.
    TakenOut,
}

/// Words that were put in. What is said of them stands in the style, so that it is not copied with them.
pub fn put_in(l: Locale, words: impl Into<String>) -> AnyView {
    view! { <ins data-said=t::marked_put_in(l)>{words.into()}</ins> }.into_any()
}

/// Words that were taken out; `language`: where it is another than that of the words around them.
pub fn taken_out(l: Locale, words: impl Into<String>, language: Option<Language>) -> AnyView {
    let (lang, dir) = (language.map(Language::code), language.map(|language| language.direction().as_str()));
    view! { <del data-said=t::marked_taken_out(l) lang=lang dir=dir>{words.into()}</del> }.into_any()
}

/// What leads from words in `old` to words in `new`.
pub fn marked(l: Locale, changes: &[Change], (old, new): (Language, Language), marks: Marks) -> Vec<AnyView> {
    let other = (old != new).then_some(old);
    changes
        .iter()
        .filter_map(|change| match change {
            Change::Same(words) => Some(words.clone().into_any()),
            Change::In(words) => (marks != Marks::TakenOut).then(|| put_in(l, words)),
            Change::Out(words) => (marks != Marks::PutIn).then(|| taken_out(l, words, other)),
        })
        .collect()
}
