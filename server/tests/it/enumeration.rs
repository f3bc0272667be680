//! Whether an address has an account cannot be told: not by the answer, not by the work.

use crate::support::{Answer, TestApp};
use axum::http::StatusCode;
use engine::watch::{Work, count};
use model::domain::device::{Browser, DeviceToken};
use model::domain::language::Locale;
use model::domain::person::Actor;
use model::domain::time::Span;
use model::portal::{Accounts, Ctx, People};

const KNOWN: &str = "ngo@demo.example";
/// As long as the known one: it stands in the page.
const UNKNOWN: &str = "xyz@demo.example";

fn visitor(app: &TestApp, address: &str, browser: Browser) -> Ctx {
    Ctx { actor: Actor::Anonymous, now: app.now(), locale: Locale::En, address: address.to_owned(), browser, form: None }
}

/// The statements in any order, and how often argon2 ran.
fn sorted(work: Vec<Work>) -> (Vec<&'static str>, usize) {
    let mut statements: Vec<_> = work.iter().filter_map(|w| if let Work::Statement(sql) = w { Some(*sql) } else { None }).collect();
    statements.sort_unstable();
    (statements, work.iter().filter(|w| **w == Work::PasswordHash).count())
}

#[tokio::test]
async fn signing_in_costs_the_same_for_a_known_and_an_unknown_address() {
    let app = TestApp::new().await;
    let marked = Browser { token: Some(DeviceToken("a".repeat(64))), ..Browser::default() };
    // Twice each: clean at first, then with a failure behind them; without and with a mark.
    for (n, browser) in [Browser::default(), marked].into_iter().enumerate() {
        for again in 0..2 {
            let ctx = |address: &str| visitor(&app, address, browser.clone());
            let (answer, known) = count(app.portal.sign_in(&ctx(&format!("192.0.2.{n}")), KNOWN, "not the password")).await;
            assert_eq!(answer, Ok(None));
            let (answer, unknown) = count(app.portal.sign_in(&ctx(&format!("198.51.100.{n}")), UNKNOWN, "not the password")).await;
            assert_eq!(answer, Ok(None));
            let (known, unknown) = (sorted(known), sorted(unknown));
            assert_eq!(known.1, 1, "one argon2");
            assert!(known.0.len() > 3, "{known:?}");
            assert_eq!(known, unknown, "try {again}");
        }
    }
}

#[tokio::test]
async fn a_forgotten_password_costs_the_same_for_a_known_and_an_unknown_address() {
    let app = TestApp::new().await;
    // Three each, until the bucket of the address is empty: that too looks alike.
    for n in 0..4 {
        let ctx = visitor(&app, "192.0.2.1", Browser::default());
        let (known, of_known) = count(app.portal.forgotten(&ctx, KNOWN)).await;
        let (unknown, of_unknown) = count(app.portal.forgotten(&ctx, UNKNOWN)).await;
        assert_eq!(known, unknown, "{n}");
        assert_eq!(sorted(of_known), sorted(of_unknown), "{n}");
    }
}

/// Status, headers and bytes, without what differs in every answer and with the address put out.
fn seen(answer: &Answer) -> (StatusCode, Vec<(String, String)>, String) {
    let differs = ["x-request-id", "date"];
    let headers = answer.headers.iter().filter(|(name, _)| !differs.contains(&name.as_str()));
    let headers = headers.map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
    (answer.status, headers.collect(), answer.text().replace(KNOWN, "ADDRESS").replace(UNKNOWN, "ADDRESS"))
}

#[tokio::test]
async fn the_answers_are_equal_to_the_byte() {
    let app = TestApp::new().await;
    for path in ["/sign-in", "/ar/sign-in", "/forgotten"] {
        let mut answers = Vec::new();
        for address in [KNOWN, UNKNOWN] {
            let answer = app.visitor().post(path, &[("email", address), ("password", "not the password")]).await;
            answers.push(seen(&answer));
        }
        assert_eq!(answers[0], answers[1], "{path}");
    }
    let page = app.visitor().get("/forgotten?sent").await;
    assert!(!page.text().contains("@demo.example"));
}

#[tokio::test]
async fn a_stranger_locks_nobody_out() {
    let app = TestApp::new().await;
    let mut owner = app.signed_in("ngo").await;
    owner.submit("/sign-out", &[]).await;
    // Guesses from many addresses, and from the one that tests come from.
    for n in 0..40 {
        let ctx = visitor(&app, &format!("203.0.113.{}", n % 20), Browser::default());
        let _ = app.portal.sign_in(&ctx, KNOWN, "guess").await;
    }
    let mut statuses = Vec::new();
    for _ in 0..20 {
        statuses.push(app.visitor().post("/sign-in", &[("email", KNOWN), ("password", "guess")]).await.status);
    }
    assert_eq!(statuses.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
    // The owner: from the browser the account knows, at the very same address; and from elsewhere.
    let form = [("email", KNOWN), ("password", engine::demo::PASSWORD)];
    assert_eq!(owner.post("/sign-in", &form).await.status, StatusCode::SEE_OTHER);
    let elsewhere = visitor(&app, "198.51.100.7", Browser::default());
    assert!(matches!(app.portal.sign_in(&elsewhere, KNOWN, engine::demo::PASSWORD).await, Ok(Some(_))));
    // And from the address of the guesses, once the minute is over.
    app.advance(Span::MINUTE);
    let late = app.visitor().post("/sign-in", &form).await;
    assert_eq!(late.status, StatusCode::SEE_OTHER);
    assert!(app.visitor().post("/sign-in", &[("email", KNOWN), ("password", "guess")]).await.headers.contains_key("retry-after"));
}

#[tokio::test]
async fn a_changed_cost_is_applied_at_the_next_sign_in() {
    let app = TestApp::new().await;
    let stored = async || {
        let mut tx = app.portal.database().read().await.expect("reads");
        engine::store::people::credentials(&mut tx, KNOWN).await.expect("reads").expect("is there")
    };
    let (person, fresh) = stored().await;
    assert!(fresh.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{fresh}");
    let dear = engine::auth::PasswordCost { memory: 128, passes: 2 };
    let dear = engine::auth::Passwords::new(dear, 1, std::sync::Arc::new(engine::clock::SystemEntropy)).expect("valid");
    let old = dear.hash(engine::demo::PASSWORD).await.expect("hashes");
    app.portal
        .database()
        .write_tx(move |tx| {
            let old = old.clone();
            Box::pin(async move { engine::store::credentials::set_password(tx, person, &old).await })
        })
        .await
        .expect("writes");
    app.signed_in("ngo").await;
    assert!(stored().await.1.starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
    app.signed_in("ngo").await;
}
