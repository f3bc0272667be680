//! `/healthz` (the program runs) and `/readyz` (it can do its work).

use super::Deps;
use axum::extract::State;
use axum::http::StatusCode;

pub async fn alive() -> &'static str {
    "ok\n"
}

pub async fn ready(State(deps): State<Deps>) -> (StatusCode, &'static str) {
    match deps.portal.db.ping().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
