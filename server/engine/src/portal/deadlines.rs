//! Reading and moving deadlines.

use super::admitting::Admitted;
use super::grants::add_own_grants;
use super::{ServerPortal, actor_now, in_tx};
use crate::store::announcements::Recipient;
use crate::store::{
    Tx, accreditations, audit, drafts, inscriptions, late as attempts, ledger, mails, paper_lists, people, rounds, subgroups,
};
use async_trait::async_trait;
use model::calendar;
use model::domain::accreditation::AccreditationStatus;
use model::domain::audit::AuditAct;
use model::domain::ids::{LedgerEntryId, RoundId};
use model::domain::language::Locale;
use model::domain::late::{self, Refusal};
use model::domain::permit::Permit;
use model::domain::role::RoleName;
use model::domain::round::{LedgerEntry, LedgerKind, RoundKind};
use model::domain::time::Instant;
use model::domain::validate::Fault;
use model::domain::window::Phase;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::DeadlineForm;
use model::i18n::t::{accreditation, co_signing as co_signing_words, ledger as t, planning, speakers};
use model::policy::{self, ChangeDeadline, ManageRounds, ReadApplications, ReadSpeakers};
use model::portal::{
    Ctx, Deadlines, FIRST_PAPERS, Mail, NewDeadline, PaperLine, RoundAccreditation, RoundCoSigning, RoundLine, RoundPage, RoundSpeakers,
};
use model::routes;

/// Ledger entries that stand on the round's own page, apart from the one in force.
const NEWEST: i64 = 5;

#[async_trait]
impl Deadlines for ServerPortal {
    async fn round(&self, ctx: &Ctx, id: RoundId) -> PortalResult<RoundPage> {
        let mut tx = self.db.read().await?;
        let mut line = rounds::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        add_own_grants(&mut tx, ctx, std::slice::from_mut(&mut line)).await?;
        let ledger = ledger::newest(&mut tx, id, NEWEST).await?;
        let draft = match line.round.draft_version {
            Some(version) => drafts::by_id(&mut tx, version).await?,
            None => None,
        };
        let subgroup = match line.round.subgroup {
            Some(subgroup) => subgroups::by_id(&mut tx, subgroup).await?,
            None => None,
        };
        let mut papers = Vec::new();
        let mut late_papers = Vec::new();
        let mut unsubmitted = Vec::new();
        let mut speakers = RoundSpeakers::default();
        let mut accreditation = RoundAccreditation::default();
        let mut co_signing = RoundCoSigning::default();
        match line.round.kind {
            RoundKind::PositionPapers => {
                papers = paper_lists::public_of_round(&mut tx, id, false, None, FIRST_PAPERS).await?;
                late_papers = paper_lists::public_of_round(&mut tx, id, true, None, FIRST_PAPERS).await?;
                unsubmitted = own_unsubmitted(&mut tx, ctx, id).await?;
            }
            RoundKind::Speakers => {
                speakers.organisations = inscriptions::public(&mut tx, id).await?;
                speakers.count = inscriptions::count(&mut tx, id).await?;
                if let Some(person) = ctx.actor.signed_in() {
                    speakers.own = inscriptions::any_of_person(&mut tx, id, person.person).await?;
                }
                speakers.may_read = policy::check(&ctx.actor, &ReadSpeakers { body: line.body.id }, ctx.now).is_ok();
            }
            RoundKind::Accreditation => accreditation = accreditation_of(&mut tx, ctx, &line).await?,
            RoundKind::CoSigning => co_signing = super::co_signing::of_round(&mut tx, ctx, &line).await?,
            RoundKind::Comments => {}
        }
        let may_change = policy::check(&ctx.actor, &ManageRounds { body: line.body.id }, ctx.now).is_ok();
        let late = if may_change { attempts::count(&mut tx, id).await? } else { 0 };
        let reads = line.round.kind == RoundKind::PositionPapers && policy::visible(&ctx.actor, ctx.now).reads_for_the_chair(line.body.id);
        let for_the_chair = if reads { Some(paper_lists::count_for_the_chair(&mut tx, id).await?) } else { None };
        // Numbers have no gaps.
        let entries = ledger.first().map_or(0, |newest| newest.number);
        Ok(RoundPage {
            line,
            ledger,
            entries,
            draft,
            subgroup,
            papers,
            late_papers,
            speakers,
            accreditation,
            co_signing,
            unsubmitted,
            may_change,
            for_the_chair,
            late,
        })
    }

    async fn change_deadline(&self, ctx: &Ctx, id: RoundId, new: NewDeadline) -> PortalResult<()> {
        let detail = serde_json::json!({ "closes_at": calendar::iso(new.closes_at), "time_zone": new.time_zone });
        let event = self.event(ctx, AuditAct::DeadlineChanged, "round", id, detail);
        let entry_id = LedgerEntryId(self.ids.uuid(ctx.now));
        let this = self.clone();
        in_tx!(self.db, [this, ctx, new, event], |tx| {
            rounds::lock(tx, id).await?;
            let line = rounds::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let window = &line.round.window;
            let actor = actor_now(tx, &ctx).await?;
            let change = ChangeDeadline { round: id, body: line.body.id, closes_at: window.closes_at, new_closes_at: new.closes_at };
            let permit = policy::permit(&actor, change, ctx.now)?;
            if new.closes_at == window.closes_at && new.time_zone == line.round.time_zone {
                return Err(invalid(Fault::Unchanged));
            }
            if new.closes_at <= window.opens_at {
                return Err(invalid(Fault::ClosesBeforeItOpens));
            }
            let entry = LedgerEntry {
                id: entry_id,
                round: permit.action().round,
                number: rounds::last_number(tx, id).await? + 1,
                kind: kind_of(permit.action()),
                opens_at: window.opens_at,
                closes_at: permit.action().new_closes_at,
                time_zone: new.time_zone.clone(),
                reason: new.reason.clone(),
                by: RoleName::Chair,
                recorded_at: permit.at(),
            };
            rounds::insert_entry(tx, &entry).await?;
            audit::insert(tx, &event).await?;
            let admitted = this.admit_covered(tx, &ctx, &line, &permit, &entry).await?;
            this.tell_of_deadline(tx, &line, &entry).await?;
            // All that is read comes before the first is proved: from there on others wait.
            let told = people::of_organisations(tx, admitted.iter().map(|(refusal, _)| refusal.organisation)).await?;
            for (refusal, admitted) in &admitted {
                let members = told.get(&refusal.organisation).map(Vec::as_slice).unwrap_or_default();
                this.tell_of_decision(tx, ctx.now, members, &line, refusal, &entry, Some(admitted)).await?;
            }
            Ok(())
        })
        .await
    }
}

/// What the reader's organisations have written in a round and not submitted.
async fn own_unsubmitted(tx: &mut Tx, ctx: &Ctx, round: RoundId) -> PortalResult<Vec<PaperLine>> {
    let Some(person) = ctx.actor.signed_in() else { return Ok(Vec::new()) };
    let mut own = paper_lists::of_person(tx, person.person).await?;
    own.retain(|paper| paper.round == round && paper.state.is_editable());
    Ok(own)
}

fn kind_of(change: &ChangeDeadline) -> LedgerKind {
    match change.new_closes_at.cmp(&change.closes_at) {
        std::cmp::Ordering::Less => LedgerKind::Shortened,
        std::cmp::Ordering::Equal => LedgerKind::Corrected,
        std::cmp::Ordering::Greater => LedgerKind::Extended,
    }
}

/// Who is accredited in a round, and what the reader may know beyond that.
async fn accreditation_of(tx: &mut Tx, ctx: &Ctx, line: &RoundLine) -> PortalResult<RoundAccreditation> {
    let id = line.round.id;
    let counts = accreditations::counts(tx, id).await?;
    let own = match ctx.actor.signed_in() {
        Some(person) => accreditations::any_of_person(tx, id, person.person).await?,
        None => false,
    };
    Ok(RoundAccreditation {
        accredited: accreditations::accredited(tx, id).await?,
        count: counts.iter().filter(|(status, _)| *status != AccreditationStatus::Withdrawn).map(|(_, count)| count).sum(),
        may_read: policy::check(&ctx.actor, &ReadApplications { body: line.body.id }, ctx.now).is_ok(),
        waiting: counts.iter().find(|(status, _)| *status == AccreditationStatus::InterestExpressed).map_or(0, |(_, count)| *count),
        own,
    })
}

impl ServerPortal {
    /// Takes the sealed attempts that the new window covers as submitted: they are in time by it. Answers what each became, to be
    /// proved and told.
    async fn admit_covered(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        line: &RoundLine,
        permit: &Permit<ChangeDeadline>,
        entry: &LedgerEntry,
    ) -> PortalResult<Vec<(Refusal, Admitted)>> {
        let mut all = Vec::new();
        for refusal in attempts::sealed_of_round(tx, line.round.id).await? {
            let Some(admission) = late::covered(permit, entry.opens_at, entry.id, &refusal) else { continue };
            if Self::settled_meanwhile(tx, ctx, &refusal).await? {
                continue;
            }
            let sealed = attempts::sealed(tx, refusal.id).await?.ok_or(PortalError::Conflict)?;
            let admitted = self.admit_sealed(tx, ctx, line, &refusal, sealed, &admission).await?;
            attempts::set_covered(tx, &admission, admitted.newer).await?;
            let detail = serde_json::json!({ "refusal": refusal.number, "receipt": admitted.receipt.number, "by": entry.id });
            audit::insert(tx, &self.event(ctx, AuditAct::LateAdmitted, refusal.kind.code(), refusal.item, detail)).await?;
            all.push((refusal, admitted));
        }
        Ok(all)
    }

    /// Writes to everybody whom a change of the deadline concerns, once each, in their language.
    pub(super) async fn tell_of_deadline(&self, tx: &mut Tx, line: &RoundLine, entry: &LedgerEntry) -> PortalResult<()> {
        for to in Self::concerned(tx, line).await? {
            let l = Locale::from_code(&to.locale).unwrap_or_default();
            mails::insert(tx, &self.deadline_letter(l, &to.email, line, entry)).await?;
        }
        Ok(())
    }

    /// Whom a change of the deadline concerns.
    pub(super) async fn concerned(tx: &mut Tx, line: &RoundLine) -> PortalResult<Vec<Recipient>> {
        let subgroup = match line.round.draft_version {
            Some(version) => drafts::by_id(tx, version).await?.map(|draft| draft.subgroup),
            None => line.round.subgroup,
        };
        Ok(ledger::concerned(tx, line.round.id, line.body.id, subgroup).await?)
    }

    fn deadline_letter(&self, l: Locale, recipient: &str, line: &RoundLine, entry: &LedgerEntry) -> Mail {
        let (round, before) = (line.round.title.get(l), &line.round);
        let now: Instant = entry.recorded_at;
        let until = calendar::full(l, entry.closes_at, &entry.time_zone);
        let from = calendar::full(l, before.window.closes_at, &before.time_zone);
        let reopened = matches!(before.window.public_phase(now), Phase::Closed { .. });
        let (subject, first) = match entry.kind {
            LedgerKind::Shortened => (t::mail_shortened_subject(l, round), t::mail_shortened(l, round, until)),
            LedgerKind::Set => {
                let opens = calendar::full(l, entry.opens_at, &entry.time_zone);
                (planning::mail_set_subject(l, round), planning::mail_set(l, opens, round, until))
            }
            LedgerKind::Extended if reopened => (t::mail_reopened_subject(l, round), t::mail_reopened(l, round, until)),
            LedgerKind::Extended => (t::mail_extended_subject(l, round), t::mail_extended(l, round, until)),
            _ => (t::mail_corrected_subject(l, round), t::mail_corrected(l, round, until)),
        };
        let paragraphs = [
            first,
            t::mail_deadline_before(l, from),
            t::mail_deadline_reason(l, entry.reason.as_str()),
            match before.kind {
                RoundKind::Speakers => speakers::mail_speakers_until(l),
                RoundKind::Accreditation => accreditation::mail_application_until(l),
                RoundKind::CoSigning => co_signing_words::mail_co_signing_until(l),
                RoundKind::PositionPapers | RoundKind::Comments => t::mail_deadline_drafts(l),
            }
            .to_owned(),
            t::mail_deadline_link(l, self.link(&routes::ledger_entry(l, line.round.id, entry.number))),
            t::mail_deadline_why(l).to_owned(),
        ];
        self.letter(now, l, recipient, subject, &paragraphs)
    }
}

fn invalid(fault: Fault) -> PortalError {
    PortalError::Invalid(vec![FieldError { field: DeadlineForm::CLOSES_AT, fault }])
}
