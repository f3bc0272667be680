//! Redaction: words of an input are read by its authors and those in office alone, on every page and in every file; it is refused, taken
//! back and appealed against like any act of moderation.

use crate::anchors::{accept, zero_draft};
use crate::comments::paragraph;
use crate::ledger::mails;
use crate::papers::{open_round, version_of};
use crate::succession::decide;
use crate::support::{Answer, Persona, TestApp, paper_fields};
use axum::http::StatusCode;

pub const NAME: &str = "Qorvax Zimpel";

/// Fields of a redaction; the version as it was read.
pub fn fields<'a>(version: &'a str, passages: &'a str, act: &'a str) -> Vec<(&'a str, &'a str)> {
    let reason = "A private person.";
    vec![("version", version), ("passages", passages), ("code", "personal_data"), ("reason", reason), ("shown", passages), ("act", act)]
}

/// The page on which words of an input are redacted.
pub fn page_of(item: &str) -> String {
    format!("/moderation{item}/redact")
}

pub async fn redact(office: &mut Persona<'_>, item: &str, passages: &str, act: &str) -> Answer {
    let version = office.get(&page_of(item)).await.html().hidden("version");
    office.post(&page_of(item), &fields(&version, passages, act)).await
}

/// A paper of the NGO with the name in everything it says.
pub async fn paper(ngo: &mut Persona<'_>, round: &str) -> String {
    let said = [
        ("title", "Ask Qorvax Zimpel"),
        ("text", "We asked **QORVAX**\nZimpel, who said what the others say too: States should talk with each other more often."),
        ("recommendation_1", "Hear Qorvax Zimpel in person, with all the others who work on this."),
        ("about_1", "norm:N-C"),
        ("round", round),
        ("action", "check"),
    ];
    let (check, _) = ngo.submit("/papers/new", &paper_fields(&said)).await;
    let version = version_of(ngo, &check).await;
    ngo.submit(&check, &[("version", &version)]).await;
    check.trim_end_matches("/submit").to_owned()
}

/// A proposal of the business with the name in everything it says.
async fn proposal(app: &TestApp, path: &str) -> String {
    let mut business = app.signed_in("business").await;
    let round = business.get(&format!("{path}?new")).await.html().hidden("round");
    let said = [
        ("stance", "support_with_change"),
        ("operation", "modify"),
        ("proposed_text", "States listened to Qorvax Zimpel and to all the others who had come."),
        ("reason", "As Qorvax Zimpel wrote to us, it is the shorter way to say the same."),
        ("link", "https://example.org/people"),
        ("language", "en"),
        ("round", round.as_str()),
    ];
    business.submit(path, &said).await.0.trim_end_matches("/receipt").to_owned()
}

/// Both, public: the paper and the proposal.
pub async fn published(app: &TestApp) -> (String, String) {
    let round = open_round(app).await;
    let paper = paper(&mut app.signed_in("ngo").await, &round).await;
    decide(app, "secretariat", &paper, "accept").await;
    let path = paragraph(&mut app.visitor(), "1").await;
    let proposal = proposal(app, &path).await;
    accept(app, &proposal).await;
    (paper, proposal)
}

/// The session of a public paper.
async fn session_of(persona: &mut Persona<'_>, paper: &str) -> String {
    let links = persona.get(paper).await.html().links("");
    links.into_iter().find(|link| link.starts_with("/sessions/") && link.matches('/').count() == 2).expect("a session")
}

/// Everything a file holds, packed or not.
fn words(path: &str, answer: &Answer) -> String {
    use std::io::Read as _;
    if !answer.bytes.starts_with(b"PK") {
        return answer.text();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(answer.bytes.clone())).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(at).expect("a part").read_to_end(&mut part).expect("a whole part");
        all.push_str(&String::from_utf8_lossy(&part));
    }
    all
}

/// Follows every way from these addresses to its end, and answers where one of the words stands.
async fn places(persona: &mut Persona<'_>, from: Vec<String>, words_of: &[&str]) -> Vec<String> {
    let mut known = from;
    let (mut at, mut found) = (0, Vec::new());
    while at < known.len() {
        assert!(at < 4_000, "the walk ends by itself: {:?}", known.last());
        let path = known[at].clone();
        at += 1;
        let answer = persona.get(&path).await;
        let held = words(&path, &answer).to_lowercase();
        if words_of.iter().any(|word| held.contains(word)) {
            found.push(path.clone());
        }
        if !answer.bytes.starts_with(b"<!DOCTYPE html>") {
            continue;
        }
        let page = answer.html();
        for link in page.links("").into_iter().chain(page.attributes("link[rel=alternate]", "href")) {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            if is_way(&link) && !known.contains(&link) {
                known.push(link);
            }
        }
    }
    assert!(at > 100, "ways are followed: {at}");
    found
}

/// The other language says the same with other words around it; who signs out sees nothing more; the same list in another order, or a new
/// form for everything in it, holds no other words; nor does a part of a list that is read whole.
fn is_way(link: &str) -> bool {
    if link.contains("/inputs?") || link.contains("/contributors?") {
        return false;
    }
    let other = ["/ar", "/sign-", "/papers/new", "/organisations?", "/log", "/help"].iter().any(|begin| link.starts_with(begin));
    link.starts_with('/') && !other
}

/// Where what these inputs say could be read: by every way that begins on a page, and in the files nobody links to.
async fn leaks(persona: &mut Persona<'_>, items: &[&str]) -> Vec<String> {
    let mut from = vec!["/norms/N-C".to_owned(), "/papers".to_owned(), "/bodies/oewg".to_owned(), "/desk".to_owned()];
    from.extend(items.iter().map(|item| (*item).to_owned()));
    from.extend(items.iter().map(|item| format!("{item}/receipt")));
    let session = session_of(persona, items[0]).await;
    // The summary while it is written is read by those who write it.
    from.extend(["inputs", "summary/parts/overview"].map(|page| format!("{session}/{page}")));
    let draft = zero_draft(persona).await;
    from.extend(["docx", "xlsx", "csv", "json"].map(|file| format!("{draft}/compilation.{file}")));
    places(persona, from, &["qorvax", "zimpel"]).await
}

#[tokio::test]
async fn redacted_words_are_read_by_authors_and_offices_alone() {
    let app = TestApp::new().await;
    let (paper, proposal) = published(&app).await;
    let items = [paper.as_str(), proposal.as_str()];
    // It bears a theme, and a sentence of the summary rests on it.
    let mut office = app.signed_in("secretariat").await;
    let theme = crate::themes::theme_in(&mut office, "/moderation/queues/oewg/themes", "Contacts", "").await;
    let moderated = format!("/moderation{paper}");
    let page = office.get(&moderated).await.html();
    assert_eq!(crate::themes::post_tags(&mut office, &moderated, &page, &[&theme]).await.status, StatusCode::SEE_OTHER);
    let part = format!("{}/summary/parts/overview", session_of(&mut office, &paper).await);
    let cite = paper.replace("/papers/", "paper:");
    office.submit(&part, &[("text", "They asked somebody."), ("language", "en"), ("sources", ""), ("cite", &cite)]).await;
    // Before, it is found in many places: where nothing is found afterwards, it was looked for.
    let before = leaks(&mut app.visitor(), &items).await;
    for part in [
        paper.as_str(),
        proposal.as_str(),
        "/norms/",
        "/papers",
        "/organisations/",
        "compilation.docx",
        "compilation.xlsx",
        "compilation.csv",
        "compilation.json",
        "/provisions/",
        "/themes/",
        "/inputs",
    ] {
        assert!(before.iter().any(|path| path.contains(part)), "{part}: {before:?}");
    }
    let written = app.signed_in("moderator.cap").await.get(&part).await.text();
    assert!(written.contains("Qorvax"), "another moderator reads what the sentence rests on");
    let content = app.signed_in("ngo").await.get(&format!("{paper}/receipt")).await.html().link("content.json");
    let bytes = app.signed_in("ngo").await.get(&content).await.text();

    let tried = redact(&mut app.signed_in("secretariat").await, &paper, "Qorvax Zimpel", "try").await;
    let shown = tried.html();
    assert!(tried.status == StatusCode::OK && shown.text("#shown").contains("We asked ███ ███, who said"), "{}", shown.main_text());
    assert!(!shown.text("#shown").contains("Qorvax") && shown.has_button("Redact these words"));
    assert_eq!(leaks(&mut app.visitor(), &items).await, before, "nothing is done before it is asked for");
    assert_eq!(redact(&mut app.signed_in("secretariat").await, &paper, NAME, "redact").await.status, StatusCode::SEE_OTHER);
    assert_eq!(redact(&mut app.signed_in("moderator.rnp").await, &proposal, NAME, "redact").await.status, StatusCode::SEE_OTHER);

    for name in ["", "academia", "moderator.cap"] {
        let mut persona = if name.is_empty() { app.visitor() } else { app.signed_in(name).await };
        assert_eq!(leaks(&mut persona, &items).await, Vec::<String>::new(), "{name}");
    }
    let page = app.visitor().get(&paper).await.html();
    let said = page.main_text();
    assert!(page.text("h1").contains("Ask ███") && said.contains("Hear ███ in person"), "{said}");
    assert!(said.contains("Where ███ stands") && said.contains("Personal data. The secretariat, "), "{said}");
    assert!(!said.contains("A private person."), "what the authors were told is theirs: {said}");
    // Its authors and those in office read it, and which words others do not.
    for (name, item, reads) in [
        ("ngo", &paper, true),
        ("secretariat", &paper, true),
        ("chair", &paper, true),
        ("business", &proposal, true),
        ("moderator.rnp", &proposal, true),
        ("business", &paper, false),
        ("ngo", &proposal, false),
    ] {
        let said = app.signed_in(name).await.get(item).await.html().main_text();
        assert_eq!(said.contains("Qorvax"), reads, "{name} {item}: {said}");
        assert_eq!(said.contains("Everybody else reads ███"), reads, "{name} {item}: {said}");
    }
    // Nor does what is made for those in office hold it: it is passed on.
    let session = session_of(&mut app.visitor(), &paper).await;
    let draft = zero_draft(&mut app.visitor()).await;
    for (name, paths) in [
        ("chair", ["", ".json", ".csv", ".docx"].map(|file| format!("{session}/summary{file}"))),
        ("moderator.rnp", ["json", "csv", "docx", "xlsx"].map(|file| format!("{draft}/compilation.{file}?full=1"))),
    ] {
        for path in paths {
            let answer = app.signed_in(name).await.get(&path).await;
            let held = words(&path, &answer);
            assert!(answer.status == StatusCode::OK && held.contains("███") && !held.to_lowercase().contains("qorvax"), "{path}");
        }
    }
    // What was submitted has not changed: the bytes of the receipt are the same, and they are given to nobody else.
    assert_eq!(app.signed_in("ngo").await.get(&content).await.text(), bytes);
    assert_eq!(app.visitor().get(&content).await.status, StatusCode::NOT_FOUND);
    // Nor is its hash: whoever knows the rest could try out words.
    let file = content.replace("content.json", "receipt.json");
    assert_eq!(app.visitor().get(&file).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.signed_in("ngo").await.get(&file).await.status, StatusCode::OK);
    let mail = mails(&app, "Words were redacted: Ask Qorvax Zimpel").await;
    let of_others = |recipient: &str| ["business", "academia", "chair"].iter().any(|name| recipient.starts_with(name));
    assert!(mail.iter().any(|mail| mail.recipient == "ngo@demo.example") && !mail.iter().any(|mail| of_others(&mail.recipient)));
    assert!(mail[0].body.contains("Personal data") && mail[0].body.contains("A private person.") && mail[0].body.contains("appeal"));
}

#[tokio::test]
async fn what_cannot_be_redacted_is_said_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let (paper, proposal) = published(&app).await;
    let mut office = app.signed_in("secretariat").await;
    for (passages, said) in [
        ("Qorvax Zimpel\nNobody Else", "Passage 2 does not stand in this input"),
        ("Qorva", "Passage 1 does not stand in this input"),
        (
            "who said what the others say too: States should talk with each other more often.\nHear Qorvax Zimpel in person, with all the others who work on this.",
            "More than half",
        ),
        ("—", "A line has no letter or digit, or holds"),
        ("", "This is missing"),
    ] {
        for act in ["try", "redact"] {
            let answer = redact(&mut office, &paper, passages, act).await;
            let page = answer.html();
            assert!(
                answer.status == StatusCode::UNPROCESSABLE_ENTITY && page.main_text().contains(said),
                "{passages}: {}",
                page.main_text()
            );
            assert_eq!(page.value("Words to redact"), passages, "what was typed is there");
        }
    }
    let version = office.get(&page_of(&paper)).await.html().hidden("version");
    let mut other = fields(&version, NAME, "redact");
    for code in ["", "unclear", "off_topic"] {
        other[2].1 = code;
        assert_eq!(office.post(&page_of(&paper), &other).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{code} is no reason for it");
    }
    let stale = office.post(&page_of(&paper), &fields("1", NAME, "redact")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(stale.html().hidden("version"), version, "it is read again");
    assert_eq!(stale.html().value("Words to redact"), NAME);
    // Nobody else redacts anything, its authors least of all.
    for name in ["ngo", "business", "chair", "moderator.cap"] {
        let mut persona = app.signed_in(name).await;
        for item in [&paper, &proposal] {
            assert!(persona.get(&page_of(item)).await.status != StatusCode::OK, "{name}");
            let refused = persona.post(&page_of(item), &fields(&version, NAME, "redact")).await.status;
            assert!(refused == StatusCode::NOT_FOUND || refused == StatusCode::FORBIDDEN, "{name}: {refused}");
        }
    }
    // What was not shown before is shown first.
    let mut unseen = fields(&version, NAME, "redact");
    unseen[4].1 = "Qorvax";
    let answer = office.post(&page_of(&paper), &unseen).await;
    assert!(answer.status == StatusCode::OK && answer.html().text("#shown").contains("███"));
    assert!(app.visitor().get(&paper).await.html().main_text().contains("Qorvax"), "nothing was done");
}

#[tokio::test]
async fn a_redaction_is_taken_back_and_stands_in_no_way() {
    let app = TestApp::new().await;
    let (paper, _) = published(&app).await;
    let mut office = app.signed_in("secretariat").await;
    let accepted = office.get(&format!("/moderation{paper}")).await.html().link("Take this decision back");
    redact(&mut office, &paper, NAME, "redact").await;
    redact(&mut office, &paper, "the others say too", "redact").await;
    let shown = app.visitor().get(&paper).await.html().main_text();
    assert!(shown.contains("who said what ███: States"), "{shown}");
    let acts = office.get(&format!("/moderation{paper}")).await.html().links("Read this decision");
    // The older of the two goes; the other stands.
    let (to, page) = office.submit(&format!("{}/undo", acts[1]), &[("reason", "It is their public name.")]).await;
    assert!(to.contains(&paper), "{to} {}", page.html().main_text());
    assert!(!page.html().main_text().contains("It waits for a decision again"), "it is public: {}", page.html().main_text());
    let shown = app.visitor().get(&paper).await.html().main_text();
    assert!(shown.contains("QORVAX Zimpel") && shown.contains("who said what ███: States"), "{shown}");
    assert_eq!(office.post(&format!("{}/undo", acts[1]), &[("reason", "R.")]).await.status, StatusCode::FORBIDDEN, "once");
    let told = mails(&app, "Words are shown again: ").await;
    assert!(told.iter().any(|mail| mail.recipient == "ngo@demo.example" && mail.body.contains("It is their public name.")));
    // The acceptance is taken back as if there had been no redaction, which still stands when it is accepted again.
    assert_eq!(office.post(&format!("{accepted}/undo"), &[("reason", "R.")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.visitor().get(&paper).await.status, StatusCode::NOT_FOUND);
    decide(&app, "secretariat", &paper, "accept").await;
    let shown = app.visitor().get(&paper).await.html().main_text();
    assert!(shown.contains("who said what ███: States") && shown.contains("Qorvax"), "{shown}");
    // The public ledger says each of it.
    let session =
        app.visitor().get(&paper).await.html().links("").into_iter().find(|link| link.starts_with("/sessions/")).expect("a session");
    let ledger = app.visitor().get(&format!("{session}/moderation")).await.html().main_text();
    assert!(ledger.contains("Words redacted · taken back since Personal data"), "{ledger}");
}

/// A public paper of which the name is redacted, and the page of that act.
pub async fn redacted(app: &TestApp) -> (String, String) {
    let (paper, _) = published(app).await;
    redact(&mut app.signed_in("secretariat").await, &paper, NAME, "redact").await;
    let act = app.signed_in("ngo").await.get(&paper).await.html().link("Appeal against this decision");
    (paper, act)
}

#[tokio::test]
async fn authors_appeal_and_others_answer() {
    for (answer, shown) in [("grant", true), ("dismiss", false)] {
        let app = TestApp::new().await;
        let (paper, act) = redacted(&app).await;
        let (mut office, mut ngo) = (app.signed_in("secretariat").await, app.signed_in("ngo").await);
        let page = ngo.get(&act).await.html().main_text();
        assert!(page.contains("looks at these words and answers") && page.contains("Qorvax Zimpel"), "{page}");
        let (appeal, _) = ngo.submit(&format!("{act}/appeal"), &[("reason", "It is their public name.")]).await;
        assert_eq!(
            mails(&app, "An appeal waits: Ask Qorvax Zimpel").await.first().map(|mail| mail.body.contains("of which words were redacted")),
            Some(true)
        );
        let mut chair = app.signed_in("chair").await;
        assert!(chair.get("/moderation").await.html().links("").contains(&appeal));
        let page = chair.get(&appeal).await.html().main_text();
        assert!(page.contains("Hear Qorvax Zimpel in person") && page.contains("the words are shown again"), "{page}");
        let said = [("answer", answer), ("reason", "We looked at it.")];
        assert_eq!(office.post(&appeal, &said).await.status, StatusCode::FORBIDDEN, "who redacted does not answer");
        assert_eq!(chair.post(&appeal, &said).await.status, StatusCode::SEE_OTHER);
        let public = app.visitor().get(&paper).await;
        assert_eq!((public.status, public.html().main_text().contains("Hear Qorvax")), (StatusCode::OK, shown), "{answer}");
        assert_eq!(chair.post(&appeal, &said).await.status, StatusCode::FORBIDDEN, "it was answered");
        assert!(!chair.get("/moderation").await.html().links("").contains(&appeal), "it waits no more");
        // The answer is the last word.
        let again = redact(&mut office, &paper, NAME, "redact").await;
        let said = again.html().main_text();
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(said.contains(if shown { "shown again after an appeal" } else { "is redacted already" }), "{said}");
        // It stays what it was: accepted, and its acceptance can still be taken back.
        let way = office.get(&format!("/moderation{paper}")).await.html().links("Take this decision back");
        assert!(!way.is_empty(), "{answer}");
    }
}
