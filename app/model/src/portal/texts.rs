//! Draft texts as people read them.

use super::{CommentLine, Ctx, EarlierComment, RoundLine};
use crate::domain::body::Body;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::drafting::Alignment;
use crate::domain::ids::{CommentId, DraftVersionId, ProvisionId};
use crate::domain::provision_status::{ProvisionStatus, StatusEntry};
use crate::domain::subgroup::Subgroup;
use crate::domain::voice::Heard;
use crate::error::PortalResult;
use crate::policy::Denied;
use async_trait::async_trait;
use std::collections::HashMap;

/// A provision with its number of public comments, those on earlier versions that stand at it among them.
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
    /// Public comments on the text as a whole.
    pub on_whole: i64,
    /// Comments on earlier versions that have no place in this one, as far as the reader sees them.
    pub without_place: i64,
    /// The reader says places, and some were said: they can be said otherwise.
    pub places_said: bool,
    /// All versions of the text, the newest first.
    pub versions: Vec<DraftVersion>,
    /// The rounds that call for comments on this version, with the grants of the reader's organisations.
    pub rounds: Vec<RoundLine>,
}

/// A provision's own page.
#[derive(Debug, Clone)]
pub struct ProvisionPage {
    pub provision: Provision,
    pub draft: DraftVersion,
    pub body: Body,
    pub subgroup: Subgroup,
    pub rounds: Vec<RoundLine>,
    /// What is in force; `None`: nothing was set, it is open.
    pub status: Option<StatusEntry>,
    /// Whether the reader sets it.
    pub sets_status: bool,
    /// The provision and those it comes from or that come from it, each with its version, the newest first; empty while there is only it.
    pub history: Vec<(DraftVersion, Provision)>,
    /// Public comments on earlier versions that stand here, the oldest first.
    pub earlier: Vec<EarlierComment>,
    /// Public comments, the oldest first.
    pub comments: Vec<CommentLine>,
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
    async fn draft(&self, ctx: &Ctx, id: DraftVersionId) -> PortalResult<DraftPage>;
    async fn provision(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<ProvisionPage>;
    async fn provision_status(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<StatusPage>;
    /// Two versions of one text, in whichever order they are named.
    async fn compare_texts(&self, ctx: &Ctx, one: DraftVersionId, other: DraftVersionId) -> PortalResult<TextComparison>;
}
