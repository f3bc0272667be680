//! The fields of a sentence, and a sentence as it reads.

use crate::ui::{self, FieldSpec};
use leptos::prelude::*;
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::summary::{Gap, MANY, MARK};
use model::forms::{FormState, SentenceForm};
use model::i18n::t::{moderation as m, sentences as t};
use model::labels;
use model::portal::{InputLine, SentenceLine, SourceLine};
use model::routes;

/// The labels of the fields, for the list of what is wrong.
pub fn names(l: Locale) -> [(&'static str, &'static str); 3] {
    [
        (SentenceForm::TEXT, t::sentence_text(l)),
        (SentenceForm::LANGUAGE, t::sentence_language(l)),
        (SentenceForm::SOURCES, t::sentence_sources(l)),
    ]
}

/// The fields. `own`: whether the writer may write in the chair's own words.
pub fn fields(l: Locale, state: &FormState<SentenceForm>, own: bool) -> AnyView {
    let form = &state.form;
    let hint = t::sentence_text_hint(l, MARK);
    let text = FieldSpec::of(state, SentenceForm::TEXT, t::sentence_text(l), Some(&hint), &form.text);
    let language = FieldSpec::of(state, SentenceForm::LANGUAGE, t::sentence_language(l), None, &form.language);
    let languages: Vec<_> =
        Locale::ALL.iter().map(|one| (one.code().to_owned(), labels::language_name(l, one.language()).to_owned())).collect();
    let sources =
        FieldSpec::of(state, SentenceForm::SOURCES, t::sentence_sources(l), Some(t::sentence_sources_hint(l)), &form.sources).optional();
    let opens = FieldSpec::of(state, SentenceForm::OPENS, t::sentence_opens(l), None, SentenceForm::YES).optional();
    let own = own.then(|| {
        let spec = FieldSpec::of(state, SentenceForm::OWN, t::sentence_own(l), Some(t::sentence_own_hint(l)), SentenceForm::YES);
        ui::checkbox(spec.optional(), form.own == SentenceForm::YES)
    });
    let written_in = Locale::from_code(&form.language).map(Locale::language);
    view! {
        {ui::text_area(l, text, 3, written_in, false)}
        {ui::select(l, language, &languages)}
        {ui::text_area(l, sources, 3, None, false)}
        {own}
        {ui::checkbox(opens, form.opens == SentenceForm::YES)}
    }
    .into_any()
}

/// The box that cites an input.
pub fn tick(l: Locale, line: &InputLine, ticked: &[String]) -> AnyView {
    let value = SentenceForm::cite(line.kind, line.item);
    let id = format!("cite-{}", line.item);
    let checked = ticked.contains(&value);
    view! {
        <span class="choice">
            <input type="checkbox" id=id.clone() name=SentenceForm::CITE value=value checked=checked/>
            <label for=id>{t::sentence_cite(l)}<span class="visually-hidden">": "{line.organisation.name.clone()}" – "{title(l, line.kind, &line.title)}</span></label>
        </span>
    }
    .into_any()
}

fn title(l: Locale, kind: ItemKind, title: &str) -> String {
    match kind {
        ItemKind::Paper => title.to_owned(),
        ItemKind::Comment => m::queue_comment_on(l, title),
    }
}

/// A sentence as it reads, with what is wrong with it.
pub fn sentence(l: Locale, line: &SentenceLine, all: usize) -> AnyView {
    let language = line.words.language;
    let words = labels::sentence(language, &line.words.text, line.organisations, all);
    let own = line.words.own.then(|| view! { " "{ui::badge(t::sentence_own_mark(l))} });
    let gaps: Vec<_> = line.gaps.iter().map(|gap| view! { " "<strong class="badge badge--danger">{gap_words(l, *gap)}</strong> }).collect();
    view! {
        <p><span lang=language.code() dir=language.direction().as_str()>{words}</span>{own}{gaps}</p>
    }
    .into_any()
}

const fn gap_words(l: Locale, gap: Gap) -> &'static str {
    match gap {
        Gap::NoSource => t::sentence_gap_source(l),
        Gap::SourceGone => t::sentence_gap_gone(l),
        Gap::NothingToCount => t::sentence_gap_count(l),
    }
}

/// What a sentence rests on: how many of how many, and each source with the way to it.
pub fn sources(l: Locale, line: &SentenceLine, all: usize) -> AnyView {
    if line.sources.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = line.sources.iter().map(|source| view! { <li>{one(l, source)}</li> }).collect();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    view! {
        <details>
            <summary>{t::sentence_of(l, count(all), count(line.organisations))}</summary>
            <ul class="stack">{items}</ul>
        </details>
    }
    .into_any()
}

fn one(l: Locale, source: &SourceLine) -> AnyView {
    let Some(public) = &source.public else { return t::sentence_source_gone(l, source.receipt.as_str()).into_any() };
    let words = t::sentence_on(l, public.organisation.name.as_str(), title(l, source.kind, &public.title));
    view! { <bdi class="code">{source.receipt.clone()}</bdi>" "<a href=routes::input(l, source.kind, source.item)><bdi>{words}</bdi></a> }
        .into_any()
}

/// What the words of number mean here.
pub fn numbers(l: Locale, all: usize) -> AnyView {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let what = t::words_of_number_what(l, count(all), count(MANY), count(MANY - 1));
    view! { <details><summary>{t::words_of_number(l)}</summary><p>{what}</p></details> }.into_any()
}
