//! The chair's summary while it is written: the chair and the secretariat write all of it, moderators the part of their subgroup.

use super::action::{HandInPart, ReadWriting, WritePart};
use super::decide::{Denied, chair_or_secretariat, moderator, require};
use super::offices;
use crate::domain::person::Actor;
use crate::domain::role::{RoleName, Scope};
use crate::domain::time::Instant;

pub fn read(actor: &Actor, read: &ReadWriting, now: Instant) -> Result<(), Denied> {
    let moderates = |id| actor.holds(RoleName::Moderator, Scope::Subgroup(id), now);
    match read.subgroups.iter().copied().find(|id| moderates(*id)) {
        Some(subgroup) => moderator(actor, Some(subgroup), read.body, now),
        None => chair_or_secretariat(actor, read.body, now),
    }
}

/// Nobody but the chair and the secretariat speaks in the chair's own words, or in a part that was handed in.
pub fn write(actor: &Actor, write: &WritePart, now: Instant) -> Result<(), Denied> {
    let leads = chair_or_secretariat(actor, write.body, now);
    match write.subgroup {
        None => leads,
        Some(subgroup) => leads.or_else(|_| {
            offices::in_charge(actor, subgroup, write.body, now)
                .and(require(!write.handed_in, Denied::PartHandedIn))
                .and(require(!write.own, Denied::ChairsOwnWords))
        }),
    }
}

pub fn hand_in(actor: &Actor, hand: &HandInPart, now: Instant) -> Result<(), Denied> {
    if hand.back { chair_or_secretariat(actor, hand.body, now) } else { offices::in_charge(actor, hand.subgroup, hand.body, now) }
}
