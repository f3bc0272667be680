//! Co-signing: authors open public papers, other organisations put their names to exactly these words, within the window.

use crate::grants::{closes_at, give, organisation_of};
use crate::ledger::mails;
use crate::support::{Answer, Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

const TITLE: &str = "Co-signing of position papers";
/// Its author has opened it in the demonstration's data, and three have signed it.
const PAPER: &str = "Exchanges of staff between response teams";

/// The demonstration's round of co-signing.
pub async fn round_of(app: &TestApp) -> String {
    let body = app.visitor().get("/bodies/oewg").await.html();
    body.link(TITLE).trim_start_matches("/rounds/").to_owned()
}

/// The page of the open paper in the round.
pub async fn open_paper(app: &TestApp) -> String {
    app.visitor().get(&format!("/rounds/{}", round_of(app).await)).await.html().link(PAPER)
}

/// Presses a button of the page: with what the page says of the words.
async fn press(browser: &mut Persona<'_>, page: &str, act: &str) -> Answer {
    let html = browser.get(page).await.html();
    let sha256 = html.attribute("input[name=sha256]", "value").unwrap_or_default();
    browser.post(page, &[("act", act), ("sha256", &sha256)]).await
}

fn says(answer: &Answer, words: &str) {
    let text = answer.html().main_text();
    assert!(text.contains(words), "{words}: {text}");
}

#[tokio::test]
async fn an_organisation_signs_is_named_and_takes_its_name_back() {
    let app = TestApp::new().await;
    let (round, page) = (round_of(&app).await, open_paper(&app).await);
    let name = organisation_of(&app, "ngo").await;
    let mut ngo = app.signed_in("ngo").await;
    says(&ngo.get("/desk").await, "none co-signed");
    let paper = ngo.get(&page).await.html().link("Read the paper");
    let public = app.visitor().get(&paper).await;
    says(&public, "Co-signed by 3 organisations");
    says(&public, "New York");
    assert_eq!(public.html().link("Open for co-signing until"), page);
    // What is signed is the words of the receipt everybody can check.
    let hash = ngo.get(&page).await.html().attribute("input[name=sha256]", "value").expect("the hash");
    assert_eq!(hash.len(), 64);

    assert_eq!(press(&mut ngo, &page, "sign").await.status, StatusCode::SEE_OTHER);
    says(&ngo.get(&page).await, "Your organisation has co-signed this paper");
    let names = app.visitor().get(&paper).await.html().texts("#co-signed li bdi");
    assert!(names.len() == 4 && names.iter().any(|named| named.contains(&name)), "{names:?}");
    assert!(names.windows(2).all(|pair| pair[0].to_lowercase() <= pair[1].to_lowercase()), "by name: {names:?}");
    says(&ngo.get("/desk").await, "1 co-signed");
    let told = mails(&app, "Co-signed: ").await;
    let of = |who: &str| told.iter().filter(|mail| mail.recipient == who && mail.body.contains(&name)).count();
    assert_eq!((of("ngo@demo.example"), of("harbour-csirt@organisations.demo.example")), (1, 1));
    assert!(told.iter().any(|mail| mail.recipient == "ngo@demo.example" && mail.body.contains(&hash)));
    // The same press again is the same request.
    ngo.post(&page, &[("act", "sign"), ("sha256", &hash)]).await;
    assert_eq!(mails(&app, "Co-signed: ").await.iter().filter(|mail| mail.recipient == "ngo@demo.example").count(), 1);
    // Other words than those that were read are not signed.
    let mut business = app.signed_in("business").await;
    let other = business.post(&page, &[("act", "sign"), ("sha256", &"0".repeat(64))]).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert_eq!(app.visitor().get(&paper).await.html().texts("#co-signed li").len(), 4);

    // The summary names them; it stays one paper.
    let mut chair = app.signed_in("chair").await;
    let session = app.visitor().get(&format!("/rounds/{round}")).await.html().link("Demonstration consultation 1");
    says(&chair.get(&format!("{session}/summary")).await, "Co-signed by 4 organisations");

    assert_eq!(press(&mut ngo, &page, "take-back").await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.visitor().get(&paper).await.html().texts("#co-signed li").len(), 3);
    assert_eq!(mails(&app, "No longer co-signed").await.iter().filter(|mail| mail.recipient == "ngo@demo.example").count(), 1);
    assert_eq!(press(&mut ngo, &page, "sign").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_author_opens_and_closes_and_does_not_sign() {
    let app = TestApp::new().await;
    let round = round_of(&app).await;
    let mut author = app.signed_in_as("northfell-cloud@organisations.demo.example").await;
    let page = author.get(&format!("/rounds/{round}")).await.html().link("Supply chain integrity");
    // Nobody signs what is not open, nor their own paper.
    let mut ngo = app.signed_in("ngo").await;
    says(&ngo.get(&page).await, "not open for co-signing");
    assert_eq!(press(&mut ngo, &page, "sign").await.status, StatusCode::FORBIDDEN);
    assert_eq!(press(&mut ngo, &page, "offer").await.status, StatusCode::FORBIDDEN);
    assert_eq!(press(&mut author, &page, "sign").await.status, StatusCode::FORBIDDEN);
    assert_eq!(press(&mut author, &page, "offer").await.status, StatusCode::SEE_OTHER);
    assert!(app.visitor().get(&format!("/rounds/{round}")).await.html().main_text().contains("Supply chain integrity"));
    assert_eq!(press(&mut ngo, &page, "sign").await.status, StatusCode::SEE_OTHER);
    assert_eq!(press(&mut author, &page, "close").await.status, StatusCode::SEE_OTHER);
    // Who has signed stays named.
    let paper = author.get(&page).await.html().link("Read the paper");
    says(&app.visitor().get(&paper).await, "Co-signed by 1 organisation");
    let mut business = app.signed_in("business").await;
    assert_eq!(press(&mut business, &page, "sign").await.status, StatusCode::FORBIDDEN);
    // Only the contact point signs.
    let open = open_paper(&app).await;
    let mut drafter = app.signed_in("drafter.ngo").await;
    says(&drafter.get(&open).await, "Only the contact point");
    assert_eq!(press(&mut drafter, &open, "sign").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_window_decides_and_a_grant_covers_co_signing() {
    let app = TestApp::new().await;
    let (round, page) = (round_of(&app).await, open_paper(&app).await);
    let closes = closes_at(&app, &round).await;
    let mut business = app.signed_in("business").await;
    press(&mut business, &page, "sign").await;
    app.clock.set(closes - Span::MICROSECOND);
    let mut ngo = app.signed_in("ngo").await;
    let hash = ngo.get(&page).await.html().attribute("input[name=sha256]", "value").expect("the hash");
    app.clock.set(closes);
    let mut ngo = app.signed_in("ngo").await;
    let refused = ngo.post(&page, &[("act", "sign"), ("sha256", &hash)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    says(&refused, "Co-signing closed on");
    // The names stand.
    let mut business = app.signed_in("business").await;
    assert_eq!(business.post(&page, &[("act", "take-back"), ("sha256", &hash)]).await.status, StatusCode::FORBIDDEN);

    let name = organisation_of(&app, "ngo").await;
    give(&app, &round, &name, closes + Span::DAY, "The board met a day later.").await;
    assert_eq!(press(&mut ngo, &page, "sign").await.status, StatusCode::SEE_OTHER);
    let mut academia = app.signed_in("academia").await;
    assert_eq!(academia.post(&page, &[("act", "sign"), ("sha256", &hash)]).await.status, StatusCode::FORBIDDEN);
    says(&app.visitor().get(&format!("/rounds/{round}/ledger")).await, &name);
}

#[tokio::test]
async fn what_is_not_public_or_not_of_the_session_is_not_there() {
    let app = TestApp::new().await;
    let round = round_of(&app).await;
    let mut business = app.signed_in("business").await;
    let draft = business.get("/desk").await.html().link("Lasting cooperation").replace("/papers/", "");
    let own = format!("/rounds/{round}/co-sign/{draft}");
    assert_eq!(business.get(&own).await.status, StatusCode::NOT_FOUND);
    assert_eq!(business.post(&own, &[("act", "offer"), ("sha256", "")]).await.status, StatusCode::NOT_FOUND);
    // A round of another kind has no such page.
    let papers = crate::papers::open_round(&app).await;
    let page = open_paper(&app).await.replace(&round, &papers);
    assert_eq!(business.get(&page).await.status, StatusCode::NOT_FOUND);
}
