//! Comments on one paragraph.

use crate::support::{Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

/// The page of a paragraph of the zero draft.
pub async fn paragraph(persona: &mut Persona<'_>, citation: &str) -> String {
    let body = persona.get("/bodies/oewg").await.html();
    let draft = body.links("").into_iter().find(|l| l.starts_with("/drafts/")).expect("the zero draft");
    let page = persona.get(&draft).await.html();
    let links = page.links("Comment");
    assert!(!links.is_empty(), "{}", page.main_text());
    for link in links {
        let link = link.split('#').next().unwrap_or_default().to_owned();
        if persona.get(&link).await.html().title().contains(citation) {
            return link;
        }
    }
    panic!("no paragraph {citation}");
}

#[tokio::test]
async fn a_comment_is_sent_and_gets_a_receipt() {
    let app = TestApp::new().await;
    let mut business = app.signed_in("business").await;
    let path = paragraph(&mut business, "1").await;
    let page = business.get(&path).await.html();
    let round = page.hidden("round");
    let stance = page.option("Stance", "Support with change");
    let operation = page.option("Operation", "Modify");
    let fields = [
        ("stance", stance.as_str()),
        ("operation", operation.as_str()),
        ("proposed_text", "States reaffirmed everything."),
        ("reason", "It reads better."),
        ("language", "en"),
        ("round", &round),
    ];
    let (location, receipt) = business.submit(&path, &fields).await;
    assert!(location.starts_with("/comments/") && location.ends_with("/receipt"));
    assert!(receipt.html().main_text().contains("STK-OEWG-DEMO1-RNP-"));
    // A second click sends the same words: the same comment, the same receipt.
    assert_eq!(business.submit(&path, &fields).await.0, location);
    // Not public yet.
    let comment = location.trim_end_matches("/receipt");
    assert_eq!(app.visitor().get(comment).await.status, StatusCode::NOT_FOUND);
    assert!(!app.visitor().get(&path).await.text().contains("It reads better."));
}

#[tokio::test]
async fn a_late_comment_is_refused_and_kept() {
    let app = TestApp::new().await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let round = app.signed_in("business").await.get(&path).await.html().hidden("round");
    app.advance(Span::DAY.times(30));
    let mut business = app.signed_in("business").await;
    let fields = [("stance", "oppose"), ("operation", "delete"), ("reason", "Too late, alas."), ("language", "en"), ("round", &round)];
    let refused = business.post(&path, &fields).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let words = refused.html().main_text();
    assert!(words.contains("closed") && words.contains("UTC"), "{words}");
    assert!(
        business.get("/desk").await.text().contains("Too late, alas.") || business.get(&path).await.text().contains("Too late, alas."),
        "it is kept as a draft"
    );
}

#[tokio::test]
async fn what_is_missing_is_said_beside_its_field() {
    let app = TestApp::new().await;
    let mut business = app.signed_in("business").await;
    let path = paragraph(&mut business, "1").await;
    let round = business.get(&path).await.html().hidden("round");
    let refused = business
        .post(&path, &[("round", &round), ("language", "en"), ("operation", "modify"), ("reason", "R"), ("proposed_text", "")])
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.html().value("Reason"), "R");
    assert!(!refused.html().errors().is_empty());
}
