//! What was answered to forms, for those that are sent again.

use super::sql::{execute, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::time::Instant;
use model::portal::FormAnswer;

statements! {
    GET = "SELECT body_sha256, location FROM form_answer WHERE id = $1";
    PUT = "INSERT INTO form_answer (id, body_sha256, location, answered_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING";
    SWEEP = "DELETE FROM form_answer WHERE answered_at < $1";
}

pub async fn get(tx: &mut Tx, id: &str) -> StoreResult<Option<FormAnswer>> {
    let row = fetch_optional!(tx, (String, String), GET, id)?;
    Ok(row.map(|(body_sha256, location)| FormAnswer { body_sha256, location }))
}

/// Notes the first answer; a later one changes nothing.
pub async fn put(tx: &mut Tx, id: &str, answer: &FormAnswer, at: Instant) -> StoreResult<()> {
    execute!(tx, PUT, id, answer.body_sha256.as_str(), answer.location.as_str(), at.0).map(|_| ())
}

/// Forgets answers from before that instant.
pub async fn sweep(tx: &mut Tx, before: Instant) -> StoreResult<u64> {
    execute!(tx, SWEEP, before.0)
}
