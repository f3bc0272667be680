//! The moderator's desk: the queues, and an item with its decision.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::domain::ids::{CommentId, PaperId};
use model::forms::{DecisionForm, FormState};
use model::i18n::t::moderation as t;
use model::policy::Denied;
use model::portal::{ModerationItem, Queue};

mod corrigendum;
mod item;

pub use corrigendum::page as corrigendum;

/// `/moderation`
pub async fn queues(cx: &Cx) -> PageResult {
    if cx.signed_in().is_none() {
        return Err(Denied::NotSignedIn.into());
    }
    let queues = cx.portal.queues(&cx.ctx).await?;
    Ok(ui::page(cx, 200, Head::new(t::queue_title(cx.locale())), || content(cx, &queues)))
}

/// `/moderation/papers/{id}`
pub async fn paper(cx: &Cx, id: PaperId, state: Option<FormState<DecisionForm>>) -> PageResult {
    let item = cx.portal.moderate_paper(&cx.ctx, id).await?;
    decide(cx, item, state).await
}

/// `/moderation/comments/{id}`
pub async fn comment(cx: &Cx, id: CommentId, state: Option<FormState<DecisionForm>>) -> PageResult {
    let item = cx.portal.moderate_comment(&cx.ctx, id).await?;
    decide(cx, item, state).await
}

async fn decide(cx: &Cx, item: ModerationItem, state: Option<FormState<DecisionForm>>) -> PageResult {
    let queues = cx.portal.queues(&cx.ctx).await?;
    let state = item::prepared(&item, state);
    let head = item::head(cx.locale(), &item);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || item::content(cx, &item, &queues, &state)))
}

fn content(cx: &Cx, queues: &[Queue]) -> AnyView {
    let l = cx.locale();
    let body = if queues.is_empty() {
        let none = ui::empty(t::queue_none(l), view! { <p>{t::queue_none_what(l)}</p> }.into_any());
        view! { <section class="section"><h2 class="visually-hidden">{t::queue_label(l)}</h2>{none}</section> }.into_any()
    } else {
        queues.iter().enumerate().map(|(at, queue)| one(cx, queue, at)).collect_view().into_any()
    };
    view! { {ui::page_head(None, t::queue_title(l), Some(t::queue_lede(l).to_owned()))}{body} }.into_any()
}

fn one(cx: &Cx, queue: &Queue, at: usize) -> AnyView {
    let l = cx.locale();
    let waiting = i64::try_from(queue.waits()).unwrap_or(i64::MAX);
    let rows = if queue.waiting.is_empty() && queue.waits() > 0 {
        ().into_any()
    } else if queue.waiting.is_empty() {
        let title = if queue.total == 0 { t::queue_empty_none(l) } else { t::queue_empty(l) };
        ui::empty(title, view! { <p>{t::queue_empty_what(l)}</p> }.into_any())
    } else {
        parts::queue_rows(l, queue)
    };
    let code = queue.subgroup.as_ref().map(|subgroup| format!("{} · ", subgroup.code));
    view! {
        <section class="section">
            <h2>{parts::queue_name(l, queue)}</h2>
            {parts::progress(l, queue, format!("progress-{at}"))}
            <p class="meta">{code}{t::queue_waiting(l, waiting)}</p>
            {rows}
            {parts::corrigendum_rows(l, queue)}
            {parts::to_place_rows(l, queue)}
        </section>
    }
    .into_any()
}
