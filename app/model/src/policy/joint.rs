//! Joint papers: who invites, who confirms until when, and who takes a name back.

use super::action::{ConfirmJoint, DeclineJoint, InviteToJoint, LeaveJoint};
use super::decide::{Denied, confirmed, editable, open, require, submitter, writer};
use crate::domain::person::Actor;
use crate::domain::time::Instant;

/// Whoever writes the paper, as long as its words can change.
pub fn invite(actor: &Actor, invite: &InviteToJoint) -> Result<(), Denied> {
    // Whoever is written to can be told from whom: not from an address nobody has confirmed.
    writer(actor, invite.lead)
        .and(confirmed(actor))
        .and(editable(invite.state))
        .and(require(invite.organisation != Some(invite.lead), Denied::OwnPaper))
}

/// The time is that of the organisation that leads: a grant to it covers the whole path of its paper.
pub fn confirm(actor: &Actor, confirm: &ConfirmJoint, now: Instant) -> Result<(), Denied> {
    submitter(actor, confirm.organisation).and(editable(confirm.state)).and(open(confirm.window.phase(
        confirm.lead,
        Some(confirm.paper.item()),
        now,
    )))
}

/// Nobody is held in a paper that is not submitted.
pub fn decline(actor: &Actor, decline: &DeclineJoint) -> Result<(), Denied> {
    submitter(actor, decline.organisation).and(editable(decline.state))
}

/// A name that was submitted is taken back until the deadline of the round; afterwards it stands.
pub fn leave(actor: &Actor, leave: &LeaveJoint, now: Instant) -> Result<(), Denied> {
    submitter(actor, leave.organisation)
        .and(require(leave.state.stands() && !leave.state.is_editable(), Denied::NothingStands))
        .and(open(leave.window.phase(leave.lead, None, now)))
}
