//! `/confirm` and the page of the mail's link.

use super::parts::status_of_form;
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{ConfirmForm, FormState};
use model::i18n::t::{account, auth as t, members as m};
use model::policy::Denied;
use model::portal::FindOrganisation;
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The form for the code of the mail; for a confirmed person, that it is done and what comes next.
/// `sent`: a new mail has just been sent.
pub async fn page(cx: &Cx, state: Option<FormState<ConfirmForm>>, sent: bool) -> PageResult {
    let person = cx.signed_in().ok_or(Denied::NotSignedIn)?;
    if person.confirmed {
        // Colleagues whose organisation is not public yet are shown only now that the address is known to be theirs.
        let find = cx.portal.find_organisation(&cx.ctx).await?;
        return Ok(done(cx, &find));
    }
    let l = cx.locale();
    let (state, demonstration) = (state.unwrap_or_default(), cx.site.demonstration);
    Ok(ui::page(cx, status_of_form(&state), Head::new(t::confirm_title(l)), || {
        let lede = t::confirm_lede(l, person.email.as_str());
        let outbox = demonstration.then(|| view! { <p><a href=routes::dev_outbox(l)>{t::confirm_outbox(l)}</a></p> });
        let sent = sent.then(|| {
            let words = t::confirm_sent_again(l, person.email.as_str());
            ui::notice(Notice::Success, view! { <p>{words}</p> }.into_any())
        });
        view! {
            {ui::error_summary(l, &state, &[(ConfirmForm::CODE, t::confirm_code(l))])}
            {ui::page_head(None, t::confirm_title(l), Some(lede))}
            {sent}
            {form(l, &state)}
            <section class="section">
                <h2>{t::confirm_not_arrived(l)}</h2>
                <p class="measure">{t::confirm_not_arrived_text(l)}</p>
                <p><a href=routes::email(l)>{account::email_correct(l)}</a></p>
                {outbox}
                <form method="post" action=routes::resend(l)>{ui::button(t::confirm_resend(l), Button::Secondary, None)}</form>
                {ui::notice(Notice::Info, view! { <p>{t::confirm_meanwhile(l)}</p> }.into_any())}
            </section>
        }
        .into_any()
    }))
}

fn form(l: Locale, state: &FormState<ConfirmForm>) -> AnyView {
    let code = FieldSpec {
        name: ConfirmForm::CODE,
        label: t::confirm_code(l),
        hint: Some(t::confirm_code_hint(l)),
        value: &state.form.code,
        fault: state.fault(ConfirmForm::CODE),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="post" action=routes::confirm(l) novalidate>
            {ui::code_field(l, code)}
            <div class="actions">{ui::button(t::confirm_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

fn done(cx: &Cx, find: &FindOrganisation) -> Page {
    let l = cx.locale();
    let colleagues = (!find.suggestions.is_empty()).then(|| {
        let words =
            view! { <p>{m::confirm_colleagues(l)}</p><p><a href=routes::find_organisation(l)>{m::confirm_colleagues_link(l)}</a></p> };
        ui::notice(Notice::Info, words.into_any())
    });
    ui::page(cx, 200, Head::new(t::confirm_done_title(l)), || {
        view! {
            {ui::page_head(None, t::confirm_done_title(l), Some(t::confirm_done_lede(l).to_owned()))}
            <div class="actions">
                {ui::link_button(t::confirm_done_desk(l), routes::desk(l), Button::Primary)}
                <a href=routes::home(l)>{t::confirm_done_rounds(l)}</a>
            </div>
            {colleagues}
        }
        .into_any()
    })
}

/// The page the mail's link leads to: a button, because programs that look through mails follow links. After a press that
/// failed, why, and how to get a new link.
pub async fn link(cx: &Cx, token: &str, failed: Option<PortalError>) -> PageResult {
    if let Some(error) = failed {
        return Ok(link_failed(cx, &error));
    }
    let l = cx.locale();
    Ok(ui::page(cx, 200, Head::new(t::confirm_link_title(l)), || {
        view! {
            {ui::page_head(None, t::confirm_link_title(l), Some(t::confirm_link_lede(l).to_owned()))}
            <form method="post" action=routes::confirm_link(l, utf8_percent_encode(token, NON_ALPHANUMERIC))>{ui::button(t::confirm_button(l), Button::Primary, None)}</form>
            <p class="hint">{t::confirm_link_why(l)}</p>
        }
        .into_any()
    }))
}

/// A link that could not be used. Errors that are not the link's get their own page.
pub fn link_failed(cx: &Cx, error: &PortalError) -> Page {
    if !matches!(error, PortalError::NotFound | PortalError::Invalid(_) | PortalError::Conflict) {
        return super::error::page(cx, error);
    }
    let l = cx.locale();
    ui::page(cx, super::parts::status_of(error), Head::new(t::confirm_link_failed_title(l)), || {
        view! {
            {ui::page_head(None, t::confirm_link_failed_title(l), Some(t::confirm_link_failed_why(l).to_owned()))}
            <p>{t::confirm_link_failed_next(l)}</p>
            <div class="actions">{ui::link_button(t::confirm_title(l), routes::confirm(l), Button::Primary)}</div>
        }
        .into_any()
    })
}
