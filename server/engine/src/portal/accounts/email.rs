//! Another address: at once while the first one is not confirmed, after a code or link otherwise.

use super::super::{ServerPortal, in_tx};
use super::notices::Notice;
use super::permitted;
use crate::auth::{equal, sha256};
use crate::portal::people::{CODE_ATTEMPTS, CONFIRMATION_TIME};
use crate::store::credentials::{self, EmailChange};
use crate::store::limits::Rate;
use crate::store::{StoreError, Tx, audit, mails, people};
use model::domain::audit::AuditAct;
use model::domain::ids::PersonId;
use model::domain::language::Locale;
use model::domain::time::Span;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::{ConfirmForm, EmailForm};
use model::i18n::t;
use model::portal::{Ctx, EmailChanged, Mail};
use model::routes;

/// Each sends a mail to an address that its person names.
const BY_PERSON: Rate = Rate { burst: 5, every: Span::MINUTE.times(10) };

fn fault(field: &'static str, fault: Fault) -> PortalError {
    PortalError::Invalid(vec![FieldError { field, fault }])
}

impl ServerPortal {
    pub(super) async fn begin_email_change(&self, ctx: &Ctx, email: &str) -> PortalResult<EmailChanged> {
        let (person, _) = permitted(ctx)?;
        let id = person.person;
        if email == person.email {
            return Err(fault(EmailForm::EMAIL, Fault::EmailTaken));
        }
        self.limit(ctx, format!("email:{id}"), BY_PERSON).await?;
        let (code, token, email, this) = (self.ids.code(), self.ids.token(), email.to_owned(), self.clone());
        let (name, l) = (person.full_name.clone(), person.mail_language);
        let event = self.event(ctx, AuditAct::EmailChangeAsked, "person", id, serde_json::json!({}));
        in_tx!(self.db, [this, ctx, code, token, email, name, event], |tx| {
            let confirmed = people::by_id(tx, id).await?.ok_or(PortalError::NotFound)?.confirmed;
            if people::id_by_email(tx, &email).await?.is_some() {
                return Err(fault(EmailForm::EMAIL, Fault::EmailTaken));
            }
            audit::insert(tx, &event).await?;
            let until = ctx.now + CONFIRMATION_TIME;
            if confirmed {
                let change = EmailChange { person: id, new_email: email.clone(), code_hash: sha256(&code), expires_at: until, attempts: 0 };
                credentials::put_email_change(tx, &change, &sha256(&token)).await?;
                mails::insert(tx, &this.new_email_letter(&ctx, l, &email, &code, &token)).await?;
                return Ok(EmailChanged::ToConfirm);
            }
            set_email(tx, id, &email).await?;
            people::put_confirmation(tx, id, &sha256(&code), &sha256(&token), until).await?;
            mails::insert(tx, &this.confirmation_letter(ctx.now, l, &email, &name, &code, &token)).await?;
            Ok(EmailChanged::AtOnce)
        })
        .await
    }

    fn new_email_letter(&self, ctx: &Ctx, l: Locale, email: &str, code: &str, token: &str) -> Mail {
        let paragraphs = [
            t::account::mail_new_email(l, code),
            t::account::mail_new_email_link(l, self.link(&routes::email_link(l, token))),
            t::mails::mail_confirm_not_you(l).to_owned(),
        ];
        self.letter(ctx.now, l, email, t::account::mail_new_email_subject(l, code), &paragraphs)
    }

    pub(super) async fn finish_email_change_by_code(&self, ctx: &Ctx, code: &str) -> PortalResult<()> {
        let (person, _) = permitted(ctx)?;
        let (id, hash, this) = (person.person, sha256(code), self.clone());
        // The count of wrong codes must survive the refusal, so the refusal is the value of the transaction, not its error.
        in_tx!(self.db, [this, ctx, hash], |tx| {
            let Some(change) = credentials::email_change(tx, id).await? else {
                return Ok(Err(fault(ConfirmForm::CODE, Fault::ExpiredCode)));
            };
            if change.expires_at <= ctx.now || change.attempts >= CODE_ATTEMPTS {
                return Ok(Err(fault(ConfirmForm::CODE, Fault::ExpiredCode)));
            }
            if !equal(&change.code_hash, &hash) {
                credentials::count_email_attempt(tx, id).await?;
                return Ok(Err(fault(ConfirmForm::CODE, Fault::WrongCode)));
            }
            this.apply_email_change(tx, &ctx, &change).await?;
            Ok::<_, PortalError>(Ok(()))
        })
        .await?
    }

    pub(super) async fn finish_email_change_by_link(&self, ctx: &Ctx, token: &str) -> PortalResult<()> {
        let (hash, this) = (sha256(token), self.clone());
        in_tx!(self.db, [this, ctx, hash], |tx| {
            let change = credentials::email_change_by_token(tx, &hash).await?.ok_or(PortalError::NotFound)?;
            if change.expires_at <= ctx.now {
                return Err(PortalError::NotFound);
            }
            this.apply_email_change(tx, &ctx, &change).await
        })
        .await
    }

    /// The old address gets the last mail; links for a forgotten password that went there are void.
    async fn apply_email_change(&self, tx: &mut Tx, ctx: &Ctx, change: &EmailChange) -> PortalResult<()> {
        self.notify(tx, ctx, change.person, Notice::EmailChanged { to: &change.new_email }).await?;
        set_email(tx, change.person, &change.new_email).await?;
        credentials::delete_email_change(tx, change.person).await?;
        credentials::delete_reset(tx, change.person).await?;
        let mut event = self.event(ctx, AuditAct::EmailChanged, "person", change.person, serde_json::json!({}));
        event.person = Some(change.person);
        Ok(audit::insert(tx, &event).await?)
    }
}

async fn set_email(tx: &mut Tx, person: PersonId, email: &str) -> PortalResult<()> {
    match credentials::set_email(tx, person, email).await {
        Err(StoreError::Conflict) => Err(fault(EmailForm::EMAIL, Fault::EmailTaken)),
        other => Ok(other?),
    }
}
