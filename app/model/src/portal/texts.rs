//! Draft texts as people read them.

use super::{CommentLine, Ctx, EarlierComment, RoundLine};
use crate::domain::body::Body;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::ids::{DraftVersionId, ProvisionId};
use crate::domain::subgroup::Subgroup;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A provision with its number of public comments, those on earlier versions that stand at it among them.
#[derive(Debug, Clone)]
pub struct ProvisionLine {
    pub provision: Provision,
    pub comments: i64,
}

/// A draft version's page.
#[derive(Debug, Clone)]
pub struct DraftPage {
    pub draft: DraftVersion,
    pub body: Body,
    pub subgroup: Subgroup,
    pub provisions: Vec<ProvisionLine>,
    /// Comments on earlier versions that have no place in this one, as far as the reader sees them.
    pub without_place: i64,
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
    /// The provision and those it comes from or that come from it, each with its version, the newest first; empty while there is only it.
    pub history: Vec<(DraftVersion, Provision)>,
    /// Public comments on earlier versions that stand here, the oldest first.
    pub earlier: Vec<EarlierComment>,
    /// Public comments, the oldest first.
    pub comments: Vec<CommentLine>,
    /// Those of the actor's organisations, whatever their state.
    pub own: Vec<CommentLine>,
}

/// Reading draft texts.
#[async_trait]
pub trait Texts {
    async fn draft(&self, ctx: &Ctx, id: DraftVersionId) -> PortalResult<DraftPage>;
    async fn provision(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<ProvisionPage>;
}
