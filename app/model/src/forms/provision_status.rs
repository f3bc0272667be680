//! The chair's form of how far a provision has come.

use super::{Check, Fields, choice, version};
use crate::domain::provision_status::{MAX_NOTE, ProvisionStatus};
use crate::domain::validate;
use crate::error::PortalError;

#[derive(Debug, Clone, Default)]
pub struct StatusForm {
    pub status: String,
    /// What is to be said with it; may be empty.
    pub note: String,
    /// Hidden: the number of what was in force when the page was made; 0: nothing.
    pub after: String,
}

impl StatusForm {
    pub const STATUS: &str = "status";
    pub const NOTE: &str = "note";
    pub const AFTER: &str = "after";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { status: fields.get(Self::STATUS), note: fields.get(Self::NOTE), after: fields.get(Self::AFTER) }
    }

    /// The status, the note, and the number it comes after.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<(ProvisionStatus, String, i64), PortalError> {
        let mut check = Check::default();
        let status = check.field(Self::STATUS, choice(&self.status, ProvisionStatus::from_code));
        let note = check.field(Self::NOTE, validate::optional_line(&self.note, MAX_NOTE));
        check.done(status.zip(note).map(|(status, note)| (status, note, version(&self.after))))
    }
}
