//! The canned portal's part about organisations and members: there is nothing.

use super::Canned;
use crate::domain::ids::*;
use crate::domain::organisation::Organisation;
use crate::error::{PortalError, PortalResult};
use crate::portal::*;
use async_trait::async_trait;

#[async_trait]
impl Organisations for Canned {
    async fn organisations(&self, _: &Ctx, _: &OrganisationFilter, _: Option<&str>) -> PortalResult<Slice<OrganisationLine>> {
        Err(PortalError::NotFound)
    }
    async fn merged_into(&self, _: &Ctx, _: OrganisationId) -> PortalResult<Option<OrganisationId>> {
        Ok(None)
    }
    async fn organisation(&self, _: &Ctx, _: OrganisationId, _: &InputCursors) -> PortalResult<OrganisationPage> {
        Err(PortalError::NotFound)
    }
    async fn organisation_profile(&self, _: &Ctx, _: OrganisationId) -> PortalResult<Organisation> {
        Err(PortalError::NotFound)
    }
    async fn change_organisation(&self, _: &Ctx, _: OrganisationId, _: ProfileChange) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn merge_page(&self, _: &Ctx, _: OrganisationId, _: &str) -> PortalResult<MergePage> {
        Err(PortalError::NotFound)
    }
    async fn merge_organisations(&self, _: &Ctx, _: OrganisationId, _: OrganisationId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Members for Canned {
    async fn members(&self, _: &Ctx, _: OrganisationId) -> PortalResult<MembersPage> {
        Err(PortalError::NotFound)
    }
    async fn act_on_members(&self, _: &Ctx, _: OrganisationId, _: MemberAct) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn open_claims(&self, _: &Ctx) -> PortalResult<Vec<ClaimLine>> {
        Ok(Vec::new())
    }
    async fn invitation(&self, _: &Ctx, _: &str) -> PortalResult<InvitationPage> {
        Err(PortalError::NotFound)
    }
    async fn accept_invitation(&self, _: &Ctx, _: &str) -> PortalResult<OrganisationId> {
        Err(PortalError::NotFound)
    }
    async fn register_by_invitation(&self, _: &Ctx, _: &str, _: InvitedPerson) -> PortalResult<NewLogin> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Joining for Canned {
    async fn find_organisation(&self, _: &Ctx) -> PortalResult<FindOrganisation> {
        Ok(FindOrganisation::default())
    }
    async fn found_organisation(&self, _: &Ctx, _: Option<NewOrganisation>) -> PortalResult<Option<OrganisationId>> {
        Err(PortalError::NotFound)
    }
    async fn ask_to_join(&self, _: &Ctx, _: OrganisationId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn organisation_tasks(&self, _: &Ctx) -> PortalResult<Vec<OrganisationTask>> {
        Ok(Vec::new())
    }
    async fn withdraw_request(&self, _: &Ctx, _: JoinRequestId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn form_stamp(&self, _: &Ctx) -> PortalResult<String> {
        Ok("0.seal".to_owned())
    }
}
