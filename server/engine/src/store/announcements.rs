//! Announcements to the members and followers of a subgroup: drafts, what was sent, and how far its mails are written.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{AnnouncementId, PersonId, SubgroupId};
use model::domain::language::Language;
use model::domain::role::RoleName;
use model::domain::time::Instant;
use model::portal::{Announcement, AnnouncementWords};
use sqlx::FromRow;

/// An announcement with the code of its subgroup.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.subgroup_id, s.code, a.language, a.subject, a.text, a.version, a.by_role, a.written_at, a.sent_at, a.mails, a.last_person ",
            "FROM announcement a JOIN subgroup s ON s.id = a.subgroup_id ",
            $rest
        )
    };
}

statements! {
    BY_ID = from line "WHERE a.id = $1";
    SENT_OF_SUBGROUP = from line "WHERE a.subgroup_id = $1 AND a.sent_at IS NOT NULL ORDER BY a.sent_at DESC, a.id DESC LIMIT $2";
    DRAFTS_OF_SUBGROUP = from line "WHERE a.subgroup_id = $1 AND a.sent_at IS NULL ORDER BY a.written_at DESC, a.id DESC LIMIT 50";
    TO_SPREAD = from line "WHERE a.sent_at IS NOT NULL AND a.spread_at IS NULL ORDER BY a.sent_at, a.id LIMIT 1";
    INSERT = "INSERT INTO announcement (id, subgroup_id, language, subject, text, version, written_by, by_role, written_at, mails, last_person) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, 0, '')";
    REWRITE = "UPDATE announcement SET language = $3, subject = $4, text = $5, version = version + 1, written_by = $6, by_role = $7, written_at = $8 WHERE id = $1 AND version = $2 AND sent_at IS NULL";
    SEND = "UPDATE announcement SET sent_at = $3, version = version + 1 WHERE id = $1 AND version = $2 AND sent_at IS NULL";
    ADVANCE = "UPDATE announcement SET mails = mails + $3, last_person = $4, spread_at = $5 WHERE id = $1 AND last_person = $2 AND spread_at IS NULL";
    RECIPIENTS = "SELECT p.id, p.email, p.locale FROM person p WHERE p.id > $2 AND p.confirmed_at IS NOT NULL AND p.id IN (SELECT f.person_id FROM subgroup_follower f WHERE f.subgroup_id = $1 UNION SELECT m.person_id FROM membership m JOIN subgroup_membership g ON g.organisation_id = m.organisation_id WHERE m.function = 'contact_point' AND m.ended_at IS NULL AND g.subgroup_id = $1 AND g.joined_at IS NOT NULL AND g.ended_at IS NULL) ORDER BY p.id LIMIT $3";
    COUNT_RECIPIENTS = "SELECT COUNT(*) FROM person p WHERE p.confirmed_at IS NOT NULL AND p.id IN (SELECT f.person_id FROM subgroup_follower f WHERE f.subgroup_id = $1 UNION SELECT m.person_id FROM membership m JOIN subgroup_membership g ON g.organisation_id = m.organisation_id WHERE m.function = 'contact_point' AND m.ended_at IS NULL AND g.subgroup_id = $1 AND g.joined_at IS NOT NULL AND g.ended_at IS NULL)";
}

#[derive(FromRow)]
struct Row {
    id: Text<AnnouncementId>,
    subgroup_id: Text<SubgroupId>,
    code: String,
    language: Text<Language>,
    subject: String,
    text: String,
    version: i64,
    by_role: Text<RoleName>,
    written_at: i64,
    sent_at: Option<i64>,
    mails: i64,
    last_person: String,
}

/// An announcement as it is stored.
#[derive(Debug, Clone)]
pub struct Stored {
    pub announcement: Announcement,
    pub subgroup: SubgroupId,
    /// Whom the last mail went to; empty before the first one.
    pub last_person: String,
}

impl From<Row> for Stored {
    fn from(row: Row) -> Self {
        let announcement = Announcement {
            id: row.id.0,
            subgroup_code: row.code,
            words: AnnouncementWords { language: row.language.0, subject: row.subject, text: row.text },
            version: row.version,
            by: row.by_role.0,
            written_at: Instant(row.written_at),
            sent_at: row.sent_at.map(Instant),
            mails: row.mails,
        };
        Self { announcement, subgroup: row.subgroup_id.0, last_person: row.last_person }
    }
}

pub async fn by_id(tx: &mut Tx, id: AnnouncementId) -> StoreResult<Option<Stored>> {
    Ok(fetch_optional!(tx, Row, BY_ID, id.to_string())?.map(Stored::from))
}

/// What was sent to a subgroup, the newest first.
pub async fn sent(tx: &mut Tx, subgroup: SubgroupId, limit: i64) -> StoreResult<Vec<Announcement>> {
    let rows = fetch_all!(tx, Row, SENT_OF_SUBGROUP, subgroup.to_string(), limit)?;
    Ok(rows.into_iter().map(|row| Stored::from(row).announcement).collect())
}

/// What was written for a subgroup and not sent, the newest first.
pub async fn drafts(tx: &mut Tx, subgroup: SubgroupId) -> StoreResult<Vec<Announcement>> {
    let rows = fetch_all!(tx, Row, DRAFTS_OF_SUBGROUP, subgroup.to_string())?;
    Ok(rows.into_iter().map(|row| Stored::from(row).announcement).collect())
}

/// The one that has waited longest for its mails to be written.
pub async fn to_spread(tx: &mut Tx) -> StoreResult<Option<Stored>> {
    Ok(fetch_optional!(tx, Row, TO_SPREAD)?.map(Stored::from))
}

/// Who writes, in which office, when.
#[derive(Debug, Clone, Copy)]
pub struct Author {
    pub person: PersonId,
    pub role: RoleName,
    pub at: Instant,
}

/// A new draft, at version 1.
pub async fn insert(tx: &mut Tx, id: AnnouncementId, subgroup: SubgroupId, words: &AnnouncementWords, author: Author) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        id.to_string(),
        subgroup.to_string(),
        words.language.code(),
        words.subject.as_str(),
        words.text.as_str(),
        author.person.to_string(),
        author.role.code(),
        author.at.0,
    )
    .map(|_| ())
}

/// # Errors
/// `Conflict` when another version is stored, or it has been sent.
pub async fn rewrite(tx: &mut Tx, id: AnnouncementId, version: i64, words: &AnnouncementWords, author: Author) -> StoreResult<()> {
    one(execute!(
        tx,
        REWRITE,
        id.to_string(),
        version,
        words.language.code(),
        words.subject.as_str(),
        words.text.as_str(),
        author.person.to_string(),
        author.role.code(),
        author.at.0,
    )?)
}

/// # Errors
/// `Conflict` when another version is stored, or it has been sent.
pub async fn set_sent(tx: &mut Tx, id: AnnouncementId, version: i64, at: Instant) -> StoreResult<()> {
    one(execute!(tx, SEND, id.to_string(), version, at.0)?)
}

/// Notes that mails were written to the recipients up to and with `last`; `done` when there are no more.
///
/// # Errors
/// `Conflict` when another node wrote the same mails first: this transaction must not commit.
pub async fn advance(tx: &mut Tx, stored: &Stored, mails: i64, last: &str, done: Option<Instant>) -> StoreResult<()> {
    let id = stored.announcement.id.to_string();
    one(execute!(tx, ADVANCE, id, stored.last_person.as_str(), mails, last, done.map(|at| at.0))?)
}

/// Somebody to write to.
#[derive(Debug, Clone)]
pub struct Recipient {
    pub id: PersonId,
    pub email: String,
    pub locale: String,
}

/// Contact points of member organisations and followers with a confirmed address, by id after `after`, each once.
pub async fn recipients(tx: &mut Tx, subgroup: SubgroupId, after: &str, limit: i64) -> StoreResult<Vec<Recipient>> {
    let rows = fetch_all!(tx, (Text<PersonId>, String, String), RECIPIENTS, subgroup.to_string(), after, limit)?;
    Ok(rows.into_iter().map(|(id, email, locale)| Recipient { id: id.0, email, locale }).collect())
}

pub async fn count_recipients(tx: &mut Tx, subgroup: SubgroupId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), COUNT_RECIPIENTS, subgroup.to_string())?.map_or(0, |(n,)| n))
}
