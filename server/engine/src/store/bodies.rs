//! Bodies.

use super::row::{Text, localized};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::body::Body;
use model::domain::ids::BodyId;
use model::domain::language::LocalizedText;
use sqlx::FromRow;

statements! {
    ALL = "SELECT id, code, name, short_name, description FROM body ORDER BY position, id";
    BY_CODE = "SELECT id, code, name, short_name, description FROM body WHERE code = $1";
    BY_ID = "SELECT id, code, name, short_name, description FROM body WHERE id = $1";
    INSERT = "INSERT INTO body (id, code, name, short_name, description, position) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (code) DO NOTHING";
}

#[derive(FromRow)]
struct BodyRow {
    id: Text<BodyId>,
    code: String,
    name: Text<LocalizedText>,
    short_name: Text<LocalizedText>,
    description: Text<LocalizedText>,
}

impl From<BodyRow> for Body {
    fn from(row: BodyRow) -> Self {
        Self { id: row.id.0, code: row.code, name: row.name.0, short_name: row.short_name.0, description: row.description.0 }
    }
}

/// All bodies, in their order.
pub async fn all(tx: &mut Tx) -> StoreResult<Vec<Body>> {
    Ok(fetch_all!(tx, BodyRow, ALL)?.into_iter().map(Body::from).collect())
}

pub async fn by_code(tx: &mut Tx, code: &str) -> StoreResult<Option<Body>> {
    Ok(fetch_optional!(tx, BodyRow, BY_CODE, code)?.map(Body::from))
}

pub async fn by_id(tx: &mut Tx, id: BodyId) -> StoreResult<Option<Body>> {
    Ok(fetch_optional!(tx, BodyRow, BY_ID, id.to_string())?.map(Body::from))
}

/// Adds a body; one with the same code stays as it is.
pub async fn insert(tx: &mut Tx, body: &Body, position: i64) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        body.id.to_string(),
        body.code.as_str(),
        localized(&body.name),
        localized(&body.short_name),
        localized(&body.description),
        position,
    )
    .map(|_| ())
}
