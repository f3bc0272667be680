//! The sample has no account: its pages are tested with those of the house.

use super::sample::Sample;
use crate::domain::ids::{LoginId, PersonId};
use crate::error::{PortalError, PortalResult};
use crate::portal::*;
use async_trait::async_trait;

#[async_trait]
impl Accounts for Sample {
    async fn account(&self, _: &Ctx) -> PortalResult<AccountPage> {
        Err(PortalError::NotFound)
    }
    async fn logins(&self, _: &Ctx) -> PortalResult<Vec<LoginLine>> {
        Err(PortalError::NotFound)
    }
    async fn end_login(&self, _: &Ctx, _: LoginId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn end_other_logins(&self, _: &Ctx) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn code_awaited(&self, _: &Ctx, _: &SessionToken) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn enter_code(&self, _: &Ctx, _: &SessionToken, _: &str) -> PortalResult<NewLogin> {
        Err(PortalError::NotFound)
    }
    async fn prove(&self, _: &Ctx, _: &str, _: &str) -> PortalResult<NewLogin> {
        Err(PortalError::NotFound)
    }
    async fn factor_offer(&self, _: &Ctx) -> PortalResult<FactorOffer> {
        Err(PortalError::NotFound)
    }
    async fn set_up_factor(&self, _: &Ctx, _: &str) -> PortalResult<Enrolled> {
        Err(PortalError::NotFound)
    }
    async fn renew_recovery_codes(&self, _: &Ctx) -> PortalResult<Vec<String>> {
        Err(PortalError::NotFound)
    }
    async fn turn_factor_off(&self, _: &Ctx) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn lost_factor(&self, _: &Ctx, person: PersonId) -> PortalResult<LostFactor> {
        Ok(LostFactor {
            person,
            full_name: "Person <b>x</b>".to_owned(),
            email: "person@example.org".to_owned(),
            enrolled_at: crate::ui::testing::NOW,
        })
    }
    async fn remove_factor(&self, _: &Ctx, _: PersonId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn change_password(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn forgotten(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn reset_link(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn reset_password(&self, _: &Ctx, _: &str, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn change_email(&self, _: &Ctx, _: &str) -> PortalResult<EmailChanged> {
        Err(PortalError::NotFound)
    }
    async fn confirm_new_email(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn confirm_new_email_link(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl OwnData for Sample {
    async fn own_data(&self, _: &Ctx) -> PortalResult<OwnDataPage> {
        Err(PortalError::NotFound)
    }
    async fn own_archive(&self, _: &Ctx) -> PortalResult<OwnArchive> {
        Err(PortalError::NotFound)
    }
    async fn delete_account(&self, _: &Ctx) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
