//! How far the provisions of a text have come.

use crate::anchors::{next, numbered, zero_draft};
use crate::support::TestApp;
use axum::http::StatusCode;

#[tokio::test]
async fn the_chair_says_how_far_a_paragraph_has_come_and_words_that_change_are_open_again() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let zero = zero_draft(&mut visitor).await;
    let mut chair = app.signed_in("chair").await;
    for (citation, status, note) in [("1", "agreed_ad_referendum", ""), ("2", "pending", "Pending one delegation.")] {
        let path = numbered(&mut visitor, &zero, citation).await;
        let set = chair.get(&path).await.html().link("Set the status");
        let after = chair.get(&set).await.html().hidden("after");
        assert_eq!(chair.submit(&set, &[("status", status), ("note", note), ("after", &after)]).await.0, path);
    }
    let first = numbered(&mut visitor, &zero, "1").await;
    let page = visitor.get(&first).await.html();
    assert!(
        page.text("#status").contains("Agreed ad referendum") && page.text("#status").contains("set by the Chair"),
        "{}",
        page.text("#status")
    );
    let second = numbered(&mut visitor, &zero, "2").await;
    assert!(visitor.get(&second).await.html().text("#status").contains("Pending one delegation."));
    let text = visitor.get(&zero).await.html();
    assert!(text.text("article.draft").contains("Agreed ad referendum"));
    assert!(text.main_text().contains("Agreed ad referendum: 1") && text.main_text().contains("Pending: 1"), "{}", text.main_text());

    // Everybody reads what was set; only the chair sets it, after what the page showed.
    let set = format!("{first}/status");
    let history = visitor.get(&set).await.html();
    assert!(history.main_text().contains("Agreed ad referendum") && !history.has_button("Set status"));
    let fields = [("status", "agreed"), ("note", ""), ("after", "1")];
    for name in ["business", "moderator.rnp", "secretariat"] {
        assert_eq!(app.signed_in(name).await.post(&set, &fields).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    let stale = chair.post(&set, &[("status", "agreed"), ("note", "Typed."), ("after", "0")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(stale.html().value("Note"), "Typed.");
    assert!(stale.html().main_text().contains("set by somebody else meanwhile"), "{}", stale.html().main_text());
    chair.submit(&set, &fields).await;
    let history = visitor.get(&set).await.html().main_text();
    assert!(
        history.find("Agreed ad referendum").is_some_and(|earlier| history.find("Agreed ").is_some_and(|now| now < earlier)),
        "{history}"
    );
    assert_eq!(
        chair.get(&format!("{}/status", zero.replace("/drafts/", "/provisions/"))).await.status,
        StatusCode::NOT_FOUND,
        "the whole has none"
    );

    // In the next version it stays with the same words.
    let change = |source: &str| source.replace("2. States underlined that", "2. All States underlined that");
    let rev = next(&app, change, "Rev.1").await;
    let kept = numbered(&mut visitor, &rev, "1").await;
    assert!(visitor.get(&kept).await.html().text("#status").contains("Agreed"));
    let open = numbered(&mut visitor, &rev, "2").await;
    assert_eq!(visitor.get(&open).await.html().count("#status"), 0, "what was pending was other words");
    let mut chair = app.signed_in("chair").await;
    assert_eq!(
        chair.post(&set, &[("status", "open"), ("note", ""), ("after", "2")]).await.status,
        StatusCode::FORBIDDEN,
        "only in the newest version"
    );
    assert!(chair.get(&first).await.html().links("Set the status").is_empty());
}
