//! Corrigenda: after the deadline the authors of a public paper ask for one, whoever decides about the paper decides, and it stands beside the
//! paper.

use crate::grants::closes_at;
use crate::joint::{answer, invite};
use crate::ledger::{draft, mails};
use crate::papers::{open_round, version_of};
use crate::succession::{decide, submitted};
use crate::support::{Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

/// A public paper of the NGO to the whole body, after the deadline of its round; with the author.
async fn published(app: &TestApp) -> String {
    let round = open_round(app).await;
    let paper = submitted(app, &mut app.signed_in("ngo").await, &round, "Public", "States may listen.").await;
    decide(app, "secretariat", &paper, "accept").await;
    app.clock.set(closes_at(app, &round).await);
    paper
}

async fn ask(persona: &mut Persona<'_>, paper: &str, text: &str) -> (StatusCode, String) {
    let answer = persona.post(&format!("{paper}/corrigendum"), &[("act", "ask"), ("text", text)]).await;
    let status = answer.status;
    if status.is_redirection() {
        return (status, persona.get(&format!("{paper}/corrigendum")).await.html().main_text());
    }
    (status, answer.html().main_text())
}

/// The page on which the one that waits is decided on, from the queue of an office.
async fn waiting(office: &mut Persona<'_>) -> Option<String> {
    office.get("/moderation").await.html().links("").into_iter().find(|link| link.starts_with("/moderation/corrigenda/"))
}

#[tokio::test]
async fn what_is_wrong_is_corrected_beside_the_paper() {
    let app = TestApp::new().await;
    let paper = published(&app).await;
    let (mut ngo, mut secretariat) = (app.signed_in("ngo").await, app.signed_in("secretariat").await);
    assert!(ngo.get(&paper).await.html().links("Ask for a corrigendum").iter().any(|link| link.ends_with("/corrigendum")));
    assert_eq!(waiting(&mut secretariat).await, None);
    let before = app.visitor().get(&paper).await.html().main_text();

    let (status, said) = ask(&mut ngo, &paper, "For <b>may</b> read *must*.").await;
    assert!(status.is_redirection() && said.contains("Corrigendum that waits for a decision"), "{status} {said}");
    // Again, by a second click or another tab: it waits once; other words wait for the decision.
    assert!(ask(&mut ngo, &paper, "For <b>may</b> read *must*.").await.0.is_redirection());
    let (status, said) = ask(&mut ngo, &paper, "Something else.").await;
    assert!(status == StatusCode::FORBIDDEN && said.contains("waits for a decision. Take it back first"), "{status} {said}");
    assert!(said.contains("Something else."), "what was typed is not lost: {said}");
    assert!(secretariat.get("/desk").await.html().main_text().contains("1 input is waiting for a decision"), "the desk says so");
    // Nobody else sees it: the public, another organisation, the moderator of a subgroup it does not go to.
    assert_eq!(app.visitor().get(&paper).await.html().main_text(), before);
    let page = waiting(&mut secretariat).await.expect("in the queue");
    for who in ["business", "moderator.rnp", "ngo"] {
        assert_eq!(app.signed_in(who).await.get(&page).await.status, StatusCode::NOT_FOUND, "{who}");
    }

    let asked = secretariat.get(&page).await.html();
    assert!(asked.text("#corrigendum").contains("read must"), "{}", asked.main_text());
    assert_eq!(secretariat.post(&page, &[("act", "decline"), ("reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    secretariat.submit(&page, &[("act", "publish"), ("reason", "")]).await;
    assert_eq!(waiting(&mut secretariat).await, None);
    // Decided once; a reason that comes too late is not lost.
    let late = secretariat.post(&page, &[("act", "decline"), ("reason", "Too long for a correction.")]).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert!(late.html().main_text().contains("Too long for a correction."));
    assert_eq!(mails(&app, "Corrigendum published: Public").await.len(), 3, "the members of the organisation");

    let public = app.visitor().get(&paper).await.html();
    assert!(public.main_text().contains("States may listen."), "the paper itself stays");
    let beside = public.text("#corrigenda");
    assert!(beside.contains("Corrigendum 1") && beside.contains("read must") && !beside.contains("waits"), "{beside}");
    assert!(public.links("Corrigendum 1 of").iter().any(|link| link == "#corrigendum-1"), "marked at its head");

    // The next one is numbered on.
    ask(&mut ngo, &paper, "Page 2: delete the comma.").await;
    let page = waiting(&mut secretariat).await.expect("in the queue");
    secretariat.submit(&page, &[("act", "publish"), ("reason", "")]).await;
    assert!(app.visitor().get(&paper).await.html().text("#corrigendum-2").contains("delete the comma"));
}

#[tokio::test]
async fn one_is_declined_with_its_reason_and_one_taken_back() {
    let app = TestApp::new().await;
    let paper = published(&app).await;
    let (mut ngo, mut secretariat) = (app.signed_in("ngo").await, app.signed_in("secretariat").await);
    ask(&mut ngo, &paper, "A second paper.").await;
    let page = waiting(&mut secretariat).await.expect("in the queue");
    secretariat.submit(&page, &[("act", "decline"), ("reason", "This adds, it does not correct.")]).await;
    let told = mails(&app, "Corrigendum declined: Public").await;
    assert!(told.iter().all(|mail| mail.body.contains("This adds, it does not correct.")) && told.len() == 3, "{told:?}");
    assert!(ngo.get(&paper).await.html().text("#corrigenda").contains("This adds, it does not correct."));
    assert_eq!(app.visitor().get(&paper).await.html().count("#corrigenda"), 0);

    ask(&mut ngo, &paper, "For may read must.").await;
    ngo.submit(&format!("{paper}/corrigendum"), &[("act", "take-back")]).await;
    assert_eq!(waiting(&mut secretariat).await, None);
    assert!(ngo.get(&format!("{paper}/corrigendum")).await.html().text("#corrigenda").contains("Taken back on"));
    assert_eq!(ngo.post(&format!("{paper}/corrigendum"), &[("act", "take-back")]).await.status, StatusCode::CONFLICT, "none waits");
}

#[tokio::test]
async fn it_is_for_a_public_paper_after_its_deadline_and_for_its_contact_point() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Early", "Words.").await;
    let (status, said) = ask(&mut ngo, &paper, "For may read must.").await;
    assert!(status == StatusCode::FORBIDDEN && said.contains("For may read must."), "not accepted, and nothing typed is lost: {said}");
    decide(&app, "secretariat", &paper, "accept").await;
    let (status, said) = ask(&mut ngo, &paper, "For may read must.").await;
    assert!(status == StatusCode::FORBIDDEN && said.contains("you can replace the paper by another version"), "{said}");
    assert!(ngo.get(&paper).await.html().links("Ask for a corrigendum").is_empty());

    let closes = closes_at(&app, &round).await;
    app.clock.set(closes - Span::MICROSECOND);
    assert_eq!(ask(&mut app.signed_in("ngo").await, &paper, "For may read must.").await.0, StatusCode::FORBIDDEN);
    app.clock.set(closes);
    assert_eq!(app.signed_in("business").await.get(&format!("{paper}/corrigendum")).await.status, StatusCode::FORBIDDEN);
    let mut drafter = app.signed_in("drafter.ngo").await;
    assert!(drafter.get(&format!("{paper}/corrigendum")).await.html().main_text().contains("Only a contact point"));
    let (status, said) = ask(&mut drafter, &paper, "For may read must.").await;
    assert!(status == StatusCode::FORBIDDEN && said.contains("For may read must."), "{said}");
    for (text, what) in [("", "nothing"), (" \n", "nothing"), (&"word ".repeat(301), "too many words")] {
        let (status, said) = ask(&mut app.signed_in("ngo").await, &paper, text).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {said}");
    }
    let (status, _) = ask(&mut app.signed_in("ngo").await, &paper, &"word ".repeat(300)).await;
    assert!(status.is_redirection());
}

#[tokio::test]
async fn one_that_waits_ends_with_its_paper() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let first = submitted(&app, &mut ngo, &round, "First", "Words.").await;
    decide(&app, "secretariat", &first, "accept").await;
    // A new version is submitted in time, and accepted after the deadline.
    let (edit, _) = ngo.submit(&format!("{first}/replace"), &[]).await;
    let next = edit.trim_end_matches("/edit").to_owned();
    let version = version_of(&mut ngo, &edit).await;
    ngo.submit(&format!("{next}/submit"), &[("version", &version)]).await;
    app.clock.set(closes_at(&app, &round).await);
    let mut ngo = app.signed_in("ngo").await;
    assert!(ask(&mut ngo, &first, "For may read must.").await.0.is_redirection());
    let mut secretariat = app.signed_in("secretariat").await;
    let page = waiting(&mut secretariat).await.expect("in the queue");
    decide(&app, "secretariat", &next, "accept").await;
    assert_eq!(waiting(&mut secretariat).await, None);
    assert!(ngo.get(&first).await.html().text("#corrigenda").contains("Ended with the paper on"));
    assert_eq!(secretariat.post(&page, &[("act", "publish"), ("reason", "")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn those_whose_names_stand_under_the_paper_are_told() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (submit, _) = draft(&app, "ngo", &round, "Together", "Words.").await;
    let paper = submit.trim_end_matches("/submit").to_owned();
    let (mut ngo, mut business) = (app.signed_in("ngo").await, app.signed_in("business").await);
    invite(&app, &mut ngo, &paper, "business").await;
    answer(&mut business, &paper, "confirm").await;
    let version = version_of(&mut ngo, &format!("{paper}/edit")).await;
    ngo.submit(&submit, &[("version", &version)]).await;
    decide(&app, "secretariat", &paper, "accept").await;
    app.clock.set(closes_at(&app, &round).await);
    let (mut ngo, mut secretariat) = (app.signed_in("ngo").await, app.signed_in("secretariat").await);
    ask(&mut ngo, &paper, "For may read must.").await;
    let page = waiting(&mut secretariat).await.expect("in the queue");
    secretariat.submit(&page, &[("act", "publish"), ("reason", "")]).await;
    let told = mails(&app, "Corrigendum beside a paper with your name: Together").await;
    assert_eq!(told.iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["business@demo.example"]);
    assert!(app.visitor().get(&paper).await.html().text("#corrigendum-1").contains("asked for by Jukwaa"));
}
