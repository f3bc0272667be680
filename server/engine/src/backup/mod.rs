//! A backup: the whole database and the signing keys as one file, to be restored into a database of either kind (ADR 0028).
//! May use: the store, `auth`, `files`, `calendar` of the model. Must not use: the portal, the web, a clock.

mod manifest;
mod read;
mod write;

pub use manifest::{Entry, FORMAT, Manifest};
pub use read::{Archive, restore};
pub use write::write;

use crate::store::{Db, StoreError, StoreResult, public_log};
use std::fmt::Display;
use std::path::{Path, PathBuf};

/// What a backup does not hold: who is signed in, links and codes around addresses and passwords, and counters of rate limits. A restore
/// signs nobody in, and brings none of these back. Invitations and calendar addresses are in it: what was taken back since counts again.
pub const LEFT_OUT: [&str; 5] = ["auth_session", "confirmation", "email_change", "password_reset", "rate_bucket"];

/// Tables that a migration has put a row into: one that holds nothing else counts as empty.
const MADE_BY_MIGRATIONS: [&str; 2] = ["audit_head", "public_log_head"];

/// The longest line of a table; the longest text people can write is a fraction of it.
const LONGEST_LINE: u64 = 64 * 1024 * 1024;
/// The largest file beside the tables.
const LARGEST_EXTRA: u64 = 1024 * 1024;

/// Why there is no backup, or no restore.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{} is there already: a backup overwrites nothing", .0.display())]
    Exists(PathBuf),
    #[error("{} is there: a backup or a restore still runs, or was interrupted. If none runs, remove it", .0.display())]
    Unfinished(PathBuf),
    #[error("{}: {error}", .path.display())]
    File { path: PathBuf, error: std::io::Error },
    #[error("the file could not be packed: {0}")]
    Packing(String),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    #[error("the file is damaged, or no backup of Openfloor: {0}. Nothing was written")]
    Damaged(String),
    #[error("this is a backup in the format {0:?}, which this program does not know: use the program that made it. Nothing was written")]
    UnknownFormat(String),
    #[error(
        "this backup was made by openfloor {program} with schema {theirs}; this program has schema {ours}. Restore it with openfloor {program}, then start this program, which brings the database up to date. Nothing was written"
    )]
    OtherSchema { program: String, theirs: i64, ours: i64 },
    #[error("the database has schema {theirs:?}, this program {ours}: use the program of the database, or run `openfloor migrate` first")]
    OtherDatabase { theirs: Option<i64>, ours: i64 },
    #[error("the database is not empty: {0} has rows. A backup is restored into a new database only. Nothing was written")]
    NotEmpty(String),
    #[error("the backup holds {0:?}, which this program has no place for. Nothing was written")]
    NoPlace(String),
    #[error("{} is there already and holds something else than the backup. If it has more keys, keep it: move it away, restore, and put it back. Nothing was written", .0.display())]
    InTheWay(PathBuf),
    #[error("the rows of the backup do not fit together or could not be read back as they were: {0}. Nothing was written")]
    DoesNotFit(String),
}

/// Whether receipts were given, of acceptances or of refusals: then the keys they are signed with belong into a backup.
///
/// # Errors
/// The database cannot be read.
pub async fn holds_receipts(db: &Db) -> StoreResult<bool> {
    let mut tx = db.read().await?;
    // Not the head alone: one that was set back must not hide them.
    Ok(public_log::head(&mut tx).await?.head.size > 0 || public_log::any_subject(&mut tx).await?)
}

impl BackupError {
    fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        |error| Self::File { path: path.to_path_buf(), error }
    }

    /// What has the name of a backup that is to be written.
    fn taken(path: &Path, error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::AlreadyExists { Self::Exists(path.to_path_buf()) } else { Self::file(path)(error) }
    }

    /// What has the name under which a file grows.
    fn growing(part: &Path, error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::AlreadyExists { Self::Unfinished(part.to_path_buf()) } else { Self::file(part)(error) }
    }

    fn damaged(what: impl Display) -> Self {
        Self::Damaged(what.to_string())
    }
}
