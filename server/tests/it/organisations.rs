//! Organisations: the public list and pages, what they say of themselves, their history, mergers.

use crate::support::{Persona, TestApp};
use axum::http::{StatusCode, header};
use engine::store::organisations as store;
use engine::watch::{Work, count};
use model::domain::ids::OrganisationId;
use model::domain::organisation::{Organisation, Profile, Region, StakeholderType};
use model::domain::time::{Instant, Span};

/// The organisation of a demonstration login: its address.
pub async fn own_organisation(persona: &mut Persona<'_>) -> String {
    let desk = persona.get("/desk").await.html();
    desk.links("").into_iter().find(|l| l.starts_with("/organisations/") && !l.ends_with("/members")).expect("an organisation on the desk")
}

/// Organisations by the dozen, public from the start.
async fn fill(app: &TestApp, numbers: std::ops::Range<u32>) {
    let now = app.now();
    app.portal
        .database()
        .write_tx(move |tx| {
            let numbers = numbers.clone();
            Box::pin(async move {
                for n in numbers {
                    let profile = Profile::of_registration(format!("Bureau {n:05} of Measures"), StakeholderType::Academia, Region::Grulac);
                    let id = OrganisationId(uuid::Uuid::from_u128(u128::from(n) + (7 << 76) + (2 << 62)));
                    let organisation = Organisation { approved_at: Some(now), ..Organisation::new(id, profile, now) };
                    store::insert(tx, &organisation).await?;
                }
                Ok::<_, engine::store::StoreError>(())
            })
        })
        .await
        .expect("fills");
}

fn statements(work: &[Work]) -> usize {
    work.iter().filter(|work| matches!(work, Work::Statement(_))).count()
}

#[tokio::test]
async fn the_list_costs_the_same_with_ten_thousand_organisations() {
    let app = TestApp::new().await;
    let (few, cheap) = count(app.visitor().get("/organisations")).await;
    assert_eq!(few.status, StatusCode::OK);
    fill(&app, 0..10_000).await;
    let (many, work) = count(app.visitor().get("/organisations")).await;
    assert_eq!(statements(&work), statements(&cheap), "{work:?}");
    assert_eq!(many.html().count("ul.rows > li"), 50);
    // By pages, without gap or repetition; the filter stays.
    let mut seen = Vec::new();
    let mut next = "/organisations?type=academia&region=grulac&search=bureau".to_owned();
    for _ in 0..4 {
        let (page, work) = count(app.visitor().get(&next)).await;
        assert_eq!(statements(&work), statements(&cheap));
        let html = page.html();
        seen.extend(html.links("Bureau"));
        next = html.link("Next page");
    }
    let mut unique = seen.clone();
    unique.dedup();
    assert_eq!((seen.len(), unique.len()), (200, 200));
    let found = app.visitor().get("/organisations?search=bureau+00042").await.html();
    assert_eq!(found.links("Bureau").len(), 1);
    let (page, work) = count(app.visitor().get("/register")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(statements(&work) < 5, "{work:?}");
}

#[tokio::test]
async fn the_list_is_filtered_by_type_region_and_the_beginning_of_any_word() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let names = |text: String| crate::support::Html::parse(&text).main_text();
    let found = names(visitor.get("/organisations?search=lakesi").await.text());
    assert!(found.contains("Lakeside Institute") && !found.contains("Kestrel"), "{found}");
    let found = names(visitor.get("/organisations?search=JMS").await.text());
    assert!(found.contains("Jukwaa"), "the short name is found too: {found}");
    let found = names(visitor.get("/organisations?type=business").await.text());
    assert!(found.contains("Kestrel") && !found.contains("Jukwaa"), "{found}");
    let found = names(visitor.get("/organisations?search=keside").await.text());
    assert!(found.contains("No organisation matches"), "{found}");
    for hostile in ["%25", "_", "%27%20OR%201=1", "%00", "%F0%9F%98%80"] {
        let answer = visitor.get(&format!("/organisations?search={hostile}&type={hostile}&region={hostile}")).await;
        assert!(answer.status.is_success() || answer.status.is_client_error(), "{hostile}: {}", answer.status);
    }
    for cursor in ["x", "0192f0c8-0000-7000-8000-00000000000", "%00", "ééééééééééééééééééééééé"] {
        let answer = visitor.get(&format!("/organisations?after={cursor}")).await;
        assert!(answer.status == StatusCode::NOT_FOUND || answer.status == StatusCode::OK, "{cursor}: {}", answer.status);
    }
}

#[tokio::test]
async fn an_organisation_has_a_page_with_what_it_says_and_said() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/organisations?search=jukwaa").await.html().link("Jukwaa");
    let html = app.visitor().get(&page).await.html();
    let text = html.main_text();
    for words in ["JMS", "Kenya", "African Union", "English, French", "Special consultative status", "jukwaa.example"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(html.attribute("a[href^=\"https://jukwaa\"]", "rel").as_deref(), Some("nofollow noopener external"));
    assert!(!html.links("").iter().any(|l| l.ends_with("/members") || l.ends_with("/edit")), "nothing to press for the public");
    let paper = app.visitor().get("/papers").await.html().link("");
    assert!(!paper.is_empty());
    // Names lead there, wherever they stand.
    let papers = app.visitor().get("/papers").await.html();
    assert!(papers.links("").iter().filter(|l| l.starts_with("/organisations/")).count() > 10);
}

#[tokio::test]
async fn nothing_of_an_unapproved_organisation_is_public() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    ana.submit("/register", &crate::accounts::FORM).await;
    let page = own_organisation(&mut ana).await;
    ana.submit("/subgroups/sg-rnp/join", &[("organisation", &page.replace("/organisations/", ""))]).await;
    let own = ana.get(&page).await;
    assert_eq!(own.status, StatusCode::OK);
    assert!(own.html().main_text().contains("Nothing of this organisation is public yet"));
    let name = "Cámara de ejemplo";
    for who in ["", "ngo", "chair", "moderator.rnp", "secretariat"] {
        let mut persona = if who.is_empty() { app.visitor() } else { app.signed_in(who).await };
        for channel in ["/organisations", "/organisations?search=camara", "/subgroups/sg-rnp", "/papers", "/bodies/oewg", "/"] {
            let text = persona.get(channel).await.text();
            assert!(!text.contains(name), "{who} reads it at {channel}");
        }
        let status = persona.get(&page).await.status;
        let office = matches!(who, "chair" | "moderator.rnp" | "secretariat");
        assert_eq!(status, if office { StatusCode::OK } else { StatusCode::NOT_FOUND }, "{who}");
        let members = persona.get(&format!("{page}/members")).await.status;
        assert_eq!(members == StatusCode::OK, who == "secretariat", "{who} {members}");
        assert_ne!(
            persona.get(&format!("{page}/edit")).await.status,
            if who == "secretariat" { StatusCode::NOT_FOUND } else { StatusCode::OK }
        );
    }
    let asked = app.signed_in("ngo").await.post(&format!("{page}/join"), &[("message", "")]).await;
    assert_eq!(asked.status, StatusCode::NOT_FOUND, "nor can it be asked, and so be found out");
}

const PROFILE: [(&str, &str); 12] = [
    ("name", "Jukwaa Digital"),
    ("short_name", "JD"),
    ("stakeholder_type", "ngo"),
    ("country", "TZ"),
    ("region", "african_group"),
    ("affiliations", "african_union"),
    ("affiliations", "brics"),
    ("languages", "fr"),
    ("website", "https://jukwaa.example/karibu"),
    ("ecosoc", ""),
    ("description", "One.\n\nTwo </textarea><script>alert(1)</script>"),
    ("reason", "The assembly chose a new name."),
];

#[tokio::test]
async fn a_contact_point_edits_and_a_new_name_stays_in_the_history() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let page = own_organisation(&mut ngo).await;
    let edit = format!("{page}/edit");
    let form = ngo.get(&edit).await.html();
    let version = form.hidden("version");
    assert_eq!(form.value("Official name"), "Jukwaa la Mtandao Salama (invented)");
    let mut fields = PROFILE.to_vec();
    fields.push(("version", &version));
    // A public name does not change without a reason.
    let mut silent = fields.clone();
    silent.retain(|(name, _)| *name != "reason");
    let refused = ngo.post(&edit, &silent).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.html().errors().len(), 1, "{:?}", refused.html().errors());
    assert_eq!(refused.html().value("Short name"), "JD", "what was typed stays");
    let (location, after) = ngo.submit(&edit, &fields).await;
    assert_eq!(location, page);
    let text = after.html().main_text();
    assert!(text.contains("Formerly: Jukwaa la Mtandao Salama") && text.contains("The assembly chose a new name."), "{text}");
    assert!(text.contains("BRICS, African Union") && text.contains("United Republic of Tanzania"), "{text}");
    assert!(!after.text().contains("<script>alert(1)"));
    // The form that was filled before is told.
    let late = ngo.post(&edit, &[fields.as_slice(), &[("name", "Third name")]].concat()).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(late.html().value("Official name"), "Third name");
}

/// The contact point of an invented organisation that has accepted input.
async fn harbour(app: &TestApp) -> Persona<'_> {
    let mut persona = app.visitor();
    let fields = [("email", "harbour-csirt@organisations.demo.example"), ("password", engine::demo::PASSWORD)];
    persona.submit("/sign-in", &fields).await;
    persona
}

#[tokio::test]
async fn what_was_submitted_keeps_the_name_it_was_submitted_under() {
    let app = TestApp::new().await;
    let mut harbour = harbour(&app).await;
    let page = own_organisation(&mut harbour).await;
    let mut fields = PROFILE.to_vec();
    fields.push(("version", "1"));
    harbour.submit(&format!("{page}/edit"), &fields).await;
    let public = app.visitor().get(&page).await.html();
    assert_eq!(public.title(), "Jukwaa Digital");
    let papers = app.visitor().get("/papers").await.html();
    assert_eq!(papers.link("Harbour CSIRT Forum"), page, "the old name leads to the page of the new one");
    assert!(papers.links("Jukwaa Digital").is_empty());
    // A draft bears the name of today.
    let paper = public.links("").into_iter().find(|l| l.starts_with("/papers/")).expect("a paper");
    assert!(app.visitor().get(&paper).await.html().main_text().contains("Harbour CSIRT Forum"));
}

#[tokio::test]
async fn only_contact_points_and_the_secretariat_edit() {
    let app = TestApp::new().await;
    let page = own_organisation(&mut app.signed_in("ngo").await).await;
    let edit = format!("{page}/edit");
    for (who, status) in
        [("drafter.ngo", 403), ("reviewer.ngo", 403), ("business", 403), ("moderator.rnp", 403), ("chair", 403), ("secretariat", 200)]
    {
        let mut persona = app.signed_in(who).await;
        assert_eq!(persona.get(&edit).await.status, status, "{who}");
        let mut fields = PROFILE.to_vec();
        fields.push(("version", "1"));
        let posted = persona.post(&edit, &fields).await.status;
        assert_eq!(posted, if status == 200 { 303 } else { 403 }, "{who}");
    }
    let mut ngo = app.signed_in("ngo").await;
    for website in ["http://x.example", "javascript:alert(1)", "https://user@evil.example", "https://x"] {
        let mut fields = PROFILE.to_vec();
        fields.retain(|(name, _)| *name != "website");
        fields.extend([("version", "2"), ("website", website)]);
        assert_eq!(ngo.post(&edit, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{website}");
    }
}

#[tokio::test]
async fn a_duplicate_is_merged_and_its_address_leads_on() {
    let app = TestApp::new().await;
    let academia = own_organisation(&mut app.signed_in("academia").await).await;
    let duplicate = own_organisation(&mut harbour(&app).await).await;
    let into = academia.replace("/organisations/", "");
    let merge = format!("{duplicate}/merge");
    for who in ["ngo", "academia", "chair", "moderator.rnp"] {
        let status = app.signed_in(who).await.post(&merge, &[("into", &into), ("reason", "They are one.")]).await.status;
        assert_eq!(status, StatusCode::FORBIDDEN, "{who}");
    }
    let mut secretariat = app.signed_in("secretariat").await;
    let form = secretariat.get(&format!("{merge}?search=lakeside")).await.html();
    assert_eq!(form.option("Organisation that stays", "Lakeside"), into);
    let silent = secretariat.post(&merge, &[("into", &into), ("reason", " ")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let itself = duplicate.replace("/organisations/", "");
    for wrong in [itself.as_str(), "0192f0c8-0000-7000-8000-000000000001"] {
        let refused = secretariat.post(&merge, &[("into", wrong), ("reason", "r")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let drafts = |html: &crate::support::Html| html.links("Go on writing").len();
    let before =
        drafts(&harbour(&app).await.get("/desk").await.html()) + drafts(&app.signed_in("academia").await.get("/desk").await.html());
    let (location, page) = secretariat.submit(&merge, &[("into", &into), ("reason", "They are one.")]).await;
    assert_eq!(location, academia);
    let text = page.html().main_text();
    assert!(text.contains("Harbour CSIRT Forum (invented)” was merged into this organisation") && text.contains("They are one."), "{text}");
    // Both had applied for accreditation, in the data of the demonstration.
    let told: Vec<_> = crate::ledger::mails(&app, "").await.into_iter().filter(|mail| mail.body.contains("one of the two stays")).collect();
    assert!(told.iter().any(|mail| mail.recipient == "academia@demo.example"), "{told:?}");
    let old = app.visitor().get(&duplicate).await;
    assert_eq!((old.status, old.location()), (StatusCode::PERMANENT_REDIRECT, academia.clone()));
    assert_eq!(app.visitor().get(&format!("/ar{duplicate}")).await.location(), format!("/ar{academia}"));
    // The member is a drafter of the other one now, with the drafts; what was public keeps its name.
    let desk = harbour(&app).await.get("/desk").await.html();
    assert!(desk.main_text().contains("Drafter") && desk.main_text().contains("Lakeside Institute"), "{}", desk.main_text());
    assert_eq!(drafts(&desk), before);
    assert!(app.visitor().get("/papers").await.text().contains("Harbour CSIRT Forum"));
    assert!(!app.visitor().get("/organisations").await.text().contains("Harbour CSIRT"));
    assert_eq!(secretariat.post(&merge, &[("into", &into), ("reason", "again")]).await.status, StatusCode::NOT_FOUND);
    let outbox = secretariat.get("/dev/outbox").await.html().main_text();
    assert!(outbox.contains("harbour-csirt@organisations.demo.example") && outbox.contains("academia@demo.example"));
}

#[tokio::test]
async fn an_organisation_page_is_the_same_bytes_for_everyone() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/organisations?search=jukwaa").await.html().link("Jukwaa");
    let once = app.visitor().get(&page).await;
    app.advance(Span::HOUR);
    assert_eq!(once.bytes, app.visitor().get(&page).await.bytes);
    assert_eq!(once.headers[header::CACHE_CONTROL], "no-cache");
    assert!(app.now() > Instant(0));
}
