//! The consolidated summary: the same counts on the page and in every file.

use crate::support::TestApp;
use axum::http::{StatusCode, header};
use std::io::Read;

async fn session(app: &TestApp) -> String {
    let body = app.visitor().get("/bodies/oewg").await.html();
    let mut visitor = app.visitor();
    for link in body.links("Demonstration consultation") {
        if link.starts_with("/sessions/") && visitor.get(&link).await.status == StatusCode::OK {
            return link;
        }
    }
    panic!("no demonstration session");
}

#[tokio::test]
async fn page_json_csv_and_docx_say_the_same() {
    let app = TestApp::new().await;
    let session = session(&app).await;
    let mut chair = app.signed_in("chair").await;
    let summary = chair.get(&session).await.html().link("Consolidated summary");
    let page = chair.get(&summary).await.html();
    let (docx, csv, json) = (page.link("DOCX"), page.link("CSV"), page.link("JSON"));

    let value: serde_json::Value = serde_json::from_slice(&chair.get(&json).await.bytes).expect("JSON");
    let accepted_comments = value["counts"]["comments"]["accepted"].as_u64().expect("a number");
    let accepted_papers = value["counts"]["papers"]["accepted"].as_u64().expect("a number");
    assert!(accepted_comments > 10 && accepted_papers > 10);
    let listed: usize = value["texts"].as_array().expect("texts")[0]["provisions"]
        .as_array()
        .expect("provisions")
        .iter()
        .map(|p| p["comments"].as_array().expect("comments").len())
        .sum();
    assert_eq!(listed as u64, accepted_comments);

    let answer = chair.get(&csv).await;
    assert!(answer.headers[header::CONTENT_DISPOSITION].to_str().expect("ASCII").starts_with("attachment"));
    let mut reader = csv::Reader::from_reader(&answer.bytes[3..]);
    let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a row")).collect();
    let count = |kind: &str| rows.iter().filter(|r| &r[0] == kind).count() as u64;
    assert_eq!((count("Comment"), count("Position paper")), (accepted_comments, accepted_papers));
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));

    // Who has co-signed stands beside the paper, in each file.
    let named = |names: &str| names.contains("Atoll Connectivity Network") && names.contains("Kilima Payments Association");
    let papers =
        value["papers_by_subgroup"].as_array().expect("subgroups").iter().flat_map(|group| group["papers"].as_array().expect("papers"));
    let signed: Vec<_> = papers.filter(|paper| !paper["co_signatories"].as_array().expect("names").is_empty()).collect();
    assert!(matches!(signed.as_slice(), [paper] if named(&paper["co_signatories"].to_string())), "{signed:?}");
    assert_eq!(rows.iter().filter(|row| named(&row[17])).count(), 1);

    let answer = chair.get(&docx).await;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(answer.bytes)).expect("a zip archive");
    let mut xml = String::new();
    archive.by_name("word/document.xml").expect("a document").read_to_string(&mut xml).expect("UTF-8");
    for receipt in
        value["texts"][0]["provisions"].as_array().expect("provisions").iter().flat_map(|p| p["comments"].as_array().expect("comments"))
    {
        let number = receipt["receipt"].as_str().expect("a number");
        assert!(xml.contains(number), "{number} stands in the document");
    }
    assert!(xml.contains("Co-signed by: Atoll Connectivity Network"));
    assert_eq!(xml.matches("STK-").count() as u64, accepted_comments + accepted_papers);
}

#[tokio::test]
async fn what_is_not_accepted_stands_as_a_number_only() {
    let app = TestApp::new().await;
    let session = session(&app).await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let queue = moderator.get("/moderation").await.html();
    let waiting = queue.links("").into_iter().find(|l| l.starts_with("/moderation/papers/")).expect("a paper waits");
    let title = moderator.get(&waiting).await.html();
    let title = title.title();
    let mut chair = app.signed_in("chair").await;
    for path in ["", ".json", ".csv"] {
        let text = chair.get(&format!("{session}/summary{path}")).await.text();
        assert!(!text.contains(title.trim()), "{title} leaks in {path}");
    }
}

#[tokio::test]
async fn the_summary_is_for_the_chair_and_the_secretariat() {
    let app = TestApp::new().await;
    let session = session(&app).await;
    for format in ["", ".docx", ".csv", ".json"] {
        let path = format!("{session}/summary{format}");
        assert_eq!(app.visitor().get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
        for name in ["ngo", "moderator.rnp"] {
            assert_eq!(app.signed_in(name).await.get(&path).await.status, StatusCode::FORBIDDEN, "{name} {path}");
        }
        for name in ["chair", "secretariat"] {
            assert_eq!(app.signed_in(name).await.get(&path).await.status, StatusCode::OK, "{name} {path}");
        }
    }
}

#[tokio::test]
async fn exporting_twice_gives_the_same_bytes() {
    let app = TestApp::new().await;
    let session = session(&app).await;
    let mut chair = app.signed_in("chair").await;
    for format in ["docx", "csv", "json"] {
        let path = format!("{session}/summary.{format}");
        assert_eq!(chair.get(&path).await.bytes, chair.get(&path).await.bytes, "{format}");
    }
}
