//! `/sign-in`.

use super::{Fields, Onward};
use std::fmt;

#[derive(Clone, Default)]
pub struct SignInForm {
    pub email: String,
    /// Never shown again.
    pub password: String,
    pub onward: Onward,
}

impl SignInForm {
    pub const EMAIL: &str = "email";
    pub const PASSWORD: &str = "password";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { email: fields.get(Self::EMAIL), password: fields.get(Self::PASSWORD), onward: Onward::from_fields(fields) }
    }
}

impl fmt::Debug for SignInForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignInForm").field("email", &self.email).field("password", &"…").finish_non_exhaustive()
    }
}
