//! Subgroups themselves. Who is in them stands in `subgroup_members`.

use super::row::{Text, localized};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{BodyId, OrganisationId, SubgroupId};
use model::domain::language::LocalizedText;
use model::domain::subgroup::{Joining, Subgroup};
use sqlx::FromRow;

statements! {
    OF_BODY = "SELECT id, body_id, code, name, description, joining FROM subgroup WHERE body_id = $1 ORDER BY position, id";
    BY_CODE = "SELECT id, body_id, code, name, description, joining FROM subgroup WHERE code = $1";
    BY_ID = "SELECT id, body_id, code, name, description, joining FROM subgroup WHERE id = $1";
    BY_IDS = ids "SELECT id, body_id, code, name, description, joining FROM subgroup WHERE id IN " " ORDER BY position, id";
    INSERT = "INSERT INTO subgroup (id, body_id, code, name, description, position, joining) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (code) DO NOTHING";
    SET_JOINING = "UPDATE subgroup SET joining = $2 WHERE id = $1 AND joining <> $2";
    OF_ORGANISATION = "SELECT s.id, s.body_id, s.code, s.name, s.description, s.joining FROM subgroup_membership g JOIN subgroup s ON s.id = g.subgroup_id WHERE g.organisation_id = $1 AND g.joined_at IS NOT NULL AND g.ended_at IS NULL ORDER BY s.position, s.id";
}

#[derive(FromRow)]
struct SubgroupRow {
    id: Text<SubgroupId>,
    body_id: Text<BodyId>,
    code: String,
    name: Text<LocalizedText>,
    description: Text<LocalizedText>,
    joining: Text<Joining>,
}

impl From<SubgroupRow> for Subgroup {
    fn from(row: SubgroupRow) -> Self {
        Self { id: row.id.0, body: row.body_id.0, code: row.code, name: row.name.0, description: row.description.0, joining: row.joining.0 }
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
        subgroup.joining.code(),
    )
    .map(|_| ())
}

/// The subgroups an organisation is a member of, in their order.
pub async fn of_organisation(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<Subgroup>> {
    Ok(fetch_all!(tx, SubgroupRow, OF_ORGANISATION, organisation.to_string())?.into_iter().map(Subgroup::from).collect())
}

/// Sets how organisations join; answers whether that is a change.
pub async fn set_joining(tx: &mut Tx, id: SubgroupId, joining: Joining) -> StoreResult<bool> {
    Ok(execute!(tx, SET_JOINING, id.to_string(), joining.code())? == 1)
}
