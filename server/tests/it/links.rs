//! What paragraphs point to, and the page of a norm.

use crate::anchors::next;
use crate::comments::paragraph;
use crate::support::TestApp;
use axum::http::StatusCode;

#[tokio::test]
async fn the_chair_says_what_a_paragraph_points_to() {
    let app = TestApp::new().await;
    let path = paragraph(&mut app.visitor(), "2").await;
    let mut chair = app.signed_in("chair").await;
    let set = chair.get(&path).await.html().link("Say what it points to");
    let form = chair.get(&set).await.html();
    let mark = form.hidden("mark");
    let fields = [
        ("norms", "N-C"),
        ("norms", "N-F"),
        ("texts", " A/79/214, paragraph 32 \n\nA/76/135, paragraph 31\nA/79/214, paragraph 32"),
        ("mark", mark.as_str()),
    ];
    chair.submit(&set, &fields).await;
    let page = app.visitor().get(&path).await.html();
    let links = page.text("#links");
    assert!(links.contains("N-C") && links.contains("N-F") && links.contains("A/76/135, paragraph 31"), "{links}");
    assert_eq!(links.matches("A/79/214").count(), 1, "said twice is said once: {links}");
    assert!(page.links("Say what it points to").is_empty(), "the chair alone");
    // The same click again changes nothing; an old form does not undo what was set since.
    chair.submit(&set, &fields).await;
    let stale = chair.post(&set, &[("norms", "N-A"), ("mark", mark.as_str())]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let again = stale.html();
    assert!(again.main_text().contains("N-C: ") && again.main_text().contains("; N-F: "), "{}", again.main_text());
    assert_eq!(again.attributes("input[name=norms][checked]", "value"), ["N-A"], "what was chosen is kept");
    // Wrong, too much, and nobody else's.
    let wrong = chair.post(&set, &[("norms", "N-Z"), ("mark", &again.hidden("mark"))]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let many = (0..21).map(|n| format!("A/{n}")).collect::<Vec<_>>().join("\n");
    let wrong = chair.post(&set, &[("texts", &many), ("mark", &again.hidden("mark"))]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html().main_text().contains("At most"), "{}", wrong.html().main_text());
    for name in ["ngo", "moderator.rnp", "secretariat"] {
        let mut persona = app.signed_in(name).await;
        assert_eq!(persona.get(&set).await.status, StatusCode::FORBIDDEN, "{name}");
        assert_eq!(persona.post(&set, &[("norms", "N-A"), ("mark", &mark)]).await.status, StatusCode::FORBIDDEN, "{name}");
    }
}

#[tokio::test]
async fn a_norm_gathers_what_is_said_on_it() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let norm = visitor.get("/norms").await.html().links("What is said on it").remove(2);
    assert_eq!(norm, "/norms/n-c");
    assert!(visitor.get(&norm).await.html().main_text().contains("No paragraph points to this norm"));
    let zero = paragraph(&mut visitor, "2").await;
    let mut chair = app.signed_in("chair").await;
    let set = chair.get(&zero).await.html().link("Say what it points to");
    let mark = chair.get(&set).await.html().hidden("mark");
    chair.submit(&set, &[("norms", "N-C"), ("mark", &mark)]).await;
    let page = visitor.get(&norm).await.html();
    assert_eq!(page.links("Paragraph"), std::slice::from_ref(&zero));
    // The next version begins with the same, and the norm leads to the newest.
    next(&app, |source| source.replacen("2. ", "2. Now: ", 1), "Rev.1").await;
    let links = visitor.get(&norm).await.html().links("Paragraph");
    assert!(matches!(links.as_slice(), [link] if *link != zero), "{links:?}");
    assert!(visitor.get(&links[0]).await.html().text("#links").contains("N-C"));
    assert_eq!(chair.get(&set).await.status, StatusCode::FORBIDDEN, "what was said of an earlier version stays");
    assert!(visitor.get(&zero).await.html().text("#links").contains("N-C"));
    for unknown in ["/norms/n-z", "/norms/%00", "/norms/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "/norms/n-c?after=x"] {
        assert_eq!(visitor.get(unknown).await.status, StatusCode::NOT_FOUND, "{unknown}");
    }
}

#[tokio::test]
async fn recommendations_of_public_papers_stand_at_their_norm() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let norms = visitor.get("/norms").await.html().links("What is said on it");
    assert_eq!(norms.len(), 11);
    let mut papers = Vec::new();
    for norm in &norms {
        let page = visitor.get(norm).await.html();
        for paper in page.links("").into_iter().filter(|link| link.starts_with("/papers/")) {
            let code = norm.trim_start_matches("/norms/").to_uppercase();
            assert!(visitor.get(&paper).await.html().links("").contains(norm), "{paper} points to {code}");
            papers.push(paper);
        }
    }
    assert!(!papers.is_empty(), "the demonstration has some");
}
