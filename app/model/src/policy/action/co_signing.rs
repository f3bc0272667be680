//! What is done with papers that are open for co-signing.

use super::{Act, Action};
use crate::domain::ids::{OrganisationId, PaperId, RoundId};
use crate::domain::item::ItemState;
use crate::domain::window::Window;

acts! {
    /// The author opens a public paper for co-signing, or closes it.
    OfferPaper { paper: PaperId, organisation: OrganisationId, state: ItemState, window: Window }

    /// An organisation puts its name to the paper of another.
    CoSign {
        round: RoundId,
        paper: PaperId,
        author: OrganisationId,
        organisation: OrganisationId,
        /// The author has opened it.
        offered: bool,
        /// Its name stands under it already, since it was submitted as a joint paper.
        named: bool,
        /// Words of it are redacted.
        redacted: bool,
        /// With the grants of the organisation that signs.
        window: Window,
    }

    /// An organisation takes its name from a paper.
    TakeSignatureBack { organisation: OrganisationId, window: Window }
}
