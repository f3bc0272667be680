//! What is asked for: a round with its call, its deadline and the one thing to do.

use super::frame::local;
use super::late::{is_open_for, own_deadlines};
use crate::render::Cx;
use crate::ui::{self, Button, DeadlineStyle};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::person::SignedIn;
use model::domain::round::{Round, RoundKind};
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::i18n::t::{accreditation, calendars, co_signing, rounds as t, speakers};
use model::labels;
use model::portal::RoundLine;
use model::routes;

/// The first open round; where none is open, the first that will open.
pub fn first_open(rounds: &[RoundLine], now: Instant) -> Option<&RoundLine> {
    let phase = |line: &RoundLine| line.round.window.public_phase(now);
    let open = rounds.iter().filter(|line| phase(line).is_open()).min_by_key(|line| line.round.window.closes_at);
    let upcoming =
        || rounds.iter().filter(|line| matches!(phase(line), Phase::Upcoming { .. })).min_by_key(|line| line.round.window.opens_at);
    open.or_else(upcoming)
}

/// The deadline of a round, and those of the reader's own organisations in it, for the head of a page of that round.
pub fn round_deadline(cx: &Cx, line: &RoundLine) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    view! {
        <div class="page-head__deadline">{ui::deadline(l, &line.round, now, DeadlineStyle::Live)}</div>
        {cx.signed_in().map(|person| own_deadlines(l, &line.round, person, now))}
    }
    .into_any()
}

/// The round that matters to the reader: one that is open for everybody, or for them by a grant; otherwise the next, or the last.
pub fn round_for<'a>(rounds: &'a [RoundLine], person: Option<&SignedIn>, now: Instant) -> Option<&'a RoundLine> {
    let granted = || rounds.iter().find(|line| person.is_some_and(|person| is_open_for(&line.round, person, now)));
    let first = first_open(rounds, now);
    first
        .filter(|line| line.round.window.public_phase(now).is_open())
        .or_else(granted)
        .or(first)
        .or_else(|| rounds.iter().max_by_key(|line| line.round.window.closes_at))
}

/// The deadline of that round with those of the reader's own organisations, for the head of a page.
pub fn own_head_deadline(cx: &Cx, rounds: &[RoundLine]) -> AnyView {
    round_for(rounds, cx.signed_in(), cx.ctx.now).map(|line| round_deadline(cx, line)).into_any()
}

/// The way to a feed for calendar programs.
pub fn calendar_link(l: Locale, href: String) -> AnyView {
    view! {
        <p><a href=href type="text/calendar">{calendars::calendar_link(l)}</a></p>
        <p class="hint">{calendars::calendar_link_what(l)}</p>
    }
    .into_any()
}

/// The one thing to do in a round while it is open.
pub fn open_step(l: Locale, round: &Round) -> Option<(&'static str, String)> {
    match (round.kind, round.draft_version) {
        (RoundKind::PositionPapers, _) => Some((t::round_write_paper(l), routes::new_paper(l, round.id))),
        (RoundKind::Comments, Some(draft)) => Some((t::round_comment_text(l), routes::draft(l, draft))),
        (RoundKind::Comments, None) => None,
        (RoundKind::Speakers, _) => Some((speakers::round_ask_to_speak(l), routes::speak(l, round.id))),
        (RoundKind::CoSigning, _) => Some((co_signing::round_co_sign(l), format!("{}#offered", routes::round(l, round.id)))),
        (RoundKind::Accreditation, _) => Some((accreditation::round_apply(l), routes::apply(l, round.id))),
    }
}

/// What those who lead the body read of a round of this kind, beside its page.
pub fn office_list(l: Locale, round: &Round) -> Option<(&'static str, String)> {
    match round.kind {
        RoundKind::Speakers => Some((speakers::speakers_chair(l), routes::speakers(l, round.id))),
        RoundKind::Accreditation => Some((accreditation::applications_title(l), routes::applications(l, round.id))),
        RoundKind::PositionPapers | RoundKind::Comments | RoundKind::CoSigning => None,
    }
}

/// That, or what is left of it once the round is closed: a text can still be read.
fn first_step(l: Locale, round: &Round, now: Instant) -> Option<(&'static str, String)> {
    if matches!(round.window.public_phase(now), Phase::Closed { .. }) {
        return round.draft_version.map(|draft| (t::round_read_text(l), routes::draft(l, draft)));
    }
    open_step(l, round)
}

/// The buttons of a round; `more` is what stands beside the first step, such as the way to the round's page.
pub fn call_actions(l: Locale, round: &Round, now: Instant, more: AnyView) -> AnyView {
    let closed = matches!(round.window.public_phase(now), Phase::Closed { .. });
    let kind = if closed { Button::Secondary } else { Button::Primary };
    let step = first_step(l, round, now).map(|(words, href)| ui::link_button(words, href, kind));
    view! { <div class="actions">{step}{more}</div> }.into_any()
}

/// A round as the thing that is asked for now.
pub fn call_panel(l: Locale, line: &RoundLine, now: Instant) -> AnyView {
    let round = &line.round;
    let demonstration = round.demonstration.then(|| view! { " "{ui::demonstration_badge(l)} });
    let about = view! { <a href=routes::round(l, round.id)>{t::round_open_round(l)}</a> }.into_any();
    view! {
        <div class="stack">
            <p class="eyebrow">
                {labels::round_kind(l, round.kind)}" · "{local(l, &line.body.short_name)}" · "{local(l, &line.session.title)}{demonstration}
            </p>
            <h3><a href=routes::round(l, round.id)>{local(l, &round.title)}</a></h3>
            <p class="lede">{local(l, &round.call)}</p>
            {ui::deadline(l, round, now, DeadlineStyle::Full)}
            {call_actions(l, round, now, about)}
        </div>
    }
    .into_any()
}
