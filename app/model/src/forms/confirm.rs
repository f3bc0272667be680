//! `/confirm`.

use super::{Check, Fields};
use crate::domain::validate::Fault;
use crate::error::PortalError;

#[derive(Debug, Clone, Default)]
pub struct ConfirmForm {
    pub code: String,
}

impl ConfirmForm {
    pub const CODE: &str = "code";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { code: fields.get(Self::CODE) }
    }

    /// Six digits; spaces between them, and the invisible marks that come along from a mail, are forgiven.
    ///
    /// # Errors
    /// Missing, or not six digits.
    pub fn parse(&self) -> Result<String, PortalError> {
        let mut check = Check::default();
        let digits: String =
            self.code.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')).collect();
        let code = match digits.len() {
            0 => Err(Fault::Missing),
            6 if digits.bytes().all(|b| b.is_ascii_digit()) => Ok(digits),
            _ => Err(Fault::WrongCode),
        };
        let code = check.field(Self::CODE, code);
        check.done(code)
    }
}
