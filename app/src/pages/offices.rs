//! The offices of a body: who holds which and until when, the history for those in office, appointing and ending.

mod lines;

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head};
use leptos::prelude::*;
use model::domain::ids::RoleId;
use model::domain::language::Locale;
use model::domain::role::{Office, RoleName};
use model::domain::subgroup::Subgroup;
use model::forms::{FormState, OfficeForm, ReasonForm};
use model::i18n::t::{auth, offices as t, rounds};
use model::labels;
use model::policy::Denied;
use model::portal::{OfficeChoice, OfficeLine, OfficesPage};
use model::routes;

pub use lines::{current, past};

/// `/bodies/{code}/offices`
pub async fn page(cx: &Cx, code: &str) -> PageResult {
    let page = cx.portal.offices(&cx.ctx, code).await?;
    let l = cx.locale();
    Ok(ui::page(cx, 200, parts::head_in_body(l, t::offices_title(l), &page.body), || content(cx, &page)))
}

fn content(cx: &Cx, page: &OfficesPage) -> AnyView {
    let l = cx.locale();
    let appoint = (!page.grantable.is_empty()).then(|| {
        let href = routes::new_body_office(l, &page.body.code);
        view! { <div class="actions">{ui::link_button(t::offices_appoint(l), href, Button::Primary)}</div> }
    });
    let none = ui::empty(t::offices_none(l), view! { <p>{t::offices_none_what(l)}</p> }.into_any());
    let past = page.past.as_ref().map(|lines| {
        let none = ui::empty(t::offices_past_none(l), view! { <p>{t::offices_past_none_what(l)}</p> }.into_any());
        view! { <section class="section"><h2>{t::offices_past(l)}</h2>{past(l, lines, none)}</section> }
    });
    view! {
        {ui::page_head_with(
            Some(page.body.short_name.get(l).to_owned()),
            t::offices_title(l),
            Some(t::offices_lede(l).to_owned()),
            appoint.into_any(),
        )}
        <section class="section"><h2>{t::offices_current(l)}</h2>{current(cx, &page.current, page.past.is_some(), none)}</section>
        {past}
    }
    .into_any()
}

/// `/bodies/{code}/offices/new`
pub async fn appoint_in_body(cx: &Cx, code: &str, state: Option<FormState<OfficeForm>>) -> PageResult {
    let page = cx.portal.offices(&cx.ctx, code).await?;
    if page.grantable.is_empty() {
        return Err(no_right(cx));
    }
    let l = cx.locale();
    let options: Vec<_> = page.grantable.iter().map(|(office, group)| option(l, *office, group.as_ref())).collect();
    let on_behalf = model::domain::role::Scope::Body(page.body.id);
    let moderators = page.grantable.iter().any(|(office, _)| office.name() == RoleName::Moderator);
    let on_behalf = moderators && !cx.ctx.actor.holds(RoleName::Chair, on_behalf, cx.ctx.now);
    let (back, here) = (routes::body_offices(l, &page.body.code), routes::new_body_office(l, &page.body.code));
    let head = parts::head_in_body(l, t::appoint_title(l), &page.body).crumb(t::offices_title(l), back.clone());
    Ok(appoint(cx, head, Addresses { here, back }, &options, on_behalf, state.unwrap_or_default()))
}

/// `/admin/offices/new`
pub async fn appoint_in_portal(cx: &Cx, state: Option<FormState<OfficeForm>>) -> PageResult {
    cx.portal.administration(&cx.ctx).await?;
    let l = cx.locale();
    let options = [(OfficeForm::code(&OfficeChoice::Administrator), labels::role(l, RoleName::Administrator).to_owned())];
    let (back, here) = (routes::admin(l), routes::new_office(l));
    let head = Head::new(t::appoint_title(l)).crumb(t::admin_title(l), back.clone());
    let mut state = state.unwrap_or_default();
    if state.form.office.is_empty() {
        state.form.office.clone_from(&options[0].0);
    }
    Ok(appoint(cx, head, Addresses { here, back }, &options, false, state))
}

fn no_right(cx: &Cx) -> model::error::PortalError {
    if cx.signed_in().is_some() { Denied::NotAppointing } else { Denied::NotSignedIn }.into()
}

fn option(l: Locale, office: Office, group: Option<&Subgroup>) -> (String, String) {
    let name = labels::role(l, office.name());
    match (office, group) {
        (Office::Moderator { .. }, Some(group)) => {
            let place = format!("{} – {}", group.code, group.name.get(l));
            (OfficeForm::code(&OfficeChoice::Moderator(group.code.clone())), t::office_in(l, name, place))
        }
        (Office::Secretariat(_), _) => (OfficeForm::code(&OfficeChoice::Secretariat), name.to_owned()),
        _ => (OfficeForm::code(&OfficeChoice::Chair), name.to_owned()),
    }
}

struct Addresses {
    here: String,
    back: String,
}

fn appoint(
    cx: &Cx,
    head: Head,
    at: Addresses,
    options: &[(String, String)],
    on_behalf: bool,
    state: FormState<OfficeForm>,
) -> crate::render::Page {
    let l = cx.locale();
    ui::page(cx, parts::status_of_form(&state), head, || {
        let on_behalf = on_behalf.then(|| ui::notice(ui::Notice::Info, view! { <p>{t::appoint_on_behalf(l)}</p> }.into_any()));
        view! {
            {parts::trouble(l, &state, &field_labels(l), "UTC")}
            {ui::page_head(None, t::appoint_title(l), Some(t::appoint_lede(l).to_owned()))}
            {on_behalf}
            <div class="columns">
                <div>{form(l, &at, options, &state)}</div>
                <aside>
                    <section class="section">
                        <h2>{t::appoint_rules(l)}</h2>
                        <ul class="stack">
                            <li>{t::appoint_rule_chair(l)}</li>
                            <li>{t::appoint_rule_administrator(l)}</li>
                            <li>{t::appoint_rule_own(l)}</li>
                            <li>{t::appoint_rule_history(l)}</li>
                        </ul>
                    </section>
                </aside>
            </div>
        }
        .into_any()
    })
}

const fn field_labels(l: Locale) -> [(&'static str, &'static str); 4] {
    [
        (OfficeForm::EMAIL, auth::register_email(l)),
        (OfficeForm::OFFICE, t::appoint_office(l)),
        (OfficeForm::UNTIL, t::appoint_until(l)),
        (OfficeForm::REASON, rounds::move_reason(l)),
    ]
}

fn form(l: Locale, at: &Addresses, options: &[(String, String)], state: &FormState<OfficeForm>) -> AnyView {
    let typed = &state.form;
    let [email, office, until, reason] =
        field_labels(l).map(|(name, label)| FieldSpec { name, label, fault: state.fault(name), required: true, ..FieldSpec::default() });
    view! {
        <form class="form" method="post" action=at.here.clone() novalidate>
            {ui::email_field(l, FieldSpec { value: &typed.email, hint: Some(t::appoint_email_hint(l)), autocomplete: Some("off"), ..email })}
            {ui::select(l, FieldSpec { value: &typed.office, ..office }, options)}
            {ui::date_field(l, FieldSpec { value: &typed.until, hint: Some(t::appoint_until_hint(l)), required: false, ..until })}
            {ui::text_area(l, FieldSpec { value: &typed.reason, hint: Some(t::appoint_reason_hint(l)), ..reason }, 3, None, false)}
            <div class="actions">
                {ui::button(t::appoint_button(l), Button::Primary, None)}
                <a href=at.back.clone()>{t::appoint_cancel(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

/// `/offices/{id}/end`
pub async fn end(cx: &Cx, id: RoleId, state: Option<FormState<ReasonForm>>) -> PageResult {
    let line = cx.portal.office(&cx.ctx, id).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let (title, back) = match &line.body {
        Some((code, _)) => (t::offices_title(l), routes::body_offices(l, code)),
        None => (t::admin_title(l), routes::admin(l)),
    };
    let head = Head::new(t::end_office_title(l)).crumb(title, back.clone());
    Ok(ui::page(cx, parts::status_of_form(&state), head, || end_content(cx, &line, &state, &back)))
}

/// Where the offices of this one's place stand.
pub fn place_of(l: Locale, line: &OfficeLine) -> String {
    line.body.as_ref().map_or_else(|| routes::admin(l), |(code, _)| routes::body_offices(l, code))
}

fn end_content(cx: &Cx, line: &OfficeLine, state: &FormState<ReasonForm>, back: &str) -> AnyView {
    let l = cx.locale();
    let reason = FieldSpec {
        name: ReasonForm::REASON,
        label: rounds::move_reason(l),
        hint: Some(t::end_office_reason_hint(l)),
        value: &state.form.reason,
        fault: state.fault(ReasonForm::REASON),
        required: true,
        ..FieldSpec::default()
    };
    let facts = vec![
        (t::end_office_person(l).to_owned(), view! { <bdi>{ui::person_name(l, &line.full_name)}</bdi> }.into_any()),
        (t::end_office_office(l).to_owned(), labels::office(l, line).into_any()),
        (t::end_office_term(l).to_owned(), lines::term(l, line).into_any()),
    ];
    view! {
        {parts::trouble(l, state, &[(ReasonForm::REASON, rounds::move_reason(l))], "UTC")}
        {ui::page_head(None, t::end_office_title(l), Some(t::end_office_lede(l).to_owned()))}
        <div class="stack">
            {ui::facts(facts)}
            <form class="form" method="post" action=routes::end_office(l, line.id) novalidate>
                {ui::text_area(l, reason, 3, None, false)}
                <div class="actions">
                    {ui::button(t::end_office_button(l), Button::Danger, None)}
                    <a href=back.to_owned()>{t::appoint_cancel(l)}</a>
                </div>
            </form>
        </div>
    }
    .into_any()
}
