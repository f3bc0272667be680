//! A subgroup: what it discusses, who is in it, what it received, what was announced; joining, leaving and following it.

mod desk;
mod join;
mod lists;
mod members;

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::forms::{FormState, JoinForm};
use model::i18n::t::{sessions as t, subgroups as s};
use model::labels;
use model::portal::{Announcement, SubgroupPage, ThemeLine};
use model::routes;

pub use desk::{desk, request};
pub use lists::{members, papers};

/// `/subgroups/{code}`; with `state` after joining, leaving or following was refused.
pub async fn page(cx: &Cx, code: &str, state: Option<FormState<JoinForm>>) -> PageResult {
    let page = cx.portal.subgroup(&cx.ctx, code).await?;
    let themes = cx.portal.public_themes(&cx.ctx, code).await?;
    let l = cx.locale();
    let head = parts::head_in_body(l, page.subgroup.name.get(l), &page.body);
    let state = state.unwrap_or_default();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, &themes, &state)))
}

fn content(cx: &Cx, page: &SubgroupPage, themes: &[ThemeLine], state: &FormState<JoinForm>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let subgroup = &page.subgroup;
    let deadline = parts::own_head_deadline(cx, &page.rounds);
    let eyebrow = t::subgroup_eyebrow(l, subgroup.code.as_str());
    let rounds = if page.rounds.is_empty() {
        ui::empty(t::subgroup_no_rounds(l), view! { <p>{t::subgroup_no_rounds_what(l)}</p> }.into_any())
    } else {
        ui::round_cards(l, &page.rounds, now)
    };
    let no_drafts = ui::empty(t::subgroup_no_drafts(l), view! { <p>{t::subgroup_no_drafts_what(l)}</p> }.into_any());
    let no_papers = ui::empty(t::subgroup_no_papers(l), view! { <p>{t::subgroup_no_papers_what(l)}</p> }.into_any());
    let all_papers = (!page.papers.is_empty()).then(|| {
        view! { <p class="hint"><a href=routes::subgroup_papers(l, subgroup.code.to_lowercase())>{s::subgroup_all_papers(l)}</a></p> }
    });
    let manage = page.may_manage.then(|| {
        let href = routes::subgroup_desk(l, subgroup.code.to_lowercase());
        view! { <p>{ui::link_button(s::subgroup_manage(l), href, Button::Secondary)}</p> }
    });
    view! {
        {ui::page_head_with(Some(eyebrow), subgroup.name.get(l), Some(subgroup.description.get(l).to_owned()), deadline)}
        {parts::trouble(l, state, &[], "UTC")}
        <div class="columns">
            <div>
                <section class="section" id="join"><h2>{t::subgroup_join_heading(l)}</h2>{join::section(cx, page, &state.form)}</section>
                <section class="section"><h2>{t::subgroup_rounds(l)}</h2>{rounds}{parts::calendar_link(l, routes::subgroup_calendar(l, subgroup.code.to_lowercase()))}</section>
                <section class="section"><h2>{t::subgroup_drafts(l)}</h2>{parts::draft_rows(l, &page.drafts, no_drafts)}</section>
                <section class="section"><h2>{t::subgroup_papers(l)}</h2>{ui::paper_rows(l, &page.papers, no_papers)}{all_papers}</section>
                {parts::public_themes(l, themes)}
            </div>
            <aside>
                {manage}
                {members::moderators(l, page)}
                <section class="section">
                    <h2>{s::subgroup_follow_heading(l)}</h2>
                    {announcements(l, &page.announcements)}
                    {join::follow(cx, page)}
                </section>
                {members::section(l, page)}
            </aside>
        </div>
    }
    .into_any()
}

fn announcements(l: Locale, list: &[Announcement]) -> AnyView {
    if list.is_empty() {
        return ui::empty(s::subgroup_announcements_none(l), view! { <p>{s::subgroup_announcements_none_what(l)}</p> }.into_any());
    }
    let rows: Vec<_> = list.iter().map(|announcement| announcement_row(l, announcement)).collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// An announcement in a list, sent or not.
pub(super) fn announcement_row(l: Locale, announcement: &Announcement) -> impl IntoView + use<> {
    let at = announcement.sent_at.unwrap_or(announcement.written_at).to_second();
    let by = s::subgroup_announced_by(l, labels::role(l, announcement.by), calendar::full(l, at, "UTC"));
    let (language, subject) = (announcement.words.language.code(), announcement.words.subject.clone());
    view! {
        <li class="row">
            <h3 class="row__title"><a href=routes::announcement(l, announcement.id)><bdi lang=language>{subject}</bdi></a></h3>
            <p class="row__meta"><span>{by}</span></p>
        </li>
    }
}
