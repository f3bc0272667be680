//! The forgotten password. An address with an account and one without cost the same work and get the same answer; both get a mail,
//! because who registered with another address would wait for one in vain.

use super::super::{ServerPortal, in_tx, incident};
use super::notices::Notice;
use super::password::good_password;
use crate::auth::sha256;
use crate::store::limits::Rate;
use crate::store::people::{self, Person};
use crate::store::{audit, credentials, logins, mails};
use model::domain::audit::AuditAct;
use model::domain::language::Locale;
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::forms::PasswordForm;
use model::i18n::t::account as t;
use model::portal::{Ctx, Mail};
use model::routes;

/// How long a link is valid.
const RESET_TIME: Span = Span::HOUR;
const BY_ADDRESS: Rate = Rate { burst: 20, every: Span::MINUTE };
/// Mails to one address: known or not, nobody is flooded.
const BY_ACCOUNT: Rate = Rate { burst: 3, every: Span::MINUTE.times(20) };
const USES_BY_ADDRESS: Rate = Rate { burst: 20, every: Span::MINUTE };

impl ServerPortal {
    pub(super) async fn send_reset(&self, ctx: &Ctx, email: &str) -> PortalResult<()> {
        let email_hash = sha256(email);
        self.limit(ctx, format!("forgotten:{}", ctx.address), BY_ADDRESS).await?;
        self.limit(ctx, format!("forgotten:{email_hash}"), BY_ACCOUNT).await?;
        let (token, email, this) = (self.ids.token(), email.to_owned(), self.clone());
        let event = self.event(ctx, AuditAct::PasswordResetAsked, "person", "", serde_json::json!({}));
        in_tx!(self.db, [this, ctx, token, email, email_hash, event], |tx| {
            let person = credentials::by_email(tx, &email).await?;
            let id = person.as_ref().map(|person| person.id);
            credentials::put_reset(tx, &email_hash, id, &sha256(&token), ctx.now + RESET_TIME).await?;
            mails::insert(tx, &this.reset_letter(&ctx, &email, person.as_ref(), &token)).await?;
            let mut event = event.clone();
            event.object = id.map(|id| id.to_string()).unwrap_or_default();
            Ok::<_, PortalError>(audit::insert(tx, &event).await?)
        })
        .await
    }

    fn reset_letter(&self, ctx: &Ctx, email: &str, person: Option<&Person>, token: &str) -> Mail {
        let l = person.map_or(ctx.locale, |person| Locale::from_code(&person.locale).unwrap_or(Locale::En));
        let mut paragraphs = Vec::new();
        match person {
            Some(person) => {
                paragraphs.push(t::notice_greeting(l, person.full_name.as_str()));
                paragraphs.push(t::mail_reset(l, self.link(&routes::reset(l, token))));
            }
            None => paragraphs.push(t::mail_reset_unknown(l, self.link(&routes::register(l)))),
        }
        paragraphs.push(t::mail_reset_not_you(l).to_owned());
        self.letter(ctx.now, l, email, t::mail_reset_subject(l).to_owned(), &paragraphs)
    }

    pub(super) async fn look_at_reset(&self, ctx: &Ctx, token: &str) -> PortalResult<()> {
        let mut tx = self.db.read().await?;
        credentials::reset(&mut tx, &sha256(token), ctx.now).await?.map(|_| ()).ok_or(PortalError::NotFound)
    }

    pub(super) async fn reset_by_link(&self, ctx: &Ctx, token: &str, password: &str) -> PortalResult<()> {
        self.limit(ctx, format!("reset:{}", ctx.address), USES_BY_ADDRESS).await?;
        let token_hash = sha256(token);
        let person = {
            let mut tx = self.db.read().await?;
            credentials::reset(&mut tx, &token_hash, ctx.now).await?.ok_or(PortalError::NotFound)?
        };
        good_password(PasswordForm::PASSWORD, password, &person.email, &person.full_name)?;
        let hash = self.passwords.hash(password).await.map_err(|error| incident(&error))?;
        let this = self.clone();
        let mut event = self.event(ctx, AuditAct::PasswordChanged, "person", person.id, serde_json::json!({ "by": "link" }));
        event.person = Some(person.id);
        in_tx!(self.db, [this, ctx, token_hash, hash, event], |tx| {
            // Again, inside: the link serves once.
            let person = credentials::reset(tx, &token_hash, ctx.now).await?.ok_or(PortalError::NotFound)?;
            credentials::set_password(tx, person.id, &hash).await?;
            credentials::delete_reset(tx, person.id).await?;
            // The link came by mail: who used it reads that address.
            people::confirm(tx, person.id, ctx.now).await?;
            logins::delete_all(tx, person.id).await?;
            audit::insert(tx, &event).await?;
            this.notify(tx, &ctx, person.id, Notice::PasswordChanged).await.map(|_| ())
        })
        .await
    }
}
