//! The chair's decision on a late attempt.

use super::{Check, Fields, choice};
use crate::domain::late::LateOutcome;
use crate::domain::validate::{self, MAX_REASON};
use crate::error::PortalError;
use crate::portal::LateDecision;

#[derive(Debug, Clone, Default)]
pub struct LateForm {
    /// The value of the button pressed: a code of `LateOutcome`.
    pub outcome: String,
    pub reason: String,
}

impl LateForm {
    pub const OUTCOME: &str = "outcome";
    pub const REASON: &str = "reason";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { outcome: fields.get(Self::OUTCOME), reason: fields.get(Self::REASON) }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<LateDecision, PortalError> {
        let mut check = Check::default();
        let outcome = check.field(Self::OUTCOME, choice(&self.outcome, LateOutcome::from_code));
        let reason = check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON));
        let values = (|| Some(LateDecision { outcome: outcome?, reason: reason?.trim().to_owned() }))();
        check.done(values)
    }
}
