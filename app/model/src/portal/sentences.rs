//! The chair's summary while it is written: its outline, its parts, its sentences.

use super::{Ctx, InputLine};
use crate::domain::body::{Body, Session};
use crate::domain::draft::Provision;
use crate::domain::ids::{ItemId, RemarkId, SentenceId, SessionId};
use crate::domain::item::ItemKind;
use crate::domain::language::Language;
use crate::domain::organisation::OrganisationRef;
use crate::domain::subgroup::Subgroup;
use crate::domain::summary::{Coverage, Gap, Part, Words};
use crate::domain::time::Instant;
use crate::error::PortalResult;
use crate::policy::Denied;
use async_trait::async_trait;
use std::collections::HashMap;

/// A part in the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartLine {
    pub part: Part,
    pub sentences: usize,
    /// Sentences that cannot be published as they are.
    pub gaps: usize,
    /// Remarks that nobody has settled.
    pub remarks: i64,
    pub handed_in_at: Option<Instant>,
    /// The actor writes in it.
    pub may_write: bool,
}

/// The summary of a session while it is written.
#[derive(Debug, Clone)]
pub struct OutlinePage {
    pub session: Session,
    pub body: Body,
    pub subgroups: Vec<Subgroup>,
    pub as_of: Instant,
    pub parts: Vec<PartLine>,
    pub coverage: Coverage,
    /// Of `coverage`, where a view of the few is missed.
    pub provisions: HashMap<crate::domain::ids::ProvisionId, Provision>,
    /// Inputs that no sentence cites, the oldest first, as many as a page shows.
    pub uncited: Vec<InputLine>,
}

/// What a sentence rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    pub kind: ItemKind,
    pub item: ItemId,
    /// The number of its receipt.
    pub receipt: String,
    /// `None`: it is not public any more.
    pub public: Option<PublicSource>,
}

/// What everybody reads of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicSource {
    /// The title of a paper, or where in its text a comment stands.
    pub title: String,
    pub language: Language,
    pub organisation: OrganisationRef,
}

/// A sentence with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceLine {
    pub id: SentenceId,
    pub part: Part,
    pub words: Words,
    pub version: i64,
    /// In the order of their receipts.
    pub sources: Vec<SourceLine>,
    /// Whose names stand under its public sources.
    pub organisations: usize,
    pub gaps: Vec<Gap>,
    /// Remarks that nobody has settled.
    pub remarks: i64,
}

/// A part while it is written.
#[derive(Debug, Clone)]
pub struct PartPage {
    pub session: Session,
    pub body: Body,
    pub subgroups: Vec<Subgroup>,
    pub part: Part,
    pub handed_in_at: Option<Instant>,
    /// In the order of the document.
    pub sentences: Vec<SentenceLine>,
    /// All whose names stand under what the part is about: of these, *most* is more than half.
    pub organisations: usize,
    /// How many inputs the part is about, and how many of them no sentence cites.
    pub inputs: usize,
    pub uncited_count: usize,
    /// Of these the oldest, as many as a page shows.
    pub uncited: Vec<InputLine>,
    /// The actor may write; or why not.
    pub write: Result<(), Denied>,
    /// The actor may write in the chair's own words.
    pub own: bool,
    /// The part can be handed in or given back by its moderators, the chair and the secretariat; and what the actor may do of it.
    pub hand_in: bool,
    pub give_back: bool,
}

/// What a sentence said once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceVersion {
    pub version: i64,
    pub text: String,
    pub own: bool,
    pub sources: usize,
    pub at: Instant,
    pub by: String,
}

/// A remark in the margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemarkLine {
    pub id: RemarkId,
    pub text: String,
    pub at: Instant,
    pub by: String,
    pub settled_at: Option<Instant>,
}

/// One sentence, its versions and what is remarked on it.
#[derive(Debug, Clone)]
pub struct SentencePage {
    pub session: Session,
    pub body: Body,
    pub subgroups: Vec<Subgroup>,
    pub line: SentenceLine,
    pub organisations: usize,
    /// When it was taken out.
    pub ended_at: Option<Instant>,
    /// The newest first.
    pub versions: Vec<SentenceVersion>,
    /// The oldest first.
    pub remarks: Vec<RemarkLine>,
    pub write: Result<(), Denied>,
    pub own: bool,
}

/// A sentence as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSentence {
    pub words: Words,
    /// Receipt numbers, as they were typed.
    pub receipts: Vec<String>,
    /// Inputs that were ticked.
    pub cited: Vec<(ItemKind, ItemId)>,
}

/// A change of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentenceChange {
    Save(NewSentence),
    Up,
    Down,
    /// Taken out of the summary.
    End,
    /// Put back, at the end of its part.
    Restore,
}

/// Writing the summary.
#[async_trait]
pub trait Sentences {
    async fn outline(&self, ctx: &Ctx, session: SessionId) -> PortalResult<OutlinePage>;
    async fn part(&self, ctx: &Ctx, session: SessionId, part: Part) -> PortalResult<PartPage>;
    async fn sentence(&self, ctx: &Ctx, id: SentenceId) -> PortalResult<SentencePage>;
    /// Puts it at the end of its part.
    ///
    /// # Errors
    /// `Invalid`: a receipt number that is none of a published input of the session, and more.
    async fn add_sentence(&self, ctx: &Ctx, session: SessionId, part: Part, new: NewSentence) -> PortalResult<SentenceId>;
    /// # Errors
    /// `Conflict`: somebody else has changed it since that version.
    async fn change_sentence(&self, ctx: &Ctx, id: SentenceId, version: i64, change: SentenceChange) -> PortalResult<()>;
    /// Hands the part of a subgroup to the chair, or gives it back.
    async fn hand_in(&self, ctx: &Ctx, session: SessionId, part: Part, back: bool) -> PortalResult<()>;
    async fn remark(&self, ctx: &Ctx, id: SentenceId, text: String) -> PortalResult<()>;
    async fn settle_remark(&self, ctx: &Ctx, id: SentenceId, remark: RemarkId) -> PortalResult<()>;
}
