//! What those who operate the portal read: who did what, and how it runs.

use super::{Ctx, Slice};
use crate::domain::audit::{AuditAct, AuditFact};
use crate::domain::operations::Status;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// Which events are asked for; what is empty asks for all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    pub act: Option<AuditAct>,
    /// An object: its id, or its kind and its id with a space between.
    pub object: String,
    /// Who acted, by e-mail address.
    pub email: String,
}

/// What an event was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditObject {
    pub kind: String,
    pub id: String,
}

/// Whom it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditWho {
    /// Nobody was signed in, or a job did it.
    Nobody,
    /// By full name; empty where the account was deleted.
    Person(String),
    /// For the chair alone to know.
    ForTheChair,
}

/// A value in the detail of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactValue {
    Text(String),
    Truth(bool),
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    pub at: Instant,
    /// `Err`: a word this program does not know.
    pub act: Result<AuditAct, String>,
    pub who: AuditWho,
    /// `None`: none, or for the chair alone to know.
    pub object: Option<AuditObject>,
    pub facts: Vec<(AuditFact, FactValue)>,
    /// Its place in the chain; `None`: not sealed yet.
    pub position: Option<i64>,
}

/// Operating the portal. For administrators.
#[async_trait]
pub trait Operations {
    /// The newest first.
    async fn audit_log(&self, ctx: &Ctx, filter: &AuditFilter, cursor: Option<&str>) -> PortalResult<Slice<AuditLine>>;
    async fn status(&self, ctx: &Ctx) -> PortalResult<Status>;
}
