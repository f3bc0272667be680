//! Registering, confirming, signing in and out.

use crate::support::{Persona, TestApp};
use axum::http::{StatusCode, header};

pub const FORM: [(&str, &str); 6] = [
    ("email", "ana@example.org"),
    ("full_name", "Ana Pérez"),
    ("password", "a long enough password"),
    ("organisation_name", "Cámara de ejemplo"),
    ("stakeholder_type", "business"),
    ("region", "grulac"),
];

/// The newest mail to someone, as `/dev/outbox` shows it.
pub async fn mail_to(persona: &mut Persona<'_>, recipient: &str) -> String {
    let outbox = persona.get("/dev/outbox").await.html();
    for link in outbox.links("") {
        if link.starts_with("/dev/outbox/") {
            let text = persona.get(&link).await.html().main_text();
            if text.contains(recipient) {
                return text;
            }
        }
    }
    panic!("no mail to {recipient}");
}

pub fn code_in(mail: &str) -> String {
    mail.split(|c: char| !c.is_ascii_digit()).find(|w| w.len() == 6).unwrap_or_else(|| panic!("no code in {mail}")).to_owned()
}

/// A person nobody has met, with an organisation of their own; not confirmed.
pub async fn register<'a>(app: &'a TestApp, email: &str) -> Persona<'a> {
    let mut persona = app.visitor();
    let mut form = FORM;
    form[0].1 = email;
    persona.submit("/register", &form).await;
    persona
}

/// Confirms an address by the code of the newest mail.
pub async fn confirm(persona: &mut Persona<'_>, email: &str) {
    let code = code_in(&mail_to(persona, email).await);
    persona.submit("/confirm", &[("code", &code)]).await;
}

#[tokio::test]
async fn registering_signs_in_and_a_code_confirms() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    let (location, page) = ana.submit("/register", &FORM).await;
    assert_eq!(location, "/confirm");
    assert!(page.html().main_text().contains("ana@example.org"));
    let mail = mail_to(&mut ana, "ana@example.org").await;
    let code = code_in(&mail);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let refused = ana.post("/confirm", &[("code", wrong)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.html().errors().len(), 1);
    assert_eq!(refused.html().value("Code"), wrong, "what was typed stays");
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let (location, page) = ana.submit("/confirm", &[("code", &spaced)]).await;
    assert_eq!(location, "/confirm");
    assert!(!page.html().has_button("Confirm"), "{}", page.html().main_text());
    assert_eq!(ana.get("/desk").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_mistake_keeps_what_was_typed_but_the_password() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    let mut form = FORM;
    form[0].1 = "ana at example";
    form[5].1 = "atlantis";
    let page = ana.post("/register", &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = page.html();
    assert_eq!(html.errors().len(), 2, "{:?}", html.errors());
    assert_eq!(html.value("Email"), "ana at example");
    assert_eq!(html.value("Full name"), "Ana Pérez");
    assert_eq!(html.value("Stakeholder type"), "business");
    assert_eq!(html.value("Password"), "");
    assert!(!page.text().contains("a long enough password"));
    assert!(page.headers.get(header::SET_COOKIE).is_none());
}

#[tokio::test]
async fn an_address_registers_once() {
    let app = TestApp::new().await;
    app.visitor().submit("/register", &FORM).await;
    let mut form = FORM;
    form[0].1 = "ANA@example.org";
    let again = app.visitor().post("/register", &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn ten_wrong_codes_end_a_code_and_resending_makes_a_new_one() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    ana.submit("/register", &FORM).await;
    let code = code_in(&mail_to(&mut ana, "ana@example.org").await);
    for n in 0..10 {
        let guess = format!("{n:06}");
        if guess == code {
            ana.post("/confirm", &[("code", "999999")]).await;
        } else {
            ana.post("/confirm", &[("code", &guess)]).await;
        }
    }
    let late = ana.post("/confirm", &[("code", &code)]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "the right code does not help after ten wrong ones");
    app.advance(model::domain::time::Span::SECOND);
    ana.submit("/confirm/resend", &[]).await;
    let new = code_in(&mail_to(&mut ana, "ana@example.org").await);
    assert_ne!(new, code);
    let (_, page) = ana.submit("/confirm", &[("code", &new)]).await;
    assert!(!page.html().has_button("Confirm"));
}

#[tokio::test]
async fn the_link_shows_a_button_and_only_the_button_confirms() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    ana.submit("/register", &FORM).await;
    let mail = mail_to(&mut ana, "ana@example.org").await;
    let link =
        mail.split_whitespace().find(|w| w.contains("/confirm/")).expect("a link").trim_start_matches(crate::support::ORIGIN).to_owned();
    // Opened elsewhere, on a telephone that is not signed in.
    let mut telephone = app.visitor();
    let page = telephone.get(&link).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(ana.get("/confirm").await.html().has_button("Confirm"), "looking at the link confirms nothing");
    telephone.submit(&link, &[]).await;
    assert!(!ana.get("/confirm").await.html().has_button("Confirm"));
    assert_ne!(telephone.post(&link, &[]).await.status, StatusCode::SEE_OTHER, "a link serves once");
}

#[tokio::test]
async fn unknown_address_and_wrong_password_get_the_same_answer() {
    let app = TestApp::new().await;
    let known = app.visitor().post("/sign-in", &[("email", "ngo@demo.example"), ("password", "wrong password")]).await;
    let unknown = app.visitor().post("/sign-in", &[("email", "nobody@demo.example"), ("password", "wrong password")]).await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(known.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(known.text().replace("value=\"ngo@demo.example\"", "X"), unknown.text().replace("value=\"nobody@demo.example\"", "X"));
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let cookie = ngo.cookie().expect("a cookie").to_owned();
    assert_eq!(ngo.get("/desk").await.status, StatusCode::OK);
    ngo.submit("/sign-out", &[]).await;
    let stolen = app.send(crate::support::request(axum::http::Method::GET, "/desk", Some(&cookie), None)).await;
    assert_ne!(stolen.status, StatusCode::OK, "the old token is worth nothing");
}

#[tokio::test]
async fn signing_in_leads_back_but_never_away() {
    let app = TestApp::new().await;
    let demo = |next| [("email", "ngo@demo.example"), ("password", engine::demo::PASSWORD), ("next", next)];
    assert_eq!(app.visitor().post("/sign-in", &demo("/papers")).await.location(), "/papers");
    assert_eq!(app.visitor().post("/sign-in", &demo("//evil.example/")).await.location(), "/desk");
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let app = TestApp::new().await;
    let mut mallory = app.visitor();
    let mut statuses = Vec::new();
    for _ in 0..30 {
        statuses.push(mallory.post("/sign-in", &[("email", "chair@demo.example"), ("password", "guess")]).await.status);
    }
    assert_eq!(statuses.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
}
