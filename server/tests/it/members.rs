//! Members: invitations, requests, functions, leaving, and how the contact point changes hands.

use crate::organisations::own_organisation;
use crate::support::{ORIGIN, Persona, TestApp, paper_fields};
use axum::http::StatusCode;
use model::domain::time::Span;

/// The newest mail to someone.
async fn mail_to(app: &TestApp, recipient: &str) -> String {
    let mut visitor = app.visitor();
    for link in visitor.get("/dev/outbox").await.html().links("") {
        if link.starts_with("/dev/outbox/") {
            let text = visitor.get(&link).await.html().main_text();
            if text.contains(recipient) {
                return text;
            }
        }
    }
    panic!("no mail to {recipient}");
}

/// The address of an invitation, as its mail gives it.
async fn invitation(app: &TestApp, recipient: &str) -> String {
    let mail = mail_to(app, recipient).await;
    let link = mail.split_whitespace().find(|w| w.contains("/invitations/")).unwrap_or_else(|| panic!("no link: {mail}"));
    link.trim_start_matches(ORIGIN).to_owned()
}

async fn members_page(app: &TestApp) -> String {
    format!("{}/members", own_organisation(&mut app.signed_in("ngo").await).await)
}

/// The `target` of the form whose button holds these words.
async fn target(persona: &mut Persona<'_>, page: &str, button: &str) -> String {
    let text = persona.get(page).await.text();
    let at = text.find(button).unwrap_or_else(|| panic!("no “{button}”"));
    let before = &text[..at];
    let field = before.rfind("name=\"target\"").expect("a target");
    let rest = &before[field..];
    rest.split("value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a value").to_owned()
}

/// Makes somebody a member of the organisation whose contact point is `by`.
pub async fn join_by_invitation(app: &TestApp, by: &str, who: &str) {
    let mut inviting = app.signed_in(by).await;
    let members = format!("{}/members", own_organisation(&mut inviting).await);
    let email = format!("{who}@demo.example");
    inviting.submit(&members, &[("act", "invite"), ("email", &email), ("function", "reviewer")]).await;
    let link = invitation(app, &email).await;
    app.signed_in(who).await.submit(&link, &[]).await;
}

const INVITE: [(&str, &str); 3] = [("act", "invite"), ("email", "zuri@jukwaa.example"), ("function", "drafter")];

#[tokio::test]
async fn an_invitation_makes_a_new_person_a_member() {
    let app = TestApp::new().await;
    let members = members_page(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let (_, page) = ngo.submit(&members, &INVITE).await;
    assert!(page.html().main_text().contains("zuri@jukwaa.example"));
    let again = ngo.post(&members, &INVITE).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "one open invitation for an address");
    let link = invitation(&app, "zuri@jukwaa.example").await;
    let mut zuri = app.visitor();
    let html = zuri.get(&link).await.html();
    assert!(html.main_text().contains("Jukwaa") && html.main_text().contains("Drafter"), "{}", html.main_text());
    let guessable = zuri.post(&link, &[("full_name", "Zuri"), ("password", "zuri@jukwaa.example")]).await;
    assert_eq!(guessable.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(guessable.html().value("Full name"), "Zuri");
    let (location, desk) = zuri.submit(&link, &[("full_name", "Zuri Wanjiku"), ("password", "a long enough password")]).await;
    assert_eq!(location, "/desk");
    let text = desk.html().main_text();
    assert!(text.contains("Drafter") && text.contains("Jukwaa") && !text.contains("Confirm your e-mail"), "the link confirmed: {text}");
    assert_eq!(app.visitor().get(&link).await.status, StatusCode::NOT_FOUND, "a link serves once");
    assert!(mail_to(&app, "ngo@demo.example").await.contains("Zuri Wanjiku has accepted"));
    // A drafter writes and cannot submit.
    let round = crate::papers::open_round(&app).await;
    let fields = paper_fields(&[("text", "Words"), ("round", &round), ("action", "check")]);
    let (submit, check) = zuri.submit("/papers/new", &fields).await;
    let version = check.html().all_hidden().into_iter().find(|(name, _)| name == "version").map_or_else(|| "1".to_owned(), |(_, v)| v);
    assert_eq!(zuri.post(&submit, &[("version", &version)]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ngo.post(&submit, &[("version", &version)]).await.status, StatusCode::SEE_OTHER, "the contact point does");
}

#[tokio::test]
async fn an_invitation_is_accepted_by_somebody_known_and_no_longer_than_it_is_valid() {
    let app = TestApp::new().await;
    let members = members_page(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&members, &[("act", "invite"), ("email", "business@demo.example"), ("function", "reviewer")]).await;
    let link = invitation(&app, "business@demo.example").await;
    let page = app.visitor().get(&link).await.html();
    assert!(page.links("Sign in").iter().any(|link| link.contains("next=")), "who is known signs in: {}", page.main_text());
    let stranger = app.visitor().post(&link, &[("full_name", "Mallory"), ("password", "a long enough password")]).await;
    assert_eq!(stranger.status, StatusCode::CONFLICT, "nobody registers over somebody");
    // Sent again, the old link is void.
    let id = target(&mut ngo, &members, "Send again to").await;
    app.advance(Span::SECOND);
    ngo.submit(&members, &[("act", "resend"), ("target", &id)]).await;
    assert_eq!(app.visitor().get(&link).await.status, StatusCode::NOT_FOUND);
    let link = invitation(&app, "business@demo.example").await;
    app.advance(Span::DAY.times(14));
    let mut business = app.signed_in("business").await;
    assert_eq!(business.get(&link).await.status, StatusCode::NOT_FOUND, "fourteen days are over");
    let mut ngo = app.signed_in("ngo").await;
    ngo.submit(&members, &[("act", "resend"), ("target", &id)]).await;
    let link = invitation(&app, "business@demo.example").await;
    let (location, page) = business.submit(&link, &[]).await;
    assert_eq!(format!("{location}/members"), members);
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(business.get(&members).await.status, StatusCode::OK);
    // Revoked, it is gone.
    ngo.submit(&members, &INVITE).await;
    let link = invitation(&app, "zuri@jukwaa.example").await;
    let id = target(&mut ngo, &members, "Revoke for").await;
    ngo.submit(&members, &[("act", "revoke"), ("target", &id)]).await;
    assert_eq!(app.visitor().get(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ngo.post(&members, &[("act", "revoke"), ("target", &id)]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_asks_is_accepted_with_a_function_or_declined_with_a_reason() {
    let app = TestApp::new().await;
    let members = members_page(&app).await;
    let join = members.replace("/members", "/join");
    let mut academia = app.signed_in("academia").await;
    assert_eq!(academia.get(&join).await.status, StatusCode::OK);
    academia.submit(&join, &[("message", "We <b>worked</b> together.")]).await;
    academia.submit(&join, &[("message", "Twice")]).await;
    let mail = mail_to(&app, "ngo@demo.example").await;
    assert!(mail.contains("academia@demo.example") && mail.contains("We <b>worked</b> together."), "{mail}");
    let mut ngo = app.signed_in("ngo").await;
    assert!(ngo.get("/desk").await.html().main_text().contains("1 request to join"), "asking twice is asking once");
    let id = target(&mut ngo, &members, "Accept ").await;
    for who in ["drafter.ngo", "academia", "business", "secretariat"] {
        let status = app.signed_in(who).await.post(&members, &[("act", "accept"), ("target", &id), ("function", "drafter")]).await.status;
        assert!(status == StatusCode::FORBIDDEN || status == StatusCode::NOT_FOUND, "{who}: {status}");
    }
    let silent = ngo.post(&members, &[("act", "decline"), ("target", &id), ("reason", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    ngo.submit(&members, &[("act", "decline"), ("target", &id), ("reason", "We do not know you.")]).await;
    assert!(mail_to(&app, "academia@demo.example").await.contains("We do not know you."));
    assert!(academia.get("/register/organisation").await.html().main_text().contains("We do not know you."));
    app.advance(Span::MINUTE);
    academia.submit(&join, &[("message", "Please.")]).await;
    let id = target(&mut ngo, &members, "Accept ").await;
    ngo.submit(&members, &[("act", "accept"), ("target", &id), ("function", "drafter")]).await;
    assert_eq!(academia.get(&members).await.status, StatusCode::OK);
    assert_eq!(academia.get(&join).await.status, StatusCode::FORBIDDEN, "a member has nothing to ask for");
    // Somebody's own request can be taken back, nobody else's.
    let mut business = app.signed_in("business").await;
    business.submit(&join, &[("message", "")]).await;
    let request = business.get("/register/organisation").await.html().hidden("request");
    assert_eq!(academia.post("/register/organisation/withdraw", &[("request", &request)]).await.status, StatusCode::NOT_FOUND);
    business.submit("/register/organisation/withdraw", &[("request", &request)]).await;
    assert!(!ngo.get("/desk").await.html().main_text().contains("request to join"));
}

#[tokio::test]
async fn functions_change_members_leave_and_one_contact_point_stays() {
    let app = TestApp::new().await;
    let members = members_page(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let drafter = target(&mut ngo, &members, "Change function of Drafter").await;
    let own = target(&mut ngo, &members, "Change function of Contact point").await;
    for act in
        [[("act", "change"), ("target", own.as_str()), ("function", "drafter")], [("act", "leave"), ("target", ""), ("function", "")]]
    {
        let refused = ngo.post(&members, &act).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.html().main_text().contains("keeps at least one contact point"), "{}", refused.html().main_text());
    }
    ngo.submit(&members, &[("act", "change"), ("target", &drafter), ("function", "reviewer")]).await;
    assert!(mail_to(&app, "drafter.ngo@demo.example").await.contains("now Reviewer"));
    let round = crate::papers::open_round(&app).await;
    let mut former = app.signed_in("drafter.ngo").await;
    assert_eq!(former.get(&format!("/papers/new?round={round}")).await.status, StatusCode::FORBIDDEN, "a reviewer reads");
    // Who is removed sees nothing of the organisation any more, at once.
    let mut removed = app.signed_in("reviewer.ngo").await;
    assert_eq!(removed.get(&members).await.status, StatusCode::OK);
    let reviewer = target(&mut ngo, &members, "Remove Reviewer").await;
    ngo.submit(&members, &[("act", "remove"), ("target", &reviewer)]).await;
    assert_eq!(removed.get(&members).await.status, StatusCode::NOT_FOUND);
    assert!(removed.get("/desk").await.html().main_text().contains("You do not belong to an organisation yet"));
    assert_eq!(ngo.post(&members, &[("act", "remove"), ("target", &reviewer)]).await.status, StatusCode::NOT_FOUND);
    // A claim ends with the membership of who made it.
    former.submit(&members, &[("act", "claim"), ("reason", "Gone.")]).await;
    // Leaving leads to the desk.
    let (location, _) = former.submit(&members, &[("act", "leave")]).await;
    assert_eq!(location, "/desk");
    assert!(mail_to(&app, "ngo@demo.example").await.contains("has left"));
    assert!(ngo.get(&members).await.html().main_text().contains("withdrawn"));
}

#[tokio::test]
async fn the_contact_point_is_handed_over_by_one_act() {
    let app = TestApp::new().await;
    let members = members_page(&app).await;
    let mut ngo = app.signed_in("ngo").await;
    let drafter = target(&mut ngo, &members, "Hand over to Drafter").await;
    let business = target(&mut app.signed_in("business").await, &members_of(&app, "business").await, "Change function of").await;
    assert_eq!(ngo.post(&members, &[("act", "hand_over"), ("target", &business)]).await.status, StatusCode::NOT_FOUND, "not a stranger");
    ngo.submit(&members, &[("act", "hand_over"), ("target", &drafter)]).await;
    assert!(!ngo.get(&members).await.html().has_button("Send invitation"), "the former one is a drafter");
    assert!(app.signed_in("drafter.ngo").await.get(&members).await.html().has_button("Send invitation"));
    assert!(mail_to(&app, "reviewer.ngo@demo.example").await.contains("handed the contact point"));
}

async fn members_of(app: &TestApp, who: &str) -> String {
    format!("{}/members", own_organisation(&mut app.signed_in(who).await).await)
}

#[tokio::test]
async fn a_claim_waits_seven_days_for_an_objection_and_then_for_the_secretariat() {
    let app = TestApp::new().await;
    let members = members_page(&app).await;
    let claim = [("act", "claim"), ("reason", "Our contact point took another post.")];
    let mut drafter = app.signed_in("drafter.ngo").await;
    drafter.submit(&members, &claim).await;
    drafter.submit(&members, &claim).await;
    assert_eq!(app.signed_in("reviewer.ngo").await.post(&members, &claim).await.status, StatusCode::CONFLICT, "one after the other");
    for member in ["ngo", "reviewer.ngo"] {
        let mail = mail_to(&app, &format!("{member}@demo.example")).await;
        assert!(mail.contains("took another post") && mail.contains("1 December 2026"), "{mail}");
    }
    let mut secretariat = app.signed_in("secretariat").await;
    let id = target(&mut secretariat, &members, "Confirm claim").await;
    let confirm = [("act", "confirm"), ("target", id.as_str()), ("reason", "Nobody objected.")];
    for who in ["drafter.ngo", "ngo", "chair", "moderator.rnp", "business"] {
        let status = app.signed_in(who).await.post(&members, &confirm).await.status;
        assert!(status == StatusCode::FORBIDDEN || status == StatusCode::NOT_FOUND, "{who}: {status}");
    }
    app.advance(Span(Span::DAY.times(7).0 - Span::SECOND.0));
    let mut secretariat = app.signed_in("secretariat").await;
    let early = secretariat.post(&members, &confirm).await;
    assert_eq!(early.status, StatusCode::FORBIDDEN);
    assert!(early.html().main_text().contains("can object until 1 December 2026, 09:00"), "{}", early.html().main_text());
    app.advance(Span::SECOND);
    secretariat.submit(&members, &confirm).await;
    assert!(app.signed_in("drafter.ngo").await.get(&members).await.html().has_button("Send invitation"));
    assert!(!app.signed_in("ngo").await.get(&members).await.html().has_button("Send invitation"));
    assert_eq!(secretariat.post(&members, &confirm).await.status, StatusCode::CONFLICT, "decided once");
}

#[tokio::test]
async fn the_contact_point_objects_and_the_secretariat_declines() {
    let app = TestApp::new().await;
    let members = members_page(&app).await;
    let mut drafter = app.signed_in("drafter.ngo").await;
    drafter.submit(&members, &[("act", "claim"), ("reason", "Gone.")]).await;
    let mut ngo = app.signed_in("ngo").await;
    let id = target(&mut ngo, &members, "Object to claim").await;
    assert_eq!(drafter.post(&members, &[("act", "object"), ("target", &id), ("reason", "x")]).await.status, StatusCode::FORBIDDEN);
    ngo.submit(&members, &[("act", "object"), ("target", &id), ("reason", "I am here.")]).await;
    assert!(drafter.get(&members).await.html().main_text().contains("I am here."));
    app.advance(Span::HOUR);
    let mut secretariat = app.signed_in("secretariat").await;
    secretariat.submit(&members, &[("act", "reject"), ("target", &id), ("reason", "She is there.")]).await;
    assert!(mail_to(&app, "drafter.ngo@demo.example").await.contains("She is there."));
    assert!(ngo.get(&members).await.html().has_button("Send invitation"));
}

#[tokio::test]
async fn a_contact_point_who_has_not_signed_in_for_ninety_days_needs_no_waiting() {
    let app = TestApp::new().await;
    let members = members_page(&app).await;
    app.advance(Span::DAY.times(90));
    app.signed_in("drafter.ngo").await.submit(&members, &[("act", "claim"), ("reason", "Gone.")]).await;
    let mut secretariat = app.signed_in("secretariat").await;
    let id = target(&mut secretariat, &members, "Confirm claim").await;
    secretariat.submit(&members, &[("act", "confirm"), ("target", &id), ("reason", "Not seen since November.")]).await;
    assert!(app.signed_in("drafter.ngo").await.get(&members).await.html().has_button("Send invitation"));
}
