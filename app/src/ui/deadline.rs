//! A deadline leaves no doubt: state, local time, zone, UTC, time left. The same words everywhere.

use crate::islands::{Countdown, CountdownTexts, Moment, SLOTS, Stage};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::domain::round::Round;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::i18n::t::{calendar as calendar_texts, common as t, labels};

/// How a deadline is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineStyle {
    /// The framed one, at the head of a page.
    Full,
    /// One line, in lists.
    Compact,
    /// The framed one with the countdown and the reader's own time, while there is something to count down to. The page loads the
    /// browser part by itself.
    Live,
}

/// The deadline of a round, for everybody.
pub fn deadline(l: Locale, round: &Round, now: Instant, style: DeadlineStyle) -> AnyView {
    let phase = round.window.public_phase(now);
    if style == DeadlineStyle::Live && !matches!(phase, Phase::Closed { .. }) {
        let (opens, closes) = (round.window.opens_at, round.window.closes_at);
        return live(l, phase, (opens, closes), &round.time_zone, now);
    }
    deadline_in(l, phase, &round.time_zone, now, style)
}

/// A deadline by its phase: for one organisation or one item, after the grants it holds. `Live` counts down to an end; an opening is
/// that of the round.
pub fn deadline_in(l: Locale, phase: Phase, zone: &str, now: Instant, style: DeadlineStyle) -> AnyView {
    if let (DeadlineStyle::Live, Phase::Open { until }) = (style, phase) {
        // It is open: its opening is not shown, and the island needs one that has passed.
        return live(l, phase, (Instant(now.0.min(until.0)), until), zone, now);
    }
    let stage = Stage::from(phase.urgency(now));
    let instant = instant(phase);
    let (local, zone_words) = (calendar::local(l, instant, zone), calendar::zone_at(l, instant, zone));
    let words = stage_words(l, stage);
    let left = left_words(l, phase, now).map(|left| view! { " "<span class="deadline__left">{left}</span> });
    let utc = (zone != "UTC").then(|| view! { " "<span class="deadline__utc">{calendar::utc(l, instant, zone)}</span> });
    let content = view! {
        <strong class="deadline__state">{words}</strong>
        " "
        <time class="deadline__local" datetime=calendar::iso(instant)>{local}</time>
        " "
        <span class="deadline__zone">{zone_words}</span>
        {utc}
        {left}
    };
    let class = stage.class();
    match style {
        DeadlineStyle::Compact => view! { <span class=format!("deadline deadline--compact {class}")>{content}</span> }.into_any(),
        DeadlineStyle::Full | DeadlineStyle::Live => view! { <div class=format!("deadline {class}")>{content}</div> }.into_any(),
    }
}

/// A phase in words: *Open*, *Closed*, *Not open yet*, with its mark.
pub fn phase(l: Locale, phase: Phase) -> AnyView {
    let class = match phase {
        Phase::Upcoming { .. } => "status status--upcoming",
        Phase::Open { .. } => "status status--open",
        Phase::Closed { .. } => "status status--closed",
    };
    view! { <span class=class>{phase_words(l, phase)}</span> }.into_any()
}

/// A phase in words.
pub const fn phase_words(l: Locale, phase: Phase) -> &'static str {
    match phase {
        Phase::Upcoming { .. } => labels::phase_upcoming(l),
        Phase::Open { .. } => labels::phase_open(l),
        Phase::Closed { .. } => labels::phase_closed(l),
    }
}

/// An instant in words: local time, zone and UTC.
pub fn time(l: Locale, instant: Instant, zone: &str) -> AnyView {
    view! { <time datetime=calendar::iso(instant)>{calendar::full(l, instant, zone)}</time> }.into_any()
}

/// When something happened, to the minute, in UTC: for lists. Deadlines and receipts are shown as exactly as they are enforced.
pub fn happened(l: Locale, instant: Instant) -> impl IntoView + use<> {
    view! { <time datetime=calendar::iso(instant)>{calendar::minute(l, instant)}</time> }
}

const fn instant(phase: Phase) -> Instant {
    match phase {
        Phase::Upcoming { opens } => opens,
        Phase::Open { until } => until,
        Phase::Closed { since } => since,
    }
}

const fn stage_words(l: Locale, stage: Stage) -> &'static str {
    match stage {
        Stage::Upcoming => t::deadline_upcoming(l),
        Stage::Open => t::deadline_open(l),
        Stage::Soon => t::deadline_soon(l),
        Stage::LastHour => t::deadline_last_hour(l),
        Stage::Closed => t::deadline_closed(l),
    }
}

fn left_words(l: Locale, phase: Phase, now: Instant) -> Option<String> {
    match phase {
        Phase::Upcoming { opens } => Some(t::deadline_in(l, calendar::span_in_words(l, opens - now))),
        Phase::Open { until } => Some(t::deadline_left(l, calendar::span_in_words(l, until - now))),
        Phase::Closed { .. } => None,
    }
}

/// An instant as the countdown shows it.
fn in_words(l: Locale, instant: Instant, zone: &str) -> Moment {
    Moment {
        at: instant,
        iso: calendar::iso(instant),
        local: calendar::local(l, instant, zone),
        zone: calendar::zone_at(l, instant, zone),
        utc: if zone == "UTC" { String::new() } else { calendar::utc(l, instant, zone) },
    }
}

fn live(l: Locale, phase: Phase, (opens, closes): (Instant, Instant), zone: &str, now: Instant) -> AnyView {
    super::layout::load_islands();
    let texts = CountdownTexts {
        lang: l.code().to_owned(),
        stages: Stage::ALL.map(|stage| stage_words(l, stage).to_owned()),
        opens_in: t::deadline_in(l, SLOTS[0]),
        left: t::deadline_left(l, SLOTS[0]),
        two_spans: calendar_texts::two_spans(l, SLOTS[0], SLOTS[1]),
        yours: t::deadline_yours(l, SLOTS[0]),
        clock_fast: t::deadline_clock_fast(l, SLOTS[0]),
        clock_slow: t::deadline_clock_slow(l, SLOTS[0]),
    };
    let stage = Stage::from(phase.urgency(now));
    let left = left_words(l, phase, now).unwrap_or_default();
    let (opens, closes) = (in_words(l, opens, zone), in_words(l, closes, zone));
    view! { <Countdown opens=opens closes=closes texts=texts stage=stage left=left/> }.into_any()
}
