//! Receipts: rows are added, never changed.

use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{ItemId, LedgerEntryId, OrganisationId, PaperId, PersonId, ReceiptId};
use model::domain::item::ItemKind;
use model::domain::receipt::Receipt;
use model::domain::time::Instant;
use sqlx::FromRow;

statements! {
    INSERT = "INSERT INTO receipt (id, number, item_kind, item_id, organisation_id, person_id, received_at, ledger_entry_id, content, sha256, item_version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    BY_ID = "SELECT id, number, item_kind, item_id, organisation_id, received_at, ledger_entry_id, content, sha256, item_version FROM receipt WHERE id = $1";
    OF_ITEM = "SELECT id, number, item_kind, item_id, organisation_id, received_at, ledger_entry_id, content, sha256, item_version FROM receipt WHERE item_id = $1 ORDER BY received_at DESC, id DESC";
    // Of the paper, and of those it has replaced one after the other.
    OF_VERSIONS = "WITH RECURSIVE chain (id, replaces_id, n) AS (SELECT p.id, p.replaces_id, 0 FROM paper p WHERE p.id = $1 UNION ALL SELECT x.id, x.replaces_id, c.n + 1 FROM paper x JOIN chain c ON x.id = c.replaces_id WHERE c.n < 50) SELECT r.id, r.number, r.item_kind, r.item_id, r.organisation_id, r.received_at, r.ledger_entry_id, r.content, r.sha256, r.item_version FROM receipt r JOIN chain c ON c.id = r.item_id ORDER BY r.received_at DESC, r.id DESC LIMIT 50";
    NEWEST_NUMBER = "SELECT id, number FROM receipt WHERE item_id = $1 ORDER BY received_at DESC, id DESC LIMIT 1";
    LATEST_OF_ITEM = "SELECT id, number, item_kind, item_id, organisation_id, received_at, ledger_entry_id, content, sha256, item_version FROM receipt WHERE item_id = $1 ORDER BY received_at DESC, id DESC LIMIT 1";
}

#[derive(FromRow)]
struct ReceiptRow {
    id: Text<ReceiptId>,
    number: String,
    item_kind: Text<ItemKind>,
    item_id: Text<ItemId>,
    organisation_id: Text<OrganisationId>,
    received_at: i64,
    ledger_entry_id: Text<LedgerEntryId>,
    content: String,
    sha256: String,
    item_version: i64,
}

impl From<ReceiptRow> for Receipt {
    fn from(row: ReceiptRow) -> Self {
        Self {
            id: row.id.0,
            number: row.number,
            kind: row.item_kind.0,
            item: row.item_id.0,
            version: row.item_version,
            organisation: row.organisation_id.0,
            received_at: Instant(row.received_at),
            judged_by: row.ledger_entry_id.0,
            content: row.content,
            sha256: row.sha256,
        }
    }
}

pub async fn insert(tx: &mut Tx, receipt: &Receipt, person: PersonId) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        receipt.id.to_string(),
        receipt.number.as_str(),
        receipt.kind.code(),
        receipt.item.to_string(),
        receipt.organisation.to_string(),
        person.to_string(),
        receipt.received_at.0,
        receipt.judged_by.to_string(),
        receipt.content.as_str(),
        receipt.sha256.as_str(),
        receipt.version,
    )
    .map(|_| ())
}

pub async fn by_id(tx: &mut Tx, id: ReceiptId) -> StoreResult<Option<Receipt>> {
    Ok(fetch_optional!(tx, ReceiptRow, BY_ID, id.to_string())?.map(Receipt::from))
}

/// All receipts of an item, the newest first.
pub async fn of_item(tx: &mut Tx, item: ItemId) -> StoreResult<Vec<Receipt>> {
    Ok(fetch_all!(tx, ReceiptRow, OF_ITEM, item.to_string())?.into_iter().map(Receipt::from).collect())
}

/// The receipts of a paper and of those it has replaced one after the other, the newest first; the newest fifty.
pub async fn of_versions(tx: &mut Tx, paper: PaperId) -> StoreResult<Vec<Receipt>> {
    Ok(fetch_all!(tx, ReceiptRow, OF_VERSIONS, paper.to_string())?.into_iter().map(Receipt::from).collect())
}

pub async fn latest_of_item(tx: &mut Tx, item: ItemId) -> StoreResult<Option<Receipt>> {
    Ok(fetch_optional!(tx, ReceiptRow, LATEST_OF_ITEM, item.to_string())?.map(Receipt::from))
}

/// Which receipt of an item is the newest, and its number.
pub async fn newest_number(tx: &mut Tx, item: ItemId) -> StoreResult<Option<(ReceiptId, String)>> {
    Ok(fetch_optional!(tx, (Text<ReceiptId>, String), NEWEST_NUMBER, item.to_string())?.map(|(id, number)| (id.0, number)))
}
