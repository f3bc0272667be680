//! What authors answer to a decision: to those who moderate, who can take it back or leave it.

use super::deciding::Subject;
use super::undoing::{own_act, reply_of, stands_last};
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::decisions::StoredAct;
use crate::store::limits::{self, Rate};
use crate::store::replies::{self, NewReply};
use crate::store::{Tx, audit, mails, members, offices, people};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::DecisionId;
use model::domain::language::Locale;
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::i18n::t::replies as t;
use model::policy::Denied;
use model::portal::{Ctx, Replies};
use model::routes;

/// How many answers an organisation sends: each is read by somebody.
const SENDING: Rate = Rate { burst: 20, every: Span::HOUR };

#[async_trait]
impl Replies for ServerPortal {
    async fn reply(&self, ctx: &Ctx, id: DecisionId, text: String) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, text], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (act, subject) = own_act(tx, &actor, id).await?;
            let last = stands_last(tx, &act).await?;
            permitted(&actor, reply_of(&act, &subject, last), ctx.now)?;
            limits::take(tx, &format!("reply:{}", subject.organisation), SENDING, ctx.now)
                .await?
                .map_err(|retry_after| PortalError::TooMany { retry_after })?;
            let by = person_of(&actor)?;
            let reply = NewReply { decision: id, organisation: subject.organisation, text: &text, at: ctx.now, by };
            if !replies::insert(tx, &reply).await? {
                return Err(Denied::RepliedAlready.into());
            }
            members::note_act(tx, subject.organisation, by, ctx.now).await?;
            let detail = serde_json::json!({ "which": id });
            audit::insert(tx, &this.event(&ctx, AuditAct::DecisionReplied, subject.kind.code(), subject.item, detail)).await?;
            this.tell_who_decided(tx, &ctx, &act, &subject).await
        })
        .await
    }
}

impl ServerPortal {
    /// Who decided is told that there is an answer, not what it says: mails are not where inputs are discussed.
    async fn tell_who_decided(&self, tx: &mut Tx, ctx: &Ctx, act: &StoredAct, subject: &Subject) -> PortalResult<()> {
        // Whoever has left office takes no part any more; the answer stands in the queue for the others.
        let offices = offices::current_of_body(tx, subject.line.body.id, ctx.now).await?;
        if !offices.iter().any(|line| line.person == act.decided_by && line.in_force(ctx.now)) {
            return Ok(());
        }
        let Some(person) = people::by_id(tx, act.decided_by).await? else { return Ok(()) };
        let l = Locale::from_code(&person.locale).unwrap_or_default();
        let title = subject.title_in(l);
        let link = self.link(&routes::decision(l, act.line.line.id));
        let paragraphs = [t::mail_reply(l, title.as_str()), t::mail_reply_link(l, link)];
        let letter = self.letter(ctx.now, l, &person.email, t::mail_reply_subject(l, title.as_str()), &paragraphs);
        Ok(mails::insert(tx, &letter).await?)
    }
}
