//! Subgroups: their pages, joining and leaving, following, requests, announcements.

use super::{Ctx, OfficeLine, PaperLine, RoundLine, Slice};
use crate::domain::body::Body;
use crate::domain::draft::DraftVersion;
use crate::domain::ids::{AnnouncementId, OrganisationId};
use crate::domain::language::Language;
use crate::domain::organisation::{OrganisationRef, Region, StakeholderType};
use crate::domain::role::RoleName;
use crate::domain::subgroup::{Joining, Standing, Subgroup};
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// One of the actor's organisations beside a subgroup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStanding {
    pub organisation: OrganisationId,
    pub name: String,
    pub standing: Standing,
}

/// A subgroup's page.
#[derive(Debug, Clone)]
pub struct SubgroupPage {
    pub subgroup: Subgroup,
    pub body: Body,
    /// Public members by type and region.
    pub counts: Vec<(StakeholderType, Region, i64)>,
    /// The first public members by name.
    pub members: Vec<OrganisationRef>,
    /// In force now.
    pub moderators: Vec<OfficeLine>,
    pub rounds: Vec<RoundLine>,
    pub drafts: Vec<DraftVersion>,
    /// The newest public papers.
    pub papers: Vec<PaperLine>,
    /// The newest announcements that were sent.
    pub announcements: Vec<Announcement>,
    /// The actor's organisations they may join for.
    pub own: Vec<OwnStanding>,
    pub follows: bool,
    /// The actor is in charge of the subgroup.
    pub may_manage: bool,
}

impl SubgroupPage {
    pub fn members_total(&self) -> i64 {
        self.counts.iter().map(|(_, _, n)| n).sum()
    }
}

/// A list that belongs to a subgroup.
#[derive(Debug, Clone)]
pub struct SubgroupList<T> {
    pub subgroup: Subgroup,
    pub body: Body,
    pub list: Slice<T>,
}

/// A request to join that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinRequest {
    pub organisation: OrganisationRef,
    /// Nothing of the organisation is public yet.
    pub approved: bool,
    pub asked_at: Instant,
    /// The actor is a member of this organisation and may not decide.
    pub own: bool,
}

/// What those in charge of a subgroup see of it.
#[derive(Debug, Clone)]
pub struct SubgroupDesk {
    pub subgroup: Subgroup,
    pub body: Body,
    /// The longest waiting first.
    pub requests: Vec<JoinRequest>,
    pub followers: i64,
    /// Not sent yet.
    pub drafts: Vec<Announcement>,
}

/// A decision on a request to join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembershipDecision {
    pub approve: bool,
    /// Told to the organisation; required to decline.
    pub reason: String,
}

/// An announcement to the members and followers of a subgroup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    pub id: AnnouncementId,
    pub subgroup_code: String,
    pub words: AnnouncementWords,
    pub version: i64,
    /// The office it was written in.
    pub by: RoleName,
    pub written_at: Instant,
    /// `None`: a draft.
    pub sent_at: Option<Instant>,
    /// Mails written so far.
    pub mails: i64,
}

/// The words of an announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncementWords {
    pub language: Language,
    pub subject: String,
    pub text: String,
}

/// An announcement with where it belongs; a draft for those in charge only.
#[derive(Debug, Clone)]
pub struct AnnouncementPage {
    pub announcement: Announcement,
    pub subgroup: Subgroup,
    pub body: Body,
    /// How many persons it goes to; counted for drafts only.
    pub recipients: i64,
}

/// Subgroups.
#[async_trait]
pub trait Subgroups {
    async fn subgroup(&self, ctx: &Ctx, code: &str) -> PortalResult<SubgroupPage>;
    /// All public members, by name.
    async fn subgroup_members(&self, ctx: &Ctx, code: &str, cursor: Option<&str>) -> PortalResult<SubgroupList<OrganisationRef>>;
    /// All public papers to the subgroup, the newest first.
    async fn subgroup_papers(&self, ctx: &Ctx, code: &str, cursor: Option<&str>) -> PortalResult<SubgroupList<PaperLine>>;
    /// Joins the subgroup for an organisation, or asks to, where it takes members on approval. Doing so twice changes nothing.
    async fn join_subgroup(&self, ctx: &Ctx, code: &str, organisation: OrganisationId) -> PortalResult<()>;
    /// Leaves, or takes a request back. What was contributed stays. Doing so twice changes nothing.
    async fn leave_subgroup(&self, ctx: &Ctx, code: &str, organisation: OrganisationId) -> PortalResult<()>;
    /// Follows the subgroup as a person, or no more.
    async fn follow_subgroup(&self, ctx: &Ctx, code: &str, follow: bool) -> PortalResult<()>;
    async fn subgroup_desk(&self, ctx: &Ctx, code: &str) -> PortalResult<SubgroupDesk>;
    async fn set_joining(&self, ctx: &Ctx, code: &str, joining: Joining) -> PortalResult<()>;
    async fn decide_membership(
        &self,
        ctx: &Ctx,
        code: &str,
        organisation: OrganisationId,
        decision: MembershipDecision,
    ) -> PortalResult<()>;
}

/// Announcements.
#[async_trait]
pub trait Announcements {
    async fn write_announcement(&self, ctx: &Ctx, code: &str, words: AnnouncementWords) -> PortalResult<AnnouncementId>;
    async fn rewrite_announcement(&self, ctx: &Ctx, id: AnnouncementId, version: i64, words: AnnouncementWords) -> PortalResult<()>;
    async fn announcement(&self, ctx: &Ctx, id: AnnouncementId) -> PortalResult<AnnouncementPage>;
    /// Publishes it and begins to mail it. Pressing twice sends once.
    async fn send_announcement(&self, ctx: &Ctx, id: AnnouncementId, version: i64) -> PortalResult<()>;
}
