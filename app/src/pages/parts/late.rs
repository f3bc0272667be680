//! What the authors of an input see of grants and late attempts: their own deadline, and the receipts of refusals.

use crate::ui::{self, DeadlineStyle, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::domain::late::{LateState, Refusal};
use model::domain::person::SignedIn;
use model::domain::round::Round;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::i18n::t::{grants as t, late};
use model::labels;
use model::routes;

/// The deadlines of the reader's own organisations, where grants make them other than everybody's.
pub fn own_deadlines(l: Locale, round: &Round, person: &SignedIn, now: Instant) -> AnyView {
    let public = round.window.public_phase(now);
    let own: Vec<_> = person
        .memberships
        .iter()
        .map(|membership| (membership, round.window.phase(membership.organisation, None, now)))
        .filter(|(_, phase)| *phase != public)
        .map(|(membership, phase)| own_deadline(l, &membership.organisation_name, phase, &round.time_zone, now))
        .collect();
    own.into_any()
}

/// The deadline of one organisation, by a grant.
pub fn own_deadline(l: Locale, organisation: &str, phase: Phase, zone: &str, now: Instant) -> AnyView {
    let content = view! {
        <p><strong>{t::grant_own(l, organisation)}</strong></p>
        {ui::deadline_in(l, phase, zone, now, DeadlineStyle::Live)}
    };
    ui::notice(Notice::Info, content.into_any())
}

/// Whether one of the person's organisations may still submit in a round.
pub fn is_open_for(round: &Round, person: &SignedIn, now: Instant) -> bool {
    round.window.public_phase(now).is_open()
        || person.memberships.iter().any(|membership| round.window.phase(membership.organisation, None, now).is_open())
}

/// The receipts of late attempts with an input. Nothing where there are none.
pub fn refusals(l: Locale, refusals: &[Refusal], zone: &str) -> AnyView {
    if refusals.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = refusals
        .iter()
        .map(|refusal| {
            let time = calendar::full(l, refusal.received_at.to_second(), zone);
            let words = late::refusal_of(l, refusal.number.as_str(), time);
            view! { <li><a href=routes::refusal(l, refusal.id)>{words}</a>" "<span class="meta">{labels::late_state(l, refusal.state)}</span></li> }
        })
        .collect();
    view! { <section class="section"><h2>{late::refusals_title(l)}</h2><ul class="stack">{items}</ul></section> }.into_any()
}

/// That an attempt is kept sealed, with its receipt. `now`: it is the one that was refused just now; otherwise an earlier one.
pub fn kept_sealed(l: Locale, refusals: &[Refusal], zone: &str, now: bool) -> AnyView {
    let Some(refusal) = refusals.first().filter(|newest| newest.state == LateState::Sealed) else {
        return ().into_any();
    };
    let words = if now {
        late::refusal_kept(l, refusal.number.as_str(), calendar::exact_span(l, refusal.late_by()))
    } else {
        late::refusal_kept_before(l, refusal.number.as_str(), calendar::full(l, refusal.received_at.to_second(), zone))
    };
    let content = view! {
        <p>{words}</p>
        <p><a href=routes::refusal(l, refusal.id)>{late::refusal_open(l)}</a></p>
    };
    ui::notice(Notice::Info, content.into_any())
}
