//! Corrigenda on both databases: one at a time waits, and it is decided on once, whoever acts at the same time.

use crate::support::{KINDS, ctx, new_paper, paper_words, papers_round, seeded, start};
use model::domain::corrigendum::CorrigendumState;
use model::domain::moderation::Outcome;
use model::domain::time::Span;
use model::error::PortalError;
use model::policy::Denied;
use model::portal::{Corrigenda, Ctx, Moderation, NewCorrigendumDecision, NewDecision, Papers, QueueQuery, Queues};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_waits_and_is_decided_on_once() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let line = papers_round(&portal, &ngo).await;
        let paper = portal.save_paper(&ngo, new_paper(line.round.id, paper_words("T", "Words."))).await.expect("saves");
        portal.submit_paper(&ngo, paper.id, paper.version).await.expect("submits");
        let secretariat = ctx(&fresh.db, "secretariat", start()).await;
        let accept = NewDecision { outcome: Outcome::Accept, code: None, reason: String::new(), version: paper.version + 1 };
        portal.decide_paper(&secretariat, paper.id, accept).await.expect("accepts");
        let after = line.round.window.closes_at + Span::HOUR;
        let (ngo, secretariat) = (ctx(&fresh.db, "ngo", after).await, ctx(&fresh.db, "secretariat", after).await);

        // Twelve at once: one waits.
        let mut running = JoinSet::new();
        for n in 0..12 {
            let (portal, ngo) = (portal.clone(), ngo.clone());
            running.spawn(async move { portal.ask_corrigendum(&ngo, paper.id, &format!("Correction {n}.")).await });
        }
        let mut asked = 0;
        while let Some(done) = running.join_next().await {
            match done.expect("nothing panics") {
                Ok(()) => asked += 1,
                Err(PortalError::Denied(Denied::CorrigendumWaits)) => {}
                Err(other) => panic!("{kind:?}: {other:?}"),
            }
        }
        assert_eq!(asked, 1, "{kind:?}");
        let all = portal.paper(&ngo, paper.id).await.expect("own").corrigenda;
        assert_eq!(all.iter().map(|one| one.state).collect::<Vec<_>>(), [CorrigendumState::Asked], "{kind:?}");
        let queued: Vec<_> = portal
            .queues(&secretariat, &QueueQuery::default())
            .await
            .expect("queues")
            .into_iter()
            .flat_map(|queue| queue.corrigenda)
            .collect();
        assert_eq!(queued.iter().map(|line| line.id).collect::<Vec<_>>(), [all[0].id], "{kind:?}");

        // Published, declined and taken back at once: one of them holds.
        let mut running = JoinSet::new();
        for publish in [true, false, true, false] {
            let (portal, secretariat, id) = (portal.clone(), secretariat.clone(), all[0].id);
            let decision = NewCorrigendumDecision { publish, reason: "R.".to_owned() };
            running.spawn(async move { portal.decide_corrigendum(&secretariat, id, decision).await });
        }
        let (taker, ctx) = (portal.clone(), ngo.clone());
        running.spawn(async move { taker.take_corrigendum_back(&ctx, paper.id).await });
        let mut held = 0;
        while let Some(done) = running.join_next().await {
            match done.expect("nothing panics") {
                Ok(()) => held += 1,
                Err(PortalError::Denied(Denied::NothingToDecide) | PortalError::Conflict) => {}
                Err(other) => panic!("{kind:?}: {other:?}"),
            }
        }
        assert_eq!(held, 1, "{kind:?}");

        // What is published is numbered from 1, in the order of the decisions.
        let first = i64::from(portal.paper(&ngo, paper.id).await.expect("own").corrigenda[0].number.is_some());
        for n in first + 1..first + 4 {
            let ngo = Ctx { now: after + Span::SECOND.times(n), ..ngo.clone() };
            portal.ask_corrigendum(&ngo, paper.id, &format!("Next {n}.")).await.expect("asks");
            let id = portal
                .queues(&secretariat, &QueueQuery::default())
                .await
                .expect("queues")
                .into_iter()
                .flat_map(|queue| queue.corrigenda)
                .next()
                .expect("one")
                .id;
            let publish = NewCorrigendumDecision { publish: true, reason: String::new() };
            portal.decide_corrigendum(&secretariat, id, publish).await.expect("publishes");
        }
        let numbers: Vec<_> = portal.paper(&ngo, paper.id).await.expect("own").corrigenda.iter().filter_map(|one| one.number).collect();
        assert_eq!(numbers, (1..first + 4).collect::<Vec<_>>(), "{kind:?}");
    }
}
