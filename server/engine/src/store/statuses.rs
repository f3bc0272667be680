//! How far provisions have come in the negotiation.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{DraftVersionId, PersonId, ProvisionId};
use model::domain::provision_status::{ProvisionStatus, StatusEntry};
use model::domain::role::RoleName;
use model::domain::time::Instant;
use sqlx::FromRow;
use std::collections::HashMap;

statements! {
    OF_PROVISION = "SELECT number, status, note, by_role, set_at FROM provision_status WHERE provision_id = $1 ORDER BY number DESC LIMIT 200";
    NEWEST = "SELECT number, status, note, by_role, set_at FROM provision_status WHERE provision_id = $1 ORDER BY number DESC LIMIT 1";
    OF_VERSION = "SELECT s.provision_id, s.status FROM provision_status s JOIN provision p ON p.id = s.provision_id WHERE p.draft_version_id = $1 AND s.number = (SELECT MAX(x.number) FROM provision_status x WHERE x.provision_id = s.provision_id) ORDER BY s.provision_id";
    SET = "INSERT INTO provision_status (provision_id, number, status, note, by_role, set_by, set_at) SELECT $1, $2 + 1, $3, $4, $5, $6, $7 WHERE (SELECT COALESCE(MAX(x.number), 0) FROM provision_status x WHERE x.provision_id = $1) = $2";
    // What was agreed was agreed of these words: others are open again.
    CARRY = "INSERT INTO provision_status (provision_id, number, status, note, by_role, set_by, set_at) SELECT n.id, 1, s.status, s.note, s.by_role, s.set_by, s.set_at FROM provision_status s JOIN provision p ON p.id = s.provision_id JOIN provision n ON n.draft_version_id = $1 AND n.stable_id = p.stable_id AND n.text = p.text AND n.text <> '' AND n.level NOT IN ('heading', 'note', 'whole') WHERE p.draft_version_id = $2 AND s.status <> 'open' AND s.number = (SELECT MAX(x.number) FROM provision_status x WHERE x.provision_id = s.provision_id)";
}

#[derive(FromRow)]
struct EntryRow {
    number: i64,
    status: Text<ProvisionStatus>,
    note: String,
    by_role: Text<RoleName>,
    set_at: i64,
}

impl From<EntryRow> for StatusEntry {
    fn from(row: EntryRow) -> Self {
        Self { number: row.number, status: row.status.0, note: row.note, by: row.by_role.0, set_at: Instant(row.set_at) }
    }
}

/// All that was set of a provision, the newest first.
pub async fn of_provision(tx: &mut Tx, provision: ProvisionId) -> StoreResult<Vec<StatusEntry>> {
    Ok(fetch_all!(tx, EntryRow, OF_PROVISION, provision.to_string())?.into_iter().map(StatusEntry::from).collect())
}

/// What is in force; `None`: nothing was set yet.
pub async fn newest(tx: &mut Tx, provision: ProvisionId) -> StoreResult<Option<StatusEntry>> {
    Ok(fetch_optional!(tx, EntryRow, NEWEST, provision.to_string())?.map(StatusEntry::from))
}

/// What is in force in a version, where anything was set.
pub async fn of_version(tx: &mut Tx, version: DraftVersionId) -> StoreResult<HashMap<ProvisionId, ProvisionStatus>> {
    let rows = fetch_all!(tx, (Text<ProvisionId>, Text<ProvisionStatus>), OF_VERSION, version.to_string())?;
    Ok(rows.into_iter().map(|(id, status)| (id.0, status.0)).collect())
}

/// Sets a status after the one with this number (0: nothing was set).
///
/// # Errors
/// `Conflict` when another was set meanwhile.
pub async fn set(
    tx: &mut Tx,
    provision: ProvisionId,
    after: i64,
    (status, note): (ProvisionStatus, &str),
    (office, by, at): (RoleName, PersonId, Instant),
) -> StoreResult<()> {
    one(execute!(tx, SET, provision.to_string(), after, status.code(), note, office.code(), by.to_string(), at.0)?)
}

/// Carries over what is in force to the provisions of the next version that go on alone in the same words.
pub async fn carry(tx: &mut Tx, from: DraftVersionId, to: DraftVersionId) -> StoreResult<()> {
    execute!(tx, CARRY, to.to_string(), from.to_string()).map(|_| ())
}
