//! Requests that change something must come from our own pages.
//!
//! By `Sec-Fetch-Site`, else by `Origin`. A request with neither is refused when it carries a session, and let through when it
//! does not: then there is no session to abuse (a health checker, a script that signs in).

use crate::web::Deps;
use crate::web::reader::{Reader, respond};
use crate::web::{layers::context, pages};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;

pub async fn check(State(deps): State<Deps>, request: Request, next: Next) -> Response {
    if request.method().is_safe()
        || is_ours(request.headers(), &deps.settings.public_url, context::session_cookie(request.headers(), &deps).is_some())
    {
        return next.run(request).await;
    }
    tracing::warn!("refused a request from another site");
    let reader = Reader::anonymous(&deps, &request);
    respond(&reader, pages::status_page(&reader, 403))
}

/// Whether a state-changing request comes from our own pages.
fn is_ours(headers: &HeaderMap, public_url: &str, has_session: bool) -> bool {
    let text = |name| headers.get(name).and_then(|value: &header::HeaderValue| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN) {
        Some(origin) => origin == public_url || origin.split_once("://").map(|(_, host)| host) == text(header::HOST),
        None => !has_session,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn ours(pairs: &[(&'static str, &'static str)], session: bool) -> bool {
        let headers = pairs.iter().map(|(n, v)| (header::HeaderName::from_static(n), HeaderValue::from_static(v))).collect();
        is_ours(&headers, "https://portal.example", session)
    }

    #[test]
    fn where_a_request_comes_from() {
        assert!(ours(&[("sec-fetch-site", "same-origin")], true));
        assert!(!ours(&[("sec-fetch-site", "cross-site")], false));
        assert!(!ours(&[("sec-fetch-site", "same-site")], true));
        assert!(ours(&[("origin", "https://portal.example")], true));
        assert!(ours(&[("origin", "http://127.0.0.1:3000"), ("host", "127.0.0.1:3000")], true));
        assert!(!ours(&[("origin", "https://evil.example"), ("host", "portal.example")], true));
        assert!(!ours(&[("origin", "null"), ("host", "portal.example")], true));
        assert!(!ours(&[], true), "a session without any sign of its page");
        assert!(ours(&[], false));
    }
}
