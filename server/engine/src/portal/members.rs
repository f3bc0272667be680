//! The members' page, and which of its acts is done where.

use super::told::Told;
use super::{ServerPortal, actor_now, in_tx, permitted, require_person};
use crate::store::{Tx, audit, claims, joining, mails, members, organisations, people};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::{JoinRequestId, MembershipId, OrganisationId, PersonId};
use model::domain::membership::RequestState;
use model::domain::organisation::Organisation;
use model::domain::person::{Actor, Function};
use model::error::{PortalError, PortalResult};
use model::policy::{self, ClaimContactPoint, Denied, KeepDesk, LeaveOrganisation, ManageMembers, ReadMembers};
use model::portal::{
    ClaimLine, Ctx, InvitationPage, InvitedPerson, MemberAct, MemberLine, Members, MembersPage, MembersStanding, NewLogin,
};

#[async_trait]
impl Members for ServerPortal {
    async fn members(&self, ctx: &Ctx, organisation: OrganisationId) -> PortalResult<MembersPage> {
        let mut tx = self.db.read().await?;
        let found = of_members(&mut tx, ctx, &ctx.actor, organisation).await?;
        let (actor, now) = (&ctx.actor, ctx.now);
        // The forms stay when the proof has grown old: what is sent is carried through a new one.
        let decides = policy::offers(actor, &policy::DecideClaim { organisation, confirm: false, decidable_from: now }, now);
        let standing = MembersStanding {
            function: actor.function_in(organisation),
            may_manage: policy::check(actor, &ManageMembers { organisation, last_contact_point: false }, now).is_ok(),
            may_claim: policy::check(actor, &ClaimContactPoint { organisation }, now).is_ok(),
            may_decide: decides,
        };
        let claims = claims::of(&mut tx, organisation).await?;
        Ok(MembersPage {
            members: members::of(&mut tx, organisation).await?,
            // Whom else the contact point thinks of is not the other members' business.
            invitations: if standing.may_manage { members::open_invitations(&mut tx, organisation).await? } else { Vec::new() },
            requests: if standing.may_manage { joining::open_of(&mut tx, organisation).await? } else { Vec::new() },
            claims: super::claims::lines(&mut tx, claims, now).await?,
            organisation: found,
            standing,
        })
    }

    async fn act_on_members(&self, ctx: &Ctx, organisation: OrganisationId, act: MemberAct) -> PortalResult<()> {
        require_person(ctx)?;
        match act {
            MemberAct::Invite { email, function } => self.invite(ctx, organisation, &email, function).await,
            MemberAct::Resend { invitation } => self.resend_invitation(ctx, organisation, invitation).await,
            MemberAct::Revoke { invitation } => self.revoke_invitation(ctx, organisation, invitation).await,
            MemberAct::Accept { request, function } => self.answer_request(ctx, organisation, request, Ok(function)).await,
            MemberAct::Decline { request, reason } => self.answer_request(ctx, organisation, request, Err(reason)).await,
            MemberAct::Change { person, function } => self.change_function(ctx, organisation, person, function).await,
            MemberAct::Remove { person } => self.remove_member(ctx, organisation, person).await,
            MemberAct::Leave => self.leave(ctx, organisation).await,
            MemberAct::HandOver { person } => self.hand_over(ctx, organisation, person).await,
            MemberAct::Claim { reason } => self.claim(ctx, organisation, &reason).await,
            MemberAct::Withdraw { claim } => self.withdraw_claim(ctx, organisation, claim).await,
            MemberAct::Object { claim, reason } => self.object_to_claim(ctx, organisation, claim, &reason).await,
            MemberAct::Decide { claim, confirm, reason } => self.decide_claim(ctx, organisation, claim, confirm, &reason).await,
        }
    }

    async fn open_claims(&self, ctx: &Ctx) -> PortalResult<Vec<ClaimLine>> {
        policy::check(&ctx.actor, &KeepDesk {}, ctx.now)?;
        let mut tx = self.db.read().await?;
        Ok(super::claims::open_claims(&mut tx, ctx.now).await?)
    }

    async fn invitation(&self, ctx: &Ctx, token: &str) -> PortalResult<InvitationPage> {
        self.read_invitation(ctx, token).await
    }

    async fn accept_invitation(&self, ctx: &Ctx, token: &str) -> PortalResult<OrganisationId> {
        self.accept_as_known(ctx, token).await
    }

    async fn register_by_invitation(&self, ctx: &Ctx, token: &str, person: InvitedPerson) -> PortalResult<NewLogin> {
        self.accept_as_new(ctx, token, person).await
    }
}

/// The organisation whose members the actor may read; for anybody else there are none.
pub(super) async fn of_members(tx: &mut Tx, ctx: &Ctx, actor: &Actor, id: OrganisationId) -> PortalResult<Organisation> {
    let organisation = organisations::by_id(tx, id).await?.filter(|o| o.merged_into.is_none()).ok_or(PortalError::NotFound)?;
    match policy::check(actor, &ReadMembers { organisation: id }, ctx.now) {
        Ok(()) => Ok(organisation),
        Err(Denied::NotSignedIn) => Err(Denied::NotSignedIn.into()),
        Err(_) => Err(PortalError::NotFound),
    }
}

/// The same for an act: nobody else changes the members until it is done.
pub(super) async fn locked(tx: &mut Tx, ctx: &Ctx, actor: &Actor, id: OrganisationId) -> PortalResult<Organisation> {
    organisations::lock(tx, id).await?;
    of_members(tx, ctx, actor, id).await
}

/// A member of the list.
pub(super) fn member(members: &[MemberLine], person: PersonId) -> PortalResult<&MemberLine> {
    members.iter().find(|member| member.person == person).ok_or(PortalError::NotFound)
}

/// Whether nobody could submit any more once `person` has another function or none.
fn is_last_contact_point(members: &[MemberLine], person: PersonId) -> bool {
    let mut points = members.iter().filter(|member| member.function == Function::ContactPoint);
    points.next().is_some_and(|point| point.person == person) && points.next().is_none()
}

impl ServerPortal {
    /// Tells the contact points of an organisation.
    pub(super) async fn tell_contact_points(&self, tx: &mut Tx, ctx: &Ctx, of: &Organisation, told: &Told<'_>) -> PortalResult<()> {
        let points: Vec<PersonId> =
            members::of(tx, of.id).await?.iter().filter(|m| m.function == Function::ContactPoint).map(|m| m.person).collect();
        for person in people::of_organisation(tx, of.id).await? {
            if points.contains(&person.id) {
                mails::insert(tx, &self.tell(ctx, &person, of, told)).await?;
            }
        }
        Ok(())
    }

    /// Tells every member of an organisation.
    pub(super) async fn tell_members(&self, tx: &mut Tx, ctx: &Ctx, of: &Organisation, told: &Told<'_>) -> PortalResult<()> {
        for person in people::of_organisation(tx, of.id).await? {
            mails::insert(tx, &self.tell(ctx, &person, of, told)).await?;
        }
        Ok(())
    }

    /// Tells one person.
    pub(super) async fn tell_person(&self, tx: &mut Tx, ctx: &Ctx, id: PersonId, of: &Organisation, told: &Told<'_>) -> PortalResult<()> {
        if let Some(person) = people::by_id(tx, id).await? {
            mails::insert(tx, &self.tell(ctx, &person, of, told)).await?;
        }
        Ok(())
    }

    async fn answer_request(
        &self,
        ctx: &Ctx,
        organisation: OrganisationId,
        request: JoinRequestId,
        answer: Result<Function, String>,
    ) -> PortalResult<()> {
        let membership = MembershipId(self.ids.uuid(ctx.now));
        let detail = serde_json::json!({ "accepted": answer.is_ok(), "function": answer.as_ref().ok() });
        let event = self.event(ctx, AuditAct::JoinDecided, "organisation", organisation, detail);
        let this = self.clone();
        in_tx!(self.db, [this, ctx, answer, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            permitted(&actor, ManageMembers { organisation, last_contact_point: false }, ctx.now)?;
            let (asked, person) = joining::open_by_id(tx, request).await?.ok_or(PortalError::NotFound)?;
            if asked != organisation {
                return Err(PortalError::NotFound);
            }
            match &answer {
                Ok(function) => {
                    joining::answer(tx, request, RequestState::Accepted, "").await?;
                    members::put(tx, membership, organisation, person, *function, ctx.now).await?;
                    this.tell_person(tx, &ctx, person, &of, &Told::Accepted { function: *function }).await?;
                }
                Err(reason) => {
                    joining::answer(tx, request, RequestState::Declined, reason).await?;
                    this.tell_person(tx, &ctx, person, &of, &Told::Declined { reason }).await?;
                }
            }
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    async fn change_function(&self, ctx: &Ctx, organisation: OrganisationId, person: PersonId, function: Function) -> PortalResult<()> {
        let detail = serde_json::json!({ "person": person, "function": function });
        let event = self.event(ctx, AuditAct::MemberChanged, "organisation", organisation, detail);
        let this = self.clone();
        in_tx!(self.db, [this, ctx, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            let all = members::of(tx, organisation).await?;
            let known = member(&all, person)?;
            let last_contact_point = function != Function::ContactPoint && is_last_contact_point(&all, person);
            permitted(&actor, ManageMembers { organisation, last_contact_point }, ctx.now)?;
            if known.function == function {
                return Ok(());
            }
            members::set_function(tx, organisation, person, function).await?;
            this.tell_person(tx, &ctx, person, &of, &Told::Changed { function }).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    async fn remove_member(&self, ctx: &Ctx, organisation: OrganisationId, person: PersonId) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::MemberRemoved, "organisation", organisation, serde_json::json!({ "person": person }));
        let this = self.clone();
        in_tx!(self.db, [this, ctx, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            let all = members::of(tx, organisation).await?;
            member(&all, person)?;
            let last_contact_point = is_last_contact_point(&all, person);
            permitted(&actor, ManageMembers { organisation, last_contact_point }, ctx.now)?;
            members::end(tx, organisation, person, ctx.now).await?;
            claims::withdraw_of(tx, organisation, person, ctx.now).await?;
            this.tell_person(tx, &ctx, person, &of, &Told::Removed).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    async fn leave(&self, ctx: &Ctx, organisation: OrganisationId) -> PortalResult<()> {
        let person = require_person(ctx)?.person;
        let event = self.event(ctx, AuditAct::MemberRemoved, "organisation", organisation, serde_json::json!({ "person": person }));
        let this = self.clone();
        in_tx!(self.db, [this, ctx, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            let all = members::of(tx, organisation).await?;
            let last_contact_point = is_last_contact_point(&all, person);
            permitted(&actor, LeaveOrganisation { organisation, last_contact_point }, ctx.now)?;
            let name = member(&all, person)?.full_name.clone();
            members::end(tx, organisation, person, ctx.now).await?;
            claims::withdraw_of(tx, organisation, person, ctx.now).await?;
            this.tell_contact_points(tx, &ctx, &of, &Told::Left { name: &name }).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }
}
