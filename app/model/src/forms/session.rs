//! The chair's form of a session.

use super::{Check, Fields, choice, version};
use crate::calendar;
use crate::domain::body::{Day, Mode, Session};
use crate::domain::language::{Language, Locale, LocalizedText};
use crate::domain::plan::{MAX_SESSION_DAYS, SessionPlan, session_code};
use crate::domain::validate::{self, Fault, MAX_NAME, MAX_TITLE};
use crate::error::PortalError;

#[derive(Debug, Clone, Default)]
pub struct SessionForm {
    pub code: String,
    pub title: String,
    /// In Arabic; may be empty.
    pub title_ar: String,
    /// `2026-12-07`
    pub starts_on: String,
    pub ends_on: String,
    pub city: String,
    pub city_ar: String,
    /// IANA zone of the place.
    pub time_zone: String,
    pub mode: String,
    /// Hidden: the version the form was filled from.
    pub version: String,
}

impl SessionForm {
    pub const CODE: &str = "code";
    pub const TITLE: &str = "title";
    pub const TITLE_AR: &str = "title_ar";
    pub const STARTS_ON: &str = "starts_on";
    pub const ENDS_ON: &str = "ends_on";
    pub const CITY: &str = "city";
    pub const CITY_AR: &str = "city_ar";
    pub const TIME_ZONE: &str = "time_zone";
    pub const MODE: &str = "mode";
    pub const VERSION: &str = "version";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            code: fields.get(Self::CODE),
            title: fields.get(Self::TITLE),
            title_ar: fields.get(Self::TITLE_AR),
            starts_on: fields.get(Self::STARTS_ON),
            ends_on: fields.get(Self::ENDS_ON),
            city: fields.get(Self::CITY),
            city_ar: fields.get(Self::CITY_AR),
            time_zone: fields.get(Self::TIME_ZONE),
            mode: fields.get(Self::MODE),
            version: fields.get(Self::VERSION),
        }
    }

    /// The form of a new session.
    pub fn fresh() -> Self {
        Self { mode: Mode::Formal.code().to_owned(), ..Self::default() }
    }

    /// The form filled with what is stored.
    pub fn from_session(session: &Session, version: i64) -> Self {
        Self {
            code: session.code.clone(),
            title: session.title.get(Locale::En).to_owned(),
            title_ar: in_arabic(&session.title),
            starts_on: session.starts_on.0.clone(),
            ends_on: session.ends_on.0.clone(),
            city: session.city.get(Locale::En).to_owned(),
            city_ar: in_arabic(&session.city),
            time_zone: session.time_zone.clone(),
            mode: session.mode.code().to_owned(),
            version: version.to_string(),
        }
    }

    /// The session, and the version it changes; 0 for a new one.
    ///
    /// # Errors
    /// All faults at once.
    pub fn parse(&self) -> Result<(SessionPlan, i64), PortalError> {
        let mut check = Check::default();
        let code = check.field(Self::CODE, session_code(&self.code));
        let title =
            check.in_languages((Self::TITLE, &self.title), (Self::TITLE_AR, &self.title_ar), |text| validate::line(text, MAX_TITLE));
        let starts_on = check.field(Self::STARTS_ON, calendar::parse_day(&self.starts_on));
        let ends_on = calendar::parse_day(&self.ends_on).and_then(|last| match &starts_on {
            Some(first) => lasts_well(first, last),
            None => Ok(last),
        });
        let ends_on = check.field(Self::ENDS_ON, ends_on);
        let city = check.in_languages((Self::CITY, &self.city), (Self::CITY_AR, &self.city_ar), |text| validate::line(text, MAX_NAME));
        let time_zone = check.field(Self::TIME_ZONE, choice(&self.time_zone, |zone| calendar::is_zone(zone).then(|| zone.to_owned())));
        let mode = check.field(Self::MODE, choice(&self.mode, Mode::from_code));
        let plan = (|| {
            Some(SessionPlan {
                code: code?,
                title: title?,
                starts_on: starts_on?,
                ends_on: ends_on?,
                city: city?,
                time_zone: time_zone?,
                mode: mode?,
            })
        })();
        check.done(plan.map(|plan| (plan, version(&self.version))))
    }
}

/// The Arabic of a text, where it has one.
pub(super) fn in_arabic(text: &LocalizedText) -> String {
    text.0.get(Language::Ar.code()).cloned().unwrap_or_default()
}

fn lasts_well(first: &Day, last: Day) -> Result<Day, Fault> {
    match calendar::days_between(first, &last) {
        Some(days) if days < 0 => Err(Fault::EndsBeforeItStarts),
        Some(days) if days < MAX_SESSION_DAYS => Ok(last),
        _ => Err(Fault::TooManyDays { max: MAX_SESSION_DAYS }),
    }
}
