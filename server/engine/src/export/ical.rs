//! A calendar feed (RFC 5545): deadlines as instants in UTC, with the local time in words; sessions as whole days.
//!
//! No VTIMEZONE is needed: UTC is never moved by a change of clocks, and whole days have no zone. Pure: the same feed gives the same bytes.

use model::calendar;
use model::domain::body::Day;
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::i18n::t::calendars as t;
use model::portal::{CalendarFeed, FeedEnd, FeedRound, FeedSession};
use model::routes;

/// The longest line in octets, the break apart.
const LINE: usize = 75;

/// The feed in a language. `origin`: where people reach the portal, without a slash at the end.
pub fn write(feed: &CalendarFeed, l: Locale, origin: &str) -> Vec<u8> {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    let name = feed.of.as_ref().map_or_else(|| t::calendar_name_own(l).to_owned(), |of| t::calendar_name(l, of.get(l)));
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Openfloor//Deadlines//EN");
    out.line("CALSCALE", "GREGORIAN");
    out.text("NAME", &name);
    out.text("X-WR-CALNAME", &name);
    out.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    out.line("X-PUBLISHED-TTL", "PT1H");
    // When a session was changed is not kept: each is stamped as the newest change of a deadline beside it. That it was changed, its
    // version says.
    let newest = feed.rounds.iter().map(|round| round.end.recorded_at).max().unwrap_or(Instant(0));
    for session in &feed.sessions {
        whole_days(&mut out, session, l, host, &format!("{origin}{}", routes::session(l, session.session.id)), newest);
    }
    for round in &feed.rounds {
        deadlines(&mut out, round, l, host, origin);
    }
    out.line("END", "VCALENDAR");
    out.0.into_bytes()
}

fn whole_days(out: &mut Lines, feed: &FeedSession, l: Locale, host: &str, link: &str, stamp: Instant) {
    let session = &feed.session;
    let (Some(from), Some(to)) = (basic(&session.starts_on), calendar::day_after(&session.ends_on).as_ref().and_then(basic)) else {
        return;
    };
    out.line("BEGIN", "VEVENT");
    out.line("UID", &format!("session-{}@{host}", session.id));
    out.line("DTSTAMP", &utc(stamp));
    out.line("SEQUENCE", &(feed.version - 1).to_string());
    out.line("DTSTART;VALUE=DATE", &from);
    // The day after the last one: an end is not part of its event.
    out.line("DTEND;VALUE=DATE", &to);
    let title = session.title.get(l);
    out.text("SUMMARY", &if session.demonstration { t::calendar_invented(l, title) } else { title.to_owned() });
    out.text("LOCATION", session.city.get(l));
    out.line("URL", link);
    out.line("STATUS", "CONFIRMED");
    out.line("TRANSP", "TRANSPARENT");
    out.line("END", "VEVENT");
}

fn deadlines(out: &mut Lines, round: &FeedRound, l: Locale, host: &str, origin: &str) {
    let (line, id) = (&round.line, round.line.round.id);
    let link = format!("{origin}{}", routes::round(l, id));
    let (title, body) = (line.round.title.get(l), line.body.short_name.get(l));
    let invented = |words: String| if line.round.demonstration { t::calendar_invented(l, words) } else { words };
    let summary = invented(t::calendar_deadline(l, body, title));
    deadline(out, &format!("round-{id}@{host}"), &round.end, (l, &line.round.time_zone), &summary, &link);
    for own in &round.own {
        let summary = invented(t::calendar_own_deadline(l, body, own.organisation_name.as_str(), title));
        let item = own.item.map(|item| format!("-{item}")).unwrap_or_default();
        let uid = format!("round-{id}-{}{item}@{host}", own.organisation);
        deadline(out, &uid, &own.end, (l, &line.round.time_zone), &summary, &link);
    }
}

fn deadline(out: &mut Lines, uid: &str, end: &FeedEnd, (l, zone): (Locale, &str), summary: &str, link: &str) {
    out.line("BEGIN", "VEVENT");
    out.line("UID", uid);
    out.line("DTSTAMP", &utc(end.recorded_at));
    out.line("LAST-MODIFIED", &utc(end.recorded_at));
    out.line("SEQUENCE", &end.number.to_string());
    // No end: it is over at the instant it begins. To the second, rounded down, so never later than what is enforced.
    out.line("DTSTART", &utc(end.closes_at));
    out.text("SUMMARY", summary);
    out.text("DESCRIPTION", &t::calendar_description(l, link, calendar::full(l, end.closes_at, zone)));
    out.line("URL", link);
    out.line("STATUS", "CONFIRMED");
    out.line("TRANSP", "TRANSPARENT");
    out.line("END", "VEVENT");
}

/// `20261211T230000Z`.
fn utc(instant: Instant) -> String {
    calendar::iso(instant).replace(['-', ':'], "")
}

/// `20261211`.
fn basic(day: &Day) -> Option<String> {
    let digits: String = day.0.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 8).then_some(digits)
}

/// Lines of content, ended by CR LF and folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for c in format!("{name}:{value}").chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                // The space counts.
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A value of the type TEXT.
    fn text(&mut self, name: &str, value: &str) {
        self.line(name, &escape(value));
    }
}

/// What people wrote, as one value: no character of it can end the line or begin another property.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            // The marks that keep directions apart on pages; calendars show them as boxes.
            '\u{2068}' | '\u{2069}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{LINE, Lines, escape};

    #[test]
    fn what_people_wrote_stays_one_value() {
        assert_eq!(escape("a,b;c\\d\r\nEND:VEVENT\rx\u{0}"), "a\\,b\\;c\\\\d\\nEND:VEVENT\\nx");
    }

    #[test]
    fn lines_are_folded_between_characters_and_unfold_to_what_was_written() {
        let title = "الموعد النهائي لتقديم الأوراق، ".repeat(9) + &"x".repeat(200);
        let mut lines = Lines::default();
        lines.text("SUMMARY", &title);
        assert!(lines.0.ends_with("\r\n"));
        for line in lines.0.trim_end_matches("\r\n").split("\r\n") {
            assert!(line.len() <= LINE, "{} octets: {line}", line.len());
        }
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{title}\r\n"));
    }
}
