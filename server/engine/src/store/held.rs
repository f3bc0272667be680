//! One transaction that stands for a whole database and is never committed.

use super::tx::Tx;
use super::{DbKind, StoreError, StoreResult, group};
use crate::store::db::TxFuture;
use sqlx::{Postgres, Sqlite, Transaction};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedSemaphorePermit};

/// Readers and writers come one after the other; who writes does so in a savepoint, so that a refusal takes back its own part only.
#[derive(Clone)]
pub struct Held {
    connection: Connection,
    /// A writer's turn of the real database. After the connection, so that it is given back after the transaction is.
    _turn: Arc<Turn>,
}

#[derive(Clone)]
enum Connection {
    Sqlite(Arc<Mutex<Transaction<'static, Sqlite>>>),
    Postgres(Arc<Mutex<Transaction<'static, Postgres>>>),
}

enum Turn {
    Sqlite(#[expect(dead_code, reason = "held, not read")] group::Turn),
    Postgres(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit),
}

impl Held {
    pub(super) fn sqlite(transaction: Transaction<'static, Sqlite>, turn: group::Turn) -> Self {
        Self { connection: Connection::Sqlite(Arc::new(Mutex::new(transaction))), _turn: Arc::new(Turn::Sqlite(turn)) }
    }

    pub(super) fn postgres(transaction: Transaction<'static, Postgres>, turn: OwnedSemaphorePermit) -> Self {
        Self { connection: Connection::Postgres(Arc::new(Mutex::new(transaction))), _turn: Arc::new(Turn::Postgres(turn)) }
    }

    pub(super) const fn kind(&self) -> DbKind {
        match self.connection {
            Connection::Sqlite(_) => DbKind::Sqlite,
            Connection::Postgres(_) => DbKind::Postgres,
        }
    }

    pub(super) async fn tx(&self) -> Tx {
        match &self.connection {
            Connection::Sqlite(transaction) => Tx::sqlite_held(transaction.clone().lock_owned().await),
            Connection::Postgres(transaction) => Tx::postgres_held(transaction.clone().lock_owned().await),
        }
    }

    pub(super) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send,
        E: From<StoreError> + Send,
        F: for<'t> Fn(&'t mut Tx) -> TxFuture<'t, Result<T, E>> + Send + Sync,
    {
        let mut tx = self.tx().await;
        tx.run("SAVEPOINT held").await?;
        let result = work(&mut tx).await;
        let ended: StoreResult<()> = match result {
            Ok(_) => tx.run("RELEASE SAVEPOINT held").await,
            Err(_) => tx.run("ROLLBACK TO SAVEPOINT held; RELEASE SAVEPOINT held").await,
        };
        ended?;
        result
    }
}
