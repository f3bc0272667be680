//! What became of a paper: each time it was submitted, each decision, and its end, in their order.

use leptos::prelude::*;
use model::calendar;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::i18n::t::{papers as t, succession};
use model::labels;
use model::portal::PaperPage;
use model::routes;

/// For its authors and those in office; nothing for others, and of a draft.
pub fn way(l: Locale, page: &PaperPage) -> AnyView {
    if page.receipts.is_empty() {
        return ().into_any();
    }
    let mut steps = receipts(l, page);
    steps.extend(decisions(l, page));
    steps.extend(end(l, page));
    // Of one instant, what was submitted stands before what was decided about it.
    steps.sort_by_key(|(at, _)| *at);
    let steps: Vec<_> = steps.into_iter().map(|(_, step)| view! { <li>{step}</li> }).collect();
    // More than one version of it was submitted; where it replaces another paper that is said with it.
    let compare = (page.receipts.len() > 1 && page.succession.replaces.is_none())
        .then(|| view! { <p><a href=routes::compare_paper(l, page.paper.id)>{succession::succession_compare(l)}</a></p> });
    view! {
        <section class="section" id="way">
            <h2>{t::paper_way(l)}</h2>
            <ol class="stack">{steps}{next(l, page.paper.state).filter(|_| page.own).map(|words| view! { <li class="muted">{words}</li> })}</ol>
            {compare}
        </section>
    }
    .into_any()
}

type Step = (Instant, AnyView);

fn time(l: Locale, at: Instant, page: &PaperPage) -> String {
    calendar::full(l, at.to_second(), &page.line.round.time_zone)
}

fn receipts(l: Locale, page: &PaperPage) -> Vec<Step> {
    // The newest stands first. Only that one has a page; the older ones stay as a record.
    let oldest_first = page.receipts.iter().enumerate().rev();
    let step = |(at, receipt): (usize, &model::domain::receipt::Receipt)| {
        let words = t::paper_receipt_of(l, receipt.number.as_str(), time(l, receipt.received_at, page));
        let step =
            if at == 0 { view! { <a href=routes::paper_receipt(l, page.paper.id)>{words}</a> }.into_any() } else { words.into_any() };
        (receipt.received_at, step)
    };
    oldest_first.map(step).collect()
}

fn decisions(l: Locale, page: &PaperPage) -> Vec<Step> {
    let step = |decision: &model::portal::DecisionLine| {
        let words = t::paper_way_decided(l, time(l, decision.decided_at, page), labels::moderation_act(l, decision.act));
        (decision.decided_at, view! { <a href="#decisions">{words}</a> }.into_any())
    };
    page.decisions.iter().rev().map(step).collect()
}

fn end(l: Locale, page: &PaperPage) -> Option<Step> {
    let at = page.succession.ended_at?;
    Some((at, t::paper_way_decided(l, time(l, at, page), labels::state(l, page.paper.state)).into_any()))
}

/// What comes next, where something does.
fn next(l: Locale, state: ItemState) -> Option<&'static str> {
    match state {
        ItemState::Submitted => Some(t::paper_way_waits(l)),
        ItemState::Returned => Some(t::paper_way_returned(l)),
        _ => None,
    }
}
