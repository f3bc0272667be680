//! Every form has a key: sent again it gets the answer it got, with other words it gets the conflict, and never does anything twice.

use crate::ledger::draft;
use crate::papers::open_round;
use crate::support::{Persona, TestApp, request};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use std::collections::BTreeSet;
use std::time::Duration;

/// How many drafts of that title are on the desk.
async fn drafts(persona: &mut Persona<'_>, title: &str) -> usize {
    let links: BTreeSet<_> =
        persona.get("/desk").await.html().links(title).into_iter().filter(|link| link.starts_with("/papers/")).collect();
    let papers: BTreeSet<_> = links.iter().filter_map(|link| link.split('/').nth(2)).collect();
    papers.len()
}

#[tokio::test]
async fn every_form_of_somebody_who_has_signed_in_has_a_key() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let paper = format!("/papers/new?round={round}");
    let mut forms = 0;
    for (name, paths) in [
        (
            "ngo",
            vec!["/", "/desk", "/account", "/account/data", "/account/calendar", "/subgroups/sg-rnp", "/organisations", paper.as_str()],
        ),
        ("chair", vec!["/desk", "/bodies/oewg/sessions/new", "/bodies/oewg/offices", "/account/second-factor"]),
        ("moderator.rnp", vec!["/moderation", "/subgroups/sg-rnp/announcements/new", "/subgroups/sg-rnp/manage"]),
        ("secretariat", vec!["/secretariat", "/secretariat/find?q=demo"]),
    ] {
        let mut persona = app.signed_in(name).await;
        for path in paths {
            let html = persona.get(path).await.html();
            let posting = html.count("form[method=post]:not([enctype])");
            assert_eq!(posting, html.count("form[method=post] > input[name=key]:first-child"), "{name}: {path}");
            forms += posting;
        }
    }
    assert!(forms > 20, "{forms}");
    // Pages of visitors are the same for everybody.
    for path in ["/", "/sign-in", "/register", "/verify"] {
        assert_eq!(app.visitor().get(path).await.html().count("input[name=key]"), 0, "{path}");
    }
    assert_eq!(app.signed_in("ngo").await.get("/verify").await.html().count("main input[name=key]"), 0, "nothing is changed there");
}

#[tokio::test]
async fn the_same_form_again_gets_the_same_answer() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let key = ngo.get(&format!("/papers/new?round={round}")).await.html().hidden("key");
    let with = |text: &'static str, key: &str| {
        vec![
            ("title", "Sent twice".to_owned()),
            ("language", "en".to_owned()),
            ("subgroup", "whole_body".to_owned()),
            ("consent", "without_name".to_owned()),
            ("text", text.to_owned()),
            ("round", round.clone()),
            ("version", "0".to_owned()),
            ("key", key.to_owned()),
        ]
    };
    let post = async |persona: &mut Persona<'_>, fields: &[(&str, String)]| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        persona.post("/papers/new", &fields).await
    };
    let first = post(&mut ngo, &with("Words.", &key)).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    // Much later, when the words alone would not tell that it is the same.
    app.advance(model::domain::time::Span::HOUR);
    let again = post(&mut ngo, &with("Words.", &key)).await;
    assert_eq!((again.status, again.location()), (StatusCode::SEE_OTHER, first.location()));
    assert_eq!(drafts(&mut ngo, "Sent twice").await, 1);

    // With other words: the conflict, with what was done one link away and what was typed still there.
    let other = post(&mut ngo, &with("Other words. </textarea><script>", &key)).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    let html = other.html();
    assert!(html.main_text().contains("This form was sent already"), "{}", html.main_text());
    assert_eq!(html.link("See what was done"), first.location());
    assert_eq!((html.hidden("text").as_str(), html.count("main script")), ("Other words. </textarea><script>", 0));
    assert_eq!(drafts(&mut ngo, "Sent twice").await, 1);
    // Pressed on purpose it is a new act, with a key of its own.
    let fields = html.all_hidden();
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let anew = ngo.post("/papers/new", &fields).await;
    assert_eq!(anew.status, StatusCode::SEE_OTHER, "{}", anew.html().main_text());
    assert_ne!(anew.location(), first.location());
    assert_eq!(drafts(&mut ngo, "Sent twice").await, 2);

    // The key is of who got it: in other hands it is another one.
    let theirs = post(&mut app.signed_in("business").await, &with("Words.", &key)).await;
    assert_eq!(theirs.status, StatusCode::SEE_OTHER);
    assert_ne!(theirs.location(), first.location());
}

#[tokio::test]
async fn one_key_never_gives_two_receipts() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (submit, version) = draft(&app, "ngo", &round, "Keyed", "Words.").await;
    let mut ngo = app.signed_in("ngo").await;
    let key = ngo.get(&submit).await.html().hidden("key");
    let fields = [("version", version.as_str()), ("key", key.as_str())];
    let receipt = |text: String| text.split_whitespace().find(|word| word.starts_with("STK-")).map(str::to_owned);
    let first = receipt(ngo.submit(&submit, &fields).await.1.html().main_text());
    assert!(first.is_some());
    let log = app.visitor().get("/log/head.json").await.text();
    assert_eq!(receipt(ngo.submit(&submit, &fields).await.1.html().main_text()), first);
    let other = ngo.post(&submit, &[("version", "7"), ("key", &key)]).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert!(receipt(other.html().main_text()).is_none(), "never a receipt");
    assert_eq!(app.visitor().get("/log/head.json").await.text(), log, "nothing more stands in the log");
}

#[tokio::test]
async fn what_was_refused_is_sent_again_with_its_key() {
    let app = TestApp::new().await;
    let path = "/subgroups/sg-rnp/announcements/new";
    let mut moderator = app.signed_in("moderator.rnp").await;
    let key = moderator.get(path).await.html().hidden("key");
    let refused = moderator.post(path, &[("key", &key)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = [("subject", "Meeting"), ("language", "en"), ("text", "On Monday."), ("key", key.as_str())];
    let taken = moderator.post(path, &words).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.html().main_text());
    assert_eq!(moderator.post(path, &words).await.location(), taken.location());
    // What is no key is none: a form with it is acted on each time it comes.
    let hex = "0".repeat(32);
    for odd in [
        "",
        "x",
        &hex,
        &format!("{hex}-"),
        &format!("{}-0", "g".repeat(32)),
        &format!("{hex}-x"),
        &format!("{hex}-00000"),
        &"0".repeat(5_000),
    ] {
        let words = [("subject", "Odd"), ("language", "en"), ("text", "On Tuesday."), ("key", odd)];
        let (first, second) = (moderator.post(path, &words).await, moderator.post(path, &words).await);
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{odd}");
        assert_ne!(first.location(), second.location(), "{odd}");
    }
}

#[tokio::test]
async fn two_forms_of_one_page_with_one_address_are_two() {
    let app = TestApp::new().await;
    // In three browsers: each of the two others has a form of its own to be signed out with.
    let _others = (app.signed_in("ngo").await, app.signed_in("ngo").await);
    let mut ngo = app.signed_in("ngo").await;
    let mut two = 0;
    for path in ["/account", "/account/sessions", "/desk", "/organisations", "/subgroups/sg-rnp"] {
        let html = ngo.get(path).await.html();
        let keys = html.attributes("form[method=post] > input[name=key]", "value");
        let addresses: BTreeSet<_> = html.attributes("form[method=post]", "action").into_iter().collect();
        let different: BTreeSet<_> = keys.iter().collect();
        assert_eq!(different.len(), keys.len(), "{path}: {keys:?}");
        let page: BTreeSet<_> = keys.iter().filter_map(|key| key.split_once('-')).map(|(page, _)| page).collect();
        assert!(page.len() < 2, "{path}: of one page");
        two += usize::from(addresses.len() < keys.len());
    }
    assert!(two > 0, "a page with two forms of one address");

    // Both act, each by its own key.
    let html = ngo.get("/account/sessions").await.html();
    let keys = html.attributes("main li form > input[name=key]", "value");
    let sessions = html.attributes("main li form > input[name=session]", "value");
    assert_eq!((keys.len(), sessions.len()), (2, 2));
    for (key, session) in keys.iter().zip(&sessions) {
        assert_eq!(ngo.post("/account/sessions", &[("key", key), ("session", session)]).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(ngo.get("/account/sessions").await.html().count("main li form"), 0, "both are signed out");
}

#[tokio::test]
async fn of_two_clicks_at_once_one_acts() {
    let app = TestApp::new().await;
    let path = "/subgroups/sg-rnp/announcements/new";
    let mut moderator = app.signed_in("moderator.rnp").await;
    let key = moderator.get(path).await.html().hidden("key");
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("subject", "Once"), ("language", "en"), ("text", "Only once."), ("key", &key)])
        .finish();
    let click = || async {
        let mut post = request(Method::POST, path, moderator.cookie(), None);
        *post.body_mut() = Body::from(body.clone());
        app.send(post).await
    };
    let (one, two, three) = tokio::join!(click(), click(), click());
    assert_eq!(one.status, StatusCode::SEE_OTHER, "{}", one.html().main_text());
    assert!(
        one.location() == two.location() && two.location() == three.location(),
        "{} {} {}",
        one.location(),
        two.location(),
        three.location()
    );
}

#[tokio::test]
async fn a_browser_that_goes_away_in_the_middle_finds_what_was_done() {
    let app = TestApp::new().await;
    let path = "/subgroups/sg-rnp/announcements/new";
    let mut moderator = app.signed_in("moderator.rnp").await;
    let mut places = BTreeSet::new();
    for n in 0..12_u32 {
        let key = moderator.get(path).await.html().hidden("key");
        let subject = format!("Once {n}");
        let words = [("subject", subject.as_str()), ("language", "en"), ("text", "Only once."), ("key", key.as_str())];
        let mut post = request(Method::POST, path, moderator.cookie(), None);
        *post.body_mut() = Body::from(form_urlencoded::Serializer::new(String::new()).extend_pairs(words).finish());
        // Each time it waits a little longer before it goes.
        let _ = tokio::time::timeout(Duration::from_micros(400) * n, app.send(post)).await;
        let again = moderator.post(path, &words).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.html().main_text());
        places.insert(again.location());
    }
    let mut tx = app.portal.database().read().await.expect("reads");
    let group = engine::store::subgroups::by_code(&mut tx, "SG-RNP").await.expect("reads").expect("there").id;
    let all = engine::store::announcements::drafts(&mut tx, group).await.expect("reads");
    let once = all.iter().filter(|announcement| announcement.words.subject.starts_with("Once ")).count();
    assert_eq!((places.len(), once), (12, 12), "each was written once");
}
