//! One struct for each form: its field names, what was typed (kept as typed), and the checked values.
//! May use: `domain`, `error`, `calendar`, `portal` (values only). Must not ask the portal anything.

mod account;
mod accreditation;
mod announcement;
mod co_signing;
mod comment;
mod confirm;
mod corrigendum;
mod deadline;
mod decision;
mod delete_account;
mod details;
mod drafting;
mod grant;
mod inscription;
mod issuing;
mod joint;
mod late;
mod links;
mod members;
mod office;
mod onward;
mod organisation;
mod own_calendar;
mod paper;
mod placing;
mod provision_status;
mod queue;
mod reason;
mod redaction;
mod register;
mod round;
mod secretariat;
mod sentence;
mod session;
mod sign_in;
mod subgroup;
mod theme;
mod translation;
mod verify;
mod voice;

pub use account::{EmailForm, FactorCodeForm, PasswordForm, ProveForm};
pub use accreditation::{ApplicationForm, StepForm};
pub use announcement::{AnnouncementForm, SendForm};
pub use co_signing::CoSigningForm;
pub use comment::{CommentForm, CommentValues};
pub use confirm::ConfirmForm;
pub use corrigendum::{CorrigendumAct, CorrigendumDecisionForm, CorrigendumForm};
pub use deadline::DeadlineForm;
pub use decision::{AppealForm, DecisionForm, MoveForm};
pub use delete_account::DeleteAccountForm;
pub use details::DetailsForm;
pub use drafting::{OriginsForm, TextForm};
pub use grant::GrantForm;
pub use inscription::{InscriptionForm, SpeakersForm};
pub use issuing::{IssueAct, IssueForm};
pub use joint::{Inviting, JointAnswerForm, JointForm};
pub use late::LateForm;
pub use links::LinksForm;
pub use members::{AskForm, InvitationForm, MembersForm};
pub use office::OfficeForm;
pub use onward::{Onward, Pending, safe_next};
pub use organisation::{MergeForm, NO_COUNTRY, NewOrganisationForm, OrganisationForm};
pub use own_calendar::{CalendarAct, CalendarForm};
pub use paper::{PaperForm, PaperValues, RecommendationFields, SubmitForm, WHOLE_BODY};
pub use placing::{PlacingForm, PlacingValues};
pub use provision_status::StatusForm;
pub use queue::{BulkForm, ChosenItem, MAX_VIEW_NAME, ViewForm};
pub use reason::ReasonForm;
pub use redaction::RedactionForm;
pub use register::RegisterForm;
pub use round::{RoundForm, RoundScope};
pub use secretariat::{QUERY, ReviewForm, query};
pub use sentence::{RemarkForm, SentenceForm};
pub use session::SessionForm;
pub use sign_in::SignInForm;
pub use subgroup::{JoinForm, JoiningForm, MembershipForm};
pub use theme::{BulkTagForm, TagForm, ThemeChangeForm, ThemeForm, ThemeMergeForm, ThemeOrderForm, ThemeSplitForm, without_versions};
pub use translation::{TranslationAct, TranslationForm};
pub use verify::VerifyForm;
pub use voice::{VoiceForm, VoiceValues};

use crate::calendar;
use crate::domain::ids::OrganisationId;
use crate::domain::time::Instant;
use crate::domain::validate::Fault;
use crate::error::{FieldError, FieldErrors, PortalError};

/// The fields of a posted form, in order, as they came.
#[derive(Debug, Clone, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The last value of a field; empty when it is not there. A form with a missing field is a form with an empty one.
    pub fn get(&self, name: &str) -> String {
        self.0.iter().rev().find(|(n, _)| n == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

impl Fields {
    /// All values of a field, as boxes of one name send them; empty ones are none.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, value)| n == name && !value.is_empty()).map(|(_, value)| value.clone()).collect()
    }
}

/// A form with the state it is shown in: first time (nothing typed, nothing wrong) or again after a refusal.
#[derive(Debug, Clone, Default)]
pub struct FormState<F> {
    pub form: F,
    /// What is wrong with single fields.
    pub errors: FieldErrors,
    /// What is wrong apart from fields: denied, changed meanwhile, too many attempts.
    pub refusal: Option<PortalError>,
}

impl<F> FormState<F> {
    /// A form as it is filled before anyone typed.
    pub const fn fresh(form: F) -> Self {
        Self { form, errors: Vec::new(), refusal: None }
    }

    /// A form after `error`, with what was typed.
    pub fn refused(form: F, error: PortalError) -> Self {
        match error {
            PortalError::Invalid(errors) => Self { form, errors, refusal: None },
            other => Self { form, errors: Vec::new(), refusal: Some(other) },
        }
    }

    pub fn fault(&self, field: &str) -> Option<Fault> {
        self.errors.iter().find(|error| error.field == field).map(|error| error.fault)
    }

    /// Whether the form is shown again because something is wrong.
    pub fn is_refused(&self) -> bool {
        !self.errors.is_empty() || self.refusal.is_some()
    }
}

/// Collects the faults of a form while its values are checked one by one.
#[derive(Debug, Default)]
struct Check {
    errors: FieldErrors,
}

/// The zone a local time is judged in. A wrong zone is said once, beside the zone; the date is then judged as UTC for its own faults.
fn judged_in(zone: &str) -> &str {
    if calendar::is_zone(zone) { zone } else { "UTC" }
}

impl Check {
    /// Takes a checked value, or notes its fault and answers `None`.
    fn field<T>(&mut self, field: &'static str, value: Result<T, Fault>) -> Option<T> {
        value.map_err(|fault| self.errors.push(FieldError { field, fault })).ok()
    }

    /// A local date and time with its zone, each given as field and value. `chosen`: which instant was meant where the clocks leave a
    /// doubt, see [`calendar::doubt`]; empty where nothing was asked.
    fn local_time(&mut self, when: (&'static str, &str), chosen: &str, zone: (&'static str, &str)) -> Option<(Instant, String)> {
        let known = match zone.1 {
            "" => Err(Fault::Missing),
            name if calendar::is_zone(name) => Ok(name.to_owned()),
            _ => Err(Fault::NotAChoice),
        };
        let at = self.field(when.0, calendar::parse_local_or_chosen(when.1, judged_in(zone.1), chosen));
        let zone = self.field(zone.0, known);
        at.zip(zone)
    }

    /// The values if nothing was wrong. `values` is `None` only if a fault was noted.
    fn done<T>(self, values: Option<T>) -> Result<T, PortalError> {
        match values {
            Some(values) if self.errors.is_empty() => Ok(values),
            _ => Err(PortalError::Invalid(self.errors)),
        }
    }
}

/// A choice from a list, by its code.
fn choice<T>(code: &str, from_code: impl Fn(&str) -> Option<T>) -> Result<T, Fault> {
    if code.is_empty() { Err(Fault::Missing) } else { from_code(code).ok_or(Fault::NotAChoice) }
}

/// The organisation one writes for; empty asks for none in particular.
fn organisation_choice(id: &str) -> Result<Option<OrganisationId>, Fault> {
    if id.is_empty() { Ok(None) } else { id.parse().map(Some).map_err(|_| Fault::NotAChoice) }
}

/// A version number from a hidden field; anything else counts as 0, which is never current for a stored item.
fn version(text: &str) -> i64 {
    text.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests;
