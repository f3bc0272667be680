//! The chair's form to move a deadline.

use super::{Check, Fields};
use crate::calendar;
use crate::domain::time::Instant;
use crate::domain::validate::{self, Fault, MAX_REASON};
use crate::error::PortalError;
use crate::portal::NewDeadline;

#[derive(Debug, Clone, Default)]
pub struct DeadlineForm {
    /// Local date and time, `2026-12-11T18:00`.
    pub closes_at: String,
    /// IANA zone.
    pub time_zone: String,
    pub reason: String,
}

impl DeadlineForm {
    pub const CLOSES_AT: &str = "closes_at";
    pub const TIME_ZONE: &str = "time_zone";
    pub const REASON: &str = "reason";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { closes_at: fields.get(Self::CLOSES_AT), time_zone: fields.get(Self::TIME_ZONE), reason: fields.get(Self::REASON) }
    }

    /// The form filled with the deadline in force.
    pub fn from_window(closes_at: Instant, zone: &str) -> Self {
        Self { closes_at: calendar::local_input(closes_at, zone), time_zone: zone.to_owned(), reason: String::new() }
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewDeadline, PortalError> {
        let mut check = Check::default();
        let zone = match self.time_zone.as_str() {
            "" => Err(Fault::Missing),
            zone if calendar::is_zone(zone) => Ok(zone.to_owned()),
            _ => Err(Fault::NotAChoice),
        };
        // A wrong zone is said once, beside the zone; the date is then judged as UTC for its own faults.
        let judged_in = zone.clone().unwrap_or_else(|_| "UTC".to_owned());
        let closes_at = check.field(Self::CLOSES_AT, calendar::parse_local(&self.closes_at, &judged_in));
        let time_zone = check.field(Self::TIME_ZONE, zone);
        let reason = check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON));
        let values = (|| Some(NewDeadline { closes_at: closes_at?, time_zone: time_zone?, reason: reason?.trim().to_owned() }))();
        check.done(values)
    }
}
