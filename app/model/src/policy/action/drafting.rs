//! What is done with texts before they are issued.

use super::{Act, Action};
use crate::domain::ids::{BodyId, PreparationId};

acts! {
    /// A version of a text is prepared: begun, changed, dropped.
    PrepareText { body: BodyId }

    /// A version is issued: from then on it is public, and never changes.
    IssueText {
        preparation: PreparationId,
        body: BodyId,
        /// There is something in it with which no text is issued, or nothing at all.
        flawed: bool,
        /// Where its provisions come from is confirmed for these very words, or it is the first version.
        confirmed: bool,
        /// What it follows is still the newest version.
        newest: bool,
    }
}
