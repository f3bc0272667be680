//! `POST /register`.

use crate::web::Deps;
use crate::web::layers::context;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::forms::{FormState, RegisterForm};
use app::pages as view;
use app::portal::People;
use app::routes;
use axum::extract::State;
use axum::http::header;
use axum::response::Response;

/// Registering signs in and goes on to the confirmation page.
pub async fn post(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = RegisterForm::from_fields(&fields);
    let registered = match form.parse() {
        Ok(registration) => deps.portal.register(&reader.cx.ctx, registration).await,
        Err(error) => Err(error),
    };
    match registered {
        Ok(token) => {
            let mut response = see_other(&routes::confirm(reader.cx.locale()));
            if let Some(cookie) = context::set_cookie(&deps, &token.0) {
                response.headers_mut().insert(header::SET_COOKIE, cookie);
            }
            response
        }
        Err(error) if super::stays_on_form(&error) => {
            answer(&reader, view::register::page(&reader.cx, Some(FormState::refused(form, error))).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}
