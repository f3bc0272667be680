//! The outbox: mails are written in the transaction of the act they tell of, and sent by a job.

use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use app::domain::ids::MailId;
use app::domain::time::Instant;
use app::portal::Mail;
use sqlx::FromRow;

statements! {
    INSERT = "INSERT INTO mail (id, recipient, language, subject, body, written_at, sent_at, attempts, next_attempt) VALUES ($1, $2, $3, $4, $5, $6, NULL, 0, $6)";
    LATEST = "SELECT id, recipient, language, subject, body, written_at, sent_at FROM mail ORDER BY written_at DESC, id DESC LIMIT 100";
    BY_ID = "SELECT id, recipient, language, subject, body, written_at, sent_at FROM mail WHERE id = $1";
    DUE = "SELECT id, recipient, language, subject, body, written_at, sent_at FROM mail WHERE sent_at IS NULL AND next_attempt <= $1 ORDER BY next_attempt, id LIMIT 20";
    SENT = "UPDATE mail SET sent_at = $2 WHERE id = $1";
    FAILED = "UPDATE mail SET attempts = attempts + 1, next_attempt = $2 WHERE id = $1";
    ATTEMPTS = "SELECT attempts FROM mail WHERE id = $1";
}

#[derive(FromRow)]
struct MailRow {
    id: Text<MailId>,
    recipient: String,
    language: String,
    subject: String,
    body: String,
    written_at: i64,
    sent_at: Option<i64>,
}

impl From<MailRow> for Mail {
    fn from(row: MailRow) -> Self {
        Self {
            id: row.id.0,
            recipient: row.recipient,
            language: row.language,
            subject: row.subject,
            body: row.body,
            written_at: Instant(row.written_at),
            sent_at: row.sent_at.map(Instant),
        }
    }
}

/// Puts a mail into the outbox.
pub async fn insert(tx: &mut Tx, mail: &Mail) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        mail.id.to_string(),
        mail.recipient.as_str(),
        mail.language.as_str(),
        mail.subject.as_str(),
        mail.body.as_str(),
        mail.written_at.0,
    )
    .map(|_| ())
}

/// The newest hundred.
pub async fn latest(tx: &mut Tx) -> StoreResult<Vec<Mail>> {
    Ok(fetch_all!(tx, MailRow, LATEST)?.into_iter().map(Mail::from).collect())
}

pub async fn by_id(tx: &mut Tx, id: MailId) -> StoreResult<Option<Mail>> {
    Ok(fetch_optional!(tx, MailRow, BY_ID, id.to_string())?.map(Mail::from))
}

/// Mails to hand over now, the longest waiting first.
pub async fn due(tx: &mut Tx, now: Instant) -> StoreResult<Vec<Mail>> {
    Ok(fetch_all!(tx, MailRow, DUE, now.0)?.into_iter().map(Mail::from).collect())
}

pub async fn mark_sent(tx: &mut Tx, id: MailId, at: Instant) -> StoreResult<()> {
    execute!(tx, SENT, id.to_string(), at.0).map(|_| ())
}

/// Notes a failed attempt and when to try again.
pub async fn mark_failed(tx: &mut Tx, id: MailId, next_attempt: Instant) -> StoreResult<()> {
    execute!(tx, FAILED, id.to_string(), next_attempt.0).map(|_| ())
}

/// How often handing over has failed so far.
pub async fn attempts(tx: &mut Tx, id: MailId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), ATTEMPTS, id.to_string())?.map_or(0, |(n,)| n))
}
