//! The chair's form to move a deadline.

use super::{Check, Fields};
use crate::calendar;
use crate::domain::time::Instant;
use crate::domain::validate::{self, MAX_REASON};
use crate::error::PortalError;
use crate::portal::NewDeadline;

#[derive(Debug, Clone, Default)]
pub struct DeadlineForm {
    /// Local date and time, `2026-12-11T18:00`.
    pub closes_at: String,
    /// Which instant is meant, should the clocks pass that time twice or jump over it; ignored otherwise.
    pub closes_at_choice: String,
    /// IANA zone.
    pub time_zone: String,
    pub reason: String,
}

impl DeadlineForm {
    pub const CLOSES_AT: &str = "closes_at";
    pub const CLOSES_AT_CHOICE: &str = "closes_at_choice";
    pub const TIME_ZONE: &str = "time_zone";
    pub const REASON: &str = "reason";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            closes_at: fields.get(Self::CLOSES_AT),
            closes_at_choice: fields.get(Self::CLOSES_AT_CHOICE),
            time_zone: fields.get(Self::TIME_ZONE),
            reason: fields.get(Self::REASON),
        }
    }

    /// The form filled with the deadline in force.
    pub fn from_window(closes_at: Instant, zone: &str) -> Self {
        Self {
            closes_at: calendar::local_input(closes_at, zone),
            closes_at_choice: calendar::choice(closes_at),
            time_zone: zone.to_owned(),
            reason: String::new(),
        }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewDeadline, PortalError> {
        let mut check = Check::default();
        let at = check.local_time((Self::CLOSES_AT, &self.closes_at), &self.closes_at_choice, (Self::TIME_ZONE, &self.time_zone));
        let reason = check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON));
        let values = (|| {
            let (closes_at, time_zone) = at?;
            Some(NewDeadline { closes_at, time_zone, reason: reason?.trim().to_owned() })
        })();
        check.done(values)
    }
}
