//! Moderation: who decides, who takes a decision back, who appeals and who answers.

use super::action::{AnswerAppeal, DecideItem, FileAppeal, MoveItem, RedactWords, ReplyToDecision, UndoDecision};
use super::decide::{Denied, chair, moderator, not_of, require, submitter};
use crate::domain::item::ItemState;
use crate::domain::moderation::{APPEAL_TIME, ModerationAct};
use crate::domain::person::Actor;
use crate::domain::time::Instant;

pub fn decide(actor: &Actor, item: &DecideItem, now: Instant) -> Result<(), Denied> {
    moderator(actor, item.subgroup, item.body, now)
        .and(not_of(actor, item.organisation, &item.named))
        .and(require(item.state.awaits_decision(), Denied::NothingToDecide))
}

pub fn move_to(actor: &Actor, item: &MoveItem, now: Instant) -> Result<(), Denied> {
    moderator(actor, item.subgroup, item.body, now)
        .and(not_of(actor, item.organisation, &item.named))
        .and(require(item.state.awaits_decision(), Denied::NothingToDecide))
        .and(require(item.to != item.subgroup, Denied::ThereAlready))
}

/// Of what waits for a decision, and of what is public.
pub fn redact(actor: &Actor, item: &RedactWords, now: Instant) -> Result<(), Denied> {
    moderator(actor, item.subgroup, item.body, now)
        .and(not_of(actor, item.organisation, &item.named))
        .and(require(matches!(item.state, ItemState::Submitted | ItemState::Accepted), Denied::NothingToRedact))
}

/// Whoever is in charge of the input now, or of the queue in which it was done: what went to another queue by mistake is fetched back. What
/// others did with it since stands. What was redacted is shown again by who reads it now.
pub fn undo(actor: &Actor, undo: &UndoDecision, now: Instant) -> Result<(), Denied> {
    moderator(actor, undo.subgroup, undo.body, now)
        .or_else(
            |denied| if undo.act.is_apart() { Err(denied) } else { moderator(actor, undo.done_in, undo.body, now).map_err(|_| denied) },
        )
        .and(not_of(actor, undo.organisation, &undo.named))
        .and(require(
            undo.newest && undo.act.can_be_undone() && undo.act.leads_to().is_none_or(|state| state == undo.state),
            Denied::NothingToUndo,
        ))
        .and(require(undo.act != ModerationAct::Return || !undo.revised, Denied::RevisionBegun))
}

/// Whoever submits for the organisation, once.
pub fn reply(actor: &Actor, reply: &ReplyToDecision) -> Result<(), Denied> {
    submitter(actor, reply.organisation)
        .and(require(reply.stands, Denied::NothingToReplyTo))
        .and(require(!reply.replied, Denied::RepliedAlready))
}

/// Whoever submits for the organisation, within the time for it, once.
pub fn appeal(actor: &Actor, appeal: &FileAppeal, now: Instant) -> Result<(), Denied> {
    let until = appeal.decided_at + APPEAL_TIME;
    submitter(actor, appeal.organisation)
        .and(require(appeal.stands, Denied::NothingToAppeal))
        .and(require(!appeal.filed, Denied::AppealedAlready))
        .and(require(now < until, Denied::AppealOver { since: until }))
}

/// The chair, or a moderator of another subgroup; never who made the decision.
pub fn answer(actor: &Actor, answer: &AnswerAppeal, now: Instant) -> Result<(), Denied> {
    let another = || answer.others.iter().any(|other| moderator(actor, Some(*other), answer.body, now).is_ok());
    chair(actor, answer.body, now)
        .or_else(|denied| if another() { Ok(()) } else { Err(denied) })
        .and(not_of(actor, answer.organisation, &answer.named))
        .and(require(actor.signed_in().is_some_and(|own| own.person != answer.decided_by), Denied::OwnDecision))
        .and(require(answer.open, Denied::NothingToDecide))
}
