//! Where the islands that help with forms are placed, with their finished texts.

use crate::islands::{CountTexts, DraftCompanion, DraftTexts, ProposedTextToggle, SLOTS};
use leptos::prelude::*;
use model::domain::comment::Operation;
use model::domain::ids::PaperId;
use model::domain::language::{Language, Locale};
use model::domain::paper::limit;
use model::domain::words;
use model::i18n::t::common as t;

/// The companion of the paper editor: counts while one types, and saves two seconds after the last change.
/// Stands inside the form, under the text; `form_id` is the form's id. The page must load islands.
/// Without JavaScript it says how much was there when the page was made.
pub fn draft_companion(l: Locale, form_id: &'static str, paper: Option<PaperId>, text: &str, language: Option<Language>) -> AnyView {
    let language = language.unwrap_or_else(|| l.language());
    let (count, max) = (words::count(text, language), limit(language));
    let texts = DraftTexts {
        lang: l.code().to_owned(),
        words: CountTexts { within: t::draft_words(l, SLOTS[0], SLOTS[1]), over: t::draft_words_over(l, SLOTS[0], SLOTS[1], SLOTS[2]) },
        characters: CountTexts {
            within: t::draft_characters(l, SLOTS[0], SLOTS[1]),
            over: t::draft_characters_over(l, SLOTS[0], SLOTS[1], SLOTS[2]),
        },
        unsaved: t::draft_unsaved(l).to_owned(),
        saving: t::draft_saving(l).to_owned(),
        saved: t::draft_saved(l, SLOTS[0]),
        conflict: t::draft_conflict(l).to_owned(),
        signed_out: t::draft_signed_out(l).to_owned(),
        invalid: t::draft_invalid(l).to_owned(),
        offline: t::draft_offline(l).to_owned(),
        refused: t::draft_refused(l, SLOTS[0]),
    };
    let counter = texts.count(words::unit(language), count, max);
    let paper = paper.map(|id| id.to_string()).unwrap_or_default();
    view! { <DraftCompanion form=form_id.to_owned() paper=paper counter=counter over={count > max} texts=texts/> }.into_any()
}

/// Shows the field *Proposed text* only for operations that take words. Stands anywhere in the comment form, whose select and
/// field have these ids (their names). The page must load islands. Without JavaScript the field is always there.
pub fn proposed_text_toggle(operation_id: &'static str, proposed_text_id: &'static str) -> AnyView {
    let silent = Operation::ALL.iter().filter(|operation| !operation.takes_words()).map(|operation| operation.code().to_owned()).collect();
    view! { <ProposedTextToggle select=operation_id.to_owned() field=proposed_text_id.to_owned() without_words=silent/> }.into_any()
}
