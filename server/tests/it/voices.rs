//! What other organisations say to a proposal, and proposals that exclude each other.

use crate::anchors::accept;
use crate::comments::paragraph;
use crate::ledger::mails;
use crate::support::{Answer, Html, Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

/// A proposal of somebody on a paragraph; its address.
async fn propose(app: &TestApp, name: &str, path: &str, said: &[(&str, &str)]) -> String {
    let mut persona = app.signed_in(name).await;
    let round = persona.get(&format!("{path}?new")).await.html().hidden("round");
    let fields = [
        ("stance", "support_with_change"),
        ("operation", "modify"),
        ("proposed_text", "States reaffirmed the norms."),
        ("reason", "It is shorter."),
        ("language", "en"),
        ("round", round.as_str()),
    ];
    persona.submit(path, &crate::planning::with(&fields, said)).await.0.trim_end_matches("/receipt").to_owned()
}

/// The form of the reader's only organisation, filled in.
fn saying<'a>(form: &'a (String, String), voice: &'a str) -> [(&'a str, &'a str); 3] {
    [("organisation", form.0.as_str()), ("version", form.1.as_str()), ("voice", voice)]
}

fn form(page: &Html) -> (String, String) {
    (page.hidden("organisation"), page.hidden("version"))
}

async fn say(persona: &mut Persona<'_>, comment: &str, voice: &str) -> Answer {
    let form = form(&persona.get(comment).await.html());
    persona.post(&format!("{comment}/voice"), &saying(&form, voice)).await
}

#[tokio::test]
async fn others_join_support_and_oppose_a_public_proposal() {
    let app = TestApp::new().await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let one = propose(&app, "business", &path, &[]).await;
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.get(&one).await.status, StatusCode::NOT_FOUND, "nobody says anything to what is not public");
    accept(&app, &one).await;
    assert_eq!(say(&mut ngo, &one, "join").await.status, StatusCode::SEE_OTHER);
    let mut academia = app.signed_in("academia").await;
    assert_eq!(say(&mut academia, &one, "support").await.status, StatusCode::SEE_OTHER);
    assert_eq!(say(&mut academia, &one, "oppose").await.status, StatusCode::SEE_OTHER, "it thinks again");
    let page = app.visitor().get(&one).await.html();
    let voices = page.text("#voices");
    assert!(voices.contains("Joined as proponents Jukwaa") && voices.contains("Oppose this proposal"), "{voices}");
    assert!(!voices.contains("Support this proposal"), "one says one thing: {voices}");
    assert!(page.links("Sign in to say").len() == 1 && !page.has_button("Join as a proponent"));
    let line = app.visitor().get(&path).await.html().text("#comments");
    assert!(line.contains("Joined by \u{2068}Jukwaa") && line.contains("opposed by 1 organisation"), "{line}");

    // The author, and who may not send for an organisation, say nothing.
    let read = form(&ngo.get(&one).await.html());
    assert!(!app.signed_in("business").await.get(&one).await.html().has_button("Support"));
    for (name, why) in [("drafter.ngo", "contact point"), ("chair", "organisation")] {
        let refused = app.signed_in(name).await.post(&format!("{one}/voice"), &saying(&read, "oppose")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{name}");
        assert!(refused.html().main_text().contains(why), "{name}: {}", refused.html().main_text());
    }
    let mut business = app.signed_in("business").await;
    let own = crate::organisations::own_organisation(&mut business).await.trim_start_matches("/organisations/").to_owned();
    let refused = business.post(&format!("{one}/voice"), &saying(&(own, read.1.clone()), "support")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().main_text().contains("proposal of your own organisation"), "{}", refused.html().main_text());
    assert_eq!(ngo.post(&format!("{one}/voice"), &saying(&read, "applaud")).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    // It is taken back.
    assert_eq!(say(&mut academia, &one, "nothing").await.status, StatusCode::SEE_OTHER);
    assert!(!app.visitor().get(&one).await.html().text("#voices").contains("Oppose this proposal"));

    // What was said was said to these words: it ends with them, and those who said it are told.
    let change = business.get(&one).await.html().link("Change this comment");
    let page = business.get(&change).await.html();
    let (round, comment, version) = (page.hidden("round"), page.hidden("comment"), page.hidden("version"));
    let other = [
        ("stance", "oppose"),
        ("operation", "delete"),
        ("proposed_text", ""),
        ("reason", "It is better without."),
        ("language", "en"),
        ("round", round.as_str()),
        ("comment", comment.as_str()),
        ("version", version.as_str()),
    ];
    business.submit(&path, &other).await;
    accept(&app, &one).await;
    let voices = app.visitor().get(&one).await.html().text("#voices");
    assert!(voices.contains("No other organisation has said where it stands."), "{voices}");
    let told = mails(&app, "A proposal was changed or withdrawn: paragraph 1").await;
    let to: Vec<_> = told.iter().map(|mail| mail.recipient.as_str()).collect();
    assert!(to.contains(&"ngo@demo.example") && !to.contains(&"academia@demo.example"), "{to:?}");
    let stale = ngo.post(&format!("{one}/voice"), &saying(&read, "join")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "the words that were read are gone");
    assert!(stale.html().main_text().contains("was changed since you opened this page"), "{}", stale.html().main_text());

    let read = form(&ngo.get(&one).await.html());
    app.advance(Span::DAY.times(40));
    let mut ngo = app.signed_in("ngo").await;
    assert!(!ngo.get(&one).await.html().has_button("Support"));
    assert_eq!(ngo.post(&format!("{one}/voice"), &saying(&read, "join")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_comment_without_a_proposal_has_nothing_to_join() {
    let app = TestApp::new().await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let one = propose(&app, "business", &path, &[("operation", "comment_only"), ("proposed_text", "")]).await;
    accept(&app, &one).await;
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.get(&one).await.html().count("#voices"), 0);
    let organisation = crate::organisations::own_organisation(&mut ngo).await;
    let id = organisation.trim_start_matches("/organisations/").to_owned();
    let answer = ngo.post(&format!("{one}/voice"), &saying(&(id, "3".to_owned()), "join")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn proposals_that_exclude_each_other_stand_together() {
    let app = TestApp::new().await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let all = [
        propose(&app, "business", &path, &[("quote", "the conduct of States"), ("proposed_text", "State conduct")]).await,
        propose(&app, "ngo", &path, &[("quote", "eleven voluntary, non-binding norms"), ("proposed_text", "eleven norms")]).await,
        propose(&app, "academia", &path, &[("quote", "conduct of States in the use of ICTs"), ("proposed_text", "conduct of all")]).await,
    ];
    for one in &all {
        accept(&app, one).await;
    }
    let page = app.visitor().get(&path).await.html();
    let together = page.text(".collision");
    assert!(together.contains("2 proposals that exclude each other"), "{together}");
    assert!(
        together.contains("On the words the conduct of States")
            && together.contains("On the words conduct of States in the use")
            && !together.contains("eleven"),
        "{together}"
    );
    assert_eq!((page.count(".collision"), page.count("#comments .comment")), (1, 3));
    let excluded = app.visitor().get(&all[0]).await.html();
    assert_eq!(excluded.count("#excluded li"), 1);
    assert_eq!(excluded.attribute("#excluded a", "href").as_deref(), Some(all[2].as_str()));
    assert_eq!(app.visitor().get(&all[1]).await.html().count("#excluded"), 0);
}

#[tokio::test]
async fn who_joined_is_in_every_file_of_the_summary() {
    let app = TestApp::new().await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let one = propose(&app, "business", &path, &[]).await;
    accept(&app, &one).await;
    say(&mut app.signed_in("ngo").await, &one, "join").await;
    let mut chair = app.signed_in("chair").await;
    let session = chair.get(&one).await.html().link("Comments on the zero draft");
    let session = chair.get(&session).await.html().links("").into_iter().find(|link| link.starts_with("/sessions/")).expect("its session");
    let summary = chair.get(&session).await.html().link("Consolidated summary");
    let page = chair.get(&summary).await.html();
    assert!(page.main_text().contains("Joined by \u{2068}Jukwaa"), "{}", page.main_text());
    let value: serde_json::Value = serde_json::from_slice(&chair.get(&page.link("JSON")).await.bytes).expect("JSON");
    let id = one.trim_start_matches("/comments/");
    let comments =
        value["texts"][0]["provisions"].as_array().expect("provisions").iter().flat_map(|p| p["comments"].as_array().expect("comments"));
    let found = comments.filter(|comment| comment["id"] == id).collect::<Vec<_>>();
    assert!(found[0]["joined_by"][0]["name"].as_str().is_some_and(|name| name.starts_with("Jukwaa")), "{found:?}");
    let answer = chair.get(&page.link("CSV")).await;
    let mut reader = csv::Reader::from_reader(&answer.bytes[3..]);
    assert_eq!(reader.records().filter(|row| row.as_ref().is_ok_and(|row| row[18].starts_with("Jukwaa"))).count(), 1);
}
