//! Sessions and rounds as the chair makes and changes them.

use super::{Ctx, RoundLine};
use crate::domain::body::{Body, Session};
use crate::domain::draft::DraftVersion;
use crate::domain::ids::{RoundId, SessionId};
use crate::domain::language::LocalizedText;
use crate::domain::plan::{RoundAbout, RoundWindow, RoundWords, SessionPlan};
use crate::domain::role::RoleName;
use crate::domain::round::RoundKind;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// The form of a session.
#[derive(Debug, Clone)]
pub struct SessionEditor {
    pub body: Body,
    /// As it stands; `None` for a new one.
    pub session: Option<Session>,
    /// 0 for a new one.
    pub version: i64,
    /// Receipt numbers have its code: it stays.
    pub code_fixed: bool,
}

/// The form of a round.
#[derive(Debug, Clone)]
pub struct RoundEditor {
    pub session: Session,
    pub body: Body,
    /// As it stands; `None` for a new one.
    pub line: Option<RoundLine>,
    /// 0 for a new one.
    pub version: i64,
    /// Somebody has begun to write, or was given more time.
    pub in_use: bool,
    /// Texts of the body that can be commented on, the newest first.
    pub drafts: Vec<DraftVersion>,
    pub subgroups: Vec<Subgroup>,
}

/// A round as the chair calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRound {
    pub about: RoundAbout,
    pub words: RoundWords,
    pub window: RoundWindow,
    /// Public: of the first entry of its ledger.
    pub reason: String,
}

/// A change of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundChange {
    /// `None`: stays as it is.
    pub about: Option<RoundAbout>,
    pub words: RoundWords,
    /// `None`: stays as it is.
    pub window: Option<RoundWindow>,
    /// Public, where the change stands in the ledger.
    pub reason: String,
}

/// A round that was withdrawn before it opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawnRound {
    pub kind: RoundKind,
    pub title: LocalizedText,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub time_zone: String,
    pub reason: String,
    pub by: RoleName,
    pub at: Instant,
}

/// Making and changing sessions.
#[async_trait]
pub trait SessionPlanning {
    /// The form of a new session of a body.
    async fn new_session(&self, ctx: &Ctx, body: &str) -> PortalResult<SessionEditor>;
    async fn session_editor(&self, ctx: &Ctx, id: SessionId) -> PortalResult<SessionEditor>;
    async fn make_session(&self, ctx: &Ctx, body: &str, plan: SessionPlan) -> PortalResult<SessionId>;
    /// Changes `version` of a session, if that is what is stored. The deadlines of its rounds stay.
    async fn change_session(&self, ctx: &Ctx, id: SessionId, version: i64, plan: SessionPlan) -> PortalResult<()>;
}

/// Calling, changing and withdrawing rounds.
#[async_trait]
pub trait RoundPlanning {
    /// The form of a new round of a session.
    async fn new_round(&self, ctx: &Ctx, session: SessionId) -> PortalResult<RoundEditor>;
    async fn round_editor(&self, ctx: &Ctx, id: RoundId) -> PortalResult<RoundEditor>;
    /// Calls a round: the first entry of its ledger is made with it.
    async fn call_round(&self, ctx: &Ctx, session: SessionId, new: NewRound) -> PortalResult<RoundId>;
    /// Changes `version` of a round, if that is what is stored. Before it opens, another window is an entry of the ledger and is told to
    /// those concerned; afterwards only the words change, and the ledger says so.
    async fn change_round(&self, ctx: &Ctx, id: RoundId, version: i64, change: RoundChange) -> PortalResult<()>;
    /// Withdraws a round that has not opened and that nobody writes in. Answers its session, where it is listed as withdrawn.
    async fn withdraw_round(&self, ctx: &Ctx, id: RoundId, reason: &str) -> PortalResult<SessionId>;
}
