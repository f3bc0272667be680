//! What can be said on a text beside plain comments, and what happens to comments that were sent.

use crate::anchors::{accept, comment, comment_of, next, numbered, zero_draft};
use crate::comments::paragraph;
use crate::ledger::mails;
use crate::planning::with;
use crate::support::{Html, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

const FIELDS: [(&str, &str); 8] = [
    ("stance", "oppose"),
    ("operation", "comment_only"),
    ("proposed_text", ""),
    ("reason", "It is too much."),
    ("language", "en"),
    ("kind", "editorial"),
    ("quote", ""),
    ("link", ""),
];

/// What is posted, with the hidden fields of the form.
fn posted<'a>(form: &'a [(String, String)], changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let hidden = form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    with(&FIELDS, &hidden.chain(changed.iter().copied()).collect::<Vec<_>>())
}

/// The hidden fields of the form about a comment.
fn hidden(page: &Html) -> Vec<(String, String)> {
    ["round", "comment", "version"].into_iter().map(|name| (name.to_owned(), page.hidden(name))).collect()
}

#[tokio::test]
async fn words_are_quoted_as_they_stand_in_the_paragraph() {
    let app = TestApp::new().await;
    let mut business = app.signed_in("business").await;
    let path = paragraph(&mut business, "1").await;
    let form = hidden(&business.get(&path).await.html());
    for (quote, said) in [
        ("States shall", "do not stand in the paragraph"),
        ("binding norms", "do not stand in the paragraph"),
        ("States", "more than once"),
    ] {
        let refused = business.post(&path, &posted(&form, &[("quote", quote)])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{quote}");
        let page = refused.html();
        assert!(page.errors().iter().any(|error| error.contains(said)), "{quote}: {:?}", page.errors());
        assert_eq!((page.value("Words it is about").trim(), page.value("Reason").trim()), (quote, "It is too much."));
    }
    let refused = business.post(&path, &posted(&form, &[("link", "http://example.org")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Spaces and line ends are not words.
    let said = [
        ("quote", " non-binding\r\nnorms "),
        ("link", "https://example.org/study?of=norms"),
        ("operation", "modify"),
        ("proposed_text", "agreed norms"),
    ];
    let (receipt, _) = business.submit(&path, &posted(&form, &said)).await;
    let page = business.get(receipt.trim_end_matches("/receipt")).await.html();
    assert_eq!(page.text("q"), "non-binding norms");
    assert_eq!(page.link("example.org/study"), "https://example.org/study?of=norms");
    assert!(page.text(".comment__head").contains("Editorial"));
    // What is proposed is held against the words it is about, not against the whole paragraph.
    assert_eq!(page.text("blockquote del"), "non-binding");
    assert!(!page.text("blockquote").contains("States"), "{}", page.text("blockquote"));
}

#[tokio::test]
async fn the_text_as_a_whole_is_spoken_on_like_a_paragraph() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let zero = zero_draft(&mut visitor).await;
    let whole = visitor.get(&zero).await.html().link("Comment on the text as a whole");
    let counted = |page: &Html| page.links("on the text as a whole").len();
    let before = visitor.get(&zero).await.html();
    let mut business = app.signed_in("business").await;
    let page = business.get(&whole).await.html();
    assert_eq!(page.text("h1"), "The text as a whole");
    assert_eq!((page.count("#quote"), page.count("#provision-words")), (0, 0), "there are no words to quote");
    let one = comment(&app, &whole, "It is well balanced.").await;
    assert_eq!(app.signed_in("business").await.get(&one).await.html().text("h1"), "Comment on the text as a whole");
    let queue = app.signed_in("moderator.rnp").await.get("/moderation").await.html();
    assert!(queue.main_text().contains("Comment on the text as a whole"), "{}", queue.main_text());
    accept(&app, &one).await;
    assert!(visitor.get(&whole).await.html().text("#comments").contains("It is well balanced."));
    let after = visitor.get(&zero).await.html();
    assert!(counted(&after) >= counted(&before));
    assert_eq!(after.count("article.draft .provision"), before.count("article.draft .provision"), "it stands nowhere in the text");
    // It goes on into the next version as what it is.
    let first = next(&app, |source| source.replace("States reaffirmed", "All States reaffirmed"), "Rev.1").await;
    let whole = visitor.get(&first).await.html().link("Comment on the text as a whole");
    let here = visitor.get(&whole).await.html().text("#earlier");
    assert!(here.contains("It is well balanced.") && here.contains("Said on Zero draft as a whole"), "{here}");
    assert!(!here.contains("text changed since"), "{here}");
}

#[tokio::test]
async fn what_was_sent_is_changed_until_the_deadline() {
    let app = TestApp::new().await;
    let mut business = app.signed_in("business").await;
    let path = paragraph(&mut business, "1").await;
    let one = comment(&app, &path, "As it was first.").await;
    accept(&app, &one).await;
    let change = business.get(&one).await.html().link("Change this comment");
    let page = business.get(&change).await.html();
    assert_eq!(page.value("Reason").trim(), "As it was first.");
    let form = hidden(&page);
    // Somebody else does not find the form.
    for other in ["ngo", "chair"] {
        assert_eq!(app.signed_in(other).await.get(&change).await.status, StatusCode::FORBIDDEN, "{other}");
        let refused = app.signed_in(other).await.post(&path, &posted(&form, &[("reason", "Not mine.")])).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{other}");
    }
    let (receipt, _) = business.submit(&path, &posted(&form, &[("reason", "As it is now.")])).await;
    assert_eq!(receipt, format!("{one}/receipt"));
    // The moderator decides anew; until then it is not public.
    assert_eq!(app.visitor().get(&one).await.status, StatusCode::NOT_FOUND);
    assert!(business.get(&one).await.html().main_text().contains("As it is now."));
    // The same click again is the same comment; other words from the same old form meet the ones that were sent.
    assert_eq!(business.submit(&path, &posted(&form, &[("reason", "As it is now.")])).await.0, receipt);
    let stale = business.post(&path, &posted(&form, &[("reason", "From another window.")])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let words = stale.html();
    assert_eq!(words.value("Reason").trim(), "From another window.");
    assert!(words.main_text().contains("As it is now."), "{}", words.main_text());
    accept(&app, &one).await;
    assert!(app.visitor().get(&one).await.html().main_text().contains("As it is now."));

    let form = hidden(&business.get(&change).await.html());
    app.advance(Span::DAY.times(40));
    let mut business = app.signed_in("business").await;
    assert!(business.get(&one).await.html().links("Change this comment").is_empty());
    let refused = business.post(&path, &posted(&form, &[("reason", "Far too late.")])).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let page = refused.html();
    assert!(page.main_text().contains("can no longer be changed"), "{}", page.main_text());
    assert!(!page.main_text().contains("kept as a draft") && !page.main_text().contains("kept sealed"), "{}", page.main_text());
    assert_eq!(page.value("Reason").trim(), "Far too late.");
    assert!(app.visitor().get(&one).await.html().main_text().contains("As it is now."), "it stands as it was sent");
}

#[tokio::test]
async fn what_was_sent_is_withdrawn_until_the_deadline() {
    let app = TestApp::new().await;
    let mut business = app.signed_in("business").await;
    let path = paragraph(&mut business, "1").await;
    let one = comment(&app, &path, "Taken back soon.").await;
    accept(&app, &one).await;
    let withdraw = business.get(&one).await.html().link("Withdraw this comment");
    let version = business.get(&withdraw).await.html().hidden("version");
    assert_eq!(app.signed_in("ngo").await.post(&withdraw, &[("version", &version)]).await.status, StatusCode::NOT_FOUND);
    let stale = business.post(&withdraw, &[("version", "1")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.html().main_text().contains("was changed, or decided on"), "{}", stale.html().main_text());
    let (location, page) = business.submit(&withdraw, &[("version", &version)]).await;
    assert_eq!(location, one);
    assert!(page.html().main_text().contains("This comment was withdrawn on"), "{}", page.html().main_text());
    assert_eq!(business.submit(&withdraw, &[("version", &version)]).await.0, one, "the same click again");
    // Nobody else reads it any more, but those in office; the receipt stays.
    assert_eq!(app.visitor().get(&one).await.status, StatusCode::NOT_FOUND);
    assert!(!app.visitor().get(&path).await.text().contains("Taken back soon."));
    assert_eq!(app.signed_in("moderator.rnp").await.get(&one).await.status, StatusCode::OK);
    assert_eq!(business.get(&format!("{one}/receipt")).await.status, StatusCode::OK);
    let told = mails(&app, "Withdrawn: comment on paragraph 1").await;
    assert!(!told.is_empty() && told.iter().all(|mail| mail.body.contains("STK-OEWG-DEMO1-RNP-")), "{told:?}");
    // Whoever thinks again sends it again: it is another comment.
    let again = comment(&app, &path, "Taken back soon.").await;
    assert_ne!(again, one);

    let withdraw = business.get(&again).await.html().link("Withdraw this comment");
    let version = business.get(&withdraw).await.html().hidden("version");
    app.advance(Span::DAY.times(40));
    let mut business = app.signed_in("business").await;
    let refused = business.post(&withdraw, &[("version", &version)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().main_text().contains("can no longer be withdrawn"), "{}", refused.html().main_text());
    assert!(business.get(&again).await.html().links("Withdraw this comment").is_empty());
}

#[tokio::test]
async fn what_is_returned_and_withdrawn_keeps_the_words_that_were_sent_apart_from_those_that_were_not() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let path = paragraph(&mut ngo, "1").await;
    let one = comment_of(&app, "ngo", &path, "As it was sent.").await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let decide = one.replace("/comments/", "/moderation/comments/");
    let version = moderator.get(&decide).await.html().hidden("version");
    moderator.submit(&decide, &[("outcome", "return"), ("code", "unclear"), ("reason", "Shorter, please."), ("version", &version)]).await;
    // Somebody who may write, and not send, begins to revise it.
    let form = hidden(&ngo.get(&one).await.html());
    let mut drafter = app.signed_in("drafter.ngo").await;
    assert_eq!(drafter.post(&path, &posted(&form, &[("reason", "As it was going to be.")])).await.status, StatusCode::FORBIDDEN);
    let withdraw = ngo.get(&one).await.html().link("Withdraw this comment");
    let version = ngo.get(&withdraw).await.html().hidden("version");
    ngo.submit(&withdraw, &[("version", &version)]).await;
    let page = ngo.get(&one).await.html().main_text();
    assert!(page.contains("As it was sent.") && !page.contains("As it was going to be."), "{page}");
    // What was not sent goes on as a draft.
    assert_eq!(ngo.get(&path).await.html().value("Reason").trim(), "As it was going to be.");
}

#[tokio::test]
async fn a_comment_on_words_stands_in_the_next_version_where_its_words_do() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let zero = zero_draft(&mut visitor).await;
    let mut business = app.signed_in("business").await;
    let mut said = Vec::new();
    for (citation, quote, reason) in [
        ("1", "eleven voluntary, non-binding norms", "On words that stay."),
        ("1", "the conduct of States", "On words that change."),
        ("2", "the Charter of the United Nations", "On words of what does not change."),
    ] {
        let path = numbered(&mut visitor, &zero, citation).await;
        let form = hidden(&business.get(&format!("{path}?new")).await.html());
        let (receipt, _) = business.submit(&path, &posted(&form, &[("quote", quote), ("reason", reason)])).await;
        let one = receipt.trim_end_matches("/receipt").to_owned();
        accept(&app, &one).await;
        said.push(one);
    }
    let change = |source: &str| {
        assert!(source.contains("the conduct of States in the use"), "{source}");
        source.replace("the conduct of States in the use", "State conduct in the use")
    };
    let first = next(&app, change, "Rev.1").await;
    let path = numbered(&mut visitor, &first, "1").await;
    let here = visitor.get(&path).await.html().text("#earlier");
    assert!(here.contains("On words that stay.") && here.contains("on words that stand unchanged here"), "{here}");
    assert!(!here.contains("On words that change."), "{here}");
    let list = format!("{first}/earlier");
    let open = visitor.get(&list).await.html().text("#open");
    assert!(open.contains("On words that change.") && !open.contains("On words that stay."), "{open}");
    let second = numbered(&mut visitor, &first, "2").await;
    let here = visitor.get(&second).await.html().text("#earlier");
    assert!(here.contains("On words of what does not change.") && !here.contains("stand unchanged here"), "{here}");

    // Where it stands was worked out of its words: on others it stands elsewhere.
    let change = business.get(&said[0]).await.html().link("Change this comment");
    let form = hidden(&business.get(&change).await.html());
    let on = numbered(&mut visitor, &zero, "1").await;
    business.submit(&on, &posted(&form, &[("quote", "the conduct of States"), ("reason", "Now on words that change.")])).await;
    accept(&app, &said[0]).await;
    assert_eq!(visitor.get(&path).await.html().count("#earlier"), 0);
    assert!(visitor.get(&list).await.html().text("#open").contains("Now on words that change."));
}

#[tokio::test]
async fn whoever_was_signed_out_loses_no_words_of_a_comment() {
    let app = TestApp::new().await;
    let mut business = app.signed_in("business").await;
    let path = paragraph(&mut business, "1").await;
    let one = comment(&app, &path, "As it was first.").await;
    let form = hidden(&business.get(&format!("{one}/change")).await.html());
    for (path, fields) in [
        (path.clone(), posted(&form, &[("reason", "Typed for an hour.")])),
        (path, posted(&[], &[("round", form[0].1.as_str()), ("quote", "never there"), ("reason", "Typed for an hour.")])),
    ] {
        let asked = app.visitor().post(&path, &fields).await;
        assert_eq!(asked.status, StatusCode::FORBIDDEN, "{}", asked.html().main_text());
        assert!(asked.text().contains("Typed for an hour.") && asked.html().has_button("Sign in"), "{}", asked.html().main_text());
    }
    let withdraw = app.visitor().post(&format!("{one}/withdraw"), &[("version", "2")]).await;
    assert!(withdraw.html().has_button("Sign in"), "{}", withdraw.html().main_text());
}

#[tokio::test]
async fn what_is_returned_and_sent_again_on_other_words_stands_by_those() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let zero = zero_draft(&mut visitor).await;
    let path = numbered(&mut visitor, &zero, "1").await;
    let mut business = app.signed_in("business").await;
    let form = hidden(&business.get(&format!("{path}?new")).await.html());
    let quote = [("quote", "eleven voluntary, non-binding norms"), ("reason", "On words that stay.")];
    let one = business.submit(&path, &posted(&form, &quote)).await.0.trim_end_matches("/receipt").to_owned();
    let first = next(&app, |source| source.replace("the conduct of States in the use", "State conduct in the use"), "Rev.1").await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let decide = one.replace("/comments/", "/moderation/comments/");
    let version = moderator.get(&decide).await.html().hidden("version");
    moderator.submit(&decide, &[("outcome", "return"), ("code", "unclear"), ("reason", "Which words?"), ("version", &version)]).await;
    let form = hidden(&business.get(&one).await.html());
    let quote = [("quote", "the conduct of States"), ("reason", "On words that change.")];
    business.submit(&path, &posted(&form, &quote)).await;
    accept(&app, &one).await;
    let here = numbered(&mut visitor, &first, "1").await;
    assert_eq!(visitor.get(&here).await.html().count("#earlier"), 0, "they do not stand there");
    assert!(visitor.get(&format!("{first}/earlier")).await.html().text("#open").contains("On words that change."));
}
