//! The queues of moderators.

use super::{ActLine, CorrigendumLine, Ctx};
use crate::domain::comment::Operation;
use crate::domain::ids::{DraftVersionId, ItemId};
use crate::domain::item::{ItemKind, ItemState};
use crate::domain::language::{Language, LocalizedText};
use crate::domain::organisation::OrganisationRef;
use crate::domain::queue_filter::QueueFilter;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

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
    /// It came after the deadline, and the chair admitted it.
    pub late: bool,
    /// What a comment wants done; `None` for a paper.
    pub operation: Option<Operation>,
    /// Of its words.
    pub language: Language,
    /// The version that waits.
    pub version: i64,
    /// How many inputs of the round are nearly the same text, this one among them; 0 where it is alone.
    pub alike: i64,
}

/// A view of the queues that somebody keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueView {
    pub name: String,
    /// What the address asks for.
    pub query: String,
}

/// What is asked for of one's queues.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueueQuery {
    pub filter: QueueFilter,
    /// The code of a subgroup, or of a body for the queue of its whole: that queue alone.
    pub queue: Option<String>,
    /// The cursor to continue from, of one queue.
    pub after: Option<String>,
}

impl QueueQuery {
    pub const QUEUE: &str = "queue";
    pub const AFTER: &str = "after";
}

/// How many inputs of a queue a page shows.
pub const QUEUE_PAGE: i64 = 50;

/// The inputs around one in its queue.
#[derive(Debug, Clone)]
pub struct Beside {
    /// From that input on, if it waits; without what was done last.
    pub queue: Queue,
    /// The next one that the actor may decide on.
    pub next: Option<(ItemKind, ItemId)>,
    /// Inputs of the round that are nearly the same text; `None` where there are none.
    pub alike: Option<Alike>,
    /// What else its organisation sent in the round, the newest first; a handful.
    pub same_author: Vec<SameAuthor>,
}

/// Another input of the same organisation in the same round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameAuthor {
    pub kind: ItemKind,
    pub item: ItemId,
    /// The title of a paper; the citation of the provision for a comment.
    pub title: String,
    pub language: Language,
    pub state: ItemState,
}

/// Inputs that are nearly the same text: form letters. Each counts, and is decided on, for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// All of them in the queues of the actor, the one beside them too, the oldest first.
    pub lines: Vec<AlikeLine>,
    /// How many more there are, in the queues of others for the most part.
    pub elsewhere: i64,
    /// How many organisations sent them, all together.
    pub organisations: i64,
    /// The words of the input itself, passage by passage: what it has in common with the oldest of the others, and what is its own.
    pub passages: Vec<AlikePassage>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlikeLine {
    pub kind: ItemKind,
    pub item: ItemId,
    pub state: ItemState,
    pub organisation: OrganisationRef,
}

/// A passage of an input that is nearly the same as others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlikePassage {
    pub words: String,
    /// The others do not say it, or say it otherwise.
    pub own: bool,
}

/// The queue of one subgroup (or of the whole body, for the secretariat).
#[derive(Debug, Clone)]
pub struct Queue {
    /// `None`: papers to the whole body.
    pub subgroup: Option<Subgroup>,
    pub body_code: String,
    /// Awaiting a decision and asked for, the oldest first; a page of them.
    pub waiting: Vec<QueueLine>,
    /// The cursor to continue from; `None` at the end.
    pub next: Option<String>,
    /// How many papers and comments await a decision, asked for or not.
    pub open: i64,
    /// Corrigenda to published papers that await a decision, the oldest first.
    pub corrigenda: Vec<CorrigendumLine>,
    /// Texts of the subgroup with comments on earlier versions that wait for a place in the newest.
    pub to_place: Vec<ToPlace>,
    pub decided: i64,
    pub total: i64,
    /// What was done last, the newest first.
    pub recent: Vec<ActLine>,
    /// What authors answered lately to what was decided last about their inputs, the newest answer first.
    pub replied: Vec<ActLine>,
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
    pub fn waits(&self) -> i64 {
        let to_place: i64 = self.to_place.iter().map(|one| one.comments).sum();
        self.open + i64::try_from(self.corrigenda.len()).unwrap_or_default() + to_place
    }

    /// How it is asked for in an address.
    pub fn key(&self) -> &str {
        self.subgroup.as_ref().map_or(self.body_code.as_str(), |subgroup| subgroup.code.as_str())
    }
}

/// Reading queues, and the views of them that one keeps.
#[async_trait]
pub trait Queues {
    /// The queues the actor is in charge of, and no others.
    async fn queues(&self, ctx: &Ctx, query: &QueueQuery) -> PortalResult<Vec<Queue>>;
    /// What stands around an input in its queue, among what is asked for.
    async fn beside(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, filter: &QueueFilter) -> PortalResult<Beside>;
    /// The input to go on with after one, among what is asked for: the next that the actor may decide on, at the end one that was passed over.
    async fn next_in_queue(
        &self,
        ctx: &Ctx,
        kind: ItemKind,
        item: ItemId,
        filter: &QueueFilter,
    ) -> PortalResult<Option<(ItemKind, ItemId)>>;
    /// Those of these inputs that wait in a queue of the actor, in the order of arrival.
    async fn chosen(&self, ctx: &Ctx, items: &[(ItemKind, ItemId)]) -> PortalResult<Vec<QueueLine>>;
    /// The views of the queues that the actor keeps.
    async fn queue_views(&self, ctx: &Ctx) -> PortalResult<Vec<QueueView>>;
    async fn keep_queue_view(&self, ctx: &Ctx, view: QueueView) -> PortalResult<()>;
    async fn forget_queue_view(&self, ctx: &Ctx, name: &str) -> PortalResult<()>;
}
