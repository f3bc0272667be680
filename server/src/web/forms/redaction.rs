//! Words are redacted: `POST /moderation/papers/{id}/redact` and `/moderation/comments/{id}/redact`.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages::moderation as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{CommentId, DecisionId, ItemId, PaperId};
use model::domain::item::ItemKind;
use model::error::PortalError;
use model::forms::{Fields, FormState, RedactionForm};
use model::portal::Moderation;
use model::routes;

/// The passages come twice: as they are, and as they were shown. Each of their letters may be nine bytes in a form.
const TWICE: usize = 4 * SMALL;

pub async fn paper(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<TWICE>) -> Response {
    match id.parse::<PaperId>() {
        Ok(id) => redact(&deps, &reader, ItemKind::Paper, id.item(), &fields).await,
        Err(_) => answer(&reader, Err(PortalError::NotFound)),
    }
}

pub async fn comment(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<TWICE>) -> Response {
    match id.parse::<CommentId>() {
        Ok(id) => redact(&deps, &reader, ItemKind::Comment, id.item(), &fields).await,
        Err(_) => answer(&reader, Err(PortalError::NotFound)),
    }
}

async fn redact(deps: &Deps, reader: &Reader, kind: ItemKind, item: ItemId, fields: &Fields) -> Response {
    let form = RedactionForm::from_fields(fields);
    let ctx = &reader.cx.ctx;
    let done = match form.parse() {
        Err(error) => Err(error),
        Ok(new) if form.is_final() => deps.portal.redact(ctx, kind, item, new).await,
        Ok(new) => match deps.portal.try_redaction(ctx, kind, item, &new).await {
            Ok(shown) => return answer(reader, view::redact_shown(&reader.cx, kind, item, shown, form).await),
            Err(error) => Err(error),
        },
    };
    let to = |act: DecisionId| see_other(&format!("{}?{}={act}", routes::moderate(reader.cx.locale(), kind, item), view::Asked::DONE));
    super::conclude(reader, fields, done, to, async |error| {
        view::redact(&reader.cx, kind, item, Some(FormState::refused(form, error))).await
    })
    .await
}
