//! `POST /account/data`: deleting the account.

use crate::web::Deps;
use crate::web::layers::context;
use crate::web::reader::{Posted, Reader, SMALL, answer, respond};
use app::domain::person::Actor;
use app::error::PortalError;
use app::forms::{DeleteAccountForm, FormState};
use app::pages as view;
use app::policy::Denied;
use app::portal::OwnData;
use axum::extract::State;
use axum::http::header;
use axum::response::Response;

/// Says that it is done on a page of nobody's, and takes the cookie away.
pub async fn delete(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = DeleteAccountForm::from_fields(&fields);
    let Some(email) = reader.cx.signed_in().map(|person| person.email.clone()) else {
        return answer(&reader, Err(Denied::NotSignedIn.into()));
    };
    let deleted = match form.parse(&email) {
        Ok(()) => deps.portal.delete_account(&reader.cx.ctx).await,
        Err(error) => Err(error),
    };
    match deleted {
        Ok(()) => {
            let nobody = reader.acting_as(Actor::Anonymous, &reader.cx.path);
            let mut response = respond(&nobody, view::own_data::gone(&nobody.cx));
            if let Some(cookie) = context::clear_cookie(&deps) {
                response.headers_mut().insert(header::SET_COOKIE, cookie);
            }
            response
        }
        Err(error @ (PortalError::Invalid(_) | PortalError::Denied(Denied::InOffice | Denied::HandOverFirst))) => {
            answer(&reader, view::own_data::page(&reader.cx, Some(FormState::refused(form, error))).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}
