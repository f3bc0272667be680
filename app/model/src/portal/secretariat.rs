//! The secretariat's desk: finding persons and organisations, the state of their mail, approving organisations.

use super::{Ctx, OfficeLine, OrganisationLine, Slice};
use crate::domain::ids::{MailId, OrganisationId, PersonId};
use crate::domain::organisation::OrganisationRef;
use crate::domain::person::Membership;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A person found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    pub id: PersonId,
    pub full_name: String,
    pub email: String,
    pub confirmed: bool,
    pub created_at: Instant,
}

/// An organisation found, or one that waits for approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingOrganisation {
    pub organisation: OrganisationRef,
    pub created_at: Instant,
    pub approved_at: Option<Instant>,
    /// The secretariat has declined it.
    pub declined: bool,
}

/// What was looked for and found.
#[derive(Debug, Clone)]
pub struct Found {
    pub people: Slice<PersonLine>,
    pub organisations: Slice<WaitingOrganisation>,
}

/// The desk before anyone is looked for.
#[derive(Debug, Clone)]
pub struct SecretariatDesk {
    /// The longest waiting first.
    pub waiting: Slice<WaitingOrganisation>,
}

/// A mail as the desk shows its state; its words stay between the portal and the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailState {
    pub id: MailId,
    /// Codes in it are blotted out.
    pub subject: String,
    pub written_at: Instant,
    /// `None`: not handed over yet.
    pub sent_at: Option<Instant>,
    pub attempts: i64,
    /// What the mail server said last; empty: nothing wrong.
    pub last_error: String,
    pub next_attempt: Instant,
}

/// What a person was called before they corrected it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerName {
    pub name: String,
    pub until: Instant,
}

/// A person for the secretariat.
#[derive(Debug, Clone)]
pub struct PersonPage {
    pub person: PersonLine,
    /// The last one first.
    pub former_names: Vec<FormerName>,
    /// When the second factor was set up, where there is one.
    pub factor_since: Option<Instant>,
    pub memberships: Vec<Membership>,
    /// Held now and before, the newest first.
    pub offices: Vec<OfficeLine>,
    /// The newest first.
    pub mails: Vec<MailState>,
}

/// A decision of the secretariat on an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub outcome: Verdict,
    pub reason: String,
    pub decided_at: Instant,
}

/// Approve, or decline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Approve,
    Decline,
}

impl Verdict {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Decline => "decline",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Approve, Self::Decline].into_iter().find(|verdict| verdict.code() == code)
    }
}

/// An organisation for the secretariat.
#[derive(Debug, Clone)]
pub struct OrganisationFile {
    pub organisation: WaitingOrganisation,
    pub members: Vec<(PersonLine, crate::domain::person::Function)>,
    /// The newest first.
    pub reviews: Vec<Review>,
    /// Public organisations with a close name, by name.
    pub close: Vec<OrganisationLine>,
    /// The actor is a member and may not decide.
    pub own: bool,
}

/// The secretariat's desk.
#[async_trait]
pub trait Secretariat {
    async fn secretariat_desk(&self, ctx: &Ctx, cursor: Option<&str>) -> PortalResult<SecretariatDesk>;
    /// Persons by name or address and organisations by name that hold `query`. A cursor goes on in one of the two lists.
    async fn find(&self, ctx: &Ctx, query: &str, people_after: Option<&str>, organisations_after: Option<&str>) -> PortalResult<Found>;
    async fn person(&self, ctx: &Ctx, id: PersonId) -> PortalResult<PersonPage>;
    /// Sends the person a new code and link; the older ones are void.
    async fn resend_for(&self, ctx: &Ctx, id: PersonId) -> PortalResult<()>;
    async fn organisation_file(&self, ctx: &Ctx, id: OrganisationId) -> PortalResult<OrganisationFile>;
    /// Told to all members by mail.
    async fn review_organisation(&self, ctx: &Ctx, id: OrganisationId, verdict: Verdict, reason: &str) -> PortalResult<()>;
}
