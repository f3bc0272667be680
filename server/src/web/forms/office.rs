//! `POST /bodies/{code}/offices/new`, `POST /admin/offices/new` and `POST /offices/{id}/end`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::RoleId;
use model::error::PortalError;
use model::forms::{FormState, OfficeForm, ReasonForm};
use model::portal::Offices;
use model::routes;

pub async fn in_body(State(deps): State<Deps>, reader: Reader, Path(code): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = OfficeForm::from_fields(&fields);
    let granted = match form.parse() {
        Ok(new) => deps.portal.grant_office(&reader.cx.ctx, Some(&code), new).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        granted,
        |()| see_other(&routes::body_offices(reader.cx.locale(), &code)),
        async |error| view::offices::appoint_in_body(&reader.cx, &code, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn in_portal(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = OfficeForm::from_fields(&fields);
    let granted = match form.parse() {
        Ok(new) => deps.portal.grant_office(&reader.cx.ctx, None, new).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        granted,
        |()| see_other(&routes::admin(reader.cx.locale())),
        async |error| view::offices::appoint_in_portal(&reader.cx, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn end(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<RoleId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    // Where one goes on to, as long as the office is there.
    let place = deps.portal.office(&reader.cx.ctx, id).await.map(|line| view::offices::place_of(reader.cx.locale(), &line));
    let form = ReasonForm::from_fields(&fields);
    let ended = match form.parse() {
        Ok(reason) => deps.portal.end_office(&reader.cx.ctx, id, &reason).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        ended,
        |()| see_other(&place.unwrap_or_else(|_| routes::desk(reader.cx.locale()))),
        async |error| view::offices::end(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
