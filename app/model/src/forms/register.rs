//! `/register`.

use super::{Check, Fields, choice};
use crate::domain::organisation::{Region, StakeholderType};
use crate::domain::validate::{self, MAX_NAME};
use crate::error::PortalError;
use crate::portal::Registration;
use std::fmt;

#[derive(Clone, Default)]
pub struct RegisterForm {
    pub email: String,
    pub full_name: String,
    /// Never shown again.
    pub password: String,
    pub organisation_name: String,
    pub stakeholder_type: String,
    pub region: String,
    /// Hidden: the sign of when the form was shown.
    pub stamp: String,
    /// Nobody sees this field; programs fill it.
    pub homepage: String,
}

impl RegisterForm {
    pub const EMAIL: &str = "email";
    pub const FULL_NAME: &str = "full_name";
    pub const PASSWORD: &str = "password";
    pub const ORGANISATION_NAME: &str = "organisation_name";
    pub const STAKEHOLDER_TYPE: &str = "stakeholder_type";
    pub const REGION: &str = "region";
    pub const STAMP: &str = "stamp";
    pub const HOMEPAGE: &str = "homepage";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            email: fields.get(Self::EMAIL),
            full_name: fields.get(Self::FULL_NAME),
            password: fields.get(Self::PASSWORD),
            organisation_name: fields.get(Self::ORGANISATION_NAME),
            stakeholder_type: fields.get(Self::STAKEHOLDER_TYPE),
            region: fields.get(Self::REGION),
            stamp: fields.get(Self::STAMP),
            homepage: fields.get(Self::HOMEPAGE),
        }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<Registration, PortalError> {
        let mut check = Check::default();
        let email = check.field(Self::EMAIL, validate::email(&self.email));
        let full_name = check.field(Self::FULL_NAME, validate::line(&self.full_name, MAX_NAME));
        let password = check.field(Self::PASSWORD, validate::new_password(&self.password, &self.email, &self.full_name));
        let organisation_name = check.field(Self::ORGANISATION_NAME, validate::line(&self.organisation_name, MAX_NAME));
        let stakeholder_type = check.field(Self::STAKEHOLDER_TYPE, choice(&self.stakeholder_type, StakeholderType::from_code));
        let region = check.field(Self::REGION, choice(&self.region, Region::from_code));
        let values = (|| {
            password?;
            Some(Registration {
                email: email?,
                full_name: full_name?,
                password: self.password.clone(),
                organisation_name: organisation_name?,
                stakeholder_type: stakeholder_type?,
                region: region?,
                stamp: self.stamp.clone(),
                trapped: !self.homepage.is_empty(),
            })
        })();
        check.done(values)
    }
}

impl fmt::Debug for RegisterForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegisterForm").field("email", &self.email).field("password", &"…").finish_non_exhaustive()
    }
}
