//! What administrators read: who did what, and how the portal runs. Never what is sealed, and never what is the chair's alone.

use crate::accreditations::{application_of, press, round_of};
use crate::grants::{closes_at, give, organisation_of};
use crate::late::attempt;
use crate::papers::open_round;
use crate::support::{Persona, TestApp};
use axum::http::{StatusCode, header};
use engine::jobs::{self, Delivery, Outbox};
use engine::store::{Db, DbKind};
use model::domain::audit::{AuditAct, AuditFact};
use model::domain::time::Span;
use model::portal::{AuditFilter, Operations};
use sqlx::Executor;

const LOG: &str = "/admin/audit";

async fn run(app: &TestApp, sql: &str) {
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    match app.portal.database() {
        Db::Sqlite { writer, .. } => writer.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Postgres { pool, .. } => pool.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Held(_) => unreachable!("the real database"),
    }
    .expect("runs");
}

/// Act and detail of every event there is.
async fn events(app: &TestApp) -> Vec<(String, String)> {
    let sql = "SELECT act, detail FROM audit_event";
    match app.portal.database() {
        Db::Sqlite { writer, .. } => sqlx::query_as(sql).fetch_all(writer).await,
        Db::Postgres { pool, .. } => sqlx::query_as(sql).fetch_all(pool).await,
        Db::Held(_) => unreachable!("the real database"),
    }
    .expect("reads")
}

/// All pages of the log, as they are sent.
async fn whole_log(admin: &mut Persona<'_>, place: &str) -> String {
    let (mut all, mut next) = (String::new(), Some(place.to_owned()));
    while let Some(place) = next {
        let answer = admin.get(&place).await;
        assert_eq!(answer.status, StatusCode::OK, "{place}");
        all.push_str(&answer.text());
        next = answer.html().links("Older events").into_iter().next();
    }
    all
}

fn outbox(folder: &std::path::Path) -> Outbox {
    Outbox { delivery: Delivery::Folder(folder.to_path_buf()), from: "Openfloor <portal@example.org>".parse().expect("an address") }
}

#[tokio::test]
async fn the_log_and_the_status_are_for_administrators() {
    let app = TestApp::new().await;
    for who in ["ngo", "moderator.rnp", "chair", "secretariat"] {
        let mut persona = app.signed_in(who).await;
        for place in [LOG, "/status", "/status.json"] {
            assert_eq!(persona.get(place).await.status, StatusCode::FORBIDDEN, "{who} {place}");
        }
    }
    for place in [LOG, "/status", "/status.json"] {
        let answer = app.visitor().get(place).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{place}");
        assert_eq!(answer.html().link("Sign in"), "/sign-in", "{place}");
    }
    let mut admin = app.signed_in("admin").await;
    let page = admin.get("/admin").await.html();
    for (words, place) in [("What was done in the portal", LOG), ("How the portal runs", "/status")] {
        assert_eq!(page.link(words), place);
        assert_eq!(admin.get(place).await.status, StatusCode::OK);
        assert_eq!(admin.get(&format!("/ar{place}")).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn the_log_is_read_by_act_by_person_and_by_object() {
    let app = TestApp::new().await;
    app.visitor().post("/sign-in", &[("email", "ngo@demo.example"), ("password", "wrong")]).await;
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit("/account/details", &[("full_name", "Nadia Newname"), ("mail_language", "ar")]).await;
    let mut admin = app.signed_in("admin").await;
    let text = async |admin: &mut Persona<'_>, query: &str| admin.get(&format!("{LOG}?{query}")).await.html().main_text();
    let all = text(&mut admin, "").await;
    for words in ["Corrected a name", "Nadia Newname", "not sealed yet", "Sign-in failed", "nobody signed in", "to: ar"] {
        assert!(all.contains(words), "{words}: {all}");
    }
    let failed = text(&mut admin, "act=sign_in_failed").await;
    assert!(failed.contains("nobody signed in") && !failed.contains("Nadia Newname"), "{failed}");
    let own = text(&mut admin, "email=NGO%40demo.example").await;
    assert!(own.contains("Corrected a name") && !own.contains("nobody signed in"), "{own}");
    assert!(text(&mut admin, "email=ngo%40demo.example&act=name_corrected").await.contains("Corrected a name"));
    assert!(text(&mut admin, "email=ngo%40demo.example&act=role_granted").await.contains("No event fits"));
    assert!(text(&mut admin, "email=nobody%40example.org").await.contains("No event fits"));
    // What an event was about leads to all there is about it.
    let about = admin.get(&format!("{LOG}?act=name_corrected")).await.html().link("person ");
    let about = admin.get(&about).await.html();
    assert!(about.main_text().contains("Corrected a name") && about.main_text().contains("Changed the language of mails"));
    let id = about.value("Object").trim_start_matches("person ").to_owned();
    assert!(text(&mut admin, &format!("object={id}&act=name_corrected")).await.contains("Corrected a name"));
    assert!(text(&mut admin, &format!("object=paper%20{id}")).await.contains("No event fits"));
    assert!(text(&mut admin, &format!("object={id}&email=admin%40demo.example")).await.contains("No event fits"));
    // Sealed, each has its number; a deleted account has no name.
    while app.portal.seal_audit(100).await.expect("seals") > 0 {}
    run(&app, "UPDATE person SET full_name = '' WHERE email = 'ngo@demo.example'").await;
    let own = text(&mut admin, "email=ngo%40demo.example").await;
    assert!(own.contains("sealed, no. ") && own.contains("Former participant") && !own.contains("not sealed yet"), "{own}");
    // What makes no sense is no filter, and nothing breaks.
    for query in ["act=x", "object=%00", "email=%00%ff", "after=x", "after=1-x", "object=a%20b%20c", "email=%27%20OR%201=1"] {
        assert!(admin.get(&format!("{LOG}?{query}")).await.status.as_u16() < 500, "{query}");
    }
}

#[tokio::test]
async fn a_long_log_comes_in_pages_that_cost_the_same() {
    let app = TestApp::new().await;
    let before = events(&app).await.len();
    let count = 120;
    for n in 0..count {
        let at = (app.now() - Span::DAY.times(100) + Span::SECOND.times(n / 3)).0;
        run(
            &app,
            &format!(
                "INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail) \
                 VALUES ('0192f0c8-0000-7000-8000-{n:012}', {at}, NULL, 'signed_in', 'person', 'x{n:03}', '{{}}')"
            ),
        )
        .await;
    }
    let mut admin = app.signed_in("admin").await;
    let all = whole_log(&mut admin, LOG).await;
    for n in 0..count {
        assert_eq!(all.matches(&format!(">person x{n:03}<")).count(), 1, "{n}");
    }
    let rows = all.matches("class=\"row\"").count();
    assert!(rows >= before + 120, "{rows} {before}");
    let (ctx, filter) = (app.ctx_of("admin@demo.example", app.now()).await, AuditFilter::default());
    let (page, cost) = engine::watch::count(app.portal.audit_log(&ctx, &filter, None)).await;
    assert_eq!((page.expect("reads").rows.len(), cost.len()), (50, 1), "one statement for a page");
    let (status, cost) = engine::watch::count(app.portal.status(&ctx)).await;
    status.expect("reads");
    assert!(cost.len() <= 10, "{cost:?}");
}

#[tokio::test]
async fn the_log_tells_nothing_that_is_sealed_or_the_chairs_alone() {
    let app = TestApp::new().await;
    // An objection, with the State and its grounds.
    let accreditation = round_of(&app).await;
    let list = format!("/rounds/{accreditation}/applications");
    let name = organisation_of(&app, "ngo").await;
    let words = [("consultative", "none"), ("purpose", "Purposeful words"), ("activities", "Activity words"), ("version", "0")];
    app.signed_in("ngo").await.submit(&format!("/rounds/{accreditation}/apply"), &words).await;
    let mut secretariat = app.signed_in("secretariat").await;
    let application = application_of(&secretariat.get(&list).await.html(), &name);
    press(&mut secretariat, &application, "circulate", &[]).await;
    let objection = [("state", "Ruritania"), ("grounds", "A matter of principle"), ("reason", "A Member State objects.")];
    let mut chair = app.signed_in("chair").await;
    assert_eq!(press(&mut chair, &application, "object", &objection).await.status, StatusCode::SEE_OTHER);
    // More time for one organisation, and a paper that is late.
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let academia = organisation_of(&app, "academia").await;
    give(&app, &round, &academia, closes + Span::DAY, "A quiet reason").await;
    let (submit, refused) = attempt(&app, &round, closes + Span::SECOND).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);

    // By rule no detail holds what people wrote.
    for (act, detail) in events(&app).await {
        for words in ["Ruritania", "principle", "Zanzibar", "Quokkas", "Purposeful", "Activity words", "@demo.example"] {
            assert!(!detail.contains(words), "{act}: {detail}");
        }
        // And every key is one somebody has thought about.
        if AuditAct::from_code(&act).is_some_and(|act| !act.is_for_the_chair()) {
            let keys: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&detail).expect("an object");
            for key in keys.keys() {
                assert!(
                    AuditFact::from_code(key).is_some(),
                    "{act}: {key} is not shown; list it in AuditFact, or make the act the chair's"
                );
            }
        }
    }
    let mut admin = app.signed_in("admin").await;
    let all = whole_log(&mut admin, LOG).await;
    let paper = submit.trim_start_matches("/papers/").trim_end_matches("/submit").to_owned();
    for words in ["Ruritania", "principle", "Zanzibar", "Quokkas", "Purposeful", "A quiet reason", "REF-"] {
        assert!(!all.contains(words), "{words}");
    }
    for act in ["paper_refused", "grant_given"] {
        let page = admin.get(&format!("{LOG}?act={act}")).await.html().main_text();
        assert!(page.contains("for the chair alone to know"), "{act}: {page}");
        // The person is no way around it, and neither is the object.
        for filter in ["email=ngo%40demo.example", "email=chair%40demo.example", &format!("object={paper}"), &format!("object={round}")] {
            let page = admin.get(&format!("{LOG}?act={act}&{filter}")).await.html().main_text();
            assert!(page.contains("No event fits"), "{act} {filter}: {page}");
        }
    }
}

#[tokio::test]
async fn the_status_says_what_is_wrong_and_then_that_all_is_well() {
    let app = TestApp::new().await;
    let mut admin = app.signed_in("admin").await;
    let folder = tempfile::tempdir().expect("a folder");
    let asleep = admin.get("/status").await.html().main_text();
    assert!(asleep.contains("The jobs of this node do not run"), "{asleep}");
    app.portal.health().start(app.now());
    // Nothing can be handed over where a file lies in the place of the folder.
    let place = folder.path().join("outbox");
    std::fs::write(&place, "").expect("writes");
    jobs::all(&app.portal, app.now(), &outbox(&place)).await;
    let text = admin.get("/status").await.html().main_text();
    assert!(text.contains("Mails do not go out") && !text.contains("All is well"), "{text}");
    std::fs::remove_file(&place).expect("removes");
    for _ in 0..20 {
        app.advance(Span::MINUTE.times(2));
        jobs::all(&app.portal, app.now(), &outbox(&place)).await;
    }
    let sqlite = app.portal.database().kind() == DbKind::Sqlite;
    let text = admin.get("/status").await.html().main_text();
    // The clock of PostgreSQL is the real one, ours stands in 2026.
    assert_eq!(text.contains("All is well."), sqlite, "{text}");
    assert_eq!(text.contains("Clocks decide on deadlines"), !sqlite, "{text}");
    let answer = admin.get("/status.json").await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/json");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    let status: serde_json::Value = serde_json::from_slice(&answer.bytes).expect("JSON");
    assert_eq!(status["well"], sqlite);
    assert_eq!(status["database"]["schema"], Db::newest_schema());
    assert!(status["database"]["bytes"].as_i64().is_some_and(|bytes| bytes > 100_000), "{status}");
    assert_eq!((&status["outbox"]["waiting"], &status["audit"]["unsealed"]), (&0.into(), &0.into()), "{status}");
    assert!(status["outbox"]["sent_last_24_hours"].as_i64().is_some_and(|sent| sent > 0), "{status}");
    for job in status["jobs"].as_array().expect("jobs") {
        assert!(job["last_success"].is_string() && job["last_error"].is_null(), "{job}");
    }
    // A job that fails is named, with what it said.
    run(&app, "ALTER TABLE audit_head RENAME TO audit_head_lost").await;
    app.advance(Span::MINUTE);
    run(
        &app,
        "INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail) VALUES ('x', 1, NULL, 'signed_in', '', '', '{}')",
    )
    .await;
    jobs::all(&app.portal, app.now(), &outbox(&place)).await;
    run(&app, "ALTER TABLE audit_head_lost RENAME TO audit_head").await;
    let text = admin.get("/status").await.html().main_text();
    assert!(text.contains("The job “Sealing the audit log” fails") && text.contains("internal error, incident"), "{text}");
}
