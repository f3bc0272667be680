//! The late inbox: what came after the closing, sealed until it is admitted.

use super::{Ctx, RoundLine, TextFile};
use crate::domain::ids::{LateAttemptId, RoundId};
use crate::domain::late::{LateOutcome, Refusal};
use crate::domain::organisation::OrganisationRef;
use crate::domain::round::LedgerEntry;
use crate::error::PortalResult;
use crate::policy::Denied;
use async_trait::async_trait;

/// A late attempt as the chair sees it: whose, when, how large. There is no field for its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateLine {
    pub refusal: Refusal,
    pub organisation: OrganisationRef,
}

/// The chair's late inbox of one round.
#[derive(Debug, Clone)]
pub struct LateInbox {
    pub line: RoundLine,
    /// Sealed: those that wait for the chair, the longest waiting first.
    pub sealed: Vec<LateLine>,
    /// How many wait in all; of very many, only the first stand in `sealed`.
    pub waiting: i64,
    /// Those decided, replaced or settled otherwise, the newest first.
    pub past: Vec<LateLine>,
}

/// One late attempt before the chair.
#[derive(Debug, Clone)]
pub struct LatePage {
    pub line: RoundLine,
    pub late: LateLine,
    /// The entry it was judged by.
    pub entry: Option<LedgerEntry>,
    /// The entry that admitted or declined it.
    pub decision: Option<LedgerEntry>,
    /// What stands against a decision by the reader now; `None`: they may decide.
    pub against: Option<Denied>,
}

/// The receipt of a refusal, for the members of the organisation.
#[derive(Debug, Clone)]
pub struct RefusalPage {
    pub line: RoundLine,
    pub refusal: Refusal,
    pub organisation: OrganisationRef,
    /// The entry it was judged by.
    pub entry: Option<LedgerEntry>,
    /// The entry that admitted or declined it.
    pub decision: Option<LedgerEntry>,
    /// The receipt as it was signed.
    pub signed: TextFile,
}

/// What the chair decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateDecision {
    pub outcome: LateOutcome,
    /// Public.
    pub reason: String,
}

/// The late inbox.
#[async_trait]
pub trait LateInboxes {
    async fn late_inbox(&self, ctx: &Ctx, round: RoundId) -> PortalResult<LateInbox>;
    async fn late_attempt(&self, ctx: &Ctx, id: LateAttemptId) -> PortalResult<LatePage>;
    /// Admits, so that it goes to the moderators as any other input, or declines. Both are entries of the ledger with their reason.
    async fn decide_late(&self, ctx: &Ctx, id: LateAttemptId, decision: LateDecision) -> PortalResult<()>;
    async fn refusal(&self, ctx: &Ctx, id: LateAttemptId) -> PortalResult<RefusalPage>;
}
