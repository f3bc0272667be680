//! `POST /rounds/{id}/speak`, `/rounds/{id}/speak/withdraw` and `/rounds/{id}/speakers`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{OrganisationId, RoundId};
use model::domain::language::Locale;
use model::error::{PortalError, PortalResult};
use model::forms::{FormState, InscriptionForm, SpeakersForm};
use model::portal::Speakers;
use model::routes;

/// The words are judged by the arrival of their last byte: what was typed after the closing is late.
pub async fn ask(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, arrival): Posted<SMALL>) -> Response {
    let reader = reader.with_words_of(arrival);
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = InscriptionForm::from_fields(&fields);
    let asked = match form.parse(id) {
        Ok(new) => deps.portal.inscribe(&reader.cx.ctx, new).await,
        Err(error) => Err(error),
    };
    let organisation = form.organisation_id().unwrap_or_default();
    super::conclude(
        &reader,
        &fields,
        asked,
        |()| see_other(&own(reader.cx.locale(), id, organisation)),
        async |error| view::speak::page(&reader.cx, id, organisation, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn leave(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = InscriptionForm::from_fields(&fields);
    let left: PortalResult<Option<OrganisationId>> = match form.organisation_id() {
        Ok(organisation) => deps.portal.leave_speakers(&reader.cx.ctx, id, organisation).await.map(|()| organisation),
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        left,
        |organisation| see_other(&own(reader.cx.locale(), id, organisation)),
        // Nothing was typed: the page of the refusal.
        async |error| Err(error),
    )
    .await
}

pub async fn order(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = SpeakersForm::from_fields(&fields);
    let ordered = match form.parse() {
        Ok((numbers, version)) => deps.portal.order_speakers(&reader.cx.ctx, id, version, numbers).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        ordered,
        |()| see_other(&routes::speakers(reader.cx.locale(), id)),
        async |error| view::speakers::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// The page of one's own organisation, named where the form named it.
fn own(l: Locale, round: RoundId, organisation: Option<OrganisationId>) -> String {
    organisation.map_or_else(|| routes::speak(l, round), |organisation| routes::speak_for(l, round, organisation))
}
