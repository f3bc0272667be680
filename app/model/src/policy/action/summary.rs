//! What is done with the chair's summary while it is written.

use super::{Act, Action};
use crate::domain::ids::{BodyId, SubgroupId};

acts! {
    /// The summary of a session is read while it is written, and remarks are made beside it.
    ReadWriting {
        body: BodyId,
        /// All of the body's.
        subgroups: Vec<SubgroupId>,
    }

    /// A sentence is written, changed, moved or taken out.
    WritePart {
        body: BodyId,
        /// Whose moderators write the part too.
        subgroup: Option<SubgroupId>,
        /// Its moderators have handed it to the chair.
        handed_in: bool,
        /// It is to be the chair's own words, or was.
        own: bool,
    }

    /// The part of a subgroup is handed to the chair, or given back to its moderators.
    HandInPart {
        body: BodyId,
        subgroup: SubgroupId,
        /// It is given back.
        back: bool,
    }
}
