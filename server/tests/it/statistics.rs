//! The statistics of a session: every figure leads to as many inputs as it says, and a second way of counting comes to the same.

use crate::late_shown::come_late;
use crate::papers::open_round;
use crate::support::{Html, TestApp};
use axum::http::StatusCode;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The demonstration's consultation, with a paper and a comment that came late.
async fn session_with_late(app: &TestApp) -> String {
    let round = open_round(app).await;
    come_late(app, &round).await;
    let page = app.visitor().get(&format!("/rounds/{round}")).await.html();
    page.links("").into_iter().find(|link| link.starts_with("/sessions/")).expect("the session")
}

/// The figures of a page: number and address.
fn figures(page: &Html) -> Vec<(usize, String)> {
    let selector = ":is(.number, .figures dd) a";
    let numbers = page.texts(selector).into_iter().map(|text| text.parse().expect("a number"));
    numbers.zip(page.attributes(selector, "href")).collect()
}

/// How many inputs, or contributors, a list has, through all of its pages.
async fn listed(app: &TestApp, address: &str) -> usize {
    let (mut count, mut at) = (0, Some(address.to_owned()));
    while let Some(address) = at {
        let answer = app.visitor().get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let page = answer.html();
        count += page.count("main .rows > li") + page.count("main tbody tr");
        at = page.attribute("main .pagination a[rel=next]", "href");
    }
    count
}

#[tokio::test]
async fn every_figure_leads_to_as_many_inputs() {
    let app = TestApp::new().await;
    let session = session_with_late(&app).await;
    let mut followed = BTreeMap::new();
    for page in ["statistics", "contributors", "contributors?type=ngo&region=weog"] {
        let page = app.visitor().get(&format!("{session}/{page}")).await.html();
        for (number, address) in figures(&page) {
            assert!(address.starts_with(&session), "{address}");
            assert_eq!(*followed.entry(address.clone()).or_insert(number), number, "two figures, one address: {address}");
        }
    }
    assert!(followed.len() > 150, "{}", followed.len());
    let kinds: BTreeSet<_> =
        followed.keys().flat_map(|address| address.split(['?', '&']).skip(1)).filter_map(|pair| pair.split('=').next()).collect();
    let asked = [
        "day",
        "joint",
        "kind",
        "language",
        "organisation",
        "proposals",
        "provision",
        "received",
        "region",
        "round",
        "signatory",
        "stance",
        "subgroup",
        "type",
    ];
    assert_eq!(kinds, BTreeSet::from(asked), "each way of counting occurs");
    for (address, number) in &followed {
        assert_eq!(listed(&app, address).await, *number, "{address}");
    }
}

/// An input as the file of the chair has it.
struct Input {
    paper: bool,
    late: bool,
    proposes: bool,
    lead: (String, String, String),
    names: BTreeSet<String>,
    language: String,
}

fn organisation(value: &Value) -> (String, String, String) {
    let text = |name: &str| value[name].as_str().expect(name).to_owned();
    (text("id"), text("stakeholder_type"), text("region"))
}

fn inputs(file: &Value) -> Vec<Input> {
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let papers = list(&file["papers_by_subgroup"]).into_iter().flat_map(|group| list(&group["papers"]));
    let provisions = list(&file["texts"]).into_iter().flat_map(|text| list(&text["provisions"]));
    let comments = provisions.flat_map(|provision| list(&provision["comments"]));
    let input = |value: Value, paper: bool| {
        let lead = organisation(&value["organisation"]);
        let signed = value["co_signatories"].as_array().into_iter().flatten().map(|one| organisation(one).0);
        Input {
            paper,
            late: value["received_late"].as_bool().expect("a truth"),
            proposes: !paper && value["operation"] != "comment_only",
            names: signed.chain([lead.0.clone()]).collect(),
            lead,
            language: value["language"].as_str().expect("a language").to_owned(),
        }
    };
    papers.map(|value| input(value, true)).chain(comments.map(|value| input(value, false))).collect()
}

/// A line of a table of the page: inputs, papers, comments, proposals, late, organisations.
fn expected(inputs: &[&Input], organisations: usize) -> [String; 6] {
    let count = |which: &dyn Fn(&Input) -> bool| inputs.iter().filter(|input| which(input)).count();
    [
        inputs.len(),
        count(&|input| input.paper && !input.late),
        count(&|input| !input.paper && !input.late),
        count(&|input| input.proposes && !input.late),
        count(&|input| input.late),
        organisations,
    ]
    .map(|number| number.to_string())
}

/// The cells of the line with that name, of the table with that label.
fn line(page: &Html, table: &str, name: &str) -> Vec<String> {
    let rows = format!("[aria-label='{table}'] tbody tr");
    let names = page.texts(&format!("{rows} th"));
    let row = names.iter().position(|one| one == name).unwrap_or_else(|| panic!("{name} in {names:?}"));
    page.texts(&format!("{rows}:nth-child({}) td.number", row + 1))
}

#[tokio::test]
async fn a_second_way_of_counting_comes_to_the_same() {
    let app = TestApp::new().await;
    let session = session_with_late(&app).await;
    let file = app.signed_in("chair").await.get(&format!("{session}/summary.json")).await.bytes;
    let all = inputs(&serde_json::from_slice(&file).expect("JSON"));
    assert!(all.iter().any(|one| one.paper && one.late) && all.iter().any(|one| one.names.len() > 1));
    let page = app.visitor().get(&format!("{session}/statistics")).await.html();
    // Type and group of everybody whose name stands somewhere: a signatory may lead nothing.
    let mut known = BTreeMap::new();
    for value in all.iter().map(|input| input.lead.clone()) {
        known.insert(value.0, (value.1, value.2));
    }
    let signed: BTreeSet<_> = all.iter().flat_map(|input| input.names.clone()).filter(|id| !known.contains_key(id)).collect();
    assert!(signed.is_empty(), "the demonstration's signatories lead something themselves");
    let (types, regions) =
        (["business", "ngo", "academia"], ["african_group", "asia_pacific", "eastern_europe", "grulac", "weog", "global"]);
    let names = ["Business", "NGO", "Academia"];
    let mut lines = 0;
    for (code, name) in types.iter().zip(names) {
        let of: Vec<_> = all.iter().filter(|input| input.lead.1 == *code).collect();
        let organisations = known.values().filter(|(kind, _)| kind == code).count();
        assert_eq!(line(&page, "By type of organisation", name), expected(&of, organisations), "{name}");
        lines += of.len();
    }
    assert_eq!(lines, all.len());
    let groups = page.texts("[aria-label='By regional group'] tbody th");
    for (code, name) in regions.iter().zip(&groups) {
        let of: Vec<_> = all.iter().filter(|input| input.lead.2 == *code).collect();
        let organisations = known.values().filter(|(_, region)| region == code).count();
        assert_eq!(line(&page, "By regional group", name), expected(&of, organisations), "{name}");
        let crossed: Vec<_> = types
            .iter()
            .map(|kind| known.values().filter(|one| one.0 == *kind && one.1 == *code).count())
            .chain([organisations])
            .map(|number| number.to_string())
            .collect();
        assert_eq!(line(&page, "Organisations by regional group and type", name), crossed, "{name}");
    }
    let spoken = [("ar", "Arabic"), ("zh", "Chinese"), ("en", "English"), ("fr", "French"), ("ru", "Russian"), ("es", "Spanish")];
    for (code, name) in spoken {
        let of: Vec<_> = all.iter().filter(|input| input.language == code).collect();
        let organisations: BTreeSet<_> = of.iter().flat_map(|input| &input.names).collect();
        assert_eq!(line(&page, "By language", name), expected(&of, organisations.len()), "{name}");
    }
}

#[tokio::test]
async fn what_is_not_public_is_not_counted_and_an_address_of_nothing_lists_nothing() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let page = app.visitor().get(&format!("/rounds/{round}")).await.html();
    let session = page.links("").into_iter().find(|link| link.starts_with("/sessions/")).expect("the session");
    let total = async || app.visitor().get(&format!("{session}/statistics")).await.html().texts(".figures dd");
    let before = total().await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let queue = moderator.get("/moderation").await.html();
    let waiting = queue.links("").into_iter().find(|link| link.starts_with("/moderation/papers/")).expect("a paper waits");
    let version = moderator.get(&waiting).await.html().hidden("version");
    assert_eq!(total().await, before);
    moderator.submit(&waiting, &[("outcome", "accept"), ("version", &version), ("reason", "")]).await;
    let after = total().await;
    assert_eq!(after[0].parse::<usize>().expect("a number"), before[0].parse::<usize>().expect("a number") + 1);
    let nobody = uuid::Uuid::from_u128(1);
    for asked in ["organisation", "signatory"] {
        let answer = app.visitor().get(&format!("{session}/inputs?{asked}={nobody}")).await;
        assert!(answer.html().main_text().contains("No input is found"), "{asked}");
    }
    // What the session does not know asks for nothing, and a cursor that nobody was given leads nowhere.
    let whole = listed(&app, &format!("{session}/inputs")).await;
    for asked in ["round", "provision", "subgroup", "type", "language"] {
        assert_eq!(listed(&app, &format!("{session}/inputs?{asked}={nobody}")).await, whole, "{asked}");
    }
    for page in ["inputs", "contributors"] {
        let status = app.visitor().get(&format!("{session}/{page}?after=%00x")).await.status;
        assert_eq!(status, StatusCode::NOT_FOUND, "{page}");
    }
}
