//! `POST /bodies/{code}/sessions/new` and `POST /sessions/{id}/edit`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::SessionId;
use model::error::PortalError;
use model::forms::{FormState, SessionForm};
use model::portal::SessionPlanning;
use model::routes;

pub async fn create(State(deps): State<Deps>, reader: Reader, Path(code): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = SessionForm::from_fields(&fields);
    let made = match form.parse() {
        Ok((plan, _)) => deps.portal.make_session(&reader.cx.ctx, &code, plan).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        made,
        |id| see_other(&routes::session(reader.cx.locale(), id)),
        async |error| view::plan_session::new(&reader.cx, &code, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn save(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<SessionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = SessionForm::from_fields(&fields);
    let changed = match form.parse() {
        Ok((plan, version)) => deps.portal.change_session(&reader.cx.ctx, id, version, plan).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        changed,
        |()| see_other(&routes::session(reader.cx.locale(), id)),
        async |error| view::plan_session::edit(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
