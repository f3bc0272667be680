//! Papers that are submitted over HTTP, and what became of each.

use crate::client::{Connection, post, sign_in};
use crate::nodes::{Stage, now};
use crate::stage::{AUTHORS, ctx_of};
use engine::demo;
use engine::proof::{Payload, SignedReceipt};
use model::calendar;
use model::domain::ids::PaperId;
use model::domain::time::Instant;
use model::portal::{Papers as _, Proofs as _};

/// The session cookies of the authors, good at every node of the database.
pub fn cookies(port: u16) -> Vec<String> {
    AUTHORS.iter().map(|email| sign_in(port, email, demo::PASSWORD).expect("signs in")).collect()
}

/// What was answered to a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Receipt,
    Refusal,
    /// Try again: nothing has happened.
    Again,
    /// None came: nobody knows.
    None,
}

/// Submits draft number `n`; answers when it was sent, and what came back.
pub fn submit(connection: &mut Option<Connection>, port: u16, cookies: &[String], n: usize, paper: PaperId) -> (Instant, Answer) {
    // The same key each time it is repeated.
    let body = format!("version=1&key={}-0", paper.0.simple());
    let request = post(port, &format!("/papers/{paper}/submit"), cookies.get(n % AUTHORS.len()).map(String::as_str), &body);
    if connection.is_none() {
        *connection = Connection::open(port).ok();
    }
    let sent = now();
    let Some(answer) = connection.as_mut().and_then(|open| open.send(&request).ok()) else {
        *connection = None;
        return (sent, Answer::None);
    };
    let answer = match answer.status {
        303 if answer.header("location").is_some_and(|to| to.ends_with("/receipt")) => Answer::Receipt,
        403 if answer.text().contains("/refusals/") => Answer::Refusal,
        429 | 503 => Answer::Again,
        other => panic!("{paper}: answered {other}: {}", answer.text()),
    };
    (sent, answer)
}

/// What the signed receipts of draft number `n` say, of acceptances and of refusals. Each is checked.
pub async fn receipts(stage: &Stage, n: usize, paper: PaperId) -> (Vec<Payload>, Vec<Payload>) {
    let ctx = ctx_of(stage.db(), AUTHORS[n % AUTHORS.len()], now()).await.expect("an author");
    let page = stage.portal.paper(&ctx, paper).await.expect("the paper is there");
    let keys = engine::proof::PublicKeys::from_file(&stage.portal.public_keys(&ctx).await.expect("keys")).expect("keys");
    let read = |text: &str| SignedReceipt::from_file(text).and_then(|receipt| receipt.check(&keys)).expect("genuine");
    let (mut accepted, mut refused) = (Vec::new(), Vec::new());
    for receipt in &page.receipts {
        accepted.push(read(&stage.portal.receipt_file(&ctx, receipt.id).await.expect("its file").text));
    }
    for refusal in &page.refusals {
        refused.push(read(&stage.portal.refusal_file(&ctx, refusal.id).await.expect("its file").text));
    }
    (accepted, refused)
}

/// The instant a receipt says it was received at.
pub fn received_at(payload: &Payload) -> Instant {
    calendar::parse_iso(&payload.received_at).expect("an instant")
}
