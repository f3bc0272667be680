//! `/account/details`: the own name, and the language the portal writes in.

use super::head;
use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::forms::{DetailsForm, FormState};
use model::i18n::t::details as t;
use model::labels;
use model::policy::Denied;
use model::routes;

/// The form, filled with what is stored, or again after a refusal.
pub async fn page(cx: &Cx, state: Option<FormState<DetailsForm>>) -> PageResult {
    let person = cx.signed_in().ok_or(Denied::NotSignedIn)?;
    let l = cx.locale();
    let state = state.unwrap_or_else(|| FormState::fresh(DetailsForm::of(person)));
    Ok(ui::page(cx, parts::status_of_form(&state), head(l, t::details_title(l)), || {
        let labels = [(DetailsForm::FULL_NAME, t::details_full_name(l)), (DetailsForm::MAIL_LANGUAGE, t::details_mail_language(l))];
        view! {
            {ui::error_summary(l, &state, &labels)}
            {ui::page_head(None, t::details_title(l), Some(t::details_lede(l).to_owned()))}
            {form(l, &state)}
        }
        .into_any()
    }))
}

fn form(l: Locale, state: &FormState<DetailsForm>) -> AnyView {
    let name = FieldSpec {
        name: DetailsForm::FULL_NAME,
        label: t::details_full_name(l),
        hint: Some(t::details_full_name_hint(l)),
        value: &state.form.full_name,
        fault: state.fault(DetailsForm::FULL_NAME),
        autocomplete: Some("name"),
        required: true,
        ..FieldSpec::default()
    };
    let language = FieldSpec {
        name: DetailsForm::MAIL_LANGUAGE,
        label: t::details_mail_language(l),
        hint: Some(t::details_mail_language_hint(l)),
        value: &state.form.mail_language,
        fault: state.fault(DetailsForm::MAIL_LANGUAGE),
        required: true,
        ..FieldSpec::default()
    };
    // Each language by its own name: who chose the wrong one by mistake still finds the way back.
    let languages = labels::options(&Locale::ALL, Locale::code, |locale| locale.language().autonym());
    view! {
        <form class="form" method="post" action=routes::details(l) novalidate>
            {ui::text_field(l, name)}
            {ui::select(l, language, &languages)}
            <div class="actions">{ui::button(t::details_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}
