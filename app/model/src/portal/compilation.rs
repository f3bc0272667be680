//! The compilation of a draft text: paragraph by paragraph what stands, what is proposed, by whom, and why.

use super::{Ctx, SummaryComment};
use crate::domain::accreditation::Standing;
use crate::domain::body::Body;
use crate::domain::comment_filter::CommentFilter;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::ids::{DraftVersionId, OrganisationId};
use crate::domain::item::ItemState;
use crate::domain::language::{Language, LocalizedText};
use crate::domain::provision_status::ProvisionStatus;
use crate::domain::stances::Stances;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::domain::voice::{Voice, saying};
use crate::error::PortalResult;
use async_trait::async_trait;
use std::collections::HashMap;

/// How much of what came in a compilation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// What is accepted: for everybody.
    #[default]
    Public,
    /// Also what waits, was returned or declined: for the subgroup's moderator, the chair and the secretariat.
    Full,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CompilationQuery {
    pub scope: Scope,
    pub filter: CommentFilter,
    pub extent: Extent,
}

/// How much of a compilation is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    #[default]
    All,
    /// One page, from after this position in the text on; `None`: the first.
    Page { after: Option<i64> },
}

/// A comment in a compilation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledComment {
    pub comment: SummaryComment,
    pub state: ItemState,
    /// What it was made on, where that is an earlier version.
    pub made_on: Option<MadeOn>,
}

/// A provision of an earlier version, as it read there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeOn {
    /// Of the version: "Zero draft", "Rev.1" …
    pub label: LocalizedText,
    pub language: Language,
    pub text: String,
}

/// A provision with what was said on it.
#[derive(Debug, Clone)]
pub struct CompiledProvision {
    pub provision: Provision,
    pub status: ProvisionStatus,
    /// In the order they were received.
    pub comments: Vec<CompiledComment>,
}

impl CompiledProvision {
    /// Who takes which stance: those who joined a proposal take its authors'.
    pub fn stances(&self) -> Stances {
        Stances::of(self.comments.iter().flat_map(|one| {
            let stance = one.comment.content.stance;
            let joined = saying(&one.comment.heard, Voice::Join);
            std::iter::once(&one.comment.organisation).chain(joined).map(move |organisation| (organisation, stance))
        }))
    }
}

/// A draft text by paragraph.
#[derive(Debug, Clone)]
pub struct Compilation {
    pub draft: DraftVersion,
    pub body: Body,
    /// The subgroups to choose from, in the filter.
    pub subgroups: Vec<Subgroup>,
    pub asked: CompilationQuery,
    /// Whether the reader may read it in full.
    pub may_read_full: bool,
    /// As of this instant.
    pub as_of: Instant,
    /// Those that are spoken on, in the order of the text.
    pub provisions: Vec<CompiledProvision>,
    /// The numbered provisions nobody has said anything on, on all pages.
    pub silent: Vec<Provision>,
    /// How the organisations stand to the session for which comments are called for, if there is one.
    pub standings: HashMap<OrganisationId, Standing>,
    /// What the filter lets through, on all pages, and all there is.
    pub matching: i64,
    pub all: i64,
    /// The position after which the next page begins; `None` at the end.
    pub next: Option<i64>,
}

impl Compilation {
    /// Whether words of what it holds are redacted.
    pub fn has_redacted(&self) -> bool {
        self.provisions.iter().flat_map(|one| &one.comments).any(|one| one.comment.is_redacted)
    }
}

/// Compiling draft texts.
#[async_trait]
pub trait Compilations {
    async fn compilation(&self, ctx: &Ctx, id: DraftVersionId, asked: CompilationQuery) -> PortalResult<Compilation>;
    /// Notes in the audit log that a full compilation was exported as `format`.
    async fn note_compilation_export(&self, ctx: &Ctx, id: DraftVersionId, format: &str) -> PortalResult<()>;
}
