//! Joint papers: organisations are invited, each confirms exactly the words it read, a change ends what was confirmed, and who has confirmed is
//! named with what is submitted.

use crate::grants::{closes_at, give, organisation_of};
use crate::late::waiting;
use crate::ledger::{draft, mails};
use crate::members::join_by_invitation;
use crate::papers::{open_round, version_of};
use crate::succession::decide;
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;
use model::error::PortalError;
use model::policy::Denied;
use model::portal::{Papers as _, SavePaper};

/// Invites the organisation of a demo login to a paper.
pub async fn invite(app: &TestApp, ngo: &mut Persona<'_>, paper: &str, name: &str) {
    let name = organisation_of(app, name).await;
    let found = ngo.get(&format!("{paper}/joint?search={name}")).await.html();
    let organisation = found.attribute("form:has(button[value='invite']) input[name='organisation']", "value").expect("found by its name");
    ngo.submit(&format!("{paper}/joint"), &[("act", "invite"), ("organisation", &organisation)]).await;
}

/// The answer of an invited organisation to the words as they are now.
pub async fn answer(persona: &mut Persona<'_>, paper: &str, act: &str) -> String {
    let request = persona.get(&format!("{paper}/confirm")).await.html();
    let (organisation, sha256) = (request.hidden("organisation"), request.hidden("sha256"));
    let fields = [("act", act), ("organisation", organisation.as_str()), ("sha256", sha256.as_str())];
    persona.submit(&format!("{paper}/confirm"), &fields).await.1.html().main_text()
}

async fn submit(ngo: &mut Persona<'_>, paper: &str) -> String {
    let version = version_of(ngo, &format!("{paper}/edit")).await;
    ngo.submit(&format!("{paper}/submit"), &[("version", &version)]).await.0
}

/// The exact bytes a receipt is about.
async fn exact(persona: &mut Persona<'_>, receipt: &str) -> Vec<u8> {
    let page = persona.get(receipt).await.html();
    let link = page.links("").into_iter().find(|link| link.ends_with("content.json")).expect("the bytes");
    persona.get(&link).await.bytes
}

async fn record(persona: &mut Persona<'_>, receipt: &str) -> serde_json::Value {
    serde_json::from_slice(&exact(persona, receipt).await).expect("JSON")
}

async fn begun(app: &TestApp, title: &str) -> (String, String) {
    let round = open_round(app).await;
    let (submit, _) = draft(app, "ngo", &round, title, "We ask for a list.").await;
    (round, submit.trim_end_matches("/submit").to_owned())
}

#[tokio::test]
async fn who_has_confirmed_the_words_is_named_with_them() {
    let app = TestApp::new().await;
    let (_, paper) = begun(&app, "Together").await;
    let (mut ngo, mut business, mut academia) =
        (app.signed_in("ngo").await, app.signed_in("business").await, app.signed_in("academia").await);
    let request = format!("{paper}/confirm");
    assert_eq!(business.get(&request).await.status, StatusCode::NOT_FOUND, "not invited yet");
    invite(&app, &mut ngo, &paper, "business").await;
    invite(&app, &mut ngo, &paper, "academia").await;
    let told = mails(&app, "Invitation to a joint paper: Together").await;
    assert!(told.iter().any(|mail| mail.recipient == "business@demo.example" && mail.body.contains(&request)), "{told:?}");

    // The invited read the words on that page, and nothing else of the draft.
    let page = business.get(&request).await.html();
    assert!(page.main_text().contains("We ask for a list.") && page.has_button("Confirm these words"), "{}", page.main_text());
    for tail in ["", "/edit", "/submit", "/joint", "/delete"] {
        assert!(business.get(&format!("{paper}{tail}")).await.status.is_client_error(), "{tail}");
    }
    assert_eq!(app.signed_in("moderator.rnp").await.get(&request).await.status, StatusCode::NOT_FOUND);
    assert!(business.get("/desk").await.html().text("#joint").contains("Together"));

    let said = answer(&mut business, &paper, "confirm").await;
    assert!(said.contains("Your organisation confirmed these words on"), "{said}");
    assert!(!mails(&app, "Confirmed: Together").await.is_empty());
    let check = ngo.get(&format!("{paper}/submit")).await.html();
    let co = check.text("#co-signatories");
    assert!(co.contains("will not be named") && co.contains("Lakeside") && co.contains("Kestrel"), "{co}");
    assert!(check.has_button("Submit paper"), "who has not answered stands in nobody's way");

    let receipt = submit(&mut ngo, &paper).await;
    for (subject, told) in [("Submitted with your name: Together", "business@"), ("Submitted without your name: Together", "academia@")] {
        let mails = mails(&app, subject).await;
        assert!(mails.len() == 1 && mails[0].recipient.starts_with(told), "{subject}: {mails:?}");
    }
    let shown = ngo.get(&receipt).await.html();
    assert!(shown.main_text().contains("Submitted with Kestrel Bay Systems (invented)"), "{}", shown.main_text());
    let bytes = record(&mut ngo, &receipt).await;
    let named = bytes["co_signatories"].as_array().expect("names");
    assert_eq!(named.len(), 1);
    assert_eq!(named[0]["name"], "Kestrel Bay Systems (invented)");
    // What was confirmed is the record without the names.
    let with_names = String::from_utf8(exact(&mut ngo, &receipt).await).expect("text");
    let (before, names) = with_names.split_once(",\"co_signatories\":[").expect("the names");
    let (_, after) = names.split_once(']').expect("their end");
    assert_eq!(named[0]["sha256"], engine::auth::sha256(&format!("{before}{after}")).as_str());
    let without = academia.get(&request).await.html().main_text();
    assert!(without.contains("your organisation is not named under it"), "{without}");
    assert!(!without.contains("We ask for a list."), "what was submitted without them is not theirs to read: {without}");
    assert!(business.get("/desk").await.html().text("#joint").contains("Submitted with this name"), "the way back to it");
    let moderated = app.signed_in("secretariat").await.get(&paper.replace("/papers/", "/moderation/papers/")).await.html();
    assert!(moderated.main_text().contains("Kestrel"), "who decides sees all names");

    decide(&app, "secretariat", &paper, "accept").await;
    let told = mails(&app, "Decision on a paper with your name: Together").await;
    assert_eq!(told.iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["business@demo.example"]);
    let public = app.visitor().get(&paper).await.html();
    let authors = public.texts("#joint li");
    assert!(authors.len() == 2 && authors[0].contains("Jukwaa") && authors[1].contains("Kestrel"), "{authors:?}");
    assert_eq!(public.count("#co-signed"), 0, "who wrote it together did not join later");

    // A name that stands is taken back until the deadline.
    let left = answer(&mut business, &paper, "leave").await;
    assert!(left.contains("your organisation is not named under it"), "{left}");
    assert_eq!(app.visitor().get(&paper).await.html().count("#joint li"), 0);
}

#[tokio::test]
async fn nobody_decides_about_what_bears_the_name_of_their_own_organisation() {
    let app = TestApp::new().await;
    let (_, paper) = begun(&app, "Named").await;
    let (mut ngo, mut business) = (app.signed_in("ngo").await, app.signed_in("business").await);
    invite(&app, &mut ngo, &paper, "business").await;
    answer(&mut business, &paper, "confirm").await;
    submit(&mut ngo, &paper).await;
    join_by_invitation(&app, "business", "secretariat").await;
    let moderation = paper.replace("/papers/", "/moderation/papers/");
    let mut secretariat = app.signed_in("secretariat").await;
    let page = secretariat.get(&moderation).await.html().main_text();
    assert!(page.contains("bears its name"), "{page}");
    let decision = [("outcome", "accept"), ("reason", ""), ("version", "2")];
    let refused = secretariat.post(&moderation, &decision).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.html().main_text());
    assert!(refused.html().main_text().contains("bears its name"), "{}", refused.html().main_text());
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::NOT_FOUND, "it is not public");
}

#[tokio::test]
async fn a_change_of_the_words_ends_what_was_confirmed() {
    let app = TestApp::new().await;
    let (round, paper) = begun(&app, "Changing").await;
    let (mut ngo, mut business) = (app.signed_in("ngo").await, app.signed_in("business").await);
    invite(&app, &mut ngo, &paper, "business").await;
    // Read before a change, confirmed after it.
    let read = business.get(&format!("{paper}/confirm")).await.html();
    let edit = ngo.get(&format!("{paper}/edit")).await.html();
    let save = async |ngo: &mut Persona<'_>, text: &str, version: &str| {
        let fields = paper_fields(&[("title", "Changing"), ("text", text), ("version", version), ("action", "save")]);
        ngo.submit(&format!("{paper}/edit"), &fields).await.1.html()
    };
    let saved = save(&mut ngo, "Other words.", &edit.hidden("version")).await;
    let stale = [("act", "confirm"), ("organisation", &read.hidden("organisation")), ("sha256", &read.hidden("sha256"))];
    let refused = business.post(&format!("{paper}/confirm"), &stale).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let refused = refused.html();
    assert!(refused.main_text().contains("changed while you read it") && refused.main_text().contains("Other words."));

    answer(&mut business, &paper, "confirm").await;
    let edit = ngo.get(&format!("{paper}/edit")).await.html();
    assert!(edit.main_text().contains("These words are confirmed by: Kestrel"), "{}", edit.main_text());
    // Nothing ends it by itself.
    let ctx = app.ctx_of("ngo@demo.example", app.now()).await;
    let id = paper.trim_start_matches("/papers/").parse().expect("an id");
    let mut content = app.portal.paper(&ctx, id).await.expect("own").paper.content;
    content.text.push_str(" And more.");
    let version = saved.hidden("version").parse().expect("a version");
    let by_itself = SavePaper { id: Some(id), round: round.parse().expect("an id"), organisation: None, version, asked: None, content };
    let refused = app.portal.autosave_paper(&ctx, by_itself).await;
    assert!(matches!(refused, Err(PortalError::Denied(Denied::Confirmed))), "{refused:?}");
    // The same words again change nothing.
    save(&mut ngo, "Other words.", &saved.hidden("version")).await;
    assert!(mails(&app, "Changed after you confirmed").await.is_empty());
    save(&mut ngo, "Third words.", &saved.hidden("version")).await;
    let told = mails(&app, "Changed after you confirmed: Changing").await;
    assert_eq!(told.iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["business@demo.example"]);
    let changed = business.get(&format!("{paper}/confirm")).await.html();
    assert!(changed.main_text().contains("The words were changed on") && changed.has_button("Confirm these words"));

    let receipt = submit(&mut ngo, &paper).await;
    assert!(record(&mut ngo, &receipt).await["co_signatories"].is_null(), "other words were confirmed");
}

#[tokio::test]
async fn one_declines_another_is_not_invited_any_more_and_none_answers_for_others() {
    let app = TestApp::new().await;
    let (_, paper) = begun(&app, "Declined").await;
    let (mut ngo, mut business) = (app.signed_in("ngo").await, app.signed_in("business").await);
    invite(&app, &mut ngo, &paper, "business").await;
    invite(&app, &mut ngo, &paper, "academia").await;
    let declined = answer(&mut business, &paper, "decline").await;
    assert!(declined.contains("Your organisation declined on"), "{declined}");
    assert_eq!(mails(&app, "Declined: Declined").await.len(), 3, "the members of the organisation that leads");

    // An organisation that is not one's own, none, and one's own paper.
    let own = crate::organisations::own_organisation(&mut ngo).await.rsplit('/').next().expect("an id").to_owned();
    let academia = ngo.get(&format!("{paper}/joint")).await.html();
    let academia =
        academia.attribute("li:has(button[value='uninvite']):last-child input[name='organisation']", "value").expect("the last row");
    let for_others = [("act", "confirm"), ("organisation", academia.as_str()), ("sha256", "x")];
    assert_eq!(business.post(&format!("{paper}/confirm"), &for_others).await.status, StatusCode::NOT_FOUND);
    for organisation in ["", "nonsense", "00000000-0000-7000-8000-000000000009"] {
        let fields = [("act", "invite"), ("organisation", organisation)];
        assert_eq!(ngo.post(&format!("{paper}/joint"), &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{organisation}");
    }
    let fields = [("act", "invite"), ("organisation", own.as_str())];
    assert_eq!(ngo.post(&format!("{paper}/joint"), &fields).await.status, StatusCode::FORBIDDEN);

    ngo.submit(&format!("{paper}/joint"), &[("act", "uninvite"), ("organisation", &academia)]).await;
    assert_eq!(app.signed_in("academia").await.get(&format!("{paper}/confirm")).await.status, StatusCode::NOT_FOUND);
    assert!(!mails(&app, "Invitation to a joint paper taken back: Declined").await.is_empty());

    // Asking writes to those who have not answered, once an hour.
    invite(&app, &mut ngo, &paper, "academia").await;
    assert!(!ngo.get(&format!("{paper}/joint")).await.html().has_button("Ask those who have not confirmed"), "just invited");
    app.advance(Span::HOUR);
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&format!("{paper}/joint"), &[("act", "ask")]).await;
    ngo.submit(&format!("{paper}/joint"), &[("act", "ask")]).await;
    let asked = mails(&app, "Please confirm: Declined").await;
    assert_eq!(asked.iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["academia@demo.example"]);
}

#[tokio::test]
async fn a_grant_to_the_one_that_leads_covers_drafting_confirming_and_submitting() {
    let app = TestApp::new().await;
    let (round, paper) = begun(&app, "In time after all").await;
    let mut ngo = app.signed_in("ngo").await;
    invite(&app, &mut ngo, &paper, "business").await;
    let closes = closes_at(&app, &round).await;
    app.clock.set(closes + Span::HOUR);
    let mut business = app.signed_in("business").await;
    let closed = business.get(&format!("{paper}/confirm")).await.html();
    assert!(
        !closed.has_button("Confirm these words")
            && closed.main_text().contains("nothing can be confirmed any more. If it is extended, or Jukwaa")
    );
    let fields = [("act", "confirm"), ("organisation", &closed.hidden("organisation")), ("sha256", &closed.hidden("sha256"))];
    assert_eq!(business.post(&format!("{paper}/confirm"), &fields).await.status, StatusCode::FORBIDDEN);

    let name = organisation_of(&app, "ngo").await;
    give(&app, &round, &name, closes + Span::DAY, "The power was out.").await;
    let mut ngo = app.signed_in("ngo").await;
    let version = version_of(&mut ngo, &format!("{paper}/edit")).await;
    let fields = paper_fields(&[("title", "In time after all"), ("text", "Under a grant."), ("version", &version), ("action", "save")]);
    ngo.submit(&format!("{paper}/edit"), &fields).await;
    let said = answer(&mut business, &paper, "confirm").await;
    assert!(said.contains("Your organisation confirmed these words on"), "{said}");
    let receipt = submit(&mut ngo, &paper).await;
    assert_eq!(record(&mut ngo, &receipt).await["co_signatories"][0]["name"], "Kestrel Bay Systems (invented)");
}

#[tokio::test]
async fn a_new_version_invites_the_same_and_a_deleted_draft_nobody() {
    let app = TestApp::new().await;
    let (_, paper) = begun(&app, "Again").await;
    let (mut ngo, mut business) = (app.signed_in("ngo").await, app.signed_in("business").await);
    invite(&app, &mut ngo, &paper, "business").await;
    answer(&mut business, &paper, "confirm").await;
    submit(&mut ngo, &paper).await;
    let (edit, _) = ngo.submit(&format!("{paper}/replace"), &[]).await;
    let next = edit.trim_end_matches("/edit").to_owned();
    let request = business.get(&format!("{next}/confirm")).await.html();
    assert!(request.has_button("Confirm these words"), "what was confirmed was the earlier version");
    let told = mails(&app, "Invitation to a joint paper: Again").await;
    assert!(told.len() == 2 && told.iter().all(|mail| mail.body.contains("the words can be confirmed until")), "{told:?}");
    let version = version_of(&mut ngo, &edit).await;
    ngo.submit(&format!("{next}/delete"), &[("version", &version)]).await;
    assert_eq!(business.get(&format!("{next}/confirm")).await.status, StatusCode::NOT_FOUND);
    assert!(mails(&app, "Joint draft deleted: Again").await.iter().any(|mail| mail.recipient == "business@demo.example"));
}

#[tokio::test]
async fn a_name_stands_after_the_deadline_and_a_late_one_as_it_was_sealed() {
    let app = TestApp::new().await;
    let (round, paper) = begun(&app, "Late together").await;
    let (mut ngo, mut business) = (app.signed_in("ngo").await, app.signed_in("business").await);
    invite(&app, &mut ngo, &paper, "business").await;
    answer(&mut business, &paper, "confirm").await;
    let closes = closes_at(&app, &round).await;
    app.clock.set(closes + Span::SECOND);
    let mut ngo = app.signed_in("ngo").await;
    let page = ngo.get(&format!("{paper}/joint")).await.html().main_text();
    assert!(page.contains("no organisation can confirm any more"), "{page}");
    let version = version_of(&mut ngo, &format!("{paper}/edit")).await;
    assert_eq!(ngo.post(&format!("{paper}/submit"), &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    let mut chair = app.signed_in("chair").await;
    let late = waiting(&mut chair, &round).await;
    chair.submit(&late, &[("outcome", "admit"), ("reason", "R")]).await;
    let receipt = ngo.get(&format!("{paper}/receipt")).await.html().main_text();
    assert!(receipt.contains("Submitted with Kestrel Bay Systems (invented)"), "{receipt}");
    let told = mails(&app, "Submitted with your name: Late together").await;
    assert!(told.len() == 1 && told[0].body.contains("the name stands"), "{told:?}");

    let mut business = app.signed_in("business").await;
    let request = business.get(&format!("{paper}/confirm")).await.html();
    assert!(!request.has_button("Take the name back"), "{}", request.main_text());
    assert!(request.main_text().contains("The name of your organisation stands under the paper."), "{}", request.main_text());
    let leave = [("act", "leave"), ("organisation", ""), ("sha256", "")];
    let refused = business.post(&format!("{paper}/confirm"), &leave).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().main_text().contains("The deadline passed on"));
}
