//! Wrong, missing, too long, foreign, repeated, hostile: a clear answer with the right status, never a 500.

use crate::support::{TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

/// Values that have broken other systems.
fn hostile() -> Vec<String> {
    vec![
        String::new(),
        " ".to_owned(),
        "\0".to_owned(),
        "a\u{0}b\u{1b}[31m".to_owned(),
        "</textarea><script>alert(1)</script>".to_owned(),
        "'; DROP TABLE paper; --".to_owned(),
        "\u{202e}desrever".to_owned(),
        "😀".repeat(5000),
        "x".repeat(70_000),
        "../../etc/passwd".to_owned(),
        "0192f0c8-0000-7000-8000-000000000001".to_owned(),
        "-9223372036854775808".to_owned(),
        "NaN".to_owned(),
        "{{7*7}}".to_owned(),
        "%00%ff".to_owned(),
        "\u{fffd}\u{fffe}".to_owned(),
    ]
}

/// The forms of the account, and of the way back in: who posts them, where, which fields.
const ACCOUNT_FORMS: &[(&str, &str, &[&str])] = &[
    ("academia", "/account/details", &["full_name", "mail_language"]),
    ("", "/sign-in/code", &["code", "next", "pending", "pending.text"]),
    ("", "/forgotten", &["email"]),
    ("", "/reset/none", &["new_password"]),
    ("", "/account/email/none", &["x"]),
    ("ngo", "/account/data", &["own_email"]),
    ("ngo", "/account/email", &["email"]),
    ("ngo", "/account/email", &["code"]),
    ("ngo", "/account/second-factor", &["code", "next", "pending", "pending.text"]),
    ("ngo", "/account/prove", &["password", "code", "next", "pending", "pending.text"]),
    ("ngo", "/account/sessions", &["session"]),
    ("ngo", "/account/calendar", &["act"]),
    ("ngo", "/account/resume", &["pending", "pending.text", "next"]),
    // Last: some of the values are good passwords.
    ("academia", "/account/password", &["new_password"]),
];

/// The fields of an organisation's profile.
const PROFILE: [&str; 13] = [
    "name",
    "short_name",
    "stakeholder_type",
    "technical_community",
    "country",
    "region",
    "affiliations",
    "languages",
    "website",
    "ecosoc",
    "description",
    "reason",
    "version",
];

/// The fields of the chair's forms.
const SESSION: [&str; 10] = ["code", "title", "title_ar", "starts_on", "ends_on", "city", "city_ar", "time_zone", "mode", "version"];
const ROUND: [&str; 17] = [
    "scope",
    "kind",
    "title",
    "title_ar",
    "call",
    "call_ar",
    "questions",
    "questions_ar",
    "draft_version",
    "subgroup",
    "opens_at",
    "opens_at_choice",
    "closes_at",
    "closes_at_choice",
    "time_zone",
    "reason",
    "version",
];

const TEXT: [&str; 9] = ["title", "title_ar", "subgroup", "label", "label_ar", "language", "source", "version", "act"];

const COMMENT: [&str; 11] =
    ["stance", "operation", "proposed_text", "reason", "language", "kind", "quote", "link", "round", "comment", "version"];

const PAPER: [&str; 11] =
    ["title", "language", "subgroup", "text", "consent", "recommendation_1", "about_1", "round", "version", "asked", "action"];

/// The chair's forms of a text that is being prepared.
fn of_texts((preparation, draft): &(String, String)) -> [(&'static str, String, Vec<&'static str>); 6] {
    [
        ("chair", "/bodies/oewg/texts/new".to_owned(), TEXT.to_vec()),
        ("chair", preparation.clone(), TEXT.to_vec()),
        ("chair", format!("{preparation}/origins"), vec!["from-1", "from-2", "words", "confirmed"]),
        ("chair", format!("{preparation}/issue"), vec!["version", "act", "issue_at", "issue_at_choice", "time_zone"]),
        ("chair", format!("{draft}/translations/fr"), vec!["status", "source", "revision", "act"]),
        ("moderator.rnp", format!("{draft}/earlier"), vec!["comment", "version", "state", "stands_at", "at", "act", "after", "said"]),
    ]
}

/// The forms of themes, over some that are there.
async fn of_themes(app: &TestApp, item: &str) -> Vec<(&'static str, String, Vec<&'static str>)> {
    const TREE: &str = "/moderation/queues/sg-rnp/themes";
    let mut moderator = app.signed_in("moderator.rnp").await;
    let (a, b) = (
        crate::themes::theme_in(&mut moderator, TREE, "Hostile A", "").await,
        crate::themes::theme_in(&mut moderator, TREE, "Hostile B", "").await,
    );
    let version = moderator.get(TREE).await.html().hidden("version");
    let merge = [("theme", a.as_str()), ("theme", b.as_str()), ("name", "M"), ("language", "en"), ("version", version.as_str())];
    let (to, page) = moderator.submit(&format!("{TREE}/merge"), &merge).await;
    let act = to.split("done=").nth(1).expect("the act").to_owned();
    let theme = page.html().link("M");
    let sorted = format!("input-{}", item.trim_start_matches("/moderation/papers/"));
    let split = ["name_1", "name_2", "name_5", "language", "rest", "version", Box::leak(sorted.into_boxed_str())];
    vec![
        ("moderator.rnp", TREE.to_owned(), vec!["name", "language", "parent", "version"]),
        ("moderator.rnp", format!("{TREE}/order"), vec!["up", "down", "version"]),
        ("moderator.rnp", format!("{TREE}/merge"), vec!["theme", "name", "language", "parent", "version"]),
        ("moderator.rnp", theme.clone(), vec!["act", "name", "language", "parent", "version"]),
        ("moderator.rnp", format!("{theme}/split"), split.to_vec()),
        ("moderator.rnp", format!("/moderation/theme-acts/{act}"), vec!["version"]),
        ("moderator.rnp", format!("{item}/themes"), vec!["theme", "was", "version", "tree"]),
        ("moderator.rnp", "/moderation/several/themes".to_owned(), vec!["item", "add_theme"]),
    ]
}

#[tokio::test]
async fn every_form_answers_every_hostile_value() {
    let app = TestApp::new().await;
    let round = crate::papers::open_round(&app).await;
    let mut business = app.signed_in("business").await;
    let provision = crate::comments::paragraph(&mut business, "1").await;
    let comment = format!("{}/withdraw", crate::anchors::comment(&app, &provision, "To be withdrawn.").await);
    let draft = business.get("/desk").await.html().links("").into_iter().find(|l| l.ends_with("/edit")).expect("a draft");
    let session = business
        .get(&format!("/rounds/{round}"))
        .await
        .html()
        .links("")
        .into_iter()
        .find(|link| link.starts_with("/sessions/"))
        .expect("its session");
    let moderation: String = app
        .signed_in("moderator.rnp")
        .await
        .get("/moderation")
        .await
        .html()
        .links("")
        .into_iter()
        .find(|l| l.starts_with("/moderation/papers/"))
        .expect("an item");
    let moderation_paper = moderation.clone();
    let late = crate::late::one_that_waits(&mut business).await;
    let speakers = format!("/rounds/{}", crate::speakers::list_of_speakers(&app).await);
    let accreditation = format!("/rounds/{}", crate::accreditations::round_of(&app).await);
    let application = app.signed_in("chair").await.get(&format!("{accreditation}/applications")).await.html().link("Northfell");
    let organisation = crate::organisations::own_organisation(&mut app.signed_in("ngo").await).await;
    let words = [("subject", "S"), ("language", "en"), ("text", "T")];
    let (announcement, _) = app.signed_in("moderator.rnp").await.submit("/subgroups/sg-rnp/announcements/new", &words).await;
    crate::accounts::register(&app, "waits@example.org").await;
    let waiting = app.signed_in("secretariat").await.get("/secretariat").await.html().link("Cámara de ejemplo");
    let ends = ["/withdraw", "/submit", "/delete"].map(|end| draft.replace("/edit", end));
    let mut forms: Vec<(&str, String, Vec<&str>)> = vec![
        (
            "",
            "/register".to_owned(),
            vec!["email", "full_name", "password", "organisation_name", "stakeholder_type", "region", "stamp", "homepage"],
        ),
        ("secretariat", "/register/organisation".to_owned(), vec!["organisation_name", "stakeholder_type", "region", "typed"]),
        ("secretariat", "/register/organisation/withdraw".to_owned(), vec!["request"]),
        ("ngo", format!("{organisation}/edit"), PROFILE.to_vec()),
        ("ngo", format!("{organisation}/members"), vec!["act", "target", "email", "function", "reason"]),
        ("business", format!("{organisation}/join"), vec!["message"]),
        ("secretariat", format!("{organisation}/merge"), vec!["into", "reason", "search"]),
        ("", "/invitations/0123456789abcdef".to_owned(), vec!["full_name", "password"]),
        ("", "/sign-in".to_owned(), vec!["email", "password", "next"]),
        ("business", "/confirm".to_owned(), vec!["code"]),
        ("business", "/papers/new".to_owned(), PAPER.to_vec()),
        ("business", draft, PAPER.to_vec()),
        ("chair", format!("{provision}/status"), vec!["status", "note", "after"]),
        ("chair", format!("{provision}/links"), vec!["norms", "texts", "mark"]),
        ("business", provision, COMMENT.to_vec()),
        ("business", comment.clone(), vec!["version"]),
        ("ngo", comment.replace("/withdraw", "/voice"), vec!["organisation", "version", "voice"]),
        ("business", "/subgroups/sg-rnp/join".to_owned(), vec!["organisation"]),
        ("business", "/subgroups/sg-rnp/leave".to_owned(), vec!["organisation"]),
        ("business", "/subgroups/sg-rnp/follow".to_owned(), vec!["follow"]),
        ("moderator.rnp", "/subgroups/sg-rnp/manage".to_owned(), vec!["joining"]),
        ("moderator.rnp", format!("/subgroups/sg-rnp/requests/{round}"), vec!["decision", "reason"]),
        ("moderator.rnp", "/subgroups/sg-rnp/announcements/new".to_owned(), vec!["subject", "language", "text"]),
        ("moderator.rnp", announcement.clone(), vec!["version"]),
        ("moderator.rnp", format!("{announcement}/edit"), vec!["subject", "language", "text", "version"]),
        ("chair", "/bodies/oewg/offices/new".to_owned(), vec!["email", "office", "until", "reason"]),
        ("chair", format!("/offices/{round}/end"), vec!["reason"]),
        ("admin", "/admin/offices/new".to_owned(), vec!["email", "office", "until", "reason"]),
        ("secretariat", format!("/secretariat/people/{round}/resend"), vec!["x"]),
        ("secretariat", format!("/secretariat/people/{round}/second-factor"), vec!["reason"]),
        ("secretariat", waiting, vec!["verdict", "reason"]),
        ("chair", format!("/rounds/{round}/deadline"), vec!["closes_at", "closes_at_choice", "time_zone", "reason"]),
        ("chair", "/bodies/oewg/sessions/new".to_owned(), SESSION.to_vec()),
        ("chair", format!("{session}/edit"), SESSION.to_vec()),
        ("chair", format!("{session}/rounds/new"), ROUND.to_vec()),
        ("chair", format!("/rounds/{round}/edit"), ROUND.to_vec()),
        ("chair", format!("/rounds/{round}/withdraw"), vec!["reason"]),
        ("chair", format!("/rounds/{round}/grants"), vec!["organisation", "ends_at", "time_zone", "reason", "search"]),
        ("business", format!("{speakers}/speak"), vec!["organisation", "speaker", "capacity", "subject", "language", "version"]),
        ("business", format!("{speakers}/speak/withdraw"), vec!["organisation"]),
        ("business", crate::co_signing::open_paper(&app).await, vec!["organisation", "act", "sha256"]),
        ("business", format!("{accreditation}/apply"), vec!["organisation", "consultative", "purpose", "activities", "version"]),
        ("business", format!("{accreditation}/apply/withdraw"), vec!["organisation"]),
        ("secretariat", format!("{accreditation}/applications"), vec!["application", "step", "reason"]),
        ("chair", application, vec!["application", "step", "reason", "state", "grounds"]),
        ("chair", format!("{speakers}/speakers"), vec!["place-01000000-0000-7000-8000-000000000000", "version"]),
        ("chair", late, vec!["outcome", "reason"]),
        ("moderator.rnp", format!("{moderation}/move"), vec!["to", "why", "version"]),
        ("moderator.rnp", moderation, vec!["outcome", "code", "reason", "version"]),
        ("moderator.rnp", "/moderation/several".to_owned(), vec!["item", "outcome", "code", "reason"]),
        ("moderator.rnp", "/moderation/views".to_owned(), vec!["name", "query", "act"]),
    ];
    forms.extend(of_themes(&app, &moderation_paper).await);
    forms.extend(of_texts(&crate::anchors::texts(&app).await));
    forms.extend(ends.map(|path| ("business", path, vec!["version"])));
    forms.extend(ACCOUNT_FORMS.iter().map(|(who, path, names)| (*who, (*path).to_owned(), names.to_vec())));
    answer_all(&app, forms).await;
}

/// Posts every hostile value to every form, and each field twice and alone.
async fn answer_all(app: &TestApp, forms: Vec<(&str, String, Vec<&str>)>) {
    for (who, path, names) in forms {
        // Signing in for each form would look like guessing, were it all in one minute.
        app.advance(Span::MINUTE);
        let mut persona = if who.is_empty() { app.visitor() } else { app.signed_in(who).await };
        for value in hostile() {
            let fields: Vec<(&str, &str)> = names.iter().map(|name| (*name, value.as_str())).collect();
            let answer = persona.post(&path, &fields).await;
            assert!(answer.status.as_u16() < 500, "{path} with {:?}: {}", value.chars().take(20).collect::<String>(), answer.status);
            assert!(!answer.text().contains("<script>alert(1)"), "{path} is not escaped");
        }
        for name in &names {
            // Each field repeated, and each alone.
            let answer = persona.post(&path, &[(name, "a"), (name, "b")]).await;
            assert!(answer.status.as_u16() < 500, "{path} {name}");
        }
    }
}

#[tokio::test]
async fn five_megabytes_get_a_clear_answer_and_come_back() {
    let app = TestApp::new().await;
    let round = crate::papers::open_round(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let text = "نص ".repeat(1_000_000);
    let fields = paper_fields(&[("title", "Long"), ("language", "ar"), ("text", text.as_str()), ("round", &round)]);
    let answer = ngo.post("/papers/new", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.html().value("Text").len(), text.len(), "nothing is lost");
    // What no form takes gets a page too.
    let huge = "x".repeat(25 * 1024 * 1024);
    let answer = ngo.post("/papers/new", &[("text", huge.as_str())]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer.html().count("h1"), 1);
}

const BELOW_A_SESSION: [&str; 12] = [
    "/edit",
    "/rounds/new",
    "/rounds/new?template=weeks-8",
    "/statistics",
    "/inputs",
    "/contributors",
    "/summary/write",
    "/summary/parts/overview",
    "/summary",
    "/summary.docx",
    "/summary.csv",
    "/summary.json",
];

#[tokio::test]
async fn every_id_in_every_address_may_be_nonsense() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let mut secretariat = app.signed_in("secretariat").await;
    for id in [
        "x",
        "%00",
        "..%2f..",
        "0192F0C8-0000-7000-8000-000000000001",
        "0192f0c8-0000-7000-8000-000000000001",
        "%F0%9F%98%80",
        "1%27%20OR%201=1",
    ] {
        for room in [
            "/bodies/",
            "/sessions/",
            "/rounds/",
            "/late/",
            "/refusals/",
            "/subgroups/",
            "/drafts/",
            "/provisions/",
            "/papers/",
            "/comments/",
            "/organisations/",
            "/summary/sentences/",
            "/invitations/",
            "/moderation/papers/",
            "/moderation/comments/",
            "/moderation/themes/",
            "/moderation/theme-acts/",
            "/themes/",
            "/confirm/",
            "/dev/outbox/",
            "/announcements/",
            "/subgroups/sg-rnp/requests/",
            "/secretariat/people/",
            "/secretariat/organisations/",
        ] {
            let status = chair.get(&format!("{room}{id}")).await.status;
            assert!(status.is_client_error() || room == "/confirm/", "{room}{id}: {status}");
        }
        for tail in BELOW_A_SESSION {
            assert!(chair.get(&format!("/sessions/{id}{tail}")).await.status.is_client_error());
        }
        for tail in ["/edit", "/members", "/merge", "/join"] {
            assert!(chair.get(&format!("/organisations/{id}{tail}")).await.status.is_client_error());
        }
        assert!(chair.get(&format!("/bodies/{id}/sessions/new")).await.status.is_client_error());
        for tail in [
            "/edit",
            "/withdraw",
            "/ledger",
            "/grants",
            "/late",
            "/deadline",
            "/speak",
            "/speakers",
            "/apply",
            "/applications",
            "/papers/chair",
        ] {
            assert!(chair.get(&format!("/rounds/{id}{tail}")).await.status.is_client_error());
        }
        for tail in ["/edit", "/submit", "/receipt", "/withdraw", "/delete", "/compare", "/joint", "/confirm", "/corrigendum"] {
            assert!(chair.get(&format!("/papers/{id}{tail}")).await.status.is_client_error());
        }
        assert!(chair.get(&format!("/announcements/{id}/edit")).await.status.is_client_error());
        assert!(secretariat.get(&format!("/secretariat/people/{id}/second-factor")).await.status.is_client_error());
        assert!(chair.get(&format!("/offices/{id}/end")).await.status.is_client_error());
        for tail in ["/offices", "/offices/new"] {
            assert!(chair.get(&format!("/bodies/{id}{tail}")).await.status.is_client_error());
        }
        for tail in ["/members", "/papers", "/manage", "/announcements/new"] {
            assert!(chair.get(&format!("/subgroups/{id}{tail}")).await.status.is_client_error());
            assert!(chair.get(&format!("/subgroups/sg-rnp{tail}?after={id}")).await.status.as_u16() < 500);
        }
        for tail in ["", "/merge"] {
            assert!(chair.get(&format!("/moderation/queues/{id}/themes{tail}")).await.status.is_client_error());
        }
        for room in ["papers", "comments"] {
            assert!(chair.get(&format!("/moderation/{room}/{id}/themes")).await.status.is_client_error());
        }
        assert!(chair.get(&format!("/moderation/themes/{id}/split")).await.status.is_client_error());
        assert!(secretariat.get(&format!("/moderation?theme={id}")).await.status.as_u16() < 500);
        assert!(secretariat.get(&format!("/secretariat?after={id}")).await.status.as_u16() < 500);
        for name in ["q", "q=a&people", "q=a&organisations"] {
            assert!(secretariat.get(&format!("/secretariat/find?{name}={id}")).await.status.as_u16() < 500);
        }
        assert!(chair.get(&format!("/papers/new?round={id}")).await.status.is_client_error());
    }
}

#[tokio::test]
async fn a_form_that_is_no_form_is_refused() {
    let app = TestApp::new().await;
    let mut request = crate::support::request(axum::http::Method::POST, "/sign-in", None, Some("{}".to_owned()));
    request.headers_mut().insert("content-type", axum::http::HeaderValue::from_static("application/json"));
    assert_eq!(app.send(request).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}
