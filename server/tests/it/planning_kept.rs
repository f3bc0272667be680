//! The chair's forms lose nothing: what is stored stands beside what was typed, what has no field any more can still be read, and a
//! round that cannot be withdrawn says why.

use crate::planning::{Fields, ROUND, SESSION, UPCOMING, call, make_session, with};
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

async fn version_of(chair: &mut Persona<'_>, path: &str) -> String {
    chair.get(path).await.html().hidden("version")
}

/// Begins a paper in a round, so that what it asks for stays.
async fn begin(app: &TestApp, round: &str) {
    let id = round.rsplit('/').next().expect("an id");
    let fields = paper_fields(&[("round", id)]);
    app.signed_in("ngo").await.submit("/papers/new", &fields).await;
}

#[tokio::test]
async fn a_code_that_stays_is_shown_as_it_is_stored() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[]).await;
    let id = round.rsplit('/').next().expect("an id");
    let fields = paper_fields(&[("text", "W."), ("round", id), ("action", "check")]);
    let mut ngo = app.signed_in("ngo").await;
    let submit = ngo.submit("/papers/new", &fields).await.0;
    let version = crate::papers::version_of(&mut ngo, &submit).await;
    ngo.submit(&submit, &[("version", &version)]).await;

    let edit = format!("{}/edit", chair.get(&round).await.html().link("Twenty-first session"));
    let version = version_of(&mut chair, &edit).await;
    let refused = chair.post(&edit, &with(&SESSION, &[("code", "S22"), ("title", "Renamed"), ("version", &version)])).await.html();
    assert!(refused.main_text().contains("Code: S21.") && !refused.main_text().contains("S22"), "{}", refused.main_text());
    assert_eq!((refused.hidden("code"), refused.value("Title")), ("S21".to_owned(), "Renamed".to_owned()));
    assert_eq!(refused.count("#code"), 1, "the summary leads somewhere");
}

#[tokio::test]
async fn what_is_stored_can_be_compared_with_what_was_typed() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[UPCOMING]).await;
    let edit = format!("{round}/edit");
    let version = version_of(&mut chair, &edit).await;
    let theirs = [
        UPCOMING,
        ("call", "Their call."),
        ("call_ar", "دعوتهم."),
        ("questions", "Their question?\nAnd theirs?"),
        ("questions_ar", "سؤالهم؟\nوهذا؟"),
        ("version", &version),
    ];
    chair.submit(&edit, &with(&ROUND, &theirs)).await;
    let met = chair.post(&edit, &with(&ROUND, &[UPCOMING, ("call", "Mine."), ("version", &version)])).await;
    assert_eq!(met.status, StatusCode::CONFLICT);
    let stored = met.html().text("#stored");
    for words in ["Their call.", "دعوتهم.", "Their question?", "And theirs?", "سؤالهم؟", "ورقات الدورة الحادية والعشرين"]
    {
        assert!(stored.contains(words), "{words}: {stored}");
    }
    assert_eq!(met.html().value("Call"), "Mine.");

    let edit = format!("{}/edit", chair.get(&round).await.html().link("Twenty-first session"));
    let version = version_of(&mut chair, &edit).await;
    chair.submit(&edit, &with(&SESSION, &[("city", "Bern"), ("city_ar", "برن"), ("version", &version)])).await;
    let met = chair.post(&edit, &with(&SESSION, &[("city", "Basel"), ("version", &version)])).await;
    assert_eq!(met.status, StatusCode::CONFLICT);
    let stored = met.html().text("#stored");
    assert!(stored.contains("Bern") && stored.contains("برن") && stored.contains("الدورة الحادية والعشرون"), "{stored}");
}

#[tokio::test]
async fn a_usual_deadline_after_a_refusal_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let new = format!("{}/rounds/new", make_session(&mut chair).await);
    let typed = with(&ROUND, &[("title", "Typed title"), ("reason", ""), ("questions", "Why?"), ("time_zone", "Europe/Paris")]);
    let refused = chair.post(&new, &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.html().links("Eight weeks before the session").is_empty(), "a link would lose what was typed");
    assert!(refused.html().has_button("Eight weeks before the session"));
    // The Enter key presses the first button of a form.
    assert_eq!(refused.html().texts("form.form button")[0], "Call the round");
    let filled = chair.post(&new, &with(&typed, &[("template", "weeks-4")])).await;
    assert_eq!(filled.status, StatusCode::OK);
    let page = filled.html();
    assert_eq!((page.value("Closes at"), page.value("Time zone")), ("2027-02-08T18:00".to_owned(), "Europe/Zurich".to_owned()));
    assert_eq!((page.value("Title"), page.value("Guiding questions (optional)")), ("Typed title".to_owned(), "Why?".to_owned()));
    assert!(page.errors().is_empty(), "{:?}", page.errors());
    assert!(page.has_button("Last day of the session"));
    // A template there is not is none: the round is called.
    chair.submit(&new, &with(&ROUND, &[("template", "whenever")])).await;
}

#[tokio::test]
async fn what_has_no_field_any_more_can_still_be_read() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[UPCOMING]).await;
    let edit = format!("{round}/edit");
    let version = version_of(&mut chair, &edit).await;
    let sent: Fields = with(
        &ROUND,
        &[UPCOMING, ("questions", "A question lost?"), ("questions_ar", "سؤال؟"), ("closes_at", "2027-01-18T18:00"), ("version", &version)],
    );
    begin(&app, &round).await;
    let refused = chair.post(&edit, &sent).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let gone = refused.html().text("#sent");
    assert!(gone.contains("A question lost?") && gone.contains("سؤال؟") && !gone.contains("2027-01-18"), "{gone}");
    assert_eq!(refused.html().value("Closes at"), "2027-01-18T18:00", "the window is still asked for");

    app.advance(Span::DAY.times(8));
    let mut chair = app.signed_in("chair").await;
    let refused = chair.post(&edit, &sent).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let gone = refused.html().text("#sent");
    assert!(gone.contains("A question lost?") && gone.contains("2027-01-18T18:00") && gone.contains("Europe/Zurich"), "{gone}");
    assert_eq!(chair.get(&edit).await.html().count("#sent"), 0);
}

#[tokio::test]
async fn a_round_that_cannot_be_withdrawn_says_why_and_what_can_be_done() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[UPCOMING]).await;
    let withdraw = format!("{round}/withdraw");
    let page = chair.get(&withdraw).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.html().main_text().contains("nobody has begun to write") && page.html().count(".deadline") > 0);
    assert!(chair.get(&format!("{round}/edit")).await.html().count(".page-head__deadline .deadline") > 0);

    begin(&app, &round).await;
    assert!(chair.get(&format!("{round}/edit")).await.html().links("Withdraw this round").is_empty());
    for answer in [chair.get(&withdraw).await, chair.post(&withdraw, &[("reason", "R")]).await] {
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        let said = answer.html().main_text();
        assert!(said.contains("Papers for the twenty-first session") && said.contains("Somebody has begun to write"), "{said}");
        assert!(!said.contains("nobody has begun to write") && answer.html().count("[name=reason]") == 0, "{said}");
        assert!(answer.html().link("Edit the round").ends_with(&format!("{round}/edit")));
    }
    app.advance(Span::DAY.times(8));
    let mut chair = app.signed_in("chair").await;
    let said = chair.get(&withdraw).await.html().main_text();
    assert!(said.contains("1 December 2026, 09:00 Geneva"), "in the zone of the round: {said}");
}

#[tokio::test]
async fn the_only_subgroup_is_chosen_already() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let new = format!("{}/rounds/new", make_session(&mut chair).await);
    let rnp = chair.get(&new).await.html().option("Addressed to", "SG-RNP");
    let round = chair.submit(&new, &with(&ROUND, &[("subgroup", &rnp)])).await.0;
    let id = round.rsplit('/').next().expect("an id");
    let editor = app.signed_in("ngo").await.get(&format!("/papers/new?round={id}")).await.html();
    assert_eq!(editor.value("Subgroup"), rnp);
}

#[tokio::test]
async fn what_was_written_is_said_otherwise_once_the_round_has_closed() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[("closes_at", "2026-12-11T18:00")]).await;
    begin(&app, &round).await;
    let mut ngo = app.signed_in("ngo").await;
    let page = ngo.get(&round).await.html();
    assert!(page.text("#unsubmitted").contains("It counts once it is submitted."), "{}", page.text("#unsubmitted"));
    let check = page.link("Check and submit");
    assert!(ngo.get(&check).await.html().main_text().contains("This is what will be submitted"));
    app.advance(Span::DAY.times(30));
    let mut ngo = app.signed_in("ngo").await;
    let page = ngo.get(&round).await.html();
    let said = page.text("#unsubmitted");
    assert!(said.contains("the chair decides") && !said.contains("It counts once"), "{said}");
    assert_eq!(page.link("Hand in after the deadline"), check);
    let said = ngo.get(&check).await.html().main_text();
    assert!(said.contains("This is what would be handed in late") && !said.contains("will be submitted"), "{said}");
}

#[tokio::test]
async fn without_a_word_the_questions_are_named_where_there_are_some() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[("questions", "Why?")]).await;
    for (round, said) in [
        (round.rsplit('/').next().expect("an id").to_owned(), "There is no text and no answer to a guiding question."),
        (crate::papers::open_round(&app).await, "The text is missing."),
    ] {
        let fields = paper_fields(&[("text", ""), ("round", &round), ("action", "check")]);
        let (_, page) = app.signed_in("ngo").await.submit("/papers/new", &fields).await;
        assert!(page.html().main_text().contains(said), "{said}: {}", page.html().main_text());
    }
}
