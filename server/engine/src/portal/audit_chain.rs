//! The chain of the audit log: sealing what was written, and checking what was sealed (ADR 0027).

use super::{ServerPortal, in_tx};
use crate::auth::sha256;
use crate::store::audit::{self, Head, StoredEvent};
use model::calendar;
use model::domain::audit::AuditCheck;
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use serde::Serialize;

/// Events that are checked with one question to the database.
const CHECKED_AT_ONCE: i64 = 500;

/// What the hash of an event is made of: one line of JSON with these fields in this order. Part of the format: see *Audit log* in
/// `operations.md`.
#[derive(Serialize)]
struct Line<'a> {
    position: i64,
    id: &'a str,
    at: String,
    person: Option<&'a str>,
    act: &'a str,
    object_kind: &'a str,
    object_id: &'a str,
    /// As it is stored, a text: not one byte of it can be written another way.
    detail: &'a str,
    prev_hash: &'a str,
}

/// The place after `before`, for this event.
fn place(before: &Head, event: &StoredEvent) -> PortalResult<Head> {
    let position = before.position.saturating_add(1);
    let line = Line {
        position,
        id: &event.id,
        at: calendar::iso_micros(Instant(event.at)),
        person: event.person_id.as_deref(),
        act: &event.act,
        object_kind: &event.object_kind,
        object_id: &event.object_id,
        detail: &event.detail,
        prev_hash: &before.hash,
    };
    let line = serde_json::to_string(&line).map_err(|error| super::incident(&error))?;
    Ok(Head { position, hash: sha256(&line) })
}

/// Before the first event.
fn start() -> Head {
    Head { position: 0, hash: "0".repeat(64) }
}

impl ServerPortal {
    /// Seals at most `batch` events in one transaction, the oldest first; answers how many.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn seal_audit(&self, batch: i64) -> PortalResult<usize> {
        {
            // Most ticks find nothing: they do not take the writer's turn.
            let mut tx = self.db.read().await?;
            if audit::unsealed(&mut tx, 1).await?.is_empty() {
                return Ok(0);
            }
        }
        in_tx!(self.db, [], |tx| {
            // First: what another node has sealed meanwhile is seen by what is read after it.
            let mut head = audit::hold_head(tx).await?;
            let events = audit::unsealed(tx, batch).await?;
            for event in &events {
                head = place(&head, event)?;
                audit::seal(tx, &event.id, &head).await?;
            }
            audit::move_head(tx, &head).await?;
            Ok::<_, PortalError>(events.len())
        })
        .await
    }

    /// Walks over the chain and says what stands there. Sealing may go on meanwhile.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn verify_audit(&self) -> PortalResult<AuditCheck> {
        let mut tx = self.db.read().await?;
        let (noted, last) = audit::ends(&mut tx).await?;
        let (unsealed, _) = audit::tail(&mut tx).await?;
        let noted = noted.unwrap_or_else(start);
        let last = last.unwrap_or(0);
        let mut broken = None;
        // From before all places: one that no chain has is found too.
        let (mut head, mut from) = (start(), Some(i64::MIN));
        while let Some(first) = from.filter(|from| *from <= last && broken.is_none()) {
            let batch = audit::sealed_from(&mut tx, first, CHECKED_AT_ONCE).await?;
            for event in batch.iter().filter(|event| event.position <= Some(last)) {
                let next = place(&head, event)?;
                if event.position != Some(next.position) || event.hash.as_deref() != Some(next.hash.as_str()) {
                    broken = Some(next.position);
                    break;
                }
                head = next;
            }
            from = batch.last().and_then(|event| event.position).and_then(|end| end.checked_add(1));
        }
        // All that stands there holds: it must also be all there was, and no more.
        if broken.is_none() && head != noted {
            broken = Some(if head.position == noted.position {
                head.position.max(1)
            } else {
                head.position.min(noted.position).saturating_add(1)
            });
        }
        Ok(AuditCheck { sealed: noted.position, unsealed, head: noted.hash, broken })
    }
}
