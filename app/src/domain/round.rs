//! Consultation rounds: calls for input of one kind, each with its deadline ledger.

use super::ids::{BodyId, DraftVersionId, LedgerEntryId, RoundId, SessionId};
use super::language::LocalizedText;
use super::organisation::coded;
use super::role::RoleName;
use super::time::Instant;
use super::window::Window;
use serde::{Deserialize, Serialize};

coded! {
    /// What a round calls for.
    RoundKind { PositionPapers => "position_papers", Comments => "comments" }
}

/// A consultation round with the window in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    pub id: RoundId,
    pub session: SessionId,
    pub body: BodyId,
    pub kind: RoundKind,
    pub title: LocalizedText,
    /// What is asked for, in the chair's words.
    pub call: LocalizedText,
    /// The text commented on, for rounds of kind `Comments`.
    pub draft_version: Option<DraftVersionId>,
    pub window: Window,
    /// The zone the deadline was set in (IANA).
    pub time_zone: String,
    pub demonstration: bool,
}

coded! {
    /// What an entry of the ledger did.
    LedgerKind { Opened => "opened", Extended => "extended", Shortened => "shortened" }
}

/// One entry of the deadline ledger: never changed, never removed. The one with the highest number is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    pub id: LedgerEntryId,
    pub round: RoundId,
    /// 1, 2, 3 … within the round.
    pub number: i64,
    pub kind: LedgerKind,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub time_zone: String,
    pub reason: String,
    /// The office that made the entry; public. The person is in the audit log only.
    pub by: RoleName,
    pub recorded_at: Instant,
}
