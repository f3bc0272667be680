//! The outbox: mails are written in the transaction of the act they tell of, and sent by a job. A node that hands a mail over
//! claims it first, so that several nodes can share one outbox.

use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::MailId;
use model::domain::operations::{MailTrouble, OutboxState};
use model::domain::time::Instant;
use model::portal::{Attachment, Mail, MailState};
use sqlx::FromRow;

statements! {
    SWEEP = "DELETE FROM mail WHERE sent_at < $1";
    INSERT = "INSERT INTO mail (id, recipient, language, subject, body, written_at, sent_at, attempts, next_attempt, attachment_name, attachment) VALUES ($1, $2, $3, $4, $5, $6, NULL, 0, $6, $7, $8)";
    LATEST = "SELECT id, recipient, language, subject, body, written_at, sent_at, attachment_name, attachment FROM mail ORDER BY written_at DESC, id DESC LIMIT 100";
    TO = "SELECT id, recipient, language, subject, body, written_at, sent_at, attachment_name, attachment FROM mail WHERE recipient = $1 ORDER BY written_at, id LIMIT 100";
    BY_ID = "SELECT id, recipient, language, subject, body, written_at, sent_at, attachment_name, attachment FROM mail WHERE id = $1";
    DUE = "SELECT id, recipient, language, subject, body, written_at, sent_at, attachment_name, attachment FROM mail WHERE sent_at IS NULL AND next_attempt <= $1 AND claimed_until <= $1 ORDER BY next_attempt, id LIMIT 20";
    CLAIM = "UPDATE mail SET claimed_until = $3 WHERE id = $1 AND sent_at IS NULL AND claimed_until <= $2";
    SENT = "UPDATE mail SET sent_at = $2, claimed_until = 0, last_error = '' WHERE id = $1";
    FAILED = "UPDATE mail SET attempts = attempts + 1, next_attempt = $2, claimed_until = 0, last_error = $3 WHERE id = $1";
    ATTEMPTS = "SELECT attempts FROM mail WHERE id = $1";
    WAITING = "SELECT COUNT(*), MIN(written_at), MIN(CASE WHEN attempts = 0 THEN written_at END), CAST(COALESCE(SUM(CASE WHEN attempts > 0 THEN 1 ELSE 0 END), 0) AS BIGINT) FROM mail WHERE sent_at IS NULL";
    STUCK = "SELECT last_error FROM mail WHERE sent_at IS NULL AND attempts > 0 AND written_at > COALESCE((SELECT MAX(sent_at) FROM mail), 0) ORDER BY written_at DESC, id DESC LIMIT 100";
    SENT_SINCE = "SELECT COUNT(*) FROM mail WHERE sent_at > $1";
    STATES = "SELECT id, subject, written_at, sent_at, attempts, last_error, next_attempt FROM mail WHERE recipient = $1 ORDER BY written_at DESC, id DESC LIMIT 20";
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
    attachment_name: Option<String>,
    attachment: Option<String>,
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
            attachment: row.attachment_name.zip(row.attachment).map(|(name, text)| Attachment { name, text }),
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
        mail.attachment.as_ref().map(|file| file.name.as_str()),
        mail.attachment.as_ref().map(|file| file.text.as_str()),
    )
    .map(|_| ())
}

/// The newest hundred.
pub async fn latest(tx: &mut Tx) -> StoreResult<Vec<Mail>> {
    Ok(fetch_all!(tx, MailRow, LATEST)?.into_iter().map(Mail::from).collect())
}

/// The first hundred to one address, the first one first.
pub async fn to(tx: &mut Tx, recipient: &str) -> StoreResult<Vec<Mail>> {
    Ok(fetch_all!(tx, MailRow, TO, recipient)?.into_iter().map(Mail::from).collect())
}

pub async fn by_id(tx: &mut Tx, id: MailId) -> StoreResult<Option<Mail>> {
    Ok(fetch_optional!(tx, MailRow, BY_ID, id.to_string())?.map(Mail::from))
}

/// Mails to hand over now that no node has claimed, the longest waiting first.
pub async fn due(tx: &mut Tx, now: Instant) -> StoreResult<Vec<Mail>> {
    Ok(fetch_all!(tx, MailRow, DUE, now.0)?.into_iter().map(Mail::from).collect())
}

/// Claims a mail until `until`; answers whether this node has it. Of two nodes that claim at once, one is told no.
pub async fn claim(tx: &mut Tx, id: MailId, now: Instant, until: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, CLAIM, id.to_string(), now.0, until.0)? == 1)
}

pub async fn mark_sent(tx: &mut Tx, id: MailId, at: Instant) -> StoreResult<()> {
    execute!(tx, SENT, id.to_string(), at.0).map(|_| ())
}

/// Notes a failed attempt, what was wrong, and when to try again; gives the mail free.
pub async fn mark_failed(tx: &mut Tx, id: MailId, next_attempt: Instant, error: &str) -> StoreResult<()> {
    execute!(tx, FAILED, id.to_string(), next_attempt.0, error).map(|_| ())
}

/// How often handing over has failed so far.
pub async fn attempts(tx: &mut Tx, id: MailId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), ATTEMPTS, id.to_string())?.map_or(0, |(n,)| n))
}

#[derive(FromRow)]
struct StateRow {
    id: Text<MailId>,
    subject: String,
    written_at: i64,
    sent_at: Option<i64>,
    attempts: i64,
    last_error: String,
    next_attempt: i64,
}

/// The state of the newest mails to an address.
pub async fn states(tx: &mut Tx, recipient: &str) -> StoreResult<Vec<MailState>> {
    let rows = fetch_all!(tx, StateRow, STATES, recipient)?;
    Ok(rows
        .into_iter()
        .map(|row| MailState {
            id: row.id.0,
            subject: row.subject,
            written_at: Instant(row.written_at),
            sent_at: row.sent_at.map(Instant),
            attempts: row.attempts,
            last_error: row.last_error,
            next_attempt: Instant(row.next_attempt),
        })
        .collect())
}

/// The mails that wait, and how many went since that instant. What is counted stands in an index; the errors stay with the mails.
pub async fn outbox(tx: &mut Tx, since: Instant) -> StoreResult<OutboxState> {
    let waiting = fetch_optional!(tx, (i64, Option<i64>, Option<i64>, i64), WAITING)?;
    let stuck: Vec<_> = fetch_all!(tx, (String,), STUCK)?.iter().map(|(error,)| MailTrouble::of(error)).collect();
    let sent = fetch_optional!(tx, (i64,), SENT_SINCE, since.0)?;
    let (waiting, oldest, untried, failing) = waiting.unwrap_or_default();
    // A refused address may be wrong; anything else is about more than that.
    let trouble = stuck.iter().find(|trouble| **trouble != MailTrouble::Refused).or_else(|| stuck.first()).copied();
    Ok(OutboxState {
        waiting,
        oldest: oldest.map(Instant),
        untried: untried.map(Instant),
        failing,
        stuck: i64::try_from(stuck.len()).unwrap_or(i64::MAX),
        trouble,
        sent: sent.map_or(0, |(count,)| count),
    })
}

/// Removes mails that were handed over before that instant; those that wait stay.
pub async fn sweep(tx: &mut Tx, before: Instant) -> StoreResult<u64> {
    execute!(tx, SWEEP, before.0)
}
