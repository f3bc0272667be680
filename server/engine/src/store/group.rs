//! Writing on `SQLite` (ADR 0029): one use case after the other, each in a savepoint, and one commit for all that were waiting at once. A
//! commit waits for the disk; with one for each use case, the last in a queue of a hundred would wait for the disk a hundred times.
//!
//! Nobody is answered before the commit. A use case that fails takes back its own part only. One whose request went away in the middle is
//! taken back by whoever comes next; one that had done its work when it went is kept.

use super::db::TxFuture;
use super::tx::Tx;
use super::{StoreError, StoreResult};
use sqlx::SqlitePool;
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

/// So many use cases share one commit at most: the first of them must not wait for the work of all who came after.
const MOST: usize = 32;

/// The transaction that is open, if one is. The lock is fair: who came first writes first.
pub type Queue = Arc<Mutex<Option<Group>>>;

/// The turn of the one who writes.
pub type Turn = OwnedMutexGuard<Option<Group>>;

/// Use cases that are committed together.
pub struct Group {
    tx: Tx,
    /// How many have run in it.
    size: usize,
    /// How far the one is whose turn it is, or was when it was abandoned.
    at: At,
    /// A savepoint could not be ended: the database has taken the transaction back by itself.
    broken: bool,
    /// Whether all of it was committed.
    committed: watch::Sender<Option<bool>>,
}

/// Where in its savepoint a use case is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// None is in it.
    Outside,
    /// What it has written so far is taken back if it goes away.
    Working,
    /// It has done its work. Whether its savepoint ended nobody knows if it goes away now: of two statements only one may have run.
    Keeping,
}

/// Runs `work` in the group that is open, or opens one; answers when it is committed.
pub async fn write<T, E, F>(pool: &SqlitePool, queue: &Queue, work: F) -> Result<T, E>
where
    T: Send,
    E: From<StoreError> + Send,
    F: for<'t> Fn(&'t mut Tx) -> TxFuture<'t, Result<T, E>> + Send + Sync,
{
    let mut turn = queue.clone().lock_owned().await;
    if turn.is_none() {
        *turn = Some(Group::open(pool).await?);
        let queue = queue.clone();
        // It comes after all who are waiting already, and before all who come later.
        tokio::spawn(async move {
            if let Some(group) = queue.lock_owned().await.take() {
                group.commit().await;
            }
        });
    }
    let Some(group) = turn.as_mut() else { return Err(StoreError::NotCommitted.into()) };
    let mut committed = group.committed.subscribe();
    let result = group.run(work).await;
    if group.size >= MOST || group.broken {
        commit(turn).await;
    } else {
        drop(turn);
    }
    // A refusal waits too: it may rest on what an earlier one has written.
    match committed.wait_for(Option::is_some).await.as_deref() {
        Ok(Some(true)) => result,
        _ => Err(StoreError::NotCommitted.into()),
    }
}

/// Commits the open group, if there is one, and lets its members know; answers the turn, with no group open. In a task of its own: the
/// request that waits for it may go away in the middle, and its members must hear of what has happened all the same.
pub async fn commit(mut turn: Turn) -> Option<Turn> {
    let committing = tokio::spawn(async move {
        if let Some(group) = turn.take() {
            group.commit().await;
        }
        turn
    });
    // A task fails only when the program ends.
    committing.await.ok()
}

impl Group {
    async fn open(pool: &SqlitePool) -> StoreResult<Self> {
        let mut tx = Tx::sqlite(pool.acquire().await?);
        if tx.run(BEGIN).await.is_err() {
            // Whoever was here before went away while it began, and left it begun.
            tx.close().await;
            tx = Tx::sqlite(pool.acquire().await?);
            tx.run(BEGIN).await?;
        }
        Ok(Self { tx, size: 0, at: At::Outside, broken: false, committed: watch::Sender::new(None) })
    }

    async fn run<T, E, F>(&mut self, work: F) -> Result<T, E>
    where
        E: From<StoreError>,
        F: for<'t> Fn(&'t mut Tx) -> TxFuture<'t, Result<T, E>>,
    {
        self.leave_abandoned().await?;
        self.size += 1;
        self.at = At::Working;
        let result = work(&mut self.tx).await;
        if result.is_ok() {
            self.at = At::Keeping;
            self.end(KEEP).await?;
        } else {
            self.end(TAKE_BACK).await?;
        }
        result
    }

    /// Ends the savepoint. There is none any more after the database took the whole transaction back, as it does when the disk is full.
    async fn end(&mut self, how: &'static str) -> StoreResult<()> {
        let ended = self.tx.run(how).await;
        self.at = At::Outside;
        self.broken |= ended.is_err();
        ended
    }

    async fn leave_abandoned(&mut self) -> StoreResult<()> {
        if self.broken {
            return Err(StoreError::NotCommitted);
        }
        match self.at {
            At::Outside => Ok(()),
            At::Working => self.end(TAKE_BACK).await,
            At::Keeping => self.end(AGAIN).await,
        }
    }

    async fn commit(mut self) {
        let whole = self.leave_abandoned().await.is_ok();
        let committed = whole && self.tx.run("COMMIT").await.inspect_err(|error| tracing::error!(%error, "not committed")).is_ok();
        if !committed {
            // What state it is in nobody knows: the next group gets another.
            self.tx.close().await;
        }
        self.committed.send_replace(Some(committed));
    }
}

// Each leaves a savepoint for the next use case: one turn of the database less for each.
const BEGIN: &str = "BEGIN IMMEDIATE; SAVEPOINT use_case";
const KEEP: &str = "RELEASE SAVEPOINT use_case; SAVEPOINT use_case";
/// Whether the old one is still there or not: of the same name the newest counts.
const AGAIN: &str = "SAVEPOINT use_case";
const TAKE_BACK: &str = "ROLLBACK TO SAVEPOINT use_case";

#[cfg(test)]
mod tests;
