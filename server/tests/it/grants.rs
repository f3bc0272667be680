//! The chair gives one organisation more time: it covers the whole path, and nobody else notices.

use crate::ledger::{draft, mails};
use crate::papers::open_round;
use crate::support::TestApp;
use axum::http::StatusCode;
use model::calendar;
use model::domain::time::{Instant, Span};

/// `2027-01-15T18:00` in New York, of an instant.
fn local(instant: Instant) -> String {
    calendar::local_input(instant, "America/New_York")
}

pub async fn closes_at(app: &TestApp, round: &str) -> Instant {
    let mut tx = app.portal.database().read().await.expect("reads");
    let id = round.parse().expect("an id");
    engine::store::rounds::by_id(&mut tx, id).await.expect("reads").expect("there").round.window.closes_at
}

/// Gives the organisation of this name time until `until`.
pub async fn give(app: &TestApp, round: &str, name: &str, until: Instant, reason: &str) {
    let mut chair = app.signed_in("chair").await;
    let path = format!("/rounds/{round}/grants");
    let organisation = chair.get(&format!("{path}?search={name}")).await.html().option("Organisation", name);
    let until = local(until);
    let fields =
        [("organisation", organisation.as_str()), ("ends_at", until.as_str()), ("time_zone", "America/New_York"), ("reason", reason)];
    chair.submit(&path, &fields).await;
}

/// A word of the name of somebody's organisation.
pub async fn organisation_of(app: &TestApp, name: &str) -> String {
    let ctx = app.ctx_of(&format!("{name}@demo.example"), app.now()).await;
    let person = ctx.actor.signed_in().expect("a person");
    person.memberships[0].organisation_name.split_whitespace().next().expect("a name").to_owned()
}

#[tokio::test]
async fn a_grant_covers_the_whole_path_and_nobody_else() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let name = organisation_of(&app, "ngo").await;
    app.clock.set(closes + Span::HOUR);
    give(&app, &round, &name, closes + Span::DAY.times(2), "The power was out.").await;

    // The members are told, and see it as their deadline: on the round, the desk, and in the editor.
    let told = mails(&app, "More time for your organisation").await;
    assert!(told.iter().any(|mail| mail.recipient == "ngo@demo.example" && mail.body.contains("The power was out.")), "{told:?}");
    let mut ngo = app.signed_in("ngo").await;
    for page in [format!("/rounds/{round}"), "/desk".to_owned(), format!("/papers/new?round={round}")] {
        let words = ngo.get(&page).await.html().main_text();
        assert!(words.contains("by a grant") && words.contains(&name), "{page}: {words}");
    }

    // Drafting after the closing, checking, submitting, the receipt with the entry of the grant.
    let (submit, version) = draft(&app, "ngo", &round, "Under a grant", "Words.").await;
    assert!(ngo.get(&submit).await.html().has_button("Submit paper"));
    let (_, receipt) = ngo.submit(&submit, &[("version", &version)]).await;
    let words = receipt.html().main_text();
    assert!(words.contains("A grant was given"), "{words}");

    // Everybody else is closed, and sees a grant without a name.
    let mut academia = app.signed_in("academia").await;
    let page = academia.get(&format!("/rounds/{round}")).await.html().main_text();
    assert!(!page.contains("by a grant") && page.contains("Closed since"), "{page}");
    let (other, version) = draft(&app, "academia", &round, "No grant", "Words.").await;
    assert_eq!(academia.post(&other, &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html().main_text();
    assert!(ledger.contains("A grant was given") && ledger.contains("The power was out.") && !ledger.contains(&name), "{ledger}");

    // Once the paper is public, so is whom the grant was for.
    let id = submit.trim_start_matches("/papers/").trim_end_matches("/submit").to_owned();
    let mut secretariat = app.signed_in("secretariat").await;
    let decide = format!("/moderation/papers/{id}");
    let version = secretariat.get(&decide).await.html().hidden("version");
    secretariat.submit(&decide, &[("outcome", "accept"), ("reason", ""), ("version", &version)]).await;
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html().main_text();
    assert!(ledger.contains(&name), "{ledger}");
    // It was in time under the grant: it is not listed as late.
    assert!(!app.visitor().get(&format!("/rounds/{round}")).await.html().main_text().contains("Received after the deadline"));
}

#[tokio::test]
async fn a_grant_ends_to_the_microsecond_and_its_refusal_names_it() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let end = closes + Span::DAY;
    let name = organisation_of(&app, "ngo").await;
    give(&app, &round, &name, end, "Early, while the round is open.").await;
    let mut outcomes = Vec::new();
    for (title, at) in [("Before", end - Span::MICROSECOND), ("At", end)] {
        app.clock.set(closes);
        let (submit, version) = draft(&app, "ngo", &round, title, "Words.").await;
        app.clock.set(at);
        let mut ngo = app.signed_in("ngo").await;
        let answer = ngo.post(&submit, &[("version", &version)]).await;
        outcomes.push(answer.status);
        if at == end {
            let words = ngo.get(&answer.html().link("Open the receipt of the refusal")).await.html().main_text();
            assert!(words.contains("A grant was given") && words.contains("00:00:00.000"), "{words}");
        }
    }
    assert_eq!(outcomes, [StatusCode::SEE_OTHER, StatusCode::FORBIDDEN]);
}

#[tokio::test]
async fn what_gives_nothing_is_refused_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let name = organisation_of(&app, "ngo").await;
    give(&app, &round, &name, closes + Span::DAY.times(3), "R").await;
    let mut chair = app.signed_in("chair").await;
    let path = format!("/rounds/{round}/grants");
    let page = chair.get(&format!("{path}?search={name}")).await.html();
    assert!(page.main_text().contains("cannot be ended early"), "{}", page.main_text());
    let organisation = page.option("Organisation", &name);
    let earlier = local(closes + Span::DAY.times(2));
    let same = local(closes + Span::DAY.times(3));
    let past = local(app.now() - Span::DAY);
    for ends_at in [earlier.as_str(), same.as_str(), past.as_str(), "soon", "", "2027-03-14T02:30"] {
        let fields =
            [("organisation", organisation.as_str()), ("ends_at", ends_at), ("time_zone", "America/New_York"), ("reason", "Kept.")];
        let refused = chair.post(&path, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{ends_at}");
        assert_eq!(refused.html().value("Reason"), "Kept.", "{ends_at}");
        assert!(!refused.html().errors().is_empty(), "{ends_at}");
    }
    // An organisation that is none, and one nobody knows.
    for unknown in ["", "x", "0192f0c8-0000-7000-8000-000000000001"] {
        let fields = [("organisation", unknown), ("ends_at", "2027-03-01T18:00"), ("time_zone", "UTC"), ("reason", "R")];
        assert_eq!(chair.post(&path, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{unknown}");
    }
    assert_eq!(chair.get(&format!("{path}?search=zzzzzz")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_but_the_chair_gives_time() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let path = format!("/rounds/{round}/grants");
    let ctx = app.ctx_of("ngo@demo.example", app.now()).await;
    let organisation = ctx.actor.signed_in().expect("a person").memberships[0].organisation.to_string();
    let fields =
        [("organisation", organisation.as_str()), ("ends_at", "2027-03-01T18:00"), ("time_zone", "America/New_York"), ("reason", "R")];
    for name in ["ngo", "moderator.rnp", "secretariat", "admin"] {
        let mut persona = app.signed_in(name).await;
        assert_eq!(persona.get(&path).await.status, StatusCode::FORBIDDEN, "{name}");
        assert_eq!(persona.post(&path, &fields).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    assert_eq!(app.visitor().post(&path, &fields).await.status, StatusCode::FORBIDDEN);
    assert!(mails(&app, "More time for your organisation").await.is_empty());
}

#[tokio::test]
async fn a_paragraph_says_the_deadline_of_a_grant_once() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let paragraph = crate::comments::paragraph(&mut ngo, "1").await;
    let round = ngo.get(&paragraph).await.html().hidden("round");
    let closes = closes_at(&app, &round).await;
    let name = organisation_of(&app, "ngo").await;
    app.clock.set(closes + Span::HOUR);
    give(&app, &round, &name, closes + Span::DAY.times(2), "The power was out.").await;
    let said = app.signed_in("ngo").await.get(&paragraph).await.html().main_text();
    assert_eq!(said.matches("by a grant").count(), 1, "{said}");
}
