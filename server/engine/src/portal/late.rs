//! The late inbox: the chair sees whose attempts wait and how large they are, admits or declines; their authors see the receipts.

use super::admitting::Admitted;
use super::ledger::{Beside, add_entry};
use super::mailing::with_receipt;
use super::proofs::file_of;
use super::proving::Proof;
use super::{ServerPortal, actor_now, in_tx};
use crate::store::people::Person;
use crate::store::{Tx, audit, late, mails, people, rounds};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::{CommentId, LateAttemptId, LedgerEntryId, PaperId, RoundId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::late::{self as law, LateOutcome, Refusal};
use model::domain::person::Actor;
use model::domain::role::RoleName;
use model::domain::round::{LedgerEntry, LedgerKind};
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use model::i18n::t::late as t;
use model::policy::{self, DecideLate, Denied, ReadLate, ReadRefusal};
use model::portal::{Ctx, LateDecision, LateInbox, LateInboxes, LateLine, LatePage, Mail, RefusalPage, RoundLine};
use model::routes;

#[async_trait]
impl LateInboxes for ServerPortal {
    async fn late_inbox(&self, ctx: &Ctx, round: RoundId) -> PortalResult<LateInbox> {
        let mut tx = self.db.read().await?;
        let line = rounds::by_id(&mut tx, round).await?.ok_or(PortalError::NotFound)?;
        policy::check(&ctx.actor, &ReadLate { body: line.body.id }, ctx.now)?;
        let (sealed, past) = (late::waiting(&mut tx, round).await?, late::past(&mut tx, round).await?);
        Ok(LateInbox { line, sealed, waiting: late::count(&mut tx, round).await?, past })
    }

    async fn late_attempt(&self, ctx: &Ctx, id: LateAttemptId) -> PortalResult<LatePage> {
        let mut tx = self.db.read().await?;
        let (late, line) = of_chair(&mut tx, ctx, &ctx.actor, id).await?;
        let entry = rounds::entry(&mut tx, late.refusal.judged_by).await?;
        let decision = match late.refusal.decided_by {
            Some(id) => rounds::entry(&mut tx, id).await?,
            None => None,
        };
        let against = policy::check(&ctx.actor, &deciding(&late, &line), ctx.now).err();
        Ok(LatePage { line, late, entry, decision, against })
    }

    async fn decide_late(&self, ctx: &Ctx, id: LateAttemptId, decision: LateDecision) -> PortalResult<()> {
        let entry_id = LedgerEntryId(self.ids.uuid(ctx.now));
        let this = self.clone();
        in_tx!(self.db, [this, ctx, decision], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (found, _) = of_chair(tx, &ctx, &actor, id).await?;
            rounds::lock(tx, found.refusal.round).await?;
            // With the inbox held: an extension or a later attempt may have come first.
            let (late, line) = of_chair(tx, &ctx, &actor, id).await?;
            let permit = policy::permit(&actor, deciding(&late, &line), ctx.now)?;
            if decision.outcome == LateOutcome::Admit && Self::settled_meanwhile(tx, &ctx, &late.refusal).await? {
                return Ok(());
            }
            let at = permit.at();
            let (kind, act) = match decision.outcome {
                LateOutcome::Admit => (LedgerKind::Admitted, AuditAct::LateAdmitted),
                LateOutcome::Decline => (LedgerKind::Declined, AuditAct::LateDeclined),
            };
            let round = &line.round;
            let beside = Beside { id: entry_id, kind, closes_at: round.window.closes_at, zone: &round.time_zone, reason: &decision.reason };
            let entry = add_entry(tx, &line, beside, RoleName::Chair, at).await?;
            let ruling = law::decide(permit, decision.outcome, entry.id);
            let admitted = match ruling.admission(&late.refusal) {
                Some(admission) => {
                    let sealed = late::sealed(tx, id).await?.ok_or(PortalError::Conflict)?;
                    Some(this.admit_sealed(tx, &ctx, &line, &late.refusal, sealed, &admission).await?)
                }
                None => None,
            };
            late::set_decided(tx, &ruling, admitted.as_ref().and_then(|admitted| admitted.newer)).await?;
            let number = admitted.as_ref().map(|admitted| admitted.receipt.number.as_str());
            let detail = serde_json::json!({ "refusal": late.refusal.number, "receipt": number, "by": entry.id });
            let mut event = this.event(&ctx, act, late.refusal.kind.code(), late.refusal.item, detail);
            event.person = actor.signed_in().map(|person| person.person);
            audit::insert(tx, &event).await?;
            let members = people::of_organisation(tx, late.refusal.organisation).await?;
            this.tell_of_decision(tx, at, &members, &line, &late.refusal, &entry, admitted.as_ref()).await
        })
        .await
    }

    async fn refusal(&self, ctx: &Ctx, id: LateAttemptId) -> PortalResult<RefusalPage> {
        let mut tx = self.db.read().await?;
        let LateLine { refusal, organisation } = late::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        match policy::check(&ctx.actor, &ReadRefusal { organisation: refusal.organisation }, ctx.now) {
            Ok(()) => {}
            Err(denied @ Denied::NotSignedIn) => return Err(denied.into()),
            Err(_) => return Err(PortalError::NotFound),
        }
        let line = rounds::for_organisation(&mut tx, refusal.round, refusal.organisation).await?.ok_or(PortalError::NotFound)?;
        let entry = rounds::entry(&mut tx, refusal.judged_by).await?;
        let decision = match refusal.decided_by {
            Some(id) => rounds::entry(&mut tx, id).await?,
            None => None,
        };
        let signed = file_of(&mut tx, id.0, &refusal.number).await?;
        Ok(RefusalPage { line, refusal, organisation, entry, decision, signed })
    }
}

/// A late attempt, for the chair of its body. For anybody else there is none.
async fn of_chair(tx: &mut Tx, ctx: &Ctx, actor: &Actor, id: LateAttemptId) -> PortalResult<(LateLine, RoundLine)> {
    let late = late::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let line = rounds::by_id(tx, late.refusal.round).await?.ok_or(PortalError::NotFound)?;
    match policy::check(actor, &ReadLate { body: line.body.id }, ctx.now) {
        Ok(()) => Ok((late, line)),
        Err(denied @ (Denied::NotSignedIn | Denied::SecondFactorNeeded)) => Err(denied.into()),
        Err(_) => Err(PortalError::NotFound),
    }
}

const fn deciding(late: &LateLine, line: &RoundLine) -> DecideLate {
    let refusal = &late.refusal;
    DecideLate { attempt: refusal.id, body: line.body.id, organisation: refusal.organisation, state: refusal.state }
}

impl ServerPortal {
    /// Signs the receipt of what was admitted, and writes to `members` of the organisation what became of a late attempt. Comes last,
    /// as [`Self::prove`] does. `admitted`: it was admitted.
    #[expect(clippy::too_many_arguments, reason = "the facts of one decision")]
    pub(super) async fn tell_of_decision(
        &self,
        tx: &mut Tx,
        now: Instant,
        members: &[Person],
        line: &RoundLine,
        refusal: &Refusal,
        entry: &LedgerEntry,
        admitted: Option<&Admitted>,
    ) -> PortalResult<()> {
        let signed = match admitted {
            Some(Admitted { receipt, .. }) => Some((receipt.number.as_str(), self.prove(tx, &Proof::from(receipt)).await?)),
            None => None,
        };
        for person in members {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let letter = self.late_letter(now, l, &person.email, line, refusal, entry, admitted);
            let letter = match &signed {
                Some((number, signed)) => with_receipt(letter, number, signed),
                None => letter,
            };
            mails::insert(tx, &letter).await?;
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "the facts of one decision")]
    fn late_letter(
        &self,
        now: Instant,
        l: Locale,
        recipient: &str,
        line: &RoundLine,
        refusal: &Refusal,
        entry: &LedgerEntry,
        admitted: Option<&Admitted>,
    ) -> Mail {
        let (number, round) = (refusal.number.as_str(), line.round.title.get(l));
        let (subject, mut paragraphs) = match admitted {
            None => (t::mail_late_declined_subject(l, number), vec![t::mail_late_declined(l, number, round)]),
            Some(Admitted { receipt, for_the_chair, .. }) => {
                let first = match (entry.kind.sets_window(), *for_the_chair) {
                    (true, false) => t::mail_late_covered(l, number, round),
                    (false, false) => t::mail_late_admitted(l, number, round),
                    (true, true) => t::mail_late_covered_chair(l, number, round),
                    (false, true) => t::mail_late_admitted_chair(l, number, round),
                };
                let facts = t::mail_late_receipt(l, receipt.number.as_str(), receipt.sha256.as_str());
                (t::mail_late_admitted_subject(l, number), vec![first, facts])
            }
        };
        paragraphs.push(t::mail_late_reason(l, entry.reason.as_str()));
        match admitted {
            None => paragraphs.push(t::mail_late_draft(l).to_owned()),
            Some(Admitted { newer: Some(newer), .. }) => {
                let path = match refusal.kind {
                    ItemKind::Paper => routes::paper(l, PaperId(newer.0)),
                    ItemKind::Comment => routes::comment(l, CommentId(newer.0)),
                };
                paragraphs.push(t::mail_late_newer(l, self.link(&path)));
            }
            Some(_) => {}
        }
        paragraphs.push(t::mail_late_link(l, self.link(&routes::refusal(l, refusal.id))));
        self.letter(now, l, recipient, subject, &paragraphs)
    }
}
