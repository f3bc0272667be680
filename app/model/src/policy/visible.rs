//! Who may see what: one function for page, feed, export, search and mail.

use crate::domain::ids::{BodyId, OrganisationId, SubgroupId};
use crate::domain::item::ItemState;
use crate::domain::person::Actor;
use crate::domain::role::{Role, RoleName, Scope};
use crate::domain::time::Instant;

/// What visibility needs to know of a paper or comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemFacts {
    pub state: ItemState,
    pub organisation: OrganisationId,
    pub body: BodyId,
    pub subgroup: Option<SubgroupId>,
    /// Its authors wrote for the chair only: no moderator sees it.
    pub for_the_chair: bool,
}

/// What one actor may see, beyond what is public.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Visibility {
    /// Everything of these organisations, drafts too.
    pub organisations: Vec<OrganisationId>,
    /// What was submitted to these subgroups.
    pub subgroups: Vec<SubgroupId>,
    /// What was submitted to these bodies.
    pub bodies: Vec<BodyId>,
    /// What was submitted anywhere.
    pub whole_portal: bool,
}

/// The visibility of `actor` at `now`.
pub fn visible(actor: &Actor, now: Instant) -> Visibility {
    let mut sight = Visibility {
        organisations: actor.signed_in().map(|p| p.memberships.iter().map(|m| m.organisation).collect()).unwrap_or_default(),
        ..Visibility::default()
    };
    for role in offices(actor, now) {
        match (role.name, role.scope) {
            (RoleName::Moderator, Scope::Subgroup(subgroup)) => sight.subgroups.push(subgroup),
            (RoleName::Chair | RoleName::Secretariat, Scope::Body(body)) => sight.bodies.push(body),
            (RoleName::Chair | RoleName::Secretariat, Scope::Portal) => sight.whole_portal = true,
            _ => {}
        }
    }
    sight
}

/// The roles that count for what an office sees: none while the second factor is missing.
fn offices(actor: &Actor, now: Instant) -> impl Iterator<Item = &Role> {
    let satisfied = super::decide::with_factor(actor).is_ok();
    actor.roles_in_force(now).filter(move |_| satisfied)
}

/// The queues an actor is in charge of: those for which [`super::ReadQueue`] is permitted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InCharge {
    pub subgroups: Vec<SubgroupId>,
    /// Papers to the whole of these bodies.
    pub bodies: Vec<BodyId>,
}

/// The queues of `actor` at `now`.
pub fn in_charge(actor: &Actor, now: Instant) -> InCharge {
    let mut charge = InCharge::default();
    for role in offices(actor, now) {
        match (role.name, role.scope) {
            (RoleName::Moderator, Scope::Subgroup(subgroup)) => charge.subgroups.push(subgroup),
            (RoleName::Secretariat, Scope::Body(body)) => charge.bodies.push(body),
            _ => {}
        }
    }
    charge
}

/// Where an actor answers appeals, as far as their offices tell: [`super::AnswerAppeal`] is asked about each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answering {
    /// As the chair.
    pub bodies: Vec<BodyId>,
    /// As a moderator; of these subgroups' bodies those appeals that are about other subgroups.
    pub subgroups: Vec<SubgroupId>,
}

/// Where `actor` answers appeals at `now`.
pub fn answers_in(actor: &Actor, now: Instant) -> Answering {
    let bodies = offices(actor, now).filter_map(|role| match (role.name, role.scope) {
        (RoleName::Chair, Scope::Body(body)) => Some(body),
        _ => None,
    });
    Answering { bodies: bodies.collect(), subgroups: in_charge(actor, now).subgroups }
}

impl Visibility {
    /// What is accepted is public. What is submitted is seen by those who decide and by its authors. A draft is its authors' alone.
    pub fn sees(&self, item: ItemFacts) -> bool {
        let public = item.state == ItemState::Accepted;
        let own = self.organisations.contains(&item.organisation);
        public || own || self.oversees(item)
    }

    /// Reads the words of it that are redacted: its authors, the organisations whose names it bears beside theirs, those in office.
    pub fn reads_redacted(&self, item: ItemFacts, named: &[OrganisationId]) -> bool {
        let signed = || named.iter().any(|one| self.organisations.contains(one));
        self.organisations.contains(&item.organisation) || signed() || self.oversees(item)
    }

    /// Reads what was submitted in a body for the chair only: the chair and the secretariat.
    pub fn reads_for_the_chair(&self, body: BodyId) -> bool {
        self.whole_portal || self.bodies.contains(&body)
    }

    /// Sees by office what was submitted to a subgroup of a body.
    pub fn reads_submitted(&self, body: BodyId, subgroup: SubgroupId) -> bool {
        self.reads_for_the_chair(body) || self.subgroups.contains(&subgroup)
    }

    /// Sees it by office, with its receipts and decisions: the moderator of its subgroup, the chair and the secretariat of its body.
    pub fn oversees(&self, item: ItemFacts) -> bool {
        let in_office = self.reads_for_the_chair(item.body)
            || (!item.for_the_chair && item.subgroup.is_some_and(|subgroup| self.subgroups.contains(&subgroup)));
        in_office && item.state != ItemState::Draft
    }
}
