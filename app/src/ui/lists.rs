//! Lists: papers in rows, rounds on cards.

use super::deadline::{DeadlineStyle, deadline, happened};
use super::facts::{badge, demonstration_badge, organisation_name};
use super::labels;
use leptos::prelude::*;
use model::domain::language::{Language, Locale};
use model::domain::time::Instant;
use model::i18n::t;
use model::portal::{PaperLine, RoundLine};
use model::routes;

/// The title of a paper in its own language, or a word for one that has none yet.
pub fn paper_title(l: Locale, title: &str, language: Language) -> impl IntoView + use<> {
    let (lang, words) = if title.trim().is_empty() { (l.code(), t::common::untitled(l)) } else { (language.code(), title) };
    view! { <bdi lang=lang>{words.to_owned()}</bdi> }
}

/// Public papers in rows; `empty` where there are none. They are all accepted: that is said once, by the page.
pub fn paper_rows(l: Locale, papers: &[PaperLine], empty: AnyView) -> AnyView {
    if papers.is_empty() {
        return empty;
    }
    let rows: Vec<_> = papers.iter().map(|paper| paper_row(l, paper)).collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn paper_row(l: Locale, paper: &PaperLine) -> impl IntoView + use<> {
    let at = paper.submitted_at.unwrap_or(paper.updated_at);
    let organisation = &paper.organisation;
    // One text instead of four elements: a list has hundreds of rows.
    let facts = [
        labels::stakeholder_type(l, organisation.stakeholder_type),
        labels::region(l, organisation.region),
        paper.subgroup_code.as_deref().unwrap_or_else(|| t::common::whole_body(l)),
        labels::language_name(l, paper.language),
    ]
    .join(" · ");
    let late = paper.late.then(|| badge(t::late::late_mark(l)));
    view! {
        <li class="row">
            <h3 class="row__title"><a href=routes::paper(l, paper.id)>{paper_title(l, &paper.title, paper.language)}</a></h3>
            <p class="row__meta">
                {organisation_name(l, organisation)}
                <span>{facts}</span>
                {happened(l, at)}
                {late}
            </p>
        </li>
    }
}

/// Rounds on cards, each with its deadline.
pub fn round_cards(l: Locale, rounds: &[RoundLine], now: Instant) -> AnyView {
    let cards: Vec<_> = rounds.iter().map(|line| round_card(l, line, now)).collect();
    view! { <ul class="cards">{cards}</ul> }.into_any()
}

fn round_card(l: Locale, line: &RoundLine, now: Instant) -> impl IntoView + use<> {
    let round = &line.round;
    let demonstration = round.demonstration.then(|| view! { " "{demonstration_badge(l)} });
    view! {
        <li class="card">
            <p class="eyebrow">{labels::round_kind(l, round.kind)}{demonstration}</p>
            <h3><a href=routes::round(l, round.id)>{round.title.get(l).to_owned()}</a></h3>
            <p class="meta">{line.body.short_name.get(l).to_owned()}" · "{line.session.title.get(l).to_owned()}</p>
            <p>{deadline(l, round, now, DeadlineStyle::Compact)}</p>
        </li>
    }
}
