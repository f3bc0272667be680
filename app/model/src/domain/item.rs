//! What papers and comments have in common: they are written, submitted, and decided upon.

use super::organisation::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// The kinds of input.
    ItemKind { Paper => "paper", Comment => "comment" }
}

coded! {
    /// Where an input stands.
    ///
    /// `Draft → Submitted → {Accepted | Returned | Declined}`, and `Returned → Submitted` again.
    ItemState {
        Draft => "draft",
        Submitted => "submitted",
        Accepted => "accepted",
        Returned => "returned",
        Declined => "declined",
    }
}

impl ItemState {
    /// The author may change the words.
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// A moderator may decide.
    pub const fn awaits_decision(self) -> bool {
        matches!(self, Self::Submitted)
    }
}
