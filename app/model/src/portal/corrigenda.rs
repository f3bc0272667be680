//! Corrigenda: asking for one, and deciding on it.

use super::{Ctx, PaperPage};
use crate::domain::corrigendum::Corrigendum;
use crate::domain::ids::{CorrigendumId, PaperId};
use crate::domain::language::Language;
use crate::domain::organisation::OrganisationRef;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A corrigendum that waits, in the queue of those who decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrigendumLine {
    pub id: CorrigendumId,
    pub title: String,
    pub language: Language,
    pub organisation: OrganisationRef,
    pub asked_at: Instant,
    /// The actor is a member of this organisation and may not decide.
    pub own: bool,
}

/// A corrigendum before its decision, with the paper it is about.
#[derive(Debug)]
pub struct CorrigendumPage {
    pub corrigendum: Corrigendum,
    pub page: PaperPage,
}

/// A decision as it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCorrigendumDecision {
    /// Otherwise it is declined.
    pub publish: bool,
    /// Told to the authors; required when it is declined.
    pub reason: String,
}

/// Asking and deciding.
#[async_trait]
pub trait Corrigenda {
    /// Asks for the publication of a corrigendum to a paper, in Markdown. The same words again change nothing.
    async fn ask_corrigendum(&self, ctx: &Ctx, paper: PaperId, text: &str) -> PortalResult<()>;
    /// Takes back the one that waits, if one does.
    async fn take_corrigendum_back(&self, ctx: &Ctx, paper: PaperId) -> PortalResult<()>;
    /// For whoever is in charge of the queue it stands in.
    async fn moderate_corrigendum(&self, ctx: &Ctx, id: CorrigendumId) -> PortalResult<CorrigendumPage>;
    async fn decide_corrigendum(&self, ctx: &Ctx, id: CorrigendumId, decision: NewCorrigendumDecision) -> PortalResult<()>;
}
