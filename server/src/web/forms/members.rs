//! Posted forms about the members of an organisation: whatever is done on the members' page, asking to join, accepting an invitation.

use super::organisation::onward;
use crate::web::Deps;
use crate::web::layers::context;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::OrganisationId;
use model::error::PortalError;
use model::forms::{AskForm, FormState, InvitationForm, MembersForm};
use model::portal::{Joining, Members, NewLogin};
use model::routes;

/// `POST /organisations/{id}/members`.
pub async fn post(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<OrganisationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = MembersForm::from_fields(&fields);
    let done = match form.parse() {
        Ok(act) => deps.portal.act_on_members(&reader.cx.ctx, id, act).await,
        Err(error) => Err(error),
    };
    let l = reader.cx.locale();
    // Who has left reads the list of members no more.
    let next = if form.act == MembersForm::LEAVE { routes::desk(l) } else { routes::members(l, id) };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&next),
        async |error| view::members::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// `POST /organisations/{id}/join`.
pub async fn ask(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<OrganisationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = AskForm::from_fields(&fields);
    let asked = match form.parse() {
        Ok(message) => deps.portal.ask_to_join(&reader.cx.ctx, id, &message).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        asked,
        |()| see_other(&onward(&reader)),
        async |error| view::organisation_join::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// `POST /invitations/{token}`: by who is signed in, or by somebody new.
pub async fn accept(State(deps): State<Deps>, reader: Reader, Path(token): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let l = reader.cx.locale();
    if reader.cx.signed_in().is_some() {
        return match deps.portal.accept_invitation(&reader.cx.ctx, &token).await {
            Ok(organisation) => see_other(&routes::organisation(l, organisation)),
            Err(error) => answer(&reader, Err(error)),
        };
    }
    let form = InvitationForm::from_fields(&fields);
    let registered = match form.parse() {
        Ok(person) => deps.portal.register_by_invitation(&reader.cx.ctx, &token, person).await,
        Err(error) => Err(error),
    };
    let signed_in = |login: NewLogin| {
        let mut response = see_other(&routes::desk(l));
        context::keep_login(&deps, &mut response, &login);
        response
    };
    super::conclude(&reader, &fields, registered, signed_in, async |error| {
        view::invitation::page(&reader.cx, &token, Some(FormState::refused(form, error))).await
    })
    .await
}
