//! Guiding questions: shown with the call, answered by question, kept with the draft, the receipt, the summary and its files.

use crate::papers::{open_round, version_of};
use crate::planning::{call, with};
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::portal::Papers as _;

const QUESTIONS: [(&str, &str); 2] =
    [("questions", "What should come first?\n\n And <b>then</b>? "), ("questions_ar", "ما الذي ينبغي أن يأتي أولا؟\nثم ماذا؟")];

fn id_of(path: &str) -> &str {
    path.rsplit('/').next().expect("an id")
}

/// Writes a paper with the first question left open; answers the address of its last step.
async fn write(persona: &mut Persona<'_>, round: &str, text: &str, answers: &[(&str, &str)]) -> String {
    let fields = paper_fields(&[("text", text), ("round", id_of(round)), ("action", "check")]);
    persona.submit("/papers/new", &with(&fields, answers)).await.0
}

async fn submit(persona: &mut Persona<'_>, submit: &str) -> String {
    let version = version_of(persona, submit).await;
    persona.submit(submit, &[("version", &version)]).await.0
}

/// The exact bytes a receipt is about.
async fn record(persona: &mut Persona<'_>, receipt: &str) -> serde_json::Value {
    let page = persona.get(receipt).await.html();
    let link = page.links("").into_iter().find(|link| link.ends_with("content.json")).expect("the bytes");
    serde_json::from_slice(&persona.get(&link).await.bytes).expect("JSON")
}

#[tokio::test]
async fn a_paper_answers_by_question_on_every_page_and_in_every_file() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &QUESTIONS).await;
    let asked = app.visitor().get(&round).await.html();
    assert_eq!(asked.texts("#questions li"), ["What should come first?", "And <b>then</b>?"]);
    assert_eq!(app.visitor().get(&format!("/ar{round}")).await.html().texts("#questions li")[1], "ثم ماذا؟");

    let mut ngo = app.signed_in("ngo").await;
    let editor = ngo.get(&format!("/papers/new?round={}", id_of(&round))).await.html();
    assert_eq!((editor.value("1. What should come first?"), editor.value("Text")), (String::new(), String::new()));
    let check = write(&mut ngo, &round, "", &[("answer_2", "Whatever <i>remains</i>.")]).await;
    let page = ngo.get(&check).await.html().main_text();
    assert!(page.contains("2. And <b>then</b>?") && page.contains("Whatever <i>remains</i>.") && !page.contains("1. What"), "{page}");
    let edit = ngo.get(&check.replace("/submit", "/edit")).await.html();
    assert_eq!(edit.value("2. And <b>then</b>?"), "Whatever <i>remains</i>.", "the draft keeps it");

    let receipt = submit(&mut ngo, &check).await;
    let bytes = record(&mut ngo, &receipt).await;
    assert_eq!(bytes["format"], "openfloor-paper-4");
    let answers = serde_json::json!([{ "number": 2, "question": "And <b>then</b>?", "answer": "Whatever <i>remains</i>." }]);
    assert_eq!(bytes["answers"], answers);

    let mut secretariat = app.signed_in("secretariat").await;
    let paper = check.replace("/submit", "");
    let item = format!("/moderation{paper}");
    let form = secretariat.get(&item).await.html();
    assert!(form.main_text().contains("Whatever <i>remains</i>."));
    let version = form.hidden("version");
    secretariat.submit(&item, &[("outcome", "accept"), ("reason", "R"), ("version", &version)]).await;
    let public = app.visitor().get(&paper).await.html();
    assert!(public.text("#answers").contains("Whatever <i>remains</i>."), "{}", public.main_text());

    let session = chair.get(&round).await.html().link("Twenty-first session");
    assert!(chair.get(&format!("{session}/summary")).await.html().main_text().contains("Whatever <i>remains</i>."));
    let json: serde_json::Value = serde_json::from_slice(&chair.get(&format!("{session}/summary.json")).await.bytes).expect("JSON");
    let listed =
        json["papers_by_subgroup"].as_array().expect("groups").iter().flat_map(|g| g["papers"].as_array().expect("papers").clone());
    let listed: Vec<_> = listed.collect();
    assert_eq!(listed[0]["answers"][0]["answer"], "Whatever <i>remains</i>.");
    assert_eq!(listed[0]["answers"][0]["question"]["ar"], "ثم ماذا؟");
    let csv = chair.get(&format!("{session}/summary.csv")).await.text();
    assert!(csv.contains("2. And <b>then</b>?\nWhatever <i>remains</i>."), "{csv}");
    assert_eq!(chair.get(&format!("{session}/summary.docx")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_check_tells_what_its_authors_may_regret() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &QUESTIONS).await;
    let mut ngo = app.signed_in("ngo").await;
    let text = "See [the charter](https://) and <b>this</b>.\n\n## Nothing here\n";
    let check = write(&mut ngo, &round, text, &[("answer_2", "So.")]).await;
    let page = ngo.get(&check).await.html();
    let words = page.main_text();
    for told in [
        "“the charter” has no complete address",
        "HTML is shown as it is written: <b>",
        "heading “Nothing here”",
        "Question 1 is not answered.",
    ] {
        assert!(words.contains(told), "{told}: {words}");
    }
    assert!(!words.contains("Question 2 is not"), "{words}");
    // None of it stands in the way; and where there is nothing to look at, nothing is said.
    assert!(page.has_button("Submit paper"));
    let check = write(&mut ngo, &round, "Words.", &[]).await;
    assert!(!ngo.get(&check).await.html().main_text().contains("Worth a look"));
}

#[tokio::test]
async fn answers_without_words_are_not_in_the_bytes() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let mut ngo = app.signed_in("ngo").await;
    for round in [format!("/rounds/{}", open_round(&app).await), call(&mut chair, &QUESTIONS).await] {
        let check = write(&mut ngo, &round, "Words.", &[("answer_1", "  "), ("answer_2", "")]).await;
        let receipt = submit(&mut ngo, &check).await;
        let bytes = record(&mut ngo, &receipt).await;
        let mut keys: Vec<_> = bytes.as_object().expect("an object").keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(keys, ["consent", "format", "language", "organisation", "paper", "round", "subgroup", "text", "title"]);
        assert_eq!((&bytes["format"], &bytes["consent"]), (&"openfloor-paper-4".into(), &"without_name".into()));
    }
}

#[tokio::test]
async fn there_are_no_answers_to_what_was_not_asked() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &QUESTIONS).await;
    let fields = paper_fields(&[("round", id_of(&round))]);
    let mut ngo = app.signed_in("ngo").await;
    for name in ["answer_3", "answer_20"] {
        let refused = ngo.post("/papers/new", &with(&fields, &[(name, "Unasked.")])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
    let refused = ngo.post("/papers/new", &with(&fields, &[("answer_1", "a\u{0}b")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.html().errors().join(" ").contains("1. What should come first?"));
}

#[tokio::test]
async fn answers_count_towards_the_limit_and_a_late_paper_keeps_them_sealed() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let session_round = with(&QUESTIONS, &[("closes_at", "2026-12-24T18:00")]);
    let round = call(&mut chair, &session_round).await;
    let mut ngo = app.signed_in("ngo").await;
    let long = "word ".repeat(1_500);
    let over = write(&mut ngo, &round, &long, &[("answer_1", &long)]).await;
    let version = version_of(&mut ngo, &over).await;
    assert_eq!(ngo.post(&over, &[("version", &version)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let check = write(&mut ngo, &round, "Words.", &[("answer_2", "Late but whole.")]).await;
    let version = version_of(&mut ngo, &check).await;
    app.advance(model::domain::time::Span::DAY.times(40));
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.post(&check, &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    // What its author writes afterwards is not what was sealed.
    let edit = check.replace("/submit", "/edit");
    let later = paper_fields(&[("answer_2", "Other."), ("version", &version)]);
    ngo.submit(&edit, &later).await;
    let mut chair = app.signed_in("chair").await;
    let inbox = chair.get(&format!("{round}/late")).await.html();
    let attempt = inbox.links("").into_iter().find(|link| link.starts_with("/late/")).expect("an attempt");
    chair.submit(&attempt, &[("outcome", "admit"), ("reason", "The line was down.")]).await;
    let page = ngo.get(&check.replace("/submit", "")).await.html().main_text();
    assert!(page.contains("Late but whole.") && !page.contains("Other."), "{page}");
}

#[tokio::test]
async fn admitting_a_paper_with_a_blank_answer_makes_no_newer_draft() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &with(&QUESTIONS, &[("closes_at", "2026-12-24T18:00")])).await;
    let mut ngo = app.signed_in("ngo").await;
    let check = write(&mut ngo, &round, "Words.", &[("answer_1", "  "), ("answer_2", "Late.")]).await;
    let version = version_of(&mut ngo, &check).await;
    app.advance(model::domain::time::Span::DAY.times(40));
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.post(&check, &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    let mut chair = app.signed_in("chair").await;
    let inbox = chair.get(&format!("{round}/late")).await.html();
    let attempt = inbox.links("").into_iter().find(|link| link.starts_with("/late/")).expect("an attempt");
    chair.submit(&attempt, &[("outcome", "admit"), ("reason", "The line was down.")]).await;
    let own = app.portal.own_input(&app.ctx_of("ngo@demo.example", app.now()).await).await.expect("reads").papers;
    let of_round: Vec<_> = own.iter().filter(|paper| paper.round.to_string() == id_of(&round)).collect();
    assert_eq!(of_round.len(), 1, "{of_round:?}");
}

#[tokio::test]
async fn answers_to_questions_that_changed_meanwhile_are_shown_and_kept() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &with(&QUESTIONS, &[("opens_at", "2026-12-01T09:00")])).await;
    let mut ngo = app.signed_in("ngo").await;
    let asked = ngo.get(&format!("/papers/new?round={}", id_of(&round))).await.html().hidden("asked");
    let edit = format!("{round}/edit");
    let version = chair.get(&edit).await.html().hidden("version");
    let one = [("opens_at", "2026-12-01T09:00"), ("questions", "And <b>then</b>?"), ("questions_ar", ""), ("version", &version)];
    chair.submit(&edit, &with(&crate::planning::ROUND, &one)).await;

    let fields = paper_fields(&[("round", id_of(&round))]);
    let typed = with(&fields, &[("answer_1", "First things."), ("answer_2", "Second <i>things</i>."), ("asked", &asked)]);
    let met = ngo.post("/papers/new", &typed).await;
    assert_eq!(met.status, StatusCode::CONFLICT);
    let page = met.html();
    assert_eq!(page.value("1. And <b>then</b>?"), "First things.", "shown under the new question");
    let said = page.main_text();
    assert!(said.contains("The guiding questions changed while you wrote") && !said.contains("someone else"), "{said}");
    assert!(said.contains("this answer has no question any more") && said.contains("Second <i>things</i>."), "{said}");
    assert_ne!(page.hidden("asked"), asked);
    // With the new mark it is a choice; a form without the mark is accepted too, but what was not asked is not.
    let again = with(&typed, &[("asked", "")]);
    let refused = ngo.post("/papers/new", &again).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.html();
    assert!(page.errors().join(" ").contains("Answer 2, without a question"), "{:?}", page.errors());
    assert_eq!(page.count("#answer_2"), 1, "the summary leads somewhere");
    assert!(page.main_text().contains("Second <i>things</i>."));
    let mark = page.hidden("asked");
    ngo.submit("/papers/new", &with(&typed, &[("asked", &mark), ("answer_2", "")])).await;
}
