//! Appeals against decisions, and what is published about moderation.

use super::comments::comment_page_by;
use super::deciding::{Subject, new_act};
use super::moderation::require_factor_of_office;
use super::paging;
use super::papers::{Sight, paper_page_by};
use super::undoing::{ReadBy, appeal_of, is_own, own_act, page_of, reads_now, require_reader, stands_last};
use super::{ServerPortal, actor_now, in_tx, permitted, person_of, require_person};
use crate::store::appeals::{self, NewAppeal, StoredAppeal};
use crate::store::decisions::{self, NewAct, StoredAct};
use crate::store::limits::{self, Rate};
use crate::store::{Tx, audit, bodies, id_list, mails, members, offices, people, redactions, sessions, subgroups};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::{AppealId, CommentId, DecisionId, PaperId, SessionId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::moderation::{self, ModerationAct};
use model::domain::role::RoleName;
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::i18n::t::{appeals as t, redactions as r};
use model::policy::{self, AnswerAppeal, Denied};
use model::portal::{AppealLine, AppealPage, Appeals, Ctx, DecisionLine, ModerationItem, ModerationLedger, NewAppealAnswer};
use model::routes;

/// How many appeals an organisation files: each is read by somebody.
const FILING: Rate = Rate { burst: 20, every: Span::HOUR };

/// Acts on a page of the ledger.
const LINES: i64 = 50;

#[async_trait]
impl Appeals for ServerPortal {
    async fn file_appeal(&self, ctx: &Ctx, id: DecisionId, text: String) -> PortalResult<AppealId> {
        let this = self.clone();
        let new = AppealId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [this, ctx, text], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (act, subject) = own_act(tx, &actor, id).await?;
            let last = stands_last(tx, &act).await?;
            permitted(&actor, appeal_of(&act, &subject, last), ctx.now)?;
            limits::take(tx, &format!("appeal:{}", subject.organisation), FILING, ctx.now)
                .await?
                .map_err(|retry_after| PortalError::TooMany { retry_after })?;
            let by = person_of(&actor)?;
            let body = subject.line.body.id;
            let appeal = NewAppeal { id: new, decision: id, body, organisation: subject.organisation, text: &text, at: ctx.now, by };
            if !appeals::insert(tx, &appeal).await? {
                return Err(Denied::AppealedAlready.into());
            }
            members::note_act(tx, subject.organisation, by, ctx.now).await?;
            let detail = serde_json::json!({ "which": id });
            audit::insert(tx, &this.event(&ctx, AuditAct::AppealFiled, subject.kind.code(), subject.item, detail)).await?;
            this.tell_chairs(tx, &ctx, &subject, act.line.line.act, new).await?;
            Ok(new)
        })
        .await
    }

    async fn appeals(&self, ctx: &Ctx) -> PortalResult<Vec<AppealLine>> {
        require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let answering = policy::answers_in(&ctx.actor, ctx.now);
        let own = subgroups::by_ids(&mut tx, &id_list(&answering.subgroups)).await?;
        let mut bodies: Vec<_> = answering.bodies.iter().copied().chain(own.iter().map(|group| group.body)).collect();
        bodies.sort_unstable();
        bodies.dedup();
        if bodies.is_empty() {
            return Ok(Vec::new());
        }
        let waiting = decisions::appealed(&mut tx, &id_list(&bodies)).await?.into_iter();
        let may_answer = |one: &decisions::Appealed| {
            let others = own.iter().filter(|group| group.body == one.body).map(|group| group.id).filter(|id| Some(*id) != one.act.queue);
            let answer = AnswerAppeal {
                item: one.act.item,
                organisation: one.act.line.organisation.id,
                // Whose names it bears besides is asked on its page.
                named: Vec::new(),
                body: one.body,
                others: others.collect(),
                decided_by: one.act.decided_by,
                open: true,
            };
            policy::check(&ctx.actor, &answer, ctx.now).is_ok()
        };
        let line = |one: decisions::Appealed| AppealLine { id: one.id, act: one.act.line, filed_at: one.filed_at };
        Ok(waiting.filter(may_answer).map(line).collect())
    }

    async fn appeal(&self, ctx: &Ctx, id: AppealId) -> PortalResult<AppealPage> {
        require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let stored = appeals::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let (act, subject) = about(&mut tx, &stored).await?;
        let may_answer = policy::check(&ctx.actor, &answer_of(&mut tx, &stored, &act, &subject).await?, ctx.now);
        let own = is_own(&ctx.actor, &subject);
        // The right to read an input of others ends with the appeal.
        let reads = !own && (may_answer.is_ok() || reads_now(ctx, &subject));
        if !own {
            require_factor_of_office(ctx)?;
            if !reads && !matches!(may_answer, Err(Denied::NothingToDecide | Denied::OwnDecision)) {
                require_reader(ctx, &act, &subject)?;
            }
        }
        let words = if reads { Some(words_of(&mut tx, ctx, &subject).await?) } else { None };
        let answer = match stored.answer {
            Some(answer) => decisions::by_id(&mut tx, answer).await?.map(|act| act.line.line),
            None => None,
        };
        // Who answered is named to nobody who does not work with them.
        let names = !own && require_reader(ctx, &act, &subject).is_ok();
        let mut answer = answer.map(|line| DecisionLine { by: line.by.filter(|_| names), ..line });
        let mut text = stored.text;
        let reader = match (own, reads) {
            (true, _) => ReadBy::Authors,
            (false, true) => ReadBy::Readers,
            (false, false) => ReadBy::Others,
        };
        if reader == ReadBy::Others {
            // What was said about the words may quote them.
            let redacted = subject.redacted();
            redacted.hide(&mut text);
            if let Some(line) = &mut answer {
                redacted.hide(&mut line.reason);
            }
        }
        let decision = page_of(&mut tx, ctx, act, subject, reader).await?;
        let may_answer = if own { Err(Denied::OwnOrganisation) } else { may_answer };
        Ok(AppealPage { id, decision, text, filed_at: stored.filed_at, answer, may_answer, words })
    }

    async fn answer_appeal(&self, ctx: &Ctx, id: AppealId, answer: NewAppealAnswer) -> PortalResult<()> {
        let this = self.clone();
        let new = DecisionId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [this, ctx, answer], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let stored = appeals::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            // What takes the decision back at the same time comes before, or finds it answered.
            about(tx, &stored).await?.1.hold(tx).await?;
            let (act, subject) = about(tx, &stored).await?;
            let permit = policy::permit(&actor, answer_of(tx, &stored, &act, &subject).await?, ctx.now)?;
            let chairs = policy::answers_in(&actor, ctx.now).bodies.contains(&stored.body);
            // In the queue of the decision: the answer is no act of the one who gives it in their own.
            let role = if chairs { RoleName::Chair } else { RoleName::Moderator };
            let noted = NewAct { role, ..new_act(&subject, new, &actor, &answer.reason)? };
            let redacted = act.line.line.act == ModerationAct::Redact;
            if answer.granted && redacted {
                let undoing = moderation::lift(permit, act.line.line.id, subject.version);
                decisions::insert_undo(tx, &noted, &undoing, ModerationAct::AppealGranted).await?;
                redactions::settle(tx, subject.kind, subject.item).await?;
            } else if answer.granted {
                let ruling = moderation::grant(permit, subject.line.round.id, subject.version);
                decisions::insert_ruling(tx, &noted, &ruling, ModerationAct::AppealGranted, None).await?;
                this.carry_out(tx, &ctx, &subject, &ruling).await?;
            } else {
                decisions::insert_dismissal(tx, &noted, subject.item, subject.version, ctx.now, act.line.line.act).await?;
            }
            appeals::set_answered(tx, id, new).await?;
            let outcome = if answer.granted { ModerationAct::AppealGranted } else { ModerationAct::AppealDismissed };
            let detail = serde_json::json!({ "which": act.line.line.id, "outcome": outcome });
            audit::insert(tx, &this.event(&ctx, AuditAct::AppealAnswered, subject.kind.code(), subject.item, detail)).await?;
            let granted = answer.granted;
            this.tell_of_act(tx, &ctx, &subject, &answer.reason, |l, title| {
                if granted {
                    let sentence = if redacted { r::mail_appeal_granted_redaction(l, title) } else { t::mail_appeal_granted(l, title) };
                    (t::mail_appeal_granted_subject(l, title), vec![sentence])
                } else {
                    (t::mail_appeal_dismissed_subject(l, title), vec![t::mail_appeal_dismissed(l, title)])
                }
            })
            .await
        })
        .await
    }

    async fn moderation_ledger(&self, _: &Ctx, session: SessionId, cursor: Option<&str>) -> PortalResult<ModerationLedger> {
        let cursor = cursor.map(paging::parse_at_id::<DecisionId>).transpose()?;
        let mut tx = self.db.read().await?;
        let session = sessions::by_id(&mut tx, session).await?.ok_or(PortalError::NotFound)?;
        let body = bodies::by_id(&mut tx, session.body).await?.ok_or(PortalError::NotFound)?;
        let figures = if cursor.is_none() { decisions::figures(&mut tx, session.id).await? } else { Vec::new() };
        let rows = decisions::public(&mut tx, session.id, cursor, LINES + 1).await?;
        let lines = paging::slice_of(LINES, rows, |act| Some(paging::at_id(act.line.decided_at, act.line.id)));
        Ok(ModerationLedger { session, body, figures, lines })
    }
}

/// The act an appeal is against, and what that was about.
async fn about(tx: &mut Tx, stored: &StoredAppeal) -> PortalResult<(StoredAct, Subject)> {
    let act = decisions::by_id(tx, stored.decision).await?.ok_or(PortalError::NotFound)?;
    let subject = Subject::of(tx, act.line.kind, act.item).await?;
    Ok((act, subject))
}

async fn answer_of(tx: &mut Tx, stored: &StoredAppeal, act: &StoredAct, subject: &Subject) -> PortalResult<AnswerAppeal> {
    let others = subgroups::of_body(tx, stored.body).await?.into_iter().map(|group| group.id).filter(|id| Some(*id) != act.queue);
    Ok(AnswerAppeal {
        item: subject.item,
        organisation: subject.organisation,
        named: subject.named.clone(),
        body: stored.body,
        others: others.collect(),
        decided_by: act.decided_by,
        // What was taken back since waits for a decision, not for an answer.
        open: stored.answer.is_none() && !act.line.line.undone && act.line.line.act.holds_in(subject.state),
    })
}

/// The words an appeal is about, for who may read it: they see no other input of that queue.
async fn words_of(tx: &mut Tx, ctx: &Ctx, subject: &Subject) -> PortalResult<ModerationItem> {
    Ok(match subject.kind {
        ItemKind::Paper => ModerationItem::Paper(Box::new(paper_page_by(tx, ctx, PaperId(subject.item.0), Sight::Appeal).await?)),
        ItemKind::Comment => {
            ModerationItem::Comment(Box::new(comment_page_by(tx, ctx, CommentId(subject.item.0), Sight::Appeal).await?.page))
        }
    })
}

impl ServerPortal {
    /// Tells the chairs of the body that an appeal waits.
    async fn tell_chairs(&self, tx: &mut Tx, ctx: &Ctx, subject: &Subject, act: ModerationAct, id: AppealId) -> PortalResult<()> {
        let offices = offices::current_of_body(tx, subject.line.body.id, ctx.now).await?;
        let chairs = offices.iter().filter(|line| line.office.name() == RoleName::Chair && line.in_force(ctx.now)).map(|line| line.person);
        for person in people::by_ids(tx, &id_list(chairs)).await? {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let title = subject.title_in(l);
            let what = match act {
                ModerationAct::Redact => r::mail_appeal_filed_redaction(l, title.as_str()),
                _ => t::mail_appeal_filed(l, title.as_str()),
            };
            let paragraphs = [what, t::mail_appeal_filed_link(l, self.link(&routes::appeal(l, id)))];
            let heading = t::mail_appeal_filed_subject(l, title.as_str());
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, heading, &paragraphs)).await?;
        }
        Ok(())
    }
}
