//! The parts of a chair's summary: their versions, who handed them in, and the remarks beside their sentences.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{PersonId, RemarkId, SentenceId, SessionId};
use model::domain::summary::Part;
use model::domain::time::Instant;
use model::portal::RemarkLine;

statements! {
    // Whoever writes in a part holds it: places in it are given one after the other.
    TOUCH = "INSERT INTO summary_part (session_id, part, version) VALUES ($1, $2, 1) ON CONFLICT (session_id, part) DO UPDATE SET version = summary_part.version + 1";
    HANDED_IN = "SELECT handed_in_at FROM summary_part WHERE session_id = $1 AND part = $2";
    ALL_HANDED_IN = "SELECT part, handed_in_at FROM summary_part WHERE session_id = $1 AND handed_in_at IS NOT NULL ORDER BY part";
    HAND_IN = "UPDATE summary_part SET handed_in_at = $3, handed_in_by = $4 WHERE session_id = $1 AND part = $2 AND handed_in_at IS NULL";
    GIVE_BACK = "UPDATE summary_part SET handed_in_at = NULL, handed_in_by = NULL WHERE session_id = $1 AND part = $2 AND handed_in_at IS NOT NULL";
    REMARK = "INSERT INTO summary_remark (id, sentence_id, text, made_by, made_at) VALUES ($1, $2, $3, $4, $5)";
    SETTLE = "UPDATE summary_remark SET settled_at = $3, settled_by = $4 WHERE id = $1 AND sentence_id = $2 AND settled_at IS NULL";
    REMARKS = "SELECT k.id, k.text, k.made_at, p.full_name, k.settled_at FROM summary_remark k JOIN person p ON p.id = k.made_by WHERE k.sentence_id = $1 ORDER BY k.made_at, k.id LIMIT 200";
}

/// Holds a part until the transaction ends; answers when it was handed in.
pub async fn hold(tx: &mut Tx, session: SessionId, part: Part) -> StoreResult<Option<Instant>> {
    execute!(tx, TOUCH, session.to_string(), part.code())?;
    handed_in(tx, session, part).await
}

/// When a part was handed in.
pub async fn handed_in(tx: &mut Tx, session: SessionId, part: Part) -> StoreResult<Option<Instant>> {
    let row = fetch_optional!(tx, (Option<i64>,), HANDED_IN, session.to_string(), part.code())?;
    Ok(row.and_then(|(at,)| at.map(Instant)))
}

/// The parts that are handed in, and since when.
pub async fn all_handed_in(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<(Part, Instant)>> {
    let rows = fetch_all!(tx, (Text<Part>, i64), ALL_HANDED_IN, session.to_string())?;
    Ok(rows.into_iter().map(|(part, at)| (part.0, Instant(at))).collect())
}

/// # Errors
/// `Conflict`: it is handed in already.
pub async fn hand_in(tx: &mut Tx, session: SessionId, part: Part, (by, at): (PersonId, Instant)) -> StoreResult<()> {
    one(execute!(tx, HAND_IN, session.to_string(), part.code(), at.0, by.to_string())?)
}

/// # Errors
/// `Conflict`: it is not handed in.
pub async fn give_back(tx: &mut Tx, session: SessionId, part: Part) -> StoreResult<()> {
    one(execute!(tx, GIVE_BACK, session.to_string(), part.code())?)
}

pub async fn remark(tx: &mut Tx, id: RemarkId, sentence: SentenceId, text: &str, (by, at): (PersonId, Instant)) -> StoreResult<()> {
    execute!(tx, REMARK, id.to_string(), sentence.to_string(), text, by.to_string(), at.0).map(|_| ())
}

/// # Errors
/// `Conflict`: it is settled already, or stands beside another sentence.
pub async fn settle(tx: &mut Tx, id: RemarkId, sentence: SentenceId, (by, at): (PersonId, Instant)) -> StoreResult<()> {
    one(execute!(tx, SETTLE, id.to_string(), sentence.to_string(), at.0, by.to_string())?)
}

/// The remarks beside a sentence, the oldest first.
pub async fn remarks(tx: &mut Tx, sentence: SentenceId) -> StoreResult<Vec<RemarkLine>> {
    let rows = fetch_all!(tx, (Text<RemarkId>, String, i64, String, Option<i64>), REMARKS, sentence.to_string())?;
    let line = |(id, text, at, by, settled): (Text<RemarkId>, _, i64, _, Option<i64>)| RemarkLine {
        id: id.0,
        text,
        at: Instant(at),
        by,
        settled_at: settled.map(Instant),
    };
    Ok(rows.into_iter().map(line).collect())
}
