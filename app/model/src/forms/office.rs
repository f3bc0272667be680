//! Appointing somebody, and ending an office.

use super::{Check, Fields, choice};
use crate::calendar;
use crate::domain::validate::{self, MAX_REASON};
use crate::error::PortalError;
use crate::portal::{NewOffice, OfficeChoice};

#[derive(Debug, Clone, Default)]
pub struct OfficeForm {
    pub email: String,
    /// `chair`, `secretariat`, `administrator`, or `moderator:` and the code of a subgroup.
    pub office: String,
    /// The last day of the term, `2027-12-31`.
    pub until: String,
    pub reason: String,
}

impl OfficeForm {
    pub const EMAIL: &str = "email";
    pub const OFFICE: &str = "office";
    pub const UNTIL: &str = "until";
    pub const REASON: &str = "reason";
    const MODERATOR: &str = "moderator:";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            email: fields.get(Self::EMAIL),
            office: fields.get(Self::OFFICE),
            until: fields.get(Self::UNTIL),
            reason: fields.get(Self::REASON),
        }
    }

    /// The value an office has in the form.
    pub fn code(choice: &OfficeChoice) -> String {
        match choice {
            OfficeChoice::Moderator(subgroup) => format!("{}{subgroup}", Self::MODERATOR),
            OfficeChoice::Chair => "chair".to_owned(),
            OfficeChoice::Secretariat => "secretariat".to_owned(),
            OfficeChoice::Administrator => "administrator".to_owned(),
        }
    }

    fn office(code: &str) -> Option<OfficeChoice> {
        match code {
            "chair" => Some(OfficeChoice::Chair),
            "secretariat" => Some(OfficeChoice::Secretariat),
            "administrator" => Some(OfficeChoice::Administrator),
            other => {
                let subgroup = other.strip_prefix(Self::MODERATOR)?;
                validate::line(subgroup, validate::MAX_QUERY).ok().map(OfficeChoice::Moderator)
            }
        }
    }

    /// A moderator needs a last day, an administrator has none, the others may have one.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewOffice, PortalError> {
        let mut check = Check::default();
        let email = check.field(Self::EMAIL, validate::email(&self.email));
        let office = check.field(Self::OFFICE, choice(&self.office, Self::office));
        let until = match &office {
            Some(OfficeChoice::Administrator) => Ok(None),
            Some(OfficeChoice::Moderator(_)) => calendar::day_end(&self.until).map(Some),
            _ if self.until.trim().is_empty() => Ok(None),
            _ => calendar::day_end(&self.until).map(Some),
        };
        let until = check.field(Self::UNTIL, until);
        let reason = check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON));
        let values = (|| Some(NewOffice { email: email?, choice: office?, until: until?, reason: reason?.trim().to_owned() }))();
        check.done(values)
    }
}
