//! Sessions of bodies.

use super::row::{Text, localized};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::body::{Day, Mode, Session};
use model::domain::ids::{BodyId, SessionId};
use model::domain::language::LocalizedText;
use model::portal::FeedSession;
use sqlx::FromRow;

statements! {
    OF_BODY = "SELECT id, body_id, code, title, starts_on, ends_on, city, time_zone, mode, demonstration FROM session WHERE body_id = $1 ORDER BY starts_on, id";
    OF_FEED = ids "SELECT id, body_id, code, title, starts_on, ends_on, city, time_zone, mode, demonstration, version FROM session WHERE body_id IN " " ORDER BY starts_on, id LIMIT 500";
    LOCK = "UPDATE session SET id = id WHERE id = $1";
    BY_ID = "SELECT id, body_id, code, title, starts_on, ends_on, city, time_zone, mode, demonstration FROM session WHERE id = $1";
    INSERT = "INSERT INTO session (id, body_id, code, title, starts_on, ends_on, city, time_zone, mode, demonstration) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (body_id, code) DO NOTHING";
}

#[derive(FromRow)]
struct SessionRow {
    id: Text<SessionId>,
    body_id: Text<BodyId>,
    code: String,
    title: Text<LocalizedText>,
    starts_on: String,
    ends_on: String,
    city: Text<LocalizedText>,
    time_zone: String,
    mode: Text<Mode>,
    demonstration: bool,
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Self {
        Self {
            id: row.id.0,
            body: row.body_id.0,
            code: row.code,
            title: row.title.0,
            starts_on: Day(row.starts_on),
            ends_on: Day(row.ends_on),
            city: row.city.0,
            time_zone: row.time_zone,
            mode: row.mode.0,
            demonstration: row.demonstration,
        }
    }
}

pub async fn of_body(tx: &mut Tx, body: BodyId) -> StoreResult<Vec<Session>> {
    Ok(fetch_all!(tx, SessionRow, OF_BODY, body.to_string())?.into_iter().map(Session::from).collect())
}

#[derive(FromRow)]
struct FeedRow {
    #[sqlx(flatten)]
    session: SessionRow,
    version: i64,
}

/// The sessions of several bodies (JSON list of ids), as calendars tell of them.
pub async fn of_feed(tx: &mut Tx, bodies: &str) -> StoreResult<Vec<FeedSession>> {
    let session = |row: FeedRow| FeedSession { session: row.session.into(), version: row.version };
    Ok(fetch_all!(tx, FeedRow, OF_FEED, bodies)?.into_iter().map(session).collect())
}

/// Makes others who call rounds in this session wait until this transaction has ended.
pub async fn lock(tx: &mut Tx, id: SessionId) -> StoreResult<()> {
    execute!(tx, LOCK, id.to_string()).map(|_| ())
}

pub async fn by_id(tx: &mut Tx, id: SessionId) -> StoreResult<Option<Session>> {
    Ok(fetch_optional!(tx, SessionRow, BY_ID, id.to_string())?.map(Session::from))
}

/// Adds a session; one with the same body and code stays as it is. Answers how many were added.
pub async fn insert(tx: &mut Tx, session: &Session) -> StoreResult<u64> {
    execute!(
        tx,
        INSERT,
        session.id.to_string(),
        session.body.to_string(),
        session.code.as_str(),
        localized(&session.title),
        session.starts_on.0.as_str(),
        session.ends_on.0.as_str(),
        localized(&session.city),
        session.time_zone.as_str(),
        session.mode.code(),
        session.demonstration,
    )
}
