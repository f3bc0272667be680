//! The chair makes sessions, calls rounds, changes them as far as they can still be changed, and withdraws them.

use crate::papers::version_of;
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

const NEW_SESSION: &str = "/bodies/oewg/sessions/new";

pub type Fields<'a> = Vec<(&'a str, &'a str)>;

/// A form with some fields set otherwise.
pub fn with<'a>(fields: &[(&'a str, &'a str)], changed: &[(&'a str, &'a str)]) -> Fields<'a> {
    let mut fields: Fields = fields.iter().copied().filter(|(name, _)| changed.iter().all(|(other, _)| other != name)).collect();
    fields.extend(changed);
    fields
}

pub const SESSION: [(&str, &str); 9] = [
    ("code", "s21"),
    ("title", "Twenty-first session"),
    ("title_ar", "الدورة الحادية والعشرون"),
    ("starts_on", "2027-03-08"),
    ("ends_on", "2027-03-12"),
    ("city", "Geneva"),
    ("city_ar", "جنيف"),
    ("time_zone", "Europe/Zurich"),
    ("mode", "formal"),
];

pub const ROUND: [(&str, &str); 8] = [
    ("kind", "position_papers"),
    ("title", "Papers for the twenty-first session"),
    ("title_ar", "ورقات الدورة الحادية والعشرين"),
    ("call", "Say what the mechanism should do first."),
    ("subgroup", "whole_body"),
    ("closes_at", "2027-01-11T18:00"),
    ("time_zone", "Europe/Zurich"),
    ("reason", "As agreed by the bureau."),
];

pub const UPCOMING: (&str, &str) = ("opens_at", "2026-12-01T09:00");

pub async fn make_session(chair: &mut Persona<'_>) -> String {
    chair.submit(NEW_SESSION, &SESSION).await.0
}

/// A round of a new session; answers its address.
pub async fn call(chair: &mut Persona<'_>, changed: &[(&str, &str)]) -> String {
    let session = make_session(chair).await;
    chair.submit(&format!("{session}/rounds/new"), &with(&ROUND, changed)).await.0
}

pub async fn words(persona: &mut Persona<'_>, path: &str) -> String {
    persona.get(path).await.html().main_text()
}

/// The version the form at `path` was filled from.
async fn form_version(chair: &mut Persona<'_>, path: &str) -> String {
    chair.get(path).await.html().hidden("version")
}

#[tokio::test]
async fn the_chair_makes_a_session_and_changes_it() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    assert!(chair.get("/bodies/oewg").await.html().link("New session").ends_with("/bodies/oewg/sessions/new"));
    let (session, page) = chair.submit(NEW_SESSION, &SESSION).await;
    assert!(page.html().main_text().contains("8–12 March 2027"), "{}", page.html().main_text());
    assert!(words(&mut app.visitor(), "/bodies/oewg").await.contains("Twenty-first session"), "public at once");
    let arabic = words(&mut app.visitor(), &format!("/ar{session}")).await;
    assert!(arabic.contains("الدورة الحادية والعشرون") && arabic.contains("جنيف"), "{arabic}");
    // The same button pressed twice makes one session.
    assert_eq!(chair.submit(NEW_SESSION, &SESSION).await.0, session);
    // Another one with its code is refused beside the code, and nothing typed is lost.
    let refused = chair.post(NEW_SESSION, &with(&SESSION, &[("title", "Another")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((refused.html().value("Title"), refused.html().value("City")), ("Another".to_owned(), "Geneva".to_owned()));
    assert!(refused.html().errors().join(" ").contains("Another session of this body has this code"));

    let edit = format!("{session}/edit");
    let version = form_version(&mut chair, &edit).await;
    let moved = with(&SESSION, &[("ends_on", "2027-03-19"), ("mode", "informal"), ("version", &version)]);
    let (place, page) = chair.submit(&edit, &moved).await;
    assert_eq!(place, session);
    assert!(page.html().main_text().contains("8–19 March 2027") && page.html().main_text().contains("Informal mode"));
    let id = session.rsplit('/').next().expect("an id");
    let feed = crate::calendars::lines(&app.visitor().get(crate::calendars::BODY).await);
    assert_eq!(crate::calendars::value(&feed, &format!("session-{id}@"), "SEQUENCE"), "1", "changed once");
    // Whoever changes what was there before sees both, and may save again.
    let stale = chair.post(&edit, &with(&SESSION, &[("title", "Mine"), ("version", &version)])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.html().main_text().contains("8–19 March 2027") && stale.html().value("Title") == "Mine");
    let again = with(&SESSION, &[("title", "Mine")]);
    let version = stale.html().hidden("version");
    chair.submit(&edit, &with(&again, &[("version", &version)])).await;
}

#[tokio::test]
async fn faults_of_a_session_are_said_beside_their_fields() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    for (changed, said) in [
        (("code", "S 21"), "A code has letters, digits and hyphens"),
        (("code", ""), "This is missing"),
        (("title", ""), "This is missing"),
        (("starts_on", "soon"), "Enter a day"),
        (("ends_on", "2027-03-01"), "The last day lies before the first one"),
        (("ends_on", "2029-03-01"), "A session lasts 366 days at most"),
        (("time_zone", "Mars/Olympus"), "Choose one of the options"),
        (("mode", "loud"), "Choose one of the options"),
        (("city", "\u{0}"), "characters that cannot be shown"),
    ] {
        let refused = chair.post(NEW_SESSION, &with(&SESSION, &[changed])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{changed:?}");
        let errors = refused.html().errors().join(" ");
        assert!(errors.contains(said), "{changed:?}: {errors}");
    }
}

#[tokio::test]
async fn the_code_stays_once_a_receipt_has_it() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[]).await;
    let session = chair.get(&round).await.html().link("Twenty-first session");
    let edit = format!("{session}/edit");
    let mut ngo = app.signed_in("ngo").await;
    submit_paper(&mut ngo, &round, "whole_body").await;
    let form = chair.get(&edit).await;
    assert!(form.html().main_text().contains("receipts have it in their numbers"));
    let version = form.html().hidden("version");
    let refused = chair.post(&edit, &with(&SESSION, &[("code", "S22"), ("version", &version)])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    chair.submit(&edit, &with(&SESSION, &[("title", "Renamed"), ("version", &version)])).await;
}

pub async fn submit_paper(persona: &mut Persona<'_>, round: &str, subgroup: &str) -> StatusCode {
    let id = round.rsplit('/').next().expect("an id");
    let fields = paper_fields(&[("subgroup", subgroup), ("round", id), ("action", "check")]);
    let (submit, _) = persona.submit("/papers/new", &fields).await;
    let version = version_of(persona, &submit).await;
    persona.post(&submit, &[("version", &version)]).await.status
}

#[tokio::test]
async fn a_round_opens_at_once_and_takes_papers() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let session = make_session(&mut chair).await;
    let new = format!("{session}/rounds/new");
    assert!(chair.get(&session).await.html().link("New round").ends_with("/rounds/new"));
    let (round, page) = chair.submit(&new, &ROUND).await;
    let said = page.html().main_text();
    assert!(said.contains("Say what the mechanism should do first.") && said.contains("11 January 2027, 18:00"), "{said}");
    assert!(said.contains("As agreed by the bureau.") && said.contains("24 November 2026, 10:00 Geneva"), "the ledger begins: {said}");
    assert_eq!(chair.submit(&new, &ROUND).await.0, round, "pressed twice");
    assert!(words(&mut app.visitor(), "/ar/bodies/oewg").await.contains("ورقات الدورة الحادية والعشرين"));
    assert_eq!(submit_paper(&mut app.signed_in("ngo").await, &round, "whole_body").await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_upcoming_round_is_shown_as_upcoming_and_opens_by_the_clock() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[UPCOMING]).await;
    for path in [&round, "/bodies/oewg", "/"] {
        let said = words(&mut app.visitor(), path).await;
        assert!(said.contains("Opens 1 December 2026, 09:00") || said.contains("Opens 1 December"), "{path}: {said}");
    }
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(submit_paper(&mut ngo, &round, "whole_body").await, StatusCode::FORBIDDEN, "not yet");
    app.advance(Span::DAY.times(7));
    assert_eq!(submit_paper(&mut ngo, &round, "whole_body").await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_round_of_comments_needs_a_text_and_takes_no_questions() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let session = make_session(&mut chair).await;
    let new = format!("{session}/rounds/new");
    let comments = with(&ROUND, &[("kind", "comments"), ("questions", "Why?")]);
    let refused = chair.post(&new, &comments).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let errors = refused.html().errors().join(" ");
    assert!(errors.contains("This is missing") && errors.contains("This does not go with what is asked for"), "{errors}");
    let draft = chair.get(&new).await.html().option("Draft text", "ero draft");
    let (_, page) = chair.submit(&new, &with(&ROUND, &[("kind", "comments"), ("draft_version", &draft)])).await;
    assert!(page.html().main_text().contains("Comments on a draft text"));
}

#[tokio::test]
async fn a_usual_deadline_fills_the_form() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let session = make_session(&mut chair).await;
    let page = chair.get(&format!("{session}/rounds/new")).await.html();
    let filled = chair.get(&page.link("Eight weeks before the session")).await.html();
    assert_eq!((filled.value("Closes at"), filled.value("Time zone")), ("2027-01-11T18:00".to_owned(), "Europe/Zurich".to_owned()));
    let filled = chair.get(&page.link("Last day of the session")).await.html();
    assert_eq!(filled.value("Closes at"), "2027-03-12T18:00");
    // What lies behind is not offered.
    app.advance(Span::DAY.times(60));
    assert!(chair.get(&format!("{session}/rounds/new")).await.html().links("Eight weeks before the session").is_empty());
}

#[tokio::test]
async fn windows_that_make_no_sense_are_refused() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let session = make_session(&mut chair).await;
    let new = format!("{session}/rounds/new");
    for (changed, said) in [
        (vec![("closes_at", "2026-11-01T18:00")], "must close after it opens"),
        (vec![("opens_at", "2026-11-01T18:00")], "This time has passed"),
        (vec![("opens_at", "2027-02-01T18:00")], "must close after it opens"),
        (vec![("opens_at", "2027-03-28T02:30"), ("closes_at", "2027-05-01T18:00")], "does not exist"),
        (vec![("closes_at", "2027-10-31T02:30")], "exists twice"),
        (vec![("questions", &"Why?\n".repeat(21))], "At most 20 questions"),
        (vec![("questions", "Why?\nHow?"), ("questions_ar", "لماذا؟")], "as many lines as there are questions"),
    ] {
        let refused = chair.post(&new, &with(&ROUND, &changed)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{changed:?}");
        let errors = refused.html().errors().join(" ");
        assert!(errors.contains(said), "{changed:?}: {errors}");
    }
}

#[tokio::test]
async fn until_it_opens_everything_changes_and_the_ledger_says_so() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[UPCOMING]).await;
    let edit = format!("{round}/edit");
    let form = chair.get(&edit).await.html();
    assert_eq!(
        (form.value("Opens at (optional)"), form.value("Closes at")),
        ("2026-12-01T09:00".to_owned(), "2027-01-11T18:00".to_owned())
    );
    let version = form.hidden("version");
    let later = [UPCOMING, ("closes_at", "2027-01-18T18:00"), ("reason", "A week more."), ("questions", "Why?"), ("version", &version)];
    let (_, page) = chair.submit(&edit, &with(&ROUND, &later)).await;
    let said = page.html().main_text();
    assert!(
        said.contains("18 January 2027, 18:00") && said.contains("A week more.") && said.contains("New dates before opening"),
        "{said}"
    );
    // Subgroup members and followers were told once.
    let mail = crate::accounts::mail_to(&mut chair, "business@demo.example").await;
    assert!(mail.contains("New dates") && mail.contains("18 January 2027") && mail.contains("1 December 2026"), "{mail}");
    // A form from before is met by what is stored now.
    let stale = chair.post(&edit, &with(&ROUND, &[UPCOMING, ("version", &version)])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    // Words alone: an entry beside the window.
    let version = form_version(&mut chair, &edit).await;
    let words_only = [later[0], later[1], later[3], ("call", "Say it briefly."), ("reason", "Shorter."), ("version", &version)];
    let (_, page) = chair.submit(&edit, &with(&ROUND, &words_only)).await;
    let said = page.html().main_text();
    assert!(said.contains("Say it briefly.") && said.contains("Call or questions changed") && said.contains("Shorter."), "{said}");
    let ledger = words(&mut app.visitor(), &format!("{round}/ledger")).await;
    assert!(
        ledger.contains("Deadline set") && ledger.contains("New dates before opening") && ledger.contains("Call or questions changed"),
        "{ledger}"
    );
}

#[tokio::test]
async fn what_is_asked_for_stays_once_somebody_writes() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[UPCOMING]).await;
    let edit = format!("{round}/edit");
    let id = round.rsplit('/').next().expect("an id");
    let version = form_version(&mut chair, &edit).await;
    let fields = paper_fields(&[("round", id)]);
    app.signed_in("ngo").await.submit("/papers/new", &fields).await;
    let refused = chair.post(&edit, &with(&ROUND, &[UPCOMING, ("questions", "Why?"), ("version", &version)])).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().main_text().contains("Somebody has begun to write"));
    assert_eq!(refused.html().count("[name=questions]"), 0, "it is not asked for any more");
    // Dates still change.
    let later = [UPCOMING, ("closes_at", "2027-01-18T18:00"), ("version", &version), ("scope", "begun")];
    chair.submit(&edit, &with(&ROUND, &later)).await;
    assert_eq!(chair.post(&format!("{round}/withdraw"), &[("reason", "R")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn once_open_only_the_words_change() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[]).await;
    let edit = format!("{round}/edit");
    let form = chair.get(&edit).await.html();
    assert_eq!(form.count("[name=closes_at]") + form.count("[name=kind]"), 0);
    let version = form.hidden("version");
    let whole = with(&ROUND, &[("closes_at", "2027-02-11T18:00"), ("version", &version)]);
    let refused = chair.post(&edit, &whole).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().main_text().contains("This round opened on"));
    let words_only = [("scope", "words"), ("title", "Better title"), ("call", "C"), ("reason", "A slip."), ("version", version.as_str())];
    let (_, page) = chair.submit(&edit, &words_only).await;
    let said = page.html().main_text();
    assert!(said.contains("Better title") && said.contains("A slip.") && said.contains("11 January 2027, 18:00"), "{said}");
}

#[tokio::test]
async fn a_round_nobody_writes_in_is_withdrawn_and_the_session_says_so() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[UPCOMING]).await;
    let withdraw = format!("{round}/withdraw");
    assert_eq!(chair.post(&withdraw, &[("reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(chair.get(&format!("{round}/edit")).await.html().link("Withdraw this round").ends_with("/withdraw"));
    let (session, page) = chair.submit(&withdraw, &[("reason", "Called by mistake.")]).await;
    let said = page.html().main_text();
    assert!(said.contains("Withdrawn rounds") && said.contains("Called by mistake.") && said.contains("11 January 2027"), "{said}");
    assert!(words(&mut app.visitor(), &session).await.contains("Called by mistake."));
    for gone in [&round, &withdraw, &format!("{round}/ledger"), &format!("{round}/edit")] {
        assert_eq!(chair.get(gone).await.status, StatusCode::NOT_FOUND, "{gone}");
    }
    let open = chair.submit(&format!("{session}/rounds/new"), &ROUND).await.0;
    assert_eq!(chair.post(&format!("{open}/withdraw"), &[("reason", "R")]).await.status, StatusCode::FORBIDDEN, "it is open");
}

#[tokio::test]
async fn nobody_but_the_chair_of_the_body_plans() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[UPCOMING]).await;
    let session = chair.get(&round).await.html().link("Twenty-first session");
    let forms = [
        (NEW_SESSION.to_owned(), SESSION.to_vec()),
        (format!("{session}/edit"), SESSION.to_vec()),
        (format!("{session}/rounds/new"), ROUND.to_vec()),
        (format!("{round}/edit"), ROUND.to_vec()),
        (format!("{round}/withdraw"), vec![("reason", "R")]),
    ];
    for name in ["ngo", "moderator.rnp", "secretariat", "admin", ""] {
        let mut other = if name.is_empty() { app.visitor() } else { app.signed_in(name).await };
        for (path, fields) in &forms {
            assert_eq!(other.post(path, fields).await.status, StatusCode::FORBIDDEN, "{name} posts {path}");
            assert!(other.get(path).await.status.is_client_error(), "{name} reads {path}");
        }
        assert!(other.get(&session).await.html().links("New round").is_empty(), "{name}");
    }
}
