//! The queues of moderators: what waits for a decision, in the order of arrival.

use super::organisations::AuthorRow;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::comment::Operation;
use model::domain::ids::{BodyId, ItemId, PersonId, SubgroupId};
use model::domain::item::ItemKind;
use model::domain::language::Language;
use model::domain::queue_filter::{OnlyAsked, QueueFilter, ThemeAsked};
use model::domain::time::Instant;
use model::portal::{QueueLine, QueueView};
use sqlx::FromRow;

/// What is asked for by theme of the input with this id: `$9`, empty for all of them. `$1` is the queue.
macro_rules! themed {
    ($item:literal) => {
        concat!(
            " AND ($9 = '' OR ($9 = 'none' AND NOT EXISTS (SELECT 1 FROM theme_tag g JOIN theme h ON h.id = g.theme_id WHERE g.item_id = ",
            $item,
            " AND g.ended_at IS NULL AND h.ended_at IS NULL AND h.queue_id = $1)) OR EXISTS (SELECT 1 FROM theme_tag g JOIN theme h ON h.id = g.theme_id LEFT JOIN theme b ON b.id = h.parent_id WHERE g.item_id = ",
            $item,
            " AND g.ended_at IS NULL AND h.queue_id = $1 AND (h.id = $9 OR (h.ended_at IS NULL AND (h.parent_id = $9 OR b.parent_id = $9)))))"
        )
    };
}

/// Papers of a queue that are asked for, behind a place in it: `$2` … `$5`, `$9` and `$10` the filter, `$6` and `$7` the place, `$8` how many.
macro_rules! papers {
    ($joined:literal, $of:literal) => {
        concat!(
            "SELECT 'paper' AS kind, p.id AS item_id, p.title, p.language, p.version, p.submitted_at, p.received_late, CAST(NULL AS TEXT) AS operation, o.id AS organisation_id, COALESCE(p.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM paper p JOIN organisation o ON o.id = p.organisation_id ",
            $joined,
            " WHERE p.state = 'submitted' AND ",
            $of,
            " AND $2 <> 'comment' AND ($10 = '' OR ($10 = 'late' AND p.received_late)) AND ($3 = '' OR o.stakeholder_type = $3) AND ($4 = '' OR o.region = $4) AND ($5 = '' OR p.language = $5)",
            themed!("p.id"),
            " AND (p.submitted_at, p.id) > ($6, $7) ORDER BY p.submitted_at, p.id LIMIT $8"
        )
    };
}

/// Both kinds together. Each is cut before they meet: a queue of any length costs what a page costs.
macro_rules! both {
    ($tail:literal) => {
        concat!(
            "SELECT * FROM (SELECT * FROM (",
            papers!("", "p.subgroup_id = $1"),
            ") a UNION ALL SELECT * FROM (SELECT 'comment' AS kind, c.id AS item_id, v.citation AS title, c.language, c.version, c.submitted_at, c.received_late, c.operation, o.id AS organisation_id, COALESCE(c.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM comment c JOIN provision v ON v.id = c.provision_id JOIN organisation o ON o.id = c.organisation_id WHERE c.state = 'submitted' AND c.queue_id = $1 AND $2 <> 'paper' AND ($10 = '' OR ($10 = 'late' AND c.received_late) OR ($10 = 'proposal' AND c.operation <> 'comment_only')) AND ($3 = '' OR o.stakeholder_type = $3) AND ($4 = '' OR o.region = $4) AND ($5 = '' OR c.language = $5)",
            themed!("c.id"),
            " AND (c.submitted_at, c.id) > ($6, $7) ORDER BY c.submitted_at, c.id LIMIT $8) b) q ",
            $tail
        )
    };
}

macro_rules! whole_body {
    ($tail:literal) => {
        concat!(
            "SELECT * FROM (",
            papers!("JOIN round r ON r.id = p.round_id JOIN session n ON n.id = r.session_id", "p.subgroup_id IS NULL AND n.body_id = $1"),
            ") a ",
            $tail
        )
    };
}

statements! {
    WAITING = from both "ORDER BY submitted_at, item_id LIMIT $8";
    WAITING_WHOLE_BODY = from whole_body "ORDER BY submitted_at, item_id";
    // With the queue each is in.
    CHOSEN_PAPERS = ids "SELECT p.subgroup_id AS queue_id, n.body_id, 'paper' AS kind, p.id AS item_id, p.title, p.language, p.version, p.submitted_at, p.received_late, CAST(NULL AS TEXT) AS operation, o.id AS organisation_id, COALESCE(p.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM paper p JOIN organisation o ON o.id = p.organisation_id JOIN round r ON r.id = p.round_id JOIN session n ON n.id = r.session_id WHERE p.state = 'submitted' AND p.id IN " " ORDER BY p.submitted_at, p.id";
    CHOSEN_COMMENTS = ids "SELECT c.queue_id, n.body_id, 'comment' AS kind, c.id AS item_id, v.citation AS title, c.language, c.version, c.submitted_at, c.received_late, c.operation, o.id AS organisation_id, COALESCE(c.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM comment c JOIN provision v ON v.id = c.provision_id JOIN organisation o ON o.id = c.organisation_id JOIN round r ON r.id = c.round_id JOIN session n ON n.id = r.session_id WHERE c.state = 'submitted' AND c.id IN " " ORDER BY c.submitted_at, c.id";
    PLACE = "SELECT submitted_at FROM paper WHERE id = $1 UNION ALL SELECT submitted_at FROM comment WHERE id = $1";
    VIEWS = "SELECT name, query FROM queue_view WHERE person_id = $1 ORDER BY name LIMIT 50";
    KEEP = "INSERT INTO queue_view (person_id, name, query, kept_at) VALUES ($1, $2, $3, $4) ON CONFLICT (person_id, name) DO UPDATE SET query = $3, kept_at = $4";
    FORGET = "DELETE FROM queue_view WHERE person_id = $1 AND name = $2";
}

#[derive(FromRow)]
struct QueueRow {
    kind: Text<ItemKind>,
    item_id: Text<ItemId>,
    title: String,
    language: Text<Language>,
    version: i64,
    submitted_at: i64,
    received_late: bool,
    operation: Option<Text<Operation>>,
    #[sqlx(flatten)]
    author: AuthorRow,
}

impl From<QueueRow> for QueueLine {
    fn from(row: QueueRow) -> Self {
        Self {
            kind: row.kind.0,
            item: row.item_id.0,
            title: row.title,
            language: row.language.0,
            version: row.version,
            organisation: row.author.into(),
            submitted_at: Instant(row.submitted_at),
            own: false,
            late: row.received_late,
            operation: row.operation.map(|operation| operation.0),
            alike: 0,
        }
    }
}

/// A place in a queue: behind this input, or before everything that came at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub at: Instant,
    /// `None`: before all of that instant.
    pub behind: Option<ItemId>,
}

impl Place {
    /// Before everything.
    pub const START: Self = Self { at: Instant(i64::MIN), behind: None };
}

/// What waits in the queue of a subgroup behind `place`, the oldest first. `own`: is said by whoever knows the actor.
pub async fn waiting(tx: &mut Tx, queue: SubgroupId, filter: &QueueFilter, place: &Place, limit: i64) -> StoreResult<Vec<QueueLine>> {
    page(tx, Which::Subgroup, queue.to_string(), filter, place, limit).await
}

/// What waits in the queue of the whole of a body behind `place`, the oldest first.
pub async fn waiting_whole_body(tx: &mut Tx, body: BodyId, filter: &QueueFilter, place: &Place, limit: i64) -> StoreResult<Vec<QueueLine>> {
    page(tx, Which::WholeBody, body.to_string(), filter, place, limit).await
}

#[derive(Clone, Copy)]
enum Which {
    Subgroup,
    WholeBody,
}

async fn page(tx: &mut Tx, which: Which, of: String, filter: &QueueFilter, place: &Place, limit: i64) -> StoreResult<Vec<QueueLine>> {
    let kind = filter.kind.map_or("", ItemKind::code);
    let stakeholder_type = filter.stakeholder_type.map_or("", |value| value.code());
    let region = filter.region.map_or("", |value| value.code());
    let language = filter.language.map_or("", |value| value.code());
    let theme = filter.theme.map_or_else(String::new, ThemeAsked::code);
    let only = filter.only.map_or("", OnlyAsked::code);
    let behind = place.behind.map(|id| id.to_string()).unwrap_or_default();
    let rows = match which {
        Which::Subgroup => {
            fetch_all!(tx, QueueRow, WAITING, of, kind, stakeholder_type, region, language, place.at.0, behind, limit, theme, only)?
        }
        Which::WholeBody => fetch_all!(
            tx,
            QueueRow,
            WAITING_WHOLE_BODY,
            of,
            kind,
            stakeholder_type,
            region,
            language,
            place.at.0,
            behind,
            limit,
            theme,
            only
        )?,
    };
    Ok(rows.into_iter().map(QueueLine::from).collect())
}

#[derive(FromRow)]
struct ChosenRow {
    queue_id: Option<Text<SubgroupId>>,
    body_id: Text<BodyId>,
    #[sqlx(flatten)]
    line: QueueRow,
}

/// An input that waits, with the queue it is in.
#[derive(Debug)]
pub struct Chosen {
    /// `None`: that of the whole body.
    pub queue: Option<SubgroupId>,
    pub body: BodyId,
    pub line: QueueLine,
}

/// Those of these inputs (JSON lists of ids) that wait for a decision, the oldest first.
pub async fn chosen(tx: &mut Tx, papers: &str, comments: &str) -> StoreResult<Vec<Chosen>> {
    let mut rows = fetch_all!(tx, ChosenRow, CHOSEN_PAPERS, papers)?;
    rows.extend(fetch_all!(tx, ChosenRow, CHOSEN_COMMENTS, comments)?);
    let chosen = |row: ChosenRow| Chosen { queue: row.queue_id.map(|id| id.0), body: row.body_id.0, line: row.line.into() };
    let mut all: Vec<_> = rows.into_iter().map(chosen).collect();
    all.sort_by_key(|one| (one.line.submitted_at, one.line.item));
    Ok(all)
}

/// When an input arrived that was ever submitted.
pub async fn arrival(tx: &mut Tx, item: ItemId) -> StoreResult<Option<Instant>> {
    Ok(fetch_optional!(tx, (Option<i64>,), PLACE, item.to_string())?.and_then(|(at,)| at.map(Instant)))
}

/// The views of queues that somebody keeps, by name.
pub async fn views(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<QueueView>> {
    let rows = fetch_all!(tx, (String, String), VIEWS, person.to_string())?;
    Ok(rows.into_iter().map(|(name, query)| QueueView { name, query }).collect())
}

pub async fn keep_view(tx: &mut Tx, person: PersonId, view: &QueueView, at: Instant) -> StoreResult<()> {
    execute!(tx, KEEP, person.to_string(), view.name.as_str(), view.query.as_str(), at.0).map(|_| ())
}

pub async fn forget_view(tx: &mut Tx, person: PersonId, name: &str) -> StoreResult<()> {
    execute!(tx, FORGET, person.to_string(), name).map(|_| ())
}
