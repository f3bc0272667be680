//! What is done with joint papers.

use super::{Act, Action};
use crate::domain::ids::{OrganisationId, PaperId};
use crate::domain::item::ItemState;
use crate::domain::window::Window;

acts! {
    /// An organisation is invited to put its name to a paper, asked again, or invited no more.
    InviteToJoint {
        /// Whose paper it is.
        lead: OrganisationId,
        /// Who is invited; `None` where it is about those that are.
        organisation: Option<OrganisationId>,
        state: ItemState,
    }

    /// An invited organisation confirms the words of a paper.
    ConfirmJoint {
        paper: PaperId,
        lead: OrganisationId,
        organisation: OrganisationId,
        state: ItemState,
        /// The window of the paper's round, with the grants of the organisation that leads.
        window: Window,
    }

    /// An invited organisation does not want to be named.
    DeclineJoint { organisation: OrganisationId, state: ItemState }

    /// A name is taken back from a joint paper that was submitted.
    LeaveJoint {
        lead: OrganisationId,
        organisation: OrganisationId,
        state: ItemState,
        /// As in [`ConfirmJoint`].
        window: Window,
    }
}
