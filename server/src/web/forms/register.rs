//! `POST /register`.

use crate::web::Deps;
use crate::web::layers::context;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::State;
use axum::response::Response;
use model::forms::{FormState, RegisterForm};
use model::portal::{People, Registered};
use model::routes;

/// Registering signs in and goes on to the confirmation page; by way of the choice of an organisation where there is one.
pub async fn post(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = RegisterForm::from_fields(&fields);
    let registered = match form.parse() {
        Ok(registration) => deps.portal.register(&reader.cx.ctx, registration).await,
        Err(error) => Err(error),
    };
    match registered {
        Ok(Registered { login, has_to_choose }) => {
            let l = reader.cx.locale();
            let next = if has_to_choose { routes::find_organisation(l) } else { routes::confirm(l) };
            let mut response = see_other(&next);
            context::keep_login(&deps, &mut response, &login);
            response
        }
        Err(error) if super::stays_on_form(&error) => {
            answer(&reader, view::register::page(&reader.cx, Some(FormState::refused(form, error))).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}
