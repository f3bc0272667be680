//! The published inputs of a session in a list: papers and comments together, by what is asked for.

use super::organisations::AuthorRow;
use super::row::{Text, id_list};
use super::sql::{fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::comment::{Operation, Stance};
use model::domain::ids::{ItemId, SessionId};
use model::domain::input_filter::{InputFilter, Received};
use model::domain::item::ItemKind;
use model::domain::language::Language;
use model::domain::redaction::Redacted;
use model::domain::statistics::Addressee;
use model::domain::time::Instant;
use model::portal::InputLine;
use sqlx::FromRow;

/// Is public in the session `$1`, is asked for by `$3` … `$5`, `$7`, `$8`, `$10` … `$12`, and stands behind the place `$16`, `$17`.
macro_rules! asked {
    ($i:literal, $subgroup:literal) => {
        concat!(
            "r.session_id = $1 AND ",
            $i,
            ".state = 'accepted' AND ($3 = '' OR o.stakeholder_type = $3) AND ($4 = '' OR o.region = $4) AND ($5 = '' OR ",
            $i,
            ".language = $5) AND ($6 = '' OR COALESCE(",
            $subgroup,
            ", 'none') = $6) AND ($7 = '' OR ($7 = 'late' AND ",
            $i,
            ".received_late) OR ($7 = 'in_time' AND NOT ",
            $i,
            ".received_late)) AND ($8 = '' OR o.id = $8) AND ($10 = '' OR r.id = $10) AND ",
            $i,
            ".submitted_at >= $11 AND ",
            $i,
            ".submitted_at < $12 AND (",
            $i,
            ".submitted_at, ",
            $i,
            ".id) < ($16, $17) ORDER BY ",
            $i,
            ".submitted_at DESC, ",
            $i,
            ".id DESC LIMIT $18"
        )
    };
}

/// Under whose names a paper `p` stands besides that of its author.
macro_rules! signed {
    ($rest:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM co_signature g JOIN organisation q ON q.id = g.organisation_id AND q.approved_at IS NOT NULL WHERE g.paper_id = p.id AND g.taken_back_at IS NULL",
            $rest,
            ")"
        )
    };
}

macro_rules! paper {
    ($rest:literal) => {
        concat!(
            "SELECT 'paper' AS kind, p.id AS item_id, p.title, p.redacted, p.language, s.code AS subgroup_code, CAST(NULL AS TEXT) AS stance, CAST(NULL AS TEXT) AS operation, p.submitted_at, p.received_late, o.id AS organisation_id, COALESCE(p.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM round r JOIN paper p ON p.round_id = r.id JOIN organisation o ON o.id = p.organisation_id LEFT JOIN subgroup s ON s.id = p.subgroup_id WHERE ",
            $rest
        )
    };
}

macro_rules! comment {
    ($rest:literal) => {
        concat!(
            "SELECT 'comment' AS kind, c.id AS item_id, v.citation AS title, '[]' AS redacted, c.language, s.code AS subgroup_code, c.stance, c.operation, c.submitted_at, c.received_late, o.id AS organisation_id, COALESCE(c.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM round r JOIN comment c ON c.round_id = r.id JOIN provision v ON v.id = c.provision_id JOIN organisation o ON o.id = c.organisation_id LEFT JOIN subgroup s ON s.id = c.queue_id WHERE ",
            $rest
        )
    };
}

/// Each kind is cut before they meet.
macro_rules! both {
    ($tail:literal) => {
        concat!(
            "SELECT * FROM (SELECT * FROM (",
            paper!("$2 <> 'comment' AND $13 = '' AND $14 = '' AND $15 <> 'proposals' AND ($15 <> 'joint' OR "),
            signed!(""),
            ") AND ($9 = '' OR ",
            signed!(" AND g.organisation_id = $9"),
            ") AND ",
            asked!("p", "p.subgroup_id"),
            ") a UNION ALL SELECT * FROM (",
            comment!(
                "$2 <> 'paper' AND $9 = '' AND $15 <> 'joint' AND ($15 <> 'proposals' OR c.operation <> 'comment_only') AND ($13 = '' OR c.provision_id = $13) AND ($14 = '' OR c.stance = $14) AND "
            ),
            asked!("c", "c.queue_id"),
            ") b) q ",
            $tail
        )
    };
}

statements! {
    PUBLIC = from both "ORDER BY submitted_at DESC, item_id DESC LIMIT $18";
    PAPERS = from paper ids "p.state = 'accepted' AND p.id IN " " ORDER BY p.submitted_at, p.id";
    COMMENTS = from comment ids "c.state = 'accepted' AND c.id IN " " ORDER BY c.submitted_at, c.id";
}

#[derive(FromRow)]
struct Row {
    kind: Text<ItemKind>,
    item_id: Text<ItemId>,
    title: String,
    redacted: Text<Redacted>,
    language: Text<Language>,
    subgroup_code: Option<String>,
    stance: Option<Text<Stance>>,
    operation: Option<Text<Operation>>,
    submitted_at: i64,
    received_late: bool,
    #[sqlx(flatten)]
    author: AuthorRow,
}

impl From<Row> for InputLine {
    fn from(mut row: Row) -> Self {
        row.redacted.0.hide(&mut row.title);
        Self {
            kind: row.kind.0,
            item: row.item_id.0,
            title: row.title,
            language: row.language.0,
            organisation: row.author.into(),
            subgroup_code: row.subgroup_code,
            said: row.stance.zip(row.operation).map(|(stance, operation)| (stance.0, operation.0)),
            at: Instant(row.submitted_at),
            late: row.received_late,
        }
    }
}

/// What is asked for of a session, received from the first instant of `within` on and before the second: the newest first, behind `cursor`.
pub async fn public(
    tx: &mut Tx,
    session: SessionId,
    filter: &InputFilter,
    within: (Instant, Instant),
    cursor: Option<(Instant, ItemId)>,
    limit: i64,
) -> StoreResult<Vec<InputLine>> {
    // No paper proposes words, and no comment bears several names.
    if filter.proposals && filter.joint {
        return Ok(Vec::new());
    }
    let only = if filter.proposals {
        "proposals"
    } else if filter.joint {
        "joint"
    } else {
        ""
    };
    let id = |id: Option<String>| id.unwrap_or_default();
    let (at, behind) = cursor.map_or((i64::MAX, String::new()), |(at, id)| (at.0, id.to_string()));
    let rows = fetch_all!(
        tx,
        Row,
        PUBLIC,
        session.to_string(),
        filter.kind.map_or("", ItemKind::code),
        filter.stakeholder_type.map_or("", |value| value.code()),
        filter.region.map_or("", |value| value.code()),
        filter.language.map_or("", |value| value.code()),
        filter.addressee.map(Addressee::code).unwrap_or_default(),
        filter.received.map_or("", Received::code),
        id(filter.organisation.map(|id| id.to_string())),
        id(filter.signatory.map(|id| id.to_string())),
        id(filter.round.map(|id| id.to_string())),
        within.0.0,
        within.1.0,
        id(filter.provision.map(|id| id.to_string())),
        filter.stance.map_or("", Stance::code),
        only,
        at,
        behind,
        limit,
    )?;
    Ok(rows.into_iter().map(InputLine::from).collect())
}

/// Those of these inputs that are public, the oldest first.
pub async fn of(tx: &mut Tx, items: &[ItemId]) -> StoreResult<Vec<InputLine>> {
    let ids = id_list(items.iter().copied());
    let mut rows = fetch_all!(tx, Row, PAPERS, ids.as_str())?;
    rows.extend(fetch_all!(tx, Row, COMMENTS, ids.as_str())?);
    let mut lines: Vec<_> = rows.into_iter().map(InputLine::from).collect();
    lines.sort_by_key(|line| (line.at, line.item));
    Ok(lines)
}
