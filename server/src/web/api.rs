//! Where islands call the server: leptos' server functions, with the reader's context provided to each.

use super::Deps;
use super::reader::Reader;
use app::api::{ApiContext, ServerNow};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use leptos::prelude::provide_context;

/// The largest body a server function takes: a long draft.
const LIMIT: usize = super::reader::LONG;

pub async fn call(State(deps): State<Deps>, reader: Reader, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, LIMIT).await else {
        return (axum::http::StatusCode::PAYLOAD_TOO_LARGE, "too large\n").into_response();
    };
    let request = Request::from_parts(parts, Body::from(bytes));
    let cx = reader.with_words_of(deps.clock.now()).cx;
    let now = cx.ctx.now.milliseconds();
    let context = move || {
        provide_context(ServerNow(now));
        provide_context(ApiContext(cx.clone()));
    };
    leptos_axum::handle_server_fns_with_context(context, request).await.into_response()
}
