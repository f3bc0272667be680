//! Accreditation: applications, the steps taken with them, and how organisations stand to bodies and sessions.

use super::organisations::{OrganisationRow, to_ref};
use super::papers::one;
use super::row::{Text, id_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use model::domain::accreditation::{
    Accreditation, AccreditationStatus, ApplicationContent, Applied, ConsultativeStatus, MAX_APPLICATIONS, Objection, Standing, Step,
    Stepped,
};
use model::domain::ids::{AccreditationId, BodyId, LedgerEntryId, OrganisationId, PersonId, RoundId, SessionId, StepId};
use model::domain::language::LocalizedText;
use model::domain::organisation::OrganisationRef;
use model::domain::role::RoleName;
use model::domain::time::Instant;
use model::portal::{ApplicationLine, OwnApplication, StandingLine, StepLine};
use sqlx::FromRow;
use std::collections::HashMap;

/// An application with its organisation.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT a.id AS accreditation_id, a.round_id, a.consultative, a.purpose, a.activities, a.status, a.version, a.received_at, ",
            "a.updated_at, a.ledger_entry_id, o.id, o.name, o.stakeholder_type, o.region ",
            "FROM accreditation a JOIN organisation o ON o.id = a.organisation_id ",
            $rest
        )
    };
}

/// How organisations stand to a session (`$2`) of a body (`$1`): what was given for the body counts in each of its sessions.
macro_rules! standing {
    ($rest:literal) => {
        concat!(
            "SELECT a.organisation_id, a.status, a.consultative FROM accreditation a JOIN round r ON r.id = a.round_id ",
            "JOIN session s ON s.id = r.session_id WHERE s.body_id = $1 AND (r.reach = 'body' OR r.session_id = $2) ",
            "AND a.status <> 'withdrawn' ",
            $rest
        )
    };
}

statements! {
    BY_ID = from line "WHERE a.id = $1";
    BY_IDS = from line ids "WHERE a.id IN " " ORDER BY a.id";
    OF_ORGANISATION = from line "WHERE a.round_id = $1 AND a.organisation_id = $2 AND a.status <> 'withdrawn'";
    LIST = from line "WHERE a.round_id = $1 AND ($2 = '' OR a.status = $2) AND (a.status <> 'withdrawn' OR $2 = 'withdrawn') ORDER BY a.received_at, a.id LIMIT $3";
    ACCREDITED = from line "WHERE a.round_id = $1 AND a.status = 'accredited' AND o.approved_at IS NOT NULL ORDER BY o.name_key, o.id LIMIT $2";
    COUNTS = "SELECT status, COUNT(*) FROM accreditation WHERE round_id = $1 GROUP BY status";
    // The best of them: whoever is accredited is, whatever became of another application.
    STANDING = from standing "AND a.organisation_id = $3 ORDER BY CASE a.status WHEN 'accredited' THEN 0 WHEN 'objected' THEN 2 ELSE 1 END, a.received_at DESC, a.id LIMIT 1";
    STANDINGS = from standing "ORDER BY CASE a.status WHEN 'accredited' THEN 2 WHEN 'objected' THEN 0 ELSE 1 END, a.received_at, a.id";
    STANDINGS_OF = "SELECT a.round_id, CASE WHEN r.reach = 'body' THEN b.short_name ELSE s.title END AS stands_to, a.status, a.consultative, a.updated_at FROM accreditation a JOIN round r ON r.id = a.round_id JOIN session s ON s.id = r.session_id JOIN body b ON b.id = s.body_id WHERE a.organisation_id = $1 AND a.status <> 'withdrawn' ORDER BY a.updated_at DESC, a.id LIMIT 50";
    OF_PERSON = "SELECT a.round_id, a.organisation_id, a.status FROM accreditation a JOIN membership m ON m.organisation_id = a.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL AND a.status <> 'withdrawn' ORDER BY a.received_at DESC, a.id LIMIT 200";
    ANY_OF_PERSON = "SELECT 1 FROM accreditation a JOIN membership m ON m.organisation_id = a.organisation_id WHERE a.round_id = $1 AND m.person_id = $2 AND m.ended_at IS NULL AND a.status <> 'withdrawn' LIMIT 1";
    // What changes is looked at from the beginning.
    PUT = "INSERT INTO accreditation (id, round_id, organisation_id, consultative, purpose, activities, status, version, received_at, updated_at, ledger_entry_id, written_by) VALUES ($1, $2, $3, $4, $5, $6, 'interest_expressed', 1, $7, $7, $8, $9) ON CONFLICT (round_id, organisation_id) WHERE status <> 'withdrawn' DO UPDATE SET consultative = excluded.consultative, purpose = excluded.purpose, activities = excluded.activities, status = excluded.status, version = accreditation.version + 1, updated_at = excluded.updated_at, ledger_entry_id = excluded.ledger_entry_id, written_by = excluded.written_by WHERE accreditation.version = $10 RETURNING id, version, received_at";
    WITHDRAW = "UPDATE accreditation SET status = 'withdrawn', version = version + 1, updated_at = $3 WHERE id = $1 AND version = $2";
    STEP = "UPDATE accreditation SET status = $3, version = version + 1, updated_at = $4 WHERE id = $1 AND version = $2";
    INSERT_STEP = "INSERT INTO accreditation_step (id, accreditation_id, step, leads_to, reason, objecting_state, grounds, by_role, person_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    STEPS = "SELECT step, leads_to, reason, by_role, at FROM accreditation_step WHERE accreditation_id = $1 ORDER BY at DESC, id DESC LIMIT 100";
    OBJECTIONS = "SELECT objecting_state, grounds, at FROM accreditation_step WHERE accreditation_id = $1 AND objecting_state <> '' ORDER BY at DESC, id DESC LIMIT 100";
}

#[derive(FromRow)]
struct LineRow {
    accreditation_id: Text<AccreditationId>,
    round_id: Text<RoundId>,
    consultative: Text<ConsultativeStatus>,
    purpose: String,
    activities: String,
    status: Text<AccreditationStatus>,
    version: i64,
    received_at: i64,
    updated_at: i64,
    ledger_entry_id: Text<LedgerEntryId>,
    #[sqlx(flatten)]
    organisation: OrganisationRow,
}

impl From<LineRow> for ApplicationLine {
    fn from(row: LineRow) -> Self {
        let organisation = to_ref(row.organisation);
        let accreditation = Accreditation {
            id: row.accreditation_id.0,
            round: row.round_id.0,
            organisation: organisation.id,
            content: ApplicationContent { consultative: row.consultative.0, purpose: row.purpose, activities: row.activities },
            status: row.status.0,
            version: row.version,
            received_at: Instant(row.received_at),
            updated_at: Instant(row.updated_at),
            judged_by: row.ledger_entry_id.0,
        };
        Self { accreditation, organisation }
    }
}

fn most() -> i64 {
    i64::try_from(MAX_APPLICATIONS).unwrap_or(i64::MAX)
}

/// An application, also one that was taken back.
pub async fn by_id(tx: &mut Tx, id: AccreditationId) -> StoreResult<Option<ApplicationLine>> {
    Ok(fetch_optional!(tx, LineRow, BY_ID, id.to_string())?.map(ApplicationLine::from))
}

/// Those applications of a list of ids that are there.
pub async fn by_ids(tx: &mut Tx, ids: &[AccreditationId]) -> StoreResult<Vec<ApplicationLine>> {
    Ok(fetch_all!(tx, LineRow, BY_IDS, id_list(ids))?.into_iter().map(ApplicationLine::from).collect())
}

/// What an organisation applied with in a round, unless it took it back.
pub async fn of_organisation(tx: &mut Tx, round: RoundId, organisation: OrganisationId) -> StoreResult<Option<Accreditation>> {
    let row = fetch_optional!(tx, LineRow, OF_ORGANISATION, round.to_string(), organisation.to_string())?;
    Ok(row.map(|row| ApplicationLine::from(row).accreditation))
}

/// The applications of a round by the time they came in; those taken back only where they are asked for.
pub async fn list(tx: &mut Tx, round: RoundId, status: Option<AccreditationStatus>) -> StoreResult<Vec<ApplicationLine>> {
    let status = status.map_or("", AccreditationStatus::code);
    Ok(fetch_all!(tx, LineRow, LIST, round.to_string(), status, most())?.into_iter().map(ApplicationLine::from).collect())
}

/// Who is accredited in a round and public, by name.
pub async fn accredited(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<(OrganisationRef, ConsultativeStatus)>> {
    let rows = fetch_all!(tx, LineRow, ACCREDITED, round.to_string(), most())?;
    Ok(rows.into_iter().map(|row| (row.consultative.0, row.organisation)).map(|(held, row)| (to_ref(row), held)).collect())
}

/// How many stand where, in the order of the statuses.
pub async fn counts(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<(AccreditationStatus, i64)>> {
    let rows = fetch_all!(tx, (Text<AccreditationStatus>, i64), COUNTS, round.to_string())?;
    let mut counts: Vec<_> = rows.into_iter().map(|(status, count)| (status.0, count)).collect();
    counts.sort_by_key(|(status, _)| *status);
    Ok(counts)
}

type StandingRow = (Text<OrganisationId>, Text<AccreditationStatus>, Text<ConsultativeStatus>);

fn standing_of((organisation, status, consultative): StandingRow) -> (OrganisationId, Standing) {
    (organisation.0, Standing { status: status.0, consultative: consultative.0 })
}

/// How an organisation stands to a session of a body.
pub async fn standing(tx: &mut Tx, body: BodyId, session: SessionId, organisation: OrganisationId) -> StoreResult<Option<Standing>> {
    let row = fetch_optional!(tx, StandingRow, STANDING, body.to_string(), session.to_string(), organisation.to_string())?;
    Ok(row.map(|row| standing_of(row).1))
}

/// How all organisations that ever applied stand to a session of a body.
pub async fn standings(tx: &mut Tx, body: BodyId, session: SessionId) -> StoreResult<HashMap<OrganisationId, Standing>> {
    // The best of an organisation comes last and stays.
    let rows = fetch_all!(tx, StandingRow, STANDINGS, body.to_string(), session.to_string())?;
    Ok(rows.into_iter().map(standing_of).collect())
}

#[derive(FromRow)]
struct StandingLineRow {
    round_id: Text<RoundId>,
    stands_to: Text<LocalizedText>,
    status: Text<AccreditationStatus>,
    consultative: Text<ConsultativeStatus>,
    updated_at: i64,
}

/// How an organisation stands to bodies and sessions, the newest first.
pub async fn standings_of(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<StandingLine>> {
    let line = |row: StandingLineRow| StandingLine {
        round: row.round_id.0,
        of: row.stands_to.0,
        standing: Standing { status: row.status.0, consultative: row.consultative.0 },
        since: Instant(row.updated_at),
    };
    Ok(fetch_all!(tx, StandingLineRow, STANDINGS_OF, organisation.to_string())?.into_iter().map(line).collect())
}

/// What the organisations of a person applied for.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<OwnApplication>> {
    let rows = fetch_all!(tx, (Text<RoundId>, Text<OrganisationId>, Text<AccreditationStatus>), OF_PERSON, person.to_string())?;
    let own = |(round, organisation, status): (Text<RoundId>, Text<OrganisationId>, Text<AccreditationStatus>)| OwnApplication {
        round: round.0,
        organisation: organisation.0,
        status: status.0,
    };
    Ok(rows.into_iter().map(own).collect())
}

/// Whether an organisation of a person has applied.
pub async fn any_of_person(tx: &mut Tx, round: RoundId, person: PersonId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i32,), ANY_OF_PERSON, round.to_string(), person.to_string())?.is_some())
}

/// Stores an application; answers which one it is, its version, and since when the organisation has applied. `version`: the one it
/// changes, 0 for a new one; `id` is that of a new one.
///
/// # Errors
/// `Conflict` when another version is stored: every step makes one.
pub async fn put(
    tx: &mut Tx,
    id: AccreditationId,
    applied: &Applied,
    version: i64,
    by: PersonId,
) -> StoreResult<(AccreditationId, i64, Instant)> {
    let content = applied.content();
    let stored = fetch_optional!(
        tx,
        (Text<AccreditationId>, i64, i64),
        PUT,
        id.to_string(),
        applied.round().to_string(),
        applied.organisation().to_string(),
        content.consultative.code(),
        content.purpose.as_str(),
        content.activities.as_str(),
        applied.at().0,
        applied.judged_by().to_string(),
        by.to_string(),
        version,
    )?;
    stored.map(|(id, version, received_at)| (id.0, version, Instant(received_at))).ok_or(StoreError::Conflict)
}

/// Takes an application back.
///
/// # Errors
/// `Conflict` when another version is stored.
pub async fn withdraw(tx: &mut Tx, id: AccreditationId, version: i64, at: Instant) -> StoreResult<()> {
    one(execute!(tx, WITHDRAW, id.to_string(), version, at.0)?)
}

/// Who takes a step, in which office, and what they say of it.
pub struct StepNote<'a> {
    pub id: StepId,
    pub reason: &'a str,
    pub objection: Option<&'a Objection>,
    pub by: RoleName,
    pub person: PersonId,
}

/// Takes a step with an application and puts it down.
///
/// # Errors
/// `Conflict` when another version is stored.
pub async fn step(tx: &mut Tx, stepped: &Stepped, note: &StepNote<'_>) -> StoreResult<()> {
    let (id, at) = (stepped.accreditation().to_string(), stepped.at().0);
    one(execute!(tx, STEP, id.as_str(), stepped.version(), stepped.leads_to().code(), at)?)?;
    execute!(
        tx,
        INSERT_STEP,
        note.id.to_string(),
        id,
        stepped.step().code(),
        stepped.leads_to().code(),
        note.reason,
        note.objection.map_or("", |objection| objection.state.as_str()),
        note.objection.map_or("", |objection| objection.grounds.as_str()),
        note.by.code(),
        note.person.to_string(),
        at,
    )
    .map(|_| ())
}

type StepRow = (Text<Step>, Text<AccreditationStatus>, String, Text<RoleName>, i64);

/// The steps taken with an application, the last first.
pub async fn steps(tx: &mut Tx, id: AccreditationId) -> StoreResult<Vec<StepLine>> {
    let line =
        |(step, leads_to, reason, by, at): StepRow| StepLine { step: step.0, leads_to: leads_to.0, reason, by: by.0, at: Instant(at) };
    Ok(fetch_all!(tx, StepRow, STEPS, id.to_string())?.into_iter().map(line).collect())
}

/// Who objected, and why: for the chair alone.
pub async fn objections(tx: &mut Tx, id: AccreditationId) -> StoreResult<Vec<(Objection, Instant)>> {
    let rows = fetch_all!(tx, (String, String, i64), OBJECTIONS, id.to_string())?;
    Ok(rows.into_iter().map(|(state, grounds, at)| (Objection { state, grounds }, Instant(at))).collect())
}
