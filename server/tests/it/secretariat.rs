//! The secretariat's desk: finding, the state of mail, resending, approving and declining.

use crate::support::TestApp;
use axum::http::StatusCode;

#[tokio::test]
async fn a_person_is_found_by_part_of_name_or_address_and_gets_a_new_confirmation() {
    let app = TestApp::new().await;
    let mut ana = crate::accounts::register(&app, "ana@example.org").await;
    let mut secretariat = app.signed_in("secretariat").await;
    for query in ["pérez", "ANA  p", "ana@exa", "example.org"] {
        let query = form_urlencoded::byte_serialize(query.as_bytes()).collect::<String>();
        let found = secretariat.get(&format!("/secretariat/find?q={query}")).await.html();
        assert!(found.main_text().contains("ana@example.org"), "{query}: {}", found.main_text());
    }
    for query in ["%25", "_", "!", "zzz"] {
        let found = secretariat.get(&format!("/secretariat/find?q={query}")).await;
        assert!(!found.html().main_text().contains("ana@example.org"), "{query} is no pattern");
    }
    let person = secretariat.get("/secretariat/find?q=ana%40example.org").await.html().link("Ana Pérez");
    let file = secretariat.get(&person).await;
    let text = file.html().main_text();
    assert!(text.contains("NOT confirmed") && text.contains("Confirm your e-mail address"), "{text}");
    let old = crate::accounts::code_in(&crate::accounts::mail_to(&mut ana, "ana@example.org").await);
    assert!(!file.text().contains(&old), "the code is for its owner alone");

    app.advance(app::domain::time::Span::SECOND);
    let (_, page) = secretariat.submit(&format!("{person}/resend"), &[]).await;
    assert!(page.html().main_text().contains("A new confirmation mail has been written"));
    let new = crate::accounts::code_in(&crate::accounts::mail_to(&mut ana, "ana@example.org").await);
    assert_eq!(ana.post("/confirm", &[("code", &old)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the older one is void");
    ana.submit("/confirm", &[("code", &new)]).await;
    assert!(!secretariat.get(&person).await.html().has_button("Send the confirmation again"));
    for _ in 0..5 {
        secretariat.post(&format!("{person}/resend"), &[]).await;
    }
    assert_eq!(secretariat.post(&format!("{person}/resend"), &[]).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn nobody_else_reads_the_files() {
    let app = TestApp::new().await;
    let mut secretariat = app.signed_in("secretariat").await;
    let person = secretariat.get("/secretariat/find?q=ngo%40demo").await.html().link("demo-ngo");
    let organisation = secretariat.get("/secretariat/find?q=kestrel").await.html().link("Kestrel Bay");
    assert!(person.starts_with("/secretariat/people/") && organisation.starts_with("/secretariat/organisations/"));
    for who in ["chair", "moderator.rnp", "admin", "ngo"] {
        let mut persona = app.signed_in(who).await;
        for path in ["/secretariat", "/secretariat/find?q=demo", &person, &organisation] {
            assert_eq!(persona.get(path).await.status, StatusCode::FORBIDDEN, "{who} {path}");
        }
        assert_eq!(persona.post(&format!("{person}/resend"), &[]).await.status, StatusCode::FORBIDDEN, "{who}");
        assert_eq!(persona.post(&organisation, &[("verdict", "approve")]).await.status, StatusCode::FORBIDDEN, "{who}");
    }
    assert_eq!(app.visitor().get("/secretariat").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_organisation_is_approved_or_declined_with_a_mail() {
    let app = TestApp::new().await;
    let mut ana = crate::accounts::register(&app, "ana@example.org").await;
    let mut secretariat = app.signed_in("secretariat").await;
    let desk = secretariat.get("/secretariat").await.html();
    let file = desk.link("Cámara de ejemplo");
    let no_reason = secretariat.post(&file, &[("verdict", "decline"), ("reason", "")]).await;
    assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    secretariat.submit(&file, &[("verdict", "decline"), ("reason", "Please give the full name.")]).await;
    assert!(crate::accounts::mail_to(&mut ana, "ana@example.org").await.contains("Please give the full name."));
    assert!(secretariat.get("/secretariat").await.html().links("Cámara de ejemplo").is_empty(), "it waits no more");

    // The decision can be changed: it is found, approved, and public where it has joined.
    app.advance(app::domain::time::Span::SECOND);
    let id = ana.get("/subgroups/sg-law").await.html().hidden("organisation");
    ana.submit("/subgroups/sg-law/join", &[("organisation", &id)]).await;
    let members = "/subgroups/sg-law/members";
    assert!(!app.visitor().get(members).await.text().contains("Cámara de ejemplo"));
    secretariat.submit(&file, &[("verdict", "approve"), ("reason", "")]).await;
    assert!(app.visitor().get(members).await.text().contains("Cámara de ejemplo"));
    assert!(crate::accounts::mail_to(&mut ana, "ana@example.org").await.contains("has approved"));
    let again = secretariat.post(&file, &[("verdict", "decline"), ("reason", "R")]).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN, "what is public stays public");
    assert!(secretariat.get(&file).await.html().main_text().contains("Please give the full name."), "the history stays");
}

#[tokio::test]
async fn a_person_is_found_by_the_new_address_and_no_more_by_the_old_one() {
    let app = TestApp::new().await;
    let mut ana = crate::accounts::register(&app, "ana@example.org").await;
    let mut secretariat = app.signed_in("secretariat").await;
    let mut found = async |address: &str| {
        let page = secretariat.get(&format!("/secretariat/find?q={address}")).await;
        !page.html().links("Ana Pérez").is_empty()
    };
    // A mistyped address is put right at once, a confirmed one by its code.
    ana.submit("/account/email", &[("email", "ana.soto@example.org")]).await;
    assert_eq!([found("ana.soto%40").await, found("ana%40example").await], [true, false]);
    app.advance(app::domain::time::Span::SECOND);
    crate::accounts::confirm(&mut ana, "ana.soto@example.org").await;
    ana.submit("/account/email", &[("email", "third@example.org")]).await;
    assert_eq!([found("ana.soto%40").await, found("third%40").await], [true, false], "not before it is confirmed");
    app.advance(app::domain::time::Span::SECOND);
    let code = crate::accounts::code_in(&crate::accounts::mail_to(&mut ana, "third@example.org").await);
    ana.submit("/account/email", &[("code", &code)]).await;
    assert_eq!([found("ana.soto%40").await, found("third%40").await], [false, true]);
}
