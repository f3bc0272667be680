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
    /// `Draft → Submitted → {Accepted | Returned | Declined}`, and `Returned → Submitted` again. A paper for the chair only goes
    /// `{Draft | Returned} → ForTheChair`. What stands (see
    /// [`ItemState::stands`]) its authors withdraw or replace until the deadline; a comment has no such end.
    ItemState {
        Draft => "draft",
        Submitted => "submitted",
        Accepted => "accepted",
        Returned => "returned",
        Declined => "declined",
        // Taken back by its authors before the deadline. The record stays.
        Withdrawn => "withdrawn",
        // Another paper of its authors took its place.
        Replaced => "replaced",
        // Submitted for the chair only: nobody decides about it, and it never becomes public.
        ForTheChair => "for_the_chair",
    }
}

impl ItemState {
    /// The author may change the words.
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// Submitted, and not at its end: its authors may withdraw or replace it.
    pub const fn stands(self) -> bool {
        matches!(self, Self::Submitted | Self::Accepted | Self::Returned | Self::ForTheChair)
    }

    /// It was submitted to a queue, and its authors have not taken it back: it counts there, whatever was decided about it.
    pub const fn is_in_queue(self) -> bool {
        matches!(self, Self::Submitted | Self::Accepted | Self::Returned | Self::Declined)
    }

    /// A moderator may decide.
    pub const fn awaits_decision(self) -> bool {
        matches!(self, Self::Submitted)
    }
}
