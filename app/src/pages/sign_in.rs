//! `/sign-in`.

use super::parts::{self, status_of_form};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::demonstration::{LOGINS, PASSWORD};
use model::domain::language::Locale;
use model::forms::{FormState, SignInForm};
use model::i18n::t::account;
use model::i18n::t::auth as t;
use model::routes;

/// What the page says above the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Nothing,
    /// An unknown address or a wrong password, which are one and the same to the reader.
    Wrong,
    /// A new password was set by the link of a mail.
    PasswordReset,
}

/// The form.
pub async fn page(cx: &Cx, state: FormState<SignInForm>, said: Said) -> PageResult {
    let l = cx.locale();
    let status = if said == Said::Wrong { 422 } else { status_of_form(&state) };
    let logins = cx.site.demonstration;
    let kept = state.form.onward.pending.is_some();
    Ok(ui::page(cx, status, Head::new(t::sign_in_title(l)), || {
        let field_labels = [(SignInForm::EMAIL, t::sign_in_email(l)), (SignInForm::PASSWORD, t::sign_in_password(l))];
        let reset =
            (said == Said::PasswordReset).then(|| ui::notice(Notice::Success, view! { <p>{account::reset_done(l)}</p> }.into_any()));
        let wrong = (said == Said::Wrong)
            .then(|| view! { <div role="alert">{ui::notice(Notice::Danger, view! { <p>{t::sign_in_wrong(l)}</p> }.into_any())}</div> });
        let kept = kept.then(|| ui::notice(Notice::Warning, view! { <p>{t::sign_in_pending(l)}</p> }.into_any()));
        view! {
            {ui::error_summary(l, &state, &field_labels)}
            {ui::page_head(None, t::sign_in_title(l), None)}
            <div class="columns">
                <div class="stack">{reset}{kept}{wrong}{form(l, &state)}</div>
                <aside>
                    <section class="section">
                        <p>{t::sign_in_no_account(l)}" "<a href=routes::register(l)>{t::sign_in_register(l)}</a></p>
                        <p><a href=routes::forgotten(l)>{account::forgotten_title(l)}</a></p>
                        <p><a href=routes::contact(l)>{t::sign_in_help(l)}</a></p>
                    </section>
                    {logins.then(|| demo_logins(l))}
                </aside>
            </div>
        }
        .into_any()
    }))
}

fn form(l: Locale, state: &FormState<SignInForm>) -> AnyView {
    let email = FieldSpec {
        name: SignInForm::EMAIL,
        label: t::sign_in_email(l),
        value: &state.form.email,
        fault: state.fault(SignInForm::EMAIL),
        autocomplete: Some("username"),
        required: true,
        ..FieldSpec::default()
    };
    let password = FieldSpec {
        name: SignInForm::PASSWORD,
        label: t::sign_in_password(l),
        fault: state.fault(SignInForm::PASSWORD),
        autocomplete: Some("current-password"),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="post" action=routes::sign_in(l) novalidate>
            {parts::carried(&state.form.onward)}
            {ui::email_field(l, email)}
            {ui::password_field(l, password)}
            <div class="actions">{ui::button(t::sign_in_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

fn demo_logins(l: Locale) -> AnyView {
    let rows: Vec<_> = LOGINS.into_iter().map(|(address, _)| view! { <li><span class="mono">{address}</span></li> }).collect();
    view! {
        <section class="section">
            <h2>{t::sign_in_demo_title(l)}</h2>
            <p>{t::sign_in_demo_password(l)}" "<span class="mono">{PASSWORD}</span></p>
            <ul>{rows}</ul>
        </section>
    }
    .into_any()
}
