//! What is said of late attempts: to their authors, to the chair, and in every export.

use crate::comments::paragraph;
use crate::grants::{closes_at, give, organisation_of};
use crate::late::attempt;
use crate::ledger::mails;
use crate::members::join_by_invitation;
use crate::papers::{open_round, version_of};
use crate::support::{TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;
use std::io::Read;

const RECEIPT: &str = "Open the receipt of the refusal";

#[tokio::test]
async fn only_what_was_kept_is_said_to_be_kept() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (submit, first) = attempt(&app, &round, closes + Span::SECOND).await;
    assert!(first.html().main_text().contains("Your attempt is kept sealed"));
    let mut ngo = app.signed_in("ngo").await;
    let words = ngo.get(&submit).await.html().main_text();
    assert!(words.contains("An attempt of yours of") && !words.contains("Your attempt is kept sealed"), "{words}");
    let kept = first.html().link(RECEIPT);
    // Another tab changed the words: what this one shows is not kept, and that is said.
    let stale = version_of(&mut ngo, &submit).await;
    let edit = submit.replace("/submit", "/edit");
    let fields = |text: String, version: String| {
        [
            ("title", "T".to_owned()),
            ("language", "en".to_owned()),
            ("subgroup", "whole_body".to_owned()),
            ("consent", "without_name".to_owned()),
            ("text", text),
            ("version", version),
        ]
    };
    for n in 0..9 {
        let version = version_of(&mut ngo, &submit).await;
        let fields = fields(format!("Other words {n}."), version);
        ngo.submit(&edit, &fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await;
        if n == 0 {
            let refused = ngo.post(&submit, &[("version", &stale)]).await;
            assert_eq!(refused.status, StatusCode::CONFLICT);
            assert!(!refused.html().main_text().contains("Your attempt is kept sealed"), "{}", refused.html().main_text());
            assert_eq!(mails(&app, "Not submitted: REF-").await.len(), 1, "nothing was kept");
        }
        let version = version_of(&mut ngo, &submit).await;
        let refused = ngo.post(&submit, &[("version", &version)]).await;
        assert!(refused.html().main_text().contains("Your attempt is kept sealed"), "{}", refused.html().main_text());
        assert_ne!(refused.html().link(RECEIPT), kept);
    }
    // One too many.
    let version = version_of(&mut ngo, &submit).await;
    let fields = fields("One too many.".to_owned(), version);
    ngo.submit(&edit, &fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await;
    let version = version_of(&mut ngo, &submit).await;
    let refused = ngo.post(&submit, &[("version", &version)]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let words = refused.html().main_text();
    assert!(!words.contains("Your attempt is kept sealed") && words.contains("An attempt of yours of"), "{words}");
}

#[tokio::test]
async fn the_chair_reads_the_decision_and_why_there_is_no_form() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (_, answer) = attempt(&app, &round, closes + Span::SECOND).await;
    let late = answer.html().link(RECEIPT).replace("/refusals/", "/late/");
    let mut chair = app.signed_in("chair").await;
    let page = chair.get(&late).await.html();
    assert!(page.main_text().contains("Decide by the circumstances") && page.has_button("Admit"), "{}", page.main_text());
    chair.submit(&late, &[("outcome", "decline"), ("code", "off_topic"), ("reason", "The portal was up all day.")]).await;
    let page = chair.get(&late).await.html();
    let words = page.main_text();
    assert!(words.contains("The portal was up all day.") && !words.contains("Decide by the circumstances"), "{words}");
    assert!(!page.has_button("Admit"));
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html().main_text();
    assert!(ledger.contains("It is not named.") && !ledger.contains("It is named here once"), "{ledger}");

    // A member of the organisation is told before pressing anything.
    let (_, answer) = attempt(&app, &round, closes + Span::MINUTE).await;
    let late = answer.html().link(RECEIPT).replace("/refusals/", "/late/");
    join_by_invitation(&app, "ngo", "chair").await;
    let mut chair = app.signed_in("chair").await;
    let page = chair.get(&late).await.html();
    assert!(page.main_text().contains("of which you are a member") && !page.has_button("Admit"), "{}", page.main_text());
}

#[tokio::test]
async fn the_holder_of_a_grant_comments_by_their_own_deadline() {
    let app = TestApp::new().await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let mut business = app.signed_in("business").await;
    let page = business.get(&path).await.html();
    let (round, draft) = (page.hidden("round"), page.links("").into_iter().find(|link| link.starts_with("/drafts/")).expect("the text"));
    let draft = draft.split('#').next().unwrap_or_default().to_owned();
    let closes = closes_at(&app, &round).await;
    let name = organisation_of(&app, "business").await;
    give(&app, &round, &name, closes + Span::DAY, "The line was down.").await;
    app.clock.set(closes + Span::HOUR);
    let mut business = app.signed_in("business").await;
    for page in [&draft, &path] {
        let words = business.get(page).await.html().main_text();
        assert!(words.contains("by a grant") && words.contains(&name), "{page}: {words}");
    }
    let page = business.get(&path).await.html();
    assert!(page.has_button("Send comment") && !page.has_button("Hand in after the deadline"), "{}", page.main_text());
    // For everybody else it has closed, and the form says what the button does.
    let mut ngo = app.signed_in("ngo").await;
    let words = ngo.get(&draft).await.html().main_text();
    assert!(!words.contains("by a grant"), "{words}");
    let page = ngo.get(&path).await.html();
    assert!(page.has_button("Hand in after the deadline") && !page.has_button("Send comment"), "{}", page.main_text());
    assert!(page.main_text().contains("It is refused as late and kept sealed"), "{}", page.main_text());
    let fields = [("stance", "oppose"), ("operation", "delete"), ("reason", "R"), ("language", "en"), ("round", round.as_str())];
    assert!(ngo.post(&path, &fields).await.html().main_text().contains("Your attempt is kept sealed"));
    let page = ngo.get(&path).await.html();
    assert!(page.has_button("Hand in again"), "{}", page.main_text());
    assert!(page.main_text().contains("An attempt of yours of"), "{}", page.main_text());
}

/// A paper and a comment, admitted by the chair and accepted by those who decide.
pub async fn come_late(app: &TestApp, round: &str) {
    let closes = closes_at(app, round).await;
    let (submit, answer) = attempt(app, round, closes + Span::MINUTE).await;
    let late = answer.html().link(RECEIPT).replace("/refusals/", "/late/");
    let mut chair = app.signed_in("chair").await;
    chair.submit(&late, &[("outcome", "admit"), ("reason", "R")]).await;
    let moderation = format!("/moderation{}", submit.trim_end_matches("/submit"));
    accept(app, "secretariat", &moderation).await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let mut business = app.signed_in("business").await;
    let comments = business.get(&path).await.html().hidden("round");
    app.clock.set(closes_at(app, &comments).await + Span::MINUTE);
    let mut business = app.signed_in("business").await;
    let fields = [("stance", "oppose"), ("operation", "delete"), ("reason", "Late."), ("language", "en"), ("round", &comments)];
    let refused = business.post(&path, &fields).await.html();
    let mut chair = app.signed_in("chair").await;
    chair.submit(&refused.link(RECEIPT).replace("/refusals/", "/late/"), &[("outcome", "admit"), ("reason", "R")]).await;
    let comment = refused.hidden("comment");
    accept(app, "moderator.rnp", &format!("/moderation/comments/{comment}")).await;
}

#[tokio::test]
async fn every_export_marks_what_came_late() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let session = app.visitor().get(&format!("/rounds/{round}")).await.html();
    let session = session.links("").into_iter().find(|link| link.starts_with("/sessions/")).expect("the session");
    let mut chair = app.signed_in("chair").await;
    let mark = "Received after the deadline";
    for path in ["", ".csv", ".json", ".docx"] {
        let bytes = chair.get(&format!("{session}/summary{path}")).await.bytes;
        assert!(!String::from_utf8_lossy(&bytes).contains(mark), "nothing came late yet: {path}");
    }
    come_late(&app, &round).await;

    let mut chair = app.signed_in("chair").await;
    let page = chair.get(&format!("{session}/summary")).await.html();
    assert_eq!(page.main_text().matches(mark).count(), 2, "{}", page.main_text());
    let value: serde_json::Value = serde_json::from_slice(&chair.get(&page.link("JSON")).await.bytes).expect("JSON");
    let marked = value.to_string().matches("\"received_late\":true").count();
    assert!(marked == 2 && value.to_string().contains("\"received_late\":false"), "{value}");
    let csv = chair.get(&page.link("CSV")).await;
    let mut reader = csv::Reader::from_reader(&csv.bytes[3..]);
    let column = reader.headers().expect("heads").iter().position(|head| head == "Deadline").expect("a column");
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.iter().filter(|row| &row[column] == mark).count(), 2);
    let docx = chair.get(&page.link("DOCX")).await;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx.bytes)).expect("a zip archive");
    let mut xml = String::new();
    archive.by_name("word/document.xml").expect("a document").read_to_string(&mut xml).expect("UTF-8");
    assert_eq!(xml.matches(mark).count(), 2);
}

async fn accept(app: &TestApp, who: &str, moderation: &str) {
    let mut persona = app.signed_in(who).await;
    let version = persona.get(moderation).await.html().hidden("version");
    persona.submit(moderation, &[("outcome", "accept"), ("reason", ""), ("version", &version)]).await;
}

#[tokio::test]
async fn what_was_written_after_an_admitted_attempt_is_a_draft_one_is_led_to() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (submit, answer) = attempt(&app, &round, closes + Span::SECOND).await;
    let refusal = answer.html().link(RECEIPT);
    let mut ngo = app.signed_in("ngo").await;
    let version = version_of(&mut ngo, &submit).await;
    let newer = paper_fields(&[("text", "Still newer."), ("version", version.as_str())]);
    ngo.submit(&submit.replace("/submit", "/edit"), &newer).await;
    let mut chair = app.signed_in("chair").await;
    chair.submit(&refusal.replace("/refusals/", "/late/"), &[("outcome", "admit"), ("reason", "R")]).await;
    let link = ngo.get(&refusal).await.html().link("Open the newer draft");
    assert!(ngo.get(&link).await.text().contains("Still newer."));
    let told = mails(&app, "Admitted: REF-").await;
    assert!(told.iter().any(|mail| mail.recipient == "ngo@demo.example" && mail.body.contains(&link)), "{told:?}");
}
