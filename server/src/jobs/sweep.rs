//! Removes what has expired: sessions, and rate-limit buckets nobody touched for a day. Never anything people wrote.

use crate::portal::in_tx;
use crate::store::{Db, StoreResult, credentials, limits, logins, settings};
use app::domain::time::{Instant, Span};

/// How often it is worth the writing.
const EVERY: Span = Span::HOUR;
const LAST: &str = "sweep.last";
/// How long an account knows a browser nobody signs in with: as long as the browser keeps the mark.
const DEVICE_TIME: Span = Span::DAY.times(400);

pub async fn tick(db: &Db, now: Instant) -> StoreResult<()> {
    let last = {
        let mut tx = db.read().await?;
        settings::get(&mut tx, LAST).await?.and_then(|text| text.parse().ok()).map(Instant)
    };
    if last.is_some_and(|last| now - last < EVERY) {
        return Ok(());
    }
    in_tx!(db, [], |tx| {
        logins::sweep(tx, now).await?;
        logins::sweep_devices(tx, now - DEVICE_TIME).await?;
        credentials::sweep_resets(tx, now).await?;
        limits::sweep(tx, now - Span::DAY).await?;
        settings::put(tx, LAST, &now.0.to_string()).await
    })
    .await
}
