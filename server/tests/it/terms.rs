//! Terms of office that end soon: who is told, once, and on whose desk they stand.

use crate::support::{Persona, TestApp};
use engine::jobs::terms::tick;
use model::domain::time::{Instant, Span};

const NEW: &str = "/bodies/oewg/offices/new";

async fn appoint(by: &mut Persona<'_>, email: &str, office: &str, until: &str) {
    by.submit(NEW, &[("email", email), ("office", office), ("until", until), ("reason", "Agreed by the bureau.")]).await;
}

fn end_of(day: &str) -> Instant {
    model::calendar::day_end(day).expect("a day")
}

/// Recipient and subject of the mails about terms, sorted.
async fn told(app: &TestApp) -> Vec<(String, String)> {
    let mut tx = app.portal.database().read().await.expect("reads");
    let mails = engine::store::mails::latest(&mut tx).await.expect("reads");
    let about = |subject: &str| subject.starts_with("Your office ends on") || subject.contains("of office end");
    let mut told: Vec<_> = mails.into_iter().filter(|mail| about(&mail.subject)).map(|mail| (mail.recipient, mail.subject)).collect();
    told.sort();
    told
}

#[tokio::test]
async fn the_holder_and_the_chair_are_told_once_fourteen_days_before() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    appoint(&mut chair, "academia@demo.example", "moderator:SG-CHI", "2027-06-30").await;
    appoint(&mut chair, "business@demo.example", "moderator:SG-LAW", "2027-06-30").await;
    app.clock.set(end_of("2027-06-30") - Span::DAY.times(14) - Span::MICROSECOND);
    tick(&app.portal, app.now()).await.expect("ticks");
    assert!(told(&app).await.is_empty(), "not before");
    app.advance(Span::MICROSECOND);
    // Two nodes at once, then again, then after a restart.
    let other = app.another_node();
    let (one, two) = tokio::join!(tick(&app.portal, app.now()), tick(&other, app.now()));
    one.expect("ticks");
    two.expect("ticks");
    let expected = [
        ("academia@demo.example".to_owned(), "Your office ends on 30 June 2027: Moderator, SG-CHI".to_owned()),
        ("business@demo.example".to_owned(), "Your office ends on 30 June 2027: Moderator, SG-LAW".to_owned()),
        ("chair@demo.example".to_owned(), "2 terms of office end soon".to_owned()),
    ];
    assert_eq!(told(&app).await, expected);
    for portal in [&app.portal, &other, &app.another_node()] {
        tick(portal, app.now()).await.expect("ticks");
    }
    app.advance(Span::DAY.times(13));
    tick(&app.another_node(), app.now()).await.expect("ticks");
    assert_eq!(told(&app).await, expected, "once");
    let mail = crate::accounts::mail_to(&mut app.visitor(), "chair@demo.example").await;
    assert!(mail.contains("Contact point, demo-academia: Moderator, SG-CHI. Last day: 30 June 2027."), "{mail}");
}

#[tokio::test]
async fn nobody_is_told_of_an_ended_office_or_of_a_term_that_was_short_from_the_start() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    appoint(&mut chair, "academia@demo.example", "moderator:SG-CHI", "2027-06-30").await;
    let end = chair.get("/bodies/oewg/offices").await.html().link_in_row("demo-academia", "End this office");
    chair.submit(&end, &[("reason", "Moved on.")]).await;
    app.clock.set(end_of("2027-06-30") - Span::DAY.times(10));
    let mut chair = app.signed_in("chair").await;
    appoint(&mut chair, "business@demo.example", "moderator:SG-LAW", "2027-06-30").await;
    tick(&app.portal, app.now()).await.expect("ticks");
    app.clock.set(end_of("2027-06-30"));
    tick(&app.portal, app.now()).await.expect("ticks");
    assert!(told(&app).await.is_empty(), "{:?}", told(&app).await);
}

#[tokio::test]
async fn of_a_chair_the_secretariat_and_the_administrators_are_told_and_without_a_chair_the_secretariat_of_moderators() {
    let app = TestApp::new().await;
    let mut admin = app.signed_in("admin").await;
    appoint(&mut admin, "academia@demo.example", "chair", "2027-06-30").await;
    app.clock.set(end_of("2027-06-30") - Span::DAY.times(14));
    tick(&app.portal, app.now()).await.expect("ticks");
    let recipients: Vec<_> = told(&app).await.into_iter().map(|(recipient, _)| recipient).collect();
    assert_eq!(recipients, ["academia@demo.example", "admin@demo.example", "secretariat@demo.example"]);

    // Both chairs go: whoever appoints moderators on the chair's behalf is told of them.
    let (mut admin, mut secretariat) = (app.signed_in("admin").await, app.signed_in("secretariat").await);
    appoint(&mut secretariat, "ngo@demo.example", "moderator:SG-CHI", "2027-12-31").await;
    for name in ["Chair (demonstration)", "demo-academia"] {
        let end = admin.get("/bodies/oewg/offices").await.html().link_in_row(name, "End this office");
        admin.submit(&end, &[("reason", "Elections.")]).await;
    }
    app.clock.set(end_of("2027-12-31") - Span::DAY.times(14));
    tick(&app.portal, app.now()).await.expect("ticks");
    let recipients: Vec<_> = told(&app).await.into_iter().map(|(recipient, _)| recipient).collect();
    let expected =
        ["academia@demo.example", "admin@demo.example", "ngo@demo.example", "secretariat@demo.example", "secretariat@demo.example"];
    assert_eq!(recipients, expected);
}

#[tokio::test]
async fn a_term_stands_on_the_desks_of_those_concerned_for_its_last_thirty_days() {
    const HEADING: &str = "Terms that end soon";
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    appoint(&mut chair, "academia@demo.example", "moderator:SG-CHI", "2027-06-30").await;
    let desk = async |who: &str| app.signed_in(who).await.get("/desk").await.html();
    app.clock.set(end_of("2027-06-30") - Span::DAY.times(30) - Span::MICROSECOND);
    assert!(!desk("chair").await.main_text().contains(HEADING), "not yet");
    app.advance(Span::MICROSECOND);
    for who in ["chair", "secretariat"] {
        let html = desk(who).await;
        assert_eq!(html.link_in_row("demo-academia", "See the offices"), "/bodies/oewg/offices", "{who}");
        assert!(html.main_text().contains("until 30 June 2027"), "{who}");
    }
    let own = desk("academia").await.main_text();
    assert!(own.contains(HEADING) && own.contains("You Moderator, SG-CHI until 30 June 2027"), "{own}");
    for who in ["moderator.rnp", "admin", "ngo"] {
        assert!(!desk(who).await.main_text().contains(HEADING), "{who}");
    }
    let mut chair = app.signed_in("chair").await;
    let end = chair.get("/bodies/oewg/offices").await.html().link_in_row("demo-academia", "End this office");
    chair.submit(&end, &[("reason", "Moved on.")]).await;
    assert!(!chair.get("/desk").await.html().main_text().contains(HEADING), "what has ended ends no more");
}
