//! A connection or transaction of either database. `store::sql` has the macros that run a statement on whichever it is.

use super::{StoreError, StoreResult, dialect};
use sqlx::pool::PoolConnection;
use sqlx::{Executor as _, PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};
use tokio::sync::OwnedMutexGuard;

/// How one attempt of a writing transaction ended.
pub(super) enum Write<T> {
    Done(T),
    /// It lost a race; run it again.
    Again,
}

/// Where store functions work: a reader's connection, or a writing transaction. Dropped without commit, it rolls back.
pub struct Tx {
    pub(super) conn: Conn,
    lost_a_race: bool,
}

pub(super) enum Conn {
    Sqlite(SqliteConn),
    Postgres(PostgresConn),
}

pub(super) enum SqliteConn {
    /// A reader's, or the writer's: there the group that is written begins and ends the transaction.
    Pooled(PoolConnection<Sqlite>),
    Own(Transaction<'static, Sqlite>),
    Held(OwnedMutexGuard<Transaction<'static, Sqlite>>),
}

pub(super) enum PostgresConn {
    Read(PoolConnection<Postgres>),
    Write(Transaction<'static, Postgres>),
    Held(OwnedMutexGuard<Transaction<'static, Postgres>>),
}

impl SqliteConn {
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Pooled(connection) => connection,
            Self::Own(transaction) => transaction,
            Self::Held(transaction) => transaction,
        }
    }
}

impl PostgresConn {
    pub(super) fn connection(&mut self) -> &mut PgConnection {
        match self {
            Self::Read(connection) => connection,
            Self::Write(transaction) => transaction,
            Self::Held(transaction) => transaction,
        }
    }
}

impl Tx {
    const fn over(conn: Conn) -> Self {
        Self { conn, lost_a_race: false }
    }

    pub(super) fn sqlite(connection: PoolConnection<Sqlite>) -> Self {
        Self::over(Conn::Sqlite(SqliteConn::Pooled(connection)))
    }

    pub(super) fn sqlite_own(transaction: Transaction<'static, Sqlite>) -> Self {
        Self::over(Conn::Sqlite(SqliteConn::Own(transaction)))
    }

    pub(super) fn postgres_read(connection: PoolConnection<Postgres>) -> Self {
        Self::over(Conn::Postgres(PostgresConn::Read(connection)))
    }

    pub(super) fn postgres_write(transaction: Transaction<'static, Postgres>) -> Self {
        Self::over(Conn::Postgres(PostgresConn::Write(transaction)))
    }

    pub(super) fn sqlite_held(transaction: OwnedMutexGuard<Transaction<'static, Sqlite>>) -> Self {
        Self::over(Conn::Sqlite(SqliteConn::Held(transaction)))
    }

    pub(super) fn postgres_held(transaction: OwnedMutexGuard<Transaction<'static, Postgres>>) -> Self {
        Self::over(Conn::Postgres(PostgresConn::Held(transaction)))
    }

    /// Runs statements without arguments: those that begin and end a part of a held transaction.
    pub(super) async fn run(&mut self, sql: &'static str) -> StoreResult<()> {
        let result = match &mut self.conn {
            // Kept ready by the connection: each act begins and ends with the same words.
            Conn::Sqlite(connection) => sqlx::query(sql).execute(connection.connection()).await.map(|_| ()),
            Conn::Postgres(connection) => connection.connection().execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        };
        self.checked(result)
    }

    /// Whether a statement failed because another transaction won.
    pub(super) const fn lost_a_race(&self) -> bool {
        self.lost_a_race
    }

    /// Notes races and turns the driver's error into ours. Every store function passes its result through here.
    pub(super) fn checked<T>(&mut self, result: Result<T, sqlx::Error>) -> StoreResult<T> {
        result.map_err(|error| {
            self.lost_a_race |= dialect::is_retryable(&error);
            StoreError::from(error)
        })
    }

    pub(crate) async fn commit(self) -> Result<(), sqlx::Error> {
        match self.conn {
            Conn::Postgres(PostgresConn::Write(transaction)) => transaction.commit().await,
            Conn::Sqlite(SqliteConn::Own(transaction)) => transaction.commit().await,
            Conn::Sqlite(SqliteConn::Pooled(_) | SqliteConn::Held(_)) | Conn::Postgres(PostgresConn::Read(_) | PostgresConn::Held(_)) => {
                Ok(())
            }
        }
    }

    /// Closes the connection for good: whatever was open on it is taken back.
    pub(super) async fn close(self) {
        if let Conn::Sqlite(SqliteConn::Pooled(connection)) = self.conn {
            // It goes either way.
            let _ = connection.close().await;
        }
    }
}
