//! Appeals: who files one, who answers it, and what the public ledger of moderation says.

use crate::ledger::mails;
use crate::papers::open_round;
use crate::succession::{decide, submitted};
use crate::support::{Persona, TestApp};
use axum::http::StatusCode;
use model::domain::moderation::APPEAL_TIME;
use model::domain::time::Span;

/// A paper of the NGO to the whole body that was declined; answers it and the page of the decision.
async fn declined(app: &TestApp, title: &str) -> (String, String) {
    let round = open_round(app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(app, &mut ngo, &round, title, "What we say.").await;
    decide(app, "secretariat", &paper, "decline").await;
    let act = ngo.get(&paper).await.html().link("Appeal against this decision");
    (paper, act)
}

async fn file(author: &mut Persona<'_>, act: &str) -> String {
    author.submit(&format!("{act}/appeal"), &[("reason", "It is about this round.")]).await.0
}

async fn answer(who: &mut Persona<'_>, appeal: &str, answer: &str) -> StatusCode {
    who.post(appeal, &[("answer", answer), ("reason", "We looked at it.")]).await.status
}

#[tokio::test]
async fn an_appeal_is_answered_by_others_and_granted() {
    let app = TestApp::new().await;
    let (paper, act) = declined(&app, "Appealed").await;
    let mut ngo = app.signed_in("ngo").await;
    assert!(ngo.get(&act).await.html().main_text().contains("You may appeal once, until"));
    let told = mails(&app, "Not accepted: Appealed").await;
    assert!(told.iter().any(|mail| mail.body.contains(&act) && mail.body.contains("You may appeal against this once")));
    assert_eq!(ngo.post(&format!("{act}/appeal"), &[("reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for who in ["business", "moderator.rnp"] {
        let filed = app.signed_in(who).await.post(&format!("{act}/appeal"), &[("reason", "W.")]).await;
        assert_eq!(filed.status, StatusCode::NOT_FOUND, "{who}");
    }
    let appeal = file(&mut ngo, &act).await;
    assert!(ngo.get(&appeal).await.html().main_text().contains("Your appeal was filed"));
    assert_eq!(mails(&app, "An appeal waits: Appealed").await.len(), 1);
    let again = ngo.post(&format!("{act}/appeal"), &[("reason", "Again.")]).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN, "one appeal a decision");

    // Who decided reads it and does not answer; the authors do not; a visitor and another organisation do not know of it.
    let mut office = app.signed_in("secretariat").await;
    assert!(office.get(&appeal).await.html().main_text().contains("You cannot answer this appeal"));
    for who in ["secretariat", "ngo", "business"] {
        assert_ne!(answer(&mut app.signed_in(who).await, &appeal, "grant").await, StatusCode::SEE_OTHER, "{who}");
    }
    assert_eq!(app.signed_in("business").await.get(&appeal).await.status, StatusCode::NOT_FOUND);
    // A moderator of a subgroup reads that one input, which is in no queue of theirs, and answers.
    let mut moderator = app.signed_in("moderator.rnp").await;
    let queue = moderator.get("/moderation").await.html();
    assert!(queue.links("Appealed").contains(&appeal), "{:?}", queue.links(""));
    let page = moderator.get(&appeal).await.html().main_text();
    assert!(page.contains("What we say.") && page.contains("It is about this round."), "{page}");
    assert_eq!(moderator.get(&paper).await.status, StatusCode::NOT_FOUND, "the paper itself is not theirs");
    assert_eq!(moderator.post(&appeal, &[("answer", "grant"), ("reason", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer(&mut moderator, &appeal, "grant").await, StatusCode::SEE_OTHER);
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::OK);
    assert!(mails(&app, "Appeal granted: Appealed").await.iter().any(|mail| mail.recipient == "ngo@demo.example"));
    assert!(ngo.get(&appeal).await.html().main_text().contains("Appeal granted"));
    assert_eq!(answer(&mut app.signed_in("chair").await, &appeal, "dismiss").await, StatusCode::FORBIDDEN, "it was answered");
}

#[tokio::test]
async fn the_chair_dismisses_an_appeal_and_the_decision_stands() {
    let app = TestApp::new().await;
    let (paper, act) = declined(&app, "Dismissed").await;
    let mut ngo = app.signed_in("ngo").await;
    let appeal = file(&mut ngo, &act).await;
    let mut chair = app.signed_in("chair").await;
    assert!(chair.get("/moderation").await.html().links("Dismissed").contains(&appeal));
    assert_eq!(answer(&mut chair, &appeal, "dismiss").await, StatusCode::SEE_OTHER);
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::NOT_FOUND);
    let page = ngo.get(&appeal).await.html().main_text();
    assert!(page.contains("Appeal dismissed") && page.contains("We looked at it.") && page.contains("The chair on"), "{page}");
    // The last word is not taken back, and there is nothing more to appeal against.
    let undone = app.signed_in("secretariat").await.post(&format!("{act}/undo"), &[("reason", "W.")]).await;
    assert_eq!(undone.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_appeal_has_its_time() {
    let app = TestApp::new().await;
    let (_, act) = declined(&app, "Late").await;
    let decided = app.now();
    app.clock.set(decided + APPEAL_TIME);
    let mut ngo = app.signed_in("ngo").await;
    let late = ngo.post(&format!("{act}/appeal"), &[("reason", "Kept words.")]).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert!(late.html().main_text().contains("The time to appeal ended"));
    app.clock.set(decided + APPEAL_TIME - Span::MICROSECOND);
    assert!(file(&mut app.signed_in("ngo").await, &act).await.contains("/moderation/appeals/"));
}

#[tokio::test]
async fn what_is_taken_back_needs_no_answer() {
    let app = TestApp::new().await;
    let (_, act) = declined(&app, "Moot").await;
    let appeal = file(&mut app.signed_in("ngo").await, &act).await;
    app.signed_in("secretariat").await.submit(&format!("{act}/undo"), &[("reason", "They are right.")]).await;
    let mut chair = app.signed_in("chair").await;
    assert!(!chair.get("/moderation").await.html().links("").contains(&appeal));
    assert_eq!(answer(&mut chair, &appeal, "grant").await, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_ledger_says_what_was_done_and_not_with_what() {
    let app = TestApp::new().await;
    let (_, act) = declined(&app, "Hidden title").await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let accepted = submitted(&app, &mut ngo, &round, "Shown title", "Words.").await;
    decide(&app, "secretariat", &accepted, "accept").await;
    let session = app
        .visitor()
        .get(&format!("/rounds/{round}"))
        .await
        .html()
        .links("")
        .into_iter()
        .find(|link| link.starts_with("/sessions/"))
        .expect("its session");
    let ledger = app.visitor().get(&session).await.html().link("Moderation ledger");
    let page = app.visitor().get(&ledger).await.html();
    let words = page.main_text();
    assert!(words.contains("Outside the subject") && words.contains("The secretariat"), "{words}");
    assert!(!words.contains("Hidden title") && !words.contains("R."), "{words}");
    assert!(page.links("Position paper").contains(&accepted));
    // The newest stands first, and what is taken back is marked.
    // The figures say what was taken back.
    let first = page.texts("tr[id^='act-'] td:nth-child(3)").first().cloned().unwrap_or_default();
    assert_eq!(first, "Accepted");
    app.signed_in("secretariat").await.submit(&format!("{act}/undo"), &[("reason", "W.")]).await;
    let words = app.visitor().get(&ledger).await.html().main_text();
    assert!(words.contains("Declined · taken back since"), "{words}");
    // Pages go on by cursor, and a cursor nobody was given leads nowhere.
    assert_eq!(app.visitor().get(&format!("{ledger}?after=nonsense")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_right_to_read_an_input_of_others_ends_with_the_appeal() {
    let app = TestApp::new().await;
    let (_, act) = declined(&app, "Ended").await;
    let appeal = file(&mut app.signed_in("ngo").await, &act).await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let page = moderator.get(&appeal).await.html().main_text();
    assert!(page.contains("What we say.") && !page.contains("Secretariat ("), "by office, not by name: {page}");
    app.signed_in("secretariat").await.submit(&format!("{act}/undo"), &[("reason", "They are right.")]).await;
    let page = moderator.get(&appeal).await.html().main_text();
    assert!(page.contains("It is about this round.") && !page.contains("What we say."), "{page}");
}

#[tokio::test]
async fn nothing_typed_is_lost_when_somebody_was_faster() {
    let app = TestApp::new().await;
    let (_, act) = declined(&app, "Faster").await;
    let mut ngo = app.signed_in("ngo").await;
    let appeal = file(&mut ngo, &act).await;
    let again = ngo.post(&format!("{act}/appeal"), &[("reason", "A long second appeal.")]).await.html().main_text();
    assert!(again.contains("There is an appeal against this decision already") && again.contains("A long second appeal."), "{again}");
    assert_eq!(answer(&mut app.signed_in("chair").await, &appeal, "dismiss").await, StatusCode::SEE_OTHER);
    let late = app.signed_in("moderator.rnp").await.post(&appeal, &[("answer", "grant"), ("reason", "My careful reason.")]).await;
    let page = late.html().main_text();
    assert!(page.contains("Appeal dismissed") && page.contains("My careful reason."), "{page}");
    let undone = app.signed_in("secretariat").await.post(&format!("{act}/undo"), &[("reason", "Too late a reason.")]).await;
    assert!(undone.html().main_text().contains("Too late a reason."));
}
