//! Signed receipts to download, checking one, and the public log as files for programs.

use super::exports::download;
use super::pages;
use super::reader::{Reader, SMALL, answer, respond};
use app::pages as view;
use axum::body::Body;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Path, Query, Request};
use axum::http::{HeaderValue, Response, StatusCode, header};
use engine::proof::receipt::MAX_FILE;
use model::domain::ids::{LateAttemptId, ReceiptId};
use model::error::PortalError;
use model::forms::VerifyForm;
use model::portal::TextFile;
use std::collections::HashMap;

const JSON: &str = "application/json";
const JSON_LINES: &str = "application/jsonl; charset=utf-8";

/// `GET /receipts/{id}/receipt.json`
pub async fn receipt(reader: Reader, Path(id): Path<String>) -> Response<Body> {
    let file = match id.parse::<ReceiptId>() {
        Ok(id) => reader.cx.portal.receipt_file(&reader.cx.ctx, id).await,
        Err(_) => Err(PortalError::NotFound),
    };
    kept(&reader, file)
}

/// `GET /refusals/{id}/receipt.json`
pub async fn refusal(reader: Reader, Path(id): Path<String>) -> Response<Body> {
    let file = match id.parse::<LateAttemptId>() {
        Ok(id) => reader.cx.portal.refusal_file(&reader.cx.ctx, id).await,
        Err(_) => Err(PortalError::NotFound),
    };
    kept(&reader, file)
}

fn kept(reader: &Reader, file: Result<TextFile, PortalError>) -> Response<Body> {
    match file {
        Ok(file) => download(&file.name, JSON, file.text.into_bytes()),
        Err(error) => answer(reader, Err(error)),
    }
}

/// What stands behind the question mark.
type Asked = Query<HashMap<String, String>>;

/// `GET /verify`, also with a receipt in the address.
pub async fn verify(reader: Reader, Query(asked): Asked) -> Response<Body> {
    answer(&reader, view::verify::page(&reader.cx, asked.get(VerifyForm::RECEIPT).map(String::as_str)).await)
}

/// `POST /verify`: pasted or uploaded. Nothing is kept of it.
pub async fn check(reader: Reader, request: Request) -> Response<Body> {
    let Ok(parts) = Multipart::from_request(request, &()).await else {
        return respond(&reader, pages::status_page(&reader, 415));
    };
    match text_of(parts).await {
        Ok(text) => answer(&reader, view::verify::page(&reader.cx, Some(&text)).await),
        Err(status) => respond(&reader, pages::status_page(&reader, status)),
    }
}

/// The file, where one was chosen, otherwise the pasted text. What is not UTF-8 is no receipt: it is answered as one that cannot be read.
///
/// # Errors
/// The status of an answer: 413, there is more than any receipt has; 400, it is not the form in parts it says it is.
async fn text_of(mut parts: Multipart) -> Result<String, u16> {
    let (mut pasted, mut uploaded, mut total) = (Vec::new(), Vec::new(), 0);
    while let Some(mut part) = parts.next_field().await.map_err(of_fault)? {
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(of_fault)? {
            total += chunk.len();
            if total > MAX_FILE + SMALL {
                return Err(413);
            }
            bytes.extend_from_slice(&chunk);
        }
        match part.name() {
            Some(VerifyForm::RECEIPT) => pasted = bytes,
            Some(VerifyForm::FILE) => uploaded = bytes,
            _ => {}
        }
    }
    let chosen = if uploaded.is_empty() { pasted } else { uploaded };
    Ok(String::from_utf8_lossy(&chosen).into_owned())
}

fn of_fault(error: MultipartError) -> u16 {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { 413 } else { 400 }
}

/// The first line that is wanted.
const FROM: &str = "from";
/// The line before which those that are wanted stand.
const BEFORE: &str = "before";

/// `GET /log`: a page for browsers, JSON lines for programs that take anything.
pub async fn log(reader: Reader, Query(asked): Asked, request: Request) -> Response<Body> {
    let accepts = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("text/html");
    if !accepts.contains("text/html") && accepts.split(',').any(|kind| kind.trim().starts_with("*/*") || kind.contains("json")) {
        return varying(lines_from(&reader, asked.get(FROM).map(String::as_str)).await);
    }
    let before = match asked.get(BEFORE).map(String::as_str).map(str::parse::<i64>) {
        None => None,
        Some(Ok(index)) if index >= 0 => Some(index),
        Some(_) => return answer(&reader, Err(PortalError::NotFound)),
    };
    varying(answer(&reader, view::log::page(&reader.cx, before).await))
}

/// `GET /log/lines.jsonl`
pub async fn log_lines(reader: Reader, Query(asked): Asked) -> Response<Body> {
    lines_from(&reader, asked.get(FROM).map(String::as_str)).await
}

async fn lines_from(reader: &Reader, from: Option<&str>) -> Response<Body> {
    match from.unwrap_or("0").parse::<i64>() {
        Ok(from) if from >= 0 => plain(reader, JSON_LINES, reader.cx.portal.log_lines(&reader.cx.ctx, from).await),
        _ => answer(reader, Err(PortalError::NotFound)),
    }
}

/// `GET /log/head.json`
pub async fn log_head(reader: Reader) -> Response<Body> {
    plain(&reader, JSON, reader.cx.portal.log_head(&reader.cx.ctx).await)
}

/// `GET /.well-known/openfloor-keys.json`
pub async fn keys(reader: Reader) -> Response<Body> {
    plain(&reader, JSON, reader.cx.portal.public_keys(&reader.cx.ctx).await)
}

/// A text for programs, which other sites may read too: it is public, and the same for everybody.
fn plain(reader: &Reader, content_type: &'static str, text: Result<String, PortalError>) -> Response<Body> {
    match text {
        Ok(text) => {
            let mut response = Response::new(Body::from(text));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
            response
        }
        Err(error) => answer(reader, Err(error)),
    }
}

fn varying(mut response: Response<Body>) -> Response<Body> {
    response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept"));
    response
}
