//! Reminds those who hold something unsubmitted before the end that holds for them, once at each mark.

use crate::portal::ServerPortal;
use model::domain::time::Instant;
use model::error::PortalError;

/// Transactions in one tick; the next tick goes on.
const BATCHES: usize = 10;

/// Goes through the ends that are due. One that fails does not stop the others: the next tick tries it again.
///
/// # Errors
/// The database cannot be read or written: the first error, after all ends were tried.
pub async fn tick(portal: &ServerPortal, now: Instant) -> Result<(), PortalError> {
    let (mut batches, mut failed) = (BATCHES, Ok(()));
    for due in portal.reminders_due(now).await? {
        let mut all = false;
        while !all && batches > 0 {
            batches -= 1;
            all = match portal.remind(due, now).await {
                Ok(all) => all,
                // Another node is at this one; the next tick reads anew.
                Err(PortalError::Conflict) => break,
                Err(error) => {
                    failed = failed.and(Err(error));
                    break;
                }
            };
        }
    }
    failed
}
