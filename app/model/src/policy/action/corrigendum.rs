//! What is done with corrigenda.

use super::{Act, Action};
use crate::domain::ids::{BodyId, CorrigendumId, OrganisationId, PaperId, SubgroupId};
use crate::domain::item::ItemState;
use crate::domain::window::Window;

acts! {
    /// The authors of a public paper ask for the publication of a corrigendum.
    AskCorrigendum {
        paper: PaperId,
        organisation: OrganisationId,
        state: ItemState,
        /// The window of the paper's round, with the grants of the organisation.
        window: Window,
        /// Another one waits for a decision.
        waiting: bool,
    }

    /// A corrigendum nobody has decided on is taken back.
    TakeCorrigendumBack { organisation: OrganisationId }

    /// A corrigendum is published or declined.
    DecideCorrigendum {
        corrigendum: CorrigendumId,
        organisation: OrganisationId,
        /// The other organisations whose names the paper bears.
        named: Vec<OrganisationId>,
        body: BodyId,
        /// That of the paper; `None` is the whole body.
        subgroup: Option<SubgroupId>,
        /// Of the paper.
        state: ItemState,
        waiting: bool,
        /// Otherwise it is declined.
        publish: bool,
    }
}
