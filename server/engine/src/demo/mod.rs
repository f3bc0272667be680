//! The demonstration: the frame of the real process, and invented rounds, organisations, papers and comments, marked as such.
//! Everything submitted here goes through the portal's own use cases, with the instants of an invented past.
//!
//! Harmless on an existing database: what is there never changes; when no invented round is open any more, a new one opens.

mod applications;
mod data;
mod frame;
mod input;
mod people;
mod rounds;
mod signatures;

use crate::portal::{ServerPortal, in_tx};
use crate::store::{StoreError, settings};
use model::domain::time::Instant;
use model::error::PortalError;

pub use model::demonstration::{LOGINS, PASSWORD};

/// Set once the invented input is there.
const SEEDED: &str = "demonstration.seeded_at";

/// Why the demonstration data could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    #[error("demonstration data: {0}")]
    Data(#[from] serde_json::Error),
    #[error("demonstration data: {0}")]
    Missing(String),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Portal(#[from] PortalError),
    #[error("demonstration data: {0}")]
    Password(String),
}

/// Seeds what is missing, as of `now`.
///
/// # Errors
/// The database cannot be written.
pub async fn seed(portal: &ServerPortal, now: Instant) -> Result<(), SeedError> {
    frame::seed(portal, now).await?;
    people::seed(portal, now).await?;
    let seeded = {
        let mut tx = portal.db.read().await?;
        settings::get(&mut tx, SEEDED).await?
    };
    if seeded.is_none() {
        let first = rounds::first(portal, now).await?;
        input::seed(portal, &first, now).await?;
        applications::seed(portal, first.accreditation, now).await?;
        signatures::seed(portal, first.co_signing, now).await?;
        let at = model::calendar::iso(now);
        in_tx!(portal.db, [at], |tx| { settings::put(tx, SEEDED, &at).await }).await?;
    }
    rounds::keep_one_open(portal, now).await
}
