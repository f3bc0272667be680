//! The consolidated summary of a session as a document: by paragraph, then by subgroup, each line with its source.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::SessionId;
use model::domain::language::Locale;
use model::i18n::t::{sentences, statistics, summary as t};
use model::portal::{StateCounts, Summary};
use model::routes;
use std::collections::HashSet;

mod papers;
mod texts;

/// `/sessions/{id}/summary`
pub async fn page(cx: &Cx, id: SessionId) -> PageResult {
    let summary = cx.portal.summary(&cx.ctx, id).await?;
    let head = parts::head_in_session(cx.locale(), t::summary_title(cx.locale()), &summary.body, &summary.session);
    Ok(ui::page(cx, 200, head, || content(cx, &summary)))
}

fn content(cx: &Cx, summary: &Summary) -> AnyView {
    let l = cx.locale();
    let eyebrow = format!("{} · {}", summary.body.short_name.get(l), summary.session.title.get(l));
    let as_of = t::summary_as_of(l, calendar::full(l, summary.as_of.to_second(), &summary.session.time_zone));
    let more = view! { <p class="meta">{as_of}</p><p class="meta">{t::summary_for_office(l)}</p>{exports(l, summary)}<p><a href=routes::write_summary(l, summary.session.id)>{sentences::outline_link(l)}</a>" · "<a href=routes::statistics(l, summary.session.id)>{statistics::stat_link(l)}</a></p> };
    let document = if summary.comment_counts.total() + summary.paper_counts.total() == 0 {
        let none = ui::empty(t::summary_empty(l), view! { <p>{t::summary_empty_what(l)}</p> }.into_any());
        view! { <section class="section"><h2>{t::summary_overview(l)}</h2>{none}</section> }.into_any()
    } else {
        view! { {overview(l, summary)}{texts::by_paragraph(l, summary)}{papers::by_subgroup(l, summary)} }.into_any()
    };
    view! {
        {ui::page_head_with(Some(eyebrow), t::summary_title(l), Some(t::summary_lede(l).to_owned()), more.into_any())}
        {contents(l, summary)}
        {document}
    }
    .into_any()
}

/// The three files. The editable one first: it is what a chair works on.
fn exports(l: Locale, summary: &Summary) -> AnyView {
    let id = summary.session.id;
    view! {
        <div class="actions" role="group" aria-label=t::summary_exports(l)>
            {ui::link_button(t::summary_docx(l), routes::summary_docx(l, id), Button::Primary)}
            {ui::link_button(t::summary_csv(l), routes::summary_csv(l, id), Button::Secondary)}
            {ui::link_button(t::summary_json(l), routes::summary_json(l, id), Button::Secondary)}
        </div>
        <p class="meta">{t::summary_exports_what(l)}</p>
    }
    .into_any()
}

fn contents(l: Locale, summary: &Summary) -> AnyView {
    let texts = summary.texts.iter().enumerate().map(|(at, text)| {
        let words = t::summary_text_heading(l, text.draft.label.get(l), text.draft.title.get(l));
        view! { <li><a href=format!("#text-{at}")>{words}</a></li> }.into_any()
    });
    let papers = summary.papers.iter().enumerate().map(|(at, group)| {
        let name = group.subgroup.as_ref().map_or_else(|| t::summary_whole_body(l), |subgroup| subgroup.name.get(l)).to_owned();
        view! { <li><a href=format!("#papers-{at}")>{name}</a></li> }.into_any()
    });
    let items: Vec<_> = texts.chain(papers).collect();
    if items.is_empty() {
        return ().into_any();
    }
    view! {
        <nav class="stack" aria-labelledby="contents"><h2 id="contents">{t::summary_contents(l)}</h2><ol>{items}</ol></nav>
    }
    .into_any()
}

/// The organisations whose input was accepted, each counted once.
fn organisations(summary: &Summary) -> usize {
    let comments = summary
        .texts
        .iter()
        .flat_map(|text| &text.provisions)
        .flat_map(|provision| &provision.accepted)
        .map(|comment| comment.organisation.id);
    let papers = summary.papers.iter().flat_map(|group| &group.accepted).map(|paper| paper.organisation.id);
    comments.chain(papers).collect::<HashSet<_>>().len()
}

fn overview(l: Locale, summary: &Summary) -> AnyView {
    let figure = |name: &'static str, count: String| view! { <div><dt>{name}</dt><dd>{count}</dd></div> };
    let row = |name: &'static str, counts: StateCounts| {
        let cells: Vec<_> = [counts.accepted, counts.submitted, counts.returned, counts.declined, counts.total()]
            .into_iter()
            .map(|count| view! { <td class="number">{count.to_string()}</td> })
            .collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    let heads: Vec<_> = [
        t::summary_counts_accepted(l),
        t::summary_counts_submitted(l),
        t::summary_counts_returned(l),
        t::summary_counts_declined(l),
        t::summary_counts_total(l),
    ]
    .into_iter()
    .map(|name| view! { <th scope="col" class="number">{name}</th> })
    .collect();
    view! {
        <section class="section">
            <h2>{t::summary_overview(l)}</h2>
            <dl class="figures">
                {figure(t::summary_figures_accepted(l), summary.comment_counts.accepted.to_string())}
                {figure(t::summary_figures_papers(l), summary.paper_counts.accepted.to_string())}
                {figure(t::summary_figures_organisations(l), organisations(summary).to_string())}
            </dl>
            <div class="table-wrap" tabindex="0" role="region" aria-labelledby="counts">
                <table>
                    <caption id="counts">{t::summary_counts_caption(l)}</caption>
                    <thead><tr><th scope="col">{t::summary_counts_kind(l)}</th>{heads}</tr></thead>
                    <tbody>
                        {row(t::summary_counts_comments(l), summary.comment_counts)}
                        {row(t::summary_counts_papers(l), summary.paper_counts)}
                    </tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// How much is not shown because it is not accepted; nothing where all is.
fn not_shown(l: Locale, counts: StateCounts) -> AnyView {
    let named: Vec<_> = [
        (counts.submitted, t::summary_count_submitted(l, counts.submitted)),
        (counts.returned, t::summary_count_returned(l, counts.returned)),
        (counts.declined, t::summary_count_declined(l, counts.declined)),
    ]
    .into_iter()
    .filter_map(|(count, words)| (count > 0).then_some(words))
    .collect();
    if named.is_empty() {
        return ().into_any();
    }
    view! { <p class="meta">{t::summary_not_shown(l, named.join(t::summary_separator(l)))}</p> }.into_any()
}
