//! `POST /papers/{id}/withdraw`, `/replace`, `/take-place` and `/delete`: taking back what was submitted, beginning what takes its place, letting
//! what is written take it, and throwing away what was never submitted.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::PaperId;
use model::error::PortalError;
use model::forms::SubmitForm;
use model::portal::Papers;
use model::routes;

pub async fn withdraw(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Posted(fields, arrival): Posted<SMALL>,
) -> Response {
    let reader = reader.judged_with(arrival);
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let done = deps.portal.withdraw_paper(&reader.cx.ctx, id, SubmitForm::from_fields(&fields).version()).await;
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::paper(reader.cx.locale(), id)),
        async |error| view::withdraw::page(&reader.cx, id, Some(error)).await,
    )
    .await
}

pub async fn delete(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, arrival): Posted<SMALL>) -> Response {
    let reader = reader.judged_with(arrival);
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let done = deps.portal.discard_draft(&reader.cx.ctx, id, SubmitForm::from_fields(&fields).version()).await;
    super::conclude(
        &reader,
        &fields,
        done,
        |round| see_other(&routes::round(reader.cx.locale(), round)),
        async |error| view::delete_draft::page(&reader.cx, id, Some(error)).await,
    )
    .await
}

pub async fn replace(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, arrival): Posted<SMALL>) -> Response {
    let reader = reader.judged_with(arrival);
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let begun = deps.portal.replace_paper(&reader.cx.ctx, id).await;
    super::conclude(&reader, &fields, begun, |new| see_other(&routes::edit_paper(reader.cx.locale(), new)), async |error| Err(error)).await
}

pub async fn take_place(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Posted(fields, arrival): Posted<SMALL>,
) -> Response {
    let reader = reader.judged_with(arrival);
    let of = fields.get(SubmitForm::PAPER).parse::<PaperId>();
    let (Ok(id), Ok(of)) = (id.parse::<PaperId>(), of) else { return answer(&reader, Err(PortalError::NotFound)) };
    let done = deps.portal.take_place(&reader.cx.ctx, id, of).await;
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::submit_paper(reader.cx.locale(), id)),
        async |error| view::submit::page(&reader.cx, id, Some(error)).await,
    )
    .await
}
