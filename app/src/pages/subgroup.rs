//! A subgroup: what it discusses, who is in it, what it received, and joining it.

use super::parts;
use crate::domain::ids::OrganisationId;
use crate::error::PortalError;
use crate::i18n::t::sessions as t;
use crate::portal::SubgroupPage;
use crate::render::{Cx, PageResult};
use crate::routes;
use crate::ui::{self, Button, DeadlineStyle, Notice};
use leptos::prelude::*;

/// The hidden field of the form to join.
const ORGANISATION: &str = "organisation";

/// `/subgroups/{code}`; with `error` after joining was refused.
pub async fn page(cx: &Cx, code: &str, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.subgroup(&cx.ctx, code).await?;
    let l = cx.locale();
    let head = parts::head_in_body(l, page.subgroup.name.get(l), &page.body);
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head, || content(cx, &page, error.as_ref())))
}

fn content(cx: &Cx, page: &SubgroupPage, error: Option<&PortalError>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let subgroup = &page.subgroup;
    let deadline = parts::head_deadline(l, &page.rounds, now, DeadlineStyle::Full);
    let eyebrow = t::subgroup_eyebrow(l, subgroup.code.as_str());
    let rounds = if page.rounds.is_empty() {
        ui::empty(t::subgroup_no_rounds(l), view! { <p>{t::subgroup_no_rounds_what(l)}</p> }.into_any())
    } else {
        ui::round_cards(l, &page.rounds, now)
    };
    let no_drafts = ui::empty(t::subgroup_no_drafts(l), view! { <p>{t::subgroup_no_drafts_what(l)}</p> }.into_any());
    let no_papers = ui::empty(t::subgroup_no_papers(l), view! { <p>{t::subgroup_no_papers_what(l)}</p> }.into_any());
    view! {
        {ui::page_head_with(Some(eyebrow), subgroup.name.get(l), Some(subgroup.description.get(l).to_owned()), deadline)}
        {error.map(|error| parts::refusal_notice(l, error, None, "UTC"))}
        <div class="columns">
            <div>
                <section class="section" id="join"><h2>{t::subgroup_join_heading(l)}</h2>{join(cx, page)}</section>
                <section class="section"><h2>{t::subgroup_rounds(l)}</h2>{rounds}</section>
                <section class="section"><h2>{t::subgroup_drafts(l)}</h2>{parts::draft_rows(l, &page.drafts, no_drafts)}</section>
                <section class="section"><h2>{t::subgroup_papers(l)}</h2>{ui::paper_rows(l, &page.papers, no_papers)}</section>
            </div>
            <aside>{members(cx, page)}</aside>
        </div>
    }
    .into_any()
}

/// Joining, for each organisation one may join for; otherwise how to get there.
fn join(cx: &Cx, page: &SubgroupPage) -> AnyView {
    let l = cx.locale();
    if cx.signed_in().is_none() {
        return view! {
            <p>{t::subgroup_join_register(l)}</p>
            <div class="actions">
                {ui::link_button(t::subgroup_register(l), routes::register(l), Button::Primary)}
                {ui::link_button(t::subgroup_sign_in(l), parts::sign_in_and_return(cx), Button::Quiet)}
            </div>
        }
        .into_any();
    }
    if page.own.is_empty() {
        return ui::notice(Notice::Info, view! { <p>{t::subgroup_no_organisation(l)}</p> }.into_any());
    }
    let forms: Vec<_> = page.own.iter().map(|(id, name, joined)| join_for(cx, page, *id, name, *joined)).collect();
    view! { <p>{t::subgroup_join_what(l)}</p>{forms} }.into_any()
}

fn join_for(cx: &Cx, page: &SubgroupPage, id: OrganisationId, name: &str, joined: bool) -> AnyView {
    let l = cx.locale();
    if joined {
        return ui::notice(Notice::Success, view! { <p>{t::subgroup_joined(l, name)}</p> }.into_any());
    }
    view! {
        <form method="post" action=routes::join(l, page.subgroup.code.to_lowercase())>
            {ui::hidden(ORGANISATION, id.to_string())}
            <p>{t::subgroup_join_for(l, name)}</p>
            <div class="actions">{ui::button(t::subgroup_join(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

fn members(cx: &Cx, page: &SubgroupPage) -> AnyView {
    let l = cx.locale();
    let list = if page.members.is_empty() {
        ui::empty(t::subgroup_no_members(l), view! { <p>{t::subgroup_no_members_what(l)}</p> }.into_any())
    } else {
        let items: Vec<_> = page.members.iter().map(|member| view! { <li>{ui::organisation(l, member)}</li> }).collect();
        view! { <ul class="stack">{items}</ul> }.into_any()
    };
    let count = i64::try_from(page.members.len()).unwrap_or(i64::MAX);
    let count = (count > 0).then(|| view! { <p class="meta">{t::subgroup_members_count(l, count)}</p> });
    view! { <section class="section"><h2>{t::subgroup_members(l)}</h2>{count}{list}</section> }.into_any()
}
