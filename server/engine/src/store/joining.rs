//! Requests to join an organisation, what was typed at registration, colleagues by domain.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{JoinRequestId, OrganisationId, PersonId};
use model::domain::membership::RequestState;
use model::domain::organisation::{Region, StakeholderType};
use model::domain::time::Instant;
use model::portal::{NewOrganisation, OwnRequest, RequestLine};
use sqlx::FromRow;

statements! {
    INSERT = "INSERT INTO join_request (id, organisation_id, person_id, message, created_at, state, reason) VALUES ($1, $2, $3, $4, $5, 'open', '')";
    OPEN_OF = "SELECT r.id, p.full_name, p.email, p.confirmed_at, r.message, r.created_at FROM join_request r JOIN person p ON p.id = r.person_id WHERE r.organisation_id = $1 AND r.state = 'open' ORDER BY r.created_at, r.id LIMIT 200";
    OPEN_ID = "SELECT id FROM join_request WHERE organisation_id = $1 AND person_id = $2 AND state = 'open' ORDER BY created_at, id LIMIT 1";
    BY_ID = "SELECT organisation_id, person_id FROM join_request WHERE id = $1 AND state = 'open'";
    ANSWER = "UPDATE join_request SET state = $2, reason = $3 WHERE id = $1 AND state = 'open'";
    OWN = "SELECT r.id, r.organisation_id, o.name, r.created_at, r.state, r.reason FROM join_request r JOIN organisation o ON o.id = r.organisation_id WHERE r.person_id = $1 AND (r.state = 'open' OR (r.state = 'declined' AND r.created_at > $2)) ORDER BY r.created_at DESC, r.id DESC LIMIT 20";
    CLOSE_OTHERS = "UPDATE join_request SET state = 'withdrawn' WHERE person_id = $1 AND organisation_id = $2 AND state = 'open'";
    PUT_CHOICE = "INSERT INTO registration_choice (person_id, organisation_name, stakeholder_type, region, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person_id) DO UPDATE SET organisation_name = excluded.organisation_name, stakeholder_type = excluded.stakeholder_type, region = excluded.region, created_at = excluded.created_at";
    CHOICE = "SELECT organisation_name, stakeholder_type, region FROM registration_choice WHERE person_id = $1";
    DELETE_CHOICE = "DELETE FROM registration_choice WHERE person_id = $1";
    WAITING = ids "SELECT o.id, (SELECT COUNT(*) FROM join_request r WHERE r.organisation_id = o.id AND r.state = 'open'), (SELECT COUNT(*) FROM contact_claim c WHERE c.organisation_id = o.id AND c.state IN ('open', 'objected')) FROM organisation o WHERE o.id IN " " ORDER BY o.id";
    OF_DOMAIN = "SELECT DISTINCT o.id, o.approved_at FROM person p JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL JOIN organisation o ON o.id = m.organisation_id WHERE p.email_domain = $1 AND p.confirmed_at IS NOT NULL AND o.merged_into IS NULL ORDER BY o.id LIMIT 10";
}

#[derive(FromRow)]
struct RequestRow {
    id: Text<JoinRequestId>,
    full_name: String,
    email: String,
    confirmed_at: Option<i64>,
    message: String,
    created_at: i64,
}

pub async fn insert(
    tx: &mut Tx,
    id: JoinRequestId,
    organisation: OrganisationId,
    person: PersonId,
    message: &str,
    at: Instant,
) -> StoreResult<()> {
    execute!(tx, INSERT, id.to_string(), organisation.to_string(), person.to_string(), message, at.0).map(|_| ())
}

/// The open requests to an organisation, the oldest first.
pub async fn open_of(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<RequestLine>> {
    let rows = fetch_all!(tx, RequestRow, OPEN_OF, organisation.to_string())?;
    Ok(rows
        .into_iter()
        .map(|row| RequestLine {
            id: row.id.0,
            full_name: row.full_name,
            email: row.email,
            confirmed: row.confirmed_at.is_some(),
            message: row.message,
            created_at: Instant(row.created_at),
        })
        .collect())
}

/// Whether a person's request to an organisation is open.
pub async fn has_asked(tx: &mut Tx, organisation: OrganisationId, person: PersonId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (String,), OPEN_ID, organisation.to_string(), person.to_string())?.is_some())
}

/// To which organisation an open request goes, and whose it is.
pub async fn open_by_id(tx: &mut Tx, id: JoinRequestId) -> StoreResult<Option<(OrganisationId, PersonId)>> {
    Ok(fetch_optional!(tx, (Text<OrganisationId>, Text<PersonId>), BY_ID, id.to_string())?.map(|(o, p)| (o.0, p.0)))
}

/// # Errors
/// `Conflict` when it is not open any more.
pub async fn answer(tx: &mut Tx, id: JoinRequestId, state: RequestState, reason: &str) -> StoreResult<()> {
    one(execute!(tx, ANSWER, id.to_string(), state.code(), reason)?)
}

/// A person who has come in another way needs no answer any more.
pub async fn close_of(tx: &mut Tx, person: PersonId, organisation: OrganisationId) -> StoreResult<()> {
    execute!(tx, CLOSE_OTHERS, person.to_string(), organisation.to_string()).map(|_| ())
}

/// A person's requests that are open, or were declined after `since`; the newest first.
pub async fn own(tx: &mut Tx, person: PersonId, since: Instant) -> StoreResult<Vec<OwnRequest>> {
    type Row = (Text<JoinRequestId>, Text<OrganisationId>, String, i64, Text<RequestState>, String);
    Ok(fetch_all!(tx, Row, OWN, person.to_string(), since.0)?
        .into_iter()
        .map(|(id, organisation, name, created_at, state, reason)| OwnRequest {
            id: id.0,
            organisation: organisation.0,
            organisation_name: name,
            created_at: Instant(created_at),
            state: state.0,
            reason,
        })
        .collect())
}

/// Keeps what was typed at registration until the person has chosen.
pub async fn put_choice(tx: &mut Tx, person: PersonId, new: &NewOrganisation, at: Instant) -> StoreResult<()> {
    execute!(tx, PUT_CHOICE, person.to_string(), new.name.as_str(), new.stakeholder_type.code(), new.region.code(), at.0).map(|_| ())
}

pub async fn choice(tx: &mut Tx, person: PersonId) -> StoreResult<Option<NewOrganisation>> {
    let row = fetch_optional!(tx, (String, Text<StakeholderType>, Text<Region>), CHOICE, person.to_string())?;
    Ok(row.map(|(name, stakeholder_type, region)| NewOrganisation { name, stakeholder_type: stakeholder_type.0, region: region.0 }))
}

pub async fn delete_choice(tx: &mut Tx, person: PersonId) -> StoreResult<()> {
    execute!(tx, DELETE_CHOICE, person.to_string()).map(|_| ())
}

/// For each of these organisations (JSON list of ids) the open requests and the pending claims.
pub async fn waiting(tx: &mut Tx, organisations: &str) -> StoreResult<Vec<(OrganisationId, i64, i64)>> {
    let rows = fetch_all!(tx, (Text<OrganisationId>, i64, i64), WAITING, organisations)?;
    Ok(rows.into_iter().map(|(id, requests, claims)| (id.0, requests, claims)).collect())
}

/// The organisations that have a member with a confirmed address at this domain (at most ten), and whether each is public.
pub async fn of_domain(tx: &mut Tx, domain: &str) -> StoreResult<Vec<(OrganisationId, bool)>> {
    let rows = fetch_all!(tx, (Text<OrganisationId>, Option<i64>), OF_DOMAIN, domain)?;
    Ok(rows.into_iter().map(|(id, approved)| (id.0, approved.is_some())).collect())
}
