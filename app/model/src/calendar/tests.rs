use super::*;

const NEW_YORK: &str = "America/New_York";

fn at(text: &str) -> Instant {
    parse_iso(text).expect("an instant")
}

#[test]
fn a_deadline_leaves_no_doubt() {
    let deadline = at("2026-12-11T23:00:00Z");
    assert_eq!(full(Locale::En, deadline, NEW_YORK), "11 December 2026, 18:00 New York (UTC−5) · 23:00 UTC");
    assert_eq!(full(Locale::En, at("2026-07-03T22:00:00Z"), "Asia/Tokyo"), "4 July 2026, 07:00 Tokyo (UTC+9) · 3 July 2026, 22:00 UTC");
    assert_eq!(full(Locale::En, deadline, "Asia/Kolkata"), "12 December 2026, 04:30 Kolkata (UTC+5:30) · 11 December 2026, 23:00 UTC");
    assert_eq!(full(Locale::En, deadline, "UTC"), "11 December 2026, 23:00 UTC");
}

#[test]
fn seconds_are_shown_where_they_are_enforced() {
    assert_eq!(local(Locale::En, at("2026-12-11T22:59:59Z"), NEW_YORK), "11 December 2026, 17:59:59");
    assert_eq!(local(Locale::En, at("2026-12-11T22:59:59.000001Z"), NEW_YORK), "11 December 2026, 17:59:59.000001");
}

#[test]
fn the_real_trap_of_vienna() {
    // A Vienna meeting whose registration closed at 6 p.m. New York time.
    assert_eq!(parse_local("2022-06-10T18:00", NEW_YORK), Ok(at("2022-06-10T22:00:00Z")));
}

#[test]
fn local_times_that_do_not_exist_or_exist_twice() {
    assert_eq!(parse_local("2027-03-14T02:30", NEW_YORK), Err(Fault::NoSuchLocalTime));
    assert_eq!(parse_local("2026-11-01T01:30", NEW_YORK), Err(Fault::AmbiguousLocalTime));
    assert_eq!(parse_local("2026-11-20T18:00", NEW_YORK), Ok(at("2026-11-20T23:00:00Z")));
    assert_eq!(parse_local("2026-11-20", NEW_YORK), Err(Fault::NotADateTime));
    assert_eq!(parse_local("tomorrow", NEW_YORK), Err(Fault::NotADateTime));
    assert_eq!(parse_local("9999-12-31T23:59", NEW_YORK), Err(Fault::OutOfRange));
    assert_eq!(parse_local("2026-11-20T18:00", "Mars/Olympus"), Err(Fault::NotATimeZone));
}

#[test]
fn what_a_form_shows_parses_back() {
    let deadline = at("2026-12-11T23:00:00Z");
    for zone in ZONES {
        assert!(is_zone(zone), "{zone}");
        assert_eq!(parse_local(&local_input(deadline, zone), zone), Ok(deadline), "{zone}");
    }
}

#[test]
fn days() {
    let day = |text: &str| Day(text.to_owned());
    assert_eq!(days_in_words(Locale::En, &day("2026-12-07"), &day("2026-12-11")), "7–11 December 2026");
    assert_eq!(days_in_words(Locale::En, &day("2022-03-28"), &day("2022-04-01")), "28 March 2022 – 1 April 2022");
    assert_eq!(days_in_words(Locale::En, &day("2021-06-01"), &day("2021-06-01")), "1 June 2021");
}

#[test]
fn spans() {
    let say = |seconds: i64| span_in_words(Locale::En, Span::SECOND.times(seconds));
    assert_eq!(say(59), "less than a minute");
    assert_eq!(say(60), "1 minute");
    assert_eq!(say(3 * 3600), "3 hours");
    assert_eq!(say(3 * 3600 + 120), "3 hours 2 minutes");
    assert_eq!(say(2 * 86_400 + 3600), "2 days 1 hour");
}

#[test]
fn a_term_lasts_through_its_last_day() {
    let until = day_end(" 2028-02-29 ").expect("a day");
    assert_eq!(iso(until), "2028-03-01T00:00:00Z");
    assert_eq!(last_day(Locale::En, until), "29 February 2028");
    for bad in ["2027-02-29", "29.02.2028", "2028-02-29T10:00", "tomorrow", "20280229"] {
        assert_eq!(day_end(bad), Err(Fault::NotADay), "{bad}");
    }
    assert_eq!(
        (day_end(""), day_end("1999-12-31"), day_end("2201-01-01")),
        (Err(Fault::Missing), Err(Fault::OutOfRange), Err(Fault::OutOfRange))
    );
}

#[test]
fn a_difference_is_given_to_the_millisecond() {
    for (span, words) in [
        (Span(0), "00:00:00.000"),
        (Span(999), "00:00:00.000"),
        (Span(1_234_567), "00:00:01.234"),
        (Span::HOUR.times(25), "1 day 01:00:00.000"),
        (Span::DAY.times(40), "40 days 00:00:00.000"),
    ] {
        assert_eq!(exact_span(Locale::En, span), words);
    }
}
