//! Work that no request waits for: each job is a `tick` at an instant, driven by a timer or by a test.

pub mod announcements;
mod outbox;
pub mod reminders;
pub mod sweep;
pub mod terms;

pub use outbox::{Delivery, Outbox};

use crate::clock::Clock;
use crate::portal::ServerPortal;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often the jobs run.
const EVERY: Duration = Duration::from_secs(2);

/// Runs all jobs until `stop` says so.
pub async fn run(portal: ServerPortal, clock: Arc<dyn Clock>, outbox: Outbox, mut stop: watch::Receiver<bool>) {
    let mut timer = tokio::time::interval(EVERY);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = timer.tick() => {
                let now = clock.now();
                if let Err(error) = announcements::tick(&portal, now).await {
                    tracing::warn!(%error, "announcements");
                }
                if let Err(error) = terms::tick(&portal, now).await {
                    tracing::warn!(%error, "terms");
                }
                if let Err(error) = reminders::tick(&portal, now).await {
                    tracing::warn!(%error, "reminders");
                }
                if let Err(error) = outbox.tick(&portal.db, now).await {
                    tracing::warn!(%error, "outbox");
                }
                if let Err(error) = sweep::tick(&portal.db, now).await {
                    tracing::warn!(%error, "sweep");
                }
            }
            _ = stop.changed() => return,
        }
    }
}
