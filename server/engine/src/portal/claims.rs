//! The contact point changes hands: given by one act, or claimed by a member when the contact point has left.

use super::members::{locked, member};
use super::told::Told;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of, require_person};
use crate::store::limits::Rate;
use crate::store::{StoreResult, Tx, audit, claims, id_list, members};
use model::domain::audit::AuditAct;
use model::domain::ids::{ClaimId, OrganisationId, PersonId};
use model::domain::membership::{ClaimState, decidable_from, is_reachable};
use model::domain::person::Function;
use model::domain::time::{Instant, Span};
use model::error::{PortalError, PortalResult};
use model::policy::{self, ClaimContactPoint, DecideClaim, HandOverContactPoint, ObjectToClaim};
use model::portal::{ClaimLine, Ctx};

const CLAIM_BY_PERSON: Rate = Rate { burst: 3, every: Span::DAY };

/// Claims as pages show them, with the instant from which each may be confirmed. Two more statements and a third, however many.
pub(super) async fn lines(tx: &mut Tx, claims: Vec<claims::Claim>, now: Instant) -> StoreResult<Vec<ClaimLine>> {
    if claims.is_empty() {
        return Ok(Vec::new());
    }
    let points = claims::contact_points(tx, &id_list(claims.iter().map(|claim| claim.organisation))).await?;
    let reachable =
        |organisation| points.iter().any(|p| p.organisation == organisation && is_reachable(p.last_signed_in, p.mails_fail, now));
    Ok(claims
        .into_iter()
        .map(|claim| ClaimLine {
            id: claim.id,
            decidable_from: decidable_from(claim.created_at, reachable(claim.organisation)),
            organisation: claim.organisation,
            organisation_name: claim.organisation_name,
            claimant: claim.person,
            claimant_name: claim.full_name,
            reason: claim.reason,
            created_at: claim.created_at,
            state: claim.state,
            answer: claim.answer,
            answered_at: claim.answered_at,
        })
        .collect())
}

/// The claims that wait for the secretariat, the oldest first.
pub(super) async fn open_claims(tx: &mut Tx, now: Instant) -> StoreResult<Vec<ClaimLine>> {
    let pending = claims::pending(tx).await?;
    lines(tx, pending, now).await
}

/// A claim of this organisation that the secretariat has not decided.
async fn pending(tx: &mut Tx, id: ClaimId, organisation: OrganisationId) -> PortalResult<claims::Claim> {
    let claim = claims::by_id(tx, id).await?.filter(|claim| claim.organisation == organisation).ok_or(PortalError::NotFound)?;
    if claim.state.is_pending() { Ok(claim) } else { Err(PortalError::Conflict) }
}

impl ServerPortal {
    /// Gives the contact point to another member: one act, no secretariat.
    pub(super) async fn hand_over(&self, ctx: &Ctx, organisation: OrganisationId, to: PersonId) -> PortalResult<()> {
        let from = require_person(ctx)?.person;
        let event =
            self.event(ctx, AuditAct::ContactPointHandedOver, "organisation", organisation, serde_json::json!({ "from": from, "to": to }));
        let this = self.clone();
        in_tx!(self.db, [this, ctx, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            permitted(&actor, HandOverContactPoint { organisation }, ctx.now)?;
            let all = members::of(tx, organisation).await?;
            let (giver, taker) = (member(&all, from)?, member(&all, to)?);
            if from == to {
                return Err(PortalError::NotFound);
            }
            members::set_function(tx, organisation, to, Function::ContactPoint).await?;
            members::set_function(tx, organisation, from, Function::Drafter).await?;
            let told = Told::HandedOver { from: &giver.full_name, to: &taker.full_name };
            this.tell_members(tx, &ctx, &of, &told).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    /// A member says that the contact point has left.
    pub(super) async fn claim(&self, ctx: &Ctx, organisation: OrganisationId, reason: &str) -> PortalResult<()> {
        let person = require_person(ctx)?.person;
        policy::check(&ctx.actor, &ClaimContactPoint { organisation }, ctx.now)?;
        self.limit(ctx, format!("claim:{person}"), CLAIM_BY_PERSON).await?;
        let id = ClaimId(self.ids.uuid(ctx.now));
        let event = self.event(ctx, AuditAct::ContactPointClaimed, "organisation", organisation, serde_json::json!({ "claim": id }));
        let (this, reason) = (self.clone(), reason.to_owned());
        in_tx!(self.db, [this, ctx, event, reason], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            permitted(&actor, ClaimContactPoint { organisation }, ctx.now)?;
            let open: Vec<_> = claims::of(tx, organisation).await?.into_iter().filter(|claim| claim.state.is_pending()).collect();
            if let Some(open) = open.first() {
                // The same click again is no second claim; one of somebody else is decided first.
                return if open.person == person { Ok(()) } else { Err(PortalError::Conflict) };
            }
            claims::insert(tx, id, organisation, person, &reason, ctx.now).await?;
            let stored = claims::by_id(tx, id).await?.into_iter().collect();
            let until = lines(tx, stored, ctx.now).await?.first().map(|line| line.decidable_from).filter(|at| *at > ctx.now);
            let name = actor.signed_in().map_or("", |p| p.full_name.as_str());
            this.tell_members(tx, &ctx, &of, &Told::Claimed { name, reason: &reason, until }).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    /// The claimant takes it back.
    pub(super) async fn withdraw_claim(&self, ctx: &Ctx, organisation: OrganisationId, id: ClaimId) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::ClaimAnswered, "organisation", organisation, serde_json::json!({ "withdrawn": id }));
        in_tx!(self.db, [ctx, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            locked(tx, &ctx, &actor, organisation).await?;
            let claim = pending(tx, id, organisation).await?;
            if claim.person != person_of(&actor)? {
                return Err(PortalError::NotFound);
            }
            claims::answer(tx, &claim, ClaimState::Withdrawn, "", ctx.now).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    /// The contact point is still there.
    pub(super) async fn object_to_claim(&self, ctx: &Ctx, organisation: OrganisationId, id: ClaimId, reason: &str) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::ClaimAnswered, "organisation", organisation, serde_json::json!({ "objected": id }));
        let (this, reason) = (self.clone(), reason.to_owned());
        in_tx!(self.db, [this, ctx, event, reason], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            let claim = pending(tx, id, organisation).await?;
            permitted(&actor, ObjectToClaim { organisation, claimant: claim.person }, ctx.now)?;
            claims::answer(tx, &claim, ClaimState::Objected, &reason, ctx.now).await?;
            let name = actor.signed_in().map_or("", |p| p.full_name.as_str());
            this.tell_members(tx, &ctx, &of, &Told::Objected { name, reason: &reason }).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    /// The secretariat decides. Confirmed: the claimant is the contact point, the former ones are drafters.
    pub(super) async fn decide_claim(
        &self,
        ctx: &Ctx,
        organisation: OrganisationId,
        id: ClaimId,
        confirm: bool,
        reason: &str,
    ) -> PortalResult<()> {
        let detail = serde_json::json!({ "claim": id, "confirmed": confirm, "reason": reason });
        let event = self.event(ctx, AuditAct::ClaimAnswered, "organisation", organisation, detail);
        let (this, reason) = (self.clone(), reason.to_owned());
        in_tx!(self.db, [this, ctx, event, reason], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            let claim = pending(tx, id, organisation).await?;
            let line = lines(tx, vec![claim.clone()], ctx.now).await?.pop().ok_or(PortalError::NotFound)?;
            permitted(&actor, DecideClaim { organisation, confirm, decidable_from: line.decidable_from }, ctx.now)?;
            let state = if confirm { ClaimState::Confirmed } else { ClaimState::Declined };
            claims::answer(tx, &claim, state, &reason, ctx.now).await?;
            let told = if confirm {
                let all = members::of(tx, organisation).await?;
                member(&all, claim.person)?;
                for former in all.iter().filter(|m| m.function == Function::ContactPoint && m.person != claim.person) {
                    members::set_function(tx, organisation, former.person, Function::Drafter).await?;
                }
                members::set_function(tx, organisation, claim.person, Function::ContactPoint).await?;
                Told::Confirmed { name: &claim.full_name, reason: &reason }
            } else {
                Told::ClaimDeclined { name: &claim.full_name, reason: &reason }
            };
            this.tell_members(tx, &ctx, &of, &told).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }
}
