//! The one permission function, and the one visibility function.
//! May use: `domain`. Must not use: a clock, async, Leptos, a database.

mod action;
mod decide;
mod visible;

pub use action::{
    Act, Action, AskToJoin, ChangeDeadline, ClaimContactPoint, DecideClaim, DecideItem, EditOrganisation, HandOverContactPoint,
    JoinSubgroup, LeaveOrganisation, ManageMembers, ManageOwnAccount, ManageRounds, MergeOrganisations, ObjectToClaim, ReadMembers,
    ReadOrganisation, ReadQueue, ReadSummary, RemoveFactor, SendComment, SubmitPaper, WriteInput,
};
pub use decide::{Denied, STEP_UP_WINDOW, check, decide, permit};
pub use visible::{InCharge, ItemFacts, Visibility, in_charge, visible};

#[cfg(test)]
mod tests;
