//! The public ledger, and the one act of extending: it reopens, tells everyone it concerns once, and stays in the ledger.

use crate::papers::{open_round, version_of};
use crate::support::{TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;
use model::portal::{Ctx, Mail, Outbox as _};

/// The mails whose subject begins like this, the newest first.
pub async fn mails(app: &TestApp, subject: &str) -> Vec<Mail> {
    let ctx: Ctx = app.ctx_of("ngo@demo.example", app.now()).await;
    let all = app.portal.mails(&ctx).await.expect("the demonstration shows its mails");
    all.into_iter().filter(|mail| mail.subject.starts_with(subject)).collect()
}

/// A draft for the whole body, as far as the page before submitting; answers that page's address and the version to submit.
pub async fn draft(app: &TestApp, name: &str, round: &str, title: &str, text: &str) -> (String, String) {
    let mut author = app.signed_in(name).await;
    let fields = paper_fields(&[("title", title), ("text", text), ("round", round), ("action", "check")]);
    let (submit, _) = author.submit("/papers/new", &fields).await;
    let version = version_of(&mut author, &submit).await;
    (submit, version)
}

/// Moves the deadline as the chair does.
pub async fn move_deadline(app: &TestApp, round: &str, closes_at: &str, reason: &str) {
    let change = [("closes_at", closes_at), ("time_zone", "America/New_York"), ("reason", reason)];
    app.signed_in("chair").await.submit(&format!("/rounds/{round}/deadline"), &change).await;
}

#[tokio::test]
async fn every_entry_stands_in_the_public_ledger_with_who_why_from_and_to() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    move_deadline(&app, &round, "2027-01-15T18:00", "Several organisations asked.").await;
    move_deadline(&app, &round, "2027-01-10T18:00", "The session is earlier.").await;
    let page = app.visitor().get(&format!("/rounds/{round}")).await.html();
    let path = page.link("The whole ledger");
    assert_eq!(path, format!("/rounds/{round}/ledger"));
    let ledger = app.visitor().get(&path).await;
    assert_eq!(ledger.status, StatusCode::OK);
    let html = ledger.html();
    for words in [
        "Deadline set",
        "Extended",
        "Moved earlier",
        "Several organisations asked.",
        "The session is earlier.",
        "15 January 2027, 18:00 New York",
        "10 January 2027, 18:00 New York",
        "Chair",
    ] {
        assert!(html.main_text().contains(words), "{words}: {}", html.main_text());
    }
    let first = html.text("main li.row");
    assert!(first.contains("Moved earlier") && first.contains("In force"), "{first}");
    assert!(first.contains("From 15 January 2027") && first.contains("To 10 January 2027"), "{first}");
    let newest = html.attribute("main li.row", "id").expect("an anchor");
    assert!(newest.starts_with("entry-"), "{newest}");
    // Two renders for a visitor are one.
    assert_eq!(ledger.bytes, app.visitor().get(&path).await.bytes);
    assert_eq!(app.visitor().get("/rounds/0192f0c8-0000-7000-8000-000000000001/ledger").await.status, StatusCode::NOT_FOUND);
    let arabic = app.visitor().get(&format!("/ar{path}")).await.html();
    assert!(arabic.main_text().contains("قُدِّم الموعد النهائي"), "{}", arabic.main_text());
}

#[tokio::test]
async fn an_extension_after_expiry_reopens_and_tells_each_person_once_in_their_language() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (submit, version) = draft(&app, "ngo", &round, "Secret title", "Words.").await;
    // A second draft of the same organisation, and the person follows a subgroup: still one mail.
    draft(&app, "ngo", &round, "Another", "More words.").await;
    app.signed_in("ngo").await.post("/subgroups/sg-rnp/follow", &[("follow", "yes")]).await;
    app.signed_in("academia").await.post("/subgroups/sg-cap/follow", &[("follow", "yes")]).await;
    app.advance(Span::DAY.times(40));
    let before = mails(&app, "Open again").await.len();
    assert_eq!(before, 0);
    move_deadline(&app, &round, "2027-02-01T18:00", "The mail server was down.").await;
    let told = mails(&app, "Open again").await;
    let of = |who: &str| told.iter().filter(|mail| mail.recipient == format!("{who}@demo.example")).count();
    assert_eq!((of("ngo"), of("academia"), of("chair")), (1, 1, 0), "{told:?}");
    let mail = told.iter().find(|mail| mail.recipient == "ngo@demo.example").expect("a mail");
    assert!(mail.body.contains("The mail server was down.") && mail.body.contains("1 February 2027, 18:00 New York"), "{}", mail.body);
    assert!(mail.body.contains(&format!("/rounds/{round}/ledger#entry-")) && !mail.body.contains("Secret title"), "{}", mail.body);
    // The draft holder submits, and the receipt leads to the entry.
    let mut ngo = app.signed_in("ngo").await;
    let (_, receipt) = ngo.submit(&submit, &[("version", &version)]).await;
    let links = receipt.html().links("");
    assert!(links.iter().any(|link| link.starts_with(&format!("/rounds/{round}/ledger#entry-"))), "{links:?}");
    assert!(receipt.html().main_text().contains("Extended"), "{}", receipt.html().main_text());
}

#[tokio::test]
async fn the_same_instant_in_another_zone_is_a_correction() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut chair = app.signed_in("chair").await;
    let path = format!("/rounds/{round}/deadline");
    move_deadline(&app, &round, "2027-01-15T18:00", "First.").await;
    let change = [("closes_at", "2027-01-15T23:00"), ("time_zone", "UTC"), ("reason", "Written in UTC.")];
    chair.submit(&path, &change).await;
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html();
    assert!(ledger.text("main li.row").contains("Corrected"), "{}", ledger.main_text());
    assert!(!mails(&app, "Deadline corrected").await.is_empty());
}

#[tokio::test]
async fn a_request_for_revision_is_in_the_ledger_without_its_reason_and_the_resubmission_names_it() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let organisation = ngo.get("/subgroups/sg-rnp").await.html().hidden("organisation");
    ngo.submit("/subgroups/sg-rnp/join", &[("organisation", &organisation)]).await;
    let subgroup = ngo.get(&format!("/papers/new?round={round}")).await.html().option("Subgroup", "SG-RNP");
    let fields = paper_fields(&[("subgroup", subgroup.as_str()), ("round", round.as_str()), ("action", "check")]);
    let (submit, page) = ngo.submit("/papers/new", &fields).await;
    ngo.submit(&submit, &[("version", &page.html().hidden("version"))]).await;
    // Returned a day before the closing: the five days go beyond it.
    app.advance(Span::DAY.times(29));
    let id = submit.trim_start_matches("/papers/").trim_end_matches("/submit").to_owned();
    let mut moderator = app.signed_in("moderator.rnp").await;
    let decide = format!("/moderation/papers/{id}");
    let version = moderator.get(&decide).await.html().hidden("version");
    moderator.submit(&decide, &[("outcome", "return"), ("code", "unclear"), ("reason", "Name your sources."), ("version", &version)]).await;
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html();
    let entry = ledger.text("main li.row");
    assert!(entry.contains("A revision grant was given") && entry.contains("Moderator"), "{entry}");
    assert!(!entry.contains("Name your sources.") && entry.contains("One organisation."), "{entry}");
    app.advance(Span::DAY.times(3));
    let mut ngo = app.signed_in("ngo").await;
    let version = version_of(&mut ngo, &submit).await;
    let (_, receipt) = ngo.submit(&submit, &[("version", &version)]).await;
    assert!(receipt.html().main_text().contains("A revision grant was given"), "{}", receipt.html().main_text());
}
