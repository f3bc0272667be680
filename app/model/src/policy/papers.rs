//! Who submits a paper, and who ends what was submitted.

use super::action::{DiscardDraft, ReplacePaper, SubmitPaper, WithdrawPaper};
use super::decide::{Denied, editable, open, require, submitter, writer};
use crate::domain::item::ItemState;
use crate::domain::person::Actor;
use crate::domain::time::Instant;

pub fn submit(actor: &Actor, submit: &SubmitPaper, now: Instant) -> Result<(), Denied> {
    submitter(actor, submit.organisation)
        .and(editable(submit.state))
        .and(require(submit.subgroup.is_none() || submit.in_subgroup, Denied::NotInSubgroup))
        .and(open(submit.window.phase(submit.organisation, Some(submit.paper.item()), now)))
}

/// Whoever submits takes back, until the deadline of the round for the organisation: as long as another could be submitted. Time that was
/// given to revise one paper is no time to end it.
pub fn withdraw(actor: &Actor, withdraw: &WithdrawPaper, now: Instant) -> Result<(), Denied> {
    submitter(actor, withdraw.organisation).and(standing(withdraw.state)).and(open(withdraw.window.phase(withdraw.organisation, None, now)))
}

/// Whoever writes begins; submitting what was written is an act of its own.
pub fn replace(actor: &Actor, replace: &ReplacePaper, now: Instant) -> Result<(), Denied> {
    writer(actor, replace.organisation)
        .and(standing(replace.state))
        // What was returned is revised: another version beside it would be one too many.
        .and(require(!replace.state.is_editable(), Denied::NothingStands))
        .and(open(replace.window.phase(replace.organisation, None, now)))
}

/// Whoever writes also throws away, at any time, what was never submitted, nor tried to be.
pub fn discard(actor: &Actor, discard: &DiscardDraft) -> Result<(), Denied> {
    writer(actor, discard.organisation).and(require(discard.state == ItemState::Draft && !discard.on_record, Denied::OnRecord))
}

pub(super) fn standing(state: ItemState) -> Result<(), Denied> {
    require(state.stands(), Denied::NothingStands)
}
