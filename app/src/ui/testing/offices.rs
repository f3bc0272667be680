//! Offices, subgroups and the secretariat's desk of [`Canned`]: nothing is there.

use super::{Canned, NOW};
use crate::domain::ids::*;
use crate::domain::language::LocalizedText;
use crate::domain::organisation::OrganisationRef;
use crate::domain::role::Office;
use crate::domain::subgroup::Joining;
use crate::domain::time::Span;
use crate::error::{PortalError, PortalResult};
use crate::portal::*;
use async_trait::async_trait;

/// The office of a moderator that ends soon.
pub fn ending_office() -> OfficeLine {
    let id = uuid::Uuid::from_u128;
    let text = LocalizedText::english;
    OfficeLine {
        id: RoleId(id(70)),
        person: PersonId(id(71)),
        full_name: "Holder <b>of</b> office".to_owned(),
        office: Office::Moderator { subgroup: SubgroupId(id(72)), body: BodyId(id(3)) },
        subgroup: Some(("SG-RNP".to_owned(), text("Responsible norms"))),
        body: Some(("oewg".to_owned(), text("OEWG"))),
        from: NOW - Span::DAY.times(90),
        until: Some(NOW + Span::DAY.times(9)),
        reason: String::new(),
        granted_at: NOW - Span::DAY.times(90),
        granted_as: None,
        ended: None,
    }
}

#[async_trait]
impl Offices for Canned {
    async fn offices(&self, _: &Ctx, _: &str) -> PortalResult<OfficesPage> {
        Err(PortalError::NotFound)
    }
    async fn administration(&self, _: &Ctx) -> PortalResult<Administration> {
        Err(PortalError::NotFound)
    }
    async fn office(&self, _: &Ctx, _: RoleId) -> PortalResult<OfficeLine> {
        Err(PortalError::NotFound)
    }
    async fn ending_terms(&self, _: &Ctx) -> PortalResult<Vec<OfficeLine>> {
        Ok(self.ending_terms.clone())
    }
    async fn grant_office(&self, _: &Ctx, _: Option<&str>, _: NewOffice) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn end_office(&self, _: &Ctx, _: RoleId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Subgroups for Canned {
    async fn subgroup(&self, _: &Ctx, _: &str) -> PortalResult<SubgroupPage> {
        Err(PortalError::NotFound)
    }
    async fn subgroup_members(&self, _: &Ctx, _: &str, _: Option<&str>) -> PortalResult<SubgroupList<OrganisationRef>> {
        Err(PortalError::NotFound)
    }
    async fn subgroup_papers(&self, _: &Ctx, _: &str, _: Option<&str>) -> PortalResult<SubgroupList<PaperLine>> {
        Err(PortalError::NotFound)
    }
    async fn join_subgroup(&self, _: &Ctx, _: &str, _: OrganisationId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn leave_subgroup(&self, _: &Ctx, _: &str, _: OrganisationId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn follow_subgroup(&self, _: &Ctx, _: &str, _: bool) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn subgroup_desk(&self, _: &Ctx, _: &str) -> PortalResult<SubgroupDesk> {
        Err(PortalError::NotFound)
    }
    async fn set_joining(&self, _: &Ctx, _: &str, _: Joining) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn decide_membership(&self, _: &Ctx, _: &str, _: OrganisationId, _: MembershipDecision) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Announcements for Canned {
    async fn write_announcement(&self, _: &Ctx, _: &str, _: AnnouncementWords) -> PortalResult<AnnouncementId> {
        Err(PortalError::NotFound)
    }
    async fn rewrite_announcement(&self, _: &Ctx, _: AnnouncementId, _: i64, _: AnnouncementWords) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn announcement(&self, _: &Ctx, _: AnnouncementId) -> PortalResult<AnnouncementPage> {
        Err(PortalError::NotFound)
    }
    async fn send_announcement(&self, _: &Ctx, _: AnnouncementId, _: i64) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Secretariat for Canned {
    async fn secretariat_desk(&self, _: &Ctx, _: Option<&str>) -> PortalResult<SecretariatDesk> {
        Err(PortalError::NotFound)
    }
    async fn find(&self, _: &Ctx, _: &str, _: Option<&str>, _: Option<&str>) -> PortalResult<Found> {
        Err(PortalError::NotFound)
    }
    async fn person(&self, _: &Ctx, _: PersonId) -> PortalResult<PersonPage> {
        Err(PortalError::NotFound)
    }
    async fn resend_for(&self, _: &Ctx, _: PersonId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn organisation_file(&self, _: &Ctx, _: OrganisationId) -> PortalResult<OrganisationFile> {
        Err(PortalError::NotFound)
    }
    async fn review_organisation(&self, _: &Ctx, _: OrganisationId, _: Verdict, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
