//! Every zone of the database, on the days its clocks are changed in three years: what is shown parses back to what is enforced.

use super::{choice, full, local_input, parse_local, parse_local_or_chosen};
use crate::domain::language::Locale;
use crate::domain::time::{Instant, Span};
use crate::domain::validate::Fault;
use jiff::civil::DateTime;
use jiff::tz::{self, TimeZone};
use jiff::{Timestamp, ToSpan};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// The changes of a zone's clocks from 2026 to 2028.
fn changes(zone: &TimeZone) -> Vec<Timestamp> {
    let (from, to): (Timestamp, Timestamp) =
        ("2026-01-01T00:00:00Z".parse().expect("valid"), "2029-01-01T00:00:00Z".parse().expect("valid"));
    zone.following(from).map(|change| change.timestamp()).take_while(|at| *at < to).collect()
}

/// `11 December 2026, 18:00` and what follows it.
fn read_local(text: &str) -> (DateTime, &str) {
    let mut parts = text.splitn(5, ' ');
    let mut next = || parts.next().expect("a part");
    let (day, month, year, clock) = (next(), next(), next(), next());
    let month = MONTHS.iter().position(|name| *name == month).expect("a month") + 1;
    let local = format!("{}-{month:02}-{day:0>2}T{clock}", year.trim_end_matches(','));
    (local.parse().unwrap_or_else(|_| panic!("{local}")), next())
}

/// The instant that the words of [`full`] name: by the local time and the offset, and by the UTC beside it.
fn read(words: &str) -> (Instant, Instant) {
    let (local, rest) = read_local(words);
    let (zone, utc) = rest.split_once(" · ").expect("a local time and a UTC");
    let offset = zone.rsplit_once("(UTC").expect("an offset").1.trim_end_matches(')');
    let (sign, size) = offset.split_at(offset.chars().next().map_or(0, char::len_utf8));
    let (hours, minutes) = size.split_once(':').unwrap_or((size, "0"));
    let minutes = hours.parse::<i64>().expect("hours") * 60 + minutes.parse::<i64>().expect("minutes");
    let minutes = if sign == "−" { -minutes } else { minutes };
    let at_utc = |time: DateTime| Instant(TimeZone::UTC.to_timestamp(time).expect("in range").as_microsecond());
    let by_offset = at_utc(local.checked_sub(minutes.minutes()).expect("in range"));
    let utc = utc.trim_end_matches(" UTC");
    let utc = if utc.contains(' ') { read_local(&format!("{utc} .")).0 } else { local_on_its_day(local, utc) };
    (by_offset, at_utc(utc))
}

/// A clock without a date is on the same day.
fn local_on_its_day(local: DateTime, clock: &str) -> DateTime {
    format!("{}T{clock}", local.date()).parse().unwrap_or_else(|_| panic!("{clock}"))
}

#[test]
fn what_is_shown_parses_back_to_what_is_enforced() {
    let mut looked_at = 0;
    for name in tz::db().available() {
        let (name, zone) = (name.as_str(), TimeZone::get(name.as_str()).expect("is in the database"));
        if name == "UTC" {
            continue;
        }
        for change in changes(&zone) {
            let change = Instant(change.as_microsecond());
            for minutes in [-1440, -121, -90, -60, -59, -30, -1, 0, 1, 29, 30, 59, 60, 90, 120, 1440] {
                let at = change + Span::MINUTE.times(minutes);
                let words = full(Locale::En, at, name);
                assert_eq!(read(&words), (at, at), "{name}: {words}");
                // The form is filled with the local time: it is taken as this instant, or it exists twice and is not taken at all.
                match parse_local(&local_input(at, name), name) {
                    Ok(read) => assert_eq!(read, at, "{name}: {words}"),
                    Err(fault) => {
                        assert_eq!(fault, Fault::AmbiguousLocalTime, "{name}: {words}");
                        let local = local_input(at, name);
                        let twin = |span: Span| local_input(at + span, name) == local || local_input(at - span, name) == local;
                        assert!([30, 60, 120, 180, 1440].iter().any(|n| twin(Span::MINUTE.times(*n))), "{name}: {words} exists once");
                    }
                }
                // With the choice that stands beside it in the form it is this instant in any case.
                assert_eq!(parse_local_or_chosen(&local_input(at, name), name, &choice(at)), Ok(at), "{name}: {words}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 5000, "only {looked_at}");
}

#[test]
fn a_local_time_that_no_clock_shows_is_recognised() {
    let mut gaps = 0;
    for name in tz::db().available() {
        let (name, zone) = (name.as_str(), TimeZone::get(name.as_str()).expect("is in the database"));
        for change in changes(&zone) {
            let offset = |at: Timestamp| i64::from(zone.to_offset(at).seconds());
            let jump = offset(change) - offset(change - 1.second());
            if jump < 120 {
                continue;
            }
            // One minute into the hour that is left out: the clock before the change, a minute later.
            let before = Instant((change - 1.minute()).as_microsecond());
            let last: DateTime = local_input(before, name).parse().expect("a local time");
            let missing = last.checked_add(2.minutes()).expect("in range").strftime("%Y-%m-%dT%H:%M").to_string();
            assert_eq!(parse_local(&missing, name), Err(Fault::NoSuchLocalTime), "{name}: {missing}");
            gaps += 1;
        }
    }
    assert!(gaps > 100, "only {gaps}");
}
