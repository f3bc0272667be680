//! Decisions on an input, as its author and those in office read them.

use crate::ui;
use leptos::prelude::*;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::moderation::ModerationAct;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::forms::FormState;
use model::i18n::t::{acts, appeals, moderation, papers as t, replies};
use model::labels;
use model::portal::DecisionLine;
use model::routes;

/// Until when a returned input may be revised, if that is still to come. `phase`: its own, after all grants that serve it.
pub const fn revise_until(state: ItemState, phase: Phase) -> Option<Instant> {
    match (state, phase) {
        (ItemState::Returned, Phase::Open { until }) => Some(until),
        _ => None,
    }
}

/// The decisions on an input in `state`, the newest first; `phase`: its own, after all grants that serve it. Nothing where there are none.
pub fn decisions(l: Locale, title: &'static str, decisions: &[DecisionLine], (state, phase): (ItemState, Phase), zone: &str) -> AnyView {
    if decisions.is_empty() {
        return ().into_any();
    }
    let until = revise_until(state, phase);
    // What can be answered or appealed against: the last of those that follow one another, and what stands beside them.
    let last = decisions.iter().position(|decision| !decision.apart);
    let holds =
        |at: usize, decision: &DecisionLine| (decision.apart || Some(at) == last) && !decision.undone && decision.act.holds_in(state);
    // By the decision that gave the time, whatever was done beside it since.
    let returned = decisions.iter().position(|decision| decision.act == ModerationAct::Return);
    let lines: Vec<_> = decisions
        .iter()
        .enumerate()
        .map(|(at, decision)| line(l, decision, until.filter(|_| Some(at) == returned), holds(at, decision), zone))
        .collect();
    view! { <section class="section" id="decisions"><h2>{title}</h2>{lines}</section> }.into_any()
}

fn line(l: Locale, decision: &DecisionLine, until: Option<Instant>, holds: bool, zone: &str) -> AnyView {
    let until =
        until.map(|until| view! { <p class="meta">{t::paper_revise_until(l, model::calendar::full(l, until.to_second(), zone))}</p> });
    let undone = decision.undone.then(|| view! { <p class="meta">{acts::decision_was_undone(l)}</p> });
    view! {
        <article class="comment">
            <header class="comment__head">
                <h3>{act(l, decision)}</h3>
                <span class="meta">{by(l, decision, zone)}</span>
            </header>
            {undone}
            {reasons(l, decision)}
            {until}
            {reply(l, decision, zone)}
            <p class="meta">{way(l, decision, holds)}</p>
        </article>
    }
    .into_any()
}

/// What its authors answered.
fn reply(l: Locale, decision: &DecisionLine, zone: &str) -> AnyView {
    if decision.reply.is_none() {
        return ().into_any();
    }
    view! { <h4>{replies::reply_of_authors(l)}</h4>{reply_words(l, decision, zone)} }.into_any()
}

/// The words of that answer, and when it came.
pub fn reply_words(l: Locale, decision: &DecisionLine, zone: &str) -> AnyView {
    let Some(reply) = &decision.reply else { return ().into_any() };
    let at = model::calendar::full(l, reply.at.to_second(), zone);
    view! { <p class="words" dir="auto">{reply.text.clone()}</p><p class="meta">{replies::reply_sent_at(l, at)}</p> }.into_any()
}

/// The way to its page, by what can be done there while it `holds`. Whoever reads no name is one of the authors.
fn way(l: Locale, decision: &DecisionLine, holds: bool) -> AnyView {
    let own = holds && decision.by.is_none();
    let appealed = own && decision.act.may_be_appealed();
    let (href, words) = match decision.appeal {
        Some(appeal) => (routes::appeal(l, appeal), appeals::appeal_link(l)),
        None if appealed => (routes::decision(l, decision.id), acts::decision_link_appeal(l)),
        None => (routes::decision(l, decision.id), acts::decision_link(l)),
    };
    let replies = own && decision.act.may_be_replied_to() && decision.reply.is_none();
    let reply = replies.then(|| view! { " · "<a href=routes::reply(l, decision.id)>{replies::reply_link(l)}</a> });
    view! { <a href=href>{words}</a>{reply} }.into_any()
}

/// What was done: as the state it led to, where it is a decision.
pub fn act(l: Locale, decision: &DecisionLine) -> AnyView {
    match decision.outcome() {
        Some(outcome) if !decision.undone => ui::status(l, outcome.state()),
        _ => labels::moderation_act(l, decision.act).into_any(),
    }
}

/// By which office, or by whom, and when.
pub fn by(l: Locale, decision: &DecisionLine, zone: &str) -> String {
    let time = model::calendar::full(l, decision.decided_at.to_second(), zone);
    let office = labels::moderation_office(l, decision.role, decision.queue.as_ref());
    match &decision.by {
        Some(name) => acts::decision_by_name(l, name.as_str(), office, time),
        None => acts::decision_by_office(l, office, time),
    }
}

/// The reason of the list with what it says, the words of who did it, and where a paper went.
pub fn reasons(l: Locale, decision: &DecisionLine) -> AnyView {
    let code = decision.code.map(|code| {
        // What a reason says is about what its authors can do; of redacted words nothing is asked of them.
        let says = !code.needs_words() && decision.act != ModerationAct::Redact;
        let words = says.then(|| view! { " "{labels::reason_words(l, code)} });
        view! { <p><strong>{labels::reason_code(l, code)}"."</strong>{words}</p> }
    });
    let own = (!decision.reason.trim().is_empty()).then(|| view! { <p class="reason" dir="auto">{decision.reason.clone()}</p> });
    let moved = (decision.act == ModerationAct::Move).then(|| {
        let to = decision.moved_to.as_ref().map_or_else(|| moderation::queue_whole_body(l), |name| name.get(l));
        view! { <p>{acts::decision_moved_to(l, to)}</p> }
    });
    let passages = (!decision.redacted.is_empty()).then(|| super::passages(&decision.redacted));
    view! { {moved}{code}{own}{passages} }.into_any()
}

/// A reason that was typed for a decision that cannot be made any more: it is not lost.
pub fn not_sent(l: Locale, refused: bool, reason: &str) -> AnyView {
    if !refused || reason.trim().is_empty() {
        return ().into_any();
    }
    view! { <h2>{moderation::decision_not_sent(l)}</h2><p class="words" dir="auto">{reason.to_owned()}</p> }.into_any()
}

/// A refusal whose form is not there any more, with what was typed into it.
pub fn refused<F>(l: Locale, state: &FormState<F>, typed: &str, zone: &str) -> AnyView {
    if !state.is_refused() {
        return ().into_any();
    }
    view! { <section class="section">{super::trouble(l, state, &[], zone)}{not_sent(l, true, typed)}</section> }.into_any()
}
