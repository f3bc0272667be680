//! `/healthz` (the program runs) and `/readyz` (it can do its work).

use super::Deps;
use axum::extract::State;
use axum::http::StatusCode;
use model::domain::operations::{clock_ahead, clocks_agree};

pub async fn alive() -> &'static str {
    "ok\n"
}

pub async fn ready(State(deps): State<Deps>) -> (StatusCode, &'static str) {
    let asked = deps.clock.now();
    match deps.portal.database().clock().await {
        Ok(theirs) if theirs.is_none_or(|theirs| clocks_agree(clock_ahead(asked, theirs, deps.clock.now()))) => (StatusCode::OK, "ready\n"),
        Ok(_) => {
            tracing::warn!("not ready: the clock of this machine and the database's are more than a second apart");
            (StatusCode::SERVICE_UNAVAILABLE, "the clock of this node and the clock of the database are more than a second apart\n")
        }
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
