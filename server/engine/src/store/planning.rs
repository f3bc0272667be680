//! Sessions and rounds being made, changed and withdrawn.

use super::papers::one;
use super::row::{Text, localized, localized_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx, sessions};
use model::domain::accreditation::Reach;
use model::domain::body::Session;
use model::domain::ids::{RoundId, SessionId};
use model::domain::language::LocalizedText;
use model::domain::plan::{RoundAbout, RoundWords, SessionPlan};
use model::domain::role::RoleName;
use model::domain::round::{Round, RoundKind};
use model::domain::time::Instant;
use model::portal::WithdrawnRound;
use sqlx::FromRow;

statements! {
    SESSION_VERSION = "SELECT version FROM session WHERE id = $1";
    CHANGE_SESSION = "UPDATE session SET code = $3, title = $4, starts_on = $5, ends_on = $6, city = $7, time_zone = $8, mode = $9, version = version + 1 WHERE id = $1 AND version = $2";
    CODE_IN_USE = "SELECT 1 WHERE EXISTS (SELECT 1 FROM receipt r JOIN paper p ON p.id = r.item_id JOIN round o ON o.id = p.round_id WHERE o.session_id = $1) OR EXISTS (SELECT 1 FROM receipt q JOIN comment c ON c.id = q.item_id JOIN round n ON n.id = c.round_id WHERE n.session_id = $1) OR EXISTS (SELECT 1 FROM late_attempt l JOIN round m ON m.id = l.round_id WHERE m.session_id = $1)";
    ROUND_VERSION = "SELECT CAST(r.version + (SELECT COALESCE(MAX(e.number), 0) FROM ledger_entry e WHERE e.round_id = r.id) AS BIGINT) FROM round r WHERE r.id = $1";
    IN_USE = "SELECT 1 WHERE EXISTS (SELECT 1 FROM paper WHERE round_id = $1) OR EXISTS (SELECT 1 FROM comment WHERE round_id = $1) OR EXISTS (SELECT 1 FROM inscription WHERE round_id = $1) OR EXISTS (SELECT 1 FROM accreditation WHERE round_id = $1) OR EXISTS (SELECT 1 FROM co_signing_offer WHERE round_id = $1) OR EXISTS (SELECT 1 FROM co_signature WHERE round_id = $1) OR EXISTS (SELECT 1 FROM time_grant WHERE round_id = $1)";
    CHANGE_WORDS = "UPDATE round SET title = $2, call = $3, version = version + 1 WHERE id = $1";
    CHANGE_ABOUT = "UPDATE round SET kind = $2, draft_version_id = $3, subgroup_id = $4, questions = $5, reach = $6, version = version + 1 WHERE id = $1";
    KEEP_WITHDRAWN = "INSERT INTO withdrawn_round (round_id, session_id, kind, title, opens_at, closes_at, time_zone, reason, by_role, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    DELETE_REMINDERS = "DELETE FROM reminder WHERE round_id = $1";
    DELETE_SWEEPS = "DELETE FROM reminder_sweep WHERE round_id = $1";
    DELETE_LEDGER = "DELETE FROM ledger_entry WHERE round_id = $1";
    DELETE_ROUND = "DELETE FROM round WHERE id = $1";
    WITHDRAWN = "SELECT kind, title, opens_at, closes_at, time_zone, reason, by_role, withdrawn_at FROM withdrawn_round WHERE session_id = $1 ORDER BY withdrawn_at DESC, round_id LIMIT 50";
}

#[derive(FromRow)]
struct WithdrawnRow {
    kind: Text<RoundKind>,
    title: Text<LocalizedText>,
    opens_at: i64,
    closes_at: i64,
    time_zone: String,
    reason: String,
    by_role: Text<RoleName>,
    withdrawn_at: i64,
}

/// Adds a session.
///
/// # Errors
/// `Conflict` when the body has one with this code.
pub async fn insert_session(tx: &mut Tx, session: &Session) -> StoreResult<()> {
    one(sessions::insert(tx, session).await?)
}

/// The version a form of this session is filled from.
pub async fn session_version(tx: &mut Tx, id: SessionId) -> StoreResult<Option<i64>> {
    Ok(fetch_optional!(tx, (i64,), SESSION_VERSION, id.to_string())?.map(|(version,)| version))
}

/// # Errors
/// `Conflict` when another version is stored, or another session has the code.
pub async fn change_session(tx: &mut Tx, id: SessionId, version: i64, plan: &SessionPlan) -> StoreResult<()> {
    one(execute!(
        tx,
        CHANGE_SESSION,
        id.to_string(),
        version,
        plan.code.as_str(),
        localized(&plan.title),
        plan.starts_on.0.as_str(),
        plan.ends_on.0.as_str(),
        localized(&plan.city),
        plan.time_zone.as_str(),
        plan.mode.code(),
    )?)
}

/// Whether a receipt has the code of this session in its number.
pub async fn code_in_use(tx: &mut Tx, id: SessionId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i32,), CODE_IN_USE, id.to_string())?.is_some())
}

/// The version a form of this round is filled from: it grows with every change of the round and with every entry of its ledger.
pub async fn round_version(tx: &mut Tx, id: RoundId) -> StoreResult<Option<i64>> {
    Ok(fetch_optional!(tx, (i64,), ROUND_VERSION, id.to_string())?.map(|(version,)| version))
}

/// Whether somebody has begun to write in this round, or was given more time.
pub async fn in_use(tx: &mut Tx, id: RoundId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i32,), IN_USE, id.to_string())?.is_some())
}

/// Sets the words of a round. The round must be locked.
pub async fn change_words(tx: &mut Tx, id: RoundId, words: &RoundWords) -> StoreResult<()> {
    one(execute!(tx, CHANGE_WORDS, id.to_string(), localized(&words.title), localized(&words.call))?)
}

/// Sets what a round asks for. The round must be locked.
pub async fn change_about(tx: &mut Tx, id: RoundId, about: &RoundAbout) -> StoreResult<()> {
    one(execute!(
        tx,
        CHANGE_ABOUT,
        id.to_string(),
        about.kind.code(),
        about.draft_version.map(|id| id.to_string()),
        about.subgroup.map(|id| id.to_string()),
        localized_list(&about.questions),
        about.reach.map(Reach::code),
    )?)
}

/// Takes a round out, with its ledger, and keeps that it was there. The databases refuse it where anything hangs on the round, whoever
/// comes first.
///
/// # Errors
/// `Conflict` when somebody has begun to write in the meantime.
pub async fn withdraw(tx: &mut Tx, round: &Round, reason: &str, by: RoleName, at: Instant) -> StoreResult<()> {
    execute!(
        tx,
        KEEP_WITHDRAWN,
        round.id.to_string(),
        round.session.to_string(),
        round.kind.code(),
        localized(&round.title),
        round.window.opens_at.0,
        round.window.closes_at.0,
        round.time_zone.as_str(),
        reason,
        by.code(),
        at.0,
    )?;
    // Somebody may have looked for people to remind: the end can be near before the round opens.
    execute!(tx, DELETE_REMINDERS, round.id.to_string())?;
    execute!(tx, DELETE_SWEEPS, round.id.to_string())?;
    execute!(tx, DELETE_LEDGER, round.id.to_string())?;
    one(execute!(tx, DELETE_ROUND, round.id.to_string())?)
}

/// The rounds of a session that were withdrawn, the last first.
pub async fn withdrawn(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<WithdrawnRound>> {
    let line = |row: WithdrawnRow| WithdrawnRound {
        kind: row.kind.0,
        title: row.title.0,
        opens_at: Instant(row.opens_at),
        closes_at: Instant(row.closes_at),
        time_zone: row.time_zone,
        reason: row.reason,
        by: row.by_role.0,
        at: Instant(row.withdrawn_at),
    };
    Ok(fetch_all!(tx, WithdrawnRow, WITHDRAWN, session.to_string())?.into_iter().map(line).collect())
}
