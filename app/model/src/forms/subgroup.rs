//! The desk of a subgroup: how organisations join, and the decision on one that asked.

use super::{Check, Fields, choice};
use crate::domain::ids::OrganisationId;
use crate::domain::subgroup::Joining;
use crate::domain::validate::{self, Fault, MAX_REASON};
use crate::error::PortalError;
use crate::portal::MembershipDecision;

#[derive(Debug, Clone, Default)]
pub struct JoiningForm {
    pub joining: String,
}

impl JoiningForm {
    pub const JOINING: &str = "joining";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { joining: fields.get(Self::JOINING) }
    }

    /// # Errors
    /// Not one of the choices.
    pub fn parse(&self) -> Result<Joining, PortalError> {
        let mut check = Check::default();
        let joining = check.field(Self::JOINING, choice(&self.joining, Joining::from_code));
        check.done(joining)
    }
}

#[derive(Debug, Clone, Default)]
pub struct MembershipForm {
    /// The value of the button pressed: `approve` or `decline`.
    pub decision: String,
    pub reason: String,
}

impl MembershipForm {
    pub const DECISION: &str = "decision";
    pub const REASON: &str = "reason";
    pub const APPROVE: &str = "approve";
    pub const DECLINE: &str = "decline";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { decision: fields.get(Self::DECISION), reason: fields.get(Self::REASON) }
    }

    /// A reason is required to decline.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<MembershipDecision, PortalError> {
        let mut check = Check::default();
        let approve = match self.decision.as_str() {
            "" => Err(Fault::Missing),
            Self::APPROVE => Ok(true),
            Self::DECLINE => Ok(false),
            _ => Err(Fault::NotAChoice),
        };
        let approve = check.field(Self::DECISION, approve);
        let reason = if approve == Some(true) {
            validate::text(&self.reason, MAX_REASON)
        } else {
            validate::required_text(&self.reason, MAX_REASON)
        };
        let reason = check.field(Self::REASON, reason);
        let values = (|| Some(MembershipDecision { approve: approve?, reason: reason?.trim().to_owned() }))();
        check.done(values)
    }
}

/// Joining or leaving: for which organisation. What comes from a hidden field or a select is an id, or the form was not ours.
#[derive(Debug, Clone, Default)]
pub struct JoinForm {
    pub organisation: String,
}

impl JoinForm {
    pub const ORGANISATION: &str = "organisation";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { organisation: fields.get(Self::ORGANISATION) }
    }

    /// # Errors
    /// `NotFound`: no organisation has this id.
    pub fn parse(&self) -> Result<OrganisationId, PortalError> {
        self.organisation.parse().map_err(|_| PortalError::NotFound)
    }
}
