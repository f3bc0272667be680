//! Security headers and caching, for every page.

use crate::web::Deps;
use crate::web::layers::context;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

pub async fn set(State(deps): State<Deps>, request: Request, next: Next) -> Response {
    let with_session = context::session_cookie(request.headers(), &deps).is_some();
    let mut response = next.run(request).await;
    let too_many = response.status() == StatusCode::TOO_MANY_REQUESTS;
    let headers = response.headers_mut();
    // A page that may do less than the others says so itself.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(|| deps.policy.header());
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    if deps.settings.secure() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    if too_many && !headers.contains_key(header::RETRY_AFTER) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        let caching = if with_session { "no-store" } else { "no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    }
    headers.append(header::VARY, HeaderValue::from_static("cookie"));
    response
}
