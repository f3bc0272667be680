//! Two versions of a paper beside each other, word by word.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Counted};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::{PaperId, ReceiptId};
use model::domain::language::Locale;
use model::domain::paper::{Consent, PaperContent};
use model::domain::recommendation::{About, Recommendation, Target};
use model::i18n::t::{consents, recommendations as r, succession as t};
use model::labels;
use model::portal::{PaperComparison, PaperVersion};
use model::routes;
use std::collections::HashMap;

/// `/papers/{id}/compare?older=…&newer=…`
pub async fn page(cx: &Cx, id: PaperId, older: Option<ReceiptId>, newer: Option<ReceiptId>) -> PageResult {
    let comparison = cx.portal.compare_paper(&cx.ctx, id, older, newer).await?;
    let head = parts::head_in_round(cx.locale(), t::compare_title(cx.locale()), &comparison.line);
    Ok(ui::page(cx, 200, head, || content(cx.locale(), &comparison)))
}

/// The names of the two fields.
pub const OLDER: &str = "older";
pub const NEWER: &str = "newer";
/// Stands for what is being written.
pub const NOW: &str = "now";

fn content(l: Locale, comparison: &PaperComparison) -> AnyView {
    let (Some(old), Some(new)) = (comparison.versions.get(comparison.old), comparison.versions.get(comparison.new)) else {
        return ().into_any();
    };
    view! {
        {ui::page_head(Some(comparison.line.round.title.get(l).to_owned()), t::compare_title(l), Some(t::compare_lede(l).to_owned()))}
        {choice(l, comparison)}
        {changes(l, old, new, &comparison.targets)}
        <div class="actions section">{ui::link_button(t::compare_back(l), routes::paper(l, comparison.id), Button::Quiet)}</div>
    }
    .into_any()
}

/// The form that chooses the two; its values live in the address.
fn choice(l: Locale, comparison: &PaperComparison) -> AnyView {
    let zone = comparison.line.round.time_zone.as_str();
    let options = |chosen: usize, now: bool| {
        let options: Vec<_> = comparison
            .versions
            .iter()
            .enumerate()
            // What is being written is never the earlier one.
            .filter(|(_, version)| now || version.receipt.is_some())
            .map(|(at, version)| {
                let (value, words) = match &version.receipt {
                    Some((id, number, received)) => {
                        (id.to_string(), t::compare_version(l, calendar::full(l, received.to_second(), zone), number.as_str()))
                    }
                    None => (NOW.to_owned(), t::compare_now(l).to_owned()),
                };
                view! { <option value=value selected=at == chosen>{words}</option> }
            })
            .collect();
        options
    };
    view! {
        <form class="filters" method="get" action=routes::compare_paper(l, comparison.id)>
            <div><label for=OLDER>{t::compare_older(l)}</label><select id=OLDER name=OLDER>{options(comparison.old, false)}</select></div>
            <div><label for=NEWER>{t::compare_newer(l)}</label><select id=NEWER name=NEWER>{options(comparison.new, true)}</select></div>
            {ui::button(t::compare_button(l), Button::Secondary, None)}
        </form>
    }
    .into_any()
}

/// Whether a recommendation is about something else than before, in words.
fn about_changed(
    l: Locale,
    targets: &HashMap<About, Target>,
    old: Option<&Recommendation>,
    new: Option<&Recommendation>,
) -> Option<String> {
    let (old, new) = (old?.about.as_ref(), new?.about.as_ref());
    let name = |about: Option<&About>| {
        about
            .and_then(|about| targets.get(about))
            .map_or_else(|| r::recommendation_nothing(l).to_owned(), |target| labels::target(l, target))
    };
    (old != new).then(|| r::recommendation_compared(l, name(new), name(old)))
}

fn changes(l: Locale, old: &PaperVersion, new: &PaperVersion, targets: &HashMap<About, Target>) -> AnyView {
    let (old, new) = (&old.content, &new.content);
    let mut parts = vec![
        (t::compare_part_title(l).to_owned(), old.title.clone(), new.title.clone(), None),
        (t::compare_part_text(l).to_owned(), old.text.clone(), new.text.clone(), None),
    ];
    for number in 0..old.answers.len().max(new.answers.len()) {
        let of = |content: &PaperContent| content.answers.get(number).cloned().unwrap_or_default();
        parts.push((t::compare_part_answer(l, number + 1), of(old), of(new), None));
    }
    for number in 0..old.recommendations.len().max(new.recommendations.len()) {
        let (before, after) = (old.recommendations.get(number), new.recommendations.get(number));
        let words = |one: Option<&Recommendation>| one.map(|one| one.text.clone()).unwrap_or_default();
        let about = about_changed(l, targets, before, after);
        parts.push((r::compare_part_recommendation(l, number + 1), words(before), words(after), about));
    }
    parts.retain(|(_, old, new, about)| !(old.is_empty() && new.is_empty() && about.is_none()));
    let (mut count, many) = (Counted::default(), u32::try_from(parts.len()).unwrap_or(u32::MAX));
    let sections: Vec<_> = parts
        .into_iter()
        .map(|(heading, before, after, about)| {
            let words = ui::compared(l, (&before, old.language), (&after, new.language), many, &mut count);
            view! { <section class="section"><h2>{heading}</h2>{about.map(|about| view! { <p>{about}</p> })}{words}</section> }
        })
        .collect();
    let language = (old.language != new.language).then(|| {
        let (older, newer) = (labels::language_name(l, old.language), labels::language_name(l, new.language));
        view! { <p>{t::compare_languages(l, newer, older)}</p> }
    });
    let consent = (old.consent != new.consent).then(|| {
        let name = |consent: Option<Consent>| consent.map_or_else(|| consents::consent_not_said(l), |consent| labels::consent(l, consent));
        view! { <p>{consents::consent_compared(l, name(new.consent), name(old.consent))}</p> }
    });
    let said = match (count.any, count.added + count.removed) {
        (false, _) => t::compare_same(l).to_owned(),
        (true, 0) => t::compare_spaces(l).to_owned(),
        (true, _) => t::compare_counts(l, count.added, count.removed),
    };
    view! { <div class="section"><p><strong>{said}</strong></p>{language}{consent}</div>{sections} }.into_any()
}
