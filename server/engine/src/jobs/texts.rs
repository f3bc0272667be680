//! Issues the versions of texts whose stated time has come, each in a transaction of its own.

use crate::portal::ServerPortal;
use model::domain::time::Instant;
use model::error::PortalError;

/// Versions in one tick; the next tick goes on.
const AT_ONCE: i64 = 20;

/// Goes through the versions that are due, also those whose time came while no node ran. One that fails does not stop the others: the
/// next tick tries it again.
///
/// # Errors
/// The database cannot be read or written: the first error, after all were tried.
pub async fn tick(portal: &ServerPortal, now: Instant) -> Result<(), PortalError> {
    let mut failed = Ok(());
    for id in portal.texts_due(now, AT_ONCE).await? {
        match portal.issue_due(id, now).await {
            // A conflict: another node is at it, or the chair; the next tick reads anew.
            Ok(_) | Err(PortalError::Conflict) => {}
            Err(error) => failed = failed.and(Err(error)),
        }
    }
    failed
}
