//! A text in other languages: the way to read it, what one may rely on, the words.

use super::provision::provision_quote;
use super::said::provision_asking;
use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::drafting::{TranslatedProvision, Translation, TranslationStatus};
use model::domain::language::{Language, Locale};
use model::i18n::t::translations as t;
use model::labels;
use model::portal::{ProvisionPage, SaidQuery, TranslatedText};

/// The ways to read the same in other languages, that of the reader first; nothing where there is only the original. `address`: where it is
/// read in a language, or the original.
pub fn languages(
    l: Locale,
    address: impl Fn(Option<Language>) -> String,
    original: Language,
    all: &[&Translation],
    reading: Option<Language>,
) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let back = reading.is_some().then(|| {
        let words = t::translation_read_original(l, labels::language_name(l, original));
        view! { <li><a href=address(None) hreflang=original.code()>{words}</a></li> }
    });
    let mut others: Vec<&&Translation> = all.iter().filter(|translation| Some(translation.language) != reading).collect();
    others.sort_by_key(|translation| translation.language != l.language());
    let links: Vec<_> = others
        .into_iter()
        .map(|translation| {
            let words =
                t::translation_read(l, labels::language_name(l, translation.language), labels::translation_status(l, translation.status));
            let href = address(Some(translation.language));
            view! { <li><a href=href hreflang=translation.language.code()>{words}</a></li> }
        })
        .collect();
    view! { <nav aria-label=t::translation_languages(l)><ul class="stack">{back}{links}</ul></nav> }.into_any()
}

/// What is asked for and is not there, said; nothing where it is.
pub fn missing(l: Locale, asked: Option<Language>, original: Language, all: &[&Translation]) -> AnyView {
    let there = |language| language == original || all.iter().any(|translation| translation.language == language);
    let Some(language) = asked.filter(|language| !there(*language)) else { return ().into_any() };
    ui::notice(Notice::Info, view! { <p>{t::translation_missing(l, labels::language_name(l, language))}</p> }.into_any())
}

/// What one may rely on in the words that are shown.
pub fn reliance(l: Locale, translation: &Translation, original: Language) -> AnyView {
    let (here, counts) = (labels::language_name(l, translation.language), labels::language_name(l, original));
    let (kind, what) = match translation.status {
        TranslationStatus::Official => (Notice::Info, t::translation_official(l, here)),
        TranslationStatus::Courtesy => (Notice::Info, t::translation_courtesy(l, here)),
        TranslationStatus::Machine => (Notice::Warning, t::translation_machine(l, here)),
    };
    ui::notice(kind, view! { <p><strong>{what}</strong>" "{t::translation_counts(l, counts)}</p> }.into_any())
}

/// A version as it is read in another language: its words are in that one.
pub fn read_in(draft: &DraftVersion, reading: Option<&TranslatedText>) -> DraftVersion {
    let language = reading.map_or(draft.language, |text| text.translation.language);
    DraftVersion { language, ..draft.clone() }
}

/// A provision as it is read in another language.
pub fn words_in(provision: &Provision, reading: Option<&TranslatedText>) -> Provision {
    match reading.and_then(|text| text.words.get(&provision.id)) {
        Some(word) => translated(provision, word),
        None => provision.clone(),
    }
}

fn translated(provision: &Provision, word: &TranslatedProvision) -> Provision {
    Provision { label: word.label.clone(), text: word.text.clone(), ..provision.clone() }
}

/// Below the words of a provision, which count: the same in another language, and in which others it can be read.
pub fn provision_languages(l: Locale, page: &ProvisionPage) -> AnyView {
    let (asked, original) = (page.asked.language, page.draft.language);
    let all: Vec<&Translation> = page.translations.iter().map(|(translation, _)| translation).collect();
    let shown = page.translations.iter().find(|(translation, _)| Some(translation.language) == asked).map(|(translation, word)| {
        let provision = translated(&page.provision, word);
        view! {
            <section class="section" id="translation">
                <h2>{t::translation_in(l, labels::language_name(l, translation.language))}</h2>
                {reliance(l, translation, original)}
                {provision_quote(l, &provision, translation.language)}
            </section>
        }
    });
    let reading = asked.filter(|_| shown.is_some());
    let address = |language: Option<Language>| {
        let place = if language.is_some() { "#translation" } else { "" };
        format!("{}{place}", provision_asking(l, page, &SaidQuery { language, ..page.asked }))
    };
    view! { {missing(l, asked, original, &all)}{shown}{languages(l, address, original, &all, reading)} }.into_any()
}
