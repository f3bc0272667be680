//! Texts as the chair prepares and issues them.

use super::Ctx;
use crate::domain::body::Body;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::drafting::{IssueTime, OriginsMark, Preparation, StatedTime, TextAbout, VersionWords};
use crate::domain::ids::{DraftVersionId, PreparationId, ProvisionId};
use crate::domain::language::LocalizedText;
use crate::domain::provision_status::ProvisionStatus;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use crate::policy::Denied;
use async_trait::async_trait;

/// One text of a body, for the chair.
#[derive(Debug, Clone)]
pub struct TextLine {
    pub title: LocalizedText,
    pub subgroup: String,
    /// Those that are issued, the newest first.
    pub versions: Vec<DraftVersion>,
    /// The one that is being prepared.
    pub preparation: Option<PreparationLine>,
}

/// A version that is being prepared, in a list.
#[derive(Debug, Clone)]
pub struct PreparationLine {
    pub id: PreparationId,
    pub label: LocalizedText,
    pub issue_time: Option<IssueTime>,
    pub updated_at: Instant,
}

/// The texts of a body, for its chair.
#[derive(Debug, Clone)]
pub struct TextsPage {
    pub body: Body,
    /// Those that changed last come first.
    pub texts: Vec<TextLine>,
}

/// The form of a new text.
#[derive(Debug, Clone)]
pub struct TextEditor {
    pub body: Body,
    pub subgroups: Vec<Subgroup>,
}

/// A version that is being prepared.
#[derive(Debug, Clone)]
pub struct PreparationPage {
    pub body: Body,
    pub subgroups: Vec<Subgroup>,
    pub preparation: Preparation,
    /// What it follows, with its text; `None` for the first version.
    pub base: Option<(DraftVersion, Vec<Provision>)>,
    /// Whether it can be issued as it stands.
    pub issue: Result<(), Denied>,
    /// Whether anything of it can be changed now.
    pub change: Result<(), Denied>,
    /// In which the form offers to state a time.
    pub time_zone: String,
}

/// Preparing and issuing texts.
#[async_trait]
pub trait Drafting {
    /// The texts of a body with what is being prepared.
    async fn texts(&self, ctx: &Ctx, body: &str) -> PortalResult<TextsPage>;
    /// The form of a new text.
    async fn text_editor(&self, ctx: &Ctx, body: &str) -> PortalResult<TextEditor>;
    /// Begins a text with its first version.
    async fn begin_text(&self, ctx: &Ctx, body: &str, about: TextAbout, words: VersionWords) -> PortalResult<PreparationId>;
    /// Begins the version after this one, with its words; where one is begun already, that one.
    async fn begin_version(&self, ctx: &Ctx, after: DraftVersionId) -> PortalResult<PreparationId>;
    async fn preparation(&self, ctx: &Ctx, id: PreparationId) -> PortalResult<PreparationPage>;
    /// Saves `version` of a preparation, if that is what is stored. Other words end what was confirmed of the ones before.
    async fn save_preparation(
        &self,
        ctx: &Ctx,
        id: PreparationId,
        version: i64,
        about: Option<TextAbout>,
        words: VersionWords,
    ) -> PortalResult<()>;
    /// Confirms where the provisions come from: the places in the base for each. Only if what is stored is what `from` was made from, so that
    /// nobody confirms anything of words they have not seen, or replaces what another confirmed.
    async fn confirm_origins(&self, ctx: &Ctx, id: PreparationId, from: OriginsMark, origins: Vec<Vec<usize>>) -> PortalResult<()>;
    /// Issues `version` of a preparation at once.
    async fn issue_text(&self, ctx: &Ctx, id: PreparationId, version: i64) -> PortalResult<DraftVersionId>;
    /// States the time at which `version` of a preparation is issued by itself. Until then nothing of it changes.
    async fn state_issue_time(&self, ctx: &Ctx, id: PreparationId, version: i64, time: StatedTime) -> PortalResult<()>;
    /// Withdraws the time stated for `version` of a preparation.
    async fn withdraw_issue_time(&self, ctx: &Ctx, id: PreparationId, version: i64) -> PortalResult<()>;
    /// Says how far a provision of the newest version has come, after the entry with this number (0: none).
    async fn set_status(&self, ctx: &Ctx, id: ProvisionId, after: i64, status: ProvisionStatus, note: &str) -> PortalResult<()>;
    /// Drops `version` of a preparation; answers the code of its body.
    async fn drop_preparation(&self, ctx: &Ctx, id: PreparationId, version: i64) -> PortalResult<String>;
}
