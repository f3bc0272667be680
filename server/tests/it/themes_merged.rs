//! Themes that are merged and split: nothing is lost, lineage both ways, taken back as long as nothing else was done.

use crate::papers::open_round;
use crate::support::{Html, Persona, TestApp};
use crate::themes::{TREE, drawn, paper, post_tags, tag, theme, theme_in, ticked};
use axum::http::StatusCode;

/// Merges themes of the whole body's queue into a new one.
async fn merge(office: &mut Persona<'_>, from: &[&str], name: &str) -> (String, Html) {
    let query: Vec<_> = from.iter().map(|id| format!("theme={id}")).collect();
    let page = office.get(&format!("{TREE}/merge?{}", query.join("&"))).await.html();
    assert_eq!(page.attributes("input[name='theme'][checked]", "value").len(), from.len(), "what was chosen");
    let version = page.hidden("version");
    let mut fields = vec![("name", name), ("language", "en"), ("parent", ""), ("version", version.as_str())];
    fields.extend(from.iter().map(|id| ("theme", *id)));
    let (to, page) = office.submit(&format!("{TREE}/merge"), &fields).await;
    (to.split("done=").nth(1).expect("the act").to_owned(), page.html())
}

async fn take_back(office: &mut Persona<'_>, act: &str) -> crate::support::Answer {
    let version = office.get(TREE).await.html().hidden("version");
    office.post(&format!("/moderation/theme-acts/{act}"), &[("version", &version)]).await
}

fn id_of(page: &Html, name: &str) -> String {
    page.link(name).trim_start_matches("/moderation/themes/").to_owned()
}

#[tokio::test]
async fn merged_themes_go_over_with_all_that_bears_them_and_come_back() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let (a, b) = (theme(&mut office, "Vendors", "").await, theme(&mut office, "Suppliers", "").await);
    let below = theme(&mut office, "Small ones", &b).await;
    let (one, two, both) = (paper(&app, "One", "W.").await, paper(&app, "Two", "W.").await, paper(&app, "Both", "W.").await);
    tag(&mut office, &one, &[&a]).await;
    tag(&mut office, &two, &[&b]).await;
    tag(&mut office, &both, &[&a, &b, &below]).await;
    let (act, page) = merge(&mut office, &[&a, &b], "Supply chains").await;
    assert!(page.main_text().contains("“Suppliers”, “Vendors” were merged into “Supply chains”"), "{}", page.main_text());
    assert_eq!(drawn(&page), ["Supply chains", "Small ones"]);
    assert!(page.main_text().contains("3 inputs"), "{}", page.main_text());
    let new = id_of(&page, "Supply chains");
    for item in [&one, &two] {
        assert_eq!(ticked(&office.get(item).await.html()), [new.as_str()]);
    }
    // Each knows through which it came.
    let words = office.get(&both).await.html().text("#themes");
    assert!(words.contains("through “Suppliers”, “Vendors”"), "{words}");
    assert!(office.get(&one).await.html().text("#themes").contains("through “Vendors”"));
    // Both ways.
    let old = office.get(&format!("/moderation/themes/{a}")).await.html();
    assert!(
        old.text("#lineage").contains("Merged into “Supply chains” by The secretariat on 24 November 2026"),
        "{}",
        old.text("#lineage")
    );
    assert!(old.links("One").contains(&one), "what bore it is kept with it");
    let came = office.get(&format!("/moderation/themes/{new}")).await.html().text("#lineage");
    assert!(came.contains("From “Suppliers”, “Vendors”, merged by The secretariat"), "{came}");
    // Taken back, everything is as before.
    let back = take_back(&mut office, &act).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert_eq!(drawn(&office.get(TREE).await.html()), ["Vendors", "Suppliers", "Small ones"]);
    assert_eq!(ticked(&office.get(&one).await.html()), [a.as_str()]);
    let mut all = ticked(&office.get(&both).await.html());
    all.sort();
    let mut expected = [a.clone(), b.clone(), below.clone()];
    expected.sort();
    assert_eq!(all, expected);
    let again = take_back(&mut office, &act).await;
    assert!(again.status == StatusCode::FORBIDDEN && again.html().main_text().contains("taken back already"));
    // Neither the one nor the other is forgotten.
    assert!(office.get(&format!("/moderation/themes/{new}")).await.html().text("#lineage").contains("Taken back since"));
}

#[tokio::test]
async fn what_was_used_since_is_not_taken_back_and_says_what_to_do_instead() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let item = paper(&app, "One", "W.").await;
    // By hand to an input; by name; by a theme below; by another merging, until that is taken back.
    for how in ["tag", "rename", "below", "merge"] {
        let (a, b) = (theme(&mut office, &format!("{how} A"), "").await, theme(&mut office, &format!("{how} B"), "").await);
        let (act, page) = merge(&mut office, &[&a, &b], &format!("{how} C")).await;
        let new = id_of(&page, &format!("{how} C"));
        let mut later = None;
        match how {
            "tag" => assert_eq!(tag(&mut office, &item, &[&new]).await, StatusCode::SEE_OTHER),
            "rename" => {
                let version = office.get(TREE).await.html().hidden("version");
                let fields = [("act", "rename"), ("name", "Other"), ("language", "en"), ("version", version.as_str())];
                office.submit(&format!("/moderation/themes/{new}"), &fields).await;
            }
            "below" => drop(theme(&mut office, "Below", &new).await),
            _ => {
                let other = theme(&mut office, "Another", "").await;
                later = Some(merge(&mut office, &[&new, &other], "Larger").await.0);
            }
        }
        let page = office.get(&format!("/moderation/theme-acts/{act}")).await.html();
        assert!(
            !page.has_button("Take this act back") && page.main_text().contains("Merge or split the themes as they are now instead"),
            "{how}"
        );
        assert_eq!(take_back(&mut office, &act).await.status, StatusCode::FORBIDDEN, "{how}");
        if let Some(later) = later {
            assert_eq!(take_back(&mut office, &later).await.status, StatusCode::SEE_OTHER);
            assert_eq!(take_back(&mut office, &act).await.status, StatusCode::SEE_OTHER, "as it was");
        }
    }
    // A name that was given away meanwhile.
    let (a, b) = (theme(&mut office, "Same", "").await, theme(&mut office, "Else", "").await);
    let (act, _) = merge(&mut office, &[&a, &b], "One of both").await;
    theme(&mut office, "Same", "").await;
    let taken = take_back(&mut office, &act).await;
    assert!(taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.html().main_text().contains("Another theme beside it has that name"));
    // What somebody else did since the page was shown is said first.
    let version = office.get(&format!("/moderation/theme-acts/{act}")).await.html().hidden("version");
    theme(&mut app.signed_in("chair").await, "Meanwhile", "").await;
    let stale = office.post(&format!("/moderation/theme-acts/{act}"), &[("version", &version)]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    for who in ["moderator.rnp", "ngo"] {
        let answer = app.signed_in(who).await.post(&format!("/moderation/theme-acts/{act}"), &[("version", &version)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who}");
    }
}

#[tokio::test]
async fn a_split_theme_is_sorted_and_what_nobody_sorts_goes_with_the_rest() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let id = theme(&mut office, "Everything", "").await;
    let below = theme(&mut office, "Below", &id).await;
    let items = [paper(&app, "One", "W.").await, paper(&app, "Two", "W.").await, paper(&app, "Three", "W.").await];
    for item in &items {
        tag(&mut office, item, &[&id]).await;
    }
    let address = format!("/moderation/themes/{id}/split");
    let page = office.get(&address).await.html();
    let version = page.hidden("version");
    let field = |item: &str| format!("input-{}", item.trim_start_matches("/moderation/papers/"));
    let (first, second) = (field(&items[0]), field(&items[1]));
    assert_eq!(page.attributes("select[name^='input-']", "name").len(), 3);
    // Without a second name nothing is done and nothing lost.
    let below_field = format!("below-{below}");
    let fields = |two: &'static str, number: &'static str| {
        vec![
            ("name_1".to_owned(), "Vendors".to_owned()),
            ("name_2".to_owned(), two.to_owned()),
            ("language".to_owned(), "en".to_owned()),
            ("rest".to_owned(), "2".to_owned()),
            (first.clone(), "1".to_owned()),
            (second.clone(), number.to_owned()),
            (below_field.clone(), "1".to_owned()),
            ("version".to_owned(), version.clone()),
        ]
    };
    let post = async |who: &mut Persona<'_>, fields: Vec<(String, String)>| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        who.post(&address, &fields).await
    };
    for (two, number) in [("", "1"), ("vendors", ""), ("Buyers", "4")] {
        let refused = post(&mut office, fields(two, number)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{two}");
        assert_eq!(refused.html().attributes(&format!("select[name='{first}'] option[selected]"), "value"), ["1"], "{two}");
        assert_eq!(refused.html().value("New theme 1"), "Vendors");
    }
    // What comes to it before the form is sent goes with the rest.
    let late = paper(&app, "Late", "W.").await;
    tag(&mut office, &late, &[&id]).await;
    let done = post(&mut office, fields("Buyers", "")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let act = done.location().split("done=").nth(1).expect("the act").to_owned();
    let tree = office.get(TREE).await.html();
    assert_eq!(drawn(&tree), ["Vendors", "Below", "Buyers"]);
    let (vendors, buyers) = (id_of(&tree, "Vendors"), id_of(&tree, "Buyers"));
    assert_eq!(ticked(&office.get(&items[0]).await.html()), [vendors.as_str()]);
    for item in [&items[1], &items[2], &late] {
        assert_eq!(ticked(&office.get(item).await.html()), [buyers.as_str()], "{item}");
    }
    assert!(office.get(&format!("/moderation/themes/{id}")).await.html().text("#lineage").contains("Split into “Buyers”, “Vendors”"));
    assert_eq!(take_back(&mut office, &act).await.status, StatusCode::SEE_OTHER);
    assert_eq!(drawn(&office.get(TREE).await.html()), ["Everything", "Below"]);
    for item in items.iter().chain([&late]) {
        assert_eq!(ticked(&office.get(item).await.html()), [id.as_str()], "{item}");
    }
}

#[tokio::test]
async fn nobody_sorts_input_of_their_own_organisation() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let id = theme(&mut office, "Everything", "").await;
    let item = paper(&app, "Own", "W.").await;
    tag(&mut office, &item, &[&id]).await;
    crate::members::join_by_invitation(&app, "ngo", "secretariat").await;
    let address = format!("/moderation/themes/{id}/split");
    let page = office.get(&address).await.html();
    assert!(page.main_text().contains("it goes with the rest") && page.count("select[name^='input-']") == 0);
    let own = format!("input-{}", item.trim_start_matches("/moderation/papers/"));
    let version = page.hidden("version");
    let all = [("name_1", "A"), ("name_2", "B"), ("language", "en"), ("rest", "1"), ("version", version.as_str())];
    let sorted = [&all[..], &[(own.as_str(), "2")]].concat();
    assert_eq!(office.post(&address, &sorted).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.post(&address, &all).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_choice_over_another_tree_is_kept_and_what_was_merged_is_chosen_under_its_new_name() {
    let app = TestApp::new().await;
    let mut office = app.signed_in("secretariat").await;
    let (a, b, c) = (theme(&mut office, "A", "").await, theme(&mut office, "B", "").await, theme(&mut office, "C", "").await);
    let item = paper(&app, "One", "W.").await;
    let page = office.get(&item).await.html();
    let (_, tree) = merge(&mut office, &[&a, &b], "Both").await;
    let new = id_of(&tree, "Both");
    let stale = post_tags(&mut office, &item, &page, &[&a, &c]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let html = stale.html();
    let told = html.text("[role='alert'] li");
    assert!(told.contains("“A”, “B” were merged into “Both”") && told.contains("The secretariat ("), "{told}");
    let mut chosen = ticked(&html);
    chosen.sort();
    let mut expected = [new.clone(), c.clone()];
    expected.sort();
    assert_eq!(chosen, expected);
    assert_eq!(post_tags(&mut office, &item, &html, &[&new, &c]).await.status, StatusCode::SEE_OTHER);
    // Its authors changed the input meanwhile: it is read again first.
    let page = office.get(&item).await.html();
    crate::succession::decide(&app, "secretariat", &item.replace("/moderation", ""), "return").await;
    assert_eq!(post_tags(&mut office, &item, &page, &[&c]).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_theme_counts_where_its_queue_is_and_an_input_that_comes_back_bears_it_again() {
    let app = TestApp::new().await;
    let round = open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let own = crate::succession::submitted(&app, &mut ngo, &round, "Astray", "W.").await;
    let item = own.replace("/papers/", "/moderation/papers/");
    let mut office = app.signed_in("secretariat").await;
    let id = theme(&mut office, "A", "").await;
    tag(&mut office, &item, &[&id]).await;
    let page = office.get(&item).await.html();
    let (version, rnp) =
        (page.attribute("form.decision input[name='version']", "value").expect("a version"), page.option("Where to", "Rules, norms"));
    let (_, moved) = office.submit(&format!("{item}/move"), &[("version", &version), ("to", &rnp), ("why", "")]).await;
    assert!(office.get(TREE).await.html().main_text().contains("no inputs"), "it went");
    let mut moderator = app.signed_in("moderator.rnp").await;
    theme_in(&mut moderator, "/moderation/queues/sg-rnp/themes", "R", "").await;
    assert!(moderator.get(&item).await.html().text("#themes").contains("It bears no theme yet"));
    let act = moved.html().links("Take").into_iter().find(|link| link.contains("/decisions/")).expect("the act");
    office.submit(&format!("{act}/undo"), &[("reason", "A slip.")]).await;
    assert_eq!(ticked(&office.get(&item).await.html()), [id], "fetched back");
    // What its authors take back counts nowhere.
    let version = ngo.get(&format!("{own}/withdraw")).await.html().hidden("version");
    ngo.submit(&format!("{own}/withdraw"), &[("version", &version)]).await;
    assert!(office.get(TREE).await.html().main_text().contains("no inputs"));
    let page = office.get(&item).await.html();
    assert_eq!(page.count("#themes input"), 0, "nobody puts a theme to it");
}
