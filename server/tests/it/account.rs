//! The second factor, recovery codes, a fresh proof, sessions, passwords and addresses.

use crate::accounts::{code_in, mail_to};
use crate::support::{Authenticator, ORIGIN, Persona, TestApp};
use axum::http::StatusCode;
use engine::demo::PASSWORD;
use model::domain::time::Span;

const CHAIR: [(&str, &str); 2] = [("email", "chair@demo.example"), ("password", PASSWORD)];
const NGO: [(&str, &str); 2] = [("email", "ngo@demo.example"), ("password", PASSWORD)];

/// A chair who has set up a second factor, and its authenticator.
async fn chair(app: &TestApp) -> (Persona<'_>, Authenticator) {
    let mut chair = app.visitor();
    let answer = chair.post("/sign-in", &CHAIR).await;
    assert_eq!(answer.location(), "/account/second-factor");
    let authenticator = Authenticator::set_up(app, &mut chair).await;
    (chair, authenticator)
}

async fn deadline(app: &TestApp) -> String {
    format!("/rounds/{}/deadline", crate::papers::open_round(app).await)
}

fn change() -> [(&'static str, &'static str); 3] {
    [("closes_at", "2027-03-01T18:00"), ("time_zone", "America/New_York"), ("reason", "More time was asked for.")]
}

#[tokio::test]
async fn an_office_acts_with_its_second_factor_only() {
    let app = TestApp::new().await;
    let path = deadline(&app).await;
    let mut chair = app.visitor();
    let answer = chair.post("/sign-in", &CHAIR).await;
    assert_eq!(answer.location(), "/account/second-factor", "setting up is the first thing that is asked");
    // What is public and one's own stays open; the office does not.
    assert_eq!(chair.get("/papers").await.status, StatusCode::OK);
    assert!(chair.get("/desk").await.html().main_text().contains("second factor"));
    let refused = chair.get(&path).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.html().links("Set up").iter().any(|link| link.starts_with("/account/second-factor?next=")));
    // A form that was sent too early waits, and comes back after the setting up.
    let early = chair.post(&path, &change()).await;
    assert_eq!(early.status, StatusCode::FORBIDDEN);
    let kept = early.html().all_hidden();
    assert!(kept.contains(&("pending.reason".to_owned(), "More time was asked for.".to_owned())), "{kept:?}");
    Authenticator::set_up(&app, &mut chair).await;
    let fields: Vec<(&str, &str)> = kept.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let again = chair.post("/account/resume", &fields).await.html();
    let fields = again.all_hidden();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(chair.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn signing_in_asks_for_a_code_and_a_code_serves_once() {
    let app = TestApp::new().await;
    let (mut first, mut authenticator) = chair(&app).await;
    let used = authenticator.shown(app.now());
    first.submit("/sign-out", &[]).await;
    app.advance(Span::MINUTE);
    let mut again = app.visitor();
    let answer = again.post("/sign-in", &CHAIR).await;
    assert_eq!(answer.location(), "/sign-in/code");
    assert_eq!(again.get("/desk").await.status, StatusCode::FORBIDDEN, "nobody is signed in before the code");
    assert_eq!(again.get("/account").await.status, StatusCode::FORBIDDEN);
    let wrong = again.post("/sign-in/code", &[("code", &used)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "too old by now");
    let waiting = again.cookie().expect("a cookie").to_owned();
    let code = authenticator.code(app.now());
    assert_eq!(again.post("/sign-in/code", &[("code", &code)]).await.location(), "/desk");
    assert_ne!(again.cookie(), Some(waiting.as_str()), "a new token once the factor is passed");
    assert_eq!(again.get(&deadline(&app).await).await.status, StatusCode::OK);
    // The same code a second time, at the same instant.
    let mut thief = app.visitor();
    thief.post("/sign-in", &CHAIR).await;
    assert_eq!(thief.post("/sign-in/code", &[("code", &code)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_recovery_code_serves_once_and_is_told_of() {
    let app = TestApp::new().await;
    let (_, authenticator) = chair(&app).await;
    let code = authenticator.recovery_codes[3].clone();
    let mut lost = app.visitor();
    lost.post("/sign-in", &CHAIR).await;
    let typed = code.to_lowercase().replace('-', " ");
    assert_eq!(lost.post("/sign-in/code", &[("code", &typed)]).await.status, StatusCode::SEE_OTHER);
    assert!(lost.get("/account").await.html().main_text().contains("9 recovery codes left"));
    let mail = mail_to(&mut lost, "chair@demo.example").await;
    assert!(mail.contains("new browser") || mail.contains("recovery code"), "{mail}");
    let mut again = app.visitor();
    again.post("/sign-in", &CHAIR).await;
    assert_eq!(again.post("/sign-in/code", &[("code", &code)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // New ones make the old ones void.
    let page = lost.post("/account/recovery-codes", &[]).await;
    assert_eq!(page.html().texts(".codes code").len(), 10);
    let mut old = app.visitor();
    old.post("/sign-in", &CHAIR).await;
    let code = authenticator.recovery_codes[4].clone();
    assert_eq!(old.post("/sign-in/code", &[("code", &code)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn guessing_codes_is_hopeless_and_locks_nobody_out() {
    let app = TestApp::new().await;
    let (mut known, mut authenticator) = chair(&app).await;
    known.submit("/sign-out", &[]).await;
    app.advance(Span::MINUTE.times(2));
    // Someone who knows the password guesses: five codes a sign-in, ten an hour in all.
    let mut statuses = Vec::new();
    for _ in 0..4 {
        let mut thief = app.visitor();
        thief.post("/sign-in", &CHAIR).await;
        for _ in 0..5 {
            statuses.push(thief.post("/sign-in/code", &[("code", "000000")]).await.status);
        }
        assert!(thief.get("/sign-in/code").await.status.is_redirection() || statuses.contains(&StatusCode::TOO_MANY_REQUESTS));
    }
    assert_eq!(statuses.iter().filter(|status| **status == StatusCode::UNPROCESSABLE_ENTITY).count(), 10, "{statuses:?}");
    assert_eq!(statuses.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
    // Its owner is told, gets in from the browser the account knows, and from any other by a recovery code.
    let answer = known.post("/sign-in", &CHAIR).await;
    assert_eq!(answer.location(), "/sign-in/code");
    let code = authenticator.code(app.now());
    assert_eq!(known.post("/sign-in/code", &[("code", &code)]).await.status, StatusCode::SEE_OTHER);
    let outbox = known.get("/dev/outbox").await.html().main_text();
    assert!(outbox.contains("Somebody entered your password"), "{outbox}");
    let mut elsewhere = app.visitor();
    elsewhere.post("/sign-in", &CHAIR).await;
    let code = authenticator.code(app.now());
    let shown = elsewhere.post("/sign-in/code", &[("code", &code)]).await.status;
    assert_eq!(shown, StatusCode::TOO_MANY_REQUESTS, "strangers' tries are used up");
    let recovery = authenticator.recovery_codes.pop().expect("one is left");
    assert_eq!(elsewhere.post("/sign-in/code", &[("code", &recovery)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_turns_the_factor_off_must_set_it_up_again_before_acting() {
    let app = TestApp::new().await;
    let (mut chair, _) = chair(&app).await;
    let path = deadline(&app).await;
    assert_eq!(chair.get(&path).await.status, StatusCode::OK);
    chair.submit("/account/second-factor", &[("action", "off")]).await;
    assert_eq!(chair.get(&path).await.status, StatusCode::FORBIDDEN);
    Authenticator::set_up(&app, &mut chair).await;
    assert_eq!(chair.get(&path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_secretariat_removes_a_lost_factor_with_a_reason() {
    use model::error::PortalError;
    use model::policy::Denied;
    use model::portal::Accounts;
    let app = TestApp::new().await;
    let (mut chair, _) = chair(&app).await;
    let person = app.ctx_of("chair@demo.example", app.now()).await.actor.signed_in().expect("signed in").person;
    let mut secretariat = app.ctx_of("secretariat@demo.example", app.now()).await;
    let refused = app.portal.remove_factor(&secretariat, person, "Telephone lost.").await;
    assert_eq!(refused, Err(PortalError::Denied(Denied::StepUpNeeded)));
    if let model::domain::person::Actor::Person(person) = &mut secretariat.actor {
        person.proved_at = Some(app.now());
    }
    assert!(matches!(app.portal.remove_factor(&secretariat, person, " ").await, Err(PortalError::Invalid(_))));
    app.portal.remove_factor(&secretariat, person, "Telephone lost.").await.expect("removes");
    assert_eq!(chair.get("/desk").await.status, StatusCode::FORBIDDEN, "all sessions end");
    let mail = mail_to(&mut chair, "chair@demo.example").await;
    assert!(mail.contains("Telephone lost."), "{mail}");
    assert_eq!(chair.post("/sign-in", &CHAIR).await.location(), "/account/second-factor");
}

#[tokio::test]
async fn a_dangerous_act_asks_again_and_loses_nothing() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.get("/account/password").await.status, StatusCode::OK);
    app.advance(Span::MINUTE.times(15));
    let stale = ngo.get("/account/password").await;
    assert_eq!(stale.status, StatusCode::FORBIDDEN);
    assert_eq!(stale.html().link("Enter your password"), "/account/prove?next=%2Faccount%2Fpassword");
    // A form that was open all the while: carried through the proof.
    let sent = ngo.post("/account/email", &[("email", "new@example.org")]).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    let mut fields = sent.html().all_hidden();
    assert!(fields.contains(&("pending.email".to_owned(), "new@example.org".to_owned())), "{fields:?}");
    fields.push(("password".to_owned(), "wrong".to_owned()));
    let wrong = ngo.post("/account/prove", &pairs(&fields)).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.html().all_hidden().len(), fields.len() - 1, "a mistyped password loses nothing");
    fields.last_mut().expect("pushed").1 = PASSWORD.to_owned();
    let before = ngo.cookie().expect("a cookie").to_owned();
    let resumed = ngo.post("/account/prove", &pairs(&fields)).await;
    assert_eq!(resumed.status, StatusCode::OK);
    assert_ne!(ngo.cookie(), Some(before.as_str()), "a new token");
    let again = resumed.html().all_hidden();
    assert_eq!(ngo.submit("/account/email", &pairs(&again)).await.0, "/account/email");
    assert!(ngo.get("/account").await.html().main_text().contains("not confirmed yet"));
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let app = TestApp::new().await;
    let mut here = app.signed_in("ngo").await;
    let mut there = app.visitor();
    there.agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1";
    there.post("/sign-in", &NGO).await;
    let mut third = app.signed_in("ngo").await;
    let list = here.get("/account/sessions").await.html();
    let text = list.main_text();
    assert!(text.contains("Firefox on Linux") && text.contains("Safari on iOS") && text.contains("This browser"), "{text}");
    let mail = mail_to(&mut here, "ngo@demo.example").await;
    assert!(mail.contains("Firefox on Linux") || mail.contains("Safari on iOS"), "a new browser is told of: {mail}");
    // One, then all others. Somebody else's is not there.
    let id = list.hidden("session");
    assert_eq!(app.signed_in("business").await.post("/account/sessions", &[("session", &id)]).await.status, StatusCode::NOT_FOUND);
    here.submit("/account/sessions", &[("session", &id)]).await;
    let left = [there.get("/desk").await.status, third.get("/desk").await.status];
    assert_eq!(left.iter().filter(|status| **status == StatusCode::OK).count(), 1, "{left:?}");
    here.submit("/account/sessions", &[]).await;
    assert_eq!([there.get("/desk").await.status, third.get("/desk").await.status], [StatusCode::FORBIDDEN; 2]);
    assert_eq!(here.get("/desk").await.status, StatusCode::OK);
}

#[tokio::test]
async fn reading_pages_writes_the_last_use_every_few_minutes_only() {
    use engine::watch::{Work, count};
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let token = ngo.cookie().expect("a cookie").trim_start_matches("sid=").to_owned();
    let writes = async || {
        let (_, work) = count(app.portal.actor_of_token(&token, app.now())).await;
        work.iter().filter(|work| matches!(work, Work::Statement(sql) if sql.starts_with("UPDATE"))).count()
    };
    assert_eq!(writes().await, 0);
    app.advance(Span::MINUTE.times(5));
    assert_eq!([writes().await, writes().await], [1, 0]);
    assert_eq!(ngo.get("/desk").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let app = TestApp::new().await;
    let mut here = app.signed_in("ngo").await;
    let mut there = app.signed_in("ngo").await;
    for (bad, why) in [("short", "short"), ("1234567890", "common"), ("ngo@demo.example", "the address")] {
        let refused = here.post("/account/password", &[("new_password", bad)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        assert!(!refused.text().contains(&format!("value=\"{bad}\"")));
    }
    let (location, page) = here.submit("/account/password", &[("new_password", "seven green kettles sing")]).await;
    assert_eq!(location, "/account?changed=password");
    assert!(page.html().main_text().contains("changed"));
    assert_eq!(there.get("/desk").await.status, StatusCode::FORBIDDEN);
    assert_eq!(there.post("/sign-in", &NGO).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let new = [("email", "ngo@demo.example"), ("password", "seven green kettles sing")];
    assert_eq!(there.post("/sign-in", &new).await.status, StatusCode::SEE_OTHER);
    assert!(mail_to(&mut here, "ngo@demo.example").await.contains("password of your account was changed"));
}

/// The link of the newest mail to someone.
async fn link_to(persona: &mut Persona<'_>, recipient: &str, holding: &str) -> String {
    let mail = mail_to(persona, recipient).await;
    let link = mail.split_whitespace().find(|word| word.contains(holding)).unwrap_or_else(|| panic!("no {holding} in {mail}"));
    link.trim_start_matches(ORIGIN).to_owned()
}

#[tokio::test]
async fn a_forgotten_password_is_set_by_a_link_once_within_an_hour() {
    let app = TestApp::new().await;
    let mut signed_in = app.signed_in("ngo").await;
    let mut ngo = app.visitor();
    ngo.submit("/forgotten", &[("email", "NGO@demo.example")]).await;
    let link = link_to(&mut ngo, "ngo@demo.example", "/reset/").await;
    assert!(ngo.get(&link).await.html().has_button("Change password"));
    assert_eq!(ngo.post(&link, &[("new_password", "short")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (location, page) = ngo.submit(&link, &[("new_password", "seven green kettles sing")]).await;
    assert_eq!(location, "/sign-in?reset");
    assert!(page.html().main_text().contains("new password is set"));
    assert_eq!(signed_in.get("/desk").await.status, StatusCode::FORBIDDEN, "all sessions end");
    let twice = ngo.post(&link, &[("new_password", "another good long one")]).await;
    assert_eq!(twice.status, StatusCode::NOT_FOUND);
    ngo.submit("/sign-in", &[("email", "ngo@demo.example"), ("password", "seven green kettles sing")]).await;
    // Too late.
    app.visitor().submit("/forgotten", &[("email", "business@demo.example")]).await;
    let link = link_to(&mut ngo, "business@demo.example", "/reset/").await;
    app.advance(Span::HOUR);
    assert_eq!(app.visitor().get(&link).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_confirmed_address_changes_once_the_new_one_is_confirmed() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    assert_eq!(ngo.post("/account/email", &[("email", "business@demo.example")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    ngo.submit("/account/email", &[("email", "new@example.org")]).await;
    let code = code_in(&mail_to(&mut ngo, "new@example.org").await);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert_eq!(ngo.post("/account/email", &[("code", wrong)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.visitor().post("/sign-in", &NGO).await.status, StatusCode::SEE_OTHER, "the old one holds until then");
    ngo.submit("/account/email", &[("code", &code)]).await;
    assert_eq!(app.visitor().post("/sign-in", &NGO).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let new = [("email", "new@example.org"), ("password", PASSWORD)];
    assert_eq!(app.visitor().post("/sign-in", &new).await.status, StatusCode::SEE_OTHER);
    assert!(mail_to(&mut ngo, "ngo@demo.example").await.contains("new@example.org"), "the old address is told");
    // By the link, on another device.
    ngo.submit("/account/email", &[("email", "newer@example.org")]).await;
    let link = link_to(&mut ngo, "newer@example.org", "/account/email/").await;
    let mut telephone = app.visitor();
    assert!(telephone.get(&link).await.html().has_button("Confirm"));
    assert_eq!(telephone.post(&link, &[]).await.status, StatusCode::OK);
    assert_ne!(telephone.post(&link, &[]).await.status, StatusCode::OK, "once");
}

#[tokio::test]
async fn a_mistyped_address_is_corrected_before_it_is_confirmed() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    ana.submit("/register", &crate::accounts::FORM).await;
    let old = code_in(&mail_to(&mut ana, "ana@example.org").await);
    assert_eq!(ana.get("/confirm").await.html().link("Correct the address"), "/account/email");
    let (location, page) = ana.submit("/account/email", &[("email", "anna@example.org")]).await;
    assert_eq!(location, "/confirm?sent");
    assert!(page.html().main_text().contains("anna@example.org"));
    let new = code_in(&mail_to(&mut ana, "anna@example.org").await);
    if old != new {
        assert_eq!(ana.post("/confirm", &[("code", &old)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the old code is void");
    }
    let (_, page) = ana.submit("/confirm", &[("code", &new)]).await;
    assert!(!page.html().has_button("Confirm"));
}
