//! The page an invitation's link leads to: accepting it as who is signed in, or as somebody new.

use super::parts::{sign_in_and_return, status_of_form, trouble};
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button, FieldSpec, Head};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::domain::validate::MIN_PASSWORD;
use model::error::PortalError;
use model::forms::{FormState, InvitationForm};
use model::i18n::t::{auth, members as t};
use model::labels;
use model::portal::InvitationPage;
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// `/invitations/{token}`
pub async fn page(cx: &Cx, token: &str, state: Option<FormState<InvitationForm>>) -> PageResult {
    let page = match cx.portal.invitation(&cx.ctx, token).await {
        Ok(page) => page,
        Err(PortalError::NotFound) => return Ok(gone(cx)),
        Err(error) => return Err(error),
    };
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let title = t::invitation_title(l, page.organisation_name.as_str());
    let action = routes::invitation(l, utf8_percent_encode(token, NON_ALPHANUMERIC));
    Ok(ui::page(cx, status_of_form(&state), Head::new(title.as_str()), || {
        let lede = t::invitation_lede(l, labels::function(l, page.function), page.organisation_name.as_str());
        let until = t::invitation_until(l, calendar::full(l, page.expires_at.to_second(), "UTC"));
        view! {
            {ui::page_head(None, title.as_str(), Some(lede))}
            <p class="meta">{until}</p>
            {answer(cx, &page, action, &state)}
        }
        .into_any()
    }))
}

fn answer(cx: &Cx, page: &InvitationPage, action: String, state: &FormState<InvitationForm>) -> AnyView {
    let l = cx.locale();
    if let Some(person) = cx.signed_in() {
        return view! {
            <p>{t::invitation_as(l, person.email.as_str())}</p>
            <form method="post" action=action>{ui::button(t::invitation_accept(l), Button::Primary, None)}</form>
        }
        .into_any();
    }
    if page.known {
        return view! {
            <p>{t::invitation_known(l, page.email.as_str())}</p>
            <div class="actions">{ui::link_button(auth::sign_in_button(l), sign_in_and_return(cx), Button::Primary)}</div>
        }
        .into_any();
    }
    view! {
        {trouble(l, state, &[(InvitationForm::FULL_NAME, auth::register_full_name(l)), (InvitationForm::PASSWORD, auth::register_password(l))], "UTC")}
        <p>{t::invitation_new(l, page.email.as_str())}</p>
        {form(l, action, state)}
        <p>{auth::register_have_account(l)}" "<a href=sign_in_and_return(cx)>{auth::register_sign_in(l)}</a></p>
    }
    .into_any()
}

fn form(l: Locale, action: String, state: &FormState<InvitationForm>) -> AnyView {
    let hint = auth::register_password_hint(l, MIN_PASSWORD);
    let name = FieldSpec {
        name: InvitationForm::FULL_NAME,
        label: auth::register_full_name(l),
        value: &state.form.full_name,
        fault: state.fault(InvitationForm::FULL_NAME),
        autocomplete: Some("name"),
        required: true,
        ..FieldSpec::default()
    };
    let password = FieldSpec {
        name: InvitationForm::PASSWORD,
        label: auth::register_password(l),
        hint: Some(&hint),
        fault: state.fault(InvitationForm::PASSWORD),
        autocomplete: Some("new-password"),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="post" action=action novalidate>
            {ui::text_field(l, name)}
            {ui::password_field(l, password)}
            <div class="actions">{ui::button(t::invitation_register(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

/// Used, revoked, replaced by a newer mail, or too old.
fn gone(cx: &Cx) -> Page {
    let l = cx.locale();
    ui::page(cx, 404, Head::new(t::invitation_gone_title(l)), || {
        view! {
            {ui::page_head(None, t::invitation_gone_title(l), Some(t::invitation_gone_why(l).to_owned()))}
            <p>{t::invitation_gone_next(l)}</p>
        }
        .into_any()
    })
}
