//! What the portal knows about the person who asks, and the end of their account.

use super::{Ctx, OfficeLine};
use crate::error::PortalResult;
use async_trait::async_trait;

/// What stands in the way of deleting an account.
#[derive(Debug, Clone, Default)]
pub struct DeletionObstacles {
    /// Offices in force: ended first, so that nobody is left without a moderator or chair unnoticed.
    pub offices: Vec<OfficeLine>,
    /// Organisations with other members whose only contact point the person is: handed over first.
    pub hand_over: Vec<(crate::domain::ids::OrganisationId, String)>,
}

impl DeletionObstacles {
    pub const fn none(&self) -> bool {
        self.offices.is_empty() && self.hand_over.is_empty()
    }
}

/// The page of one's own data.
#[derive(Debug, Clone)]
pub struct OwnDataPage {
    pub obstacles: DeletionObstacles,
}

/// Everything about one person. The web layer packs it into a file.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnArchive {
    /// JSON, pretty-printed: a section for each kind of thing.
    pub data: String,
    /// Names (letters, digits, hyphens, dots) and bytes: the exact content of each receipt, and the signed receipt.
    pub files: Vec<(String, Vec<u8>)>,
}

/// One's own data (feature H6).
#[async_trait]
pub trait OwnData {
    async fn own_data(&self, ctx: &Ctx) -> PortalResult<OwnDataPage>;
    /// Everything about the signed-in person. Needs a fresh proof of who asks; noted in the audit log.
    async fn own_archive(&self, ctx: &Ctx) -> PortalResult<OwnArchive>;
    /// Deletes the account: the name, the address and every secret go; what was submitted stays attributed to the organisation.
    async fn delete_account(&self, ctx: &Ctx) -> PortalResult<()>;
}
