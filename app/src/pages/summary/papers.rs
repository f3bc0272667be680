//! The papers of a session, by subgroup: accepted ones in full, others as counts.

use super::super::parts;
use super::not_shown;
use crate::ui;
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::i18n::t::{co_signing, late, summary as t};
use model::labels;
use model::portal::{SubgroupSummary, Summary, SummaryPaper};
use model::routes;

/// Every subgroup with its papers.
pub fn by_subgroup(l: Locale, summary: &Summary) -> AnyView {
    let groups: Vec<_> = summary.papers.iter().enumerate().map(|(at, group)| one_group(l, summary, at, group)).collect();
    if groups.is_empty() {
        return ().into_any();
    }
    view! { <section class="section"><h2>{t::summary_papers_heading(l)}</h2>{groups}</section> }.into_any()
}

fn one_group(l: Locale, summary: &Summary, at: usize, group: &SubgroupSummary) -> AnyView {
    let name = match &group.subgroup {
        Some(subgroup) => view! {
            <a href=routes::subgroup(l, subgroup.code.to_lowercase())>{parts::local(l, &subgroup.name)}</a>
        }
        .into_any(),
        None => t::summary_whole_body(l).into_any(),
    };
    let papers = if group.accepted.is_empty() {
        view! { <p>{t::summary_papers_none(l)}</p> }.into_any()
    } else {
        group.accepted.iter().map(|paper| one_paper(l, summary, paper)).collect_view().into_any()
    };
    view! { <section class="section" id=format!("papers-{at}")><h3>{name}</h3>{papers}{not_shown(l, group.counts)}</section> }.into_any()
}

fn one_paper(l: Locale, summary: &Summary, paper: &SummaryPaper) -> AnyView {
    let standing = summary.standings.get(&paper.organisation.id).copied();
    let names: Vec<_> = paper.signatories.iter().map(|signatory| view! { <li>{ui::organisation(l, signatory)}</li> }).collect();
    let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let signatories = (!names.is_empty()).then(|| {
        view! { <p>{co_signing::paper_co_signed(l, count)}</p><ul class="stack">{names}</ul> }
    });
    let source = t::summary_paper_source(
        l,
        paper.receipt.as_str(),
        calendar::full(l, paper.received_at.to_second(), summary.session.time_zone.as_str()),
    );
    view! {
        <article class="stack">
            <h4>{ui::paper_title(l, &paper.title, paper.language)}</h4>
            <p>{ui::organisation(l, &paper.organisation)}{ui::standing(l, standing)}" · "{labels::language_name(l, paper.language)}</p>
            {signatories}
            <p class="meta"><a href=routes::paper(l, paper.id)>{source}</a></p>
            {paper.late.then(|| view! { <p>{ui::badge(late::late_mark(l))}</p> })}
            {ui::prose(&paper.text, paper.language)}
            {parts::answered(l, &paper.answers, paper.language, false)}
            {parts::recommended(l, &paper.recommendations, paper.language, false)}
        </article>
    }
    .into_any()
}
