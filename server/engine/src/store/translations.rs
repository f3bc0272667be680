//! Issued versions in other languages.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use model::domain::drafting::{TranslatedProvision, Translation, TranslationStatus};
use model::domain::ids::{DraftVersionId, PersonId, ProvisionId};
use model::domain::language::Language;
use model::domain::time::Instant;
use sqlx::FromRow;

macro_rules! translation {
    ($rest:literal) => {
        concat!("SELECT t.draft_version_id, t.language, t.status, t.revision, t.added_at FROM draft_translation t ", $rest)
    };
}

statements! {
    // At most one for each language there is.
    OF_VERSION = from translation "WHERE t.draft_version_id = $1 ORDER BY t.language LIMIT 10";
    ONE = from translation "WHERE t.draft_version_id = $1 AND t.language = $2";
    WORDS = "SELECT w.provision_id, w.label, w.text FROM provision_translation w JOIN provision p ON p.id = w.provision_id WHERE p.draft_version_id = $1 AND w.language = $2 ORDER BY p.position, p.id LIMIT 5000";
    OF_PROVISION = "SELECT t.draft_version_id, t.language, t.status, t.revision, t.added_at, w.label, w.text FROM provision_translation w JOIN provision p ON p.id = w.provision_id JOIN draft_translation t ON t.draft_version_id = p.draft_version_id AND t.language = w.language WHERE w.provision_id = $1 ORDER BY w.language LIMIT 10";
    INSERT = "INSERT INTO draft_translation (draft_version_id, language, status, revision, added_by, added_at) VALUES ($1, $2, $3, $5, $4, $5)";
    REPLACE = "UPDATE draft_translation SET status = $4, revision = CASE WHEN $6 > revision THEN $6 ELSE revision + 1 END, added_by = $5, added_at = $6 WHERE draft_version_id = $1 AND language = $2 AND revision = $3";
    REMOVE = "DELETE FROM draft_translation WHERE draft_version_id = $1 AND language = $2 AND revision = $3";
    REMOVE_WORDS = "DELETE FROM provision_translation WHERE language = $2 AND provision_id IN (SELECT id FROM provision WHERE draft_version_id = $1)";
    INSERT_WORDS = "INSERT INTO provision_translation (provision_id, language, label, text) VALUES ($1, $2, $3, $4)";
}

#[derive(FromRow)]
struct Row {
    draft_version_id: Text<DraftVersionId>,
    language: Text<Language>,
    status: Text<TranslationStatus>,
    revision: i64,
    added_at: i64,
}

impl From<Row> for Translation {
    fn from(row: Row) -> Self {
        Self {
            version: row.draft_version_id.0,
            language: row.language.0,
            status: row.status.0,
            revision: row.revision,
            added_at: Instant(row.added_at),
        }
    }
}

#[derive(FromRow)]
struct WordsRow {
    provision_id: Text<ProvisionId>,
    label: String,
    text: String,
}

impl From<WordsRow> for TranslatedProvision {
    fn from(row: WordsRow) -> Self {
        Self { provision: row.provision_id.0, label: row.label, text: row.text }
    }
}

#[derive(FromRow)]
struct OfProvisionRow {
    #[sqlx(flatten)]
    translation: Row,
    label: String,
    text: String,
}

/// Those of a version.
pub async fn of_version(tx: &mut Tx, version: DraftVersionId) -> StoreResult<Vec<Translation>> {
    Ok(fetch_all!(tx, Row, OF_VERSION, version.to_string())?.into_iter().map(Translation::from).collect())
}

/// The one in a language.
pub async fn one_of(tx: &mut Tx, version: DraftVersionId, language: Language) -> StoreResult<Option<Translation>> {
    Ok(fetch_optional!(tx, Row, ONE, version.to_string(), language.code())?.map(Translation::from))
}

/// Its words, in the order of the version.
pub async fn words(tx: &mut Tx, version: DraftVersionId, language: Language) -> StoreResult<Vec<TranslatedProvision>> {
    Ok(fetch_all!(tx, WordsRow, WORDS, version.to_string(), language.code())?.into_iter().map(TranslatedProvision::from).collect())
}

/// A provision in the languages there are.
pub async fn of_provision(tx: &mut Tx, provision: ProvisionId) -> StoreResult<Vec<(Translation, TranslatedProvision)>> {
    let rows = fetch_all!(tx, OfProvisionRow, OF_PROVISION, provision.to_string())?;
    Ok(rows
        .into_iter()
        .map(|row| (Translation::from(row.translation), TranslatedProvision { provision, label: row.label, text: row.text }))
        .collect())
}

/// Puts a translation with all its words in the place of revision `before` of it (0: there is none yet).
///
/// # Errors
/// `Conflict` when another revision is stored.
pub async fn put(tx: &mut Tx, new: &Translation, before: i64, words: &[TranslatedProvision], by: PersonId) -> StoreResult<()> {
    let (version, language) = (new.version.to_string(), new.language.code());
    if before == 0 {
        if one_of(tx, new.version, new.language).await?.is_some() {
            return Err(StoreError::Conflict);
        }
        execute!(tx, INSERT, version.as_str(), language, new.status.code(), by.to_string(), new.added_at.0)?;
    } else {
        one(execute!(tx, REPLACE, version.as_str(), language, before, new.status.code(), by.to_string(), new.added_at.0)?)?;
    }
    execute!(tx, REMOVE_WORDS, version.as_str(), language)?;
    for word in words {
        execute!(tx, INSERT_WORDS, word.provision.to_string(), language, word.label.as_str(), word.text.as_str())?;
    }
    Ok(())
}

/// Takes a translation away, with its words.
///
/// # Errors
/// `Conflict` when another revision is stored.
pub async fn remove(tx: &mut Tx, version: DraftVersionId, language: Language, revision: i64) -> StoreResult<()> {
    one(execute!(tx, REMOVE, version.to_string(), language.code(), revision)?)?;
    execute!(tx, REMOVE_WORDS, version.to_string(), language.code()).map(|_| ())
}
