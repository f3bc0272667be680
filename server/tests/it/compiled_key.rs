//! A session of its own with comments in six languages: the compilation by paragraph and the statistics equal a key made by hand.

use crate::anchors::{accept, numbered};
use crate::drafting::issued;
use crate::grants::organisation_of;
use crate::planning::{ROUND, make_session, with};
use crate::support::TestApp;
use serde_json::Value;

/// What is sent, in the order of sending: who, on which paragraph, in which language, with which stance and operation, the words that are
/// proposed, the reason, and whether the moderator accepts it.
type Sent = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str, bool);

const SENT: [Sent; 8] = [
    ("academia", "4", "ar", "neutral", "comment_only", "", "النص واضح.", true),
    ("business", "1", "en", "support", "keep", "", "It says what was agreed.", true),
    ("ngo", "2 (a)", "es", "support_with_change", "modify", "Un contacto que responde en una hora;", "Una hora basta.", true),
    ("ngo", "1", "fr", "oppose", "delete", "", "Cela ne dit rien.", true),
    ("business", "3 bis", "zh", "oppose", "delete", "", "应当先行使用。", true),
    ("academia", "1", "ru", "support", "comment_only", "", "Следует сохранить.", true),
    ("ngo", "4", "en", "oppose", "delete", "", "This one is declined by nobody and accepted by nobody.", false),
    ("business", "2 (a)", "en", "support", "comment_only", "", "A contact helps.", true),
];

/// The key: in the order of the text, and within a paragraph in the order of arrival.
const KEY: [(&str, &str, &str, &str, &str, &str); 7] = [
    ("1", "business", "en", "support", "keep", "It says what was agreed."),
    ("1", "ngo", "fr", "oppose", "delete", "Cela ne dit rien."),
    ("1", "academia", "ru", "support", "comment_only", "Следует сохранить."),
    ("2 (a)", "ngo", "es", "support_with_change", "modify", "Una hora basta."),
    ("2 (a)", "business", "en", "support", "comment_only", "A contact helps."),
    ("3 bis", "business", "zh", "oppose", "delete", "应当先行使用。"),
    ("4", "academia", "ar", "neutral", "comment_only", "النص واضح."),
];

/// Lines of the statistics by paragraph: comments, the four stances (support, with change, oppose, neutral), proposals, late.
const BY_PARAGRAPH: [(&str, [&str; 7]); 4] = [
    ("Paragraph 1", ["3", "2", "0", "1", "0", "2", "0"]),
    ("Paragraph 2 (a)", ["2", "1", "1", "0", "0", "1", "0"]),
    ("Paragraph 3 bis", ["1", "0", "0", "1", "0", "1", "0"]),
    ("Paragraph 4", ["1", "0", "0", "0", "1", "0", "0"]),
];

#[tokio::test]
async fn a_session_in_six_languages_equals_the_key() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let draft = issued(&app, &mut chair).await;
    let session = make_session(&mut chair).await;
    let version = draft.trim_start_matches("/drafts/");
    let changed = [("kind", "comments"), ("draft_version", version), ("subgroup", "")];
    let (round, _) = chair.submit(&format!("{session}/rounds/new"), &with(&ROUND, &changed)).await;
    let round = round.trim_start_matches("/rounds/");
    for (who, paragraph, language, stance, operation, proposed, reason, accepted) in SENT {
        let path = numbered(&mut app.visitor(), &draft, paragraph).await;
        app.advance(model::domain::time::Span::SECOND);
        let fields = [
            ("stance", stance),
            ("operation", operation),
            ("proposed_text", proposed),
            ("reason", reason),
            ("language", language),
            ("round", round),
        ];
        let (receipt, _) = app.signed_in(who).await.submit(&path, &fields).await;
        if accepted {
            accept(&app, receipt.trim_end_matches("/receipt")).await;
        }
    }
    let file = app.visitor().get(&format!("{draft}/compilation.json")).await.bytes;
    let file: Value = serde_json::from_slice(&file).expect("JSON");
    let mut compiled = Vec::new();
    for provision in file["provisions"].as_array().expect("provisions") {
        for comment in provision["comments"].as_array().expect("comments") {
            let text = |value: &Value| value.as_str().expect("a text").to_owned();
            compiled.push([
                text(&provision["number"]),
                text(&comment["organisation"]["name"]).split_whitespace().next().expect("a word").to_owned(),
                text(&comment["language"]),
                text(&comment["stance"]),
                text(&comment["operation"]),
                text(&comment["reason"]),
            ]);
        }
    }
    let mut key = Vec::new();
    // Organisations by the first word of their names.
    for (paragraph, who, language, stance, operation, reason) in KEY {
        let organisation = organisation_of(&app, who).await;
        key.push([paragraph.to_owned(), organisation, language.into(), stance.into(), operation.into(), reason.into()]);
    }
    assert_eq!(compiled, key);

    let page = app.visitor().get(&format!("{session}/statistics")).await.html();
    let rows = "figure.chart details tbody tr";
    let names: Vec<_> = page.texts(&format!("{rows} th")).iter().map(|name| name.replace(['\u{2068}', '\u{2069}'], "")).collect();
    for (at, (name, cells)) in BY_PARAGRAPH.iter().enumerate() {
        assert_eq!(names[at], *name);
        assert_eq!(page.texts(&format!("{rows}:nth-child({}) td.number", at + 1))[..7], *cells, "{name}");
    }
    let figures = page.texts(".figures dd");
    assert_eq!(figures, ["0", "0", "7", "4", "0", "3"], "papers, with several names, comments, proposals, late, organisations");
    assert_eq!(page.texts("[aria-label='By language'] tbody th"), ["Arabic", "Chinese", "English", "French", "Russian", "Spanish"]);
    let words = page.main_text().replace(['\u{2068}', '\u{2069}'], "");
    assert!(words.contains("No comments on paragraphs: 2, 2 (b), 3"), "{words}");
}
