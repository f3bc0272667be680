//! The frame of the consultation.

use super::{ServerPortal, actor_now, in_tx, person_of};
use crate::store::{bodies, drafts, norms, papers, rounds, sessions, subgroups};
use app::domain::audit::AuditAct;
use app::domain::ids::{OrganisationId, SessionId};
use app::domain::norm::Norm;
use app::domain::time::Instant;
use app::domain::window::Phase;
use app::error::{PortalError, PortalResult};
use app::policy::{self, JoinSubgroup, ReadSummary};
use app::portal::{Bodies, BodyPage, Ctx, Home, RoundLine, SessionPage, SubgroupLine, SubgroupPage};
use async_trait::async_trait;
use std::collections::HashMap;

/// How many papers a front page shows.
const LATEST_PAPERS: i64 = 8;
/// How many closed rounds a front page still shows.
const CLOSED_ROUNDS: usize = 3;

#[async_trait]
impl Bodies for ServerPortal {
    async fn home(&self, ctx: &Ctx) -> PortalResult<Home> {
        let mut tx = self.db.read().await?;
        let bodies = bodies::all(&mut tx).await?;
        let rounds = by_urgency(rounds::latest(&mut tx).await?, ctx.now);
        let latest_papers = papers::public(&mut tx, None, LATEST_PAPERS).await?;
        Ok(Home { bodies, rounds, latest_papers })
    }

    async fn body(&self, ctx: &Ctx, code: &str) -> PortalResult<BodyPage> {
        let mut tx = self.db.read().await?;
        let body = bodies::by_code(&mut tx, code).await?.ok_or(PortalError::NotFound)?;
        let sessions = sessions::of_body(&mut tx, body.id).await?;
        let rounds = by_urgency(rounds::of_body(&mut tx, body.id).await?, ctx.now);
        let counts: HashMap<_, _> = subgroups::member_counts(&mut tx, body.id).await?.into_iter().collect();
        let subgroups = subgroups::of_body(&mut tx, body.id)
            .await?
            .into_iter()
            .map(|subgroup| SubgroupLine { members: counts.get(&subgroup.id).copied().unwrap_or(0), subgroup })
            .collect();
        let drafts = drafts::of_body(&mut tx, body.id).await?;
        Ok(BodyPage { body, sessions, rounds, subgroups, drafts })
    }

    async fn session(&self, ctx: &Ctx, id: SessionId) -> PortalResult<SessionPage> {
        let mut tx = self.db.read().await?;
        let session = sessions::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let body = bodies::by_id(&mut tx, session.body).await?.ok_or(PortalError::NotFound)?;
        let rounds = rounds::of_session(&mut tx, id).await?;
        let drafts = drafts::of_session(&mut tx, id).await?;
        let may_read_summary = policy::check(&ctx.actor, &ReadSummary { body: session.body }, ctx.now).is_ok();
        Ok(SessionPage { session, body, rounds, drafts, may_read_summary })
    }

    async fn subgroup(&self, ctx: &Ctx, code: &str) -> PortalResult<SubgroupPage> {
        let mut tx = self.db.read().await?;
        let subgroup = subgroups::by_code(&mut tx, &code.to_uppercase()).await?.ok_or(PortalError::NotFound)?;
        let body = bodies::by_id(&mut tx, subgroup.body).await?.ok_or(PortalError::NotFound)?;
        let members = subgroups::members(&mut tx, subgroup.id).await?;
        let rounds = by_urgency(rounds::of_body(&mut tx, subgroup.body).await?, ctx.now);
        let drafts = drafts::of_subgroup(&mut tx, subgroup.id).await?;
        let papers = papers::public_of_subgroup(&mut tx, subgroup.id).await?;
        let mut own = Vec::new();
        if let Some(person) = ctx.actor.signed_in() {
            let joined = subgroups::joined_of_person(&mut tx, subgroup.id, person.person).await?;
            for membership in person.memberships.iter().filter(|m| ctx.actor.writes_for(m.organisation)) {
                own.push((membership.organisation, membership.organisation_name.clone(), joined.contains(&membership.organisation)));
            }
        }
        Ok(SubgroupPage { subgroup, body, members, rounds, drafts, papers, own })
    }

    async fn norms(&self, _ctx: &Ctx) -> PortalResult<Vec<Norm>> {
        let mut tx = self.db.read().await?;
        Ok(norms::all(&mut tx).await?)
    }

    async fn join_subgroup(&self, ctx: &Ctx, code: &str, organisation: OrganisationId) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::SubgroupJoined, "organisation", organisation, serde_json::json!({ "subgroup": code }));
        let code = code.to_uppercase();
        in_tx!(self.db, [ctx, code, event], |tx| {
            let subgroup = subgroups::by_code(tx, &code).await?.ok_or(PortalError::NotFound)?;
            let actor = actor_now(tx, &ctx).await?;
            let permit = policy::permit(&actor, JoinSubgroup { organisation, subgroup: subgroup.id }, ctx.now)?;
            person_of(&actor)?;
            let at = permit.at();
            let join = permit.into_action();
            if subgroups::join(tx, join.subgroup, join.organisation, at).await? {
                crate::store::audit::insert(tx, &event).await?;
            }
            Ok(())
        })
        .await
    }
}

/// Open rounds by their deadline, then upcoming ones, then the few that closed last.
pub(super) fn by_urgency(lines: Vec<RoundLine>, now: Instant) -> Vec<RoundLine> {
    let mut keyed: Vec<((u8, i64), RoundLine)> = lines
        .into_iter()
        .map(|line| {
            let key = match line.round.window.public_phase(now) {
                Phase::Open { until } => (0, until.0),
                Phase::Upcoming { opens } => (1, opens.0),
                Phase::Closed { since } => (2, -since.0),
            };
            (key, line)
        })
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    let mut closed = 0;
    keyed
        .into_iter()
        .filter(|((rank, _), _)| {
            closed += usize::from(*rank == 2);
            *rank < 2 || closed <= CLOSED_ROUNDS
        })
        .map(|(_, line)| line)
        .collect()
}
