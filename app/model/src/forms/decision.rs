//! The moderator's decision.

use super::{Check, Fields, choice, version};
use crate::domain::moderation::Outcome;
use crate::domain::validate::{self, MAX_REASON};
use crate::error::PortalError;
use crate::portal::NewDecision;

#[derive(Debug, Clone, Default)]
pub struct DecisionForm {
    /// The value of the button pressed: a code of `Outcome`.
    pub outcome: String,
    pub reason: String,
    pub version: String,
}

impl DecisionForm {
    pub const OUTCOME: &str = "outcome";
    pub const REASON: &str = "reason";
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { outcome: fields.get(Self::OUTCOME), reason: fields.get(Self::REASON), version: fields.get(Self::VERSION) }
    }

    /// A reason is required unless the input is accepted.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewDecision, PortalError> {
        let mut check = Check::default();
        let outcome = check.field(Self::OUTCOME, choice(&self.outcome, Outcome::from_code));
        let reason = match outcome {
            Some(Outcome::Accept) => validate::text(&self.reason, MAX_REASON),
            _ => validate::required_text(&self.reason, MAX_REASON),
        };
        let reason = check.field(Self::REASON, reason);
        let values = (|| Some(NewDecision { outcome: outcome?, reason: reason?.trim().to_owned(), version: version(&self.version) }))();
        check.done(values)
    }
}
