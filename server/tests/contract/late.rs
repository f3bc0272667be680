//! The late inbox, grants and the ledger on both databases, also when many act at once.

use crate::support::{Fresh, KINDS, ctx, fresh, new_paper, paper_words, papers_round, portal, seeded, start};
use engine::demo;
use engine::portal::ServerPortal;
use engine::store::{Db, DbKind};
use model::domain::ids::RoundId;
use model::domain::late::{LateOutcome, LateState};
use model::domain::paper::PaperContent;
use model::domain::time::{Instant, Span};
use model::error::PortalError;
use model::policy::Denied;
use model::portal::{Deadlines, Grants, LateDecision, LateInboxes, Ledgers, NewDeadline, NewGrant, Papers, SavePaper};
use tokio::task::JoinSet;

fn content(text: &str) -> PaperContent {
    paper_words("T", text)
}

fn save(round: RoundId, text: &str) -> SavePaper {
    new_paper(round, content(text))
}

fn extension(closes_at: Instant) -> NewDeadline {
    NewDeadline { closes_at, time_zone: "UTC".to_owned(), reason: "R".to_owned() }
}

/// The demonstration on a fresh database, with the round for position papers that closes last.
struct Closing {
    fresh: Fresh,
    portal: ServerPortal,
    round: RoundId,
    closes: Instant,
}

async fn closing(kind: DbKind) -> Closing {
    let (fresh, portal) = seeded(kind).await;
    let line = papers_round(&portal, &ctx(&fresh.db, "ngo", start()).await).await;
    Closing { round: line.round.id, closes: line.round.window.closes_at, portal, fresh }
}

#[tokio::test]
async fn sealed_replaced_declined_granted_settled() {
    for kind in KINDS {
        let Closing { fresh, portal, round, closes } = closing(kind).await;
        let (ngo, chair) = (ctx(&fresh.db, "ngo", closes).await, ctx(&fresh.db, "chair", closes + Span::HOUR).await);

        let saved = portal.save_paper(&ctx(&fresh.db, "ngo", closes - Span::HOUR).await, save(round, "Words.")).await.expect("saves");
        let late = portal.submit_paper(&ngo, saved.id, saved.version).await;
        assert_eq!(late, Err(PortalError::Denied(Denied::Closed { since: closes })), "{kind:?}");
        let other = SavePaper { id: Some(saved.id), version: saved.version, ..save(round, "Other words.") };
        let saved = portal.save_paper(&ngo, other).await.expect("saves");
        portal.submit_paper(&ngo, saved.id, saved.version).await.expect_err("late");
        let refusals = portal.paper(&ngo, saved.id).await.expect("own").refusals;
        let states: Vec<_> = refusals.iter().map(|refusal| refusal.state).collect();
        assert_eq!((states.len(), states.contains(&LateState::Sealed), states.contains(&LateState::Replaced)), (2, true, true), "{kind:?}");
        let inbox = portal.late_inbox(&chair, round).await.expect("the chair's");
        assert_eq!((inbox.sealed.len(), inbox.past.len()), (1, 1), "{kind:?}");

        let decline = LateDecision { outcome: LateOutcome::Decline, reason: "No.".to_owned() };
        portal.decide_late(&chair, inbox.sealed[0].refusal.id, decline.clone()).await.expect("declines");
        let twice = portal.decide_late(&chair, inbox.sealed[0].refusal.id, decline).await;
        assert_eq!(twice, Err(PortalError::Denied(Denied::NothingToDecide)), "{kind:?}");

        // Sealed again, then a grant: submitting under it settles what is sealed.
        let third = SavePaper { id: Some(saved.id), version: saved.version, ..save(round, "Third words.") };
        let saved = portal.save_paper(&ngo, third).await.expect("saves");
        portal.submit_paper(&ngo, saved.id, saved.version).await.expect_err("late");
        let organisation = ngo.actor.signed_in().expect("a person").memberships[0].organisation;
        let grant = NewGrant { organisation, until: closes + Span::DAY, time_zone: "UTC".to_owned(), reason: "Yes.".to_owned() };
        portal.give_grant(&chair, round, grant.clone()).await.expect("gives");
        assert!(matches!(portal.give_grant(&chair, round, grant).await, Err(PortalError::Invalid(_))), "{kind:?}: it gives nothing more");
        let later = ctx(&fresh.db, "ngo", closes + Span::HOUR.times(2)).await;
        portal.submit_paper(&later, saved.id, saved.version).await.expect("in time under the grant");
        assert_eq!(portal.paper(&later, saved.id).await.expect("own").refusals[0].state, LateState::Settled, "{kind:?}");

        let ledger = portal.ledger(&chair, round).await.expect("public").entries;
        let numbers: Vec<_> = ledger.iter().map(|line| line.entry.number).collect();
        assert_eq!(numbers, (1..=i64::try_from(ledger.len()).expect("few")).rev().collect::<Vec<_>>(), "{kind:?}: no gaps");
        assert!(ledger.iter().all(|line| line.organisation.is_none()), "{kind:?}: nothing of it is public");
    }
}

/// Late attempts and an extension that covers them, all at once: whichever comes first, no attempt stays sealed, and none is lost.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_extension_races_late_attempts() {
    for kind in KINDS {
        let Closing { fresh, portal, round, closes } = closing(kind).await;
        let early = ctx(&fresh.db, "ngo", closes - Span::HOUR).await;
        let mut papers = Vec::new();
        for n in 0..12 {
            papers.push(portal.save_paper(&early, save(round, &format!("Words {n}."))).await.expect("saves"));
        }
        let (ngo, chair) = (ctx(&fresh.db, "ngo", closes + Span::SECOND).await, ctx(&fresh.db, "chair", closes + Span::MINUTE).await);
        let mut running = JoinSet::new();
        for (n, saved) in papers.iter().enumerate() {
            // Each twice, as a double click; the extension in the middle.
            for _ in 0..2 {
                let (portal, ngo, saved) = (portal.clone(), ngo.clone(), *saved);
                running.spawn(async move {
                    match portal.submit_paper(&ngo, saved.id, saved.version).await {
                        Ok(_) | Err(PortalError::Denied(Denied::Closed { .. }) | PortalError::Conflict) => {}
                        Err(other) => panic!("{other:?}"),
                    }
                });
            }
            if n == 5 {
                let (portal, chair) = (portal.clone(), chair.clone());
                running.spawn(async move {
                    portal.change_deadline(&chair, round, extension(closes + Span::DAY)).await.expect("extends");
                });
            }
        }
        while let Some(done) = running.join_next().await {
            done.expect("nothing panics");
        }
        let inbox = portal.late_inbox(&chair, round).await.expect("the chair's");
        assert!(inbox.sealed.is_empty(), "{kind:?}: what the extension covers does not stay sealed: {:?}", inbox.sealed);
        for saved in papers {
            // Whoever met a conflict presses again.
            portal.submit_paper(&ngo, saved.id, saved.version).await.expect("submitted, now or before");
            assert_eq!(portal.paper(&ngo, saved.id).await.expect("own").receipts.len(), 1, "{kind:?}: one receipt for each");
        }
    }
}

/// One paper, submitted a microsecond before the closing and at it, both at once: whichever comes first, nothing stays sealed beside
/// what is submitted, and the deadline can still be moved.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_stays_sealed_beside_what_is_submitted() {
    for kind in KINDS {
        let Closing { fresh, portal, round, closes } = closing(kind).await;
        let early = ctx(&fresh.db, "ngo", closes - Span::HOUR).await;
        let (before, at) = (ctx(&fresh.db, "ngo", closes - Span::MICROSECOND).await, ctx(&fresh.db, "ngo", closes).await);
        let mut papers = Vec::new();
        for n in 0..40 {
            papers.push(portal.save_paper(&early, save(round, &format!("Words {n}."))).await.expect("saves"));
        }
        let mut running = JoinSet::new();
        for saved in &papers {
            for ctx in [&before, &at] {
                let (portal, ctx, saved) = (portal.clone(), ctx.clone(), *saved);
                running.spawn(async move {
                    match portal.submit_paper(&ctx, saved.id, saved.version).await {
                        Ok(_) | Err(PortalError::Denied(Denied::Closed { .. }) | PortalError::Conflict) => {}
                        Err(other) => panic!("{other:?}"),
                    }
                });
            }
        }
        while let Some(done) = running.join_next().await {
            done.expect("nothing panics");
        }
        for saved in &papers {
            portal.submit_paper(&before, saved.id, saved.version).await.expect("submitted in time, now or before");
        }
        let chair = ctx(&fresh.db, "chair", closes + Span::MINUTE).await;
        let sealed = portal.late_inbox(&chair, round).await.expect("the chair's").sealed;
        assert!(sealed.is_empty(), "{kind:?}: {} stay sealed", sealed.len());
        portal.change_deadline(&chair, round, extension(closes + Span::DAY)).await.expect("extends");
    }
}

/// What was sealed beside a submitted paper, as it could be before both waited for each other, stands in nobody's way.
#[tokio::test]
async fn what_was_submitted_otherwise_is_settled_by_an_extension_and_by_the_chair() {
    for kind in KINDS {
        let Closing { fresh, portal, round, closes } = closing(kind).await;
        let early = ctx(&fresh.db, "ngo", closes - Span::HOUR).await;
        let (ngo, chair) = (ctx(&fresh.db, "ngo", closes).await, ctx(&fresh.db, "chair", closes + Span::MINUTE).await);
        let mut papers = Vec::new();
        for n in 0..2 {
            let saved = portal.save_paper(&early, save(round, &format!("Words {n}."))).await.expect("saves");
            portal.submit_paper(&ngo, saved.id, saved.version).await.expect_err("late");
            papers.push(saved);
        }
        submitted_behind(&fresh.db, &papers.iter().map(|saved| saved.id.to_string()).collect::<Vec<_>>()).await;
        let sealed = portal.late_inbox(&chair, round).await.expect("the chair's").sealed;
        let admit = LateDecision { outcome: LateOutcome::Admit, reason: "R".to_owned() };
        portal.decide_late(&chair, sealed[0].refusal.id, admit).await.expect("nothing is left to admit");
        portal.change_deadline(&chair, round, extension(closes + Span::DAY)).await.expect("extends");
        let inbox = portal.late_inbox(&chair, round).await.expect("the chair's");
        assert!(inbox.sealed.is_empty(), "{kind:?}");
        assert!(inbox.past.iter().all(|line| line.refusal.state == LateState::Settled), "{kind:?}: {:?}", inbox.past);
    }
}

/// Marks papers as submitted without the portal's knowledge.
async fn submitted_behind(db: &Db, ids: &[String]) {
    for id in ids {
        let sql = "UPDATE paper SET state = 'submitted' WHERE id = $1";
        match db {
            Db::Sqlite { writer, .. } => sqlx::query(sql).bind(id).execute(writer).await.map(|_| ()),
            Db::Postgres { pool, .. } => sqlx::query(sql).bind(id).execute(pool).await.map(|_| ()),
            Db::Held(_) => unreachable!("the real database"),
        }
        .expect("marks");
    }
}

#[tokio::test]
async fn a_draft_that_is_deleted_while_it_is_sealed_is_one_of_the_two() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let round = papers_round(&portal, &ngo).await.round;
        let after = ctx(&fresh.db, "ngo", round.window.closes_at + Span::SECOND).await;
        for n in 0..8 {
            let saved = portal.save_paper(&ngo, save(round.id, &format!("Words {n}."))).await.expect("saves");
            let (submit, discard) =
                (portal.submit_paper(&after, saved.id, saved.version), portal.discard_draft(&after, saved.id, saved.version));
            // Whichever is begun first.
            let (sealed, deleted) = if n % 2 == 0 {
                tokio::join!(submit, discard)
            } else {
                let (deleted, sealed) = tokio::join!(discard, submit);
                (sealed, deleted)
            };
            match (sealed, deleted) {
                (Err(PortalError::Denied(Denied::Closed { .. })), Err(PortalError::Denied(Denied::OnRecord))) => {
                    assert_eq!(portal.paper(&after, saved.id).await.expect("there").refusals.len(), 1, "{kind:?}: on the record");
                }
                (Err(PortalError::NotFound | PortalError::Conflict), Ok(_)) => {
                    assert!(matches!(portal.paper(&after, saved.id).await, Err(PortalError::NotFound)), "{kind:?}");
                }
                other => panic!("{kind:?}: {other:?}"),
            }
        }
        let inbox =
            portal.late_inbox(&ctx(&fresh.db, "chair", round.window.closes_at + Span::HOUR).await, round.id).await.expect("the chair");
        for line in inbox.sealed {
            let id = model::domain::ids::PaperId(line.refusal.item.0);
            assert!(portal.paper(&after, id).await.is_ok(), "{kind:?}: what is sealed has its paper");
        }
    }
}
