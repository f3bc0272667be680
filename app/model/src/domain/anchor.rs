//! Where a comment stands in versions after the one it was made on. It never stands anywhere by a guess.

use super::ids::ProvisionId;
use super::organisation::coded;
use super::quotation;
use serde::{Deserialize, Serialize};

coded! {
    /// How a comment stands in a later version of its text.
    AnchorState {
        // On what goes on from its provision alone, as the chair confirmed when the version was issued.
        Exact => "exact",
        // On words of it that stand unchanged there exactly once, while others changed: moved with proof.
        Moved => "moved",
        // Its provision was deleted, merged or split, or its words are not there any more: the moderator says.
        Open => "open",
        // Where the moderator put it.
        Placed => "placed",
        // It stays with the version it was made on, says the moderator.
        Stays => "stays",
    }
}

impl AnchorState {
    /// It came there by proof alone; what stands so is not moved.
    pub const fn is_proved(self) -> bool {
        matches!(self, Self::Exact | Self::Moved)
    }
}

/// How a comment stands where its provision goes on alone. `quote`: the words it is about, empty for the whole provision; `original`: the
/// text of the provision it was made on; `there`: of the one it goes on as.
pub fn stands(quote: &str, original: &str, there: &str) -> AnchorState {
    if quote.is_empty() || original == there {
        AnchorState::Exact
    } else if quotation::place(quote, &quotation::readable(there)).is_ok() {
        AnchorState::Moved
    } else {
        AnchorState::Open
    }
}

/// How a comment stands, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    pub state: AnchorState,
    pub at: Option<ProvisionId>,
}

/// What a moderator says of a comment without a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    At(ProvisionId),
    Stays,
}

impl Placing {
    pub const fn state(self) -> AnchorState {
        match self {
            Self::At(_) => AnchorState::Placed,
            Self::Stays => AnchorState::Stays,
        }
    }

    pub const fn provision(self) -> Option<ProvisionId> {
        match self {
            Self::At(provision) => Some(provision),
            Self::Stays => None,
        }
    }
}
