//! `/account/email`: another address, and the link that confirms it.

use super::{fresh, head};
use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{ConfirmForm, EmailForm, FormState};
use model::i18n::t::account as t;
use model::i18n::t::auth;
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The two forms of the page: one at a time was posted.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    pub email: FormState<EmailForm>,
    pub code: FormState<ConfirmForm>,
}

pub async fn page(cx: &Cx, forms: Forms) -> PageResult {
    let person = fresh(cx)?;
    let account = cx.portal.account(&cx.ctx).await?;
    let l = cx.locale();
    let status = parts::status_of_form(&forms.code).max(parts::status_of_form(&forms.email));
    Ok(ui::page(cx, status, head(l, t::email_title(l)), || {
        let waiting = account.new_email.as_deref().map(|address| code_form(l, address, &forms.code));
        let lede =
            if person.confirmed { t::email_lede(l, person.email.as_str()) } else { t::email_lede_unconfirmed(l, person.email.as_str()) };
        let kind = if waiting.is_some() { Button::Secondary } else { Button::Primary };
        view! {
            {ui::error_summary(l, &forms.code, &[(ConfirmForm::CODE, auth::confirm_code(l))])}
            {ui::error_summary(l, &forms.email, &[(EmailForm::EMAIL, t::email_new(l))])}
            {ui::page_head(None, t::email_title(l), Some(lede))}
            {waiting}
            {email_form(l, &forms.email, kind)}
        }
        .into_any()
    }))
}

fn email_form(l: Locale, state: &FormState<EmailForm>, kind: Button) -> AnyView {
    let email = FieldSpec {
        name: EmailForm::EMAIL,
        label: t::email_new(l),
        value: &state.form.email,
        fault: state.fault(EmailForm::EMAIL),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="post" action=routes::email(l) novalidate>
            {ui::email_field(l, email)}
            <div class="actions">{ui::button(t::email_button(l), kind, None)}</div>
        </form>
    }
    .into_any()
}

fn code_form(l: Locale, address: &str, state: &FormState<ConfirmForm>) -> AnyView {
    let code = FieldSpec {
        name: ConfirmForm::CODE,
        label: auth::confirm_code(l),
        hint: Some(auth::confirm_code_hint(l)),
        value: &state.form.code,
        fault: state.fault(ConfirmForm::CODE),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <section class="section">
            {ui::notice(Notice::Info, view! { <p>{t::email_sent(l, address)}</p> }.into_any())}
            <form class="form" method="post" action=routes::email(l) novalidate>
                {ui::code_field(l, code)}
                <div class="actions">{ui::button(auth::confirm_button(l), Button::Primary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}

/// The page the mail's link leads to: a button, because programs that look through mails follow links.
pub async fn link(cx: &Cx, token: &str, outcome: Option<Result<(), PortalError>>) -> PageResult {
    let l = cx.locale();
    match outcome {
        None => Ok(ui::page(cx, 200, Head::new(t::email_link_title(l)), || {
            view! {
                {ui::page_head(None, t::email_link_title(l), Some(auth::confirm_link_lede(l).to_owned()))}
                <form method="post" action=routes::email_link(l, utf8_percent_encode(token, NON_ALPHANUMERIC))>
                    {ui::button(auth::confirm_button(l), Button::Primary, None)}
                </form>
                <p class="hint">{auth::confirm_link_why(l)}</p>
            }
            .into_any()
        })),
        Some(Ok(())) => Ok(ui::page(cx, 200, Head::new(t::account_changed_email(l)), || {
            view! {
                {ui::page_head(None, t::account_changed_email(l), None)}
                <p class="actions">{ui::link_button(t::account_title(l), routes::account(l), Button::Primary)}</p>
            }
            .into_any()
        })),
        Some(Err(error)) => Ok(crate::pages::confirm::link_failed(cx, &error)),
    }
}
