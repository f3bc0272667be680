//! Registration, confirmation, signing in and out.

use super::accounts::{LoginDraw, good_password};
use super::{ServerPortal, in_tx, incident, joining, require_person};
use crate::auth::{equal, sha256};
use crate::store::limits::{self, Rate};
use crate::store::people::NewPerson;
use crate::store::{audit, joining as choices, logins, mails, members, organisations, people};
use async_trait::async_trait;
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::ids::{MembershipId, OrganisationId, PersonId};
use model::domain::language::Locale;
use model::domain::likeness::telling_domain;
use model::domain::organisation::{Organisation, Profile};
use model::domain::person::Function;
use model::domain::time::{Instant, Span};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::{ConfirmForm, RegisterForm};
use model::i18n::t;
use model::portal::{Ctx, Mail, NewLogin, NewOrganisation, People, Registered, Registration, SessionToken};
use model::routes;

pub(super) use model::domain::retention::CONFIRMATION as CONFIRMATION_TIME;
/// Wrong codes before a new one must be sent: a guess has a chance of one in 100 000.
pub(super) const CODE_ATTEMPTS: i64 = 10;

const REGISTER_BY_ADDRESS: Rate = Rate { burst: 40, every: Span::MINUTE };
/// Whole offices register at once, but not whole towns.
const REGISTER_BY_DOMAIN: Rate = Rate { burst: 60, every: Span::SECOND.times(30) };
/// Forms that come back at once: people with a password manager now and then, programs all the time.
const REGISTER_QUICKLY: Rate = Rate { burst: 12, every: Span::SECOND.times(20) };
const RESEND_BY_PERSON: Rate = Rate { burst: 5, every: Span::MINUTE.times(2) };

#[async_trait]
impl People for ServerPortal {
    async fn register(&self, ctx: &Ctx, registration: Registration) -> PortalResult<Registered> {
        // Before anything is looked at, read or written: a flood is turned away here, and holds up other registrations only.
        let turn = self.passwords.turns().for_registration().await;
        let turn = turn.map_err(|busy| PortalError::TooMany { retry_after: busy.retry_after })?;
        self.slow_down(ctx, &registration).await?;
        good_password(RegisterForm::PASSWORD, &registration.password, &registration.email, &registration.full_name)?;
        let has_to_choose = {
            let mut tx = self.db.read().await?;
            !joining::suggestions(&mut tx, Some(&registration.organisation_name), &registration.email, false).await?.is_empty()
        };
        let password_hash = self.passwords.hash_in(turn, &registration.password).await.map_err(|error| incident(&error))?;
        let new = NewAccount::draw(self, ctx.now);
        let event = self.event(ctx, AuditAct::Registered, "person", new.person, serde_json::json!({ "has_to_choose": has_to_choose }));
        let letter = self.confirmation_letter(ctx.now, ctx.locale, &registration.email, &registration.full_name, &new.code, &new.token);
        let this = self.clone();
        let login = in_tx!(self.db, [this, ctx, registration, password_hash, new, event, letter], |tx| {
            if people::id_by_email(tx, &registration.email).await?.is_some() {
                return Err(PortalError::Invalid(vec![FieldError { field: RegisterForm::EMAIL, fault: Fault::EmailTaken }]));
            }
            let person = NewPerson {
                id: new.person,
                email: &registration.email,
                full_name: &registration.full_name,
                password_hash: &password_hash,
                confirmed_at: None,
                locale: ctx.locale.code(),
                created_at: ctx.now,
            };
            people::insert(tx, &person).await?;
            let (name, of_type, region) = (registration.organisation_name.clone(), registration.stakeholder_type, registration.region);
            if has_to_choose {
                let typed = NewOrganisation { name, stakeholder_type: of_type, region };
                choices::put_choice(tx, new.person, &typed, ctx.now).await?;
            } else {
                let profile = Profile::of_registration(name, of_type, region);
                organisations::insert(tx, &Organisation::new(new.organisation, profile, ctx.now)).await?;
                // The first person of an organisation is its contact point.
                members::put(tx, new.membership, new.organisation, new.person, Function::ContactPoint, ctx.now).await?;
            }
            people::put_confirmation(tx, new.person, &sha256(&new.code), &sha256(&new.token), ctx.now + CONFIRMATION_TIME).await?;
            let login = this.open_login(tx, &ctx, new.person, &new.login).await?;
            mails::insert(tx, &letter).await?;
            audit::insert(tx, &event).await?;
            Ok(login)
        })
        .await?;
        Ok(Registered { login, has_to_choose })
    }

    async fn confirm_code(&self, ctx: &Ctx, code: &str) -> PortalResult<()> {
        let person = require_person(ctx)?.person;
        let hash = sha256(code);
        let event = self.event(ctx, AuditAct::EmailConfirmed, "person", person, serde_json::json!({ "by": "code" }));
        // The count of wrong codes must survive the refusal, so the refusal is the value of the transaction, not its error.
        let fault = in_tx!(self.db, [ctx, hash, event], |tx| {
            let Some(confirmation) = people::confirmation(tx, person).await? else {
                return Ok(if ctx.actor.signed_in().is_some_and(|p| p.confirmed) { None } else { Some(Fault::ExpiredCode) });
            };
            if confirmation.expires_at <= ctx.now || confirmation.attempts >= CODE_ATTEMPTS {
                return Ok(Some(Fault::ExpiredCode));
            }
            if !equal(&confirmation.code_hash, &hash) {
                people::count_attempt(tx, person).await?;
                return Ok(Some(Fault::WrongCode));
            }
            people::confirm(tx, person, ctx.now).await?;
            audit::insert(tx, &event).await?;
            Ok::<_, PortalError>(None)
        })
        .await?;
        fault.map_or(Ok(()), |fault| Err(PortalError::Invalid(vec![FieldError { field: ConfirmForm::CODE, fault }])))
    }

    async fn confirm_link(&self, ctx: &Ctx, token: &str) -> PortalResult<()> {
        let hash = sha256(token);
        let this = self.clone();
        in_tx!(self.db, [this, ctx, hash], |tx| {
            let confirmation = people::confirmation_by_token(tx, &hash).await?.ok_or(PortalError::NotFound)?;
            if confirmation.expires_at <= ctx.now {
                return Err(PortalError::NotFound);
            }
            people::confirm(tx, confirmation.person, ctx.now).await?;
            let mut event = this.event(&ctx, AuditAct::EmailConfirmed, "person", confirmation.person, serde_json::json!({ "by": "link" }));
            event.person = Some(confirmation.person);
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    async fn resend_confirmation(&self, ctx: &Ctx) -> PortalResult<()> {
        let person = require_person(ctx)?;
        if person.confirmed {
            return Ok(());
        }
        let id = person.person;
        self.limit(ctx, format!("resend:{id}"), RESEND_BY_PERSON).await?;
        let (code, token) = (self.ids.code(), self.ids.token());
        let letter = self.confirmation_letter(ctx.now, person.mail_language, &person.email, &person.full_name, &code, &token);
        in_tx!(self.db, [ctx, code, token, letter], |tx| {
            people::put_confirmation(tx, id, &sha256(&code), &sha256(&token), ctx.now + CONFIRMATION_TIME).await?;
            mails::insert(tx, &letter).await?;
            Ok(())
        })
        .await
    }

    async fn sign_in(&self, ctx: &Ctx, email: &str, password: &str) -> PortalResult<Option<NewLogin>> {
        self.sign_in_by_password(ctx, email, password).await
    }

    async fn sign_out(&self, _ctx: &Ctx, token: &SessionToken) -> PortalResult<()> {
        let hash = sha256(&token.0);
        in_tx!(self.db, [hash], |tx| { Ok(logins::delete(tx, &hash).await?) }).await
    }
}

/// Everything a registration draws before its transaction, so that a second run repeats it.
#[derive(Clone)]
struct NewAccount {
    person: PersonId,
    organisation: OrganisationId,
    membership: MembershipId,
    login: LoginDraw,
    code: String,
    token: String,
}

impl NewAccount {
    fn draw(portal: &ServerPortal, now: Instant) -> Self {
        Self {
            person: PersonId(portal.ids.uuid(now)),
            organisation: OrganisationId(portal.ids.uuid(now)),
            membership: MembershipId(portal.ids.uuid(now)),
            login: portal.draw_login(now),
            code: portal.ids.code(),
            token: portal.ids.token(),
        }
    }
}

impl ServerPortal {
    /// What stands against registering in bulk: limits by address and by domain, a field nobody sees, and the time a form took. Who is
    /// held up for one of the last two only has to type the password again and press again: nobody is locked out by it.
    async fn slow_down(&self, ctx: &Ctx, registration: &Registration) -> PortalResult<()> {
        self.limit(ctx, format!("register:{}", ctx.address), REGISTER_BY_ADDRESS).await?;
        if let Some(domain) = telling_domain(&registration.email) {
            self.limit(ctx, format!("register-domain:{domain}"), REGISTER_BY_DOMAIN).await?;
        }
        let mut suspicious = registration.trapped;
        if !suspicious && self.came_quickly(&registration.stamp, ctx.now) {
            suspicious = self.limit(ctx, format!("register-quickly:{}", ctx.address), REGISTER_QUICKLY).await.is_err();
        }
        if suspicious {
            return Err(PortalError::Invalid(vec![FieldError { field: RegisterForm::PASSWORD, fault: Fault::PressAgain }]));
        }
        Ok(())
    }

    /// Charges a rate limit.
    pub(super) async fn limit(&self, ctx: &Ctx, key: String, rate: Rate) -> PortalResult<()> {
        let now = ctx.now;
        let taken = in_tx!(self.db, [key], |tx| { Ok::<_, PortalError>(limits::take(tx, &key, rate, now).await?) }).await?;
        taken.map_err(|retry_after| PortalError::TooMany { retry_after })
    }

    pub(super) fn confirmation_letter(&self, now: Instant, l: Locale, email: &str, name: &str, code: &str, token: &str) -> Mail {
        let paragraphs = [
            t::mails::mail_confirm_greeting(l, name),
            t::mails::mail_confirm_code(l, code),
            t::mails::mail_confirm_link(l, self.link(&routes::confirm_link(l, token))),
            t::mails::mail_confirm_until(l, calendar::full(l, (now + CONFIRMATION_TIME).to_second(), "UTC")),
            t::mails::mail_confirm_not_you(l).to_owned(),
        ];
        self.letter(now, l, email, t::mails::mail_confirm_subject(l, code), &paragraphs)
    }
}
