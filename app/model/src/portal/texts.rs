//! Draft texts as people read them.

use super::{CommentLine, Ctx, EarlierComment, RoundLine};
use crate::domain::body::Body;
use crate::domain::comment_filter::CommentFilter;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::drafting::{Alignment, TranslatedProvision, Translation};
use crate::domain::ids::{CommentId, DraftVersionId, ProvisionId};
use crate::domain::language::Language;
use crate::domain::norm::Norm;
use crate::domain::provision_link::Links;
use crate::domain::provision_status::{ProvisionStatus, StatusEntry};
use crate::domain::subgroup::Subgroup;
use crate::domain::voice::Heard;
use crate::error::PortalResult;
use crate::policy::Denied;
use async_trait::async_trait;
use std::collections::HashMap;

/// A provision with its number of public comments the filter lets through, those on earlier versions that stand at it among them.
#[derive(Debug, Clone)]
pub struct ProvisionLine {
    pub provision: Provision,
    pub comments: i64,
    pub status: ProvisionStatus,
}

/// How far a provision has come.
#[derive(Debug, Clone)]
pub struct StatusPage {
    pub provision: Provision,
    pub draft: DraftVersion,
    pub body: Body,
    /// What was set, the newest first; the first is in force. Without one it is open.
    pub entries: Vec<StatusEntry>,
    /// Whether the reader sets it.
    pub set: Result<(), Denied>,
}

/// A draft version's page.
#[derive(Debug, Clone)]
pub struct DraftPage {
    pub draft: DraftVersion,
    pub body: Body,
    pub subgroup: Subgroup,
    pub provisions: Vec<ProvisionLine>,
    /// Which comments are counted.
    pub filter: CommentFilter,
    /// The subgroups to choose from, in that filter.
    pub subgroups: Vec<Subgroup>,
    /// Public comments on the text as a whole that the filter lets through.
    pub on_whole: i64,
    /// All public comments, those it does not let through among them.
    pub all_comments: i64,
    /// Comments on earlier versions that have no place in this one, as far as the reader sees them.
    pub without_place: i64,
    /// The reader says places, and some were said: they can be said otherwise.
    pub places_said: bool,
    /// All versions of the text, the newest first.
    pub versions: Vec<DraftVersion>,
    /// The languages it can be read in besides its own.
    pub translations: Vec<Translation>,
    /// The rounds that call for comments on this version, with the grants of the reader's organisations.
    pub rounds: Vec<RoundLine>,
}

/// How many comments of a provision stand on one page.
pub const SAID_PAGE: usize = 50;

/// Which part of what is said on a provision is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SaidQuery {
    pub filter: CommentFilter,
    /// After this comment on the version itself.
    pub after: Option<CommentId>,
    /// After this comment on an earlier version.
    pub earlier: Option<CommentId>,
    /// Its words in this language too, where there is a translation.
    pub language: Option<Language>,
}

impl SaidQuery {
    /// Where an address says after which comment to go on.
    pub const AFTER: &str = "after";
    pub const EARLIER: &str = "earlier";

    /// What an address says for it.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let more = [
            (Self::AFTER, self.after.map(|id| id.to_string())),
            (Self::EARLIER, self.earlier.map(|id| id.to_string())),
            (Language::ASKED, self.language.map(|language| language.code().to_owned())),
        ];
        self.filter.pairs().into_iter().chain(more.into_iter().filter_map(|(name, value)| Some((name, value?)))).collect()
    }
}

/// One page of comments.
#[derive(Debug, Clone)]
pub struct Part<T> {
    pub rows: Vec<T>,
    /// What the filter lets through, on all pages.
    pub matching: i64,
    /// With what it does not.
    pub all: i64,
    /// After which comment to go on; `None` at the end.
    pub next: Option<CommentId>,
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), matching: 0, all: 0, next: None }
    }
}

/// A comment that stands alone, or proposals that exclude each other.
#[derive(Debug, Clone)]
pub struct SaidBlock {
    pub comments: Vec<CommentLine>,
    /// How many exclude each other in all: some may be on another page, or not be let through. 1 where one stands alone.
    pub of: usize,
}

/// A provision's own page.
#[derive(Debug, Clone)]
pub struct ProvisionPage {
    pub provision: Provision,
    pub draft: DraftVersion,
    pub body: Body,
    pub subgroup: Subgroup,
    pub rounds: Vec<RoundLine>,
    /// The same in the languages there are besides its own, which counts.
    pub translations: Vec<(Translation, TranslatedProvision)>,
    /// What is in force; `None`: nothing was set, it is open.
    pub status: Option<StatusEntry>,
    /// Whether the reader sets it.
    pub sets_status: bool,
    /// The norms and earlier texts it points to.
    pub links: Links,
    /// The norms among them.
    pub norms: Vec<Norm>,
    /// Whether the reader says what it points to.
    pub sets_links: bool,
    /// The provision and those it comes from or that come from it, each with its version, the newest first; empty while there is only it.
    pub history: Vec<(DraftVersion, Provision)>,
    /// Public comments on earlier versions that stand here, the oldest first.
    pub earlier: Part<EarlierComment>,
    /// Public comments in the order they came, but proposals that exclude each other stand together, where their first does.
    pub said: Part<SaidBlock>,
    /// What was asked for, as far as it can be.
    pub asked: SaidQuery,
    /// The subgroups to choose from, in its filter.
    pub subgroups: Vec<Subgroup>,
    /// What other organisations say to those comments and to the earlier ones, by name.
    pub heard: HashMap<CommentId, Vec<Heard>>,
    /// Those of the actor's organisations, whatever their state.
    pub own: Vec<CommentLine>,
}

/// Two versions of a text, the earlier one first.
#[derive(Debug, Clone)]
pub struct TextComparison {
    pub body: Body,
    /// All versions, the newest first.
    pub versions: Vec<DraftVersion>,
    pub old: (DraftVersion, Vec<Provision>),
    pub new: (DraftVersion, Vec<Provision>),
    /// As the chair confirmed it, through the versions between them.
    pub alignment: Alignment,
}

/// Reading draft texts.
#[async_trait]
pub trait Texts {
    async fn draft(&self, ctx: &Ctx, id: DraftVersionId, filter: CommentFilter) -> PortalResult<DraftPage>;
    async fn provision(&self, ctx: &Ctx, id: ProvisionId, asked: SaidQuery) -> PortalResult<ProvisionPage>;
    async fn provision_status(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<StatusPage>;
    /// Two versions of one text, in whichever order they are named.
    async fn compare_texts(&self, ctx: &Ctx, one: DraftVersionId, other: DraftVersionId) -> PortalResult<TextComparison>;
}
