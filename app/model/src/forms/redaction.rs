//! The form with which words of an input are redacted.

use super::{Check, Fields, choice, version};
use crate::domain::moderation::ReasonCode;
use crate::domain::redaction::{MAX_PASSAGE, MOST_PASSAGES, passages};
use crate::domain::validate::{self, MAX_REASON};
use crate::error::PortalError;
use crate::portal::NewRedaction;

/// Limit of what is typed into the field of passages, with room for empty lines.
const MAX_PASSAGES: usize = MAX_PASSAGE * MOST_PASSAGES * 2;

/// Words of an input are redacted.
#[derive(Debug, Clone, Default)]
pub struct RedactionForm {
    /// One a line.
    pub passages: String,
    /// A code of `ReasonCode`.
    pub code: String,
    pub reason: String,
    pub version: String,
    /// The passages whose effect was shown.
    pub shown: String,
    /// The value of the button pressed: [`Self::TRY`] or [`Self::REDACT`].
    pub act: String,
}

impl RedactionForm {
    pub const PASSAGES: &str = "passages";
    pub const CODE: &str = "code";
    pub const REASON: &str = "reason";
    pub const VERSION: &str = "version";
    pub const SHOWN: &str = "shown";
    pub const ACT: &str = "act";
    /// Shows what others would read.
    pub const TRY: &str = "try";
    pub const REDACT: &str = "redact";

    pub fn from_fields(fields: &Fields) -> Self {
        let get = |name| fields.get(name);
        Self {
            passages: get(Self::PASSAGES),
            code: get(Self::CODE),
            reason: get(Self::REASON),
            version: get(Self::VERSION),
            shown: get(Self::SHOWN),
            act: get(Self::ACT),
        }
    }

    /// Whether it is to be carried out, and what others would read of it was shown.
    pub fn is_final(&self) -> bool {
        self.act == Self::REDACT && passages(&self.shown).is_ok_and(|shown| passages(&self.passages) == Ok(shown))
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewRedaction, PortalError> {
        let mut check = Check::default();
        let typed = validate::text(&self.passages, MAX_PASSAGES).and_then(|typed| passages(&typed));
        let typed = check.field(Self::PASSAGES, typed);
        let code = check.field(Self::CODE, choice(&self.code, |code| ReasonCode::from_code(code).filter(|code| code.serves_redaction())));
        let reason = match code {
            Some(code) if code.needs_words() => validate::required_text(&self.reason, MAX_REASON),
            _ => validate::text(&self.reason, MAX_REASON),
        };
        let reason = check.field(Self::REASON, reason);
        let version = version(&self.version);
        check.done((|| Some(NewRedaction { passages: typed?, code: code?, reason: reason?.trim().to_owned(), version }))())
    }
}
