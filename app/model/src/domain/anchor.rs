//! Where a comment stands in versions after the one it was made on. It never stands anywhere by a guess.

use super::ids::ProvisionId;
use super::organisation::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// How a comment stands in a later version of its text.
    AnchorState {
        // On what goes on from its provision alone, as the chair confirmed when the version was issued.
        Exact => "exact",
        // Its provision was deleted, merged or split: the moderator says.
        Open => "open",
        // Where the moderator put it.
        Placed => "placed",
        // It stays with the version it was made on, says the moderator.
        Stays => "stays",
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
