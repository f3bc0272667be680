//! Reading texts before they are issued, and versions beside each other.

use super::pages::{Asked, filter, id, of_id};
use super::reader::{Reader, answer};
use app::pages as view;
use app::pages::compare_texts::{SIDE, VIEW, View};
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use model::domain::language::Language;
use model::error::PortalError;
use model::error::PortalResult;
use model::forms::PlacingForm;
use model::portal::{CompilationQuery, EarlierCursors, Extent, Scope};
use std::collections::HashMap;

type Answer = Response<Body>;

pub async fn texts(reader: Reader, Path(code): Path<String>) -> Answer {
    answer(&reader, view::texts::page(&reader.cx, &code).await)
}

pub async fn new_text(reader: Reader, Path(code): Path<String>) -> Answer {
    answer(&reader, view::text_edit::new(&reader.cx, &code, None).await)
}

pub async fn preparation(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::text_edit::edit(&reader.cx, id, None).await).await
}

pub async fn origins(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::origins::page(&reader.cx, id, None).await).await
}

pub async fn issue(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::issue::page(&reader.cx, id, None).await).await
}

pub async fn drop_preparation(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::issue::drop(&reader.cx, id, None).await).await
}

pub async fn provision_status(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::provision_status::page(&reader.cx, id, None).await).await
}

pub async fn translations(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::translations::page(&reader.cx, id).await).await
}

pub async fn translation(reader: Reader, Path((draft, code)): Path<(String, String)>) -> Answer {
    let page = async { view::translations::edit(&reader.cx, id(&draft)?, language(&code)?, None).await };
    answer(&reader, page.await)
}

/// A language from an address.
pub(super) fn language(code: &str) -> Result<Language, PortalError> {
    Language::from_code(code).ok_or(PortalError::NotFound)
}

/// `?view=side` shows two columns.
pub async fn compare(reader: Reader, Path((one, other)): Path<(String, String)>, Query(asked): Asked) -> Answer {
    let shown = if asked.get(VIEW).is_some_and(|view| view == SIDE) { View::Side } else { View::Inline };
    let page = match (id(&one), id(&other)) {
        (Ok(one), Ok(other)) => view::compare_texts::page(&reader.cx, one, other, shown).await,
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    answer(&reader, page)
}

/// `?after=…` and `?said=…` go on after a comment; a cursor nobody was given names nothing.
pub async fn earlier(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let page = async {
        let cursor = |name| asked.get(name).map(|after| id(after)).transpose();
        let from = EarlierCursors { open: cursor(PlacingForm::AFTER)?, said: cursor(PlacingForm::SAID)? };
        view::earlier::page(&reader.cx, id(&text)?, from, None).await
    };
    answer(&reader, page.await)
}

/// `?full`, and which comments; `?after=…` a page from there on. A position nobody was given names nothing.
pub fn compilation_query(asked: &HashMap<String, String>) -> PortalResult<CompilationQuery> {
    let scope = if asked.contains_key(view::compilation::FULL) { Scope::Full } else { Scope::Public };
    let after = asked.get(view::compilation::AFTER).map(|after| id(after)).transpose()?;
    Ok(CompilationQuery { scope, filter: filter(asked), extent: Extent::Page { after } })
}

pub async fn compilation(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    of_id(&reader, &text, async |id| view::compilation::page(&reader.cx, id, compilation_query(&asked)?).await).await
}

pub async fn provision_links(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::links::page(&reader.cx, id, None).await).await
}

/// `?after=…` goes on with what is recommended.
pub async fn norm(reader: Reader, Path(code): Path<String>, Query(asked): Asked) -> Answer {
    answer(&reader, view::norm::page(&reader.cx, &code, asked.get("after").map(String::as_str)).await)
}
