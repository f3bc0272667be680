//! Rate limits: token buckets in the database, so that they hold across restarts and nodes.

use super::sql::{execute, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::time::{Instant, Span};

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
pub async fn take(tx: &mut Tx, key: &str, rate: Rate, now: Instant) -> StoreResult<Result<(), i64>> {
    let tokens = level(tx, key, rate, now).await?;
    if tokens < 1.0 {
        return Ok(Err(wait(tokens, rate)));
    }
    execute!(tx, PUT, key, tokens - 1.0, now.0)?;
    Ok(Ok(()))
}

/// Whether the bucket `key` has a token, without taking it; `Err` holds the seconds until the next one.
pub async fn look(tx: &mut Tx, key: &str, rate: Rate, now: Instant) -> StoreResult<Result<(), i64>> {
    Ok(match level(tx, key, rate, now).await? {
        tokens if tokens < 1.0 => Err(wait(tokens, rate)),
        _ => Ok(()),
    })
}

/// How many tokens there are.
#[expect(clippy::cast_precision_loss, reason = "spans of days fit a float")]
async fn level(tx: &mut Tx, key: &str, rate: Rate, now: Instant) -> StoreResult<f64> {
    let every = rate.every.0 as f64;
    Ok(match fetch_optional!(tx, (f64, i64), GET, key)? {
        Some((tokens, at)) => (tokens + ((now - Instant(at)).0.max(0) as f64) / every).min(f64::from(rate.burst)),
        None => f64::from(rate.burst),
    })
}

/// Seconds until a bucket has a token, at least one.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "spans of days fit a float")]
fn wait(tokens: f64, rate: Rate) -> i64 {
    (((1.0 - tokens) * rate.every.0 as f64 / 1e6).ceil() as i64).max(1)
}

/// Removes buckets untouched since `before`.
pub async fn sweep(tx: &mut Tx, before: Instant) -> StoreResult<u64> {
    execute!(tx, SWEEP, before.0)
}
