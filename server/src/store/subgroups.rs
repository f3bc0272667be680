//! Subgroups and which organisations have joined them.

use super::organisations::{OrganisationRow, to_ref};
use super::row::{Text, localized};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use app::domain::ids::{BodyId, OrganisationId, PersonId, SubgroupId};
use app::domain::language::LocalizedText;
use app::domain::organisation::OrganisationRef;
use app::domain::subgroup::Subgroup;
use app::domain::time::Instant;
use sqlx::FromRow;

statements! {
    OF_BODY = "SELECT id, body_id, code, name, description FROM subgroup WHERE body_id = $1 ORDER BY position, id";
    BY_CODE = "SELECT id, body_id, code, name, description FROM subgroup WHERE code = $1";
    BY_ID = "SELECT id, body_id, code, name, description FROM subgroup WHERE id = $1";
    BY_IDS = ids "SELECT id, body_id, code, name, description FROM subgroup WHERE id IN " " ORDER BY position, id";
    INSERT = "INSERT INTO subgroup (id, body_id, code, name, description, position) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (code) DO NOTHING";
    JOIN_GROUP = "INSERT INTO subgroup_membership (subgroup_id, organisation_id, joined_at) VALUES ($1, $2, $3) ON CONFLICT (subgroup_id, organisation_id) DO NOTHING";
    MEMBERS = "SELECT o.id, o.name, o.stakeholder_type, o.region FROM subgroup_membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.subgroup_id = $1 AND o.approved_at IS NOT NULL ORDER BY o.name, o.id";
    MEMBER_COUNTS = "SELECT m.subgroup_id, COUNT(*) FROM subgroup_membership m JOIN organisation o ON o.id = m.organisation_id JOIN subgroup s ON s.id = m.subgroup_id WHERE s.body_id = $1 AND o.approved_at IS NOT NULL GROUP BY m.subgroup_id";
    JOINED = "SELECT subgroup_id FROM subgroup_membership WHERE organisation_id = $1";
    JOINED_OF_PERSON = "SELECT m.organisation_id FROM subgroup_membership m JOIN membership p ON p.organisation_id = m.organisation_id WHERE m.subgroup_id = $1 AND p.person_id = $2 AND p.ended_at IS NULL ORDER BY m.organisation_id";
    CODES_OF_PERSON = "SELECT DISTINCT s.code FROM subgroup_membership m JOIN membership p ON p.organisation_id = m.organisation_id JOIN subgroup s ON s.id = m.subgroup_id WHERE p.person_id = $1 AND p.ended_at IS NULL ORDER BY s.code";
    OF_ORGANISATION = "SELECT s.id, s.body_id, s.code, s.name, s.description FROM subgroup_membership m JOIN subgroup s ON s.id = m.subgroup_id WHERE m.organisation_id = $1 ORDER BY s.position, s.id";
    IS_MEMBER = "SELECT joined_at FROM subgroup_membership WHERE subgroup_id = $1 AND organisation_id = $2";
}

#[derive(FromRow)]
struct SubgroupRow {
    id: Text<SubgroupId>,
    body_id: Text<BodyId>,
    code: String,
    name: Text<LocalizedText>,
    description: Text<LocalizedText>,
}

impl From<SubgroupRow> for Subgroup {
    fn from(row: SubgroupRow) -> Self {
        Self { id: row.id.0, body: row.body_id.0, code: row.code, name: row.name.0, description: row.description.0 }
    }
}

pub async fn of_body(tx: &mut Tx, body: BodyId) -> StoreResult<Vec<Subgroup>> {
    Ok(fetch_all!(tx, SubgroupRow, OF_BODY, body.to_string())?.into_iter().map(Subgroup::from).collect())
}

/// By its code as stored, `SG-RNP`.
pub async fn by_code(tx: &mut Tx, code: &str) -> StoreResult<Option<Subgroup>> {
    Ok(fetch_optional!(tx, SubgroupRow, BY_CODE, code)?.map(Subgroup::from))
}

pub async fn by_id(tx: &mut Tx, id: SubgroupId) -> StoreResult<Option<Subgroup>> {
    Ok(fetch_optional!(tx, SubgroupRow, BY_ID, id.to_string())?.map(Subgroup::from))
}

/// Those of a JSON list of ids (see [`super::row::id_list`]).
pub async fn by_ids(tx: &mut Tx, ids: &str) -> StoreResult<Vec<Subgroup>> {
    Ok(fetch_all!(tx, SubgroupRow, BY_IDS, ids)?.into_iter().map(Subgroup::from).collect())
}

/// Adds a subgroup; one with the same code stays as it is.
pub async fn insert(tx: &mut Tx, subgroup: &Subgroup, position: i64) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        subgroup.id.to_string(),
        subgroup.body.to_string(),
        subgroup.code.as_str(),
        localized(&subgroup.name),
        localized(&subgroup.description),
        position,
    )
    .map(|_| ())
}

/// Joins a subgroup; answers whether it is new.
pub async fn join(tx: &mut Tx, subgroup: SubgroupId, organisation: OrganisationId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, JOIN_GROUP, subgroup.to_string(), organisation.to_string(), at.0)? == 1)
}

/// The public members, by name.
pub async fn members(tx: &mut Tx, subgroup: SubgroupId) -> StoreResult<Vec<OrganisationRef>> {
    Ok(fetch_all!(tx, OrganisationRow, MEMBERS, subgroup.to_string())?.into_iter().map(to_ref).collect())
}

/// The number of public members of each subgroup of a body that has any.
pub async fn member_counts(tx: &mut Tx, body: BodyId) -> StoreResult<Vec<(SubgroupId, i64)>> {
    Ok(fetch_all!(tx, (Text<SubgroupId>, i64), MEMBER_COUNTS, body.to_string())?.into_iter().map(|(id, n)| (id.0, n)).collect())
}

/// The subgroups an organisation has joined, in their order.
pub async fn of_organisation(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<Subgroup>> {
    Ok(fetch_all!(tx, SubgroupRow, OF_ORGANISATION, organisation.to_string())?.into_iter().map(Subgroup::from).collect())
}

/// The ids of the subgroups an organisation has joined.
pub async fn joined(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<SubgroupId>> {
    Ok(fetch_all!(tx, (Text<SubgroupId>,), JOINED, organisation.to_string())?.into_iter().map(|(id,)| id.0).collect())
}

/// Which of a person's organisations have joined a subgroup.
pub async fn joined_of_person(tx: &mut Tx, subgroup: SubgroupId, person: PersonId) -> StoreResult<Vec<OrganisationId>> {
    let rows = fetch_all!(tx, (Text<OrganisationId>,), JOINED_OF_PERSON, subgroup.to_string(), person.to_string())?;
    Ok(rows.into_iter().map(|(id,)| id.0).collect())
}

/// The codes of the subgroups a person's organisations have joined.
pub async fn codes_of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<String>> {
    Ok(fetch_all!(tx, (String,), CODES_OF_PERSON, person.to_string())?.into_iter().map(|(code,)| code).collect())
}

pub async fn is_member(tx: &mut Tx, subgroup: SubgroupId, organisation: OrganisationId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i64,), IS_MEMBER, subgroup.to_string(), organisation.to_string())?.is_some())
}
