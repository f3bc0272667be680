//! A flood of wrong sign-ins or of registrations: who gets a turn, how many may wait, what is answered to who is turned away, and that
//! nobody is locked out. Nothing here measures time: `flood_measured.rs` does.

use crate::support::{Answer, Persona, TestApp};
use axum::http::StatusCode;
use engine::auth::{NEWCOMERS, Standing};
use engine::demo::PASSWORD;
use engine::watch::{Work, count};
use model::domain::person::Actor;
use model::error::PortalError;
use model::portal::{Ctx, InvitedPerson, Members};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

const ATTACKED: &str = "ngo@demo.example";
const UNTOUCHED: &str = "business@demo.example";

/// Lets each of these join its queue; none has a turn yet.
fn queue<F: Future>(waiting: &mut [Pin<Box<F>>]) {
    for one in waiting {
        assert!(matches!(one.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Pending), "somebody else has the turn");
    }
}

async fn sign_in(persona: &mut Persona<'_>, email: &str, password: &str) -> Answer {
    persona.post("/sign-in", &[("email", email), ("password", password)]).await
}

/// Turned away: says so, says when to come back, and keeps what was typed.
fn is_turned_away(answer: &Answer, label: &str, typed: &str) {
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.headers.contains_key("retry-after"));
    let html = answer.html();
    assert_eq!(html.value(label), typed);
    assert!(html.main_text().contains("Too many attempts"), "{}", html.main_text());
}

#[tokio::test]
async fn wrong_sign_ins_pour_in_and_lock_nobody_out() {
    let app = TestApp::new().await;
    let mut owner = app.signed_in("ngo").await;
    owner.submit("/sign-out", &[]).await;
    for n in 0..20 {
        let email = if n % 2 == 0 { ATTACKED.to_owned() } else { format!("nobody{n}@example.org") };
        let wrong = sign_in(&mut app.visitor_from([10, 0, 0, n]), &email, "guess").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    // One suspicious request has its turn, five wait: that is all there may be.
    let (turns, now) = (app.passwords.turns(), app.now());
    let suspicious = turns.for_sign_in(Standing::Suspicious, now).await.expect("a turn");
    let mut waiting: Vec<_> = (1..6).map(|_| Box::pin(turns.for_sign_in(Standing::Suspicious, now))).collect();
    queue(&mut waiting);
    is_turned_away(&sign_in(&mut app.visitor_from([10, 0, 1, 1]), ATTACKED, "guess").await, "Email", ATTACKED);
    // The account that is guessed at opens for its owner's own browser, and any other account for anybody.
    assert_eq!(sign_in(&mut owner, ATTACKED, PASSWORD).await.status, StatusCode::SEE_OTHER);
    assert_eq!(sign_in(&mut app.visitor_from([198, 51, 100, 1]), UNTOUCHED, PASSWORD).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.visitor().get("/norms").await.status, StatusCode::OK);

    // First tries from new addresses look like anyone's: while it pours they wait for each other too, eight at most.
    let clean = turns.for_sign_in(Standing::Clean, now).await.expect("a turn");
    let mut clean_waiting: Vec<_> = (1..8).map(|_| Box::pin(turns.for_sign_in(Standing::Clean, now))).collect();
    queue(&mut clean_waiting);
    is_turned_away(&sign_in(&mut app.visitor_from([198, 51, 100, 2]), UNTOUCHED, PASSWORD).await, "Email", UNTOUCHED);
    assert_eq!(sign_in(&mut owner, ATTACKED, PASSWORD).await.status, StatusCode::SEE_OTHER, "known browsers wait for none of them");
    assert_eq!(register(&mut app.visitor_from([198, 51, 100, 3])).await.status, StatusCode::SEE_OTHER, "nor do newcomers");

    // As soon as there is room again, the right password opens either account from anywhere: nothing was locked.
    drop((suspicious, waiting, clean, clean_waiting));
    assert_eq!(sign_in(&mut app.visitor_from([198, 51, 100, 2]), UNTOUCHED, PASSWORD).await.status, StatusCode::SEE_OTHER);
    assert_eq!(sign_in(&mut app.visitor_from([203, 0, 113, 9]), ATTACKED, PASSWORD).await.status, StatusCode::SEE_OTHER);
}

async fn register(persona: &mut Persona<'_>) -> Answer {
    persona.post("/register", &crate::accounts::FORM).await
}

#[tokio::test]
async fn registrations_pour_in_and_hold_no_sign_in_up() {
    let app = TestApp::new().await;
    let mut owner = app.signed_in("ngo").await;
    let turns = app.passwords.turns();
    let first = turns.for_registration().await.expect("a turn");
    let mut waiting: Vec<_> = (1..NEWCOMERS).map(|_| Box::pin(turns.for_registration())).collect();
    queue(&mut waiting);
    let mut ana = app.visitor_from([198, 51, 100, 1]);
    let away = register(&mut ana).await;
    is_turned_away(&away, "Email", "ana@example.org");
    assert_eq!(away.html().value("Organisation name"), "Cámara de ejemplo");
    assert!(!away.text().contains("a long enough password"));
    assert!(ana.cookie().is_none());
    {
        let mut tx = app.portal.database().read().await.expect("reads");
        let known = engine::store::people::id_by_email(&mut tx, "ana@example.org").await.expect("reads");
        assert_eq!(known, None, "nothing was written");
    }

    // Whoever signs in, changes a password or proves again who they are does not notice.
    assert_eq!(sign_in(&mut app.visitor_from([198, 51, 100, 2]), UNTOUCHED, PASSWORD).await.status, StatusCode::SEE_OTHER);
    let proved = owner.post("/account/prove", &[("password", PASSWORD)]).await;
    assert_eq!(proved.status, StatusCode::SEE_OTHER);
    let changed = owner.post("/account/password", &[("new_password", "seven green kettles sing")]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    owner.submit("/sign-out", &[]).await;
    assert_eq!(sign_in(&mut owner, ATTACKED, "seven green kettles sing").await.status, StatusCode::SEE_OTHER);

    drop((first, waiting));
    assert_eq!(register(&mut ana).await.status, StatusCode::SEE_OTHER, "pressing again is enough");
}

#[tokio::test]
async fn an_invitation_that_cannot_be_used_asks_for_no_hash() {
    let app = TestApp::new().await;
    let mut ngo = app.signed_in("ngo").await;
    let members = format!("{}/members", crate::organisations::own_organisation(&mut ngo).await);
    ngo.submit(&members, &[("act", "invite"), ("email", UNTOUCHED), ("function", "drafter")]).await;
    let mail = crate::accounts::mail_to(&mut ngo, UNTOUCHED).await;
    let token = mail.split_whitespace().find_map(|word| word.split_once("/invitations/")).expect("a link").1.to_owned();
    // The address has an account: the link stays open for its owner, and a stranger who has it makes the portal work for nothing.
    let ctx = Ctx { actor: Actor::Anonymous, ..app.ctx_of(UNTOUCHED, app.now()).await };
    let person = InvitedPerson { full_name: "Some Body".to_owned(), password: "a long enough password".to_owned() };
    let (refused, work) = count(app.portal.register_by_invitation(&ctx, &token, person)).await;
    assert_eq!(refused, Err(PortalError::Conflict));
    assert!(!work.contains(&Work::PasswordHash), "{work:?}");
}
