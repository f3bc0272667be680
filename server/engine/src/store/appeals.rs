//! Appeals against decisions.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{AppealId, BodyId, DecisionId, OrganisationId, PersonId};
use model::domain::time::Instant;
use sqlx::FromRow;

statements! {
    INSERT = "INSERT INTO appeal (id, decision_id, body_id, organisation_id, text, filed_at, filed_by) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (decision_id) DO NOTHING";
    BY_ID = "SELECT decision_id, body_id, text, filed_at, answer_id FROM appeal WHERE id = $1";
    ANSWER = "UPDATE appeal SET answer_id = $2 WHERE id = $1 AND answer_id IS NULL";
}

#[derive(FromRow)]
struct AppealRow {
    decision_id: Text<DecisionId>,
    body_id: Text<BodyId>,
    text: String,
    filed_at: i64,
    answer_id: Option<Text<DecisionId>>,
}

/// An appeal.
#[derive(Debug)]
pub struct StoredAppeal {
    pub decision: DecisionId,
    pub body: BodyId,
    pub text: String,
    pub filed_at: Instant,
    pub answer: Option<DecisionId>,
}

impl From<AppealRow> for StoredAppeal {
    fn from(row: AppealRow) -> Self {
        Self {
            decision: row.decision_id.0,
            body: row.body_id.0,
            text: row.text,
            filed_at: Instant(row.filed_at),
            answer: row.answer_id.map(|id| id.0),
        }
    }
}

/// A new appeal.
#[derive(Debug)]
pub struct NewAppeal<'a> {
    pub id: AppealId,
    pub decision: DecisionId,
    pub body: BodyId,
    pub organisation: OrganisationId,
    pub text: &'a str,
    pub at: Instant,
    pub by: PersonId,
}

/// Stores an appeal; answers whether there was none against the decision.
pub async fn insert(tx: &mut Tx, new: &NewAppeal<'_>) -> StoreResult<bool> {
    let rows = execute!(
        tx,
        INSERT,
        new.id.to_string(),
        new.decision.to_string(),
        new.body.to_string(),
        new.organisation.to_string(),
        new.text,
        new.at.0,
        new.by.to_string(),
    )?;
    Ok(rows > 0)
}

pub async fn by_id(tx: &mut Tx, id: AppealId) -> StoreResult<Option<StoredAppeal>> {
    Ok(fetch_optional!(tx, AppealRow, BY_ID, id.to_string())?.map(StoredAppeal::from))
}

/// # Errors
/// `Conflict` when it was answered meanwhile.
pub async fn set_answered(tx: &mut Tx, id: AppealId, answer: DecisionId) -> StoreResult<()> {
    one(execute!(tx, ANSWER, id.to_string(), answer.to_string())?)
}
