//! `POST /drafts/{id}/earlier`: the moderator says where a comment on an earlier version stands.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::DraftVersionId;
use model::error::PortalError;
use model::forms::{FormState, PlacingForm};
use model::portal::Anchors;

pub async fn post(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<DraftVersionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = PlacingForm::from_fields(&fields);
    let cursors = form.cursors();
    let done = match form.parse() {
        Ok((comment, from, at)) => deps.portal.place_comment(&reader.cx.ctx, id, comment, from, at).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&view::earlier::address(reader.cx.locale(), id, cursors)),
        async |error| view::earlier::page(&reader.cx, id, cursors, Some(FormState::refused(form, error))).await,
    )
    .await
}
