//! Writing, changing and sending an announcement.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::AnnouncementId;
use model::error::PortalError;
use model::forms::{AnnouncementForm, FormState, SendForm};
use model::portal::Announcements;
use model::routes;

/// `POST /subgroups/{code}/announcements/new`
pub async fn create(State(deps): State<Deps>, reader: Reader, Path(code): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = AnnouncementForm::from_fields(&fields);
    let written = match form.parse() {
        Ok((words, _)) => deps.portal.write_announcement(&reader.cx.ctx, &code, words).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        written,
        |id| see_other(&routes::announcement(reader.cx.locale(), id)),
        async |error| view::announcement::new(&reader.cx, &code, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// `POST /announcements/{id}/edit`
pub async fn save(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<AnnouncementId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = AnnouncementForm::from_fields(&fields);
    let saved = match form.parse() {
        Ok((words, version)) => deps.portal.rewrite_announcement(&reader.cx.ctx, id, version, words).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        saved,
        |()| see_other(&routes::announcement(reader.cx.locale(), id)),
        async |error| view::announcement::edit(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// `POST /announcements/{id}`: the last button.
pub async fn send(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<AnnouncementId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    match deps.portal.send_announcement(&reader.cx.ctx, id, SendForm::from_fields(&fields).version).await {
        Ok(()) => see_other(&routes::announcement(reader.cx.locale(), id)),
        Err(error) if super::stays_on_form(&error) && !super::is_signed_out(&error) => {
            answer(&reader, view::announcement::page(&reader.cx, id, Some(error)).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}
