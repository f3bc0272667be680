//! Who sends a comment, and who changes or ends what was sent.

use super::action::{ChangeComment, SayVoice, SendComment, WithdrawComment};
use super::decide::{Denied, editable, open, require, submitter};
use super::papers::standing;
use crate::domain::item::ItemState;
use crate::domain::person::Actor;
use crate::domain::time::Instant;

pub fn send(actor: &Actor, send: &SendComment, now: Instant) -> Result<(), Denied> {
    submitter(actor, send.organisation).and(editable(send.state)).and(open(send.window.phase(
        send.organisation,
        Some(send.comment.item()),
        now,
    )))
}

/// Until the deadline of the round for the organisation: as long as another could be sent. What was returned is revised, by sending it anew.
pub fn change(actor: &Actor, change: &ChangeComment, now: Instant) -> Result<(), Denied> {
    submitter(actor, change.organisation)
        .and(require(matches!(change.state, ItemState::Submitted | ItemState::Accepted), Denied::NotEditable))
        .and(open(change.window.phase(change.organisation, None, now)))
}

pub fn withdraw(actor: &Actor, withdraw: &WithdrawComment, now: Instant) -> Result<(), Denied> {
    submitter(actor, withdraw.organisation).and(standing(withdraw.state)).and(open(withdraw.window.phase(withdraw.organisation, None, now)))
}

pub fn say(actor: &Actor, say: &SayVoice, now: Instant) -> Result<(), Denied> {
    submitter(actor, say.organisation).and(require(say.organisation != say.author, Denied::OwnProposal)).and(open(say.window.phase(
        say.organisation,
        None,
        now,
    )))
}
