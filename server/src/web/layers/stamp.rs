//! The outermost layer: the instant a request is judged by, its language, its number.

use crate::web::Deps;
use app::domain::language::Locale;
use app::domain::time::Instant;
use app::routes;
use axum::extract::{Request, State};
use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What the head of a request says: when it arrived, in which language it asks, for which address.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The arrival of the head, taken once.
    pub now: Instant,
    pub locale: Locale,
    /// Without the language prefix and the query.
    pub path: Arc<str>,
    /// The number under which this request stands in the log.
    pub request: u64,
}

static REQUESTS: AtomicU64 = AtomicU64::new(1);

/// Stamps the request and takes the language prefix off its address, before any route is matched.
pub async fn stamp(State(deps): State<Deps>, mut request: Request, next: Next) -> Response {
    let now = deps.clock.now();
    let (locale, path) = routes::split_locale(request.uri().path());
    let path: Arc<str> = path.into();
    if locale != Locale::En {
        let target = match request.uri().query() {
            Some(query) => format!("{path}?{query}"),
            None => path.to_string(),
        };
        if let Ok(target) = target.parse::<PathAndQuery>() {
            *request.uri_mut() = Uri::from(target);
        }
    }
    let request_number = REQUESTS.fetch_add(1, Ordering::Relaxed);
    request.extensions_mut().insert(Stamp { now, locale, path, request: request_number });
    next.run(request).await
}
