//! The chair prepares a text out of sight, issues it, and issues the next version after confirming where its paragraphs come from.

use crate::planning::{Fields, with};
use crate::support::{Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

pub const NEW: &str = "/bodies/oewg/texts/new";

const FIRST: &str = "A. Ground\n\n1. States welcomed the contributions of operators.\n\n2. States offered these parts of a plan:\n\n(a) A contact that answers at any hour;\n\n(b) A day by which the operator answers;\n\n3. [States asked for an instrument that binds.]\n\n3 bis. [States wished to see what is agreed in use first.]\n\n4. States will go on at the next session.[^1]\n\n[^1]: Held in Geneva.";

pub const SECOND: &str = "A. Ground\n\n1. States welcomed the contributions of operators and researchers.\n\n1 bis. States took note of the questions of the Chair.\n\n2. States offered these parts of a plan:\n\n(a) A contact that answers at any hour;\n\n3. [States asked for an instrument that binds.] [States wished to see what is agreed in use first.]\n\n4. States will go on at the next session.[^1]\n\n[^1]: Held in Geneva.";

/// The fields of a first version.
pub async fn text<'a>(chair: &mut Persona<'_>, subgroup: &'a mut String) -> Fields<'a> {
    *subgroup = chair.get(NEW).await.html().option("Subgroup", "Rules, norms and principles");
    vec![
        ("title", "Security of shared services"),
        ("title_ar", "أمن الخدمات المشتركة"),
        ("subgroup", subgroup.as_str()),
        ("label", "Zero draft"),
        ("label_ar", ""),
        ("language", "en"),
        ("source", FIRST),
        ("version", ""),
    ]
}

/// A text of which the first version is issued; answers its address.
pub async fn issued(app: &TestApp, chair: &mut Persona<'_>) -> String {
    let mut subgroup = String::new();
    let fields = text(chair, &mut subgroup).await;
    let (preparation, _) = chair.submit(NEW, &fields).await;
    let preparation = preparation.trim_end_matches("#preview");
    app.advance(Span::MINUTE);
    issue(chair, preparation).await
}

pub async fn issue(chair: &mut Persona<'_>, preparation: &str) -> String {
    let path = format!("{preparation}/issue");
    let version = chair.get(&path).await.html().hidden("version");
    chair.submit(&path, &[("version", version.as_str()), ("act", "now")]).await.0
}

/// The next version of the demonstration's text, begun.
pub async fn next_version(chair: &mut Persona<'_>) -> String {
    let texts = chair.get("/bodies/oewg/texts").await.html();
    let next = texts.attribute("form[action$='/next']", "action").expect("a text that goes on");
    chair.submit(&next, &[]).await.0.trim_end_matches("#preview").to_owned()
}

/// The second version of a text with these words; answers its preparation.
pub async fn second(chair: &mut Persona<'_>, draft: &str, source: &str) -> String {
    let (preparation, page) = chair.submit(&format!("{draft}/next"), &[]).await;
    let preparation = preparation.trim_end_matches("#preview").to_owned();
    let version = page.html().hidden("version");
    let words = [("label", "Rev.1"), ("language", "en"), ("source", source), ("version", version.as_str()), ("act", "go-on")];
    let (origins, _) = chair.submit(&preparation, &words).await;
    assert_eq!(origins, format!("{preparation}/origins"));
    preparation
}

pub async fn confirm(chair: &mut Persona<'_>, preparation: &str, changed: &[(&str, &str)]) -> crate::support::Answer {
    let path = format!("{preparation}/origins");
    let page = chair.get(&path).await.html();
    let names = page.attributes("input[name^='from-']", "name");
    let mut fields: Vec<(String, String)> =
        names.iter().map(|name| (name.clone(), page.attribute(&format!("input[name='{name}']"), "value").unwrap_or_default())).collect();
    fields.push(("words".to_owned(), page.hidden("words")));
    fields.push(("confirmed".to_owned(), page.hidden("confirmed")));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    chair.post(&path, &with(&fields, changed)).await
}

#[tokio::test]
async fn a_text_is_prepared_out_of_sight_and_issued_as_it_was_previewed() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    assert!(chair.get("/bodies/oewg").await.html().link("Prepare and issue").ends_with("/bodies/oewg/texts"));
    let mut subgroup = String::new();
    let fields = text(&mut chair, &mut subgroup).await;
    // A flaw is shown with its line, and stands in the way of issuing.
    let flawed = with(&fields, &[("source", "1. One\n\nNo number.\n\n1. Again, as paragraph 7 says")]);
    let (preparation, page) = chair.submit(NEW, &flawed).await;
    let said = page.html().main_text();
    assert!(said.contains("Line 3, “No number.”: This block has no number"), "{said}");
    assert!(said.contains("Line 5, “1”: This number stands there twice"), "{said}");
    assert!(said.contains("Line 5, “paragraph 7”: Nothing in this text has this number"), "{said}");
    let preparation = preparation.trim_end_matches("#preview");
    let issue_page = chair.get(&format!("{preparation}/issue")).await.html();
    assert!(issue_page.main_text().contains("2 things have to be put right first"));
    assert!(!issue_page.has_button("Issue this version"));
    let refused = chair.post(&format!("{preparation}/issue"), &[("version", "1"), ("act", "now")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().main_text().contains("something with which it cannot be issued"));
    // Nobody else sees it, in no list.
    for who in ["secretariat", "moderator.rnp", "business"] {
        let mut other = app.signed_in(who).await;
        assert_eq!(other.get(preparation).await.status, StatusCode::NOT_FOUND, "{who}");
        assert_eq!(
            other.post(&format!("{preparation}/issue"), &[("version", "1"), ("act", "now")]).await.status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
        assert_eq!(other.get("/bodies/oewg/texts").await.status, StatusCode::FORBIDDEN, "{who}");
        assert!(!other.get("/bodies/oewg").await.text().contains("Security of shared services"));
    }
    assert!(!app.visitor().get("/subgroups/sg-rnp").await.text().contains("Security of shared services"));

    let version = chair.get(preparation).await.html().hidden("version");
    let mended = with(&fields, &[("version", version.as_str())]);
    let (_, page) = chair.submit(preparation, &mended).await;
    assert!(page.html().main_text().contains("7 numbered paragraphs, as they are read"), "{}", page.html().main_text());
    // Another window with the old version meets a conflict, and both texts are there.
    let stale = with(&fields, &[("version", version.as_str()), ("source", "1. Mine")]);
    let answer = chair.post(preparation, &stale).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains("1. Mine") && answer.html().main_text().contains("Held in Geneva"));

    app.advance(Span::HOUR);
    let draft = issue(&mut chair, preparation).await;
    let public = app.visitor().get(&draft).await.html();
    let said = public.main_text();
    for words in ["Security of shared services", "Zero draft", "[States asked for an instrument that binds.]", "Held in Geneva."] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(public.links("1").contains(&"#note-1".to_owned()), "the footnote is linked");
    assert!(app.visitor().get("/bodies/oewg").await.text().contains("Security of shared services"));
    assert_eq!(chair.get(preparation).await.status, StatusCode::NOT_FOUND, "it is issued, and cannot be issued again");
}

#[tokio::test]
async fn a_text_that_is_pasted_as_akoma_ntoso_becomes_one_or_is_refused_with_its_line() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let mut subgroup = String::new();
    let fields = text(&mut chair, &mut subgroup).await;
    let xml = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<doc><meta/><mainBody>\n<paragraph><num>1</num><content><p>States &lt;agreed&gt;.</p></content></paragraph>\n<paragraph><num>2.</num><content><p>They <del>went</del> went on.</p><table/></content></paragraph>\n</mainBody></doc></akomaNtoso>";
    // What is broken is said with its line, and nothing typed is lost.
    for (broken, said) in [
        (xml.replacen("</p>", "</q>", 1), "The XML is broken at line 3."),
        (format!("<!DOCTYPE x []>\n{xml}"), "line 1), which is not read"),
        (xml.replace("akn/3.0", "akn/2.0"), "This is XML, but not Akoma Ntoso 3.0."),
    ] {
        let answer = chair.post(NEW, &with(&fields, &[("source", broken.as_str())])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        let page = answer.html();
        assert!(page.main_text().contains(said), "{said}: {}", page.main_text());
        assert!(page.main_text().contains("It becomes one when it is saved"), "{said}");
        assert_eq!(page.value("Text"), broken, "{said}");
    }
    let (preparation, page) = chair.submit(NEW, &with(&fields, &[("source", xml)])).await;
    let said = page.html().main_text();
    for words in [
        "Read as Akoma Ntoso",
        "The metadata",
        "1 table",
        "1 passage marked as deleted",
        "1 number written in the form",
        "2 numbered paragraphs",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let preparation = preparation.trim_end_matches("#preview");
    let form = chair.get(preparation).await.html();
    assert!(form.value("Text").ends_with("---\n\n1. States <agreed>.\n\n2. They went on.\n"), "{}", form.value("Text"));
    // Another one in its place; the same click again changes nothing.
    let version = form.hidden("version");
    let again = xml.replace("went on", "went home");
    let other = with(&fields, &[("version", version.as_str()), ("source", again.as_str())]);
    chair.submit(preparation, &other).await;
    chair.submit(preparation, &other).await;
    assert!(chair.get(&format!("{preparation}/issue")).await.html().main_text().contains("Read as Akoma Ntoso"));
    let draft = issue(&mut chair, preparation).await;
    let public = app.visitor().get(&draft).await.html().main_text();
    assert!(public.contains("They went home.") && !public.contains("read-from"), "{public}");
    // The version after it begins with the text alone.
    let (next, _) = chair.submit(&format!("{draft}/next"), &[]).await;
    let next = chair.get(next.trim_end_matches("#preview")).await.html();
    assert_eq!(next.value("Text"), "1. States <agreed>.\n\n2. They went home.\n");
    assert!(!next.main_text().contains("Read as Akoma Ntoso"));
}

#[tokio::test]
async fn the_next_version_follows_what_the_chair_confirmed() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let zero = issued(&app, &mut chair).await;
    let preparation = second(&mut chair, &zero, SECOND).await;
    let issue_page = chair.get(&format!("{preparation}/issue")).await.html();
    assert!(issue_page.main_text().contains("not confirmed yet where its paragraphs come from"));
    let version = chair.get(&preparation).await.html().hidden("version");
    assert_eq!(
        chair.post(&format!("{preparation}/issue"), &[("version", version.as_str()), ("act", "now")]).await.status,
        StatusCode::FORBIDDEN
    );

    let page = chair.get(&format!("{preparation}/origins")).await.html();
    let said = page.main_text();
    assert!(said.contains("This is a proposal made from the words"), "{said}");
    assert!(said.contains("merged from 3, 3 bis") && said.contains("Not carried over"), "{said}");
    assert_eq!(page.attribute("input[name='from-6']", "value").as_deref(), Some("3, 3 bis"));
    let wrong = confirm(&mut chair, &preparation, &[("from-3", "12")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html().main_text().contains("has no paragraph of this number"));
    // What was filled in for other words is not confirmed for these.
    let stale = confirm(&mut chair, &preparation, &[("words", "0000000000000000")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.html().main_text().contains("The words of the text were changed since"));
    // What another confirmed meanwhile is not replaced without being seen; what was typed stands beside it.
    confirm(&mut chair, &preparation, &[("from-1", "2")]).await;
    let second = confirm(&mut chair, &preparation, &[("confirmed", "0000000000000000"), ("from-1", "1, 2")]).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let (said, typed) = (second.html().main_text(), second.html().attribute("input[name='from-1']", "value"));
    assert!(said.contains("Confirmed by somebody else: 2") && typed.as_deref() == Some("1, 2"), "{typed:?} {said}");
    let done = confirm(&mut chair, &preparation, &[("from-1", "A")]).await;
    assert_eq!(done.location(), format!("{preparation}/issue"));
    // Other words end what was confirmed of the ones before.
    let stored = chair.get(&preparation).await.html().hidden("version");
    let words = [("label", "Rev.1"), ("language", "en"), ("source", "1. Other words."), ("version", stored.as_str())];
    chair.submit(&preparation, &words).await;
    assert!(chair.get(&format!("{preparation}/issue")).await.html().main_text().contains("not confirmed yet"));
    let stored = chair.get(&preparation).await.html().hidden("version");
    let words = [("label", "Rev.1"), ("language", "en"), ("source", SECOND), ("version", stored.as_str())];
    chair.submit(&preparation, &words).await;
    confirm(&mut chair, &preparation, &[]).await;

    app.advance(Span::DAY);
    let first = issue(&mut chair, &preparation).await;
    let mut visitor = app.visitor();
    let before = visitor.get(&zero).await.html();
    assert!(before.main_text().contains("A newer version is issued"), "{}", before.main_text());
    let compare = before.link("Compare Rev.1 with Zero draft");
    let compared = visitor.get(&compare).await.html();
    let said = compared.main_text();
    for words in ["1: changed", "1 bis: new", "2 (b): deleted", "3: merged from 3, 3 bis", "4 paragraphs are different"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(compared.texts("ins").iter().any(|words| words.contains("and researchers")), "{:?}", compared.texts("ins"));
    assert!(compared.texts("del").iter().any(|words| words.contains("A day by which")), "{:?}", compared.texts("del"));
    let (_, other) = compare.split_once("/compare/").expect("two versions");
    let side = visitor.get(&format!("/drafts/{other}/compare/{}?view=side", zero.trim_start_matches("/drafts/"))).await.html();
    assert_eq!(side.texts("thead th"), ["Paragraph", "Zero draft", "Rev.1"], "the earlier one first, in whichever order they are named");

    // A paragraph knows what it was, and what became of it.
    let paragraph = visitor.get(&first).await.html().link("on paragraph 3");
    let history = visitor.get(&paragraph).await.html();
    let said = history.text("#history");
    assert!(said.contains("States asked for an instrument") && said.contains("3 bis"), "{said}");
}

#[tokio::test]
async fn one_version_is_prepared_at_a_time_and_can_be_dropped() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let zero = issued(&app, &mut chair).await;
    let (one, _) = chair.submit(&format!("{zero}/next"), &[]).await;
    let (again, _) = chair.submit(&format!("{zero}/next"), &[]).await;
    assert_eq!(one, again);
    let preparation = one.trim_end_matches("#preview");
    let form = chair.get(preparation).await.html();
    assert_eq!(form.value("Name of this version"), "Rev.1");
    assert!(form.text("textarea").contains("3 bis. [States wished"), "it goes on from the words of the version before");
    let stale = chair.post(&format!("{preparation}/drop"), &[("version", "7")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "somebody went on writing");
    let (texts, page) = chair.submit(&format!("{preparation}/drop"), &[("version", "1")]).await;
    assert_eq!(texts, "/bodies/oewg/texts");
    assert!(page.html().main_text().contains("Security of shared services"), "what is issued stays");
    assert_eq!(chair.get(preparation).await.status, StatusCode::NOT_FOUND);
    // A text of which nothing was issued goes with what was prepared of it.
    let mut subgroup = String::new();
    let fields = text(&mut chair, &mut subgroup).await;
    let (never, _) = chair.submit(NEW, &with(&fields, &[("title", "Never issued")])).await;
    let (_, page) = chair.submit(&format!("{}/drop", never.trim_end_matches("#preview")), &[("version", "1")]).await;
    assert!(!page.html().main_text().contains("Never issued"));
}
