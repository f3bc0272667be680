//! Who reads redacted words besides their authors, and who does not any more.

use crate::acts::move_to_rnp;
use crate::joint::{answer, invite};
use crate::papers::{open_round, version_of};
use crate::redactions::{NAME, fields, page_of, redact, redacted};
use crate::succession::decide;
use crate::support::{TestApp, paper_fields};
use axum::http::StatusCode;

/// Saves a paper of the NGO with the name in it: its address.
async fn begun(app: &TestApp, round: &str) -> String {
    let mut ngo = app.signed_in("ngo").await;
    let text = "Ask Qorvax Zimpel, who knows what all of us in this round would like to be told about it.";
    let (check, _) =
        ngo.submit("/papers/new", &paper_fields(&[("title", "Asked"), ("text", text), ("round", round), ("action", "check")])).await;
    check.trim_end_matches("/submit").to_owned()
}

async fn submit(app: &TestApp, paper: &str) {
    let mut ngo = app.signed_in("ngo").await;
    let check = format!("{paper}/submit");
    let version = version_of(&mut ngo, &check).await;
    ngo.submit(&check, &[("version", &version)]).await;
}

#[tokio::test]
async fn whose_name_it_bears_reads_it_and_is_led_nowhere_they_may_not_go() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let paper = begun(&app, &round).await;
    invite(&app, &mut app.signed_in("ngo").await, &paper, "business").await;
    answer(&mut app.signed_in("business").await, &paper, "confirm").await;
    submit(&app, &paper).await;
    decide(&app, "secretariat", &paper, "accept").await;
    assert_eq!(redact(&mut app.signed_in("secretariat").await, &paper, NAME, "redact").await.status, StatusCode::SEE_OTHER);
    assert!(!app.visitor().get(&paper).await.html().main_text().contains("Qorvax"));
    let mut business = app.signed_in("business").await;
    let page = business.get(&paper).await.html();
    let said = page.main_text();
    assert!(said.contains("Ask Qorvax Zimpel") && said.contains("Everybody else reads ███"), "{said}");
    for link in page.links("").into_iter().filter(|link| link.starts_with('/') && !link.starts_with("/sign-")) {
        let status = business.get(&link).await.status;
        assert!(status == StatusCode::OK || status.is_redirection(), "{link}: {status}");
    }
    let told = crate::ledger::mails(&app, "Words were redacted: Asked").await;
    let of =
        |name: &str| told.iter().find(|mail| mail.recipient == format!("{name}@demo.example")).map(|mail| mail.body.contains("may appeal"));
    assert_eq!((of("ngo"), of("business"), of("academia")), (Some(true), Some(false), None), "the lead appeals for all");
}

#[tokio::test]
async fn what_was_moved_is_read_where_it_is() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let paper = begun(&app, &round).await;
    submit(&app, &paper).await;
    let mut office = app.signed_in("secretariat").await;
    redact(&mut office, &paper, NAME, "redact").await;
    move_to_rnp(&mut office, &paper).await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let acts = moderator.get(&format!("/moderation{paper}")).await.html().links("Read this decision");
    let redaction = acts.last().expect("the redaction").clone();
    // The secretariat of the body oversees it; a moderator of the old queue would not. Who moderates it now shows the words again.
    assert_eq!(moderator.post(&format!("{redaction}/undo"), &[("reason", "Public.")]).await.status, StatusCode::SEE_OTHER);
    // Fetched back, it is redacted there, and the moderator who had it reads nothing of that any more.
    let moved = office.get("/moderation").await.html().links("Asked");
    let back = moved.iter().find(|link| link.contains("/moderation/decisions/")).expect("what was done last");
    assert_eq!(office.post(&format!("{back}/undo"), &[("reason", "Here.")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(redact(&mut office, &paper, "Ask Qorvax", "redact").await.status, StatusCode::SEE_OTHER);
    assert_eq!(moderator.get(&page_of(&paper)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(moderator.get(&redaction).await.status, StatusCode::NOT_FOUND);
    assert_eq!(moderator.post(&format!("{redaction}/undo"), &[("reason", "R.")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_withdrawn_is_nobodys_to_answer_for() {
    let app = TestApp::new().await;
    let (paper, act) = redacted(&app).await;
    let (mut office, mut ngo) = (app.signed_in("secretariat").await, app.signed_in("ngo").await);
    let withdraw = format!("{paper}/withdraw");
    let version = ngo.get(&withdraw).await.html().hidden("version");
    ngo.submit(&withdraw, &[("version", &version)]).await;
    let filed = ngo.post(&format!("{act}/appeal"), &[("reason", "W.")]).await;
    assert_eq!(filed.status, StatusCode::FORBIDDEN);
    let refused = office.post(&page_of(&paper), &fields(&version, "the others", "redact")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn nobody_co_signs_words_they_cannot_read() {
    let app = TestApp::new().await;
    let page = crate::co_signing::open_paper(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let html = ngo.get(&page).await.html();
    let (paper, sha256) = (html.link("Read the paper"), html.attribute("input[name=sha256]", "value").expect("the hash"));
    let words = app.visitor().get(&paper).await.html().text(".prose").split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    let mut moderators = ["secretariat", "moderator.rnp", "moderator.cap"].into_iter();
    let who = loop {
        let name = moderators.next().expect("somebody is in charge");
        if app.signed_in(name).await.get(&page_of(&paper)).await.status == StatusCode::OK {
            break name;
        }
    };
    assert_eq!(redact(&mut app.signed_in(who).await, &paper, &words, "redact").await.status, StatusCode::SEE_OTHER);
    let after = ngo.get(&page).await.html();
    assert!(after.main_text().contains("Nobody puts their name to words they cannot read"), "{}", after.main_text());
    assert!(!after.main_text().contains(&sha256), "nor is there a hash to try words with");
    let signed = ngo.post(&page, &[("act", "sign"), ("sha256", &sha256)]).await;
    assert_eq!(signed.status, StatusCode::FORBIDDEN);
}
