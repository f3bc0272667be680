//! One line in the log for each request: number, method, path, status, time. Never a query, a cookie or a body.

use super::stamp::Stamp;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

/// The token of a confirmation link is a secret until it is used.
fn without_secrets(path: &str) -> &str {
    if path.starts_with("/confirm/") && path != app::routes::pattern::RESEND { "/confirm/…" } else { path }
}

/// Runs the request in a span that carries its number.
#[expect(clippy::disallowed_methods, reason = "how long a request took is measured, never decided upon")]
pub async fn record(request: Request, next: Next) -> Response {
    let number = request.extensions().get::<Stamp>().map_or(0, |stamp| stamp.request);
    let (method, path) = (request.method().clone(), without_secrets(request.uri().path()).to_owned());
    let span = tracing::info_span!("request", number);
    let started = std::time::Instant::now();
    let response = next.run(request).instrument(span.clone()).await;
    let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    span.in_scope(|| {
        if status >= 500 {
            tracing::error!(%method, path, status, micros, "answered");
        } else {
            tracing::info!(%method, path, status, micros, "answered");
        }
    });
    response
}
