//! How far a provision has come in the negotiation.

use super::organisation::coded;
use super::role::RoleName;
use super::time::Instant;
use super::validate::MAX_TITLE;
use serde::{Deserialize, Serialize};

coded! {
    /// The words of the drafting rooms of the UN.
    ProvisionStatus {
        Open => "open",
        // One delegation, or little, stands in the way.
        Pending => "pending",
        AgreedInInformals => "agreed_in_informals",
        // By the negotiators; nothing is agreed until everything is.
        AgreedAdReferendum => "agreed_ad_referendum",
        Agreed => "agreed",
        // It is agreed that it goes.
        Deleted => "deleted",
    }
}

/// What may be said with a status, in characters: "pending one delegation".
pub const MAX_NOTE: usize = MAX_TITLE;

/// A status with who set it when. What was set before stays on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusEntry {
    /// From 1, of this provision.
    pub number: i64,
    pub status: ProvisionStatus,
    /// May be empty.
    pub note: String,
    /// The office; the person is in the audit log.
    pub by: RoleName,
    pub set_at: Instant,
}
