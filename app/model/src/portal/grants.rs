//! Grants: more time for one organisation, given by the chair.

use super::{Ctx, RoundLine};
use crate::domain::ids::{OrganisationId, RoundId};
use crate::domain::organisation::OrganisationRef;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A grant as the chair reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantLine {
    pub organisation: OrganisationRef,
    pub until: Instant,
    pub time_zone: String,
    pub reason: String,
    pub given_at: Instant,
    /// The number of its entry in the ledger.
    pub number: i64,
}

/// The chair's page of grants.
#[derive(Debug, Clone)]
pub struct GrantsPage {
    pub line: RoundLine,
    /// The newest first.
    pub grants: Vec<GrantLine>,
    /// To choose from: those found by name; without a search those with a sealed late attempt, then the first by name.
    pub organisations: Vec<OrganisationRef>,
}

/// A grant as the chair gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGrant {
    pub organisation: OrganisationId,
    pub until: Instant,
    /// IANA zone it was set in.
    pub time_zone: String,
    /// Public.
    pub reason: String,
}

/// Giving grants. One that was given is not taken back: somebody may be relying on it.
#[async_trait]
pub trait Grants {
    /// For the chair. `search` finds organisations by the beginning of a word of their names.
    async fn grants(&self, ctx: &Ctx, round: RoundId, search: &str) -> PortalResult<GrantsPage>;
    /// Gives a grant: an entry of the ledger, and a mail to the members of the organisation.
    async fn give_grant(&self, ctx: &Ctx, round: RoundId, grant: NewGrant) -> PortalResult<()>;
}
