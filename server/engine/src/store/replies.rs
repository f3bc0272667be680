//! What authors answer to decisions.

use super::sql::{execute, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{DecisionId, OrganisationId, PersonId};
use model::domain::time::Instant;

statements! {
    INSERT = "INSERT INTO decision_reply (decision_id, organisation_id, text, replied_at, replied_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (decision_id) DO NOTHING";
}

/// A new answer.
#[derive(Debug)]
pub struct NewReply<'a> {
    pub decision: DecisionId,
    pub organisation: OrganisationId,
    pub text: &'a str,
    pub at: Instant,
    pub by: PersonId,
}

/// Stores an answer; says whether there was none to the decision.
pub async fn insert(tx: &mut Tx, new: &NewReply<'_>) -> StoreResult<bool> {
    let (decision, organisation) = (new.decision.to_string(), new.organisation.to_string());
    Ok(execute!(tx, INSERT, decision, organisation, new.text, new.at.0, new.by.to_string())? > 0)
}
