//! Signed-in browsers, and the browsers an account knows.

use super::people::{PersonRow, signed_in};
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::device::Device;
use model::domain::ids::{LoginId, PersonId};
use model::domain::person::SignedIn;
use model::domain::time::Instant;
use sqlx::FromRow;

statements! {
    INSERT = "INSERT INTO auth_session (id, token_hash, person_id, browser, platform, created_at, seen_at, expires_at, proved_at, factor_at, wrong_codes, offer) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, 0, $10)";
    BY_TOKEN = "SELECT s.id AS login_id, s.seen_at, s.proved_at, s.factor_at, p.id, p.email, p.full_name, p.confirmed_at, p.locale FROM auth_session s JOIN person p ON p.id = s.person_id WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.proved_at IS NOT NULL";
    AWAITING = "SELECT id, person_id, wrong_codes FROM auth_session WHERE token_hash = $1 AND expires_at > $2 AND proved_at IS NULL";
    COUNT_WRONG = "UPDATE auth_session SET wrong_codes = wrong_codes + 1 WHERE id = $1";
    SEEN = "UPDATE auth_session SET seen_at = $2 WHERE id = $1 AND seen_at < $2";
    RENEW = "UPDATE auth_session SET token_hash = $2, proved_at = $3, seen_at = $3, factor_at = COALESCE(CAST($4 AS BIGINT), factor_at), expires_at = $5, offer = $6, wrong_codes = 0 WHERE id = $1";
    CLEAR_FACTOR = "UPDATE auth_session SET factor_at = NULL WHERE person_id = $1";
    OFFER = "SELECT offer FROM auth_session WHERE id = $1";
    OF_PERSON = "SELECT id, browser, platform, created_at, seen_at FROM auth_session WHERE person_id = $1 AND expires_at > $2 AND proved_at IS NOT NULL ORDER BY seen_at DESC, id DESC LIMIT 100";
    DELETE = "DELETE FROM auth_session WHERE token_hash = $1";
    DELETE_ONE = "DELETE FROM auth_session WHERE id = $1 AND person_id = $2";
    DELETE_OTHERS = "DELETE FROM auth_session WHERE person_id = $1 AND id <> $2";
    DELETE_ALL = "DELETE FROM auth_session WHERE person_id = $1";
    SWEEP = "DELETE FROM auth_session WHERE expires_at <= $1";
    KNOWS_DEVICE = "SELECT first_seen_at FROM known_device WHERE person_id = $1 AND device_hash = $2";
    KNOWS_ANY = "SELECT first_seen_at FROM known_device WHERE person_id = $1 ORDER BY first_seen_at, device_hash LIMIT 1";
    PUT_DEVICE = "INSERT INTO known_device (person_id, device_hash, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $3) ON CONFLICT (person_id, device_hash) DO UPDATE SET last_seen_at = excluded.last_seen_at";
    SWEEP_DEVICES = "DELETE FROM known_device WHERE last_seen_at < $1";
}

/// A session to be stored.
#[derive(Debug)]
pub struct NewLogin<'a> {
    pub id: LoginId,
    pub token_hash: &'a str,
    pub person: PersonId,
    pub device: &'a Device,
    pub created_at: Instant,
    pub expires_at: Instant,
    /// `None`: the second factor is awaited.
    pub proved_at: Option<Instant>,
    pub factor_at: Option<Instant>,
    /// The secret offered for a second factor, in base 32.
    pub offer: &'a str,
}

/// A session that waits for the second factor.
#[derive(Debug, Clone, Copy)]
pub struct Awaiting {
    pub id: LoginId,
    pub person: PersonId,
    pub wrong_codes: i64,
}

/// A session as its person sees it.
#[derive(Debug, Clone)]
pub struct Login {
    pub id: LoginId,
    pub device: Device,
    pub created_at: Instant,
    pub seen_at: Instant,
}

pub async fn insert(tx: &mut Tx, login: &NewLogin<'_>) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        login.id.to_string(),
        login.token_hash,
        login.person.to_string(),
        login.device.browser.as_str(),
        login.device.system.as_str(),
        login.created_at.0,
        login.expires_at.0,
        login.proved_at.map(|at| at.0),
        login.factor_at.map(|at| at.0),
        login.offer,
    )
    .map(|_| ())
}

#[derive(FromRow)]
struct TokenRow {
    login_id: Text<LoginId>,
    seen_at: i64,
    proved_at: Option<i64>,
    factor_at: Option<i64>,
    #[sqlx(flatten)]
    person: PersonRow,
}

/// The person behind a session token, with memberships and roles, and when the session was last seen; `None` when there is no such
/// session any more, or it still waits for the second factor.
pub async fn by_token(tx: &mut Tx, token_hash: &str, now: Instant) -> StoreResult<Option<(SignedIn, Instant)>> {
    let Some(row) = fetch_optional!(tx, TokenRow, BY_TOKEN, token_hash, now.0)? else { return Ok(None) };
    let person = signed_in(tx, row.person.into()).await?;
    let (factor_satisfied, proved_at, login) = (row.factor_at.is_some(), row.proved_at.map(Instant), Some(row.login_id.0));
    Ok(Some((SignedIn { factor_satisfied, proved_at, login, ..person }, Instant(row.seen_at))))
}

/// The session behind a token that waits for the second factor.
pub async fn awaiting(tx: &mut Tx, token_hash: &str, now: Instant) -> StoreResult<Option<Awaiting>> {
    let row = fetch_optional!(tx, (Text<LoginId>, Text<PersonId>, i64), AWAITING, token_hash, now.0)?;
    Ok(row.map(|(id, person, wrong_codes)| Awaiting { id: id.0, person: person.0, wrong_codes }))
}

/// One more wrong code of the second factor since the last right one.
pub async fn count_wrong_code(tx: &mut Tx, id: LoginId) -> StoreResult<()> {
    execute!(tx, COUNT_WRONG, id.to_string()).map(|_| ())
}

/// Notes that a session was used.
pub async fn seen(tx: &mut Tx, id: LoginId, at: Instant) -> StoreResult<()> {
    execute!(tx, SEEN, id.to_string(), at.0).map(|_| ())
}

/// What a session gets when it has proved itself.
#[derive(Debug)]
pub struct Renewal<'a> {
    /// The old token is worth nothing any more.
    pub token_hash: &'a str,
    pub proved_at: Instant,
    /// `None`: as it was.
    pub factor_at: Option<Instant>,
    pub expires_at: Instant,
    pub offer: &'a str,
}

/// A new token for a session that has proved itself anew; answers how many sessions that was.
pub async fn renew(tx: &mut Tx, id: LoginId, with: &Renewal<'_>) -> StoreResult<u64> {
    let factor = with.factor_at.map(|at| at.0);
    execute!(tx, RENEW, id.to_string(), with.token_hash, with.proved_at.0, factor, with.expires_at.0, with.offer)
}

/// No session of a person counts as having passed the second factor any more.
pub async fn clear_factor(tx: &mut Tx, person: PersonId) -> StoreResult<()> {
    execute!(tx, CLEAR_FACTOR, person.to_string()).map(|_| ())
}

/// The secret a session is offered for a second factor.
pub async fn offer(tx: &mut Tx, id: LoginId) -> StoreResult<Option<String>> {
    Ok(fetch_optional!(tx, (String,), OFFER, id.to_string())?.map(|(secret,)| secret))
}

type LoginRow = (Text<LoginId>, String, String, i64, i64);

/// The sessions of a person, the last used first.
pub async fn of_person(tx: &mut Tx, person: PersonId, now: Instant) -> StoreResult<Vec<Login>> {
    let rows = fetch_all!(tx, LoginRow, OF_PERSON, person.to_string(), now.0)?;
    let login = |(id, browser, system, created, seen): LoginRow| Login {
        id: id.0,
        device: Device { browser, system },
        created_at: Instant(created),
        seen_at: Instant(seen),
    };
    Ok(rows.into_iter().map(login).collect())
}

pub async fn delete(tx: &mut Tx, token_hash: &str) -> StoreResult<()> {
    execute!(tx, DELETE, token_hash).map(|_| ())
}

/// Ends one session of a person; answers how many that were.
pub async fn delete_one(tx: &mut Tx, person: PersonId, id: LoginId) -> StoreResult<u64> {
    execute!(tx, DELETE_ONE, id.to_string(), person.to_string())
}

/// Ends all sessions of a person but one; answers how many.
pub async fn delete_others(tx: &mut Tx, person: PersonId, keep: LoginId) -> StoreResult<u64> {
    execute!(tx, DELETE_OTHERS, person.to_string(), keep.to_string())
}

/// Ends all sessions of a person; answers how many.
pub async fn delete_all(tx: &mut Tx, person: PersonId) -> StoreResult<u64> {
    execute!(tx, DELETE_ALL, person.to_string())
}

/// Removes sessions that have expired; answers how many.
pub async fn sweep(tx: &mut Tx, now: Instant) -> StoreResult<u64> {
    execute!(tx, SWEEP, now.0)
}

/// Whether a person has signed in with this browser before.
pub async fn knows_device(tx: &mut Tx, person: PersonId, device_hash: &str) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i64,), KNOWS_DEVICE, person.to_string(), device_hash)?.is_some())
}

/// Whether a person has signed in with any browser before.
pub async fn knows_any_device(tx: &mut Tx, person: PersonId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i64,), KNOWS_ANY, person.to_string())?.is_some())
}

pub async fn put_device(tx: &mut Tx, person: PersonId, device_hash: &str, at: Instant) -> StoreResult<()> {
    execute!(tx, PUT_DEVICE, person.to_string(), device_hash, at.0).map(|_| ())
}

/// Forgets browsers that nobody has signed in with since `before`.
pub async fn sweep_devices(tx: &mut Tx, before: Instant) -> StoreResult<u64> {
    execute!(tx, SWEEP_DEVICES, before.0)
}
