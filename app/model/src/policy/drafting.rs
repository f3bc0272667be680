//! Texts: who prepares and issues them, and who says where comments on earlier versions stand.

use super::action::{IssueText, PlaceComment};
use super::decide::{Denied, chair, moderator, not_of, require};
use crate::domain::person::Actor;
use crate::domain::time::Instant;

pub fn issue(actor: &Actor, issue: &IssueText, now: Instant) -> Result<(), Denied> {
    chair(actor, issue.body, now).and(ready_to_issue(issue))
}

/// What has to be so of a version whoever issues it: also at a stated time, at which nobody acts any more. The chair acted when it was
/// stated, and what was stated then holds though the term may have ended (ADR 0042).
///
/// # Errors
/// The first reason for which it cannot be issued.
pub fn ready_to_issue(issue: &IssueText) -> Result<(), Denied> {
    require(issue.newest, Denied::NotTheNewest)
        .and(require(!issue.flawed, Denied::TextHasFlaws))
        .and(require(issue.confirmed, Denied::OriginsNotConfirmed))
}

/// Whoever decides about comments on the text, but for those of their own organisation.
pub fn place(actor: &Actor, place: &PlaceComment, now: Instant) -> Result<(), Denied> {
    moderator(actor, Some(place.subgroup), place.body, now)
        .and(not_of(actor, place.organisation, &[]))
        .and(require(!place.exact, Denied::NothingToDecide))
        .and(require(place.newest, Denied::NotTheNewest))
}
