//! Claims to be the contact point of an organisation, and whether the contact point can be reached.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{ClaimId, OrganisationId, PersonId};
use model::domain::membership::ClaimState;
use model::domain::time::Instant;
use sqlx::FromRow;

macro_rules! claim {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.organisation_id, o.name AS organisation_name, c.person_id, p.full_name, c.reason, c.created_at, c.state, c.answer, ",
            "c.answered_at FROM contact_claim c JOIN organisation o ON o.id = c.organisation_id JOIN person p ON p.id = c.person_id ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO contact_claim (id, organisation_id, person_id, reason, created_at, state, answer, answered_at) VALUES ($1, $2, $3, $4, $5, 'open', '', NULL)";
    OF = from claim "WHERE c.organisation_id = $1 ORDER BY c.created_at DESC, c.id DESC LIMIT 20";
    PENDING = from claim "WHERE c.state IN ('open', 'objected') ORDER BY c.created_at, c.id LIMIT 200";
    BY_ID = from claim "WHERE c.id = $1";
    ANSWER = "UPDATE contact_claim SET state = $3, answer = $4, answered_at = $5 WHERE id = $1 AND state = $2";
    WITHDRAW_OF = "UPDATE contact_claim SET state = 'withdrawn', answered_at = $3 WHERE organisation_id = $1 AND person_id = $2 AND state IN ('open', 'objected')";
    CONTACT_POINTS = ids "SELECT m.organisation_id, p.id, p.email, p.created_at FROM membership m JOIN person p ON p.id = m.person_id WHERE m.ended_at IS NULL AND m.function = 'contact_point' AND m.organisation_id IN " " ORDER BY m.organisation_id, p.id";
    SIGNED_IN = ids "SELECT object_id, MAX(at) FROM audit_event WHERE act IN ('signed_in', 'registered') AND object_id IN " " GROUP BY object_id ORDER BY object_id";
    UNDELIVERED = ids "SELECT DISTINCT recipient FROM mail WHERE sent_at IS NULL AND attempts >= 5 AND recipient IN " " ORDER BY recipient";
}

#[derive(FromRow)]
struct ClaimRow {
    id: Text<ClaimId>,
    organisation_id: Text<OrganisationId>,
    organisation_name: String,
    person_id: Text<PersonId>,
    full_name: String,
    reason: String,
    created_at: i64,
    state: Text<ClaimState>,
    answer: String,
    answered_at: Option<i64>,
}

/// A claim as it is stored; from when on it may be confirmed depends on who can be reached.
#[derive(Debug, Clone)]
pub struct Claim {
    pub id: ClaimId,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub person: PersonId,
    pub full_name: String,
    pub reason: String,
    pub created_at: Instant,
    pub state: ClaimState,
    pub answer: String,
    pub answered_at: Option<Instant>,
}

impl From<ClaimRow> for Claim {
    fn from(row: ClaimRow) -> Self {
        Self {
            id: row.id.0,
            organisation: row.organisation_id.0,
            organisation_name: row.organisation_name,
            person: row.person_id.0,
            full_name: row.full_name,
            reason: row.reason,
            created_at: Instant(row.created_at),
            state: row.state.0,
            answer: row.answer,
            answered_at: row.answered_at.map(Instant),
        }
    }
}

pub async fn insert(
    tx: &mut Tx,
    id: ClaimId,
    organisation: OrganisationId,
    person: PersonId,
    reason: &str,
    at: Instant,
) -> StoreResult<()> {
    execute!(tx, INSERT, id.to_string(), organisation.to_string(), person.to_string(), reason, at.0).map(|_| ())
}

/// The claims of an organisation, the newest first.
pub async fn of(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<Claim>> {
    Ok(fetch_all!(tx, ClaimRow, OF, organisation.to_string())?.into_iter().map(Claim::from).collect())
}

/// The claims that wait for the secretariat, the oldest first.
pub async fn pending(tx: &mut Tx) -> StoreResult<Vec<Claim>> {
    Ok(fetch_all!(tx, ClaimRow, PENDING)?.into_iter().map(Claim::from).collect())
}

pub async fn by_id(tx: &mut Tx, id: ClaimId) -> StoreResult<Option<Claim>> {
    Ok(fetch_optional!(tx, ClaimRow, BY_ID, id.to_string())?.map(Claim::from))
}

/// Moves a claim on from the state it was read in.
///
/// # Errors
/// `Conflict` when it is in another state by now.
pub async fn answer(tx: &mut Tx, claim: &Claim, state: ClaimState, words: &str, at: Instant) -> StoreResult<()> {
    one(execute!(tx, ANSWER, claim.id.to_string(), claim.state.code(), state.code(), words, at.0)?)
}

/// Who is no member any more claims nothing any more.
pub async fn withdraw_of(tx: &mut Tx, organisation: OrganisationId, person: PersonId, at: Instant) -> StoreResult<()> {
    execute!(tx, WITHDRAW_OF, organisation.to_string(), person.to_string(), at.0).map(|_| ())
}

/// A contact point, and what is known of whether they can be reached.
#[derive(Debug, Clone)]
pub struct ContactPoint {
    pub organisation: OrganisationId,
    pub last_signed_in: Instant,
    pub mails_fail: bool,
}

/// The contact points of these organisations (JSON list of ids).
pub async fn contact_points(tx: &mut Tx, organisations: &str) -> StoreResult<Vec<ContactPoint>> {
    let rows = fetch_all!(tx, (Text<OrganisationId>, Text<PersonId>, String, i64), CONTACT_POINTS, organisations)?;
    let people = super::id_list(rows.iter().map(|row| row.1.0));
    let addresses = super::id_list(rows.iter().map(|row| &row.2));
    let signed_in = fetch_all!(tx, (String, i64), SIGNED_IN, people)?;
    let failing = fetch_all!(tx, (String,), UNDELIVERED, addresses)?;
    Ok(rows
        .into_iter()
        .map(|(organisation, person, email, created_at)| {
            let id = person.0.to_string();
            let last = signed_in.iter().find(|(of, _)| *of == id).map_or(created_at, |(_, at)| *at);
            ContactPoint {
                organisation: organisation.0,
                last_signed_in: Instant(last),
                mails_fail: failing.iter().any(|(address,)| *address == email),
            }
        })
        .collect())
}
