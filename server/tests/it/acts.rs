//! Acts of moderation after they were done: the reasons of the public list, moves to another queue, decisions that are taken back, and
//! what the authors and the public see of them.

use crate::ledger::mails;
use crate::papers::open_round;
use crate::succession::{decide, submitted};
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;

const NGO: &str = "ngo@demo.example";

/// The page of the newest act on a paper, from the page on which it is moderated.
async fn newest_act(office: &mut Persona<'_>, paper: &str) -> String {
    let page = office.get(&paper.replace("/papers/", "/moderation/papers/")).await.html();
    page.links("Read this decision").first().expect("an act").clone()
}

async fn undo(office: &mut Persona<'_>, act: &str, why: &str) -> StatusCode {
    office.post(&format!("{act}/undo"), &[("reason", why)]).await.status
}

#[tokio::test]
async fn what_is_not_accepted_has_a_reason_of_the_public_list() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Reasons", "Words.").await;
    let moderation = paper.replace("/papers/", "/moderation/papers/");
    let mut office = app.signed_in("secretariat").await;
    let version = office.get(&moderation).await.html().hidden("version");
    let mut said = async |outcome: &str, code: &str, reason: &str| {
        let fields = [("outcome", outcome), ("code", code), ("reason", reason), ("version", version.as_str())];
        let answer = office.post(&moderation, &fields).await;
        (answer.status, if answer.status.is_redirection() { String::new() } else { answer.html().main_text() })
    };
    let (status, page) = said("decline", "", "Because.").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("Because."), "without a reason of the list: {page}");
    assert_eq!(said("decline", "dislike", "Because.").await.0, StatusCode::UNPROCESSABLE_ENTITY, "no such reason");
    let (status, page) = said("decline", "unclear", "").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("does not serve that decision"), "{page}");
    assert_eq!(said("return", "other", " ").await.0, StatusCode::UNPROCESSABLE_ENTITY, "another reason needs words");
    assert_eq!(said("return", "incomplete", "").await.0, StatusCode::SEE_OTHER, "a reason of the list says enough");
    // Its authors read the reason with what it says, by office and not by name, on the page and in the mail.
    let page = ngo.get(&paper).await.html().main_text();
    assert!(page.contains("Incomplete. Something the round asks for is missing.") && page.contains("The secretariat on"), "{page}");
    assert!(!page.contains("The secretariat ("), "{page}");
    let mail = mails(&app, "Please revise").await.first().map(|mail| mail.body.clone()).unwrap_or_default();
    assert!(mail.contains("Incomplete") && mail.contains("Something the round asks for is missing."), "{mail}");
    // The list is public, in both languages.
    assert!(app.visitor().get("/moderation/rules").await.html().main_text().contains("Outside the subject"));
    assert!(app.visitor().get("/ar/moderation/rules").await.html().main_text().contains("خارج الموضوع"));
}

#[tokio::test]
async fn a_decision_is_taken_back_and_what_was_public_is_not() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Taken back", "Words.").await;
    let mut office = app.signed_in("secretariat").await;
    for (outcome, public) in [("accept", true), ("decline", false), ("return", false)] {
        decide(&app, "secretariat", &paper, outcome).await;
        let shown = if public { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(app.visitor().get(&paper).await.status, shown, "{outcome}");
        let act = newest_act(&mut office, &paper).await;
        assert_eq!(undo(&mut office, &act, " ").await, StatusCode::UNPROCESSABLE_ENTITY, "its authors are told why");
        // Nobody else takes it back, nor learns of it.
        assert_eq!(undo(&mut app.signed_in("moderator.rnp").await, &act, "W").await, StatusCode::NOT_FOUND);
        assert_eq!(undo(&mut ngo, &act, "W").await, StatusCode::NOT_FOUND);
        assert_eq!(app.visitor().get(&act).await.status, StatusCode::FORBIDDEN);
        assert_eq!(undo(&mut office, &act, "A slip of the hand.").await, StatusCode::SEE_OTHER);
        assert_eq!(app.visitor().get(&paper).await.status, StatusCode::NOT_FOUND, "{outcome}");
        assert!(office.get("/moderation").await.html().links("").contains(&paper.replace("/papers/", "/moderation/papers/")));
        let again = office.post(&format!("{act}/undo"), &[("reason", "Once more.")]).await;
        assert!(again.status == StatusCode::FORBIDDEN && again.html().main_text().contains("or it was taken back already"), "{outcome}");
    }
    let mut told = mails(&app, "A decision was taken back").await;
    told.retain(|mail| mail.recipient == NGO);
    assert_eq!(told.len(), 3);
    assert!(told.iter().all(|mail| mail.body.contains("A slip of the hand.")));
    // All of it stays on the record.
    let history = ngo.get(&paper).await.html().texts("#decisions h3");
    assert_eq!(history.len(), 6, "{history:?}");
}

#[tokio::test]
async fn what_others_did_since_stands() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let mut office = app.signed_in("secretariat").await;
    // Its authors have begun to revise it.
    let paper = submitted(&app, &mut ngo, &round, "Revised", "First words.").await;
    decide(&app, "secretariat", &paper, "return").await;
    let act = newest_act(&mut office, &paper).await;
    let edit = format!("{paper}/edit");
    let version = ngo.get(&edit).await.html().hidden("version");
    ngo.submit(&edit, &paper_fields(&[("title", "Revised"), ("text", "Second words."), ("version", &version), ("action", "save")])).await;
    let refused = office.post(&format!("{act}/undo"), &[("reason", "W.")]).await;
    assert!(refused.status == StatusCode::FORBIDDEN && refused.html().main_text().contains("begun to revise"), "{}", refused.status);
    // It was withdrawn.
    let paper = submitted(&app, &mut ngo, &round, "Withdrawn", "Words.").await;
    decide(&app, "secretariat", &paper, "accept").await;
    let act = newest_act(&mut office, &paper).await;
    let withdraw = format!("{paper}/withdraw");
    let version = ngo.get(&withdraw).await.html().hidden("version");
    ngo.submit(&withdraw, &[("version", &version)]).await;
    assert_eq!(undo(&mut office, &act, "W.").await, StatusCode::FORBIDDEN);
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_gave_way_to_a_paper_is_public_again_when_that_is_taken_back() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let first = submitted(&app, &mut ngo, &round, "First", "First words.").await;
    decide(&app, "secretariat", &first, "accept").await;
    let (edit, page) = ngo.submit(&format!("{first}/replace"), &[]).await;
    let version = page.html().hidden("version");
    let fields = paper_fields(&[("title", "Second"), ("text", "Second words."), ("version", &version), ("action", "check")]);
    let (submit, check) = ngo.submit(&edit, &fields).await;
    ngo.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    let second = submit.trim_end_matches("/submit").to_owned();
    decide(&app, "secretariat", &second, "accept").await;
    assert!(app.visitor().get("/papers").await.html().main_text().contains("Second"));
    let mut office = app.signed_in("secretariat").await;
    let act = newest_act(&mut office, &second).await;
    assert_eq!(undo(&mut office, &act, "W.").await, StatusCode::SEE_OTHER);
    assert_eq!(app.visitor().get(&second).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().get(&first).await.status, StatusCode::OK);
    assert!(app.visitor().get(&first).await.html().main_text().contains("First words."));
}

#[tokio::test]
async fn a_paper_goes_to_another_queue_and_back() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Sent astray", "Words.").await;
    let moderation = paper.replace("/papers/", "/moderation/papers/");
    let (mut office, mut moderator) = (app.signed_in("secretariat").await, app.signed_in("moderator.rnp").await);
    assert_eq!(moderator.get(&moderation).await.status, StatusCode::NOT_FOUND);
    let page = office.get(&moderation).await.html();
    let (version, rnp) = (page.hidden("version"), page.option("Where to", "Rules, norms"));
    let to = format!("{moderation}/move");
    let fields = |version: &str, to: &str| -> Vec<(&'static str, String)> {
        vec![("version", version.to_owned()), ("to", to.to_owned()), ("why", "It is about norms.".to_owned())]
    };
    let post = async |who: &mut Persona<'_>, fields: Vec<(&'static str, String)>| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        who.post(&to, &fields).await
    };
    assert_eq!(post(&mut moderator, fields(&version, &rnp)).await.status, StatusCode::NOT_FOUND, "it is not theirs to move");
    let nowhere = post(&mut office, fields(&version, "")).await;
    assert!(nowhere.status == StatusCode::UNPROCESSABLE_ENTITY && nowhere.html().main_text().contains("It is about norms."));
    assert_eq!(post(&mut office, fields(&version, "whole_body")).await.status, StatusCode::FORBIDDEN, "it is there already");
    assert_eq!(post(&mut office, fields("1", &rnp)).await.status, StatusCode::CONFLICT);
    assert_eq!(post(&mut office, fields(&version, &rnp)).await.status, StatusCode::SEE_OTHER);
    // Those who moderate there decide now; nothing in it changed, and its authors know.
    assert_eq!(office.get(&moderation).await.status, StatusCode::NOT_FOUND);
    assert!(moderator.get(&moderation).await.html().main_text().contains("It is about norms."));
    assert!(mails(&app, "Moved to another queue: Sent astray").await.iter().any(|mail| mail.recipient == NGO));
    assert!(ngo.get(&paper).await.html().main_text().contains("Moved to another queue"));
    // Whoever moved it by mistake fetches it back.
    let recent = office.get("/moderation").await.html().links("Sent astray");
    let act = recent.iter().find(|link| link.contains("/decisions/")).expect("decided last").clone();
    assert_eq!(undo(&mut office, &act, "A slip.").await, StatusCode::SEE_OTHER);
    assert_eq!(office.get(&moderation).await.status, StatusCode::OK);
    assert_eq!(moderator.get(&moderation).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_decides_second_is_told_what_was_decided_and_by_whom() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Twice", "Words.").await;
    let moderation = paper.replace("/papers/", "/moderation/papers/");
    let mut office = app.signed_in("secretariat").await;
    let version = office.get(&moderation).await.html().hidden("version");
    decide(&app, "secretariat", &paper, "decline").await;
    let fields = [("outcome", "return"), ("code", "unclear"), ("reason", "My own reason."), ("version", version.as_str())];
    let stale = office.post(&moderation, &fields).await;
    assert_eq!(stale.status, StatusCode::FORBIDDEN);
    let page = stale.html().main_text();
    assert!(page.contains("Last: Declined, The secretariat") && page.contains("My own reason."), "{page}");
    // Taken back meanwhile, it is another version: read again, with the words kept.
    let act = newest_act(&mut office, &paper).await;
    undo(&mut office, &act, "W.").await;
    let stale = office.post(&moderation, &fields).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let page = stale.html();
    assert!(page.main_text().contains("Last: Taken back"), "{}", page.main_text());
    assert_eq!(page.value("In your own words"), "My own reason.");
}

/// Puts a paper that waits in the queue of the whole body into that of SG-RNP.
pub async fn move_to_rnp(office: &mut Persona<'_>, paper: &str) {
    let moderation = paper.replace("/papers/", "/moderation/papers/");
    let page = office.get(&moderation).await.html();
    let (version, rnp) = (page.hidden("version"), page.option("Where to", "Rules, norms"));
    office.submit(&format!("{moderation}/move"), &[("version", &version), ("to", &rnp), ("why", "")]).await;
}

#[tokio::test]
async fn what_nobody_accepts_any_more_is_not_public_again() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let mut office = app.signed_in("secretariat").await;
    let first = submitted(&app, &mut ngo, &round, "First", "First words.").await;
    decide(&app, "secretariat", &first, "accept").await;
    let (edit, page) = ngo.submit(&format!("{first}/replace"), &[]).await;
    let version = page.html().hidden("version");
    let fields = paper_fields(&[("title", "Second"), ("text", "Second words."), ("version", &version), ("action", "check")]);
    let (submit, check) = ngo.submit(&edit, &fields).await;
    ngo.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    let second = submit.trim_end_matches("/submit").to_owned();
    // The acceptance of the first is taken back, then the second is accepted, then that is taken back.
    let act = newest_act(&mut office, &first).await;
    assert_eq!(undo(&mut office, &act, "W.").await, StatusCode::SEE_OTHER);
    decide(&app, "secretariat", &second, "accept").await;
    let act = newest_act(&mut office, &second).await;
    assert_eq!(undo(&mut office, &act, "W.").await, StatusCode::SEE_OTHER);
    for paper in [&first, &second] {
        assert_eq!(app.visitor().get(paper).await.status, StatusCode::NOT_FOUND, "{paper}");
    }
}

#[tokio::test]
async fn a_moved_paper_that_is_returned_goes_back_to_where_it_was_moved() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    // An organisation that is in no subgroup.
    let mut author = app.signed_in("academia").await;
    let paper = submitted_by(&mut author, &round).await;
    let mut office = app.signed_in("secretariat").await;
    move_to_rnp(&mut office, &paper).await;
    let moderation = paper.replace("/papers/", "/moderation/papers/");
    let mut moderator = app.signed_in("moderator.rnp").await;
    let version = moderator.get(&moderation).await.html().hidden("version");
    moderator.submit(&moderation, &[("outcome", "return"), ("code", "unclear"), ("reason", ""), ("version", &version)]).await;
    let edit = format!("{paper}/edit");
    let page = author.get(&edit).await.html();
    assert!(page.main_text().contains("It cannot be told what is proposed"), "the reason stands where it is revised");
    let (version, rnp) = (page.hidden("version"), page.option("Subgroup", "Rules, norms"));
    let fields =
        paper_fields(&[("title", "Moved"), ("subgroup", &rnp), ("text", "Clear words."), ("version", &version), ("action", "check")]);
    let (submit, check) = author.submit(&edit, &fields).await;
    assert!(!check.html().main_text().contains("join"), "{}", check.html().main_text());
    author.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    assert!(moderator.get(&moderation).await.html().main_text().contains("Clear words."));
}

/// A paper to the whole body.
async fn submitted_by(author: &mut Persona<'_>, round: &str) -> String {
    let fields = paper_fields(&[("title", "Moved"), ("round", round), ("action", "check")]);
    let (submit, check) = author.submit("/papers/new", &fields).await;
    author.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    submit.trim_end_matches("/submit").to_owned()
}

#[tokio::test]
async fn a_moved_and_returned_paper_that_is_withdrawn_leaves_nothing_behind() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut author = app.signed_in("academia").await;
    let paper = submitted_by(&mut author, &round).await;
    let mut office = app.signed_in("secretariat").await;
    move_to_rnp(&mut office, &paper).await;
    decide(&app, "moderator.rnp", &paper, "return").await;
    let withdraw = format!("{paper}/withdraw");
    let version = author.get(&withdraw).await.html().hidden("version");
    author.submit(&withdraw, &[("version", &version)]).await;
    let links = author.get("/desk").await.html().links("Moved");
    assert!(!links.is_empty() && links.iter().all(|link| link.starts_with(&paper)), "no draft that nobody wrote: {links:?}");
}
