//! Organisations and memberships.

use super::row::Text;
use super::sql::{execute, fetch_optional, statements};
use super::{StoreResult, Tx};
use app::domain::ids::{MembershipId, OrganisationId, PersonId};
use app::domain::organisation::{Organisation, OrganisationRef, Region, StakeholderType};
use app::domain::person::Function;
use app::domain::time::Instant;
use sqlx::FromRow;

statements! {
    INSERT = "INSERT INTO organisation (id, name, stakeholder_type, region, created_at, approved_at) VALUES ($1, $2, $3, $4, $5, $6)";
    INSERT_MEMBER = "INSERT INTO membership (id, organisation_id, person_id, function, created_at) VALUES ($1, $2, $3, $4, $5)";
    REF_BY_ID = "SELECT id, name, stakeholder_type, region FROM organisation WHERE id = $1";
    LOCK = "UPDATE organisation SET id = id WHERE id = $1";
    APPROVE = "UPDATE organisation SET approved_at = $2 WHERE id = $1 AND approved_at IS NULL";
}

/// The columns of [`OrganisationRef`], as other modules select them too.
#[derive(FromRow)]
pub(super) struct OrganisationRow {
    id: Text<OrganisationId>,
    name: String,
    stakeholder_type: Text<StakeholderType>,
    region: Text<Region>,
}

pub(super) fn to_ref(row: OrganisationRow) -> OrganisationRef {
    OrganisationRef { id: row.id.0, name: row.name, stakeholder_type: row.stakeholder_type.0, region: row.region.0 }
}

pub async fn insert(tx: &mut Tx, organisation: &Organisation) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        organisation.id.to_string(),
        organisation.name.as_str(),
        organisation.stakeholder_type.code(),
        organisation.region.code(),
        organisation.created_at.0,
        organisation.approved_at.map(|at| at.0),
    )
    .map(|_| ())
}

/// Makes a person a member.
pub async fn insert_member(
    tx: &mut Tx,
    id: MembershipId,
    organisation: OrganisationId,
    person: PersonId,
    function: Function,
    at: Instant,
) -> StoreResult<()> {
    execute!(tx, INSERT_MEMBER, id.to_string(), organisation.to_string(), person.to_string(), function.code(), at.0).map(|_| ())
}

pub async fn ref_by_id(tx: &mut Tx, id: OrganisationId) -> StoreResult<Option<OrganisationRef>> {
    Ok(fetch_optional!(tx, OrganisationRow, REF_BY_ID, id.to_string())?.map(to_ref))
}

/// Makes other writers of this organisation wait until this transaction has ended. `SQLite` has one writer anyway; on `PostgreSQL`
/// a double click would otherwise look for its twin before the twin is there.
pub async fn lock(tx: &mut Tx, id: OrganisationId) -> StoreResult<()> {
    execute!(tx, LOCK, id.to_string()).map(|_| ())
}

/// Approves an organisation; answers whether it was not approved before.
pub async fn approve(tx: &mut Tx, id: OrganisationId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, APPROVE, id.to_string(), at.0)? == 1)
}
