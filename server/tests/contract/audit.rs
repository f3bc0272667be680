//! The chain of the audit log on both databases: whatever is changed in it is found, and two nodes make one chain.

use crate::support::{KINDS, fresh, portal, start};
use engine::portal::ServerPortal;
use engine::store::{Db, DbKind};
use model::domain::audit::AuditCheck;
use model::domain::time::Span;
use model::error::PortalError;
use sqlx::Executor;

/// Runs SQL behind the portal's back.
async fn run(db: &Db, sql: &str) {
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    match db {
        Db::Sqlite { writer, .. } => writer.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Postgres { pool, .. } => pool.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Held(_) => unreachable!("the real database"),
    }
    .expect("runs");
}

/// Events that say different things, `count` of them, a second apart.
async fn write(db: &Db, count: u32) {
    for n in 1..=count {
        let person = if n % 2 == 0 { "NULL".to_owned() } else { format!("'0192f0c8-0000-7000-8000-1000000000{n:02}'") };
        let at = (start() + Span::SECOND.times(i64::from(n))).0;
        run(
            db,
            &format!(
                "INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail) \
                 VALUES ('0192f0c8-0000-7000-8000-0000000000{n:02}', {at}, {person}, 'signed_in', 'person', 'p{n}', '{{\"n\":{n}}}')"
            ),
        )
        .await;
    }
}

async fn seal(portal: &ServerPortal) {
    while portal.seal_audit(3).await.expect("seals") > 0 {}
}

async fn check(portal: &ServerPortal) -> AuditCheck {
    portal.verify_audit().await.expect("checks")
}

async fn sealed(kind: DbKind) -> (crate::support::Fresh, ServerPortal) {
    let fresh = fresh(kind).await;
    let portal = portal(&fresh.db);
    write(&fresh.db, 7).await;
    seal(&portal).await;
    (fresh, portal)
}

#[tokio::test]
async fn events_are_sealed_in_order_and_hold() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        let empty = check(&portal).await;
        assert_eq!((empty.sealed, empty.unsealed, empty.broken), (0, 0, None), "{kind:?}");
        write(&fresh.db, 7).await;
        assert_eq!(check(&portal).await.unsealed, 7, "{kind:?}");
        assert_eq!(portal.seal_audit(3).await.expect("seals"), 3, "{kind:?}");
        let part = check(&portal).await;
        assert_eq!((part.sealed, part.unsealed, part.broken), (3, 4, None), "{kind:?}");
        seal(&portal).await;
        let whole = check(&portal).await;
        assert_eq!((whole.sealed, whole.unsealed, whole.broken), (7, 0, None), "{kind:?}");
        // The same events make the same chain on both databases. The format is public: this hash must never become another.
        assert_eq!(whole.head, "7fa43e61dd5036af4c0e46a316934e7c7fb12a515c2a3789e33eb2675c949069", "{kind:?}");
    }
}

#[tokio::test]
async fn every_change_of_a_sealed_event_is_found() {
    let fourth = "WHERE position = 4";
    let by_four = |column: &str, value: &str| format!("UPDATE audit_event SET {column} = {value} {fourth}");
    let changes = [
        ("the id", by_four("id", "'0192f0c8-0000-7000-8000-0000000000ff'"), 4),
        ("the instant", by_four("at", "at + 1"), 4),
        ("who did it", by_four("person_id", "'0192f0c8-0000-7000-8000-000000000001'"), 4),
        ("that somebody did it", "UPDATE audit_event SET person_id = NULL WHERE position = 3".to_owned(), 3),
        ("the act", by_four("act", "'signed_im'"), 4),
        ("the kind of object", by_four("object_kind", "'role'"), 4),
        ("the object", by_four("object_id", "''"), 4),
        ("the detail", by_four("detail", "'{\"n\": 4}'"), 4),
        ("the hash", by_four("hash", "'00'"), 4),
        ("that it has a hash", by_four("hash", "NULL"), 4),
        ("the place, to none", by_four("position", "NULL"), 4),
        ("the place, to one behind all", by_four("position", "8"), 4),
        ("the place, to one before all", by_four("position", "-1"), 1),
        ("a deletion", format!("DELETE FROM audit_event {fourth}"), 4),
        ("a deletion of the first", "DELETE FROM audit_event WHERE position = 1".to_owned(), 1),
        ("a deletion of the last", "DELETE FROM audit_event WHERE position = 7".to_owned(), 7),
        ("a deletion of all", "DELETE FROM audit_event".to_owned(), 1),
        (
            "a swap of two",
            "UPDATE audit_event SET position = -9 WHERE position = 4; UPDATE audit_event SET position = 4 WHERE position = 5; \
             UPDATE audit_event SET position = 5 WHERE position = -9"
                .to_owned(),
            4,
        ),
        (
            "an event put in, the others moved up",
            "UPDATE audit_event SET position = position + 100 WHERE position > 3; \
             UPDATE audit_event SET position = position - 99 WHERE position > 100; \
             INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail, position, hash) \
             SELECT '0192f0c8-0000-7000-8000-0000000000aa', at, person_id, act, object_kind, object_id, detail, 4, hash FROM audit_event WHERE position = 3"
                .to_owned(),
            4,
        ),
        (
            "an event before the first place",
            "INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail, position, hash) \
             VALUES ('x', 1, NULL, 'signed_in', 'person', '', '{}', -9223372036854775808, 'x')"
                .to_owned(),
            1,
        ),
        (
            "an event behind the last place",
            "INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail, position, hash) \
             VALUES ('x', 1, NULL, 'signed_in', 'person', '', '{}', 8, 'x')"
                .to_owned(),
            8,
        ),
        ("the end noted earlier", "UPDATE audit_head SET position = 5, hash = (SELECT hash FROM audit_event WHERE position = 5)".to_owned(), 6),
        ("the hash of the end", "UPDATE audit_head SET hash = '00'".to_owned(), 7),
        ("the note of the end", "DELETE FROM audit_head".to_owned(), 1),
    ];
    for kind in KINDS {
        let (fresh, portal) = sealed(kind).await;
        for (what, sql, place) in &changes {
            run(&fresh.db, "CREATE TABLE kept AS SELECT * FROM audit_event; CREATE TABLE kept_head AS SELECT * FROM audit_head").await;
            run(&fresh.db, sql).await;
            assert_eq!(check(&portal).await.broken, Some(*place), "{kind:?}: {what}");
            run(
                &fresh.db,
                "DELETE FROM audit_event; INSERT INTO audit_event SELECT * FROM kept; DROP TABLE kept; \
                 DELETE FROM audit_head; INSERT INTO audit_head SELECT * FROM kept_head; DROP TABLE kept_head",
            )
            .await;
            assert_eq!(check(&portal).await.broken, None, "{kind:?}: {what}, mended");
        }
    }
}

#[tokio::test]
async fn an_event_that_comes_late_is_sealed_behind_the_others() {
    for kind in KINDS {
        let (fresh, portal) = sealed(kind).await;
        run(
            &fresh.db,
            "INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail) VALUES ('late', 1, NULL, 'signed_in', 'person', '', '{}')",
        )
        .await;
        seal(&portal).await;
        let found = check(&portal).await;
        assert_eq!((found.sealed, found.unsealed, found.broken), (8, 0, None), "{kind:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_nodes_that_seal_at_once_make_one_chain() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let (one, two) = (portal(&fresh.db), portal(&fresh.db));
        write(&fresh.db, 60).await;
        let all = |portal: ServerPortal| async move {
            let mut sealed = 0;
            loop {
                match portal.seal_audit(4).await {
                    Ok(0) => return sealed,
                    Ok(n) => sealed += n,
                    Err(PortalError::Conflict) => {}
                    Err(error) => panic!("{error}"),
                }
            }
        };
        let (a, b) = tokio::join!(tokio::spawn(all(one.clone())), tokio::spawn(all(two)));
        assert_eq!(a.expect("ends") + b.expect("ends"), 60, "{kind:?}: each once");
        let found = check(&one).await;
        assert_eq!((found.sealed, found.unsealed, found.broken), (60, 0, None), "{kind:?}");
    }
}

/// The account goes, what it did stays: the event names a person by an id that says nothing any more.
#[tokio::test]
async fn the_chain_outlives_the_account_of_who_acted() {
    use engine::store::own_data;
    use model::domain::ids::PersonId;
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let portal = portal(&fresh.db);
        engine::demo::seed(&portal, start()).await.expect("seeds");
        let ctx = crate::support::ctx(&fresh.db, "ngo", start()).await;
        let person: PersonId = ctx.actor.signed_in().expect("a person").person;
        run(&fresh.db, &format!("INSERT INTO audit_event (id, at, person_id, act, object_kind, object_id, detail) VALUES ('x', 1, '{person}', 'signed_in', 'person', '{person}', '{{}}')")).await;
        seal(&portal).await;
        let before = check(&portal).await;
        let at = start();
        let gone =
            fresh.db.write_tx(move |tx| Box::pin(async move { own_data::erase(tx, person, Some("ngo@demo.example"), at).await })).await;
        assert!(gone.expect("writes"), "{kind:?}");
        assert_eq!(check(&portal).await, before, "{kind:?}");
        assert_eq!(before.broken, None, "{kind:?}");
    }
}
