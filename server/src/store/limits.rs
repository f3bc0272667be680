//! Rate limits: token buckets in the database, so that they hold across restarts and nodes.

use super::sql::{execute, fetch_optional, statements};
use super::{StoreResult, Tx};
use app::domain::time::{Instant, Span};

statements! {
    GET = "SELECT tokens, updated_at FROM rate_bucket WHERE key = $1";
    PUT = "INSERT INTO rate_bucket (key, tokens, updated_at) VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET tokens = excluded.tokens, updated_at = excluded.updated_at";
    SWEEP = "DELETE FROM rate_bucket WHERE updated_at < $1";
}

/// How fast something may happen: `burst` times at once, then once every `every`.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    pub burst: u32,
    pub every: Span,
}

/// Takes one token from the bucket `key`; `Err` holds the seconds until the next one.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "bucket arithmetic: spans of days fit a float")]
pub async fn take(tx: &mut Tx, key: &str, rate: Rate, now: Instant) -> StoreResult<Result<(), i64>> {
    let every = rate.every.0 as f64;
    let tokens = match fetch_optional!(tx, (f64, i64), GET, key)? {
        Some((tokens, at)) => (tokens + ((now - Instant(at)).0.max(0) as f64) / every).min(f64::from(rate.burst)),
        None => f64::from(rate.burst),
    };
    if tokens < 1.0 {
        return Ok(Err((((1.0 - tokens) * every / 1e6).ceil() as i64).max(1)));
    }
    execute!(tx, PUT, key, tokens - 1.0, now.0)?;
    Ok(Ok(()))
}

/// Removes buckets untouched since `before`.
pub async fn sweep(tx: &mut Tx, before: Instant) -> StoreResult<u64> {
    execute!(tx, SWEEP, before.0)
}
