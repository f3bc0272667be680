//! The sample's ledger, grants and late attempts.

use super::proofs::file;
use super::sample::{self, LATE, Sample};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::ids::*;
use model::domain::item::ItemKind;
use model::domain::late::LateState;
use model::domain::round::{LedgerEntry, LedgerKind, RoundKind};
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::*;

/// One entry of each kind, the newest first.
fn entries() -> Vec<LedgerEntry> {
    let Some(first) = sample::ledger().pop() else { return Vec::new() };
    let mut entries: Vec<LedgerEntry> = (1..)
        .zip(LedgerKind::ALL)
        .map(|(number, kind)| LedgerEntry {
            id: LedgerEntryId(uuid::Uuid::from_u128(50 + u128::try_from(number).unwrap_or_default())),
            number,
            kind: *kind,
            ..first.clone()
        })
        .collect();
    entries.reverse();
    entries
}

#[async_trait]
impl Ledgers for Sample {
    async fn ledger(&self, _: &Ctx, _: RoundId) -> PortalResult<LedgerPage> {
        let named = |entry: &LedgerEntry| (entry.kind == LedgerKind::Granted).then(organisation);
        let entries = entries()
            .into_iter()
            .map(|entry| LedgerLine { from: (entry.number > 1).then_some(NOW), organisation: named(&entry), entry })
            .collect();
        Ok(LedgerPage { line: self.line(RoundKind::PositionPapers), entries })
    }
}

#[async_trait]
impl Grants for Sample {
    async fn grants(&self, _: &Ctx, _: RoundId, _: &str) -> PortalResult<GrantsPage> {
        let grant = GrantLine {
            organisation: organisation(),
            until: NOW + Span::DAY,
            time_zone: "Africa/Nairobi".to_owned(),
            reason: "The <b>line</b> was down.".to_owned(),
            given_at: NOW,
            number: 3,
        };
        let line = self.line(RoundKind::PositionPapers);
        if self.empty {
            return Ok(GrantsPage { line, grants: vec![], organisations: vec![] });
        }
        Ok(GrantsPage { line, grants: vec![grant], organisations: vec![organisation()] })
    }
    async fn give_grant(&self, _: &Ctx, _: RoundId, _: NewGrant) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl LateInboxes for Sample {
    async fn late_inbox(&self, _: &Ctx, _: RoundId) -> PortalResult<LateInbox> {
        let line = self.line(RoundKind::PositionPapers);
        if self.empty {
            return Ok(LateInbox { line, sealed: vec![], waiting: 0, past: vec![] });
        }
        let sealed = LateLine { refusal: sample::refusal(ItemKind::Paper), organisation: organisation() };
        let mut past = sealed.clone();
        past.refusal.state = LateState::Declined;
        past.refusal.id = LateAttemptId(uuid::Uuid::from_u128(61));
        Ok(LateInbox { line, sealed: vec![sealed], waiting: 501, past: vec![past] })
    }
    async fn late_attempt(&self, _: &Ctx, _: LateAttemptId) -> PortalResult<LatePage> {
        let mut late = LateLine { refusal: sample::refusal(ItemKind::Paper), organisation: organisation() };
        let line = self.line(RoundKind::PositionPapers);
        let entry = sample::ledger().pop();
        if self.empty {
            late.refusal.state = LateState::Declined;
            return Ok(LatePage { line, late, decision: entry.clone(), entry, against: Some(Denied::NothingToDecide) });
        }
        Ok(LatePage { line, late, entry, decision: None, against: None })
    }
    async fn decide_late(&self, _: &Ctx, _: LateAttemptId, _: LateDecision) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn refusal(&self, _: &Ctx, id: LateAttemptId) -> PortalResult<RefusalPage> {
        let mut refusal = sample::refusal(ItemKind::Comment);
        let decided = id != LATE;
        if decided {
            refusal.state = LateState::Admitted;
            refusal.newer = Some(refusal.item);
        }
        Ok(RefusalPage {
            line: self.line(RoundKind::Comments),
            refusal,
            organisation: organisation(),
            entry: sample::ledger().pop(),
            decision: decided.then(|| sample::ledger().pop()).flatten(),
            signed: file("REF-OEWG-S1-0003"),
        })
    }
}
