//! From the first line of a position paper to its receipt.

use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

/// The id of the open round for position papers of the OEWG's demonstration session.
pub async fn open_round(app: &TestApp) -> String {
    let body = app.visitor().get("/bodies/oewg").await.html();
    let mut visitor = app.visitor();
    for link in body.links("Position papers") {
        if link.starts_with("/rounds/") && visitor.get(&link).await.html().title() == "Position papers" {
            return link.trim_start_matches("/rounds/").to_owned();
        }
    }
    panic!("no open round in {}", body.main_text());
}

/// The version of a paper, as its editor holds it.
pub async fn version_of(persona: &mut Persona<'_>, submit: &str) -> String {
    persona.get(&submit.replace("/submit", "/edit")).await.html().hidden("version")
}

#[tokio::test]
async fn a_paper_is_written_left_found_again_checked_and_submitted() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let editor = ngo.get(&format!("/papers/new?round={round}")).await;
    assert_eq!(editor.status, StatusCode::OK);
    let html = editor.html();
    let subgroup = html.option("Subgroup", "SG-RNP");
    let text = "States should listen.\n\n</textarea><script>alert(1)</script>";
    let fields = paper_fields(&[("title", "On listening"), ("subgroup", &subgroup), ("text", text), ("round", &round), ("version", "0")]);
    let (edit, page) = ngo.submit("/papers/new", &fields).await;
    assert!(edit.ends_with("/edit"));
    assert_eq!(page.html().value("Title"), "On listening");
    assert_eq!(page.html().value("Text"), text, "what was written is there again, to the letter");
    assert_eq!(page.html().count("main script"), 0, "and runs nothing");

    // Leaves, comes back: the desk leads to it.
    let desk = ngo.get("/desk").await.html();
    assert!(desk.main_text().contains("NOT submitted"), "{}", desk.main_text());
    let version = page.html().hidden("version");
    let again =
        paper_fields(&[("title", "On listening"), ("subgroup", &subgroup), ("text", text), ("version", &version), ("action", "check")]);
    let (submit, check) = ngo.submit(&edit, &again).await;
    assert!(submit.ends_with("/submit"));
    assert!(check.html().main_text().contains("States should listen."));
    let version = version_of(&mut ngo, &submit).await;

    // Not a member of the subgroup: refused with what to do, and nothing is lost.
    assert!(!check.html().has_button("Submit paper"));
    assert_eq!(ngo.post(&submit, &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    let organisation = ngo.get("/subgroups/sg-rnp").await.html().hidden("organisation");
    ngo.submit("/subgroups/sg-rnp/join", &[("organisation", &organisation)]).await;
    assert!(ngo.get(&submit).await.html().has_button("Submit paper"));
    let first = ngo.submit(&submit, &[("version", &version)]).await.1;
    let receipt = first.html().main_text();
    assert!(receipt.contains("STK-OEWG-DEMO1-RNP-"), "{receipt}");
    assert!(receipt.contains("UTC"));

    // The hash is that of the bytes one can download.
    let bytes = ngo.get(&first.html().links("").into_iter().find(|l| l.contains("/receipts/")).expect("the exact bytes")).await;
    let hash = engine::auth::sha256(&bytes.text());
    assert!(receipt.contains(&hash), "{receipt}");

    // The same click again: the same receipt.
    let number = |text: &str| text.split_whitespace().find(|w| w.starts_with("STK-")).map(str::to_owned);
    let twice = ngo.submit(&submit, &[("version", &version)]).await.1;
    assert_eq!(number(&twice.html().main_text()), number(&receipt));

    // Not public before it is accepted.
    let paper = edit.trim_end_matches("/edit");
    assert_eq!(app.visitor().get(paper).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.signed_in("business").await.get(paper).await.status, StatusCode::NOT_FOUND);
    // And not changed any more.
    let changed = ngo.post(&edit, &again).await;
    assert_ne!(changed.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn after_the_deadline_the_server_refuses_and_the_draft_stays() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let fields = paper_fields(&[("title", "Late"), ("text", "Too late."), ("round", &round), ("action", "check")]);
    let (submit, check) = ngo.submit("/papers/new", &fields).await;
    let version = check.html().hidden("version");
    app.advance(Span::DAY.times(31));
    // The session of fourteen days has ended meanwhile.
    let mut ngo = app.signed_in("ngo").await;
    let refused = ngo.post(&submit, &[("version", &version)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let words = refused.html().main_text();
    assert!(words.contains("closed"), "{words}");
    assert!(words.contains("18:00") && words.contains("New York") && words.contains("UTC"), "says when: {words}");
    assert!(words.contains("draft"), "says where the text is: {words}");
    let edit = submit.replace("/submit", "/edit");
    assert_eq!(ngo.get(&edit).await.html().value("Text"), "Too late.");
    // A private draft harms no one: it can still be saved.
    let version = ngo.get(&edit).await.html().hidden("version");
    ngo.submit(&edit, &paper_fields(&[("title", "Late"), ("text", "Still later."), ("version", &version)])).await;
}

#[tokio::test]
async fn the_last_microsecond_counts() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let id = round.parse().expect("an id");
    let closes = {
        let mut tx = app.portal.database().read().await.expect("reads");
        engine::store::rounds::by_id(&mut tx, id).await.expect("reads").expect("there").round.window.closes_at
    };
    let mut outcomes = Vec::new();
    for (name, at) in [("ngo", closes - Span::MICROSECOND), ("academia", closes)] {
        app.clock.set(closes - Span::HOUR);
        let mut author = app.signed_in(name).await;
        let fields = paper_fields(&[("round", &round), ("action", "check")]);
        let (submit, check) = author.submit("/papers/new", &fields).await;
        app.clock.set(at);
        outcomes.push(author.post(&submit, &[("version", &check.html().hidden("version"))]).await.status);
    }
    assert_eq!(outcomes, [StatusCode::SEE_OTHER, StatusCode::FORBIDDEN]);
}

#[tokio::test]
async fn two_tabs_never_overwrite_each_other() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let fields = |text, version| paper_fields(&[("text", text), ("round", ""), ("version", version)]);
    let mut new = fields("First.", "0");
    new[5].1 = &round;
    let (edit, page) = ngo.submit("/papers/new", &new).await;
    let version = page.html().hidden("version");
    ngo.submit(&edit, &fields("From the first tab.", &version)).await;
    let conflict = ngo.post(&edit, &fields("From the second tab.", &version)).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let words = conflict.text();
    assert!(words.contains("From the first tab.") && words.contains("From the second tab."), "both texts are shown");
    // Saving again is now a choice one makes with both texts in view.
    let version = conflict.html().hidden("version");
    let (_, page) = ngo.submit(&edit, &fields("From the second tab.", &version)).await;
    assert_eq!(page.html().value("Text"), "From the second tab.");
}

#[tokio::test]
async fn an_unconfirmed_person_writes_but_does_not_submit() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ana = app.visitor();
    let form = [
        ("email", "ana@example.org"),
        ("full_name", "Ana"),
        ("password", "a long enough password"),
        ("organisation_name", "Org"),
        ("stakeholder_type", "ngo"),
        ("region", "weog"),
    ];
    ana.submit("/register", &form).await;
    let fields = paper_fields(&[("round", &round), ("action", "check")]);
    let (submit, _) = ana.submit("/papers/new", &fields).await;
    let version = version_of(&mut ana, &submit).await;
    let refused = ana.post(&submit, &[("version", &version)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().links("").iter().any(|l| l.starts_with("/confirm")), "says what to do next");
}

#[tokio::test]
async fn a_paper_over_the_limit_can_be_kept_but_not_submitted() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let long = "word ".repeat(2001);
    let fields = paper_fields(&[("text", &long), ("round", &round), ("action", "check")]);
    let (submit, _) = ngo.submit("/papers/new", &fields).await;
    let version = version_of(&mut ngo, &submit).await;
    let refused = ngo.post(&submit, &[("version", &version)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.html().main_text().contains("2001") || refused.html().main_text().contains("2,001"));
}

#[tokio::test]
async fn who_is_signed_out_while_writing_signs_in_again_and_finds_the_text() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let fields = |text, version| paper_fields(&[("text", text), ("version", version)]);
    let mut new = fields("First.", "0");
    new.push(("round", &round));
    let (edit, page) = ngo.submit("/papers/new", &new).await;
    let version = page.html().hidden("version");
    // The session ends; the page is still open and is sent.
    app.advance(Span::DAY.times(15));
    for (path, fields) in [(edit.as_str(), fields("Written in the\nmeantime <b>.", &version)), ("/papers/new", new.clone())] {
        let sign_in = ngo.post(path, &fields).await;
        assert_eq!(sign_in.status, StatusCode::FORBIDDEN);
        let html = sign_in.html();
        let mut again =
            vec![("email".to_owned(), "ngo@demo.example".to_owned()), ("password".to_owned(), engine::demo::PASSWORD.to_owned())];
        again.extend(html.all_hidden());
        // A mistyped password loses nothing either.
        let mut wrong = again.clone();
        wrong[1].1 = "wrong".to_owned();
        let refused = app.visitor().post("/sign-in", &pairs(&wrong)).await;
        assert_eq!(refused.html().all_hidden(), html.all_hidden());
        let mut back = app.visitor();
        let page = back.post("/sign-in", &pairs(&again)).await;
        assert_eq!(page.status, StatusCode::OK);
        let text = fields.iter().find(|(name, _)| *name == "text").expect("a text").1;
        assert_eq!(page.html().value("Text"), text, "what was typed is there");
        assert!(page.html().has_button("Save draft"));
        assert_eq!(back.get("/desk").await.status, StatusCode::OK, "and the sender is signed in");
    }
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
