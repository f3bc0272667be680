//! `POST /papers/{id}/corrigendum` and `POST /moderation/corrigenda/{id}`: asking for a corrigendum, and deciding on it.

use crate::web::Deps;
use crate::web::reader::{LONG, Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{CorrigendumId, PaperId};
use model::error::PortalError;
use model::forms::{CorrigendumAct, CorrigendumDecisionForm, CorrigendumForm, FormState};
use model::portal::Corrigenda;
use model::routes;

pub async fn ask(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<LONG>) -> Response {
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = CorrigendumForm::from_fields(&fields);
    let ctx = &reader.cx.ctx;
    let done = match form.parse() {
        Ok(CorrigendumAct::Ask(text)) => deps.portal.ask_corrigendum(ctx, id, &text).await,
        Ok(CorrigendumAct::TakeBack) => deps.portal.take_corrigendum_back(ctx, id).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::corrigendum(reader.cx.locale(), id)),
        async |error| view::corrigendum::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn decide(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<CorrigendumId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = CorrigendumDecisionForm::from_fields(&fields);
    let done = match form.parse() {
        Ok(decision) => deps.portal.decide_corrigendum(&reader.cx.ctx, id, decision).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::moderation(reader.cx.locale())),
        async |error| view::moderation::corrigendum(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
