//! The chair's form to give an organisation more time.

use super::{Check, Fields, choice};
use crate::domain::validate::{self, MAX_QUERY, MAX_REASON};
use crate::error::PortalError;
use crate::portal::NewGrant;

#[derive(Debug, Clone, Default)]
pub struct GrantForm {
    /// The id of one of those found.
    pub organisation: String,
    /// Local date and time, `2026-12-11T18:00`.
    pub ends_at: String,
    /// Which instant is meant, should the clocks pass that time twice or jump over it; ignored otherwise.
    pub ends_at_choice: String,
    /// IANA zone.
    pub time_zone: String,
    pub reason: String,
    /// Hidden: what the organisations were looked for by.
    pub search: String,
}

impl GrantForm {
    pub const ORGANISATION: &str = "organisation";
    pub const ENDS_AT: &str = "ends_at";
    pub const ENDS_AT_CHOICE: &str = "ends_at_choice";
    pub const TIME_ZONE: &str = "time_zone";
    pub const REASON: &str = "reason";
    pub const SEARCH: &str = "search";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            organisation: fields.get(Self::ORGANISATION),
            ends_at: fields.get(Self::ENDS_AT),
            ends_at_choice: fields.get(Self::ENDS_AT_CHOICE),
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
        let at = check.local_time((Self::ENDS_AT, &self.ends_at), &self.ends_at_choice, (Self::TIME_ZONE, &self.time_zone));
        let reason = check.field(Self::REASON, validate::required_text(&self.reason, MAX_REASON));
        let values = (|| {
            let (until, time_zone) = at?;
            Some(NewGrant { organisation: organisation?, until, time_zone, reason: reason?.trim().to_owned() })
        })();
        check.done(values)
    }
}
