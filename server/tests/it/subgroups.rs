//! Subgroups: joining, asking, leaving, following, requests, announcements.

use crate::support::{Persona, TestApp};
use axum::http::StatusCode;
use model::domain::time::Span;

const OPEN: &str = "/subgroups/sg-law";
const ON_APPROVAL: &str = "/subgroups/sg-chi";

/// The organisation a person may join for, as the page of the subgroup has it.
async fn organisation(persona: &mut Persona<'_>, place: &str) -> String {
    persona.get(place).await.html().hidden("organisation")
}

async fn text(persona: &mut Persona<'_>, place: &str) -> String {
    persona.get(place).await.html().main_text()
}

#[tokio::test]
async fn an_organisation_joins_leaves_and_joins_again() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let id = organisation(&mut ngo, OPEN).await;
    let fields = [("organisation", id.as_str())];
    for _ in 0..2 {
        ngo.submit(&format!("{OPEN}/join"), &fields).await;
        assert!(text(&mut ngo, OPEN).await.contains("has joined this subgroup"));
    }
    assert!(!ngo.get(OPEN).await.html().has_button("Join subgroup"));
    for _ in 0..2 {
        ngo.submit(&format!("{OPEN}/leave"), &fields).await;
        assert!(ngo.get(OPEN).await.html().has_button("Join subgroup"));
    }
    app.advance(Span::MINUTE);
    ngo.submit(&format!("{OPEN}/join"), &fields).await;
    assert!(text(&mut ngo, OPEN).await.contains("has joined this subgroup"));
    // Nobody joins or leaves for others.
    let mut business = app.signed_in("business").await;
    for act in ["join", "leave"] {
        assert_eq!(business.post(&format!("{OPEN}/{act}"), &fields).await.status, StatusCode::FORBIDDEN, "{act}");
        assert_eq!(app.visitor().post(&format!("{OPEN}/{act}"), &fields).await.status, StatusCode::FORBIDDEN, "{act}");
    }
    assert!(text(&mut ngo, OPEN).await.contains("has joined this subgroup"));
}

#[tokio::test]
async fn what_was_contributed_stays_when_an_organisation_leaves() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let page = app.visitor().get("/papers").await.html();
    let papers = page.links("").into_iter().filter(|link| link.starts_with("/papers/")).count();
    let place = "/subgroups/sg-cap";
    let before = text(&mut app.visitor(), "/subgroups/sg-cap/papers").await;
    assert!(text(&mut app.visitor(), "/subgroups/sg-cap/members").await.contains("Jukwaa"));
    let id = organisation(&mut ngo, place).await;
    ngo.submit(&format!("{place}/leave"), &[("organisation", &id)]).await;
    assert_eq!(text(&mut app.visitor(), "/subgroups/sg-cap/papers").await, before);
    let after = app.visitor().get("/papers").await.html().links("").into_iter().filter(|link| link.starts_with("/papers/")).count();
    assert_eq!(after, papers);
    assert!(!text(&mut app.visitor(), "/subgroups/sg-cap/members").await.contains("Jukwaa"));
}

#[tokio::test]
async fn an_organisation_asks_and_the_one_in_charge_decides() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let mut business = app.signed_in("business").await;
    let mut secretariat = app.signed_in("secretariat").await;
    let (ngo_id, business_id) = (organisation(&mut ngo, ON_APPROVAL).await, organisation(&mut business, ON_APPROVAL).await);
    assert!(ngo.get(ON_APPROVAL).await.html().has_button("Ask to join"));
    ngo.submit(&format!("{ON_APPROVAL}/join"), &[("organisation", &ngo_id)]).await;
    app.advance(Span::SECOND);
    business.submit(&format!("{ON_APPROVAL}/join"), &[("organisation", &business_id)]).await;
    assert!(text(&mut ngo, ON_APPROVAL).await.contains("waits for the moderator"));
    assert!(!ngo.get("/desk").await.html().main_text().contains("SG-CHI"), "who asked is no member yet");

    // Who is not in charge does not learn who asked.
    let request = |id: &str| format!("{ON_APPROVAL}/requests/{id}");
    for who in ["ngo", "moderator.rnp", "admin"] {
        let mut persona = app.signed_in(who).await;
        assert_eq!(persona.get(&format!("{ON_APPROVAL}/manage")).await.status, StatusCode::NOT_FOUND, "{who}");
        assert_eq!(persona.get(&request(&ngo_id)).await.status, StatusCode::NOT_FOUND, "{who}");
        let decided = persona.post(&request(&ngo_id), &[("decision", "approve")]).await;
        assert_eq!(decided.status, StatusCode::NOT_FOUND, "{who}");
    }

    secretariat.submit(&request(&ngo_id), &[("decision", "approve"), ("reason", "")]).await;
    let no_reason = secretariat.post(&request(&business_id), &[("decision", "decline"), ("reason", " ")]).await;
    assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    secretariat.submit(&request(&business_id), &[("decision", "decline"), ("reason", "Please name your field.")]).await;
    assert!(text(&mut ngo, ON_APPROVAL).await.contains("has joined this subgroup"));
    assert!(ngo.get("/desk").await.html().main_text().contains("SG-CHI"));
    assert!(business.get(ON_APPROVAL).await.html().has_button("Ask to join"), "a declined organisation may ask again");
    assert!(crate::accounts::mail_to(&mut ngo, "ngo@demo.example").await.contains("is now a member"));
    assert!(crate::accounts::mail_to(&mut ngo, "business@demo.example").await.contains("Please name your field."));
    let late = secretariat.post(&request(&ngo_id), &[("decision", "decline"), ("reason", "R")]).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN, "what is decided is not decided again");
}

#[tokio::test]
async fn those_in_charge_set_how_organisations_join() {
    let app = TestApp::new().await;
    let mut rnp = app.signed_in("moderator.rnp").await;
    let place = "/subgroups/sg-rnp";
    rnp.submit(&format!("{place}/manage"), &[("joining", "approval")]).await;
    let mut person = crate::accounts::register(&app, "new@example.org").await;
    assert!(person.get(place).await.html().has_button("Ask to join"));
    let id = organisation(&mut person, place).await;
    person.submit(&format!("{place}/join"), &[("organisation", &id)]).await;
    // The moderator is told, with the address to decide at.
    let mail = crate::accounts::mail_to(&mut rnp, "moderator.rnp@demo.example").await;
    assert!(mail.contains(&format!("/subgroups/sg-rnp/requests/{id}")), "{mail}");
    person.submit(&format!("{place}/leave"), &[("organisation", &id)]).await;
    assert!(text(&mut rnp, &format!("{place}/manage")).await.contains("No organisation has asked"), "a request can be taken back");
    assert_eq!(rnp.post(&format!("{place}/manage"), &[("joining", "never")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(rnp.post("/subgroups/sg-cap/manage", &[("joining", "open")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_announcement_is_checked_sent_once_and_reaches_members_and_followers() {
    let app = TestApp::new().await;
    let mut rnp = app.signed_in("moderator.rnp").await;
    let mut follower = crate::accounts::register(&app, "follower@example.org").await;
    crate::accounts::confirm(&mut follower, "follower@example.org").await;
    follower.submit("/subgroups/sg-rnp/follow", &[("follow", "yes")]).await;
    assert!(text(&mut follower, "/subgroups/sg-rnp").await.contains("You follow this subgroup"));

    let new = "/subgroups/sg-rnp/announcements/new";
    let fields = [("subject", "Informal meeting"), ("language", "en"), ("text", "On Friday.\n\n<b>Bring</b> your paper.")];
    assert_eq!(rnp.post(new, &fields[..1]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (draft, page) = rnp.submit(new, &fields).await;
    assert!(page.html().main_text().contains("persons by mail"), "{}", page.html().main_text());
    let mut visitor = app.visitor();
    assert_ne!(visitor.get(&draft).await.status, StatusCode::OK, "a draft is for those in charge");
    assert_eq!(app.signed_in("moderator.cap").await.get(&draft).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.signed_in("ngo").await.post(&draft, &[("version", "1")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.signed_in("ngo").await.post(new, &fields).await.status, StatusCode::NOT_FOUND);

    // Changed in another window: the old version is not sent.
    let edit = format!("{draft}/edit");
    let changed = [("subject", "Informal meeting"), ("language", "en"), ("text", "On Thursday."), ("version", "1")];
    rnp.submit(&edit, &changed).await;
    assert_eq!(rnp.post(&edit, &changed).await.status, StatusCode::CONFLICT);
    assert_eq!(rnp.post(&draft, &[("version", "1")]).await.status, StatusCode::CONFLICT);
    for _ in 0..2 {
        rnp.submit(&draft, &[("version", "2")]).await;
    }
    assert_eq!(rnp.get(&edit).await.status, StatusCode::NOT_FOUND, "what was sent stays as it is");

    let listed = text(&mut visitor, "/subgroups/sg-rnp").await;
    assert!(listed.contains("Informal meeting"), "{listed}");
    let sent = visitor.get(&draft).await;
    assert_eq!(sent.status, StatusCode::OK);
    engine::jobs::announcements::tick(&app.portal, app.now()).await.expect("writes the mails");
    engine::jobs::announcements::tick(&app.portal, app.now()).await.expect("finds nothing more");
    let outbox = visitor.get("/dev/outbox").await.text();
    assert_eq!(outbox.matches("[SG-RNP] Informal meeting").count(), recipients(&app).await, "one mail for each");
    let mail = crate::accounts::mail_to(&mut visitor, "follower@example.org").await;
    assert!(mail.contains("On Thursday.") && mail.contains("follow the subgroup"), "{mail}");
}

/// Contact points of the members of SG-RNP, and the one follower.
async fn recipients(app: &TestApp) -> usize {
    let mut tx = app.portal.database().read().await.expect("reads");
    let group = engine::store::subgroups::by_code(&mut tx, "SG-RNP").await.expect("reads").expect("is there");
    let list = engine::store::announcements::recipients(&mut tx, group.id, "", 1000).await.expect("reads");
    assert!(list.len() > 5, "the demonstration has members");
    list.len()
}

#[tokio::test]
async fn a_subgroup_announces_three_times_a_day() {
    let app = TestApp::new().await;
    let mut rnp = app.signed_in("moderator.rnp").await;
    let mut last = StatusCode::OK;
    for n in 0..4 {
        let subject = format!("No. {n}");
        let fields = [("subject", subject.as_str()), ("language", "en"), ("text", "T")];
        let (draft, _) = rnp.submit("/subgroups/sg-rnp/announcements/new", &fields).await;
        last = rnp.post(&draft, &[("version", "1")]).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn the_page_of_a_subgroup_costs_the_same_however_many_members_it_has() {
    use model::portal::Subgroups;
    let app = TestApp::new().await;
    let ctx = app.ctx_of("ngo@demo.example", app.now()).await;
    let count = async |code: &str| {
        let (page, work) = engine::watch::count(app.portal.subgroup(&ctx, code)).await;
        page.expect("reads");
        let (list, more) = engine::watch::count(app.portal.subgroup_members(&ctx, code, None)).await;
        list.expect("reads");
        (work.len(), more.len())
    };
    assert_eq!(count("sg-rnp").await, count("sg-law").await);
    assert!(count("sg-rnp").await.0 <= 16, "{:?}", count("sg-rnp").await);
}

/// Public organisations of these names, as members of a subgroup.
async fn add_members(app: &TestApp, code: &str, names: Vec<String>) {
    use engine::store::{organisations, subgroup_members, subgroups};
    use model::domain::ids::OrganisationId;
    use model::domain::organisation::{Organisation, Profile, Region, StakeholderType};
    let (now, code) = (app.now(), code.to_owned());
    app.portal
        .database()
        .write_tx(move |tx| {
            let (names, code) = (names.clone(), code.clone());
            Box::pin(async move {
                let group = subgroups::by_code(tx, &code).await?.expect("is there").id;
                for (n, name) in (0_u128..).zip(names) {
                    let id = OrganisationId(uuid::Uuid::from_u128(n + (7 << 76) + (2 << 62)));
                    let profile = Profile::of_registration(name, StakeholderType::Ngo, Region::Weog);
                    organisations::insert(tx, &Organisation { approved_at: Some(now), ..Organisation::new(id, profile, now) }).await?;
                    subgroup_members::begin(tx, group, id, None, now, true).await?;
                }
                Ok::<_, engine::store::StoreError>(())
            })
        })
        .await
        .expect("adds");
}

#[tokio::test]
async fn members_stand_where_a_reader_looks_for_them() {
    let app = TestApp::new().await;
    let names = ["Zeta Forum", "eco union", "École Nationale", "Echo House", "أكاديمية السلام", "abacus trust"];
    add_members(&app, "SG-LAW", names.map(str::to_owned).to_vec()).await;
    let list = app.visitor().get("/subgroups/sg-law/members").await.html().texts("main ul.rows bdi");
    let shown: Vec<&str> = list.iter().map(String::as_str).filter(|name| names.contains(name)).collect();
    assert_eq!(shown, ["abacus trust", "Echo House", "eco union", "École Nationale", "Zeta Forum", "أكاديمية السلام"]);
}

#[tokio::test]
async fn members_are_read_by_pages_without_gap_or_repetition() {
    let app = TestApp::new().await;
    // Every name five times over, and three ways of writing it.
    let names: Vec<String> = (0..405)
        .map(|n| match n % 3 {
            0 => format!("Étude {:03}", n / 15),
            1 => format!("etude {:03}", n / 15),
            _ => format!("ETUDE {:03}", n / 15),
        })
        .collect();
    add_members(&app, "SG-LAW", names.clone()).await;
    let (mut seen, mut next) = (Vec::new(), Some("/subgroups/sg-law/members".to_owned()));
    while let Some(place) = next {
        let html = app.visitor().get(&place).await.html();
        seen.extend(html.texts("main ul.rows bdi").into_iter().filter(|name| names.contains(name)));
        next = html.links("Next page").pop();
    }
    assert_eq!(seen.len(), names.len());
    let keys: Vec<String> = seen.iter().map(|name| model::domain::likeness::fold(name)).collect();
    assert!(keys.is_sorted());
}

#[tokio::test]
async fn who_acts_for_several_organisations_chooses_one() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.get(OPEN).await.html().count("select[name=organisation]"), 0, "nothing to choose with one");
    let members = format!("{}/members", crate::organisations::own_organisation(&mut app.signed_in("academia").await).await);
    let academia = members.trim_start_matches("/organisations/").trim_end_matches("/members").to_owned();
    app.signed_in("academia").await.submit(&members, &[("act", "invite"), ("email", "ngo@demo.example"), ("function", "drafter")]).await;
    let mail = crate::accounts::mail_to(&mut ngo, "ngo@demo.example").await;
    let link = mail.split_whitespace().find(|word| word.contains("/invitations/")).expect("a link");
    ngo.submit(link.trim_start_matches(crate::support::ORIGIN), &[]).await;

    let page = ngo.get(OPEN).await.html();
    assert_eq!(page.count("main form[action$='/join'] button"), 1, "one form, one button");
    assert_ne!(page.value("Organisation"), "", "one is proposed");
    assert_eq!(page.option("Organisation", "Lakeside"), academia);
    assert!(page.has_button("Join subgroup"));
    ngo.submit(&format!("{OPEN}/join"), &[("organisation", &academia)]).await;
    let page = ngo.get(OPEN).await.html();
    assert!(page.main_text().contains("Lakeside Institute for Peace and Technology (invented) has joined this subgroup"));
    assert_eq!(page.count("select[name=organisation]"), 0, "one is left: nothing to choose");
    let own = organisation(&mut ngo, OPEN).await;
    assert!(page.has_button("Join subgroup") && !own.is_empty());
    // What was chosen stays when it is refused: twenty moves are enough for a while.
    ngo.submit(&format!("{OPEN}/leave"), &[("organisation", &academia)]).await;
    for act in ["join", "leave"].repeat(9) {
        ngo.submit(&format!("{OPEN}/{act}"), &[("organisation", &academia)]).await;
    }
    let refused = ngo.post(&format!("{OPEN}/join"), &[("organisation", &academia)]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.html().value("Organisation"), academia);
}
