//! Setting the second factor up, turning it off, recovery codes, and removing a lost one for somebody.

use super::super::{ServerPortal, actor_now, in_tx};
use super::notices::Notice;
use super::signing_in::{recovery_hash, renew};
use super::{factor_state, permitted};
use crate::auth::totp;
use crate::store::limits::Rate;
use crate::store::{audit, credentials, logins, people};
use model::domain::audit::AuditAct;
use model::domain::ids::PersonId;
use model::domain::time::Span;
use model::domain::validate::{self, Fault, MAX_REASON};
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::{FactorCodeForm, ReasonForm};
use model::i18n::t;
use model::policy::{self, Denied, RemoveFactor};
use model::portal::{Ctx, Enrolled, FactorOffer, LostFactor, NewLogin, SignInStep};

/// How many recovery codes a person gets.
const RECOVERY_CODES: usize = 10;
/// Codes tried while setting up: a secret nobody uses yet protects nothing, but each try costs a transaction.
const SET_UP: Rate = Rate { burst: 20, every: Span::SECOND.times(30) };

impl ServerPortal {
    pub(super) async fn offer_factor(&self, ctx: &Ctx) -> PortalResult<FactorOffer> {
        let (person, login) = permitted(ctx)?;
        let mut tx = self.db.read().await?;
        let secret = logins::offer(&mut tx, login).await?.ok_or(PortalError::Denied(Denied::NotSignedIn))?;
        let issuer = t::common::site_name(ctx.locale);
        Ok(FactorOffer {
            uri: totp::uri(issuer, &person.email, &secret),
            secret,
            replaces: factor_state(&mut tx, person.person).await?,
            required: self.factor_required(ctx),
        })
    }

    pub(super) async fn enrol_factor(&self, ctx: &Ctx, code: &str) -> PortalResult<Enrolled> {
        let (person, login) = permitted(ctx)?;
        let id = person.person;
        self.limit(ctx, format!("factor:{id}"), SET_UP).await?;
        let (code, draw, codes, this) = (code.to_owned(), self.draw_login(ctx.now), self.draw_recovery_codes(), self.clone());
        let event = self.event(ctx, AuditAct::SecondFactorSetUp, "person", id, serde_json::json!({}));
        let shown = codes.clone();
        let token = in_tx!(self.db, [this, ctx, code, draw, codes, event], |tx| {
            let secret = logins::offer(tx, login).await?.ok_or(PortalError::Denied(Denied::NotSignedIn))?;
            let Some(step) = totp::step_of(&secret, &code, ctx.now, -1) else {
                return Err(PortalError::Invalid(vec![FieldError { field: FactorCodeForm::CODE, fault: Fault::WrongFactorCode }]));
            };
            credentials::put_factor(tx, id, &credentials::Factor { secret, enrolled_at: ctx.now, last_step: step }).await?;
            credentials::put_recovery_codes(tx, id, &hashes(id, &codes)).await?;
            logins::delete_others(tx, id, login).await?;
            let token = renew(tx, &ctx, login, &draw, Some(ctx.now)).await?;
            audit::insert(tx, &event).await?;
            this.notify(tx, &ctx, id, Notice::FactorOn).await?;
            Ok(token)
        })
        .await?;
        Ok(Enrolled { login: NewLogin { token, device: None, step: SignInStep::Done }, recovery_codes: shown })
    }

    pub(super) async fn make_recovery_codes(&self, ctx: &Ctx) -> PortalResult<Vec<String>> {
        let (person, _) = permitted(ctx)?;
        let id = person.person;
        let (codes, this) = (self.draw_recovery_codes(), self.clone());
        let event = self.event(ctx, AuditAct::RecoveryCodesRenewed, "person", id, serde_json::json!({}));
        let shown = codes.clone();
        in_tx!(self.db, [this, ctx, codes, event], |tx| {
            if credentials::factor(tx, id).await?.is_none() {
                return Err(PortalError::NotFound);
            }
            credentials::put_recovery_codes(tx, id, &hashes(id, &codes)).await?;
            audit::insert(tx, &event).await?;
            this.notify(tx, &ctx, id, Notice::RecoveryCodesRenewed).await.map(|_| ())
        })
        .await?;
        Ok(shown)
    }

    pub(super) async fn drop_own_factor(&self, ctx: &Ctx) -> PortalResult<()> {
        let (person, login) = permitted(ctx)?;
        let id = person.person;
        let this = self.clone();
        let event = self.event(ctx, AuditAct::SecondFactorRemoved, "person", id, serde_json::json!({ "by": "its person" }));
        in_tx!(self.db, [this, ctx, event], |tx| {
            if !credentials::delete_factor(tx, id).await? {
                return Ok(());
            }
            logins::delete_others(tx, id, login).await?;
            logins::clear_factor(tx, id).await?;
            audit::insert(tx, &event).await?;
            this.notify(tx, &ctx, id, Notice::FactorOff).await.map(|_| ())
        })
        .await
    }

    pub(super) async fn look_at_lost_factor(&self, ctx: &Ctx, person: PersonId) -> PortalResult<LostFactor> {
        // Who may not remove it does not learn whether there is one.
        policy::check(&ctx.actor, &RemoveFactor { person }, ctx.now)?;
        let mut tx = self.db.read().await?;
        let factor = credentials::factor(&mut tx, person).await?.ok_or(PortalError::NotFound)?;
        let holder = people::by_id(&mut tx, person).await?.ok_or(PortalError::NotFound)?;
        Ok(LostFactor { person, full_name: holder.full_name, email: holder.email, enrolled_at: factor.enrolled_at })
    }

    pub(super) async fn remove_lost_factor(&self, ctx: &Ctx, person: PersonId, reason: &str) -> PortalResult<()> {
        let fault = |fault| PortalError::Invalid(vec![FieldError { field: ReasonForm::REASON, fault }]);
        let reason = validate::required_text(reason, MAX_REASON).map_err(fault)?.trim().to_owned();
        let this = self.clone();
        let event =
            self.event(ctx, AuditAct::SecondFactorRemoved, "person", person, serde_json::json!({ "by": "office", "reason": reason }));
        in_tx!(self.db, [this, ctx, reason, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let permit = policy::permit(&actor, RemoveFactor { person }, ctx.now)?;
            let person = permit.into_action().person;
            if !credentials::delete_factor(tx, person).await? {
                return Err(PortalError::NotFound);
            }
            logins::delete_all(tx, person).await?;
            audit::insert(tx, &event).await?;
            this.notify(tx, &ctx, person, Notice::FactorRemoved { reason: &reason }).await.map(|_| ())
        })
        .await
    }

    fn draw_recovery_codes(&self) -> Vec<String> {
        (0..RECOVERY_CODES).map(|_| self.ids.recovery_code()).collect()
    }
}

fn hashes(person: PersonId, codes: &[String]) -> Vec<String> {
    codes.iter().map(|code| recovery_hash(person, code)).collect()
}
