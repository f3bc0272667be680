//! Calendar days as forms hold them, and usual closings counted from the days of a session.

use super::{YEARS, day_end};
use crate::domain::body::{Day, Session};
use crate::domain::plan::RoundTemplate;
use crate::domain::time::Instant;
use crate::domain::validate::Fault;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day `2026-12-11`.
///
/// # Errors
/// Not a day, or not a year the portal handles.
pub fn parse_day(text: &str) -> Result<Day, Fault> {
    day_end(text).map(|_| Day(text.trim().to_owned()))
}

/// How many days lie from one to another; negative where the second comes first.
pub fn days_between(first: &Day, last: &Day) -> Option<i64> {
    let (first, last): (Date, Date) = (first.0.parse().ok()?, last.0.parse().ok()?);
    Some(i64::from(first.until(last).ok()?.get_days()))
}

/// A usual closing before a session, or on its last day: 18:00 in the zone of its place. `None` where the calendar has no such day.
pub fn usual_closing(session: &Session, template: RoundTemplate) -> Option<Instant> {
    let first: Date = session.starts_on.0.parse().ok()?;
    let day = match template {
        RoundTemplate::Weeks8 => first.checked_sub(8.weeks()).ok()?,
        RoundTemplate::Weeks4 => first.checked_sub(4.weeks()).ok()?,
        RoundTemplate::Weeks2 => first.checked_sub(2.weeks()).ok()?,
        RoundTemplate::LastDay => session.ends_on.0.parse().ok()?,
    };
    at_hour(day, 18, &session.time_zone)
}

/// Noon of a session's first day at its place: the instant its zone is named for.
pub fn first_noon(session: &Session) -> Option<Instant> {
    at_hour(session.starts_on.0.parse().ok()?, 12, &session.time_zone)
}

/// Should a zone ever change its clocks at that hour: the time as it goes after the change.
fn at_hour(day: Date, hour: i8, zone: &str) -> Option<Instant> {
    let zone = TimeZone::get(zone).ok()?;
    let at = YEARS.contains(&day.year()).then(|| zone.to_ambiguous_timestamp(day.at(hour, 0, 0, 0)))?.compatible().ok()?;
    Some(Instant(at.as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::full;
    use crate::domain::body::Mode;
    use crate::domain::ids::{BodyId, SessionId};
    use crate::domain::language::{Locale, LocalizedText};
    use uuid::Uuid;

    fn session() -> Session {
        Session {
            id: SessionId(Uuid::nil()),
            body: BodyId(Uuid::nil()),
            code: "S1".to_owned(),
            title: LocalizedText::english("First session"),
            starts_on: Day("2026-12-07".to_owned()),
            ends_on: Day("2026-12-11".to_owned()),
            city: LocalizedText::english("New York"),
            time_zone: "America/New_York".to_owned(),
            mode: Mode::Formal,
            demonstration: false,
        }
    }

    #[test]
    fn eight_weeks_before_is_at_six_in_the_evening_on_either_side_of_a_change_of_the_clocks() {
        // The session of the tests begins on 7 December 2026 in New York; the clocks go back on 1 November.
        let session = session();
        let say = |template| full(Locale::En, usual_closing(&session, template).expect("a day"), &session.time_zone);
        assert_eq!(say(RoundTemplate::Weeks8), "12 October 2026, 18:00 New York (UTC−4) · 22:00 UTC");
        assert_eq!(say(RoundTemplate::Weeks4), "9 November 2026, 18:00 New York (UTC−5) · 23:00 UTC");
        assert_eq!(say(RoundTemplate::Weeks2), "23 November 2026, 18:00 New York (UTC−5) · 23:00 UTC");
        assert_eq!(say(RoundTemplate::LastDay), "11 December 2026, 18:00 New York (UTC−5) · 23:00 UTC");
    }

    #[test]
    fn the_zone_of_a_session_is_that_of_its_days() {
        let mut session = session();
        session.starts_on = Day("2027-03-24".to_owned());
        let noon = first_noon(&session).expect("a day");
        assert_eq!(full(Locale::En, noon, &session.time_zone), "24 March 2027, 12:00 New York (UTC−4) · 16:00 UTC");
    }

    #[test]
    fn days_of_forms() {
        let day = |text: &str| Day(text.to_owned());
        assert_eq!(parse_day(" 2026-12-11 "), Ok(day("2026-12-11")));
        assert_eq!(parse_day("2026-13-11"), Err(Fault::NotADay));
        assert_eq!(parse_day("2026-12-11T18:00"), Err(Fault::NotADay));
        assert_eq!(parse_day(""), Err(Fault::Missing));
        assert_eq!(parse_day("9999-12-11"), Err(Fault::OutOfRange));
        assert_eq!(days_between(&day("2026-12-07"), &day("2026-12-11")), Some(4));
        assert_eq!(days_between(&day("2027-01-01"), &day("2026-12-31")), Some(-1));
        assert_eq!(days_between(&day("2027-01-01"), &day("2027-12-31")), Some(364));
    }
}
