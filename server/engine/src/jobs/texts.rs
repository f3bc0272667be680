//! Issues the versions of texts whose stated time has come, each in a transaction of its own.

use crate::portal::ServerPortal;
use model::domain::time::{Instant, Span};
use model::error::PortalError;

/// Versions in one tick; the next tick goes on.
const AT_ONCE: i64 = 20;

/// How long after the stated time a conflict is still taken for a race.
const PATIENCE: Span = Span::MINUTE;

/// Goes through the versions that are due, also those whose time came while no node ran. One that fails does not stop the others: the
/// next tick tries it again.
///
/// # Errors
/// The database cannot be read or written: the first error, after all were tried.
pub async fn tick(portal: &ServerPortal, now: Instant) -> Result<(), PortalError> {
    let mut failed = Ok(());
    for (id, at) in portal.texts_due(now, AT_ONCE).await? {
        match portal.issue_due(id, now).await {
            Ok(_) => {}
            // Another node is at it, or the chair; the next tick reads anew. What conflicts on and on is a failure that has to be seen.
            Err(PortalError::Conflict) if now - at < PATIENCE => {}
            Err(error) => failed = failed.and(Err(error)),
        }
    }
    failed
}
