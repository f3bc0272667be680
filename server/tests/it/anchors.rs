//! What was said on a paragraph follows it through the versions, and stands nowhere by a guess.

use crate::comments::paragraph;
use crate::drafting::{confirm, issue, next_version};
use crate::support::{Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

/// The text of the demonstration.
pub async fn zero_draft(persona: &mut Persona<'_>) -> String {
    let paragraph = paragraph(persona, "1").await;
    let text = persona.get(&paragraph).await.html().link("Read it in the whole text");
    text.split('#').next().unwrap_or_default().to_owned()
}

/// A version that is being prepared, and the text of the demonstration.
pub async fn texts(app: &TestApp) -> (String, String) {
    (next_version(&mut app.signed_in("chair").await).await, zero_draft(&mut app.visitor()).await)
}

/// The paragraph whose number is exactly this.
pub async fn numbered(persona: &mut Persona<'_>, draft: &str, citation: &str) -> String {
    let answer = persona.get(draft).await;
    let page = answer.html();
    for link in page.links("Comment") {
        let link = link.split('#').next().unwrap_or_default().to_owned();
        if persona.get(&link).await.html().text("h1").replace(['\u{2068}', '\u{2069}'], "") == format!("Paragraph {citation}") {
            return link;
        }
    }
    panic!("no paragraph {citation} in {draft}: {:?}", answer.text());
}

/// A comment on a paragraph; its address.
pub async fn comment(app: &TestApp, path: &str, reason: &str) -> String {
    comment_of(app, "business", path, reason).await
}

pub async fn comment_of(app: &TestApp, name: &str, path: &str, reason: &str) -> String {
    let mut persona = app.signed_in(name).await;
    let round = persona.get(&format!("{path}?new")).await.html().hidden("round");
    let fields = [("stance", "oppose"), ("operation", "comment_only"), ("reason", reason), ("language", "en"), ("round", round.as_str())];
    persona.submit(path, &fields).await.0.trim_end_matches("/receipt").to_owned()
}

pub async fn accept(app: &TestApp, comment: &str) {
    let mut moderator = app.signed_in("moderator.rnp").await;
    let path = comment.replace("/comments/", "/moderation/comments/");
    let version = moderator.get(&path).await.html().hidden("version");
    moderator.submit(&path, &[("outcome", "accept"), ("reason", ""), ("version", &version)]).await;
}

/// The text without the paragraph of this number, and with another one changed.
fn without(source: &str, number: &str) -> String {
    let begins = format!("{number}. ");
    source.split("\n\n").filter(|block| !block.trim_start().starts_with(&begins)).collect::<Vec<_>>().join("\n\n")
}

/// Issues the next version of the demonstration's text, with these words; its address.
pub async fn next(app: &TestApp, change: impl Fn(&str) -> String, label: &str) -> String {
    let mut chair = app.signed_in("chair").await;
    let preparation = next_version(&mut chair).await;
    let form = chair.get(&preparation).await.html();
    let (source, version) = (change(&form.value("Text")), form.hidden("version"));
    let words = [("label", label), ("language", "en"), ("source", source.as_str()), ("version", version.as_str())];
    chair.submit(&preparation, &words).await;
    confirm(&mut chair, &preparation, &[]).await;
    app.advance(Span::MINUTE);
    issue(&mut chair, &preparation).await
}

async fn place(moderator: &mut Persona<'_>, page: &str, comment: &str, changed: &[(&str, &str)]) -> crate::support::Answer {
    let id = comment.trim_start_matches("/comments/");
    // As on the page; who has no form there tries with any.
    let hidden = moderator.get(page).await.html().all_hidden();
    let of = hidden.iter().skip_while(|(name, value)| (name.as_str(), value.as_str()) != ("comment", id));
    let version = of.into_iter().find(|(name, _)| name == "version").map_or("1", |(_, version)| version.as_str());
    let fields = [("comment", id), ("version", version), ("state", "open"), ("at", ""), ("act", "stays")];
    moderator.post(page, &crate::planning::with(&fields, changed)).await
}

#[tokio::test]
async fn comments_follow_their_paragraphs_and_the_moderator_places_the_others() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let zero = zero_draft(&mut visitor).await;
    let mut said = Vec::new();
    for (citation, reason) in [("1", "Said on what changes."), ("2 bis", "Said on what is merged."), ("3", "Said on what is deleted.")] {
        let path = numbered(&mut visitor, &zero, citation).await;
        let one = comment(&app, &path, reason).await;
        accept(&app, &one).await;
        said.push(one);
    }
    let waiting = comment(&app, &numbered(&mut visitor, &zero, "3").await, "Not accepted yet.").await;
    let change = |source: &str| {
        let source = without(source, "3").replace("1. States reaffirmed that", "1. All States reaffirmed that");
        source.replace("\n\n2 ter. [", " [")
    };
    let first = next(&app, change, "Rev.1").await;

    // What goes on stands with it, and says that the words changed.
    let path = numbered(&mut visitor, &first, "1").await;
    let here = visitor.get(&path).await.html().text("#earlier");
    assert!(here.contains("Said on what changes.") && here.contains("Said on paragraph 1 of Zero draft"), "{here}");
    assert!(here.contains("text changed since"), "{here}");
    // The rest stands nowhere, and is listed. What is not public is not.
    let list = format!("{first}/earlier");
    let open = visitor.get(&list).await.html();
    let words = open.text("#open");
    assert!(words.contains("Said on what is merged.") && words.contains("Said on what is deleted."), "{words}");
    assert!(!words.contains("Not accepted yet.") && !words.contains("Said on what changes."), "{words}");
    assert!(!open.has_button("Put it there"));
    assert!(visitor.get(&first).await.html().text("#without-place").contains("comments on earlier versions have no place in this one"));

    let mut other = app.signed_in("moderator.cap").await;
    assert_eq!(place(&mut other, &list, &said[1], &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(place(&mut app.signed_in("business").await, &list, &said[1], &[]).await.status, StatusCode::FORBIDDEN);
    let mut moderator = app.signed_in("moderator.rnp").await;
    let queue = moderator.get("/moderation").await.html();
    assert_eq!(queue.link("comments to place in Rev.1"), list);
    let theirs = moderator.get(&list).await.html();
    assert!(theirs.text("#open").contains("Not accepted yet.") && theirs.has_button("Put it there"));
    let chairs = app.signed_in("chair").await.get(&list).await.html();
    assert!(
        chairs.text("#open").contains("Not accepted yet.") && !chairs.has_button("Put it there"),
        "the chair reads, and does not place"
    );
    let wrong = place(&mut moderator, &list, &said[1], &[("at", "99"), ("act", "place")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html().main_text().contains("no paragraph of this number"));
    let exact = place(&mut moderator, &list, &said[0], &[]).await;
    assert_eq!(exact.status, StatusCode::FORBIDDEN, "what goes on is not moved");
    assert_eq!(place(&mut moderator, &list, &said[1], &[("at", "2 bis."), ("act", "place")]).await.status, StatusCode::SEE_OTHER);
    let stale = place(&mut moderator, &list, &said[1], &[("at", "1"), ("act", "place")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(place(&mut moderator, &list, &said[2], &[]).await.status, StatusCode::SEE_OTHER);

    let words = visitor.get(&list).await.html().text("#said");
    assert!(words.contains("put by the moderator at paragraph 2 bis") && words.contains("stays with Zero draft"), "{words}");
    let merged = numbered(&mut visitor, &first, "2 bis").await;
    assert!(visitor.get(&merged).await.html().text("#earlier").contains("Said on what is merged."));
    // It can be said otherwise.
    let stands_at = merged.trim_start_matches("/provisions/").to_owned();
    let again = [("state", "placed"), ("stands_at", stands_at.as_str()), ("at", "1"), ("act", "place")];
    let unseen = [("state", "placed"), ("stands_at", path.trim_start_matches("/provisions/")), ("act", "stays")];
    assert_eq!(place(&mut moderator, &list, &said[1], &unseen).await.status, StatusCode::CONFLICT, "another place than the page showed");
    assert_eq!(place(&mut moderator, &list, &said[1], &again).await.status, StatusCode::SEE_OTHER);
    assert!(visitor.get(&path).await.html().text("#earlier").contains("Said on what is merged."));

    // What is sent on the earlier version later follows at once.
    let late = comment(&app, &numbered(&mut visitor, &zero, "1").await, "Sent after the next version.").await;
    accept(&app, &late).await;
    assert!(visitor.get(&path).await.html().text("#earlier").contains("Sent after the next version."));

    // And all of it goes on into the version after the next.
    let second = next(&app, str::to_owned, "Rev.2").await;
    let last = numbered(&mut visitor, &second, "1").await;
    let here = visitor.get(&last).await.html().text("#earlier");
    for reason in ["Said on what changes.", "Said on what is merged.", "Sent after the next version."] {
        assert!(here.contains(reason), "{reason}: {here}");
    }
    let open = moderator.get(&format!("{second}/earlier")).await.html().text("#open");
    assert!(open.contains("Not accepted yet.") && !open.contains("Said on what is deleted."), "{open}");
    assert_eq!(place(&mut moderator, &list, &waiting, &[]).await.status, StatusCode::FORBIDDEN, "only in the newest version");
}
