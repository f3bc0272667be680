//! Receipts that everyone can check, and the public log.

use crate::grants::closes_at;
use crate::late::attempt;
use crate::ledger::{draft, mails};
use crate::papers::open_round;
use crate::support::{Answer, Persona, TestApp, request};
use axum::body::Body;
use axum::http::{HeaderValue, Method, StatusCode, header};
use engine::proof::{Head, LogLine, PublicKeys, SignedHead, SignedReceipt};
use model::domain::time::Span;

const BOUNDARY: &str = "----a-boundary-of-the-test";

/// Posts the form of `/verify` in parts, as a browser does.
async fn check(app: &TestApp, pasted: &str, uploaded: &[u8]) -> Answer {
    let mut body = Vec::new();
    let mut part = |disposition: &str, content: &[u8]| {
        body.extend_from_slice(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n").as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    };
    part("name=\"receipt\"", pasted.as_bytes());
    part("name=\"file\"; filename=\"receipt.json\"", uploaded);
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    let mut post = request(Method::POST, "/verify", None, None);
    let kind = HeaderValue::from_str(&format!("multipart/form-data; boundary={BOUNDARY}")).expect("a header");
    post.headers_mut().insert(header::CONTENT_TYPE, kind);
    *post.body_mut() = Body::from(body);
    app.send(post).await
}

/// A submitted paper of the NGO: its address, and the signed receipt.
async fn submitted(app: &TestApp, ngo: &mut Persona<'_>) -> (String, String, String) {
    let round = open_round(app).await;
    let (submit, version) = draft(app, "ngo", &round, "On proof", "States should keep receipts.").await;
    let page = ngo.submit(&submit, &[("version", &version)]).await.1.html();
    let address = page.link("Download the signed receipt");
    let file = ngo.get(&address).await;
    assert_eq!(file.status, StatusCode::OK);
    (submit.trim_end_matches("/submit").to_owned(), address, file.text())
}

async fn asking_for(app: &TestApp, path: &str, accept: &'static str) -> Answer {
    let mut get = request(Method::GET, path, None, None);
    get.headers_mut().insert(header::ACCEPT, HeaderValue::from_static(accept));
    app.send(get).await
}

async fn page(app: &TestApp, path: &str) -> Answer {
    asking_for(app, path, "text/html,application/xhtml+xml,*/*;q=0.8").await
}

#[tokio::test]
async fn a_receipt_is_pasted_uploaded_or_linked_to_and_found_genuine() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let (paper, _, file) = submitted(&app, &mut ngo).await;
    let receipt = ngo.get(&format!("{paper}/receipt")).await.html();
    let number = receipt.text(".receipt__number");
    assert_eq!(receipt.count("form[action='/verify'][enctype='multipart/form-data']"), 1);
    assert_eq!(receipt.hidden("receipt"), file.trim_end());
    // A link that somebody passes on.
    let link = form_urlencoded::Serializer::new("/verify?".to_owned()).append_pair("receipt", file.trim_end()).finish();
    let windows = file.replace('\n', "\r\n");
    for answer in [
        check(&app, &file, b"").await,
        check(&app, &format!("\n  {windows}"), b"").await,
        check(&app, "", file.as_bytes()).await,
        check(&app, "what was pasted before", file.as_bytes()).await,
        app.visitor().get(&link).await,
    ] {
        assert_eq!(answer.status, StatusCode::OK);
        let words = answer.html().main_text();
        for said in ["This receipt is genuine", number.trim(), "Accepted", "Position paper", "Jukwaa la Mtandao Salama"] {
            assert!(words.contains(said), "{said}: {words}");
        }
    }
    // The mail has it too, to the byte.
    let told = mails(&app, &format!("Received: {}", number.trim())).await;
    let attached = told.first().and_then(|mail| mail.attachment.clone()).expect("the receipt goes with the mail");
    assert_eq!((attached.name, attached.text), (format!("{}.json", number.trim()), file));
}

#[tokio::test]
async fn what_is_no_receipt_is_said_to_be_none_and_stays_in_the_form() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let file = submitted(&app, &mut ngo).await.2;
    let other = file.replacen("\"version\":", "\"version\":1", 1);
    let longer = file.replace("Jukwaa la Mtandao Salama", "Jukwaa la Mtandao Salami");
    let spaced = file.replacen(",\"", ", \"", 1);
    for (text, status, why) in [
        (other.as_str(), StatusCode::OK, "They were changed after"),
        (&longer, StatusCode::OK, "They were changed after"),
        (&spaced, StatusCode::OK, "not in the bytes that were signed"),
        (&file[..file.len() - 9], StatusCode::UNPROCESSABLE_ENTITY, "not a receipt of this portal"),
        ("</textarea><script>alert(1)</script>", StatusCode::UNPROCESSABLE_ENTITY, "not a receipt of this portal"),
    ] {
        let answer = check(&app, text, b"").await;
        assert_eq!(answer.status, status, "{text}");
        let html = answer.html();
        assert!(html.main_text().contains("cannot be confirmed") && html.main_text().contains(why), "{}", html.main_text());
        assert_eq!(html.value("Receipt").trim_end(), text.trim_end(), "nothing is lost");
        assert_eq!(html.count("main script"), 0);
    }
    // A receipt of a portal with other keys.
    let strange = engine::proof::Keyring::generate(&engine::clock::SystemEntropy, app.now()).expect("a key");
    let payload = SignedReceipt::from_file(&file).expect("reads").read().expect("canonical");
    let forged = SignedReceipt::sign(&payload, &strange).expect("signs").to_file();
    assert!(check(&app, &forged, b"").await.html().main_text().contains("a key that is not this portal’s"));

    let nothing = check(&app, "  ", b"").await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.html().main_text().contains("Paste a receipt, or choose a file."));
    assert_eq!(check(&app, "", b"\xff\xfe\x00").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(check(&app, &"x".repeat(5_000_000), b"").await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let mut post = request(Method::POST, "/verify", None, None);
    let kind = HeaderValue::from_str(&format!("multipart/form-data; boundary={BOUNDARY}")).expect("a header");
    post.headers_mut().insert(header::CONTENT_TYPE, kind);
    *post.body_mut() = Body::from(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"receipt\"\r\n\r\nnever ends"));
    assert_eq!(app.send(post).await.status, StatusCode::BAD_REQUEST, "cut off");
    assert_eq!(app.visitor().post("/verify", &[("receipt", &file)]).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(app.visitor().get("/verify?receipt=%ff").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_file_is_its_holders_until_the_paper_is_public() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let (paper, address, file) = submitted(&app, &mut ngo).await;
    for (name, status) in [("secretariat", StatusCode::OK), ("business", StatusCode::NOT_FOUND), ("moderator.rnp", StatusCode::NOT_FOUND)] {
        assert_eq!(app.signed_in(name).await.get(&address).await.status, status, "{name}");
    }
    assert_eq!(app.visitor().get(&address).await.status, StatusCode::NOT_FOUND);
    let mut secretariat = app.signed_in("secretariat").await;
    let moderation = paper.replace("/papers/", "/moderation/papers/");
    let version = secretariat.get(&moderation).await.html().hidden("version");
    secretariat.submit(&moderation, &[("version", &version), ("outcome", "accept"), ("reason", "")]).await;
    let public = app.visitor().get(&address).await;
    assert_eq!((public.status, public.text()), (StatusCode::OK, file));
    let words = app.visitor().get(&paper).await.html();
    assert!(words.links("STK-").contains(&address), "{}", words.main_text());
    for address in ["/receipts/nonsense/receipt.json", "/refusals/nonsense/receipt.json"] {
        assert_eq!(app.visitor().get(address).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_refusal_has_a_receipt_too_for_its_holder_alone() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let closes = closes_at(&app, &round).await;
    let (_, answer) = attempt(&app, &round, closes + Span::SECOND).await;
    let refusal = answer.html().link("Open the receipt of the refusal");
    let mut ngo = app.signed_in("ngo").await;
    let address = ngo.get(&refusal).await.html().link("Download the signed receipt");
    let file = ngo.get(&address).await.text();
    let words = check(&app, &file, b"").await.html().main_text();
    for said in ["This receipt is genuine", "REF-OEWG-DEMO1-", "Refused: received after the closing"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    for name in ["chair", "business", "secretariat"] {
        assert_eq!(app.signed_in(name).await.get(&address).await.status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test]
async fn the_log_is_public_tells_nothing_and_holds() {
    let app = TestApp::new().await;
    let before = app.visitor().get("/log/lines.jsonl").await.text();
    let mut ngo = app.signed_in("ngo").await;
    let (_, _, file) = submitted(&app, &mut ngo).await;
    let answer = app.visitor().get("/log/lines.jsonl").await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/jsonl; charset=utf-8");
    let text = answer.text();
    assert!(text.starts_with(&before), "lines are added, never changed");
    assert_eq!(text.lines().count(), before.lines().count() + 1);
    for accept in ["*/*", "application/jsonl", "application/json, */*"] {
        assert_eq!(asking_for(&app, "/log", accept).await.text(), text, "a program that asks for no page gets the lines");
    }

    let keys = PublicKeys::from_file(&app.visitor().get("/.well-known/openfloor-keys.json").await.text()).expect("the keys");
    let signed = SignedHead::from_file(&app.visitor().get("/log/head.json").await.text()).expect("the head");
    signed.check(&keys).expect("signed");
    let mut head = Head::start();
    for line in text.lines() {
        let line = LogLine::from_line(line).expect("a line");
        head.follow(&line).expect("follows");
    }
    assert_eq!(head, signed.head);
    let receipt = SignedReceipt::from_file(&file).expect("reads");
    let payload = receipt.check(&keys).expect("genuine");
    let last = LogLine::from_line(text.lines().last().expect("a line")).expect("a line");
    assert_eq!((last.receipt_hash, last.index, last.prev_hash), (receipt.hash(), payload.log.index, payload.log.head.clone()));
    for secret in [&payload.organisation.id, &payload.organisation.name, &payload.number, &payload.item.id, &payload.nonce] {
        assert!(!text.contains(secret.as_str()), "{secret}");
    }

    // The part from a line on, and what is no part.
    let part = app.visitor().get(&format!("/log/lines.jsonl?from={}", payload.log.index)).await.text();
    assert_eq!(part.lines().count(), 1);
    assert_eq!(app.visitor().get("/log/lines.jsonl?from=999999").await.text(), "");
    for wrong in ["/log/lines.jsonl?from=-1", "/log/lines.jsonl?from=x"] {
        assert_eq!(app.visitor().get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }

    let shown = page(&app, "/log").await;
    assert_eq!(shown.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    let html = shown.html();
    assert!(html.main_text().contains(&receipt.hash()) && !html.main_text().contains("Jukwaa"), "{}", html.main_text());
    assert_eq!(page(&app, &format!("/log?before={}", payload.log.index)).await.html().count("tbody tr"), before.lines().count().min(50));
    assert_eq!(page(&app, "/log?before=x").await.status, StatusCode::NOT_FOUND);
    app.portal.check_log().await.expect("the log holds");
}

#[tokio::test]
async fn a_rehearsal_leaves_nothing_in_the_log() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let before = app.visitor().get("/log/head.json").await.text();
    let mut chair = app.signed_in("chair").await;
    let links = chair.get(&format!("/rounds/{round}/rehearsal")).await.html().links("");
    let sights: Vec<_> = links.iter().filter(|link| link.contains("/rehearsal/")).collect();
    assert!(sights.iter().any(|link| link.ends_with("/answer")) && sights.len() > 5, "{sights:?}");
    for link in sights {
        assert_eq!(chair.get(link).await.status, StatusCode::OK, "{link}");
    }
    assert_eq!(app.visitor().get("/log/head.json").await.text(), before);
    app.portal.check_log().await.expect("the log holds");
}
