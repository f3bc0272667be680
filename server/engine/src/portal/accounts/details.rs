//! The own name, and the language of mails.

use super::super::{ServerPortal, actor_now, in_tx, require_person};
use crate::store::limits::Rate;
use crate::store::{audit, names};
use model::domain::audit::AuditAct;
use model::domain::ids::NameChangeId;
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::policy::{self, CorrectOwnDetails};
use model::portal::{Ctx, OwnDetails};
use serde_json::json;

/// A correction now and then: colleagues and the secretariat must be able to follow who is who.
const BY_PERSON: Rate = Rate { burst: 10, every: Span::MINUTE.times(10) };

impl ServerPortal {
    pub(super) async fn correct_own_details(&self, ctx: &Ctx, details: OwnDetails) -> PortalResult<()> {
        let id = require_person(ctx)?.person;
        self.limit(ctx, format!("details:{id}"), BY_PERSON).await?;
        let change = NameChangeId(self.ids.uuid(ctx.now));
        // The log names the change; the names themselves go with the account.
        let renamed = self.event(ctx, AuditAct::NameCorrected, "person", id, json!({ "change": change }));
        let detail = json!({ "to": details.mail_language.code() });
        let other_language = self.event(ctx, AuditAct::MailLanguageChanged, "person", id, detail);
        in_tx!(self.db, [ctx, details, renamed, other_language], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let permit = policy::permit(&actor, CorrectOwnDetails { person: id }, ctx.now)?;
            let at = permit.at();
            let person = permit.into_action().person;
            let before = actor.signed_in().ok_or(PortalError::NotFound)?;
            let (new_name, new_language) = (before.full_name != details.full_name, before.mail_language != details.mail_language);
            if !new_name && !new_language {
                return Ok(());
            }
            if !names::set(tx, person, &details.full_name, details.mail_language).await? {
                return Err(PortalError::NotFound);
            }
            if new_name {
                names::insert_change(tx, change, person, (&before.full_name, &details.full_name), at).await?;
                audit::insert(tx, &renamed).await?;
            }
            if new_language {
                audit::insert(tx, &other_language).await?;
            }
            Ok(())
        })
        .await
    }
}
