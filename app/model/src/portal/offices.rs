//! Offices: who holds which, and appointing and ending them.

use super::Ctx;
use crate::domain::body::Body;
use crate::domain::ids::{PersonId, RoleId};
use crate::domain::language::LocalizedText;
use crate::domain::role::{Office, RoleName};
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// How an office was ended before its term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeEnd {
    pub at: Instant,
    /// The office it was ended in; `None`: by its holder, or by the operator.
    pub by: Option<RoleName>,
    pub reason: String,
}

/// One office of one person, with its term and history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeLine {
    pub id: RoleId,
    pub person: PersonId,
    pub full_name: String,
    pub office: Office,
    /// Code and name of the subgroup, for a moderator.
    pub subgroup: Option<(String, LocalizedText)>,
    /// Code and short name of the body; `None` for the whole portal.
    pub body: Option<(String, LocalizedText)>,
    pub from: Instant,
    pub until: Option<Instant>,
    pub reason: String,
    pub granted_at: Instant,
    /// The office it was granted in; `None`: by the operator of the installation.
    pub granted_as: Option<RoleName>,
    pub ended: Option<OfficeEnd>,
}

impl OfficeLine {
    pub fn in_force(&self, now: Instant) -> bool {
        self.from <= now && self.ended.is_none() && self.until.is_none_or(|until| now < until)
    }
}

/// The offices of a body.
#[derive(Debug, Clone)]
pub struct OfficesPage {
    pub body: Body,
    /// Those in force that the actor may see: the chair and the moderators for everyone, the secretariat for those in office.
    pub current: Vec<OfficeLine>,
    /// The past ones, the newest first; `None`: not for the actor.
    pub past: Option<Vec<OfficeLine>>,
    /// The offices of this body the actor may grant, with the subgroup of a moderator.
    pub grantable: Vec<(Office, Option<Subgroup>)>,
}

/// The administrator's page.
#[derive(Debug, Clone)]
pub struct Administration {
    pub bodies: Vec<Body>,
    /// All offices in force that the administrator grants: of every body and of the portal.
    pub current: Vec<OfficeLine>,
    /// Those among their holders who have a second factor, which they may lose.
    pub with_factor: Vec<PersonId>,
}

/// An appointment as it was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOffice {
    pub email: String,
    pub choice: OfficeChoice,
    /// The instant the term ends, exclusive.
    pub until: Option<Instant>,
    pub reason: String,
}

/// An office by the words of the form; the body stands in the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeChoice {
    /// By the code of the subgroup.
    Moderator(String),
    Chair,
    Secretariat,
    Administrator,
}

/// Offices.
#[async_trait]
pub trait Offices {
    /// The offices of a body, by its code.
    async fn offices(&self, ctx: &Ctx, body: &str) -> PortalResult<OfficesPage>;
    async fn administration(&self, ctx: &Ctx) -> PortalResult<Administration>;
    /// An office in force that the actor may end.
    async fn office(&self, ctx: &Ctx, id: RoleId) -> PortalResult<OfficeLine>;
    /// The offices whose terms end within [`crate::domain::role::TERM_IN_SIGHT`] and concern the actor: their own, those they appoint to,
    /// and for the secretariat the chair of its body. The first to end first.
    async fn ending_terms(&self, ctx: &Ctx) -> PortalResult<Vec<OfficeLine>>;
    /// Appoints; takes effect at once and is told by mail. `body` is the code of the body; `None` for the whole portal.
    async fn grant_office(&self, ctx: &Ctx, body: Option<&str>, new: NewOffice) -> PortalResult<()>;
    /// Ends an office before its term; told by mail.
    async fn end_office(&self, ctx: &Ctx, id: RoleId, reason: &str) -> PortalResult<()>;
}
