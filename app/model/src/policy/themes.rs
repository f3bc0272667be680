//! Themes: who keeps the tree of a queue, and who puts themes to an input.

use super::action::{KeepThemes, TagItem, UndoThemes};
use super::decide::{Denied, chair_or_secretariat, moderator, not_of, require};
use super::offices;
use crate::domain::ids::{BodyId, SubgroupId};
use crate::domain::person::Actor;
use crate::domain::time::Instant;

/// Those in charge of the subgroup: its moderators, the chair and the secretariat of its body.
fn keeps(actor: &Actor, subgroup: Option<SubgroupId>, body: BodyId, now: Instant) -> Result<(), Denied> {
    match subgroup {
        Some(subgroup) => offices::in_charge(actor, subgroup, body, now),
        None => chair_or_secretariat(actor, body, now),
    }
}

pub fn keep(actor: &Actor, keep: &KeepThemes, now: Instant) -> Result<(), Denied> {
    keeps(actor, keep.subgroup, keep.body, now)
}

pub fn undo(actor: &Actor, undo: &UndoThemes, now: Instant) -> Result<(), Denied> {
    keeps(actor, undo.subgroup, undo.body, now)
        .and(require(undo.stands, Denied::TakenBackAlready))
        .and(require(!undo.used, Denied::ThemesUsedSince))
}

/// Whoever decides on it, whatever was decided; nobody on what bears the name of their own organisation.
pub fn tag(actor: &Actor, tag: &TagItem, now: Instant) -> Result<(), Denied> {
    moderator(actor, tag.subgroup, tag.body, now)
        .and(not_of(actor, tag.organisation, &tag.named))
        .and(require(tag.state.is_in_queue(), Denied::NotInQueue))
}
