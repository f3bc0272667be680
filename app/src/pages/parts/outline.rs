//! A text that is not issued yet: what it reads as, and what stands in its way.

use super::provision::unit_block;
use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::domain::drafting::{Doubt, Flaw, Outline, Spot, Unit};
use model::domain::language::{Language, Locale};
use model::i18n::t::drafting as t;

/// How many are listed at most: whoever has mended these presses again.
const LISTED: usize = 50;

/// What has to be put right before a text is issued, and what is worth a look.
pub fn troubles(l: Locale, outline: &Outline) -> AnyView {
    let flaws = outline.flaws.iter().map(|spot| (spot, flaw(l, &spot.what))).map(|(spot, words)| line(l, spot, words));
    let doubts = outline.doubts.iter().map(|spot| (spot, doubt(l, &spot.what))).map(|(spot, words)| line(l, spot, words));
    let list = |kind: Notice, title: &'static str, lines: Vec<AnyView>| {
        (!lines.is_empty()).then(|| ui::notice(kind, view! { <p><strong>{title}</strong></p><ul class="stack">{lines}</ul> }.into_any()))
    };
    view! {
        {list(Notice::Warning, t::text_flaws(l), flaws.take(LISTED).collect())}
        {list(Notice::Info, t::text_doubts(l), doubts.take(LISTED).collect())}
    }
    .into_any()
}

fn line<T>(l: Locale, spot: &Spot<T>, words: String) -> AnyView {
    let place = if spot.line == 0 { t::text_spot_without_line(l).to_owned() } else { t::text_spot(l, spot.line, spot.words.as_str()) };
    view! { <li>{place}" "{words}</li> }.into_any()
}

fn flaw(l: Locale, flaw: &Flaw) -> String {
    match flaw {
        Flaw::NoNumber => t::flaw_no_number(l).to_owned(),
        Flaw::NoWords => t::flaw_no_words(l).to_owned(),
        Flaw::NothingAbove => t::flaw_nothing_above(l).to_owned(),
        Flaw::Twice => t::flaw_twice(l).to_owned(),
        Flaw::NoSuchNote => t::flaw_no_such_note(l).to_owned(),
        Flaw::TooLong { max } => t::flaw_too_long(l, *max),
        Flaw::TooMany { max } => t::flaw_too_many(l, *max),
    }
}

fn doubt(l: Locale, doubt: &Doubt) -> String {
    match doubt {
        Doubt::OutOfOrder => t::doubt_out_of_order(l),
        Doubt::Bracket => t::doubt_bracket(l),
        Doubt::UnusedNote => t::doubt_unused_note(l),
        Doubt::Joined => t::doubt_joined(l),
        Doubt::Parted => t::doubt_parted(l),
    }
    .to_owned()
}

/// Provisions that are numbered: all but headings and notes.
pub fn numbered(units: &[Unit]) -> usize {
    units.iter().filter(|unit| unit.level.is_numbered()).count()
}

/// The text as it will stand.
pub fn outlined(language: Language, units: &[Unit]) -> AnyView {
    let blocks: Vec<_> = units.iter().map(|unit| unit_block(language, unit)).collect();
    view! { <div class="draft" dir=language.direction().as_str()>{blocks}</div> }.into_any()
}
