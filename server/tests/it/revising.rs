//! Until when a returned input may be sent again: one end, by whatever gives the most time, and no entry for what gives none.

use crate::grants::{give, organisation_of};
use crate::ledger::{draft, mails, move_deadline};
use crate::papers::open_round;
use crate::support::TestApp;
use model::calendar;
use model::domain::language::Locale;
use model::domain::time::{Instant, Span};

/// Submits a paper and lets the secretariat ask for its revision; answers the address of the paper.
async fn returned(app: &TestApp, round: &str) -> String {
    let (submit, version) = draft(app, "ngo", round, "Returned", "Words.").await;
    app.signed_in("ngo").await.submit(&submit, &[("version", &version)]).await;
    let paper = submit.trim_end_matches("/submit").to_owned();
    let moderation = format!("/moderation{paper}");
    let mut secretariat = app.signed_in("secretariat").await;
    let version = secretariat.get(&moderation).await.html().hidden("version");
    secretariat
        .submit(&moderation, &[("outcome", "return"), ("code", "unclear"), ("reason", "Please name it."), ("version", &version)])
        .await;
    paper
}

async fn zone_of(app: &TestApp, round: &str) -> (Instant, String) {
    let mut tx = app.portal.database().read().await.expect("reads");
    let line = engine::store::rounds::by_id(&mut tx, round.parse().expect("an id")).await.expect("reads").expect("a round");
    (line.round.window.closes_at, line.round.time_zone)
}

/// The pages of the author name this end as the one until which the paper may be sent again.
async fn named(app: &TestApp, paper: &str, until: &str) {
    let mut ngo = app.signed_in("ngo").await;
    for page in [paper.to_owned(), format!("{paper}/edit")] {
        let words = ngo.get(&page).await.html().main_text();
        assert!(
            words.contains(until) && (words.contains("again until") || words.contains(&format!("again before {until}"))),
            "{page}: {until}: {words}"
        );
    }
}

fn words(at: Instant, zone: &str) -> String {
    calendar::full(Locale::En, at.to_second(), zone)
}

#[tokio::test]
async fn a_request_that_gives_no_more_time_is_no_entry_and_the_end_is_that_of_the_round() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    move_deadline(&app, &round, "2027-03-01T18:00", "More time for all.").await;
    let (closes, zone) = zone_of(&app, &round).await;
    let paper = returned(&app, &round).await;
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html().main_text();
    assert!(!ledger.contains("asked for a revision"), "{ledger}");
    let told = mails(&app, "Please revise").await;
    assert!(told.iter().any(|mail| mail.body.contains(&words(closes, &zone))), "{told:?}");
    named(&app, &paper, &words(closes, &zone)).await;
    // The deadline moves: so does the end.
    move_deadline(&app, &round, "2027-04-01T18:00", "Still more.").await;
    let (closes, zone) = zone_of(&app, &round).await;
    named(&app, &paper, &words(closes, &zone)).await;
}

#[tokio::test]
async fn a_longer_grant_is_the_end_of_a_revision() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (closes, zone) = zone_of(&app, &round).await;
    let end = closes + Span::DAY.times(30);
    give(&app, &round, &organisation_of(&app, "ngo").await, end, "The line was down.").await;
    app.clock.set(closes + Span::DAY);
    let paper = returned(&app, &round).await;
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html().main_text();
    assert!(!ledger.contains("asked for a revision"), "{ledger}");
    let told = mails(&app, "Please revise").await;
    assert!(told.iter().any(|mail| mail.body.contains(&words(end, &zone))), "{told:?}");
    named(&app, &paper, &words(end, &zone)).await;
}

#[tokio::test]
async fn after_the_closing_the_five_days_are_the_end() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (closes, zone) = zone_of(&app, &round).await;
    app.clock.set(closes - Span::MINUTE);
    let paper = returned(&app, &round).await;
    let end = closes - Span::MINUTE + Span::DAY.times(5);
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html().main_text();
    assert!(ledger.contains("asked for a revision"), "{ledger}");
    let told = mails(&app, "Please revise").await;
    assert!(told.iter().any(|mail| mail.body.contains(&words(end, &zone))), "{told:?}");
    named(&app, &paper, &words(end, &zone)).await;
}
