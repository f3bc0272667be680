//! The own name and the language of mails.

use crate::accounts::{mail_to, register};
use crate::own_data::archive;
use crate::support::{Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

const PAGE: &str = "/account/details";

/// What the secretariat finds for a query.
async fn found(secretariat: &mut Persona<'_>, query: &str) -> String {
    let query = form_urlencoded::byte_serialize(query.as_bytes()).collect::<String>();
    secretariat.get(&format!("/secretariat/find?q={query}")).await.html().main_text()
}

/// How often an act stands in the own log.
async fn acts(persona: &mut Persona<'_>, act: &str) -> usize {
    let acts = archive(persona).await["acts"].clone();
    acts.as_array().expect("acts").iter().filter(|event| event["act"] == act).count()
}

#[tokio::test]
async fn a_name_is_corrected_and_found_and_the_one_before_is_kept_for_the_secretariat() {
    let app = TestApp::new().await;
    let mut ana = register(&app, "ana@example.org").await;
    // No dangerous act: an old proof will do.
    app.advance(Span::HOUR);
    let page = ana.get(PAGE).await.html();
    assert_eq!((page.value("Full name"), page.value("Language of mails")), ("Ana Pérez".to_owned(), "en".to_owned()));
    let (location, hub) = ana.submit(PAGE, &[("full_name", "  Ana Pérez Soto "), ("mail_language", "en")]).await;
    assert_eq!(location, "/account?changed=details");
    let text = hub.html().main_text();
    assert!(text.contains("Ana Pérez Soto") && text.contains("are saved"), "{text}");

    let mut secretariat = app.signed_in("secretariat").await;
    assert!(found(&mut secretariat, "pérez soto").await.contains("ana@example.org"));
    assert!(!found(&mut secretariat, "pérez ana@").await.contains("ana@example.org"), "the key of the old name is gone");
    let file = secretariat.get("/secretariat/find?q=ana%40example.org").await.html().link("Ana Pérez Soto");
    let file = secretariat.get(&file).await.html().main_text();
    assert!(file.contains("Earlier names Ana Pérez · until 24 November 2026"), "{file}");
    app.advance(Span::MINUTE);
    ana.submit(PAGE, &[("full_name", "Ana P. Soto"), ("mail_language", "en")]).await;
    ana.submit("/account/prove", &[("password", "a long enough password")]).await;
    let data = archive(&mut ana).await;
    assert_eq!(data["earlier_names"][0]["old_name"], "Ana Pérez");
    assert_eq!(data["earlier_names"][1]["new_name"], "Ana P. Soto");
    // The log of acts never changes, and outlives the name: it must not hold it.
    let log = data["acts"].to_string();
    assert!(log.contains("name_corrected") && !log.contains("Soto") && !log.contains("Pérez"), "{log}");

    ana.post("/account/data", &[("own_email", "ana@example.org")]).await;
    let mut tx = app.portal.database().read().await.expect("reads");
    let gone = engine::store::files::people(&mut tx, "soto", ("", ""), 10).await.expect("reads");
    assert!(gone.is_empty(), "{gone:?}");
    let id = data["person"][0]["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
    assert_eq!(engine::store::names::former(&mut tx, id).await.expect("reads"), [], "the earlier names go with the account");
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let long = "x".repeat(201);
    for (name, language, errors) in
        [("", "en", 1), ("a\u{0}b", "ar", 1), (long.as_str(), "en", 1), ("Amina \u{202e}", "fr", 2), ("Amina", "", 1)]
    {
        let refused = ngo.post(PAGE, &[("full_name", name), ("mail_language", language)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?} {language}");
        let html = refused.html();
        assert_eq!(html.errors().len(), errors, "{:?}", html.errors());
        if language == "ar" {
            assert_eq!(html.value("Language of mails"), "ar");
        }
        if language == "fr" {
            assert_eq!(html.value("Full name"), name);
        }
    }
    assert!(!ngo.get("/account").await.html().main_text().contains("Amina"));
    // Twice the same is no correction.
    let stored = ngo.get(PAGE).await.html().value("Full name");
    ngo.submit(PAGE, &[("full_name", &stored), ("mail_language", "en")]).await;
    assert_eq!(acts(&mut ngo, "name_corrected").await, 0);
    // Who corrects all the time is asked to wait, and loses nothing.
    let mut last = StatusCode::OK;
    for n in 0..12 {
        let answer = ngo.post(PAGE, &[("full_name", &format!("Name {n}")), ("mail_language", "en")]).await;
        last = answer.status;
        if last == StatusCode::TOO_MANY_REQUESTS {
            assert_eq!(answer.html().value("Full name"), format!("Name {n}"));
            break;
        }
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn mails_come_in_the_language_that_was_chosen() {
    let app = TestApp::new().await;
    let mut ana = register(&app, "ana@example.org").await;
    assert!(mail_to(&mut ana, "ana@example.org").await.contains("Dear"));
    ana.submit(PAGE, &[("full_name", "Ana Pérez"), ("mail_language", "ar")]).await;
    assert_eq!((acts(&mut ana, "name_corrected").await, acts(&mut ana, "mail_language_changed").await), (0, 1));
    app.advance(Span::SECOND);
    // Asked for on an English page: the mail is for its reader, not for the page.
    ana.submit("/confirm/resend", &[]).await;
    let mail = mail_to(&mut ana, "ana@example.org").await;
    assert!(mail.contains("تأكيد") && mail.contains("/ar/confirm/"), "{mail}");
    app.advance(Span::SECOND);
    ana.submit("/account/email", &[("email", "ana.soto@example.org")]).await;
    let mail = mail_to(&mut ana, "ana.soto@example.org").await;
    assert!(mail.contains("/ar/confirm/"), "{mail}");
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_and_the_form_waits() {
    let app = TestApp::new().await;
    let mut nobody = app.visitor();
    assert_eq!(nobody.get(PAGE).await.status, StatusCode::FORBIDDEN);
    let sent = nobody.post(PAGE, &[("full_name", "Ana"), ("mail_language", "ar")]).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    let kept = sent.html().all_hidden();
    assert!(kept.contains(&("pending.full_name".to_owned(), "Ana".to_owned())), "{kept:?}");
}

#[tokio::test]
async fn an_invitation_comes_in_the_language_of_who_is_invited() {
    let app = TestApp::new().await;
    let mut business = app.signed_in("business").await;
    let name = business.get(PAGE).await.html().value("Full name");
    business.submit(PAGE, &[("full_name", &name), ("mail_language", "ar")]).await;
    let mut ngo = app.signed_in("ngo").await;
    let members = format!("{}/members", crate::organisations::own_organisation(&mut ngo).await);
    for (email, prefix) in [("business@demo.example", "/ar/invitations/"), ("nobody.yet@example.org", "/invitations/")] {
        app.advance(Span::SECOND);
        ngo.submit(&members, &[("act", "invite"), ("email", email), ("function", "drafter")]).await;
        let mail = mail_to(&mut ngo, email).await;
        assert!(mail.contains(&format!("{}{prefix}", crate::support::ORIGIN)), "{mail}");
    }
}
