//! What is posted on the secretariat's desk, and on the page that removes a lost second factor.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{OrganisationId, PersonId};
use model::error::PortalError;
use model::forms::{FormState, ReasonForm, ReviewForm};
use model::portal::{Accounts, Secretariat};
use model::routes;

/// `POST /secretariat/people/{id}/resend`
pub async fn resend(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, _: Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<PersonId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    match deps.portal.resend_for(&reader.cx.ctx, id).await {
        Ok(()) => see_other(&format!("{}?sent", routes::person_file(reader.cx.locale(), id))),
        Err(error @ PortalError::TooMany { .. }) => answer(&reader, view::secretariat::person(&reader.cx, id, Some(error), None).await),
        Err(error) => answer(&reader, Err(error)),
    }
}

/// `POST /secretariat/people/{id}/second-factor`
pub async fn remove_factor(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<PersonId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ReasonForm::from_fields(&fields);
    let done = match form.parse() {
        Ok(reason) => deps.portal.remove_factor(&reader.cx.ctx, id, &reason).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&view::secretariat::after_removing_factor(&reader.cx, id)),
        async |error| view::secretariat::remove_factor(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// `POST /secretariat/organisations/{id}`
pub async fn review(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<OrganisationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ReviewForm::from_fields(&fields);
    let done = match form.parse() {
        Ok((verdict, reason)) => deps.portal.review_organisation(&reader.cx.ctx, id, verdict, &reason).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::organisation_file(reader.cx.locale(), id)),
        async |error| view::secretariat::organisation(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
