//! Lists of position papers: without their texts.

use super::organisations::{OrganisationRow, to_ref};
use super::row::{FromText, Text, id_list};
use super::sql::{fetch_all, statements};
use super::{StoreError, StoreResult, Tx};
use app::domain::ids::{OrganisationId, PaperId, PersonId, RoundId, SubgroupId};
use app::domain::item::ItemState;
use app::domain::language::Language;
use app::domain::organisation::OrganisationRef;
use app::domain::time::Instant;
use app::portal::PaperLine;
use sqlx::FromRow;
use std::collections::{HashMap, HashSet};

/// A paper in a list. Identifiers, codes and numbers come as one column, since a row costs by its columns: none of them holds a space.
/// The organisations and subgroups of all rows are read once, by [`lines`]: far fewer than there are rows.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT p.id || ' ' || p.language || ' ' || p.state || ' ' || p.round_id || ' ' || p.organisation_id || ' ' || ",
            "p.updated_at || ' ' || COALESCE(CAST(p.submitted_at AS TEXT), '-') || ' ' || ",
            "CASE WHEN p.received_late THEN 'late' ELSE '-' END || ' ' || COALESCE(p.subgroup_id, '-') AS codes, p.title, p.submitted_as ",
            "FROM paper p ",
            $rest
        )
    };
}

statements! {
    PUBLIC_FIRST = from line "WHERE p.state = 'accepted' ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    PUBLIC_AFTER = from line "WHERE p.state = 'accepted' AND (p.submitted_at, p.id) < ($2, $3) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    PUBLIC_OF_ROUND = from line "WHERE p.round_id = $2 AND p.state = 'accepted' AND p.received_late = $3 ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    PUBLIC_OF_ROUND_AFTER = from line "WHERE p.round_id = $2 AND p.state = 'accepted' AND p.received_late = $3 AND (p.submitted_at, p.id) < ($4, $5) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    PUBLIC_OF_SUBGROUP = from line "WHERE p.subgroup_id = $2 AND p.state = 'accepted' ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    PUBLIC_OF_SUBGROUP_AFTER = from line "WHERE p.subgroup_id = $2 AND p.state = 'accepted' AND (p.submitted_at, p.id) < ($3, $4) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $1";
    OF_PERSON = from line "JOIN membership m ON m.organisation_id = p.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL ORDER BY p.updated_at DESC, p.id LIMIT 200";
    WAITING = from line ids "WHERE p.state = 'submitted' AND p.subgroup_id IN " " ORDER BY p.submitted_at, p.id LIMIT 500";
    WAITING_WHOLE_BODY = from line ids "JOIN round r ON r.id = p.round_id JOIN session n ON n.id = r.session_id WHERE p.state = 'submitted' AND p.subgroup_id IS NULL AND n.body_id IN " " ORDER BY p.submitted_at, p.id LIMIT 500";
    OF_ORGANISATION_FIRST = from line "WHERE p.organisation_id = $1 AND p.state = 'accepted' ORDER BY p.submitted_at DESC, p.id DESC LIMIT $2";
    OF_ORGANISATION_AFTER = from line "WHERE p.organisation_id = $1 AND p.state = 'accepted' AND (p.submitted_at, p.id) < ($3, $4) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $2";
    ORGANISATIONS = ids "SELECT id, name, stakeholder_type, region FROM organisation WHERE id IN " " ORDER BY id";
    SUBGROUPS = ids "SELECT id, code FROM subgroup WHERE id IN " " ORDER BY id";
}

#[derive(FromRow)]
struct LineRow {
    codes: Text<LineCodes>,
    title: String,
    submitted_as: Option<String>,
}

/// The first column of a line, in its order; `-` where there is nothing.
struct LineCodes {
    id: PaperId,
    language: Language,
    state: ItemState,
    round: RoundId,
    organisation: OrganisationId,
    updated_at: Instant,
    submitted_at: Option<Instant>,
    late: bool,
    subgroup: Option<SubgroupId>,
}

impl FromText for LineCodes {
    fn from_text(text: &str) -> Result<Self, String> {
        let mut parts = text.split(' ');
        Ok(Self {
            id: next(&mut parts)?,
            language: next(&mut parts)?,
            state: next(&mut parts)?,
            round: next(&mut parts)?,
            organisation: next(&mut parts)?,
            updated_at: instant(parts.next().unwrap_or_default())?,
            submitted_at: parts.next().filter(|text| *text != "-").map(instant).transpose()?,
            late: parts.next() == Some("late"),
            subgroup: parts.next().filter(|text| *text != "-").map(SubgroupId::from_text).transpose()?,
        })
    }
}

fn next<'t, T: FromText>(parts: &mut impl Iterator<Item = &'t str>) -> Result<T, String> {
    T::from_text(parts.next().unwrap_or_default())
}

fn instant(text: &str) -> Result<Instant, String> {
    text.parse().map(Instant).map_err(|_| format!("corrupt instant: {text}"))
}

/// The rows with their organisations and subgroups.
async fn lines(tx: &mut Tx, rows: Vec<LineRow>) -> StoreResult<Vec<PaperLine>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let named: HashSet<_> = rows.iter().map(|row| row.codes.0.organisation).collect();
    let organisations: HashMap<OrganisationId, OrganisationRef> = fetch_all!(tx, OrganisationRow, ORGANISATIONS, id_list(named))?
        .into_iter()
        .map(to_ref)
        .map(|organisation| (organisation.id, organisation))
        .collect();
    let named: HashSet<_> = rows.iter().filter_map(|row| row.codes.0.subgroup).collect();
    let subgroups: HashMap<SubgroupId, String> = if named.is_empty() {
        HashMap::new()
    } else {
        let rows = fetch_all!(tx, (Text<SubgroupId>, String), SUBGROUPS, id_list(named))?;
        rows.into_iter().map(|(id, code)| (id.0, code)).collect()
    };
    rows.into_iter().map(|row| line(row, &organisations, &subgroups)).collect()
}

fn line(
    row: LineRow,
    organisations: &HashMap<OrganisationId, OrganisationRef>,
    subgroups: &HashMap<SubgroupId, String>,
) -> StoreResult<PaperLine> {
    let codes = row.codes.0;
    let known = organisations.get(&codes.organisation).ok_or_else(|| StoreError::corrupt("paper", codes.id, "organisation"))?;
    Ok(PaperLine {
        id: codes.id,
        title: row.title,
        language: codes.language,
        state: codes.state,
        organisation: OrganisationRef {
            id: known.id,
            // What it was called when it submitted.
            name: row.submitted_as.unwrap_or_else(|| known.name.clone()),
            stakeholder_type: known.stakeholder_type,
            region: known.region,
        },
        subgroup_code: codes.subgroup.and_then(|id| subgroups.get(&id).cloned()),
        round: codes.round,
        submitted_at: codes.submitted_at,
        updated_at: codes.updated_at,
        late: codes.late,
    })
}

/// Public papers, the newest first, after `cursor` (submission instant, id).
pub async fn public(tx: &mut Tx, cursor: Option<(Instant, PaperId)>, limit: i64) -> StoreResult<Vec<PaperLine>> {
    let rows = match cursor {
        None => fetch_all!(tx, LineRow, PUBLIC_FIRST, limit),
        Some((at, id)) => fetch_all!(tx, LineRow, PUBLIC_AFTER, limit, at.0, id.to_string()),
    }?;
    lines(tx, rows).await
}

/// Public papers of a round, either those in time or those received late, the newest first, after `cursor`.
pub async fn public_of_round(
    tx: &mut Tx,
    round: RoundId,
    late: bool,
    cursor: Option<(Instant, PaperId)>,
    limit: i64,
) -> StoreResult<Vec<PaperLine>> {
    let rows = match cursor {
        None => fetch_all!(tx, LineRow, PUBLIC_OF_ROUND, limit, round.to_string(), late),
        Some((at, id)) => fetch_all!(tx, LineRow, PUBLIC_OF_ROUND_AFTER, limit, round.to_string(), late, at.0, id.to_string()),
    }?;
    lines(tx, rows).await
}

/// Public papers to a subgroup, the newest first, after `cursor`.
pub async fn public_of_subgroup(
    tx: &mut Tx,
    subgroup: SubgroupId,
    cursor: Option<(Instant, PaperId)>,
    limit: i64,
) -> StoreResult<Vec<PaperLine>> {
    let rows = match cursor {
        None => fetch_all!(tx, LineRow, PUBLIC_OF_SUBGROUP, limit, subgroup.to_string()),
        Some((at, id)) => fetch_all!(tx, LineRow, PUBLIC_OF_SUBGROUP_AFTER, limit, subgroup.to_string(), at.0, id.to_string()),
    }?;
    lines(tx, rows).await
}

/// What an organisation submitted and is public, the newest first, after `cursor`.
pub async fn public_of_organisation(
    tx: &mut Tx,
    organisation: OrganisationId,
    cursor: Option<(Instant, PaperId)>,
    limit: i64,
) -> StoreResult<Vec<PaperLine>> {
    let rows = match cursor {
        None => fetch_all!(tx, LineRow, OF_ORGANISATION_FIRST, organisation.to_string(), limit),
        Some((at, id)) => fetch_all!(tx, LineRow, OF_ORGANISATION_AFTER, organisation.to_string(), limit, at.0, id.to_string()),
    }?;
    lines(tx, rows).await
}

/// The papers of a person's organisations, the last changed first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<PaperLine>> {
    let rows = fetch_all!(tx, LineRow, OF_PERSON, person.to_string())?;
    lines(tx, rows).await
}

/// What waits for a decision in these subgroups (JSON list of ids), the oldest first.
pub async fn waiting(tx: &mut Tx, subgroups: &str) -> StoreResult<Vec<PaperLine>> {
    let rows = fetch_all!(tx, LineRow, WAITING, subgroups)?;
    lines(tx, rows).await
}

/// What waits for a decision and is addressed to the whole of one of these bodies.
pub async fn waiting_whole_body(tx: &mut Tx, bodies: &str) -> StoreResult<Vec<PaperLine>> {
    let rows = fetch_all!(tx, LineRow, WAITING_WHOLE_BODY, bodies)?;
    lines(tx, rows).await
}
