//! An input before its decision, and who may read a queue.

use super::ServerPortal;
use super::comments::comment_page;
use super::papers::paper_page;
use super::undoing::decision_page;
use crate::store::{papers, rounds, subgroups};
use async_trait::async_trait;
use model::domain::ids::{BodyId, CommentId, DecisionId, ItemId, PaperId, SubgroupId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::person::Actor;
use model::domain::role::RoleName;
use model::domain::subgroup::Subgroup;
use model::error::{PortalError, PortalResult};
use model::policy::{self, Denied, ReadQueue};
use model::portal::{BulkLine, Ctx, DecisionPage, Moderation, ModerationItem, NewDecision, NewMove, NewRedaction};

#[async_trait]
impl Moderation for ServerPortal {
    async fn moderate_paper(&self, ctx: &Ctx, id: PaperId) -> PortalResult<ModerationItem> {
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        let page = paper_page(&mut tx, ctx, id).await?;
        require_in_charge(&ctx.actor, ctx, page.paper.content.subgroup, page.line.body.id)?;
        if page.paper.state == ItemState::Draft || page.paper.is_for_the_chair() {
            return Err(PortalError::NotFound);
        }
        Ok(ModerationItem::Paper(Box::new(page)))
    }

    async fn moderate_comment(&self, ctx: &Ctx, id: CommentId) -> PortalResult<ModerationItem> {
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        let page = comment_page(&mut tx, ctx, id).await?.page;
        require_in_charge(&ctx.actor, ctx, Some(page.draft.subgroup), page.line.body.id)?;
        if page.comment.state == ItemState::Draft {
            return Err(PortalError::NotFound);
        }
        Ok(ModerationItem::Comment(Box::new(page)))
    }

    async fn decide_paper(&self, ctx: &Ctx, id: PaperId, decision: NewDecision) -> PortalResult<DecisionId> {
        self.decide(ctx, ItemKind::Paper, id.item(), decision).await
    }

    async fn decide_comment(&self, ctx: &Ctx, id: CommentId, decision: NewDecision) -> PortalResult<DecisionId> {
        self.decide(ctx, ItemKind::Comment, id.item(), decision).await
    }

    async fn decide_all(&self, ctx: &Ctx, items: &[(ItemKind, ItemId, i64)], decision: NewDecision) -> PortalResult<Vec<BulkLine>> {
        self.decide_each(ctx, items, decision).await
    }

    async fn other_queues(&self, ctx: &Ctx, id: PaperId) -> PortalResult<Vec<Subgroup>> {
        let mut tx = self.db.read().await?;
        let paper = papers::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let line = rounds::by_id(&mut tx, paper.round).await?.ok_or(PortalError::NotFound)?;
        require_in_charge(&ctx.actor, ctx, paper.content.subgroup, line.body.id)?;
        if line.round.subgroup.is_some() {
            return Ok(Vec::new());
        }
        let mut groups = subgroups::of_body(&mut tx, line.body.id).await?;
        groups.retain(|group| Some(group.id) != paper.content.subgroup);
        Ok(groups)
    }

    async fn move_paper(&self, ctx: &Ctx, id: PaperId, to: NewMove) -> PortalResult<DecisionId> {
        self.move_to_queue(ctx, id, to).await
    }

    async fn try_redaction(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, redaction: &NewRedaction) -> PortalResult<ModerationItem> {
        self.shown_after(ctx, kind, item, redaction).await
    }

    async fn redact(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, redaction: NewRedaction) -> PortalResult<DecisionId> {
        self.redact_words(ctx, kind, item, redaction).await
    }

    async fn decision(&self, ctx: &Ctx, id: DecisionId) -> PortalResult<DecisionPage> {
        let mut tx = self.db.read().await?;
        decision_page(&mut tx, ctx, id).await
    }

    async fn undo_decision(&self, ctx: &Ctx, id: DecisionId, why: String) -> PortalResult<(ItemKind, ItemId, DecisionId)> {
        self.undo(ctx, id, why).await
    }
}

/// Who is not in charge of a queue does not learn what is in it.
pub(super) fn require_in_charge(actor: &Actor, ctx: &Ctx, subgroup: Option<SubgroupId>, body: BodyId) -> PortalResult<()> {
    match policy::check(actor, &ReadQueue { body, subgroup }, ctx.now) {
        Ok(()) => Ok(()),
        // The second factor is asked for after the office was found: it tells nothing that its holder may not know.
        Err(denied @ (Denied::NotSignedIn | Denied::SecondFactorNeeded)) => Err(PortalError::Denied(denied)),
        Err(_) => Err(PortalError::NotFound),
    }
}

/// Who holds an office with a queue, or answers appeals, and has not passed the second factor sees nothing by office: that is said at
/// once, rather than that there is nothing.
pub(super) fn require_factor_of_office(ctx: &Ctx) -> PortalResult<()> {
    let has_queue = |name| matches!(name, RoleName::Moderator | RoleName::Secretariat | RoleName::Chair);
    let mut offices = ctx.actor.roles_in_force(ctx.now).filter(|role| has_queue(role.name));
    let satisfied = ctx.actor.signed_in().is_some_and(|person| person.factor_satisfied);
    if satisfied || offices.next().is_none() { Ok(()) } else { Err(Denied::SecondFactorNeeded.into()) }
}
