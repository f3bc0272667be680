//! Moderators' decisions: rows are added, never changed.

use super::row::Text;
use super::sql::{execute, fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{DecisionId, ItemId, PersonId};
use model::domain::item::ItemKind;
use model::domain::moderation::{Outcome, Ruling};
use model::domain::time::Instant;
use model::portal::DecisionLine;
use sqlx::FromRow;

statements! {
    INSERT = "INSERT INTO decision (id, item_kind, item_id, item_version, outcome, reason, decided_by, decided_at, revise_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OF_ITEM = "SELECT outcome, reason, decided_at FROM decision WHERE item_id = $1 ORDER BY decided_at DESC, id DESC";
}

#[derive(FromRow)]
struct DecisionRow {
    outcome: Text<Outcome>,
    reason: String,
    decided_at: i64,
}

pub async fn insert(tx: &mut Tx, id: DecisionId, kind: ItemKind, ruling: &Ruling, reason: &str, by: PersonId) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        id.to_string(),
        kind.code(),
        ruling.item().to_string(),
        ruling.from_version(),
        ruling.outcome().code(),
        reason,
        by.to_string(),
        ruling.at().0,
        ruling.revise_until().map(|until| until.0),
    )
    .map(|_| ())
}

/// The decisions on an item, the newest first.
pub async fn of_item(tx: &mut Tx, item: ItemId) -> StoreResult<Vec<DecisionLine>> {
    let rows = fetch_all!(tx, DecisionRow, OF_ITEM, item.to_string())?;
    Ok(rows
        .into_iter()
        .map(|row| DecisionLine { outcome: row.outcome.0, reason: row.reason, decided_at: Instant(row.decided_at) })
        .collect())
}
