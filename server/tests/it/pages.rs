//! Every page answers, in both languages, and public pages carry nothing of their visitor.

use crate::support::TestApp;
use axum::http::{StatusCode, header};

const PUBLIC: [&str; 17] = [
    "/",
    "/bodies/oewg",
    "/bodies/gm",
    "/bodies/ahc",
    "/bodies/arf",
    "/subgroups/sg-rnp",
    "/norms",
    "/papers",
    "/organisations",
    "/register",
    "/sign-in",
    "/help",
    "/privacy",
    "/accessibility",
    "/contact",
    "/verify",
    "/log",
];

/// Everything public that can be reached by links from the front page, once each.
async fn crawl(app: &TestApp, prefix: &str) -> Vec<String> {
    let mut visitor = app.visitor();
    let mut found = vec![format!("{prefix}/")];
    if prefix.is_empty() {
        found.extend(PUBLIC.iter().map(|p| (*p).to_owned()));
    }
    let mut at = 0;
    while at < found.len() && found.len() < 400 {
        let path = found[at].clone();
        at += 1;
        if path.contains("/dev/outbox/") || path.contains("/provisions/") && at % 8 != 0 {
            continue;
        }
        let page = visitor.get(&path).await;
        if page.status != StatusCode::OK {
            continue;
        }
        for link in page.html().links("") {
            let link = link.split(['#', '?']).next().unwrap_or_default().to_owned();
            let file = [".csv", ".docx", ".ics", ".json", ".jsonl", ".xlsx"].iter().any(|end| link.ends_with(end));
            let inside = link.starts_with('/') && !file && !link.starts_with("/pkg/") && !link.ends_with("/papers/new");
            let ours = if prefix.is_empty() { !link.starts_with("/ar") } else { link.starts_with(prefix) };
            if inside && ours && !found.contains(&link) {
                found.push(link);
            }
        }
    }
    found
}

#[tokio::test]
async fn every_public_page_answers_in_both_languages() {
    let app = TestApp::new().await;
    for (prefix, lang, dir) in [("", "en", "ltr"), ("/ar", "ar", "rtl")] {
        let paths = crawl(&app, prefix).await;
        assert!(paths.len() > 60, "{} pages", paths.len());
        for path in paths {
            let page = app.visitor().get(&path).await;
            assert!(matches!(page.status, StatusCode::OK | StatusCode::FORBIDDEN), "{path}: {}", page.status);
            let html = page.html();
            assert_eq!(html.attribute("html", "lang").as_deref(), Some(lang), "{path}");
            assert_eq!(html.attribute("html", "dir").as_deref(), Some(dir), "{path}");
            assert_eq!(html.count("h1"), 1, "{path}");
            assert_eq!(html.count("[style]"), 0, "{path}");
            assert_eq!(html.count("main"), 1, "{path}");
        }
    }
}

#[tokio::test]
async fn public_pages_are_the_same_bytes_for_everyone() {
    let app = TestApp::new().await;
    for path in crawl(&app, "").await {
        let (one, two) = (app.visitor().get(&path).await, app.visitor().get(&path).await);
        assert_eq!(one.bytes, two.bytes, "{path}");
        assert!(one.headers.get(header::SET_COOKIE).is_none(), "{path}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_so() {
    let app = TestApp::new().await;
    let id = "0192f0c8-0000-7000-8000-000000000001";
    for path in ["/nowhere", "/bodies/none", "/subgroups/none", "/papers/1", "/papers/%00", "/ar/nowhere", "/papers?after=x"] {
        let page = app.visitor().get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(page.html().count("h1"), 1, "{path}");
    }
    for room in ["sessions", "rounds", "drafts", "provisions", "papers", "comments"] {
        assert_eq!(app.visitor().get(&format!("/{room}/{id}")).await.status, StatusCode::NOT_FOUND, "{room}");
    }
}

#[tokio::test]
async fn the_front_page_follows_the_browsers_language() {
    let app = TestApp::new().await;
    let asked = |language: &'static str| {
        let mut request = crate::support::request(axum::http::Method::GET, "/", None, None);
        request.headers_mut().insert(header::ACCEPT_LANGUAGE, header::HeaderValue::from_static(language));
        app.send(request)
    };
    assert_eq!(asked("ar-EG,ar;q=0.9,en;q=0.5").await.location(), "/ar");
    assert_eq!(asked("en-GB,ar;q=0.5").await.status, StatusCode::OK);
    assert_eq!(asked("fr").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_scripts_are_loaded_only_where_there_is_an_island() {
    let app = TestApp::new().await;
    for path in crawl(&app, "").await {
        let html = app.visitor().get(&path).await.html();
        assert_eq!(html.count("leptos-island") > 0, html.count("script") > 0, "{path}");
    }
}

#[tokio::test]
async fn health() {
    let app = TestApp::new().await;
    assert_eq!(app.visitor().get("/healthz").await.status, StatusCode::OK);
    // The tests' clock stands still; where the database has a clock of its own, the two must agree before a node is ready.
    let ready = async || app.visitor().get("/readyz").await.status;
    let own_clock = app.portal.database().clock().await.expect("answers");
    assert_eq!(ready().await, if own_clock.is_some() { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK });
    app.clock.set(engine::clock::Clock::now(&engine::clock::SystemClock));
    assert_eq!(ready().await, StatusCode::OK);
}
