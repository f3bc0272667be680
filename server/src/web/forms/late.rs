//! `POST /late/{id}`: the chair admits or declines.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::domain::ids::LateAttemptId;
use app::error::PortalError;
use app::forms::{FormState, LateForm};
use app::pages as view;
use app::portal::LateInboxes;
use app::routes;
use axum::extract::{Path, State};
use axum::response::Response;

pub async fn post(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<LateAttemptId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = LateForm::from_fields(&fields);
    let decided = match form.parse() {
        Ok(decision) => deps.portal.decide_late(&reader.cx.ctx, id, decision).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        decided,
        |()| see_other(&routes::late_attempt(reader.cx.locale(), id)),
        async |error| view::late::attempt(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
