//! What happens to comments that were sent: other words are sent in their place, or they are taken back.

use super::anchors::follow_anew;
use super::comments::{About, checked, sent_words};
use super::{ServerPortal, actor_now, in_tx, person_of};
use crate::store::{Tx, audit, comments, late, mails, organisations, people, receipts};
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::comment::Comment;
use model::domain::ids::CommentId;
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Locale;
use model::domain::late::LateState;
use model::domain::person::Actor;
use model::domain::window::Phase;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::CommentForm;
use model::i18n::t::comment_ends as t;
use model::policy::{self, ChangeComment, WithdrawComment};
use model::portal::{Ctx, SaveComment, Sent, Submitted};
use model::routes;

impl ServerPortal {
    /// Sends other words in the place of those that were sent. `None`: there is nothing sent to change; it is saved and sent as usual.
    pub(super) async fn change_comment(&self, ctx: &Ctx, save: &SaveComment) -> PortalResult<Option<Sent>> {
        let Some(id) = save.id else { return Ok(None) };
        let (this, save) = (self.clone(), save.clone());
        in_tx!(self.db, [this, ctx, save], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let comment = own_comment(tx, &actor, id).await?;
            if comment.provision != save.provision {
                return Err(PortalError::NotFound);
            }
            let sent = matches!(comment.state, ItemState::Submitted | ItemState::Accepted);
            // The form of a comment that was never sent names no version of one that was: its second click comes here, after its first.
            if !sent || comment.content == checked(tx, &save, None).await? {
                return Ok(None);
            }
            let submitted = this.send_instead(tx, &ctx, &actor, &comment, &save).await?;
            Ok(Some(Sent { comment: id, outcome: Ok(submitted) }))
        })
        .await
    }

    async fn send_instead(&self, tx: &mut Tx, ctx: &Ctx, actor: &Actor, comment: &Comment, save: &SaveComment) -> PortalResult<Submitted> {
        let id = comment.id;
        let about = About::of(tx, comment).await?;
        let content = checked(tx, save, None).await?;
        let window = about.line.round.window.clone();
        let change = ChangeComment { comment: id, organisation: comment.organisation, state: comment.state, window };
        let permit = policy::permit(actor, change, ctx.now)?;
        if comment.version != save.version {
            return Err(PortalError::Conflict);
        }
        let wrong = |fault| PortalError::Invalid(vec![FieldError { field: CommentForm::PROPOSED_TEXT, fault }]);
        let submission = comment.change(&content, permit).map_err(wrong)?;
        comments::save(tx, id, save.version, &content, ctx.now).await?;
        comments::set_submitted(tx, &submission).await?;
        self.end_voices(tx, ctx, comment, &about).await?;
        // The new words came in time, whatever those before them did.
        comments::set_in_time(tx, id).await?;
        follow_anew(tx, id, &about.draft, content.quote != comment.content.quote).await?;
        let kept = about.canonical(comment, &content)?;
        self.receipted(tx, ctx, actor, &about, comment, &submission, kept).await
    }

    pub(super) async fn take_back(&self, ctx: &Ctx, id: CommentId, version: i64) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let organisation = comments::by_id(tx, id).await?.ok_or(PortalError::NotFound)?.organisation;
            // A merger comes before or after.
            organisations::lock(tx, organisation).await?;
            let actor = actor_now(tx, &ctx).await?;
            let comment = own_comment(tx, &actor, id).await?;
            // The same click again.
            if comment.state == ItemState::Withdrawn && comment.version == version + 1 {
                return Ok(());
            }
            let about = About::of(tx, &comment).await?;
            let window = about.line.round.window.clone();
            let withdraw = WithdrawComment { comment: id, organisation: comment.organisation, state: comment.state, window };
            let permit = policy::permit(&actor, withdraw, ctx.now)?;
            if comment.version != version {
                return Err(PortalError::Conflict);
            }
            comments::set_withdrawn(tx, &comment.withdraw(permit)).await?;
            if comment.state == ItemState::Returned {
                // What it was being revised to nobody has sent: it goes on as a draft of its own.
                let sent = sent_words(tx, id).await?;
                if sent != comment.content {
                    comments::split(tx, id, CommentId(this.ids.uuid(ctx.now))).await?;
                    comments::restore(tx, id, &sent).await?;
                }
            }
            this.end_voices(tx, &ctx, &comment, &about).await?;
            late::close(tx, id.item(), LateState::Settled, ctx.now).await?;
            let receipt = receipts::latest_of_item(tx, id.item()).await?.map(|receipt| receipt.number);
            let detail = serde_json::json!({ "receipt": receipt, "version": version });
            audit::insert(tx, &this.event(&ctx, AuditAct::CommentWithdrawn, ItemKind::Comment.code(), id, detail)).await?;
            this.tell_of_taking_back(tx, &ctx, &comment, &about, receipt.as_deref().unwrap_or_default()).await
        })
        .await
    }

    /// Writes to the members of the organisation: nobody of them finds it gone without knowing why.
    async fn tell_of_taking_back(&self, tx: &mut Tx, ctx: &Ctx, comment: &Comment, about: &About, receipt: &str) -> PortalResult<()> {
        let by = ctx.actor.signed_in().map_or("", |person| person.full_name.as_str());
        let round = &about.line.round;
        // It was open a moment ago, or nothing could have been taken back.
        let Phase::Open { until } = round.window.phase(comment.organisation, None, ctx.now) else { return Ok(()) };
        for person in people::of_organisation(tx, comment.organisation).await? {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let place = about.place(l);
            let paragraphs = [
                t::mail_comment_withdrawn(l, by, place.as_str(), receipt),
                t::mail_comment_withdrawn_record(l).to_owned(),
                t::mail_comment_withdrawn_until(l, round.title.get(l), calendar::full(l, until, &round.time_zone)),
                t::mail_comment_withdrawn_link(l, self.link(&routes::comment(l, comment.id))),
            ];
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, t::mail_comment_withdrawn_subject(l, place), &paragraphs)).await?;
        }
        Ok(())
    }
}

/// A comment of one of the actor's organisations; to all others there is none.
async fn own_comment(tx: &mut Tx, actor: &Actor, id: CommentId) -> PortalResult<Comment> {
    let comment = comments::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    // Whoever was signed out meanwhile is asked to sign in, and what they typed is carried along.
    person_of(actor)?;
    if actor.is_member(comment.organisation) { Ok(comment) } else { Err(PortalError::NotFound) }
}
