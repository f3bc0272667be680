//! Rounds and their deadline ledger.

use super::{Ctx, PaperLine, RoundCoSigning, RoundLine};
use crate::domain::accreditation::ConsultativeStatus;
use crate::domain::draft::DraftVersion;
use crate::domain::ids::RoundId;
use crate::domain::organisation::OrganisationRef;
use crate::domain::round::LedgerEntry;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// Papers of each list that stand on the round's own page.
pub const FIRST_PAPERS: i64 = 20;

/// A round's page.
#[derive(Debug, Clone)]
pub struct RoundPage {
    /// With the grants of the actor's organisations.
    pub line: RoundLine,
    /// The newest entries and the one in force, the newest first.
    pub ledger: Vec<LedgerEntry>,
    /// How many entries there are.
    pub entries: i64,
    pub draft: Option<DraftVersion>,
    /// The one subgroup it is addressed to.
    pub subgroup: Option<Subgroup>,
    /// The newest public ones that came in time, at most [`FIRST_PAPERS`].
    pub papers: Vec<PaperLine>,
    /// The newest public ones that were received late, at most [`FIRST_PAPERS`].
    pub late_papers: Vec<PaperLine>,
    pub speakers: RoundSpeakers,
    pub accreditation: RoundAccreditation,
    pub co_signing: RoundCoSigning,
    /// The papers of the actor's organisations in this round that are not submitted.
    pub unsubmitted: Vec<PaperLine>,
    /// The actor is the chair of the body.
    pub may_change: bool,
    /// How many papers there are for the chair only; `None` for whoever may not read them.
    pub for_the_chair: Option<i64>,
    /// How many late attempts wait for the chair; for the chair alone.
    pub late: i64,
}

/// The list of speakers as everybody reads it; empty in rounds of another kind.
#[derive(Debug, Clone, Default)]
pub struct RoundSpeakers {
    /// In the order of the chair, each with its position. An organisation that is not public yet stands in the count alone.
    pub organisations: Vec<(i64, OrganisationRef)>,
    pub count: i64,
    /// The actor reads the list with names and subjects.
    pub may_read: bool,
    /// An organisation of the actor is on it.
    pub own: bool,
}

/// Who is accredited, as everybody reads it; empty in rounds of another kind.
#[derive(Debug, Clone, Default)]
pub struct RoundAccreditation {
    /// By name, each with its consultative status.
    pub accredited: Vec<(OrganisationRef, ConsultativeStatus)>,
    /// How many have applied and not taken it back.
    pub count: i64,
    /// The actor reads the applications.
    pub may_read: bool,
    /// Of these, how many wait for a first look; for those who read them.
    pub waiting: i64,
    /// An organisation of the actor has applied.
    pub own: bool,
}

/// A new closing instant, as the chair set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDeadline {
    pub closes_at: Instant,
    /// IANA zone it was set in.
    pub time_zone: String,
    /// Public.
    pub reason: String,
}

/// Reading and moving deadlines.
#[async_trait]
pub trait Deadlines {
    async fn round(&self, ctx: &Ctx, id: RoundId) -> PortalResult<RoundPage>;
    /// Adds an entry to the ledger; the others stay. Extends, also after expiry, or shortens with more than a day's notice. In the same
    /// act it admits the sealed attempts that the new window covers, and writes to those who hold unsubmitted drafts in the round and to
    /// the members and followers of its subgroups, once each.
    async fn change_deadline(&self, ctx: &Ctx, id: RoundId, new: NewDeadline) -> PortalResult<()>;
}
