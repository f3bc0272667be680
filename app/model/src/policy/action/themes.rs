//! What is done with the themes of a queue, and with the themes of an input.

use super::{Act, Action};
use crate::domain::ids::{BodyId, OrganisationId, SubgroupId};
use crate::domain::item::ItemState;

acts! {
    /// The themes of a queue are read and changed: made, named, moved, ended, merged, split.
    KeepThemes {
        body: BodyId,
        /// `None`: the queue of the whole body.
        subgroup: Option<SubgroupId>,
    }

    /// A merging or splitting of themes is taken back.
    UndoThemes {
        body: BodyId,
        subgroup: Option<SubgroupId>,
        /// It can be taken back, and was not.
        stands: bool,
        /// Something was done with what it made since.
        used: bool,
    }

    /// Themes are put to an input, or taken from it.
    TagItem {
        organisation: OrganisationId,
        /// The other organisations whose names it bears, of a joint paper.
        named: Vec<OrganisationId>,
        body: BodyId,
        subgroup: Option<SubgroupId>,
        state: ItemState,
    }
}
