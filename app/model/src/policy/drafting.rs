//! Texts: who prepares and issues them.

use super::action::IssueText;
use super::decide::{Denied, chair, require};
use crate::domain::person::Actor;
use crate::domain::time::Instant;

pub fn issue(actor: &Actor, issue: &IssueText, now: Instant) -> Result<(), Denied> {
    chair(actor, issue.body, now)
        .and(require(!issue.flawed, Denied::TextHasFlaws))
        .and(require(issue.newest, Denied::NotTheNewest))
        .and(require(issue.confirmed, Denied::OriginsNotConfirmed))
}
