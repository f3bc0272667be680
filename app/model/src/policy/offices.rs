//! Predicates of those in office: who appoints whom, who is in charge of a subgroup, who keeps the secretariat's desk.

use super::decide::{Denied, require, signed_in, with_factor};
use crate::domain::ids::{BodyId, PersonId, SubgroupId};
use crate::domain::person::Actor;
use crate::domain::role::{Office, RoleName, Scope};
use crate::domain::time::Instant;

/// Whether the actor is this person.
pub(super) fn is(actor: &Actor, person: PersonId) -> bool {
    actor.signed_in().is_some_and(|own| own.person == person)
}

fn administers(actor: &Actor, now: Instant) -> bool {
    actor.holds(RoleName::Administrator, Scope::Portal, now)
}

fn leads(actor: &Actor, body: BodyId, now: Instant) -> bool {
    let holds = |name| actor.holds(name, Scope::Body(body), now);
    holds(RoleName::Chair) || holds(RoleName::Secretariat)
}

pub(super) fn administrator(actor: &Actor, now: Instant) -> Result<(), Denied> {
    signed_in(actor).and(require(administers(actor, now), Denied::NotAdministrator)).and(with_factor(actor))
}

/// The chair of a body appoints the moderators of its subgroups; the secretariat enters it on the chair's behalf. The administrator
/// appoints chairs, secretariats and administrators, and no moderators: whoever operates the portal takes no part in the process.
pub(super) fn appoints(actor: &Actor, office: Office, now: Instant) -> Result<(), Denied> {
    let may = match office {
        Office::Moderator { body, .. } => leads(actor, body, now),
        Office::Chair(_) | Office::Secretariat(_) | Office::Administrator => administers(actor, now),
    };
    signed_in(actor).and(require(may, Denied::NotAppointing)).and(with_factor(actor))
}

/// Whoever appoints to an office ends it, and everyone may lay down their own.
pub(super) fn ends(actor: &Actor, holder: PersonId, office: Office, now: Instant) -> Result<(), Denied> {
    if is(actor, holder) { with_factor(actor) } else { appoints(actor, office, now) }
}

pub(super) fn reads_history(actor: &Actor, body: BodyId, now: Instant) -> Result<(), Denied> {
    signed_in(actor).and(require(leads(actor, body, now) || administers(actor, now), Denied::NotChairOrSecretariat)).and(with_factor(actor))
}

/// The moderator of the subgroup, the chair and the secretariat of its body.
pub(super) fn in_charge(actor: &Actor, subgroup: SubgroupId, body: BodyId, now: Instant) -> Result<(), Denied> {
    let moderates = actor.holds(RoleName::Moderator, Scope::Subgroup(subgroup), now);
    signed_in(actor).and(require(moderates || leads(actor, body, now), Denied::NotInCharge)).and(with_factor(actor))
}

/// The secretariat of any body.
pub(super) fn secretariat(actor: &Actor, now: Instant) -> Result<(), Denied> {
    let holds = actor.roles_in_force(now).any(|role| role.name == RoleName::Secretariat);
    signed_in(actor).and(require(holds, Denied::NotSecretariat)).and(with_factor(actor))
}
