//! Signing in by the password, finishing by a code, proving again who is there, and the actor a session stands for.

use super::super::{ServerPortal, in_tx, incident, require_person};
use super::notices::Notice;
use crate::auth::{SecondFactor, Standing, sha256};
use crate::store::audit::AuditEvent;
use crate::store::limits::{self, Rate};
use crate::store::logins::{self, NewLogin as StoredLogin, Renewal};
use crate::store::people::{self, Person};
use crate::store::{StoreResult, Tx, audit, credentials, mails};
use model::domain::audit::AuditAct;
use model::domain::device::DeviceToken;
use model::domain::ids::{LoginId, PersonId};
use model::domain::person::Actor;
use model::domain::retention::SESSION as SESSION_TIME;
use model::domain::time::{Instant, Span};
use model::domain::validate::{self, Fault};
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::{FactorCodeForm, ProveForm};
use model::policy::Denied;
use model::portal::{Ctx, NewLogin, SessionToken, SignInStep};

/// How long the second factor may take after the password.
const CODE_TIME: Span = Span::MINUTE.times(15);
/// Wrong codes of the second factor before the password is asked for again.
const WRONG_CODES: i64 = 5;
/// A session is noted as used this often at most: reading pages should not write.
const SEEN_EVERY: Span = Span::MINUTE.times(5);
/// Wrong codes for one account from browsers it does not know: a code is guessed with a chance of one in 7000 in a month. The
/// browsers it knows have a bucket each, and recovery codes need none, so nobody can lock the owner out by guessing.
const CODES_BY_STRANGERS: Rate = Rate { burst: 10, every: Span::HOUR };
const CODES_BY_KNOWN: Rate = Rate { burst: 10, every: Span::MINUTE.times(5) };
const SIGN_IN_BY_ADDRESS: Rate = Rate { burst: 60, every: Span::SECOND.times(2) };
/// From one address for one account: never for the account alone, which would let a stranger lock its owner out.
const SIGN_IN_BY_BOTH: Rate = Rate { burst: 10, every: Span::MINUTE };
/// From a browser the account knows, whatever happens elsewhere.
const SIGN_IN_BY_KNOWN: Rate = Rate { burst: 20, every: Span::SECOND.times(30) };
const PROVE_BY_PERSON: Rate = Rate { burst: 10, every: Span::MINUTE };

/// Everything a sign-in draws before its transaction, so that a second run repeats it.
#[derive(Clone)]
pub(in crate::portal) struct LoginDraw {
    pub id: LoginId,
    pub token: String,
    pub device: String,
    pub offer: String,
}

/// How a code of the second factor was judged.
pub(super) enum CodeCheck {
    /// There is no second factor.
    NotAsked,
    Right,
    /// A recovery code; so many are left.
    Recovery {
        left: i64,
    },
    Wrong,
}

impl ServerPortal {
    /// Who a session token stands for. A session still waiting for its second factor stands for nobody.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn actor_of_token(&self, token: &str, now: Instant) -> StoreResult<Actor> {
        let found = {
            let mut tx = self.db.read().await?;
            logins::by_token(&mut tx, &sha256(token), now).await?
        };
        let Some((mut person, seen_at)) = found else { return Ok(Actor::Anonymous) };
        if let Some(login) = person.login
            && now - seen_at >= SEEN_EVERY
        {
            in_tx!(self.db, [], |tx| { logins::seen(tx, login, now).await }).await?;
        }
        person.factor_satisfied |= self.settings.second_factor == SecondFactor::Optional;
        Ok(Actor::Person(Box::new(person)))
    }

    /// `Ok(None)`: no such address or the wrong password. Both run the same statements and one argon2.
    pub(in crate::portal) async fn sign_in_by_password(&self, ctx: &Ctx, email: &str, password: &str) -> PortalResult<Option<NewLogin>> {
        // What is no address belongs to nobody; the work is the same.
        let email = validate::email(email).unwrap_or_default();
        let account = sha256(&email);
        let turns = self.passwords.turns();
        let standing = turns.standing(&account, &ctx.address, ctx.now);
        let (known, standing) = match &ctx.browser.token {
            // The mark is looked up for whoever brings one, and is worth something for its own account only.
            Some(mark) => {
                let mut tx = self.db.read().await?;
                let known = people::credentials(&mut tx, &email).await?;
                let person = known.as_ref().map_or(PersonId(uuid::Uuid::nil()), |(id, _)| *id);
                let knows = logins::knows_device(&mut tx, person, &device_hash(person, &mark.0)).await?;
                (Some(known), if knows { Standing::Known } else { standing })
            }
            None => (None, standing),
        };
        // Before anything is written: a flood is turned away here.
        let turn = turns.for_sign_in(standing, ctx.now).await.map_err(|busy| PortalError::TooMany { retry_after: busy.retry_after })?;
        if let (Some(mark), Standing::Known) = (&ctx.browser.token, standing) {
            self.limit(ctx, format!("sign-in:{account}:{}", sha256(&mark.0)), SIGN_IN_BY_KNOWN).await?;
        } else {
            self.limit(ctx, format!("sign-in:{}", ctx.address), SIGN_IN_BY_ADDRESS).await?;
            self.limit(ctx, format!("sign-in:{account}:{}", ctx.address), SIGN_IN_BY_BOTH).await?;
        }
        let known = match known {
            Some(known) => known,
            None => people::credentials(&mut self.db.read().await?, &email).await?,
        };
        let stored = known.as_ref().map(|(_, hash)| hash.as_str());
        let fits = self.passwords.verify_in(turn, password, stored).await.map_err(|error| incident(&error))?;
        let person = known.as_ref().map(|(id, _)| *id).filter(|_| fits);
        if person.is_none() {
            turns.failed(&account, &ctx.address, ctx.now);
        }
        // A password hashed at another cost is hashed anew, now that it is known.
        let outdated = person.is_some() && stored.is_some_and(|hash| self.passwords.is_outdated(hash));
        let rehashed = if outdated { Some(self.passwords.hash(password).await.map_err(|error| incident(&error))?) } else { None };
        let act = if person.is_some() { AuditAct::SignedIn } else { AuditAct::SignInFailed };
        let mut event = self.event(ctx, act, "person", person.map(|id| id.to_string()).unwrap_or_default(), serde_json::json!({}));
        event.person = person;
        let (draw, this) = (self.draw_login(ctx.now), self.clone());
        in_tx!(self.db, [this, ctx, draw, event, rehashed], |tx| {
            let login = match person {
                Some(person) => {
                    if let Some(hash) = &rehashed {
                        credentials::set_password(tx, person, hash).await?;
                    }
                    Some(this.open_login(tx, &ctx, person, &draw).await?)
                }
                None => None,
            };
            audit::insert(tx, &event).await?;
            Ok::<_, PortalError>(login)
        })
        .await
    }

    pub(in crate::portal) fn draw_login(&self, now: Instant) -> LoginDraw {
        LoginDraw { id: LoginId(self.ids.uuid(now)), token: self.ids.token(), device: self.ids.token(), offer: self.ids.factor_secret() }
    }

    /// The session of a person whose password was right: whole, or waiting for the second factor.
    pub(in crate::portal) async fn open_login(&self, tx: &mut Tx, ctx: &Ctx, person: PersonId, draw: &LoginDraw) -> PortalResult<NewLogin> {
        let awaits = credentials::factor(tx, person).await?.is_some();
        let lasts = if awaits { CODE_TIME } else { SESSION_TIME };
        let login = StoredLogin {
            id: draw.id,
            token_hash: &sha256(&draw.token),
            person,
            device: &ctx.browser.device,
            created_at: ctx.now,
            expires_at: ctx.now + lasts,
            proved_at: (!awaits).then_some(ctx.now),
            factor_at: None,
            offer: &draw.offer,
        };
        logins::insert(tx, &login).await?;
        let token = SessionToken(draw.token.clone());
        if awaits {
            return Ok(NewLogin { token, device: None, step: SignInStep::Code });
        }
        let device = self.meet_device(tx, ctx, person, draw).await?;
        Ok(NewLogin { token, device, step: self.next_step(tx, ctx, person).await? })
    }

    /// Who holds an office without a second factor is asked to set one up.
    async fn next_step(&self, tx: &mut Tx, ctx: &Ctx, person: PersonId) -> PortalResult<SignInStep> {
        if self.settings.second_factor == SecondFactor::Optional {
            return Ok(SignInStep::Done);
        }
        let actor = people::reload(tx, person).await?.map_or(Actor::Anonymous, |person| Actor::Person(Box::new(person)));
        let in_office = actor.roles_in_force(ctx.now).next().is_some();
        Ok(if in_office { SignInStep::SetUpFactor } else { SignInStep::Done })
    }

    /// Notes the browser of a sign-in that has succeeded, and tells its person of a new one; answers the mark it is to keep. The very
    /// first browser of an account is no news.
    async fn meet_device(&self, tx: &mut Tx, ctx: &Ctx, person: PersonId, draw: &LoginDraw) -> PortalResult<Option<DeviceToken>> {
        let mark = ctx.browser.token.as_ref().map_or(draw.device.as_str(), |token| token.0.as_str());
        let hash = device_hash(person, mark);
        let known = logins::knows_device(tx, person, &hash).await?;
        let first = !known && !logins::knows_any_device(tx, person).await?;
        logins::put_device(tx, person, &hash, ctx.now).await?;
        if !known && !first {
            self.notify(tx, ctx, person, Notice::NewDevice).await?;
        }
        Ok(ctx.browser.token.is_none().then(|| DeviceToken(draw.device.clone())))
    }

    /// Sends a notice to a person, in their language.
    pub(super) async fn notify(&self, tx: &mut Tx, ctx: &Ctx, person: PersonId, what: Notice<'_>) -> PortalResult<Person> {
        let person = people::by_id(tx, person).await?.ok_or(PortalError::NotFound)?;
        mails::insert(tx, &self.notice(ctx, &person, what)).await?;
        Ok(person)
    }

    pub(super) async fn is_code_awaited(&self, ctx: &Ctx, token: &SessionToken) -> PortalResult<()> {
        let mut tx = self.db.read().await?;
        let awaiting = logins::awaiting(&mut tx, &sha256(&token.0), ctx.now).await?;
        awaiting.map(|_| ()).ok_or(PortalError::Denied(Denied::NotSignedIn))
    }

    pub(super) async fn finish_by_code(&self, ctx: &Ctx, token: &SessionToken, code: &str) -> PortalResult<NewLogin> {
        let (hash, code, draw) = (sha256(&token.0), code.to_owned(), self.draw_login(ctx.now));
        let event = self.event(ctx, AuditAct::SignedIn, "person", "", serde_json::json!({ "by": "second factor" }));
        let this = self.clone();
        // What a wrong code counts must survive the refusal, so the refusal is the value of the transaction, not its error.
        in_tx!(self.db, [this, ctx, hash, code, draw, event], |tx| {
            let Some(awaiting) = logins::awaiting(tx, &hash, ctx.now).await? else {
                return Ok(Err(PortalError::Denied(Denied::NotSignedIn)));
            };
            if let Err(refusal) = this.judge_code(tx, &ctx, awaiting.person, awaiting.id, &code, FactorCodeForm::CODE).await? {
                if awaiting.wrong_codes + 1 >= WRONG_CODES && matches!(refusal, PortalError::Invalid(_)) {
                    logins::delete_one(tx, awaiting.person, awaiting.id).await?;
                    this.notify(tx, &ctx, awaiting.person, Notice::WrongCodes).await?;
                }
                return Ok(Err(refusal));
            }
            let renewed = renew(tx, &ctx, awaiting.id, &draw, Some(ctx.now)).await?;
            let device = this.meet_device(tx, &ctx, awaiting.person, &draw).await?;
            audit::insert(tx, &of_person(&event, awaiting.person)).await?;
            Ok::<_, PortalError>(Ok(NewLogin { token: renewed, device, step: SignInStep::Done }))
        })
        .await?
    }

    pub(super) async fn prove_again(&self, ctx: &Ctx, password: &str, code: &str) -> PortalResult<NewLogin> {
        let signed_in = require_person(ctx)?;
        let (person, login) = (signed_in.person, signed_in.login.ok_or(PortalError::Denied(Denied::NotSignedIn))?);
        self.limit(ctx, format!("prove:{person}:{login}"), PROVE_BY_PERSON).await?;
        let stored = {
            let mut tx = self.db.read().await?;
            credentials::password(&mut tx, person).await?
        };
        if !self.passwords.verify(password, stored.as_deref()).await.map_err(|error| incident(&error))? {
            return Err(PortalError::Invalid(vec![FieldError { field: ProveForm::PASSWORD, fault: Fault::WrongPassword }]));
        }
        let (code, draw, this) = (code.to_owned(), self.draw_login(ctx.now), self.clone());
        in_tx!(self.db, [this, ctx, code, draw], |tx| {
            let factor = match this.judge_code(tx, &ctx, person, login, &code, ProveForm::CODE).await? {
                Ok(passed) => passed.then_some(ctx.now),
                Err(refusal) => return Ok(Err(refusal)),
            };
            let token = renew(tx, &ctx, login, &draw, factor).await?;
            Ok::<_, PortalError>(Ok(NewLogin { token, device: None, step: SignInStep::Done }))
        })
        .await?
    }

    /// Judges a code of the second factor, counts a wrong one, and tells of a used recovery code. `Ok(Ok(false))`: none is asked for.
    async fn judge_code(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        person: PersonId,
        login: LoginId,
        code: &str,
        field: &'static str,
    ) -> PortalResult<Result<bool, PortalError>> {
        let mark = ctx.browser.token.as_ref().map(|token| device_hash(person, &token.0));
        let known = match &mark {
            Some(hash) => logins::knows_device(tx, person, hash).await?,
            None => false,
        };
        let (key, rate) = match mark.filter(|_| known) {
            Some(hash) => (format!("code:{person}:{hash}"), CODES_BY_KNOWN),
            None => (format!("code:{person}"), CODES_BY_STRANGERS),
        };
        // A recovery code has 80 random bits: no number of guesses finds one.
        let guessable = code.len() == 6;
        if guessable && let Err(retry_after) = limits::look(tx, &key, rate, ctx.now).await? {
            return Ok(Err(PortalError::TooMany { retry_after }));
        }
        match self.check_code(tx, ctx, person, code).await? {
            CodeCheck::NotAsked => Ok(Ok(false)),
            CodeCheck::Right => Ok(Ok(true)),
            CodeCheck::Recovery { left } => {
                let used = self.event(ctx, AuditAct::RecoveryCodeUsed, "person", person, serde_json::json!({ "left": left }));
                audit::insert(tx, &of_person(&used, person)).await?;
                self.notify(tx, ctx, person, Notice::RecoveryCodeUsed { left }).await?;
                Ok(Ok(true))
            }
            CodeCheck::Wrong => {
                logins::count_wrong_code(tx, login).await?;
                if guessable {
                    // Looked at above: there is one to take.
                    let _ = limits::take(tx, &key, rate, ctx.now).await?;
                }
                let failed = self.event(ctx, AuditAct::SecondFactorFailed, "person", person, serde_json::json!({}));
                audit::insert(tx, &of_person(&failed, person)).await?;
                Ok(Err(PortalError::Invalid(vec![FieldError { field, fault: Fault::WrongFactorCode }])))
            }
        }
    }

    async fn check_code(&self, tx: &mut Tx, ctx: &Ctx, person: PersonId, code: &str) -> PortalResult<CodeCheck> {
        let Some(factor) = credentials::factor(tx, person).await? else { return Ok(CodeCheck::NotAsked) };
        if code.len() == 6 {
            let Some(step) = crate::auth::totp::step_of(&factor.secret, code, ctx.now, factor.last_step) else {
                return Ok(CodeCheck::Wrong);
            };
            let spent = credentials::spend_step(tx, person, factor.last_step, step).await?;
            return Ok(if spent { CodeCheck::Right } else { CodeCheck::Wrong });
        }
        if !credentials::spend_recovery_code(tx, person, &recovery_hash(person, code), ctx.now).await? {
            return Ok(CodeCheck::Wrong);
        }
        Ok(CodeCheck::Recovery { left: credentials::recovery_codes_left(tx, person).await? })
    }
}

/// A new token for a session that has just proved itself: whoever had the old one has nothing.
pub(super) async fn renew(
    tx: &mut Tx,
    ctx: &Ctx,
    login: LoginId,
    draw: &LoginDraw,
    factor_at: Option<Instant>,
) -> PortalResult<SessionToken> {
    let with =
        Renewal { token_hash: &sha256(&draw.token), proved_at: ctx.now, factor_at, expires_at: ctx.now + SESSION_TIME, offer: &draw.offer };
    match logins::renew(tx, login, &with).await? {
        0 => Err(PortalError::Denied(Denied::NotSignedIn)),
        _ => Ok(SessionToken(draw.token.clone())),
    }
}

/// The event as this person's: nobody is signed in yet when it is written.
fn of_person(event: &AuditEvent, person: PersonId) -> AuditEvent {
    AuditEvent { person: Some(person), object: person.to_string(), ..event.clone() }
}

/// The mark of a browser as one account stores it: two accounts of one browser cannot be told to be neighbours.
pub(in crate::portal) fn device_hash(person: PersonId, mark: &str) -> String {
    sha256(&format!("{person}:{mark}"))
}

/// A recovery code as it is stored; what people put between the letters is left out.
pub(super) fn recovery_hash(person: PersonId, code: &str) -> String {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    sha256(&format!("{person}:{code}"))
}
