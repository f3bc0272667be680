//! Seals the events of the audit log, in batches that hold the writer for a moment each.

use crate::portal::ServerPortal;
use model::error::PortalError;

/// Events in one transaction.
const BATCH: i64 = 100;
/// Batches in one tick; the next tick goes on.
const BATCHES: usize = 10;

/// # Errors
/// The database cannot be read or written.
pub async fn tick(portal: &ServerPortal) -> Result<(), PortalError> {
    for _ in 0..BATCHES {
        match portal.seal_audit(BATCH).await {
            Ok(0) => break,
            // A conflict: another node has sealed these; the next batch goes on behind it.
            Ok(_) | Err(PortalError::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
