//! The home of a body: what is asked for now, its sessions on a line, subgroups, draft texts, who takes part.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::i18n::t::{drafting, planning, sessions as t};
use model::policy::{self, KeepSession, PrepareText};
use model::portal::BodyPage;
use model::routes;

/// `/bodies/{code}`
pub async fn page(cx: &Cx, code: &str) -> PageResult {
    let body = cx.portal.body(&cx.ctx, code).await?;
    let head = Head::new(body.body.short_name.get(cx.locale()));
    Ok(ui::page(cx, 200, head, || content(cx, &body)))
}

fn content(cx: &Cx, page: &BodyPage) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let first = parts::first_open(&page.rounds, now);
    let others: Vec<_> = page.rounds.iter().filter(|line| first.is_none_or(|first| first.round.id != line.round.id)).cloned().collect();
    let others = (!others.is_empty()).then(|| {
        view! { <section class="section"><h2>{t::body_rounds(l)}</h2>{ui::round_cards(l, &others, now)}</section> }
    });
    let asked = match first {
        Some(line) => parts::call_panel(l, line, now),
        None => ui::empty(t::body_no_round(l), view! { <p>{t::body_no_round_what(l)}</p> }.into_any()),
    };
    let name = page.body.name.get(l).to_owned();
    view! {
        {ui::page_head(Some(page.body.short_name.get(l).to_owned()), name, Some(page.body.description.get(l).to_owned()))}
        <div class="columns">
            <div>
                <section class="section"><h2>{t::body_asked_now(l)}</h2>{asked}</section>
                {others}
                <section class="section"><h2>{t::body_drafts(l)}</h2>{parts::draft_rows(l, &page.drafts, no_drafts(cx))}{prepare(cx, page)}</section>
                {subgroups(cx, page)}
                {who(cx, page)}
            </div>
            <aside>{sessions(cx, page)}</aside>
        </div>
    }
    .into_any()
}

/// Where the chair prepares texts.
fn prepare(cx: &Cx, page: &BodyPage) -> AnyView {
    let l = cx.locale();
    let prepares = policy::offers(&cx.ctx.actor, &PrepareText { body: page.body.id }, cx.ctx.now);
    prepares.then(|| view! { <p><a href=routes::texts(l, &page.body.code)>{drafting::texts_prepare(l)}</a></p> }).into_any()
}

fn no_drafts(cx: &Cx) -> AnyView {
    let l = cx.locale();
    ui::empty(t::body_no_drafts(l), view! { <p>{t::body_no_drafts_what(l)}</p> }.into_any())
}

fn subgroups(cx: &Cx, page: &BodyPage) -> AnyView {
    let l = cx.locale();
    let list = if page.subgroups.is_empty() {
        ui::empty(t::body_no_subgroups(l), view! { <p>{t::body_no_subgroups_what(l)}</p> }.into_any())
    } else {
        parts::subgroup_cards(l, &page.subgroups)
    };
    view! { <section class="section"><h2>{t::body_subgroups(l)}</h2>{list}</section> }.into_any()
}

fn who(cx: &Cx, page: &BodyPage) -> AnyView {
    let l = cx.locale();
    if page.subgroups.iter().all(|line| line.members == 0) {
        return ().into_any();
    }
    let values: Vec<_> = page
        .subgroups
        .iter()
        .map(|line| parts::Value {
            short: line.subgroup.code.clone(),
            full: format!("{} ({})", line.subgroup.name.get(l), line.subgroup.code),
            count: line.members,
        })
        .collect();
    let words = parts::Words {
        caption: t::body_who_caption(l),
        as_table: t::body_who_table(l),
        column: t::body_who_subgroup(l),
        count: t::body_who_organisations(l),
    };
    view! { <section class="section"><h2>{t::body_who(l)}</h2>{parts::bars(&words, &values)}</section> }.into_any()
}

fn sessions(cx: &Cx, page: &BodyPage) -> AnyView {
    let l = cx.locale();
    let list = if page.sessions.is_empty() {
        ui::empty(t::body_no_sessions(l), view! { <p>{t::body_no_sessions_what(l)}</p> }.into_any())
    } else {
        parts::timeline(l, &page.sessions, cx.ctx.now)
    };
    let new = policy::offers(&cx.ctx.actor, &KeepSession { body: page.body.id }, cx.ctx.now)
        .then(|| view! { <p><a href=routes::new_session(l, &page.body.code)>{planning::plan_session_new(l)}</a></p> });
    view! { <section class="section"><h2>{t::body_sessions(l)}</h2>{list}{parts::calendar_link(l, routes::body_calendar(l, &page.body.code))}{new}</section> }.into_any()
}
