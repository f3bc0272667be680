//! The late inbox: what comes after the closing is kept sealed, with a receipt of the refusal. Nobody reads it before it is admitted.

use crate::grants::closes_at;
use crate::ledger::{draft, mails, move_deadline};
use crate::papers::{open_round, version_of};
use crate::support::{Answer, Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::{Instant, Span};

const TITLE: &str = "Zanzibar memorandum";
const TEXT: &str = "Quokkas deserve firewalls.";

/// Saves a draft before the closing and submits it at `at`; answers the page before submitting and what came back.
pub async fn attempt(app: &TestApp, round: &str, at: Instant) -> (String, Answer) {
    let closes = closes_at(app, round).await;
    app.clock.set(closes - Span::HOUR);
    // Of no two attempts are the words the same: they would be one draft, written twice.
    let (submit, version) = draft(app, "ngo", round, TITLE, &format!("{TEXT} {}", at.0)).await;
    let mut ngo = app.signed_in("ngo").await;
    app.clock.set(at);
    let answer = ngo.post(&submit, &[("version", &version)]).await;
    (submit, answer)
}

/// The page on which the chair decides about the one attempt that waits.
pub async fn waiting(chair: &mut Persona<'_>, round: &str) -> String {
    chair.get(&format!("/rounds/{round}/late")).await.html().link("Decide")
}

/// The address of an attempt that waits, in the round that has closed already.
pub async fn one_that_waits(business: &mut Persona<'_>) -> String {
    let edit = business.get("/desk").await.html().links("Go on writing").into_iter().find(|link| link.ends_with("/edit"));
    let edit = edit.expect("the draft that stayed behind");
    let form = business.get(&edit).await.html();
    let refused = business.post(&edit.replace("/edit", "/submit"), &[("version", &form.hidden("version"))]).await;
    refused.html().link("Open the receipt of the refusal").replace("/refusals/", "/late/")
}

/// The refusal number in the words of a page.
fn number(words: &str) -> String {
    words.split_whitespace().find(|word| word.starts_with("REF-")).unwrap_or_else(|| panic!("no number in {words}")).to_owned()
}

#[tokio::test]
async fn page_mail_and_refusal_agree_around_the_closing() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (submit, answer) = attempt(&app, &round, closes - Span::SECOND).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "a second before: taken");
    assert!(app.signed_in("ngo").await.get(&submit.replace("/submit", "/receipt")).await.html().main_text().contains("STK-"));
    for (late, difference) in [(Span(0), "00:00:00.000"), (Span::SECOND, "00:00:01.000"), (Span(1_234_567), "00:00:01.234")] {
        let (submit, answer) = attempt(&app, &round, closes + late).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{difference}");
        let words = answer.html().main_text();
        let number = number(&words);
        let number = number.trim_end_matches('.');
        assert!(words.contains("closed") && words.contains("18:00") && words.contains("draft") && words.contains(difference), "{words}");
        // The receipt of the refusal says the same.
        let mut ngo = app.signed_in("ngo").await;
        let path = answer.html().link("Open the receipt of the refusal");
        let receipt = ngo.get(&path).await.html().main_text();
        for said in [number, difference, "18:00", "New York", "Deadline set", "Sealed"] {
            assert!(receipt.contains(said), "{said}: {receipt}");
        }
        // And the mail, without title or text.
        let told = mails(&app, &format!("Not submitted: {number}")).await;
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].body.contains(difference) && told[0].body.contains("18:00") && told[0].body.contains(&path), "{}", told[0].body);
        assert!(!told[0].body.contains(TITLE) && !told[0].body.contains("Quokkas"), "{}", told[0].body);
        // The text is in the draft, and the page says NOT submitted.
        let edit = ngo.get(&submit.replace("/submit", "/edit")).await.html();
        assert!(edit.value("Title") == TITLE && edit.value("Text").starts_with(TEXT), "{}", edit.main_text());
        assert!(edit.main_text().contains("NOT submitted"));
    }
}

#[tokio::test]
async fn no_office_reads_what_is_sealed() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (submit, answer) = attempt(&app, &round, closes + Span::SECOND).await;
    let paper = submit.trim_end_matches("/submit").to_owned();
    let id = paper.trim_start_matches("/papers/").to_owned();
    let refusal = answer.html().link("Open the receipt of the refusal");
    let late = refusal.replace("/refusals/", "/late/");
    let inbox = format!("/rounds/{round}/late");
    let mut places =
        vec![paper.clone(), submit.clone(), format!("{paper}/edit"), format!("{paper}/receipt"), refusal.clone(), late.clone()];
    places.extend([inbox.clone(), format!("/moderation/papers/{id}"), "/moderation".to_owned(), "/desk".to_owned()]);
    places.extend([format!("/rounds/{round}"), format!("/rounds/{round}/ledger"), format!("/rounds/{round}/grants")]);
    places.extend([
        "/papers".to_owned(),
        "/dev/outbox".to_owned(),
        "/secretariat".to_owned(),
        "/admin".to_owned(),
        "/admin/audit".to_owned(),
    ]);
    for name in ["moderator.rnp", "moderator.cap", "secretariat", "admin", "chair", "business", "academia"] {
        let mut persona = app.signed_in(name).await;
        for place in &places {
            let answer = persona.get(place).await;
            assert!(answer.status.as_u16() < 500, "{name} {place}");
            let body = answer.text();
            assert!(!body.contains("Zanzibar") && !body.contains("Quokkas"), "{name} reads it at {place}");
        }
        // The inbox is the chair's alone; for everyone else there is no attempt.
        let (list, one) = (persona.get(&inbox).await.status, persona.get(&late).await.status);
        let expected = if name == "chair" { (StatusCode::OK, StatusCode::OK) } else { (StatusCode::FORBIDDEN, StatusCode::NOT_FOUND) };
        assert_eq!((list, one), expected, "{name}");
        assert_eq!(persona.get(&refusal).await.status, StatusCode::NOT_FOUND, "{name}");
        if name != "chair" {
            let decided = persona.post(&late, &[("outcome", "admit"), ("reason", "R")]).await;
            assert_eq!(decided.status, StatusCode::NOT_FOUND, "{name}");
        }
    }
    for place in &places {
        let body = app.visitor().get(place).await.text();
        assert!(!body.contains("Zanzibar") && !body.contains("Quokkas"), "a visitor reads it at {place}");
    }
    // What the chair sees: whose, when, how large, the hash.
    let mut chair = app.signed_in("chair").await;
    let words = chair.get(&late).await.html().main_text();
    assert!(words.contains("REF-OEWG-") && words.contains("bytes") && words.contains("00:00:01.000"), "{words}");
    assert!(chair.get(&format!("/rounds/{round}")).await.html().main_text().contains("1 attempt waits"));
    assert!(chair.get("/desk").await.html().main_text().contains("1 attempt waits"), "the desk says so too");
    assert!(!app.signed_in("secretariat").await.get("/desk").await.html().main_text().contains("1 attempt waits"));
}

#[tokio::test]
async fn the_chair_admits_and_it_is_listed_apart() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (submit, answer) = attempt(&app, &round, closes + Span::MINUTE).await;
    let refusal = answer.html().link("Open the receipt of the refusal");
    let mut chair = app.signed_in("chair").await;
    let late = waiting(&mut chair, &round).await;
    // Without a reason there is no decision, and no other outcome.
    assert_eq!(chair.post(&late, &[("outcome", "admit"), ("reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(chair.post(&late, &[("outcome", "burn"), ("reason", "R")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sealed = chair.get(&late).await.html();
    let hash = sealed.text("code.hash");
    chair.submit(&late, &[("outcome", "admit"), ("reason", "The line of the whole city was down.")]).await;
    assert_eq!(
        chair.post(&late, &[("outcome", "decline"), ("code", "off_topic"), ("reason", "R")]).await.status,
        StatusCode::FORBIDDEN,
        "decided once"
    );

    // Its authors: a receipt with the very hash that was sealed, judged by the entry that admitted it; the refusal stays.
    let mut ngo = app.signed_in("ngo").await;
    let receipt = ngo.get(&submit.replace("/submit", "/receipt")).await.html().main_text();
    assert!(receipt.contains("STK-") && receipt.contains(&hash) && receipt.contains("A late attempt was admitted"), "{receipt}");
    let words = ngo.get(&refusal).await.html().main_text();
    assert!(words.contains("Admitted") && words.contains("The line of the whole city was down."), "{words}");
    let told = mails(&app, "Admitted: REF-").await;
    assert!(told.iter().any(|mail| mail.recipient == "ngo@demo.example" && mail.body.contains("whole city")), "{told:?}");

    // The ledger says so and names nobody yet; the secretariat finds it in the queue of the whole body.
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html().main_text();
    assert!(
        ledger.contains("A late attempt was admitted") && ledger.contains("whole city") && ledger.contains("One organisation."),
        "{ledger}"
    );
    let id = submit.trim_start_matches("/papers/").trim_end_matches("/submit").to_owned();
    let mut secretariat = app.signed_in("secretariat").await;
    let decide = format!("/moderation/papers/{id}");
    assert!(secretariat.get("/moderation?only=late").await.html().text("[data-queue-row]").contains("Received after the deadline"));
    assert!(
        secretariat.get("/moderation?only=proposal").await.html().attributes("[data-queue-row] a", "href").is_empty(),
        "papers are none"
    );
    let page = secretariat.get(&decide).await;
    assert!(page.text().contains(TEXT), "admitted, it is read by those who decide");
    let version = page.html().hidden("version");
    secretariat.submit(&decide, &[("outcome", "accept"), ("reason", ""), ("version", &version)]).await;
    let page = app.visitor().get(&format!("/rounds/{round}")).await.html();
    assert!(page.text("#late").contains(TITLE), "{}", page.main_text());
    assert!(app.visitor().get(&format!("/papers/{id}")).await.html().main_text().contains("Received after the deadline"));
}

#[tokio::test]
async fn the_chair_declines_and_it_stays_sealed() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (submit, answer) = attempt(&app, &round, closes + Span::DAY.times(3)).await;
    let refusal = answer.html().link("Open the receipt of the refusal");
    let mut chair = app.signed_in("chair").await;
    let late = waiting(&mut chair, &round).await;
    chair.submit(&late, &[("outcome", "decline"), ("code", "off_topic"), ("reason", "Three days is too long.")]).await;
    assert!(!chair.get(&late).await.text().contains("Quokkas"));
    let mut ngo = app.signed_in("ngo").await;
    let words = ngo.get(&refusal).await.html().main_text();
    assert!(words.contains("Not admitted") && words.contains("Three days is too long."), "{words}");
    assert!(ngo.get(&submit.replace("/submit", "/edit")).await.html().value("Text").starts_with(TEXT), "the draft is theirs");
    let told = mails(&app, "Not admitted: REF-").await;
    assert!(told.iter().any(|mail| mail.recipient == "ngo@demo.example" && mail.body.contains("Three days is too long.")), "{told:?}");
    let ledger = app.visitor().get(&format!("/rounds/{round}/ledger")).await.html().main_text();
    assert!(ledger.contains("A late attempt was not admitted") && ledger.contains("Three days is too long."), "{ledger}");
    // An extension does not reopen what was declined, but its authors can submit.
    move_deadline(&app, &round, "2027-03-01T18:00", "More time.").await;
    assert!(ngo.get(&submit).await.html().has_button("Submit paper"));
}

#[tokio::test]
async fn a_later_attempt_takes_the_place_of_an_earlier_one_and_both_receipts_stay() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (submit, first) = attempt(&app, &round, closes + Span::SECOND).await;
    let mut ngo = app.signed_in("ngo").await;
    // The same words again: the same attempt, one mail.
    let version = version_of(&mut ngo, &submit).await;
    let again = ngo.post(&submit, &[("version", &version)]).await;
    assert_eq!(again.html().link("Open the receipt of the refusal"), first.html().link("Open the receipt of the refusal"));
    assert_eq!(mails(&app, "Not submitted: REF-").await.len(), 1);
    // Other words, handed in later by the button that the page offers after the closing.
    app.advance(Span::HOUR);
    let fields = paper_fields(&[("title", TITLE), ("text", "Better words."), ("version", &version)]);
    ngo.submit(&submit.replace("/submit", "/edit"), &fields).await;
    let page = ngo.get(&submit).await.html();
    assert!(page.has_button("Hand in again") && !page.has_button("Submit paper"), "{}", page.main_text());
    let second = ngo.post(&submit, &[("version", &page.hidden("version"))]).await;
    let (earlier, later) = (first.html().link("Open the receipt of the refusal"), second.html().link("Open the receipt of the refusal"));
    assert_ne!(earlier, later);
    assert!(ngo.get(&earlier).await.html().main_text().contains("Replaced by a later attempt"));
    assert!(ngo.get(&later).await.html().main_text().contains("Sealed"));
    let paper = ngo.get(submit.trim_end_matches("/submit")).await.html();
    assert_eq!(paper.links("REF-").len(), 2, "{}", paper.main_text());
    let mut chair = app.signed_in("chair").await;
    let inbox = chair.get(&format!("/rounds/{round}/late")).await.html();
    assert_eq!((inbox.links("Decide").len(), inbox.links("Read what was decided").len()), (1, 1), "{}", inbox.main_text());
    // What was written after the attempt goes on as a draft of its own when the attempt is admitted.
    let version = version_of(&mut ngo, &submit).await;
    let newer = paper_fields(&[("title", TITLE), ("text", "Still newer."), ("version", version.as_str())]);
    ngo.submit(&submit.replace("/submit", "/edit"), &newer).await;
    let late = waiting(&mut chair, &round).await;
    chair.submit(&late, &[("outcome", "admit"), ("reason", "R")]).await;
    let paper = ngo.get(submit.trim_end_matches("/submit")).await.text();
    assert!(paper.contains("Better words.") && !paper.contains("Still newer."), "what was sealed is what was admitted");
    let mut drafts = ngo.get("/desk").await.html().links("Zanzibar");
    drafts.retain(|link| link != submit.trim_end_matches("/submit"));
    drafts.dedup();
    let other = ngo.get(drafts.first().expect("a draft of its own")).await.text();
    assert!(other.contains("Still newer."), "nothing is lost");
}

#[tokio::test]
async fn an_extension_admits_what_it_covers_in_the_same_act() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (submit, answer) = attempt(&app, &round, closes + Span::HOUR).await;
    let refusal = answer.html().link("Open the receipt of the refusal");
    move_deadline(&app, &round, "2027-02-01T18:00", "The portal could not be reached.").await;
    let mut ngo = app.signed_in("ngo").await;
    let receipt = ngo.get(&submit.replace("/submit", "/receipt")).await.html().main_text();
    assert!(receipt.contains("STK-") && receipt.contains("Extended"), "{receipt}");
    let words = ngo.get(&refusal).await.html().main_text();
    assert!(words.contains("Admitted") && words.contains("The portal could not be reached."), "{words}");
    let told = mails(&app, "Admitted: REF-").await;
    assert!(told.iter().any(|mail| mail.recipient == "ngo@demo.example"), "{told:?}");
    let mut chair = app.signed_in("chair").await;
    assert!(chair.get(&format!("/rounds/{round}/late")).await.html().links("Decide").is_empty());
    // In time by the extension: not listed as late once accepted.
    let id = submit.trim_start_matches("/papers/").trim_end_matches("/submit").to_owned();
    let mut secretariat = app.signed_in("secretariat").await;
    let decide = format!("/moderation/papers/{id}");
    let version = secretariat.get(&decide).await.html().hidden("version");
    secretariat.submit(&decide, &[("outcome", "accept"), ("reason", ""), ("version", &version)]).await;
    let page = app.visitor().get(&format!("/rounds/{round}")).await.html();
    assert!(page.main_text().contains(TITLE) && page.count("#late") == 0, "{}", page.main_text());
}

#[tokio::test]
async fn what_could_not_have_been_submitted_in_time_is_only_refused() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    app.clock.set(closes + Span::SECOND);
    let long = "word ".repeat(2001);
    let (submit, version) = draft(&app, "ngo", &round, TITLE, &long).await;
    let mut ngo = app.signed_in("ngo").await;
    let refused = ngo.post(&submit, &[("version", &version)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().links("Open the receipt of the refusal").is_empty());
    assert!(mails(&app, "Not submitted").await.is_empty());
    let mut chair = app.signed_in("chair").await;
    assert!(chair.get(&format!("/rounds/{round}/late")).await.html().main_text().contains("Nothing waits"));
}

#[tokio::test]
async fn a_refusal_keeps_the_entry_it_was_judged_by_in_the_audit_log() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (submit, _) = attempt(&app, &round, closes + Span::SECOND).await;
    let id = submit.trim_start_matches("/papers/").trim_end_matches("/submit").to_owned();
    let ctx = app.ctx_of("ngo@demo.example", app.now()).await;
    let person = ctx.actor.signed_in().expect("a person").person;
    let entry = {
        let mut tx = app.portal.database().read().await.expect("reads");
        let sections = engine::store::own_data::everything(&mut tx, person, Some("ngo@demo.example")).await.expect("reads");
        let rows = |name: &str| sections.iter().find(|(section, _)| *section == name).expect("a section").1.iter().collect::<Vec<_>>();
        let acts = rows("acts");
        let refused =
            acts.iter().find(|act| act.text("act") == Some("paper_refused") && act.text("object_id") == Some(&id)).expect("noted");
        let detail: serde_json::Value = serde_json::from_str(refused.text("detail").expect("detail")).expect("JSON");
        assert!(detail["refusal"].as_str().is_some_and(|number| number.starts_with("REF-")), "{detail}");
        assert!(!detail.to_string().contains("Quokkas"), "{detail}");
        assert_eq!(rows("late_attempts").len(), 1, "and it is in the archive of one's own data");
        detail["judged_by"].as_str().expect("an entry").to_owned()
    };
    let mut tx = app.portal.database().read().await.expect("reads");
    let line = engine::store::rounds::by_id(&mut tx, round.parse().expect("an id")).await.expect("reads").expect("a round");
    assert_eq!(entry, line.round.window.entry.to_string());
}

#[tokio::test]
async fn a_late_comment_is_sealed_and_admitted_the_same_way() {
    let app = TestApp::new().await;
    let path = crate::comments::paragraph(&mut app.visitor(), "1").await;
    let mut business = app.signed_in("business").await;
    let round = business.get(&path).await.html().hidden("round");
    app.clock.set(closes_at(&app, &round).await + Span::SECOND);
    let mut business = app.signed_in("business").await;
    let fields = [("stance", "oppose"), ("operation", "delete"), ("reason", "Quokkas, alas."), ("language", "en"), ("round", &round)];
    let refused = business.post(&path, &fields).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let receipt = business.get(&refused.html().link("Open the receipt of the refusal")).await.html().main_text();
    assert!(receipt.contains("REF-OEWG-") && receipt.contains("00:00:01.000"), "{receipt}");
    let mut chair = app.signed_in("chair").await;
    let late = waiting(&mut chair, &round).await;
    assert!(!chair.get(&late).await.text().contains("Quokkas"));
    assert!(!app.signed_in("moderator.rnp").await.get("/moderation").await.text().contains("Quokkas"));
    chair.submit(&late, &[("outcome", "admit"), ("reason", "R")]).await;
    let told = mails(&app, "Admitted: REF-").await;
    assert!(told.iter().any(|mail| mail.recipient == "business@demo.example"), "{told:?}");
    let words = business.get("/desk").await.html().main_text();
    assert!(words.contains("Submitted"), "{words}");
    // Whoever moderates finds it by what it wants and by its lateness, and reads both.
    let mut moderator = app.signed_in("moderator.rnp").await;
    let shown = async |moderator: &mut Persona<'_>, only: &str| {
        let page = moderator.get(&format!("/moderation?only={only}")).await.html();
        let links = page.attributes("[data-queue-row] h3 a", "href");
        links.iter().map(|link| link.split('?').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let late = shown(&mut moderator, "late").await;
    assert!(matches!(late.as_slice(), [one] if one.starts_with("/moderation/comments/")), "{late:?}");
    assert!(shown(&mut moderator, "proposal").await.contains(&late[0]));
    let row = moderator.get("/moderation?only=late").await.html().text("[data-queue-row]");
    assert!(row.contains("Comment · Delete") && row.contains("Received after the deadline"), "{row}");
}
