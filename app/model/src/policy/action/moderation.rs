//! What is done with input that was submitted.

use super::{Act, Action};
use crate::domain::ids::{BodyId, DecisionId, ItemId, OrganisationId, PersonId, SubgroupId};
use crate::domain::item::ItemState;
use crate::domain::moderation::ModerationAct;
use crate::domain::time::Instant;

acts! {
    /// A moderator decides on an input.
    DecideItem {
        item: ItemId,
        organisation: OrganisationId,
        /// The other organisations whose names it bears, of a joint paper.
        named: Vec<OrganisationId>,
        body: BodyId,
        /// `None`: addressed to the whole body; the secretariat moderates.
        subgroup: Option<SubgroupId>,
        state: ItemState,
    }

    /// A paper goes to the queue of another subgroup, or of the whole body.
    MoveItem {
        item: ItemId,
        organisation: OrganisationId,
        named: Vec<OrganisationId>,
        body: BodyId,
        /// Where it is; `None` is the whole body, also below.
        subgroup: Option<SubgroupId>,
        to: Option<SubgroupId>,
        state: ItemState,
    }

    /// Words of an input are redacted.
    RedactWords {
        item: ItemId,
        organisation: OrganisationId,
        named: Vec<OrganisationId>,
        body: BodyId,
        /// `None`: addressed to the whole body.
        subgroup: Option<SubgroupId>,
        state: ItemState,
    }

    /// An act of moderation is taken back.
    UndoDecision {
        decision: DecisionId,
        item: ItemId,
        organisation: OrganisationId,
        named: Vec<OrganisationId>,
        body: BodyId,
        /// Where the input is now; `None` is the whole body, also below.
        subgroup: Option<SubgroupId>,
        /// The queue in which the act was done.
        done_in: Option<SubgroupId>,
        act: ModerationAct,
        /// Of the input.
        state: ItemState,
        /// Nothing stands against it: for what stands beside the decisions, that it was not taken back; otherwise, that nothing was done
        /// with the input after it.
        newest: bool,
        /// Its authors have begun to revise what was returned.
        revised: bool,
    }

    /// The authors of what was returned or declined answer those who decided.
    ReplyToDecision {
        organisation: OrganisationId,
        /// It was returned or declined, and that stands.
        stands: bool,
        /// There is an answer to this decision.
        replied: bool,
    }

    /// The authors of what was declined, or redacted, ask that others look at it.
    FileAppeal {
        organisation: OrganisationId,
        /// It was declined or redacted, and that stands.
        stands: bool,
        decided_at: Instant,
        /// There is an appeal against this decision, answered or not.
        filed: bool,
    }

    /// An appeal is granted or dismissed.
    AnswerAppeal {
        item: ItemId,
        organisation: OrganisationId,
        named: Vec<OrganisationId>,
        body: BodyId,
        /// The subgroups of the body other than the one whose moderator decided.
        others: Vec<SubgroupId>,
        decided_by: PersonId,
        /// Nobody has answered it.
        open: bool,
    }
}
