//! Corrigenda: who asks, and who decides.

use super::action::{AskCorrigendum, DecideCorrigendum, TakeCorrigendumBack};
use super::decide::{Denied, moderator, not_of, require, submitter};
use crate::domain::item::ItemState;
use crate::domain::person::Actor;
use crate::domain::time::Instant;
use crate::domain::window::Phase;

/// Whoever submits, once the paper cannot be replaced any more, of what is public.
pub fn ask(actor: &Actor, ask: &AskCorrigendum, now: Instant) -> Result<(), Denied> {
    submitter(actor, ask.organisation)
        .and(require(ask.state == ItemState::Accepted, Denied::NotPublic))
        .and(match ask.window.phase(ask.organisation, None, now) {
            Phase::Open { until } => Err(Denied::ReplaceInstead { until }),
            Phase::Upcoming { .. } | Phase::Closed { .. } => Ok(()),
        })
        .and(require(!ask.waiting, Denied::CorrigendumWaits))
}

pub fn take_back(actor: &Actor, take: &TakeCorrigendumBack) -> Result<(), Denied> {
    submitter(actor, take.organisation)
}

/// Whoever decides about the paper.
pub fn decide(actor: &Actor, decide: &DecideCorrigendum, now: Instant) -> Result<(), Denied> {
    moderator(actor, decide.subgroup, decide.body, now)
        .and(not_of(actor, decide.organisation, &decide.named))
        .and(require(decide.waiting, Denied::NothingToDecide))
        // Beside a paper that was withdrawn or replaced since nothing is published.
        .and(require(!decide.publish || decide.state == ItemState::Accepted, Denied::NotPublic))
}
