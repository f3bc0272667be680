//! Form letters: inputs that are nearly the same text stand beside each other before the moderator, each counted and decided on for itself.

use crate::papers::open_round;
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;

const LETTER: &str = "We welcome the draft and thank the Chair for the open way in which it was prepared. We ask States to name a point of \
    contact that answers at any hour, to publish how they decide about vulnerabilities they learn of, and to consult operators of \
    hospitals, water works and power grids before a text about their protection is agreed. We offer our experience from many years of \
    work with schools and small towns, where an attack on one computer can close a whole street of shops for a week.";

const ANOTHER: &str = "Small island States depend on a handful of submarine cables. When one is cut, banks close and doctors cannot reach \
    their patients. We propose that the Group takes up the protection of cables as a matter of its own, that landing stations are named \
    among what is critical, and that repair ships pass every border without waiting for papers, whoever quarrels with whom.";

async fn send(author: &mut Persona<'_>, round: &str, title: &str, text: &str) -> String {
    let fields = paper_fields(&[("title", title), ("text", text), ("round", round), ("action", "check")]);
    let (submit, check) = author.submit("/papers/new", &fields).await;
    author.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    submit.trim_end_matches("/submit").replace("/papers/", "/moderation/papers/")
}

async fn compare(app: &TestApp) {
    engine::jobs::letters::tick(&app.portal, app.now()).await.expect("compares");
    // What is done is done.
    engine::jobs::letters::tick(&app.portal, app.now()).await.expect("finds nothing more");
}

#[tokio::test]
async fn form_letters_stand_together_and_each_is_decided_on_for_itself() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (mut ngo, mut business) = (app.signed_in("ngo").await, app.signed_in("business").await);
    let first = send(&mut ngo, &round, "Ours", &format!("Dear Chair, {LETTER}")).await;
    let own = format!("{LETTER} Our members in three towns have seen it twice this year.");
    let second = send(&mut business, &round, "Ours too", &own.replace("a whole street", "an entire road")).await;
    let other = send(&mut business, &round, "Cables", ANOTHER).await;
    let mut office = app.signed_in("secretariat").await;
    assert_eq!(office.get(&first).await.html().count("#alike"), 0, "nothing was compared yet");
    compare(&app).await;
    let page = office.get(&second).await.html();
    let words = page.text("#alike");
    assert!(words.contains("2 inputs of this round say nearly the same; 2 organisations sent them"), "{words}");
    assert_eq!(page.attributes("#alike li a", "href"), [first.clone(), second.clone()]);
    let marked = page.texts("#alike mark").join(" ");
    assert!(marked.contains("Our members in three towns") && marked.contains("an entire road"), "{marked}");
    assert!(!marked.contains("thank the Chair for the open way") && !marked.contains("where an attack"), "{marked}");
    // Together they are what was submitted.
    // Without what is said aloud before what is marked.
    let whole = page.text("#alike p.words").replace("its own:", "").split_whitespace().collect::<String>();
    assert_eq!(whole, own.replace("a whole street", "an entire road").split_whitespace().collect::<String>());
    assert_eq!(office.get(&other).await.html().count("#alike"), 0);
    assert!(office.get("/moderation?queue=oewg").await.html().main_text().contains("one of 2 that are nearly the same"));
    // Those that wait are decided on together, as they stand.
    let together = page.link("Decide on those that wait together");
    let chosen = office.get(&together).await.html();
    let items = chosen.attributes("input[name='item']", "value");
    assert_eq!(items.len(), 2);
    let mut fields: Vec<_> = items.iter().map(|item| ("item", item.as_str())).collect();
    fields.push(("outcome", "accept"));
    assert!(office.post("/moderation/several", &fields).await.html().main_text().contains("Accepted: 2 inputs"));
    for paper in [&first, &second] {
        assert_eq!(app.visitor().get(&paper.replace("/moderation", "")).await.status, StatusCode::OK);
    }
    // Nothing of it is for anybody else.
    assert_eq!(app.visitor().get(&second.replace("/moderation", "")).await.html().count("#alike"), 0);
    assert_eq!(app.signed_in("moderator.rnp").await.get(&second).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_sent_anew_is_compared_anew() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let (mut ngo, mut business) = (app.signed_in("ngo").await, app.signed_in("business").await);
    let first = send(&mut ngo, &round, "Ours", LETTER).await;
    let second = send(&mut business, &round, "Ours too", LETTER).await;
    compare(&app).await;
    let mut office = app.signed_in("secretariat").await;
    assert_eq!(office.get(&first).await.html().count("#alike"), 1);
    // It is returned, and comes back with other words.
    let version = office.get(&second).await.html().hidden("version");
    office.submit(&second, &[("outcome", "return"), ("code", "unclear"), ("reason", ""), ("version", &version)]).await;
    let edit = format!("{}/edit", second.replace("/moderation", ""));
    let version = business.get(&edit).await.html().hidden("version");
    let fields = paper_fields(&[("title", "Another"), ("text", ANOTHER), ("version", &version), ("action", "check")]);
    let (submit, check) = business.submit(&edit, &fields).await;
    business.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    compare(&app).await;
    for paper in [&first, &second] {
        assert_eq!(office.get(paper).await.html().count("#alike"), 0, "{paper}");
    }
}
