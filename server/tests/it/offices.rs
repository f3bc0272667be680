//! Offices: appointing with a term, what it opens and for how long, ending, history, and who may not.

use crate::support::{Authenticator, Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

const NEW: &str = "/bodies/oewg/offices/new";

fn form<'a>(email: &'a str, office: &'a str, until: &'a str) -> [(&'a str, &'a str); 4] {
    [("email", email), ("office", office), ("until", until), ("reason", "Agreed by the bureau.")]
}

/// The queue of a person, by the codes of the subgroups in it.
async fn queue(persona: &mut Persona<'_>) -> String {
    persona.get("/moderation").await.html().main_text()
}

/// The address that ends the office of somebody, as the page of the offices links it.
async fn end_link(persona: &mut Persona<'_>, name: &str) -> String {
    let page = persona.get("/bodies/oewg/offices").await;
    let html = page.html();
    html.link_in_row(name, "End this office")
}

#[tokio::test]
async fn the_chair_appoints_a_moderator_who_sees_the_queue_until_the_chair_ends_it() {
    let app = TestApp::new().await;
    let (mut chair, mut academia) = (app.signed_in("chair").await, app.signed_in("academia").await);
    assert!(!queue(&mut academia).await.contains("SG-CHI"));
    chair.submit(NEW, &form("academia@demo.example", "moderator:SG-CHI", "2027-06-30")).await;
    let mail = crate::accounts::mail_to(&mut chair, "academia@demo.example").await;
    assert!(mail.contains("SG-CHI") && mail.contains("30 June 2027") && mail.contains("Agreed by the bureau."), "{mail}");
    assert!(!queue(&mut academia).await.contains("SG-CHI"), "an office acts with a second factor only");
    Authenticator::set_up(&app, &mut academia).await;
    assert!(queue(&mut academia).await.contains("SG-CHI"), "the office takes effect at once");

    // Public by name and term.
    let page = app.visitor().get("/bodies/oewg/offices").await.html().main_text();
    assert!(page.contains("Contact point, demo-academia") && page.contains("until 30 June 2027"), "{page}");
    assert!(!page.contains("Agreed by the bureau"), "reasons are for those in office");
    assert!(app.visitor().get("/subgroups/sg-chi").await.html().main_text().contains("Contact point, demo-academia"));

    let end = end_link(&mut chair, "demo-academia").await;
    assert_eq!(chair.post(&end, &[("reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "an end says why");
    let (place, _) = chair.submit(&end, &[("reason", "Moved to another post.")]).await;
    assert_eq!(place, "/bodies/oewg/offices");
    assert!(!queue(&mut academia).await.contains("SG-CHI"), "and ends at once");
    let history = chair.get("/bodies/oewg/offices").await.html().main_text();
    assert!(history.contains("Moved to another post.") && history.contains("Agreed by the bureau."), "{history}");
    assert_eq!(chair.post(&end, &[("reason", "Again.")]).await.status, StatusCode::NOT_FOUND, "what has ended is not ended again");

    // A second term of the same person is a new row, and nothing of the first is lost.
    chair.submit(NEW, &form("academia@demo.example", "moderator:SG-CHI", "2028-06-30")).await;
    assert!(queue(&mut academia).await.contains("SG-CHI"));
    assert!(chair.get("/bodies/oewg/offices").await.html().main_text().contains("Moved to another post."));
}

#[tokio::test]
async fn a_term_ends_by_itself_at_the_end_of_its_last_day() {
    let app = TestApp::new().await;
    app.signed_in("chair").await.submit(NEW, &form("academia@demo.example", "moderator:SG-CHI", "2026-11-26")).await;
    let mut academia = app.signed_in("academia").await;
    app.clock.set(model::calendar::day_end("2026-11-26").expect("a day") - Span::MICROSECOND);
    assert!(queue(&mut academia).await.contains("SG-CHI"));
    app.advance(Span::MICROSECOND);
    assert!(!queue(&mut academia).await.contains("SG-CHI"));
}

#[tokio::test]
async fn what_is_wrong_with_an_appointment_is_said_and_nothing_is_lost() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let cases = [
        (form("nobody@demo.example", "moderator:SG-CHI", "2027-06-30"), StatusCode::UNPROCESSABLE_ENTITY),
        (form("academia@demo.example", "moderator:SG-CHI", ""), StatusCode::UNPROCESSABLE_ENTITY),
        (form("academia@demo.example", "moderator:SG-CHI", "2027-02-29"), StatusCode::UNPROCESSABLE_ENTITY),
        (form("academia@demo.example", "moderator:SG-NONE", "2027-06-30"), StatusCode::UNPROCESSABLE_ENTITY),
        (form("academia@demo.example", "emperor", "2027-06-30"), StatusCode::UNPROCESSABLE_ENTITY),
        // Subgroups of other bodies are not to be found here.
        (form("academia@demo.example", "moderator:DTG-1", "2027-06-30"), StatusCode::UNPROCESSABLE_ENTITY),
        (form("moderator.rnp@demo.example", "moderator:SG-RNP", "2027-06-30"), StatusCode::UNPROCESSABLE_ENTITY),
        (form("academia@demo.example", "moderator:SG-CHI", "2026-11-23"), StatusCode::FORBIDDEN),
        (form("academia@demo.example", "moderator:SG-CHI", "2040-01-01"), StatusCode::FORBIDDEN),
        (form("chair@demo.example", "moderator:SG-CHI", "2027-06-30"), StatusCode::FORBIDDEN),
        (form("academia@demo.example", "chair", ""), StatusCode::FORBIDDEN),
        (form("academia@demo.example", "secretariat", "2027-06-30"), StatusCode::FORBIDDEN),
    ];
    for (fields, status) in cases {
        let answer = chair.post(NEW, &fields).await;
        assert_eq!(answer.status, status, "{fields:?}: {}", answer.html().main_text());
        assert_eq!(answer.html().value("Email"), fields[0].1, "what was typed stays");
        assert_eq!(answer.html().value("Reason").trim_start_matches('\n'), "Agreed by the bureau.");
    }
    // Somebody whose address is not confirmed.
    crate::accounts::register(&app, "new@example.org").await;
    let answer = chair.post(NEW, &form("new@example.org", "moderator:SG-CHI", "2027-06-30")).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn who_does_not_appoint_learns_nothing_of_addresses() {
    let app = TestApp::new().await;
    for who in ["ngo", "moderator.rnp", "admin"] {
        let mut persona = app.signed_in(who).await;
        let known = persona.post(NEW, &form("academia@demo.example", "moderator:SG-CHI", "2027-06-30")).await;
        let unknown = persona.post(NEW, &form("nobody@demo.example", "moderator:SG-CHI", "2027-06-30")).await;
        assert_eq!((known.status, unknown.status), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN), "{who}");
        let known = known.unkeyed().replace("academia@demo.example", "X");
        assert_eq!(known, unknown.unkeyed().replace("nobody@demo.example", "X"), "{who}");
        assert_eq!(persona.get("/bodies/oewg/offices").await.html().main_text().contains("Past offices"), who == "admin", "{who}");
    }
    assert_eq!(app.visitor().get(NEW).await.status, StatusCode::FORBIDDEN);
    for who in ["ngo", "chair", "secretariat"] {
        assert_eq!(app.signed_in(who).await.get("/admin").await.status, StatusCode::FORBIDDEN, "{who}");
        let taken = app.signed_in(who).await.post("/admin/offices/new", &form("ngo@demo.example", "administrator", "")).await;
        assert_eq!(taken.status, StatusCode::FORBIDDEN, "{who}");
    }
}

#[tokio::test]
async fn the_administrator_grants_chairs_and_the_portal_keeps_one_administrator() {
    let app = TestApp::new().await;
    let mut admin = app.signed_in("admin").await;
    let page = admin.get("/admin").await.html();
    assert!(page.main_text().contains("Chair (demonstration)") && page.main_text().contains("Secretariat (demonstration)"));
    // The last administrator stays, whoever asks.
    let own = page.link_in_row("Administrator (demonstration)", "End this office");
    assert_eq!(admin.post(&own, &[("reason", "Enough.")]).await.status, StatusCode::FORBIDDEN);

    admin.submit(NEW, &form("academia@demo.example", "chair", "")).await;
    let mut academia = app.signed_in("academia").await;
    assert!(academia.get("/desk").await.html().main_text().contains("Change deadline"), "the new chair has the chair's desk");

    admin.submit("/admin/offices/new", &form("ngo@demo.example", "administrator", "")).await;
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.get("/admin").await.status, StatusCode::OK);
    let (place, _) = admin.submit(&own, &[("reason", "Handed over.")]).await;
    assert_eq!(place, "/admin");
    assert_eq!(admin.get("/admin").await.status, StatusCode::FORBIDDEN, "the office laid down is gone");
    let last = ngo.get("/admin").await.html().link_in_row("demo-ngo", "End this office");
    assert_eq!(ngo.post(&last, &[("reason", "Enough.")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_moderator_lays_the_own_office_down_and_no_other() {
    let app = TestApp::new().await;
    let (mut chair, mut rnp) = (app.signed_in("chair").await, app.signed_in("moderator.rnp").await);
    let (own, other) = (end_link(&mut chair, "Moderator SG-RNP").await, end_link(&mut chair, "Moderator SG-CAP").await);
    assert_eq!(rnp.post(&other, &[("reason", "R")]).await.status, StatusCode::FORBIDDEN);
    rnp.submit(&own, &[("reason", "A new post.")]).await;
    assert!(!queue(&mut rnp).await.contains("SG-RNP"));
    assert!(chair.get("/bodies/oewg/offices").await.html().main_text().contains("Laid down on"));
}

#[tokio::test]
async fn pages_of_offices_cost_the_same_however_many_there_are() {
    let app = TestApp::new().await;
    let ctx = app.ctx_of("chair@demo.example", app.now()).await;
    let count = async || {
        use model::portal::{Offices, Subgroups};
        let (page, work) = engine::watch::count(app.portal.offices(&ctx, "oewg")).await;
        page.expect("reads");
        let (page, more) = engine::watch::count(app.portal.subgroup(&ctx, "sg-chi")).await;
        page.expect("reads");
        work.len() + more.len()
    };
    let before = count().await;
    let mut chair = app.signed_in("chair").await;
    for email in ["academia@demo.example", "ngo@demo.example", "business@demo.example"] {
        chair.submit(NEW, &form(email, "moderator:SG-CHI", "2027-06-30")).await;
    }
    assert_eq!(count().await, before);
}
