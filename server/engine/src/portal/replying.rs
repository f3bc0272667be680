//! What authors answer to a decision: to those who moderate, who can take it back or leave it.

use super::deciding::Subject;
use super::undoing::{is_own, page_of, stands, stands_last};
use super::{ServerPortal, actor_now, in_tx, permitted, person_of, require_person};
use crate::store::decisions::{self, StoredAct};
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
use model::policy::{self, Denied, ReplyToDecision};
use model::portal::{Ctx, Replies, ReplyPage};
use model::routes;

/// How many answers an organisation sends: each is read by somebody.
const SENDING: Rate = Rate { burst: 20, every: Span::HOUR };

#[async_trait]
impl Replies for ServerPortal {
    async fn reply_page(&self, ctx: &Ctx, id: DecisionId) -> PortalResult<ReplyPage> {
        require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let act = decisions::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let subject = Subject::of(&mut tx, act.line.kind, act.item).await?;
        if !is_own(&ctx.actor, &subject) {
            return Err(PortalError::NotFound);
        }
        let may_reply = policy::check(&ctx.actor, &reply_of(&mut tx, &act, &subject).await?, ctx.now);
        Ok(ReplyPage { decision: page_of(&mut tx, ctx, act, subject, (true, true)).await?, may_reply })
    }

    async fn reply(&self, ctx: &Ctx, id: DecisionId, text: String) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, text], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let act = decisions::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let subject = Subject::of(tx, act.line.kind, act.item).await?;
            if !is_own(&actor, &subject) {
                return Err(PortalError::NotFound);
            }
            permitted(&actor, reply_of(tx, &act, &subject).await?, ctx.now)?;
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

async fn reply_of(tx: &mut Tx, act: &StoredAct, subject: &Subject) -> PortalResult<ReplyToDecision> {
    let line = &act.line.line;
    Ok(ReplyToDecision {
        organisation: subject.organisation,
        stands: line.act.may_be_replied_to() && stands_last(tx, act).await? && stands(act, subject),
        replied: line.reply.is_some(),
    })
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
