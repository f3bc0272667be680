//! Posted forms about an organisation itself: its profile, a merger, founding one, and taking a request to join back.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::OrganisationId;
use model::error::PortalError;
use model::forms::{FormState, MergeForm, NewOrganisationForm, OrganisationForm};
use model::portal::{Joining, Organisations};
use model::routes;

/// `POST /organisations/{id}/edit`.
pub async fn edit(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<OrganisationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = OrganisationForm::from_fields(&fields);
    let changed = match form.parse() {
        Ok(change) => deps.portal.change_organisation(&reader.cx.ctx, id, change).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        changed,
        |()| see_other(&routes::organisation(reader.cx.locale(), id)),
        async |error| view::organisation_edit::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// `POST /organisations/{id}/merge`.
pub async fn merge(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<OrganisationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = MergeForm::from_fields(&fields);
    let merged = match form.parse() {
        Ok((into, reason)) => deps.portal.merge_organisations(&reader.cx.ctx, id, into, &reason).await.map(|()| into),
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        merged,
        |into| see_other(&routes::organisation(reader.cx.locale(), into)),
        async |error| {
            let search = fields.get("search");
            view::organisation_merge::page(&reader.cx, id, &search, Some(FormState::refused(form, error))).await
        },
    )
    .await
}

/// `POST /register/organisation`: the organisation typed at registration, or the one of the form.
pub async fn found(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = NewOrganisationForm::from_fields(&fields);
    let new = if fields.get("typed").is_empty() { form.parse().map(Some) } else { Ok(None) };
    let founded = match new {
        Ok(new) => deps.portal.found_organisation(&reader.cx.ctx, new).await,
        Err(error) => Err(error),
    };
    let next = |founded: Option<OrganisationId>| match founded {
        Some(_) => see_other(&onward(&reader)),
        None => see_other(&routes::find_organisation(reader.cx.locale())),
    };
    super::conclude(&reader, &fields, founded, next, async |error| {
        view::find_organisation::page(&reader.cx, "", Some(FormState::refused(form, error))).await
    })
    .await
}

/// After the choice: the confirmation of the address, or the desk where it is confirmed.
pub fn onward(reader: &Reader) -> String {
    let l = reader.cx.locale();
    if reader.cx.signed_in().is_some_and(|person| person.confirmed) { routes::desk(l) } else { routes::confirm(l) }
}

/// `POST /register/organisation/withdraw`.
pub async fn withdraw(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let withdrawn = match fields.get("request").parse() {
        Ok(request) => deps.portal.withdraw_request(&reader.cx.ctx, request).await,
        Err(_) => Err(PortalError::NotFound),
    };
    let next = routes::find_organisation(reader.cx.locale());
    super::conclude(&reader, &fields, withdrawn, |()| see_other(&next), async |error| Err(error)).await
}
