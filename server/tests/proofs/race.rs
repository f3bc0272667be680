//! Thousands submit around the closing instant: judged by the stamp in each answer, nobody late is taken and nobody in time is refused.

use crate::nodes::{Stage, now};
use crate::sized;
use crate::submissions::{Answer, cookies, receipts, received_at, submit};
use engine::store::DbKind;
use model::domain::ids::PaperId;
use model::domain::time::{Instant, Span};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Who submits at once.
const WORKERS: usize = 64;
/// Every so many-th paper is submitted twice at once, as by a double click or from a second tab.
const TWICE: usize = 8;

struct Tried {
    paper: PaperId,
    sent: Instant,
    answer: Answer,
    again: usize,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn proof_a_race_around_the_closing_on_sqlite() {
    race(DbKind::Sqlite, 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn proof_a_race_around_the_closing_on_postgresql_with_two_nodes() {
    race(DbKind::Postgres, 2).await;
}

async fn race(kind: DbKind, how_many: usize) {
    let size = sized(200, 10_000);
    let stage = Stage::new(kind).await;
    let papers = stage.drafts(size).await;
    let before = stage.portal.check_log().await.expect("holds");
    let nodes: Vec<_> = (0..how_many).map(|_| stage.node()).collect();
    let ports: Vec<u16> = nodes.iter().map(|node| node.port).collect();
    let cookies = Arc::new(cookies(ports[0]));
    // So that about half of them come in time.
    let closes = now() + Span::SECOND.times(i64::try_from(sized(2, 12)).expect("small"));
    stage.close_at(closes).await;
    let all: Vec<(usize, PaperId)> = papers
        .iter()
        .copied()
        .enumerate()
        .flat_map(|(n, paper)| std::iter::repeat_n((n, paper), if n % TWICE == 0 { 2 } else { 1 }))
        .collect();
    let tried = tokio::task::spawn_blocking({
        let (all, ports, cookies) = (all.clone(), ports.clone(), cookies.clone());
        move || everybody(&all, &ports, &cookies, closes)
    })
    .await
    .expect("all are answered");

    // Judged by the stamps in the receipts.
    let (mut accepted, mut refused, mut delays, mut numbers) = (0, 0, Vec::new(), BTreeSet::new());
    for (n, paper) in papers.iter().copied().enumerate() {
        let answers: Vec<&Tried> = tried.iter().filter(|tried| tried.paper == paper).collect();
        let (taken, sealed) = receipts(&stage, n, paper).await;
        assert!(taken.len() <= 1, "{kind:?}: double");
        assert!(sealed.len() <= 1, "{kind:?}: the same words are one late attempt");
        assert!(
            taken.len() + sealed.len() > 0,
            "{kind:?}: lost: {answers:?}",
            answers = answers.iter().map(|t| t.answer).collect::<Vec<_>>()
        );
        for payload in &taken {
            assert!(received_at(payload) < closes, "{kind:?}: accepted late");
        }
        for payload in &sealed {
            assert!(received_at(payload) >= closes, "{kind:?}: refused early");
        }
        for tried in &answers {
            let said = match tried.answer {
                Answer::Receipt => &taken,
                Answer::Refusal => &sealed,
                other => panic!("{kind:?}: ended in {other:?}"),
            };
            let payload = said.first().expect("what was answered is there");
            if answers.len() == 1 && tried.again == 0 {
                delays.push((received_at(payload) - tried.sent).0);
            }
        }
        numbers.extend(taken.iter().chain(&sealed).map(|payload| payload.number.clone()));
        accepted += taken.len();
        refused += sealed.len();
    }
    assert_eq!(numbers.len(), accepted + refused, "{kind:?}: every receipt has a number of its own");
    let after = stage.portal.check_log().await.expect("the log holds");
    assert_eq!(usize::try_from(after - before).expect("small"), accepted + refused, "{kind:?}: one line for each receipt");
    let again: usize = tried.iter().map(|tried| tried.again).sum();
    assert!(again * 100 <= all.len(), "{kind:?}: {again} were asked to try again");
    assert!(accepted > size / 20 && refused > size / 20, "{kind:?}: {accepted} in time and {refused} late: the race missed the closing");
    delays.sort_unstable();
    let at = |per_mille: usize| delays.get((delays.len() * per_mille / 1_000).min(delays.len() - 1)).map_or(0, |micros| micros / 1_000);
    println!(
        "{kind:?}, {how_many} node(s): {} submissions of {size} papers around the closing: {accepted} accepted, {refused} refused, 0 accepted late, 0 refused early, 0 lost, 0 double, {again} asked to try again; from sending to stamp p50 {} ms, p99.9 {} ms; {after} lines of the log hold",
        all.len(),
        at(500),
        at(999),
    );
}

/// Spreads the submissions around the closing, as fast as they are answered.
fn everybody(all: &[(usize, PaperId)], ports: &[u16], cookies: &[String], closes: Instant) -> Vec<Tried> {
    let next = AtomicUsize::new(0);
    // The first half is sent so that it ends about at the closing; then the rest, without a pause.
    let pace = (closes - now()).0 / i64::try_from(all.len() / 2).unwrap_or(1).max(1);
    let begun = now();
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS)
            .map(|worker| {
                let next = &next;
                scope.spawn(move || {
                    let port = ports[worker % ports.len()];
                    let (mut connection, mut done) = (None, Vec::new());
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some((n, paper)) = all.get(at).copied() else { return done };
                        let due = begun + Span(pace * i64::try_from(at).unwrap_or(0));
                        let wait = (due - now()).0;
                        std::thread::sleep(Duration::from_micros(u64::try_from(wait).unwrap_or(0)));
                        let mut again = 0;
                        let (sent, answer) = loop {
                            match submit(&mut connection, port, cookies, n, paper) {
                                (_, Answer::Again | Answer::None) if again < 20 => again += 1,
                                answered => break answered,
                            }
                        };
                        done.push(Tried { paper, sent, answer, again });
                    }
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("ends")).collect()
    })
}
