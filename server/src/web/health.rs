//! `/healthz` (the program runs) and `/readyz` (it can do its work).

use super::Deps;
use axum::extract::State;
use axum::http::StatusCode;
use model::domain::time::{Instant, Span};

/// How far this node's clock may be from the database's. The clock decides on deadlines, so all nodes must agree.
const TOLERANCE: Span = Span::SECOND;

pub async fn alive() -> &'static str {
    "ok\n"
}

pub async fn ready(State(deps): State<Deps>) -> (StatusCode, &'static str) {
    let asked = deps.clock.now();
    match deps.portal.database().clock().await {
        Ok(theirs) if theirs.is_none_or(|theirs| agree(asked, theirs, deps.clock.now())) => (StatusCode::OK, "ready\n"),
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

/// Whether the database's clock, read at some instant between `asked` and `answered`, agrees with ours.
fn agree(asked: Instant, theirs: Instant, answered: Instant) -> bool {
    asked - TOLERANCE <= theirs && theirs <= answered + TOLERANCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_is_tolerated_and_the_way_is_not_counted() {
        let at = |seconds: i64| Instant(0) + Span::SECOND.times(seconds);
        assert!(agree(at(10), at(9), at(10)));
        assert!(agree(at(10), at(14), at(14)), "a slow answer");
        assert!(!agree(at(10), at(9) - Span::MICROSECOND, at(10)));
        assert!(!agree(at(10), at(11) + Span::MICROSECOND, at(10)));
    }
}
