//! Recommendations: written one by one with what each is about, on every page, in the receipt, in the comparison, in the summary and its files.

use crate::papers::{open_round, version_of};
use crate::succession::decide;
use crate::support::{Html, Persona, TestApp, paper_fields};
use axum::http::StatusCode;

const NORM: &str = "norm:N-C";

/// The code of a paragraph of the zero draft, as the editor offers it.
async fn paragraph(ngo: &mut Persona<'_>, round: &str) -> String {
    ngo.get(&format!("/papers/new?round={round}")).await.html().option("What recommendation 1 is about", "4 (a)")
}

/// Saves a new paper with these fields; answers its editor as it comes back.
async fn saved(ngo: &mut Persona<'_>, round: &str, fields: &[(&str, &str)]) -> (String, Html) {
    let mut all = paper_fields(&[("round", round), ("action", "save")]);
    all.retain(|(name, _)| !fields.iter().any(|(said, _)| said == name));
    all.extend_from_slice(fields);
    let (edit, page) = ngo.submit("/papers/new", &all).await;
    (edit.split('#').next().unwrap_or_default().to_owned(), page.html())
}

#[tokio::test]
async fn a_paper_recommends_on_every_page_and_in_every_file() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let about = paragraph(&mut ngo, &round).await;
    let fields = [
        ("text", ""),
        ("recommendation_1", "Publish **one** list."),
        ("about_1", about.as_str()),
        ("recommendation_2", "  "),
        ("recommendation_3", "Read <b>this</b>."),
        ("about_3", NORM),
        ("action", "check"),
    ];
    let (check, page) = saved(&mut ngo, &round, &fields).await;
    let words = page.main_text();
    assert!(words.contains("Recommendation 1 About Zero draft, paragraph 4 (a) Publish one list."), "{words}");
    assert!(words.contains("Recommendation 2 About Norm N-C: ") && words.contains("Read <b>this</b>."), "{words}");
    assert!(words.contains("Length 7 words"), "recommendations count: {words}");
    let paper = check.trim_end_matches("/submit").to_owned();
    let version = version_of(&mut ngo, &check).await;
    let (receipt, _) = ngo.submit(&check, &[("version", &version)]).await;

    let page = ngo.get(&receipt).await.html();
    let link = page.links("").into_iter().find(|link| link.ends_with("content.json")).expect("the bytes");
    let bytes: serde_json::Value = serde_json::from_slice(&ngo.get(&link).await.bytes).expect("JSON");
    assert_eq!(bytes["format"], "openfloor-paper-4");
    let one = serde_json::json!({
        "number": 1, "recommendation": "Publish **one** list.", "about": { "id": about, "name": "Zero draft, paragraph 4 (a)" },
    });
    assert_eq!(bytes["recommendations"][0], one);
    assert_eq!((&bytes["recommendations"][1]["about"]["id"], bytes["recommendations"].as_array().map(Vec::len)), (&NORM.into(), Some(2)));

    let mut secretariat = app.signed_in("secretariat").await;
    assert!(secretariat.get(&format!("/moderation{paper}")).await.html().text("#recommendations").contains("Publish one list."));
    decide(&app, "secretariat", &paper, "accept").await;
    let public = app.visitor().get(&paper).await.html();
    assert!(public.text("#recommendations").contains("Read <b>this</b>."), "{}", public.main_text());
    let provision = public.link("Zero draft, paragraph 4 (a)");
    assert_eq!(app.visitor().get(&provision).await.html().text("h1"), "Paragraph 4 (a)");
    let arabic = app.visitor().get(&format!("/ar{paper}")).await.html();
    assert!(arabic.text("#recommendations").contains("التوصية"), "{}", arabic.main_text());

    let mut chair = app.signed_in("chair").await;
    let session = format!("/sessions/{}", public_session(&app, &round).await);
    assert!(chair.get(&format!("{session}/summary")).await.html().main_text().contains("Publish one list."));
    let json: serde_json::Value = serde_json::from_slice(&chair.get(&format!("{session}/summary.json")).await.bytes).expect("JSON");
    let papers: Vec<_> = json["papers_by_subgroup"]
        .as_array()
        .expect("groups")
        .iter()
        .flat_map(|group| group["papers"].as_array().expect("papers"))
        .filter(|listed| paper.ends_with(listed["id"].as_str().unwrap_or("none")))
        .collect();
    assert_eq!(papers[0]["recommendations"][0]["about"]["number"], "4 (a)");
    assert_eq!(papers[0]["recommendations"][1]["about"]["code"], "N-C");
    let csv = chair.get(&format!("{session}/summary.csv")).await.text();
    assert!(csv.contains("Recommendation 1 (Zero draft, paragraph 4 (a))\nPublish **one** list."), "{csv}");
    assert_eq!(chair.get(&format!("{session}/summary.docx")).await.status, StatusCode::OK);
}

/// The id of the session a round belongs to.
async fn public_session(app: &TestApp, round: &str) -> String {
    let page = app.visitor().get(&format!("/rounds/{round}")).await.html();
    let link = page.links("").into_iter().find(|link| link.starts_with("/sessions/")).expect("the session");
    link.trim_start_matches("/sessions/").to_owned()
}

#[tokio::test]
async fn rows_are_added_moved_and_removed_without_javascript() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let fields = [("recommendation_1", "First."), ("recommendation_2", "Second."), ("about_2", NORM), ("action", "add")];
    let (edit, editor) = saved(&mut ngo, &round, &fields).await;
    assert_eq!(editor.value("Recommendation 3"), "", "a row for the next one");
    assert!(!editor.has_button("Move recommendation 1 up") && !editor.has_button("Remove recommendation 3"));
    assert!(editor.has_button("Move recommendation 2 up"));

    let press = async |ngo: &mut Persona<'_>, action: &str| {
        let html = ngo.get(&edit).await.html();
        let rows: Vec<_> = (1..=3)
            .map(|n| (format!("recommendation_{n}"), html.value(&format!("Recommendation {n}"))))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let abouts: Vec<_> = (1..=3).map(|n| (format!("about_{n}"), html.value(&format!("What recommendation {n} is about")))).collect();
        let version = html.hidden("version");
        let mut all = paper_fields(&[("version", version.as_str()), ("action", action)]);
        all.extend(rows.iter().chain(&abouts).map(|(name, text)| (name.as_str(), text.as_str())));
        ngo.submit(&edit, &all).await
    };
    let (to, moved) = press(&mut ngo, "up_2").await;
    assert!(to.ends_with("/edit#recommendation_1"), "{to}");
    let moved = moved.html();
    assert_eq!((moved.value("Recommendation 1"), moved.value("Recommendation 2")), ("Second.".to_owned(), "First.".to_owned()));
    assert_eq!(moved.value("What recommendation 1 is about"), NORM, "it takes along what it is about");
    let (_, left) = press(&mut ngo, "remove_1").await;
    let left = left.html();
    assert_eq!((left.value("Recommendation 1"), left.value("Recommendation 2")), ("First.".to_owned(), String::new()));
    assert_eq!(left.count("textarea[name='recommendation_3']"), 0);
}

#[tokio::test]
async fn what_a_recommendation_is_about_must_be_there() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    for about in ["norm:N-Z", "provision:00000000-0000-7000-8000-000000000001", "paper:1", "nonsense"] {
        let fields = paper_fields(&[("round", &round), ("action", "save"), ("recommendation_1", "Do."), ("about_1", about)]);
        let refused = ngo.post("/papers/new", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{about}");
        let page = refused.html();
        assert_eq!(page.value("Recommendation 1"), "Do.", "nothing is lost");
        assert!(page.errors().iter().any(|error| error.contains("What recommendation 1 is about")), "{:?}", page.errors());
    }
    // About something, and without words: it is kept, and stands in the way of submitting.
    let (check, page) = saved(&mut ngo, &round, &[("about_1", NORM), ("action", "check")]).await;
    assert!(page.main_text().contains("Recommendation 1 says nothing.") && !page.has_button("Submit paper"));
    let version = version_of(&mut ngo, &check.replace("/submit", "/edit")).await;
    assert_eq!(ngo.post(&check, &[("version", &version)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_new_version_keeps_them_and_is_compared() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let fields = [("recommendation_1", "Do this."), ("about_1", NORM), ("recommendation_2", "And that."), ("action", "check")];
    let (check, _) = saved(&mut ngo, &round, &fields).await;
    let version = version_of(&mut ngo, &check).await;
    ngo.submit(&check, &[("version", &version)]).await;
    let (edit, page) = ngo.submit(&check.replace("/submit", "/replace"), &[]).await;
    let html = page.html();
    assert_eq!((html.value("Recommendation 1"), html.value("What recommendation 1 is about")), ("Do this.".to_owned(), NORM.to_owned()));
    let version = html.hidden("version");
    let fields = paper_fields(&[
        ("recommendation_1", "Do this."),
        ("about_1", "norm:N-D"),
        ("recommendation_2", "And those."),
        ("version", &version),
        ("action", "save"),
    ]);
    ngo.submit(&edit, &fields).await;
    let compared = ngo.get(&edit.replace("/edit", "/compare")).await.html();
    let words = compared.main_text();
    assert!(words.contains("What it is about: before “Norm N-C: ") && words.contains("”, now “Norm N-D: "), "{words}");
    assert_eq!((compared.texts("del"), compared.texts("ins")), (vec!["that".to_owned()], vec!["those".to_owned()]));
}
