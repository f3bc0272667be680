//! The organisations of a joint paper, for those who write it: who is invited, and where each stands.

use super::paper::title_or_untitled;
use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::PaperId;
use model::domain::joint::{Answer, Invited};
use model::domain::language::Locale;
use model::forms::{FormState, JointForm};
use model::i18n::t::joint as t;
use model::portal::JointPaper;
use model::routes;

/// `/papers/{id}/joint`; `search`: others to invite.
pub async fn page(cx: &Cx, id: PaperId, search: &str, state: Option<FormState<JointForm>>) -> PageResult {
    let page = cx.portal.joint_paper(&cx.ctx, id, search).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let head = parts::head_in_round(l, t::joint_title(l), &page.line);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, search, &state)))
}

fn content(cx: &Cx, page: &JointPaper, search: &str, state: &FormState<JointForm>) -> AnyView {
    let (l, round) = (cx.locale(), &page.line.round);
    let fields = [(JointForm::ORGANISATION, t::joint_search(l))];
    let more = view! {
        <p lang=page.language.code() dir=page.language.direction().as_str()>{title_or_untitled(l, &page.title)}</p>
        {parts::round_deadline(cx, &page.line)}
        <p><a href=routes::paper(l, page.paper)>{t::joint_back(l)}</a></p>
    };
    view! {
        {parts::trouble(l, state, &fields, &round.time_zone)}
        {ui::page_head_with(Some(round.title.get(l).to_owned()), t::joint_title(l), Some(t::joint_lede(l).to_owned()), more.into_any())}
        <section class="section stack">
            <h2>{t::joint_list(l)}</h2>
            {organisations(l, page)}
            {ask(cx, page)}
        </section>
        {if page.editable { find(l, page, search) } else { view! { <p class="section">{t::joint_closed(l)}</p> }.into_any() }}
    }
    .into_any()
}

/// Where an invited organisation stands, in words.
pub fn answer(l: Locale, answer: Answer, zone: &str) -> String {
    let at = |at: model::domain::time::Instant| calendar::full(l, at.to_second(), zone);
    match answer {
        Answer::Waiting => t::joint_answer_waiting(l).to_owned(),
        Answer::Confirmed { at: when } => t::joint_answer_confirmed(l, at(when)),
        Answer::Changed { at: when } => t::joint_answer_changed(l, at(when)),
        Answer::Declined { .. } => t::joint_answer_declined(l).to_owned(),
    }
}

/// Where an invited organisation stands, with its mark.
pub fn standing(l: Locale, at: Answer, zone: &str) -> impl IntoView + use<> {
    view! { <span class=format!("status status--{}", mark(at))>{answer(l, at, zone)}</span> }
}

/// The mark of that standing, as papers have one.
const fn mark(answer: Answer) -> &'static str {
    match answer {
        Answer::Waiting => "upcoming",
        Answer::Confirmed { .. } => "accepted",
        Answer::Changed { .. } => "draft",
        Answer::Declined { .. } => "declined",
    }
}

fn organisations(l: Locale, page: &JointPaper) -> AnyView {
    let row = |one: &Invited| {
        let at = one.answer(&page.sha256);
        let uninvite = page.editable.then(|| {
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
                <p class="row__aside">{standing(l, at, &page.line.round.time_zone)}</p>
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

/// The button that writes to all that have not confirmed, where there are any that may be written to.
fn ask(cx: &Cx, page: &JointPaper) -> AnyView {
    let l = cx.locale();
    if !page.editable || !page.invited.iter().any(|one| one.can_be_asked(&page.sha256, cx.ctx.now)) {
        return ().into_any();
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
                        {ui::small_button(t::joint_invite(l, one.name.as_str()), JointForm::ACT, JointForm::INVITE.to_owned())}
                    </form>
                </li>
            }
        })
        .collect();
    let none = (!search.trim().is_empty() && rows.is_empty()).then(|| view! { <p role="status">{t::joint_none(l)}</p> });
    view! {
        <section class="section stack">
            <h2>{t::joint_find(l)}</h2>
            <form class="filters" method="get" action=routes::joint_paper(l, page.paper) role="search">
                <div class="filters__search">
                    <label for="search">{t::joint_search(l)}</label>
                    <input type="search" id="search" name=JointForm::SEARCH value=search.to_owned() dir="auto"/>
                </div>
                {ui::button(t::joint_search_button(l), Button::Secondary, None)}
            </form>
            <ul class="rows">{rows}</ul>
            {none}
        </section>
    }
    .into_any()
}
