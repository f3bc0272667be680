//! Bodies, sessions, subgroups: the public frame of the consultation.

use super::{Ctx, PaperLine, WithdrawnRound};
use crate::domain::body::{Body, Session};
use crate::domain::draft::DraftVersion;
use crate::domain::ids::{RoundId, SessionId};
use crate::domain::norm::Norm;
use crate::domain::round::Round;
use crate::domain::subgroup::Subgroup;
use crate::error::PortalResult;
use async_trait::async_trait;
use std::collections::HashMap;

/// A round with where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundLine {
    pub round: Round,
    pub session: Session,
    pub body: Body,
}

/// A subgroup with its number of public members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubgroupLine {
    pub subgroup: Subgroup,
    pub members: i64,
}

/// The home page: what is asked for now.
#[derive(Debug, Clone)]
pub struct Home {
    pub bodies: Vec<Body>,
    /// Rounds that are open or upcoming, the next deadline first, then those closed last.
    pub rounds: Vec<RoundLine>,
    pub latest_papers: Vec<PaperLine>,
}

/// The home of one body.
#[derive(Debug, Clone)]
pub struct BodyPage {
    pub body: Body,
    pub sessions: Vec<Session>,
    pub rounds: Vec<RoundLine>,
    pub subgroups: Vec<SubgroupLine>,
    pub drafts: Vec<DraftVersion>,
    /// For its chair: how many late attempts wait for a decision, by round; rounds without any are not in it.
    pub late: HashMap<RoundId, i64>,
}

/// One session with its rounds.
#[derive(Debug, Clone)]
pub struct SessionPage {
    pub session: Session,
    pub body: Body,
    pub rounds: Vec<RoundLine>,
    pub drafts: Vec<DraftVersion>,
    /// Rounds that were withdrawn before they opened, the last first.
    pub withdrawn: Vec<WithdrawnRound>,
    /// The actor may read the consolidated summary.
    pub may_read_summary: bool,
    /// Reads the summary while it is written: also moderators, who write a part of it.
    pub may_read_writing: bool,
}

/// Reading the frame of the consultation.
#[async_trait]
pub trait Bodies {
    async fn home(&self, ctx: &Ctx) -> PortalResult<Home>;
    async fn body(&self, ctx: &Ctx, code: &str) -> PortalResult<BodyPage>;
    async fn session(&self, ctx: &Ctx, id: SessionId) -> PortalResult<SessionPage>;
    async fn norms(&self, ctx: &Ctx) -> PortalResult<Vec<Norm>>;
}
