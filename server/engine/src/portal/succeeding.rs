//! Papers that end before their deadline: withdrawn, or replaced by another of their authors; and what was changed from one to the next.

use super::joint_letters::Letter;
use super::papers::{own_paper, paper_page, submitted_content};
use super::submitting::KeptPaper;
use super::{ServerPortal, actor_now, in_tx, person_of, recommending};
use crate::store::{Tx, audit, co_signing, corrigenda, joint, late, mails, members, organisations, papers, people, receipts, rounds};
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::ids::{OrganisationId, PaperId, ReceiptId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::{Language, Locale};
use model::domain::late::LateState;
use model::domain::paper::{Consent, Paper, PaperContent};
use model::domain::receipt::Receipt;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::error::{PortalError, PortalResult};
use model::i18n::t::succession as t;
use model::policy::{self, ReplacePaper, WithdrawPaper};
use model::portal::{Ctx, PaperComparison, PaperVersion, RoundLine};
use model::routes;
use std::collections::BTreeSet;

/// So many versions of a paper are followed, back from the newest.
const MOST_VERSIONS: usize = 50;

impl ServerPortal {
    pub(super) async fn withdraw(&self, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let paper = own_paper(tx, &actor, id).await?;
            // The same click again.
            if paper.state == ItemState::Withdrawn && paper.version == version + 1 {
                return Ok(());
            }
            let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
            let window = line.round.window.clone();
            let withdraw = WithdrawPaper { paper: id, organisation: paper.organisation, state: paper.state, window };
            let permit = policy::permit(&actor, withdraw, ctx.now)?;
            if paper.version != version {
                return Err(PortalError::Conflict);
            }
            papers::set_withdrawn(tx, &paper.withdraw(permit)).await?;
            this.end(tx, &ctx, &paper).await?;
            let receipt = receipts::latest_of_item(tx, id.item()).await?.map(|receipt| receipt.number);
            let detail = serde_json::json!({ "receipt": receipt, "version": version });
            audit::insert(tx, &this.event(&ctx, AuditAct::PaperWithdrawn, ItemKind::Paper.code(), id, detail)).await?;
            this.tell_of_withdrawal(tx, &ctx, &paper, &line, receipt.as_deref().unwrap_or_default()).await
        })
        .await
    }

    /// Writes to the members of the organisation: nobody of them finds it gone without knowing why.
    async fn tell_of_withdrawal(&self, tx: &mut Tx, ctx: &Ctx, paper: &Paper, line: &RoundLine, receipt: &str) -> PortalResult<()> {
        let by = ctx.actor.signed_in().map_or("", |person| person.full_name.as_str());
        let title = paper.content.title.as_str();
        // It was open a moment ago, or nothing could have been withdrawn.
        let Phase::Open { until } = line.round.window.phase(paper.organisation, None, ctx.now) else { return Ok(()) };
        for person in people::of_organisation(tx, paper.organisation).await? {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let round = line.round.title.get(l);
            let another = t::mail_withdrawn_until(l, round, calendar::full(l, until, &line.round.time_zone));
            let paragraphs = [
                t::mail_withdrawn(l, by, receipt, title),
                t::mail_withdrawn_record(l).to_owned(),
                another,
                t::mail_withdrawn_link(l, self.link(&routes::paper(l, paper.id))),
            ];
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, t::mail_withdrawn_subject(l, title), &paragraphs)).await?;
        }
        Ok(())
    }

    pub(super) async fn replace(&self, ctx: &Ctx, id: PaperId) -> PortalResult<PaperId> {
        let new = PaperId(self.ids.uuid(ctx.now));
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let organisation = papers::by_id(tx, id).await?.ok_or(PortalError::NotFound)?.organisation;
            // Of two who begin at once the second finds what the first has begun; a merger comes before or after.
            organisations::lock(tx, organisation).await?;
            let actor = actor_now(tx, &ctx).await?;
            let paper = own_paper(tx, &actor, id).await?;
            if let Some((begun, _)) = papers::succession(tx, id, true).await?.replaced_by {
                return Ok(begun);
            }
            let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
            let window = line.round.window.clone();
            let replace = ReplacePaper { paper: id, organisation: paper.organisation, state: paper.state, window };
            let permit = policy::permit(&actor, replace, ctx.now)?;
            let by = person_of(&actor)?;
            let draft = papers::NewPaper {
                id: new,
                organisation: permit.action().organisation,
                round: paper.round,
                content: &paper.content,
                replaces: Some(permit.action().paper),
                by,
                at: permit.at(),
            };
            papers::insert(tx, &draft).await?;
            joint::copy(tx, id, new, ctx.now).await?;
            let invited = joint::of_paper(tx, new).await?.into_iter().map(|one| one.organisation.id).collect();
            members::note_act(tx, paper.organisation, by, ctx.now).await?;
            this.write_to_invited(tx, &ctx, &Paper { id: new, ..paper }, invited, Letter::Invited).await?;
            Ok(new)
        })
        .await
    }

    /// What `paper` does to those it replaces, one after the other, now that it is submitted, or `accepted`. What is public stays so until
    /// then: the version accepted in time stands if nothing comes in its place.
    pub(super) async fn supersede(&self, tx: &mut Tx, ctx: &Ctx, paper: &Paper, accepted: bool) -> PortalResult<()> {
        let mut earlier = paper.replaces;
        for _ in 0..MOST_VERSIONS {
            let Some(id) = earlier else { break };
            let Some(old) = papers::by_id(tx, id).await? else { break };
            if old.state.stands() && (accepted || old.state != ItemState::Accepted) {
                papers::set_replaced(tx, old.id, old.version, ctx.now).await?;
                self.end(tx, ctx, &old).await?;
                let detail = serde_json::json!({ "by": paper.id });
                audit::insert(tx, &self.event(ctx, AuditAct::PaperReplaced, ItemKind::Paper.code(), old.id, detail)).await?;
            }
            earlier = old.replaces;
        }
        Ok(())
    }

    /// What had to give way to `paper` when it was accepted at `at` is public again, with the names under it, who are told. What was asked
    /// for beside it is not.
    pub(super) async fn reinstate(&self, tx: &mut Tx, ctx: &Ctx, paper: &Paper, at: Instant) -> PortalResult<()> {
        let mut earlier = paper.replaces;
        for _ in 0..MOST_VERSIONS {
            let Some(id) = earlier else { break };
            let Some(old) = papers::by_id(tx, id).await? else { break };
            if papers::reinstate(tx, id, at).await? {
                let names = co_signing::reinstate(tx, id, at).await?;
                self.tell_signatories(
                    tx,
                    ctx,
                    names,
                    &old.redacted.shown(&old.content.title),
                    |l, title| t::mail_signature_again_subject(l, title),
                    |l, title| t::mail_signature_again(l, title),
                )
                .await?;
                let detail = serde_json::json!({ "paper": paper.id });
                audit::insert(tx, &self.event(ctx, AuditAct::DecisionTakenBack, ItemKind::Paper.code(), id, detail)).await?;
            }
            earlier = old.replaces;
        }
        Ok(())
    }

    /// Writes to those whose names stand under a paper what became of it.
    pub(super) async fn tell_signatories(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        names: Vec<OrganisationId>,
        title: &str,
        heading: impl Fn(Locale, &str) -> String + Send + Sync,
        sentence: impl Fn(Locale, &str) -> String + Send + Sync,
    ) -> PortalResult<()> {
        for person in people::of_organisations(tx, names).await?.into_values().flatten() {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, heading(l, title), &[sentence(l, title)])).await?;
        }
        Ok(())
    }

    /// What ends with a paper: the words that were submitted are its words for good, names under it and offers end, and nothing of it waits
    /// any more. `paper`: as it was before.
    async fn end(&self, tx: &mut Tx, ctx: &Ctx, paper: &Paper) -> PortalResult<()> {
        if paper.state == ItemState::Returned {
            self.put_back(tx, ctx, paper).await?;
        }
        late::close(tx, paper.id.item(), LateState::Settled, ctx.now).await?;
        corrigenda::lapse(tx, paper.id, ctx.now).await?;
        // Who wrote it together is told of what comes in its place by a letter about that.
        let joint: BTreeSet<_> = joint::authors(tx, paper.id).await?.into_iter().map(|one| one.id).collect();
        let signatories = co_signing::end(tx, paper.id, ctx.now).await?;
        let title = paper.redacted.shown(&paper.content.title);
        let title = title.as_str();
        for (organisation, people) in people::of_organisations(tx, signatories).await? {
            let why = if joint.contains(&organisation) { t::mail_signature_ended_joint } else { t::mail_signature_ended_why };
            for person in people {
                let l = Locale::from_code(&person.locale).unwrap_or_default();
                let paragraphs = [t::mail_signature_ended(l, title), why(l).to_owned()];
                mails::insert(tx, &self.letter(ctx.now, l, &person.email, t::mail_signature_ended_subject(l, title), &paragraphs)).await?;
            }
        }
        Ok(())
    }

    /// The words of a paper that was returned may be on their way to other ones. Those nobody has submitted go on as a draft of their own.
    async fn put_back(&self, tx: &mut Tx, ctx: &Ctx, paper: &Paper) -> PortalResult<()> {
        // In the queue it is in now: where it was sent is not what somebody wrote.
        let Some(submitted) = submitted_content(tx, paper).await? else { return Ok(()) };
        if submitted != paper.content {
            let newer = PaperId(self.ids.uuid(ctx.now));
            papers::split(tx, paper.id, newer, false).await?;
            joint::copy(tx, paper.id, newer, ctx.now).await?;
            papers::restore(tx, paper.id, &submitted).await?;
        }
        Ok(())
    }

    pub(super) async fn compare(
        &self,
        ctx: &Ctx,
        id: PaperId,
        old: Option<ReceiptId>,
        new: Option<ReceiptId>,
    ) -> PortalResult<PaperComparison> {
        let mut tx = self.db.read().await?;
        let page = paper_page(&mut tx, ctx, id).await?;
        // The public sees what is public, and that has no versions.
        if !page.own && page.receipts.is_empty() {
            return Err(PortalError::NotFound);
        }
        let mut versions: Vec<_> =
            receipts::of_versions(&mut tx, id).await?.into_iter().map(|receipt| version_of(receipt, page.paper.content.language)).collect();
        if page.own && page.paper.state.is_editable() {
            versions.insert(0, PaperVersion { receipt: None, content: page.paper.content });
        }
        // What was for the chair only is no moderator's to read, also where another version has taken its place.
        if !page.own && !policy::visible(&ctx.actor, ctx.now).reads_for_the_chair(page.line.body.id) {
            versions.retain(|version| version.content.consent != Some(Consent::ChairOnly));
        }
        let place = |wanted: Option<ReceiptId>, default: usize| match wanted {
            None => Ok(default),
            Some(id) => versions
                .iter()
                .position(|version| version.receipt.as_ref().is_some_and(|(of, _, _)| *of == id))
                .ok_or(PortalError::NotFound),
        };
        let last = versions.len().checked_sub(1).ok_or(PortalError::NotFound)?;
        let new = place(new, 0)?;
        let old = place(old, last.min(new + 1))?;
        // The earlier first, whichever way round they were asked for.
        let (old, new) = (old.max(new), old.min(new));
        let both = [&versions[old], &versions[new]];
        let targets = recommending::targets(&mut tx, both.into_iter().flat_map(|version| &version.content.recommendations)).await?;
        Ok(PaperComparison { id, line: page.line, versions, old, new, targets })
    }
}

/// What a receipt was given for. `otherwise`: the language of what it does not tell.
fn version_of(receipt: Receipt, otherwise: Language) -> PaperVersion {
    let kept: Option<KeptPaper> = serde_json::from_str(&receipt.content).ok();
    let content = kept.map_or_else(|| PaperContent::empty(otherwise), |kept| kept.into_content(None, otherwise));
    PaperVersion { receipt: Some((receipt.id, receipt.number, receipt.received_at)), content }
}
