//! The papers of a round by pages: those in time, apart from them those received after the deadline, and for the chair and the
//! secretariat those that are for the chair only.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui;
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::i18n::t::{consents, late, offices, papers, rounds as t};
use model::portal::Shelf;
use model::routes;

/// `/rounds/{id}/papers`, `/rounds/{id}/papers/late`, or `/rounds/{id}/papers/chair`; `cursor` is where to go on, as an earlier page gave it.
pub async fn page(cx: &Cx, id: RoundId, shelf: Shelf, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.round_papers(&cx.ctx, id, shelf, cursor).await?;
    let (l, first) = (cx.locale(), cursor.is_none());
    let (title, here, lede) = match page.shelf {
        Shelf::InTime => (t::round_papers(l), routes::round_papers(l, id), None),
        Shelf::Late => (late::round_late_papers(l), routes::round_late_papers(l, id), Some(late::round_late_papers_what(l))),
        Shelf::ForTheChair => (consents::consent_papers(l), routes::round_chair_papers(l, id), Some(consents::consent_papers_what(l))),
    };
    let next = page.list.next.as_deref().map(|cursor| parts::with_query(&here, &[("after", cursor)]));
    let words = parts::PageWords {
        label: offices::desk_secretariat_pages(l),
        first: offices::desk_secretariat_first(l),
        next: offices::desk_secretariat_next(l),
    };
    let none = if first && page.shelf == Shelf::ForTheChair {
        ui::empty(consents::consent_no_papers(l), view! { <p>{consents::consent_no_papers_what(l)}</p> }.into_any())
    } else if first {
        ui::empty(t::round_no_papers(l), view! { <p>{t::round_no_papers_what(l)}</p> }.into_any())
    } else {
        ui::empty(papers::papers_empty_page(l), view! { <p>{papers::papers_empty_page_what(l)}</p> }.into_any())
    };
    let head = parts::head_in_round(l, title, &page.line);
    Ok(ui::page(cx, 200, head, || {
        view! {
            {ui::page_head(Some(page.line.round.title.get(l).to_owned()), title, lede.map(str::to_owned))}
            <section aria-labelledby="papers">
                <h2 id="papers" class="visually-hidden">{title}</h2>
                {ui::paper_rows(l, &page.list.rows, none)}
            </section>
            {parts::pagination(&words, title, (!first).then_some(here), next)}
        }
        .into_any()
    }))
}
