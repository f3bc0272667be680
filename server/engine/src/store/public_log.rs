//! The public log and the receipts as they were signed: rows are added, never changed.

use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use crate::proof::receipt::Outcome;
use crate::proof::{Head, LogLine, SignedHead, SignedReceipt};
use model::calendar;
use model::domain::ids::{LateAttemptId, LedgerEntryId, OrganisationId, ReceiptId};
use model::domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

statements! {
    HOLD = "UPDATE public_log_head SET size = size + 1 WHERE id = 1 RETURNING size - 1, hash, (SELECT e.round_id FROM ledger_entry e WHERE e.id = $1), (SELECT e.number FROM ledger_entry e WHERE e.id = $1), (SELECT e.closes_at FROM ledger_entry e WHERE e.id = $1), (SELECT o.name FROM organisation o WHERE o.id = $2)";
    SET_HEAD = "UPDATE public_log_head SET hash = $1, key_id = $2, signature = $3 WHERE id = 1 AND size = $4";
    INSERT = "INSERT INTO public_log (position, received_at, kind, receipt_hash, prev_hash, hash, subject_id, payload, key_id, signature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    HEAD = "SELECT size, hash, key_id, signature FROM public_log_head WHERE id = 1";
    FROM = "SELECT position, received_at, kind, receipt_hash, prev_hash FROM public_log WHERE position >= $1 ORDER BY position LIMIT $2";
    BEFORE = "SELECT position, received_at, kind, receipt_hash, prev_hash FROM public_log WHERE position < $1 ORDER BY position DESC LIMIT $2";
    BY_RECEIPT = "SELECT position, received_at, kind, receipt_hash, prev_hash FROM public_log WHERE receipt_hash = $1";
    OF_SUBJECT = "SELECT payload, key_id, signature FROM public_log WHERE subject_id = $1";
    KEPT = "SELECT l.position, l.received_at, l.kind, l.receipt_hash, l.prev_hash, l.hash, l.payload, l.key_id, l.signature, COALESCE(r.number, a.number) AS number, COALESCE(r.content, a.content) AS content FROM public_log l LEFT JOIN receipt r ON r.id = l.subject_id LEFT JOIN late_attempt a ON a.id = l.subject_id WHERE l.position >= $1 ORDER BY l.position LIMIT $2";
    ANY_SUBJECT = "SELECT x.id FROM (SELECT r.id FROM receipt r UNION ALL SELECT a.id FROM late_attempt a) x ORDER BY x.id LIMIT 1";
    LOCK = "UPDATE public_log_head SET size = size WHERE id = 1";
    UNPROVED = "SELECT u.id, u.kind FROM (SELECT r.id, 'accepted' AS kind, r.received_at FROM receipt r WHERE NOT EXISTS (SELECT 1 FROM public_log l WHERE l.subject_id = r.id) UNION ALL SELECT a.id, 'refused' AS kind, a.received_at FROM late_attempt a WHERE NOT EXISTS (SELECT 1 FROM public_log l WHERE l.subject_id = a.id)) u ORDER BY u.received_at, u.kind DESC, u.id LIMIT $1";
}

/// What a receipt tells of the entry it was judged by, and of whom it belongs to.
#[derive(Debug)]
pub struct Facts {
    /// The round, as a text.
    pub round: String,
    pub entry_number: i64,
    pub closes_at: Instant,
    pub organisation: String,
}

type HeldRow = (i64, String, Option<String>, Option<i64>, Option<i64>, Option<String>);

/// Takes the next place in the log: whoever else adds a line waits until this transaction has ended. To be called last, and followed
/// by [`append`]. Tells what the receipt says of the entry it was judged by, and of its organisation: one statement, while others wait.
pub async fn hold(tx: &mut Tx, entry: LedgerEntryId, organisation: OrganisationId) -> StoreResult<(Head, Facts)> {
    let row = fetch_optional!(tx, HeldRow, HOLD, entry.to_string(), organisation.to_string())?;
    match row {
        Some((size, hash, Some(round), Some(entry_number), Some(closes_at), Some(organisation))) => {
            Ok((Head { size, hash }, Facts { round, entry_number, closes_at: Instant(closes_at), organisation }))
        }
        Some(_) => Err(StoreError::corrupt("ledger_entry", entry, "a receipt names it, or its organisation, and it is not there")),
        None => Err(StoreError::corrupt("public_log_head", 1, "it is not there")),
    }
}

/// Adds the line of `receipt` at the place that was taken. `subject`: the receipt or the late attempt; `head`: what the log is then.
pub async fn append(
    tx: &mut Tx,
    subject: Uuid,
    received_at: Instant,
    line: &LogLine,
    receipt: &SignedReceipt,
    head: &SignedHead,
) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        line.index,
        received_at.0,
        line.kind.code(),
        line.receipt_hash.as_str(),
        line.prev_hash.as_str(),
        head.head.hash.as_str(),
        subject.to_string(),
        receipt.payload.as_str(),
        receipt.key.as_str(),
        receipt.signature.as_str(),
    )?;
    match execute!(tx, SET_HEAD, head.head.hash.as_str(), head.key.as_str(), head.signature.as_str(), head.head.size)? {
        1 => Ok(()),
        _ => Err(StoreError::Conflict),
    }
}

/// How far the log goes. An empty log has no signature.
pub async fn head(tx: &mut Tx) -> StoreResult<SignedHead> {
    let row = fetch_optional!(tx, (i64, String, String, String), HEAD)?;
    row.map(|(size, hash, key, signature)| SignedHead { head: Head { size, hash }, key, signature })
        .ok_or_else(|| StoreError::corrupt("public_log_head", 1, "it is not there"))
}

#[derive(FromRow)]
struct LineRow {
    position: i64,
    received_at: i64,
    kind: Text<Outcome>,
    receipt_hash: String,
    prev_hash: String,
}

impl From<LineRow> for LogLine {
    fn from(row: LineRow) -> Self {
        Self {
            index: row.position,
            received_at: calendar::iso_micros(Instant(row.received_at)),
            kind: row.kind.0,
            receipt_hash: row.receipt_hash,
            prev_hash: row.prev_hash,
        }
    }
}

/// Lines from that one on, in their order.
pub async fn from(tx: &mut Tx, index: i64, limit: i64) -> StoreResult<Vec<LogLine>> {
    Ok(fetch_all!(tx, LineRow, FROM, index, limit)?.into_iter().map(LogLine::from).collect())
}

/// Lines before that one, the newest first.
pub async fn before(tx: &mut Tx, index: i64, limit: i64) -> StoreResult<Vec<LogLine>> {
    Ok(fetch_all!(tx, LineRow, BEFORE, index, limit)?.into_iter().map(LogLine::from).collect())
}

/// The line of the receipt with that hash.
pub async fn by_receipt(tx: &mut Tx, receipt_hash: &str) -> StoreResult<Option<LogLine>> {
    Ok(fetch_optional!(tx, LineRow, BY_RECEIPT, receipt_hash)?.map(LogLine::from))
}

type SignedRow = (String, String, String);

/// The receipt of a submission, or of a late attempt, as it was signed.
pub async fn of_subject(tx: &mut Tx, subject: Uuid) -> StoreResult<Option<SignedReceipt>> {
    let row = fetch_optional!(tx, SignedRow, OF_SUBJECT, subject.to_string())?;
    Ok(row.map(|(payload, key, signature)| SignedReceipt { payload, key, signature }))
}

#[derive(FromRow)]
struct KeptRow {
    #[sqlx(flatten)]
    line: LineRow,
    hash: String,
    payload: String,
    key_id: String,
    signature: String,
    number: Option<String>,
    content: Option<String>,
}

/// A line with everything that must agree with it.
#[derive(Debug)]
pub struct Kept {
    pub line: LogLine,
    /// The hash of the line, as it was stored with it.
    pub hash: String,
    pub receipt: SignedReceipt,
    /// The number and the content of the submission or the late attempt; `None`: it has gone.
    pub number: Option<String>,
    pub content: Option<String>,
}

/// The lines from that one on with what belongs to them, in their order.
pub async fn kept(tx: &mut Tx, index: i64, limit: i64) -> StoreResult<Vec<Kept>> {
    let rows = fetch_all!(tx, KeptRow, KEPT, index, limit)?;
    let kept = |row: KeptRow| Kept {
        line: row.line.into(),
        hash: row.hash,
        receipt: SignedReceipt { payload: row.payload, key: row.key_id, signature: row.signature },
        number: row.number,
        content: row.content,
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// Whether anything was received that belongs into the log, whether it stands there or not.
pub async fn any_subject(tx: &mut Tx) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (String,), ANY_SUBJECT)?.is_some())
}

/// Something of before there was a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproved {
    Receipt(ReceiptId),
    LateAttempt(LateAttemptId),
}

/// Receipts and late attempts that have no line, the earliest first; what was refused and admitted later first as it was refused.
pub async fn unproved(tx: &mut Tx, limit: i64) -> StoreResult<Vec<Unproved>> {
    let rows = fetch_all!(tx, (Text<ReceiptId>, Text<Outcome>), UNPROVED, limit)?;
    let named = |(id, outcome): (Text<ReceiptId>, Text<Outcome>)| match outcome.0 {
        Outcome::Accepted => Unproved::Receipt(id.0),
        Outcome::Refused => Unproved::LateAttempt(LateAttemptId(id.0.0)),
    };
    Ok(rows.into_iter().map(named).collect())
}

/// Keeps everybody else from adding a line until this transaction has ended.
pub async fn lock(tx: &mut Tx) -> StoreResult<()> {
    execute!(tx, LOCK)?;
    Ok(())
}
