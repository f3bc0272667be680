//! Reading what is said on a text: filters with their numbers, and the compilation by paragraph on the page and in every file.

use crate::anchors::{accept, next};
use crate::comments::paragraph;
use crate::support::{Html, Persona, TestApp};
use axum::http::{StatusCode, header};
use model::domain::time::Span;
use serde_json::Value;
use std::io::Read;

/// The zero draft's page.
async fn draft(app: &TestApp) -> String {
    let body = app.visitor().get("/bodies/oewg").await.html();
    body.links("").into_iter().find(|link| link.starts_with("/drafts/")).expect("the zero draft")
}

async fn json(persona: &mut Persona<'_>, path: &str) -> Value {
    let answer = persona.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    serde_json::from_slice(&answer.bytes).expect("JSON")
}

fn comments(compilation: &Value) -> Vec<&Value> {
    let provisions = compilation["provisions"].as_array().expect("provisions");
    provisions.iter().flat_map(|provision| provision["comments"].as_array().expect("comments")).collect()
}

/// The numbers beside the paragraphs of the text.
fn beside(page: &Html) -> i64 {
    let cells = page.texts("#attention td.number");
    cells.iter().map(|cell| cell.trim().parse::<i64>().expect("a number")).sum()
}

#[tokio::test]
async fn a_text_is_filtered_with_its_numbers() {
    let app = TestApp::new().await;
    let (draft, mut visitor) = (draft(&app).await, app.visitor());
    let file = format!("{draft}/compilation.json");
    let all = json(&mut visitor, &file).await;
    let total = all["comments"].as_i64().expect("a number");
    assert!(total > 10, "{total}");
    let page = visitor.get(&draft).await.html();
    assert_eq!(page.count(".filters__shown"), 0, "nothing is asked for");
    let of_all = beside(&page);
    let mut by_stance = 0;
    for stance in ["support", "support_with_change", "oppose", "neutral"] {
        let asked = format!("?stance={stance}");
        let compiled = json(&mut visitor, &format!("{file}{asked}")).await;
        assert!(comments(&compiled).iter().all(|comment| comment["stance"] == stance));
        let count = i64::try_from(comments(&compiled).len()).expect("few");
        assert_eq!((compiled["comments_asked_for"].as_i64(), compiled["comments"].as_i64()), (Some(count), Some(total)));
        let page = visitor.get(&format!("{draft}{asked}")).await.html();
        let shown = page.text(".filters__shown");
        let said = if count == 0 { format!("None of the {total}") } else { format!("{count} of {total}") };
        assert!(shown.contains(&said), "{stance}: {shown}");
        by_stance += beside(&page);
        if count > 0 {
            // What is asked for goes along to the paragraph.
            let links = page.attributes(".provision__tools a", "href");
            let link = links.iter().find(|link| link.contains("#comments")).expect("a paragraph that is spoken on");
            assert!(link.replace("%5F", "_").contains(&asked), "{link}");
            let there = visitor.get(link.split('#').next().expect("a path")).await.html();
            let stances = there.texts("#comments .comment .stance");
            assert!(!stances.is_empty() && stances.iter().all(|said| *said == stances[0]), "{stances:?}");
        }
    }
    assert_eq!(by_stance, of_all, "each comment has one stance");
    for asked in ["type=ngo", "region=grulac", "language=fr", "kind=substantive"] {
        let (name, value) = asked.split_once('=').expect("a pair");
        let compiled = json(&mut visitor, &format!("{file}?{asked}")).await;
        let field = |comment: &Value| match name {
            "type" => comment["organisation"]["stakeholder_type"].clone(),
            "region" => comment["organisation"]["region"].clone(),
            "kind" => comment["type"].clone(),
            name => comment[name].clone(),
        };
        assert!(comments(&compiled).iter().all(|comment| field(comment) == value), "{asked}");
        assert!(!comments(&compiled).is_empty(), "{asked}");
        let otherwise = comments(&all).iter().filter(|comment| field(comment) != value).count();
        assert_eq!(comments(&compiled).len() + otherwise, comments(&all).len(), "{asked}");
    }
    // What is no choice asks for nothing, and all of it has to hold.
    assert_eq!(visitor.get(&format!("{draft}?stance=nonsense")).await.html().count(".filters__shown"), 0);
    let none = visitor.get(&format!("{draft}?stance=neutral&language=zh&type=business&region=weog")).await.html();
    assert!(none.text(".filters__shown").contains("None of the"), "{}", none.text("#attention"));
}

#[tokio::test]
async fn a_filter_by_subgroup_asks_for_those_who_take_part() {
    let app = TestApp::new().await;
    let (draft, mut visitor) = (draft(&app).await, app.visitor());
    let page = visitor.get(&draft).await.html();
    let group = page.option("Organisation takes part in", "Rules");
    let compiled = json(&mut visitor, &format!("{draft}/compilation.json?subgroup={group}")).await;
    let all = json(&mut visitor, &format!("{draft}/compilation.json")).await;
    let members = visitor.get("/subgroups/sg-rnp/members").await.html().main_text();
    let takes_part = |comment: &&&Value| members.contains(comment["organisation"]["name"].as_str().expect("a name"));
    assert!(!comments(&compiled).is_empty());
    assert!(comments(&compiled).iter().all(|comment| takes_part(&comment)));
    assert_eq!(comments(&compiled).len(), comments(&all).iter().filter(takes_part).count());
}

#[tokio::test]
async fn the_full_compilation_is_for_those_in_charge() {
    let app = TestApp::new().await;
    let draft = draft(&app).await;
    let (path, full) = (format!("{draft}/compilation"), format!("{draft}/compilation?full=1"));
    let file = format!("{draft}/compilation.json?full=1");
    let public = app.visitor().get(&path).await.html();
    assert!(public.links("Read the full compilation").is_empty());
    for name in ["ngo", "moderator.cap", "admin"] {
        let mut persona = app.signed_in(name).await;
        assert_eq!(persona.get(&full).await.status, StatusCode::FORBIDDEN, "{name}");
        assert_eq!(persona.get(&file).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    assert_eq!(app.visitor().get(&file).await.status, StatusCode::FORBIDDEN);
    let known = json(&mut app.visitor(), &format!("{draft}/compilation.json")).await;
    assert!(comments(&known).iter().all(|comment| comment["state"] == "accepted"));
    for name in ["moderator.rnp", "chair", "secretariat"] {
        let mut persona = app.signed_in(name).await;
        assert_eq!(persona.get(&path).await.html().link("Read the full compilation"), full, "{name}");
        let all = json(&mut persona, &file).await;
        let states: std::collections::BTreeSet<_> = comments(&all).iter().filter_map(|comment| comment["state"].as_str()).collect();
        assert!(states.contains("submitted") && states.contains("returned"), "{name}: {states:?}");
        assert!(!states.contains("draft") && !states.contains("withdrawn"), "{name}: {states:?}");
        assert!(comments(&all).len() > comments(&known).len());
    }
    // Who took it along is on record; that of what is public is not.
    let log = app.signed_in("admin").await.get("/admin/audit").await.html();
    let said = |words: &str| words.matches("Exported a full compilation").count();
    let to_choose: usize = log.texts("option").iter().map(|option| said(option)).sum();
    assert_eq!(said(&log.main_text()) - to_choose, 3, "{}", log.main_text());
}

#[tokio::test]
async fn what_is_returned_reads_as_it_was_sent() {
    let app = TestApp::new().await;
    let draft = draft(&app).await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let mut business = app.signed_in("business").await;
    let round = business.get(&path).await.html().hidden("round");
    let fields = |stance: &'static str, reason: &'static str| {
        [
            ("stance", stance),
            ("operation", "keep"),
            ("reason", reason),
            ("language", "en"),
            ("kind", "editorial"),
            ("round", round.as_str()),
        ]
    };
    let sent = business.submit(&path, &fields("support", "As it was sent.")).await.0;
    let comment = sent.trim_end_matches("/receipt").to_owned();
    let mut moderator = app.signed_in("moderator.rnp").await;
    let moderation = comment.replace("/comments/", "/moderation/comments/");
    let version = moderator.get(&moderation).await.html().hidden("version");
    moderator
        .submit(&moderation, &[("outcome", "return"), ("code", "unclear"), ("reason", "Please say more."), ("version", &version)])
        .await;
    // It is saved as something else, and not sent: the organisation is asked for its deadline first.
    app.advance(Span::DAY.times(60));
    let mut business = app.signed_in("business").await;
    let version = business.get(&path).await.html().hidden("version");
    let id = comment.trim_start_matches("/comments/");
    let with = [fields("oppose", "At work.").as_slice(), &[("comment", id), ("version", version.as_str())]].concat();
    business.post(&path, &with).await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    for (asked, there) in
        [("", true), ("&stance=support", true), ("&stance=oppose", false), ("&kind=editorial", true), ("&kind=technical", false)]
    {
        let compiled = json(&mut moderator, &format!("{draft}/compilation.json?full=1{asked}")).await;
        let found: Vec<_> = comments(&compiled).into_iter().filter(|one| one["id"] == id).collect();
        assert_eq!(found.len(), usize::from(there), "{asked}");
        assert!(found.iter().all(|one| one["reason"] == "As it was sent." && one["state"] == "returned"), "{found:?}");
        assert_eq!(compiled["comments_asked_for"].as_u64(), Some(comments(&compiled).len() as u64), "{asked}");
        let page = moderator.get(&format!("{draft}/compilation?full=1{asked}")).await.html().main_text();
        assert!(!page.contains("At work."), "{asked}");
    }
}

#[tokio::test]
async fn every_file_holds_the_same() {
    let app = TestApp::new().await;
    let draft = draft(&app).await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let page = moderator.get(&format!("{draft}/compilation?full=1&stance=oppose")).await.html();
    let link = |name: &str| page.link(name);
    let value = json(&mut moderator, &link("JSON")).await;
    let receipts: Vec<String> = comments(&value).iter().map(|comment| comment["receipt"].as_str().expect("a number").to_owned()).collect();
    assert!(!receipts.is_empty());
    assert_eq!(page.texts("td .citation").iter().map(|text| text.trim().to_owned()).collect::<Vec<_>>(), receipts, "on the page");

    let answer = moderator.get(&link("CSV")).await;
    let mut reader = csv::Reader::from_reader(&answer.bytes[3..]);
    let column = reader.headers().expect("heads").iter().position(|head| head == "Receipt").expect("a column");
    let rows: Vec<String> = reader.records().map(|row| row.expect("a row")[column].to_owned()).collect();
    assert_eq!(rows, receipts);

    for (name, part) in [("Word", "word/document.xml"), ("Excel", "xl/sharedStrings.xml")] {
        let answer = moderator.get(&link(name)).await;
        let disposition = answer.headers[header::CONTENT_DISPOSITION].to_str().expect("ASCII").to_owned();
        assert!(disposition.contains("full-compilation-"), "{disposition}");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(answer.bytes)).expect("a zip archive");
        let mut xml = String::new();
        archive.by_name(part).expect("its words").read_to_string(&mut xml).expect("UTF-8");
        assert!(receipts.iter().all(|receipt| xml.contains(receipt)), "{name}");
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(moderator.get(&link("Excel")).await.bytes)).expect("a zip archive");
    let mut part = |name: &str| {
        let mut xml = String::new();
        archive.by_name(name).expect("a part").read_to_string(&mut xml).expect("UTF-8");
        xml
    };
    for sheet in 1..=3 {
        assert!(!part(&format!("xl/worksheets/sheet{sheet}.xml")).contains("<f>"), "no formula");
    }
    let words = part("xl/sharedStrings.xml");
    assert!(
        words.contains("With the stance: Oppose") && words.contains("Zero draft") && words.contains("chair and the secretariat"),
        "{words}"
    );
    let support = value["provisions"][0]["stances"]["by_stakeholder_type"].as_array().expect("kinds");
    assert!(support.iter().all(|kind| kind["support"] == 0 && kind["oppose"].as_i64() > Some(0)), "{support:?}");
}

#[tokio::test]
async fn comments_on_earlier_versions_stand_where_they_are_now() {
    let app = TestApp::new().await;
    let zero = draft(&app).await;
    let before = json(&mut app.visitor(), &format!("{zero}/compilation.json")).await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let mut business = app.signed_in("business").await;
    let round = business.get(&path).await.html().hidden("round");
    let fields = [("stance", "support"), ("operation", "keep"), ("reason", "It is right."), ("language", "en"), ("round", round.as_str())];
    let sent = business.submit(&path, &fields).await.0;
    accept(&app, sent.trim_end_matches("/receipt")).await;
    let rev = next(&app, |source| source.replacen("1. ", "1. Now: ", 1), "Rev.1").await;
    let after = json(&mut app.visitor(), &format!("{rev}/compilation.json")).await;
    assert_eq!(comments(&after).len(), comments(&before).len() + 1, "all paragraphs go on alone");
    assert!(comments(&after).iter().all(|comment| comment["made_on"]["en"] == "Zero draft"));
    let page = app.visitor().get(&format!("{rev}/compilation")).await.html().main_text();
    assert!(page.contains("Made on Zero draft"), "{page}");
    // And those on the earlier one stay where they were made.
    let before = json(&mut app.visitor(), &format!("{zero}/compilation.json")).await;
    assert!(comments(&before).iter().all(|comment| comment["made_on"].is_null()));
}
