//! Roles: (person, name, scope, term). A role is data; `policy` alone says what it allows.

use super::ids::{BodyId, SubgroupId};
use super::organisation::coded;
use super::person::Actor;
use super::time::{Instant, Span};
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

/// An office with the place it counts in, as it is granted and ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office {
    /// The moderator of one subgroup, which belongs to `body`.
    Moderator {
        subgroup: SubgroupId,
        body: BodyId,
    },
    Chair(BodyId),
    Secretariat(BodyId),
    Administrator,
}

impl Office {
    pub const fn name(self) -> RoleName {
        match self {
            Self::Moderator { .. } => RoleName::Moderator,
            Self::Chair(_) => RoleName::Chair,
            Self::Secretariat(_) => RoleName::Secretariat,
            Self::Administrator => RoleName::Administrator,
        }
    }

    pub const fn scope(self) -> Scope {
        match self {
            Self::Moderator { subgroup, .. } => Scope::Subgroup(subgroup),
            Self::Chair(body) | Self::Secretariat(body) => Scope::Body(body),
            Self::Administrator => Scope::Portal,
        }
    }

    /// The body whose offices it is among; `None` for the whole portal.
    pub const fn body(self) -> Option<BodyId> {
        match self {
            Self::Moderator { body, .. } | Self::Chair(body) | Self::Secretariat(body) => Some(body),
            Self::Administrator => None,
        }
    }

    /// Whether this term suits the office. A moderator has one; a chair and a secretariat may have one; an administrator has none, so
    /// that the portal never loses its last administrator by the calendar. A term ends after `now` and within [`MAX_TERM`].
    pub fn term_fits(self, until: Option<Instant>, now: Instant) -> bool {
        match (self, until) {
            (Self::Moderator { .. }, None) | (Self::Administrator, Some(_)) => false,
            (_, None) => true,
            (_, Some(until)) => now < until && until <= now + MAX_TERM,
        }
    }
}

/// The longest term of an office.
pub const MAX_TERM: Span = Span::DAY.times(5 * 366);

/// How long before the end of a term its holder and those who appoint to the office are told. A shorter term is told of when it is granted.
pub const TERM_NOTICE: Span = Span::DAY.times(14);

/// How long before its end a term stands on the desks of those concerned.
pub const TERM_IN_SIGHT: Span = Span::DAY.times(30);

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
