//! The desk of a subgroup, for those in charge: requests to join, how organisations join, announcements.

use super::super::parts;
use super::announcement_row;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::domain::subgroup::Joining;
use model::error::PortalError;
use model::forms::{FormState, JoiningForm, MembershipForm};
use model::i18n::t::{rounds, subgroups as t, themes as h};
use model::labels;
use model::portal::{JoinRequest, SubgroupDesk};
use model::routes;

fn head(l: Locale, title: impl Into<String>, desk: &SubgroupDesk) -> Head {
    let address = routes::subgroup(l, desk.subgroup.code.to_lowercase());
    parts::head_in_body(l, title, &desk.body).crumb(desk.subgroup.name.get(l), address)
}

/// `/subgroups/{code}/manage`
pub async fn desk(cx: &Cx, code: &str, state: Option<FormState<JoiningForm>>) -> PageResult {
    let desk = cx.portal.subgroup_desk(&cx.ctx, code).await?;
    let l = cx.locale();
    let current = JoiningForm { joining: desk.subgroup.joining.code().to_owned() };
    let state = state.unwrap_or_else(|| FormState::fresh(current));
    let title = t::manage_title(l, desk.subgroup.code.as_str());
    Ok(ui::page(cx, parts::status_of_form(&state), head(l, title.clone(), &desk), || content(cx, &desk, title, &state)))
}

fn content(cx: &Cx, desk: &SubgroupDesk, title: String, state: &FormState<JoiningForm>) -> AnyView {
    let l = cx.locale();
    let code = desk.subgroup.code.to_lowercase();
    let requests = if desk.requests.is_empty() {
        ui::empty(t::manage_requests_none(l), view! { <p>{t::manage_requests_none_what(l)}</p> }.into_any())
    } else {
        let rows: Vec<_> = desk.requests.iter().map(|request| row(l, &code, request)).collect();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let drafts = (!desk.drafts.is_empty()).then(|| {
        let rows: Vec<_> = desk.drafts.iter().map(|draft| announcement_row(l, draft)).collect();
        view! { <h3>{t::manage_drafts(l)}</h3><ul class="rows">{rows}</ul> }
    });
    let joining = FieldSpec {
        name: JoiningForm::JOINING,
        label: t::manage_joining(l),
        value: &state.form.joining,
        fault: state.fault(JoiningForm::JOINING),
        required: true,
        ..FieldSpec::default()
    };
    let options = labels::options(Joining::ALL, Joining::code, |value| labels::joining(l, value));
    view! {
        {parts::trouble(l, state, &[(JoiningForm::JOINING, t::manage_joining(l))], "UTC")}
        {ui::page_head(Some(desk.subgroup.name.get(l).to_owned()), title, Some(t::manage_lede(l).to_owned()))}
        <section class="section"><h2>{t::manage_requests(l)}</h2>{requests}</section>
        <section class="section">
            <h2>{t::manage_announce(l)}</h2>
            <p>{t::manage_followers(l, desk.followers)}</p>
            {drafts}
            <div class="actions">{ui::link_button(t::manage_write(l), routes::new_announcement(l, &code), Button::Primary)}</div>
        </section>
        <section class="section">
            <h2>{h::themes_title(l)}</h2>
            <p><a href=routes::themes(l, &code)>{h::tags_manage(l)}</a></p>
        </section>
        <section class="section">
            <h2>{t::manage_joining(l)}</h2>
            <form class="form" method="post" action=routes::subgroup_desk(l, &code) novalidate>
                {ui::select(l, joining, &options)}
                <p class="hint">{t::manage_joining_what(l)}</p>
                <div class="actions">{ui::button(t::manage_joining_button(l), Button::Secondary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}

fn row(l: Locale, code: &str, request: &JoinRequest) -> impl IntoView + use<> {
    let asked = t::manage_asked(l, calendar::full(l, request.asked_at.to_second(), "UTC"));
    let name = view! { <bdi>{request.organisation.name.clone()}</bdi> };
    let name = if request.own {
        name.into_any()
    } else {
        view! { <a href=routes::join_request(l, code, request.organisation.id)>{name}</a> }.into_any()
    };
    let own = request.own.then(|| view! { <p class="row__aside">{t::manage_own(l)}</p> });
    let hidden = (!request.approved).then(|| view! { <span>{t::manage_not_public(l)}</span> });
    view! {
        <li class="row">
            <h3 class="row__title">{name}</h3>
            <p class="row__meta">
                <span>{labels::stakeholder_type(l, request.organisation.stakeholder_type)}</span>
                <span>{labels::region(l, request.organisation.region)}</span>
                {hidden}
                <span>{asked}</span>
            </p>
            {own}
        </li>
    }
}

/// `/subgroups/{code}/requests/{organisation}`
pub async fn request(cx: &Cx, code: &str, organisation: OrganisationId, state: Option<FormState<MembershipForm>>) -> PageResult {
    let desk = cx.portal.subgroup_desk(&cx.ctx, code).await?;
    let request = desk.requests.iter().find(|request| request.organisation.id == organisation).cloned();
    let l = cx.locale();
    let code = desk.subgroup.code.to_lowercase();
    let back = routes::subgroup_desk(l, &code);
    let Some(request) = request else {
        // Decided meanwhile: where the answer came from somebody's press, it says why.
        return match state.and_then(|state| state.refusal) {
            Some(error) => {
                let head = head(l, t::manage_title(l, desk.subgroup.code.as_str()), &desk);
                Ok(ui::page(cx, parts::status_of(&error), head, || {
                    view! {
                        {ui::page_head(None, t::request_none(l), None)}
                        {parts::refusal_notice(l, &error, None, "UTC")}
                        <div class="actions"><a href=back>{t::request_back(l)}</a></div>
                    }
                    .into_any()
                }))
            }
            None => Err(PortalError::NotFound),
        };
    };
    let state = state.unwrap_or_default();
    let title = t::request_title(l, request.organisation.name.as_str());
    let head = head(l, title.clone(), &desk).crumb(t::manage_title(l, desk.subgroup.code.as_str()), back.clone());
    Ok(ui::page(cx, parts::status_of_form(&state), head, || {
        let lede = t::request_lede(l, desk.subgroup.name.get(l));
        let body = if request.own {
            ui::notice(Notice::Info, view! { <p>{t::manage_own(l)}</p> }.into_any())
        } else {
            decision(l, &code, &request, &state)
        };
        view! {
            {parts::trouble(l, &state, &[(MembershipForm::REASON, rounds::move_reason(l))], "UTC")}
            {ui::page_head(None, title, Some(lede))}
            <p>{ui::organisation(l, &request.organisation)}</p>
            <p class="meta">{t::manage_asked(l, calendar::full(l, request.asked_at.to_second(), "UTC"))}</p>
            {body}
            <div class="actions"><a href=back>{t::request_back(l)}</a></div>
        }
        .into_any()
    }))
}

fn decision(l: Locale, code: &str, request: &JoinRequest, state: &FormState<MembershipForm>) -> AnyView {
    let reason = FieldSpec {
        name: MembershipForm::REASON,
        label: rounds::move_reason(l),
        hint: Some(t::join_request_reason_hint(l)),
        value: &state.form.reason,
        fault: state.fault(MembershipForm::REASON),
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="post" action=routes::join_request(l, code, request.organisation.id) novalidate>
            {ui::text_area(l, reason, 3, None, false)}
            <div class="actions">
                {ui::button(t::request_approve(l), Button::Primary, Some((MembershipForm::DECISION, MembershipForm::APPROVE)))}
                {ui::button(t::join_request_decline(l), Button::Danger, Some((MembershipForm::DECISION, MembershipForm::DECLINE)))}
            </div>
        </form>
    }
    .into_any()
}
