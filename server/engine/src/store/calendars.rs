//! The addresses of people's own calendars, and by which entries of the ledger deadlines were set.

use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{LedgerEntryId, PersonId};
use model::domain::time::Instant;
use model::portal::FeedEnd;
use std::collections::HashMap;

statements! {
    PUT = "INSERT INTO calendar_address (person_id, token_hash, created_at) VALUES ($1, $2, $3) ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at";
    STOP = "DELETE FROM calendar_address WHERE person_id = $1";
    SINCE = "SELECT created_at FROM calendar_address WHERE person_id = $1";
    OWNER = "SELECT a.person_id FROM calendar_address a JOIN person p ON p.id = a.person_id WHERE a.token_hash = $1 AND p.deleted_at IS NULL";
    ENDS = ids "SELECT id, closes_at, number, recorded_at FROM ledger_entry WHERE id IN " " ORDER BY id";
}

/// Gives a person a new address; the one before is worth nothing any more.
pub async fn put(tx: &mut Tx, person: PersonId, token_hash: &str, at: Instant) -> StoreResult<()> {
    execute!(tx, PUT, person.to_string(), token_hash, at.0).map(|_| ())
}

/// Ends a person's address; answers whether there was one.
pub async fn stop(tx: &mut Tx, person: PersonId) -> StoreResult<bool> {
    Ok(execute!(tx, STOP, person.to_string())? > 0)
}

/// Since when a person has an address.
pub async fn since(tx: &mut Tx, person: PersonId) -> StoreResult<Option<Instant>> {
    Ok(fetch_optional!(tx, (i64,), SINCE, person.to_string())?.map(|(at,)| Instant(at)))
}

/// Whose address this is.
pub async fn owner(tx: &mut Tx, token_hash: &str) -> StoreResult<Option<PersonId>> {
    Ok(fetch_optional!(tx, (Text<PersonId>,), OWNER, token_hash)?.map(|(id,)| id.0))
}

/// The ends that these entries (JSON list of ids) set.
pub async fn ends(tx: &mut Tx, entries: &str) -> StoreResult<HashMap<LedgerEntryId, FeedEnd>> {
    let rows = fetch_all!(tx, (Text<LedgerEntryId>, i64, i64, i64), ENDS, entries)?;
    let end = |(id, closes_at, number, recorded_at): (Text<LedgerEntryId>, i64, i64, i64)| {
        (id.0, FeedEnd { closes_at: Instant(closes_at), number, recorded_at: Instant(recorded_at) })
    };
    Ok(rows.into_iter().map(end).collect())
}
