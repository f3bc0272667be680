//! Co-signing: who offers a paper, and who puts a name to it, until when.

use super::action::{CoSign, OfferPaper, TakeSignatureBack};
use super::decide::{Denied, open, require, submitter};
use crate::domain::item::ItemState;
use crate::domain::person::Actor;
use crate::domain::time::Instant;

/// What nobody has accepted yet is not shown to those who would sign it.
pub fn offer(actor: &Actor, offer: &OfferPaper, now: Instant) -> Result<(), Denied> {
    submitter(actor, offer.organisation).and(require(offer.state == ItemState::Accepted, Denied::NotOffered)).and(open(offer.window.phase(
        offer.organisation,
        None,
        now,
    )))
}

pub fn co_sign(actor: &Actor, sign: &CoSign, now: Instant) -> Result<(), Denied> {
    submitter(actor, sign.organisation)
        .and(require(sign.organisation != sign.author, Denied::OwnPaper))
        .and(require(!sign.named, Denied::NamedAlready))
        .and(require(sign.offered, Denied::NotOffered))
        .and(require(!sign.redacted, Denied::WordsRedacted))
        .and(open(sign.window.phase(sign.organisation, None, now)))
}

/// After the closing the names stand.
pub fn take_back(actor: &Actor, take: &TakeSignatureBack, now: Instant) -> Result<(), Denied> {
    submitter(actor, take.organisation).and(open(take.window.phase(take.organisation, None, now)))
}
