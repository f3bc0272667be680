//! The form of an act that asks for nothing but its reason: ending an office, removing a lost second factor, taking a decision back, an appeal.

use super::{Check, Fields};
use crate::domain::validate::{self, MAX_REASON};
use crate::error::PortalError;

#[derive(Debug, Clone, Default)]
pub struct ReasonForm {
    pub reason: String,
}

impl ReasonForm {
    pub const REASON: &str = "reason";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { reason: fields.get(Self::REASON) }
    }

    /// # Errors
    /// No reason, or one that is too long.
    pub fn parse(&self) -> Result<String, PortalError> {
        let mut check = Check::default();
        let reason = check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON));
        check.done(reason.map(|reason| reason.trim().to_owned()))
    }
}
