//! `/account/details`: the own name, and the language of mails.

use super::{Check, Fields, choice};
use crate::domain::language::Locale;
use crate::domain::person::SignedIn;
use crate::domain::validate::{self, MAX_NAME};
use crate::error::PortalError;
use crate::portal::OwnDetails;

#[derive(Debug, Clone, Default)]
pub struct DetailsForm {
    pub full_name: String,
    /// The code of a locale.
    pub mail_language: String,
}

impl DetailsForm {
    pub const FULL_NAME: &str = "full_name";
    pub const MAIL_LANGUAGE: &str = "mail_language";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { full_name: fields.get(Self::FULL_NAME), mail_language: fields.get(Self::MAIL_LANGUAGE) }
    }

    /// The form filled with what is stored.
    pub fn of(person: &SignedIn) -> Self {
        Self { full_name: person.full_name.clone(), mail_language: person.mail_language.code().to_owned() }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<OwnDetails, PortalError> {
        let mut check = Check::default();
        let full_name = check.field(Self::FULL_NAME, validate::line(&self.full_name, MAX_NAME));
        let mail_language = check.field(Self::MAIL_LANGUAGE, choice(&self.mail_language, Locale::from_code));
        check.done((|| Some(OwnDetails { full_name: full_name?, mail_language: mail_language? }))())
    }
}
