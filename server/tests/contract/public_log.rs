//! The public log on both databases: what is changed in it is found, what was there before it is signed, and many add to it at once.

use crate::support::{Fresh, KINDS, ctx, fresh, portal, start};
use engine::demo;
use engine::portal::ServerPortal;
use engine::store::{Db, DbKind};
use model::portal::Proofs as _;
use sqlx::Executor as _;

async fn run(db: &Db, sql: &'static str) {
    match db {
        Db::Sqlite { writer, .. } => writer.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Postgres { pool, .. } => pool.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Held(_) => unreachable!("no rehearsal here"),
    }
    .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

async fn seeded(kind: DbKind) -> (Fresh, ServerPortal) {
    let fresh = fresh(kind).await;
    let portal = portal(&fresh.db);
    demo::seed(&portal, start()).await.expect("seeds");
    (fresh, portal)
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

#[tokio::test]
async fn receipts_from_before_the_log_are_signed_in_their_order() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let lines = portal.check_log().await.expect("holds");
        run(
            &fresh.db,
            "DELETE FROM public_log; UPDATE public_log_head SET size = 0, key_id = '', signature = '', hash = '0000000000000000000000000000000000000000000000000000000000000000'",
        )
        .await;
        // Two nodes start at once.
        let (one, other) = (portal.clone(), crate::support::portal(&fresh.db));
        let (first, second) = tokio::join!(one.prove_earlier(), other.prove_earlier());
        assert!(first.is_ok() || second.is_ok(), "{kind:?}: {first:?} {second:?}");
        portal.prove_earlier().await.expect("signs");
        assert_eq!(portal.check_log().await.expect("holds"), lines, "{kind:?}");
        let visitor = ctx(&fresh.db, "ngo", start()).await;
        let page = portal.public_log(&visitor, None).await.expect("reads");
        assert!(page.lines.is_sorted_by(|newer, older| newer.received_at >= older.received_at), "{kind:?}: in the order they were given");
        assert_eq!(portal.foreign_key().await.expect("reads"), None);
    }
}
