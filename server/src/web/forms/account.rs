//! The posted forms of the account, and of the way back in.

use super::{pending, sign_in};
use crate::web::Deps;
use crate::web::layers::context;
use crate::web::reader::{LONG, Posted, Reader, SMALL, answer, respond, see_other};
use app::pages as view;
use app::pages::account::email::Forms;
use app::pages::account::factor::OFF;
use axum::extract::{Path, State};
use axum::response::Response;
use model::error::PortalError;
use model::forms::{
    CalendarAct, CalendarForm, ConfirmForm, DetailsForm, EmailForm, FactorCodeForm, Fields, FormState, Onward, PasswordForm, ProveForm,
};
use model::portal::{Accounts, CalendarToken, Calendars, EmailChanged};
use model::routes;

/// Back to the hub, which says what has changed.
fn changed(reader: &Reader, what: &str) -> Response {
    see_other(&format!("{}?changed={what}", routes::account(reader.cx.locale())))
}

/// The own name, and the language of mails.
pub async fn details(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = DetailsForm::from_fields(&fields);
    let saved = match form.parse() {
        Ok(details) => deps.portal.correct_details(&reader.cx.ctx, details).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        saved,
        |()| changed(&reader, "details"),
        async |error| view::account::details::page(&reader.cx, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// Signs out one browser, or all others.
pub async fn logins(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let ctx = &reader.cx.ctx;
    let ended = match fields.get(view::account::logins::LOGIN).as_str() {
        "" => deps.portal.end_other_logins(ctx).await,
        id => match id.parse() {
            Ok(id) => deps.portal.end_login(ctx, id).await,
            Err(_) => Err(PortalError::NotFound),
        },
    };
    let next = format!("{}?ended", routes::logins(reader.cx.locale()));
    super::conclude(
        &reader,
        &fields,
        ended,
        |()| see_other(&next),
        async |error| view::account::logins::page(&reader.cx, false, Some(error)).await,
    )
    .await
}

/// Sets the second factor up, or turns it off.
pub async fn factor(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<LONG>) -> Response {
    if fields.get(OFF.0) == OFF.1 {
        let off = deps.portal.turn_factor_off(&reader.cx.ctx).await;
        return super::conclude(&reader, &fields, off, |()| changed(&reader, "factor-off"), async |error| Err(error)).await;
    }
    let form = FactorCodeForm::from_fields(&fields);
    let set_up = match form.parse() {
        Ok(code) => deps.portal.set_up_factor(&reader.cx.ctx, &code).await,
        Err(error) => Err(error),
    };
    match set_up {
        // Not a redirect: the codes are shown this once and stand nowhere else.
        Ok(enrolled) => {
            let page = view::account::factor::codes(&reader.cx, &enrolled.recovery_codes, &form.onward, true);
            let mut response = respond(&reader, page);
            context::keep_login(&deps, &mut response, &enrolled.login);
            response
        }
        Err(error) if pending::asks_for_proof(&error) => proof_first(&reader, &error, form.onward).await,
        Err(error) if super::stays_on_form(&error) => {
            answer(&reader, view::account::factor::page(&reader.cx, FormState::refused(form, error)).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}

/// Setting up is itself a step on the way to a form that waits: the proof comes first, then the setting up, then that form.
async fn proof_first(reader: &Reader, error: &PortalError, onward: Onward) -> Response {
    let fields = Fields(onward.pending.clone().map(|pending| pending.fields).unwrap_or_default());
    let path = onward.pending.map_or(routes::pattern::SECOND_FACTOR.to_owned(), |pending| pending.path);
    let reader = reader.acting_as(reader.cx.ctx.actor.clone(), &path);
    match pending::carry(&reader, error, &fields).await {
        Some(page) => page,
        None => answer(&reader, Err(error.clone())),
    }
}

/// New recovery codes, shown once.
pub async fn recovery_codes(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let codes = deps.portal.renew_recovery_codes(&reader.cx.ctx).await;
    let shown = |codes: Vec<String>| respond(&reader, view::account::factor::codes(&reader.cx, &codes, &Onward::default(), false));
    super::conclude(&reader, &fields, codes, shown, async |error| Err(error)).await
}

/// Makes a new address of the own calendar and tells it, or ends the address.
pub async fn calendar(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    use view::account::calendar as page;
    let l = reader.cx.locale();
    let done = match CalendarForm::from_fields(&fields).parse() {
        Ok(CalendarAct::Stop) => deps.portal.stop_calendar(&reader.cx.ctx).await.map(|()| None),
        Ok(CalendarAct::Renew) => deps.portal.renew_calendar(&reader.cx.ctx).await.map(Some),
        Err(error) => Err(error),
    };
    let shown = |token: Option<CalendarToken>| match token {
        None => see_other(&routes::own_calendar_page(l)),
        Some(token) => respond(&reader, page::renewed(&reader.cx, &deps.settings.public_url, &token)),
    };
    super::conclude(&reader, &fields, done, shown, async |error| page::page(&reader.cx, Some(error)).await).await
}

/// Proves again who is there, and goes on.
pub async fn prove(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<LONG>) -> Response {
    let form = ProveForm::from_fields(&fields);
    let ctx = &reader.cx.ctx;
    let with_code = match deps.portal.account(ctx).await {
        Ok(account) => account.factor.is_some(),
        Err(error) => return answer(&reader, Err(error)),
    };
    let proved = match form.parse(with_code) {
        Ok((password, code)) => deps.portal.prove(ctx, &password, &code).await,
        Err(error) => Err(error),
    };
    match proved {
        Ok(login) => {
            let mut onward = form.onward;
            if onward.next.is_empty() {
                onward.next = format!("{}?changed=proved", routes::account(reader.cx.locale()));
            }
            sign_in::go_on(&deps, &reader, &login, onward).await
        }
        Err(error) if super::stays_on_form(&error) && !super::is_signed_out(&error) => {
            answer(&reader, view::account::prove::page(&reader.cx, FormState::refused(form, error)).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}

/// Shows a form that waited again. Writes nothing.
pub async fn resume(reader: Reader, Posted(fields, _): Posted<LONG>) -> Response {
    match Onward::from_fields(&fields).pending {
        Some(pending) => {
            let reader = reader.acting_as(reader.cx.ctx.actor.clone(), &pending.path);
            pending::resume(&reader, pending).await
        }
        None => see_other(&routes::desk(reader.cx.locale())),
    }
}

pub async fn password(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = PasswordForm::from_fields(&fields);
    let set = match form.parse() {
        Ok(password) => deps.portal.change_password(&reader.cx.ctx, &password).await,
        Err(error) => Err(error),
    };
    match set {
        Ok(()) => changed(&reader, "password"),
        // A password is not carried through another page: it is typed again.
        Err(error) if super::stays_on_form(&error) && !pending::asks_for_proof(&error) => {
            answer(&reader, view::account::password::page(&reader.cx, FormState::refused(form, error)).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}

/// A new address, or the code that came to it.
pub async fn email(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let (l, ctx) = (reader.cx.locale(), &reader.cx.ctx);
    let mut forms = Forms::default();
    let outcome = if fields.0.iter().any(|(name, _)| name == ConfirmForm::CODE) {
        let form = ConfirmForm::from_fields(&fields);
        let done = match form.parse() {
            Ok(code) => deps.portal.confirm_new_email(ctx, &code).await,
            Err(error) => Err(error),
        };
        if let Err(error) = &done {
            forms.code = FormState::refused(form, error.clone());
        }
        done.map(|()| format!("{}?changed=email", routes::account(l)))
    } else {
        let form = EmailForm::from_fields(&fields);
        let begun = match form.parse() {
            Ok(email) => deps.portal.change_email(ctx, &email).await,
            Err(error) => Err(error),
        };
        if let Err(error) = &begun {
            forms.email = FormState::refused(form, error.clone());
        }
        begun.map(|how| match how {
            EmailChanged::AtOnce => format!("{}?sent", routes::confirm(l)),
            EmailChanged::ToConfirm => routes::email(l),
        })
    };
    // What is wrong stands in the form it is wrong with.
    let again = async |_| view::account::email::page(&reader.cx, forms).await;
    super::conclude(&reader, &fields, outcome, |next: String| see_other(&next), again).await
}

/// By the button on the page of the link, on whatever device.
pub async fn email_link(State(deps): State<Deps>, reader: Reader, Path(token): Path<String>) -> Response {
    let outcome = deps.portal.confirm_new_email_link(&reader.cx.ctx, &token).await;
    answer(&reader, view::account::email::link(&reader.cx, &token, Some(outcome)).await)
}

/// The same answer whether or not there is such an account.
pub async fn forgotten(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = EmailForm::from_fields(&fields);
    let sent = match form.parse() {
        Ok(email) => deps.portal.forgotten(&reader.cx.ctx, &email).await,
        Err(error) => Err(error),
    };
    match sent {
        Ok(()) => see_other(&format!("{}?sent", routes::forgotten(reader.cx.locale()))),
        Err(error) if super::stays_on_form(&error) => {
            answer(&reader, view::forgotten::page(&reader.cx, FormState::refused(form, error), false).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}

/// A new password by the link of the mail; then one signs in with it.
pub async fn reset(State(deps): State<Deps>, reader: Reader, Path(token): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = PasswordForm::from_fields(&fields);
    let set = match form.parse() {
        Ok(password) => deps.portal.reset_password(&reader.cx.ctx, &token, &password).await,
        Err(error) => Err(error),
    };
    match set {
        Ok(()) => see_other(&format!("{}?reset", routes::sign_in(reader.cx.locale()))),
        Err(error) if super::stays_on_form(&error) || error == PortalError::NotFound => {
            answer(&reader, view::forgotten::reset(&reader.cx, &token, FormState::refused(form, error)).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}
