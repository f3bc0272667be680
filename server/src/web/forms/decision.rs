//! `POST /moderation/papers/{id}` and `POST /moderation/comments/{id}`.

use super::pending;
use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::domain::ids::{CommentId, PaperId};
use app::error::{PortalError, PortalResult};
use app::forms::{DecisionForm, FormState};
use app::pages as view;
use app::portal::Moderation;
use app::routes;
use axum::extract::{Path, State};
use axum::response::Response;

pub async fn paper(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = DecisionForm::from_fields(&fields);
    let decided = match form.parse() {
        Ok(decision) => deps.portal.decide_paper(&reader.cx.ctx, id, decision).await,
        Err(error) => Err(error),
    };
    if let Err(error) = &decided
        && let Some(proof) = pending::carry(&reader, error, &fields).await
    {
        return proof;
    }
    match after(&reader, decided) {
        Ok(response) => response,
        Err(error) => answer(&reader, view::moderation::paper(&reader.cx, id, Some(FormState::refused(form, error))).await),
    }
}

pub async fn comment(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<CommentId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = DecisionForm::from_fields(&fields);
    let decided = match form.parse() {
        Ok(decision) => deps.portal.decide_comment(&reader.cx.ctx, id, decision).await,
        Err(error) => Err(error),
    };
    if let Err(error) = &decided
        && let Some(proof) = pending::carry(&reader, error, &fields).await
    {
        return proof;
    }
    match after(&reader, decided) {
        Ok(response) => response,
        Err(error) => answer(&reader, view::moderation::comment(&reader.cx, id, Some(FormState::refused(form, error))).await),
    }
}

/// Back to the queue; an error that belongs above the form is handed back.
fn after(reader: &Reader, decided: PortalResult<()>) -> Result<Response, PortalError> {
    match decided {
        Ok(()) => Ok(see_other(&routes::moderation(reader.cx.locale()))),
        Err(error) if super::stays_on_form(&error) && !super::is_signed_out(&error) => Err(error),
        Err(error) => Ok(answer(reader, Err(error))),
    }
}
