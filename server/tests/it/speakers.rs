//! Lists of speakers: organisations ask within the window, the chair orders, everybody reads the order.

use crate::grants::{closes_at, give, organisation_of};
use crate::ledger::mails;
use crate::support::{Answer, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

const TITLE: &str = "Speakers in the stakeholder session";

/// The demonstration's list of speakers.
pub async fn list_of_speakers(app: &TestApp) -> String {
    let body = app.visitor().get("/bodies/oewg").await.html();
    body.link(TITLE).trim_start_matches("/rounds/").to_owned()
}

/// What somebody types; `version` as the form holds it.
fn fields<'a>(speaker: &'a str, subject: &'a str, version: &'a str) -> [(&'a str, &'a str); 5] {
    [("speaker", speaker), ("capacity", "Adviser"), ("subject", subject), ("language", "en"), ("version", version)]
}

/// The organisations of the public list, in its order.
fn listed(round: &Answer) -> Vec<String> {
    round.html().texts("#speakers ol li bdi")
}

#[tokio::test]
async fn an_organisation_asks_changes_and_leaves() {
    let app = TestApp::new().await;
    let round = list_of_speakers(&app).await;
    let (page, speak) = (format!("/rounds/{round}"), format!("/rounds/{round}/speak"));
    let name = organisation_of(&app, "ngo").await;
    let before = listed(&app.visitor().get(&page).await);
    assert!(before.len() >= 2 && !before.iter().any(|listed| listed.contains(&name)), "{before:?}");

    let mut ngo = app.signed_in("ngo").await;
    assert!(ngo.get("/desk").await.html().main_text().contains("NOT asked to speak"));
    assert_eq!(ngo.get(&page).await.html().link("Ask to speak"), speak);
    let (location, stored) = ngo.submit(&speak, &fields("Amina Diallo", "Small networks", "0")).await;
    assert_eq!(location, speak);
    let words = stored.html().main_text();
    assert!(words.contains("Your organisation is on the list of speakers") && words.contains("Amina Diallo"), "{words}");
    assert!(ngo.get("/desk").await.html().main_text().contains("On the list: Amina Diallo"));
    let own = ngo.get(&page).await.html();
    assert!(own.links("Ask to speak").is_empty() && own.link("Your speaker on the list") == speak);
    let told = mails(&app, "On the list of speakers").await;
    let told: Vec<_> = told.iter().filter(|mail| mail.recipient == "ngo@demo.example").collect();
    assert!(matches!(told.as_slice(), [mail] if mail.body.contains("is on the list") && !mail.body.contains("Amina")), "{told:?}");

    // The public sees the organisation at the end of the list, and nothing of what it said.
    let public = app.visitor().get(&page).await;
    assert!(listed(&public).last().is_some_and(|last| last.contains(&name)), "{:?}", listed(&public));
    for word in ["Amina Diallo", "Small networks"] {
        assert!(!public.text().contains(word), "{word}");
    }

    // The same press again is the same request; a change keeps the time.
    let asked = ngo.get(&speak).await.html();
    ngo.submit(&speak, &fields("Amina Diallo", "Small networks", &asked.hidden("version"))).await;
    app.advance(Span::HOUR);
    let (_, changed) = ngo.submit(&speak, &fields("Moussa Sow", "Small networks", &asked.hidden("version"))).await;
    let times = |html: &crate::support::Html| html.attribute(".facts time", "datetime").expect("when it was asked");
    assert!(changed.html().main_text().contains("Moussa Sow"));
    assert_eq!(times(&changed.html()), times(&asked));

    // Off the list, with what was said; and back on it, at a new time.
    let (_, left) = ngo.submit(&format!("{speak}/withdraw"), &[]).await;
    assert!(!left.text().contains("Moussa Sow"), "{}", left.html().main_text());
    assert_eq!(listed(&app.visitor().get(&page).await), before);
    assert_eq!(mails(&app, "Off the list of speakers").await.len(), 1);
    ngo.submit(&format!("{speak}/withdraw"), &[]).await;
    assert_eq!(mails(&app, "Off the list of speakers").await.len(), 1, "nothing happens twice");
    let (_, again) = ngo.submit(&speak, &fields("Amina Diallo", "Small networks", "0")).await;
    assert_ne!(times(&again.html()), times(&asked));
}

#[tokio::test]
async fn two_people_of_one_organisation_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let round = list_of_speakers(&app).await;
    let speak = format!("/rounds/{round}/speak");
    let (mut one, mut other) = (app.signed_in("ngo").await, app.signed_in("ngo").await);
    one.submit(&speak, &fields("Amina Diallo", "First", "0")).await;
    // The other had the empty form open.
    let refused = other.post(&speak, &fields("Moussa Sow", "Second", "0")).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let html = refused.html();
    assert!(html.main_text().contains("Amina Diallo"), "what is stored is shown: {}", html.main_text());
    assert_eq!(html.value("Speaker"), "Moussa Sow", "what was typed is kept");
    let (_, stored) = other.submit(&speak, &fields("Moussa Sow", "Second", &html.hidden("version"))).await;
    assert!(stored.html().main_text().contains("Moussa Sow"));
}

#[tokio::test]
async fn the_window_decides_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let round = list_of_speakers(&app).await;
    let (page, speak) = (format!("/rounds/{round}"), format!("/rounds/{round}/speak"));
    let closes = closes_at(&app, &round).await;
    app.clock.set(closes - Span::MICROSECOND);
    let mut academia = app.signed_in("academia").await;
    academia.submit(&speak, &fields("Dr Li", "In time", "0")).await;

    app.clock.set(closes);
    let mut ngo = app.signed_in("ngo").await;
    let refused = ngo.post(&speak, &fields("Amina Diallo", "Too late", "0")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let html = refused.html();
    assert!(html.main_text().contains("The list of speakers closed on"), "{}", html.main_text());
    assert_eq!((html.value("Speaker"), html.value("Subject")), ("Amina Diallo".to_owned(), "Too late".to_owned()));
    // Without anything typed there is no form that could only be refused, and no button that leads to one.
    assert!(!ngo.get(&speak).await.html().has_button("Ask to speak"));
    assert!(ngo.get(&page).await.html().links("Ask to speak").is_empty());
    // Who is on the list changes nothing any more, and can still leave.
    let version = academia.get(&speak).await.html();
    assert!(!version.has_button("Save the change") && version.has_button("Take our speaker off the list"));
    assert_eq!(academia.post(&speak, &fields("Dr Wu", "In time", "1")).await.status, StatusCode::FORBIDDEN);
    // The way there is on the desk and on the page of the round.
    assert!(academia.get("/desk").await.html().main_text().contains("On the list: Dr Li"));
    assert!(academia.get(&page).await.html().link("Your speaker on the list").ends_with("/speak"));
    assert!(version.main_text().contains("this cannot be undone"));
    academia.submit(&format!("{speak}/withdraw"), &[]).await;

    // A grant opens it for its organisation alone.
    let name = organisation_of(&app, "ngo").await;
    give(&app, &round, &name, closes + Span::DAY, "The bus broke down.").await;
    assert_eq!(academia.post(&speak, &fields("Dr Li", "Too late", "0")).await.status, StatusCode::FORBIDDEN);
    let (_, stored) = ngo.submit(&speak, &fields("Amina Diallo", "By a grant", "0")).await;
    assert!(stored.html().main_text().contains("By a grant"));
    // The mail gives the end that holds for this organisation; the ledger names whom the grant was for.
    let told = mails(&app, "On the list of speakers").await;
    let until = model::calendar::full(model::domain::language::Locale::En, closes + Span::DAY, "America/New_York");
    let plain = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
    assert!(
        told.iter().any(|mail| mail.recipient == "ngo@demo.example" && plain(&mail.body).contains(&plain(&until))),
        "{until}: {told:?}"
    );
    assert!(app.visitor().get(&format!("{page}/ledger")).await.html().main_text().contains(&name));
}

#[tokio::test]
async fn refusals_and_acceptances_keep_the_entry_they_were_judged_by() {
    let app = TestApp::new().await;
    let round = list_of_speakers(&app).await;
    let speak = format!("/rounds/{round}/speak");
    let closes = closes_at(&app, &round).await;
    app.signed_in("ngo").await.submit(&speak, &fields("Amina Diallo", "In time", "0")).await;
    app.clock.set(closes);
    app.signed_in("academia").await.post(&speak, &fields("Dr Li", "Late", "0")).await;
    let entry = {
        let mut tx = app.portal.database().read().await.expect("reads");
        let id = round.parse().expect("an id");
        engine::store::rounds::by_id(&mut tx, id).await.expect("reads").expect("there").round.window.entry.to_string()
    };
    for (who, act) in [("ngo", "speaker_inscribed"), ("academia", "speaker_refused")] {
        let mut person = app.signed_in(who).await;
        let acts = crate::own_data::archive(&mut person).await["acts"].to_string();
        assert!(acts.contains(act) && acts.contains(&entry), "{who}: {acts}");
    }
}

#[tokio::test]
async fn the_chair_orders_and_everybody_reads_the_order() {
    let app = TestApp::new().await;
    let round = list_of_speakers(&app).await;
    let (page, list) = (format!("/rounds/{round}"), format!("/rounds/{round}/speakers"));
    let before = listed(&app.visitor().get(&page).await);
    let mut chair = app.signed_in("chair").await;
    let form = chair.get(&list).await;
    assert!(form.text().contains("Ingrid Solheim"), "names and subjects");
    let names = form.html().attributes("input[inputmode=numeric]", "name");
    assert_eq!(names.len(), before.len());

    // The last one first, the first one second; the others without a number.
    let version = form.html().hidden("version");
    let (first, last) = (names[0].clone(), names[names.len() - 1].clone());
    let typed = [(last.as_str(), "1"), (first.as_str(), "2"), ("version", version.as_str())];
    chair.submit(&list, &typed).await;
    let mut expected = before.clone();
    expected.rotate_right(1);
    assert_eq!(listed(&app.visitor().get(&page).await), expected);

    // Another chair's form of before meets a conflict; its numbers stay typed.
    let stale = chair.post(&list, &typed).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.html().main_text().contains("Place now: 1"), "{}", stale.html().main_text());
    // What is no place is said beside it.
    let current = chair.get(&list).await.html().hidden("version");
    let wrong = chair.post(&list, &[(first.as_str(), "first"), ("version", current.as_str())]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.html().errors().is_empty());
    assert_eq!(wrong.html().attributes("input[aria-invalid]", "value"), ["first"]);
    assert_eq!(listed(&app.visitor().get(&page).await), expected, "nothing changed");

    // An organisation that asks now stands at the end.
    let speak = format!("/rounds/{round}/speak");
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&speak, &fields("Amina Diallo", "New", "0")).await;
    let name = organisation_of(&app, "ngo").await;
    assert!(listed(&app.visitor().get(&page).await).last().is_some_and(|last| last.contains(&name)));
}

#[tokio::test]
async fn names_and_subjects_are_for_those_who_lead_the_body() {
    let app = TestApp::new().await;
    let round = list_of_speakers(&app).await;
    let list = format!("/rounds/{round}/speakers");
    for (who, status) in [("ngo", StatusCode::FORBIDDEN), ("moderator.rnp", StatusCode::FORBIDDEN), ("secretariat", StatusCode::OK)] {
        assert_eq!(app.signed_in(who).await.get(&list).await.status, status, "{who}");
    }
    assert_eq!(app.visitor().get(&list).await.status, StatusCode::FORBIDDEN);
    // The secretariat reads the list, with its places, and does not order it.
    let (mut chair, mut secretariat) = (app.signed_in("chair").await, app.signed_in("secretariat").await);
    let form = chair.get(&list).await.html();
    let (first, version) = (form.attributes("input[inputmode=numeric]", "name")[0].clone(), form.hidden("version"));
    chair.submit(&list, &[(first.as_str(), "1"), ("version", &version)]).await;
    assert_eq!(secretariat.get(&list).await.html().texts(".row__place").first().map(String::as_str), Some("Place 1"));
    assert!(!secretariat.get(&list).await.html().has_button("Save the order"));
    assert_eq!(secretariat.post(&list, &[("version", "0")]).await.status, StatusCode::FORBIDDEN);
    // A round of another kind has neither page.
    let papers = crate::papers::open_round(&app).await;
    for (who, path) in [("ngo", "speak"), ("chair", "speakers")] {
        let mut person = app.signed_in(who).await;
        assert_eq!(person.get(&format!("/rounds/{papers}/{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_chair_calls_for_speakers() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let session = app.visitor().get("/bodies/oewg").await.html().link("Demonstration consultation 1");
    let path = format!("{session}/rounds/new");
    let mut form = vec![
        ("kind", "speakers"),
        ("title", "A second list"),
        ("call", "Three minutes each."),
        ("subgroup", "whole_body"),
        ("draft_version", ""),
        ("closes_at", "2027-01-20T18:00"),
        ("time_zone", "America/New_York"),
        ("reason", "The chair asks for statements."),
    ];
    let (location, round) = chair.submit(&path, &form).await;
    let words = round.html().main_text();
    assert!(words.contains("List of speakers") && words.contains("Nobody has asked to speak"), "{words}");
    let id = location.trim_start_matches("/rounds/").to_owned();
    app.signed_in("ngo").await.submit(&format!("/rounds/{id}/speak"), &fields("Amina Diallo", "There", "0")).await;
    // Guiding questions are for papers.
    form.push(("questions", "Why?"));
    assert_eq!(chair.post(&path, &form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_cannot_ask_is_told_that_nothing_is_kept() {
    let app = TestApp::new().await;
    let round = list_of_speakers(&app).await;
    let speak = format!("/rounds/{round}/speak");
    let mut drafter = app.signed_in("drafter.ngo").await;
    let page = drafter.get(&speak).await.html();
    assert!(page.main_text().contains("Only the contact point") && !page.has_button("Ask to speak"), "{}", page.main_text());
    let refused = drafter.post(&speak, &fields("Amina Diallo", "Small networks", "0")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(!refused.html().main_text().contains("draft is saved"));
    assert_eq!(refused.html().value("Speaker"), "Amina Diallo");
    // A form for an organisation that is none of theirs.
    let other = organisation_id(&app, "business").await;
    assert_eq!(drafter.get(&format!("{speak}?organisation={other}")).await.status, StatusCode::FORBIDDEN);
    let mut ngo = app.signed_in("ngo").await;
    let mut typed = fields("Amina Diallo", "Small networks", "1").to_vec();
    typed.push(("organisation", other.as_str()));
    assert_eq!(ngo.post(&speak, &typed).await.status, StatusCode::FORBIDDEN);
}

async fn organisation_id(app: &TestApp, name: &str) -> String {
    let ctx = app.ctx_of(&format!("{name}@demo.example"), app.now()).await;
    ctx.actor.signed_in().expect("a person").memberships[0].organisation.to_string()
}

#[tokio::test]
async fn what_was_said_of_speakers_is_forgotten_after_the_session() {
    let app = TestApp::new().await;
    let round = list_of_speakers(&app).await;
    let (page, list) = (format!("/rounds/{round}"), format!("/rounds/{round}/speakers"));
    let before = listed(&app.visitor().get(&page).await);
    let sweep = async || {
        app.advance(Span::HOUR.times(2));
        engine::jobs::sweep::tick(app.portal.database(), app.now()).await.expect("sweeps");
    };
    // The session is 45 days ahead and lasts three; ninety days after it are not over here.
    app.advance(Span::DAY.times(130));
    sweep().await;
    assert!(app.signed_in("chair").await.get(&list).await.text().contains("Ingrid Solheim"));
    app.advance(Span::DAY.times(10));
    sweep().await;
    let read = app.signed_in("chair").await.get(&list).await;
    assert!(!read.text().contains("Ingrid Solheim") && read.html().main_text().contains("has been deleted"), "{}", read.html().main_text());
    assert_eq!(listed(&app.visitor().get(&page).await), before, "who spoke stays");
}
