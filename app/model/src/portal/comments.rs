//! Comments and textual proposals.

use super::{Ctx, DecisionLine, ReceiptPage, RoundLine, Submitted};
use crate::domain::accreditation::Standing;
use crate::domain::comment::{Comment, CommentContent};
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::ids::{CommentId, OrganisationId, ProvisionId, RoundId};
use crate::domain::item::ItemState;
use crate::domain::late::Refusal;
use crate::domain::organisation::OrganisationRef;
use crate::domain::time::Instant;
use crate::domain::voice::{Heard, OwnVoice, Voice};
use crate::domain::window::Phase;
use crate::error::{PortalError, PortalResult};
use crate::policy::Denied;
use async_trait::async_trait;

/// A comment as it stands beside its provision or in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentLine {
    pub id: CommentId,
    pub provision: ProvisionId,
    /// How one cites the provision: `4 (b)`.
    pub citation: String,
    pub round: RoundId,
    pub organisation: OrganisationRef,
    pub content: CommentContent,
    pub state: ItemState,
    pub submitted_at: Option<Instant>,
    pub updated_at: Instant,
    /// Received after the deadline and admitted by the chair.
    pub late: bool,
}

/// A comment's page.
#[derive(Debug)]
pub struct CommentPage {
    pub comment: Comment,
    pub organisation: OrganisationRef,
    pub provision: Provision,
    pub draft: DraftVersion,
    pub line: RoundLine,
    /// How the organisation stands to the session.
    pub standing: Option<Standing>,
    pub decisions: Vec<DecisionLine>,
    /// See `PaperPage::redactions`.
    pub redactions: Vec<DecisionLine>,
    /// The receipts of late attempts with it, the newest first; for its authors alone.
    pub refusals: Vec<Refusal>,
    /// Received after the deadline and admitted by the chair.
    pub late: bool,
    pub own: bool,
    pub editable: bool,
    /// What other organisations say to it, if it is public, by name.
    pub heard: Vec<Heard>,
    /// Public proposals it excludes, if it is public.
    pub excludes: Vec<CommentLine>,
    /// The reader's other organisations, what they said, and whether they may say something now.
    pub own_voices: Vec<OwnVoice>,
    /// Whether other words can be sent in the place of those that were, and whether they can be taken back, now.
    pub change: Result<(), Denied>,
    pub withdraw: Result<(), Denied>,
    pub phase: Phase,
}

/// Saving a comment on a provision: a new one (`id` is `None`) or an own one.
#[derive(Debug, Clone)]
pub struct SaveComment {
    pub id: Option<CommentId>,
    pub provision: ProvisionId,
    pub round: RoundId,
    /// Whom a new comment is made for; `None`: the organisation acted for last. A stored comment keeps its own.
    pub organisation: Option<OrganisationId>,
    /// The version the form was filled from; 0 for a new comment.
    pub version: i64,
    pub content: CommentContent,
}

/// What became of *Send comment*: it is always saved; sent only if the round is open and nothing else stands against it. Other words in the
/// place of those that were sent are saved only by being sent.
#[derive(Debug, Clone)]
pub struct Sent {
    pub comment: CommentId,
    /// Why it could not be sent. The words are saved in any case.
    pub outcome: Result<Submitted, PortalError>,
}

/// Comments.
#[async_trait]
pub trait Comments {
    async fn comment(&self, ctx: &Ctx, id: CommentId) -> PortalResult<CommentPage>;
    /// Saves the comment and then sends it: two steps, so that no words are lost when the second is refused. One that was sent already is
    /// changed in one step: until other words are sent, those that were stand.
    async fn send_comment(&self, ctx: &Ctx, save: SaveComment) -> PortalResult<Sent>;
    /// Says where an organisation stands to a proposal at `version`, or takes that back (`None`).
    async fn say_voice(
        &self,
        ctx: &Ctx,
        id: CommentId,
        version: i64,
        organisation: OrganisationId,
        voice: Option<Voice>,
    ) -> PortalResult<()>;
    /// Takes a comment back that is at `version`.
    async fn withdraw_comment(&self, ctx: &Ctx, id: CommentId, version: i64) -> PortalResult<()>;
    async fn comment_receipt(&self, ctx: &Ctx, id: CommentId) -> PortalResult<ReceiptPage>;
}
