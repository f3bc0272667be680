//! What authors answer to those who decided: who sends it, who reads it, where it stands and for how long.

use crate::acts::move_to_rnp;
use crate::ledger::mails;
use crate::papers::open_round;
use crate::redactions::{NAME, page_of, redact};
use crate::succession::{decide, submitted};
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

const WORDS: &str = "We said so in the second paragraph.";

/// A paper of the NGO, decided on by the secretariat; its address, and that of the form for the answer.
async fn decided(app: &TestApp, outcome: &str) -> (String, String) {
    let round = open_round(app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(app, &mut ngo, &round, "Answered", "What we say.").await;
    decide(app, "secretariat", &paper, outcome).await;
    let form = ngo.get(&paper).await.html().link("Answer the moderator");
    (paper, form)
}

async fn send(who: &mut Persona<'_>, form: &str) -> StatusCode {
    who.post(form, &[("reason", WORDS)]).await.status
}

#[tokio::test]
async fn authors_answer_what_was_returned_or_declined_once() {
    for (outcome, told) in [("return", "Please revise: Answered"), ("decline", "Not accepted: Answered")] {
        let app = TestApp::new().await;
        let (paper, form) = decided(&app, outcome).await;
        let act = form.trim_end_matches("/answer");
        assert_eq!(app.signed_in("ngo").await.get(act).await.html().link("Answer the moderator"), form);
        let told = mails(&app, told).await;
        assert!(told.iter().any(|mail| mail.body.contains("You can answer the moderator: http") && mail.body.contains(&form)), "{told:?}");
        let mut ngo = app.signed_in("ngo").await;
        assert_eq!(ngo.post(&form, &[("reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for who in ["business", "moderator.rnp", "secretariat"] {
            assert_eq!(send(&mut app.signed_in(who).await, &form).await, StatusCode::NOT_FOUND, "{who}");
        }
        assert_eq!(send(&mut ngo, &form).await, StatusCode::SEE_OTHER);
        let page = ngo.get(&form).await.html().main_text();
        assert!(page.contains("Your answer was sent") && page.contains(WORDS), "{page}");
        // Nobody writes a second one, and what was typed is not lost.
        let again = ngo.post(&form, &[("reason", "And another thing.")]).await;
        assert_eq!(again.status, StatusCode::FORBIDDEN);
        let page = again.html().main_text();
        assert!(page.contains("There is an answer to this decision already") && page.contains("And another thing."), "{page}");
        assert!(ngo.get(&paper).await.html().text("#decisions").contains(WORDS));
        assert!(ngo.get(&paper).await.html().links("Answer the moderator").is_empty());

        // Who decided is told that there is an answer, and reads it in the queue, at the input and at the decision.
        let mails = mails(&app, "The authors answer: Answered").await;
        assert!(matches!(mails.as_slice(), [one] if one.recipient == "secretariat@demo.example" && !one.body.contains(WORDS)), "{mails:?}");
        let mut office = app.signed_in("secretariat").await;
        let queue = office.get("/moderation").await.html();
        assert!(queue.main_text().contains("Answers of authors") && queue.main_text().contains(WORDS), "{}", queue.main_text());
        assert!(office.get(&page_of(&paper).replace("/redact", "")).await.html().main_text().contains(WORDS));
        assert!(office.get(act).await.html().main_text().contains(WORDS));
        for who in ["business", "moderator.rnp"] {
            assert_eq!(app.signed_in(who).await.get(act).await.status, StatusCode::NOT_FOUND, "{who}");
        }
        // Taken back, it waits for a decision, and there is nothing to answer any more.
        assert_eq!(office.post(&format!("{act}/undo"), &[("reason", "You are right.")]).await.status, StatusCode::SEE_OTHER);
        assert!(!office.get("/moderation").await.html().main_text().contains("Answers of authors"));
        let refused = ngo.post(&form, &[("reason", "Thank you.")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.html().main_text().contains("It stands otherwise now"), "{}", refused.html().main_text());
        // Decided on anew, the earlier decision leads nowhere any more.
        decide(&app, "secretariat", &paper, "decline").await;
        assert_eq!(ngo.get(&paper).await.html().links("Answer the moderator").len(), 1);
    }
}

#[tokio::test]
async fn answers_stand_in_the_queue_of_the_decision_for_two_weeks() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Answered", "What we say.").await;
    move_to_rnp(&mut app.signed_in("secretariat").await, &paper).await;
    decide(&app, "moderator.rnp", &paper, "decline").await;
    let form = ngo.get(&paper).await.html().link("Answer the moderator");
    assert_eq!(send(&mut ngo, &form).await, StatusCode::SEE_OTHER);
    let listed = async |who: &str| app.signed_in(who).await.get("/moderation").await.html().main_text().contains("Answers of authors");
    assert!(listed("moderator.rnp").await && !listed("secretariat").await);
    app.advance(Span::DAY.times(14));
    assert!(!listed("moderator.rnp").await);
    let act = form.trim_end_matches("/answer");
    assert!(app.signed_in("moderator.rnp").await.get(act).await.html().main_text().contains(WORDS), "it stays with the decision");
}

#[tokio::test]
async fn an_answer_with_redacted_words_is_read_by_those_who_read_these() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let text = "Ask Qorvax Zimpel, who knows what all of us in this round would like to be told about it.";
    let paper = submitted(&app, &mut ngo, &round, "Asked", text).await;
    move_to_rnp(&mut app.signed_in("secretariat").await, &paper).await;
    decide(&app, "moderator.rnp", &paper, "return").await;
    let form = ngo.get(&paper).await.html().link("Answer the moderator");
    assert_eq!(ngo.post(&form, &[("reason", &format!("But {NAME} is known."))]).await.status, StatusCode::SEE_OTHER);
    // Sent again, it goes back to the secretariat, which redacts the name.
    let edit = format!("{paper}/edit");
    let version = ngo.get(&edit).await.html().hidden("version");
    let fields = paper_fields(&[("title", "Asked"), ("text", text), ("version", &version), ("action", "check")]);
    let (submit, check) = ngo.submit(&edit, &fields).await;
    ngo.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    let mut office = app.signed_in("secretariat").await;
    assert_eq!(redact(&mut office, &paper, NAME, "redact").await.status, StatusCode::SEE_OTHER);
    let act = form.trim_end_matches("/answer");
    let then = app.signed_in("moderator.rnp").await.get(act).await;
    assert_eq!(then.status, StatusCode::OK, "who decided reads what they did");
    assert!(then.html().main_text().contains("But ███ is known.") && !then.text().contains(NAME), "{}", then.html().main_text());
    assert!(office.get(act).await.html().main_text().contains(NAME) && ngo.get(&form).await.html().main_text().contains(NAME));
}
