//! The chair's form to give an organisation more time.

use super::{Check, Fields, choice};
use crate::calendar;
use crate::domain::validate::{self, Fault, MAX_QUERY, MAX_REASON};
use crate::error::PortalError;
use crate::portal::NewGrant;

#[derive(Debug, Clone, Default)]
pub struct GrantForm {
    /// The id of one of those found.
    pub organisation: String,
    /// Local date and time, `2026-12-11T18:00`.
    pub ends_at: String,
    /// IANA zone.
    pub time_zone: String,
    pub reason: String,
    /// Hidden: what the organisations were looked for by.
    pub search: String,
}

impl GrantForm {
    pub const ORGANISATION: &str = "organisation";
    pub const ENDS_AT: &str = "ends_at";
    pub const TIME_ZONE: &str = "time_zone";
    pub const REASON: &str = "reason";
    pub const SEARCH: &str = "search";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            organisation: fields.get(Self::ORGANISATION),
            ends_at: fields.get(Self::ENDS_AT),
            time_zone: fields.get(Self::TIME_ZONE),
            reason: fields.get(Self::REASON),
            search: Self::query(&fields.get(Self::SEARCH)),
        }
    }

    /// The form before anyone typed.
    pub fn fresh(zone: &str, search: &str) -> Self {
        Self { time_zone: zone.to_owned(), search: Self::query(search), ..Self::default() }
    }

    /// What is looked for: one line of a bearable length.
    fn query(text: &str) -> String {
        validate::optional_line(text, MAX_QUERY).unwrap_or_default()
    }

    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<NewGrant, PortalError> {
        let mut check = Check::default();
        let organisation = check.field(Self::ORGANISATION, choice(&self.organisation, |id| id.parse().ok()));
        let zone = match self.time_zone.as_str() {
            "" => Err(Fault::Missing),
            zone if calendar::is_zone(zone) => Ok(zone.to_owned()),
            _ => Err(Fault::NotAChoice),
        };
        // A wrong zone is said once, beside the zone; the date is then judged as UTC for its own faults.
        let judged_in = zone.clone().unwrap_or_else(|_| "UTC".to_owned());
        let until = check.field(Self::ENDS_AT, calendar::parse_local(&self.ends_at, &judged_in));
        let time_zone = check.field(Self::TIME_ZONE, zone);
        let reason = check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON));
        let values =
            (|| Some(NewGrant { organisation: organisation?, until: until?, time_zone: time_zone?, reason: reason?.trim().to_owned() }))();
        check.done(values)
    }
}
