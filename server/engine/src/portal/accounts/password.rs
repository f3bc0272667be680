//! A new password for the own account.

use super::super::{ServerPortal, in_tx, incident};
use super::notices::Notice;
use super::permitted;
use crate::auth::strength;
use crate::store::limits::Rate;
use crate::store::{audit, credentials, logins};
use model::domain::audit::AuditAct;
use model::domain::time::Span;
use model::domain::validate::{self, Fault};
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::PasswordForm;
use model::portal::Ctx;

const BY_PERSON: Rate = Rate { burst: 10, every: Span::MINUTE };

impl ServerPortal {
    pub(super) async fn set_own_password(&self, ctx: &Ctx, password: &str) -> PortalResult<()> {
        let (person, login) = permitted(ctx)?;
        let id = person.person;
        good_password(PasswordForm::PASSWORD, password, &person.email, &person.full_name)?;
        self.limit(ctx, format!("password:{id}"), BY_PERSON).await?;
        let hash = self.passwords.hash(password).await.map_err(|error| incident(&error))?;
        let this = self.clone();
        let event = self.event(ctx, AuditAct::PasswordChanged, "person", id, serde_json::json!({ "by": "its person" }));
        in_tx!(self.db, [this, ctx, hash, event], |tx| {
            credentials::set_password(tx, id, &hash).await?;
            credentials::delete_reset(tx, id).await?;
            logins::delete_others(tx, id, login).await?;
            audit::insert(tx, &event).await?;
            this.notify(tx, &ctx, id, Notice::PasswordChanged).await.map(|_| ())
        })
        .await
    }
}

/// A new password that is long enough, not its owner's address or name, and none of those everyone tries first.
pub(in crate::portal) fn good_password(field: &'static str, password: &str, email: &str, name: &str) -> PortalResult<()> {
    let common = || if strength::is_common(password, &[email, name]) { Err(Fault::PasswordCommon) } else { Ok(()) };
    validate::new_password(password, email, name)
        .and_then(|()| common())
        .map_err(|fault| PortalError::Invalid(vec![FieldError { field, fault }]))
}
