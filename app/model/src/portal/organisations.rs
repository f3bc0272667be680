//! Organisations: the public list and pages, what they say of themselves, their history, duplicates.

use super::{CommentLine, Ctx, PaperLine, Slice, StandingLine};
use crate::domain::country::Country;
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::{ChangeKind, Office, Organisation, OrganisationRef, Profile, Region, StakeholderType};
use crate::domain::person::Function;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// An organisation in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationLine {
    pub organisation: OrganisationRef,
    pub short_name: String,
    pub country: Option<Country>,
    pub technical_community: bool,
}

/// Which organisations a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganisationFilter {
    pub stakeholder_type: Option<StakeholderType>,
    pub region: Option<Region>,
    /// The beginning of any word of its names, as typed; empty for all.
    pub search: String,
}

/// A change that stays in an organisation's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationChange {
    pub at: Instant,
    pub kind: ChangeKind,
    pub by: Office,
    /// The former name; for a merger the name of the organisation that was merged into this one.
    pub old: String,
    pub new: String,
    /// Public.
    pub reason: String,
}

/// Where the reader goes on in the lists of an organisation's page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InputCursors {
    pub papers: Option<String>,
    pub comments: Option<String>,
}

/// What the actor is to an organisation and may do with it.
#[expect(clippy::struct_excessive_bools, reason = "each stands for one link of the page")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrganisationStanding {
    pub function: Option<Function>,
    pub may_edit: bool,
    pub may_read_members: bool,
    /// Signed in and not a member; `asked`: has asked already.
    pub may_ask_to_join: bool,
    pub asked: bool,
    pub may_merge: bool,
}

/// An organisation's page.
#[derive(Debug, Clone)]
pub struct OrganisationPage {
    pub organisation: Organisation,
    /// The newest first.
    pub history: Vec<OrganisationChange>,
    pub subgroups: Vec<Subgroup>,
    /// How it stands to bodies and sessions, the newest first.
    pub accreditations: Vec<StandingLine>,
    /// Accepted, the newest first.
    pub papers: Slice<PaperLine>,
    pub comments: Slice<CommentLine>,
    pub standing: OrganisationStanding,
}

/// A new profile, as an editor typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileChange {
    pub profile: Profile,
    /// The version the form was filled from.
    pub version: i64,
    /// Why the name changes; public. Needed only where it does.
    pub reason: String,
}

/// What merging would do, before it is done.
#[derive(Debug, Clone)]
pub struct MergePage {
    pub organisation: Organisation,
    /// Public organisations it may be merged into.
    pub close: Vec<OrganisationLine>,
    pub members: usize,
}

/// Organisations.
#[async_trait]
pub trait Organisations {
    /// Public organisations by name, a page of them. Costs the same number of statements however many there are.
    async fn organisations(&self, ctx: &Ctx, filter: &OrganisationFilter, cursor: Option<&str>) -> PortalResult<Slice<OrganisationLine>>;
    /// The organisation this one was merged into, if it was.
    async fn merged_into(&self, ctx: &Ctx, id: OrganisationId) -> PortalResult<Option<OrganisationId>>;
    async fn organisation(&self, ctx: &Ctx, id: OrganisationId, cursors: &InputCursors) -> PortalResult<OrganisationPage>;
    /// What the editor of the profile starts from.
    async fn organisation_profile(&self, ctx: &Ctx, id: OrganisationId) -> PortalResult<Organisation>;
    /// Saves the profile over the version named; a changed name goes into the history with its reason.
    async fn change_organisation(&self, ctx: &Ctx, id: OrganisationId, change: ProfileChange) -> PortalResult<()>;
    /// For the secretariat: what a merger of this organisation into another begins with.
    /// `search` looks for another name; empty: those with a close name are offered.
    async fn merge_page(&self, ctx: &Ctx, id: OrganisationId, search: &str) -> PortalResult<MergePage>;
    /// Merges `from` into `into`: members, subgroups and all input move; what was submitted keeps the name it was submitted under.
    async fn merge_organisations(&self, ctx: &Ctx, from: OrganisationId, into: OrganisationId, reason: &str) -> PortalResult<()>;
}
