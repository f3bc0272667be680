//! The program is killed in the middle of submissions, again and again: every receipt that left is in the database and in the log.

use crate::nodes::Stage;
use crate::sized;
use crate::submissions::{Answer, cookies, receipts, submit};
use engine::store::DbKind;
use model::domain::ids::PaperId;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

const WORKERS: usize = 16;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn proof_every_receipt_that_left_outlives_kill_9() {
    for (kind, kills) in [(DbKind::Sqlite, sized(3, 50)), (DbKind::Postgres, sized(2, 10))] {
        let stage = Stage::new(kind).await;
        let papers = stage.drafts(kills * 200).await;
        let answered: Mutex<Vec<Option<Answer>>> = Mutex::new(vec![None; papers.len()]);
        let next = AtomicUsize::new(0);
        let mut cookies_of_all = None;
        for kill in 0..kills {
            let mut node = stage.node();
            let cookies = cookies_of_all.get_or_insert_with(|| cookies(node.port)).clone();
            let (stopped, port) = (AtomicBool::new(false), node.port);
            let (wanted, left) = (receipts_before(kill), AtomicUsize::new(0));
            let after = Duration::from_millis(u64::try_from(kill).expect("small") % 8);
            std::thread::scope(|scope| {
                for _ in 0..WORKERS {
                    scope.spawn(|| work(&papers, &next, &answered, &left, &stopped, port, &cookies));
                }
                for _ in 0..60_000 {
                    if left.load(Ordering::SeqCst) >= wanted {
                        break;
                    }
                    std::thread::sleep(Duration::from_millis(1));
                }
                std::thread::sleep(after);
                node.kill();
                stopped.store(true, Ordering::SeqCst);
            });
        }
        let left = answered.into_inner().expect("not poisoned");
        // Started once more: whoever was not answered presses again.
        let node = stage.node();
        let cookies = cookies(node.port);
        let (mut receipts_left, mut unanswered, mut connection) = (0, 0, None);
        for (n, (paper, answer)) in papers.iter().copied().zip(&left).enumerate() {
            match answer {
                Some(Answer::Receipt) => {
                    receipts_left += 1;
                    assert_eq!(receipts(&stage, n, paper).await.0.len(), 1, "{kind:?}: a receipt that left is lost");
                }
                Some(Answer::None | Answer::Again) => {
                    unanswered += 1;
                    assert_eq!(submit(&mut connection, node.port, &cookies, n, paper).1, Answer::Receipt);
                    assert_eq!(receipts(&stage, n, paper).await.0.len(), 1, "{kind:?}: double");
                }
                Some(Answer::Refusal) => panic!("{kind:?}: the round is open"),
                None => {}
            }
        }
        drop(node);
        let wanted: usize = (0..kills).map(receipts_before).sum();
        assert!(receipts_left >= wanted, "{kind:?}: {receipts_left} receipts left before {kills} kills");
        assert!(unanswered > 0, "{kind:?}: every kill came between two submissions");
        let (holds, said) = stage.verify_log();
        assert!(holds, "{kind:?}: {said}");
        println!(
            "{kind:?}: killed {kills} times: {receipts_left} receipts had left, all are there; {unanswered} were not answered and got one receipt each when repeated. {said}"
        );
    }
}

/// How many receipts leave before a kill: at other moments each time, from the first submission to the middle of hundreds. Counted
/// rather than timed, so that a slow machine kills no earlier than a fast one.
fn receipts_before(kill: usize) -> usize {
    1 + 31 * (kill % 6)
}

fn work(
    papers: &[PaperId],
    next: &AtomicUsize,
    answered: &Mutex<Vec<Option<Answer>>>,
    left: &AtomicUsize,
    stopped: &AtomicBool,
    port: u16,
    cookies: &[String],
) {
    let mut connection = None;
    while !stopped.load(Ordering::SeqCst) {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let Some(paper) = papers.get(n).copied() else { return };
        let answer = submit(&mut connection, port, cookies, n, paper).1;
        answered.lock().expect("not poisoned")[n] = Some(answer);
        match answer {
            Answer::Receipt => _ = left.fetch_add(1, Ordering::SeqCst),
            Answer::None => return,
            Answer::Again | Answer::Refusal => {}
        }
    }
}
