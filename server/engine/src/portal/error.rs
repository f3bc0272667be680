//! From the store's errors to the portal's. What a reader cannot help is logged under an incident number, and only that is shown.

use crate::auth::hex;
use crate::clock::{Entropy, SystemEntropy};
use crate::store::StoreError;
use model::error::{IncidentId, PortalError};
use std::fmt::Display;

impl From<StoreError> for PortalError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict => Self::Conflict,
            StoreError::Unavailable(error) => {
                tracing::warn!(%error, "database unavailable");
                Self::Unavailable
            }
            StoreError::NotCommitted => Self::Unavailable,
            error @ (StoreError::Corrupt { .. } | StoreError::Driver(_)) => incident(&error),
        }
    }
}

/// Logs `error` under a new incident number.
pub fn incident(error: &dyn Display) -> PortalError {
    let mut bytes = [0; 4];
    SystemEntropy.fill(&mut bytes);
    let number = hex(&bytes);
    tracing::error!(incident = number, %error, "internal error");
    PortalError::Internal(IncidentId(number))
}
