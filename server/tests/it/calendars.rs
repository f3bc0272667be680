//! Calendar feeds: the same deadline as on the page, in the mail and in the refusal; nothing of anybody in public ones.

use crate::grants::{closes_at, give, organisation_of};
use crate::ledger::{draft, mails, move_deadline};
use crate::papers::open_round;
use crate::planning::call;
use crate::support::{Answer, Persona, TestApp, request};
use axum::http::{Method, StatusCode, header};
use model::calendar;
use model::domain::language::Locale;
use model::domain::time::{Instant, Span};

pub const BODY: &str = "/bodies/oewg/calendar.ics";

/// The lines of a feed, unfolded.
pub fn lines(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    let text = answer.text();
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "lines end with CR LF");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "lines are folded");
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

/// The value of a property in the event of this UID.
pub fn value(lines: &[String], uid: &str, name: &str) -> String {
    let start = lines.iter().position(|line| line.starts_with(&format!("UID:{uid}"))).unwrap_or_else(|| panic!("no {uid} in {lines:?}"));
    let mut event = lines[start..].iter().take_while(|line| *line != "END:VEVENT");
    let prefix = format!("{name}:");
    event.find_map(|line| line.strip_prefix(&prefix)).unwrap_or_else(|| panic!("no {name}")).to_owned()
}

fn utc(instant: Instant) -> String {
    calendar::iso(instant).replace(['-', ':'], "")
}

/// Makes an address, as its page tells it.
async fn address(persona: &mut Persona<'_>) -> String {
    let page = persona.post("/account/calendar", &[("act", "renew")]).await;
    assert_eq!(page.status, StatusCode::OK);
    let address = page.html().text("main code");
    address.strip_prefix(crate::support::ORIGIN).unwrap_or_else(|| panic!("{address}")).to_owned()
}

#[tokio::test]
async fn page_mail_feed_and_refusal_agree_on_one_deadline_also_across_a_change_of_clocks() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    // New York is at UTC−4 from 14 March 2027 on, and at UTC−5 from 7 November 2027 on; the portal is asked in November 2026 (UTC−5).
    for (local, iso, offset) in
        [("2027-03-14T18:00", "2027-03-14T22:00:00Z", "(UTC−4)"), ("2027-11-07T18:00", "2027-11-07T23:00:00Z", "(UTC−5)")]
    {
        move_deadline(&app, &round, local, "Across a change of clocks.").await;
        let end = closes_at(&app, &round).await;
        assert_eq!(calendar::iso(end), iso);
        let words = calendar::full(Locale::En, end, "America/New_York");
        assert!(words.contains(offset), "{words}");
        let (submit, version) = draft(&app, "academia", &round, "At the end", "Words.").await;
        for at in [end - Span::SECOND, end, end + Span::SECOND] {
            app.clock.set(at);
            let page = app.visitor().get(&format!("/rounds/{round}")).await;
            let shown = page.html().attribute(".deadline time", "datetime");
            assert_eq!(shown.as_deref(), Some(iso), "the page");
            let feed = lines(&app.visitor().get(BODY).await);
            assert_eq!(value(&feed, &format!("round-{round}"), "DTSTART"), utc(end), "the feed");
            assert!(value(&feed, &format!("round-{round}"), "DESCRIPTION").replace('\\', "").contains(&words), "the feed in words");
        }
        let refused = app.signed_in("academia").await.post(&submit, &[("version", &version)]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.html().main_text().contains(&words), "the refusal");
        let told = mails(&app, "").await;
        assert!(told.iter().any(|mail| mail.body.contains(&words)), "the mail");
    }
    // The mail of the last reminder, one second before the end.
    move_deadline(&app, &round, "2028-03-26T18:00", "Once more.").await;
    draft(&app, "ngo", &round, "Reminded", "Words.").await;
    let end = closes_at(&app, &round).await;
    app.clock.set(end - Span::SECOND);
    engine::jobs::reminders::tick(&app.portal, app.now()).await.expect("ticks");
    let words = calendar::full(Locale::En, end, "America/New_York");
    assert!(mails(&app, "NOT submitted").await.iter().any(|mail| mail.body.contains(&words)), "{words}");
}

#[tokio::test]
async fn an_event_stays_the_same_and_counts_its_changes() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let uid = format!("round-{round}@127.0.0.1:3000");
    let before = lines(&app.visitor().get(BODY).await);
    assert_eq!((value(&before, &uid, "SEQUENCE"), value(&before, &uid, "STATUS")), ("1".to_owned(), "CONFIRMED".to_owned()));
    app.advance(Span::HOUR);
    move_deadline(&app, &round, "2027-01-15T18:00", "More time.").await;
    let after = lines(&app.visitor().get(BODY).await);
    assert_eq!((value(&after, &uid, "SEQUENCE"), value(&after, &uid, "LAST-MODIFIED")), ("2".to_owned(), utc(app.now())));
    assert_eq!(value(&after, &uid, "DTSTART"), "20270115T230000Z");
    assert_eq!(after.iter().filter(|line| **line == format!("UID:{uid}")).count(), 1);
    assert!(!after.iter().any(|line| line.contains("VALARM") || line.contains("TZID")));
    // Sessions are whole days; the end is the day after the last one.
    assert!(
        after.iter().any(|line| line.starts_with("DTSTART;VALUE=DATE:2027")) && after.iter().any(|line| line.starts_with("UID:session-"))
    );
    // A subgroup has one too, and Arabic.
    assert!(lines(&app.visitor().get("/subgroups/sg-rnp/calendar.ics").await).iter().any(|line| *line == format!("UID:{uid}")));
    assert!(lines(&app.visitor().get("/ar/bodies/oewg/calendar.ics").await).iter().any(|line| line.contains("الموعد النهائي")));
    assert_eq!(app.visitor().get("/bodies/none/calendar.ics").await.status, StatusCode::NOT_FOUND);
    // The pages lead there.
    assert_eq!(app.visitor().get("/bodies/oewg").await.html().link("Calendar of deadlines"), BODY);
}

#[tokio::test]
async fn public_feeds_carry_nothing_of_who_asks_and_are_answered_with_304() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let name = organisation_of(&app, "ngo").await;
    give(&app, &round, &name, closes_at(&app, &round).await + Span::DAY, "The power was out.").await;
    let visitor = app.visitor().get(BODY).await;
    let own = app.signed_in("ngo").await.get(BODY).await;
    assert_eq!(visitor.bytes, own.bytes);
    assert!(!visitor.text().contains(&name) && visitor.headers[header::CACHE_CONTROL].to_str().expect("ASCII").starts_with("public"));
    let mut again = request(Method::GET, BODY, None, None);
    again.headers_mut().insert(header::IF_NONE_MATCH, visitor.headers[header::ETAG].clone());
    let again = app.send(again).await;
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    move_deadline(&app, &round, "2027-01-15T18:00", "More time.").await;
    let mut changed = request(Method::GET, BODY, None, None);
    changed.headers_mut().insert(header::IF_NONE_MATCH, visitor.headers[header::ETAG].clone());
    assert_eq!(app.send(changed).await.status, StatusCode::OK);
}

#[tokio::test]
async fn ones_own_feed_has_the_grants_and_ends_with_its_address() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let name = organisation_of(&app, "ngo").await;
    let own_end = closes_at(&app, &round).await + Span::DAY.times(3);
    give(&app, &round, &name, own_end, "The power was out.").await;
    draft(&app, "ngo", &round, "Something written", "Words.").await;
    let mut ngo = app.signed_in("ngo").await;
    let page = ngo.get("/account/calendar").await.html();
    assert!(page.main_text().contains("You have no address yet") && page.has_button("Make an address"));
    let first = address(&mut ngo).await;
    // No session is asked for; the words say whose end it is.
    let feed = lines(&app.visitor().get(&first).await);
    let organisation = app.ctx_of("ngo@demo.example", app.now()).await.actor.signed_in().expect("a person").memberships[0].organisation;
    let uid = format!("round-{round}-{organisation}@");
    assert_eq!(value(&feed, &uid, "DTSTART"), utc(own_end));
    assert!(value(&feed, &uid, "SUMMARY").contains(&name));
    assert_eq!(value(&feed, &format!("round-{round}@"), "DTSTART"), utc(closes_at(&app, &round).await));
    // A new address ends the first; the page does not show it again.
    let second = address(&mut ngo).await;
    assert_ne!(first, second);
    assert_eq!(app.visitor().get(&first).await.status, StatusCode::NOT_FOUND);
    assert!(!ngo.get("/account/calendar").await.text().contains("deadlines.ics"));
    for act in ["", "renewed", "Stop"] {
        assert_eq!(ngo.post("/account/calendar", &[("act", act)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{act}");
    }
    assert_eq!(ngo.post("/account/calendar", &[("act", "stop")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.visitor().get(&second).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().post("/account/calendar", &[("act", "renew")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn who_tries_addresses_is_stopped_and_a_real_one_still_answers() {
    let app = TestApp::new().await;
    let real = address(&mut app.signed_in("ngo").await).await;
    let mut stranger = app.visitor_from([203, 0, 113, 9]);
    let mut last = StatusCode::OK;
    for n in 0..70 {
        last = stranger.get(&format!("/calendar/{n:064}/deadlines.ics")).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(stranger.get(&real).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_public_feed_is_the_same_at_every_hour_until_something_changes() {
    let app = TestApp::new().await;
    for feed in [BODY, "/subgroups/sg-rnp/calendar.ics"] {
        app.clock.set(crate::support::start());
        let now = app.visitor().get(feed).await;
        let events = lines(&now).iter().filter(|line| line.starts_with("UID:round-")).count();
        assert!(events > 3, "more than a page shows of closed ones: {events}");
        for days in [20, 60, 400] {
            app.clock.set(crate::support::start() + Span::DAY.times(days));
            let later = app.visitor().get(feed).await;
            assert_eq!(later.headers[header::ETAG], now.headers[header::ETAG], "after {days} days");
            assert_eq!(later.text(), now.text(), "also once rounds have opened and closed");
        }
    }
}

#[tokio::test]
async fn a_hostile_title_stays_one_line_and_geneva_keeps_its_own_hour() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    // Geneva is at UTC+1 on 27 March 2027, and at UTC+2 from the 28th on: one end lies before the change, the other after it.
    for (title, closes_at, offset, utc) in [
        ("Before; with, marks\\ and \\n signs", "2027-03-27T18:00", "(UTC+1)", "2027-03-27T17:00:00Z"),
        ("ATTENDEE:mailto:x@example.org END:VEVENT 🎉 مرحبا", "2027-03-29T18:00", "(UTC+2)", "2027-03-29T16:00:00Z"),
    ] {
        let address = call(&mut chair, &[("title", title), ("closes_at", closes_at)]).await;
        let uid = format!("round-{}", address.rsplit('/').next().expect("its id"));
        let feed = lines(&app.visitor().get(BODY).await);
        assert_eq!(value(&feed, &uid, "DTSTART"), utc.replace(['-', ':'], ""), "{title}");
        let escaped = title.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
        assert!(value(&feed, &uid, "SUMMARY").contains(&escaped), "{}", value(&feed, &uid, "SUMMARY"));
        let words = calendar::full(Locale::En, calendar::parse_iso(utc).expect("an instant"), "Europe/Zurich");
        assert!(words.contains("18:00") && words.contains(offset), "{words}");
        assert!(value(&feed, &uid, "DESCRIPTION").replace('\\', "").contains(&words), "{words}");
    }
}
