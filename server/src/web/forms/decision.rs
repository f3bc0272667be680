//! `POST /moderation/papers/{id}` and `POST /moderation/comments/{id}`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{CommentId, PaperId};
use model::error::PortalError;
use model::forms::{DecisionForm, FormState};
use model::portal::Moderation;
use model::routes;

pub async fn paper(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = DecisionForm::from_fields(&fields);
    let decided = match form.parse() {
        Ok(decision) => deps.portal.decide_paper(&reader.cx.ctx, id, decision).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        decided,
        |()| see_other(&routes::moderation(reader.cx.locale())),
        async |error| view::moderation::paper(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn comment(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<CommentId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = DecisionForm::from_fields(&fields);
    let decided = match form.parse() {
        Ok(decision) => deps.portal.decide_comment(&reader.cx.ctx, id, decision).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        decided,
        |()| see_other(&routes::moderation(reader.cx.locale())),
        async |error| view::moderation::comment(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
