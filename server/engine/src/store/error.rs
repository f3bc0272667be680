//! What can go wrong in the store. A look-up that finds nothing is not an error: it answers `None`.

use super::dialect;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The row was changed by someone else, a unique value is taken, or what it belongs to has gone.
    #[error("conflict")]
    Conflict,
    /// The database cannot be reached or is too busy; the same call may succeed later.
    #[error("database unavailable: {0}")]
    Unavailable(#[source] sqlx::Error),
    /// The transaction it was part of was not committed: nothing of it has happened, and the same call may succeed later.
    #[error("not committed")]
    NotCommitted,
    /// A row holds what the program never writes.
    #[error("{table} {row}: {what}")]
    Corrupt { table: &'static str, row: String, what: String },
    /// Everything else the driver says.
    #[error("database: {0}")]
    Driver(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if dialect::is_unique_violation(&error) || dialect::is_foreign_key_violation(&error) {
            Self::Conflict
        } else if dialect::is_unavailable(&error) {
            Self::Unavailable(error)
        } else {
            Self::Driver(error)
        }
    }
}

impl StoreError {
    pub fn corrupt(table: &'static str, row: impl ToString, what: impl ToString) -> Self {
        Self::Corrupt { table, row: row.to_string(), what: what.to_string() }
    }
}
