//! What is answered is on the disk; what failed, or was abandoned before it had done its work, has left nothing; a transaction that is lost
//! is lost for all of it.

use super::{At, Group, MOST};
use crate::store::{Db, StoreError, StoreResult, settings};
use std::time::Duration;
use tokio::task::JoinSet;

async fn database() -> (Db, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(&format!("sqlite:{}", folder.path().join("group.db").display()), 4).await.expect("opens");
    db.migrate().await.expect("migrates");
    (db, folder)
}

async fn value(db: &Db, key: &str) -> Option<String> {
    let mut tx = db.read().await.expect("reads");
    settings::get(&mut tx, key).await.expect("reads")
}

/// Writes a key, and then does what is asked for.
async fn put(db: &Db, key: &str, then: Then) -> StoreResult<()> {
    db.write_tx(|tx| {
        let key = key.to_owned();
        Box::pin(async move {
            settings::put(tx, &key, "1").await?;
            match then {
                Then::Succeed => Ok(()),
                Then::Fail => Err(StoreError::Conflict),
                Then::Hang => std::future::pending().await,
                // What SQLite does by itself when the disk is full.
                Then::LoseAll => tx.run("ROLLBACK").await,
            }
        })
    })
    .await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Succeed,
    Fail,
    Hang,
    LoseAll,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_use_case_stands_for_itself() {
    let (db, _folder) = database().await;
    let mut running = JoinSet::new();
    for n in 0..200 {
        let db = db.clone();
        running.spawn(async move {
            let then = if n % 3 == 0 { Then::Fail } else { Then::Succeed };
            let key = format!("key {n}");
            let answer = put(&db, &key, then).await;
            assert_eq!(answer.is_ok(), then == Then::Succeed);
            // Another connection sees at once what was answered, and nothing of what failed.
            assert_eq!(value(&db, &key).await.is_some(), then == Then::Succeed, "{key}");
        });
    }
    while let Some(done) = running.join_next().await {
        done.expect("holds");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_was_abandoned_is_taken_back_and_holds_up_nobody() {
    let (db, _folder) = database().await;
    for round in 0..20 {
        let mut running = JoinSet::new();
        for n in 0..10 {
            let (db, key) = (db.clone(), format!("round {round} key {n}"));
            running.spawn(async move {
                if n == 5 {
                    let hung = tokio::time::timeout(Duration::from_millis(5), put(&db, &key, Then::Hang)).await;
                    assert!(hung.is_err(), "its request went away in the middle");
                } else {
                    put(&db, &key, Then::Succeed).await.expect("is written");
                }
            });
        }
        while let Some(done) = running.join_next().await {
            done.expect("holds");
        }
        for n in 0..10 {
            assert_eq!(value(&db, &format!("round {round} key {n}")).await.is_some(), n != 5);
        }
    }
}

/// Whoever goes away while its group is committed takes nobody's answer along.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_goes_away_in_the_commit_leaves_the_others_their_answer() {
    let (db, _folder) = database().await;
    for round in 0..30_u64 {
        let mut running = JoinSet::new();
        for n in 0..MOST + 8 {
            let (db, key) = (db.clone(), format!("round {round} key {n}"));
            running.spawn(async move {
                // Some leave, at other moments each time: one of them is the last of a full group.
                if n % 4 == 3 {
                    let _ = tokio::time::timeout(Duration::from_micros(300 * (round + 1)), put(&db, &key, Then::Succeed)).await;
                } else {
                    put(&db, &key, Then::Succeed).await.expect("is answered");
                    assert!(value(&db, &key).await.is_some(), "{key}");
                }
            });
        }
        while let Some(done) = running.join_next().await {
            done.expect("holds");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_a_transaction_that_was_lost_nothing_is_answered_as_done() {
    let (db, _folder) = database().await;
    let mut running = JoinSet::new();
    for n in 0..100 {
        let db = db.clone();
        running.spawn(async move {
            let (then, key) = (if n % 10 == 7 { Then::LoseAll } else { Then::Succeed }, format!("key {n}"));
            let answer = put(&db, &key, then).await;
            assert!(then == Then::Succeed || answer.is_err());
            assert_eq!(value(&db, &key).await.is_some(), answer.is_ok(), "{key}: answered is written, and not answered is not");
            if then == Then::Succeed {
                assert!(matches!(answer, Ok(()) | Err(StoreError::NotCommitted)), "{answer:?}");
            }
        });
    }
    while let Some(done) = running.join_next().await {
        done.expect("holds");
    }
    put(&db, "afterwards", Then::Succeed).await.expect("goes on");
}

#[tokio::test]
async fn a_rehearsal_sees_what_was_written_and_leaves_nothing() {
    let (db, _folder) = database().await;
    put(&db, "before", Then::Succeed).await.expect("is written");
    {
        let held = db.rehearse().await.expect("begins");
        assert!(value(&held, "before").await.is_some());
        put(&held, "rehearsed", Then::Succeed).await.expect("is written");
        assert!(value(&held, "rehearsed").await.is_some());
    }
    put(&db, "after", Then::Succeed).await.expect("is written");
    assert!(value(&db, "rehearsed").await.is_none());
}

/// A use case of an open group.
async fn put_in(group: &mut Group, key: &str, fails: bool) -> StoreResult<()> {
    group
        .run(|tx| {
            let key = key.to_owned();
            Box::pin(async move {
                settings::put(tx, &key, "1").await?;
                if fails { Err(StoreError::Conflict) } else { Ok(()) }
            })
        })
        .await
}

/// Whoever goes away while its savepoint is being ended has done its work: it is kept, however far the two statements came.
#[tokio::test]
async fn who_goes_away_at_its_end_is_kept_and_the_next_ones_stand_for_themselves() {
    let (db, _folder) = database().await;
    let Db::Sqlite { writer, .. } = &db else { panic!("SQLite") };
    for released in [false, true] {
        let mut group = Group::open(writer).await.expect("opens");
        let key = |name: &str| format!("{name} {released}");
        put_in(&mut group, &key("gone"), false).await.expect("runs");
        if released {
            group.tx.run("RELEASE SAVEPOINT use_case").await.expect("half of its end");
        }
        group.at = At::Keeping;
        put_in(&mut group, &key("failed"), true).await.expect_err("fails");
        put_in(&mut group, &key("kept"), false).await.expect("runs");
        group.commit().await;
        for (name, there) in [("gone", true), ("failed", false), ("kept", true)] {
            assert_eq!(value(&db, &key(name)).await.is_some(), there, "{name}, released: {released}");
        }
    }
}
