//! Thematic subgroups of a body: where organisations meet the negotiation.

use super::ids::{BodyId, SubgroupId};
use super::language::LocalizedText;
use super::organisation::coded;
use super::time::Instant;
use serde::{Deserialize, Serialize};

coded! {
    /// How organisations come into a subgroup. Its moderator or the chair sets it.
    Joining {
        // Whoever writes for an organisation joins for it.
        Open => "open",
        // They ask; the moderator decides.
        OnApproval => "approval",
    }
}

coded! {
    /// How a period in a subgroup ended.
    Ending {
        // The moderator said no, with a reason.
        Declined => "declined",
        // The organisation took its request back.
        Withdrawn => "withdrawn",
        // The organisation left. What it contributed stays.
        Left => "left",
    }
}

/// How an organisation stands in a subgroup now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Not in it: never was, or not any more.
    #[default]
    Outside,
    /// Has asked to join and waits for the moderator.
    Asked {
        since: Instant,
    },
    Member {
        since: Instant,
    },
}

impl Standing {
    pub const fn is_member(self) -> bool {
        matches!(self, Self::Member { .. })
    }
}

/// A thematic subgroup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subgroup {
    pub id: SubgroupId,
    pub body: BodyId,
    /// Upper-case code, e.g. `SG-RNP`; its address uses lower case.
    pub code: String,
    pub name: LocalizedText,
    pub description: LocalizedText,
    pub joining: Joining,
}

impl Subgroup {
    /// The part of the code that stands in receipt numbers: `RNP` of `SG-RNP`, `DTG1` of `DTG-1`.
    pub fn receipt_part(&self) -> String {
        match self.code.strip_prefix("SG-") {
            Some(rest) => rest.to_owned(),
            None => self.code.replace('-', ""),
        }
    }
}
