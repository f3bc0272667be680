//! Decisions on an input, as its author and those in office read them.

use crate::domain::language::Locale;
use crate::domain::moderation::Outcome;
use crate::domain::time::Instant;
use crate::i18n::t::papers as t;
use crate::portal::DecisionLine;
use crate::ui;
use leptos::prelude::*;

/// Until when a returned input may be revised, if that is still to come.
pub fn revise_until(decisions: &[DecisionLine], now: Instant) -> Option<Instant> {
    let latest = decisions.first()?;
    latest.revise_until.filter(|until| latest.outcome == Outcome::Return && *until > now)
}

/// The decisions, the newest first. Nothing where there are none.
pub fn decisions(l: Locale, title: &'static str, decisions: &[DecisionLine], zone: &str) -> AnyView {
    if decisions.is_empty() {
        return ().into_any();
    }
    let lines: Vec<_> = decisions.iter().map(|decision| line(l, decision, zone)).collect();
    view! { <section class="section" id="decisions"><h2>{title}</h2>{lines}</section> }.into_any()
}

fn line(l: Locale, decision: &DecisionLine, zone: &str) -> AnyView {
    let time = crate::calendar::full(l, decision.decided_at.to_second(), zone);
    let reason = (!decision.reason.trim().is_empty()).then(|| view! { <p class="reason" dir="auto">{decision.reason.clone()}</p> });
    let until = decision.revise_until.filter(|_| decision.outcome == Outcome::Return);
    let until =
        until.map(|until| view! { <p class="meta">{t::paper_revise_until(l, crate::calendar::full(l, until.to_second(), zone))}</p> });
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
