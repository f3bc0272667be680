//! A person's own name and language of mails, and what they were called before.

use super::sql::{execute, fetch_all, statements};
use super::{StoreResult, Tx, files};
use model::domain::ids::{NameChangeId, PersonId};
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::portal::FormerName;

statements! {
    SET = "UPDATE person SET full_name = $2, locale = $3 WHERE id = $1 AND deleted_at IS NULL";
    INSERT = "INSERT INTO name_change (id, person_id, old_name, new_name, changed_at) VALUES ($1, $2, $3, $4, $5)";
    FORMER = "SELECT old_name, changed_at FROM name_change WHERE person_id = $1 ORDER BY changed_at DESC, id DESC LIMIT 50";
}

/// Sets the name and the language of mails; the person is found by the new name at once. Answers whether there is such an account.
pub async fn set(tx: &mut Tx, person: PersonId, full_name: &str, mail_language: Locale) -> StoreResult<bool> {
    if execute!(tx, SET, person.to_string(), full_name, mail_language.code())? == 0 {
        return Ok(false);
    }
    files::refresh_key(tx, person).await?;
    Ok(true)
}

/// Keeps what a person was called before.
pub async fn insert_change(tx: &mut Tx, id: NameChangeId, person: PersonId, (old, new): (&str, &str), at: Instant) -> StoreResult<()> {
    execute!(tx, INSERT, id.to_string(), person.to_string(), old, new, at.0).map(|_| ())
}

/// What a person was called before, the last fifty, the latest first.
pub async fn former(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<FormerName>> {
    let rows = fetch_all!(tx, (String, i64), FORMER, person.to_string())?;
    Ok(rows.into_iter().map(|(name, at)| FormerName { name, until: Instant(at) }).collect())
}
