//! One line in the log for each request: id, method, path, status, time. Never a query, a cookie or a body.

use super::stamp::Stamp;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

/// The tokens of confirmation links and invitations are secrets until they are used, those of calendars until they are renewed.
fn without_secrets(path: &str) -> &str {
    if path.starts_with("/invitations/") {
        "/invitations/…"
    } else if path.starts_with("/confirm/") && path != model::routes::pattern::RESEND {
        "/confirm/…"
    } else if path.starts_with("/calendar/") {
        "/calendar/…"
    } else {
        path
    }
}

/// Runs the request in a span that carries its id, and hands the id back in `x-request-id`.
#[expect(clippy::disallowed_methods, reason = "how long a request took is measured, never decided upon")]
pub async fn record(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<Stamp>().map(|stamp| stamp.request.clone()).unwrap_or_default();
    let (method, path) = (request.method().clone(), without_secrets(request.uri().path()).to_owned());
    let span = tracing::info_span!("request", %id);
    let started = std::time::Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    span.in_scope(|| {
        if status >= 500 {
            tracing::error!(%method, path, status, micros, "answered");
        } else {
            tracing::info!(%method, path, status, micros, "answered");
        }
    });
    response
}
