//! What everybody sees of themes: those that public inputs bear, with these and no others.

use crate::papers::open_round;
use crate::support::{Persona, TestApp, paper_fields};
use crate::themes::{tag, theme_in, ticked};
use axum::http::StatusCode;

const TREE: &str = "/moderation/queues/sg-rnp/themes";

/// Papers of a member to the subgroup, as they are moderated.
async fn papers(app: &TestApp, titles: &[&str]) -> Vec<String> {
    let round = open_round(app).await;
    let mut author = app.signed_in("business").await;
    let organisation = author.get("/subgroups/sg-rnp").await.html().hidden("organisation");
    author.submit("/subgroups/sg-rnp/join", &[("organisation", &organisation)]).await;
    let subgroup = author.get(&format!("/papers/new?round={round}")).await.html().option("Subgroup", "SG-RNP");
    let mut all = Vec::new();
    for title in titles {
        let fields = paper_fields(&[("title", title), ("subgroup", &subgroup), ("round", &round), ("action", "check")]);
        let (submit, check) = author.submit("/papers/new", &fields).await;
        author.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
        app.advance(model::domain::time::Span::SECOND);
        all.push(submit.trim_end_matches("/submit").replace("/papers/", "/moderation/papers/"));
    }
    all
}

async fn accept(moderator: &mut Persona<'_>, item: &str) {
    let version = moderator.get(item).await.html().attribute("form.decision input[name='version']", "value").expect("a version");
    moderator.submit(item, &[("outcome", "accept"), ("version", &version)]).await;
}

#[tokio::test]
async fn a_theme_is_public_with_what_is_public_and_no_more() {
    let app = TestApp::new().await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let above = theme_in(&mut moderator, TREE, "Infrastructure", "").await;
    let id = theme_in(&mut moderator, TREE, "Cables", &above).await;
    let secret = theme_in(&mut moderator, TREE, "Nobody’s business", "").await;
    let items = papers(&app, &["Seen", "Hidden"]).await;
    tag(&mut moderator, &items[0], &[&id]).await;
    tag(&mut moderator, &items[1], &[&id, &secret]).await;
    let public = format!("/themes/{id}");
    // Nothing is accepted: nothing is there.
    for address in [&public, &format!("/themes/{above}"), &format!("/themes/{secret}")] {
        assert_eq!(app.visitor().get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert!(!app.visitor().get("/subgroups/sg-rnp").await.html().main_text().contains("Cables"));
    accept(&mut moderator, &items[0]).await;
    let page = app.visitor().get("/subgroups/sg-rnp").await.html();
    let words = page.text("#themes");
    assert!(words.contains("Infrastructure 1 public input") && words.contains("Cables 1 public input"), "{words}");
    assert!(!words.contains("Nobody"), "{words}");
    let page = app.visitor().get(&public).await.html();
    assert!(page.main_text().contains("1 public input") && !page.main_text().contains("Hidden"), "{}", page.main_text());
    let seen = items[0].replace("/moderation", "");
    assert_eq!(page.links("Seen"), [seen.as_str()]);
    // The one above has what stands below it.
    let page = app.visitor().get(&format!("/themes/{above}")).await.html();
    assert_eq!(page.links("Seen"), [seen.as_str()]);
    assert!(page.links("Cables").contains(&public));
    // The paper shows it, to everybody; what waits shows its author nothing.
    assert_eq!(app.visitor().get(&seen).await.html().links("Cables"), [public.as_str()]);
    let waits = app.signed_in("business").await.get(&items[1].replace("/moderation", "")).await.html();
    assert!(!waits.main_text().contains("Cables"));
    // Nobody's name.
    for address in [&public, &seen, &"/subgroups/sg-rnp".to_owned()] {
        let words = app.visitor().get(address).await.html();
        assert!(!words.texts("#themes").join(" ").contains("Demo"), "{address}");
    }
    // In Arabic, too.
    assert_eq!(app.visitor().get(&format!("/ar{public}")).await.status, StatusCode::OK);
    // Taken back, it is gone.
    let act = moderator.get(&items[0]).await.html().links("Read this decision").first().expect("an act").clone();
    moderator.submit(&format!("{act}/undo"), &[("reason", "R.")]).await;
    assert_eq!(app.visitor().get(&public).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_merged_theme_says_in_public_where_it_went() {
    let app = TestApp::new().await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let (a, b) = (theme_in(&mut moderator, TREE, "Cables", "").await, theme_in(&mut moderator, TREE, "Unseen", "").await);
    let items = papers(&app, &["Seen", "Hidden"]).await;
    tag(&mut moderator, &items[0], &[&a]).await;
    tag(&mut moderator, &items[1], &[&b]).await;
    accept(&mut moderator, &items[0]).await;
    let version = moderator.get(TREE).await.html().hidden("version");
    let fields = [("theme", a.as_str()), ("theme", b.as_str()), ("name", "Under the sea"), ("language", "en"), ("version", &version)];
    let (_, tree) = moderator.submit(&format!("{TREE}/merge"), &fields).await;
    let new = tree.html().link("Under the sea").replace("/moderation", "");
    let page = app.visitor().get(&new).await.html();
    let words = page.main_text();
    assert!(words.contains("From “Cables”, merged by A moderator of Rules, norms"), "{words}");
    assert!(!words.contains("Unseen") && !words.contains("Hidden"), "{words}");
    let old = app.visitor().get(&format!("/themes/{a}")).await.html();
    assert!(old.main_text().contains("Merged into “Under the sea” by A moderator of"), "{}", old.main_text());
    assert!(old.links("Under the sea").contains(&new) && old.links("Seen").is_empty());
    assert_eq!(app.visitor().get(&format!("/themes/{b}")).await.status, StatusCode::NOT_FOUND, "nothing public ever bore it");
}

#[tokio::test]
async fn a_list_of_a_theme_goes_on_page_by_page() {
    let app = TestApp::new().await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let id = theme_in(&mut moderator, TREE, "Cables", "").await;
    let titles: Vec<String> = (0..53).map(|n| format!("Number {n:02}")).collect();
    let items = papers(&app, &titles.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let boxes: Vec<String> = items.iter().map(|item| format!("paper:{}:1", item.trim_start_matches("/moderation/papers/"))).collect();
    for some in boxes.chunks(50) {
        let mut fields: Vec<_> = some.iter().map(|value| ("item", value.as_str())).collect();
        fields.push(("add_theme", id.as_str()));
        assert_eq!(moderator.post("/moderation/several/themes", &fields).await.status, StatusCode::OK);
    }
    let version = |page: crate::support::Html| page.attribute("form.decision input[name='version']", "value").expect("a version");
    let waiting = version(moderator.get(&items[0]).await.html());
    for some in boxes.chunks(50) {
        let with: Vec<String> = some.iter().map(|one| one.trim_end_matches('1').to_owned() + &waiting).collect();
        let mut fields: Vec<_> = with.iter().map(|value| ("item", value.as_str())).collect();
        fields.push(("outcome", "accept"));
        assert_eq!(moderator.post("/moderation/several", &fields).await.status, StatusCode::OK);
    }
    for address in [format!("/themes/{id}"), format!("/moderation/themes/{id}")] {
        let first = moderator.get(&address).await.html();
        let next = first.attribute("nav.pagination a[rel='next']", "href").expect("a next page");
        let second = moderator.get(&next).await.html();
        let shown = |page: &crate::support::Html| {
            page.texts("main .rows h3 a").into_iter().filter(|words| words.starts_with("Number")).collect::<Vec<_>>()
        };
        let all = [shown(&first), shown(&second)].concat();
        let expected: Vec<String> = titles.iter().rev().cloned().collect();
        assert_eq!((shown(&first).len(), all), (50, expected), "{address}: the newest first, without gap or repetition");
        assert_eq!(second.count("nav.pagination a[rel='next']"), 0);
    }
    assert_eq!(app.visitor().get(&format!("/themes/{id}?after=nonsense")).await.status, StatusCode::NOT_FOUND);
    assert!(app.visitor().get("/subgroups/sg-rnp").await.html().text("#themes").contains("Cables 53 public inputs"));
}

#[tokio::test]
async fn a_comment_bears_themes_as_a_paper_does() {
    let app = TestApp::new().await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let id = theme_in(&mut moderator, TREE, "Cables", "").await;
    let comment = moderator.get("/moderation?kind=comment").await.html().attributes("[data-queue-row] h3 a", "href");
    let item = comment.first().expect("a comment waits").split('?').next().unwrap_or_default().to_owned();
    assert_eq!(tag(&mut moderator, &item, &[&id]).await, StatusCode::SEE_OTHER);
    assert_eq!(ticked(&moderator.get(&item).await.html()), [id.as_str()]);
    accept(&mut moderator, &item).await;
    let public = item.replace("/moderation", "");
    assert_eq!(app.visitor().get(&public).await.html().links("Cables"), [format!("/themes/{id}")]);
    assert!(app.visitor().get(&format!("/themes/{id}")).await.html().links("Comment on paragraph").contains(&public));
}
