//! How a person finds their organisation: what was typed at registration, what is close to it, asking to join, founding.

use super::{Ctx, OrganisationLine};
use crate::domain::ids::{JoinRequestId, OrganisationId};
use crate::domain::membership::RequestState;
use crate::domain::organisation::{Region, StakeholderType};
use crate::domain::person::Function;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A new organisation as its first person describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrganisation {
    pub name: String,
    pub stakeholder_type: StakeholderType,
    pub region: Region,
}

/// Why an organisation is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// Its name is close to what was typed.
    Name,
    /// Its members have addresses at the same domain.
    Domain,
}

/// An organisation that may be the person's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub line: OrganisationLine,
    pub why: Likeness,
}

/// A person's own request to join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRequest {
    pub id: JoinRequestId,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub created_at: Instant,
    pub state: RequestState,
    /// Why it was declined.
    pub reason: String,
}

/// The page between registering and confirming.
#[derive(Debug, Clone, Default)]
pub struct FindOrganisation {
    /// What was typed at registration, while the person has not chosen.
    pub typed: Option<NewOrganisation>,
    pub suggestions: Vec<Suggestion>,
    /// The person's requests that are open, or were declined within 30 days.
    pub requests: Vec<OwnRequest>,
}

/// An organisation of the actor, and what waits in it for its contact points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationTask {
    pub organisation: OrganisationId,
    pub name: String,
    pub function: Function,
    /// Open requests to join; counted for contact points only.
    pub requests: i64,
    /// Claims to be the contact point that nobody has decided.
    pub claims: i64,
}

/// Finding, joining, founding.
#[async_trait]
pub trait Joining {
    /// What the signed-in person may choose from. Nothing is ever merged or joined without their act.
    async fn find_organisation(&self, ctx: &Ctx) -> PortalResult<FindOrganisation>;
    /// Registers a new organisation with the actor as its contact point; `new` is `None`: the one typed before. Answers `None` where a
    /// known organisation has a close name: what was typed waits for the person's choice.
    async fn found_organisation(&self, ctx: &Ctx, new: Option<NewOrganisation>) -> PortalResult<Option<OrganisationId>>;
    /// Asks the contact points of an organisation; asking twice changes nothing. What was typed at registration is let go.
    async fn ask_to_join(&self, ctx: &Ctx, organisation: OrganisationId, message: &str) -> PortalResult<()>;
    /// The actor's organisations with what waits in them, for the desk.
    async fn organisation_tasks(&self, ctx: &Ctx) -> PortalResult<Vec<OrganisationTask>>;
    /// Takes one's own open request back.
    async fn withdraw_request(&self, ctx: &Ctx, request: JoinRequestId) -> PortalResult<()>;
    /// A sign of when a form was shown, for `/register`: forms that come back at once are slowed down when many do.
    async fn form_stamp(&self, ctx: &Ctx) -> PortalResult<String>;
}
