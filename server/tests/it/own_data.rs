//! Everything about me as a file, and deleting my account.

use crate::support::{Persona, TestApp, paper_fields};
use axum::http::{StatusCode, header};
use model::domain::time::Span;
use sha2::{Digest, Sha256};
use std::io::Read;

const PAGE: &str = "/account/data";
const ARCHIVE: &str = "/account/data/archive.zip";

/// The files of a ZIP by name.
fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).expect("a ZIP");
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("reads");
            (file.name().to_owned(), bytes)
        })
        .collect()
}

/// The archive's `data.json` of who is signed in.
pub async fn archive(persona: &mut Persona<'_>) -> serde_json::Value {
    let answer = persona.post(ARCHIVE, &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.html().main_text());
    let (_, data) = unzip(&answer.bytes).into_iter().find(|(name, _)| name == "data.json").expect("data.json");
    serde_json::from_slice(&data).expect("JSON")
}

#[tokio::test]
async fn the_archive_holds_what_one_wrote_and_no_secret() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let answer = ngo.post(ARCHIVE, &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/zip");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    let files = unzip(&answer.bytes);
    let (_, data) = files.iter().find(|(name, _)| name == "data.json").expect("data.json");
    let text = String::from_utf8(data.clone()).expect("UTF-8");
    let data: serde_json::Value = serde_json::from_slice(data).expect("JSON");
    assert_eq!(data["person"][0]["email"], "ngo@demo.example");
    for section in ["memberships", "papers", "comments", "receipts", "acts", "signed_in_browsers"] {
        assert!(!data[section].as_array().expect("a section").is_empty(), "{section}");
    }
    for receipt in data["receipts"].as_array().expect("receipts") {
        let (_, content) = files.iter().find(|(name, _)| *name == receipt["file"]).expect("the file of the receipt");
        let (_, signed) = files.iter().find(|(name, _)| *name == receipt["signed_receipt"]).expect("the signed receipt");
        let signed = engine::proof::SignedReceipt::from_file(std::str::from_utf8(signed).expect("UTF-8"))
            .and_then(|signed| signed.read())
            .expect("a receipt");
        assert_eq!(signed.number, receipt["number"].as_str().expect("a number"));
        assert_eq!(engine::auth::hex(&Sha256::digest(content)), receipt["sha256"], "the very bytes");
        assert!(receipt["received_at"].as_str().expect("a time").ends_with('Z'));
    }
    for secret in ["password", "argon2", "token_hash", "secret"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let others = app.signed_in("business").await.post(ARCHIVE, &[]).await;
    assert!(!String::from_utf8_lossy(&unzip(&others.bytes)[0].1).contains("ngo@demo.example"), "nobody else's");
}

#[tokio::test]
async fn an_address_that_was_only_typed_gives_nothing_of_its_owner_away() {
    let app = TestApp::new().await;
    // Somebody is invited; somebody else registers with that address and cannot read its mail.
    let members = format!("{}/members", crate::organisations::own_organisation(&mut app.signed_in("ngo").await).await);
    let invitation = [("act", "invite"), ("email", "victim@example.org"), ("function", "drafter")];
    app.signed_in("ngo").await.submit(&members, &invitation).await;
    let mut stranger = crate::accounts::register(&app, "victim@example.org").await;
    let code = crate::accounts::code_in(&crate::accounts::mail_to(&mut stranger, "victim@example.org").await);
    let data = archive(&mut stranger).await;
    assert_eq!((data["mails"].as_array().map(Vec::len), data["invitations"].as_array().map(Vec::len)), (Some(0), Some(0)));
    let text = data.to_string();
    assert!(!text.contains(&code) && !text.contains("/confirm/") && !text.contains("/invitations/"), "{text}");
    let gone = stranger.post(PAGE, &[("own_email", "victim@example.org")]).await;
    assert_eq!(gone.status, StatusCode::OK, "{}", gone.html().main_text());
    let page = app.signed_in("ngo").await.get(&members).await.html().main_text();
    assert!(page.contains("victim@example.org"), "the invitation is still open: {page}");
}

#[tokio::test]
async fn the_words_of_a_draft_stay_with_its_organisation() {
    let app = TestApp::new().await;
    let round = crate::papers::open_round(&app).await;
    let members = format!("{}/members", crate::organisations::own_organisation(&mut app.signed_in("ngo").await).await);
    let mut drafter = app.signed_in("drafter.ngo").await;
    let words = paper_fields(&[("title", "Begun"), ("text", "Begun by the drafter."), ("round", &round)]);
    drafter.submit("/papers/new", &words).await;
    assert!(archive(&mut drafter).await.to_string().contains("Begun by the drafter."));
    drafter.submit(&members, &[("act", "leave")]).await;
    let data = archive(&mut drafter).await;
    let papers = data["papers"].as_array().expect("papers");
    assert!(papers.iter().all(|paper| paper["state"] == "accepted" || paper["text"].is_null()), "{papers:?}");
    assert!(!data.to_string().contains("Begun by the drafter."));
}

#[tokio::test]
async fn how_long_what_is_kept_stands_one_link_away() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let link = ngo.get(PAGE).await.html().link("How long what is kept");
    let (page, section) = link.split_once('#').expect("a section");
    let kept = ngo.get(page).await.html().text(&format!("#{section}"));
    for words in ["14 days", "3 days", "180 days", "400 days", "Names you had here before"] {
        assert!(kept.contains(words), "{words}: {kept}");
    }
}

#[tokio::test]
async fn the_archive_and_the_deletion_ask_who_it_is() {
    let app = TestApp::new().await;
    assert_ne!(app.visitor().post(ARCHIVE, &[]).await.status, StatusCode::OK);
    let mut academia = app.signed_in("academia").await;
    app.advance(Span::HOUR);
    assert_eq!(academia.post(ARCHIVE, &[]).await.status, StatusCode::FORBIDDEN, "the proof is an hour old");
    let asked = academia.post(PAGE, &[("own_email", "academia@demo.example")]).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(
        asked.html().all_hidden().contains(&("pending.own_email".to_owned(), "academia@demo.example".to_owned())),
        "what was typed waits"
    );
    assert_eq!(app.signed_in("academia").await.get("/desk").await.status, StatusCode::OK, "the account is there");
}

#[tokio::test]
async fn a_deleted_account_is_gone_and_what_it_submitted_stays() {
    let app = TestApp::new().await;
    let mut person = app.signed_in("academia").await;
    let wrong = person.post(PAGE, &[("own_email", "business@demo.example")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.html().errors().len(), 1);
    let public = app.visitor().get("/papers").await.html().links("");
    let papers: Vec<String> = public.into_iter().filter(|l| l.starts_with("/papers/") && !l.ends_with("/new")).collect();
    let id = {
        let mut tx = app.portal.database().read().await.expect("reads");
        engine::store::people::id_by_email(&mut tx, "academia@demo.example").await.expect("reads").expect("is there")
    };

    let gone = person.post(PAGE, &[("own_email", " ACADEMIA@demo.example ")]).await;
    assert_eq!(gone.status, StatusCode::OK, "{}", gone.html().main_text());
    assert!(gone.headers[header::SET_COOKIE].to_str().expect("ASCII").contains("Max-Age=0"));
    assert_ne!(person.get("/desk").await.status, StatusCode::OK);
    let again = app.visitor().post("/sign-in", &[("email", "academia@demo.example"), ("password", engine::demo::PASSWORD)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "as if it had never been");

    for paper in papers {
        assert_eq!(app.visitor().get(&paper).await.status, StatusCode::OK, "{paper} is still public");
    }
    let mut tx = app.portal.database().read().await.expect("reads");
    let left = engine::store::people::by_id(&mut tx, id).await.expect("reads").expect("records name the id");
    assert_eq!((left.full_name.as_str(), left.confirmed), ("", false));
    assert!(!left.email.contains('@'), "no address: {}", left.email);
    let farewell = engine::store::mails::latest(&mut tx).await.expect("reads");
    assert_eq!(farewell.iter().filter(|mail| mail.recipient == "academia@demo.example").count(), 1, "one last mail, the others are gone");
}

#[tokio::test]
async fn colleagues_are_not_left_without_a_contact_point() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let page = ngo.get(PAGE).await.html();
    assert!(!page.link("Hand over the contact point of Jukwaa").is_empty() && !page.has_button("Delete my account"));
    assert_eq!(ngo.post(PAGE, &[("own_email", "ngo@demo.example")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ngo.get("/desk").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_office_is_given_back_first() {
    let app = TestApp::new().await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let page = moderator.get(PAGE).await.html();
    assert!(
        page.link("You hold an office: Moderator, SG-RNP") == "/bodies/oewg/offices" && !page.has_button("Delete my account"),
        "{}",
        page.main_text()
    );
    let refused = moderator.post(PAGE, &[("own_email", "moderator.rnp@demo.example")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(moderator.get("/moderation").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_word_stands_where_the_name_of_somebody_gone_would_be() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    // One who held an office, one who claimed a contact point and met an objection.
    let office = [("email", "drafter.ngo@demo.example"), ("office", "moderator:SG-CHI"), ("until", "2027-06-30"), ("reason", "Agreed.")];
    chair.submit("/bodies/oewg/offices/new", &office).await;
    let end = chair.get("/bodies/oewg/offices").await.html().link_in_row("Drafter", "End this office");
    chair.submit(&end, &[("reason", "Moved on.")]).await;
    let members = format!("{}/members", crate::organisations::own_organisation(&mut app.signed_in("ngo").await).await);
    let mut drafter = app.signed_in("drafter.ngo").await;
    drafter.submit(&members, &[("act", "claim"), ("reason", "Gone.")]).await;
    let mut secretariat = app.signed_in("secretariat").await;
    let claim = secretariat.get("/secretariat").await.html().link("See this claim");
    let claim = claim.split_once("#claim-").expect("a claim").1.to_owned();
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&members, &[("act", "object"), ("target", &claim), ("reason", "I am here.")]).await;
    let file = secretariat.get("/secretariat/find?q=drafter.ngo").await.html().link("Drafter");

    let gone = drafter.post(PAGE, &[("own_email", "drafter.ngo@demo.example")]).await;
    assert_eq!(gone.status, StatusCode::OK, "{}", gone.html().main_text());
    let history = chair.get("/bodies/oewg/offices").await.html().texts("main li.row h3");
    assert!(history.iter().any(|name| name == "Former participant") && history.iter().all(|name| !name.is_empty()), "{history:?}");
    assert!(chair.get("/ar/bodies/oewg/offices").await.html().texts("main li.row h3").iter().any(|name| name == "مشارك سابق"));
    let page = ngo.get(&members).await.html().main_text();
    assert!(page.contains("Former participant asks to become the contact point") && page.contains("withdrawn"), "{page}");
    assert!(secretariat.get("/secretariat").await.html().main_text().contains("No claim waits for you"));
    assert_eq!(secretariat.get(&file).await.status, StatusCode::NOT_FOUND, "nobody is behind the file any more");
    assert_eq!(secretariat.post(&format!("{file}/resend"), &[]).await.status, StatusCode::NOT_FOUND);
}
