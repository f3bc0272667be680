//! Which input bears which theme. A theme counts where it belongs: what went to another queue keeps its themes and does not show them there.

use super::organisations::AuthorRow;
use super::row::{Text, id_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::themes::Place;
use super::{StoreResult, Tx};
use model::domain::ids::{ItemId, PersonId, ThemeActId, ThemeId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Language;
use model::domain::redaction::Redacted;
use model::domain::themes::ThemeName;
use model::domain::time::Instant;
use model::portal::{Tag, ThemeRef, ThemedLine};
use sqlx::FromRow;
use std::collections::{BTreeMap, HashMap};

/// What is in the queue of its theme `h`, of the tags `g`.
macro_rules! there {
    ($rest:literal) => {
        concat!(
            "FROM theme_tag g JOIN theme h ON h.id = g.theme_id LEFT JOIN paper p ON g.item_kind = 'paper' AND p.id = g.item_id LEFT JOIN comment c ON g.item_kind = 'comment' AND c.id = g.item_id WHERE g.ended_at IS NULL AND COALESCE(p.subgroup_id, c.queue_id, h.body_id) = h.queue_id ",
            $rest
        )
    };
}

/// Each theme, and each that stands above it, with the inputs that bear it: `$1` says what is counted, `$2` of which inputs.
macro_rules! counted {
    ($states:literal, $tail:literal) => {
        concat!(
            "SELECT k.theme_id, COUNT(DISTINCT k.item_id), COUNT(DISTINCT CASE WHEN k.state = 'submitted' THEN k.item_id END) FROM (SELECT h.id AS theme_id, g.item_id, COALESCE(p.state, c.state) AS state ",
            there!("AND h.ended_at IS NULL AND h.queue_id = $1"),
            " UNION ALL SELECT h.parent_id, g.item_id, COALESCE(p.state, c.state) ",
            there!("AND h.ended_at IS NULL AND h.queue_id = $1 AND h.parent_id IS NOT NULL"),
            " UNION ALL SELECT b.parent_id, g.item_id, COALESCE(p.state, c.state) FROM theme_tag g JOIN theme h ON h.id = g.theme_id JOIN theme b ON b.id = h.parent_id LEFT JOIN paper p ON g.item_kind = 'paper' AND p.id = g.item_id LEFT JOIN comment c ON g.item_kind = 'comment' AND c.id = g.item_id WHERE g.ended_at IS NULL AND COALESCE(p.subgroup_id, c.queue_id, h.body_id) = h.queue_id AND h.ended_at IS NULL AND h.queue_id = $1 AND b.parent_id IS NOT NULL) k WHERE k.state IN ",
            $states,
            $tail
        )
    };
}

macro_rules! counts {
    ($tail:literal) => {
        counted!("('submitted', 'accepted', 'returned', 'declined')", $tail)
    };
}

macro_rules! public_counts {
    ($tail:literal) => {
        counted!("('accepted')", $tail)
    };
}

/// Inputs `y` with what a list says of them.
macro_rules! inputs {
    ($of:literal) => {
        concat!(
            "SELECT y.item_kind, y.item_id, COALESCE(p.title, v.citation) AS title, COALESCE(p.redacted, '[]') AS redacted, COALESCE(p.language, c.language) AS language, COALESCE(p.state, c.state) AS state, COALESCE(p.submitted_at, c.submitted_at) AS submitted_at, o.id AS organisation_id, COALESCE(p.submitted_as, c.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM (",
            $of,
            ") y LEFT JOIN paper p ON y.item_kind = 'paper' AND p.id = y.item_id LEFT JOIN comment c ON y.item_kind = 'comment' AND c.id = y.item_id LEFT JOIN provision v ON v.id = c.provision_id JOIN organisation o ON o.id = COALESCE(p.organisation_id, c.organisation_id) "
        )
    };
}

/// What bears a theme itself, in its queue.
macro_rules! own {
    ($rest:literal) => {
        concat!(
            inputs!("SELECT g.item_kind, g.item_id, h.queue_id, h.body_id FROM theme_tag g JOIN theme h ON h.id = g.theme_id WHERE g.ended_at IS NULL AND g.theme_id = $1"),
            "WHERE COALESCE(p.state, c.state) IN ('submitted', 'accepted', 'returned', 'declined') AND COALESCE(p.subgroup_id, c.queue_id, y.body_id) = y.queue_id ",
            $rest
        )
    };
}

/// Of some inputs those that bear a theme, `$2`.
macro_rules! among {
    ($rest:literal) => {
        concat!(inputs!("SELECT g.item_kind, g.item_id FROM theme_tag g WHERE g.ended_at IS NULL AND g.theme_id = $2"), $rest)
    };
}

/// What is public and bears a theme or one below it.
macro_rules! public {
    ($rest:literal) => {
        concat!(
            inputs!("SELECT DISTINCT g.item_kind, g.item_id, h.queue_id, h.body_id FROM theme_tag g JOIN theme h ON h.id = g.theme_id AND h.ended_at IS NULL LEFT JOIN theme b ON b.id = h.parent_id WHERE g.ended_at IS NULL AND (h.id = $1 OR h.parent_id = $1 OR b.parent_id = $1)"),
            "WHERE COALESCE(p.state, c.state) = 'accepted' AND COALESCE(p.subgroup_id, c.queue_id, y.body_id) = y.queue_id ",
            $rest
        )
    };
}

statements! {
    PUT = "INSERT INTO theme_tag (theme_id, item_id, number, item_kind, set_at, set_by) SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), (SELECT COUNT(*) + 1 FROM theme_tag n WHERE n.theme_id = $1 AND n.item_id = $2), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS TEXT) WHERE NOT EXISTS (SELECT 1 FROM theme_tag n WHERE n.theme_id = $1 AND n.item_id = $2 AND n.ended_at IS NULL)";
    TAKE = "UPDATE theme_tag SET ended_at = $3, ended_by = $4 WHERE theme_id = $1 AND item_id = $2 AND ended_at IS NULL";
    MERGE = ids "INSERT INTO theme_tag (theme_id, item_id, number, item_kind, set_at, set_by, set_act) SELECT DISTINCT CAST($2 AS TEXT), g.item_id, CAST(1 AS BIGINT), g.item_kind, CAST($3 AS BIGINT), CAST($4 AS TEXT), CAST($5 AS TEXT) FROM theme_tag g WHERE g.ended_at IS NULL AND g.theme_id IN " "";
    SORT = ids "INSERT INTO theme_tag (theme_id, item_id, number, item_kind, set_at, set_by, set_act) SELECT CAST($3 AS TEXT), g.item_id, CAST(1 AS BIGINT), g.item_kind, CAST($4 AS BIGINT), CAST($5 AS TEXT), CAST($6 AS TEXT) FROM theme_tag g WHERE g.ended_at IS NULL AND g.theme_id = $2 AND g.item_id IN " "";
    SORT_REST = ids "INSERT INTO theme_tag (theme_id, item_id, number, item_kind, set_at, set_by, set_act) SELECT CAST($3 AS TEXT), g.item_id, CAST(1 AS BIGINT), g.item_kind, CAST($4 AS BIGINT), CAST($5 AS TEXT), CAST($6 AS TEXT) FROM theme_tag g WHERE g.ended_at IS NULL AND g.theme_id = $2 AND g.item_id NOT IN " "";
    UNDO = ids "UPDATE theme_tag SET ended_at = $2, ended_by = $3, ended_act = $4 WHERE ended_at IS NULL AND theme_id IN " "";
    OF_ITEM = "SELECT h.id, h.name, h.language, g.set_at, x.full_name, g.set_act FROM theme_tag g JOIN theme h ON h.id = g.theme_id LEFT JOIN person x ON x.id = g.set_by AND x.deleted_at IS NULL WHERE g.item_id = $1 AND g.ended_at IS NULL AND h.ended_at IS NULL AND h.queue_id = $2 ORDER BY h.name, h.id";
    THROUGH = "SELECT l.into_id, f.name FROM theme_tag g JOIN theme_lineage l ON l.act_id = g.set_act AND l.into_id = g.theme_id JOIN theme f ON f.id = l.from_id JOIN theme_tag t ON t.theme_id = l.from_id AND t.item_id = g.item_id AND t.ended_at IS NULL WHERE g.item_id = $1 AND g.ended_at IS NULL ORDER BY l.into_id, f.name, f.id";
    PUBLIC_OF_ITEM = "SELECT h.id, h.name, h.language FROM theme_tag g JOIN theme h ON h.id = g.theme_id LEFT JOIN paper p ON g.item_kind = 'paper' AND p.id = g.item_id LEFT JOIN comment c ON g.item_kind = 'comment' AND c.id = g.item_id WHERE g.item_id = $1 AND g.ended_at IS NULL AND h.ended_at IS NULL AND COALESCE(p.state, c.state) = 'accepted' AND COALESCE(p.subgroup_id, c.queue_id, h.body_id) = h.queue_id ORDER BY h.name, h.id";
    COUNTS = from counts " GROUP BY k.theme_id ORDER BY k.theme_id";
    PUBLIC_COUNTS = from public_counts " GROUP BY k.theme_id ORDER BY k.theme_id";
    WITHOUT_PAPERS = "SELECT COUNT(*) FROM paper p WHERE p.state = 'submitted' AND p.subgroup_id = $1 AND NOT EXISTS (SELECT 1 FROM theme_tag g JOIN theme h ON h.id = g.theme_id WHERE g.item_id = p.id AND g.ended_at IS NULL AND h.ended_at IS NULL AND h.queue_id = $1)";
    WITHOUT_COMMENTS = "SELECT COUNT(*) FROM comment c WHERE c.state = 'submitted' AND c.queue_id = $1 AND NOT EXISTS (SELECT 1 FROM theme_tag g JOIN theme h ON h.id = g.theme_id WHERE g.item_id = c.id AND g.ended_at IS NULL AND h.ended_at IS NULL AND h.queue_id = $1)";
    WITHOUT_WHOLE_BODY = "SELECT COUNT(*) FROM paper p JOIN round r ON r.id = p.round_id JOIN session n ON n.id = r.session_id WHERE p.state = 'submitted' AND p.subgroup_id IS NULL AND n.body_id = $1 AND NOT EXISTS (SELECT 1 FROM theme_tag g JOIN theme h ON h.id = g.theme_id WHERE g.item_id = p.id AND g.ended_at IS NULL AND h.ended_at IS NULL AND h.queue_id = $1)";
    OWN = from own "ORDER BY submitted_at DESC, y.item_id DESC LIMIT $2";
    OWN_AFTER = from own "AND (COALESCE(p.submitted_at, c.submitted_at), y.item_id) < ($3, $4) ORDER BY submitted_at DESC, y.item_id DESC LIMIT $2";
    AMONG = from among ids "WHERE y.item_id IN " " ORDER BY y.item_id";
    PUBLIC = from public "ORDER BY submitted_at DESC, y.item_id DESC LIMIT $2";
    PUBLIC_AFTER = from public "AND (COALESCE(p.submitted_at, c.submitted_at), y.item_id) < ($3, $4) ORDER BY submitted_at DESC, y.item_id DESC LIMIT $2";
    // Whether it ever was public: borne by something that is, when it ended.
    WAS_PUBLIC = "SELECT CAST(1 AS BIGINT) FROM theme_tag g LEFT JOIN paper p ON g.item_kind = 'paper' AND p.id = g.item_id LEFT JOIN comment c ON g.item_kind = 'comment' AND c.id = g.item_id JOIN theme h ON h.id = g.theme_id WHERE g.theme_id = $1 AND g.ended_at IS NULL AND COALESCE(p.state, c.state) = 'accepted' AND COALESCE(p.subgroup_id, c.queue_id, h.body_id) = h.queue_id LIMIT 1";
    HOW_MANY = "SELECT COUNT(*) FROM theme_tag WHERE theme_id = $1 AND ended_at IS NULL";
    // What the newest of those that bear it say, as it was put on the record.
    SAMPLE = "SELECT g.item_kind, r.content FROM theme_tag g LEFT JOIN paper p ON g.item_kind = 'paper' AND p.id = g.item_id LEFT JOIN comment c ON g.item_kind = 'comment' AND c.id = g.item_id JOIN receipt r ON r.id = (SELECT n.id FROM receipt n WHERE n.item_id = g.item_id ORDER BY n.received_at DESC, n.id DESC LIMIT 1) WHERE g.theme_id = $1 AND g.ended_at IS NULL AND COALESCE(p.state, c.state) IN ('submitted', 'accepted', 'returned', 'declined') ORDER BY g.set_at DESC, g.item_id DESC LIMIT $2";
    PAIRS = ids "SELECT theme_id, item_id FROM theme_tag WHERE ended_at IS NULL AND theme_id IN " " ORDER BY theme_id, item_id";
}

/// Who puts or takes a theme, when.
#[derive(Debug, Clone, Copy)]
pub struct By {
    pub person: PersonId,
    pub at: Instant,
}

/// Puts a theme to an input; answers whether it bore it not yet.
pub async fn put(tx: &mut Tx, theme: ThemeId, (kind, item): (ItemKind, ItemId), by: By) -> StoreResult<bool> {
    let touched = execute!(tx, PUT, theme.to_string(), item.to_string(), kind.code(), by.at.0, by.person.to_string())?;
    Ok(touched > 0)
}

/// Takes a theme from an input; answers whether it bore it.
pub async fn take(tx: &mut Tx, theme: ThemeId, item: ItemId, by: By) -> StoreResult<bool> {
    Ok(execute!(tx, TAKE, theme.to_string(), item.to_string(), by.at.0, by.person.to_string())? > 0)
}

/// Puts `into` to whatever bears one of these themes.
pub async fn merge(tx: &mut Tx, from: &[ThemeId], into: ThemeId, act: ThemeActId, by: By) -> StoreResult<u64> {
    execute!(tx, MERGE, id_list(from), into.to_string(), by.at.0, by.person.to_string(), act.to_string())
}

/// Puts to whatever bears `of` the theme into which it was sorted, and `rest` to what was not.
pub async fn split(
    tx: &mut Tx,
    of: ThemeId,
    sorted: &BTreeMap<ItemId, ThemeId>,
    rest: ThemeId,
    act: ThemeActId,
    by: By,
) -> StoreResult<()> {
    let mut parts: BTreeMap<ThemeId, Vec<ItemId>> = BTreeMap::new();
    for (item, part) in sorted {
        parts.entry(*part).or_default().push(*item);
    }
    let (of, person, act) = (of.to_string(), by.person.to_string(), act.to_string());
    for (part, items) in parts {
        execute!(tx, SORT, id_list(items), of.as_str(), part.to_string(), by.at.0, person.as_str(), act.as_str())?;
    }
    execute!(tx, SORT_REST, id_list(sorted.keys()), of.as_str(), rest.to_string(), by.at.0, person.as_str(), act.as_str()).map(|_| ())
}

/// Takes from everything the themes that a merging or splitting made.
pub async fn undo(tx: &mut Tx, made: &[ThemeId], act: ThemeActId, by: By) -> StoreResult<u64> {
    execute!(tx, UNDO, id_list(made), by.at.0, by.person.to_string(), act.to_string())
}

#[derive(FromRow)]
struct TagRow {
    id: Text<ThemeId>,
    name: String,
    language: Text<Language>,
    set_at: i64,
    full_name: Option<String>,
    set_act: Option<Text<ThemeActId>>,
}

/// The themes of its queue that an input bears.
pub async fn of_item(tx: &mut Tx, item: ItemId, place: Place) -> StoreResult<Vec<Tag>> {
    let rows = fetch_all!(tx, TagRow, OF_ITEM, item.to_string(), place.key())?;
    let mut through: HashMap<ThemeId, Vec<String>> = HashMap::new();
    if rows.iter().any(|row| row.set_act.is_some()) {
        for (theme, name) in fetch_all!(tx, (Text<ThemeId>, String), THROUGH, item.to_string())? {
            through.entry(theme.0).or_default().push(name);
        }
    }
    let tag = |row: TagRow| Tag {
        through: through.remove(&row.id.0).unwrap_or_default(),
        theme: ThemeRef { id: row.id.0, name: ThemeName { text: row.name, language: row.language.0 } },
        at: Instant(row.set_at),
        by: row.full_name,
    };
    Ok(rows.into_iter().map(tag).collect())
}

/// The themes of an input that is public.
pub async fn public_of_item(tx: &mut Tx, item: ItemId) -> StoreResult<Vec<ThemeRef>> {
    let rows = fetch_all!(tx, (Text<ThemeId>, String, Text<Language>), PUBLIC_OF_ITEM, item.to_string())?;
    let theme = |(id, text, language): (Text<ThemeId>, String, Text<Language>)| ThemeRef {
        id: id.0,
        name: ThemeName { text, language: language.0 },
    };
    Ok(rows.into_iter().map(theme).collect())
}

/// How many inputs bear each open theme of a queue or one below it, and how many of these wait for a decision. `public`: only those that are.
pub async fn counts(tx: &mut Tx, place: Place, public: bool) -> StoreResult<HashMap<ThemeId, (i64, i64)>> {
    let sql = if public { PUBLIC_COUNTS } else { COUNTS };
    let rows = fetch_all!(tx, (Text<ThemeId>, i64, i64), sql, place.key())?;
    Ok(rows.into_iter().map(|(id, all, waiting)| (id.0, (all, waiting))).collect())
}

/// How many inputs wait in a queue without a theme.
pub async fn without(tx: &mut Tx, place: Place) -> StoreResult<i64> {
    let statements: &[_] = if place.subgroup.is_some() { &[WITHOUT_PAPERS, WITHOUT_COMMENTS] } else { &[WITHOUT_WHOLE_BODY] };
    let mut all = 0;
    for sql in statements {
        all += fetch_optional!(tx, (i64,), sql, place.key())?.map_or(0, |(n,)| n);
    }
    Ok(all)
}

#[derive(FromRow)]
struct LineRow {
    item_kind: Text<ItemKind>,
    item_id: Text<ItemId>,
    title: String,
    redacted: Text<Redacted>,
    language: Text<Language>,
    state: Text<ItemState>,
    submitted_at: i64,
    #[sqlx(flatten)]
    author: AuthorRow,
}

impl From<LineRow> for ThemedLine {
    fn from(mut row: LineRow) -> Self {
        row.redacted.0.hide(&mut row.title);
        Self {
            kind: row.item_kind.0,
            item: row.item_id.0,
            title: row.title,
            language: row.language.0,
            state: row.state.0,
            organisation: row.author.into(),
            submitted_at: Instant(row.submitted_at),
        }
    }
}

/// What bears a theme itself, the newest first, after `cursor`.
pub async fn inputs(tx: &mut Tx, id: ThemeId, cursor: Option<(Instant, ItemId)>, limit: i64) -> StoreResult<Vec<ThemedLine>> {
    let rows = match cursor {
        None => fetch_all!(tx, LineRow, OWN, id.to_string(), limit)?,
        Some((at, item)) => fetch_all!(tx, LineRow, OWN_AFTER, id.to_string(), limit, at.0, item.to_string())?,
    };
    Ok(rows.into_iter().map(ThemedLine::from).collect())
}

/// Of these inputs (a JSON list of ids) those that bear a theme.
pub async fn among(tx: &mut Tx, id: ThemeId, items: &str) -> StoreResult<Vec<ThemedLine>> {
    Ok(fetch_all!(tx, LineRow, AMONG, items, id.to_string())?.into_iter().map(ThemedLine::from).collect())
}

/// What is public and bears a theme or one below it, the newest first, after `cursor`.
pub async fn public(tx: &mut Tx, id: ThemeId, cursor: Option<(Instant, ItemId)>, limit: i64) -> StoreResult<Vec<ThemedLine>> {
    let rows = match cursor {
        None => fetch_all!(tx, LineRow, PUBLIC, id.to_string(), limit)?,
        Some((at, item)) => fetch_all!(tx, LineRow, PUBLIC_AFTER, id.to_string(), limit, at.0, item.to_string())?,
    };
    Ok(rows.into_iter().map(ThemedLine::from).collect())
}

/// Whether something that is public bears a theme itself, or bore it when it ended.
pub async fn was_public(tx: &mut Tx, id: ThemeId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i64,), WAS_PUBLIC, id.to_string())?.is_some())
}

/// How many inputs bear a theme, wherever they are.
pub async fn how_many(tx: &mut Tx, id: ThemeId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), HOW_MANY, id.to_string())?.map_or(0, |(n,)| n))
}

/// The records of the newest inputs that bear a theme.
pub async fn sample(tx: &mut Tx, id: ThemeId, limit: i64) -> StoreResult<Vec<(ItemKind, String)>> {
    let rows = fetch_all!(tx, (Text<ItemKind>, String), SAMPLE, id.to_string(), limit)?;
    Ok(rows.into_iter().map(|(kind, content)| (kind.0, content)).collect())
}

/// Which inputs bear which of these themes (a JSON list of ids).
pub async fn pairs(tx: &mut Tx, ids: &str) -> StoreResult<Vec<(ThemeId, ItemId)>> {
    let rows = fetch_all!(tx, (Text<ThemeId>, Text<ItemId>), PAIRS, ids)?;
    Ok(rows.into_iter().map(|(theme, item)| (theme.0, item.0)).collect())
}
