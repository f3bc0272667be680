//! Removes what has expired: sessions, and rate-limit buckets nobody touched for a day. Never anything people wrote.

use crate::portal::in_tx;
use crate::store::{Db, StoreResult, limits, people, settings};
use app::domain::time::{Instant, Span};

/// How often it is worth the writing.
const EVERY: Span = Span::HOUR;
const LAST: &str = "sweep.last";

pub async fn tick(db: &Db, now: Instant) -> StoreResult<()> {
    let last = {
        let mut tx = db.read().await?;
        settings::get(&mut tx, LAST).await?.and_then(|text| text.parse().ok()).map(Instant)
    };
    if last.is_some_and(|last| now - last < EVERY) {
        return Ok(());
    }
    in_tx!(db, [], |tx| {
        people::sweep_sessions(tx, now).await?;
        limits::sweep(tx, now - Span::DAY).await?;
        settings::put(tx, LAST, &now.0.to_string()).await
    })
    .await
}
