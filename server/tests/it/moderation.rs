//! The moderator's desk: the queue of one's subgroups and no other, decisions, and what the author sees.

use crate::support::{TestApp, paper_fields};
use axum::http::StatusCode;

#[tokio::test]
async fn a_moderator_sees_the_own_queue_only() {
    let app = TestApp::new().await;
    let mut rnp = app.signed_in("moderator.rnp").await;
    let mut cap = app.signed_in("moderator.cap").await;
    let of = |html: crate::support::Html| -> Vec<String> { html.links("").into_iter().filter(|l| l.starts_with("/moderation/")).collect() };
    let rnp_items = of(rnp.get("/moderation").await.html());
    let cap_items = of(cap.get("/moderation").await.html());
    assert!(!rnp_items.is_empty() && !cap_items.is_empty());
    assert!(rnp_items.iter().all(|item| !cap_items.contains(item)));
    for item in &rnp_items {
        assert_eq!(rnp.get(item).await.status, StatusCode::OK);
        assert_eq!(cap.get(item).await.status, StatusCode::NOT_FOUND, "{item}");
        let decided = cap.post(item, &[("outcome", "accept"), ("version", "2")]).await;
        assert_eq!(decided.status, StatusCode::NOT_FOUND, "{item}");
    }
    assert_eq!(app.signed_in("ngo").await.get(&rnp_items[0]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn accepting_publishes_and_returning_tells_why() {
    let app = TestApp::new().await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let items: Vec<String> =
        moderator.get("/moderation").await.html().links("").into_iter().filter(|l| l.starts_with("/moderation/papers/")).collect();
    let (accept, give_back) = (&items[0], &items[1]);
    let public = |item: &str| item.trim_start_matches("/moderation").to_owned();
    assert_eq!(app.visitor().get(&public(accept)).await.status, StatusCode::NOT_FOUND);

    let page = moderator.get(accept).await.html();
    moderator.submit(accept, &[("outcome", "accept"), ("reason", ""), ("version", &page.hidden("version"))]).await;
    assert_eq!(app.visitor().get(&public(accept)).await.status, StatusCode::OK);

    let page = moderator.get(give_back).await.html();
    let version = page.hidden("version");
    let no_reason = moderator.post(give_back, &[("outcome", "return"), ("code", "other"), ("reason", " "), ("version", &version)]).await;
    assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY, "a return says why");
    moderator
        .submit(give_back, &[("outcome", "return"), ("code", "unclear"), ("reason", "Please name the paragraph."), ("version", &version)])
        .await;
    assert_eq!(app.visitor().get(&public(give_back)).await.status, StatusCode::NOT_FOUND);

    // A second decision on what is decided is refused with a sentence.
    let stale = moderator
        .post(accept, &[("outcome", "decline"), ("code", "off_topic"), ("reason", "Changed my mind."), ("version", &version)])
        .await;
    assert!(matches!(stale.status, StatusCode::CONFLICT | StatusCode::FORBIDDEN), "{}", stale.status);
    let queue = moderator.get("/moderation").await.html();
    assert!(!queue.links("").contains(accept) && !queue.links("").contains(give_back));
}

#[tokio::test]
async fn the_author_reads_the_reason_revises_and_submits_again() {
    let app = TestApp::new().await;
    let round = crate::papers::open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let fields = paper_fields(&[("text", "First words."), ("round", &round), ("action", "check")]);
    let (submit, check) = ngo.submit("/papers/new", &fields).await;
    ngo.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    let paper = submit.trim_end_matches("/submit").to_owned();
    let moderation = format!("/moderation{paper}");

    // To the whole body: the secretariat moderates.
    let mut secretariat = app.signed_in("secretariat").await;
    let version = secretariat.get(&moderation).await.html().hidden("version");
    secretariat
        .submit(&moderation, &[("outcome", "return"), ("code", "unclear"), ("reason", "Please name the paragraph."), ("version", &version)])
        .await;
    assert!(ngo.get(&paper).await.html().main_text().contains("Please name the paragraph."));
    assert!(
        ngo.get("/desk").await.html().main_text().contains("Please name the paragraph.")
            || ngo.get("/desk").await.html().main_text().contains("revision")
    );

    // The round closes; the returned paper still has five days of its own.
    app.clock.set(app.now() + model::domain::time::Span::DAY.times(4));
    let edit = format!("{paper}/edit");
    let version = ngo.get(&edit).await.html().hidden("version");
    let again = paper_fields(&[("text", "Second words."), ("version", &version), ("action", "check")]);
    let (_, check) = ngo.submit(&edit, &again).await;
    // While it is being revised, those in office read what was submitted.
    assert!(secretariat.get(&moderation).await.text().contains("First words."));
    assert!(!secretariat.get(&moderation).await.text().contains("Second words."));
    ngo.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    assert!(secretariat.get(&moderation).await.text().contains("Second words."));

    // What became of it, in its order, for those it concerns.
    let begins = |steps: &[String]| -> Vec<String> {
        steps.iter().map(|step| step.split_whitespace().take(3).collect::<Vec<_>>().join(" ")).collect()
    };
    let way = begins(&ngo.get(&paper).await.html().texts("#way li"));
    assert_eq!((way.len(), way[1].as_str(), way[3].as_str()), (4, "Returned for revision", "A moderator decides"), "{way:?}");
    assert!(way[0].starts_with("STK-") && way[2].starts_with("STK-") && way[0] != way[2], "{way:?}");
    let version = secretariat.get(&moderation).await.html().hidden("version");
    secretariat.submit(&moderation, &[("outcome", "accept"), ("reason", ""), ("version", &version)]).await;
    let way = begins(&ngo.get(&paper).await.html().texts("#way li"));
    assert_eq!((way.len(), way[3].as_str()), (4, "Accepted on 28"), "{way:?}");
    assert!(app.visitor().get(&paper).await.html().texts("#way").is_empty());
}

#[tokio::test]
async fn a_returned_paper_has_five_days_after_the_deadline_and_no_more() {
    use model::domain::time::Span;
    let app = TestApp::new().await;
    let round = crate::papers::open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let fields = paper_fields(&[("round", &round), ("action", "check")]);
    let (submit, check) = ngo.submit("/papers/new", &fields).await;
    ngo.submit(&submit, &[("version", &check.html().hidden("version"))]).await;
    let moderation = format!("/moderation{}", submit.trim_end_matches("/submit"));
    app.advance(Span::DAY.times(40));
    let returned_at = app.now();
    let mut secretariat = app.signed_in("secretariat").await;
    let version = secretariat.get(&moderation).await.html().hidden("version");
    secretariat.submit(&moderation, &[("outcome", "return"), ("code", "unclear"), ("reason", "R"), ("version", &version)]).await;
    let mut ngo = app.signed_in("ngo").await;
    app.clock.set(returned_at + Span::DAY.times(5));
    let version = crate::papers::version_of(&mut ngo, &submit).await;
    assert_eq!(ngo.post(&submit, &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    app.clock.set(returned_at + Span::DAY.times(5) - Span::MICROSECOND);
    assert_eq!(ngo.post(&submit, &[("version", &version)]).await.status, StatusCode::SEE_OTHER);
}
