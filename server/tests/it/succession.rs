//! Until the deadline a submitted paper is withdrawn or replaced; what was submitted stays on the record.

use crate::grants::closes_at;
use crate::ledger::{draft, mails};
use crate::papers::{open_round, version_of};
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

/// A submitted paper of the NGO, to the whole body: its address.
pub async fn submitted(app: &TestApp, ngo: &mut Persona<'_>, round: &str, title: &str, text: &str) -> String {
    let (submit, version) = draft(app, "ngo", round, title, text).await;
    ngo.submit(&submit, &[("version", &version)]).await;
    submit.trim_end_matches("/submit").to_owned()
}

/// Somebody in charge decides on it.
pub async fn decide(app: &TestApp, who: &str, paper: &str, outcome: &str) {
    let moderation = paper.replace("/papers/", "/moderation/papers/");
    let mut office = app.signed_in(who).await;
    let version = office.get(&moderation).await.html().hidden("version");
    office.submit(&moderation, &[("version", &version), ("outcome", outcome), ("code", "off_topic"), ("reason", "R.")]).await;
}

/// Begins what takes the place of a paper; answers its address and the version to submit.
async fn replacement(ngo: &mut Persona<'_>, paper: &str, text: &str) -> (String, String) {
    let (edit, page) = ngo.submit(&format!("{paper}/replace"), &[]).await;
    let html = page.html();
    let version = html.hidden("version");
    let title = html.value("Title");
    let fields = paper_fields(&[("title", title.as_str()), ("text", text), ("version", &version), ("action", "check")]);
    let (submit, _) = ngo.submit(&edit, &fields).await;
    let version = version_of(ngo, &submit).await;
    (submit.trim_end_matches("/submit").to_owned(), version)
}

#[tokio::test]
async fn what_was_submitted_is_withdrawn_and_stays_on_the_record() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Taken back", "Words to take back.").await;
    decide(&app, "secretariat", &paper, "accept").await;
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::OK);

    let page = ngo.get(&paper).await.html();
    let withdraw = page.link("Withdraw this paper");
    let question = ngo.get(&withdraw).await.html();
    assert!(question.main_text().contains("Withdraw this paper?") && question.main_text().contains("You cannot undo the withdrawal"));
    let version = question.hidden("version");
    // Another organisation does not learn that there is one; whoever is not signed in is asked to be.
    for who in ["business", "moderator.rnp"] {
        assert_eq!(app.signed_in(who).await.post(&withdraw, &[("version", &version)]).await.status, StatusCode::NOT_FOUND, "{who}");
    }
    assert_eq!(app.visitor().get(&withdraw).await.status, StatusCode::FORBIDDEN);
    // Somebody else changed it meanwhile.
    assert_eq!(ngo.post(&withdraw, &[("version", "1")]).await.status, StatusCode::CONFLICT);

    let (_, withdrawn) = ngo.submit(&withdraw, &[("version", &version)]).await;
    let words = withdrawn.html().main_text();
    assert!(words.contains("This paper was withdrawn on") && words.contains("Withdrawn"), "{words}");
    // The same click again, from a page that stands still.
    assert_eq!(ngo.post(&withdraw, &[("version", &version)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(ngo.get(&withdraw).await.status, StatusCode::FORBIDDEN, "nothing is left to withdraw");
    assert_eq!(ngo.post(&format!("{paper}/replace"), &[]).await.status, StatusCode::FORBIDDEN);

    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::NOT_FOUND);
    assert!(!app.visitor().get("/papers").await.html().main_text().contains("Taken back"));
    assert!(ngo.get("/desk").await.html().main_text().contains("Withdrawn"));
    // The record: the receipt for its authors, the words for the chair.
    assert_eq!(ngo.get(&format!("{paper}/receipt")).await.status, StatusCode::OK);
    assert!(app.signed_in("chair").await.get(&paper).await.html().main_text().contains("Words to take back."));
    let told: std::collections::BTreeSet<_> = mails(&app, "Withdrawn: Taken back").await.into_iter().map(|mail| mail.recipient).collect();
    assert!(told.len() > 1 && told.contains("ngo@demo.example"), "each member is told: {told:?}");
    app.portal.check_log().await.expect("the log holds");
}

#[tokio::test]
async fn another_version_takes_the_place_of_what_waits_at_once() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let old = submitted(&app, &mut ngo, &round, "In two versions", "States should listen to us.").await;
    let (new, version) = replacement(&mut ngo, &old, "States shall listen to all of us.").await;
    // Begun once, however often it is asked for.
    assert_eq!(ngo.post(&format!("{old}/replace"), &[]).await.location(), format!("{new}/edit"));
    assert!(ngo.get(&old).await.html().main_text().contains("A new version is being written"));
    let check = ngo.get(&format!("{new}/submit")).await.html();
    assert!(check.main_text().contains("It takes the place of the earlier version"), "{}", check.main_text());

    let compared = ngo.get(&check.link("See what was changed")).await.html();
    assert_eq!(
        (compared.texts("main del"), compared.texts("main ins")),
        (vec!["should".to_owned()], vec!["shall".to_owned(), "all of".to_owned()])
    );
    assert!(compared.main_text().contains("3 words added, 1 removed."), "{}", compared.main_text());
    assert!(compared.main_text().contains("What is being written now"));

    ngo.submit(&format!("{new}/submit"), &[("version", &version)]).await;
    let replaced = ngo.get(&old).await.html();
    assert!(replaced.main_text().contains("This paper was replaced on"), "{}", replaced.main_text());
    assert_eq!(replaced.link("Open the version that replaced it"), new);
    // In the queue stands the newer alone, with the way to what was changed.
    let mut secretariat = app.signed_in("secretariat").await;
    let queue = secretariat.get("/moderation").await.html();
    assert_eq!(queue.links("In two versions").len(), 1, "{}", queue.main_text());
    let item = secretariat.get(&new.replace("/papers/", "/moderation/papers/")).await.html();
    assert!(item.main_text().contains("a new version of an earlier paper"));
    assert_eq!(secretariat.get(&item.link("See what was changed")).await.html().texts("main del"), ["should"]);
    assert_eq!(
        secretariat.post(&old.replace("/papers/", "/moderation/papers/"), &[("version", "3"), ("outcome", "accept")]).await.status,
        StatusCode::FORBIDDEN
    );
    // Nobody else compares.
    for address in [format!("{new}/compare"), format!("{old}/compare")] {
        assert_eq!(app.signed_in("business").await.get(&address).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.visitor().get(&address).await.status, StatusCode::NOT_FOUND);
    }
    for odd in ["?older=x", "?older=01a2231c-75fc-70e0-9c22-179837833329", "?newer=%00"] {
        assert_eq!(ngo.get(&format!("{new}/compare{odd}")).await.status, StatusCode::NOT_FOUND, "{odd}");
    }
}

#[tokio::test]
async fn what_is_public_stands_until_the_next_version_is_accepted_and_its_address_leads_on() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let first = submitted(&app, &mut ngo, &round, "Public in turn", "One.").await;
    decide(&app, "secretariat", &first, "accept").await;

    let (second, version) = replacement(&mut ngo, &first, "Two.").await;
    ngo.submit(&format!("{second}/submit"), &[("version", &version)]).await;
    assert!(app.visitor().get(&first).await.html().main_text().contains("One."), "stands while the other waits");
    assert!(ngo.get(&first).await.html().main_text().contains("is not accepted yet"));
    // Declined: what is public stays, and another can be begun.
    decide(&app, "secretariat", &second, "decline").await;
    assert_eq!(app.visitor().get(&first).await.status, StatusCode::OK);

    let (third, version) = replacement(&mut ngo, &first, "Three.").await;
    assert_ne!(second, third);
    ngo.submit(&format!("{third}/submit"), &[("version", &version)]).await;
    decide(&app, "secretariat", &third, "accept").await;
    let moved = app.visitor().get(&first).await;
    assert_eq!((moved.status, moved.location()), (StatusCode::TEMPORARY_REDIRECT, third.clone()));
    let (fourth, version) = replacement(&mut ngo, &third, "Four.").await;
    ngo.submit(&format!("{fourth}/submit"), &[("version", &version)]).await;
    decide(&app, "secretariat", &fourth, "accept").await;
    assert_eq!(app.visitor().get(&first).await.location(), fourth, "however often it was replaced");
    let list = app.visitor().get("/papers").await.html();
    assert_eq!(list.links("Public in turn"), [fourth.as_str()]);
    // All versions stand to choose from: one, three and four; what was declined is none of them.
    let compared = ngo.get(&format!("{fourth}/compare")).await.html();
    assert_eq!(compared.count("#older option"), 3);
    let oldest = compared.attributes("#older option", "value").pop().expect("the first");
    assert_eq!(ngo.get(&format!("{fourth}/compare?older={oldest}&newer=")).await.html().texts("main del"), ["One"]);
    app.portal.check_log().await.expect("the log holds");
}

#[tokio::test]
async fn after_the_deadline_what_was_submitted_stays() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Too late to go", "Words.").await;
    let (next, version) = replacement(&mut ngo, &paper, "Other words.").await;
    let question = ngo.get(&format!("{paper}/withdraw")).await.html();
    let closes = closes_at(&app, &round).await;
    app.clock.set(closes - Span::MICROSECOND);
    assert_eq!(app.signed_in("ngo").await.get(&format!("{paper}/withdraw")).await.status, StatusCode::OK);
    app.clock.set(closes);
    let mut ngo = app.signed_in("ngo").await;
    let refused = ngo.post(&format!("{paper}/withdraw"), &[("version", &question.hidden("version"))]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().main_text().contains("can no longer be withdrawn"), "{}", refused.html().main_text());
    let page = ngo.get(&paper).await.html();
    assert!(page.links("Withdraw this paper").is_empty() && !page.has_button("Replace this paper"));
    // The next version comes late: it is kept sealed, and the first stands.
    let late = ngo.post(&format!("{next}/submit"), &[("version", &version)]).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert!(ngo.get(&paper).await.html().main_text().contains("Submitted"));
}

#[tokio::test]
async fn of_many_versions_one_is_public_however_the_last_one_ends() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let first = submitted(&app, &mut ngo, &round, "Three in a row", "One.").await;
    decide(&app, "secretariat", &first, "accept").await;
    // The second waits, and the third takes its place; the first stays public.
    let (second, version) = replacement(&mut ngo, &first, "Two.").await;
    ngo.submit(&format!("{second}/submit"), &[("version", &version)]).await;
    let (third, version) = replacement(&mut ngo, &second, "Three.").await;
    ngo.submit(&format!("{third}/submit"), &[("version", &version)]).await;
    assert!(ngo.get(&second).await.html().main_text().contains("This paper was replaced on"));
    assert_eq!(app.visitor().get(&first).await.status, StatusCode::OK);
    assert!(!ngo.get(&first).await.html().has_button("Replace this paper"), "the third is on its way");
    // Withdrawn, it leaves the place free again.
    let withdraw = format!("{third}/withdraw");
    let question = ngo.get(&withdraw).await.html();
    assert!(question.main_text().contains("The earlier version that this paper replaced does not come back"), "{}", question.main_text());
    ngo.submit(&withdraw, &[("version", &question.hidden("version"))]).await;
    let (fourth, version) = replacement(&mut ngo, &first, "Four.").await;
    ngo.submit(&format!("{fourth}/submit"), &[("version", &version)]).await;
    let (fifth, version) = replacement(&mut ngo, &fourth, "Five.").await;
    ngo.submit(&format!("{fifth}/submit"), &[("version", &version)]).await;
    decide(&app, "secretariat", &fifth, "accept").await;
    assert_eq!(app.visitor().get("/papers").await.html().links("Three in a row"), [fifth.as_str()]);
    assert_eq!(app.visitor().get(&first).await.location(), fifth);
    // What never was public leads nowhere.
    assert_eq!(app.visitor().get(&second).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn words_nobody_submitted_are_not_taken_for_the_record() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Half revised", "Submitted words.").await;
    decide(&app, "secretariat", &paper, "return").await;
    let edit = format!("{paper}/edit");
    let version = ngo.get(&edit).await.html().hidden("version");
    let fields = paper_fields(&[("title", "Half revised"), ("text", "Unsent secret."), ("version", &version)]);
    ngo.submit(&edit, &fields).await;
    let withdraw = format!("{paper}/withdraw");
    let version = ngo.get(&withdraw).await.html().hidden("version");
    ngo.submit(&withdraw, &[("version", &version)]).await;
    let record = app.signed_in("chair").await.get(&paper).await.html().main_text();
    assert!(record.contains("Submitted words.") && !record.contains("Unsent secret."), "{record}");
    // Nothing is lost: they go on as a draft of their own.
    let desk = ngo.get("/desk").await.html();
    let drafts: std::collections::BTreeSet<_> = desk.links("Half revised").into_iter().filter(|link| *link != paper).collect();
    assert_eq!(drafts.len(), 1, "{drafts:?}");
    let draft = drafts.first().expect("the draft");
    assert_eq!(ngo.get(&format!("{draft}/edit")).await.html().value("Text"), "Unsent secret.");
}

#[tokio::test]
async fn a_version_goes_where_the_earlier_one_went() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "To all", "Words.").await;
    let (edit, page) = ngo.submit(&format!("{paper}/replace"), &[]).await;
    let html = page.html();
    assert_eq!(html.count("#subgroup option[value]:not([value=''])"), 1, "the whole body alone");
    let subgroup = ngo.get(&format!("/papers/new?round={round}")).await.html().option("Subgroup", "SG-RNP");
    let version = html.hidden("version");
    let fields = paper_fields(&[("title", "To all"), ("subgroup", subgroup.as_str()), ("version", &version)]);
    assert_eq!(ngo.post(&edit, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn time_to_revise_is_no_time_to_end_a_paper() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Revised late", "Words.").await;
    let closes = closes_at(&app, &round).await;
    app.clock.set(closes - Span::MINUTE);
    decide(&app, "secretariat", &paper, "return").await;
    app.clock.set(closes + Span::HOUR);
    let mut ngo = app.signed_in("ngo").await;
    let page = ngo.get(&paper).await.html();
    assert!(page.links("Withdraw this paper").is_empty() && !page.has_button("Replace this paper"));
    assert_eq!(ngo.get(&format!("{paper}/withdraw")).await.status, StatusCode::FORBIDDEN);
    // It can still be revised.
    let (submit, version) = (format!("{paper}/submit"), version_of(&mut ngo, &format!("{paper}/submit")).await);
    assert_eq!(ngo.post(&submit, &[("version", &version)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_is_admitted_late_ends_what_was_in_time_only_once_it_is_accepted() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    app.clock.set(closes - Span::HOUR);
    let mut ngo = app.signed_in("ngo").await;
    let first = submitted(&app, &mut ngo, &round, "In time", "One.").await;
    let (second, version) = replacement(&mut ngo, &first, "Two.").await;
    app.clock.set(closes + Span::SECOND);
    assert_eq!(ngo.post(&format!("{second}/submit"), &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    let mut chair = app.signed_in("chair").await;
    let attempt = chair.get(&format!("/rounds/{round}/late")).await.html().link("Decide");
    chair.submit(&attempt, &[("outcome", "admit"), ("reason", "The line was down.")]).await;
    assert!(ngo.get(&first).await.html().main_text().contains("Submitted"), "stands");
    decide(&app, "secretariat", &second, "accept").await;
    assert!(ngo.get(&first).await.html().main_text().contains("This paper was replaced on"));
}

#[tokio::test]
async fn the_log_of_administrators_does_not_tell_whose_it_was() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Nobody's business", "Words.").await;
    let version = ngo.get(&format!("{paper}/withdraw")).await.html().hidden("version");
    ngo.submit(&format!("{paper}/withdraw"), &[("version", &version)]).await;
    let log = app.signed_in("admin").await.get("/admin/audit?act=paper_withdrawn").await.html().main_text();
    assert!(log.contains("Withdrew a paper") && !log.contains("Contact point, demo-ngo"), "{log}");
    assert!(!log.contains(paper.trim_start_matches("/papers/")), "{log}");
}

#[tokio::test]
async fn a_draft_nobody_has_received_is_deleted_and_its_words_can_be_saved_again() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let (submit, _) = draft(&app, "ngo", &round, "Thrown away", "Words.").await;
    let paper = submit.trim_end_matches("/submit").to_owned();
    // A colleague has it open.
    let editor = ngo.get(&format!("{paper}/edit")).await.html();
    let (stale, of) = (editor.hidden("version"), editor.hidden("round"));

    let delete = ngo.get(&paper).await.html().link("Delete this draft");
    let question = ngo.get(&delete).await.html();
    assert!(question.main_text().contains("Delete this draft?") && question.has_button("Delete draft"), "{}", question.main_text());
    let version = question.hidden("version");
    for who in ["business", "chair"] {
        assert_eq!(app.signed_in(who).await.post(&delete, &[("version", &version)]).await.status, StatusCode::NOT_FOUND, "{who}");
    }
    assert_eq!(ngo.post(&delete, &[("version", "9")]).await.status, StatusCode::CONFLICT);
    let (to, _) = ngo.submit(&delete, &[("version", &version)]).await;
    assert_eq!(to, format!("/rounds/{round}"));
    assert_eq!(ngo.get(&paper).await.status, StatusCode::NOT_FOUND);
    assert!(!ngo.get("/desk").await.html().main_text().contains("Thrown away"));

    let words =
        paper_fields(&[("title", "Thrown away"), ("text", "Newer words."), ("version", &stale), ("round", &of), ("action", "save")]);
    let gone = ngo.post(&format!("{paper}/edit"), &words).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let gone = gone.html();
    assert!(gone.main_text().contains("This draft was deleted while you wrote."), "{}", gone.main_text());
    assert_eq!(gone.value("Text"), "Newer words.", "nothing is lost");
    let action = gone.attribute("#paper-form", "action").expect("a form");
    let (again, _) = ngo.submit(&action, &words).await;
    assert!(again.ends_with("/edit") && !again.starts_with(&paper), "{again}");
}

#[tokio::test]
async fn what_was_received_is_no_draft_to_delete() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "On the record", "Words.").await;
    let delete = format!("{paper}/delete");
    let shown = ngo.get(&delete).await;
    assert_eq!(shown.status, StatusCode::FORBIDDEN);
    assert!(shown.html().main_text().contains("what was received stays on the record") && !shown.html().has_button("Delete draft"));
    assert_eq!(ngo.post(&delete, &[("version", "2")]).await.status, StatusCode::FORBIDDEN);
    assert!(!ngo.get(&paper).await.html().main_text().contains("Delete this draft"));

    // A new version that was begun is dropped; what was submitted stays, and another can be begun.
    let (next, version) = replacement(&mut ngo, &paper, "Other words.").await;
    let question = ngo.get(&format!("{next}/delete")).await.html();
    assert!(question.main_text().contains("The version you have submitted stays as it is."), "{}", question.main_text());
    ngo.submit(&format!("{next}/delete"), &[("version", &version)]).await;
    let (again, _) = ngo.submit(&format!("{paper}/replace"), &[]).await;
    assert!(!again.starts_with(&next), "{again}");

    // Tried to be submitted after the deadline: the attempt is on record, and the paper with it.
    let (late, version) = draft(&app, "ngo", &round, "Too late", "Words.").await;
    app.clock.set(closes_at(&app, &round).await + Span::MINUTE);
    assert_eq!(ngo.post(&late, &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    let delete = late.replace("/submit", "/delete");
    assert_eq!(ngo.post(&delete, &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
}
