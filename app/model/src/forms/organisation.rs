//! `/organisations/{id}/edit`, `/organisations/{id}/merge`, and founding an organisation at `/register/organisation`.

use super::{Check, Fields, choice, version};
use crate::domain::country::Country;
use crate::domain::ids::OrganisationId;
use crate::domain::language::Language;
use crate::domain::organisation::{Affiliation, Organisation, Profile, Region, StakeholderType};
use crate::domain::validate::{self, Fault, MAX_DESCRIPTION, MAX_ECOSOC, MAX_NAME, MAX_REASON, MAX_SHORT_NAME};
use crate::error::PortalError;
use crate::portal::{NewOrganisation, ProfileChange};

/// What the country field holds when none is stated.
pub const NO_COUNTRY: &str = "none";

/// The editor of what an organisation says of itself.
#[derive(Debug, Clone, Default)]
pub struct OrganisationForm {
    pub name: String,
    pub short_name: String,
    pub stakeholder_type: String,
    pub technical_community: bool,
    pub country: String,
    pub region: String,
    /// Codes, one for each box that is ticked.
    pub affiliations: Vec<String>,
    pub languages: Vec<String>,
    pub website: String,
    pub ecosoc: String,
    pub description: String,
    pub reason: String,
    /// Hidden: the version the form was filled from.
    pub version: String,
}

impl OrganisationForm {
    pub const NAME: &str = "name";
    pub const SHORT_NAME: &str = "short_name";
    pub const STAKEHOLDER_TYPE: &str = "stakeholder_type";
    pub const TECHNICAL_COMMUNITY: &str = "technical_community";
    pub const COUNTRY: &str = "country";
    pub const REGION: &str = "region";
    pub const AFFILIATIONS: &str = "affiliations";
    pub const LANGUAGES: &str = "languages";
    pub const WEBSITE: &str = "website";
    pub const ECOSOC: &str = "ecosoc";
    pub const DESCRIPTION: &str = "description";
    pub const REASON: &str = "reason";
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            name: fields.get(Self::NAME),
            short_name: fields.get(Self::SHORT_NAME),
            stakeholder_type: fields.get(Self::STAKEHOLDER_TYPE),
            technical_community: !fields.get(Self::TECHNICAL_COMMUNITY).is_empty(),
            country: fields.get(Self::COUNTRY),
            region: fields.get(Self::REGION),
            affiliations: fields.all(Self::AFFILIATIONS),
            languages: fields.all(Self::LANGUAGES),
            website: fields.get(Self::WEBSITE),
            ecosoc: fields.get(Self::ECOSOC),
            description: fields.get(Self::DESCRIPTION),
            reason: fields.get(Self::REASON),
            version: fields.get(Self::VERSION),
        }
    }

    /// The form filled with what is stored.
    pub fn of(organisation: &Organisation) -> Self {
        let profile = &organisation.profile;
        Self {
            name: profile.name.clone(),
            short_name: profile.short_name.clone(),
            stakeholder_type: profile.stakeholder_type.code().to_owned(),
            technical_community: profile.technical_community,
            country: profile.country.map_or(NO_COUNTRY, Country::code).to_owned(),
            region: profile.region.code().to_owned(),
            affiliations: profile.affiliations.iter().map(|value| value.code().to_owned()).collect(),
            languages: profile.languages.iter().map(|value| value.code().to_owned()).collect(),
            website: profile.website.clone(),
            ecosoc: profile.ecosoc.clone(),
            description: profile.description.clone(),
            reason: String::new(),
            version: organisation.version.to_string(),
        }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<ProfileChange, PortalError> {
        let mut check = Check::default();
        let name = check.field(Self::NAME, validate::line(&self.name, MAX_NAME));
        let short_name = check.field(Self::SHORT_NAME, validate::optional_line(&self.short_name, MAX_SHORT_NAME));
        let stakeholder_type = check.field(Self::STAKEHOLDER_TYPE, choice(&self.stakeholder_type, StakeholderType::from_code));
        let country = match self.country.as_str() {
            "" | NO_COUNTRY => Ok(None),
            code => choice(code, Country::from_code).map(Some),
        };
        let country = check.field(Self::COUNTRY, country);
        let region = check.field(Self::REGION, choice(&self.region, Region::from_code));
        let affiliations = check.field(Self::AFFILIATIONS, ticked(&self.affiliations, Affiliation::ALL, Affiliation::from_code));
        let languages = check.field(Self::LANGUAGES, ticked(&self.languages, &Language::ALL, Language::from_code));
        let website = check.field(Self::WEBSITE, validate::website(&self.website));
        let ecosoc = check.field(Self::ECOSOC, validate::optional_line(&self.ecosoc, MAX_ECOSOC));
        let description = check.field(Self::DESCRIPTION, validate::text(&self.description, MAX_DESCRIPTION));
        let reason = check.field(Self::REASON, validate::optional_line(&self.reason, MAX_REASON));
        let values = (|| {
            let profile = Profile {
                name: name?,
                short_name: short_name?,
                stakeholder_type: stakeholder_type?,
                technical_community: self.technical_community,
                country: country?,
                region: region?,
                affiliations: affiliations?,
                languages: languages?,
                website: website?,
                ecosoc: ecosoc?,
                description: description?.trim().to_owned(),
            };
            Some(ProfileChange { profile, version: version(&self.version), reason: reason? })
        })();
        check.done(values)
    }
}

/// The values of ticked boxes, each once and in the order of the form.
fn ticked<T: Copy + PartialEq>(codes: &[String], all: &[T], from_code: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Fault> {
    let mut chosen = Vec::new();
    for code in codes.iter().take(all.len() + 1) {
        chosen.push(from_code(code).ok_or(Fault::NotAChoice)?);
    }
    Ok(all.iter().copied().filter(|value| chosen.contains(value)).collect())
}

/// The merger of a duplicate.
#[derive(Debug, Clone, Default)]
pub struct MergeForm {
    pub into: String,
    pub reason: String,
}

impl MergeForm {
    pub const INTO: &str = "into";
    pub const REASON: &str = "reason";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { into: fields.get(Self::INTO), reason: fields.get(Self::REASON) }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<(OrganisationId, String), PortalError> {
        let mut check = Check::default();
        let into = check.field(Self::INTO, choice(&self.into, |id| id.parse().ok()));
        let reason = check.field(Self::REASON, validate::line(&self.reason, MAX_REASON));
        let values = into.zip(reason);
        check.done(values)
    }
}

/// A new organisation, as its first person describes it: the same labels as at registration.
#[derive(Debug, Clone, Default)]
pub struct NewOrganisationForm {
    pub organisation_name: String,
    pub stakeholder_type: String,
    pub region: String,
}

impl NewOrganisationForm {
    pub const ORGANISATION_NAME: &str = "organisation_name";
    pub const STAKEHOLDER_TYPE: &str = "stakeholder_type";
    pub const REGION: &str = "region";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            organisation_name: fields.get(Self::ORGANISATION_NAME),
            stakeholder_type: fields.get(Self::STAKEHOLDER_TYPE),
            region: fields.get(Self::REGION),
        }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewOrganisation, PortalError> {
        let mut check = Check::default();
        let name = check.field(Self::ORGANISATION_NAME, validate::line(&self.organisation_name, MAX_NAME));
        let stakeholder_type = check.field(Self::STAKEHOLDER_TYPE, choice(&self.stakeholder_type, StakeholderType::from_code));
        let region = check.field(Self::REGION, choice(&self.region, Region::from_code));
        let values = (|| Some(NewOrganisation { name: name?, stakeholder_type: stakeholder_type?, region: region? }))();
        check.done(values)
    }
}
