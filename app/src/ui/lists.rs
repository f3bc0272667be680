//! Lists: papers in rows, rounds on cards.

use super::deadline::{DeadlineStyle, deadline};
use super::facts::demonstration_badge;
use super::markup::Markup;
use leptos::prelude::*;
use model::calendar;
use model::domain::language::{Language, Locale};
use model::domain::time::Instant;
use model::i18n::t;
use model::labels;
use model::portal::{PaperLine, RoundLine};
use model::routes;

/// The title of a paper in its own language, or a word for one that has none yet.
pub fn paper_title(l: Locale, title: &str, language: Language) -> impl IntoView + use<> {
    let (lang, words) = title_of(l, title, language);
    view! { <bdi lang=lang>{words.to_owned()}</bdi> }
}

/// The title with the code of its language.
fn title_of(l: Locale, title: &str, language: Language) -> (&'static str, &str) {
    if title.trim().is_empty() { (l.code(), t::common::untitled(l)) } else { (language.code(), title) }
}

/// Public papers in rows; `empty` where there are none. They are all accepted: that is said once, by the page.
pub fn paper_rows(l: Locale, papers: &[PaperLine], empty: AnyView) -> AnyView {
    if papers.is_empty() {
        return empty;
    }
    let mut rows = Markup::of(papers.len() * 512);
    for paper in papers {
        paper_row(&mut rows, l, paper);
    }
    view! { <ul class="rows" inner_html=rows.into_html()></ul> }.into_any()
}

/// As [`paper_title`], [`organisation_name`](super::organisation_name) and [`happened`](super::happened) write them.
fn paper_row(row: &mut Markup, l: Locale, paper: &PaperLine) {
    let organisation = &paper.organisation;
    let (lang, title) = title_of(l, &paper.title, paper.language);
    let subgroup = paper.subgroup_code.as_deref().unwrap_or_else(|| t::common::whole_body(l));
    let at = paper.submitted_at.unwrap_or(paper.updated_at);
    row.raw("<li class=\"row\"><h3 class=\"row__title\"><a href=\"").value(&routes::paper(l, paper.id));
    row.raw("\"><bdi lang=\"").value(lang).raw("\">").text(title);
    row.raw("</bdi></a></h3><p class=\"row__meta\"><a href=\"").value(&routes::organisation(l, organisation.id));
    row.raw("\"><bdi>").text(&organisation.name).raw("</bdi></a><span>");
    row.text(labels::stakeholder_type(l, organisation.stakeholder_type)).raw(" · ").text(labels::region(l, organisation.region));
    row.raw(" · ").text(subgroup).raw(" · ").text(labels::language_name(l, paper.language)).raw("</span><time datetime=\"");
    row.value(&calendar::iso(at)).raw("\">").text(&calendar::minute(l, at)).raw("</time>");
    if paper.late {
        row.raw("<span class=\"badge\">").text(t::late::late_mark(l)).raw("</span>");
    }
    row.raw("</p></li>");
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
