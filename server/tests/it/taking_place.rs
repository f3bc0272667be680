//! A second paper of an organisation is offered the place of the first.

use crate::joint::invite;
use crate::ledger::draft;
use crate::papers::{open_round, version_of};
use crate::succession::submitted;
use crate::support::{TestApp, paper_fields};
use axum::http::StatusCode;

#[tokio::test]
async fn a_second_paper_is_offered_the_place_of_the_first() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let first = submitted(&app, &mut ngo, &round, "First", "Words.").await;
    let (second, version) = draft(&app, "ngo", &round, "Second", "Other words.").await;
    let check = ngo.get(&second).await.html();
    assert!(check.text("#place").contains("First") && check.has_button("Take its place"), "{}", check.main_text());
    assert!(check.has_button("Submit paper"), "nobody is kept from submitting");
    let place = second.replace("/submit", "/take-place");
    let of = first.trim_start_matches("/papers/");
    // Not of what is no paper, of itself, or by others.
    let own = second.trim_start_matches("/papers/").trim_end_matches("/submit");
    for (other, status) in [("nonsense", StatusCode::NOT_FOUND), (own, StatusCode::FORBIDDEN)] {
        assert_eq!(ngo.post(&place, &[("paper", other)]).await.status, status, "{other}");
    }
    assert_eq!(app.signed_in("business").await.post(&place, &[("paper", of)]).await.status, StatusCode::NOT_FOUND);
    for _ in 0..2 {
        let (back, check) = ngo.submit(&place, &[("paper", of)]).await;
        let check = check.html();
        assert!(back == second && check.count("#place") == 0, "{back} {}", check.main_text());
        assert!(check.main_text().contains("takes the place of"), "{}", check.main_text());
    }
    // One place at a time.
    let (third, _) = draft(&app, "ngo", &round, "Third", "Still other words.").await;
    assert_eq!(ngo.get(&third).await.html().count("#place"), 0);
    assert_eq!(ngo.post(&third.replace("/submit", "/take-place"), &[("paper", of)]).await.status, StatusCode::FORBIDDEN);

    ngo.submit(&second, &[("version", &version)]).await;
    assert!(ngo.get(&first).await.html().main_text().contains("This paper was replaced on"));
    // What goes to a subgroup stands apart; so does a joint paper, and what is withdrawn.
    assert!(ngo.get(&third).await.html().text("#place").contains("Second"));
    let subgroup = ngo.get(&third.replace("/submit", "/edit")).await.html().option("Subgroup", "Capacity-building (SG-CAP)");
    let fields = [("title", "To a subgroup"), ("round", &round), ("subgroup", &subgroup), ("action", "check")];
    let (elsewhere, _) = ngo.submit("/papers/new", &paper_fields(&fields)).await;
    assert_eq!(ngo.get(&elsewhere).await.html().count("#place"), 0);
    invite(&app, &mut ngo, third.trim_end_matches("/submit"), "business").await;
    assert_eq!(ngo.get(&third).await.html().count("#place"), 0, "with others it stands apart");
    let invited = ngo.get(&third.replace("/submit", "/joint")).await.html().hidden("organisation");
    ngo.submit(&third.replace("/submit", "/joint"), &[("act", "uninvite"), ("organisation", &invited)]).await;
    assert_eq!(ngo.get(&third).await.html().count("#place"), 1);
    let stands = version_of(&mut ngo, &second.replace("/submit", "/withdraw")).await;
    ngo.submit(&second.replace("/submit", "/withdraw"), &[("version", &stands)]).await;
    assert_eq!(ngo.get(&third).await.html().count("#place"), 0);
}
