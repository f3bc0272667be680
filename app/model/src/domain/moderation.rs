//! Moderation: decisions on submitted input, and what takes them back. Nothing here alters an author's words.

use super::ids::{DecisionId, ItemId, OrganisationId, RoundId, SessionId, SubgroupId};
use super::item::ItemState;
use super::organisation::coded;
use super::permit::Permit;
use super::redaction::Redacted;
use super::time::{Instant, Span};
use crate::policy::{AnswerAppeal, DecideItem, MoveItem, RedactWords, UndoDecision};
use serde::{Deserialize, Serialize};

mod reasons;

pub use reasons::ReasonCode;

coded! {
    /// What a moderator decides.
    Outcome { Accept => "accept", Return => "return", Decline => "decline" }
}

impl Outcome {
    pub const fn state(self) -> ItemState {
        match self {
            Self::Accept => ItemState::Accepted,
            Self::Return => ItemState::Returned,
            Self::Decline => ItemState::Declined,
        }
    }
}

coded! {
    /// What was done with an input by those who moderate it. Acts are kept for good: what takes one back is an act itself.
    ModerationAct {
        Accept => "accept",
        Return => "return",
        Decline => "decline",
        Move => "move",
        Undo => "undo",
        AppealGranted => "appeal_granted",
        AppealDismissed => "appeal_dismissed",
        Redact => "redact",
    }
}

/// How long after a decision its authors may appeal against it.
pub const APPEAL_TIME: Span = Span::DAY.times(14);

impl ModerationAct {
    /// The state an input is in after it; `None` where that depends on what was before. Of the answer to an appeal that of what was declined:
    /// what stands beside the decisions changes none.
    pub const fn leads_to(self) -> Option<ItemState> {
        match self {
            Self::Accept | Self::AppealGranted => Some(ItemState::Accepted),
            Self::Return => Some(ItemState::Returned),
            Self::Decline | Self::AppealDismissed => Some(ItemState::Declined),
            Self::Move => Some(ItemState::Submitted),
            Self::Undo | Self::Redact => None,
        }
    }

    /// Whether its authors may ask others to look at it.
    pub const fn may_be_appealed(self) -> bool {
        matches!(self, Self::Decline | Self::Redact)
    }

    /// Whether it stands beside what is decided about an input: it changes no state, and neither waits for what was decided nor holds it up.
    pub const fn is_apart(self) -> bool {
        matches!(self, Self::Redact)
    }

    /// Whether it still holds of an input in `state`: what was withdrawn or replaced is nobody's to answer for.
    pub fn holds_in(self, state: ItemState) -> bool {
        self.leads_to().map_or_else(|| state.is_in_queue(), |led| led == state)
    }

    /// Whether its authors may answer it, to those who decided.
    pub const fn may_be_replied_to(self) -> bool {
        matches!(self, Self::Return | Self::Decline)
    }

    /// Whether it can be taken back. The answer to an appeal is the last word; what was taken back is decided anew.
    pub const fn can_be_undone(self) -> bool {
        matches!(self, Self::Accept | Self::Return | Self::Decline | Self::Move | Self::Redact)
    }
}

impl From<Outcome> for ModerationAct {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Accept => Self::Accept,
            Outcome::Return => Self::Return,
            Outcome::Decline => Self::Decline,
        }
    }
}

/// How long an author may revise what was returned, when the round itself is closed.
pub const REVISION_TIME: Span = Span::DAY.times(5);

/// A decision about to be stored. Made by [`decide`] alone.
#[derive(Debug)]
pub struct Ruling {
    item: ItemId,
    round: RoundId,
    from_version: i64,
    outcome: Outcome,
    at: Instant,
    organisation: OrganisationId,
}

impl Ruling {
    pub const fn item(&self) -> ItemId {
        self.item
    }
    pub const fn round(&self) -> RoundId {
        self.round
    }
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }
    pub const fn at(&self) -> Instant {
        self.at
    }

    /// Whose item it is.
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Until when the author may revise: asking for revision is a grant for that one item.
    pub fn revise_until(&self) -> Option<Instant> {
        matches!(self.outcome, Outcome::Return).then(|| self.at + REVISION_TIME)
    }
}

/// Turns a permitted decision into a ruling on the item at `version`.
pub fn decide(permit: Permit<DecideItem>, outcome: Outcome, round: RoundId, version: i64) -> Ruling {
    let at = permit.at();
    let action = permit.into_action();
    Ruling { item: action.item, round, from_version: version, outcome, at, organisation: action.organisation }
}

/// A decision about to be taken back. Made by [`undo`] alone.
#[derive(Debug)]
pub struct Undoing {
    decision: DecisionId,
    item: ItemId,
    from_version: i64,
    act: ModerationAct,
    at: Instant,
}

impl Undoing {
    pub const fn decision(&self) -> DecisionId {
        self.decision
    }
    pub const fn item(&self) -> ItemId {
        self.item
    }
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }

    /// What is taken back.
    pub const fn act(&self) -> ModerationAct {
        self.act
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
}

/// Turns the permitted taking back of a decision into what is stored; the item is at `version`.
pub fn undo(permit: Permit<UndoDecision>, version: i64) -> Undoing {
    let at = permit.at();
    let action = permit.into_action();
    Undoing { decision: action.decision, item: action.item, from_version: version, act: action.act, at }
}

/// A paper about to go to another queue. Made by [`move_to`] alone.
#[derive(Debug)]
pub struct Moving {
    item: ItemId,
    from_version: i64,
    to: Option<SubgroupId>,
    at: Instant,
}

impl Moving {
    pub const fn item(&self) -> ItemId {
        self.item
    }
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }

    /// `None`: to the whole body.
    pub const fn to(&self) -> Option<SubgroupId> {
        self.to
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
}

/// Turns a permitted move into what is stored; the item is at `version`.
pub fn move_to(permit: Permit<MoveItem>, version: i64) -> Moving {
    let at = permit.at();
    let action = permit.into_action();
    Moving { item: action.item, from_version: version, to: action.to, at }
}

/// Words of an input about to be redacted. Made by [`redact`] alone.
#[derive(Debug)]
pub struct Redacting {
    item: ItemId,
    from_version: i64,
    passages: Redacted,
    at: Instant,
}

impl Redacting {
    pub const fn item(&self) -> ItemId {
        self.item
    }
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }
    pub const fn passages(&self) -> &Redacted {
        &self.passages
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
}

/// Turns a permitted redaction into what is stored; the item is at `version`.
pub fn redact(permit: Permit<RedactWords>, passages: Redacted, version: i64) -> Redacting {
    let at = permit.at();
    Redacting { item: permit.into_action().item, from_version: version, passages, at }
}

/// Turns a granted appeal into the ruling that accepts the input at `version`.
pub fn grant(permit: Permit<AnswerAppeal>, round: RoundId, version: i64) -> Ruling {
    let at = permit.at();
    let action = permit.into_action();
    Ruling { item: action.item, round, from_version: version, outcome: Outcome::Accept, at, organisation: action.organisation }
}

/// Turns a granted appeal against a redaction into what shows the words again; the item is at `version`.
pub fn lift(permit: Permit<AnswerAppeal>, redaction: DecisionId, version: i64) -> Undoing {
    let at = permit.at();
    Undoing { decision: redaction, item: permit.into_action().item, from_version: version, act: ModerationAct::Redact, at }
}

/// Where an act of moderation is noted: the session of the input, and the queue in which it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted {
    pub session: SessionId,
    /// `None`: the queue of the whole body.
    pub queue: Option<SubgroupId>,
}
