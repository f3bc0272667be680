//! The rule for what is on its way at the closing: the head counts, if the whole body has come within 30 seconds of it.

use crate::grants::closes_at;
use crate::ledger::draft;
use crate::papers::open_round;
use crate::support::{Answer, TestApp, request};
use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode};
use http_body_util::{BodyExt, Full};
use model::domain::time::{Instant, Span};

/// Submits with a head that comes at `head` and a body that comes at `body`.
async fn submit(app: &TestApp, path: &str, version: &str, head: Instant, body: Instant) -> Answer {
    app.clock.set(head);
    let ngo = app.signed_in("ngo").await;
    let mut post = request(Method::POST, path, ngo.cookie(), None);
    let clock = app.clock.clone();
    let held_back = Full::new(Bytes::from(format!("version={version}"))).map_frame(move |frame| {
        clock.set(body);
        frame
    });
    *post.body_mut() = Body::new(held_back);
    app.send(post).await
}

#[tokio::test]
async fn a_body_within_thirty_seconds_of_its_head_is_judged_by_the_head() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let head = closes - Span::SECOND;
    let thirty = Span::SECOND.times(30);
    for (title, arrival, status) in [
        ("Exactly thirty", head + thirty, StatusCode::SEE_OTHER),
        ("A microsecond more", head + thirty + Span::MICROSECOND, StatusCode::FORBIDDEN),
        ("Much later", head + Span::HOUR, StatusCode::FORBIDDEN),
    ] {
        app.clock.set(closes - Span::HOUR);
        let (path, version) = draft(&app, "ngo", &round, title, "Words.").await;
        let answer = submit(&app, &path, &version, head, arrival).await;
        assert_eq!(answer.status, status, "{title}");
        if status == StatusCode::FORBIDDEN {
            // A late attempt, received when the last of its body came.
            let refusal = answer.html().link("Open the receipt of the refusal");
            let words = app.signed_in("ngo").await.get(&refusal).await.html().main_text();
            assert!(words.contains(&model::calendar::iso_micros(arrival)), "{title}: {words}");
        }
    }
    // Far behind its head and still before the closing: taken, by its end.
    app.clock.set(closes - Span::HOUR);
    let (path, version) = draft(&app, "ngo", &round, "Slow and early", "Words.").await;
    let answer = submit(&app, &path, &version, closes - Span::MINUTE.times(9), closes - Span::MINUTE.times(5)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn words_saved_after_the_closing_are_a_late_attempt_whatever_the_head() {
    use model::portal::{LateInboxes as _, Papers as _};
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    app.clock.set(closes + Span::SECOND.times(2));
    let (path, version) = draft(&app, "ngo", &round, "T", "Saved too late.").await;
    let id = path.trim_start_matches("/papers/").trim_end_matches("/submit").parse().expect("an id");
    let ctx = app.ctx_of("ngo@demo.example", closes - Span::SECOND).await;
    app.portal.submit_paper(&ctx, id, version.parse().expect("a number")).await.expect_err("refused");
    let chair = app.ctx_of("chair@demo.example", app.now()).await;
    let inbox = app.portal.late_inbox(&chair, round.parse().expect("an id")).await.expect("the chair's");
    let refusal = &inbox.sealed.first().expect("sealed").refusal;
    assert_eq!((refusal.closed_at, refusal.received_at), (closes, closes + Span::SECOND.times(2)), "judged by its saving");
}
