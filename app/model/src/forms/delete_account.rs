//! The last form of an account: deleting it.

use super::{Check, Fields};
use crate::domain::validate::{self, Fault};
use crate::error::PortalError;

/// Typing one's own address says that this is no slip of the hand.
#[derive(Debug, Clone, Default)]
pub struct DeleteAccountForm {
    pub email: String,
}

impl DeleteAccountForm {
    pub const EMAIL: &str = "own_email";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { email: fields.get(Self::EMAIL) }
    }

    /// # Errors
    /// Not the address of the account.
    pub fn parse(&self, own: &str) -> Result<(), PortalError> {
        let mut check = Check::default();
        let typed = validate::email(&self.email).and_then(|typed| if typed == own { Ok(()) } else { Err(Fault::NotYourEmail) });
        let value = check.field(Self::EMAIL, typed);
        check.done(value)
    }
}
