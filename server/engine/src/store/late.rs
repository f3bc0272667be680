//! Late attempts. Their words are read by two functions: [`sealed`], for admitting one, and [`kept`], for making their hash anew.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{BodyId, ItemId, LateAttemptId, LedgerEntryId, OrganisationId, PersonId, RoundId, SubgroupId};
use model::domain::item::ItemKind;
use model::domain::late::{Admission, LateOutcome, LateRuling, LateState, Refusal};
use model::domain::organisation::{OrganisationRef, Region, StakeholderType};
use model::domain::time::Instant;
use model::portal::LateLine;
use sqlx::FromRow;

/// A late attempt without its words.
macro_rules! facts {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.number, a.round_id, a.item_kind, a.item_id, a.received_at, a.closed_at, a.ledger_entry_id, a.sha256, a.words, ",
            "a.bytes, a.item_version, a.state, a.decided_at, a.decision_entry_id, a.newer_item_id, o.id AS organisation_id, o.name AS organisation_name, o.stakeholder_type, o.region ",
            "FROM late_attempt a JOIN organisation o ON o.id = a.organisation_id ",
            $rest
        )
    };
}

statements! {
    BY_ID = from facts "WHERE a.id = $1";
    OF_ITEM = from facts "WHERE a.item_id = $1 ORDER BY a.received_at DESC, a.id DESC LIMIT 50";
    SEALED_OF_ITEM = from facts "WHERE a.item_id = $1 AND a.state = 'sealed'";
    WAITING = from facts "WHERE a.round_id = $1 AND a.state = 'sealed' ORDER BY a.received_at, a.id LIMIT 500";
    PAST = from facts "WHERE a.round_id = $1 AND a.state <> 'sealed' ORDER BY a.received_at DESC, a.id DESC LIMIT 200";
    COUNT = "SELECT COUNT(*) FROM late_attempt WHERE round_id = $1 AND state = 'sealed'";
    COUNTS_OF_BODY = "SELECT a.round_id, COUNT(*) FROM late_attempt a JOIN round r ON r.id = a.round_id JOIN session s ON s.id = r.session_id WHERE s.body_id = $1 AND a.state = 'sealed' GROUP BY a.round_id ORDER BY a.round_id";
    SEALED = "SELECT person_id, subgroup_id, content FROM late_attempt WHERE id = $1 AND state = 'sealed'";
    CONTENT = "SELECT content FROM late_attempt WHERE id = $1";
    SEALED_OF_ROUND = from facts "WHERE a.round_id = $1 AND a.state = 'sealed' ORDER BY a.received_at, a.id";
    INSERT = "INSERT INTO late_attempt (id, number, round_id, item_kind, item_id, organisation_id, person_id, subgroup_id, received_at, closed_at, ledger_entry_id, content, sha256, words, bytes, item_version, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'sealed')";
    CLOSE = "UPDATE late_attempt SET state = $2, decided_at = $3 WHERE item_id = $1 AND state = 'sealed'";
    DECIDE = "UPDATE late_attempt SET state = $2, decided_at = $3, decision_entry_id = $4, newer_item_id = $5 WHERE id = $1 AND state = 'sealed'";
}

#[derive(FromRow)]
struct FactsRow {
    id: Text<LateAttemptId>,
    number: String,
    round_id: Text<RoundId>,
    item_kind: Text<ItemKind>,
    item_id: Text<ItemId>,
    received_at: i64,
    closed_at: i64,
    ledger_entry_id: Text<LedgerEntryId>,
    sha256: String,
    words: i64,
    bytes: i64,
    item_version: i64,
    state: Text<LateState>,
    decided_at: Option<i64>,
    decision_entry_id: Option<Text<LedgerEntryId>>,
    newer_item_id: Option<Text<ItemId>>,
    organisation_id: Text<OrganisationId>,
    organisation_name: String,
    stakeholder_type: Text<StakeholderType>,
    region: Text<Region>,
}

impl From<FactsRow> for LateLine {
    fn from(row: FactsRow) -> Self {
        Self {
            refusal: Refusal {
                id: row.id.0,
                number: row.number,
                round: row.round_id.0,
                kind: row.item_kind.0,
                item: row.item_id.0,
                version: row.item_version,
                organisation: row.organisation_id.0,
                received_at: Instant(row.received_at),
                closed_at: Instant(row.closed_at),
                judged_by: row.ledger_entry_id.0,
                sha256: row.sha256,
                words: row.words,
                bytes: row.bytes,
                state: row.state.0,
                decided_at: row.decided_at.map(Instant),
                decided_by: row.decision_entry_id.map(|id| id.0),
                newer: row.newer_item_id.map(|id| id.0),
            },
            organisation: OrganisationRef {
                id: row.organisation_id.0,
                name: row.organisation_name,
                stakeholder_type: row.stakeholder_type.0,
                region: row.region.0,
            },
        }
    }
}

pub async fn by_id(tx: &mut Tx, id: LateAttemptId) -> StoreResult<Option<LateLine>> {
    Ok(fetch_optional!(tx, FactsRow, BY_ID, id.to_string())?.map(LateLine::from))
}

/// The receipts of the refusals of an item, the newest first.
pub async fn of_item(tx: &mut Tx, item: ItemId) -> StoreResult<Vec<Refusal>> {
    Ok(fetch_all!(tx, FactsRow, OF_ITEM, item.to_string())?.into_iter().map(|row| LateLine::from(row).refusal).collect())
}

/// The one attempt of an item that is sealed.
pub async fn sealed_of_item(tx: &mut Tx, item: ItemId) -> StoreResult<Option<Refusal>> {
    Ok(fetch_optional!(tx, FactsRow, SEALED_OF_ITEM, item.to_string())?.map(|row| LateLine::from(row).refusal))
}

/// Those that wait for the chair, the longest waiting first.
pub async fn waiting(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<LateLine>> {
    Ok(fetch_all!(tx, FactsRow, WAITING, round.to_string())?.into_iter().map(LateLine::from).collect())
}

/// All that are sealed in a round, the earliest first: what an extension looks through.
pub async fn sealed_of_round(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<Refusal>> {
    Ok(fetch_all!(tx, FactsRow, SEALED_OF_ROUND, round.to_string())?.into_iter().map(|row| LateLine::from(row).refusal).collect())
}

/// Those that do not wait any more, the newest first.
pub async fn past(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<LateLine>> {
    Ok(fetch_all!(tx, FactsRow, PAST, round.to_string())?.into_iter().map(LateLine::from).collect())
}

/// How many wait in each round of a body; rounds where none waits are left out.
pub async fn counts_of_body(tx: &mut Tx, body: BodyId) -> StoreResult<Vec<(RoundId, i64)>> {
    let rows = fetch_all!(tx, (Text<RoundId>, i64), COUNTS_OF_BODY, body.to_string())?;
    Ok(rows.into_iter().map(|(round, n)| (round.0, n)).collect())
}

/// How many wait for the chair.
pub async fn count(tx: &mut Tx, round: RoundId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), COUNT, round.to_string())?.map_or(0, |(n,)| n))
}

/// What is kept of an attempt, with who made it. For admitting it, and nothing else.
#[derive(Debug)]
pub struct Sealed {
    pub person: PersonId,
    pub subgroup: Option<SubgroupId>,
    /// The bytes its receipt is made of.
    pub content: String,
}

type SealedRow = (Text<PersonId>, Option<Text<SubgroupId>>, String);

/// The words of one sealed attempt.
pub async fn sealed(tx: &mut Tx, id: LateAttemptId) -> StoreResult<Option<Sealed>> {
    let row = fetch_optional!(tx, SealedRow, SEALED, id.to_string())?;
    Ok(row.map(|(person, subgroup, content)| Sealed { person: person.0, subgroup: subgroup.map(|id| id.0), content }))
}

/// What is kept of an attempt, whatever became of it: its hash is made of it, and nothing else.
pub async fn kept(tx: &mut Tx, id: LateAttemptId) -> StoreResult<Option<String>> {
    Ok(fetch_optional!(tx, (String,), CONTENT, id.to_string())?.map(|(content,)| content))
}

/// Keeps an attempt sealed.
///
/// # Errors
/// `Conflict` when another attempt with the same item came first.
pub async fn insert(tx: &mut Tx, refusal: &Refusal, sealed: &Sealed) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        refusal.id.to_string(),
        refusal.number.as_str(),
        refusal.round.to_string(),
        refusal.kind.code(),
        refusal.item.to_string(),
        refusal.organisation.to_string(),
        sealed.person.to_string(),
        sealed.subgroup.map(|id| id.to_string()),
        refusal.received_at.0,
        refusal.closed_at.0,
        refusal.judged_by.to_string(),
        sealed.content.as_str(),
        refusal.sha256.as_str(),
        refusal.words,
        refusal.bytes,
        refusal.version,
    )
    .map(|_| ())
}

/// Ends the sealed attempt of an item, if there is one: a later one takes its place, or the item was submitted in time after all.
pub async fn close(tx: &mut Tx, item: ItemId, state: LateState, at: Instant) -> StoreResult<()> {
    execute!(tx, CLOSE, item.to_string(), state.code(), at.0).map(|_| ())
}

/// `newer`: the draft in which goes on what was written after it.
///
/// # Errors
/// `Conflict` when it is not sealed any more.
pub async fn set_decided(tx: &mut Tx, ruling: &LateRuling, newer: Option<ItemId>) -> StoreResult<()> {
    let state = match ruling.outcome() {
        LateOutcome::Admit => LateState::Admitted,
        LateOutcome::Decline => LateState::Declined,
    };
    let (id, entry, newer) = (ruling.attempt().to_string(), ruling.entry().to_string(), newer.map(|id| id.to_string()));
    one(execute!(tx, DECIDE, id, state.code(), ruling.at().0, entry, newer)?)
}

/// Notes that an extension admitted an attempt. `newer`: the draft in which goes on what was written after it.
///
/// # Errors
/// `Conflict` when it is not sealed any more.
pub async fn set_covered(tx: &mut Tx, admission: &Admission, newer: Option<ItemId>) -> StoreResult<()> {
    let (id, entry, newer) = (admission.attempt().to_string(), admission.judged_by().to_string(), newer.map(|id| id.to_string()));
    one(execute!(tx, DECIDE, id, LateState::Admitted.code(), admission.at().0, entry, newer)?)
}
