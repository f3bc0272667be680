//! The frame of the consultation.

use super::ServerPortal;
use crate::store::{bodies, drafts, late, norms, paper_lists, planning, rounds, sessions, subgroup_members, subgroups};
use async_trait::async_trait;
use model::domain::ids::SessionId;
use model::domain::norm::Norm;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::error::{PortalError, PortalResult};
use model::policy::{self, ManageRounds, ReadSummary, ReadWriting};
use model::portal::{Bodies, BodyPage, Ctx, Home, RoundLine, SessionPage, SubgroupLine};
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
        let latest_papers = paper_lists::public(&mut tx, None, LATEST_PAPERS).await?;
        Ok(Home { bodies, rounds, latest_papers })
    }

    async fn body(&self, ctx: &Ctx, code: &str) -> PortalResult<BodyPage> {
        let mut tx = self.db.read().await?;
        let body = bodies::by_code(&mut tx, code).await?.ok_or(PortalError::NotFound)?;
        let sessions = sessions::of_body(&mut tx, body.id).await?;
        let rounds = by_urgency(rounds::of_body(&mut tx, body.id).await?, ctx.now);
        let counts: HashMap<_, _> = subgroup_members::counts_of_body(&mut tx, body.id).await?.into_iter().collect();
        let subgroups = subgroups::of_body(&mut tx, body.id)
            .await?
            .into_iter()
            .map(|subgroup| SubgroupLine { members: counts.get(&subgroup.id).copied().unwrap_or(0), subgroup })
            .collect();
        let drafts = drafts::of_body(&mut tx, body.id).await?;
        let in_the_chair = policy::check(&ctx.actor, &ManageRounds { body: body.id }, ctx.now).is_ok();
        let late = if in_the_chair { late::counts_of_body(&mut tx, body.id).await?.into_iter().collect() } else { HashMap::new() };
        Ok(BodyPage { body, sessions, rounds, subgroups, drafts, late })
    }

    async fn session(&self, ctx: &Ctx, id: SessionId) -> PortalResult<SessionPage> {
        let mut tx = self.db.read().await?;
        let session = sessions::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let body = bodies::by_id(&mut tx, session.body).await?.ok_or(PortalError::NotFound)?;
        let rounds = rounds::of_session(&mut tx, id).await?;
        let drafts = drafts::of_session(&mut tx, id).await?;
        let may_read_summary = policy::check(&ctx.actor, &ReadSummary { body: session.body }, ctx.now).is_ok();
        let may_read_writing = ctx.actor.signed_in().is_some() && {
            let subgroups = subgroups::of_body(&mut tx, body.id).await?.into_iter().map(|group| group.id).collect();
            policy::check(&ctx.actor, &ReadWriting { body: body.id, subgroups }, ctx.now).is_ok()
        };
        let withdrawn = planning::withdrawn(&mut tx, id).await?;
        Ok(SessionPage { session, body, rounds, drafts, withdrawn, may_read_summary, may_read_writing })
    }

    async fn norms(&self, _ctx: &Ctx) -> PortalResult<Vec<Norm>> {
        let mut tx = self.db.read().await?;
        Ok(norms::all(&mut tx).await?)
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
