//! `POST /rounds/{id}/apply`, `/rounds/{id}/apply/withdraw`, `/rounds/{id}/applications` and `/accreditations/{id}`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{AccreditationId, OrganisationId, RoundId};
use model::domain::language::Locale;
use model::error::{PortalError, PortalResult};
use model::forms::{ApplicationForm, FormState, StepForm};
use model::portal::Accreditations;
use model::routes;

/// Two texts of some thousand characters, as a browser writes them: nine bytes for a Chinese one.
const TEXTS: usize = 256 * 1024;

/// The words are judged by the arrival of their last byte: what was typed after the closing is late.
pub async fn apply(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, arrival): Posted<TEXTS>) -> Response {
    let reader = reader.with_words_of(arrival);
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ApplicationForm::from_fields(&fields);
    let applied = match form.parse(id) {
        Ok(new) => deps.portal.apply(&reader.cx.ctx, new).await,
        Err(error) => Err(error),
    };
    let organisation = form.organisation_id().unwrap_or_default();
    super::conclude(
        &reader,
        &fields,
        applied,
        |()| see_other(&own(reader.cx.locale(), id, organisation)),
        async |error| view::apply::page(&reader.cx, id, organisation, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn withdraw(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ApplicationForm::from_fields(&fields);
    let withdrawn: PortalResult<Option<OrganisationId>> = match form.organisation_id() {
        Ok(organisation) => deps.portal.withdraw_application(&reader.cx.ctx, id, organisation).await.map(|()| organisation),
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        withdrawn,
        |organisation| see_other(&own(reader.cx.locale(), id, organisation)),
        // Nothing was typed: the page of the refusal.
        async |error| Err(error),
    )
    .await
}

/// A step with several applications of a round.
pub async fn decide(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<TEXTS>) -> Response {
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = StepForm::from_fields(&fields);
    let (l, shown) = (reader.cx.locale(), form.shown());
    let decided = match form.parse() {
        Ok(new) => deps.portal.decide_accreditations(&reader.cx.ctx, id, new).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        decided,
        |()| see_other(&shown.map_or_else(|| routes::applications(l, id), |status| routes::applications_at(l, id, status.code()))),
        async |error| view::applications::page(&reader.cx, id, shown, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// A step with one application.
pub async fn decide_one(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<TEXTS>) -> Response {
    let Ok(id) = id.parse::<AccreditationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = StepForm::from_fields(&fields);
    let decided = async {
        let mut new = form.parse()?;
        // The address says which one it is.
        new.applications.retain(|(named, _)| *named == id);
        let round = deps.portal.accreditation(&reader.cx.ctx, id).await?.line.round.id;
        if new.applications.is_empty() {
            return Err(PortalError::Conflict);
        }
        deps.portal.decide_accreditations(&reader.cx.ctx, round, new).await
    };
    let decided = decided.await;
    super::conclude(
        &reader,
        &fields,
        decided,
        |()| see_other(&routes::accreditation(reader.cx.locale(), id)),
        async |error| view::accreditation::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// The page of one's own organisation, named where the form named it.
fn own(l: Locale, round: RoundId, organisation: Option<OrganisationId>) -> String {
    organisation.map_or_else(|| routes::apply(l, round), |organisation| routes::apply_for(l, round, organisation))
}
