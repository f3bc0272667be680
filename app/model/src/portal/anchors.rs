//! Comments that were made on earlier versions of a text.

use super::{CommentLine, Ctx, Slice};
use crate::domain::anchor::{Anchor, AnchorState};
use crate::domain::body::Body;
use crate::domain::draft::DraftVersion;
use crate::domain::ids::{CommentId, DraftVersionId, ProvisionId};
use crate::domain::language::{Language, LocalizedText};
use crate::error::PortalResult;
use crate::policy::Denied;
use async_trait::async_trait;

/// A comment that was made on an earlier version, as it stands in a later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierComment {
    /// With its own provision and number.
    pub line: CommentLine,
    /// Of the comment: a place is said for the words that were read.
    pub at: i64,
    /// The version it was made on.
    pub version: DraftVersionId,
    pub label: LocalizedText,
    pub language: Language,
    /// The words of its provision there.
    pub original: String,
    pub state: AnchorState,
    /// Where it stands in the later version, with the number one cites.
    pub place: Option<(ProvisionId, String)>,
    /// The words at its place are others than those it was made on.
    pub changed: bool,
    /// Whether the reader may say where it stands.
    pub placing: Result<(), Denied>,
}

impl EarlierComment {
    /// Of a comment nobody has asked it for yet: it is for who knows the actor to say.
    pub const NOT_ASKED: Result<(), Denied> = Err(Denied::NotModerator);
}

/// Comments on earlier versions whose paragraphs do not go on alone in this one.
#[derive(Debug, Clone)]
pub struct EarlierPage {
    pub draft: DraftVersion,
    pub body: Body,
    /// Without a place, the oldest first.
    pub open: Slice<EarlierComment>,
    /// Those whose place was said, or that stay where they were made.
    pub said: Slice<EarlierComment>,
    /// The newest version, where this is not it: there places are said.
    pub newest: Option<DraftVersion>,
}

/// Where the two lists of a page go on: after these comments.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EarlierCursors {
    pub open: Option<CommentId>,
    pub said: Option<CommentId>,
}

/// Following comments through versions.
#[async_trait]
pub trait Anchors {
    async fn earlier_comments(&self, ctx: &Ctx, id: DraftVersionId, from: EarlierCursors) -> PortalResult<EarlierPage>;
    /// Puts a comment, at the version that was read, at the provision with this number, or lets it stay (`None`), if it still stands as `from`.
    async fn place_comment(
        &self,
        ctx: &Ctx,
        id: DraftVersionId,
        comment: (CommentId, i64),
        from: Anchor,
        at: Option<String>,
    ) -> PortalResult<()>;
}
