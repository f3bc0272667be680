//! What is done with texts before they are issued.

use super::{Act, Action};
use crate::domain::ids::{BodyId, OrganisationId, SubgroupId};

acts! {
    /// A version of a text is prepared: begun, changed, dropped.
    PrepareText { body: BodyId }

    /// A version is issued: from then on it is public, and never changes.
    IssueText {
        body: BodyId,
        /// There is something in it with which no text is issued, or nothing at all.
        flawed: bool,
        /// Where its provisions come from is confirmed for these very words, or it is the first version.
        confirmed: bool,
        /// What it follows is still the newest version.
        newest: bool,
    }

    /// A comment on an earlier version, whose paragraph does not go on alone, is given a place, or left where it was made.
    PlaceComment {
        organisation: OrganisationId,
        body: BodyId,
        /// The subgroup of the text.
        subgroup: SubgroupId,
        /// It stands where its own paragraph goes on: there is nothing to say.
        exact: bool,
        /// The version it is placed in is the newest.
        newest: bool,
    }

    /// It is said how far a provision has come.
    SetStatus {
        body: BodyId,
        /// Of the newest version: what was said of an earlier one stays.
        newest: bool,
    }
}
