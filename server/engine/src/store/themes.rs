//! The themes of queues: their trees, and the version that lets one change wait for another.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{BodyId, SubgroupId, ThemeId};
use model::domain::language::Language;
use model::domain::themes::{Theme, ThemeEnding, ThemeName};
use model::domain::time::Instant;
use model::portal::ThemeRef;
use sqlx::FromRow;
use std::collections::HashMap;

macro_rules! theme {
    ($rest:literal) => {
        concat!("SELECT h.id, h.parent_id, h.place, h.name, h.language, h.ending, h.ended_at, h.queue_id FROM theme h ", $rest)
    };
}

statements! {
    BEGIN = "INSERT INTO theme_tree (queue_id, body_id, subgroup_id, version) VALUES ($1, $2, $3, 0) ON CONFLICT (queue_id) DO NOTHING";
    VERSION = "SELECT version FROM theme_tree WHERE queue_id = $1";
    NEXT = "UPDATE theme_tree SET version = version + 1 WHERE queue_id = $1 AND version = $2";
    HOLD = "UPDATE theme_tree SET version = version WHERE queue_id = $1 AND version = $2";
    QUEUE = "SELECT t.body_id, t.subgroup_id FROM theme h JOIN theme_tree t ON t.queue_id = h.queue_id WHERE h.id = $1";
    OPEN = from theme "WHERE h.queue_id = $1 AND h.ended_at IS NULL ORDER BY h.parent_id, h.place, h.id";
    OPEN_OF = from theme ids "WHERE h.ended_at IS NULL AND h.queue_id IN " " ORDER BY h.queue_id, h.parent_id, h.place, h.id";
    BY_IDS = from theme ids "WHERE h.id IN " " ORDER BY h.id";
    // The newest; older ones are found by what was done with them.
    ENDED = from theme "WHERE h.queue_id = $1 AND h.ended_at IS NOT NULL ORDER BY h.ended_at DESC, h.id DESC LIMIT $2";
    INSERT = "INSERT INTO theme (id, queue_id, body_id, parent_id, place, name, language, ending, ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL)";
    UPDATE = "UPDATE theme SET parent_id = $2, place = $3, name = $4, language = $5, ending = CAST($6 AS TEXT), ended_at = CASE WHEN CAST($6 AS TEXT) IS NULL THEN NULL ELSE COALESCE(ended_at, $7) END WHERE id = $1";
    WORDS = ids "SELECT theme_id, profile FROM theme_words WHERE theme_id IN " " ORDER BY theme_id";
    PUT_WORDS = "INSERT INTO theme_words (theme_id, profile) VALUES ($1, $2) ON CONFLICT (theme_id) DO UPDATE SET profile = $2";
}

/// The queue that themes belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub body: BodyId,
    /// `None`: the queue of the whole body.
    pub subgroup: Option<SubgroupId>,
}

impl Place {
    /// As it is stored.
    pub fn key(self) -> String {
        self.subgroup.map_or_else(|| self.body.to_string(), |id| id.to_string())
    }
}

#[derive(FromRow)]
struct ThemeRow {
    id: Text<ThemeId>,
    parent_id: Option<Text<ThemeId>>,
    place: i64,
    name: String,
    language: Text<Language>,
    ending: Option<Text<ThemeEnding>>,
    ended_at: Option<i64>,
    queue_id: String,
}

impl From<ThemeRow> for Theme {
    fn from(row: ThemeRow) -> Self {
        Self {
            id: row.id.0,
            parent: row.parent_id.map(|id| id.0),
            place: row.place,
            name: ThemeName { text: row.name, language: row.language.0 },
            ending: row.ending.map(|ending| ending.0),
        }
    }
}

/// Makes sure that a queue has a tree, be it an empty one.
pub async fn begin(tx: &mut Tx, place: Place) -> StoreResult<()> {
    execute!(tx, BEGIN, place.key(), place.body.to_string(), place.subgroup.map(|id| id.to_string())).map(|_| ())
}

/// The version of a tree; 0 where nothing was ever done with it.
pub async fn version(tx: &mut Tx, place: Place) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), VERSION, place.key())?.map_or(0, |(version,)| version))
}

/// Goes on to the next version; whoever changes the same tree meanwhile waits, and then finds another one.
///
/// # Errors
/// `Conflict` when the tree is not at `version` any more.
pub async fn next_version(tx: &mut Tx, place: Place, version: i64) -> StoreResult<()> {
    one(execute!(tx, NEXT, place.key(), version)?)
}

/// Makes those who change the tree wait until this transaction has ended.
///
/// # Errors
/// `Conflict` when the tree is not at `version` any more.
pub async fn hold(tx: &mut Tx, place: Place, version: i64) -> StoreResult<()> {
    one(execute!(tx, HOLD, place.key(), version)?)
}

/// The queue a theme belongs to.
pub async fn place_of(tx: &mut Tx, id: ThemeId) -> StoreResult<Option<Place>> {
    let row = fetch_optional!(tx, (Text<BodyId>, Option<Text<SubgroupId>>), QUEUE, id.to_string())?;
    Ok(row.map(|(body, subgroup)| Place { body: body.0, subgroup: subgroup.map(|id| id.0) }))
}

/// The open themes of a queue.
pub async fn open(tx: &mut Tx, place: Place) -> StoreResult<Vec<Theme>> {
    Ok(fetch_all!(tx, ThemeRow, OPEN, place.key())?.into_iter().map(Theme::from).collect())
}

/// The open themes of several queues (a JSON list of their keys), with the key of each.
pub async fn open_of(tx: &mut Tx, keys: &str) -> StoreResult<Vec<(String, Theme)>> {
    Ok(fetch_all!(tx, ThemeRow, OPEN_OF, keys)?.into_iter().map(|row| (row.queue_id.clone(), row.into())).collect())
}

/// Those of a JSON list of ids, open or not.
pub async fn by_ids(tx: &mut Tx, ids: &str) -> StoreResult<Vec<Theme>> {
    Ok(fetch_all!(tx, ThemeRow, BY_IDS, ids)?.into_iter().map(Theme::from).collect())
}

/// The themes of a queue that ended, the newest first.
pub async fn ended(tx: &mut Tx, place: Place, limit: i64) -> StoreResult<Vec<(ThemeRef, ThemeEnding, Instant)>> {
    let ended = |row: ThemeRow| {
        let at = Instant(row.ended_at?);
        let theme = Theme::from(row);
        Some((ThemeRef { id: theme.id, name: theme.name }, theme.ending?, at))
    };
    Ok(fetch_all!(tx, ThemeRow, ENDED, place.key(), limit)?.into_iter().filter_map(ended).collect())
}

/// Adds a theme.
pub async fn insert(tx: &mut Tx, place: Place, theme: &Theme) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        theme.id.to_string(),
        place.key(),
        place.body.to_string(),
        theme.parent.map(|id| id.to_string()),
        theme.place,
        theme.name.text.as_str(),
        theme.name.language.code(),
    )
    .map(|_| ())
}

/// Stores what became of a theme. One that ends now did so `at`.
pub async fn update(tx: &mut Tx, theme: &Theme, at: Instant) -> StoreResult<()> {
    one(execute!(
        tx,
        UPDATE,
        theme.id.to_string(),
        theme.parent.map(|id| id.to_string()),
        theme.place,
        theme.name.text.as_str(),
        theme.name.language.code(),
        theme.ending.map(ThemeEnding::code),
        at.0,
    )?)
}

/// What the inputs with these themes (a JSON list of ids) say, as it was counted last.
pub async fn words(tx: &mut Tx, ids: &str) -> StoreResult<HashMap<ThemeId, String>> {
    Ok(fetch_all!(tx, (Text<ThemeId>, String), WORDS, ids)?.into_iter().map(|(id, profile)| (id.0, profile)).collect())
}

pub async fn put_words(tx: &mut Tx, id: ThemeId, profile: &str) -> StoreResult<()> {
    execute!(tx, PUT_WORDS, id.to_string(), profile).map(|_| ())
}
