//! The chair's form of the last look: the version is issued at once, or at a stated time; or the time that was stated is withdrawn.

use super::{Check, Fields, version};
use crate::domain::drafting::{IssueTime, StatedTime};
use crate::domain::validate::Fault;
use crate::error::{FieldError, PortalError};

#[derive(Debug, Clone, Default)]
pub struct IssueForm {
    /// Local date and time, `2026-12-11T18:00`.
    pub issue_at: String,
    /// Which instant is meant, should the clocks pass that time twice or jump over it; ignored otherwise.
    pub issue_at_choice: String,
    /// IANA zone.
    pub time_zone: String,
    /// Hidden: the version the page was made from.
    pub version: String,
    /// The button that was pressed.
    pub act: String,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueAct {
    Now,
    At(StatedTime),
    WithdrawTime,
}

impl IssueForm {
    pub const ISSUE_AT: &str = "issue_at";
    pub const ISSUE_AT_CHOICE: &str = "issue_at_choice";
    pub const TIME_ZONE: &str = "time_zone";
    pub const VERSION: &str = "version";
    pub const ACT: &str = "act";
    /// Issued at once.
    pub const NOW: &str = "now";
    /// Issued at the time that is given.
    pub const AT: &str = "at";
    /// The time that was stated is withdrawn.
    pub const WITHDRAW: &str = "withdraw-time";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            issue_at: fields.get(Self::ISSUE_AT),
            issue_at_choice: fields.get(Self::ISSUE_AT_CHOICE),
            time_zone: fields.get(Self::TIME_ZONE),
            version: fields.get(Self::VERSION),
            act: fields.get(Self::ACT),
        }
    }

    /// The form before anyone typed: of a time at which it could not be issued the zone is kept, the time is over.
    pub fn fresh(stated: Option<&IssueTime>, time_zone: &str) -> Self {
        let zone = stated.map_or(time_zone, |time| &time.stated.time_zone);
        Self { time_zone: zone.to_owned(), ..Self::default() }
    }

    /// # Errors
    /// All faults at once. A button that the page does not have does nothing.
    pub fn parse(&self) -> Result<IssueAct, PortalError> {
        match self.act.as_str() {
            Self::NOW => Ok(IssueAct::Now),
            Self::WITHDRAW => Ok(IssueAct::WithdrawTime),
            Self::AT => {
                let mut check = Check::default();
                let at = check.local_time((Self::ISSUE_AT, &self.issue_at), &self.issue_at_choice, (Self::TIME_ZONE, &self.time_zone));
                check.done(at.map(|(at, time_zone)| IssueAct::At(StatedTime { at, time_zone })))
            }
            _ => Err(PortalError::Invalid(vec![FieldError { field: Self::ACT, fault: Fault::NotAChoice }])),
        }
    }

    /// The version the page was made from.
    pub fn version(&self) -> i64 {
        version(&self.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(issue_at: &str, time_zone: &str, act: &str) -> Result<IssueAct, PortalError> {
        let form =
            IssueForm { issue_at: issue_at.to_owned(), time_zone: time_zone.to_owned(), act: act.to_owned(), ..IssueForm::default() };
        form.parse()
    }

    #[test]
    fn the_button_says_what_is_asked_for() {
        assert_eq!(at("", "", IssueForm::NOW), Ok(IssueAct::Now));
        assert_eq!(at("nonsense", "", IssueForm::WITHDRAW), Ok(IssueAct::WithdrawTime));
        let Ok(IssueAct::At(time)) = at("2027-01-11T09:00", "America/New_York", IssueForm::AT) else { panic!("a time") };
        assert_eq!((crate::calendar::iso(time.at).as_str(), time.time_zone.as_str()), ("2027-01-11T14:00:00Z", "America/New_York"));
        // Nothing is issued by a button nobody has seen.
        for act in ["now!", ""] {
            assert!(matches!(at("", "", act), Err(PortalError::Invalid(_))), "{act:?}");
        }
    }

    #[test]
    fn a_time_is_checked_with_its_zone() {
        let faults = |answer: Result<IssueAct, PortalError>| match answer {
            Err(PortalError::Invalid(errors)) => errors.into_iter().map(|error| (error.field, error.fault)).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(faults(at("2027-03-14T02:30", "America/New_York", IssueForm::AT)), [("issue_at", Fault::NoSuchLocalTime)]);
        assert_eq!(faults(at("2027-11-07T01:30", "America/New_York", IssueForm::AT)), [("issue_at", Fault::AmbiguousLocalTime)]);
        assert_eq!(
            faults(at("soon", "Mars/Olympus", IssueForm::AT)),
            [("issue_at", Fault::NotADateTime), ("time_zone", Fault::NotAChoice)]
        );
    }
}
