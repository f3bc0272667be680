//! Consultation rounds: calls for input of one kind, each with its deadline ledger.

use super::accreditation::Reach;
use super::ids::{BodyId, DraftVersionId, LedgerEntryId, RoundId, SessionId, SubgroupId};
use super::language::LocalizedText;
use super::organisation::coded;
use super::role::RoleName;
use super::time::Instant;
use super::window::Window;
use serde::{Deserialize, Serialize};

coded! {
    /// What a round calls for.
    RoundKind {
        PositionPapers => "position_papers",
        Comments => "comments",
        Speakers => "speakers",
        Accreditation => "accreditation",
        CoSigning => "co_signing",
    }
}

impl RoundKind {
    /// Whether a round of this kind is about one draft text.
    pub const fn has_text(self) -> bool {
        matches!(self, Self::Comments)
    }

    /// Whether a round of this kind can be for one subgroup. Comments are for that of their draft text.
    pub const fn has_subgroup(self) -> bool {
        matches!(self, Self::PositionPapers | Self::Speakers)
    }

    /// Whether what comes late in a round of this kind is kept sealed. Who asks to speak, or to be accredited, too late is only refused.
    pub const fn keeps_late(self) -> bool {
        matches!(self, Self::PositionPapers | Self::Comments)
    }

    /// Whether a round of this kind says how far what it leads to reaches.
    pub const fn has_reach(self) -> bool {
        matches!(self, Self::Accreditation)
    }

    /// Whether a round of this kind can ask guiding questions.
    pub const fn has_questions(self) -> bool {
        matches!(self, Self::PositionPapers)
    }
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
    /// The one subgroup a call for position papers or a list of speakers is for; `None`: all of the body, or that of the draft text.
    pub subgroup: Option<SubgroupId>,
    /// What one is accredited for, in rounds of kind `Accreditation`.
    pub reach: Option<Reach>,
    /// The guiding questions, in the order they are asked. A paper may answer by question.
    pub questions: Vec<LocalizedText>,
    pub window: Window,
    /// The zone the deadline was set in (IANA).
    pub time_zone: String,
    pub demonstration: bool,
}

coded! {
    /// What an entry of the ledger did.
    LedgerKind {
        Opened => "opened",
        // Before it opened, another window was set.
        Set => "set",
        Extended => "extended",
        Shortened => "shortened",
        // The same instant, written in another time zone.
        Corrected => "corrected",
        // More time for one organisation.
        Granted => "granted",
        // More time for one item that was returned for revision.
        Revision => "revision",
        // A late attempt was admitted, or declined, by the chair.
        Admitted => "admitted",
        Declined => "declined",
        // Title, call or what else it asks for became another; the window stays.
        Reworded => "reworded",
    }
}

impl LedgerKind {
    /// Whether entries of this kind are about one organisation.
    pub const fn is_for_one(self) -> bool {
        matches!(self, Self::Granted | Self::Revision | Self::Admitted | Self::Declined)
    }

    /// Whether entries of this kind set the window for everybody. The others stand in the ledger beside it.
    pub const fn sets_window(self) -> bool {
        matches!(self, Self::Opened | Self::Set | Self::Extended | Self::Shortened | Self::Corrected)
    }
}

/// One entry of the deadline ledger: never changed, never removed. Of those that set the window, the one with the highest number is in
/// force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    pub id: LedgerEntryId,
    pub round: RoundId,
    /// 1, 2, 3 … within the round.
    pub number: i64,
    pub kind: LedgerKind,
    pub opens_at: Instant,
    /// The closing for everybody; of a grant, its own end.
    pub closes_at: Instant,
    pub time_zone: String,
    /// Public. Empty for a revision: what the moderator asked for is told to the author alone.
    pub reason: String,
    /// The office that made the entry; public. The person is in the audit log only.
    pub by: RoleName,
    pub recorded_at: Instant,
}
