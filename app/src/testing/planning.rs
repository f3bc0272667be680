//! The sample's forms of sessions and rounds.

use super::sample::{self, Sample};
use super::{NOW, round};
use async_trait::async_trait;
use model::domain::ids::*;
use model::domain::language::LocalizedText;
use model::domain::plan::SessionPlan;
use model::domain::role::RoleName;
use model::domain::round::RoundKind;
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::portal::*;

pub fn withdrawn() -> Vec<WithdrawnRound> {
    vec![WithdrawnRound {
        kind: RoundKind::PositionPapers,
        title: LocalizedText::english("Called by <b>mistake</b>"),
        opens_at: NOW + Span::DAY,
        closes_at: NOW + Span::DAY.times(9),
        time_zone: "Africa/Nairobi".to_owned(),
        reason: "Called <b>twice</b>.".to_owned(),
        by: RoleName::Chair,
        at: NOW,
    }]
}

impl Sample {
    fn round_editor(&self, line: Option<RoundLine>) -> RoundEditor {
        let there = self.line(RoundKind::PositionPapers);
        let (drafts, subgroups) = if self.empty { (vec![], vec![]) } else { (vec![sample::draft()], vec![sample::subgroup()]) };
        RoundEditor { session: there.session, body: there.body, version: 3, in_use: self.own, line, drafts, subgroups }
    }
}

#[async_trait]
impl SessionPlanning for Sample {
    async fn new_session(&self, _: &Ctx, _: &str) -> PortalResult<SessionEditor> {
        let body = self.line(RoundKind::PositionPapers).body;
        Ok(SessionEditor { body, session: None, version: 0, code_fixed: false })
    }
    async fn session_editor(&self, _: &Ctx, _: SessionId) -> PortalResult<SessionEditor> {
        let line = self.line(RoundKind::PositionPapers);
        Ok(SessionEditor { body: line.body, session: Some(line.session), version: 2, code_fixed: self.own })
    }
    async fn make_session(&self, _: &Ctx, _: &str, _: SessionPlan) -> PortalResult<SessionId> {
        Err(PortalError::NotFound)
    }
    async fn change_session(&self, _: &Ctx, _: SessionId, _: i64, _: SessionPlan) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl RoundPlanning for Sample {
    async fn new_round(&self, _: &Ctx, _: SessionId) -> PortalResult<RoundEditor> {
        Ok(self.round_editor(None))
    }
    async fn round_editor(&self, _: &Ctx, _: RoundId) -> PortalResult<RoundEditor> {
        let mut line = round(RoundKind::PositionPapers, Span::DAY.times(9));
        if !self.empty {
            line.round.window.opens_at = NOW + Span::DAY;
        }
        Ok(self.round_editor(Some(line)))
    }
    async fn call_round(&self, _: &Ctx, _: SessionId, _: NewRound) -> PortalResult<RoundId> {
        Err(PortalError::NotFound)
    }
    async fn change_round(&self, _: &Ctx, _: RoundId, _: i64, _: RoundChange) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn withdraw_round(&self, _: &Ctx, _: RoundId, _: &str) -> PortalResult<SessionId> {
        Err(PortalError::NotFound)
    }
}
