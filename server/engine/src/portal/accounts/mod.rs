//! The account of whoever is signed in, and the way back in. Each part in a file of its own.

mod details;
mod email;
mod factor;
mod forgotten;
mod logins;
mod notices;
mod password;
mod signing_in;

pub(in crate::portal) use password::good_password;
pub(in crate::portal) use signing_in::LoginDraw;

use super::{ServerPortal, require_person};
use crate::auth::SecondFactor;
use crate::store::{Tx, credentials, logins as login_store};
use async_trait::async_trait;
use model::domain::ids::{LoginId, PersonId};
use model::domain::person::SignedIn;
use model::error::{PortalError, PortalResult};
use model::policy::{self, Denied, ManageOwnAccount};
use model::portal::{
    AccountPage, Accounts, Ctx, EmailChanged, Enrolled, FactorOffer, FactorState, LoginLine, LostFactor, NewLogin, OwnDetails, SessionToken,
};

#[async_trait]
impl Accounts for ServerPortal {
    async fn account(&self, ctx: &Ctx) -> PortalResult<AccountPage> {
        let person = require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let change = credentials::email_change(&mut tx, person.person).await?.filter(|change| ctx.now < change.expires_at);
        Ok(AccountPage {
            email: person.email.clone(),
            confirmed: person.confirmed,
            new_email: change.map(|change| change.new_email),
            factor: factor_state(&mut tx, person.person).await?,
            factor_required: self.factor_required(ctx),
            logins: login_store::of_person(&mut tx, person.person, ctx.now).await?.len(),
        })
    }

    async fn correct_details(&self, ctx: &Ctx, details: OwnDetails) -> PortalResult<()> {
        self.correct_own_details(ctx, details).await
    }

    async fn logins(&self, ctx: &Ctx) -> PortalResult<Vec<LoginLine>> {
        self.list_logins(ctx).await
    }

    async fn end_login(&self, ctx: &Ctx, login: LoginId) -> PortalResult<()> {
        self.end_one_login(ctx, login).await
    }

    async fn end_other_logins(&self, ctx: &Ctx) -> PortalResult<()> {
        self.end_logins_elsewhere(ctx).await
    }

    async fn code_awaited(&self, ctx: &Ctx, token: &SessionToken) -> PortalResult<()> {
        self.is_code_awaited(ctx, token).await
    }

    async fn enter_code(&self, ctx: &Ctx, token: &SessionToken, code: &str) -> PortalResult<NewLogin> {
        self.finish_by_code(ctx, token, code).await
    }

    async fn prove(&self, ctx: &Ctx, password: &str, code: &str) -> PortalResult<NewLogin> {
        self.prove_again(ctx, password, code).await
    }

    async fn factor_offer(&self, ctx: &Ctx) -> PortalResult<FactorOffer> {
        self.offer_factor(ctx).await
    }

    async fn set_up_factor(&self, ctx: &Ctx, code: &str) -> PortalResult<Enrolled> {
        self.enrol_factor(ctx, code).await
    }

    async fn renew_recovery_codes(&self, ctx: &Ctx) -> PortalResult<Vec<String>> {
        self.make_recovery_codes(ctx).await
    }

    async fn turn_factor_off(&self, ctx: &Ctx) -> PortalResult<()> {
        self.drop_own_factor(ctx).await
    }

    async fn lost_factor(&self, ctx: &Ctx, person: PersonId) -> PortalResult<LostFactor> {
        self.look_at_lost_factor(ctx, person).await
    }

    async fn remove_factor(&self, ctx: &Ctx, person: PersonId, reason: &str) -> PortalResult<()> {
        self.remove_lost_factor(ctx, person, reason).await
    }

    async fn change_password(&self, ctx: &Ctx, password: &str) -> PortalResult<()> {
        self.set_own_password(ctx, password).await
    }

    async fn forgotten(&self, ctx: &Ctx, email: &str) -> PortalResult<()> {
        self.send_reset(ctx, email).await
    }

    async fn reset_link(&self, ctx: &Ctx, token: &str) -> PortalResult<()> {
        self.look_at_reset(ctx, token).await
    }

    async fn reset_password(&self, ctx: &Ctx, token: &str, password: &str) -> PortalResult<()> {
        self.reset_by_link(ctx, token, password).await
    }

    async fn change_email(&self, ctx: &Ctx, email: &str) -> PortalResult<EmailChanged> {
        self.begin_email_change(ctx, email).await
    }

    async fn confirm_new_email(&self, ctx: &Ctx, code: &str) -> PortalResult<()> {
        self.finish_email_change_by_code(ctx, code).await
    }

    async fn confirm_new_email_link(&self, ctx: &Ctx, token: &str) -> PortalResult<()> {
        self.finish_email_change_by_link(ctx, token).await
    }
}

async fn factor_state(tx: &mut Tx, person: PersonId) -> PortalResult<Option<FactorState>> {
    let Some(factor) = credentials::factor(tx, person).await? else { return Ok(None) };
    let recovery_codes_left = credentials::recovery_codes_left(tx, person).await?;
    Ok(Some(FactorState { enrolled_at: factor.enrolled_at, recovery_codes_left }))
}

/// The signed-in person who may change what protects their account now, and the session they do it in.
fn permitted(ctx: &Ctx) -> PortalResult<(&SignedIn, LoginId)> {
    let person = require_person(ctx)?;
    policy::check(&ctx.actor, &ManageOwnAccount { person: person.person }, ctx.now)?;
    Ok((person, person.login.ok_or(PortalError::Denied(Denied::NotSignedIn))?))
}

impl ServerPortal {
    /// Whether the person holds an office, and offices need a second factor here.
    fn factor_required(&self, ctx: &Ctx) -> bool {
        self.settings.second_factor == SecondFactor::Required && ctx.actor.roles_in_force(ctx.now).next().is_some()
    }
}
