//! The account of the sample.

use super::NOW;
use super::sample::Sample;
use async_trait::async_trait;
use model::domain::device::Device;
use model::domain::ids::{LoginId, PersonId};
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::*;

#[async_trait]
impl Accounts for Sample {
    async fn account(&self, ctx: &Ctx) -> PortalResult<AccountPage> {
        let person = ctx.actor.signed_in().ok_or(Denied::NotSignedIn)?;
        Ok(AccountPage {
            email: person.email.clone(),
            confirmed: person.confirmed,
            new_email: Some("new@example.org".to_owned()),
            factor: self.factor(),
            factor_required: true,
            logins: 2,
        })
    }
    async fn correct_details(&self, _: &Ctx, _: OwnDetails) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn logins(&self, _: &Ctx) -> PortalResult<Vec<LoginLine>> {
        let line = |n, browser: &str, current| LoginLine {
            id: LoginId(uuid::Uuid::from_u128(n)),
            device: Device { browser: browser.to_owned(), system: "Linux".to_owned() },
            created_at: NOW,
            seen_at: NOW,
            current,
        };
        Ok(vec![line(1, "Firefox", true), line(2, "", false)])
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
        Ok(FactorOffer {
            secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".to_owned(),
            uri: "otpauth://totp/Openfloor:amina%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Openfloor".to_owned(),
            replaces: self.factor(),
            required: true,
        })
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
        Ok(LostFactor { person, full_name: "Person <b>x</b>".to_owned(), email: "person@example.org".to_owned(), enrolled_at: NOW })
    }
    async fn remove_factor(&self, _: &Ctx, _: PersonId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn change_password(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn forgotten(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Ok(())
    }
    async fn reset_link(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Ok(())
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

impl Sample {
    fn factor(&self) -> Option<FactorState> {
        self.has_factor.then_some(FactorState { enrolled_at: NOW, recovery_codes_left: 9 })
    }
}

#[async_trait]
impl OwnData for Sample {
    async fn own_data(&self, ctx: &Ctx) -> PortalResult<OwnDataPage> {
        ctx.actor.signed_in().ok_or(Denied::NotSignedIn)?;
        Ok(OwnDataPage { obstacles: DeletionObstacles::default() })
    }
    async fn own_archive(&self, _: &Ctx) -> PortalResult<OwnArchive> {
        Err(PortalError::NotFound)
    }
    async fn delete_account(&self, _: &Ctx) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Calendars for Sample {
    async fn body_calendar(&self, _: &Ctx, _: &str) -> PortalResult<CalendarFeed> {
        Err(PortalError::NotFound)
    }
    async fn subgroup_calendar(&self, _: &Ctx, _: &str) -> PortalResult<CalendarFeed> {
        Err(PortalError::NotFound)
    }
    async fn own_calendar(&self, _: &Ctx, _: &CalendarToken) -> PortalResult<CalendarFeed> {
        Err(PortalError::NotFound)
    }
    async fn calendar_address(&self, ctx: &Ctx) -> PortalResult<Option<Instant>> {
        ctx.actor.signed_in().ok_or(Denied::NotSignedIn)?;
        Ok(Some(NOW))
    }
    async fn renew_calendar(&self, _: &Ctx) -> PortalResult<CalendarToken> {
        Err(PortalError::NotFound)
    }
    async fn stop_calendar(&self, _: &Ctx) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
