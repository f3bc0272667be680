//! Redaction: words of an input are not shown to others. What was written stays as it is, with its authors and those in office.

use super::deciding::{Subject, new_act};
use super::moderation::{require_factor_of_office, require_in_charge};
use super::{ServerPortal, actor_now, in_tx};
use crate::store::{Tx, audit, corrigenda, decisions, mails, people, redactions};
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::ids::{DecisionId, ItemId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::moderation::{self, APPEAL_TIME, ModerationAct};
use model::domain::person::Actor;
use model::domain::redaction::Redacted;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::RedactionForm;
use model::i18n::t::{acts, appeals, mails as m, redactions as t};
use model::labels;
use model::policy::{self, RedactWords};
use model::portal::{Ctx, DecisionLine, Moderation as _, ModerationItem, NewRedaction};
use model::routes;

/// The redactions of an input that stand, the newest first. Who `reads` it knows them whole; others learn by which office it was done, for
/// which reason and when. `judged`: all acts on it, where they were read already.
pub(super) async fn of_item(
    tx: &mut Tx,
    item: ItemId,
    redacted: &Redacted,
    judged: &[DecisionLine],
    reads: bool,
) -> PortalResult<Vec<DecisionLine>> {
    if redacted.is_empty() {
        return Ok(Vec::new());
    }
    let stands = |line: &DecisionLine| line.act == ModerationAct::Redact && !line.undone;
    if !judged.is_empty() {
        return Ok(judged.iter().filter(|line| stands(line)).cloned().collect());
    }
    let lines = decisions::of_item(tx, item, false).await?.into_iter().filter(stands);
    let told = |line| {
        if reads { line } else { DecisionLine { reason: String::new(), redacted: Redacted::default(), appeal: None, ..line } }
    };
    Ok(lines.map(told).collect())
}

fn wrong(fault: Fault) -> PortalError {
    PortalError::Invalid(vec![FieldError { field: RedactionForm::PASSAGES, fault }])
}

/// Asks the law, and whether the passages stand there.
async fn permitted(tx: &mut Tx, ctx: &Ctx, actor: &Actor, subject: &Subject, new: &NewRedaction) -> PortalResult<moderation::Redacting> {
    require_in_charge(actor, ctx, subject.subgroup, subject.line.body.id)?;
    let redact = RedactWords {
        item: subject.item,
        organisation: subject.organisation,
        named: subject.named.clone(),
        body: subject.line.body.id,
        subgroup: subject.subgroup,
        state: subject.state,
    };
    let permit = policy::permit(actor, redact, ctx.now)?;
    if subject.version != new.version {
        return Err(PortalError::Conflict);
    }
    match (&subject.paper, &subject.comment) {
        (Some(paper), _) => {
            let beside: Vec<_> = corrigenda::of_paper(tx, paper.id).await?.into_iter().map(|one| one.text).collect();
            new.passages.check_in_paper(&paper.redacted, &paper.content, &beside).map_err(wrong)?;
        }
        (None, Some(comment)) => new.passages.check_in_comment(&comment.redacted, &comment.content).map_err(wrong)?,
        (None, None) => return Err(PortalError::NotFound),
    }
    // The answer to an appeal is the last word.
    if let Some(number) = new.passages.meets(&redactions::lifted(tx, subject.item).await?) {
        return Err(wrong(Fault::PassageShownAgain { number }));
    }
    Ok(moderation::redact(permit, new.passages.clone(), subject.version))
}

impl ServerPortal {
    pub(super) async fn shown_after(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, new: &NewRedaction) -> PortalResult<ModerationItem> {
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        let subject = Subject::of(&mut tx, kind, item).await?;
        permitted(&mut tx, ctx, &ctx.actor, &subject, new).await?;
        drop(tx);
        let shown = match kind {
            ItemKind::Paper => self.moderate_paper(ctx, model::domain::ids::PaperId(item.0)).await?,
            ItemKind::Comment => self.moderate_comment(ctx, model::domain::ids::CommentId(item.0)).await?,
        };
        Ok(match shown {
            ModerationItem::Paper(mut page) => {
                let all = page.paper.redacted.clone().with(&new.passages);
                all.hide_in_paper(&mut page.paper.content);
                for one in &mut page.recommendations {
                    all.hide(&mut one.text);
                }
                for one in &mut page.corrigenda {
                    all.hide(&mut one.text);
                }
                ModerationItem::Paper(page)
            }
            ModerationItem::Comment(mut page) => {
                page.comment.redacted.clone().with(&new.passages).hide_in_comment(&mut page.comment.content);
                ModerationItem::Comment(page)
            }
        })
    }

    pub(super) async fn redact_words(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, new: NewRedaction) -> PortalResult<DecisionId> {
        let this = self.clone();
        let id = DecisionId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [this, ctx, new], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            // Others who redact wait, and see what this hides.
            Subject::of(tx, kind, item).await?.hold(tx).await?;
            let subject = Subject::of(tx, kind, item).await?;
            let redacting = permitted(tx, &ctx, &actor, &subject, &new).await?;
            decisions::insert_redaction(tx, &new_act(&subject, id, &actor, &new.reason)?, &redacting, new.code).await?;
            redactions::insert(tx, id, item, redacting.passages()).await?;
            redactions::settle(tx, kind, item).await?;
            let detail = serde_json::json!({ "code": new.code, "version": subject.version });
            audit::insert(tx, &this.event(&ctx, AuditAct::WordsRedacted, kind.code(), item, detail)).await?;
            this.tell_of_redaction(tx, &ctx, &subject, id, &new).await?;
            Ok(id)
        })
        .await
    }

    /// Writes to its members: what was done, why, and what they can do about it.
    async fn tell_of_redaction(&self, tx: &mut Tx, ctx: &Ctx, subject: &Subject, id: DecisionId, new: &NewRedaction) -> PortalResult<()> {
        let all = subject.named.iter().copied().chain([subject.organisation]);
        let people = people::of_organisations(tx, all).await?;
        for (organisation, person) in people.into_iter().flat_map(|(id, people)| people.into_iter().map(move |person| (id, person))) {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let title = subject.title_in(l);
            let title = title.as_str();
            let until = calendar::full(l, ctx.now + APPEAL_TIME, &subject.line.round.time_zone);
            let mut paragraphs = vec![
                t::mail_redacted(l, title),
                t::mail_redacted_kept(l).to_owned(),
                m::mail_decision_reason(l, labels::reason_code(l, new.code)),
            ];
            if !new.reason.is_empty() {
                paragraphs.push(acts::mail_act_words(l, new.reason.as_str()));
            }
            // The lead appeals, for all.
            if organisation == subject.organisation {
                paragraphs.push(appeals::mail_may_appeal(l, self.link(&routes::decision(l, id)), until));
            }
            paragraphs.push(m::mail_decision_link(l, self.link(&subject.path(l))));
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, t::mail_redacted_subject(l, title), &paragraphs)).await?;
        }
        Ok(())
    }
}
