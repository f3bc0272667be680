//! The demonstration seeds alike on both databases, twice without harm, and reads back through every view.

use crate::support::{KINDS, ctx, fresh, portal, start};
use engine::demo;
use engine::portal::ServerPortal;
use engine::store::Db;
use model::domain::comment_filter::CommentFilter;
use model::domain::person::Actor;
use model::domain::time::{Instant, Span};
use model::portal::{Bodies, Ctx, Deadlines, Papers, QueueQuery, Queues, Shelf, Summaries, Texts};

fn visitor(now: Instant) -> Ctx {
    Ctx::below_http(Actor::Anonymous, now)
}

/// What a reader can count, to compare the two databases by.
#[derive(Debug, PartialEq, Eq)]
struct Counts {
    bodies: Vec<(String, usize, usize)>,
    public_papers: usize,
    provisions: usize,
    public_comments: i64,
    queues: Vec<(usize, i64, i64)>,
    summary: (i64, i64, i64, i64),
    norms: usize,
}

async fn counts(portal: &ServerPortal, now: Instant) -> Counts {
    let guest = visitor(now);
    let home = portal.home(&guest).await.expect("home");
    let mut bodies = Vec::new();
    for body in &home.bodies {
        let page = portal.body(&guest, &body.code).await.expect("body");
        bodies.push((body.code.clone(), page.sessions.len(), page.subgroups.len()));
    }
    let page = portal.body(&guest, "oewg").await.expect("oewg");
    let draft = portal.draft(&guest, page.drafts.first().expect("the zero draft").id, CommentFilter::default()).await.expect("draft");
    let moderator = ctx(portal.database(), "moderator.rnp", now).await;
    let queues = portal
        .queues(&moderator, &QueueQuery::default())
        .await
        .expect("queues")
        .iter()
        .map(|q| (q.waiting.len(), q.decided, q.total))
        .collect();
    let chair = ctx(portal.database(), "chair", now).await;
    let session = page.sessions.iter().find(|s| s.code == "DEMO1").expect("the invented session");
    let summary = portal.summary(&chair, session.id).await.expect("summary");
    for line in &home.rounds {
        portal.round(&guest, line.round.id).await.expect("round");
    }
    Counts {
        bodies,
        public_papers: portal.papers(&guest, None).await.expect("papers").rows.len(),
        provisions: draft.provisions.len(),
        public_comments: draft.provisions.iter().map(|p| p.comments).sum(),
        queues,
        summary: (
            summary.paper_counts.accepted,
            summary.paper_counts.total(),
            summary.comment_counts.accepted,
            summary.comment_counts.total(),
        ),
        norms: portal.norms(&guest).await.expect("norms").len(),
    }
}

#[tokio::test]
async fn the_demonstration_is_the_same_on_both_databases_and_seeding_twice_is_harmless() {
    let mut seen = Vec::new();
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let first = counts(&portal, start()).await;
        demo::seed(&portal, start() + Span::HOUR).await.expect("seeds again");
        assert_eq!(counts(&portal, start()).await, first, "{kind:?}: the second seeding changed something");
        seen.push(first);
    }
    assert_eq!(seen[0], seen[1]);
    let (oewg, sessions, subgroups) = &seen[0].bodies[0];
    // Twelve real sessions and the invented one; eight subgroups.
    assert_eq!((oewg.as_str(), *sessions, *subgroups), ("oewg", 13, 8));
    assert_eq!(seen[0].norms, 11);
    assert!(seen[0].public_papers > 10);
}

/// Runs `work` until it was looked at so often, then lets go of it, as a program that is stopped does. Answers whether it had ended.
async fn cut_off<T>(work: impl Future<Output = T>, looks: usize) -> bool {
    let mut work = std::pin::pin!(work);
    let mut left = looks;
    std::future::poll_fn(|cx| {
        left = left.saturating_sub(1);
        match work.as_mut().poll(cx) {
            std::task::Poll::Ready(_) => std::task::Poll::Ready(true),
            std::task::Poll::Pending if left == 0 => std::task::Poll::Ready(false),
            std::task::Poll::Pending => std::task::Poll::Pending,
        }
    })
    .await
}

#[tokio::test]
async fn a_seeding_that_was_cut_off_is_taken_up_again() {
    for kind in KINDS {
        let whole = fresh(kind).await;
        let whole = portal(&whole.db);
        demo::seed(&whole, start()).await.expect("seeds");
        let wanted = counts(&whole, start()).await;
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        // Each try gets a little further than the one before.
        let mut tries = 1;
        while !cut_off(demo::seed(&portal, start()), tries * 28).await {
            tries += 1;
        }
        assert!(tries > 5, "{kind:?}: it was cut off on its way, not {tries} times");
        demo::seed(&portal, start()).await.expect("seeds what is missing");
        assert_eq!(counts(&portal, start()).await, wanted, "{kind:?}");
    }
}

#[tokio::test]
async fn when_no_invented_round_is_open_a_new_one_opens() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let later = start() + Span::DAY.times(60);
        let open = |home: &model::portal::Home, now| home.rounds.iter().filter(|l| l.round.window.public_phase(now).is_open()).count();
        assert_eq!(open(&portal.home(&visitor(later)).await.expect("home"), later), 0, "{kind:?}");
        demo::seed(&portal, later).await.expect("seeds again");
        assert_eq!(open(&portal.home(&visitor(later)).await.expect("home"), later), 5, "{kind:?}: one of each kind");
    }
}

#[tokio::test]
async fn lists_page_by_cursor_without_gap_or_repetition() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let all = portal.papers(&visitor(start()), None).await.expect("papers").rows;
        let mut tx = fresh.db.read().await.expect("reads");
        let mut paged = Vec::new();
        let mut cursor = None;
        loop {
            let page = engine::store::paper_lists::public(&mut tx, cursor, 7).await.expect("page");
            let Some(last) = page.last() else { break };
            cursor = last.submitted_at.map(|at| (at, last.id));
            paged.extend(page);
        }
        assert_eq!(paged, all, "{kind:?}");
    }
}

#[tokio::test]
async fn the_papers_of_a_round_page_apart_by_whether_they_came_late() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        demo::seed(&portal, start()).await.expect("seeds");
        let all = portal.papers(&visitor(start()), None).await.expect("papers").rows;
        let round = all[0].round;
        let late = all.iter().find(|paper| paper.round == round).expect("one").id.to_string();
        let sql = "UPDATE paper SET received_late = TRUE WHERE id = $1";
        match &fresh.db {
            Db::Sqlite { writer, .. } => sqlx::query(sql).bind(late.as_str()).execute(writer).await.map(|_| ()),
            Db::Postgres { pool, .. } => sqlx::query(sql).bind(late.as_str()).execute(pool).await.map(|_| ()),
            Db::Held(_) => unreachable!("the real database"),
        }
        .expect("marks");
        let all: Vec<_> = portal.papers(&visitor(start()), None).await.expect("papers").rows;
        for asked in [false, true] {
            let wanted: Vec<_> = all.iter().filter(|paper| paper.round == round && paper.late == asked).cloned().collect();
            assert!(!wanted.is_empty(), "{kind:?}: {asked}");
            let mut tx = fresh.db.read().await.expect("reads");
            let (mut paged, mut cursor) = (Vec::new(), None);
            loop {
                let page = engine::store::paper_lists::public_of_round(&mut tx, round, asked, cursor, 1).await.expect("page");
                let Some(last) = page.last() else { break };
                cursor = last.submitted_at.map(|at| (at, last.id));
                paged.extend(page);
            }
            assert_eq!(paged, wanted, "{kind:?}: {asked}");
            let shelf = if asked { Shelf::Late } else { Shelf::InTime };
            let listed = portal.round_papers(&visitor(start()), round, shelf, None).await.expect("public");
            assert_eq!((listed.list.rows, listed.list.next), (wanted, None), "{kind:?}: {asked}");
        }
    }
}
