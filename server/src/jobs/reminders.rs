//! Reminds those who hold something unsubmitted before the end that holds for them, once at each mark.

use crate::portal::ServerPortal;
use app::domain::time::Instant;
use app::error::PortalError;

/// Transactions in one tick; the next tick goes on.
const BATCHES: usize = 10;

/// # Errors
/// The database cannot be read or written.
pub async fn tick(portal: &ServerPortal, now: Instant) -> Result<(), PortalError> {
    let mut batches = BATCHES;
    for due in portal.reminders_due(now).await? {
        let mut all = false;
        while !all && batches > 0 {
            batches -= 1;
            all = match portal.remind(due, now).await {
                Ok(all) => all,
                // Another node is at it; the next tick reads anew.
                Err(PortalError::Conflict) => return Ok(()),
                Err(error) => return Err(error),
            };
        }
    }
    Ok(())
}
