//! The outermost layer: the instant a request is judged by, its language, its number.

use crate::web::Deps;
use axum::extract::{Request, State};
use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use axum::middleware::Next;
use axum::response::Response;
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::routes;
use std::sync::Arc;

/// What the head of a request says: when it arrived, in which language it asks, for which address.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The arrival of the head, taken once.
    pub now: Instant,
    pub locale: Locale,
    /// Without the language prefix and the query.
    pub path: Arc<str>,
    /// The id under which this request stands in the log and in its answer: `x-request-id`.
    pub request: Arc<str>,
}

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
    let id: Arc<str> = deps.portal.fresh_id(now).simple().to_string().into();
    request.extensions_mut().insert(Stamp { now, locale, path, request: id });
    next.run(request).await
}
