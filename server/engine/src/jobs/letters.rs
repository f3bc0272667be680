//! Compares what was submitted with the other inputs of its round, for the moderators.

use crate::portal::ServerPortal;
use model::domain::time::Instant;
use model::error::PortalError;

/// Inputs in one tick; the next tick goes on.
const AT_ONCE: i64 = 50;

/// # Errors
/// The database cannot be read or written.
pub async fn tick(portal: &ServerPortal, now: Instant) -> Result<(), PortalError> {
    portal.place_letters(now, AT_ONCE).await.map(|_| ())
}
