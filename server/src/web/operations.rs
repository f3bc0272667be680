//! Reading: the audit log, and how the portal runs.

use super::reader::{Reader, answer};
use app::pages as view;
use axum::body::Body;
use axum::extract::Query;
use axum::http::{HeaderValue, Response, header};
use engine::export;
use model::domain::audit::AuditAct;
use model::domain::validate::{self, MAX_EMAIL};
use model::portal::AuditFilter;
use std::collections::HashMap;

/// The longest object: a kind and an id.
const MAX_OBJECT: usize = 100;

/// `/admin/audit`, by what its filter asks for. What is no choice is no filter.
pub async fn audit_log(reader: Reader, Query(asked): Query<HashMap<String, String>>) -> Response<Body> {
    let asked = |name: &str| asked.get(name).map(String::as_str);
    let line = |name: &str, max: usize| asked(name).and_then(|text| validate::line(text, max).ok()).unwrap_or_default();
    let filter = AuditFilter {
        act: asked("act").and_then(AuditAct::from_code),
        object: line("object", MAX_OBJECT),
        email: line("email", MAX_EMAIL),
    };
    answer(&reader, view::audit::page(&reader.cx, &filter, asked("after")).await)
}

pub async fn status(reader: Reader) -> Response<Body> {
    answer(&reader, view::status::page(&reader.cx).await)
}

/// The same for machines.
pub async fn status_json(reader: Reader) -> Response<Body> {
    let status = reader.cx.portal.status(&reader.cx.ctx).await;
    match status.and_then(|status| export::status::write(&status).map_err(|error| engine::portal::incident(&error))) {
        Ok(bytes) => {
            let mut response = Response::new(Body::from(bytes));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => answer(&reader, Err(error)),
    }
}
