//! The audit log: rows are added, and get their place in the chain once. What they say is never changed.

use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use model::domain::audit::AuditAct;
use model::domain::ids::{AuditEventId, PersonId};
use model::domain::time::Instant;
use sqlx::FromRow;

statements! {
    INSERT = "INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    UNSEALED = "SELECT id, at, person_id, act, object_kind, object_id, detail, position, hash FROM audit_event WHERE position IS NULL ORDER BY at, id LIMIT $1";
    SEALED = "SELECT id, at, person_id, act, object_kind, object_id, detail, position, hash FROM audit_event WHERE position >= $1 ORDER BY position LIMIT $2";
    TAIL = "SELECT COUNT(*), MIN(at) FROM audit_event WHERE position IS NULL";
    HOLD = "UPDATE audit_head SET position = position WHERE chain = 'audit' RETURNING position, hash";
    ENDS = "SELECT (SELECT position FROM audit_head WHERE chain = 'audit'), (SELECT hash FROM audit_head WHERE chain = 'audit'), (SELECT position FROM audit_event WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1)";
    SEAL = "UPDATE audit_event SET position = $2, hash = $3 WHERE id = $1 AND position IS NULL";
    MOVE_HEAD = "UPDATE audit_head SET position = $1, hash = $2 WHERE chain = 'audit'";
}

/// One event. `detail` is JSON and holds neither secrets nor what people wrote, but for the reasons of those acts of office that belong to
/// the log (`model::domain::audit`).
#[derive(Debug, Clone)]
pub struct AuditEvent {
    pub id: AuditEventId,
    pub at: Instant,
    pub person: Option<PersonId>,
    pub act: AuditAct,
    pub object_kind: &'static str,
    pub object: String,
    pub detail: serde_json::Value,
}

/// An event as it is stored, read as plain text: checking the chain must not stumble over a value that somebody has changed.
#[derive(Debug, Clone, FromRow)]
pub struct StoredEvent {
    pub id: String,
    pub at: i64,
    pub person_id: Option<String>,
    pub act: String,
    pub object_kind: String,
    pub object_id: String,
    pub detail: String,
    pub position: Option<i64>,
    pub hash: Option<String>,
}

/// A place in the chain and its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub position: i64,
    pub hash: String,
}

/// Adds an event.
pub async fn insert(tx: &mut Tx, event: &AuditEvent) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        event.id.to_string(),
        event.at.0,
        event.person.map(|id| id.to_string()),
        event.act.code(),
        event.object_kind,
        event.object.as_str(),
        event.detail.to_string(),
    )
    .map(|_| ())
}

/// Events without a place, in the order they get one.
pub async fn unsealed(tx: &mut Tx, limit: i64) -> StoreResult<Vec<StoredEvent>> {
    fetch_all!(tx, StoredEvent, UNSEALED, limit)
}

/// How many events have no place yet, and since when the first of them waits.
pub async fn tail(tx: &mut Tx) -> StoreResult<(i64, Option<Instant>)> {
    let row = fetch_optional!(tx, (i64, Option<i64>), TAIL)?;
    Ok(row.map_or((0, None), |(count, oldest)| (count, oldest.map(Instant))))
}

/// Events from this place on, in the order of the chain.
pub async fn sealed_from(tx: &mut Tx, position: i64, limit: i64) -> StoreResult<Vec<StoredEvent>> {
    fetch_all!(tx, StoredEvent, SEALED, position, limit)
}

/// The end of the chain, held until the transaction ends: of two nodes that seal, one waits here and goes on from where the other ended.
pub async fn hold_head(tx: &mut Tx) -> StoreResult<Head> {
    let row = fetch_optional!(tx, (i64, String), HOLD)?;
    let (position, hash) = row.ok_or_else(|| StoreError::corrupt("audit_head", "audit", "the end of the chain is missing"))?;
    Ok(Head { position, hash })
}

/// The end of the chain as it was noted (`None`: the note is missing), and the last place that an event has: both at one moment.
pub async fn ends(tx: &mut Tx) -> StoreResult<(Option<Head>, Option<i64>)> {
    let row = fetch_optional!(tx, (Option<i64>, Option<String>, Option<i64>), ENDS)?;
    Ok(row.map_or((None, None), |(position, hash, last)| (position.zip(hash).map(|(position, hash)| Head { position, hash }), last)))
}

/// Gives an event its place.
pub async fn seal(tx: &mut Tx, id: &str, place: &Head) -> StoreResult<()> {
    match execute!(tx, SEAL, id, place.position, place.hash.as_str())? {
        1 => Ok(()),
        _ => Err(StoreError::Conflict),
    }
}

/// Notes the new end of the chain.
pub async fn move_head(tx: &mut Tx, head: &Head) -> StoreResult<()> {
    execute!(tx, MOVE_HEAD, head.position, head.hash.as_str()).map(|_| ())
}
