//! Moderation: decisions on submitted input. Nothing here alters an author's words.

use super::ids::{ItemId, OrganisationId, RoundId};
use super::item::ItemState;
use super::organisation::coded;
use super::permit::Permit;
use super::time::{Instant, Span};
use crate::policy::DecideItem;
use serde::{Deserialize, Serialize};

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
