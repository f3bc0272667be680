//! What was done with themes: rows are added, never changed; and which theme went over into which.

use super::row::{FromText, Text, id_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::themes::Place;
use super::{StoreError, StoreResult, Tx};
use model::domain::ids::{BodyId, PersonId, SubgroupId, ThemeActId, ThemeId};
use model::domain::language::{Language, LocalizedText};
use model::domain::role::RoleName;
use model::domain::themes::{Stood, ThemeAct, ThemeName};
use model::domain::time::Instant;
use model::portal::{Lineage, ThemeActLine, ThemeRef};
use sqlx::FromRow;
use std::collections::BTreeMap;

/// An act `a` with what it takes back and whether it was taken back.
macro_rules! act {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.act, a.name, a.became, a.done_at, a.role, a.number, x.full_name, z.act AS undoes, u.id AS undone_by FROM theme_act a LEFT JOIN person x ON x.id = a.done_by AND x.deleted_at IS NULL LEFT JOIN theme_act z ON z.id = a.undoes_id LEFT JOIN theme_act u ON u.undoes_id = a.id ",
            $rest
        )
    };
}

/// Pairs of themes with the act by which the one went over into the other.
macro_rules! lineage {
    ($rest:literal) => {
        concat!(
            "SELECT l.act_id, a.act, a.done_at, a.role, s.name AS queue, u.id AS undone_by, f.id AS from_id, f.name AS from_name, f.language AS from_language, i.id AS into_id, i.name AS into_name, i.language AS into_language FROM theme_lineage l JOIN theme_act a ON a.id = l.act_id JOIN theme_tree t ON t.queue_id = a.queue_id LEFT JOIN subgroup s ON s.id = t.subgroup_id LEFT JOIN theme_act u ON u.undoes_id = a.id JOIN theme f ON f.id = l.from_id JOIN theme i ON i.id = l.into_id ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO theme_act (id, queue_id, number, act, theme_id, name, became, done_at, done_by, role, stood, undoes_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    TOUCH = "INSERT INTO theme_touched (act_id, theme_id) VALUES ($1, $2) ON CONFLICT (act_id, theme_id) DO NOTHING";
    LEAD = "INSERT INTO theme_lineage (act_id, from_id, into_id) VALUES ($1, $2, $3)";
    BY_ID = from act "WHERE a.id = $1";
    // Behind an act: where it was done, and how everything stood.
    BEHIND = "SELECT t.body_id, t.subgroup_id, a.number, a.act, a.stood, u.id FROM theme_act a JOIN theme_tree t ON t.queue_id = a.queue_id LEFT JOIN theme_act u ON u.undoes_id = a.id WHERE a.id = $1";
    RECENT = from act "WHERE a.queue_id = $1 ORDER BY a.number DESC, a.id DESC LIMIT $2";
    SINCE = from act "WHERE a.queue_id = $1 AND a.number > $2 ORDER BY a.number, a.id LIMIT $3";
    OF_THEME = from act "JOIN theme_touched o ON o.act_id = a.id WHERE o.theme_id = $1 ORDER BY a.number DESC, a.id DESC LIMIT $2";
    LINEAGE_OF_ACTS = from lineage ids "WHERE l.act_id IN " " ORDER BY l.act_id, f.name, f.id, i.name, i.id";
    LINEAGE_OF_THEME = from lineage "WHERE l.from_id = $1 OR l.into_id = $1 ORDER BY a.done_at DESC, l.act_id DESC, f.name, f.id, i.name, i.id";
    // Whether something was done since with what an act made, but for what was taken back; and whether anybody put it to an input, or took it from one, by hand.
    TOUCHED_SINCE = "SELECT CAST(1 AS BIGINT) FROM theme_lineage l JOIN theme_act m ON m.id = l.act_id JOIN theme_touched o ON o.theme_id = l.into_id JOIN theme_act a ON a.id = o.act_id WHERE l.act_id = $1 AND a.number > m.number AND a.undoes_id IS NULL AND NOT EXISTS (SELECT 1 FROM theme_act u WHERE u.undoes_id = a.id) LIMIT 1";
    TAGGED_SINCE = "SELECT CAST(1 AS BIGINT) FROM theme_lineage l JOIN theme_tag g ON g.theme_id = l.into_id WHERE l.act_id = $1 AND (g.set_act IS NULL OR g.ended_at IS NOT NULL) LIMIT 1";
    HEIRS = ids "SELECT l.from_id, l.into_id FROM theme_lineage l JOIN theme i ON i.id = l.into_id AND i.ended_at IS NULL WHERE NOT EXISTS (SELECT 1 FROM theme_act u WHERE u.undoes_id = l.act_id) AND l.from_id IN " " ORDER BY l.from_id, l.into_id";
}

#[derive(FromRow)]
struct ActRow {
    id: Text<ThemeActId>,
    act: Text<ThemeAct>,
    name: String,
    became: String,
    done_at: i64,
    role: Text<RoleName>,
    full_name: Option<String>,
    undoes: Option<Text<ThemeAct>>,
    undone_by: Option<String>,
}

impl From<ActRow> for ThemeActLine {
    fn from(row: ActRow) -> Self {
        Self {
            id: row.id.0,
            act: row.act.0,
            name: row.name,
            to: row.became,
            from: Vec::new(),
            into: Vec::new(),
            undoes: row.undoes.map(|act| act.0),
            at: Instant(row.done_at),
            role: row.role.0,
            by: row.full_name,
            undone: row.undone_by.is_some(),
        }
    }
}

#[derive(FromRow)]
struct LineageRow {
    act_id: Text<ThemeActId>,
    act: Text<ThemeAct>,
    done_at: i64,
    role: Text<RoleName>,
    queue: Option<Text<LocalizedText>>,
    undone_by: Option<String>,
    from_id: Text<ThemeId>,
    from_name: String,
    from_language: Text<Language>,
    into_id: Text<ThemeId>,
    into_name: String,
    into_language: Text<Language>,
}

impl LineageRow {
    fn source(&self) -> ThemeRef {
        ThemeRef { id: self.from_id.0, name: ThemeName { text: self.from_name.clone(), language: self.from_language.0 } }
    }

    fn heir(&self) -> ThemeRef {
        ThemeRef { id: self.into_id.0, name: ThemeName { text: self.into_name.clone(), language: self.into_language.0 } }
    }
}

/// An act as it is written down.
#[derive(Debug)]
pub struct NewAct<'a> {
    pub id: ThemeActId,
    pub place: Place,
    /// The version of the tree after it.
    pub number: i64,
    pub act: ThemeAct,
    pub theme: Option<ThemeId>,
    pub name: &'a str,
    pub became: &'a str,
    pub at: Instant,
    pub by: PersonId,
    pub role: RoleName,
    pub stood: &'a [Stood],
    pub undoes: Option<ThemeActId>,
    /// The themes it has to do with.
    pub touched: Vec<ThemeId>,
    /// Which theme went over into which.
    pub lineage: Vec<(ThemeId, ThemeId)>,
}

/// Writes an act down.
///
/// # Errors
/// `Conflict` when another act has its number, or took back what it takes back.
pub async fn insert(tx: &mut Tx, new: &NewAct<'_>) -> StoreResult<()> {
    let stood = serde_json::to_string(new.stood).map_err(|error| StoreError::corrupt("theme_act", new.id, error))?;
    execute!(
        tx,
        INSERT,
        new.id.to_string(),
        new.place.key(),
        new.number,
        new.act.code(),
        new.theme.map(|id| id.to_string()),
        new.name,
        new.became,
        new.at.0,
        new.by.to_string(),
        new.role.code(),
        stood,
        new.undoes.map(|id| id.to_string()),
    )?;
    for theme in &new.touched {
        execute!(tx, TOUCH, new.id.to_string(), theme.to_string())?;
    }
    for (from, into) in &new.lineage {
        execute!(tx, LEAD, new.id.to_string(), from.to_string(), into.to_string())?;
    }
    Ok(())
}

/// What stands behind an act.
#[derive(Debug)]
pub struct Behind {
    pub place: Place,
    pub number: i64,
    pub act: ThemeAct,
    pub stood: Vec<Stood>,
    pub undone: bool,
}

struct Standing(Vec<Stood>);

impl FromText for Standing {
    fn from_text(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map(Self).map_err(|error| format!("corrupt list of places: {error}"))
    }
}

type BehindRow = (Text<BodyId>, Option<Text<SubgroupId>>, i64, Text<ThemeAct>, Text<Standing>, Option<String>);

pub async fn behind(tx: &mut Tx, id: ThemeActId) -> StoreResult<Option<Behind>> {
    let row = fetch_optional!(tx, BehindRow, BEHIND, id.to_string())?;
    Ok(row.map(|(body, subgroup, number, act, stood, undone)| Behind {
        place: Place { body: body.0, subgroup: subgroup.map(|id| id.0) },
        number,
        act: act.0,
        stood: stood.0.0,
        undone: undone.is_some(),
    }))
}

/// Whether something was done since with what an act made.
pub async fn used_since(tx: &mut Tx, id: ThemeActId) -> StoreResult<bool> {
    let id = id.to_string();
    Ok(fetch_optional!(tx, (i64,), TOUCHED_SINCE, id.as_str())?.is_some()
        || fetch_optional!(tx, (i64,), TAGGED_SINCE, id.as_str())?.is_some())
}

pub async fn by_id(tx: &mut Tx, id: ThemeActId) -> StoreResult<Option<ThemeActLine>> {
    let rows = fetch_all!(tx, ActRow, BY_ID, id.to_string())?;
    Ok(with_lineage(tx, rows).await?.into_iter().next())
}

/// What was done last in a queue, the newest first.
pub async fn recent(tx: &mut Tx, place: Place, limit: i64) -> StoreResult<Vec<ThemeActLine>> {
    let rows = fetch_all!(tx, ActRow, RECENT, place.key(), limit)?;
    with_lineage(tx, rows).await
}

/// What was done in a queue since a version, the oldest first.
pub async fn since(tx: &mut Tx, place: Place, version: i64, limit: i64) -> StoreResult<Vec<ThemeActLine>> {
    let rows = fetch_all!(tx, ActRow, SINCE, place.key(), version, limit)?;
    with_lineage(tx, rows).await
}

/// What was done with a theme, or with what stands above or below it, the newest first.
pub async fn of_theme(tx: &mut Tx, id: ThemeId, limit: i64) -> StoreResult<Vec<ThemeActLine>> {
    let rows = fetch_all!(tx, ActRow, OF_THEME, id.to_string(), limit)?;
    with_lineage(tx, rows).await
}

/// Of mergings and splittings with what they ended and made.
async fn with_lineage(tx: &mut Tx, rows: Vec<ActRow>) -> StoreResult<Vec<ThemeActLine>> {
    let mut lines: Vec<ThemeActLine> = rows.into_iter().map(ThemeActLine::from).collect();
    let told = lines.iter().filter(|line| line.act.can_be_undone()).map(|line| line.id);
    let told = id_list(told);
    if told == "[]" {
        return Ok(lines);
    }
    for row in fetch_all!(tx, LineageRow, LINEAGE_OF_ACTS, told)? {
        let Some(line) = lines.iter_mut().find(|line| line.id == row.act_id.0) else { continue };
        for (list, theme) in [(&mut line.from, row.source()), (&mut line.into, row.heir())] {
            if !list.contains(&theme) {
                list.push(theme);
            }
        }
    }
    Ok(lines)
}

/// From which themes one comes, and into which it went, the newest first.
pub async fn lineage(tx: &mut Tx, id: ThemeId) -> StoreResult<(Vec<Lineage>, Vec<Lineage>)> {
    let (mut from, mut into) = (Vec::<Lineage>::new(), Vec::<Lineage>::new());
    for row in fetch_all!(tx, LineageRow, LINEAGE_OF_THEME, id.to_string())? {
        let (list, theme) = if row.into_id.0 == id { (&mut from, row.source()) } else { (&mut into, row.heir()) };
        match list.last_mut().filter(|last| last.act == row.act_id.0) {
            Some(last) => last.themes.push(theme),
            None => list.push(Lineage {
                act: row.act_id.0,
                what: row.act.0,
                themes: vec![theme],
                at: Instant(row.done_at),
                role: row.role.0,
                queue: row.queue.map(|name| name.0),
                undone: row.undone_by.is_some(),
            }),
        }
    }
    Ok((from, into))
}

/// The open themes that came of these (a JSON list of ids) when they were merged or split.
pub async fn heirs(tx: &mut Tx, ids: &str) -> StoreResult<BTreeMap<ThemeId, Vec<ThemeId>>> {
    let mut heirs: BTreeMap<ThemeId, Vec<ThemeId>> = BTreeMap::new();
    for (from, into) in fetch_all!(tx, (Text<ThemeId>, Text<ThemeId>), HEIRS, ids)? {
        heirs.entry(from.0).or_default().push(into.0);
    }
    Ok(heirs)
}
