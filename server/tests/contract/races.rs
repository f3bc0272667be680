//! A proof in two sizes: `OPENFLOOR_PROOF=full` (`make prove`) runs it at full size, `make test` small.

use crate::support::{KINDS, fresh, new_paper, paper_words, papers_round, portal, start};
use engine::demo;
use engine::store::people;
use model::domain::person::Actor;
use model::domain::time::{Instant, Span};
use model::error::PortalError;
use model::policy::Denied;
use model::portal::{Ctx, Papers};
use std::collections::BTreeSet;
use tokio::task::JoinSet;

/// Submissions at once, half of them stamped before the closing instant and half at or after it, each sent twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn proof_submissions_race_against_the_deadline() {
    let size = if std::env::var("OPENFLOOR_PROOF").is_ok_and(|v| v == "full") { 1000 } else { 60 };
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let person = {
            let mut tx = fresh.db.read().await.expect("reads");
            let id = people::id_by_email(&mut tx, "ngo@demo.example").await.expect("reads").expect("a demonstration login");
            people::reload(&mut tx, id).await.expect("reads").expect("is there")
        };
        let ctx = |now: Instant| Ctx::below_http(Actor::Person(Box::new(person.clone())), now);
        let round = papers_round(&portal, &ctx(start())).await.round;
        let closes = round.window.closes_at;

        let mut papers = Vec::new();
        for n in 0..size {
            let save = new_paper(round.id, paper_words(&format!("Paper {n}"), &format!("Words {n}.")));
            papers.push(portal.save_paper(&ctx(closes - Span::HOUR), save).await.expect("saves"));
        }
        let mut running = JoinSet::new();
        for (n, saved) in (0_i64..).zip(&papers) {
            // Stamps one microsecond apart around the closing instant.
            let stamp = closes + Span::MICROSECOND.times(n - size / 2);
            for _ in 0..2 {
                let (portal, ctx, saved) = (portal.clone(), ctx(stamp), *saved);
                running.spawn(async move { (stamp, saved.id, portal.submit_paper(&ctx, saved.id, saved.version).await) });
            }
        }
        let (mut accepted, mut refused, mut receipts) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        while let Some(done) = running.join_next().await {
            let (stamp, paper, answer) = done.expect("no submission panics");
            match answer {
                Ok(submitted) => {
                    assert!(stamp < closes, "{kind:?}: accepted late");
                    accepted.insert(paper);
                    receipts.insert(submitted.receipt);
                }
                Err(PortalError::Denied(Denied::Closed { since })) => {
                    assert!(stamp >= closes, "{kind:?}: refused early");
                    assert_eq!(since, closes);
                    refused.insert(paper);
                }
                Err(other) => panic!("{kind:?}: {other:?}"),
            }
        }
        let half = usize::try_from(size / 2).expect("small");
        assert_eq!(
            (accepted.len(), refused.len(), receipts.len()),
            (half, half, half),
            "{kind:?}: one receipt for each, none lost, none double"
        );
        let mut numbers = BTreeSet::new();
        for paper in &accepted {
            let page = portal.paper(&ctx(closes), *paper).await.expect("there");
            assert_eq!(page.receipts.len(), 1, "{kind:?}");
            numbers.extend(page.receipts.into_iter().map(|receipt| receipt.number));
        }
        assert_eq!(numbers.len(), half, "{kind:?}: every receipt has a number of its own");
        println!(
            "{kind:?}: {size} papers submitted twice each around the deadline: {half} accepted, {half} refused, 0 late, 0 early, 0 lost, 0 double"
        );
    }
}
