//! Position papers: reading and saving. Submitting has its own file.

use super::grants::attach;
use super::proofs::receipt_page;
use super::submission::Attempt;
use super::submitting::KeptPaper;
use super::{ServerPortal, joint, paging, person_of, recommending, redacting, require_person, require_visible, writing_for};
use crate::store::{
    StoreResult, Tx, accreditations, co_signing, comments, corrigenda, decisions, grants, inscriptions, joint as joint_store, late,
    paper_lists, papers, receipts, rounds, subgroup_members, subgroups,
};
use async_trait::async_trait;
use model::domain::corrigendum::{self, Corrigendum};
use model::domain::ids::{BodyId, OrganisationId, PaperId, ReceiptId, RoundId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::paper::{Consent, Paper, PaperContent};
use model::domain::person::Actor;
use model::domain::receipt::Receipt;
use model::domain::round::RoundKind;
use model::domain::subgroup::Subgroup;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::error::{PortalError, PortalResult};
use model::policy::{self, AskCorrigendum, DiscardDraft, ItemFacts, ReplacePaper, WithdrawPaper, WriteInput};
use model::portal::{
    Ctx, OwnInput, PaperComparison, PaperEditor, PaperEnds, PaperLine, PaperPage, Papers, PlaceToTake, ReceiptPage, RoundLine, RoundPapers,
    SavePaper, Saved, Shelf, Slice, SubgroupChoice, Submitted, Succession, Targets,
};

#[async_trait]
impl Papers for ServerPortal {
    async fn papers(&self, _ctx: &Ctx, cursor: Option<&str>) -> PortalResult<Slice<PaperLine>> {
        let cursor = cursor.map(paging::parse_at_id).transpose()?;
        let mut tx = self.db.read().await?;
        Ok(paging::papers(paper_lists::public(&mut tx, cursor, paging::ASKED).await?))
    }

    async fn round_papers(&self, ctx: &Ctx, round: RoundId, shelf: Shelf, cursor: Option<&str>) -> PortalResult<RoundPapers> {
        let cursor = cursor.map(paging::parse_at_id).transpose()?;
        let mut tx = self.db.read().await?;
        let line = rounds::by_id(&mut tx, round).await?.ok_or(PortalError::NotFound)?;
        let papers = match shelf {
            Shelf::InTime | Shelf::Late => {
                paper_lists::public_of_round(&mut tx, round, shelf == Shelf::Late, cursor, paging::ASKED).await?
            }
            Shelf::ForTheChair => {
                if !policy::visible(&ctx.actor, ctx.now).reads_for_the_chair(line.body.id) {
                    return Err(PortalError::NotFound);
                }
                paper_lists::for_the_chair(&mut tx, round, cursor, paging::ASKED).await?
            }
        };
        Ok(RoundPapers { line, shelf, list: paging::papers(papers) })
    }

    async fn paper(&self, ctx: &Ctx, id: PaperId) -> PortalResult<PaperPage> {
        let mut tx = self.db.read().await?;
        paper_page(&mut tx, ctx, id).await
    }

    async fn paper_editor(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<PaperEditor> {
        let mut tx = self.db.read().await?;
        let mut line = position_round(&mut tx, round).await?;
        let person = require_person(ctx)?;
        let writing = writing_for(&ctx.actor, organisation)?;
        line.round.window.grants = grants::of_organisation(&mut tx, round, writing).await?;
        let joined = subgroup_members::joined(&mut tx, writing).await?;
        let mut choices: Vec<SubgroupChoice> = subgroups::of_body(&mut tx, line.body.id)
            .await?
            .into_iter()
            .map(|subgroup| SubgroupChoice { joined: joined.contains(&subgroup.id), subgroup })
            .collect();
        if let Some(only) = line.round.subgroup {
            choices.retain(|choice| choice.subgroup.id == only);
        }
        choices.sort_by_key(|choice| !choice.joined);
        Ok(PaperEditor {
            line,
            subgroups: choices,
            organisation: writing,
            organisation_name: person.name_of(writing).to_owned(),
            organisations: ctx.actor.writing_for(),
        })
    }

    async fn targets(&self, _ctx: &Ctx, body: BodyId) -> PortalResult<Targets> {
        let mut tx = self.db.read().await?;
        Ok(recommending::choices(&mut tx, body).await?)
    }

    async fn save_paper(&self, ctx: &Ctx, save: SavePaper) -> PortalResult<Saved<PaperId>> {
        self.save(ctx, save, false).await
    }

    async fn autosave_paper(&self, ctx: &Ctx, save: SavePaper) -> PortalResult<Saved<PaperId>> {
        self.save(ctx, save, true).await
    }

    async fn place_to_take(&self, ctx: &Ctx, draft: PaperId) -> PortalResult<Option<PlaceToTake>> {
        let mut tx = self.db.read().await?;
        let draft = own_paper(&mut tx, &ctx.actor, draft).await?;
        let Some(place) = papers::place_to_take(&mut tx, draft.id).await? else { return Ok(None) };
        Ok(super::taking_place::permitted_place(&mut tx, ctx, &ctx.actor, &draft, place.id).await.is_ok().then_some(place))
    }

    async fn take_place(&self, ctx: &Ctx, draft: PaperId, of: PaperId) -> PortalResult<()> {
        self.take_place_of(ctx, draft, of).await
    }

    async fn submit_paper(&self, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<Submitted> {
        let mut result = self.submit_once(ctx, id, version).await;
        if matches!(result, Err(PortalError::Conflict)) {
            // Another request came in between, most likely the same click: decided again once, on what is there now.
            result = self.submit_once(ctx, id, version).await;
        }
        match result? {
            Attempt::Taken(submitted) => Ok(submitted),
            Attempt::Refused(denied) => Err(denied.into()),
        }
    }

    async fn discard_draft(&self, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<RoundId> {
        self.discard(ctx, id, version).await
    }

    async fn withdraw_paper(&self, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<()> {
        self.withdraw(ctx, id, version).await
    }

    async fn replace_paper(&self, ctx: &Ctx, id: PaperId) -> PortalResult<PaperId> {
        self.replace(ctx, id).await
    }

    async fn successor(&self, _ctx: &Ctx, id: PaperId) -> PortalResult<Option<PaperId>> {
        let mut tx = self.db.read().await?;
        Ok(papers::successor(&mut tx, id).await?)
    }

    async fn compare_paper(&self, ctx: &Ctx, id: PaperId, old: Option<ReceiptId>, new: Option<ReceiptId>) -> PortalResult<PaperComparison> {
        self.compare(ctx, id, old, new).await
    }

    async fn paper_receipt(&self, ctx: &Ctx, id: PaperId) -> PortalResult<ReceiptPage> {
        let mut tx = self.db.read().await?;
        let page = paper_page(&mut tx, ctx, id).await?;
        let receipt = page.receipts.into_iter().next().ok_or(PortalError::NotFound)?;
        receipt_page(&mut tx, receipt, page.paper.content.title, page.paper.state, page.organisation, page.line).await
    }

    async fn receipt_content(&self, ctx: &Ctx, id: ReceiptId) -> PortalResult<Receipt> {
        let mut tx = self.db.read().await?;
        let receipt = receipts::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        // Whoever may see the record of the item may have its bytes.
        match receipt.kind {
            ItemKind::Paper => {
                let page = paper_page(&mut tx, ctx, PaperId(receipt.item.0)).await?;
                page.receipts.into_iter().find(|r| r.id == id).ok_or(PortalError::NotFound)
            }
            ItemKind::Comment => {
                let page = super::comments::comment_page(&mut tx, ctx, model::domain::ids::CommentId(receipt.item.0)).await?;
                if page.in_office || page.page.own { Ok(receipt) } else { Err(PortalError::NotFound) }
            }
        }
    }

    async fn own_input(&self, ctx: &Ctx) -> PortalResult<OwnInput> {
        let person = require_person(ctx)?.person;
        let mut tx = self.db.read().await?;
        let papers = paper_lists::of_person(&mut tx, person).await?;
        let comments = comments::of_person(&mut tx, person).await?;
        let mut all = rounds::of_person(&mut tx, person).await?;
        let given = grants::of_person(&mut tx, person).await?;
        for line in rounds::latest(&mut tx).await? {
            let open = line.round.window.public_phase(ctx.now).is_open() || given.iter().any(|(round, _)| *round == line.round.id);
            if open && !all.iter().any(|known| known.round.id == line.round.id) {
                all.push(line);
            }
        }
        attach(&mut all, &given);
        all.sort_by_key(|line| (!line.round.window.public_phase(ctx.now).is_open(), line.round.window.closes_at));
        let inscriptions = inscriptions::of_person(&mut tx, person).await?;
        let applications = accreditations::of_person(&mut tx, person).await?;
        let signatures = co_signing::of_person(&mut tx, person).await?;
        let invitations = joint_store::of_person(&mut tx, person).await?;
        let subgroups = subgroup_members::of_person(&mut tx, person).await?;
        Ok(OwnInput { papers, comments, rounds: all, inscriptions, applications, signatures, invitations, subgroups })
    }
}

/// By which right somebody reads an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// By what everybody, its authors or an office see of it.
    Own,
    /// Its authors appeal to somebody who is asked with policy.
    Appeal,
}

/// A paper's page for whoever may see it.
pub(super) async fn paper_page(tx: &mut Tx, ctx: &Ctx, id: PaperId) -> PortalResult<PaperPage> {
    paper_page_by(tx, ctx, id, Sight::Own).await
}

/// The same by a right of its own.
pub(super) async fn paper_page_by(tx: &mut Tx, ctx: &Ctx, id: PaperId, by: Sight) -> PortalResult<PaperPage> {
    let mut paper = papers::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
    let facts = ItemFacts {
        state: paper.state,
        organisation: paper.organisation,
        body: line.body.id,
        subgroup: paper.content.subgroup,
        for_the_chair: paper.is_for_the_chair(),
    };
    if by == Sight::Own {
        require_visible(ctx, facts)?;
    }
    let own = ctx.actor.is_member(paper.organisation);
    let sight = policy::visible(&ctx.actor, ctx.now);
    let oversees = sight.oversees(facts);
    let in_office = by == Sight::Appeal || oversees;
    let (mut record, mut judged) = (Vec::new(), Vec::new());
    let refusals = if own { late::of_item(tx, id.item()).await? } else { Vec::new() };
    if own || in_office {
        record = receipts::of_item(tx, id.item()).await?;
    }
    // Who answers an appeal reads the input, not what else was done with it.
    if own || oversees {
        judged = decisions::of_item(tx, id.item(), !own).await?;
    }
    if !own && paper.state.is_editable() {
        // Returned, and perhaps being revised: those in office read what was submitted, not what is being written.
        restore_submitted(&mut paper, record.first());
    }
    let redacted = std::mem::take(&mut paper.redacted);
    let is_redacted = !redacted.is_empty();
    let joint = if paper.state.is_editable() { Vec::new() } else { joint_store::authors(tx, id).await? };
    let named: Vec<_> = joint.iter().map(|one| one.id).collect();
    let reads = by == Sight::Appeal || sight.reads_redacted(facts, &named);
    if reads {
        paper.redacted = redacted.clone();
    } else {
        redacted.hide_in_paper(&mut paper.content);
    }
    let redactions = redacting::of_item(tx, id.item(), &redacted, &judged, reads).await?;
    let (organisation, late, submitted_by) = papers::source(tx, id).await?.ok_or(PortalError::NotFound)?;
    // As it was submitted, whatever is being written.
    let submitted_by = submitted_by.filter(|_| paper.content.consent == Some(Consent::Public));
    let subgroup = subgroup_of(tx, &paper.content).await?;
    let recommendations = recommending::of_paper(tx, &paper.content).await?;
    let editable = policy::check(&ctx.actor, &WriteInput { organisation: paper.organisation, state: paper.state }, ctx.now).is_ok();
    let phase = line.round.window.phase(paper.organisation, Some(id.item()), ctx.now);
    let standing = accreditations::standing(tx, line.body.id, line.session.id, paper.organisation).await?;
    let public = paper.state == ItemState::Accepted;
    let public_receipt = if public && (own || in_office || !is_redacted) { receipts::newest_number(tx, id.item()).await? } else { None };
    let signatories = if public { co_signing::signatories(tx, id).await? } else { Vec::new() };
    let co_signing = if public { super::co_signing::open_round(tx, ctx, id).await? } else { None };
    let invited = if own && paper.state.is_editable() { joint::answers(tx, &paper, &line).await? } else { Vec::new() };
    let succession = if own || in_office {
        papers::succession(tx, id, own || sight.reads_for_the_chair(line.body.id)).await?
    } else {
        Succession::default()
    };
    let corrigenda = match (own, in_office) {
        // Nothing is corrected that was never public.
        _ if paper.state == ItemState::Draft => Vec::new(),
        (true, _) => corrigenda::of_paper(tx, id).await?,
        (false, true) => super::corrigenda::for_office(corrigenda::of_paper(tx, id).await?),
        (false, false) => {
            let mut published = corrigenda::published(tx, id).await?;
            for one in &mut published {
                redacted.hide(&mut one.text);
            }
            published
        }
    };
    let ends = ends(ctx, &paper, &line, !refusals.is_empty(), &corrigenda);
    let (receipts, decisions) = (record, judged);
    Ok(PaperPage {
        paper,
        organisation,
        line,
        subgroup,
        recommendations,
        standing,
        signatories,
        joint,
        invited,
        corrigenda,
        co_signing,
        receipts,
        public_receipt,
        decisions,
        redactions,
        refusals,
        late,
        submitted_by,
        own,
        editable,
        phase,
        succession,
        ends,
    })
}

/// Whether the actor may take a paper back now, begin one in its place, or have it corrected.
fn ends(ctx: &Ctx, paper: &Paper, line: &RoundLine, on_record: bool, corrigenda: &[Corrigendum]) -> PaperEnds {
    let (paper, organisation, state) = (paper.id, paper.organisation, paper.state);
    let discard = DiscardDraft { paper, organisation, state, on_record };
    let withdraw = WithdrawPaper { paper, organisation, state, window: line.round.window.clone() };
    let replace = ReplacePaper { paper, organisation, state, window: line.round.window.clone() };
    let waiting = corrigendum::waiting(corrigenda).is_some();
    let correct = AskCorrigendum { paper, organisation, state, window: line.round.window.clone(), waiting };
    PaperEnds {
        withdraw: policy::check(&ctx.actor, &withdraw, ctx.now),
        replace: policy::check(&ctx.actor, &replace, ctx.now).is_ok(),
        discard: policy::check(&ctx.actor, &discard, ctx.now),
        correct: policy::check(&ctx.actor, &correct, ctx.now),
    }
}

fn restore_submitted(paper: &mut Paper, receipt: Option<&Receipt>) {
    let submitted: Option<KeptPaper> = receipt.and_then(|receipt| serde_json::from_str(&receipt.content).ok());
    let (subgroup, language) = (paper.content.subgroup, paper.content.language);
    paper.content = submitted.map_or_else(|| PaperContent::empty(language), |kept| kept.into_content(subgroup, language));
}

/// The words of a paper as they were last submitted, which may be other ones than those being written.
pub(super) async fn submitted_content(tx: &mut Tx, paper: &Paper) -> PortalResult<Option<PaperContent>> {
    let Some(receipt) = receipts::latest_of_item(tx, paper.id.item()).await? else { return Ok(None) };
    let kept: KeptPaper = serde_json::from_str(&receipt.content).map_err(|error| super::incident(&error))?;
    Ok(Some(kept.into_content(paper.content.subgroup, paper.content.language)))
}

/// A paper of the actor's organisation. For anybody else there is none.
pub(super) async fn own_paper(tx: &mut Tx, actor: &Actor, id: PaperId) -> PortalResult<Paper> {
    let paper = papers::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    person_of(actor)?;
    if actor.is_member(paper.organisation) { Ok(paper) } else { Err(PortalError::NotFound) }
}

pub(super) async fn subgroup_of(tx: &mut Tx, content: &PaperContent) -> StoreResult<Option<Subgroup>> {
    match content.subgroup {
        Some(id) => subgroups::by_id(tx, id).await,
        None => Ok(None),
    }
}

/// The round in which something is begun. Until it opens its chair may still change what it asks for, as long as nobody writes in it:
/// then of the two one waits for the other, and reads what that one wrote.
pub(super) async fn round_to_begin_in(tx: &mut Tx, id: RoundId, now: Instant) -> PortalResult<RoundLine> {
    let line = rounds::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    if !matches!(line.round.window.public_phase(now), Phase::Upcoming { .. }) {
        return Ok(line);
    }
    rounds::lock(tx, id).await?;
    rounds::by_id(tx, id).await?.ok_or(PortalError::NotFound)
}

/// A round that calls for position papers.
pub(super) async fn position_round(tx: &mut Tx, id: RoundId) -> PortalResult<RoundLine> {
    of_papers(rounds::by_id(tx, id).await?.ok_or(PortalError::NotFound)?)
}

pub(super) fn of_papers(line: RoundLine) -> PortalResult<RoundLine> {
    if line.round.kind == RoundKind::PositionPapers { Ok(line) } else { Err(PortalError::NotFound) }
}
