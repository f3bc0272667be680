//! Signing up in three pages: close names, colleagues by domain, founding, and what stands against programs.

use crate::accounts::FORM;
use crate::organisations::own_organisation;
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

fn form<'a>(email: &'a str, organisation: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut form = FORM.to_vec();
    form[0].1 = email;
    form[3].1 = organisation;
    form
}

async fn confirm(app: &TestApp, persona: &mut Persona<'_>, email: &str) {
    let mut visitor = app.visitor();
    for link in visitor.get("/dev/outbox").await.html().links("") {
        if link.starts_with("/dev/outbox/") {
            let text = visitor.get(&link).await.html().main_text();
            if text.contains(email) {
                let code = text.split(|c: char| !c.is_ascii_digit()).find(|w| w.len() == 6).expect("a code").to_owned();
                persona.submit("/confirm", &[("code", &code)]).await;
                return;
            }
        }
    }
    panic!("no mail to {email}");
}

#[tokio::test]
async fn a_close_name_leads_to_a_choice_and_the_primary_button_walks_on() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    let (location, page) = ana.submit("/register", &form("ana@sure.example", "KESTREL BAY SYSTEM Ltd.")).await;
    assert_eq!(location, "/register/organisation");
    let html = page.html();
    assert!(html.has_button("Ask to join Kestrel Bay Systems (invented)"), "{}", html.main_text());
    assert!(html.has_button("None of these: register KESTREL BAY SYSTEM Ltd."));
    // Nothing is decided yet: no organisation, and nothing lost.
    assert!(ana.get("/desk").await.html().main_text().contains("You have not chosen your organisation yet"));
    let (location, _) = ana.submit("/register/organisation", &[("typed", "yes")]).await;
    assert_eq!(location, "/confirm");
    let desk = ana.get("/desk").await.html().main_text();
    assert!(desk.contains("KESTREL BAY SYSTEM Ltd.") && desk.contains("Contact point"), "{desk}");
    // The same click again makes no second one.
    ana.submit("/register/organisation", &[("typed", "yes")]).await;
    let desk = ana.get("/desk").await.html();
    assert_eq!(desk.links("KESTREL BAY").len(), 1);
}

#[tokio::test]
async fn who_joins_instead_waits_for_the_contact_point_and_writes_then() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    let (_, page) = ana.submit("/register", &form("ana@sure.example", "Kestrel Bay Systems")).await;
    assert!(page.html().has_button("Ask to join"));
    let organisation = own_organisation(&mut app.signed_in("business").await).await;
    let (location, _) = ana.submit(&format!("{organisation}/join"), &[]).await;
    assert_eq!(location, "/confirm");
    assert!(ana.get("/desk").await.html().main_text().contains("Your request waits for an answer"));
    let round = crate::papers::open_round(&app).await;
    assert_eq!(ana.get(&format!("/papers/new?round={round}")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ana.post("/register/organisation", &[("typed", "yes")]).await.status, StatusCode::NOT_FOUND, "the choice is made");
    let members = format!("{organisation}/members");
    let mut business = app.signed_in("business").await;
    let text = business.get(&members).await.text();
    assert!(text.contains("address NOT confirmed"));
    let at = text.find("value=\"accept\"").expect("the form that accepts");
    let id = text[at..].split("name=\"target\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("its target").to_owned();
    business.submit(&members, &[("act", "accept"), ("target", &id), ("function", "drafter")]).await;
    assert_eq!(ana.get(&format!("/papers/new?round={round}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn without_a_likeness_there_is_no_second_page() {
    let app = TestApp::new().await;
    let (location, _) = app.visitor().submit("/register", &form("ana@gmail.com", "Quite another name")).await;
    assert_eq!(location, "/confirm");
}

#[tokio::test]
async fn colleagues_are_found_by_domain_and_hidden_ones_only_once_the_address_is_confirmed() {
    let app = TestApp::new().await;
    // The first of a house nobody knows: not public, so nobody is told of it …
    let mut first = app.visitor();
    let (location, _) = first.submit("/register", &form("first@mnazi.example", "Mnazi Foundation")).await;
    assert_eq!(location, "/confirm");
    confirm(&app, &mut first, "first@mnazi.example").await;
    app.advance(Span::MINUTE);
    let mut second = app.visitor();
    let (location, _) = second.submit("/register", &form("second@mnazi.example", "Mnazi")).await;
    assert_eq!(location, "/confirm", "an address that is not confirmed learns nothing");
    assert!(!second.get("/register/organisation").await.text().contains("Mnazi Foundation"));
    // … before the address is known to be theirs.
    confirm(&app, &mut second, "second@mnazi.example").await;
    let done = second.get("/confirm").await.html();
    let find = done.link("See whether you belong together");
    let html = second.get(&find).await.html();
    assert!(html.has_button("Ask to join Mnazi Foundation"), "{}", html.main_text());
    let organisation = own_organisation(&mut first).await;
    second.submit(&format!("{organisation}/join"), &[]).await;
    assert!(first.get("/desk").await.html().main_text().contains("1 request to join"));
    // Others at other domains still find nothing.
    let other = app.signed_in("ngo").await.post(&format!("{organisation}/join"), &[]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_has_no_organisation_finds_or_registers_one() {
    let app = TestApp::new().await;
    let mut secretariat = app.signed_in("secretariat").await;
    let found = secretariat.get("/register/organisation?search=lakeside").await.html();
    assert!(found.has_button("Ask to join Lakeside Institute"), "{}", found.main_text());
    let empty = secretariat.post("/register/organisation", &[("organisation_name", " "), ("stakeholder_type", "x"), ("region", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.html().errors().len(), 3);
    let fields = [("organisation_name", "Own house"), ("stakeholder_type", "ngo"), ("region", "global")];
    let (location, desk) = secretariat.submit("/register/organisation", &fields).await;
    assert_eq!(location, "/desk");
    assert!(desk.html().main_text().contains("Own house"));
    // A close name is asked about here too.
    let fields = [("organisation_name", "Kestrel Bay System"), ("stakeholder_type", "business"), ("region", "global")];
    let (location, choice) = secretariat.submit("/register/organisation", &fields).await;
    assert_eq!(location, "/register/organisation");
    assert!(choice.html().has_button("None of these: register Kestrel Bay System"), "{}", choice.html().main_text());
    let (_, desk) = secretariat.submit("/register/organisation", &[("typed", "yes")]).await;
    assert!(desk.html().main_text().contains("Kestrel Bay System"));
    assert_eq!(app.visitor().get("/register/organisation").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn programs_are_asked_to_press_again_and_people_never_lose_what_they_typed() {
    let app = TestApp::new().await;
    // The field nobody sees.
    let mut robot = FORM.to_vec();
    robot.push(("homepage", "https://spam.example"));
    let answer = app.visitor().post("/register", &robot).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = answer.html();
    assert_eq!(html.errors().len(), 1);
    assert_eq!((html.value("Email").as_str(), html.value("Organisation name").as_str()), ("ana@example.org", "Cámara de ejemplo"));
    assert_eq!(html.value("Leave this field empty"), "", "pressing again is enough");
    // Forms that come back at once: a dozen, then no more for a while.
    let mut last = StatusCode::OK;
    for n in 0..14 {
        let email = format!("quick{n}@gmail.com");
        last = app.visitor().post("/register", &form(&email, "Quick house")).await.status;
    }
    assert_eq!(last, StatusCode::UNPROCESSABLE_ENTITY);
    // Whoever takes the time that people take is not held up.
    let mut person = app.visitor();
    let stamp = person.get("/register").await.html().hidden("stamp");
    app.advance(Span::SECOND.times(4));
    let mut fields = form("slow@gmail.com", "Slow house");
    fields.push(("stamp", &stamp));
    assert_eq!(person.post("/register", &fields).await.status, StatusCode::SEE_OTHER);
    // A sign one made up is none.
    let mut forged = form("forged@gmail.com", "Forged house");
    let made_up = format!("{}.{}", app.now().0 - 10_000_000, "0".repeat(64));
    forged.push(("stamp", &made_up));
    assert_eq!(app.visitor().post("/register", &forged).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_writes_for_several_is_asked_and_the_last_one_is_proposed() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit("/register/organisation", &[("organisation_name", "Second house"), ("stakeholder_type", "ngo"), ("region", "global")]).await;
    let round = crate::papers::open_round(&app).await;
    let new = format!("/papers/new?round={round}");
    let editor = ngo.get(&new).await.html();
    let second = editor.option("Organisation", "Second house");
    assert_ne!(editor.value("Organisation"), second, "the first one is proposed first");
    let fields =
        paper_fields(&[("title", "For the second"), ("text", "Words"), ("round", round.as_str()), ("organisation", second.as_str())]);
    let (_, saved) = ngo.submit("/papers/new", &fields).await;
    assert!(saved.html().main_text().contains("Second house"), "{}", saved.html().main_text());
    app.advance(Span::MINUTE);
    assert_eq!(ngo.get(&new).await.html().value("Organisation"), second, "the last one is proposed next");
    let provision = crate::comments::paragraph(&mut ngo, "1").await;
    assert_eq!(ngo.get(&provision).await.html().value("Organisation"), second);
    // Nobody writes for an organisation that is not theirs.
    let foreign = own_organisation(&mut app.signed_in("business").await).await.replace("/organisations/", "");
    for wrong in [foreign.as_str(), "x"] {
        let mut fields = fields.clone();
        fields[6].1 = wrong;
        fields[0].1 = "Foreign";
        let status = ngo.post("/papers/new", &fields).await.status;
        assert!(status == StatusCode::FORBIDDEN || status == StatusCode::UNPROCESSABLE_ENTITY, "{wrong}: {status}");
    }
    // Who writes for one is not asked.
    let business = app.signed_in("business").await.get(&new).await.text();
    assert!(!business.contains("name=\"organisation\""));
}
