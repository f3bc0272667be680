//! Accreditation: organisations apply within the window, the secretariat circulates and accredits, objections are the chair's, and
//! nobody's writing depends on it.

use crate::grants::{closes_at, give, organisation_of};
use crate::ledger::mails;
use crate::support::{Answer, Html, Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

const TITLE: &str = "Accreditation of stakeholders";

/// The demonstration's round for accreditation.
pub async fn round_of(app: &TestApp) -> String {
    let body = app.visitor().get("/bodies/oewg").await.html();
    body.link(TITLE).trim_start_matches("/rounds/").to_owned()
}

/// What somebody types; `version` as the form holds it.
fn fields<'a>(consultative: &'a str, words: &'a str, version: &'a str) -> [(&'a str, &'a str); 4] {
    [("consultative", consultative), ("purpose", words), ("activities", words), ("version", version)]
}

fn says(answer: &Answer, words: &str) {
    let text = answer.html().main_text();
    assert!(text.contains(words), "{words}: {text}");
}

/// The page of an organisation's application, as the secretariat finds it.
pub fn application_of(list: &Html, name: &str) -> String {
    list.link(name)
}

/// The boxes of a list of applications.
fn chosen(list: &Html) -> Vec<String> {
    list.attributes("input[type=checkbox][name=application]", "value")
}

/// Presses one of the buttons on the page of an application.
pub async fn press(browser: &mut Persona<'_>, page: &str, step: &str, more: &[(&str, &str)]) -> Answer {
    let read = browser.get(page).await.html().hidden("application");
    let mut fields = vec![("application", read.as_str()), ("step", step)];
    fields.extend_from_slice(more);
    browser.post(page, &fields).await
}

#[tokio::test]
async fn an_organisation_applies_is_circulated_and_accredited() {
    let app = TestApp::new().await;
    let round = round_of(&app).await;
    let (page, apply) = (format!("/rounds/{round}"), format!("/rounds/{round}/apply"));
    let name = organisation_of(&app, "business").await;

    let mut business = app.signed_in("business").await;
    says(&business.get("/desk").await, "NOT applied");
    assert_eq!(business.get(&page).await.html().link("Apply for accreditation"), apply);
    // Without consultative status both texts are needed; nothing typed is lost.
    let refused = business.post(&apply, &fields("none", "", "0")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.html().value("ECOSOC consultative status"), "none");
    let (location, stored) = business.submit(&apply, &fields("none", "We keep <networks> running.", "0")).await;
    assert_eq!(location, apply);
    says(&stored, "Interest expressed");
    says(&business.get("/desk").await, "Interest expressed");
    assert_eq!(business.get(&page).await.html().link("Your application for accreditation"), apply);
    assert_eq!(mails(&app, "Application received").await.iter().filter(|mail| mail.recipient == "business@demo.example").count(), 1);
    // A change is looked at from the beginning; the same press again is the same request.
    let version = stored.html().hidden("version");
    business.submit(&apply, &fields("none", "We keep networks running.", &version)).await;
    business.submit(&apply, &fields("none", "We keep networks running.", &version)).await;
    assert_eq!(mails(&app, "Application received").await.iter().filter(|mail| mail.recipient == "business@demo.example").count(), 2);

    // What was said is read by those who decide, and by nobody else.
    let list = format!("/rounds/{round}/applications");
    let mut secretariat = app.signed_in("secretariat").await;
    let application = application_of(&secretariat.get(&list).await.html(), &name);
    assert!(business.get(&list).await.status == StatusCode::FORBIDDEN && business.get(&application).await.status == StatusCode::FORBIDDEN);
    assert!(!app.visitor().get(&page).await.text().contains("We keep networks running."));
    says(&secretariat.get(&application).await, "We keep networks running.");

    // Circulated, it is no longer the organisation's to change.
    assert!(!secretariat.get(&application).await.html().has_button("Accredit"), "it has no consultative status");
    assert_eq!(press(&mut secretariat, &application, "circulate", &[]).await.status, StatusCode::SEE_OTHER);
    says(&business.get(&apply).await, "Circulated to Member States");
    assert!(!business.get(&apply).await.html().has_button("Save the change"));
    let refused = business.post(&apply, &fields("none", "Something else", "3")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    says(&refused, "no longer in your hands");
    assert_eq!(mails(&app, "Circulated to Member States").await.iter().filter(|mail| mail.recipient == "business@demo.example").count(), 1);

    // Accredited: beside the name, on the round, on the page of the organisation.
    assert_eq!(press(&mut secretariat, &application, "accredit", &[]).await.status, StatusCode::SEE_OTHER);
    says(&business.get(&apply).await, "Accredited");
    let public = app.visitor().get(&page).await.html();
    assert!(public.texts("#accredited li bdi").iter().any(|listed| listed.contains(&name)), "{:?}", public.texts("#accredited li"));
    let organisation = public.link(&name);
    says(&app.visitor().get(&organisation).await, "Accredited");
    let told = mails(&app, "Accredited: ").await;
    assert!(told.iter().any(|mail| mail.recipient == "business@demo.example" && mail.body.contains("is accredited")), "{told:?}");
}

#[tokio::test]
async fn an_objection_is_the_chairs_alone() {
    let app = TestApp::new().await;
    let round = round_of(&app).await;
    let (apply, list) = (format!("/rounds/{round}/apply"), format!("/rounds/{round}/applications"));
    let name = organisation_of(&app, "ngo").await;
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&apply, &fields("none", "Small networks", "0")).await;
    let mut secretariat = app.signed_in("secretariat").await;
    let application = application_of(&secretariat.get(&list).await.html(), &name);
    press(&mut secretariat, &application, "circulate", &[]).await;

    let objection = [("state", "Ruritania"), ("grounds", "A matter of principle"), ("reason", "A Member State objects.")];
    // The secretariat does not put objections down.
    assert!(!secretariat.get(&application).await.html().has_button("Put down the objection"));
    assert_eq!(press(&mut secretariat, &application, "object", &objection).await.status, StatusCode::FORBIDDEN);
    let mut chair = app.signed_in("chair").await;
    // Without the State it is none, and what was typed stays.
    let refused = press(&mut chair, &application, "object", &[("reason", "A Member State objects.")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("A Member State objects."));
    assert_eq!(press(&mut chair, &application, "object", &objection).await.status, StatusCode::SEE_OTHER);

    says(&chair.get(&application).await, "Ruritania");
    says(&chair.get(&application).await, "A matter of principle");
    let told = mails(&app, "Not accredited").await;
    let told: Vec<_> = told.iter().filter(|mail| mail.recipient == "ngo@demo.example").collect();
    assert!(matches!(told.as_slice(), [mail] if mail.body.contains("A Member State objects.")), "{told:?}");
    for (who, text) in [
        ("secretariat", secretariat.get(&application).await.text().clone()),
        ("secretariat's list", secretariat.get(&list).await.text().clone()),
        ("organisation", ngo.get(&apply).await.text().clone()),
        ("public", app.visitor().get(&format!("/rounds/{round}")).await.text().clone()),
        ("mail", told[0].body.clone()),
    ] {
        assert!(!text.contains("Ruritania") && !text.contains("A matter of principle"), "{who}");
    }
    says(&ngo.get(&apply).await, "It can still submit papers and comments");

    // Lifted by the chair, with the reason told; then it is with Member States again.
    assert_eq!(press(&mut chair, &application, "lift", &[("reason", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(press(&mut chair, &application, "lift", &[("reason", "It was withdrawn.")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(press(&mut secretariat, &application, "accredit", &[]).await.status, StatusCode::SEE_OTHER);
    // Taken back with a reason.
    assert_eq!(press(&mut secretariat, &application, "reopen", &[("reason", "Wrong organisation.")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(ngo.get(&apply).await.html().text(".notice h2"), "Circulated to Member States");

    // Neither State nor grounds stand in the log of acts, nor in the archive of the chair who wrote them down.
    let kept = crate::own_data::archive(&mut chair).await.to_string();
    assert!(kept.contains("accreditation_stepped") && kept.contains("A Member State objects."), "{kept}");
    assert!(!kept.contains("Ruritania") && !kept.contains("A matter of principle"), "{kept}");
}

#[tokio::test]
async fn writing_does_not_depend_on_accreditation() {
    let app = TestApp::new().await;
    // Its application was objected to in the demonstration's data; its papers are public all the same, and say how it stands.
    let papers = app.visitor().get("/papers").await.html();
    says(&app.visitor().get(&papers.link_in_row("Sandglass", "")).await, "Not accredited");
    // It goes on submitting.
    let round = crate::papers::open_round(&app).await;
    let mut author = app.signed_in_as("sandglass-collective@organisations.demo.example").await;
    let typed = paper_fields(&[("title", "Still here"), ("text", "We go on."), ("round", &round), ("action", "check")]);
    let (check, page) = author.submit("/papers/new", &typed).await;
    let (_, receipt) = author.submit(&check, &[("version", &page.html().hidden("version"))]).await;
    says(&receipt, "STK-OEWG-DEMO1-ALL-");
}

#[tokio::test]
async fn several_are_circulated_at_once_or_none() {
    let app = TestApp::new().await;
    let round = round_of(&app).await;
    let (list, apply) = (format!("/rounds/{round}/applications"), format!("/rounds/{round}/apply"));
    app.signed_in("business").await.submit(&apply, &fields("none", "We keep networks running.", "0")).await;
    let mut secretariat = app.signed_in("secretariat").await;
    let waiting = format!("{list}?status=interest_expressed");
    let all = chosen(&secretariat.get(&waiting).await.html());
    let [ecosoc, values @ ..] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(values.len(), 2, "one of the demonstration's data, and this one");
    // One of them was read before it changed.
    let stale = values[0].rsplit_once(':').map(|(id, _)| format!("{id}:0")).expect("id and version");
    let press = |step: &'static str, values: &[String]| -> Vec<(&'static str, String)> {
        values
            .iter()
            .map(|value| ("application", value.clone()))
            .chain([("step", step.to_owned()), ("status", "interest_expressed".to_owned())])
            .collect()
    };
    let post = async |persona: &mut Persona<'_>, form: Vec<(&'static str, String)>| {
        let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        persona.post(&list, &form).await
    };
    let refused = post(&mut secretariat, press("circulate", &[stale, values[1].clone()])).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(chosen(&secretariat.get(&waiting).await.html()).len(), 3, "nothing happened");
    // None chosen, no step, a reason missing, a step that is not for one of them: what was chosen stays chosen, in the same list.
    for (step, values) in [("circulate", &[][..]), ("", values), ("return", values), ("circulate", &all[..])] {
        let refused = post(&mut secretariat, press(step, values)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{step}");
        assert_eq!(refused.html().attributes("input[name=application][checked]", "value"), values, "{step}");
        assert_eq!(chosen(&refused.html()).len(), 3, "{step}");
    }
    assert!(all.contains(ecosoc));
    let done = post(&mut secretariat, press("circulate", values)).await;
    assert_eq!(done.location(), waiting, "back to the list that was shown");
    says(&secretariat.get(&list).await, "Circulated to Member States (4)");
    // A step that somebody else took meanwhile is not taken twice.
    let taken = post(&mut secretariat, press("circulate", values)).await;
    assert_eq!(taken.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let round = round_of(&app).await;
    let apply = format!("/rounds/{round}/apply");
    // As long as it may be, in the characters that take most room on the way.
    let long = "网".repeat(4000);
    let (_, stored) = app.signed_in("business").await.submit(&apply, &fields("none", &long, "0")).await;
    says(&stored, "Interest expressed");
    let refused = app.signed_in("ngo").await.post(&apply, &fields("none", &"网".repeat(4001), "0")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains(&long));
    // Two contact points: what the one took back is not brought back by the form the other had open.
    let mut one = app.signed_in("business").await;
    let read = one.get(&apply).await.html().hidden("version");
    one.submit(&format!("{apply}/withdraw"), &[]).await;
    let stale = one.post(&apply, &fields("none", "Changed", &read)).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("Changed"));
    // The chair types an objection while the organisation takes its application back.
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&apply, &fields("none", "Small networks", "0")).await;
    let mut secretariat = app.signed_in("secretariat").await;
    let name = organisation_of(&app, "ngo").await;
    let application = application_of(&secretariat.get(&format!("/rounds/{round}/applications")).await.html(), &name);
    press(&mut secretariat, &application, "circulate", &[]).await;
    let mut chair = app.signed_in("chair").await;
    let read = chair.get(&application).await.html().hidden("application");
    ngo.submit(&format!("{apply}/withdraw"), &[]).await;
    let typed =
        [("application", read.as_str()), ("step", "object"), ("state", "Ruritania"), ("grounds", "Principle"), ("reason", "It objects.")];
    let late = chair.post(&application, &typed).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    for words in ["Ruritania", "Principle", "It objects."] {
        says(&late, words);
    }
}

#[tokio::test]
async fn the_window_decides_and_a_returned_application_needs_it_too() {
    let app = TestApp::new().await;
    let round = round_of(&app).await;
    let apply = format!("/rounds/{round}/apply");
    // Returned in the demonstration's data.
    let mut academia = app.signed_in("academia").await;
    let html = academia.get(&apply).await.html();
    assert!(html.main_text().contains("Returned for completion") && html.has_button("Save the change"), "{}", html.main_text());
    let closes = closes_at(&app, &round).await;
    app.clock.set(closes);
    let mut academia = app.signed_in("academia").await;
    let refused = academia.post(&apply, &fields("none", "Twelve studies.", &html.hidden("version"))).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    says(&refused, "Applications closed on");
    assert!(refused.text().contains("Twelve studies."), "what was typed stays");
    assert!(!academia.get(&apply).await.html().has_button("Save the change"));
    says(&academia.get("/desk").await, "Returned for completion");

    // A grant opens it again for this organisation alone, and it is named once it is accredited.
    let name = organisation_of(&app, "academia").await;
    give(&app, &round, &name, closes + Span::DAY, "The studies were with the printer.").await;
    let (_, stored) = academia.submit(&apply, &fields("none", "Twelve studies.", &html.hidden("version"))).await;
    says(&stored, "Interest expressed");
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.post(&apply, &fields("none", "Late", "0")).await.status, StatusCode::FORBIDDEN);
    let ledger = format!("/rounds/{round}/ledger");
    assert!(!app.visitor().get(&ledger).await.html().main_text().contains(&name));
    let mut secretariat = app.signed_in("secretariat").await;
    let application = application_of(&secretariat.get(&format!("/rounds/{round}/applications")).await.html(), &name);
    press(&mut secretariat, &application, "circulate", &[]).await;
    press(&mut secretariat, &application, "accredit", &[]).await;
    says(&app.visitor().get(&ledger).await, &name);
}

#[tokio::test]
async fn taken_back_and_asked_anew() {
    let app = TestApp::new().await;
    let round = round_of(&app).await;
    let apply = format!("/rounds/{round}/apply");
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&apply, &fields("special", "", "0")).await;
    let (_, left) = ngo.submit(&format!("{apply}/withdraw"), &[]).await;
    assert!(left.html().has_button("Apply for accreditation"), "{}", left.html().main_text());
    assert_eq!(mails(&app, "Application taken back").await.len(), 1);
    ngo.submit(&format!("{apply}/withdraw"), &[]).await;
    assert_eq!(mails(&app, "Application taken back").await.len(), 1, "nothing happens twice");
    app.advance(Span::HOUR);
    let (_, again) = ngo.submit(&apply, &fields("special", "", "0")).await;
    says(&again, "Interest expressed");
    // With consultative status it is accredited without being circulated, and then no longer to be withdrawn.
    let name = organisation_of(&app, "ngo").await;
    let mut secretariat = app.signed_in("secretariat").await;
    let application = application_of(&secretariat.get(&format!("/rounds/{round}/applications")).await.html(), &name);
    assert_eq!(press(&mut secretariat, &application, "accredit", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(ngo.post(&format!("{apply}/withdraw"), &[]).await.status, StatusCode::FORBIDDEN);
}
