//! Writing the summary: sentences with sources, numbers, gaps, parts that are handed in, two who write at the same time.

use crate::papers::open_round;
use crate::support::{Html, Persona, TestApp};
use axum::http::StatusCode;

async fn session_of(app: &TestApp) -> String {
    let round = open_round(app).await;
    let page = app.visitor().get(&format!("/rounds/{round}")).await.html();
    page.links("").into_iter().find(|link| link.starts_with("/sessions/")).expect("the session")
}

/// The part of the subgroup of `moderator.rnp`.
async fn own_part(moderator: &mut Persona<'_>, session: &str) -> String {
    let outline = moderator.get(&format!("{session}/summary/write")).await.html();
    outline.link("Views: Rules, norms and principles")
}

/// What is ticked in the list of what is not cited yet.
fn uncited(page: &Html) -> Vec<String> {
    page.attributes("input[name=cite]", "value")
}

const WORDS: [(&str, &str); 4] = [("text", "{n} proposed a list of contacts."), ("language", "en"), ("sources", ""), ("opens", "yes")];

async fn add(writer: &mut Persona<'_>, part: &str, fields: &[(&str, &str)]) -> String {
    let (address, _) = writer.submit(part, fields).await;
    format!("/summary/sentences/{}", address.split_once("#s-").expect("the sentence").1)
}

#[tokio::test]
async fn a_sentence_counts_who_stands_behind_its_sources() {
    let app = TestApp::new().await;
    let session = session_of(&app).await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let part = own_part(&mut moderator, &session).await;
    let page = moderator.get(&part).await.html();
    let (first, before) = (uncited(&page), page.text("#add .meta"));
    assert!(first.len() > 3, "{}", page.main_text());
    let one = add(&mut moderator, &part, &[&WORDS[..], &[("cite", &first[0])]].concat()).await;
    let shown = moderator.get(&one).await.html();
    assert!(shown.main_text().contains("One organisation proposed a list of contacts."), "{}", shown.main_text());
    // What is cited is not offered again, and the outline counts it.
    let page = moderator.get(&part).await.html();
    assert!(!uncited(&page).contains(&first[0]) && page.text("#add .meta") != before);
    let outline = moderator.get(&format!("{session}/summary/write")).await.html();
    assert!(outline.main_text().contains("Every sentence has its sources."), "{}", outline.main_text());
    assert!(outline.text(".progress label").starts_with("1 of "), "{}", outline.text(".progress label"));
    // Another source, by its receipt number beside the one it has.
    let receipt = shown.value("Sources");
    assert!(receipt.starts_with("STK-"), "{receipt}");
    let version = shown.hidden("version");
    let fields = [&WORDS[..2], &[("sources", receipt.as_str()), ("cite", &first[1]), ("version", &version)]].concat();
    moderator.submit(&one, &fields).await;
    let shown = moderator.get(&one).await.html();
    assert_eq!(shown.texts("details li").len(), 2, "{}", shown.main_text());
    assert!(shown.main_text().contains("Version 2") && shown.main_text().contains("1 source"), "{}", shown.main_text());
}

#[tokio::test]
async fn without_a_source_it_is_saved_and_has_a_gap() {
    let app = TestApp::new().await;
    let session = session_of(&app).await;
    let mut chair = app.signed_in("chair").await;
    let part = format!("{session}/summary/parts/overview");
    let bare = [("text", "They agreed."), ("language", "en"), ("sources", "")];
    let sentence = add(&mut chair, &part, &bare).await;
    assert!(chair.get(&part).await.html().main_text().contains("No source"));
    let outline = chair.get(&format!("{session}/summary/write")).await.html().main_text();
    assert!(outline.contains("1 sentence cannot be published as it is."), "{outline}");
    // The chair's own words need none.
    let version = chair.get(&sentence).await.html().hidden("version");
    chair.submit(&sentence, &[&bare[..], &[("own", "yes"), ("version", &version)]].concat()).await;
    let page = chair.get(&part).await.html();
    assert!(page.main_text().contains("Chair’s own words") && !page.main_text().contains("No source"), "{}", page.main_text());
    // What does not name a published input is refused, and nothing typed is lost.
    for (sources, cite) in [("STK-NOTHING-1", ""), ("", "paper:0192f0c8-0000-7000-8000-000000000001"), ("", "nonsense")] {
        let refused = chair.post(&part, &[("text", "Kept."), ("language", "en"), ("sources", sources), ("cite", cite)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{sources}{cite}");
        assert_eq!(refused.html().value("Sentence"), "Kept.");
    }
    // Taken out and put back.
    for (act, says) in [("end", "Taken out"), ("restore", "Change")] {
        let version = chair.get(&sentence).await.html().hidden("version");
        chair.submit(&sentence, &[("act", act), ("version", &version)]).await;
        assert!(chair.get(&sentence).await.html().main_text().contains(says), "{act}");
        assert_eq!(chair.get(&part).await.html().main_text().contains("They agreed."), act == "restore");
    }
}

#[tokio::test]
async fn two_who_write_at_the_same_time_lose_nothing() {
    let app = TestApp::new().await;
    let session = session_of(&app).await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let part = own_part(&mut moderator, &session).await;
    let cite = uncited(&moderator.get(&part).await.html()).remove(0);
    let fields = [&WORDS[..], &[("cite", cite.as_str())]].concat();
    let sentence = add(&mut moderator, &part, &fields).await;
    let page = moderator.get(&sentence).await.html();
    let (version, sources) = (page.hidden("version"), page.value("Sources"));
    let words = |text| [("text", text), ("language", "en"), ("sources", sources.as_str()), ("version", version.as_str())];
    // The chair changes it meanwhile.
    let mut chair = app.signed_in("chair").await;
    chair.submit(&sentence, &words("The chair’s version of {n}.")).await;
    let stale = moderator.post(&sentence, &words("The moderator’s version of {n}.")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let page = stale.html();
    assert!(page.main_text().contains("Somebody else has changed this sentence"), "{}", page.main_text());
    assert_eq!(page.value("Sentence"), "The moderator’s version of {n}.");
    assert!(page.main_text().contains("The chair’s version of"), "what stands now is shown");
    // Saved again it is a choice.
    let again = page.hidden("version");
    moderator.submit(&sentence, &[&words("The moderator’s version of {n}.")[..3], &[("version", &again)]].concat()).await;
    assert!(moderator.get(&part).await.html().main_text().contains("The moderator’s version of one organisation."));
    // A button that sends no words is refused the same way, with the sentence as it is.
    let stale = chair.post(&sentence, &[("act", "end"), ("version", &version)]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(stale.html().value("Sentence"), "The moderator’s version of {n}.");
    // Both add at once: both stand.
    let mut office = app.signed_in("secretariat").await;
    let new = |text| [("text", text), ("language", "en"), ("sources", sources.as_str())];
    let (one, other) = (new("One more."), new("Another one."));
    let (a, b) = tokio::join!(chair.post(&part, &one), office.post(&part, &other));
    assert_eq!((a.status, b.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    let words = chair.get(&part).await.html().main_text();
    assert!(words.contains("One more.") && words.contains("Another one."), "{words}");
}

#[tokio::test]
async fn sentences_stand_in_the_order_they_are_put_in() {
    let app = TestApp::new().await;
    let session = session_of(&app).await;
    let mut chair = app.signed_in("chair").await;
    let part = format!("{session}/summary/parts/next-steps");
    let mut addresses = Vec::new();
    for text in ["First.", "Second.", "Third."] {
        addresses.push(add(&mut chair, &part, &[("text", text), ("language", "en"), ("sources", ""), ("own", "yes")]).await);
    }
    let order = async |chair: &mut Persona<'_>| {
        let texts = chair.get(&part).await.html().texts("main .row > p > span[lang]");
        texts.iter().map(|text| text.chars().next().expect("a letter")).collect::<String>()
    };
    assert_eq!(order(&mut chair).await, "FST");
    for (which, act, expected) in [(2, "up", "FTS"), (0, "down", "TFS"), (2, "up", "TFS"), (1, "down", "TFS")] {
        let version = chair.get(&addresses[which]).await.html().hidden("version");
        let (to, _) = chair.submit(&addresses[which], &[("act", act), ("version", &version)]).await;
        assert!(to.starts_with(&part), "{to}");
        // At an end nothing happens.
        let expected = if (which, act) == (2, "up") && expected == "TFS" { "TFS" } else { expected };
        assert_eq!(order(&mut chair).await, expected, "{which} {act}");
    }
}

#[tokio::test]
async fn a_part_is_handed_in_and_given_back_and_remarks_are_settled() {
    let app = TestApp::new().await;
    let session = session_of(&app).await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let part = own_part(&mut moderator, &session).await;
    let cite = uncited(&moderator.get(&part).await.html()).remove(0);
    let fields = [&WORDS[..], &[("cite", cite.as_str())]].concat();
    let sentence = add(&mut moderator, &part, &fields).await;
    // Moderators do not speak for the chair, nor in other parts.
    let own = moderator.post(&part, &[&fields[..], &[("own", "yes")]].concat()).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN);
    let other = format!("{session}/summary/parts/overview");
    assert_eq!(moderator.post(&other, &fields).await.status, StatusCode::FORBIDDEN);
    let reads = moderator.get(&other).await;
    assert!(reads.status == StatusCode::OK && !reads.html().has_button("Add the sentence"));
    moderator.submit(&format!("{part}/hand-in"), &[("back", "")]).await;
    let refused = moderator.post(&part, &fields).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().main_text().contains("This part was handed to the chair. The chair can give it back."));
    assert_eq!(refused.html().value("Sentence"), WORDS[0].1, "nothing typed is lost");
    assert_eq!(moderator.post(&format!("{part}/hand-in"), &[("back", "yes")]).await.status, StatusCode::FORBIDDEN);
    // Remarks go on.
    let remarks = format!("{sentence}/remarks");
    moderator.submit(&remarks, &[("remark", "Is that all of them?"), ("settle", "")]).await;
    let mut chair = app.signed_in("chair").await;
    assert!(chair.get(&part).await.html().main_text().contains("1 remark"));
    let remark = chair.get(&sentence).await.html().attribute("button[name=settle]", "value").expect("a remark");
    chair.submit(&remarks, &[("remark", ""), ("settle", &remark)]).await;
    assert!(chair.get(&sentence).await.html().main_text().contains("Settled"));
    assert_eq!(chair.post(&remarks, &[("settle", &remark)]).await.status, StatusCode::CONFLICT);
    assert_eq!(chair.post(&remarks, &[("remark", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    chair.submit(&format!("{part}/hand-in"), &[("back", "yes")]).await;
    moderator.submit(&part, &fields).await;
}

#[tokio::test]
async fn nobody_else_reads_it_while_it_is_written() {
    let app = TestApp::new().await;
    let session = session_of(&app).await;
    let mut chair = app.signed_in("chair").await;
    let part = format!("{session}/summary/parts/overview");
    let sentence = add(&mut chair, &part, &[("text", "Not public."), ("language", "en"), ("sources", ""), ("own", "yes")]).await;
    for address in [format!("{session}/summary/write"), part.clone(), sentence.clone()] {
        assert_eq!(app.visitor().get(&address).await.status, StatusCode::FORBIDDEN, "{address}");
        for who in ["ngo", "business", "admin"] {
            assert_eq!(app.signed_in(who).await.get(&address).await.status, StatusCode::FORBIDDEN, "{who} {address}");
        }
    }
    let mut ngo = app.signed_in("ngo").await;
    for address in [&part, &sentence, &format!("{sentence}/remarks"), &format!("{part}/hand-in")] {
        let status = ngo.post(address, &[("text", "x"), ("language", "en"), ("remark", "x"), ("version", "1")]).await.status;
        assert!(status == StatusCode::FORBIDDEN || status == StatusCode::NOT_FOUND, "{address}: {status}");
    }
    for nonsense in ["views-", "nothing", "views-0192f0c8-0000-7000-8000-000000000001"] {
        assert_eq!(chair.get(&format!("{session}/summary/parts/{nonsense}")).await.status, StatusCode::NOT_FOUND, "{nonsense}");
    }
}

#[tokio::test]
async fn a_source_that_goes_leaves_a_gap_and_its_number() {
    let app = TestApp::new().await;
    let session = session_of(&app).await;
    let mut moderator = app.signed_in("moderator.rnp").await;
    let part = own_part(&mut moderator, &session).await;
    // A paper that was just accepted is cited, and the acceptance is taken back.
    let queue = moderator.get("/moderation").await.html();
    let waiting = queue.links("").into_iter().find(|link| link.starts_with("/moderation/papers/")).expect("a paper waits");
    let page = moderator.get(&waiting).await.html();
    let (title, version) = (page.title(), page.hidden("version"));
    moderator.submit(&waiting, &[("outcome", "accept"), ("version", &version), ("reason", "")]).await;
    let paper = waiting.trim_start_matches("/moderation/papers/").to_owned();
    let cite = format!("paper:{paper}");
    let fields = [&WORDS[..], &[("cite", cite.as_str())]].concat();
    let sentence = add(&mut moderator, &part, &fields).await;
    assert!(moderator.get(&sentence).await.html().main_text().contains(&title));
    let decision = moderator.get(&waiting).await.html().links("").into_iter().find(|link| link.starts_with("/moderation/decisions/"));
    let decision = decision.expect("the decision");
    let page = moderator.get(&decision).await.html();
    let undo = page.attribute("form[action$=undo]", "action").expect("a form to take it back");
    let hidden = page.all_hidden();
    let fields: Vec<_> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([("reason", "By mistake.")]).collect();
    moderator.submit(&undo, &fields).await;
    let page = moderator.get(&sentence).await.html();
    assert!(page.main_text().contains("A source is not public any more"), "{}", page.main_text());
    assert!(
        page.main_text().contains("not public any more") && !page.texts("main details").join(" ").contains(&title),
        "{}",
        page.main_text()
    );
}
