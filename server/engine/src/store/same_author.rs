//! What else an organisation sent in a round, beside one of its inputs.

use super::row::Text;
use super::sql::{fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{ItemId, OrganisationId, RoundId, SubgroupId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Language;
use model::domain::redaction::Redacted;
use model::portal::SameAuthor;
use sqlx::FromRow;

statements! {
    // What is public, and what is or was in the queue `$4`. What is being revised is not what was sent: it is left to its own page.
    OTHERS = "SELECT 'paper' AS kind, p.id AS item_id, p.title, p.language, p.state, p.redacted, p.submitted_at FROM paper p WHERE p.organisation_id = $1 AND p.round_id = $2 AND p.id <> $3 AND (p.state = 'accepted' OR (p.state IN ('submitted', 'declined') AND COALESCE(p.subgroup_id, '') = $4)) UNION ALL SELECT 'comment' AS kind, c.id AS item_id, v.citation AS title, c.language, c.state, '[]' AS redacted, c.submitted_at FROM comment c JOIN provision v ON v.id = c.provision_id WHERE c.organisation_id = $1 AND c.round_id = $2 AND c.id <> $3 AND (c.state = 'accepted' OR (c.state IN ('submitted', 'declined') AND COALESCE(c.queue_id, '') = $4)) ORDER BY submitted_at DESC, item_id DESC LIMIT $5";
}

#[derive(FromRow)]
struct Row {
    kind: Text<ItemKind>,
    item_id: Text<ItemId>,
    title: String,
    language: Text<Language>,
    state: Text<ItemState>,
    redacted: Text<Redacted>,
}

impl From<Row> for SameAuthor {
    fn from(mut row: Row) -> Self {
        row.redacted.0.hide(&mut row.title);
        Self { kind: row.kind.0, item: row.item_id.0, title: row.title, language: row.language.0, state: row.state.0 }
    }
}

/// The newest other inputs of an organisation in a round: those that are public, and those of the queue; `None`: that of the whole body.
pub async fn others(
    tx: &mut Tx,
    organisation: OrganisationId,
    round: RoundId,
    but: ItemId,
    queue: Option<SubgroupId>,
    limit: i64,
) -> StoreResult<Vec<SameAuthor>> {
    let queue = queue.map(|id| id.to_string()).unwrap_or_default();
    let rows = fetch_all!(tx, Row, OTHERS, organisation.to_string(), round.to_string(), but.to_string(), queue, limit)?;
    Ok(rows.into_iter().map(SameAuthor::from).collect())
}
