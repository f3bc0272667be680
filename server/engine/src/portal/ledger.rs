//! The ledger of a round as everybody reads it, and the entries that stand beside the window.

use super::ServerPortal;
use crate::store::{StoreResult, Tx, ledger, rounds};
use async_trait::async_trait;
use model::domain::ids::{LedgerEntryId, RoundId};
use model::domain::organisation::OrganisationRef;
use model::domain::role::RoleName;
use model::domain::round::{LedgerEntry, LedgerKind};
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use model::portal::{Ctx, LedgerLine, LedgerPage, Ledgers, RoundLine};

#[async_trait]
impl Ledgers for ServerPortal {
    async fn ledger(&self, _ctx: &Ctx, round: RoundId) -> PortalResult<LedgerPage> {
        let mut tx = self.db.read().await?;
        let line = rounds::by_id(&mut tx, round).await?.ok_or(PortalError::NotFound)?;
        let entries = ledger::entries(&mut tx, round).await?;
        let named = ledger::named(&mut tx, round).await?;
        Ok(LedgerPage { line, entries: with_changes(entries, &named) })
    }
}

/// Each entry with the closing before it, and whom it was for where that is public.
fn with_changes(entries: Vec<LedgerEntry>, named: &[(LedgerEntryId, OrganisationRef)]) -> Vec<LedgerLine> {
    let mut from = None;
    let mut lines: Vec<LedgerLine> = Vec::with_capacity(entries.len());
    for entry in entries.into_iter().rev() {
        let organisation = named.iter().find(|(id, _)| *id == entry.id).map(|(_, organisation)| organisation.clone());
        let before = from;
        if entry.kind.sets_window() {
            from = Some(entry.closes_at);
        }
        lines.push(LedgerLine { entry, from: before, organisation });
    }
    lines.reverse();
    lines
}

/// An entry that stands in the ledger beside the window: it does not set it.
pub(super) struct Beside<'a> {
    pub id: LedgerEntryId,
    pub kind: LedgerKind,
    pub closes_at: Instant,
    pub zone: &'a str,
    pub reason: &'a str,
}

/// Adds such an entry. The round must be locked.
pub(super) async fn add_entry(tx: &mut Tx, line: &RoundLine, beside: Beside<'_>, by: RoleName, at: Instant) -> StoreResult<LedgerEntry> {
    let entry = LedgerEntry {
        id: beside.id,
        round: line.round.id,
        number: rounds::last_number(tx, line.round.id).await? + 1,
        kind: beside.kind,
        opens_at: line.round.window.opens_at,
        closes_at: beside.closes_at,
        time_zone: beside.zone.to_owned(),
        reason: beside.reason.to_owned(),
        by,
        recorded_at: at,
    };
    rounds::insert_entry(tx, &entry).await?;
    Ok(entry)
}
