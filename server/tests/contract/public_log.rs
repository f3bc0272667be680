//! The public log on both databases: what is changed in it is found, what was there before it is signed, and many add to it at once.

use crate::support::{Fresh, KINDS, ctx, new_paper, paper_words, papers_round, seeded, start};
use engine::portal::ServerPortal;
use engine::store::{Db, DbKind};
use model::domain::ids::LateAttemptId;
use model::domain::late::LateOutcome;
use model::domain::time::Span;
use model::portal::{Checked, Ctx, LateDecision, LateInboxes as _, Papers as _, Proofs as _};
use sqlx::Executor as _;

async fn run(db: &Db, sql: &'static str) {
    match db {
        Db::Sqlite { writer, .. } => writer.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Postgres { pool, .. } => pool.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Held(_) => unreachable!("no rehearsal here"),
    }
    .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

#[tokio::test]
async fn what_is_changed_in_the_database_is_found() {
    // A change, and what takes it back.
    let again = "DELETE FROM public_log; INSERT INTO public_log SELECT * FROM kept_log";
    let head = "DELETE FROM public_log_head; INSERT INTO public_log_head SELECT * FROM kept_head";
    let changes = [
        ("UPDATE public_log SET received_at = received_at + 1 WHERE position = 1", again),
        ("UPDATE public_log SET kind = 'refused' WHERE position = 1", again),
        ("UPDATE public_log SET receipt_hash = REPLACE(receipt_hash, substr(receipt_hash, 1, 8), '00000000') WHERE position = 1", again),
        ("UPDATE public_log SET prev_hash = hash WHERE position = 1", again),
        ("UPDATE public_log SET hash = prev_hash WHERE position = 1", again),
        ("UPDATE public_log SET payload = REPLACE(payload, '\"version\":', '\"version\":1') WHERE position = 1", again),
        ("UPDATE public_log SET signature = (SELECT signature FROM kept_log WHERE position = 0) WHERE position = 1", again),
        ("UPDATE public_log SET key_id = 'no such key' WHERE position = 1", again),
        ("UPDATE public_log SET subject_id = 'nobody' WHERE position = 1", again),
        ("DELETE FROM public_log WHERE position = 1", again),
        ("DELETE FROM public_log WHERE position = (SELECT MAX(position) FROM kept_log)", again),
        ("DELETE FROM public_log", again),
        ("UPDATE public_log SET position = position + 1000 WHERE position = 1", again),
        ("UPDATE public_log_head SET hash = (SELECT prev_hash FROM public_log WHERE position = 1)", head),
        ("UPDATE public_log_head SET size = size - 1", head),
        ("UPDATE public_log_head SET signature = (SELECT signature FROM public_log WHERE position = 0)", head),
        ("UPDATE receipt SET content = content || ' '", "UPDATE receipt SET content = substr(content, 1, length(content) - 1)"),
        ("UPDATE receipt SET number = number || 'x'", "UPDATE receipt SET number = substr(number, 1, length(number) - 1)"),
    ];
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let lines = portal.check_log().await.expect("holds");
        assert!(lines > 3, "{lines}");
        run(&fresh.db, "CREATE TABLE kept_log AS SELECT * FROM public_log; CREATE TABLE kept_head AS SELECT * FROM public_log_head").await;
        for (change, undo) in changes {
            run(&fresh.db, change).await;
            let found = portal.check_log().await;
            assert!(found.is_err(), "{kind:?}: not found: {change}");
            run(&fresh.db, undo).await;
            assert_eq!(portal.check_log().await.expect("holds again"), lines, "{kind:?}: {undo}");
        }
    }
}

/// A late attempt that the chair has admitted.
async fn admitted_late(fresh: &Fresh, portal: &ServerPortal) -> LateAttemptId {
    let ngo = ctx(&fresh.db, "ngo", start()).await;
    let round = papers_round(portal, &ngo).await.round;
    let saved = portal.save_paper(&ngo, new_paper(round.id, paper_words("T", "W."))).await.expect("saves");
    let late = round.window.closes_at + Span::SECOND;
    let ngo = ctx(&fresh.db, "ngo", late).await;
    portal.submit_paper(&ngo, saved.id, saved.version).await.expect_err("late");
    let refusal = portal.paper(&ngo, saved.id).await.expect("own").refusals.remove(0).id;
    let admit = LateDecision { outcome: LateOutcome::Admit, reason: "R.".to_owned() };
    portal.decide_late(&ctx(&fresh.db, "chair", late + Span::HOUR).await, refusal, admit).await.expect("admits");
    refusal
}

#[tokio::test]
async fn what_came_before_the_log_is_signed_in_its_order() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let refusal = admitted_late(&fresh, &portal).await;
        let lines = portal.check_log().await.expect("holds");
        run(
            &fresh.db,
            "DELETE FROM public_log; UPDATE public_log_head SET size = 0, key_id = '', signature = '', hash = '0000000000000000000000000000000000000000000000000000000000000000'",
        )
        .await;
        // Two nodes start at once.
        let (one, other) = (portal.clone(), crate::support::portal(&fresh.db));
        let (first, second) = tokio::join!(one.prove_earlier(), other.prove_earlier());
        assert!(first.is_ok() && second.is_ok(), "{kind:?}: {first:?} {second:?}");
        portal.prove_earlier().await.expect("signs");
        // Refused first, admitted later: two lines with one instant, in that order.
        let holder = ctx(&fresh.db, "ngo", start()).await;
        let file = portal.refusal_file(&holder, refusal).await.expect("has its receipt").text;
        let Checked::Genuine(refused) = portal.check_receipt(&holder, &file).await.expect("reads") else { panic!("{kind:?}: {file}") };
        let after = portal.public_log(&holder, Some(refused.index + 2)).await.expect("reads").lines.swap_remove(0);
        assert!(!refused.accepted && after.accepted && after.received_at == refused.received_at, "{kind:?}: {after:?}");
        assert_eq!(portal.check_log().await.expect("holds"), lines, "{kind:?}");
        let page = portal.public_log(&holder, None).await.expect("reads");
        assert!(page.lines.is_sorted_by(|newer, older| newer.received_at >= older.received_at), "{kind:?}: in the order they were given");
        assert_eq!(portal.foreign_key().await.expect("reads"), None);
    }
}

/// How long the log page, a page in its middle and the check of one receipt take together: the median of many, in microseconds.
#[expect(clippy::disallowed_methods, reason = "a proof that measures reads the clock")]
async fn cost(portal: &ServerPortal, ctx: &Ctx, receipt: &str, middle: i64) -> u128 {
    let mut times = Vec::new();
    for _ in 0..101 {
        let begun = std::time::Instant::now();
        portal.public_log(ctx, None).await.expect("reads");
        portal.public_log(ctx, Some(middle)).await.expect("reads");
        let checked = portal.check_receipt(ctx, receipt).await.expect("reads");
        assert!(matches!(checked, Checked::Genuine(_)));
        times.push(begun.elapsed().as_micros());
    }
    times.sort_unstable();
    times[times.len() / 2]
}

#[tokio::test]
#[ignore = "measures time: `make prove` runs it alone"]
async fn proof_two_million_lines_later_a_look_at_the_log_costs_the_same() {
    // Lines that no receipt belongs to, behind the real ones: 400 bytes each.
    let filler = |series: &str, hex: &str| {
        format!(
            "INSERT INTO public_log (position, received_at, kind, receipt_hash, prev_hash, hash, subject_id, payload, key_id, signature)
             SELECT n, n, 'accepted', {hex}, {hex}, {hex}, {hex}, '{{}}', 'k', 's' FROM {series};
             UPDATE public_log_head SET size = (SELECT MAX(position) + 1 FROM public_log)"
        )
    };
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let ctx = ctx(&fresh.db, "secretariat", start()).await;
        let paper = portal.papers(&ctx, None).await.expect("reads").rows.into_iter().next().expect("a public paper").id;
        let receipt = portal.paper_receipt(&ctx, paper).await.expect("its receipt").receipt.id;
        let receipt = portal.receipt_file(&ctx, receipt).await.expect("its file").text;
        let before = cost(&portal, &ctx, &receipt, 60).await;
        let sql = match kind {
            DbKind::Sqlite => filler(
                "(WITH RECURSIVE c(n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM c WHERE n < 2001000) SELECT n FROM c)",
                "printf('%064x', n)",
            ),
            DbKind::Postgres => filler("generate_series(1000, 2001000) n", "lpad(to_hex(n), 64, '0')"),
        };
        run(&fresh.db, sql.leak()).await;
        let after = cost(&portal, &ctx, &receipt, 1_000_000).await;
        println!(
            "{kind:?}: the log page, one in its middle and the check of a receipt: {before} µs with a hundred lines, {after} µs with two million"
        );
        assert!(after < before * 2 + 500, "{kind:?}: {before} µs before, {after} µs after");
    }
}
