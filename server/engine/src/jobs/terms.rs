//! Tells of terms of office that end soon, each once.

use crate::portal::ServerPortal;
use model::domain::time::Instant;
use model::error::PortalError;

/// Batches in one tick; the next tick goes on.
const BATCHES: usize = 10;

/// # Errors
/// The database cannot be read or written.
pub async fn tick(portal: &ServerPortal, now: Instant) -> Result<(), PortalError> {
    for _ in 0..BATCHES {
        match portal.tell_of_ending_terms(now).await {
            // A conflict: another node has told of them first, or one was ended; the next tick reads anew.
            Ok(0) | Err(PortalError::Conflict) => break,
            Ok(_) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
