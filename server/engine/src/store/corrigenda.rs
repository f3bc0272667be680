//! Corrigenda: rows are added, and decided on once.

use super::organisations::{OrganisationRow, to_ref};
use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::corrigendum::{Corrigendum, CorrigendumRequest, CorrigendumRuling, CorrigendumState};
use model::domain::ids::{CorrigendumId, PaperId, PersonId, SubgroupId};
use model::domain::language::Language;
use model::domain::time::Instant;
use model::portal::CorrigendumLine;
use sqlx::FromRow;

/// A corrigendum that waits, beside a paper that is still public.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT c.id AS corrigendum_id, c.asked_at, p.title, p.language, p.subgroup_id, ",
            "o.id, COALESCE(p.submitted_as, o.name) AS name, o.stakeholder_type, o.region ",
            "FROM corrigendum c JOIN paper p ON p.id = c.paper_id JOIN organisation o ON o.id = p.organisation_id ",
            $rest
        )
    };
}

statements! {
    OF_PAPER = "SELECT id, number, text, state, asked_at, decided_at, reason FROM corrigendum WHERE paper_id = $1 ORDER BY asked_at DESC, id DESC LIMIT 200";
    ASKED = "SELECT id, number, text, state, asked_at, decided_at, reason FROM corrigendum WHERE paper_id = $1 AND state = 'asked'";
    // What its authors were told is for them.
    PUBLISHED = "SELECT id, number, text, state, asked_at, decided_at, '' AS reason FROM corrigendum WHERE paper_id = $1 AND number IS NOT NULL ORDER BY number LIMIT 200";
    PAPER_OF = "SELECT paper_id FROM corrigendum WHERE id = $1";
    WAITING = from line ids "WHERE c.state = 'asked' AND p.state = 'accepted' AND p.subgroup_id IN " " ORDER BY c.asked_at, c.id LIMIT 200";
    WAITING_WHOLE_BODY = from line ids "JOIN round r ON r.id = p.round_id JOIN session n ON n.id = r.session_id WHERE c.state = 'asked' AND p.state = 'accepted' AND p.subgroup_id IS NULL AND n.body_id IN " " ORDER BY c.asked_at, c.id LIMIT 200";
    ASK = "INSERT INTO corrigendum (id, paper_id, text, state, asked_at, asked_by, reason) VALUES ($1, $2, $3, 'asked', $4, $5, '') ON CONFLICT (paper_id) WHERE state = 'asked' DO NOTHING";
    TAKE_BACK = "UPDATE corrigendum SET state = 'taken_back', decided_at = $2, decided_by = $3 WHERE paper_id = $1 AND state = 'asked'";
    LAPSE = "UPDATE corrigendum SET state = 'lapsed', decided_at = $2 WHERE paper_id = $1 AND state = 'asked'";
    PUBLISH = "UPDATE corrigendum SET state = 'published', decided_at = $2, decided_by = $3, reason = $4, number = (SELECT COUNT(*) + 1 FROM corrigendum x WHERE x.paper_id = corrigendum.paper_id AND x.number IS NOT NULL) WHERE id = $1 AND state = 'asked'";
    DECLINE = "UPDATE corrigendum SET state = 'declined', decided_at = $2, decided_by = $3, reason = $4 WHERE id = $1 AND state = 'asked'";
}

#[derive(FromRow)]
struct CorrigendumRow {
    id: Text<CorrigendumId>,
    number: Option<i64>,
    text: String,
    state: Text<CorrigendumState>,
    asked_at: i64,
    decided_at: Option<i64>,
    reason: String,
}

impl From<CorrigendumRow> for Corrigendum {
    fn from(row: CorrigendumRow) -> Self {
        Self {
            id: row.id.0,
            number: row.number,
            text: row.text,
            state: row.state.0,
            asked_at: Instant(row.asked_at),
            decided_at: row.decided_at.map(Instant),
            reason: row.reason,
        }
    }
}

#[derive(FromRow)]
struct LineRow {
    corrigendum_id: Text<CorrigendumId>,
    asked_at: i64,
    title: String,
    language: Text<Language>,
    subgroup_id: Option<Text<SubgroupId>>,
    #[sqlx(flatten)]
    organisation: OrganisationRow,
}

/// With the subgroup of the paper. `own`: is said by whoever knows the actor.
fn line(row: LineRow) -> (Option<SubgroupId>, CorrigendumLine) {
    let line = CorrigendumLine {
        id: row.corrigendum_id.0,
        title: row.title,
        language: row.language.0,
        organisation: to_ref(row.organisation),
        asked_at: Instant(row.asked_at),
        own: false,
    };
    (row.subgroup_id.map(|id| id.0), line)
}

/// All of a paper, in the order they were asked for; of very many the newest.
pub async fn of_paper(tx: &mut Tx, paper: PaperId) -> StoreResult<Vec<Corrigendum>> {
    Ok(fetch_all!(tx, CorrigendumRow, OF_PAPER, paper.to_string())?.into_iter().rev().map(Corrigendum::from).collect())
}

/// The one of a paper that waits for a decision.
pub async fn asked(tx: &mut Tx, paper: PaperId) -> StoreResult<Option<Corrigendum>> {
    Ok(fetch_optional!(tx, CorrigendumRow, ASKED, paper.to_string())?.map(Corrigendum::from))
}

/// Ends the one that waits, of a paper that ends.
pub async fn lapse(tx: &mut Tx, paper: PaperId, at: Instant) -> StoreResult<()> {
    execute!(tx, LAPSE, paper.to_string(), at.0).map(|_| ())
}

/// Those of a paper that are published, by number.
pub async fn published(tx: &mut Tx, paper: PaperId) -> StoreResult<Vec<Corrigendum>> {
    Ok(fetch_all!(tx, CorrigendumRow, PUBLISHED, paper.to_string())?.into_iter().map(Corrigendum::from).collect())
}

/// The paper a corrigendum is about.
pub async fn paper_of(tx: &mut Tx, id: CorrigendumId) -> StoreResult<Option<PaperId>> {
    Ok(fetch_optional!(tx, (Text<PaperId>,), PAPER_OF, id.to_string())?.map(|(paper,)| paper.0))
}

/// Those that wait beside papers to these subgroups (a JSON list of ids), the oldest first.
pub async fn waiting(tx: &mut Tx, subgroups: &str) -> StoreResult<Vec<(Option<SubgroupId>, CorrigendumLine)>> {
    Ok(fetch_all!(tx, LineRow, WAITING, subgroups)?.into_iter().map(line).collect())
}

/// Those that wait beside papers to the whole of these bodies (a JSON list of ids), the oldest first.
pub async fn waiting_whole_body(tx: &mut Tx, bodies: &str) -> StoreResult<Vec<CorrigendumLine>> {
    Ok(fetch_all!(tx, LineRow, WAITING_WHOLE_BODY, bodies)?.into_iter().map(|row| line(row).1).collect())
}

/// Stores a request; answers whether none waited.
pub async fn ask(tx: &mut Tx, id: CorrigendumId, request: &CorrigendumRequest, by: PersonId) -> StoreResult<bool> {
    let rows = execute!(tx, ASK, id.to_string(), request.paper().to_string(), request.text(), request.at().0, by.to_string())?;
    Ok(rows > 0)
}

/// # Errors
/// `Conflict` when none waits any more.
pub async fn take_back(tx: &mut Tx, paper: PaperId, by: PersonId, at: Instant) -> StoreResult<()> {
    one(execute!(tx, TAKE_BACK, paper.to_string(), at.0, by.to_string())?)
}

/// # Errors
/// `Conflict` when it was decided on, or taken back, meanwhile.
pub async fn set_decided(tx: &mut Tx, ruling: &CorrigendumRuling, reason: &str, by: PersonId) -> StoreResult<()> {
    let sql = if ruling.publishes() { PUBLISH } else { DECLINE };
    one(execute!(tx, sql, ruling.corrigendum().to_string(), ruling.at().0, by.to_string(), reason)?)
}
