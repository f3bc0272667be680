//! The secretariat's desk: finding, the state of mail, resending, approving and declining, claims, a lost second factor.

use crate::support::{Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

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

    app.advance(Span::SECOND);
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
    app.advance(Span::SECOND);
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
    app.advance(Span::SECOND);
    crate::accounts::confirm(&mut ana, "ana.soto@example.org").await;
    ana.submit("/account/email", &[("email", "third@example.org")]).await;
    assert_eq!([found("ana.soto%40").await, found("third%40").await], [true, false], "not before it is confirmed");
    app.advance(Span::SECOND);
    let code = crate::accounts::code_in(&crate::accounts::mail_to(&mut ana, "third@example.org").await);
    ana.submit("/account/email", &[("code", &code)]).await;
    assert_eq!([found("ana.soto%40").await, found("third%40").await], [false, true]);
}

/// The file of a demonstration login.
async fn file_of(secretariat: &mut Persona<'_>, name: &str) -> String {
    let found = secretariat.get(&format!("/secretariat/find?q={name}%40demo")).await.html();
    found.links("").into_iter().find(|link| link.starts_with("/secretariat/people/")).expect("somebody is found")
}

#[tokio::test]
async fn a_lost_second_factor_is_removed_from_the_file_of_its_person() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let mut secretariat = app.signed_in("secretariat").await;
    let (file, without) = (file_of(&mut secretariat, "chair").await, file_of(&mut secretariat, "ngo").await);
    let page = secretariat.get(&without).await.html();
    assert!(page.main_text().contains("Not set up") && page.links("Remove the lost second factor").is_empty());
    assert_eq!(secretariat.get(&format!("{without}/second-factor")).await.status, StatusCode::NOT_FOUND);

    let remove = secretariat.get(&file).await.html().link("Remove the lost second factor");
    assert_eq!(remove, format!("{file}/second-factor"));
    let page = secretariat.get(&remove).await.html().main_text();
    assert!(page.contains("the password alone opens the account") && page.contains("signed out at once"), "{page}");
    assert_eq!(secretariat.post(&remove, &[("reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(chair.get("/desk").await.status, StatusCode::OK, "nothing has happened yet");

    let (_, page) = secretariat.submit(&remove, &[("reason", "Called back at the mission.")]).await;
    let page = page.html();
    assert!(page.main_text().contains("The second factor is removed") && page.links("Remove the lost second factor").is_empty());
    assert_eq!(chair.get("/desk").await.status, StatusCode::FORBIDDEN, "all sessions end");
    assert!(crate::accounts::mail_to(&mut secretariat, "chair@demo.example").await.contains("Called back at the mission."));
    assert_eq!(secretariat.post(&remove, &[("reason", "Again.")]).await.status, StatusCode::NOT_FOUND, "there is none any more");
    let mut again = app.visitor();
    let answer = again.post("/sign-in", &[("email", "chair@demo.example"), ("password", engine::demo::PASSWORD)]).await;
    assert_eq!(answer.location(), "/account/second-factor", "the password alone, until a new one is set up");

    let ctx = app.ctx_of("secretariat@demo.example", app.now()).await;
    let person = ctx.actor.signed_in().expect("signed in").person;
    let mut tx = app.portal.database().read().await.expect("reads");
    let acts = engine::store::own_data::everything(&mut tx, person, Some("secretariat@demo.example")).await.expect("reads");
    let (_, acts) = acts.into_iter().find(|(name, _)| *name == "acts").expect("acts");
    let reason = |detail: &str| detail.contains("Called back at the mission.");
    assert!(acts.iter().any(|act| act.text("act") == Some("second_factor_removed") && act.text("detail").is_some_and(reason)));
}

#[tokio::test]
async fn a_second_factor_is_removed_by_a_fresh_secretariat_or_an_administrator_and_by_nobody_else() {
    let app = TestApp::new().await;
    let mut secretariat = app.signed_in("secretariat").await;
    app.signed_in("chair").await;
    let remove = format!("{}/second-factor", file_of(&mut secretariat, "chair").await);
    let none = format!("{}/second-factor", file_of(&mut secretariat, "ngo").await);
    for who in ["ngo", "moderator.rnp", "chair"] {
        let mut persona = app.signed_in(who).await;
        for path in [&remove, &none] {
            assert_eq!(persona.get(path).await.status, StatusCode::FORBIDDEN, "{who}: who has one is not theirs to know");
            assert_eq!(persona.post(path, &[("reason", "R")]).await.status, StatusCode::FORBIDDEN, "{who}");
        }
    }
    assert_eq!(app.visitor().get(&remove).await.status, StatusCode::FORBIDDEN);

    let own = file_of(&mut secretariat, "secretariat").await;
    assert!(secretariat.get(&own).await.html().links("Remove the lost second factor").is_empty(), "not one's own");
    assert_eq!(secretariat.post(&format!("{own}/second-factor"), &[("reason", "R")]).await.status, StatusCode::FORBIDDEN);

    app.advance(Span::MINUTE.times(15));
    let file = remove.trim_end_matches("/second-factor");
    assert_eq!(secretariat.get(file).await.html().links("Remove the lost second factor").len(), 1, "the way stays in sight");
    let stale = secretariat.get(&remove).await;
    assert_eq!(stale.status, StatusCode::FORBIDDEN);
    assert!(stale.html().link("Enter your password").ends_with("factor"), "and leads back here");
    let sent = secretariat.post(&remove, &[("reason", "Typed before the proof.")]).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    assert!(sent.html().all_hidden().contains(&("pending.reason".to_owned(), "Typed before the proof.".to_owned())));

    let mut admin = app.signed_in("admin").await;
    let page = admin.get("/admin").await.html();
    assert_eq!(page.link_in_row("Chair (demonstration)", "Remove the lost second factor"), remove);
    assert_eq!(page.links("Remove the lost second factor").len(), 2, "chair and secretariat, not one's own");
    assert_eq!(admin.get(&remove).await.status, StatusCode::OK);
    let (location, page) = admin.submit(&remove, &[("reason", "The only secretariat.")]).await;
    assert_eq!(location, "/admin?factor-removed");
    assert!(page.html().main_text().contains("The second factor is removed. The person is told by mail."));
}

#[tokio::test]
async fn claims_wait_on_the_desk_until_they_are_decided() {
    let app = TestApp::new().await;
    let members = format!("{}/members", crate::organisations::own_organisation(&mut app.signed_in("ngo").await).await);
    let mut drafter = app.signed_in("drafter.ngo").await;
    drafter.submit(&members, &[("act", "claim"), ("reason", "She took another post.")]).await;
    let mut secretariat = app.signed_in("secretariat").await;
    let desk = secretariat.get("/secretariat").await.html();
    assert!(desk.main_text().contains("can object until 1 December 2026"), "{}", desk.main_text());
    let decide = desk.link_in_row("Jukwaa", "See this claim");
    let (place, claim) = decide.split_once("#claim-").expect("the claim itself");
    assert_eq!(place, members);
    // The way stays, and so do the forms, when the proof of who it is has grown old.
    app.advance(Span::DAY.times(7));
    let mut secretariat = app.signed_in("secretariat").await;
    app.advance(Span::HOUR);
    assert!(secretariat.get("/secretariat").await.html().main_text().contains("waits for the secretariat"));
    let page = secretariat.get(place).await.html();
    assert!(page.has_button("Confirm claim") && page.count(&format!("[id=\"claim-{claim}\"]")) == 1);
    assert_eq!(secretariat.post(place, &[("act", "confirm"), ("target", claim), ("reason", "R")]).await.status, StatusCode::FORBIDDEN);
    let mut secretariat = app.signed_in("secretariat").await;
    secretariat.submit(place, &[("act", "confirm"), ("target", claim), ("reason", "Nobody objected.")]).await;
    assert!(secretariat.get("/secretariat").await.html().main_text().contains("No claim waits for you"));
}

#[tokio::test]
async fn an_organisations_file_leads_to_its_members_its_page_and_a_merger() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    let mut form = crate::accounts::FORM;
    form[3].1 = "Lakeside Institute for Peace and Technologie (invented)";
    ana.submit("/register", &form).await;
    ana.submit("/register/organisation", &[("typed", "yes")]).await;
    let mut secretariat = app.signed_in("secretariat").await;
    let file = secretariat.get("/secretariat").await.html().link("Technologie");
    app.advance(Span::HOUR);
    let page = secretariat.get(&file).await.html();
    let id = file.trim_start_matches("/secretariat");
    assert_eq!(page.link("Public page"), id);
    assert_eq!(page.link("Members"), format!("{id}/members"));
    let merge = page.link("Merge into another organisation");
    assert_eq!(merge, format!("{id}/merge"), "also when the proof has grown old");
    let other = page.link("Lakeside Institute for Peace and Technology");
    assert_ne!(other, file, "a close name leads to the file of the other one");
    let mut secretariat = app.signed_in("secretariat").await;
    let into = other.trim_start_matches("/secretariat/organisations/");
    assert_eq!(secretariat.get(&merge).await.html().option("Organisation that stays", "Technology"), into);
    secretariat.submit(&merge, &[("into", into), ("reason", "Registered twice.")]).await;
    let old = secretariat.get(&file).await;
    assert_eq!((old.status, old.location()), (StatusCode::PERMANENT_REDIRECT, other));
}
