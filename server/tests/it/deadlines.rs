//! The chair moves a deadline; what is shown is what is enforced.

use crate::papers::{open_round, version_of};
use crate::support::{TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

#[tokio::test]
async fn the_chair_extends_and_the_ledger_keeps_both_entries() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let path = format!("/rounds/{round}/deadline");
    let mut chair = app.signed_in("chair").await;
    let form = chair.get(&path).await.html();
    assert_eq!(form.value("Time zone"), "America/New_York");
    assert!(form.value("Closes at").starts_with("2026-12-2"));
    let fields =
        [("closes_at", "2027-01-15T18:00"), ("time_zone", "America/New_York"), ("reason", "Several organisations asked for more time.")];
    let (location, page) = chair.submit(&path, &fields).await;
    assert_eq!(location, format!("/rounds/{round}"));
    let words = page.html().main_text();
    assert!(words.contains("15 January 2027, 18:00") && words.contains("New York (UTC−5)") && words.contains("23:00 UTC"), "{words}");
    assert!(words.contains("Several organisations asked for more time."));
    // Everyone sees the ledger.
    assert!(app.visitor().get(&format!("/rounds/{round}")).await.html().main_text().contains("Several organisations asked for more time."));
}

#[tokio::test]
async fn an_extension_reopens_after_expiry() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    app.advance(Span::DAY.times(40));
    let mut ngo = app.signed_in("ngo").await;
    let fields = paper_fields(&[("round", &round), ("action", "check")]);
    let (submit, _) = ngo.submit("/papers/new", &fields).await;
    let version = version_of(&mut ngo, &submit).await;
    assert_eq!(ngo.post(&submit, &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    let mut chair = app.signed_in("chair").await;
    let change = [("closes_at", "2027-02-01T18:00"), ("time_zone", "America/New_York"), ("reason", "Reopened.")];
    chair.submit(&format!("/rounds/{round}/deadline"), &change).await;
    assert_eq!(ngo.post(&submit, &[("version", &version)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn wrong_times_get_a_sentence_and_lose_nothing() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let path = format!("/rounds/{round}/deadline");
    let mut chair = app.signed_in("chair").await;
    for (closes_at, zone) in [
        ("2027-03-14T02:30", "America/New_York"),
        ("2027-11-07T01:30", "America/New_York"),
        ("soon", "America/New_York"),
        ("", "America/New_York"),
        ("2027-01-15T18:00", "Mars/Olympus"),
        ("99999-01-15T18:00", "America/New_York"),
        ("2026-11-01T18:00", "America/New_York"),
    ] {
        let refused = chair.post(&path, &[("closes_at", closes_at), ("time_zone", zone), ("reason", "Kept words.")]).await;
        assert!(
            matches!(refused.status, StatusCode::UNPROCESSABLE_ENTITY | StatusCode::FORBIDDEN),
            "{closes_at} {zone}: {}",
            refused.status
        );
        assert_eq!(refused.html().value("Reason"), "Kept words.", "{closes_at} {zone}");
    }
}

#[tokio::test]
async fn shortening_needs_a_days_notice() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let path = format!("/rounds/{round}/deadline");
    let mut chair = app.signed_in("chair").await;
    // Now is 04:00 in New York on 24 November.
    let soon = chair.post(&path, &[("closes_at", "2026-11-25T03:00"), ("time_zone", "America/New_York"), ("reason", "R")]).await;
    assert_eq!(soon.status, StatusCode::FORBIDDEN);
    let fair = chair.post(&path, &[("closes_at", "2026-11-26T18:00"), ("time_zone", "America/New_York"), ("reason", "R")]).await;
    assert_eq!(fair.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn nobody_but_the_chair_moves_deadlines() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let path = format!("/rounds/{round}/deadline");
    let fields = [("closes_at", "2027-01-15T18:00"), ("time_zone", "America/New_York"), ("reason", "R")];
    for name in ["ngo", "moderator.rnp", "secretariat"] {
        assert_eq!(app.signed_in(name).await.post(&path, &fields).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    assert_eq!(app.visitor().post(&path, &fields).await.status, StatusCode::FORBIDDEN);
}

/// A clock that moves while the body of a request is on its way: what a held-back body cannot do.
#[tokio::test]
async fn words_saved_after_the_stamp_are_judged_by_their_saving() {
    use model::domain::ids::PaperId;
    use model::domain::paper::{Consent, PaperContent};
    use model::error::PortalError;
    use model::policy::Denied;
    use model::portal::{Papers, SavePaper};
    let app = TestApp::new().await;
    let round = open_round(&app).await.parse().expect("an id");
    let closes = {
        let mut tx = app.portal.database().read().await.expect("reads");
        engine::store::rounds::by_id(&mut tx, round).await.expect("reads").expect("there").round.window.closes_at
    };
    let ctx = app.ctx_of("ngo@demo.example", closes - Span::SECOND).await;
    let content = |text: &str| PaperContent {
        title: "T".to_owned(),
        text: text.to_owned(),
        consent: Some(Consent::WithoutName),
        ..PaperContent::empty(model::domain::language::Language::En)
    };
    let in_time = SavePaper { id: None, round, organisation: None, version: 0, asked: None, content: content("In time.") };
    let saved = app.portal.save_paper(&ctx, in_time).await.expect("saves");
    // The head of the last step came a second before the end; while its body was held back, other words were saved after the end.
    let late = app.ctx_of("ngo@demo.example", closes + Span::SECOND).await;
    let too_late =
        SavePaper { id: Some(saved.id), round, organisation: None, version: saved.version, asked: None, content: content("Too late.") };
    let after = app.portal.save_paper(&late, too_late).await.expect("a draft can always be saved");
    let submitted = app.portal.submit_paper(&ctx, PaperId(after.id.0), after.version).await;
    assert_eq!(submitted.expect_err("late words").to_string(), PortalError::Denied(Denied::Closed { since: closes }).to_string());
}
