//! `POST /papers/{id}/submit`: the tiny last step. Text and files were saved before.

use crate::web::Deps;
use crate::web::form_keys::Slot;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::PaperId;
use model::error::PortalError;
use model::forms::SubmitForm;
use model::portal::Papers;
use model::routes;

pub async fn post(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Extension(slot): Extension<Slot>,
    Posted(fields, arrival): Posted<SMALL>,
) -> Response {
    let mut reader = reader.judged_with(arrival);
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = SubmitForm::from_fields(&fields);
    // With the submission, in one transaction: in the last minutes nobody waits for a second commit.
    reader.cx.ctx.form = slot.note();
    match deps.portal.submit_paper(&reader.cx.ctx, id, form.version()).await {
        Ok(_) => see_other(&routes::paper_receipt(reader.cx.locale(), id)),
        Err(error) if super::stays_on_form(&error) && !super::is_signed_out(&error) => {
            answer(&reader, view::submit::page(&reader.cx, id, Some(error)).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}
