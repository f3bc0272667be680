//! The forms of moderation: a decision, a move, the answer to an appeal.

use super::{Check, Fields, choice, version};
use crate::domain::ids::SubgroupId;
use crate::domain::moderation::{Outcome, ReasonCode};
use crate::domain::validate::{self, Fault, MAX_REASON};
use crate::error::PortalError;
use crate::portal::{NewAppealAnswer, NewDecision, NewMove};

#[derive(Debug, Clone, Default)]
pub struct DecisionForm {
    /// The value of the button pressed: a code of `Outcome`.
    pub outcome: String,
    /// A code of `ReasonCode`.
    pub code: String,
    /// In the moderator's own words.
    pub reason: String,
    pub version: String,
}

impl DecisionForm {
    pub const OUTCOME: &str = "outcome";
    pub const CODE: &str = "code";
    pub const REASON: &str = "reason";
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        let get = |name| fields.get(name);
        Self { outcome: get(Self::OUTCOME), code: get(Self::CODE), reason: get(Self::REASON), version: get(Self::VERSION) }
    }

    /// A reason of the list that serves such a decision is required unless the input is accepted, and words where that reason says
    /// nothing without.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewDecision, PortalError> {
        let mut check = Check::default();
        let outcome = check.field(Self::OUTCOME, choice(&self.outcome, Outcome::from_code));
        let code = match outcome {
            // What was chosen for another decision and then accepted all the same says nothing.
            None | Some(Outcome::Accept) => Some(None),
            Some(outcome) => check.field(Self::CODE, reason_for(&self.code, outcome)).map(Some),
        };
        let reason = match code {
            Some(Some(code)) if code.needs_words() => validate::required_text(&self.reason, MAX_REASON),
            _ => validate::text(&self.reason, MAX_REASON),
        };
        let reason = check.field(Self::REASON, reason);
        let values =
            (|| Some(NewDecision { outcome: outcome?, code: code?, reason: reason?.trim().to_owned(), version: version(&self.version) }))();
        check.done(values)
    }
}

fn reason_for(code: &str, outcome: Outcome) -> Result<ReasonCode, Fault> {
    if code.is_empty() {
        return Err(Fault::Missing);
    }
    choice(code, ReasonCode::from_code).and_then(|code| if code.serves(outcome) { Ok(code) } else { Err(Fault::NotAReasonForIt) })
}

/// A paper goes to another queue.
#[derive(Debug, Clone, Default)]
pub struct MoveForm {
    /// The id of a subgroup, or [`Self::WHOLE_BODY`].
    pub to: String,
    pub reason: String,
    pub version: String,
}

impl MoveForm {
    pub const TO: &str = "to";
    /// Otherwise than in the form of the decision, which stands on the same page.
    pub const REASON: &str = "why";
    pub const VERSION: &str = "version";
    pub const WHOLE_BODY: &str = "whole_body";

    pub fn from_fields(fields: &Fields) -> Self {
        let get = |name| fields.get(name);
        Self { to: get(Self::TO), reason: get(Self::REASON), version: get(Self::VERSION) }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewMove, PortalError> {
        let mut check = Check::default();
        let to = match self.to.as_str() {
            "" => Err(Fault::Missing),
            Self::WHOLE_BODY => Ok(None),
            id => id.parse::<SubgroupId>().map(Some).map_err(|_| Fault::NotAChoice),
        };
        let to = check.field(Self::TO, to);
        let reason = check.field(Self::REASON, validate::text(&self.reason, MAX_REASON));
        check.done((|| Some(NewMove { to: to?, reason: reason?.trim().to_owned(), version: version(&self.version) }))())
    }
}

/// The answer to an appeal.
#[derive(Debug, Clone, Default)]
pub struct AppealForm {
    /// The value of the button pressed: [`Self::GRANT`] or [`Self::DISMISS`].
    pub answer: String,
    pub reason: String,
}

impl AppealForm {
    pub const ANSWER: &str = "answer";
    pub const REASON: &str = "reason";
    pub const GRANT: &str = "grant";
    pub const DISMISS: &str = "dismiss";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { answer: fields.get(Self::ANSWER), reason: fields.get(Self::REASON) }
    }

    /// Either answer needs its reason: it is the last word, and published.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewAppealAnswer, PortalError> {
        let mut check = Check::default();
        let granted = match self.answer.as_str() {
            Self::GRANT => Ok(true),
            Self::DISMISS => Ok(false),
            _ => Err(Fault::NotAChoice),
        };
        let granted = check.field(Self::ANSWER, granted);
        let reason = check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON));
        check.done((|| Some(NewAppealAnswer { granted: granted?, reason: reason?.trim().to_owned() }))())
    }
}
