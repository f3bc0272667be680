//! Files to download: the summary as DOCX, CSV and JSON, the compilation of a text, and the exact bytes of a receipt.

use super::drafting;
use super::pages::Asked;
use super::reader::{Reader, answer};
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, Response, header};
use engine::export;
use model::calendar;
use model::domain::ids::{DraftVersionId, ReceiptId, SessionId};
use model::domain::language::Locale;
use model::error::{PortalError, PortalResult};
use model::portal::{Compilation, CompilationQuery, Extent, Scope, Summary};
use std::collections::HashMap;
use tokio::sync::Semaphore;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

pub async fn docx(reader: Reader, Path(id): Path<String>) -> Response<Body> {
    let file = summary(&reader, &id, "docx", export::docx::write).await;
    file.map_or_else(|error| answer(&reader, Err(error)), |(name, bytes)| download(&name, DOCX, bytes))
}

pub async fn csv(reader: Reader, Path(id): Path<String>) -> Response<Body> {
    let file = summary(&reader, &id, "csv", export::csv::write).await;
    file.map_or_else(|error| answer(&reader, Err(error)), |(name, bytes)| download(&name, "text/csv; charset=utf-8", bytes))
}

pub async fn json(reader: Reader, Path(id): Path<String>) -> Response<Body> {
    let file = summary(&reader, &id, "json", |summary, _| export::json::write(summary)).await;
    file.map_or_else(|error| answer(&reader, Err(error)), |(name, bytes)| download(&name, "application/json", bytes))
}

async fn summary(
    reader: &Reader,
    id: &str,
    format: &str,
    write: impl FnOnce(&Summary, Locale) -> Result<Vec<u8>, export::ExportError> + Send + 'static,
) -> PortalResult<(String, Vec<u8>)> {
    let id: SessionId = id.parse().map_err(|_| PortalError::NotFound)?;
    let (portal, ctx) = (&reader.cx.portal, &reader.cx.ctx);
    let summary = portal.summary(ctx, id).await?;
    let l = ctx.locale;
    let (summary, bytes) = written(move || {
        let bytes = write(&summary, l);
        (summary, bytes)
    })
    .await?;
    let bytes = bytes.map_err(|error| engine::portal::incident(&error))?;
    portal.note_export(ctx, id, format).await?;
    Ok((format!("summary-{}-{}.{format}", summary.body.code, summary.session.code.to_lowercase()), bytes))
}

/// How many files are written at once. Each takes a core for as long as it is large, and anybody may ask for one.
static WRITERS: Semaphore = Semaphore::const_new(2);

/// Writes a file beside the requests that are answered.
async fn written<T: Send + 'static>(write: impl FnOnce() -> T + Send + 'static) -> PortalResult<T> {
    let _turn = WRITERS.acquire().await.map_err(|_| PortalError::Unavailable)?;
    tokio::task::spawn_blocking(write).await.map_err(|error| engine::portal::incident(&error))
}

/// A compilation as a file: all of what is asked for.
async fn compiled(
    reader: Reader,
    id: String,
    asked: HashMap<String, String>,
    (format, content_type): (&str, &'static str),
    write: impl FnOnce(&Compilation, Locale) -> Result<Vec<u8>, export::ExportError> + Send + 'static,
) -> Response<Body> {
    let file = async {
        let id: DraftVersionId = id.parse().map_err(|_| PortalError::NotFound)?;
        let (portal, ctx) = (&reader.cx.portal, &reader.cx.ctx);
        let asked = CompilationQuery { extent: Extent::All, ..drafting::compilation_query(&asked)? };
        let compilation = portal.compilation(ctx, id, asked).await?;
        let l = ctx.locale;
        let (compilation, bytes) = written(move || {
            let bytes = write(&compilation, l);
            (compilation, bytes)
        })
        .await?;
        let bytes = bytes.map_err(|error| engine::portal::incident(&error))?;
        let full = asked.scope == Scope::Full;
        if full {
            portal.note_compilation_export(ctx, id, format).await?;
        }
        let kind = if full { "full-compilation" } else { "compilation" };
        let version = plain_name(compilation.draft.label.get(Locale::En));
        let at = calendar::iso(compilation.as_of);
        let day = at.split('T').next().unwrap_or_default();
        Ok((format!("{kind}-{}-{version}-{day}.{format}", compilation.body.code), bytes))
    };
    file.await.map_or_else(|error| answer(&reader, Err(error)), |(name, bytes)| download(&name, content_type, bytes))
}

pub async fn compilation_docx(reader: Reader, Path(id): Path<String>, Query(asked): Asked) -> Response<Body> {
    compiled(reader, id, asked, ("docx", DOCX), export::compilation::docx).await
}

pub async fn compilation_xlsx(reader: Reader, Path(id): Path<String>, Query(asked): Asked) -> Response<Body> {
    compiled(reader, id, asked, ("xlsx", XLSX), export::compilation::xlsx).await
}

pub async fn compilation_csv(reader: Reader, Path(id): Path<String>, Query(asked): Asked) -> Response<Body> {
    compiled(reader, id, asked, ("csv", "text/csv; charset=utf-8"), export::compilation::csv).await
}

pub async fn compilation_json(reader: Reader, Path(id): Path<String>, Query(asked): Asked) -> Response<Body> {
    compiled(reader, id, asked, ("json", "application/json"), |compilation, _| export::compilation::json(compilation)).await
}

/// The exact bytes a receipt's hash was made of.
pub async fn receipt_content(reader: Reader, Path(id): Path<String>) -> Response<Body> {
    let receipt = match id.parse::<ReceiptId>() {
        Ok(id) => reader.cx.portal.receipt_content(&reader.cx.ctx, id).await,
        Err(_) => Err(PortalError::NotFound),
    };
    match receipt {
        Ok(receipt) => download(&format!("{}.json", receipt.number), "application/json", receipt.content.into_bytes()),
        Err(error) => answer(&reader, Err(error)),
    }
}

/// What of a name is good in the name of a file: letters and digits, with hyphens between.
fn plain_name(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}

/// A file to keep. Names are ours: letters, digits, hyphens and dots.
pub(super) fn download(name: &str, content_type: &'static str, bytes: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
