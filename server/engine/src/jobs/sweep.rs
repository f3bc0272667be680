//! Removes what `domain::retention` says is kept long enough. Never anything people submitted or that waits for somebody.

use crate::portal::in_tx;
use crate::store::{Db, StoreResult, answers, credentials, inscriptions, limits, logins, mails, reminders, settings};
use model::calendar;
use model::domain::retention;
use model::domain::time::{Instant, Span};

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
        logins::sweep(tx, now).await?;
        logins::sweep_devices(tx, now - retention::KNOWN_DEVICE).await?;
        credentials::sweep_resets(tx, now).await?;
        limits::sweep(tx, now - retention::RATE_BUCKET).await?;
        answers::sweep(tx, now - retention::FORM_ANSWER).await?;
        mails::sweep(tx, now - retention::SENT_MAIL).await?;
        reminders::forget(tx, now - retention::REMINDER).await?;
        inscriptions::forget(tx, &calendar::day(now - retention::SPEAKER, "UTC")).await?;
        settings::put(tx, LAST, &now.0.to_string()).await
    })
    .await
}
