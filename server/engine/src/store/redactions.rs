//! Redactions: which words of an input others do not read. The words themselves are never touched.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{DecisionId, ItemId};
use model::domain::item::ItemKind;
use model::domain::redaction::Redacted;

statements! {
    INSERT = "INSERT INTO redaction (decision_id, item_id, passages) VALUES ($1, $2, $3)";
    STANDING = "SELECT r.passages FROM redaction r JOIN decision d ON d.id = r.decision_id WHERE r.item_id = $1 AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = r.decision_id) ORDER BY d.decided_at, d.id";
    // No other words: the version is that of what was written.
    SET_PAPER = "UPDATE paper SET redacted = $2 WHERE id = $1";
    SET_COMMENT = "UPDATE comment SET redacted = $2 WHERE id = $1";
    LIFTED = "SELECT r.passages FROM redaction r JOIN decision u ON u.undoes_id = r.decision_id WHERE r.item_id = $1 AND u.outcome = 'appeal_granted' ORDER BY u.decided_at, u.id";
}

/// Passages as they are stored.
fn stored(redacted: &Redacted) -> String {
    super::row::text_list(redacted.passages())
}

/// The passages that the act `id` redacts.
pub async fn insert(tx: &mut Tx, id: DecisionId, item: ItemId, passages: &Redacted) -> StoreResult<()> {
    execute!(tx, INSERT, id.to_string(), item.to_string(), stored(passages)).map(|_| ())
}

/// What was redacted in an input and is shown again because an appeal was granted.
pub async fn lifted(tx: &mut Tx, item: ItemId) -> StoreResult<Redacted> {
    let rows = fetch_all!(tx, (Text<Redacted>,), LIFTED, item.to_string())?;
    Ok(rows.into_iter().fold(Redacted::default(), |all, (passages,)| all.with(&passages.0)))
}

/// Notes with an input what its redactions hide together, those apart that were taken back. Its transaction has held the input since before
/// it changed any of them.
pub async fn settle(tx: &mut Tx, kind: ItemKind, item: ItemId) -> StoreResult<()> {
    let standing = fetch_all!(tx, (Text<Redacted>,), STANDING, item.to_string())?;
    let all = standing.into_iter().fold(Redacted::default(), |all, (passages,)| all.with(&passages.0));
    let sql = match kind {
        ItemKind::Paper => SET_PAPER,
        ItemKind::Comment => SET_COMMENT,
    };
    one(execute!(tx, sql, item.to_string(), stored(&all))?)
}
