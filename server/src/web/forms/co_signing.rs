//! `POST /rounds/{id}/co-sign/{paper}`: offering a paper, closing it, signing it, taking a signature back.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{PaperId, RoundId};
use model::error::PortalError;
use model::forms::{CoSigningForm, FormState};
use model::portal::CoSigning;
use model::routes;

/// Judged by the arrival of the head: nothing is typed, and the words were stored before.
pub async fn act(
    State(deps): State<Deps>,
    reader: Reader,
    Path((round, paper)): Path<(String, String)>,
    Posted(fields, _): Posted<SMALL>,
) -> Response {
    let (Ok(round), Ok(paper)) = (round.parse::<RoundId>(), paper.parse::<PaperId>()) else {
        return answer(&reader, Err(PortalError::NotFound));
    };
    let form = CoSigningForm::from_fields(&fields);
    let done = match form.parse(round, paper) {
        Ok(new) => deps.portal.co_signing_act(&reader.cx.ctx, new).await,
        Err(error) => Err(error),
    };
    let organisation = form.organisation_id().unwrap_or_default();
    let l = reader.cx.locale();
    let back = organisation.map_or_else(|| routes::co_sign(l, round, paper), |own| routes::co_sign_for(l, round, paper, own));
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&back),
        async |error| view::co_sign::page(&reader.cx, round, paper, organisation, Some(FormState::refused(form, error))).await,
    )
    .await
}
