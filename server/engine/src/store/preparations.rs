//! Versions of texts that are being prepared.

use super::papers::one;
use super::row::{Text, localized};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use model::domain::drafting::{Hindrance, IssueTime, Preparation, StatedTime, TextAbout, VersionWords};
use model::domain::ids::{BodyId, DraftId, DraftVersionId, PersonId, PreparationId, SubgroupId};
use model::domain::language::{Language, LocalizedText};
use model::domain::time::Instant;
use model::portal::PreparationLine;
use sqlx::FromRow;
use std::collections::HashMap;

macro_rules! preparation {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.draft_id, d.body_id, d.subgroup_id, d.title, p.base_id, p.label, p.language, p.source, p.origins, p.issue_at, p.issue_zone, p.hindered_at, p.hindrance, p.version, p.updated_at ",
            "FROM text_preparation p JOIN draft d ON d.id = p.draft_id ",
            $rest
        )
    };
}

statements! {
    BY_ID = from preparation "WHERE p.id = $1";
    OF_DRAFT = "SELECT id FROM text_preparation WHERE draft_id = $1";
    LINES = "SELECT p.draft_id, p.id, p.label, p.issue_at, p.issue_zone, p.hindered_at, p.hindrance, p.updated_at FROM text_preparation p JOIN draft d ON d.id = p.draft_id WHERE d.body_id = $1 ORDER BY p.updated_at DESC, p.id";
    INSERT = "INSERT INTO text_preparation (id, draft_id, base_id, label, language, source, origins, version, created_by, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, NULL, 1, $7, $8, $8)";
    // While a time stands nothing changes.
    SAVE = "UPDATE text_preparation SET label = $3, language = $4, source = $5, origins = CASE WHEN source = $5 THEN origins END, version = version + 1, updated_at = $6 WHERE id = $1 AND version = $2 AND (issue_at IS NULL OR hindered_at IS NOT NULL)";
    CONFIRM = "UPDATE text_preparation SET origins = $3, version = version + 1, updated_at = $4 WHERE id = $1 AND version = $2 AND (issue_at IS NULL OR hindered_at IS NOT NULL)";
    STATE_TIME = "UPDATE text_preparation SET issue_at = $3, issue_zone = $4, timed_by = $5, timed_at = $6, hindered_at = NULL, hindrance = NULL, version = version + 1 WHERE id = $1 AND version = $2 AND (issue_at IS NULL OR hindered_at IS NOT NULL)";
    WITHDRAW_TIME = "UPDATE text_preparation SET issue_at = NULL, issue_zone = NULL, timed_by = NULL, timed_at = NULL, version = version + 1 WHERE id = $1 AND version = $2 AND issue_at IS NOT NULL AND hindered_at IS NULL";
    HINDER = "UPDATE text_preparation SET hindered_at = $3, hindrance = $4, version = version + 1 WHERE id = $1 AND version = $2 AND issue_at IS NOT NULL AND hindered_at IS NULL";
    DUE = "SELECT id, issue_at FROM text_preparation WHERE issue_at <= $1 AND hindered_at IS NULL ORDER BY issue_at, id LIMIT $2";
    REMOVE = "DELETE FROM text_preparation WHERE id = $1 AND version = $2";
    DESCRIBE = "UPDATE draft SET title = $2, subgroup_id = $3 WHERE id = $1";
    // A text that was never issued goes with what was prepared of it.
    REMOVE_UNISSUED = "DELETE FROM draft WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM draft_version v WHERE v.draft_id = $1)";
}

/// The columns of a stated time.
#[derive(FromRow)]
struct TimeRow {
    issue_at: Option<i64>,
    issue_zone: Option<String>,
    hindered_at: Option<i64>,
    hindrance: Option<Text<Hindrance>>,
}

impl From<TimeRow> for Option<IssueTime> {
    fn from(row: TimeRow) -> Self {
        let stated = StatedTime { at: Instant(row.issue_at?), time_zone: row.issue_zone? };
        let hindered = row.hindered_at.zip(row.hindrance).map(|(at, why)| (Instant(at), why.0));
        Some(IssueTime { stated, hindered })
    }
}

#[derive(FromRow)]
struct Row {
    id: Text<PreparationId>,
    draft_id: Text<DraftId>,
    body_id: Text<BodyId>,
    subgroup_id: Text<SubgroupId>,
    title: Text<LocalizedText>,
    base_id: Option<Text<DraftVersionId>>,
    label: Text<LocalizedText>,
    language: Text<Language>,
    source: String,
    origins: Option<String>,
    #[sqlx(flatten)]
    time: TimeRow,
    version: i64,
    updated_at: i64,
}

/// A version that is being prepared.
pub async fn by_id(tx: &mut Tx, id: PreparationId) -> StoreResult<Option<Preparation>> {
    let Some(row) = fetch_optional!(tx, Row, BY_ID, id.to_string())? else { return Ok(None) };
    let origins = row
        .origins
        .map(|json| serde_json::from_str(&json).map_err(|_| StoreError::corrupt("text_preparation", id, "origins")))
        .transpose()?;
    Ok(Some(Preparation {
        id: row.id.0,
        draft: row.draft_id.0,
        body: row.body_id.0,
        about: TextAbout { title: row.title.0, subgroup: row.subgroup_id.0 },
        base: row.base_id.map(|id| id.0),
        words: VersionWords { label: row.label.0, language: row.language.0, source: row.source },
        origins,
        issue_time: row.time.into(),
        version: row.version,
        updated_at: Instant(row.updated_at),
    }))
}

/// The one of a text, if one is being prepared.
pub async fn of_draft(tx: &mut Tx, draft: DraftId) -> StoreResult<Option<PreparationId>> {
    Ok(fetch_optional!(tx, (Text<PreparationId>,), OF_DRAFT, draft.to_string())?.map(|(id,)| id.0))
}

#[derive(FromRow)]
struct LineRow {
    draft_id: Text<DraftId>,
    id: Text<PreparationId>,
    label: Text<LocalizedText>,
    #[sqlx(flatten)]
    time: TimeRow,
    updated_at: i64,
}

/// Those of a body, by text.
pub async fn lines(tx: &mut Tx, body: BodyId) -> StoreResult<HashMap<DraftId, PreparationLine>> {
    let rows = fetch_all!(tx, LineRow, LINES, body.to_string())?;
    let line = |row: LineRow| {
        let (issue_time, updated_at) = (row.time.into(), Instant(row.updated_at));
        (row.draft_id.0, PreparationLine { id: row.id.0, label: row.label.0, issue_time, updated_at })
    };
    Ok(rows.into_iter().map(line).collect())
}

/// A preparation that begins, at version 1.
#[derive(Debug)]
pub struct NewPreparation<'a> {
    pub id: PreparationId,
    pub draft: DraftId,
    pub base: Option<DraftVersionId>,
    pub words: &'a VersionWords,
    pub by: PersonId,
    pub at: Instant,
}

/// # Errors
/// `Conflict` when one of this text is being prepared already.
pub async fn insert(tx: &mut Tx, new: &NewPreparation<'_>) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        new.id.to_string(),
        new.draft.to_string(),
        new.base.map(|id| id.to_string()),
        localized(&new.words.label),
        new.words.language.code(),
        new.words.source.as_str(),
        new.by.to_string(),
        new.at.0,
    )
    .map(|_| ())
}

/// Saves over `version`; other words end what was confirmed of the ones before.
///
/// # Errors
/// `Conflict` when another version is stored, or a time stands.
pub async fn save(tx: &mut Tx, id: PreparationId, version: i64, words: &VersionWords, at: Instant) -> StoreResult<()> {
    one(execute!(tx, SAVE, id.to_string(), version, localized(&words.label), words.language.code(), words.source.as_str(), at.0)?)
}

/// Sets what a text is, which is not issued yet.
pub async fn describe(tx: &mut Tx, draft: DraftId, about: &TextAbout) -> StoreResult<()> {
    one(execute!(tx, DESCRIBE, draft.to_string(), localized(&about.title), about.subgroup.to_string())?)
}

/// # Errors
/// `Conflict` when another version is stored, or a time stands.
pub async fn confirm(tx: &mut Tx, id: PreparationId, version: i64, origins: &[Vec<usize>], at: Instant) -> StoreResult<()> {
    let json = serde_json::to_string(origins).unwrap_or_else(|_| "[]".to_owned());
    one(execute!(tx, CONFIRM, id.to_string(), version, json, at.0)?)
}

/// States when `version` is issued by itself; what hindered it before is forgotten.
///
/// # Errors
/// `Conflict` when another version is stored, or a time stands already.
pub async fn state_time(tx: &mut Tx, id: PreparationId, version: i64, time: &StatedTime, by: PersonId, at: Instant) -> StoreResult<()> {
    one(execute!(tx, STATE_TIME, id.to_string(), version, time.at.0, time.time_zone.as_str(), by.to_string(), at.0)?)
}

/// # Errors
/// `Conflict` when another version is stored, or no time stands.
pub async fn withdraw_time(tx: &mut Tx, id: PreparationId, version: i64) -> StoreResult<()> {
    one(execute!(tx, WITHDRAW_TIME, id.to_string(), version)?)
}

/// Notes that it could not be issued at its time.
///
/// # Errors
/// `Conflict` when another version is stored, or no time stands.
pub async fn hinder(tx: &mut Tx, preparation: &Preparation, why: Hindrance, at: Instant) -> StoreResult<()> {
    one(execute!(tx, HINDER, preparation.id.to_string(), preparation.version, at.0, why.code())?)
}

/// Those whose time has come, each with that time, the earliest first.
pub async fn due(tx: &mut Tx, now: Instant, limit: i64) -> StoreResult<Vec<(PreparationId, Instant)>> {
    let rows = fetch_all!(tx, (Text<PreparationId>, i64), DUE, now.0, limit)?;
    Ok(rows.into_iter().map(|(id, at)| (id.0, Instant(at))).collect())
}

/// Takes a preparation out: it was issued, or dropped. A text that was never issued goes with it.
///
/// # Errors
/// `Conflict` when another version is stored.
pub async fn remove(tx: &mut Tx, preparation: &Preparation) -> StoreResult<()> {
    one(execute!(tx, REMOVE, preparation.id.to_string(), preparation.version)?)?;
    execute!(tx, REMOVE_UNISSUED, preparation.draft.to_string()).map(|_| ())
}
