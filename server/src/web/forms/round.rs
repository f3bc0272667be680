//! `POST /sessions/{id}/rounds/new`, `POST /rounds/{id}/edit` and `POST /rounds/{id}/withdraw`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{RoundId, SessionId};
use model::domain::plan::RoundTemplate;
use model::error::PortalError;
use model::forms::{FormState, ReasonForm, RoundForm};
use model::portal::RoundPlanning;
use model::routes;

/// A call and its questions in two languages: longer than other small forms.
const CALL: usize = 256 * 1024;

pub async fn create(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<CALL>) -> Response {
    let Ok(session) = id.parse::<SessionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = RoundForm::from_fields(&fields);
    if let Some(template) = RoundTemplate::from_code(&fields.get(RoundForm::TEMPLATE)) {
        return answer(&reader, view::plan_round::filled(&reader.cx, session, template, form).await);
    }
    let called = match form.parse_new() {
        Ok(new) => deps.portal.call_round(&reader.cx.ctx, session, new).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        called,
        |id| see_other(&routes::round(reader.cx.locale(), id)),
        async |error| view::plan_round::new(&reader.cx, session, None, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn save(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<CALL>) -> Response {
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = RoundForm::from_fields(&fields);
    let changed = match form.parse_change() {
        Ok((change, version)) => deps.portal.change_round(&reader.cx.ctx, id, version, change).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        changed,
        |()| see_other(&routes::round(reader.cx.locale(), id)),
        async |error| view::plan_round::edit(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn withdraw(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ReasonForm::from_fields(&fields);
    let withdrawn = match form.parse() {
        Ok(reason) => deps.portal.withdraw_round(&reader.cx.ctx, id, &reason).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        withdrawn,
        |session| see_other(&routes::session(reader.cx.locale(), session)),
        async |error| view::plan_round::withdraw(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
