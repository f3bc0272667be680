//! Where the islands that help with forms are placed, with their finished texts.

use super::preview::PREVIEW;
use crate::islands::{
    CopyOf, CountTexts, DraftCompanion, DraftTexts, LocalCopy, LocalCopyTexts, Mark, MarkButton, MarkdownBar, ProposedTextToggle,
    QueueKeys, SLOTS, SelectedWords,
};
use leptos::prelude::*;
use model::domain::comment::Operation;
use model::domain::language::{Language, Locale};
use model::domain::paper::limit;
use model::domain::words;
use model::i18n::t::{comments as c, common as t, queues as q, writing as w};

/// The companion of the paper editor: counts while one types, and saves two seconds after the last change.
/// Stands inside the form, under the text; `form_id` is the form's id. The page must load islands.
/// Without JavaScript it says how much was there when the page was made.
pub fn draft_companion(l: Locale, form_id: &'static str, of: CopyOf, text: &str, language: Option<Language>) -> AnyView {
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
    let (form, preview) = (form_id.to_owned(), PREVIEW.to_owned());
    view! { <DraftCompanion form=form of=of preview=preview counter=counter over={count > max} texts=texts/> }.into_any()
}

/// Offers back what could not be saved. Stands at the head of the form whose id is `form_id`. The page must load islands.
pub fn local_copy(l: Locale, form_id: &'static str, of: CopyOf) -> AnyView {
    let texts = LocalCopyTexts {
        lang: l.code().to_owned(),
        title: w::copy_title(l).to_owned(),
        found: w::copy_found(l, SLOTS[0]),
        put_back: w::copy_put_back(l).to_owned(),
        leave: w::copy_leave(l).to_owned(),
        done: w::copy_done(l).to_owned(),
        left: w::copy_left(l).to_owned(),
    };
    view! { <LocalCopy form=form_id.to_owned() of=of texts=texts/> }.into_any()
}

/// Writes the marks of Markdown into the text area whose id is `area`. Stands right before it. The page must load islands.
pub fn markdown_bar(l: Locale, area: &str) -> AnyView {
    let words = |mark| match mark {
        Mark::Heading => (w::writing_heading(l), w::writing_heading_sample(l)),
        Mark::Bold => (w::writing_bold(l), w::writing_bold_sample(l)),
        Mark::Italic => (w::writing_italic(l), w::writing_italic_sample(l)),
        Mark::Bullets => (w::writing_bullets(l), w::writing_bullets_sample(l)),
        Mark::Numbers => (w::writing_numbers(l), w::writing_numbers_sample(l)),
        Mark::Quotation => (w::writing_quotation(l), w::writing_quotation_sample(l)),
        Mark::Link => (w::writing_link(l), w::writing_link_sample(l)),
    };
    let buttons = Mark::ALL
        .into_iter()
        .map(|mark| {
            let (name, sample) = words(mark);
            MarkButton { mark, name: name.to_owned(), sample: sample.to_owned() }
        })
        .collect();
    view! { <MarkdownBar area=area.to_owned() label=w::writing_bar(l).to_owned() buttons=buttons/> }.into_any()
}

/// Shows the field *Proposed text* only for operations that take words. Stands anywhere in the comment form, whose select and
/// field have these ids (their names). The page must load islands. Without JavaScript the field is always there.
pub fn proposed_text_toggle(operation_id: &'static str, proposed_text_id: &'static str) -> AnyView {
    let silent = Operation::ALL.iter().filter(|operation| !operation.takes_words()).map(|operation| operation.code().to_owned()).collect();
    view! { <ProposedTextToggle select=operation_id.to_owned() field=proposed_text_id.to_owned() without_words=silent/> }.into_any()
}

/// Takes what is selected in the paragraph whose words have the id `of` into the text area `field`. The page must load islands.
pub fn selected_words(l: Locale, of: &'static str, field: &'static str) -> AnyView {
    let (label, none, taken) = (c::comment_form_take(l), c::comment_form_take_none(l), c::comment_form_taken(l));
    view! {
        <SelectedWords of=of.to_owned() field=field.to_owned() label=label.to_owned() none=none.to_owned() taken=taken.to_owned()/>
    }
    .into_any()
}

/// The keys of the moderator's queue.
pub fn queue_keys(l: Locale) -> AnyView {
    let (title, what, label) = (q::keys_title(l).to_owned(), q::keys_what(l).to_owned(), q::keys_use(l).to_owned());
    view! { <QueueKeys title what label/> }.into_any()
}
