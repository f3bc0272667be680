//! Rounds with the window in force, and the ledger behind it.

use super::row::{Text, localized, localized_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::accreditation::Reach;
use model::domain::body::{Body, Day, Mode, Session};
use model::domain::ids::{BodyId, DraftVersionId, LedgerEntryId, OrganisationId, PaperId, RoundId, SessionId, SubgroupId};
use model::domain::language::LocalizedText;
use model::domain::role::RoleName;
use model::domain::round::{LedgerEntry, LedgerKind, Round, RoundKind};
use model::domain::time::Instant;
use model::domain::window::Window;
use model::portal::RoundLine;
use sqlx::FromRow;

/// A round with its session, its body and the ledger entry in force.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.kind, r.title, r.call, r.draft_version_id, r.subgroup_id, r.reach, r.questions, ",
            "e.id AS entry_id, e.opens_at, e.closes_at, e.time_zone, ",
            "s.id AS session_id, s.code AS session_code, s.title AS session_title, s.starts_on, s.ends_on, s.city, ",
            "s.time_zone AS session_zone, s.mode, s.demonstration, ",
            "b.id AS body_id, b.code AS body_code, b.name AS body_name, b.short_name, b.description ",
            "FROM round r JOIN session s ON s.id = r.session_id JOIN body b ON b.id = s.body_id ",
            "JOIN ledger_entry e ON e.round_id = r.id AND e.number = (SELECT MAX(number) FROM ledger_entry WHERE round_id = r.id AND sets_window) ",
            $rest
        )
    };
}

statements! {
    BY_ID = from line "WHERE r.id = $1";
    LATEST = from line "ORDER BY e.closes_at DESC, r.id LIMIT 60";
    OF_BODY = from line "WHERE b.id = $1 ORDER BY e.closes_at DESC, r.id LIMIT 60";
    OF_SUBGROUP = from line "WHERE b.id = $1 AND (r.subgroup_id IS NULL OR r.subgroup_id = $2) ORDER BY e.closes_at DESC, r.id LIMIT 60";
    OF_SESSION = from line "WHERE s.id = $1 ORDER BY e.closes_at, r.id";
    MADE_SINCE = from line "WHERE s.id = $1 AND r.created_at > $2 ORDER BY r.created_at, r.id";
    OF_DRAFT = from line "WHERE r.draft_version_id = $1 ORDER BY e.closes_at DESC, r.id";
    // Of several, the one that closes last gives most time.
    OFFERING = from line "WHERE r.id IN (SELECT f.round_id FROM co_signing_offer f WHERE f.paper_id = $1) ORDER BY e.closes_at DESC, r.id LIMIT 20";
    OF_PERSON = from line "WHERE r.id IN (SELECT p.round_id FROM paper p JOIN membership m ON m.organisation_id = p.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL UNION SELECT c.round_id FROM comment c JOIN membership n ON n.organisation_id = c.organisation_id WHERE n.person_id = $1 AND n.ended_at IS NULL UNION SELECT i.round_id FROM inscription i JOIN membership k ON k.organisation_id = i.organisation_id WHERE k.person_id = $1 AND k.ended_at IS NULL AND i.withdrawn_at IS NULL UNION SELECT a.round_id FROM accreditation a JOIN membership q ON q.organisation_id = a.organisation_id WHERE q.person_id = $1 AND q.ended_at IS NULL AND a.status <> 'withdrawn' UNION SELECT g.round_id FROM co_signature g JOIN membership h ON h.organisation_id = g.organisation_id WHERE h.person_id = $1 AND h.ended_at IS NULL AND g.taken_back_at IS NULL) ORDER BY e.closes_at DESC, r.id LIMIT 200";
    OF_READER = from line "WHERE b.id IN (SELECT g.body_id FROM subgroup g WHERE g.id IN (SELECT f.subgroup_id FROM subgroup_follower f WHERE f.person_id = $1 UNION SELECT sm.subgroup_id FROM subgroup_membership sm JOIN membership m ON m.organisation_id = sm.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL AND sm.joined_at IS NOT NULL AND sm.ended_at IS NULL UNION SELECT t.scope_id FROM role t WHERE t.person_id = $1 AND t.scope_kind = 'subgroup' AND t.ended_at IS NULL) UNION SELECT o.scope_id FROM role o WHERE o.person_id = $1 AND o.scope_kind = 'body' AND o.ended_at IS NULL) OR r.id IN (SELECT p.round_id FROM paper p JOIN membership m ON m.organisation_id = p.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL UNION SELECT c.round_id FROM comment c JOIN membership n ON n.organisation_id = c.organisation_id WHERE n.person_id = $1 AND n.ended_at IS NULL UNION SELECT i.round_id FROM inscription i JOIN membership k ON k.organisation_id = i.organisation_id WHERE k.person_id = $1 AND k.ended_at IS NULL AND i.withdrawn_at IS NULL UNION SELECT a.round_id FROM accreditation a JOIN membership q ON q.organisation_id = a.organisation_id WHERE q.person_id = $1 AND q.ended_at IS NULL AND a.status <> 'withdrawn' UNION SELECT g.round_id FROM co_signature g JOIN membership h ON h.organisation_id = g.organisation_id WHERE h.person_id = $1 AND h.ended_at IS NULL AND g.taken_back_at IS NULL) ORDER BY e.closes_at DESC, r.id LIMIT 200";
    LOCK = "UPDATE round SET id = id WHERE id = $1";
    LAST_NUMBER = "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM ledger_entry WHERE round_id = $1";
    ENTRY = "SELECT id, round_id, number, kind, opens_at, closes_at, time_zone, reason, by_role, recorded_at FROM ledger_entry WHERE id = $1";
    INSERT = "INSERT INTO round (id, session_id, kind, title, call, draft_version_id, created_at, subgroup_id, questions, reach) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    INSERT_ENTRY = "INSERT INTO ledger_entry (id, round_id, number, kind, opens_at, closes_at, time_zone, reason, by_role, recorded_at, sets_window) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
}

#[derive(FromRow)]
struct LineRow {
    id: Text<RoundId>,
    kind: Text<RoundKind>,
    title: Text<LocalizedText>,
    call: Text<LocalizedText>,
    draft_version_id: Option<Text<DraftVersionId>>,
    subgroup_id: Option<Text<SubgroupId>>,
    reach: Option<Text<Reach>>,
    questions: Text<Vec<LocalizedText>>,
    entry_id: Text<LedgerEntryId>,
    opens_at: i64,
    closes_at: i64,
    time_zone: String,
    session_id: Text<SessionId>,
    session_code: String,
    session_title: Text<LocalizedText>,
    starts_on: String,
    ends_on: String,
    city: Text<LocalizedText>,
    session_zone: String,
    mode: Text<Mode>,
    demonstration: bool,
    body_id: Text<BodyId>,
    body_code: String,
    body_name: Text<LocalizedText>,
    short_name: Text<LocalizedText>,
    description: Text<LocalizedText>,
}

impl From<LineRow> for RoundLine {
    fn from(row: LineRow) -> Self {
        Self {
            round: Round {
                id: row.id.0,
                session: row.session_id.0,
                body: row.body_id.0,
                kind: row.kind.0,
                title: row.title.0,
                call: row.call.0,
                draft_version: row.draft_version_id.map(|id| id.0),
                subgroup: row.subgroup_id.map(|id| id.0),
                reach: row.reach.map(|reach| reach.0),
                questions: row.questions.0,
                window: Window {
                    entry: row.entry_id.0,
                    opens_at: Instant(row.opens_at),
                    closes_at: Instant(row.closes_at),
                    grants: Vec::new(),
                },
                time_zone: row.time_zone,
                demonstration: row.demonstration,
            },
            session: Session {
                id: row.session_id.0,
                body: row.body_id.0,
                code: row.session_code,
                title: row.session_title.0,
                starts_on: Day(row.starts_on),
                ends_on: Day(row.ends_on),
                city: row.city.0,
                time_zone: row.session_zone,
                mode: row.mode.0,
                demonstration: row.demonstration,
            },
            body: Body {
                id: row.body_id.0,
                code: row.body_code,
                name: row.body_name.0,
                short_name: row.short_name.0,
                description: row.description.0,
            },
        }
    }
}

fn lines(rows: Vec<LineRow>) -> Vec<RoundLine> {
    rows.into_iter().map(RoundLine::from).collect()
}

/// The round, without grants.
pub async fn by_id(tx: &mut Tx, id: RoundId) -> StoreResult<Option<RoundLine>> {
    Ok(fetch_optional!(tx, LineRow, BY_ID, id.to_string())?.map(RoundLine::from))
}

/// The round with the grants that `organisation` holds in it: what an act of that organisation is judged by.
pub async fn for_organisation(tx: &mut Tx, id: RoundId, organisation: OrganisationId) -> StoreResult<Option<RoundLine>> {
    let Some(mut line) = by_id(tx, id).await? else { return Ok(None) };
    line.round.window.grants = super::grants::of_organisation(tx, id, organisation).await?;
    Ok(Some(line))
}

/// The rounds with the latest deadlines, over all bodies.
pub async fn latest(tx: &mut Tx) -> StoreResult<Vec<RoundLine>> {
    fetch_all!(tx, LineRow, LATEST).map(lines)
}

pub async fn of_body(tx: &mut Tx, body: BodyId) -> StoreResult<Vec<RoundLine>> {
    fetch_all!(tx, LineRow, OF_BODY, body.to_string()).map(lines)
}

/// The rounds of a body that concern a subgroup of it: all but those addressed to another one.
pub async fn of_subgroup(tx: &mut Tx, body: BodyId, subgroup: SubgroupId) -> StoreResult<Vec<RoundLine>> {
    fetch_all!(tx, LineRow, OF_SUBGROUP, body.to_string(), subgroup.to_string()).map(lines)
}

/// The rounds of a session that were called after `since`.
pub async fn made_since(tx: &mut Tx, session: SessionId, since: Instant) -> StoreResult<Vec<RoundLine>> {
    fetch_all!(tx, LineRow, MADE_SINCE, session.to_string(), since.0).map(lines)
}

pub async fn of_session(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<RoundLine>> {
    fetch_all!(tx, LineRow, OF_SESSION, session.to_string()).map(lines)
}

/// The rounds that call for comments on a draft version.
pub async fn of_draft(tx: &mut Tx, draft: DraftVersionId) -> StoreResult<Vec<RoundLine>> {
    fetch_all!(tx, LineRow, OF_DRAFT, draft.to_string()).map(lines)
}

/// The rounds of co-signing in which a paper is offered, the one that closes last first.
pub async fn offering(tx: &mut Tx, paper: PaperId) -> StoreResult<Vec<RoundLine>> {
    fetch_all!(tx, LineRow, OFFERING, paper.to_string()).map(lines)
}

/// The rounds in which a person's organisations have written something.
pub async fn of_person(tx: &mut Tx, person: model::domain::ids::PersonId) -> StoreResult<Vec<RoundLine>> {
    fetch_all!(tx, LineRow, OF_PERSON, person.to_string()).map(lines)
}

/// The rounds of the bodies in which a person takes part, by a subgroup, an office, or something written; those that close last first.
pub async fn of_reader(tx: &mut Tx, person: model::domain::ids::PersonId) -> StoreResult<Vec<RoundLine>> {
    fetch_all!(tx, LineRow, OF_READER, person.to_string()).map(lines)
}

/// The columns of a ledger entry.
#[derive(FromRow)]
pub(super) struct EntryRow {
    id: Text<LedgerEntryId>,
    round_id: Text<RoundId>,
    number: i64,
    kind: Text<LedgerKind>,
    opens_at: i64,
    closes_at: i64,
    time_zone: String,
    reason: String,
    by_role: Text<RoleName>,
    recorded_at: i64,
}

impl From<EntryRow> for LedgerEntry {
    fn from(row: EntryRow) -> Self {
        Self {
            id: row.id.0,
            round: row.round_id.0,
            number: row.number,
            kind: row.kind.0,
            opens_at: Instant(row.opens_at),
            closes_at: Instant(row.closes_at),
            time_zone: row.time_zone,
            reason: row.reason,
            by: row.by_role.0,
            recorded_at: Instant(row.recorded_at),
        }
    }
}

pub async fn entry(tx: &mut Tx, id: LedgerEntryId) -> StoreResult<Option<LedgerEntry>> {
    Ok(fetch_optional!(tx, EntryRow, ENTRY, id.to_string())?.map(LedgerEntry::from))
}

/// Makes other writers of this round's ledger, and of its late inbox, wait until this transaction has ended.
pub async fn lock(tx: &mut Tx, id: RoundId) -> StoreResult<()> {
    execute!(tx, LOCK, id.to_string()).map(|_| ())
}

/// The number of the newest entry of a round's ledger.
pub async fn last_number(tx: &mut Tx, id: RoundId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), LAST_NUMBER, id.to_string())?.map_or(0, |(n,)| n))
}

/// Adds a round; its first ledger entry is added apart.
pub async fn insert(tx: &mut Tx, round: &Round, at: Instant) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        round.id.to_string(),
        round.session.to_string(),
        round.kind.code(),
        localized(&round.title),
        localized(&round.call),
        round.draft_version.map(|id| id.to_string()),
        at.0,
        round.subgroup.map(|id| id.to_string()),
        localized_list(&round.questions),
        round.reach.map(Reach::code),
    )
    .map(|_| ())
}

/// Adds an entry to the ledger.
///
/// # Errors
/// `Conflict` when another entry with that number came first.
pub async fn insert_entry(tx: &mut Tx, entry: &LedgerEntry) -> StoreResult<()> {
    execute!(
        tx,
        INSERT_ENTRY,
        entry.id.to_string(),
        entry.round.to_string(),
        entry.number,
        entry.kind.code(),
        entry.opens_at.0,
        entry.closes_at.0,
        entry.time_zone.as_str(),
        entry.reason.as_str(),
        entry.by.code(),
        entry.recorded_at.0,
        entry.kind.sets_window(),
    )
    .map(|_| ())
}
