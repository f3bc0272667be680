//! Opening the database: its address decides which one it is.

use super::held::Held;
use super::sql::fetch_optional;
use super::tx::{Tx, Write};
use super::{StoreError, StoreResult, dialect, group};
use model::domain::time::Instant;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use std::future::Future;
use std::pin::Pin;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

static SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

/// How often a write that lost a race is tried again.
const RETRIES: usize = 5;

/// How many rows the thread that reads `SQLite` may be ahead of who takes them: a list is read in one go, without waking that
/// thread up again every fifty rows.
const ROWS_AT_ONCE: usize = 512;

/// What each reader of `SQLite` may keep of the file in memory: 4 MiB (a negative number counts in KiB).
const PAGES_KEPT: &str = "-4096";

/// Which database is behind a [`Db`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DbKind {
    Sqlite,
    Postgres,
}

/// The database.
#[derive(Clone)]
pub enum Db {
    /// Readers in a pool that cannot write; one writer behind a fair queue.
    Sqlite { readers: SqlitePool, writer: SqlitePool, queue: group::Queue },
    /// Readers and writers in one pool; writers behind a fair queue that leaves a connection to the readers.
    Postgres { pool: PgPool, queue: Arc<Semaphore> },
    /// One transaction that is never committed: see [`Db::rehearse`].
    Held(Held),
}

/// A future that borrows the transaction it works in.
pub type TxFuture<'t, T> = Pin<Box<dyn Future<Output = T> + Send + 't>>;

impl Db {
    /// Opens the database at `url` (`sqlite:FILE` or `postgres://…`). A `SQLite` file is made when it is not there.
    ///
    /// # Errors
    /// The address cannot be read, or the database cannot be reached.
    pub async fn open(url: &str, connections: u32) -> StoreResult<Self> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url)?;
            let pool =
                PgPoolOptions::new().max_connections(connections).acquire_timeout(Duration::from_secs(5)).connect_with(options).await?;
            let writers = usize::try_from(connections).unwrap_or(1).saturating_sub(1).max(1);
            return Ok(Self::Postgres { pool, queue: Arc::new(Semaphore::new(writers)) });
        }
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5));
        // What takes one act of a group back is never needed after a crash: in memory it costs no system calls. By itself SQLite writes it
        // into a file once an act has changed 16 pages, which a submission does.
        let writing = options.clone().pragma("temp_store", "MEMORY");
        let writer = SqlitePoolOptions::new().max_connections(1).connect_with(writing).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(connections)
            .min_connections(1)
            .acquire_timeout(Duration::from_secs(5))
            .test_before_acquire(false)
            .connect_with(options.row_buffer_size(ROWS_AT_ONCE).pragma("cache_size", PAGES_KEPT).pragma("query_only", "ON"))
            .await?;
        Ok(Self::Sqlite { readers, writer, queue: Arc::default() })
    }

    pub const fn kind(&self) -> DbKind {
        match self {
            Self::Sqlite { .. } => DbKind::Sqlite,
            Self::Postgres { .. } => DbKind::Postgres,
            Self::Held(held) => held.kind(),
        }
    }

    /// The same database for a rehearsal: everything that is read and written through what this answers happens in one transaction,
    /// which is taken back when the last clone of it goes. It takes a writer's turn, so keep it for moments only.
    ///
    /// # Errors
    /// No connection can be had.
    pub async fn rehearse(&self) -> StoreResult<Self> {
        Ok(match self {
            Self::Sqlite { writer, queue, .. } => {
                let turn = group::commit(queue.clone().lock_owned().await).await.ok_or(StoreError::NotCommitted)?;
                Self::Held(Held::sqlite(writer.begin_with("BEGIN IMMEDIATE").await?, turn))
            }
            Self::Postgres { pool, queue } => {
                let turn = queue.clone().acquire_owned().await.map_err(|_| sqlx::Error::PoolClosed)?;
                Self::Held(Held::postgres(pool.begin().await?, turn))
            }
            Self::Held(_) => self.clone(),
        })
    }

    /// Brings the schema up to date. Safe to run on several nodes at once.
    ///
    /// # Errors
    /// A migration failed, or one that was applied has changed since.
    pub async fn migrate(&self) -> Result<(), sqlx::migrate::MigrateError> {
        match self {
            Self::Sqlite { writer, .. } => SQLITE.run(writer).await?,
            Self::Postgres { pool, .. } => POSTGRES.run(pool).await?,
            Self::Held(_) => {}
        }
        // What SQL cannot work out: the folded names that lists are sorted by.
        let keys = async { super::organisations::fill_keys(self).await.and(super::files::fill_keys(self).await) };
        keys.await.map_err(|error| sqlx::migrate::MigrateError::Source(Box::new(error)))
    }

    /// The migrations of each database, for the parity test: (version, description).
    pub fn migrations(kind: DbKind) -> Vec<(i64, String)> {
        let migrator = match kind {
            DbKind::Sqlite => &SQLITE,
            DbKind::Postgres => &POSTGRES,
        };
        migrator.iter().map(|m| (m.version, m.description.to_string())).collect()
    }

    /// The number of the newest migration that was applied; `None` where none was.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn schema(&self) -> StoreResult<Option<i64>> {
        let mut tx = self.read().await?;
        if fetch_optional!(&mut tx, (i64,), dialect::MIGRATED)?.is_none() {
            return Ok(None);
        }
        Ok(fetch_optional!(&mut tx, (Option<i64>,), dialect::SCHEMA)?.and_then(|(version,)| version))
    }

    /// The number of the newest migration this program knows.
    pub fn newest_schema() -> i64 {
        SQLITE.iter().map(|migration| migration.version).max().unwrap_or_default()
    }

    /// A reader that sees the database as it is at one moment, however long it reads and whoever writes meanwhile.
    ///
    /// # Errors
    /// No connection can be had.
    pub async fn snapshot(&self) -> StoreResult<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::sqlite_own(readers.begin_with("BEGIN DEFERRED").await?),
            Self::Postgres { pool, .. } => Tx::postgres_write(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").await?),
            Self::Held(held) => held.tx().await,
        })
    }

    /// A writing transaction that is committed by hand, for work that cannot run again.
    ///
    /// # Errors
    /// No connection can be had.
    pub(crate) async fn begin(&self) -> StoreResult<Tx> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::sqlite_own(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres { pool, .. } => Tx::postgres_write(pool.begin().await?),
            Self::Held(held) => held.tx().await,
        })
    }

    /// A connection to read with.
    ///
    /// # Errors
    /// No connection can be had.
    pub async fn read(&self) -> StoreResult<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::sqlite(readers.acquire().await?),
            Self::Postgres { pool, .. } => Tx::postgres_read(pool.acquire().await?),
            Self::Held(held) => held.tx().await,
        })
    }

    /// Runs `work` in one writing transaction: all of it happens or nothing.
    ///
    /// `work` may run again when another transaction won a race, so it has no effect outside `tx`;
    /// ids are drawn before it, so that a second run repeats them.
    ///
    /// # Errors
    /// What `work` answers, or that the database could not commit.
    pub async fn write_tx<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send,
        E: From<StoreError> + Send,
        F: for<'t> Fn(&'t mut Tx) -> TxFuture<'t, Result<T, E>> + Send + Sync,
    {
        match self {
            Self::Sqlite { writer, queue, .. } => group::write(writer, queue, work).await,
            Self::Postgres { pool, queue } => {
                // Fair, and without a time limit of its own: whoever pressed the button in time waits for their turn, and is not told to
                // try again after the deadline. The request's own limit ends it.
                let _turn = queue.acquire().await.map_err(|_| StoreError::from(sqlx::Error::PoolClosed))?;
                for _ in 1..RETRIES {
                    match Self::attempt(pool, &work).await? {
                        Write::Done(result) => return result,
                        Write::Again => {}
                    }
                }
                match Self::attempt(pool, &work).await? {
                    Write::Done(result) => result,
                    Write::Again => Err(StoreError::Conflict.into()),
                }
            }
            Self::Held(held) => held.write(work).await,
        }
    }

    async fn attempt<T, E, F>(pool: &PgPool, work: &F) -> Result<Write<Result<T, E>>, E>
    where
        T: Send,
        E: From<StoreError> + Send,
        F: for<'t> Fn(&'t mut Tx) -> TxFuture<'t, Result<T, E>> + Send + Sync,
    {
        let mut tx = Tx::postgres_write(pool.begin().await.map_err(StoreError::from)?);
        let result = work(&mut tx).await;
        if tx.lost_a_race() {
            return Ok(Write::Again);
        }
        match result {
            Err(error) => Ok(Write::Done(Err(error))),
            Ok(value) => match tx.commit().await {
                Ok(()) => Ok(Write::Done(Ok(value))),
                Err(error) if dialect::is_retryable(&error) => Ok(Write::Again),
                Err(error) => Ok(Write::Done(Err(StoreError::from(error).into()))),
            },
        }
    }

    /// What the database's clock says, for `/readyz`; `None` where it has none of its own.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn clock(&self) -> StoreResult<Option<Instant>> {
        let mut tx = self.read().await?;
        let row = fetch_optional!(&mut tx, (Option<i64>,), dialect::CLOCK)?;
        Ok(row.and_then(|(micros,)| micros).map(Instant))
    }

    /// How much room the database takes, in bytes.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn size(&self) -> StoreResult<Option<i64>> {
        let mut tx = self.read().await?;
        Ok(fetch_optional!(&mut tx, (i64,), dialect::SIZE)?.map(|(bytes,)| bytes))
    }

    /// Waits for connections to come home and closes them.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres { pool, .. } => pool.close().await,
            Self::Held(_) => {}
        }
    }
}
