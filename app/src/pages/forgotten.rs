//! `/forgotten` and `/reset/{token}`: the way back in. The first page says the same whether or not there is such an account.

use super::account::password;
use super::parts::{self, status_of_form};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::error::PortalError;
use model::forms::{EmailForm, FormState, PasswordForm};
use model::i18n::t::account as t;
use model::i18n::t::auth;
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Asks for the address; `sent`: a mail is on the way, if there is such an account.
pub async fn page(cx: &Cx, state: FormState<EmailForm>, sent: bool) -> PageResult {
    let l = cx.locale();
    let demonstration = cx.site.demonstration;
    Ok(ui::page(cx, status_of_form(&state), Head::new(t::forgotten_title(l)), || {
        let outbox = demonstration.then(|| view! { <p><a href=routes::dev_outbox(l)>{auth::confirm_outbox(l)}</a></p> });
        let sent = sent.then(|| view! { {ui::notice(Notice::Success, view! { <p>{t::forgotten_sent(l)}</p> }.into_any())}{outbox} });
        let email = FieldSpec {
            name: EmailForm::EMAIL,
            label: auth::sign_in_email(l),
            value: &state.form.email,
            fault: state.fault(EmailForm::EMAIL),
            autocomplete: Some("username"),
            required: true,
            ..FieldSpec::default()
        };
        view! {
            {ui::error_summary(l, &state, &[(EmailForm::EMAIL, auth::sign_in_email(l))])}
            {ui::page_head(None, t::forgotten_title(l), Some(t::forgotten_lede(l).to_owned()))}
            {sent}
            <form class="form" method="post" action=routes::forgotten(l) novalidate>
                {ui::email_field(l, email)}
                <div class="actions">{ui::button(t::forgotten_button(l), Button::Primary, None)}</div>
            </form>
        }
        .into_any()
    }))
}

/// The page of the mail's link.
pub async fn reset(cx: &Cx, token: &str, state: FormState<PasswordForm>) -> PageResult {
    let l = cx.locale();
    match cx.portal.reset_link(&cx.ctx, token).await {
        Ok(()) => {}
        Err(PortalError::NotFound) => return Ok(used_up(cx)),
        Err(error) => return Err(error),
    }
    let action = routes::reset(l, utf8_percent_encode(token, NON_ALPHANUMERIC));
    Ok(ui::page(cx, status_of_form(&state), Head::new(t::reset_title(l)), || {
        view! {
            {ui::error_summary(l, &state, &[(PasswordForm::PASSWORD, t::password_new(l))])}
            {ui::page_head(None, t::reset_title(l), Some(t::reset_lede(l).to_owned()))}
            {password::form(l, action, &state)}
        }
        .into_any()
    }))
}

/// A link that was used, replaced, or is too old.
fn used_up(cx: &Cx) -> crate::render::Page {
    let l = cx.locale();
    ui::page(cx, parts::status_of(&PortalError::NotFound), Head::new(auth::confirm_link_failed_title(l)), || {
        view! {
            {ui::page_head(None, auth::confirm_link_failed_title(l), Some(t::reset_failed(l).to_owned()))}
            <p class="actions">{ui::link_button(t::forgotten_title(l), routes::forgotten(l), Button::Primary)}</p>
        }
        .into_any()
    })
}
