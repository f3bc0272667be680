//! Roles: (person, name, scope, term). A role is data; `policy` alone says what it allows.

use super::ids::{BodyId, SubgroupId};
use super::organisation::coded;
use super::person::Actor;
use super::time::Instant;
use serde::{Deserialize, Serialize};

coded! {
    /// The offices of the portal. Functions inside an organisation are `person::Function`.
    RoleName {
        Moderator => "moderator",
        Chair => "chair",
        Secretariat => "secretariat",
        // Operates the portal; reads nothing that is not public.
        Administrator => "administrator",
    }
}

/// Where a role counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Portal,
    Body(BodyId),
    Subgroup(SubgroupId),
}

/// One office of one person, within its term `valid_from <= t < valid_until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    pub name: RoleName,
    pub scope: Scope,
    pub valid_from: Instant,
    pub valid_until: Option<Instant>,
}

impl Role {
    pub fn in_force(&self, now: Instant) -> bool {
        self.valid_from <= now && self.valid_until.is_none_or(|until| now < until)
    }
}

impl Actor {
    /// Holds `name` in exactly `scope`, or for the whole portal.
    pub fn holds(&self, name: RoleName, scope: Scope, now: Instant) -> bool {
        self.roles_in_force(now).any(|role| role.name == name && (role.scope == scope || role.scope == Scope::Portal))
    }

    /// The actor's roles that are in force at `now`.
    pub fn roles_in_force(&self, now: Instant) -> impl Iterator<Item = &Role> {
        self.signed_in().into_iter().flat_map(|person| &person.roles).filter(move |role| role.in_force(now))
    }
}
