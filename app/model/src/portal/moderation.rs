//! The moderator's queue and decisions.

use super::{CommentPage, Ctx, PaperPage, QueueLine, Slice};
use crate::domain::body::{Body, Session};
use crate::domain::ids::{AppealId, CommentId, DecisionId, ItemId, PaperId, SessionId, SubgroupId};
use crate::domain::item::{ItemKind, ItemState};
use crate::domain::language::LocalizedText;
use crate::domain::moderation::{ModerationAct, Outcome, ReasonCode};
use crate::domain::organisation::OrganisationRef;
use crate::domain::redaction::Redacted;
use crate::domain::role::RoleName;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::error::{PortalError, PortalResult};
use crate::policy::Denied;
use async_trait::async_trait;

/// An act of moderation as the authors and those in office see it: by the office, not by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionLine {
    pub id: DecisionId,
    pub act: ModerationAct,
    /// Of the public list; none where nothing had to be said, or before there was a list.
    pub code: Option<ReasonCode>,
    /// In the words of who did it; may be empty.
    pub reason: String,
    pub decided_at: Instant,
    pub role: RoleName,
    /// The subgroup in whose queue it was done; `None`: that of the whole body.
    pub queue: Option<LocalizedText>,
    /// The same by its id.
    pub queue_id: Option<SubgroupId>,
    /// The subgroup a paper was moved to; `None`: the whole body, or it was not moved.
    pub moved_to: Option<LocalizedText>,
    /// The passages it redacts, for the authors and those in office; otherwise none.
    pub redacted: Redacted,
    /// It stands beside what is decided: a redaction, what takes one back, the answer to an appeal against one.
    pub apart: bool,
    /// It was taken back since.
    pub undone: bool,
    /// Who did it, by name: for their colleagues in the queue and the chair only.
    pub by: Option<String>,
    /// What its authors said against it, if they did.
    pub appeal: Option<AppealId>,
    /// What its authors answered to those who decided, if they did; none in what is published.
    pub reply: Option<Reply>,
}

/// What authors answer to a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub text: String,
    pub at: Instant,
}

impl DecisionLine {
    /// The outcome, of a decision.
    pub const fn outcome(&self) -> Option<Outcome> {
        match self.act {
            ModerationAct::Accept => Some(Outcome::Accept),
            ModerationAct::Return => Some(Outcome::Return),
            ModerationAct::Decline => Some(Outcome::Decline),
            _ => None,
        }
    }
}

/// An act of moderation in a list of its queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActLine {
    pub line: DecisionLine,
    pub kind: ItemKind,
    /// The title of a paper; the citation of the provision for a comment.
    pub title: String,
    pub organisation: OrganisationRef,
}

/// The page of one act, for those in charge and for the authors.
#[derive(Debug, Clone)]
pub struct DecisionPage {
    pub act: ActLine,
    pub item: ItemId,
    pub state: ItemState,
    /// The zone of the round.
    pub time_zone: String,
    /// Whether the reader is one of its authors; otherwise they are in office.
    pub own: bool,
    /// Whether the reader may take it back.
    pub undo: Result<(), Denied>,
    /// Whether the reader may answer it, to those who decided.
    pub reply: Result<(), Denied>,
    /// Whether the reader may appeal against it, and until when.
    pub appeal: Result<Instant, Denied>,
}

/// An appeal in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealLine {
    pub id: AppealId,
    pub act: ActLine,
    pub filed_at: Instant,
}

/// An appeal, for its authors and those who may answer it.
#[derive(Debug)]
pub struct AppealPage {
    pub id: AppealId,
    pub decision: DecisionPage,
    pub text: String,
    pub filed_at: Instant,
    /// The act that answers it.
    pub answer: Option<DecisionLine>,
    /// Whether the reader may answer.
    pub may_answer: Result<(), Denied>,
    /// The words it is about; `None` for its authors, who have a page of their own for it.
    pub words: Option<ModerationItem>,
}

/// What is published about moderation of one session: by which office, what, for which reason, when.
#[derive(Debug, Clone)]
pub struct ModerationLedger {
    pub session: Session,
    pub body: Body,
    /// With the newest acts; none on later pages.
    pub figures: Vec<ModerationFigure>,
    /// The newest first.
    pub lines: Slice<PublicAct>,
}

/// How often something was done for a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModerationFigure {
    pub act: ModerationAct,
    pub code: Option<ReasonCode>,
    pub count: i64,
    /// How many of these were taken back since.
    pub undone: i64,
}

/// A line of the ledger. It does not say what it was about where that is not public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAct {
    /// Without the words of who did it, their name and any appeal.
    pub line: DecisionLine,
    pub kind: ItemKind,
    /// What it was about, if that is public now.
    pub item: Option<ItemId>,
}

/// What became of one of several inputs that were decided on together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkLine {
    pub line: QueueLine,
    /// The act, or why there is none.
    pub outcome: Result<DecisionId, PortalError>,
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
    /// `None` only where the input is accepted.
    pub code: Option<ReasonCode>,
    /// Told to the author beside what the reason says.
    pub reason: String,
    /// The version of the item the moderator read.
    pub version: i64,
}

/// A paper goes to another queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMove {
    /// `None`: to the whole body.
    pub to: Option<SubgroupId>,
    pub reason: String,
    pub version: i64,
}

/// Words of an input are redacted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRedaction {
    pub passages: Redacted,
    pub code: ReasonCode,
    pub reason: String,
    pub version: i64,
}

/// The answer to an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAppealAnswer {
    /// What was declined is accepted, what was redacted is shown; otherwise the decision stands.
    pub granted: bool,
    pub reason: String,
}

/// Moderation.
#[async_trait]
pub trait Moderation {
    /// One decision on each of several inputs, with the version that was read; what cannot be decided holds up no other.
    async fn decide_all(&self, ctx: &Ctx, items: &[(ItemKind, ItemId, i64)], decision: NewDecision) -> PortalResult<Vec<BulkLine>>;
    async fn moderate_paper(&self, ctx: &Ctx, id: PaperId) -> PortalResult<ModerationItem>;
    async fn moderate_comment(&self, ctx: &Ctx, id: CommentId) -> PortalResult<ModerationItem>;
    async fn decide_paper(&self, ctx: &Ctx, id: PaperId, decision: NewDecision) -> PortalResult<DecisionId>;
    async fn decide_comment(&self, ctx: &Ctx, id: CommentId, decision: NewDecision) -> PortalResult<DecisionId>;
    /// The other queues of the body a paper is in.
    async fn other_queues(&self, ctx: &Ctx, id: PaperId) -> PortalResult<Vec<Subgroup>>;
    async fn move_paper(&self, ctx: &Ctx, id: PaperId, to: NewMove) -> PortalResult<DecisionId>;
    /// An input as others would read it after a redaction, which is checked and not carried out.
    async fn try_redaction(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, redaction: &NewRedaction) -> PortalResult<ModerationItem>;
    /// Redacts words of an input, wherever they stand in it.
    async fn redact(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, redaction: NewRedaction) -> PortalResult<DecisionId>;
    /// One act, for those in charge of the input or of the queue in which it was done, the chair, and the authors.
    async fn decision(&self, ctx: &Ctx, id: DecisionId) -> PortalResult<DecisionPage>;
    /// Takes an act back; `why` is told to the authors. Answers what it was about, and the act that takes it back.
    async fn undo_decision(&self, ctx: &Ctx, id: DecisionId, why: String) -> PortalResult<(ItemKind, ItemId, DecisionId)>;
}

/// Answers of authors to decisions.
#[async_trait]
pub trait Replies {
    /// Sends an answer to those who moderate the input.
    async fn reply(&self, ctx: &Ctx, id: DecisionId, text: String) -> PortalResult<()>;
}

/// Appeals, and what is published about moderation.
#[async_trait]
pub trait Appeals {
    /// Files an appeal against a decision, which answers with its id.
    async fn file_appeal(&self, ctx: &Ctx, id: DecisionId, text: String) -> PortalResult<AppealId>;
    /// Those that wait and that the actor may answer, the oldest first.
    async fn appeals(&self, ctx: &Ctx) -> PortalResult<Vec<AppealLine>>;
    async fn appeal(&self, ctx: &Ctx, id: AppealId) -> PortalResult<AppealPage>;
    async fn answer_appeal(&self, ctx: &Ctx, id: AppealId, answer: NewAppealAnswer) -> PortalResult<()>;
    /// What is published about moderation of a session, after `cursor`.
    async fn moderation_ledger(&self, ctx: &Ctx, session: SessionId, cursor: Option<&str>) -> PortalResult<ModerationLedger>;
}
