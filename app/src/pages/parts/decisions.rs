//! Decisions on an input, as its author and those in office read them.

use crate::ui;
use leptos::prelude::*;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::i18n::t::{moderation, papers as t};
use model::portal::DecisionLine;

/// Until when a returned input may be revised, if that is still to come. `phase`: its own, after all grants that serve it.
pub const fn revise_until(state: ItemState, phase: Phase) -> Option<Instant> {
    match (state, phase) {
        (ItemState::Returned, Phase::Open { until }) => Some(until),
        _ => None,
    }
}

/// The decisions, the newest first; `until`: see [`revise_until`]. Nothing where there are none.
pub fn decisions(l: Locale, title: &'static str, decisions: &[DecisionLine], until: Option<Instant>, zone: &str) -> AnyView {
    if decisions.is_empty() {
        return ().into_any();
    }
    let lines: Vec<_> = decisions.iter().enumerate().map(|(at, decision)| line(l, decision, until.filter(|_| at == 0), zone)).collect();
    view! { <section class="section" id="decisions"><h2>{title}</h2>{lines}</section> }.into_any()
}

fn line(l: Locale, decision: &DecisionLine, until: Option<Instant>, zone: &str) -> AnyView {
    let time = model::calendar::full(l, decision.decided_at.to_second(), zone);
    let reason = (!decision.reason.trim().is_empty()).then(|| view! { <p class="reason" dir="auto">{decision.reason.clone()}</p> });
    let until =
        until.map(|until| view! { <p class="meta">{t::paper_revise_until(l, model::calendar::full(l, until.to_second(), zone))}</p> });
    view! {
        <article class="comment">
            <header class="comment__head">
                <h3>{ui::status(l, decision.outcome.state())}</h3>
                <span class="meta">{t::paper_decision_by(l, time)}</span>
            </header>
            {reason}
            {until}
        </article>
    }
    .into_any()
}

/// A reason that was typed for a decision that cannot be made any more: it is not lost.
pub fn not_sent(l: Locale, refused: bool, reason: &str) -> AnyView {
    if !refused || reason.trim().is_empty() {
        return ().into_any();
    }
    view! { <h3>{moderation::decision_not_sent(l)}</h3><p class="words" dir="auto">{reason.to_owned()}</p> }.into_any()
}
