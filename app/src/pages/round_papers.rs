//! The papers of a round by pages: those in time, and apart from them those received after the deadline.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui;
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::i18n::t::{late, offices, papers, rounds as t};
use model::routes;

/// `/rounds/{id}/papers`, or `/rounds/{id}/papers/late`; `cursor` is where to go on, as an earlier page gave it.
pub async fn page(cx: &Cx, id: RoundId, late: bool, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.round_papers(&cx.ctx, id, late, cursor).await?;
    let (l, first) = (cx.locale(), cursor.is_none());
    let (title, here) = if page.late {
        (late::round_late_papers(l), routes::round_late_papers(l, id))
    } else {
        (t::round_papers(l), routes::round_papers(l, id))
    };
    let lede = page.late.then(|| late::round_late_papers_what(l).to_owned());
    let next = page.list.next.as_deref().map(|cursor| parts::with_query(&here, &[("after", cursor)]));
    let words = parts::PageWords {
        label: offices::desk_secretariat_pages(l),
        first: offices::desk_secretariat_first(l),
        next: offices::desk_secretariat_next(l),
    };
    let none = if first {
        ui::empty(t::round_no_papers(l), view! { <p>{t::round_no_papers_what(l)}</p> }.into_any())
    } else {
        ui::empty(papers::papers_empty_page(l), view! { <p>{papers::papers_empty_page_what(l)}</p> }.into_any())
    };
    let head = parts::head_in_round(l, title, &page.line);
    Ok(ui::page(cx, 200, head, || {
        view! {
            {ui::page_head(Some(page.line.round.title.get(l).to_owned()), title, lede)}
            <section aria-labelledby="papers">
                <h2 id="papers" class="visually-hidden">{title}</h2>
                {ui::paper_rows(l, &page.list.rows, none)}
            </section>
            {parts::pagination(&words, title, (!first).then_some(here), next)}
        }
        .into_any()
    }))
}
