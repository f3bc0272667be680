//! Headers, cookies, requests from other sites, and who sees what.

use crate::support::{ORIGIN, TestApp, paper_fields, request};
use axum::http::{HeaderValue, Method, StatusCode, header};
use tower::ServiceExt;

#[tokio::test]
async fn every_page_has_its_headers() {
    let app = TestApp::new().await;
    for path in ["/", "/papers", "/nowhere", "/sign-in"] {
        let page = app.visitor().get(path).await;
        let csp = page.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("ASCII");
        assert!(csp.contains("default-src 'none'") && csp.contains("frame-ancestors 'none'") && !csp.contains("unsafe-inline"), "{csp}");
        assert_eq!(page.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(page.headers[header::REFERRER_POLICY], "same-origin");
        assert_eq!(page.headers["x-request-id"].len(), 32, "what the log calls this request");
    }
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.get("/desk").await.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(ngo.get("/").await.headers[header::CACHE_CONTROL], "no-store", "a signed-in reader's pages are nobody else's");
}

#[tokio::test]
async fn the_inline_scripts_of_a_page_are_those_of_the_policy() {
    use base64::Engine as _;
    use sha2::Digest as _;
    let app = TestApp::new().await;
    let round = crate::papers::open_round(&app).await;
    let page = app.visitor().get(&format!("/rounds/{round}")).await;
    let csp = page.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("ASCII").to_owned();
    let text = page.text();
    let mut scripts = 0;
    for piece in text.split("<script").skip(1) {
        let (tag, rest) = piece.split_once('>').expect("a tag");
        if !tag.contains("src=") {
            let script = rest.split("</script>").next().expect("an end");
            let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(script.as_bytes()));
            assert!(csp.contains(&format!("'sha256-{hash}'")), "{script}");
            scripts += 1;
        }
    }
    assert!(scripts > 0, "the round's page has an island");
}

#[tokio::test]
async fn cookies_are_out_of_reach_of_scripts_and_other_sites() {
    let app = TestApp::new().await;
    let answer = app.visitor().post("/sign-in", &[("email", "ngo@demo.example"), ("password", engine::demo::PASSWORD)]).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().expect("ASCII");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), "{cookie}");
}

#[tokio::test]
async fn a_form_of_another_site_changes_nothing() {
    let app = TestApp::new().await;
    let ngo = app.signed_in("ngo").await;
    let cookie = ngo.cookie().expect("a cookie").to_owned();
    for (name, value) in
        [("origin", Some("https://evil.example")), ("origin", Some("null")), ("origin", None), ("sec-fetch-site", Some("cross-site"))]
    {
        let mut post = request(Method::POST, "/sign-out", Some(&cookie), Some(String::new()));
        post.headers_mut().remove(header::ORIGIN);
        if let Some(value) = value {
            post.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        assert_eq!(app.send(post).await.status, StatusCode::FORBIDDEN, "{name} {value:?}");
    }
    let still = app.send(request(Method::GET, "/desk", Some(&cookie), None)).await;
    assert_eq!(still.status, StatusCode::OK, "still signed in");
    let mut own = request(Method::POST, "/sign-out", Some(&cookie), Some(String::new()));
    own.headers_mut().insert(header::ORIGIN, HeaderValue::from_static(ORIGIN));
    assert_eq!(app.send(own).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn nothing_writes_by_get() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    for path in [
        "/sign-out",
        "/account/recovery-codes",
        "/account/resume",
        "/confirm/resend",
        "/subgroups/sg-cap/join",
        "/api/autosave",
        "/api/time",
    ] {
        let status = ngo.get(path).await.status;
        assert!(status.is_client_error(), "{path}: {status}");
    }
    assert_eq!(ngo.get("/desk").await.status, StatusCode::OK);
}

#[tokio::test]
async fn drafts_are_their_authors_alone() {
    let app = TestApp::new().await;
    let mut business = app.signed_in("business").await;
    let desk = business.get("/desk").await.html();
    let draft = desk.links("").into_iter().find(|l| l.ends_with("/edit") && l.starts_with("/papers/")).expect("a draft");
    let paper = draft.trim_end_matches("/edit").to_owned();
    for name in ["ngo", "chair", "secretariat", "moderator.rnp", "moderator.cap"] {
        let mut other = app.signed_in(name).await;
        for path in [paper.clone(), draft.clone(), format!("{paper}/submit"), format!("{paper}/receipt"), format!("/moderation{paper}")] {
            let status = other.get(&path).await.status;
            assert!(matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{name} reads {path}: {status}");
        }
        let saved = other.post(&draft, &paper_fields(&[("title", "Mine now"), ("text", "x"), ("version", "1")])).await;
        assert_eq!(saved.status, StatusCode::NOT_FOUND, "{name} writes");
        let submitted = other.post(&format!("{paper}/submit"), &[("version", "1")]).await;
        assert_eq!(submitted.status, StatusCode::NOT_FOUND, "{name} submits");
    }
}

#[tokio::test]
async fn demonstration_pages_exist_in_demonstration_mode_only() {
    use server::web::{Assets, Deps, WebSettings, build_router};
    let app = TestApp::new().await;
    assert_eq!(app.visitor().get("/dev/outbox").await.status, StatusCode::OK);
    let settings = WebSettings { demonstration: false, ..WebSettings::demonstration("https://portal.example".to_owned()) };
    let router = build_router(Deps::new(app.portal.clone(), app.clock.clone(), Assets::load_what_is_there(), settings));
    for path in ["/dev/outbox", "/dev/ui"] {
        let answer = router.clone().oneshot(request(Method::GET, path, None, None)).await.expect("answers");
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let page = router.oneshot(request(Method::GET, "/", None, None)).await.expect("answers");
    assert!(page.headers().contains_key(header::STRICT_TRANSPORT_SECURITY), "by https, stays with https");
}
