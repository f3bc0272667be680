//! What the secretariat finds and reads of persons: by part of their name or address, as members of an organisation; and what it decided
//! about organisations. These are found in `organisation_lists`.

use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{Db, StoreResult, Tx, like};
use model::domain::ids::{OrganisationId, PersonId, ReviewId};
use model::domain::person::Function;
use model::domain::time::Instant;
use model::portal::{PersonLine, Review, Verdict};
use sqlx::FromRow;

statements! {
    PEOPLE = "SELECT id, full_name, email, confirmed_at, created_at, search_key FROM person WHERE search_key LIKE $1 ESCAPE '!' AND (search_key, id) > ($2, $3) ORDER BY search_key, id LIMIT $4";
    PERSON = "SELECT id, full_name, email, confirmed_at, created_at, search_key FROM person WHERE id = $1 AND deleted_at IS NULL";
    WITHOUT_KEY = "SELECT id, full_name, email, confirmed_at, created_at, search_key FROM person WHERE search_key = '' ORDER BY id LIMIT 500";
    SET_KEY = "UPDATE person SET search_key = $2 WHERE id = $1";
    MEMBERS = "SELECT p.id, p.full_name, p.email, p.confirmed_at, p.created_at, p.search_key, m.function FROM membership m JOIN person p ON p.id = m.person_id WHERE m.organisation_id = $1 AND m.ended_at IS NULL ORDER BY m.created_at, m.id LIMIT 500";
    REVIEWS = "SELECT outcome, reason, decided_at FROM organisation_review WHERE organisation_id = $1 ORDER BY decided_at DESC, id DESC";
    INSERT_REVIEW = "INSERT INTO organisation_review (id, organisation_id, outcome, reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6)";
}

#[derive(FromRow)]
struct PersonRow {
    id: Text<PersonId>,
    full_name: String,
    email: String,
    confirmed_at: Option<i64>,
    created_at: i64,
    search_key: String,
}

fn person_line(row: PersonRow) -> PersonLine {
    PersonLine {
        id: row.id.0,
        full_name: row.full_name,
        email: row.email,
        confirmed: row.confirmed_at.is_some(),
        created_at: Instant(row.created_at),
    }
}

/// What a person is found by. `key` is the same folding for what is typed: [`model::domain::validate::search_key`].
pub fn person_key(full_name: &str, email: &str) -> String {
    model::domain::validate::search_key(&format!("{full_name} {email}"))
}

/// Persons whose name or address holds `key`, after `cursor` (search key, id), each with its own search key.
pub async fn people(tx: &mut Tx, key: &str, cursor: (&str, &str), limit: i64) -> StoreResult<Vec<(PersonLine, String)>> {
    let rows = fetch_all!(tx, PersonRow, PEOPLE, like::anywhere(key), cursor.0, cursor.1, limit)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let key = row.search_key.clone();
            (person_line(row), key)
        })
        .collect())
}

/// Nobody who has deleted the account.
pub async fn person(tx: &mut Tx, id: PersonId) -> StoreResult<Option<PersonLine>> {
    Ok(fetch_optional!(tx, PersonRow, PERSON, id.to_string())?.map(person_line))
}

/// Makes the search key of a person anew from the name and address as they are now stored in this transaction. To be called after every
/// statement that changes one of them.
pub(super) async fn refresh_key(tx: &mut Tx, id: PersonId) -> StoreResult<()> {
    if let Some(row) = fetch_optional!(tx, PersonRow, PERSON, id.to_string())? {
        execute!(tx, SET_KEY, id.to_string(), person_key(&row.full_name, &row.email))?;
    }
    Ok(())
}

/// Fills the search keys of persons from before there were any. Part of bringing the database up to date.
pub async fn fill_keys(db: &Db) -> StoreResult<()> {
    while db.write_tx(|tx| Box::pin(fill_some(tx))).await? > 0 {}
    Ok(())
}

/// Fills some of them; answers how many.
async fn fill_some(tx: &mut Tx) -> StoreResult<usize> {
    let rows = fetch_all!(tx, PersonRow, WITHOUT_KEY)?;
    for row in &rows {
        execute!(tx, SET_KEY, row.id.0.to_string(), person_key(&row.full_name, &row.email))?;
    }
    Ok(rows.len())
}

#[derive(FromRow)]
struct MemberRow {
    #[sqlx(flatten)]
    person: PersonRow,
    function: Text<Function>,
}

/// The members of an organisation, the first one first.
pub async fn members(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<(PersonLine, Function)>> {
    let rows = fetch_all!(tx, MemberRow, MEMBERS, organisation.to_string())?;
    Ok(rows.into_iter().map(|row| (person_line(row.person), row.function.0)).collect())
}

/// What the secretariat decided about an organisation, the newest first.
pub async fn reviews(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<Review>> {
    let rows = fetch_all!(tx, (Text<Verdict>, String, i64), REVIEWS, organisation.to_string())?;
    Ok(rows.into_iter().map(|(outcome, reason, at)| Review { outcome: outcome.0, reason, decided_at: Instant(at) }).collect())
}

pub async fn insert_review(tx: &mut Tx, id: ReviewId, organisation: OrganisationId, by: PersonId, review: &Review) -> StoreResult<()> {
    execute!(
        tx,
        INSERT_REVIEW,
        id.to_string(),
        organisation.to_string(),
        review.outcome.code(),
        review.reason.as_str(),
        by.to_string(),
        review.decided_at.0,
    )
    .map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::person_key;

    #[test]
    fn names_of_all_scripts_are_folded() {
        assert_eq!(person_key(" Жанна  Ёлкина", "Zh@Example.org"), "жанна ёлкина zh@example.org");
    }
}
