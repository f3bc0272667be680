//! Acts of moderation after they were done: their page, what takes them back, and moves to another queue.

use super::deciding::{Subject, new_act};
use super::moderation::{require_factor_of_office, require_in_charge};
use super::{ServerPortal, actor_now, in_tx};
use crate::store::decisions::{self, StoredAct};
use crate::store::{Tx, audit, co_signing, comments, mails, papers, people, redactions, subgroups};
use model::domain::audit::AuditAct;
use model::domain::ids::{DecisionId, ItemId, PaperId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::moderation::{self, APPEAL_TIME, ModerationAct};
use model::domain::person::Actor;
use model::domain::redaction::Redacted;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::MoveForm;
use model::i18n::t::{acts as t, redactions as r, succession as s};
use model::policy::{self, Denied, FileAppeal, MoveItem, ReadQueue, ReplyToDecision, UndoDecision};
use model::portal::{Ctx, DecisionPage, NewMove};

/// The page of an act, for its authors, those in charge of the input or of the queue in which it was done, and the chair.
pub(super) async fn decision_page(tx: &mut Tx, ctx: &Ctx, id: DecisionId) -> PortalResult<DecisionPage> {
    let act = decisions::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let subject = Subject::of(tx, act.line.kind, act.item).await?;
    let own = is_own(&ctx.actor, &subject);
    if !own {
        require_factor_of_office(ctx)?;
        require_reader(ctx, &act, &subject)?;
    }
    let reader = if own {
        ReadBy::Authors
    } else if reads_now(ctx, &subject) {
        ReadBy::Readers
    } else {
        ReadBy::Others
    };
    page_of(tx, ctx, act, subject, reader).await
}

/// Whether the actor is one of its authors. Who is only named beside them is told what became of it, and reads it once it is public.
pub(super) fn is_own(actor: &Actor, subject: &Subject) -> bool {
    actor.is_member(subject.organisation)
}

/// Who reads an act by office; for others there is none.
pub(super) fn require_reader(ctx: &Ctx, act: &StoredAct, subject: &Subject) -> PortalResult<()> {
    let body = subject.line.body.id;
    let moderates = |subgroup| policy::check(&ctx.actor, &ReadQueue { body, subgroup }, ctx.now);
    let now_or_then = moderates(subject.subgroup).or_else(|denied| moderates(act.queue).map_err(|_| denied));
    match now_or_then {
        Ok(()) => Ok(()),
        Err(denied @ (Denied::NotSignedIn | Denied::SecondFactorNeeded)) => Err(denied.into()),
        Err(_) if policy::visible(&ctx.actor, ctx.now).reads_for_the_chair(body) => Ok(()),
        Err(_) => Err(PortalError::NotFound),
    }
}

/// Whether somebody reads the input itself by office now. Who only did something with it once, or answers an appeal, reads the act.
pub(super) fn reads_now(ctx: &Ctx, subject: &Subject) -> bool {
    policy::visible(&ctx.actor, ctx.now).reads_redacted(subject.facts(), &[])
}

/// Who reads the page of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadBy {
    Authors,
    /// Somebody who reads the input itself, by office or to answer an appeal.
    Readers,
    /// Somebody who only did something with it once.
    Others,
}

/// The page for somebody who may read it.
pub(super) async fn page_of(tx: &mut Tx, ctx: &Ctx, act: StoredAct, subject: Subject, reader: ReadBy) -> PortalResult<DecisionPage> {
    let own = reader == ReadBy::Authors;
    let undo = policy::check(&ctx.actor, &undo_of(tx, &act, &subject).await?, ctx.now);
    let decided_at = act.line.line.decided_at;
    let last = stands_last(tx, &act).await?;
    let reply = policy::check(&ctx.actor, &reply_of(&act, &subject, last), ctx.now);
    let appeal = appeal_of(&act, &subject, last);
    let appeal = policy::check(&ctx.actor, &appeal, ctx.now).map(|()| decided_at + APPEAL_TIME);
    let names = !own && require_reader(ctx, &act, &subject).is_ok();
    let mut line = act.line;
    if reader == ReadBy::Others {
        // What was said about the words may quote them.
        let redacted = subject.redacted();
        line.line.redacted = Redacted::default();
        redacted.hide(&mut line.title);
        redacted.hide(&mut line.line.reason);
        if let Some(reply) = &mut line.line.reply {
            redacted.hide(&mut reply.text);
        }
    }
    line.line.by = line.line.by.filter(|_| names);
    Ok(DecisionPage {
        act: line,
        item: act.item,
        state: subject.state,
        time_zone: subject.line.round.time_zone,
        own,
        undo: if own { Err(Denied::OwnOrganisation) } else { undo },
        reply,
        appeal,
    })
}

async fn undo_of(tx: &mut Tx, act: &StoredAct, subject: &Subject) -> PortalResult<UndoDecision> {
    let id = act.line.line.id;
    Ok(UndoDecision {
        decision: id,
        item: act.item,
        organisation: subject.organisation,
        named: subject.named.clone(),
        body: subject.line.body.id,
        subgroup: subject.subgroup,
        done_in: act.queue,
        act: act.line.line.act,
        state: subject.state,
        newest: stands_last(tx, act).await?,
        // To whom it goes is theirs to change as well.
        revised: subject.revised || (act.line.line.act == ModerationAct::Return && subject.subgroup != act.queue),
    })
}

/// Whether nothing was done with the input since that stands against taking the act back: of what stands beside the decisions, whether it
/// stands.
pub(super) async fn stands_last(tx: &mut Tx, act: &StoredAct) -> PortalResult<bool> {
    let line = &act.line.line;
    Ok(if line.act.is_apart() { !line.undone } else { decisions::newest(tx, act.item).await? == Some(line.id) })
}

/// An act and its input, for one of the authors who answers it or appeals. What takes it back at the same time comes before, or waits.
pub(super) async fn own_act(tx: &mut Tx, actor: &Actor, id: DecisionId) -> PortalResult<(StoredAct, Subject)> {
    let act = decisions::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let subject = Subject::of(tx, act.line.kind, act.item).await?;
    if !is_own(actor, &subject) {
        return Err(PortalError::NotFound);
    }
    subject.hold(tx).await?;
    let act = decisions::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let subject = Subject::of(tx, act.line.kind, act.item).await?;
    Ok((act, subject))
}

/// `last`: see [`stands_last`].
pub(super) fn appeal_of(act: &StoredAct, subject: &Subject, last: bool) -> FileAppeal {
    let line = &act.line.line;
    FileAppeal {
        organisation: subject.organisation,
        stands: last && line.act.may_be_appealed() && line.act.holds_in(subject.state),
        decided_at: act.line.line.decided_at,
        filed: act.line.line.appeal.is_some(),
    }
}

/// `last`: see [`stands_last`].
pub(super) fn reply_of(act: &StoredAct, subject: &Subject, last: bool) -> ReplyToDecision {
    let line = &act.line.line;
    ReplyToDecision {
        organisation: subject.organisation,
        stands: last && line.act.may_be_replied_to() && line.act.holds_in(subject.state),
        replied: line.reply.is_some(),
    }
}

impl ServerPortal {
    pub(super) async fn undo(&self, ctx: &Ctx, id: DecisionId, why: String) -> PortalResult<(ItemKind, ItemId, DecisionId)> {
        let this = self.clone();
        let new = DecisionId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [this, ctx, why], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let act = decisions::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let subject = Subject::of(tx, act.line.kind, act.item).await?;
            require_reader(&Ctx { actor: actor.clone(), ..ctx.clone() }, &act, &subject)?;
            if act.line.line.act.is_apart() {
                subject.hold(tx).await?;
            }
            let permit = policy::permit(&actor, undo_of(tx, &act, &subject).await?, ctx.now)?;
            let undoing = moderation::undo(permit, subject.version);
            let decided_at = act.line.line.decided_at;
            decisions::insert_undo(tx, &new_act(&subject, new, &actor, &why)?, &undoing, ModerationAct::Undo).await?;
            match (&subject.paper, undoing.act()) {
                (_, ModerationAct::Redact) => redactions::settle(tx, subject.kind, subject.item).await?,
                (Some(paper), ModerationAct::Move) => {
                    papers::set_queue(tx, paper.id.item(), subject.version, act.queue).await?;
                }
                (Some(paper), act) => {
                    papers::set_undone(tx, &undoing).await?;
                    if act == ModerationAct::Accept {
                        this.reinstate(tx, &ctx, paper, decided_at).await?;
                        let mut names = co_signing::signed_by(tx, paper.id).await?;
                        names.retain(|one| !subject.named.contains(one));
                        let title = paper.redacted.shown(&paper.content.title);
                        this.tell_signatories(
                            tx,
                            &ctx,
                            names,
                            &title,
                            |l, title| s::mail_signature_hidden_subject(l, title),
                            |l, title| s::mail_signature_hidden(l, title),
                        )
                        .await?;
                    }
                }
                (None, _) => comments::set_undone(tx, &undoing).await?,
            }
            let detail = serde_json::json!({ "which": id, "outcome": undoing.act() });
            audit::insert(tx, &this.event(&ctx, AuditAct::DecisionTakenBack, subject.kind.code(), subject.item, detail)).await?;
            let undone = undoing.act();
            this.tell_of_act(tx, &ctx, &subject, &why, |l, title| {
                let sentences = match undone {
                    ModerationAct::Redact => vec![r::mail_shown_again(l, title)],
                    ModerationAct::Move => vec![t::mail_moved_back(l, title)],
                    ModerationAct::Accept => vec![t::mail_undone(l, title), t::mail_undone_hidden(l).to_owned()],
                    _ => vec![t::mail_undone(l, title)],
                };
                let heading = match undone {
                    ModerationAct::Redact => r::mail_shown_again_subject(l, title),
                    ModerationAct::Move => t::mail_moved_subject(l, title),
                    _ => t::mail_undone_subject(l, title),
                };
                (heading, sentences)
            })
            .await?;
            Ok((subject.kind, subject.item, new))
        })
        .await
    }

    pub(super) async fn move_to_queue(&self, ctx: &Ctx, id: PaperId, to: NewMove) -> PortalResult<DecisionId> {
        let this = self.clone();
        let new = DecisionId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [this, ctx, to], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let subject = Subject::of(tx, ItemKind::Paper, id.item()).await?;
            let body = subject.line.body.id;
            require_in_charge(&actor, &ctx, subject.subgroup, body)?;
            let not_a_choice = || PortalError::Invalid(vec![FieldError { field: MoveForm::TO, fault: Fault::NotAChoice }]);
            // Papers of a round for one subgroup go nowhere else.
            if subject.line.round.subgroup.is_some() {
                return Err(not_a_choice());
            }
            let group = match to.to {
                None => None,
                Some(group) => Some(subgroups::by_id(tx, group).await?.filter(|group| group.body == body).ok_or_else(not_a_choice)?),
            };
            let move_item = MoveItem {
                item: subject.item,
                organisation: subject.organisation,
                named: subject.named.clone(),
                body,
                subgroup: subject.subgroup,
                to: to.to,
                state: subject.state,
            };
            let permit = policy::permit(&actor, move_item, ctx.now)?;
            if subject.version != to.version {
                return Err(PortalError::Conflict);
            }
            let moving = moderation::move_to(permit, subject.version);
            decisions::insert_move(tx, &new_act(&subject, new, &actor, &to.reason)?, &moving).await?;
            papers::set_queue(tx, moving.item(), moving.from_version(), moving.to()).await?;
            let detail = serde_json::json!({ "from": subject.subgroup, "to": to.to });
            audit::insert(tx, &this.event(&ctx, AuditAct::PaperMoved, ItemKind::Paper.code(), id, detail)).await?;
            this.tell_of_act(tx, &ctx, &subject, &to.reason, |l, title| {
                let queue = group.as_ref().map_or_else(|| t::mail_moved_whole_body(l), |group| group.name.get(l));
                (t::mail_moved_subject(l, title), vec![t::mail_moved(l, queue, title)])
            })
            .await?;
            Ok(new)
        })
        .await
    }

    /// Writes to those whose name an input bears. `words`: the subject and the sentences, given its title.
    pub(super) async fn tell_of_act(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        subject: &Subject,
        why: &str,
        words: impl Fn(Locale, &str) -> (String, Vec<String>) + Send,
    ) -> PortalResult<()> {
        let all = subject.named.iter().copied().chain([subject.organisation]);
        for person in people::of_organisations(tx, all).await?.into_values().flatten() {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let (heading, mut paragraphs) = words(l, &subject.title_in(l));
            if !why.is_empty() {
                paragraphs.push(t::mail_act_reason(l, why));
            }
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, heading, &paragraphs)).await?;
        }
        Ok(())
    }
}
