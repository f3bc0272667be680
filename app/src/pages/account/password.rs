//! `/account/password`: a new password.

use super::{fresh, head};
use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::validate::MIN_PASSWORD;
use model::forms::{FormState, PasswordForm};
use model::i18n::t::account as t;
use model::routes;

pub async fn page(cx: &Cx, state: FormState<PasswordForm>) -> PageResult {
    fresh(cx)?;
    let l = cx.locale();
    Ok(ui::page(cx, parts::status_of_form(&state), head(l, t::password_title(l)), || {
        view! {
            {ui::error_summary(l, &state, &[(PasswordForm::PASSWORD, t::password_new(l))])}
            {ui::page_head(None, t::password_title(l), Some(t::password_lede(l).to_owned()))}
            {form(l, routes::password(l), &state)}
        }
        .into_any()
    }))
}

/// The one field of a new password; also on the page of the link for a forgotten one.
pub fn form(l: Locale, action: String, state: &FormState<PasswordForm>) -> AnyView {
    let hint = t::password_hint(l, MIN_PASSWORD);
    let password = FieldSpec {
        name: PasswordForm::PASSWORD,
        label: t::password_new(l),
        hint: Some(&hint),
        fault: state.fault(PasswordForm::PASSWORD),
        autocomplete: Some("new-password"),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="post" action=action novalidate>
            {ui::password_field(l, password)}
            <div class="actions">{ui::button(t::password_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}
