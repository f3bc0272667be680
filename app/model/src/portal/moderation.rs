//! The moderator's queue and decisions.

use super::{CommentPage, CorrigendumLine, Ctx, PaperPage};
use crate::domain::ids::{CommentId, DraftVersionId, ItemId, PaperId};
use crate::domain::item::ItemKind;
use crate::domain::language::LocalizedText;
use crate::domain::moderation::Outcome;
use crate::domain::organisation::OrganisationRef;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A decision as the author and those in office see it: by the office, not by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionLine {
    pub outcome: Outcome,
    pub reason: String,
    pub decided_at: Instant,
}

/// A submitted item in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueLine {
    pub kind: ItemKind,
    pub item: ItemId,
    /// The title of a paper; the citation of the provision for a comment.
    pub title: String,
    pub organisation: OrganisationRef,
    pub submitted_at: Instant,
    /// The actor is a member of this organisation and may not decide.
    pub own: bool,
}

/// The queue of one subgroup (or of the whole body, for the secretariat).
#[derive(Debug, Clone)]
pub struct Queue {
    /// `None`: papers to the whole body.
    pub subgroup: Option<Subgroup>,
    pub body_code: String,
    /// Awaiting a decision, the oldest first.
    pub waiting: Vec<QueueLine>,
    /// Corrigenda to published papers that await a decision, the oldest first.
    pub corrigenda: Vec<CorrigendumLine>,
    /// Texts of the subgroup with comments on earlier versions that wait for a place in the newest.
    pub to_place: Vec<ToPlace>,
    pub decided: i64,
    pub total: i64,
}

/// A version of a text in which comments on earlier ones wait for a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToPlace {
    pub version: DraftVersionId,
    pub title: LocalizedText,
    pub label: LocalizedText,
    pub comments: i64,
}

impl Queue {
    /// How many decisions it waits for: comments to be placed are among them.
    pub fn waits(&self) -> usize {
        let to_place: i64 = self.to_place.iter().map(|one| one.comments).sum();
        self.waiting.len() + self.corrigenda.len() + usize::try_from(to_place).unwrap_or_default()
    }
}

/// An item before its decision.
#[derive(Debug)]
pub enum ModerationItem {
    Paper(Box<PaperPage>),
    Comment(Box<CommentPage>),
}

/// A decision as the moderator made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDecision {
    pub outcome: Outcome,
    /// Told to the author; required unless accepted.
    pub reason: String,
    /// The version of the item the moderator read.
    pub version: i64,
}

/// Moderation.
#[async_trait]
pub trait Moderation {
    /// The queues the actor is in charge of, and no others.
    async fn queues(&self, ctx: &Ctx) -> PortalResult<Vec<Queue>>;
    async fn moderate_paper(&self, ctx: &Ctx, id: PaperId) -> PortalResult<ModerationItem>;
    async fn moderate_comment(&self, ctx: &Ctx, id: CommentId) -> PortalResult<ModerationItem>;
    async fn decide_paper(&self, ctx: &Ctx, id: PaperId, decision: NewDecision) -> PortalResult<()>;
    async fn decide_comment(&self, ctx: &Ctx, id: CommentId, decision: NewDecision) -> PortalResult<()>;
}
