//! What a person proves who they are with: the password, the second factor, recovery codes, and what is sent by mail to change them.

use super::people::{Person, PersonRow};
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::PersonId;
use model::domain::time::Instant;

statements! {
    PASSWORD = "SELECT password_hash FROM person WHERE id = $1";
    SET_PASSWORD = "UPDATE person SET password_hash = $2 WHERE id = $1";
    SET_EMAIL = "UPDATE person SET email = $2 WHERE id = $1";
    FACTOR = "SELECT secret, enrolled_at, last_step FROM second_factor WHERE person_id = $1";
    HAVING_FACTOR = ids "SELECT person_id FROM second_factor WHERE person_id IN " " ORDER BY person_id";
    PUT_FACTOR = "INSERT INTO second_factor (person_id, secret, enrolled_at, last_step) VALUES ($1, $2, $3, $4) ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, enrolled_at = excluded.enrolled_at, last_step = excluded.last_step";
    SPEND_STEP = "UPDATE second_factor SET last_step = $3 WHERE person_id = $1 AND last_step = $2";
    DELETE_FACTOR = "DELETE FROM second_factor WHERE person_id = $1";
    INSERT_RECOVERY = "INSERT INTO recovery_code (code_hash, person_id, used_at) VALUES ($1, $2, NULL)";
    SPEND_RECOVERY = "UPDATE recovery_code SET used_at = $3 WHERE code_hash = $1 AND person_id = $2 AND used_at IS NULL";
    RECOVERY_LEFT = "SELECT CAST(COUNT(*) AS BIGINT) FROM recovery_code WHERE person_id = $1 AND used_at IS NULL";
    DELETE_RECOVERY = "DELETE FROM recovery_code WHERE person_id = $1";
    BY_EMAIL = "SELECT id, email, full_name, confirmed_at, locale FROM person WHERE email = $1";
    PUT_RESET = "INSERT INTO password_reset (email_hash, person_id, token_hash, expires_at) VALUES ($1, $2, $3, $4) ON CONFLICT (email_hash) DO UPDATE SET person_id = excluded.person_id, token_hash = excluded.token_hash, expires_at = excluded.expires_at";
    RESET = "SELECT p.id, p.email, p.full_name, p.confirmed_at, p.locale FROM password_reset r JOIN person p ON p.id = r.person_id WHERE r.token_hash = $1 AND r.expires_at > $2";
    SWEEP_RESETS = "DELETE FROM password_reset WHERE expires_at <= $1";
    DELETE_RESET = "DELETE FROM password_reset WHERE person_id = $1";
    PUT_EMAIL_CHANGE = "INSERT INTO email_change (person_id, new_email, code_hash, token_hash, expires_at, attempts) VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT (person_id) DO UPDATE SET new_email = excluded.new_email, code_hash = excluded.code_hash, token_hash = excluded.token_hash, expires_at = excluded.expires_at, attempts = 0";
    EMAIL_CHANGE = "SELECT person_id, new_email, code_hash, expires_at, attempts FROM email_change WHERE person_id = $1";
    EMAIL_CHANGE_BY_TOKEN = "SELECT person_id, new_email, code_hash, expires_at, attempts FROM email_change WHERE token_hash = $1";
    COUNT_EMAIL_ATTEMPT = "UPDATE email_change SET attempts = attempts + 1 WHERE person_id = $1";
    DELETE_EMAIL_CHANGE = "DELETE FROM email_change WHERE person_id = $1";
}

/// The stored password, as a PHC string.
pub async fn password(tx: &mut Tx, person: PersonId) -> StoreResult<Option<String>> {
    Ok(fetch_optional!(tx, (String,), PASSWORD, person.to_string())?.map(|(hash,)| hash))
}

pub async fn set_password(tx: &mut Tx, person: PersonId, hash: &str) -> StoreResult<()> {
    execute!(tx, SET_PASSWORD, person.to_string(), hash).map(|_| ())
}

/// Sets the address; the person is found by the new one at once, and by the old one no more.
///
/// # Errors
/// `Conflict` when the address is taken.
pub async fn set_email(tx: &mut Tx, person: PersonId, email: &str) -> StoreResult<()> {
    execute!(tx, SET_EMAIL, person.to_string(), email)?;
    super::files::refresh_key(tx, person).await
}

/// A second factor as it is stored.
#[derive(Clone)]
pub struct Factor {
    /// Base 32. Never logged: this type has no `Debug`.
    pub secret: String,
    pub enrolled_at: Instant,
    pub last_step: i64,
}

pub async fn factor(tx: &mut Tx, person: PersonId) -> StoreResult<Option<Factor>> {
    let row = fetch_optional!(tx, (String, i64, i64), FACTOR, person.to_string())?;
    Ok(row.map(|(secret, enrolled, last_step)| Factor { secret, enrolled_at: Instant(enrolled), last_step }))
}

/// Those of a JSON list of persons who have a second factor.
pub async fn having_factor(tx: &mut Tx, persons: &str) -> StoreResult<Vec<PersonId>> {
    Ok(fetch_all!(tx, (Text<PersonId>,), HAVING_FACTOR, persons)?.into_iter().map(|(id,)| id.0).collect())
}

/// Sets the one second factor of a person.
pub async fn put_factor(tx: &mut Tx, person: PersonId, factor: &Factor) -> StoreResult<()> {
    execute!(tx, PUT_FACTOR, person.to_string(), factor.secret.as_str(), factor.enrolled_at.0, factor.last_step).map(|_| ())
}

/// Takes the code of a time step; `false` when another request was quicker.
pub async fn spend_step(tx: &mut Tx, person: PersonId, last: i64, step: i64) -> StoreResult<bool> {
    Ok(execute!(tx, SPEND_STEP, person.to_string(), last, step)? == 1)
}

/// Removes the second factor and its recovery codes; answers whether there was one.
pub async fn delete_factor(tx: &mut Tx, person: PersonId) -> StoreResult<bool> {
    execute!(tx, DELETE_RECOVERY, person.to_string())?;
    Ok(execute!(tx, DELETE_FACTOR, person.to_string())? > 0)
}

/// Replaces all recovery codes of a person.
pub async fn put_recovery_codes(tx: &mut Tx, person: PersonId, hashes: &[String]) -> StoreResult<()> {
    execute!(tx, DELETE_RECOVERY, person.to_string())?;
    for hash in hashes {
        execute!(tx, INSERT_RECOVERY, hash.as_str(), person.to_string())?;
    }
    Ok(())
}

/// Takes a recovery code; `false` when there is none like it left.
pub async fn spend_recovery_code(tx: &mut Tx, person: PersonId, hash: &str, now: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, SPEND_RECOVERY, hash, person.to_string(), now.0)? == 1)
}

pub async fn recovery_codes_left(tx: &mut Tx, person: PersonId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), RECOVERY_LEFT, person.to_string())?.map_or(0, |(n,)| n))
}

/// The person with this address.
pub async fn by_email(tx: &mut Tx, email: &str) -> StoreResult<Option<Person>> {
    Ok(fetch_optional!(tx, PersonRow, BY_EMAIL, email)?.map(Person::from))
}

/// Sets the one link for a forgotten password of an address; an older one is void.
pub async fn put_reset(tx: &mut Tx, email_hash: &str, person: Option<PersonId>, token_hash: &str, expires_at: Instant) -> StoreResult<()> {
    execute!(tx, PUT_RESET, email_hash, person.map(|id| id.to_string()), token_hash, expires_at.0).map(|_| ())
}

/// Whose forgotten password a link is for.
pub async fn reset(tx: &mut Tx, token_hash: &str, now: Instant) -> StoreResult<Option<Person>> {
    Ok(fetch_optional!(tx, PersonRow, RESET, token_hash, now.0)?.map(Person::from))
}

/// Removes links that have expired; answers how many.
pub async fn sweep_resets(tx: &mut Tx, now: Instant) -> StoreResult<u64> {
    execute!(tx, SWEEP_RESETS, now.0)
}

pub async fn delete_reset(tx: &mut Tx, person: PersonId) -> StoreResult<()> {
    execute!(tx, DELETE_RESET, person.to_string()).map(|_| ())
}

/// A new address that waits for its code or link.
#[derive(Debug, Clone)]
pub struct EmailChange {
    pub person: PersonId,
    pub new_email: String,
    pub code_hash: String,
    pub expires_at: Instant,
    pub attempts: i64,
}

type EmailChangeRow = (Text<PersonId>, String, String, i64, i64);

fn email_change_of(row: EmailChangeRow) -> EmailChange {
    EmailChange { person: row.0.0, new_email: row.1, code_hash: row.2, expires_at: Instant(row.3), attempts: row.4 }
}

/// Sets the one change of address of a person; an older one is void.
pub async fn put_email_change(tx: &mut Tx, change: &EmailChange, token_hash: &str) -> StoreResult<()> {
    let (email, code) = (change.new_email.as_str(), change.code_hash.as_str());
    execute!(tx, PUT_EMAIL_CHANGE, change.person.to_string(), email, code, token_hash, change.expires_at.0).map(|_| ())
}

pub async fn email_change(tx: &mut Tx, person: PersonId) -> StoreResult<Option<EmailChange>> {
    Ok(fetch_optional!(tx, EmailChangeRow, EMAIL_CHANGE, person.to_string())?.map(email_change_of))
}

pub async fn email_change_by_token(tx: &mut Tx, token_hash: &str) -> StoreResult<Option<EmailChange>> {
    Ok(fetch_optional!(tx, EmailChangeRow, EMAIL_CHANGE_BY_TOKEN, token_hash)?.map(email_change_of))
}

pub async fn count_email_attempt(tx: &mut Tx, person: PersonId) -> StoreResult<()> {
    execute!(tx, COUNT_EMAIL_ATTEMPT, person.to_string()).map(|_| ())
}

pub async fn delete_email_change(tx: &mut Tx, person: PersonId) -> StoreResult<()> {
    execute!(tx, DELETE_EMAIL_CHANGE, person.to_string()).map(|_| ())
}
