//! Themes: the tree of a queue, what inputs bear, the queue by theme, several at once, suggestions.

use crate::papers::open_round;
use crate::succession::{decide, submitted};
use crate::support::{Html, Persona, TestApp};
use axum::http::StatusCode;

pub const TREE: &str = "/moderation/queues/oewg/themes";

/// Makes a theme of the whole body's queue; answers its id.
pub async fn theme(keeper: &mut Persona<'_>, name: &str, parent: &str) -> String {
    theme_in(keeper, TREE, name, parent).await
}

/// Makes a theme of a queue; answers its id.
pub async fn theme_in(keeper: &mut Persona<'_>, tree: &str, name: &str, parent: &str) -> String {
    let version = keeper.get(tree).await.html().hidden("version");
    let fields = [("name", name), ("language", "en"), ("parent", parent), ("version", version.as_str())];
    let (_, page) = keeper.submit(tree, &fields).await;
    page.html().link(name).trim_start_matches("/moderation/themes/").to_owned()
}

/// The ids of the themes a page of an input has ticked.
pub fn ticked(page: &Html) -> Vec<String> {
    page.attributes("#themes input[name='theme'][checked]", "value")
}

/// Saves exactly these themes for an input, from its page.
pub async fn tag(moderator: &mut Persona<'_>, item: &str, themes: &[&str]) -> StatusCode {
    let page = moderator.get(item).await.html();
    post_tags(moderator, item, &page, themes).await.status
}

/// Posts the form that a page showed, with these themes ticked.
pub async fn post_tags(moderator: &mut Persona<'_>, item: &str, page: &Html, themes: &[&str]) -> crate::support::Answer {
    let hidden = |name: &str| page.attribute(&format!("input[type=hidden][name='{name}']"), "value").unwrap_or_default();
    let (version, tree) = (hidden("version"), hidden("tree"));
    let was = page.attributes("#themes input[name='was']", "value");
    let mut fields = vec![("version", version.as_str()), ("tree", tree.as_str())];
    fields.extend(was.iter().map(|id| ("was", id.as_str())));
    fields.extend(themes.iter().map(|id| ("theme", *id)));
    moderator.post(&format!("{item}/themes"), &fields).await
}

/// A paper of the NGO to the whole body, as it is moderated.
pub async fn paper(app: &TestApp, title: &str, text: &str) -> String {
    let round = open_round(app).await;
    // Signing in for each paper would look like guessing, were it all in one minute.
    app.advance(model::domain::time::Span::MINUTE);
    let mut ngo = app.signed_in("ngo").await;
    submitted(app, &mut ngo, &round, title, text).await.replace("/papers/", "/moderation/papers/")
}

/// The words of the lines of a tree, in their order.
pub fn drawn(page: &Html) -> Vec<String> {
    page.texts(".theme__name a[href*='/moderation/themes/']")
}

#[tokio::test]
async fn who_is_in_charge_keeps_the_tree_and_nobody_else_learns_of_it() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let id = theme(&mut office, "Supply chains", "").await;
    let kept = format!("/moderation/themes/{id}");
    // The chair of the body keeps them, too.
    let mut chair = app.signed_in("chair").await;
    let below = theme(&mut chair, "Vendors", &id).await;
    assert_eq!(drawn(&office.get(TREE).await.html()), ["Supply chains", "Vendors"]);
    assert!(
        office.get(TREE).await.html().main_text().contains("“Vendors” was created The chair"),
        "{}",
        office.get(TREE).await.html().main_text()
    );
    // Of the subgroup its moderators, the chair and the secretariat.
    let rnp = "/moderation/queues/sg-rnp/themes";
    for who in ["moderator.rnp", "chair", "secretariat"] {
        theme_in(&mut app.signed_in(who).await, rnp, &format!("By {who}"), "").await;
    }
    for who in ["moderator.cap", "ngo", "business", "admin"] {
        let mut persona = app.signed_in(who).await;
        for address in [rnp, TREE, kept.as_str(), "/moderation/queues/oewg/themes/merge"] {
            assert_eq!(persona.get(address).await.status, StatusCode::NOT_FOUND, "{who} {address}");
        }
        let fields = [("name", "Theirs"), ("language", "en"), ("version", "0")];
        assert_eq!(persona.post(rnp, &fields).await.status, StatusCode::NOT_FOUND, "{who}");
        assert_eq!(persona.post(&kept, &[("act", "end"), ("version", "2")]).await.status, StatusCode::NOT_FOUND, "{who}");
    }
    // The moderator of a subgroup does not keep those of the whole body.
    assert_eq!(app.signed_in("moderator.rnp").await.get(TREE).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().get(rnp).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.visitor().get(&format!("/themes/{below}")).await.status, StatusCode::NOT_FOUND, "nothing public bears it");
}

#[tokio::test]
async fn a_tree_is_named_moved_ordered_ended_and_opened_by_plain_forms() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let (a, b, c) = (theme(&mut office, "A", "").await, theme(&mut office, "B", "").await, theme(&mut office, "C", "").await);
    let change = async |office: &mut Persona<'_>, id: &str, fields: &[(&str, &str)]| {
        let version = office.get(TREE).await.html().hidden("version");
        let fields = [fields, &[("version", version.as_str())]].concat();
        let answer = office.post(&format!("/moderation/themes/{id}"), &fields).await;
        let words = if answer.status.is_redirection() { String::new() } else { answer.html().main_text() };
        (answer.status, words)
    };
    assert_eq!(change(&mut office, &b, &[("act", "rename"), ("name", "Bees"), ("language", "fr")]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(change(&mut office, &b, &[("act", "under"), ("parent", &a)]).await.0, StatusCode::SEE_OTHER);
    let version = office.get(TREE).await.html().hidden("version");
    office.submit(&format!("{TREE}/order"), &[("up", &c), ("version", &version)]).await;
    assert_eq!(drawn(&office.get(TREE).await.html()), ["C", "A", "Bees"]);
    // What cannot be says why, and keeps what was typed.
    let (status, words) = change(&mut office, &c, &[("act", "rename"), ("name", " a "), ("language", "en")]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && words.contains("Another theme beside it has that name"), "{words}");
    let (status, words) = change(&mut office, &a, &[("act", "under"), ("parent", &b)]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && words.contains("cannot stand under itself"), "{words}");
    let (status, words) = change(&mut office, &a, &[("act", "end")]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && words.contains("Themes stand below it"), "{words}");
    assert_eq!(change(&mut office, &b, &[("act", "end")]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(change(&mut office, &a, &[("act", "end")]).await.0, StatusCode::SEE_OTHER);
    let (status, words) = change(&mut office, &b, &[("act", "reopen")]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && words.contains("is not open"), "{words}");
    assert_eq!(change(&mut office, &a, &[("act", "reopen")]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(change(&mut office, &b, &[("act", "reopen")]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(drawn(&office.get(TREE).await.html()), ["C", "A", "Bees"], "each where it stood");
    // Three deep, and no deeper.
    let d = theme(&mut office, "D", &b).await;
    let version = office.get(TREE).await.html().hidden("version");
    let fields = [("name", "E"), ("language", "en"), ("parent", d.as_str()), ("version", version.as_str())];
    let deep = office.post(TREE, &fields).await;
    assert_eq!(deep.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((deep.html().value("Name of the theme"), deep.html().errors().len()), ("E".to_owned(), 1));
    for (name, language) in [("", "en"), ("x", "xx"), ("\u{202e}x", "en"), (&*"x".repeat(121), "en")] {
        let answer = office.post(TREE, &[("name", name), ("language", language), ("version", &version)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
    // All of it stands in the history, with who did it.
    let history = office.get(&format!("/moderation/themes/{b}")).await.html().main_text();
    for words in ["“B” was created", "“B” is called “Bees” now", "“Bees” went under “A”", "“Bees” ended", "“Bees” was opened again"]
    {
        assert!(history.contains(words), "{words}: {history}");
    }
    assert!(history.contains("The secretariat ("), "{history}");
}

#[tokio::test]
async fn a_form_over_another_tree_is_refused_with_what_changed_and_by_whom() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let id = theme(&mut office, "Ours", "").await;
    let version = office.get(TREE).await.html().hidden("version");
    let mut chair = app.signed_in("chair").await;
    theme(&mut chair, "Theirs", "").await;
    let typed = [("name", "Typed <b>"), ("language", "ar"), ("parent", id.as_str()), ("version", version.as_str())];
    let stale = office.post(TREE, &typed).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let page = stale.html();
    let told = page.text("[role='alert'] li");
    assert!(told.contains("“Theirs” was created") && told.contains("The chair ("), "{told}");
    assert_eq!(
        (page.value("Name of the theme"), page.value("Language of the name"), page.value("Stands under")),
        ("Typed <b>".to_owned(), "ar".to_owned(), id.clone())
    );
    // Sent again as it stands now, it is done.
    let again = [("name", "Typed"), ("language", "ar"), ("parent", id.as_str()), ("version", &page.hidden("version"))];
    office.submit(TREE, &again).await;
    assert_eq!(drawn(&office.get(TREE).await.html()), ["Ours", "Typed", "Theirs"]);
    for (address, fields) in [
        (format!("/moderation/themes/{id}"), vec![("act", "rename"), ("name", "Other"), ("language", "en")]),
        (format!("/moderation/themes/{id}"), vec![("act", "end")]),
        (format!("{TREE}/order"), vec![("down", id.as_str())]),
        (
            format!("{TREE}/merge"),
            vec![("theme", id.as_str()), ("theme", "01900000-0000-7000-8000-000000000001"), ("name", "N"), ("language", "en")],
        ),
        (format!("/moderation/themes/{id}/split"), vec![("name_1", "One"), ("name_2", "Two"), ("language", "en"), ("rest", "1")]),
    ] {
        let fields = [fields, vec![("version", version.as_str())]].concat();
        let answer = office.post(&address, &fields).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{address}");
        assert!(answer.html().main_text().contains("“Typed” was created"), "{address}");
    }
}

#[tokio::test]
async fn an_input_bears_several_themes_and_each_is_on_record_and_taken_back() {
    let app = TestApp::new().await;
    let item = paper(&app, "Tagged", "Words.").await;
    let mut office = app.signed_in("secretariat").await;
    let (a, b) = (theme(&mut office, "A", "").await, theme(&mut office, "B", "").await);
    assert_eq!(tag(&mut office, &item, &[&a, &b]).await, StatusCode::SEE_OTHER);
    let page = office.get(&item).await.html();
    assert_eq!(ticked(&page), [a.clone(), b.clone()]);
    let words = page.text("#themes");
    assert!(words.contains("A Demo Secretariat on 24 November 2026") || words.contains(" on 24 November 2026"), "{words}");
    assert_eq!(tag(&mut office, &item, &[&b]).await, StatusCode::SEE_OTHER);
    assert_eq!(ticked(&office.get(&item).await.html()), [b.as_str()]);
    assert_eq!(tag(&mut office, &item, &[&b, &a]).await, StatusCode::SEE_OTHER, "a second time");
    // What another moderator did meanwhile stands.
    let page = office.get(&item).await.html();
    tag(&mut office, &item, &[&a]).await;
    assert_eq!(post_tags(&mut office, &item, &page, &[&a, &b]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(ticked(&office.get(&item).await.html()), [a.as_str()], "nobody put b anew");
    // On the page of the theme, and in the log.
    assert!(office.get(&format!("/moderation/themes/{a}")).await.html().links("Tagged").contains(&item));
    let log = app.signed_in("admin").await.get("/admin/audit?act=item_themed").await.html().main_text();
    assert!(log.contains("Changed the themes of an input"), "{log}");
}

#[tokio::test]
async fn what_is_typed_for_the_decision_is_not_lost_when_themes_are_saved() {
    let app = TestApp::new().await;
    let item = paper(&app, "Tagged", "Words.").await;
    let mut office = app.signed_in("secretariat").await;
    let (a, b) = (theme(&mut office, "A", "").await, theme(&mut office, "B", "").await);
    let page = office.get(&item).await.html();
    // One form sends both: the boxes and the button belong to that of the decision.
    let form = page.attribute("#themes button", "form").expect("a form");
    assert!(page.attribute("#themes input[name='theme']", "form").as_ref() == Some(&form));
    assert!(page.attributes(&format!("form#{form} textarea"), "name").contains(&"reason".to_owned()));
    let (version, tree) = (page.hidden("version"), page.hidden("tree"));
    let typed = [("code", "unclear"), ("reason", "Which paragraph?"), ("to", ""), ("why", "For RNP."), ("version", &version)];
    let saved = office.post(&format!("{item}/themes"), &[&typed[..], &[("tree", &tree), ("theme", &a)]].concat()).await;
    assert_eq!(saved.status, StatusCode::OK);
    let kept = |page: &Html| (page.value("In your own words"), page.value("Why"));
    let words = ("Which paragraph?".to_owned(), "For RNP.".to_owned());
    assert_eq!(kept(&saved.html()), words);
    assert_eq!(saved.html().attribute("select[name=code] option[selected]", "value").as_deref(), Some("unclear"));
    assert_eq!(ticked(&saved.html()), [a.as_str()]);
    // Nor when they are refused, because somebody else changed the themes: the form that is looked at again brings it back.
    theme(&mut office, "C", "").await;
    let version = office.get(TREE).await.html().hidden("version");
    office.post(&format!("/moderation/themes/{b}"), &[("act", "end"), ("version", &version)]).await;
    let stale = [&typed[..], &[("tree", &tree), ("was", &a), ("theme", &a), ("theme", &b)]].concat();
    let refused = office.post(&format!("{item}/themes"), &stale).await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
    assert_eq!((refused.html().hidden("reason"), refused.html().hidden("why")), words);
    // Nor when the decision is refused: what was typed beside it, for a move.
    let refused = office.post(&item, &[&typed[1..], &[("outcome", "return"), ("code", "")]].concat()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(kept(&refused.html()), words);
}

#[tokio::test]
async fn nobody_else_tags_an_input_nor_anybody_their_own() {
    let app = TestApp::new().await;
    let item = paper(&app, "Not theirs", "Words.").await;
    let mut office = app.signed_in("secretariat").await;
    let id = theme(&mut office, "A", "").await;
    let page = office.get(&item).await.html();
    for who in ["moderator.rnp", "chair", "ngo", "business"] {
        let mut persona = app.signed_in(who).await;
        assert_eq!(post_tags(&mut persona, &item, &page, &[&id]).await.status, StatusCode::NOT_FOUND, "{who}");
        assert_eq!(persona.get(&format!("{item}/themes")).await.status, StatusCode::NOT_FOUND, "{who}");
    }
    assert_eq!(app.visitor().get(&format!("{item}/themes")).await.status, StatusCode::FORBIDDEN);
    // A theme of another queue is none here, nor is one that is made up.
    let other = theme_in(&mut app.signed_in("moderator.rnp").await, "/moderation/queues/sg-rnp/themes", "B", "").await;
    for wrong in [other.as_str(), "01900000-0000-7000-8000-000000000001"] {
        assert_eq!(post_tags(&mut office, &item, &page, &[wrong]).await.status, StatusCode::CONFLICT, "{wrong}");
    }
    // A member of its organisation who holds the office, too.
    crate::members::join_by_invitation(&app, "ngo", "secretariat").await;
    let own = office.get(&item).await.html();
    assert!(own.text("#themes").contains("another moderator puts themes to it") && own.count("#themes input") == 0);
    let refused = post_tags(&mut office, &item, &page, &[&id]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(ticked(&app.signed_in("secretariat").await.get(&item).await.html()).is_empty());
}

#[tokio::test]
async fn a_queue_is_read_by_theme_and_the_view_is_kept() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let (a, b) = (theme(&mut office, "A", "").await, theme(&mut office, "Other", "").await);
    let below = theme(&mut office, "Below A", &a).await;
    let (one, two) = (paper(&app, "One", "Words.").await, paper(&app, "Two", "Words.").await);
    let three = paper(&app, "Three", "Words.").await;
    tag(&mut office, &one, &[&a]).await;
    tag(&mut office, &two, &[&below, &b]).await;
    let shown = |page: &Html| -> Vec<String> {
        let links = page.attributes("[data-queue-row] h3 a", "href");
        links.into_iter().map(|link| link.split('?').next().unwrap_or_default().to_owned()).collect()
    };
    let page = office.get(&format!("/moderation?theme={a}")).await.html();
    assert_eq!(shown(&page), [one.clone(), two.clone()], "with what stands below");
    assert!(page.main_text().contains("Shown: Theme: A"), "{}", page.main_text());
    assert_eq!(shown(&office.get(&format!("/moderation?theme={below}&queue=oewg")).await.html()), [two.as_str()]);
    let without = shown(&office.get("/moderation?theme=none").await.html());
    assert!(without.contains(&three) && !without.contains(&one) && !without.contains(&two), "{without:?}");
    // The number beside the theme is that of its list, and leads there.
    let tree = office.get(TREE).await.html();
    let waiting = tree.links("2 wait");
    assert_eq!(shown(&office.get(waiting.first().expect("a number")).await.html()), [one.clone(), two.clone()]);
    // Kept, and along when one goes through it.
    let (to, _) = office.submit("/moderation/views", &[("name", "Mine"), ("query", &format!("theme={a}")), ("act", "keep")]).await;
    assert_eq!(to, format!("/moderation?theme={a}"));
    let item = office.get(&format!("{one}?theme={a}")).await.html();
    let next = item.attribute("a[rel='next']", "href").expect("a next one");
    assert_eq!(next.replace("%2D", "-"), format!("{two}?theme={a}"));
    let version = item.hidden("version");
    let (to, _) = office.submit(&format!("{one}?theme={a}"), &[("outcome", "accept"), ("version", &version)]).await;
    assert!(to.starts_with(&format!("{two}?theme={a}&done=")), "{to}");
}

#[tokio::test]
async fn one_theme_goes_to_several_at_once_each_for_itself() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let id = theme(&mut office, "A", "").await;
    let (one, two) = (paper(&app, "One", "Words.").await, paper(&app, "Two", "Words.").await);
    let box_of = |item: &str| format!("paper:{}:1", item.trim_start_matches("/moderation/papers/"));
    let chosen = format!("/moderation/several?item={}&item={}", box_of(&one), box_of(&two));
    let page = office.get(&chosen).await.html();
    assert_eq!(page.option("Theme to add", "A"), id);
    let boxes = [box_of(&one), box_of(&two)];
    let none = office.post("/moderation/several/themes", &[("item", &boxes[0]), ("item", &boxes[1]), ("add_theme", "")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(none.html().attributes("form.section input[name='item']", "value").len(), 2, "nothing chosen is lost");
    // Meanwhile one was decided on.
    decide(&app, "secretariat", &two.replace("/moderation", ""), "accept").await;
    let done = office.post("/moderation/several/themes", &[("item", &boxes[0]), ("item", &boxes[1]), ("add_theme", &id)]).await;
    assert!(done.html().main_text().contains("Added to 1 input"), "{}", done.html().main_text());
    assert_eq!(ticked(&office.get(&one).await.html()), [id.as_str()]);
    let other = theme_in(&mut app.signed_in("moderator.rnp").await, "/moderation/queues/sg-rnp/themes", "B", "").await;
    let wrong = office.post("/moderation/several/themes", &[("item", &boxes[0]), ("add_theme", &other)]).await.html().main_text();
    assert!(wrong.contains("Nothing was added") && wrong.contains("belongs to another queue"), "{wrong}");
}

#[tokio::test]
async fn suggestions_say_why_and_tag_nothing() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let chains = theme(&mut office, "Supply chains", "").await;
    let sea = theme(&mut office, "Under the sea", "").await;
    let first = paper(&app, "One", "A submarine cable that is cut waits for a repair ship. Landing stations need guards.").await;
    let second = paper(&app, "Two", "Repair ships reach a submarine cable late, and landing stations are easy prey.").await;
    for other in ["Teachers speak of passwords.", "Hospitals keep records.", "Elections need trust."] {
        let item = paper(&app, other, other).await;
        tag(&mut office, &item, &[&chains]).await;
    }
    tag(&mut office, &first, &[&sea]).await;
    tag(&mut office, &second, &[&sea]).await;
    let item = paper(&app, "Three", "Vendors secure the supply chain. A repair ship finds the submarine cable at night.").await;
    let page = office.get(&item).await.html();
    let words = page.text("#themes");
    assert!(ticked(&page).is_empty(), "nothing is put by itself");
    assert!(words.contains("because the text says “supply chain”"), "{words}");
    assert!(words.contains("2 inputs with this theme say “") && words.contains("“submarine cable”"), "{words}");
    let boxes = page.attributes("#themes input[name='theme']", "value");
    assert_eq!(boxes.iter().filter(|id| **id == sea).count(), 1, "each box once");
    assert_eq!(tag(&mut office, &item, &[&sea]).await, StatusCode::SEE_OTHER);
    let words = office.get(&item).await.html().text("#themes");
    assert!(!words.contains("“submarine cable”") && words.contains("“supply chain”"), "what it bears is not suggested: {words}");
}
