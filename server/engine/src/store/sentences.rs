//! The sentences of a chair's summary, with what they rest on.

use super::organisations::AuthorRow;
use super::papers::one;
use super::row::{Text, id_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use model::domain::ids::{ItemId, PersonId, SentenceId, SessionId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::{Language, Locale};
use model::domain::redaction::Redacted;
use model::domain::summary::{Part, Source, Words};
use model::domain::time::Instant;
use model::portal::{PublicSource, SentenceVersion, SourceLine};
use sqlx::FromRow;
use std::collections::HashMap;

/// The sentences of a session, the columns of [`SentenceRow`].
macro_rules! sentence {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.session_id, s.part, s.position, s.text, s.language, s.own, s.opens, s.version, s.ended_at, (SELECT COUNT(*) FROM summary_remark k WHERE k.sentence_id = s.id AND k.settled_at IS NULL) AS remarks FROM summary_sentence s ",
            $rest
        )
    };
}

/// What the sentences cite, with the newest receipt of each.
macro_rules! sourced {
    ($columns:literal, $join:literal, $rest:literal) => {
        concat!(
            "SELECT x.sentence_id, x.item_kind AS kind, x.item_id, COALESCE(t.number, '') AS number, i.state, i.language, o.id AS organisation_id, COALESCE(i.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region, ",
            $columns,
            " FROM summary_sentence s JOIN summary_source x ON x.sentence_id = s.id ",
            $join,
            " JOIN organisation o ON o.id = i.organisation_id LEFT JOIN receipt t ON t.item_id = i.id AND t.received_at = (SELECT MAX(n.received_at) FROM receipt n WHERE n.item_id = i.id) ",
            $rest
        )
    };
}

macro_rules! papers {
    ($rest:literal) => {
        sourced!("i.title, i.redacted", "JOIN paper i ON i.id = x.item_id", $rest)
    };
}

macro_rules! comments {
    ($rest:literal) => {
        sourced!(
            "v.citation AS title, '[]' AS redacted",
            "JOIN comment i ON i.id = x.item_id JOIN provision v ON v.id = i.provision_id",
            $rest
        )
    };
}

statements! {
    OF_SESSION = from sentence "WHERE s.session_id = $1 AND s.ended_at IS NULL ORDER BY s.part, s.position, s.id";
    OF_PART = from sentence "WHERE s.session_id = $1 AND s.part = $2 AND s.ended_at IS NULL ORDER BY s.position, s.id";
    BY_ID = from sentence "WHERE s.id = $1";
    PAPERS_OF_PART = from papers "WHERE s.session_id = $1 AND s.part = $2 AND s.ended_at IS NULL ORDER BY t.number, x.item_id, x.sentence_id";
    COMMENTS_OF_PART = from comments "WHERE s.session_id = $1 AND s.part = $2 AND s.ended_at IS NULL ORDER BY t.number, x.item_id, x.sentence_id";
    PAPERS_OF_ONE = from papers "WHERE s.id = $1 ORDER BY t.number, x.item_id";
    COMMENTS_OF_ONE = from comments "WHERE s.id = $1 ORDER BY t.number, x.item_id";
    CITED = "SELECT x.sentence_id, x.item_id FROM summary_sentence s JOIN summary_source x ON x.sentence_id = s.id WHERE s.session_id = $1 AND s.ended_at IS NULL ORDER BY x.sentence_id, x.item_id";
    NUMBERED_PAPERS = ids "SELECT t.number, t.item_id, p.state FROM receipt t JOIN paper p ON p.id = t.item_id JOIN round r ON r.id = p.round_id WHERE r.session_id = $2 AND p.state = 'accepted' AND t.number IN " " ORDER BY t.number";
    NUMBERED_COMMENTS = ids "SELECT t.number, t.item_id, c.state FROM receipt t JOIN comment c ON c.id = t.item_id JOIN round r ON r.id = c.round_id WHERE r.session_id = $2 AND c.state = 'accepted' AND t.number IN " " ORDER BY t.number";
    PUBLIC_PAPERS = ids "SELECT p.id FROM paper p JOIN round r ON r.id = p.round_id WHERE r.session_id = $2 AND p.state = 'accepted' AND p.id IN " " ORDER BY p.id";
    PUBLIC_COMMENTS = ids "SELECT c.id FROM comment c JOIN round r ON r.id = c.round_id WHERE r.session_id = $2 AND c.state = 'accepted' AND c.id IN " " ORDER BY c.id";
    LAST_PLACE = "SELECT COUNT(*), COALESCE(MAX(position), 0) FROM summary_sentence WHERE session_id = $1 AND part = $2 AND ended_at IS NULL";
    INSERT = "INSERT INTO summary_sentence (id, session_id, part, position, text, language, own, opens, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)";
    SAVE = "UPDATE summary_sentence SET text = $3, language = $4, own = $5, opens = $6, version = version + 1 WHERE id = $1 AND version = $2";
    PLACE = "UPDATE summary_sentence SET position = $2 WHERE id = $1";
    END = "UPDATE summary_sentence SET ended_at = $3, version = version + 1 WHERE id = $1 AND version = $2 AND ended_at IS NULL";
    RESTORE = "UPDATE summary_sentence SET ended_at = NULL, position = $3, version = version + 1 WHERE id = $1 AND version = $2 AND ended_at IS NOT NULL";
    UNCITE = "DELETE FROM summary_source WHERE sentence_id = $1";
    CITE_PAPERS = ids "INSERT INTO summary_source (sentence_id, item_kind, item_id) SELECT $2, 'paper', p.id FROM paper p WHERE p.id IN " "";
    CITE_COMMENTS = ids "INSERT INTO summary_source (sentence_id, item_kind, item_id) SELECT $2, 'comment', c.id FROM comment c WHERE c.id IN " "";
    KEEP_VERSION = "INSERT INTO summary_version (sentence_id, version, text, own, sources, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    VERSIONS = "SELECT v.version, v.text, v.own, v.sources, v.written_at, p.full_name FROM summary_version v JOIN person p ON p.id = v.written_by WHERE v.sentence_id = $1 ORDER BY v.version DESC LIMIT 100";
}

#[derive(FromRow)]
struct SentenceRow {
    id: Text<SentenceId>,
    session_id: Text<SessionId>,
    part: Text<Part>,
    position: i64,
    text: String,
    language: Text<Locale>,
    own: bool,
    opens: bool,
    version: i64,
    ended_at: Option<i64>,
    remarks: i64,
}

/// A sentence as it is stored.
#[derive(Debug, Clone)]
pub struct Stored {
    pub id: SentenceId,
    pub session: SessionId,
    pub part: Part,
    pub position: i64,
    pub words: Words,
    pub version: i64,
    pub ended_at: Option<Instant>,
    /// Remarks that nobody has settled.
    pub remarks: i64,
}

impl From<SentenceRow> for Stored {
    fn from(row: SentenceRow) -> Self {
        Self {
            id: row.id.0,
            session: row.session_id.0,
            part: row.part.0,
            position: row.position,
            words: Words { text: row.text, language: row.language.0, own: row.own, opens: row.opens },
            version: row.version,
            ended_at: row.ended_at.map(Instant),
            remarks: row.remarks,
        }
    }
}

fn stored(rows: Vec<SentenceRow>) -> Vec<Stored> {
    rows.into_iter().map(Stored::from).collect()
}

/// All sentences of a session, part by part.
pub async fn of_session(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<Stored>> {
    fetch_all!(tx, SentenceRow, OF_SESSION, session.to_string()).map(stored)
}

/// The sentences of a part in their order.
pub async fn of_part(tx: &mut Tx, session: SessionId, part: Part) -> StoreResult<Vec<Stored>> {
    fetch_all!(tx, SentenceRow, OF_PART, session.to_string(), part.code()).map(stored)
}

pub async fn by_id(tx: &mut Tx, id: SentenceId) -> StoreResult<Option<Stored>> {
    Ok(fetch_optional!(tx, SentenceRow, BY_ID, id.to_string())?.map(Stored::from))
}

#[derive(FromRow)]
struct SourceRow {
    sentence_id: Text<SentenceId>,
    kind: Text<ItemKind>,
    item_id: Text<ItemId>,
    number: String,
    state: Text<ItemState>,
    language: Text<Language>,
    #[sqlx(flatten)]
    author: AuthorRow,
    title: String,
    redacted: Text<Redacted>,
}

/// By sentence, in the order of their receipts.
fn sources(rows: Vec<SourceRow>) -> HashMap<SentenceId, Vec<SourceLine>> {
    let mut all: HashMap<SentenceId, Vec<SourceLine>> = HashMap::new();
    for mut row in rows {
        row.redacted.0.hide(&mut row.title);
        let public = (row.state.0 == ItemState::Accepted).then(|| PublicSource {
            title: row.title,
            language: row.language.0,
            organisation: row.author.into(),
        });
        let line = SourceLine { kind: row.kind.0, item: row.item_id.0, receipt: row.number, public };
        all.entry(row.sentence_id.0).or_default().push(line);
    }
    for lines in all.values_mut() {
        lines.sort_by(|one, other| (&one.receipt, one.item).cmp(&(&other.receipt, other.item)));
    }
    all
}

/// What the sentences of a part cite.
pub async fn sources_of_part(tx: &mut Tx, session: SessionId, part: Part) -> StoreResult<HashMap<SentenceId, Vec<SourceLine>>> {
    let (session, part) = (session.to_string(), part.code());
    let mut rows = fetch_all!(tx, SourceRow, PAPERS_OF_PART, session.as_str(), part.as_str())?;
    rows.extend(fetch_all!(tx, SourceRow, COMMENTS_OF_PART, session, part)?);
    Ok(sources(rows))
}

/// What one sentence cites.
pub async fn sources_of(tx: &mut Tx, id: SentenceId) -> StoreResult<Vec<SourceLine>> {
    let mut rows = fetch_all!(tx, SourceRow, PAPERS_OF_ONE, id.to_string())?;
    rows.extend(fetch_all!(tx, SourceRow, COMMENTS_OF_ONE, id.to_string())?);
    Ok(sources(rows).remove(&id).unwrap_or_default())
}

/// What the sentences of a session cite, as ids alone.
pub async fn cited(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<(SentenceId, ItemId)>> {
    let rows = fetch_all!(tx, (Text<SentenceId>, Text<ItemId>), CITED, session.to_string())?;
    Ok(rows.into_iter().map(|(sentence, item)| (sentence.0, item.0)).collect())
}

/// The published inputs of a session that these receipts (JSON list of numbers) are of, by number.
pub async fn numbered(tx: &mut Tx, session: SessionId, numbers: &str) -> StoreResult<HashMap<String, Source>> {
    let mut all = HashMap::new();
    for (kind, sql) in [(ItemKind::Paper, NUMBERED_PAPERS), (ItemKind::Comment, NUMBERED_COMMENTS)] {
        let rows = fetch_all!(tx, (String, Text<ItemId>, String), sql, numbers, session.to_string())?;
        all.extend(rows.into_iter().map(|(number, item, _)| (number, Source { kind, item: item.0 })));
    }
    Ok(all)
}

/// Those of these inputs (JSON list of ids) that are published in the session.
pub async fn public(tx: &mut Tx, session: SessionId, kind: ItemKind, items: &str) -> StoreResult<Vec<ItemId>> {
    let sql = match kind {
        ItemKind::Paper => PUBLIC_PAPERS,
        ItemKind::Comment => PUBLIC_COMMENTS,
    };
    let rows = fetch_all!(tx, (Text<ItemId>,), sql, items, session.to_string())?;
    Ok(rows.into_iter().map(|(id,)| id.0).collect())
}

/// How many sentences a part has, and the place of its last one.
pub async fn last_place(tx: &mut Tx, session: SessionId, part: Part) -> StoreResult<(i64, i64)> {
    Ok(fetch_optional!(tx, (i64, i64), LAST_PLACE, session.to_string(), part.code())?.unwrap_or_default())
}

/// Who writes, and when.
pub type Written = (PersonId, Instant);

/// Stores a new sentence, with what it cites and its first version.
pub async fn insert(
    tx: &mut Tx,
    id: SentenceId,
    (session, part, position): (SessionId, Part, i64),
    words: &Words,
    cited: &[Source],
    written: Written,
) -> StoreResult<()> {
    let place = (session.to_string(), part.code());
    let language = words.language.code();
    execute!(tx, INSERT, id.to_string(), place.0, place.1, position, words.text.as_str(), language, words.own, words.opens)?;
    cite(tx, id, cited).await?;
    keep_version(tx, id, 1, words, cited, written).await
}

/// Other words for a sentence.
///
/// # Errors
/// `Conflict`: it is of another version.
pub async fn save(tx: &mut Tx, id: SentenceId, version: i64, words: &Words, cited: &[Source], written: Written) -> StoreResult<()> {
    let language = words.language.code();
    let saved = execute!(tx, SAVE, id.to_string(), version, words.text.as_str(), language, words.own, words.opens)?;
    one(saved)?;
    execute!(tx, UNCITE, id.to_string())?;
    cite(tx, id, cited).await?;
    keep_version(tx, id, version + 1, words, cited, written).await
}

async fn cite(tx: &mut Tx, id: SentenceId, cited: &[Source]) -> StoreResult<()> {
    for (kind, sql) in [(ItemKind::Paper, CITE_PAPERS), (ItemKind::Comment, CITE_COMMENTS)] {
        let items = id_list(cited.iter().filter(|source| source.kind == kind).map(|source| source.item));
        execute!(tx, sql, items, id.to_string())?;
    }
    Ok(())
}

async fn keep_version(tx: &mut Tx, id: SentenceId, version: i64, words: &Words, cited: &[Source], (by, at): Written) -> StoreResult<()> {
    let sources = id_list(cited.iter().map(|source| source.item));
    execute!(tx, KEEP_VERSION, id.to_string(), version, words.text.as_str(), words.own, sources, by.to_string(), at.0).map(|_| ())
}

/// Puts a sentence to a place.
pub async fn place(tx: &mut Tx, id: SentenceId, position: i64) -> StoreResult<()> {
    execute!(tx, PLACE, id.to_string(), position).map(|_| ())
}

/// Takes a sentence out.
///
/// # Errors
/// `Conflict`: it is of another version, or out already.
pub async fn end(tx: &mut Tx, id: SentenceId, version: i64, at: Instant) -> StoreResult<()> {
    one(execute!(tx, END, id.to_string(), version, at.0)?)
}

/// Puts a sentence back, to a place.
///
/// # Errors
/// `Conflict`: it is of another version, or in already.
pub async fn restore(tx: &mut Tx, id: SentenceId, version: i64, position: i64) -> StoreResult<()> {
    one(execute!(tx, RESTORE, id.to_string(), version, position)?)
}

/// What a sentence said, the newest first.
pub async fn versions(tx: &mut Tx, id: SentenceId) -> StoreResult<Vec<SentenceVersion>> {
    let rows = fetch_all!(tx, (i64, String, bool, String, i64, String), VERSIONS, id.to_string())?;
    rows.into_iter()
        .map(|(version, text, own, sources, at, by)| {
            let ids: Vec<String> = serde_json::from_str(&sources).map_err(|error| StoreError::corrupt("summary_version", id, error))?;
            Ok(SentenceVersion { version, text, own, sources: ids.len(), at: Instant(at), by })
        })
        .collect()
}
