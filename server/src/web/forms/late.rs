//! `POST /late/{id}`: the chair admits or declines.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::LateAttemptId;
use model::error::PortalError;
use model::forms::{FormState, LateForm};
use model::portal::LateInboxes;
use model::routes;

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
