//! Lists of position papers: without their texts.

use super::codes::Codes;
use super::row::{FromText, Text};
use super::sql::{fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{OrganisationId, PaperId, PersonId, RoundId, SessionId, SubgroupId};
use model::domain::item::ItemState;
use model::domain::language::Language;
use model::domain::organisation::{OrganisationRef, Region, StakeholderType};
use model::domain::redaction::Redacted;
use model::domain::time::Instant;
use model::portal::PaperLine;
use sqlx::FromRow;

/// A paper in a list. Its identifiers, codes and numbers come as one column.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT p.id || ' ' || p.language || ' ' || p.state || ' ' || p.round_id || ' ' || ",
            "o.id || ' ' || o.stakeholder_type || ' ' || o.region || ' ' || p.updated_at || ' ' || ",
            "COALESCE(CAST(p.submitted_at AS TEXT), '-') || ' ' || CASE WHEN p.received_late THEN 'late' ELSE '-' END || ' ' || ",
            "COALESCE(s.code, '-') AS codes, p.redacted, p.title, COALESCE(p.submitted_as, o.name) AS organisation_name ",
            "FROM paper p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN subgroup s ON s.id = p.subgroup_id ",
            $rest
        )
    };
}

statements! {
    PUBLIC_FIRST = from line "WHERE p.state = 'accepted' ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    PUBLIC_AFTER = from line "WHERE p.state = 'accepted' AND (p.submitted_at, p.id) < ($2, $3) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    PUBLIC_OF_ROUND = from line "WHERE p.round_id = $2 AND p.state = 'accepted' AND p.received_late = $3 ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    PUBLIC_OF_ROUND_AFTER = from line "WHERE p.round_id = $2 AND p.state = 'accepted' AND p.received_late = $3 AND (p.submitted_at, p.id) < ($4, $5) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    FOR_THE_CHAIR = from line "WHERE p.round_id = $2 AND p.state = 'for_the_chair' ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    FOR_THE_CHAIR_AFTER = from line "WHERE p.round_id = $2 AND p.state = 'for_the_chair' AND (p.submitted_at, p.id) < ($3, $4) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    COUNT_FOR_THE_CHAIR = "SELECT COUNT(*) FROM paper WHERE round_id = $1 AND state = 'for_the_chair'";
    PUBLIC_OF_SUBGROUP = from line "WHERE p.subgroup_id = $2 AND p.state = 'accepted' ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    PUBLIC_OF_SUBGROUP_AFTER = from line "WHERE p.subgroup_id = $2 AND p.state = 'accepted' AND (p.submitted_at, p.id) < ($3, $4) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    OFFERED = from line "JOIN co_signing_offer f ON f.paper_id = p.id WHERE f.round_id = $1 AND p.state = 'accepted' ORDER BY f.offered_at DESC, p.id LIMIT 500";
    TO_OFFER = from line "JOIN round n ON n.id = p.round_id JOIN membership m ON m.organisation_id = p.organisation_id WHERE n.session_id = $2 AND p.state = 'accepted' AND m.person_id = $3 AND m.ended_at IS NULL AND m.function = 'contact_point' AND NOT EXISTS (SELECT 1 FROM co_signing_offer f WHERE f.round_id = $1 AND f.paper_id = p.id) ORDER BY p.submitted_at DESC, p.id DESC LIMIT 200";
    OF_PERSON = from line "JOIN membership m ON m.organisation_id = p.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL ORDER BY p.updated_at DESC, p.id LIMIT 200";
    OF_ORGANISATION_FIRST = from line "WHERE p.organisation_id = $1 AND p.state = 'accepted' ORDER BY p.submitted_at DESC, p.id DESC LIMIT $2";
    OF_ORGANISATION_AFTER = from line "WHERE p.organisation_id = $1 AND p.state = 'accepted' AND (p.submitted_at, p.id) < ($3, $4) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $2";
}

#[derive(FromRow)]
struct LineRow {
    codes: Text<LineCodes>,
    redacted: Text<Redacted>,
    title: String,
    organisation_name: String,
}

/// The first column of a line, in its order; `-` where there is nothing.
struct LineCodes {
    id: PaperId,
    language: Language,
    state: ItemState,
    round: RoundId,
    organisation: OrganisationId,
    stakeholder_type: StakeholderType,
    region: Region,
    updated_at: Instant,
    submitted_at: Option<Instant>,
    late: bool,
    subgroup_code: Option<String>,
}

impl FromText for LineCodes {
    fn from_text(text: &str) -> Result<Self, String> {
        let mut codes = Codes::of(text);
        Ok(Self {
            id: codes.next()?,
            language: codes.next()?,
            state: codes.next()?,
            round: codes.next()?,
            organisation: codes.next()?,
            stakeholder_type: codes.next()?,
            region: codes.next()?,
            updated_at: codes.instant()?,
            submitted_at: codes.optional_instant()?,
            late: codes.is("late"),
            subgroup_code: codes.text(),
        })
    }
}

impl From<LineRow> for PaperLine {
    fn from(row: LineRow) -> Self {
        let (codes, mut title) = (row.codes.0, row.title);
        row.redacted.0.hide(&mut title);
        Self {
            id: codes.id,
            title,
            language: codes.language,
            state: codes.state,
            organisation: OrganisationRef {
                id: codes.organisation,
                name: row.organisation_name,
                stakeholder_type: codes.stakeholder_type,
                region: codes.region,
            },
            subgroup_code: codes.subgroup_code,
            round: codes.round,
            submitted_at: codes.submitted_at,
            updated_at: codes.updated_at,
            late: codes.late,
        }
    }
}

fn lines(rows: Vec<LineRow>) -> Vec<PaperLine> {
    rows.into_iter().map(PaperLine::from).collect()
}

/// Public papers, the newest first, after `cursor` (submission instant, id).
pub async fn public(tx: &mut Tx, cursor: Option<(Instant, PaperId)>, limit: i64) -> StoreResult<Vec<PaperLine>> {
    match cursor {
        None => fetch_all!(tx, LineRow, PUBLIC_FIRST, limit),
        Some((at, id)) => fetch_all!(tx, LineRow, PUBLIC_AFTER, limit, at.0, id.to_string()),
    }
    .map(lines)
}

/// Public papers of a round, either those in time or those received late, the newest first, after `cursor`.
pub async fn public_of_round(
    tx: &mut Tx,
    round: RoundId,
    late: bool,
    cursor: Option<(Instant, PaperId)>,
    limit: i64,
) -> StoreResult<Vec<PaperLine>> {
    match cursor {
        None => fetch_all!(tx, LineRow, PUBLIC_OF_ROUND, limit, round.to_string(), late),
        Some((at, id)) => fetch_all!(tx, LineRow, PUBLIC_OF_ROUND_AFTER, limit, round.to_string(), late, at.0, id.to_string()),
    }
    .map(lines)
}

/// What was submitted in a round for the chair only, the newest first, after `cursor`.
pub async fn for_the_chair(tx: &mut Tx, round: RoundId, cursor: Option<(Instant, PaperId)>, limit: i64) -> StoreResult<Vec<PaperLine>> {
    match cursor {
        None => fetch_all!(tx, LineRow, FOR_THE_CHAIR, limit, round.to_string()),
        Some((at, id)) => fetch_all!(tx, LineRow, FOR_THE_CHAIR_AFTER, limit, round.to_string(), at.0, id.to_string()),
    }
    .map(lines)
}

/// How much that is.
pub async fn count_for_the_chair(tx: &mut Tx, round: RoundId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), COUNT_FOR_THE_CHAIR, round.to_string())?.map_or(0, |(count,)| count))
}

/// Public papers to a subgroup, the newest first, after `cursor`.
pub async fn public_of_subgroup(
    tx: &mut Tx,
    subgroup: SubgroupId,
    cursor: Option<(Instant, PaperId)>,
    limit: i64,
) -> StoreResult<Vec<PaperLine>> {
    match cursor {
        None => fetch_all!(tx, LineRow, PUBLIC_OF_SUBGROUP, limit, subgroup.to_string()),
        Some((at, id)) => fetch_all!(tx, LineRow, PUBLIC_OF_SUBGROUP_AFTER, limit, subgroup.to_string(), at.0, id.to_string()),
    }
    .map(lines)
}

/// What an organisation submitted and is public, the newest first, after `cursor`.
pub async fn public_of_organisation(
    tx: &mut Tx,
    organisation: OrganisationId,
    cursor: Option<(Instant, PaperId)>,
    limit: i64,
) -> StoreResult<Vec<PaperLine>> {
    match cursor {
        None => fetch_all!(tx, LineRow, OF_ORGANISATION_FIRST, organisation.to_string(), limit),
        Some((at, id)) => fetch_all!(tx, LineRow, OF_ORGANISATION_AFTER, organisation.to_string(), limit, at.0, id.to_string()),
    }
    .map(lines)
}

/// The papers that are open for co-signing in a round, the newest offer first.
pub async fn offered(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<PaperLine>> {
    fetch_all!(tx, LineRow, OFFERED, round.to_string()).map(lines)
}

/// Public papers of a session that a contact point could open for co-signing in a round.
pub async fn to_offer(tx: &mut Tx, round: RoundId, session: SessionId, person: PersonId) -> StoreResult<Vec<PaperLine>> {
    fetch_all!(tx, LineRow, TO_OFFER, round.to_string(), session.to_string(), person.to_string()).map(lines)
}

/// The papers of a person's organisations, the last changed first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<PaperLine>> {
    fetch_all!(tx, LineRow, OF_PERSON, person.to_string()).map(lines)
}
