//! Zones, calendars and how times are written. Server only: the time-zone database stays out of the browser part.

use crate::domain::body::Day;
use crate::domain::language::Locale;
use crate::domain::time::{Instant, Span};
use crate::domain::validate::Fault;
use crate::i18n::t;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, ZonedDateTime};

mod days;
mod doubtful;

pub use days::{days_between, first_noon, parse_day, usual_closing};
pub use doubtful::{Doubtful, choice, doubt, parse_local_or_chosen};

/// The years the portal handles; keeps every later computation far from the edges of the calendar.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2200;

/// Zones offered in forms: the places where the bodies meet, and one or more for each region.
pub const ZONES: [&str; 30] = [
    "UTC",
    "America/New_York",
    "Europe/Zurich",
    "Europe/Vienna",
    "Africa/Addis_Ababa",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "America/Argentina/Buenos_Aires",
    "America/Bogota",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "Asia/Bangkok",
    "Asia/Beirut",
    "Asia/Dubai",
    "Asia/Jakarta",
    "Asia/Kolkata",
    "Asia/Kuala_Lumpur",
    "Asia/Riyadh",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Europe/Brussels",
    "Europe/London",
    "Europe/Moscow",
    "Pacific/Auckland",
    "Pacific/Fiji",
];

/// Whether `name` is a zone of the IANA database.
pub fn is_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}

fn timestamp(instant: Instant) -> Timestamp {
    Timestamp::from_microsecond(instant.0).unwrap_or(if instant.0 < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// The zone by its IANA name; UTC should the name have left the database.
fn zoned(instant: Instant, zone: &str) -> ZonedDateTime {
    // The database is asked for the other zones only: UTC is on every page.
    let zone = if zone == "UTC" { TimeZone::UTC } else { TimeZone::get(zone).unwrap_or(TimeZone::UTC) };
    timestamp(instant).to_zoned_datetime(zone)
}

/// The calendar day at `zone`.
pub fn day(instant: Instant, zone: &str) -> Day {
    Day(zoned(instant, zone).date().to_string())
}

/// `2026-12-11T18:00` as people type it into a date-time field, at `zone`.
pub fn local_input(instant: Instant, zone: &str) -> String {
    zoned(instant, zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The instant of a local date and time.
///
/// # Errors
/// Not a date-time, not a zone, or a local time that does not exist or exists twice there.
pub fn parse_local(text: &str, zone: &str) -> Result<Instant, Fault> {
    let zone = TimeZone::get(zone).map_err(|_| Fault::NotATimeZone)?;
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Missing);
    }
    let local: DateTime = text.parse().map_err(|_| Fault::NotADateTime)?;
    if !text.contains('T') && !text.contains(' ') {
        return Err(Fault::NotADateTime);
    }
    if !YEARS.contains(&local.year()) {
        return Err(Fault::OutOfRange);
    }
    let ambiguous = zone.to_ambiguous_timestamp(local);
    match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => {
            ambiguous.unambiguous().map(|at| Instant(at.as_microsecond())).map_err(|_| Fault::NotADateTime)
        }
        AmbiguousOffset::Gap { .. } => Err(Fault::NoSuchLocalTime),
        AmbiguousOffset::Fold { .. } => Err(Fault::AmbiguousLocalTime),
    }
}

/// The end of the day `2026-12-11` in UTC: the midnight that follows it. A term lasts through its last day.
///
/// # Errors
/// Not a day, or not a year the portal handles.
pub fn day_end(text: &str) -> Result<Instant, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Missing);
    }
    let day: jiff::civil::Date = text.parse().map_err(|_| Fault::NotADay)?;
    // The parser would take a time behind the day and leave it out.
    if day.to_string() != text {
        return Err(Fault::NotADay);
    }
    if !YEARS.contains(&day.year()) {
        return Err(Fault::OutOfRange);
    }
    let next = day.tomorrow().map_err(|_| Fault::OutOfRange)?;
    let midnight = TimeZone::UTC.to_timestamp(next.at(0, 0, 0, 0)).map_err(|_| Fault::OutOfRange)?;
    Ok(Instant(midnight.as_microsecond()))
}

/// The day after; nothing for what is no day.
pub fn day_after(day: &Day) -> Option<Day> {
    let date: jiff::civil::Date = day.0.parse().ok()?;
    date.tomorrow().ok().map(|next| Day(next.to_string()))
}

/// The last day of a term that ends at `until`, in words: the day [`day_end`] was given.
pub fn last_day(l: Locale, until: Instant) -> String {
    day_in_words(l, &day(until - Span::MICROSECOND, "UTC"))
}

/// `2026-12-11T23:00:00Z`: for `datetime` attributes and exports.
pub fn iso(instant: Instant) -> String {
    timestamp(Instant(instant.0.div_euclid(1_000_000) * 1_000_000)).to_string()
}

/// `2026-12-11T22:59:59.123456Z`: for receipts, to the microsecond.
pub fn iso_micros(instant: Instant) -> String {
    timestamp(instant).strftime("%Y-%m-%dT%H:%M:%S.%6fZ").to_string()
}

/// `12:03:07 UTC`: when something was just saved.
pub fn clock_utc(instant: Instant) -> String {
    zoned(instant, "UTC").strftime("%H:%M:%S UTC").to_string()
}

/// The instant of an RFC 3339 text.
pub fn parse_iso(text: &str) -> Option<Instant> {
    text.parse::<Timestamp>().ok().map(|at| Instant(at.as_microsecond()))
}

fn month(l: Locale, month: i8) -> &'static str {
    use t::calendar as c;
    match month {
        1 => c::month_1(l),
        2 => c::month_2(l),
        3 => c::month_3(l),
        4 => c::month_4(l),
        5 => c::month_5(l),
        6 => c::month_6(l),
        7 => c::month_7(l),
        8 => c::month_8(l),
        9 => c::month_9(l),
        10 => c::month_10(l),
        11 => c::month_11(l),
        _ => c::month_12(l),
    }
}

fn date_of(l: Locale, date: jiff::civil::Date) -> String {
    t::calendar::date(l, date.day().to_string(), month(l, date.month()), date.year().to_string())
}

/// A calendar day in words: `11 December 2026`.
pub fn day_in_words(l: Locale, day: &Day) -> String {
    day.0.parse().map_or_else(|_| day.0.clone(), |date| date_of(l, date))
}

/// Two days in words, saying month and year once where they are the same: `7–11 December 2026`.
pub fn days_in_words(l: Locale, from: &Day, to: &Day) -> String {
    match (from.0.parse::<jiff::civil::Date>(), to.0.parse::<jiff::civil::Date>()) {
        (Ok(a), Ok(b)) if a == b => date_of(l, a),
        (Ok(a), Ok(b)) if (a.year(), a.month()) == (b.year(), b.month()) => {
            t::calendar::date(l, format!("{}–{}", a.day(), b.day()), month(l, b.month()), b.year().to_string())
        }
        _ => format!("{} – {}", day_in_words(l, from), day_in_words(l, to)),
    }
}

/// `11 December 2026, 18:00`, with seconds where the instant has any: what is shown is what is enforced.
pub fn local(l: Locale, instant: Instant, zone: &str) -> String {
    let at = zoned(instant, zone);
    t::calendar::date_time(l, date_of(l, at.date()), clock(&at))
}

fn clock(at: &ZonedDateTime) -> String {
    if at.subsec_nanosecond() != 0 {
        at.strftime("%H:%M:%S.%6f").to_string()
    } else if at.second() != 0 {
        at.strftime("%H:%M:%S").to_string()
    } else {
        at.strftime("%H:%M").to_string()
    }
}

/// `New York (UTC−5)`: the zone by its city, with the offset in force at that instant.
pub fn zone_at(l: Locale, instant: Instant, zone: &str) -> String {
    let at = zoned(instant, zone);
    if zone == "UTC" { "UTC".to_owned() } else { t::calendar::zone_at(l, city(l, zone), offset(at.offset())) }
}

/// The UTC side of an instant shown at `zone`: `23:00 UTC`, with its date where that differs from the local one.
pub fn utc(l: Locale, instant: Instant, zone: &str) -> String {
    let (there, here) = (zoned(instant, zone), zoned(instant, "UTC"));
    let time = if there.date() == here.date() { clock(&here) } else { t::calendar::date_time(l, date_of(l, here.date()), clock(&here)) };
    format!("{time} UTC")
}

/// `11 December 2026, 23:00 UTC`: when something happened, to the minute.
pub fn minute(l: Locale, instant: Instant) -> String {
    let at = timestamp(instant).to_zoned_datetime(TimeZone::UTC);
    let clock = format!("{:02}:{:02} UTC", at.hour(), at.minute());
    t::calendar::date_time(l, date_of(l, at.date()), clock)
}

/// `11 December 2026, 18:00 New York (UTC−5) · 23:00 UTC` in one line, for mails, refusals and exports.
pub fn full(l: Locale, instant: Instant, zone: &str) -> String {
    if zone == "UTC" {
        return format!("{} UTC", local(l, instant, zone));
    }
    format!("{} {} · {}", local(l, instant, zone), zone_at(l, instant, zone), utc(l, instant, zone))
}

fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, minutes) = (if seconds < 0 { '−' } else { '+' }, seconds.unsigned_abs() / 60);
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// The city a zone is named after, in the reader's language where the locale files know it.
pub fn city(l: Locale, zone: &str) -> String {
    use t::calendar as c;
    match zone {
        "America/New_York" => c::city_new_york(l).to_owned(),
        "Europe/Vienna" => c::city_vienna(l).to_owned(),
        "Europe/Zurich" => c::city_geneva(l).to_owned(),
        "Asia/Kuala_Lumpur" => c::city_kuala_lumpur(l).to_owned(),
        "Africa/Nairobi" => c::city_nairobi(l).to_owned(),
        other => other.rsplit('/').next().unwrap_or(other).replace('_', " "),
    }
}

/// Time left or passed, in the two largest units: `2 days 3 hours`, `59 minutes`, `less than a minute`.
pub fn span_in_words(l: Locale, span: Span) -> String {
    use t::calendar as c;
    let minutes = span.seconds().unsigned_abs() / 60;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours, minutes) {
        (0, 0, 0) => c::less_than_a_minute(l).to_owned(),
        (0, 0, m) => c::minutes(l, m),
        (0, h, 0) => c::hours(l, h),
        (0, h, m) => t::calendar::two_spans(l, c::hours(l, h), c::minutes(l, m)),
        (d, 0, _) => c::days(l, d),
        (d, h, _) => t::calendar::two_spans(l, c::days(l, d), c::hours(l, h)),
    }
}

/// A span to the millisecond, rounded down: `2 days 03:04:05.678`, `00:00:01.000`. For receipts, where every millisecond may matter.
pub fn exact_span(l: Locale, span: Span) -> String {
    let milliseconds = span.0.unsigned_abs() / 1000;
    let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000);
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
    let clock = format!("{hours:02}:{minutes:02}:{:02}.{rest:03}", seconds % 60);
    if days == 0 { clock } else { t::calendar::two_spans(l, t::calendar::days(l, days), clock) }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod zone_tests;
