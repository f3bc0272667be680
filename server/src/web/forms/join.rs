//! `POST /subgroups/{code}/join`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::error::PortalError;
use app::pages as view;
use app::portal::Bodies;
use app::routes;
use axum::extract::{Path, State};
use axum::response::Response;

/// Joins for the organisation named in the form.
pub async fn post(State(deps): State<Deps>, reader: Reader, Path(code): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let joined = match fields.get("organisation").parse() {
        Ok(organisation) => deps.portal.join_subgroup(&reader.cx.ctx, &code, organisation).await,
        Err(_) => Err(PortalError::NotFound),
    };
    match joined {
        Ok(()) => see_other(&routes::subgroup(reader.cx.locale(), code.to_lowercase())),
        Err(error) if super::stays_on_form(&error) && !super::is_signed_out(&error) => {
            answer(&reader, view::subgroup::page(&reader.cx, &code, Some(error)).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}
