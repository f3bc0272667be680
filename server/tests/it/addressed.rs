//! Rounds addressed to one subgroup: who writes in them, where they are shown, and who is told.

use crate::planning::{ROUND, UPCOMING, call, make_session, submit_paper, with, words};
use crate::support::{TestApp, paper_fields};
use axum::http::StatusCode;

#[tokio::test]
async fn a_round_for_one_subgroup_takes_its_papers_alone() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let session = make_session(&mut chair).await;
    let new = format!("{session}/rounds/new");
    let rnp = chair.get(&new).await.html().option("Addressed to", "SG-RNP");
    let (round, page) = chair.submit(&new, &with(&ROUND, &[("subgroup", &rnp)])).await;
    assert!(page.html().main_text().contains("SG-RNP"));
    let id = round.rsplit('/').next().expect("an id");
    let mut business = app.signed_in("business").await;
    let organisation = business.get("/subgroups/sg-rnp").await.html().hidden("organisation");
    business.submit("/subgroups/sg-rnp/join", &[("organisation", &organisation)]).await;
    let editor = business.get(&format!("/papers/new?round={id}")).await;
    assert!(!editor.text().contains("value=\"whole_body\"") && editor.text().contains(&rnp));
    let fields = paper_fields(&[("round", id)]);
    let refused = business.post("/papers/new", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(submit_paper(&mut business, &round, &rnp).await, StatusCode::SEE_OTHER);
    // Neither the page nor the calendar of another subgroup has it.
    for (subgroup, there) in [("sg-rnp", true), ("sg-cap", false)] {
        let page = words(&mut app.visitor(), &format!("/subgroups/{subgroup}")).await;
        assert_eq!(page.contains("Papers for the twenty-first session"), there, "{subgroup}: {page}");
        let feed = app.visitor().get(&format!("/subgroups/{subgroup}/calendar.ics")).await.text();
        assert_eq!(feed.contains(&format!("UID:round-{id}")), there, "{subgroup}: {feed}");
    }
}

#[tokio::test]
async fn new_dates_are_told_by_the_new_name_and_to_whom_the_round_is_addressed_now() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let round = call(&mut chair, &[UPCOMING]).await;
    let edit = format!("{round}/edit");
    let form = chair.get(&edit).await.html();
    let (version, rnp) = (form.hidden("version"), form.option("Addressed to", "SG-RNP"));
    let changed = [
        UPCOMING,
        ("title", "Papers under a new name"),
        ("subgroup", rnp.as_str()),
        ("closes_at", "2027-01-18T18:00"),
        ("reason", "One group asked."),
        ("version", version.as_str()),
    ];
    chair.submit(&edit, &with(&ROUND, &changed)).await;
    let told = crate::ledger::mails(&app, "").await;
    let told: Vec<_> = told.iter().filter(|mail| mail.body.contains("One group asked.")).collect();
    assert!(
        !told.is_empty() && told.iter().all(|mail| mail.body.contains("Papers under a new name") || mail.subject.contains("ورقات")),
        "{told:?}"
    );
    assert!(told.iter().all(|mail| mail.recipient != "business@demo.example"), "it is in other subgroups: {told:?}");
    assert!(
        told.iter().all(|mail| mail.body.contains("11 January 2027") || mail.subject.contains("ورقات")),
        "and the end before: {told:?}"
    );
    let ledger = words(&mut app.visitor(), &format!("{round}/ledger")).await;
    assert!(ledger.contains("New dates before opening") && ledger.contains("Call or questions changed"), "{ledger}");
}
