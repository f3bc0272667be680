//! The audit log: rows are added, never changed.

use super::sql::{execute, statements};
use super::{StoreResult, Tx};
use model::domain::audit::AuditAct;
use model::domain::ids::{AuditEventId, PersonId};
use model::domain::time::Instant;

statements! {
    INSERT = "INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)";
}

/// One event. `detail` is JSON and holds neither secrets nor input; the reason of an act of office belongs to the act.
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
