//! What is done with texts before they are issued.

use super::{Act, Action};
use crate::domain::ids::{BodyId, OrganisationId, SubgroupId};

acts! {
    /// A version of a text is prepared: begun, read.
    PrepareText { body: BodyId }

    /// A version that is being prepared is changed, dropped, issued by hand, or given a time.
    ChangeText {
        body: BodyId,
        /// A time was stated at which it is issued: until then it stays as it is.
        timed: bool,
    }

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

    /// A translation of an issued version is added, replaced or removed.
    TranslateText { body: BodyId }

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

    /// It is said what a provision points to: norms, and places in earlier texts.
    LinkProvision {
        body: BodyId,
        /// Of the newest version: what was said of an earlier one stays.
        newest: bool,
    }

    /// It is said how far a provision has come.
    SetStatus {
        body: BodyId,
        /// Of the newest version: what was said of an earlier one stays.
        newest: bool,
    }

    /// What was said on a draft text is read paragraph by paragraph, also what is not public.
    ReadCompilation { body: BodyId, subgroup: SubgroupId }
}
