//! A text that is not issued yet: what it reads as, and what stands in its way.

use super::provision::unit_block;
use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::domain::drafting::{Doubt, Flaw, Imported, Outline, Remark, Spot, Unit};
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
        Doubt::NoSuchProvision => t::doubt_no_such_provision(l),
        Doubt::Joined => t::doubt_joined(l),
        Doubt::Parted => t::doubt_parted(l),
        Doubt::Heading => t::doubt_heading(l),
    }
    .to_owned()
}

/// That a text was read from another format, and what is not in it; nothing where it was not.
pub fn imported(l: Locale, source: &str) -> Option<AnyView> {
    let Imported(remarks) = Imported::of(source)?;
    let lines: Vec<_> = remarks.into_iter().map(|(what, count)| view! { <li>{remark(l, what, count)}</li> }).collect();
    let list = if lines.is_empty() {
        view! { <p>{t::import_nothing(l)}</p> }.into_any()
    } else {
        view! { <p>{t::import_remarks(l)}</p><ul class="stack">{lines}</ul> }.into_any()
    };
    let content = view! { <p><strong>{t::import_title(l)}</strong></p><p>{t::import_what(l)}</p>{list} };
    Some(ui::notice(Notice::Info, content.into_any()))
}

fn remark(l: Locale, remark: Remark, count: usize) -> String {
    match remark {
        Remark::Metadata => t::import_metadata(l).to_owned(),
        Remark::FrontPage => t::import_front_page(l).to_owned(),
        Remark::Closing => t::import_closing(l).to_owned(),
        Remark::Contents => t::import_contents(l).to_owned(),
        Remark::Tables => t::import_tables(l, count),
        Remark::Images => t::import_images(l, count),
        Remark::Foreign => t::import_foreign(l, count),
        Remark::Deletions => t::import_deletions(l, count),
        Remark::Insertions => t::import_insertions(l, count),
        Remark::Numbers => t::import_numbers(l, count),
        Remark::Otherwise => t::import_otherwise(l, count),
    }
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
