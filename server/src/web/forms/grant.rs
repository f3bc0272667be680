//! `POST /rounds/{id}/grants`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::RoundId;
use model::error::PortalError;
use model::forms::{FormState, GrantForm};
use model::portal::Grants;
use model::routes;

pub async fn post(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<RoundId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = GrantForm::from_fields(&fields);
    let given = match form.parse() {
        Ok(new) => deps.portal.give_grant(&reader.cx.ctx, id, new).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        given,
        |()| see_other(&routes::grants(reader.cx.locale(), id)),
        async |error| {
            let search = form.search.clone();
            view::grants::page(&reader.cx, id, &search, Some(FormState::refused(form, error))).await
        },
    )
    .await
}
