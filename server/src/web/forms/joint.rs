//! `POST /papers/{id}/joint` and `POST /papers/{id}/confirm`: inviting organisations to a paper, and what an invited one answers.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::PaperId;
use model::error::PortalError;
use model::forms::{FormState, Inviting, JointAnswerForm, JointForm};
use model::portal::JointPapers;
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

pub async fn invite(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = JointForm::from_fields(&fields);
    let ctx = &reader.cx.ctx;
    let search = form.search.clone();
    let path = routes::joint_paper(reader.cx.locale(), id);
    // Whoever has found several invites one after the other.
    let back = if form.search.is_empty() {
        path
    } else {
        format!("{path}?{}={}", JointForm::SEARCH, utf8_percent_encode(&form.search, NON_ALPHANUMERIC))
    };
    let done = match form.parse() {
        Ok(Inviting::Invite(organisation)) => deps.portal.invite_to_joint(ctx, id, organisation).await,
        Ok(Inviting::Uninvite(organisation)) => deps.portal.uninvite_from_joint(ctx, id, organisation).await,
        Ok(Inviting::Ask) => deps.portal.ask_for_confirmation(ctx, id).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&back),
        async |error| view::joint::page(&reader.cx, id, &search, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// Judged by the arrival of the head: nothing is typed, and the words were stored before.
pub async fn reply(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = JointAnswerForm::from_fields(&fields);
    let done = match form.parse(id) {
        Ok(new) => deps.portal.answer_joint(&reader.cx.ctx, new).await,
        Err(error) => Err(error),
    };
    let organisation = form.organisation_id().unwrap_or_default();
    let l = reader.cx.locale();
    let back = organisation.map_or_else(|| routes::joint_request(l, id), |own| routes::joint_request_for(l, id, own));
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&back),
        async |error| view::joint_request::page(&reader.cx, id, organisation, Some(FormState::refused(form, error))).await,
    )
    .await
}
