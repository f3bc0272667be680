//! Accreditation: the form of an organisation that applies, and that of those who decide.

use super::{Check, Fields, choice, organisation_choice, version};
use crate::domain::accreditation::{
    AccreditationStatus, ApplicationContent, ConsultativeStatus, MAX_APPLICATIONS, MAX_STATE, Objection, Step,
};
use crate::domain::ids::{AccreditationId, OrganisationId, RoundId};
use crate::domain::validate::{self, Fault, MAX_REASON};
use crate::error::PortalError;
use crate::portal::{NewApplication, NewStep};

#[derive(Debug, Clone, Default)]
pub struct ApplicationForm {
    /// Hidden: for whom.
    pub organisation: String,
    pub consultative: String,
    /// Like `activities`, may be empty where there is consultative status.
    pub purpose: String,
    pub activities: String,
    /// Hidden: the version the form was filled from.
    pub version: String,
}

impl ApplicationForm {
    pub const ORGANISATION: &str = "organisation";
    pub const CONSULTATIVE: &str = "consultative";
    pub const PURPOSE: &str = "purpose";
    pub const ACTIVITIES: &str = "activities";
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            organisation: fields.get(Self::ORGANISATION),
            consultative: fields.get(Self::CONSULTATIVE),
            purpose: fields.get(Self::PURPOSE),
            activities: fields.get(Self::ACTIVITIES),
            version: fields.get(Self::VERSION),
        }
    }

    /// The form filled with what is stored as `version`.
    pub fn from_content(content: &ApplicationContent, version: i64) -> Self {
        Self {
            organisation: String::new(),
            consultative: content.consultative.code().to_owned(),
            purpose: content.purpose.clone(),
            activities: content.activities.clone(),
            version: version.to_string(),
        }
    }

    /// For whom.
    ///
    /// # Errors
    /// `NotFound` for something that is not an identifier: the field is hidden.
    pub fn organisation_id(&self) -> Result<Option<OrganisationId>, PortalError> {
        organisation_choice(&self.organisation).map_err(|_| PortalError::NotFound)
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self, round: RoundId) -> Result<NewApplication, PortalError> {
        let organisation = self.organisation_id()?;
        let mut check = Check::default();
        let consultative = check.field(Self::CONSULTATIVE, choice(&self.consultative, ConsultativeStatus::from_code));
        // Who has consultative status only informs the secretariat; of all others Member States are told what they do.
        let told = |text: &str| {
            let checked = match consultative {
                Some(ConsultativeStatus::None) => validate::required_text(text, MAX_REASON),
                _ => validate::text(text, MAX_REASON),
            };
            checked.map(|text| text.trim().to_owned())
        };
        let purpose = check.field(Self::PURPOSE, told(&self.purpose));
        let activities = check.field(Self::ACTIVITIES, told(&self.activities));
        let content = (|| Some(ApplicationContent { consultative: consultative?, purpose: purpose?, activities: activities? }))();
        check.done(content.map(|content| NewApplication { round, organisation, content, version: version(&self.version) }))
    }
}

/// A step with one application or with several.
#[derive(Debug, Clone, Default)]
pub struct StepForm {
    /// The value of the button pressed: a code of [`Step`].
    pub step: String,
    /// Each with the version it was read at, as [`StepForm::value`] writes it.
    pub applications: Vec<String>,
    pub reason: String,
    /// The objecting State.
    pub state: String,
    pub grounds: String,
    /// Hidden: where the applications of the list stand, when it is not the list of all.
    pub status: String,
}

impl StepForm {
    pub const STEP: &str = "step";
    pub const APPLICATIONS: &str = "application";
    pub const REASON: &str = "reason";
    pub const STATE: &str = "state";
    pub const GROUNDS: &str = "grounds";
    pub const STATUS: &str = "status";

    pub fn from_fields(fields: &Fields) -> Self {
        let applications = fields.all(Self::APPLICATIONS).into_iter().take(MAX_APPLICATIONS).collect();
        Self {
            step: fields.get(Self::STEP),
            applications,
            reason: fields.get(Self::REASON),
            state: fields.get(Self::STATE),
            grounds: fields.get(Self::GROUNDS),
            status: fields.get(Self::STATUS),
        }
    }

    /// Where the applications of the list stand; `None`: all.
    pub fn shown(&self) -> Option<AccreditationStatus> {
        AccreditationStatus::from_code(&self.status)
    }

    /// How a form names an application as it was read.
    pub fn value(id: AccreditationId, version: i64) -> String {
        format!("{id}:{version}")
    }

    /// Whether the form names this application, read at whatever version.
    pub fn names(&self, id: AccreditationId) -> bool {
        self.applications.iter().any(|value| Self::read(value).is_ok_and(|(named, _)| named == id))
    }

    fn read(value: &str) -> Result<(AccreditationId, i64), Fault> {
        let (id, version) = value.split_once(':').ok_or(Fault::NotAChoice)?;
        Ok((id.parse().map_err(|_| Fault::NotAChoice)?, version.parse().map_err(|_| Fault::NotAChoice)?))
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewStep, PortalError> {
        let mut check = Check::default();
        let step = check.field(Self::STEP, choice(&self.step, Step::from_code));
        let chosen = self.applications.iter().map(|value| Self::read(value)).collect::<Result<Vec<_>, Fault>>();
        let chosen = chosen.and_then(|chosen| if chosen.is_empty() { Err(Fault::Missing) } else { Ok(chosen) });
        let applications = check.field(Self::APPLICATIONS, chosen);
        let reason = match step {
            Some(step) if step.needs_reason() => validate::required_text(&self.reason, MAX_REASON),
            _ => validate::text(&self.reason, MAX_REASON),
        };
        let reason = check.field(Self::REASON, reason).map(|reason| reason.trim().to_owned());
        let objection = if step == Some(Step::Object) { self.objection(&mut check).map(Some) } else { Some(None) };
        let values = (|| Some(NewStep { step: step?, applications: applications?, reason: reason?, objection: objection? }))();
        check.done(values)
    }

    fn objection(&self, check: &mut Check) -> Option<Objection> {
        let state = check.field(Self::STATE, validate::line(&self.state, MAX_STATE));
        let grounds = check.field(Self::GROUNDS, validate::text(&self.grounds, MAX_REASON));
        Some(Objection { state: state?, grounds: grounds?.trim().to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn faults(form: &ApplicationForm) -> Vec<&'static str> {
        match form.parse(RoundId(Uuid::nil())) {
            Err(PortalError::Invalid(errors)) => errors.iter().map(|error| error.field).collect(),
            Err(other) => panic!("{other:?}"),
            Ok(_) => Vec::new(),
        }
    }

    #[test]
    fn who_has_consultative_status_needs_to_say_no_more() {
        let form = |consultative: &str| ApplicationForm { consultative: consultative.to_owned(), ..ApplicationForm::default() };
        assert_eq!(faults(&form("none")), ["purpose", "activities"]);
        assert_eq!(faults(&form("special")), [""; 0]);
        assert_eq!(faults(&form("")), ["consultative"]);
        assert_eq!(faults(&form("observer")), ["consultative"]);
    }

    #[test]
    fn a_step_names_its_applications_and_says_why_where_that_is_asked() {
        let id = AccreditationId(Uuid::from_u128(7));
        let form = |step: &str, reason: &str, applications: Vec<String>| StepForm {
            step: step.to_owned(),
            reason: reason.to_owned(),
            applications,
            ..StepForm::default()
        };
        let one = || vec![StepForm::value(id, 3)];
        assert_eq!(form("circulate", "", one()).parse().map(|new| new.applications), Ok(vec![(id, 3)]));
        for (step, reason, applications) in [
            ("return", " ", one()),
            ("circulate", "", vec![]),
            ("circulate", "", vec!["7".to_owned()]),
            ("", "", one()),
            ("object", "Why", one()),
        ] {
            assert!(form(step, reason, applications).parse().is_err(), "{step}");
        }
        assert!(form("circulate", "", one()).names(id));
    }
}
