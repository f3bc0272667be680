//! Position papers.

use super::organisations::{OrganisationRow, to_ref};
use super::row::{FromText, Text, text_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use app::domain::ids::{OrganisationId, PaperId, PersonId, RoundId, SubgroupId};
use app::domain::item::ItemState;
use app::domain::language::Language;
use app::domain::late::Admission;
use app::domain::moderation::Ruling;
use app::domain::organisation::{OrganisationRef, Region, StakeholderType};
use app::domain::paper::{Paper, PaperContent, PaperSubmission};
use app::domain::time::Instant;
use app::portal::PaperLine;
use sqlx::FromRow;

/// A paper in a list: without its text. What are identifiers and codes comes as one column, since a row costs by its columns:
/// none of them holds a space.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT p.id || ' ' || p.language || ' ' || p.state || ' ' || p.round_id || ' ' || ",
            "o.id || ' ' || o.stakeholder_type || ' ' || o.region AS codes, ",
            "p.title, p.submitted_at, p.updated_at, p.received_late, s.code AS subgroup_code, ",
            "COALESCE(p.submitted_as, o.name) AS organisation_name ",
            "FROM paper p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN subgroup s ON s.id = p.subgroup_id ",
            $rest
        )
    };
}

statements! {
    BY_ID = "SELECT id, organisation_id, round_id, subgroup_id, state, title, language, text, answers, version, updated_at FROM paper WHERE id = $1";
    INSERT = "INSERT INTO paper (id, organisation_id, round_id, subgroup_id, state, title, language, text, version, created_by, created_at, updated_at, submitted_at, answers) VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, 1, $8, $9, $9, NULL, $10)";
    SAME = "SELECT id FROM paper WHERE organisation_id = $1 AND round_id = $2 AND title = $3 AND language = $4 AND text = $5 AND COALESCE(subgroup_id, '') = $6 AND created_at > $7 AND answers = $8 AND version = 1 ORDER BY created_at, id LIMIT 1";
    SAVE = "UPDATE paper SET title = $3, language = $4, subgroup_id = $5, text = $6, answers = $8, version = version + 1, updated_at = $7 WHERE id = $1 AND version = $2";
    SUBMIT = "UPDATE paper SET state = 'submitted', version = version + 1, submitted_at = $3, submitted_as = (SELECT name FROM organisation WHERE organisation.id = paper.organisation_id) WHERE id = $1 AND version = $2";
    DECIDE = "UPDATE paper SET state = $3, version = version + 1 WHERE id = $1 AND version = $2";
    ADMIT = "UPDATE paper SET title = $3, language = $4, subgroup_id = $5, text = $6, answers = $9, state = 'submitted', version = version + 1, submitted_at = $7, received_late = $8, submitted_as = (SELECT name FROM organisation WHERE organisation.id = paper.organisation_id) WHERE id = $1 AND version = $2";
    SPLIT = "INSERT INTO paper (id, organisation_id, round_id, subgroup_id, state, title, language, text, version, created_by, created_at, updated_at, submitted_at, answers) SELECT $2, organisation_id, round_id, subgroup_id, 'draft', title, language, text, 1, created_by, updated_at, updated_at, NULL, answers FROM paper WHERE id = $1";
    HOLD = "UPDATE paper SET id = id WHERE id = $1 AND version = $2";
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
    SOURCE = "SELECT p.received_late, o.id, COALESCE(p.submitted_as, o.name) AS name, o.stakeholder_type, o.region FROM paper p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1";
    COUNTS = ids "SELECT p.subgroup_id, p.state, COUNT(*) FROM paper p WHERE p.state <> 'draft' AND p.subgroup_id IN " " GROUP BY p.subgroup_id, p.state ORDER BY p.subgroup_id, p.state";
    COUNTS_WHOLE_BODY = ids "SELECT n.body_id, p.state, COUNT(*) FROM paper p JOIN round r ON r.id = p.round_id JOIN session n ON n.id = r.session_id WHERE p.state <> 'draft' AND p.subgroup_id IS NULL AND n.body_id IN " " GROUP BY n.body_id, p.state ORDER BY n.body_id, p.state";
}

#[derive(FromRow)]
struct PaperRow {
    id: Text<PaperId>,
    organisation_id: Text<OrganisationId>,
    round_id: Text<RoundId>,
    subgroup_id: Option<Text<SubgroupId>>,
    state: Text<ItemState>,
    title: String,
    language: Text<Language>,
    text: String,
    answers: Text<Vec<String>>,
    version: i64,
    updated_at: i64,
}

#[derive(FromRow)]
struct LineRow {
    codes: Text<LineCodes>,
    title: String,
    submitted_at: Option<i64>,
    updated_at: i64,
    received_late: bool,
    subgroup_code: Option<String>,
    organisation_name: String,
}

/// The first column of a line, in its order.
struct LineCodes {
    id: PaperId,
    language: Language,
    state: ItemState,
    round: RoundId,
    organisation: OrganisationId,
    stakeholder_type: StakeholderType,
    region: Region,
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
            stakeholder_type: next(&mut parts)?,
            region: next(&mut parts)?,
        })
    }
}

fn next<'t, T: FromText>(parts: &mut impl Iterator<Item = &'t str>) -> Result<T, String> {
    T::from_text(parts.next().unwrap_or_default())
}

impl From<LineRow> for PaperLine {
    fn from(row: LineRow) -> Self {
        let codes = row.codes.0;
        Self {
            id: codes.id,
            title: row.title,
            language: codes.language,
            state: codes.state,
            organisation: OrganisationRef {
                id: codes.organisation,
                name: row.organisation_name,
                stakeholder_type: codes.stakeholder_type,
                region: codes.region,
            },
            subgroup_code: row.subgroup_code,
            round: codes.round,
            submitted_at: row.submitted_at.map(Instant),
            updated_at: Instant(row.updated_at),
            late: row.received_late,
        }
    }
}

fn lines(rows: Vec<LineRow>) -> Vec<PaperLine> {
    rows.into_iter().map(PaperLine::from).collect()
}

pub async fn by_id(tx: &mut Tx, id: PaperId) -> StoreResult<Option<Paper>> {
    let row = fetch_optional!(tx, PaperRow, BY_ID, id.to_string())?;
    Ok(row.map(|row| Paper {
        id: row.id.0,
        organisation: row.organisation_id.0,
        round: row.round_id.0,
        state: row.state.0,
        content: PaperContent {
            title: row.title,
            language: row.language.0,
            subgroup: row.subgroup_id.map(|id| id.0),
            text: row.text,
            answers: row.answers.0,
        },
        version: row.version,
        updated_at: Instant(row.updated_at),
    }))
}

/// A new draft, at version 1.
#[derive(Debug)]
pub struct NewPaper<'a> {
    pub id: PaperId,
    pub organisation: OrganisationId,
    pub round: RoundId,
    pub content: &'a PaperContent,
    pub by: PersonId,
    pub at: Instant,
}

pub async fn insert(tx: &mut Tx, paper: &NewPaper<'_>) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        paper.id.to_string(),
        paper.organisation.to_string(),
        paper.round.to_string(),
        paper.content.subgroup.map(|id| id.to_string()),
        paper.content.title.as_str(),
        paper.content.language.code(),
        paper.content.text.as_str(),
        paper.by.to_string(),
        paper.at.0,
        text_list(&paper.content.answers),
    )
    .map(|_| ())
}

/// The same new draft, word for word, by the same organisation since `since`: what a double click makes.
pub async fn same(tx: &mut Tx, paper: &NewPaper<'_>, since: Instant) -> StoreResult<Option<PaperId>> {
    let row = fetch_optional!(
        tx,
        (Text<PaperId>,),
        SAME,
        paper.organisation.to_string(),
        paper.round.to_string(),
        paper.content.title.as_str(),
        paper.content.language.code(),
        paper.content.text.as_str(),
        paper.content.subgroup.map(|id| id.to_string()).unwrap_or_default(),
        since.0,
        text_list(&paper.content.answers),
    )?;
    Ok(row.map(|(id,)| id.0))
}

/// Saves the words of a draft over `version`.
///
/// # Errors
/// `Conflict` when another version is stored.
pub async fn save(tx: &mut Tx, id: PaperId, version: i64, content: &PaperContent, at: Instant) -> StoreResult<()> {
    let touched = execute!(
        tx,
        SAVE,
        id.to_string(),
        version,
        content.title.as_str(),
        content.language.code(),
        content.subgroup.map(|id| id.to_string()),
        content.text.as_str(),
        at.0,
        text_list(&content.answers),
    )?;
    one(touched)
}

/// # Errors
/// `Conflict` when the paper changed since the submission was made.
pub async fn set_submitted(tx: &mut Tx, submission: &PaperSubmission) -> StoreResult<()> {
    one(execute!(tx, SUBMIT, submission.paper().to_string(), submission.from_version(), submission.at().0)?)
}

/// Takes what was sealed as submitted: its words become those of the paper.
///
/// # Errors
/// `Conflict` when the paper is not at `version` any more.
pub async fn set_admitted(tx: &mut Tx, admission: &Admission, version: i64, content: &PaperContent) -> StoreResult<()> {
    one(execute!(
        tx,
        ADMIT,
        admission.item().to_string(),
        version,
        content.title.as_str(),
        content.language.code(),
        content.subgroup.map(|id| id.to_string()),
        content.text.as_str(),
        admission.received_at().0,
        admission.late(),
        text_list(&content.answers),
    )?)
}

/// Lets the words of a paper go on as a draft of their own, with the id `new`.
pub async fn split(tx: &mut Tx, id: PaperId, new: PaperId) -> StoreResult<()> {
    one(execute!(tx, SPLIT, id.to_string(), new.to_string())?)
}

/// Makes other writers of a paper wait until this transaction has ended.
///
/// # Errors
/// `Conflict` when the paper is not at `version` any more.
pub async fn hold(tx: &mut Tx, id: PaperId, version: i64) -> StoreResult<()> {
    one(execute!(tx, HOLD, id.to_string(), version)?)
}

/// # Errors
/// `Conflict` when the paper changed since the ruling was made.
pub async fn set_decided(tx: &mut Tx, ruling: &Ruling) -> StoreResult<()> {
    one(execute!(tx, DECIDE, ruling.item().to_string(), ruling.from_version(), ruling.outcome().state().code())?)
}

/// Whose an input is, and whether it came late.
#[derive(FromRow)]
pub(super) struct SourceRow {
    #[sqlx(flatten)]
    organisation: OrganisationRow,
    received_late: bool,
}

impl SourceRow {
    pub(super) fn into_parts(self) -> (OrganisationRef, bool) {
        (to_ref(self.organisation), self.received_late)
    }
}

/// An update that must touch one row.
pub(super) const fn one(touched: u64) -> StoreResult<()> {
    if touched == 1 { Ok(()) } else { Err(StoreError::Conflict) }
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

/// The organisation of a paper, by the name it was submitted under, and whether it was received after the deadline and admitted by the
/// chair.
pub async fn source(tx: &mut Tx, id: PaperId) -> StoreResult<Option<(OrganisationRef, bool)>> {
    Ok(fetch_optional!(tx, SourceRow, SOURCE, id.to_string())?.map(SourceRow::into_parts))
}

/// The papers of a person's organisations, the last changed first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<PaperLine>> {
    fetch_all!(tx, LineRow, OF_PERSON, person.to_string()).map(lines)
}

/// What waits for a decision in these subgroups (JSON list of ids), the oldest first.
pub async fn waiting(tx: &mut Tx, subgroups: &str) -> StoreResult<Vec<PaperLine>> {
    fetch_all!(tx, LineRow, WAITING, subgroups).map(lines)
}

/// What waits for a decision and is addressed to the whole of one of these bodies.
pub async fn waiting_whole_body(tx: &mut Tx, bodies: &str) -> StoreResult<Vec<PaperLine>> {
    fetch_all!(tx, LineRow, WAITING_WHOLE_BODY, bodies).map(lines)
}

/// Numbers by subgroup and state, drafts apart.
pub async fn counts(tx: &mut Tx, subgroups: &str) -> StoreResult<Vec<(SubgroupId, ItemState, i64)>> {
    let rows = fetch_all!(tx, (Text<SubgroupId>, Text<ItemState>, i64), COUNTS, subgroups)?;
    Ok(rows.into_iter().map(|(id, state, n)| (id.0, state.0, n)).collect())
}

/// Numbers of papers to the whole body, by state, drafts apart.
pub async fn counts_whole_body(tx: &mut Tx, bodies: &str) -> StoreResult<Vec<(ItemState, i64)>> {
    let rows = fetch_all!(tx, (String, Text<ItemState>, i64), COUNTS_WHOLE_BODY, bodies)?;
    Ok(rows.into_iter().map(|(_, state, n)| (state.0, n)).collect())
}
