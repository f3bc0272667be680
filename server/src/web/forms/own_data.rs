//! `POST /account/data` and below: everything about me as a file, and deleting the account.

use crate::web::Deps;
use crate::web::exports::download;
use crate::web::layers::context;
use crate::web::reader::{Posted, Reader, SMALL, answer, respond};
use app::pages as view;
use axum::extract::State;
use axum::response::Response;
use engine::export;
use model::domain::person::Actor;
use model::forms::{DeleteAccountForm, FormState};
use model::policy::Denied;
use model::portal::OwnData;

/// Says that it is done on a page of nobody's, and takes the cookie away.
pub async fn delete(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = DeleteAccountForm::from_fields(&fields);
    let Some(email) = reader.cx.signed_in().map(|person| person.email.clone()) else {
        return answer(&reader, Err(Denied::NotSignedIn.into()));
    };
    let deleted = match form.parse(&email) {
        Ok(()) => deps.portal.delete_account(&reader.cx.ctx).await,
        Err(error) => Err(error),
    };
    let gone = |()| {
        let nobody = reader.acting_as(Actor::Anonymous, &reader.cx.path);
        let mut response = respond(&nobody, view::own_data::gone(&nobody.cx));
        context::sign_out_of(&deps, &mut response);
        response
    };
    super::conclude(&reader, &fields, deleted, gone, async |error| {
        view::own_data::page(&reader.cx, Some(FormState::refused(form, error))).await
    })
    .await
}

/// `POST /account/data/archive.zip`: everything about the signed-in person. Posted, because it is noted in the log and counted.
pub async fn archive(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let packed = match deps.portal.own_archive(&reader.cx.ctx).await {
        Ok(archive) => export::own_data::write(&archive).map_err(|error| engine::portal::incident(&error)),
        Err(error) => Err(error),
    };
    let file = |bytes| download("openfloor-my-data.zip", "application/zip", bytes);
    super::conclude(&reader, &fields, packed, file, async |error| {
        view::own_data::page(&reader.cx, Some(FormState::refused(DeleteAccountForm::default(), error))).await
    })
    .await
}
