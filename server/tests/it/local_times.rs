//! Local times the clocks jump over or pass twice: refused with the two instants they may stand for, to choose without typing again.

use crate::papers::open_round;
use crate::support::{Html, TestApp};
use axum::http::StatusCode;

/// The values and words of the choices offered under the name `name`.
fn offered(html: &str, name: &str) -> Vec<String> {
    let needle = format!("name=\"{name}\" value=\"");
    html.split(&needle).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_time_that_does_not_exist_is_refused_with_its_neighbours() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let path = format!("/rounds/{round}/deadline");
    let mut chair = app.signed_in("chair").await;
    let fields = [("closes_at", "2027-03-14T02:30"), ("time_zone", "America/New_York"), ("reason", "Kept words.")];
    let refused = chair.post(&path, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = refused.html().main_text();
    for neighbour in ["14 March 2027, 01:30 New York (UTC−5) · 06:30 UTC", "14 March 2027, 03:30 New York (UTC−4) · 07:30 UTC"] {
        assert!(words.contains(neighbour), "{neighbour}: {words}");
    }
    let choices = offered(&refused.text(), "closes_at_choice");
    assert_eq!(choices, ["2027-03-14T06:30:00Z", "2027-03-14T07:30:00Z"]);
    // The one chosen stays chosen while another field is mended, and counts once all is well.
    let mut again = vec![("closes_at_choice", choices[1].as_str())];
    again.extend([fields[0], fields[1], ("reason", "")]);
    let refused = chair.post(&path, &again).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("value=\"2027-03-14T07:30:00Z\" checked"), "{}", refused.text());
    again[3] = fields[2];
    let (_, page) = chair.submit(&path, &again).await;
    assert!(page.html().main_text().contains("14 March 2027, 03:30"), "{}", page.html().main_text());
}

#[tokio::test]
async fn a_time_that_exists_twice_asks_which() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let path = format!("/rounds/{round}/deadline");
    let mut chair = app.signed_in("chair").await;
    let fields = [("closes_at", "2027-11-07T01:30"), ("time_zone", "America/New_York"), ("reason", "R")];
    let asked = chair.post(&path, &fields).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = asked.html().main_text();
    assert!(words.contains("(UTC−4) · 05:30 UTC") && words.contains("(UTC−5) · 06:30 UTC"), "{words}");
    let choices = offered(&asked.text(), "closes_at_choice");
    // A choice made for another time counts as none.
    let stale = [fields[0], fields[1], fields[2], ("closes_at_choice", "2027-03-14T07:30:00Z")];
    assert_eq!(chair.post(&path, &stale).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let chosen = [fields[0], fields[1], fields[2], ("closes_at_choice", choices[1].as_str())];
    let (_, page) = chair.submit(&path, &chosen).await;
    assert!(page.html().main_text().contains("(UTC−5) · 06:30 UTC"), "{}", page.html().main_text());
    // The form that is opened next holds the deadline in force, and which of the two it is.
    let form = chair.get(&path).await;
    assert!(form.text().contains("value=\"2027-11-07T06:30:00Z\" checked"), "{}", form.text());
    // An ordinary time is not asked about.
    let ordinary = [("closes_at", "2027-12-07T18:00"), ("time_zone", "America/New_York"), ("reason", "R")];
    let (_, page) = chair.submit(&path, &ordinary).await;
    assert!(page.html().main_text().contains("7 December 2027, 18:00"));
    assert!(offered(&chair.get(&path).await.text(), "closes_at_choice").is_empty());
}

#[tokio::test]
async fn a_grant_asks_in_the_same_way() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let path = format!("/rounds/{round}/grants");
    let mut chair = app.signed_in("chair").await;
    let page: Html = chair.get(&path).await.html();
    assert!(page.count("#ends_at") == 1 && page.count("#ends_at_choice") == 0);
    let fields = [("organisation", ""), ("ends_at", "2027-10-31T02:30"), ("time_zone", "Europe/Zurich"), ("reason", "R")];
    let asked = chair.post(&path, &fields).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = asked.html().main_text();
    assert!(words.contains("Geneva (UTC+2) · 00:30 UTC") && words.contains("Geneva (UTC+1) · 01:30 UTC"), "{words}");
}
