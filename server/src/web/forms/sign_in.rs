//! `POST /sign-in`, `POST /sign-in/code` and `POST /sign-out`.

use super::pending;
use crate::web::Deps;
use crate::web::layers::context;
use crate::web::reader::{LONG, Posted, Reader, answer, see_other};
use app::pages as view;
use app::pages::sign_in::Said;
use axum::extract::State;
use axum::response::Response;
use model::domain::person::Actor;
use model::forms::{FactorCodeForm, FormState, Onward, SignInForm};
use model::portal::{Accounts, NewLogin, People, SessionToken, SignInStep};
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// One answer for an unknown address and a wrong password.
pub async fn post(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<LONG>) -> Response {
    let form = SignInForm::from_fields(&fields);
    match deps.portal.sign_in(&reader.cx.ctx, &form.email, &form.password).await {
        Ok(Some(login)) => after_password(&deps, &reader, &login, form.onward).await,
        Ok(None) => answer(&reader, view::sign_in::page(&reader.cx, FormState::fresh(form), Said::Wrong).await),
        Err(error) if super::stays_on_form(&error) => {
            answer(&reader, view::sign_in::page(&reader.cx, FormState::refused(form, error), Said::Nothing).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}

/// The password was right: on to what was wanted, or first to the second factor. A form that waits is carried along.
async fn after_password(deps: &Deps, reader: &Reader, login: &NewLogin, onward: Onward) -> Response {
    let l = reader.cx.locale();
    let mut response = match (login.step, &onward.pending) {
        (SignInStep::Done, _) => return go_on(deps, reader, login, onward).await,
        (SignInStep::Code, None) => see_other(&with_next(routes::sign_in_code(l), &onward.next)),
        (SignInStep::Code, Some(_)) => {
            let form = FactorCodeForm { onward, ..FactorCodeForm::default() };
            let reader = reader.acting_as(Actor::Anonymous, routes::pattern::SIGN_IN_CODE);
            answer(&reader, view::sign_in_code::page(&reader.cx, FormState::fresh(form)).await)
        }
        (SignInStep::SetUpFactor, None) => see_other(&with_next(routes::second_factor(l), &onward.next)),
        (SignInStep::SetUpFactor, Some(_)) => {
            let form = FactorCodeForm { onward, ..FactorCodeForm::default() };
            match acting_anew(deps, reader, login, routes::pattern::SECOND_FACTOR).await {
                Ok(reader) => answer(&reader, view::account::factor::page(&reader.cx, FormState::fresh(form)).await),
                Err(response) => return response,
            }
        }
    };
    context::keep_login(deps, &mut response, login);
    response
}

/// `page`, from which one goes on to `next`.
fn with_next(page: String, next: &str) -> String {
    if next.is_empty() { page } else { format!("{page}?next={}", utf8_percent_encode(next, NON_ALPHANUMERIC)) }
}

/// The reader as whom the new token stands for.
async fn acting_anew(deps: &Deps, reader: &Reader, login: &NewLogin, path: &str) -> Result<Reader, Response> {
    let actor = deps.portal.actor_of_token(&login.token.0, reader.cx.ctx.now).await;
    actor.map(|actor| reader.acting_as(actor, path)).map_err(|error| answer(reader, Err(error.into())))
}

/// To the form that waits, the address that was asked for, or the desk; with the cookies of the new token.
pub async fn go_on(deps: &Deps, reader: &Reader, login: &NewLogin, onward: Onward) -> Response {
    let mut response = match onward.pending {
        Some(pending) => match acting_anew(deps, reader, login, &pending.path).await {
            Ok(reader) => pending::resume(&reader, pending).await,
            Err(response) => response,
        },
        None if onward.next.is_empty() => see_other(&routes::desk(reader.cx.locale())),
        None => see_other(&onward.next),
    };
    context::keep_login(deps, &mut response, login);
    response
}

/// The second step of signing in.
pub async fn code(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<LONG>) -> Response {
    let form = FactorCodeForm::from_fields(&fields);
    let token = SessionToken(reader.token.clone().unwrap_or_default());
    let entered = match form.parse() {
        Ok(code) => deps.portal.enter_code(&reader.cx.ctx, &token, &code).await,
        Err(error) => Err(error),
    };
    match entered {
        Ok(login) => go_on(&deps, &reader, &login, form.onward).await,
        // Too late, or too many wrong codes: from the start, with the form that waits.
        Err(error) if super::is_signed_out(&error) => {
            let form = SignInForm { onward: form.onward, ..SignInForm::default() };
            answer(&reader, view::sign_in::page(&reader.cx, FormState::refused(form, error), Said::Nothing).await)
        }
        Err(error) if super::stays_on_form(&error) => {
            answer(&reader, view::sign_in_code::page(&reader.cx, FormState::refused(form, error)).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}

/// Ends the session on the server and in the browser.
pub async fn sign_out(State(deps): State<Deps>, reader: Reader) -> Response {
    if let Some(token) = reader.token.clone()
        && let Err(error) = deps.portal.sign_out(&reader.cx.ctx, &SessionToken(token)).await
    {
        return answer(&reader, Err(error));
    }
    let mut response = see_other(&routes::home(reader.cx.locale()));
    context::sign_out_of(&deps, &mut response);
    response
}
