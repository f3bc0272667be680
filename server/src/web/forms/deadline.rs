//! `POST /rounds/{id}/deadline`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::RoundId;
use model::error::PortalError;
use model::forms::{DeadlineForm, FormState};
use model::portal::Deadlines;
use model::routes;

pub async fn post(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = DeadlineForm::from_fields(&fields);
    let changed = match form.parse() {
        Ok(new) => deps.portal.change_deadline(&reader.cx.ctx, id, new).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        changed,
        |()| see_other(&routes::round(reader.cx.locale(), id)),
        async |error| view::deadline::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
