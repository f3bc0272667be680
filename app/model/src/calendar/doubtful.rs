//! Local times about which the clocks leave a doubt: those they jump over, and those they pass twice. Each comes with the two instants
//! it may stand for, so that a form can offer both.

use super::{YEARS, iso, parse_iso, parse_local};
use crate::domain::time::Instant;
use crate::domain::validate::Fault;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

/// A local time that does not exist or exists twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubtful {
    /// The clocks pass it twice; otherwise they jump over it.
    pub twice: bool,
    /// What it may stand for, the earlier first. Of a time that exists twice, the two; of one that does not exist, its neighbours: the
    /// same time on the clock as it went before the jump, and as it goes after it.
    pub instants: [Instant; 2],
}

/// The doubt about a local time at `zone`; `None` where there is none, or where it is no local time at all.
pub fn doubt(text: &str, zone: &str) -> Option<Doubtful> {
    let local: DateTime = text.trim().parse().ok()?;
    let ambiguous = YEARS.contains(&local.year()).then(|| TimeZone::get(zone).ok())??.to_ambiguous_timestamp(local);
    let twice = match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => return None,
        AmbiguousOffset::Gap { .. } => false,
        AmbiguousOffset::Fold { .. } => true,
    };
    let instants = [ambiguous.earlier().ok()?, ambiguous.later().ok()?].map(|at| Instant(at.as_microsecond()));
    Some(Doubtful { twice, instants })
}

/// The instant of a local date and time; where that leaves a doubt, the one of the two that was `chosen`. A choice that does not belong
/// to this time, such as one made for another, counts as none.
///
/// # Errors
/// Not a date-time, not a zone, or a doubt about which nothing was chosen.
pub fn parse_local_or_chosen(text: &str, zone: &str, chosen: &str) -> Result<Instant, Fault> {
    let parsed = parse_local(text, zone);
    if !matches!(parsed, Err(Fault::NoSuchLocalTime | Fault::AmbiguousLocalTime)) {
        return parsed;
    }
    let chosen = parse_iso(chosen.trim());
    let meant = doubt(text, zone).and_then(|doubtful| doubtful.instants.into_iter().find(|instant| Some(*instant) == chosen));
    meant.map_or(parsed, Ok)
}

/// How a form says which instant is meant, should its local time leave a doubt.
pub fn choice(instant: Instant) -> String {
    iso(instant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::full;
    use crate::domain::language::Locale;
    use crate::domain::time::Span;

    fn offered(text: &str, zone: &str) -> (bool, [String; 2]) {
        let found = doubt(text, zone).expect("a doubt");
        (found.twice, found.instants.map(|at| full(Locale::En, at, zone)))
    }

    #[test]
    fn a_time_that_does_not_exist_has_two_neighbours() {
        let new_york = ["14 March 2027, 01:30 New York (UTC−5) · 06:30 UTC", "14 March 2027, 03:30 New York (UTC−4) · 07:30 UTC"];
        assert_eq!(offered("2027-03-14T02:30", "America/New_York"), (false, new_york.map(str::to_owned)));
        let geneva = ["28 March 2027, 01:00 Geneva (UTC+1) · 00:00 UTC", "28 March 2027, 03:00 Geneva (UTC+2) · 01:00 UTC"];
        assert_eq!(offered("2027-03-28T02:00", "Europe/Zurich"), (false, geneva.map(str::to_owned)));
        // The clocks of Lord Howe jump over half an hour.
        let lord_howe = [
            "4 October 2026, 01:45 Lord Howe (UTC+10:30) · 3 October 2026, 15:15 UTC",
            "4 October 2026, 02:45 Lord Howe (UTC+11) · 3 October 2026, 15:45 UTC",
        ];
        assert_eq!(offered("2026-10-04T02:15", "Australia/Lord_Howe"), (false, lord_howe.map(str::to_owned)));
        // Samoa had no 30 December 2011 at all: the neighbours are the days around it.
        let apia =
            ["29 December 2011, 18:00 Apia (UTC−10) · 30 December 2011, 04:00 UTC", "31 December 2011, 18:00 Apia (UTC+14) · 04:00 UTC"];
        assert_eq!(offered("2011-12-30T18:00", "Pacific/Apia"), (false, apia.map(str::to_owned)));
    }

    #[test]
    fn a_time_that_exists_twice_is_one_of_two() {
        let new_york = ["7 November 2027, 01:30 New York (UTC−4) · 05:30 UTC", "7 November 2027, 01:30 New York (UTC−5) · 06:30 UTC"];
        assert_eq!(offered("2027-11-07T01:30", "America/New_York"), (true, new_york.map(str::to_owned)));
        let geneva = ["31 October 2027, 02:30 Geneva (UTC+2) · 00:30 UTC", "31 October 2027, 02:30 Geneva (UTC+1) · 01:30 UTC"];
        assert_eq!(offered("2027-10-31T02:30", "Europe/Zurich"), (true, geneva.map(str::to_owned)));
        let (twice, [first, second]) = offered("2027-04-04T01:45", "Australia/Lord_Howe");
        assert!(twice && first.contains("(UTC+11)") && second.contains("(UTC+10:30)"), "{first} | {second}");
    }

    #[test]
    fn a_choice_counts_for_its_own_time_only() {
        let zone = "America/New_York";
        let [first, second] = doubt("2027-11-07T01:30", zone).expect("a doubt").instants;
        assert_eq!(parse_local_or_chosen("2027-11-07T01:30", zone, &choice(first)), Ok(first));
        assert_eq!(parse_local_or_chosen("2027-11-07T01:30", zone, &choice(second)), Ok(second));
        for stale in ["", "nonsense", &choice(first + Span::HOUR.times(3)), &choice(first + Span::MINUTE)] {
            assert_eq!(parse_local_or_chosen("2027-11-07T01:30", zone, stale), Err(Fault::AmbiguousLocalTime), "{stale}");
            assert_eq!(parse_local_or_chosen("2027-03-14T02:30", zone, stale), Err(Fault::NoSuchLocalTime), "{stale}");
        }
        // An ordinary time needs no choice, and takes none.
        let ordinary = parse_local("2027-11-08T18:00", zone);
        assert_eq!(parse_local_or_chosen("2027-11-08T18:00", zone, &choice(first)), ordinary);
        assert_eq!([doubt("2027-11-08T18:00", zone), doubt("soon", zone), doubt("2027-11-07T01:30", "Mars/Olympus")], [None; 3]);
        assert_eq!(doubt("9999-11-07T01:30", zone), None);
    }
}
