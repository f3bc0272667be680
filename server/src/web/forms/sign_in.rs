//! `POST /sign-in` and `POST /sign-out`.

use super::pending;
use crate::portal::actor_of_token;
use crate::web::Deps;
use crate::web::layers::context;
use crate::web::reader::{LONG, Posted, Reader, answer, see_other};
use app::forms::{FormState, SignInForm};
use app::pages as view;
use app::portal::{People, SessionToken};
use app::routes;
use axum::extract::State;
use axum::http::header;
use axum::response::Response;

/// One answer for an unknown address and a wrong password.
pub async fn post(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<LONG>) -> Response {
    let form = SignInForm::from_fields(&fields);
    let l = reader.cx.locale();
    match deps.portal.sign_in(&reader.cx.ctx, &form.email, &form.password).await {
        Ok(Some(token)) => {
            let mut response = match form.pending {
                Some(pending) => match actor_of_token(deps.portal.database(), &token.0, reader.cx.ctx.now).await {
                    Ok(actor) => pending::resume(&reader.acting_as(actor, pending.path.as_str()), pending).await,
                    Err(error) => answer(&reader, Err(error.into())),
                },
                None if form.next.is_empty() => see_other(&routes::desk(l)),
                None => see_other(&form.next),
            };
            if let Some(cookie) = context::set_cookie(&deps, &token.0) {
                response.headers_mut().insert(header::SET_COOKIE, cookie);
            }
            response
        }
        Ok(None) => answer(&reader, view::sign_in::page(&reader.cx, FormState::fresh(form), true).await),
        Err(error) if super::stays_on_form(&error) => {
            answer(&reader, view::sign_in::page(&reader.cx, FormState::refused(form, error), false).await)
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
    if let Some(cookie) = context::clear_cookie(&deps) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}
