//! What may be published of a paper is said by its authors, before it is submitted (feature D9).

use crate::grants::closes_at;
use crate::ledger::{mails, move_deadline};
use crate::papers::{open_round, version_of};
use crate::succession::decide;
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

/// The NGO, which takes part in the subgroup whose moderator decides.
async fn member(app: &TestApp) -> Persona<'_> {
    let mut ngo = app.signed_in("ngo").await;
    let page = ngo.get("/subgroups/sg-rnp").await.html();
    if page.has_button("Join subgroup") {
        ngo.submit("/subgroups/sg-rnp/join", &[("organisation", &page.hidden("organisation"))]).await;
    }
    ngo
}

/// The moderator accepts it.
async fn accept(app: &TestApp, paper: &str) {
    decide(app, "moderator.rnp", paper, "accept").await;
}

/// A public paper of the NGO: its address.
async fn public(app: &TestApp, ngo: &mut Persona<'_>, round: &str, title: &str) -> String {
    let paper = submitted(ngo, round, title, "without_name").await;
    accept(app, &paper).await;
    paper
}

/// Begins what takes the place of a paper, with this consent: its address, and the version to submit.
async fn replacement(ngo: &mut Persona<'_>, paper: &str, title: &str, consent: &str) -> (String, String) {
    let (edit, page) = ngo.submit(&format!("{paper}/replace"), &[]).await;
    let html = page.html();
    let (version, subgroup) = (html.hidden("version"), html.option("Subgroup", "SG-RNP"));
    let fields = paper_fields(&[
        ("title", title),
        ("subgroup", &subgroup),
        ("consent", consent),
        ("text", "Other words."),
        ("version", &version),
        ("action", "check"),
    ]);
    let (submit, _) = ngo.submit(&edit, &fields).await;
    let version = version_of(ngo, &submit).await;
    (submit.trim_end_matches("/submit").to_owned(), version)
}

/// Saves a paper of the NGO with this consent and goes on to the check: its address, and the words of that page.
async fn checked(ngo: &mut Persona<'_>, round: &str, title: &str, consent: &str) -> (String, String) {
    let subgroup = ngo.get(&format!("/papers/new?round={round}")).await.html().option("Subgroup", "SG-RNP");
    let fields = paper_fields(&[
        ("title", title),
        ("subgroup", &subgroup),
        ("consent", consent),
        ("text", "Words of the paper."),
        ("round", round),
        ("action", "check"),
    ]);
    let (submit, page) = ngo.submit("/papers/new", &fields).await;
    (submit.trim_end_matches("/submit").to_owned(), page.html().main_text())
}

async fn submitted(ngo: &mut Persona<'_>, round: &str, title: &str, consent: &str) -> String {
    let (paper, _) = checked(ngo, round, title, consent).await;
    let submit = format!("{paper}/submit");
    let version = version_of(ngo, &submit).await;
    ngo.submit(&submit, &[("version", &version)]).await;
    paper
}

#[tokio::test]
async fn nothing_is_submitted_before_it_is_said() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = member(&app).await;
    let (paper, words) = checked(&mut ngo, &round, "Not said", "").await;
    assert!(words.contains("Say what may be published.") && words.contains("not said yet") && !words.contains("Submit paper"), "{words}");
    let submit = format!("{paper}/submit");
    let refused = ngo.post(&submit, &[("version", "1")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = paper_fields(&[("title", "Not said"), ("consent", "everything"), ("version", "1")]);
    let refused = ngo.post(&format!("{paper}/edit"), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_person_is_named_only_where_that_was_allowed() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = member(&app).await;
    let name = app.ctx_of("ngo@demo.example", app.now()).await.actor.signed_in().expect("a person").full_name.clone();
    for (title, consent, named) in [("By name", "public", true), ("By no name", "without_name", false)] {
        let paper = submitted(&mut ngo, &round, title, consent).await;
        accept(&app, &paper).await;
        let public = app.visitor().get(&paper).await.html().main_text();
        assert_eq!(public.contains(&name), named, "{public}");
        assert_eq!(public.contains("Submitted by"), named, "{public}");
    }
}

#[tokio::test]
async fn what_is_for_the_chair_only_is_read_by_the_chair_and_the_secretariat() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = member(&app).await;
    let paper = submitted(&mut ngo, &round, "In confidence", "chair_only").await;
    let links = ngo.get(&format!("{paper}/receipt")).await.html().attributes("main a", "href");
    let content = links.iter().find(|link| link.ends_with("/content.json")).expect("the bytes");
    let receipt = ngo.get(content).await.text();
    let list = format!("/rounds/{round}/papers/chair");

    assert!(ngo.get(&paper).await.html().main_text().contains("Submitted for the Chair only"));
    // The same click again: the same receipt.
    assert_eq!(ngo.post(&format!("{paper}/submit"), &[("version", "1")]).await.location(), format!("{paper}/receipt"));
    for who in ["chair", "secretariat"] {
        let mut reader = app.signed_in(who).await;
        let round = reader.get(&format!("/rounds/{round}")).await.html();
        assert_eq!(round.link("1 paper for the Chair only"), list);
        assert!(reader.get(&list).await.html().main_text().contains("In confidence"), "{who}");
        assert!(reader.get(&paper).await.html().main_text().contains("Words of the paper."), "{who}");
        // Nobody decides about it, neither do they.
        let decision = reader.get(&paper.replace("/papers/", "/moderation/papers/")).await.status;
        assert!([StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&decision), "{who}: {decision}");
    }
    for who in ["moderator.rnp", "business", "academia"] {
        let mut other = app.signed_in(who).await;
        for address in [&paper, &list, &format!("{paper}/receipt"), &paper.replace("/papers/", "/moderation/papers/")] {
            let status = other.get(address).await.status;
            assert!([StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&status), "{who}: {address}: {status}");
        }
        assert!(!other.get(&format!("/rounds/{round}")).await.html().main_text().contains("for the Chair only"), "{who}");
    }
    assert!(!app.signed_in("moderator.rnp").await.get("/moderation").await.html().main_text().contains("In confidence"));
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().get(&list).await.status, StatusCode::NOT_FOUND);
    for address in ["/papers", "/", "/subgroups/sg-rnp", &format!("/rounds/{round}/papers")] {
        assert!(!app.visitor().get(address).await.text().contains("In confidence"), "{address}");
    }
    // The receipt says what was allowed.
    assert!(receipt.contains("\"consent\":\"chair_only\""), "{receipt}");
    app.portal.check_log().await.expect("the log holds");

    // Taken back, it stays between the same people.
    let withdraw = format!("{paper}/withdraw");
    let version = ngo.get(&withdraw).await.html().hidden("version");
    ngo.submit(&withdraw, &[("version", &version)]).await;
    assert_eq!(app.signed_in("moderator.rnp").await.get(&paper).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.signed_in("chair").await.get(&paper).await.status, StatusCode::OK);
    assert!(!app.signed_in("chair").await.get(&list).await.html().main_text().contains("In confidence"));
}

#[tokio::test]
async fn a_version_for_the_chair_only_ends_what_is_public() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = member(&app).await;
    let paper = public(&app, &mut ngo, &round, "First public").await;
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::OK);
    let (new, version) = replacement(&mut ngo, &paper, "Now in confidence", "chair_only").await;
    let check = ngo.get(&format!("{new}/submit")).await.html().main_text();
    assert!(check.contains("what is public of that is then public no more") && check.contains("for the Chair only"), "{check}");
    ngo.submit(&format!("{new}/submit"), &[("version", &version)]).await;
    assert_eq!(app.visitor().get(&new).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::NOT_FOUND);
    // Whose moderator it was does not learn what took its place.
    let moderator = app.signed_in("moderator.rnp").await.get(&paper).await;
    assert_eq!(moderator.status, StatusCode::OK);
    let moderator = moderator.html();
    assert!(!moderator.links("").contains(&new), "{}", moderator.main_text());
}

#[tokio::test]
async fn a_public_version_tells_nobody_what_was_for_the_chair_only() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = member(&app).await;
    let paper = submitted(&mut ngo, &round, "In confidence", "chair_only").await;
    // It is done for the desk.
    let desk = ngo.get("/desk").await.html().main_text();
    assert_eq!(desk.matches("In confidence Receipt Submitted, for the Chair only").count(), 1, "among what the round asks for: {desk}");
    let (new, version) = replacement(&mut ngo, &paper, "For everybody", "without_name").await;
    ngo.submit(&format!("{new}/submit"), &[("version", &version)]).await;
    let compare = format!("{new}/compare");
    for (who, reads) in [("ngo", true), ("chair", true), ("secretariat", true), ("moderator.rnp", false)] {
        let mut reader = app.signed_in(who).await;
        let words = reader.get(&compare).await.html().main_text();
        assert_eq!(words.contains("confidence"), reads, "{who}: {words}");
        assert!(words.contains("everybody"), "{who}: {words}");
        assert_eq!(reader.get(&new).await.html().links("").contains(&paper), reads, "{who}");
    }
    let moderation = new.replace("/papers/", "/moderation/papers/");
    assert!(!app.signed_in("moderator.rnp").await.get(&moderation).await.html().links("").contains(&paper));
    let said = ngo.get(&compare).await.html().main_text();
    assert!(said.contains("before “Nothing: for the Chair only”, now “The paper, without a person’s name”"), "{said}");
}

/// A public paper, and after the closing a late attempt to put a version for the chair only in its place: both papers, and the refusal.
async fn late_version(app: &TestApp, round: &str) -> (String, String, String) {
    let mut ngo = member(app).await;
    let public = submitted(&mut ngo, round, "In time and public", "without_name").await;
    accept(app, &public).await;
    let (late, version) = replacement(&mut ngo, &public, "Late and in confidence", "chair_only").await;
    app.clock.set(closes_at(app, round).await + Span::SECOND);
    let mut ngo = app.signed_in("ngo").await;
    let check = ngo.get(&format!("{late}/submit")).await.html().main_text();
    assert!(check.contains("what is public of the earlier version stays public"), "{check}");
    let refused = ngo.post(&format!("{late}/submit"), &[("version", &version)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    (public, late, refused.html().link("Open the receipt of the refusal"))
}

#[tokio::test]
async fn a_late_paper_for_the_chair_only_is_admitted_to_the_chair_alone() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (public, late, refusal) = late_version(&app, &round).await;
    let mut chair = app.signed_in("chair").await;
    chair.submit(&refusal.replace("/refusals/", "/late/"), &[("outcome", "admit"), ("reason", "R.")]).await;

    assert!(chair.get(&format!("/rounds/{round}/papers/chair")).await.html().main_text().contains("Late and in confidence"));
    assert!(!app.visitor().get(&format!("/rounds/{round}/papers/late")).await.text().contains("Late and in confidence"));
    assert_eq!(app.signed_in("moderator.rnp").await.get(&late).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().get(&public).await.status, StatusCode::OK, "what was in time stands");
    let told = mails(&app, "Admitted: REF-").await;
    assert!(
        !told.is_empty() && told.iter().all(|mail| mail.body.contains("for the Chair only") && !mail.body.contains("moderator")),
        "{told:?}"
    );
}

#[tokio::test]
async fn an_extension_that_covers_it_lets_it_end_what_is_public() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (public, late, _) = late_version(&app, &round).await;
    move_deadline(&app, &round, "2027-01-15T18:00", "More time.").await;
    assert!(app.signed_in("chair").await.get(&late).await.html().main_text().contains("Submitted, for the Chair only"));
    assert_eq!(app.visitor().get(&public).await.status, StatusCode::NOT_FOUND);
    let told = mails(&app, "Admitted: REF-").await;
    assert!(!told.is_empty() && told.iter().all(|mail| mail.body.contains("in time; it is for the Chair only")), "{told:?}");
}

#[tokio::test]
async fn time_to_revise_is_no_time_to_end_what_is_public() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = member(&app).await;
    let public = public(&app, &mut ngo, &round, "In time and public").await;
    let (next, version) = replacement(&mut ngo, &public, "Another version", "without_name").await;
    ngo.submit(&format!("{next}/submit"), &[("version", &version)]).await;
    app.clock.set(closes_at(&app, &round).await + Span::DAY);
    decide(&app, "moderator.rnp", &next, "return").await;
    let mut ngo = app.signed_in("ngo").await;
    let html = ngo.get(&format!("{next}/edit")).await.html();
    let (version, subgroup) = (html.hidden("version"), html.option("Subgroup", "SG-RNP"));
    let fields = paper_fields(&[("subgroup", &subgroup), ("consent", "chair_only"), ("version", &version), ("action", "check")]);
    let (submit, check) = ngo.submit(&format!("{next}/edit"), &fields).await;
    // The check says so, and promises no withdrawal.
    let words = check.html().main_text();
    assert!(words.contains("stays public") && !words.contains("Until the deadline"), "{words}");
    let version = version_of(&mut ngo, &submit).await;
    ngo.submit(&submit, &[("version", &version)]).await;
    assert_eq!(app.visitor().get(&public).await.status, StatusCode::OK);
    assert_eq!(app.signed_in("moderator.rnp").await.get(&next).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_summary_counts_what_waits_or_was_decided_and_nothing_else() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = member(&app).await;
    let waits = submitted(&mut ngo, &round, "Waits", "without_name").await;
    let mut chair = app.signed_in("chair").await;
    let session = chair.get(&format!("/rounds/{round}")).await.html().links("").into_iter().find(|link| link.starts_with("/sessions/"));
    let summary = format!("{}/summary.json", session.expect("its session"));
    let counted = async |chair: &mut Persona<'_>| {
        let json: serde_json::Value = serde_json::from_slice(&chair.get(&summary).await.bytes).expect("JSON");
        json["counts"]["papers"].clone()
    };
    let before = counted(&mut chair).await;
    assert!(before["submitted"].as_i64().is_some_and(|waiting| waiting > 0), "{before}");
    // For the chair only: counted nowhere.
    submitted(&mut ngo, &round, "In confidence", "chair_only").await;
    assert_eq!(counted(&mut chair).await, before);
    // Replaced: one in the place of the other.
    let (next, version) = replacement(&mut ngo, &waits, "Waits too", "without_name").await;
    ngo.submit(&format!("{next}/submit"), &[("version", &version)]).await;
    assert_eq!(counted(&mut chair).await, before);
    assert!(app.signed_in("moderator.rnp").await.get("/moderation").await.html().main_text().contains("Waits too"));
    // Withdrawn: one less, and in no queue.
    let withdraw = format!("{next}/withdraw");
    let version = ngo.get(&withdraw).await.html().hidden("version");
    ngo.submit(&withdraw, &[("version", &version)]).await;
    assert_eq!(counted(&mut chair).await["submitted"].as_i64(), before["submitted"].as_i64().map(|waiting| waiting - 1));
    assert!(!app.signed_in("moderator.rnp").await.get("/moderation").await.html().main_text().contains("Waits too"));
}

#[tokio::test]
async fn nobody_decides_about_what_is_for_the_chair_only() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let fields = paper_fields(&[
        ("title", "To the whole body"),
        ("consent", "chair_only"),
        ("text", "Words of the paper."),
        ("round", &round),
        ("action", "check"),
    ]);
    let (submit, _) = ngo.submit("/papers/new", &fields).await;
    ngo.submit(&submit, &[("version", "1")]).await;
    let moderation = submit.replace("/papers/", "/moderation/papers/").replace("/submit", "");
    let mut secretariat = app.signed_in("secretariat").await;
    assert_eq!(secretariat.get(&moderation).await.status, StatusCode::NOT_FOUND);
    let decided = secretariat.post(&moderation, &[("version", "2"), ("outcome", "accept"), ("reason", "R.")]).await;
    assert_eq!(decided.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().get(submit.trim_end_matches("/submit")).await.status, StatusCode::NOT_FOUND);
}
