//! A version is issued by itself at the time the chair has stated: out of sight and unchanged until then, once, whatever node is there.

use crate::drafting::{NEW, SECOND, confirm, issued, second, text};
use crate::planning::Fields;
use crate::support::{Persona, TestApp};
use axum::http::StatusCode;
use engine::jobs::texts::tick;
use engine::store::{drafts, mails};
use model::domain::draft::DraftVersion;
use model::domain::ids::DraftVersionId;
use model::domain::language::LocalizedText;
use model::domain::time::{Instant, Span};

const TITLE: &str = "Security of shared services";

/// 1 December 2026, 09:00 in New York.
fn stated() -> Instant {
    model::calendar::parse_iso("2026-12-01T14:00:00Z").expect("an instant")
}

fn timed<'a>(version: &'a str, at: &'a str) -> Fields<'a> {
    vec![("version", version), ("act", "at"), ("issue_at", at), ("time_zone", "America/New_York")]
}

/// A first version that is prepared; its address.
async fn prepared(chair: &mut Persona<'_>) -> String {
    let mut subgroup = String::new();
    let fields = text(chair, &mut subgroup).await;
    chair.submit(NEW, &fields).await.0.trim_end_matches("#preview").to_owned()
}

/// States the time for what is prepared.
async fn state(chair: &mut Persona<'_>, preparation: &str) {
    let path = format!("{preparation}/issue");
    let version = chair.get(&path).await.html().hidden("version");
    let (to, page) = chair.submit(&path, &timed(&version, "2026-12-01T09:00")).await;
    assert_eq!(to, path);
    let said = page.html().main_text();
    assert!(said.contains("It will be issued by itself on 1 December 2026, 09:00 New York (UTC−5) · 14:00 UTC"), "{said}");
}

/// The newest version of the text, as it stands on the page of the body.
async fn public(app: &TestApp) -> Option<String> {
    let html = app.visitor().get("/bodies/oewg").await.html();
    html.links(TITLE).into_iter().next()
}

#[tokio::test]
async fn a_stated_time_is_kept_and_nobody_sees_anything_before() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let preparation = prepared(&mut chair).await;
    let path = format!("{preparation}/issue");
    // What is wrong with a time is said beside what was typed, and the two instants of a doubtful one are offered.
    for (at, said) in [
        ("2026-11-01T09:00", "This time has passed"),
        ("soon", "2026-12-11"),
        ("2027-03-14T02:30", "14 March 2027, 03:30 New York (UTC−4) · 07:30 UTC"),
        ("2027-11-07T01:30", "exists twice"),
    ] {
        let refused = chair.post(&path, &timed("1", at)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{at}");
        let html = refused.html();
        assert!(html.main_text().contains(said) || at == "soon", "{at}: {}", html.main_text());
        assert_eq!(html.attribute("#issue_at", "value").as_deref(), Some(at));
    }
    let unknown = chair.post(&path, &[("version", "1"), ("act", "at once")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY, "no other button issues anything");
    assert_eq!(chair.post(&path, &timed("7", "2026-12-01T09:00")).await.status, StatusCode::CONFLICT, "somebody went on writing");
    for who in ["secretariat", "moderator.rnp", "business"] {
        let refused = app.signed_in(who).await.post(&path, &timed("1", "2026-12-01T09:00")).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{who}");
    }
    state(&mut chair, &preparation).await;

    // Nobody else sees that there is anything; in the log stands that something was done, and not when it will be.
    for who in ["secretariat", "moderator.rnp", "business", "admin"] {
        let mut other = app.signed_in(who).await;
        for path in [&preparation, &path] {
            assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND, "{who}");
        }
        let withdrawn = other.post(&path, &[("version", "2"), ("act", "withdraw-time")]).await;
        assert_eq!(withdrawn.status, StatusCode::NOT_FOUND, "{who}");
        for path in ["/", "/bodies/oewg", "/desk", "/subgroups/sg-rnp", "/bodies/oewg/calendar.ics"] {
            let text = other.get(path).await.text();
            assert!(!text.contains(TITLE) && !text.contains("20261201T1400"), "{who} {path}");
        }
    }
    let log = app.signed_in("admin").await.get("/admin/audit?act=issue_time_stated").await.html().main_text();
    assert!(log.contains("Stated when a version will be issued") && !log.contains("2026-12-01"), "{log}");
    assert!(chair.get("/bodies/oewg/texts").await.html().main_text().contains("will be issued on 1 December 2026, 09:00"));

    app.clock.set(stated() - Span::MICROSECOND);
    tick(&app.portal, app.now()).await.expect("ticks");
    assert_eq!(public(&app).await, None, "not before");
    // Two nodes at once, a moment later than was stated.
    app.clock.set(stated() + Span::SECOND);
    let other = app.another_node();
    let (one, two) = tokio::join!(tick(&app.portal, app.now()), tick(&other, app.now()));
    one.expect("ticks");
    two.expect("ticks");
    tick(&app.another_node(), app.now()).await.expect("ticks");
    let draft = public(&app).await.expect("it is public");
    let html = app.visitor().get(&draft).await.html();
    assert!(html.main_text().contains("[States asked for an instrument that binds.]"));
    let recorded = html.attribute("main time[datetime^='2026-12-01T14:00:01']", "datetime");
    assert!(recorded.is_some(), "what is recorded is when it happened: {:?}", html.attributes("main time", "datetime"));
    let mut chair = app.signed_in("chair").await;
    assert_eq!(chair.get(&preparation).await.status, StatusCode::NOT_FOUND);
    assert_eq!(chair.get("/bodies/oewg/texts").await.html().links(TITLE).len(), 0, "one version, in the row of its text");
    let log = app.signed_in("admin").await.get("/admin/audit?act=version_issued").await.html().main_text();
    assert_eq!(log.matches("2026-12-01T14:00:00Z").count(), 1, "{log}");
}

#[tokio::test]
async fn while_a_time_stands_nothing_changes_until_it_is_withdrawn() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let zero = issued(&app, &mut chair).await;
    let preparation = second(&mut chair, &zero, SECOND).await;
    let path = format!("{preparation}/issue");
    // What could not be issued now is given no time.
    let early = chair.post(&path, &timed("2", "2026-12-01T09:00")).await;
    assert_eq!(early.status, StatusCode::FORBIDDEN);
    assert!(early.html().main_text().contains("not confirmed"));
    confirm(&mut chair, &preparation, &[]).await;
    state(&mut chair, &preparation).await;
    let version = chair.get(&path).await.html().hidden("version");

    let form = chair.get(&preparation).await.html();
    assert!(form.count("textarea") == 0 && form.has_button("Withdraw the time"), "{}", form.main_text());
    let origins = chair.get(&format!("{preparation}/origins")).await.html();
    assert!(origins.count("input[name^='from-']") == 0 && !origins.has_button("Confirm and go on"));
    assert!(origins.main_text().contains("merged from 3, 3 bis"), "it can be read");
    let words = [("label", "Rev.9"), ("language", "en"), ("source", "1. Mine."), ("version", version.as_str())];
    let saved = chair.post(&preparation, &words).await;
    assert_eq!(saved.status, StatusCode::FORBIDDEN);
    let said = saved.html().main_text();
    assert!(said.contains("A time is stated at which this version will be issued") && saved.text().contains("1. Mine."), "{said}");
    let dropped = chair.post(&format!("{preparation}/drop"), &[("version", version.as_str())]).await;
    assert_eq!(dropped.status, StatusCode::FORBIDDEN);
    let now = chair.post(&path, &[("version", version.as_str()), ("act", "now")]).await;
    assert_eq!(now.status, StatusCode::FORBIDDEN);
    assert_eq!(chair.post(&path, &timed(&version, "2026-12-02T09:00")).await.status, StatusCode::FORBIDDEN, "withdrawn first");
    let again = chair.submit(&path, &timed(&version, "2026-12-01T09:00")).await;
    assert_eq!(again.0, path, "the same click again");
    let (words, confirmed) = (origins.hidden("words"), origins.hidden("confirmed"));
    let other = chair.post(&format!("{preparation}/origins"), &[("words", &words), ("confirmed", &confirmed), ("from-1", "2")]).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);

    // One button, from any of the pages.
    let (_, page) = chair.submit(&path, &[("version", &version), ("act", "withdraw-time")]).await;
    assert!(page.html().has_button("Issue this version") && page.html().has_button("Issue at this time"));
    app.clock.set(stated() + Span::DAY);
    tick(&app.portal, app.now()).await.expect("ticks");
    assert!(!app.visitor().get(&zero).await.html().main_text().contains("A newer version is issued"), "nothing was issued");
    let mut chair = app.signed_in("chair").await;
    let version = chair.get(&preparation).await.html().hidden("version");
    let words = [("label", "Rev.9"), ("language", "en"), ("source", SECOND), ("version", version.as_str())];
    chair.submit(&preparation, &words).await;
    let log = app.signed_in("admin").await.get("/admin/audit?act=issue_time_withdrawn").await.html().main_text();
    assert!(log.contains("2026-12-01T14:00:00Z"), "{log}");
}

#[tokio::test]
async fn after_a_stop_over_the_time_it_is_issued_at_the_next_tick_though_the_office_has_ended() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let zero = issued(&app, &mut chair).await;
    let preparation = second(&mut chair, &zero, SECOND).await;
    confirm(&mut chair, &preparation, &[]).await;
    state(&mut chair, &preparation).await;
    let mut admin = app.signed_in("admin").await;
    let end = admin.get("/bodies/oewg/offices").await.html().link_in_row("Chair (demonstration)", "End this office");
    admin.submit(&end, &[("reason", "Elections.")]).await;

    app.clock.set(stated() + Span::DAY.times(2));
    tick(&app.another_node(), app.now()).await.expect("ticks");
    let mut visitor = app.visitor();
    let newest = visitor.get(&zero).await.html().link("Read Rev.1");
    let html = visitor.get(&newest).await.html();
    assert!(html.attribute("main time[datetime^='2026-12-03']", "datetime").is_some(), "{:?}", html.attributes("main time", "datetime"));
    let compared = html.link("Compare Rev.1 with Zero draft");
    assert!(visitor.get(&compared).await.html().main_text().contains("3: merged from 3, 3 bis"));
}

#[tokio::test]
async fn what_cannot_be_issued_at_its_time_stays_and_the_chair_is_told_why() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let zero = issued(&app, &mut chair).await;
    let preparation = second(&mut chair, &zero, SECOND).await;
    confirm(&mut chair, &preparation, &[]).await;
    state(&mut chair, &preparation).await;
    // Another version gets there first: not over the portal, where one is prepared at a time.
    let id: DraftVersionId = zero.trim_start_matches("/drafts/").parse().expect("an id");
    let at = app.now();
    app.portal
        .database()
        .write_tx(move |tx| {
            Box::pin(async move {
                let before = drafts::by_id(tx, id).await?.expect("is there");
                let other = DraftVersion {
                    id: DraftVersionId(uuid::Uuid::from_u128(7)),
                    label: LocalizedText::english("Rev.0"),
                    issued_at: at,
                    ..before
                };
                drafts::insert_version(tx, &other, 2).await
            })
        })
        .await
        .expect("another version");
    app.clock.set(stated());
    tick(&app.portal, app.now()).await.expect("ticks");
    tick(&app.another_node(), app.now()).await.expect("ticks");
    let mut chair = app.signed_in("chair").await;
    let said = chair.get(&format!("{preparation}/issue")).await.html().main_text();
    assert!(said.contains("It was to be issued on 1 December 2026, 09:00 New York"), "{said}");
    assert!(said.contains("It was tried on 1 December 2026, 09:00 New York"), "{said}");
    assert!(said.contains("Another version was issued since this one was begun."), "{said}");
    assert!(chair.get("/bodies/oewg/texts").await.html().main_text().contains("could not be issued at its time"));
    let form = chair.get(&preparation).await.html();
    assert!(form.count("textarea") == 1 && !form.has_button("Withdraw the time"), "it can be changed again, and dropped");
    let mut tx = app.portal.database().read().await.expect("reads");
    let told: Vec<_> =
        mails::latest(&mut tx).await.expect("reads").into_iter().filter(|mail| mail.subject.contains("Not issued at its time")).collect();
    assert_eq!(told.iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["chair@demo.example"], "once");
    let body = &told[0].body;
    for words in ["Rev.1", TITLE, "1 December 2026, 09:00 New York", "Another version was issued", "/issue"] {
        assert!(body.contains(words), "{words}: {body}");
    }
    drop(tx);
    let log = app.signed_in("admin").await.get("/admin/audit?act=issue_hindered").await.html().main_text();
    assert_eq!(log.matches("2026-12-01T14:00:00Z").count(), 1, "{log}");
    let (texts, _) = chair.submit(&format!("{preparation}/drop"), &[("version", &form.hidden("version"))]).await;
    assert_eq!(texts, "/bodies/oewg/texts");
}
