//! The secretariat's desk: what is looked for, the decision on an organisation, removing a lost second factor.

use super::{Check, Fields, choice};
use crate::domain::validate::{self, MAX_QUERY, MAX_REASON};
use crate::error::PortalError;
use crate::portal::Verdict;

/// The name of the search field, and of the parameter in the address.
pub const QUERY: &str = "q";

/// What is looked for; `None` when there is nothing to look for. Longer than anything findable is cut, not refused.
pub fn query(text: &str) -> Option<String> {
    let cut: String = text.chars().filter(|c| !c.is_control()).take(MAX_QUERY).collect();
    Some(cut.trim().to_owned()).filter(|query| !query.is_empty())
}

/// Approve, or decline with a reason.
#[derive(Debug, Clone, Default)]
pub struct ReviewForm {
    /// The value of the button pressed.
    pub verdict: String,
    pub reason: String,
}

impl ReviewForm {
    pub const VERDICT: &str = "verdict";
    pub const REASON: &str = "reason";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { verdict: fields.get(Self::VERDICT), reason: fields.get(Self::REASON) }
    }

    /// A reason is required to decline.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<(Verdict, String), PortalError> {
        let mut check = Check::default();
        let verdict = check.field(Self::VERDICT, choice(&self.verdict, Verdict::from_code));
        let reason = match verdict {
            Some(Verdict::Approve) => validate::text(&self.reason, MAX_REASON),
            _ => validate::required_text(&self.reason, MAX_REASON),
        };
        let reason = check.field(Self::REASON, reason);
        let values = (|| Some((verdict?, reason?.trim().to_owned())))();
        check.done(values)
    }
}
