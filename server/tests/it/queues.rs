//! The moderator's queue: page by page, by what is asked for, one after the other, several at once, and views that are kept.

use crate::papers::open_round;
use crate::succession::submitted;
use crate::support::{Persona, TestApp, paper_fields};
use axum::http::StatusCode;

/// So many papers to the whole body, in their order.
async fn many(app: &TestApp, ngo: &mut Persona<'_>, count: usize, language: &str) -> Vec<String> {
    let round = open_round(app).await;
    let mut papers = Vec::new();
    for at in 0..count {
        let title = format!("Number {at:03} in {language}");
        let fields = paper_fields(&[("title", title.as_str()), ("language", language), ("round", &round), ("action", "check")]);
        let (submit, check) = ngo.submit("/papers/new", &fields).await;
        ngo.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
        app.advance(model::domain::time::Span::SECOND);
        papers.push(submit.trim_end_matches("/submit").replace("/papers/", "/moderation/papers/"));
    }
    papers
}

/// The papers a page of the queue shows, without what the address asks for.
fn shown(page: &crate::support::Html) -> Vec<String> {
    let links = page.attributes("[data-queue-row] h3 a", "href");
    links.into_iter().map(|link| link.split('?').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_queue_goes_on_page_by_page_in_the_order_of_arrival() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let mut office = app.signed_in("secretariat").await;
    let before = shown(&office.get("/moderation?queue=oewg").await.html());
    let papers = many(&app, &mut ngo, 60, "en").await;
    let expected = [before, papers].concat();
    let first = office.get("/moderation?queue=oewg").await.html();
    let differs = shown(&first).iter().zip(&expected).position(|(shown, expected)| shown != expected);
    assert_eq!((shown(&first).len(), differs), (50, None));
    let next = first.attribute("a[rel='next']", "href").expect("a next page");
    let second = office.get(&next).await.html();
    assert_eq!(shown(&second), expected[50..], "without gap or repetition");
    assert_eq!(second.attribute("nav.pagination a[rel='next']", "href"), None);
    // A place that nobody was given, or of no queue.
    assert_eq!(office.get("/moderation?queue=oewg&after=nonsense").await.status, StatusCode::NOT_FOUND);
    // A queue of others is not among one's own.
    assert!(shown(&office.get("/moderation?queue=SG-RNP").await.html()).is_empty());
}

#[tokio::test]
async fn a_decision_leads_to_the_next_input_among_those_asked_for() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let english = many(&app, &mut ngo, 2, "en").await;
    let french = many(&app, &mut ngo, 2, "fr").await;
    let mut office = app.signed_in("secretariat").await;
    let page = office.get("/moderation?language=fr").await.html();
    assert_eq!(shown(&page), french);
    assert!(page.main_text().contains("Shown: Written in: French"), "{}", page.main_text());
    let item = format!("{}?language=fr", french[0]);
    let html = office.get(&item).await.html();
    assert_eq!(html.attribute("a[rel='next']", "href"), Some(format!("{}?language=fr", french[1])));
    let action = html.attribute("form.decision", "action").expect("a form");
    let (to, next) = office.submit(&action, &[("outcome", "accept"), ("reason", ""), ("version", &html.hidden("version"))]).await;
    assert!(to.starts_with(&format!("{}?language=fr&done=", french[1])), "{to}");
    let words = next.html().main_text();
    assert!(words.contains("Accepted: Number 000 in fr") && words.contains("Take this decision back"), "{words}");
    let version = next.html().hidden("version");
    let action = next.html().attribute("form.decision", "action").expect("a form");
    let (to, last) = office.submit(&action, &[("outcome", "decline"), ("code", "off_topic"), ("version", &version)]).await;
    assert!(to.starts_with("/moderation?language=fr&done="), "{to}");
    assert!(last.html().main_text().contains("Nothing that waits matches"));
    // At the end of all that waits one goes on with what was passed over.
    let html = office.get(&format!("{}?language=en", english[1])).await.html();
    let action = html.attribute("form.decision", "action").expect("a form");
    let (to, _) = office.submit(&action, &[("outcome", "accept"), ("version", &html.hidden("version"))]).await;
    assert!(to.contains("?language=en&done=") && !to.starts_with("/moderation?"), "{to}");
}

#[tokio::test]
async fn several_are_decided_at_once_each_for_itself() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let papers = many(&app, &mut ngo, 4, "en").await;
    let mut office = app.signed_in("secretariat").await;
    let page = office.get("/moderation").await.html();
    let mut boxes = page.attributes("[data-queue-row] input", "value");
    boxes.retain(|value| papers.iter().any(|paper| value.contains(paper.trim_start_matches("/moderation/papers/"))));
    assert_eq!(boxes.len(), 4);
    let chosen = office.get(&format!("/moderation/several?{}", query(&boxes))).await.html();
    assert!(chosen.main_text().contains("You decide on 4 inputs together"), "{}", chosen.main_text());
    // Without a reason nothing is done, and nothing chosen is lost.
    let without = post(&mut office, &boxes, &[("outcome", "decline"), ("reason", "Kept.")]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(without.html().attributes("input[name='item']", "value"), boxes);
    assert_eq!(without.html().value("In your own words"), "Kept.");
    // Meanwhile one was withdrawn and another decided on by a colleague.
    let own = papers[0].replace("/moderation", "");
    let version = ngo.get(&format!("{own}/withdraw")).await.html().hidden("version");
    ngo.submit(&format!("{own}/withdraw"), &[("version", &version)]).await;
    crate::succession::decide(&app, "secretariat", &papers[1].replace("/moderation", ""), "accept").await;
    let done = post(&mut office, &boxes, &[("outcome", "decline"), ("code", "off_topic"), ("reason", "")]).await;
    assert_eq!(done.status, StatusCode::OK);
    let words = done.html().main_text();
    assert!(words.contains("Declined: 2 inputs") && words.contains("2 inputs you chose are not waiting any more"), "{words}");
    for paper in &papers[2..] {
        assert!(ngo.get(&paper.replace("/moderation", "")).await.html().main_text().contains("Outside the subject"));
    }
    assert_eq!(app.visitor().get(&papers[1].replace("/moderation", "")).await.status, StatusCode::OK, "what was decided stands");
}

#[tokio::test]
async fn nobody_decides_on_what_is_in_the_queue_of_others() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let paper = submitted(&app, &mut ngo, &round, "Not theirs", "Words.").await;
    let mut office = app.signed_in("secretariat").await;
    let moderation = paper.replace("/papers/", "/moderation/papers/");
    let version = office.get(&moderation).await.html().hidden("version");
    let boxes = vec![format!("paper:{}:{version}", paper.trim_start_matches("/papers/"))];
    for who in ["moderator.rnp", "chair", "ngo", "business"] {
        let mut persona = app.signed_in(who).await;
        let seen = persona.get(&format!("/moderation/several?{}", query(&boxes))).await.html().main_text();
        assert!(!seen.contains("Not theirs"), "{who}");
        let done = post(&mut persona, &boxes, &[("outcome", "accept")]).await.html().main_text();
        assert!(!done.contains("Not theirs") && done.contains("Not decided"), "{who}: {done}");
    }
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().get("/moderation/several").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn views_are_kept_by_whoever_keeps_them() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let keep = [("name", "French <papers>"), ("query", "language=fr&kind=paper&evil=1"), ("act", "keep")];
    let (to, page) = office.submit("/moderation/views", &keep).await;
    assert_eq!(to, "/moderation?kind=paper&language=fr");
    assert_eq!(page.html().link("French <papers>"), "/moderation?kind=paper&language=fr");
    assert!(app.signed_in("moderator.rnp").await.get("/moderation").await.html().links("French <papers>").is_empty());
    let nameless = office.post("/moderation/views", &[("name", " "), ("query", "language=fr"), ("act", "keep")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    office.submit("/moderation/views", &[("name", "French <papers>"), ("act", "forget")]).await;
    assert!(office.get("/moderation").await.html().links("French <papers>").is_empty());
}

fn query(boxes: &[String]) -> String {
    boxes.iter().map(|value| format!("item={value}")).collect::<Vec<_>>().join("&")
}

async fn post(office: &mut Persona<'_>, boxes: &[String], fields: &[(&str, &str)]) -> crate::support::Answer {
    let items = boxes.iter().map(|value| ("item", value.as_str()));
    let all: Vec<_> = items.chain(fields.iter().copied()).collect();
    office.post("/moderation/several", &all).await
}
