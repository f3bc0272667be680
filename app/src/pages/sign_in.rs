//! `/sign-in`.

use super::parts::status_of_form;
use crate::demonstration::{LOGINS, PASSWORD};
use crate::domain::language::Locale;
use crate::forms::{FormState, SignInForm};
use crate::i18n::t::auth as t;
use crate::render::{Cx, PageResult};
use crate::routes;
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;

/// The form; `wrong` after an unknown address or a wrong password, which are one and the same to the reader.
pub async fn page(cx: &Cx, state: FormState<SignInForm>, wrong: bool) -> PageResult {
    let l = cx.locale();
    let status = if wrong { 422 } else { status_of_form(&state) };
    let logins = cx.site.demonstration;
    let kept = state.form.pending.is_some();
    Ok(ui::page(cx, status, Head::new(t::sign_in_title(l)), || {
        let field_labels = [(SignInForm::EMAIL, t::sign_in_email(l)), (SignInForm::PASSWORD, t::sign_in_password(l))];
        let wrong = wrong
            .then(|| view! { <div role="alert">{ui::notice(Notice::Danger, view! { <p>{t::sign_in_wrong(l)}</p> }.into_any())}</div> });
        let kept = kept.then(|| ui::notice(Notice::Warning, view! { <p>{t::sign_in_pending(l)}</p> }.into_any()));
        view! {
            {ui::error_summary(l, &state, &field_labels)}
            {ui::page_head(None, t::sign_in_title(l), None)}
            <div class="columns">
                <div class="stack">{kept}{wrong}{form(l, &state)}</div>
                <aside>
                    <section class="section">
                        <p>{t::sign_in_no_account(l)}" "<a href=routes::register(l)>{t::sign_in_register(l)}</a></p>
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
    let next = (!state.form.next.is_empty()).then(|| ui::hidden(SignInForm::NEXT, state.form.next.as_str()));
    let pending = state.form.pending.as_ref().map(|pending| {
        let fields: Vec<_> =
            pending.fields.iter().map(|(name, value)| ui::hidden(format!("{}{name}", SignInForm::PENDING_FIELD), value.as_str())).collect();
        view! { {ui::hidden(SignInForm::PENDING, pending.path.as_str())} {fields} }
    });
    view! {
        <form class="form" method="post" action=routes::sign_in(l) novalidate>
            {next}
            {pending}
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
