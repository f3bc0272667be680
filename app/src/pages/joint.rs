//! The organisations of a joint paper, for those who write it: who is invited, and where each stands.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, DeadlineStyle};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::PaperId;
use model::domain::item::ItemState;
use model::domain::joint::Invited;
use model::domain::language::Locale;
use model::domain::window::Phase;
use model::forms::{FormState, JointForm};
use model::i18n::t::joint as t;
use model::policy::Denied;
use model::portal::JointPaper;
use model::routes;

/// `/papers/{id}/joint`; `search`: others to invite.
pub async fn page(cx: &Cx, id: PaperId, search: &str, state: Option<FormState<JointForm>>) -> PageResult {
    let page = cx.portal.joint_paper(&cx.ctx, id, search).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let head = parts::head_in_round(l, t::joint_title(l), &page.line).with_islands();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, search, &state)))
}

fn content(cx: &Cx, page: &JointPaper, search: &str, state: &FormState<JointForm>) -> AnyView {
    let (l, round) = (cx.locale(), &page.line.round);
    let fields = [(JointForm::ORGANISATION, t::joint_search(l))];
    let more = view! {
        <p>{ui::paper_title(l, &page.title, page.language)}</p>
        <div class="page-head__deadline">{ui::deadline_in(l, page.phase, &round.time_zone, cx.ctx.now, DeadlineStyle::Live)}</div>
        <p><a href=routes::paper(l, page.paper)>{t::joint_back(l)}</a></p>
    };
    let invite = match page.invite {
        Ok(()) => view! { {time_to_confirm(l, page)}{find(l, page, search)} }.into_any(),
        Err(Denied::NotEditable) => view! { <p class="section">{closed(cx, page)}</p> }.into_any(),
        // Said at the head where something was pressed all the same.
        Err(_) if state.is_refused() => ().into_any(),
        Err(denied) => parts::refusal_notice(l, &denied.into(), None, &round.time_zone),
    };
    view! {
        {parts::trouble(l, state, &fields, &round.time_zone)}
        {ui::page_head_with(Some(round.title.get(l).to_owned()), t::joint_title(l), Some(t::joint_lede(l).to_owned()), more.into_any())}
        <section class="section stack">
            <h2>{t::joint_list(l)}</h2>
            {organisations(l, page)}
            {ask(cx, page)}
        </section>
        {invite}
    }
    .into_any()
}

/// What holds where the words cannot be changed.
fn closed(cx: &Cx, page: &JointPaper) -> String {
    let l = cx.locale();
    match (page.state, page.line.round.window.phase(page.lead.id, None, cx.ctx.now)) {
        (ItemState::Submitted, _) => t::joint_closed(l).to_owned(),
        (ItemState::Accepted | ItemState::ForTheChair, Phase::Open { until }) => {
            t::joint_closed_version(l, calendar::full(l, until.to_second(), &page.line.round.time_zone))
        }
        (ItemState::Accepted | ItemState::ForTheChair, _) => t::joint_closed_final(l).to_owned(),
        _ => t::joint_ended(l).to_owned(),
    }
}

/// That nobody can confirm now, where it is so.
fn time_to_confirm(l: Locale, page: &JointPaper) -> AnyView {
    let at = |at: model::domain::time::Instant| calendar::full(l, at.to_second(), &page.line.round.time_zone);
    let words = match page.phase {
        Phase::Open { .. } => return ().into_any(),
        Phase::Upcoming { opens } => t::joint_early(l, at(opens)),
        Phase::Closed { since } => t::joint_late(l, at(since)),
    };
    ui::notice(ui::Notice::Info, view! { <p>{words}</p> }.into_any())
}

fn organisations(l: Locale, page: &JointPaper) -> AnyView {
    let row = |one: &Invited| {
        let uninvite = page.invite.is_ok().then(|| {
            view! {
                <form method="post" action=routes::joint_paper(l, page.paper)>
                    {ui::hidden(JointForm::ORGANISATION, one.organisation.id.to_string())}
                    {ui::small_button(t::joint_uninvite(l, one.organisation.name.as_str()), JointForm::ACT, JointForm::UNINVITE.to_owned())}
                </form>
            }
        });
        view! {
            <li class="row">
                <p>{ui::organisation(l, &one.organisation)}</p>
                <p class="row__aside">{parts::joint_answer(l, one.answer(&page.sha256), &page.line.round.time_zone)}</p>
                {uninvite}
            </li>
        }
    };
    let rows: Vec<_> = page.invited.iter().map(row).collect();
    let nobody = rows.is_empty().then(|| view! { <p>{t::joint_nobody(l)}</p> });
    view! {
        <ul class="rows">
            <li class="row"><p>{ui::organisation(l, &page.lead)}</p><p class="row__aside meta">{t::joint_lead(l)}</p></li>
            {rows}
        </ul>
        {nobody}
    }
    .into_any()
}

/// The button that writes to all that have not confirmed, where there are any that may be written to, and while they could.
fn ask(cx: &Cx, page: &JointPaper) -> AnyView {
    let l = cx.locale();
    if page.invite.is_err() || !page.phase.is_open() || !page.invited.iter().any(|one| one.is_awaited(&page.sha256)) {
        return ().into_any();
    }
    if !page.invited.iter().any(|one| one.can_be_asked(&page.sha256, cx.ctx.now)) {
        return view! { <p class="hint">{t::joint_ask_later(l)}</p> }.into_any();
    }
    view! {
        <form method="post" action=routes::joint_paper(l, page.paper)>
            <p class="hint">{t::joint_ask_hint(l)}</p>
            <div class="actions">{ui::button(t::joint_ask(l), Button::Secondary, Some((JointForm::ACT, JointForm::ASK)))}</div>
        </form>
    }
    .into_any()
}

/// Finds organisations by their names: a plain form that leads back here.
fn find(l: Locale, page: &JointPaper, search: &str) -> AnyView {
    let rows: Vec<_> = page
        .found
        .iter()
        .map(|one| {
            view! {
                <li class="row">
                    <p>{ui::organisation(l, one)}</p>
                    <form class="row__aside" method="post" action=routes::joint_paper(l, page.paper)>
                        {ui::hidden(JointForm::ORGANISATION, one.id.to_string())}
                        {ui::hidden(JointForm::SEARCH, search)}
                        {ui::small_button(t::joint_invite(l, one.name.as_str()), JointForm::ACT, JointForm::INVITE.to_owned())}
                    </form>
                </li>
            }
        })
        .collect();
    let none = (!search.trim().is_empty() && rows.is_empty()).then(|| view! { <p role="status">{t::joint_none(l)}</p> });
    let more = page.more.then(|| view! { <p class="hint">{t::joint_more(l, page.found.len())}</p> });
    view! {
        <section class="section stack">
            <h2>{t::joint_find(l)}</h2>
            <form class="filters" method="get" action=routes::joint_paper(l, page.paper) role="search">
                <div class="filters__search" id=JointForm::ORGANISATION>
                    <label for="search">{t::joint_search(l)}</label>
                    <input type="search" id="search" name=JointForm::SEARCH value=search.to_owned() dir="auto"/>
                </div>
                {ui::button(t::joint_search_button(l), Button::Secondary, None)}
            </form>
            <ul class="rows">{rows}</ul>
            {more}
            {none}
        </section>
    }
    .into_any()
}
