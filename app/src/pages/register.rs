//! `/register`.

use super::parts::status_of_form;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::organisation::{Region, StakeholderType};
use model::domain::validate::MIN_PASSWORD;
use model::forms::{FormState, RegisterForm};
use model::i18n::t::{auth as t, members as m};
use model::labels;
use model::routes;

/// The form, empty or again after a refusal.
pub async fn page(cx: &Cx, state: Option<FormState<RegisterForm>>) -> PageResult {
    let l = cx.locale();
    let mut state = state.unwrap_or_default();
    // Shown again, a form keeps the sign of when it was first shown; the trap is emptied, so that pressing again is enough.
    if state.form.stamp.is_empty() {
        state.form.stamp = cx.portal.form_stamp(&cx.ctx).await?;
    }
    Ok(ui::page(cx, status_of_form(&state), Head::new(t::register_title(l)), || {
        view! {
            {ui::error_summary(l, &state, &field_labels(l))}
            {ui::page_head(None, t::register_title(l), Some(t::register_lede(l).to_owned()))}
            <div class="columns">
                <div>{form(l, &state)}</div>
                <aside>
                    <section class="section">
                        <h2>{t::register_about(l)}</h2>
                        <p>{t::register_about_text(l)}</p>
                        <p><a href=routes::privacy(l)>{t::register_privacy(l)}</a></p>
                        <p>{t::register_have_account(l)}" "<a href=routes::sign_in(l)>{t::register_sign_in(l)}</a></p>
                    </section>
                </aside>
            </div>
        }
        .into_any()
    }))
}

const fn field_labels(l: Locale) -> [(&'static str, &'static str); 6] {
    [
        (RegisterForm::EMAIL, t::register_email(l)),
        (RegisterForm::FULL_NAME, t::register_full_name(l)),
        (RegisterForm::PASSWORD, t::register_password(l)),
        (RegisterForm::ORGANISATION_NAME, t::register_organisation_name(l)),
        (RegisterForm::STAKEHOLDER_TYPE, t::register_stakeholder_type(l)),
        (RegisterForm::REGION, t::register_region(l)),
    ]
}

fn form(l: Locale, state: &FormState<RegisterForm>) -> AnyView {
    let typed = &state.form;
    let password_hint = t::register_password_hint(l, MIN_PASSWORD);
    let [email, full_name, password, organisation, stakeholder_type, region] =
        field_labels(l).map(|(name, label)| FieldSpec { name, label, fault: state.fault(name), required: true, ..FieldSpec::default() });
    let types = labels::options(StakeholderType::ALL, StakeholderType::code, |value| labels::stakeholder_type(l, value));
    let regions = labels::options(Region::ALL, Region::code, |value| labels::region(l, value));
    view! {
        <form class="form" method="post" action=routes::register(l) novalidate>
            {ui::hidden(RegisterForm::STAMP, typed.stamp.as_str())}
            <div hidden>
                <label for=RegisterForm::HOMEPAGE>{m::register_trap(l)}</label>
                <input id=RegisterForm::HOMEPAGE name=RegisterForm::HOMEPAGE type="text" autocomplete="off" tabindex="-1"/>
            </div>
            {ui::email_field(l, FieldSpec { value: &typed.email, hint: Some(t::register_email_hint(l)), ..email })}
            {ui::text_field(l, FieldSpec { value: &typed.full_name, autocomplete: Some("name"), ..full_name })}
            {ui::password_field(l, FieldSpec { hint: Some(&password_hint), autocomplete: Some("new-password"), ..password })}
            {ui::text_field(l, FieldSpec {
                value: &typed.organisation_name,
                hint: Some(t::register_organisation_hint(l)),
                autocomplete: Some("organization"),
                ..organisation
            })}
            {ui::select(l, FieldSpec { value: &typed.stakeholder_type, ..stakeholder_type }, &types)}
            {ui::select(l, FieldSpec { value: &typed.region, hint: Some(t::register_region_hint(l)), ..region }, &regions)}
            <div class="actions">{ui::button(t::register_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}
