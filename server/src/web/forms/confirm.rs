//! `POST /confirm`, `POST /confirm/{token}` and `POST /confirm/resend`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::forms::{ConfirmForm, FormState};
use model::portal::People;
use model::routes;

/// By the six-digit code.
pub async fn post(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = ConfirmForm::from_fields(&fields);
    let confirmed = match form.parse() {
        Ok(code) => deps.portal.confirm_code(&reader.cx.ctx, &code).await,
        Err(error) => Err(error),
    };
    match confirmed {
        Ok(()) => see_other(&routes::confirm(reader.cx.locale())),
        Err(error) if super::stays_on_form(&error) && !super::is_signed_out(&error) => {
            answer(&reader, view::confirm::page(&reader.cx, Some(FormState::refused(form, error)), false).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}

/// By the button on the page of the link.
pub async fn link(State(deps): State<Deps>, reader: Reader, Path(token): Path<String>, _: Posted<SMALL>) -> Response {
    match deps.portal.confirm_link(&reader.cx.ctx, &token).await {
        Ok(()) => see_other(&routes::confirm(reader.cx.locale())),
        Err(error) => answer(&reader, view::confirm::link(&reader.cx, &token, Some(error)).await),
    }
}

/// Sends a new code and shows the page again, where the time of sending stands.
pub async fn resend(State(deps): State<Deps>, reader: Reader, _: Posted<SMALL>) -> Response {
    match deps.portal.resend_confirmation(&reader.cx.ctx).await {
        Ok(()) => see_other(&format!("{}?sent", routes::confirm(reader.cx.locale()))),
        Err(error) if super::stays_on_form(&error) && !super::is_signed_out(&error) => {
            answer(&reader, view::confirm::page(&reader.cx, Some(FormState::refused(ConfirmForm::default(), error)), false).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}
