//! A session: when and where, its calls for input, its draft texts, and the summary for those who may read it.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::SessionId;
use model::i18n::t::{appeals, planning, rounds, sentences, sessions as t, statistics};
use model::labels;
use model::policy::{self, KeepSession};
use model::portal::SessionPage;
use model::routes;

/// `/sessions/{id}`
pub async fn page(cx: &Cx, id: SessionId) -> PageResult {
    let page = cx.portal.session(&cx.ctx, id).await?;
    let head = parts::head_in_body(cx.locale(), page.session.title.get(cx.locale()), &page.body);
    Ok(ui::page(cx, 200, head, || content(cx, &page)))
}

fn content(cx: &Cx, page: &SessionPage) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let session = &page.session;
    let rounds = if page.rounds.is_empty() {
        let body = page.body.short_name.get(l);
        let what = view! {
            <p>{t::session_page_no_rounds_what(l)}</p>
            <p><a href=routes::body(l, &page.body.code)>{t::session_page_see_body(l, body)}</a></p>
        };
        ui::empty(t::session_page_no_rounds(l), what.into_any())
    } else {
        ui::round_cards(l, &page.rounds, now)
    };
    let invented = session.demonstration.then(|| ui::notice(Notice::Info, view! { <p>{t::session_page_invented(l)}</p> }.into_any()));
    let no_drafts = ui::empty(t::session_page_no_drafts(l), view! { <p>{t::session_page_no_drafts_what(l)}</p> }.into_any());
    let deadline = parts::own_head_deadline(cx, &page.rounds);
    let more = view! { {invented}{deadline} };
    view! {
        {ui::page_head_with(Some(page.body.short_name.get(l).to_owned()), session.title.get(l), None, more.into_any())}
        <div class="columns">
            <div>
                <section class="section"><h2>{t::session_page_rounds(l)}</h2>{rounds}</section>
                <section class="section"><h2>{t::session_page_drafts(l)}</h2>{parts::draft_rows(l, &page.drafts, no_drafts)}</section>
                {withdrawn(cx, page)}
            </div>
            <aside>
                <section class="section"><h2>{t::session_page_status(l)}</h2>{facts(cx, page)}</section>
                {page.may_read_summary.then(|| summary(cx, page))}
                {chair(cx, page)}
                {further(cx, page)}
            </aside>
        </div>
    }
    .into_any()
}

/// What else there is to read of the session.
fn further(cx: &Cx, page: &SessionPage) -> AnyView {
    let (l, id) = (cx.locale(), page.session.id);
    let write = page.may_read_writing.then(|| view! { <li><a href=routes::write_summary(l, id)>{sentences::outline_link(l)}</a></li> });
    view! {
        <ul class="section stack">
            {write}
            <li><a href=routes::statistics(l, id)>{statistics::stat_link(l)}</a></li>
            <li><a href=routes::contributors(l, id)>{statistics::stat_contributors_link(l)}</a></li>
            <li><a href=routes::moderation_ledger(l, id)>{appeals::mod_ledger_link(l)}</a></li>
        </ul>
    }
    .into_any()
}

fn facts(cx: &Cx, page: &SessionPage) -> AnyView {
    let l = cx.locale();
    let session = &page.session;
    let status = session.status(&calendar::day(cx.ctx.now, &session.time_zone));
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    ui::facts(vec![
        fact(t::session_page_dates(l), calendar::days_in_words(l, &session.starts_on, &session.ends_on).into_any()),
        fact(t::session_page_status(l), labels::session_status(l, status).into_any()),
        fact(t::session_page_place(l), parts::local(l, &session.city)),
        fact(
            t::session_page_zone(l),
            calendar::zone_at(l, calendar::first_noon(session).unwrap_or(cx.ctx.now), &session.time_zone).into_any(),
        ),
        fact(t::session_page_mode(l), labels::mode(l, session.mode).into_any()),
        fact(t::session_page_code(l), session.code.clone().into_any()),
    ])
}

/// What was called and withdrawn before it opened: whoever saw it before finds here why it has gone.
fn withdrawn(cx: &Cx, page: &SessionPage) -> AnyView {
    let l = cx.locale();
    if page.withdrawn.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = page
        .withdrawn
        .iter()
        .map(|round| {
            let at = |instant| calendar::full(l, instant, &round.time_zone);
            view! {
                <li class="row">
                    <h3 class="row__title">{parts::local(l, &round.title)}</h3>
                    <p class="reason" dir="auto">{round.reason.clone()}</p>
                    <p class="row__meta">
                        <span>{planning::withdrawn_was(l, at(round.closes_at), at(round.opens_at))}</span>
                        <span>{planning::withdrawn_at(l, at(round.at.to_second()))}</span>
                        <span>{labels::role(l, round.by)}</span>
                    </p>
                </li>
            }
        })
        .collect();
    view! { <section class="section"><h2>{planning::withdrawn_rounds(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}

/// What the chair of the body does here.
fn chair(cx: &Cx, page: &SessionPage) -> AnyView {
    let l = cx.locale();
    if !policy::offers(&cx.ctx.actor, &KeepSession { body: page.body.id }, cx.ctx.now) {
        return ().into_any();
    }
    view! {
        <section class="section">
            <h2>{rounds::round_chair(l)}</h2>
            <ul class="stack">
                <li><a href=routes::new_round(l, page.session.id)>{planning::plan_round_new(l)}</a></li>
                <li><a href=routes::edit_session(l, page.session.id)>{planning::plan_session_edit(l)}</a></li>
            </ul>
        </section>
    }
    .into_any()
}

fn summary(cx: &Cx, page: &SessionPage) -> AnyView {
    let l = cx.locale();
    view! {
        <section class="section">
            <h2>{t::session_page_summary(l)}</h2>
            <p>{t::session_page_summary_what(l)}</p>
            <div class="actions">
                {ui::link_button(t::session_page_summary_link(l), routes::summary(l, page.session.id), Button::Primary)}
            </div>
        </section>
    }
    .into_any()
}
