//! Accreditation: who applies until when, and who takes which step.

use super::action::{Apply, DecideAccreditation, WithdrawApplication};
use super::decide::{Denied, chair, chair_or_secretariat, open, require, submitter};
use crate::domain::accreditation::AccreditationStatus;
use crate::domain::person::Actor;
use crate::domain::time::Instant;

pub fn apply(actor: &Actor, apply: &Apply, now: Instant) -> Result<(), Denied> {
    submitter(actor, apply.organisation)
        .and(require(apply.status.is_none_or(AccreditationStatus::is_editable), Denied::ApplicationInProgress))
        .and(open(apply.window.phase(apply.organisation, None, now)))
}

pub fn withdraw(actor: &Actor, withdraw: &WithdrawApplication) -> Result<(), Denied> {
    submitter(actor, withdraw.organisation).and(require(withdraw.status.waits(), Denied::ApplicationInProgress))
}

/// Objections are the chair's; everything else is done by the secretariat or the chair, and never for an own organisation.
pub fn decide(actor: &Actor, decide: &DecideAccreditation, now: Instant) -> Result<(), Denied> {
    let in_charge = if decide.step.is_of_chair() { chair } else { chair_or_secretariat };
    in_charge(actor, decide.body, now)
        .and(require(!actor.is_member(decide.organisation), Denied::OwnOrganisation))
        .and(require(decide.step.from(decide.status, decide.consultative).is_some(), Denied::NothingToDecide))
}
