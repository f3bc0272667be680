//! The forms of the account: a code, the proof of who is there, a new password, a new address.

use super::{Check, Fields, Onward};
use crate::domain::validate::{self, Fault, MAX_PASSWORD};
use crate::error::PortalError;
use std::fmt;

/// `/sign-in/code` and `/account/second-factor`: a code of the second factor, or a recovery code.
#[derive(Debug, Clone, Default)]
pub struct FactorCodeForm {
    pub code: String,
    pub onward: Onward,
}

impl FactorCodeForm {
    pub const CODE: &str = "code";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { code: fields.get(Self::CODE), onward: Onward::from_fields(fields) }
    }

    /// Letters and digits in upper case; what people put between them is forgiven.
    ///
    /// # Errors
    /// Missing, or neither a code nor a recovery code by its length.
    pub fn parse(&self) -> Result<String, PortalError> {
        let mut check = Check::default();
        let code = check.field(Self::CODE, factor_code(&self.code));
        check.done(code)
    }
}

fn factor_code(typed: &str) -> Result<String, Fault> {
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).take(40).collect::<String>().to_ascii_uppercase();
    match code.len() {
        0 => Err(Fault::Missing),
        6 | 16 => Ok(code),
        _ => Err(Fault::WrongFactorCode),
    }
}

/// `/account/prove`: the password again, and a code where there is a second factor.
#[derive(Clone, Default)]
pub struct ProveForm {
    /// Never shown again.
    pub password: String,
    pub code: String,
    pub onward: Onward,
}

impl ProveForm {
    pub const PASSWORD: &str = "password";
    pub const CODE: &str = "code";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { password: fields.get(Self::PASSWORD), code: fields.get(Self::CODE), onward: Onward::from_fields(fields) }
    }

    /// Password and code; the code is empty where none is asked for.
    ///
    /// # Errors
    /// Missing.
    pub fn parse(&self, with_code: bool) -> Result<(String, String), PortalError> {
        let mut check = Check::default();
        let password = match self.password.as_str() {
            "" => Err(Fault::Missing),
            long if long.chars().count() > MAX_PASSWORD => Err(Fault::WrongPassword),
            password => Ok(password.to_owned()),
        };
        let password = check.field(Self::PASSWORD, password);
        let code = if with_code { check.field(Self::CODE, factor_code(&self.code)) } else { Some(String::new()) };
        check.done((|| Some((password?, code?)))())
    }
}

impl fmt::Debug for ProveForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProveForm").field("password", &"…").finish_non_exhaustive()
    }
}

/// `/account/password` and `/reset/{token}`: a new password.
#[derive(Clone, Default)]
pub struct PasswordForm {
    /// Never shown again.
    pub password: String,
}

impl PasswordForm {
    pub const PASSWORD: &str = "new_password";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { password: fields.get(Self::PASSWORD) }
    }

    /// The length alone; what it is made of is judged where the person is known.
    ///
    /// # Errors
    /// Missing, too short, too long.
    pub fn parse(&self) -> Result<String, PortalError> {
        let mut check = Check::default();
        let fine = check.field(Self::PASSWORD, validate::new_password(&self.password, "", ""));
        check.done(fine.map(|()| self.password.clone()))
    }
}

impl fmt::Debug for PasswordForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordForm(…)")
    }
}

/// `/account/email` and `/forgotten`: an address.
#[derive(Debug, Clone, Default)]
pub struct EmailForm {
    pub email: String,
}

impl EmailForm {
    pub const EMAIL: &str = "email";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { email: fields.get(Self::EMAIL) }
    }

    /// # Errors
    /// Missing, or not an address.
    pub fn parse(&self) -> Result<String, PortalError> {
        let mut check = Check::default();
        let email = check.field(Self::EMAIL, validate::email(&self.email));
        check.done(email)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_as_people_type_them() {
        let parse = |code: &str| FactorCodeForm { code: code.to_owned(), onward: Onward::default() }.parse();
        assert_eq!(parse(" 123 456"), Ok("123456".to_owned()));
        assert_eq!(parse("abcd-efgh ijkl-2345"), Ok("ABCDEFGHIJKL2345".to_owned()));
        assert!(parse("12345").is_err() && parse("").is_err() && parse(&"9".repeat(10_000)).is_err());
    }

    #[test]
    fn a_form_that_waits_carries_no_password() {
        let fields = |pairs: &[(&str, &str)]| Fields(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect());
        let pending = super::super::Pending::of("/account/password", &fields(&[("new_password", "secret"), ("note", "x")]));
        assert_eq!(pending.fields, [("note".to_owned(), "x".to_owned())]);
        let onward = Onward { next: "/desk".to_owned(), pending: Some(pending) };
        assert_eq!(Onward::from_fields(&Fields(onward.hidden())), onward, "from page to page nothing is lost");
    }
}
