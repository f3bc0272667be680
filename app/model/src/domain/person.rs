//! Persons and their functions in organisations. Logins are personal; the organisation is the actor.

use super::ids::{LoginId, OrganisationId, PersonId};
use super::language::Locale;
use super::organisation::coded;
use super::time::Instant;
use serde::{Deserialize, Serialize};

coded! {
    /// A person's function in an organisation (feature A6).
    Function {
        // The authorised submitter.
        ContactPoint => "contact_point",
        // Writes and changes drafts.
        Drafter => "drafter",
        // Reads drafts.
        Reviewer => "reviewer",
    }
}

impl Function {
    /// Whether who has it writes for the organisation.
    pub const fn writes(self) -> bool {
        matches!(self, Self::ContactPoint | Self::Drafter)
    }
}

/// A person as a member of one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub function: Function,
}

/// A person who has signed in, with everything decisions need to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub person: PersonId,
    pub full_name: String,
    pub email: String,
    /// The language the portal writes to them in.
    pub mail_language: Locale,
    /// Whether the address was confirmed by link or code.
    pub confirmed: bool,
    /// The organisation acted for last stands first: it is the one acted for where a page does not ask.
    pub memberships: Vec<Membership>,
    pub roles: Vec<super::role::Role>,
    /// The second factor is satisfied: it was entered in this session, or this installation does not ask for one.
    pub factor_satisfied: bool,
    /// When this session last proved who it is: by the password, and the second factor where there is one. `None` when the person
    /// did not come by a session.
    pub proved_at: Option<Instant>,
    /// The session of this request; `None` when the person did not come by one.
    pub login: Option<LoginId>,
}

impl SignedIn {
    /// The same person as read anew, with what the session of `other` has proved: roles and memberships are the database's to tell,
    /// proofs the session's.
    #[must_use]
    pub fn with_proofs_of(self, other: &Self) -> Self {
        Self { factor_satisfied: other.factor_satisfied, proved_at: other.proved_at, login: other.login, ..self }
    }
}

impl SignedIn {
    /// The name of an organisation the person is a member of.
    pub fn name_of(&self, organisation: OrganisationId) -> &str {
        self.memberships.iter().find(|m| m.organisation == organisation).map_or("", |m| &m.organisation_name)
    }
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Actor {
    #[default]
    Anonymous,
    Person(Box<SignedIn>),
}

impl Actor {
    pub fn signed_in(&self) -> Option<&SignedIn> {
        match self {
            Self::Anonymous => None,
            Self::Person(person) => Some(person),
        }
    }

    /// The person's function in `organisation`, if any.
    pub fn function_in(&self, organisation: OrganisationId) -> Option<Function> {
        self.signed_in()?.memberships.iter().find(|m| m.organisation == organisation).map(|m| m.function)
    }

    pub fn is_member(&self, organisation: OrganisationId) -> bool {
        self.function_in(organisation).is_some()
    }

    /// May write and change drafts of `organisation`.
    pub fn writes_for(&self, organisation: OrganisationId) -> bool {
        self.function_in(organisation).is_some_and(Function::writes)
    }

    /// The organisations the person may write for, with their names; the one acted for last stands first.
    pub fn writing_for(&self) -> Vec<(OrganisationId, String)> {
        let memberships = self.signed_in().map(|person| person.memberships.as_slice()).unwrap_or_default();
        memberships.iter().filter(|m| m.function.writes()).map(|m| (m.organisation, m.organisation_name.clone())).collect()
    }

    /// Is the authorised submitter of `organisation`.
    pub fn submits_for(&self, organisation: OrganisationId) -> bool {
        self.function_in(organisation) == Some(Function::ContactPoint)
    }
}
