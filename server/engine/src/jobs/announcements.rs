//! Writes the mails of announcements that were sent, in batches that hold the writer for a moment each.

use crate::portal::ServerPortal;
use model::domain::time::Instant;
use model::error::PortalError;

/// Mails in one transaction.
const BATCH: i64 = 100;
/// Batches in one tick; the next tick goes on.
const BATCHES: usize = 10;

/// # Errors
/// The database cannot be read or written.
pub async fn tick(portal: &ServerPortal, now: Instant) -> Result<(), PortalError> {
    for _ in 0..BATCHES {
        match portal.spread_announcements(now, BATCH).await {
            Ok(0) => break,
            // A conflict: another node wrote this batch first.
            Ok(_) | Err(PortalError::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
