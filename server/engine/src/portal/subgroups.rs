//! Subgroups: their pages, joining and leaving, following, requests.

use super::bodies::by_urgency;
use super::{ServerPortal, actor_now, in_tx, paging, person_of, require_person};
use crate::store::limits::Rate;
use crate::store::{Tx, announcements, audit, bodies, drafts, mails, offices, organisations, paper_lists, people, rounds};
use crate::store::{subgroup_members, subgroups};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::body::Body;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::domain::organisation::OrganisationRef;
use model::domain::person::Actor;
use model::domain::subgroup::{Ending, Joining, Standing, Subgroup};
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::i18n::t;
use model::policy::{self, DecideMembership, Denied, FollowSubgroup, JoinSubgroup, LeaveSubgroup, ManageSubgroup};
use model::portal::{Ctx, Mail, MembershipDecision, OwnStanding, PaperLine, SubgroupDesk, SubgroupList, SubgroupPage, Subgroups};
use model::routes;

/// How many members, papers and announcements the page of a subgroup shows before it links to all of them.
const FIRST_MEMBERS: i64 = 12;
const FIRST_PAPERS: i64 = 8;
const FIRST_ANNOUNCEMENTS: i64 = 5;
/// Asking and taking back writes a mail to those in charge each time.
const MOVES_BY_ORGANISATION: Rate = Rate { burst: 20, every: Span::MINUTE.times(10) };

#[async_trait]
impl Subgroups for ServerPortal {
    async fn subgroup(&self, ctx: &Ctx, code: &str) -> PortalResult<SubgroupPage> {
        let mut tx = self.db.read().await?;
        let (subgroup, body) = frame(&mut tx, code).await?;
        let counts = subgroup_members::counts(&mut tx, subgroup.id).await?;
        let members = subgroup_members::members(&mut tx, subgroup.id, None, FIRST_MEMBERS).await?;
        let members = members.into_iter().map(|(_, member)| member).collect();
        let moderators = offices::current_of_subgroup(&mut tx, subgroup.id, ctx.now).await?;
        let rounds = by_urgency(rounds::of_subgroup(&mut tx, subgroup.body, subgroup.id).await?, ctx.now);
        let drafts = drafts::of_subgroup(&mut tx, subgroup.id).await?;
        let papers = paper_lists::public_of_subgroup(&mut tx, subgroup.id, None, FIRST_PAPERS).await?;
        let announcements = announcements::sent(&mut tx, subgroup.id, FIRST_ANNOUNCEMENTS).await?;
        let (own, follows) = own_standing(&mut tx, ctx, &subgroup).await?;
        let may_manage = policy::check(&ctx.actor, &ManageSubgroup { body: body.id, subgroup: subgroup.id }, ctx.now).is_ok();
        Ok(SubgroupPage { subgroup, body, counts, members, moderators, rounds, drafts, papers, announcements, own, follows, may_manage })
    }

    async fn subgroup_members(&self, _ctx: &Ctx, code: &str, cursor: Option<&str>) -> PortalResult<SubgroupList<OrganisationRef>> {
        let cursor = cursor.map(paging::parse_name).transpose()?;
        let mut tx = self.db.read().await?;
        let (subgroup, body) = frame(&mut tx, code).await?;
        let rows = subgroup_members::members(&mut tx, subgroup.id, cursor.as_ref(), paging::ASKED).await?;
        let list = paging::by_name(rows);
        Ok(SubgroupList { subgroup, body, list })
    }

    async fn subgroup_papers(&self, _ctx: &Ctx, code: &str, cursor: Option<&str>) -> PortalResult<SubgroupList<PaperLine>> {
        let cursor = cursor.map(paging::parse_at_id).transpose()?;
        let mut tx = self.db.read().await?;
        let (subgroup, body) = frame(&mut tx, code).await?;
        let list = paging::papers(paper_lists::public_of_subgroup(&mut tx, subgroup.id, cursor, paging::ASKED).await?);
        Ok(SubgroupList { subgroup, body, list })
    }

    async fn join_subgroup(&self, ctx: &Ctx, code: &str, organisation: OrganisationId) -> PortalResult<()> {
        self.limit_moves(ctx, organisation).await?;
        let event = self.event(ctx, AuditAct::SubgroupJoined, "organisation", organisation, serde_json::json!({ "subgroup": code }));
        let (this, code) = (self.clone(), code.to_owned());
        in_tx!(self.db, [this, ctx, code, event], |tx| {
            let (subgroup, _) = frame(tx, &code).await?;
            let actor = actor_now(tx, &ctx).await?;
            let permit = policy::permit(&actor, JoinSubgroup { organisation, subgroup: subgroup.id }, ctx.now)?;
            let by = person_of(&actor)?;
            let at = permit.at();
            let join = permit.into_action();
            let joins = subgroup.joining == Joining::Open;
            if !subgroup_members::begin(tx, join.subgroup, join.organisation, Some(by), at, joins).await? {
                // Whoever asked while the subgroup took members on approval joins now that it is open.
                if !joins || !subgroup_members::approve(tx, join.subgroup, join.organisation, at).await? {
                    return Ok(());
                }
            }
            let mut event = event.clone();
            if !joins {
                event.act = AuditAct::SubgroupAsked;
                this.tell_moderators(tx, &ctx, &subgroup, join.organisation).await?;
            }
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    async fn leave_subgroup(&self, ctx: &Ctx, code: &str, organisation: OrganisationId) -> PortalResult<()> {
        self.limit_moves(ctx, organisation).await?;
        let event = self.event(ctx, AuditAct::SubgroupLeft, "organisation", organisation, serde_json::json!({ "subgroup": code }));
        let code = code.to_owned();
        in_tx!(self.db, [ctx, code, event], |tx| {
            let (subgroup, _) = frame(tx, &code).await?;
            let actor = actor_now(tx, &ctx).await?;
            let permit = policy::permit(&actor, LeaveSubgroup { organisation, subgroup: subgroup.id }, ctx.now)?;
            let by = person_of(&actor)?;
            let at = permit.at();
            let leave = permit.into_action();
            let ending = match subgroup_members::standing(tx, leave.subgroup, leave.organisation).await? {
                Standing::Outside => return Ok(()),
                Standing::Asked { .. } => Ending::Withdrawn,
                Standing::Member { .. } => Ending::Left,
            };
            if subgroup_members::end(tx, leave.subgroup, leave.organisation, at, ending, by, "").await? {
                audit::insert(tx, &event).await?;
            }
            Ok(())
        })
        .await
    }

    async fn follow_subgroup(&self, ctx: &Ctx, code: &str, follow: bool) -> PortalResult<()> {
        let detail = serde_json::json!({ "follows": follow });
        let event = self.event(ctx, AuditAct::SubgroupFollowed, "subgroup", code.to_uppercase(), detail);
        let code = code.to_owned();
        in_tx!(self.db, [ctx, code, event], |tx| {
            let (subgroup, _) = frame(tx, &code).await?;
            let actor = actor_now(tx, &ctx).await?;
            let permit = policy::permit(&actor, FollowSubgroup { subgroup: subgroup.id }, ctx.now)?;
            let person = person_of(&actor)?;
            let changed = if follow {
                subgroup_members::follow(tx, permit.action().subgroup, person, permit.at()).await?
            } else {
                subgroup_members::unfollow(tx, permit.action().subgroup, person).await?
            };
            if changed {
                audit::insert(tx, &event).await?;
            }
            Ok(())
        })
        .await
    }

    async fn subgroup_desk(&self, ctx: &Ctx, code: &str) -> PortalResult<SubgroupDesk> {
        let mut tx = self.db.read().await?;
        let (subgroup, body) = frame(&mut tx, code).await?;
        require_in_charge(&ctx.actor, ctx, &subgroup)?;
        let mut requests = subgroup_members::requests(&mut tx, subgroup.id).await?;
        for request in &mut requests {
            request.own = ctx.actor.is_member(request.organisation.id);
        }
        let followers = subgroup_members::followers(&mut tx, subgroup.id).await?;
        let drafts = announcements::drafts(&mut tx, subgroup.id).await?;
        Ok(SubgroupDesk { subgroup, body, requests, followers, drafts })
    }

    async fn set_joining(&self, ctx: &Ctx, code: &str, joining: Joining) -> PortalResult<()> {
        let detail = serde_json::json!({ "joining": joining });
        let event = self.event(ctx, AuditAct::SubgroupJoiningChanged, "subgroup", code.to_uppercase(), detail);
        let code = code.to_owned();
        in_tx!(self.db, [ctx, code, event], |tx| {
            let (subgroup, _) = frame(tx, &code).await?;
            let actor = actor_now(tx, &ctx).await?;
            let permit = policy::permit(&actor, ManageSubgroup { body: subgroup.body, subgroup: subgroup.id }, ctx.now)?;
            if subgroups::set_joining(tx, permit.into_action().subgroup, joining).await? {
                audit::insert(tx, &event).await?;
            }
            Ok(())
        })
        .await
    }

    async fn decide_membership(
        &self,
        ctx: &Ctx,
        code: &str,
        organisation: OrganisationId,
        decision: MembershipDecision,
    ) -> PortalResult<()> {
        let detail = serde_json::json!({ "subgroup": code, "approved": decision.approve });
        let event = self.event(ctx, AuditAct::SubgroupRequestDecided, "organisation", organisation, detail);
        let (this, code) = (self.clone(), code.to_owned());
        in_tx!(self.db, [this, ctx, code, decision, event], |tx| {
            let (subgroup, _) = frame(tx, &code).await?;
            let actor = actor_now(tx, &ctx).await?;
            require_in_charge(&actor, &ctx, &subgroup)?;
            let decide = DecideMembership { body: subgroup.body, subgroup: subgroup.id, organisation };
            let permit = policy::permit(&actor, decide, ctx.now)?;
            let by = person_of(&actor)?;
            let at = permit.at();
            let decide = permit.into_action();
            if !matches!(subgroup_members::standing(tx, decide.subgroup, decide.organisation).await?, Standing::Asked { .. }) {
                return Err(PortalError::Denied(Denied::NothingToDecide));
            }
            let done = if decision.approve {
                subgroup_members::approve(tx, decide.subgroup, decide.organisation, at).await?
            } else {
                let reason = &decision.reason;
                subgroup_members::end(tx, decide.subgroup, decide.organisation, at, Ending::Declined, by, reason).await?
            };
            if !done {
                return Err(PortalError::Conflict);
            }
            let name = organisation_name(tx, organisation).await?;
            for person in people::of_organisation(tx, organisation).await? {
                let l = Locale::from_code(&person.locale).unwrap_or_default();
                mails::insert(tx, &this.membership_letter(&ctx, l, &person.email, &subgroup, &name, &decision)).await?;
            }
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }
}

/// A subgroup by the code of its address, with its body.
pub(super) async fn frame(tx: &mut Tx, code: &str) -> PortalResult<(Subgroup, Body)> {
    let subgroup = subgroups::by_code(tx, &code.to_uppercase()).await?.ok_or(PortalError::NotFound)?;
    let body = bodies::by_id(tx, subgroup.body).await?.ok_or(PortalError::NotFound)?;
    Ok((subgroup, body))
}

/// Who is not in charge of a subgroup does not learn who asked to join it.
pub(super) fn require_in_charge(actor: &Actor, ctx: &Ctx, subgroup: &Subgroup) -> PortalResult<()> {
    match policy::check(actor, &ManageSubgroup { body: subgroup.body, subgroup: subgroup.id }, ctx.now) {
        Err(Denied::NotInCharge) => Err(PortalError::NotFound),
        other => Ok(other?),
    }
}

/// How the organisations a person may act for stand, and whether the person follows.
async fn own_standing(tx: &mut Tx, ctx: &Ctx, subgroup: &Subgroup) -> PortalResult<(Vec<OwnStanding>, bool)> {
    let Some(person) = ctx.actor.signed_in() else { return Ok((Vec::new(), false)) };
    let standings = subgroup_members::standings_of_person(tx, subgroup.id, person.person).await?;
    let standing = |id| standings.iter().find(|(of, _)| *of == id).map_or(Standing::Outside, |(_, standing)| *standing);
    let writes = person.memberships.iter().filter(|m| ctx.actor.writes_for(m.organisation));
    let own =
        writes.map(|m| OwnStanding { organisation: m.organisation, name: m.organisation_name.clone(), standing: standing(m.organisation) });
    Ok((own.collect(), subgroup_members::follows(tx, subgroup.id, person.person).await?))
}

async fn organisation_name(tx: &mut Tx, id: OrganisationId) -> PortalResult<String> {
    Ok(organisations::ref_by_id(tx, id).await?.ok_or(PortalError::NotFound)?.name)
}

impl ServerPortal {
    /// Strangers to an organisation are refused by policy; its own members are kept from going in and out without end.
    async fn limit_moves(&self, ctx: &Ctx, organisation: OrganisationId) -> PortalResult<()> {
        let person = require_person(ctx)?.person;
        self.limit(ctx, format!("subgroups:{person}:{organisation}"), MOVES_BY_ORGANISATION).await
    }

    /// A mail to each moderator in office: somebody asks to join.
    async fn tell_moderators(&self, tx: &mut Tx, ctx: &Ctx, subgroup: &Subgroup, organisation: OrganisationId) -> PortalResult<()> {
        let name = organisation_name(tx, organisation).await?;
        for office in offices::current_of_subgroup(tx, subgroup.id, ctx.now).await? {
            let Some(person) = people::by_id(tx, office.person).await? else { continue };
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let code = subgroup.code.as_str();
            let link = self.link(&routes::join_request(l, code.to_lowercase(), organisation));
            let paragraphs =
                [t::subgroups::request_mail_words(l, name.as_str(), subgroup.name.get(l)), t::subgroups::request_mail_link(l, link)];
            let subject = t::subgroups::request_mail_subject(l, name.as_str(), code);
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, subject, &paragraphs)).await?;
        }
        Ok(())
    }

    fn membership_letter(
        &self,
        ctx: &Ctx,
        l: Locale,
        recipient: &str,
        subgroup: &Subgroup,
        organisation: &str,
        decision: &MembershipDecision,
    ) -> Mail {
        let (code, name) = (subgroup.code.as_str(), subgroup.name.get(l));
        let (subject, words) = if decision.approve {
            (t::subgroups::member_mail_approved_subject(l, code), t::subgroups::member_mail_approved(l, organisation, name))
        } else {
            (t::subgroups::member_mail_declined_subject(l, code), t::subgroups::member_mail_declined(l, organisation, name))
        };
        let mut paragraphs = vec![words];
        if !decision.reason.is_empty() {
            paragraphs.push(t::offices::office_mail_reason(l, decision.reason.as_str()));
        }
        paragraphs.push(t::subgroups::member_mail_link(l, self.link(&routes::subgroup(l, code.to_lowercase()))));
        self.letter(ctx.now, l, recipient, subject, &paragraphs)
    }
}
