//! The deadline ledger of a round, whole.

use super::{Ctx, RoundLine};
use crate::domain::ids::RoundId;
use crate::domain::organisation::OrganisationRef;
use crate::domain::round::LedgerEntry;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// An entry with what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    pub entry: LedgerEntry,
    /// The closing before it: for everybody, as the entries before it left it. `None` for the first.
    pub from: Option<Instant>,
    /// Whom a grant or an admission was for: named once something received by it is public, never before.
    pub organisation: Option<OrganisationRef>,
}

/// The ledger's page.
#[derive(Debug, Clone)]
pub struct LedgerPage {
    pub line: RoundLine,
    /// The newest first.
    pub entries: Vec<LedgerLine>,
}

/// Reading the ledger. Public.
#[async_trait]
pub trait Ledgers {
    async fn ledger(&self, ctx: &Ctx, round: RoundId) -> PortalResult<LedgerPage>;
}
