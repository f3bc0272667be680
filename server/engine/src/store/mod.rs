//! The store: SQL written once for `SQLite` and `PostgreSQL`.
//! May use: `domain`, sqlx. Must not use: `policy`, the web, a clock.

pub mod accreditations;
pub mod announcements;
pub mod audit;
pub mod bodies;
pub mod calendars;
pub mod claims;
pub mod co_signing;
pub mod comments;
pub mod counters;
pub mod credentials;
mod db;
pub mod decisions;
pub mod dialect;
pub mod drafts;
mod error;
pub mod files;
pub mod grants;
mod held;
pub mod inscriptions;
pub mod joining;
pub mod late;
pub mod ledger;
mod like;
pub mod limits;
pub mod logins;
pub mod mails;
pub mod members;
pub mod merging;
pub mod names;
pub mod norms;
pub mod offices;
pub mod organisation_lists;
pub mod organisations;
pub mod own_data;
pub mod paper_lists;
pub mod papers;
pub mod people;
pub mod planning;
pub mod receipts;
mod record;
pub mod reminders;
pub mod rounds;
mod row;
pub mod sessions;
pub mod settings;
pub mod sql;
pub mod subgroup_members;
pub mod subgroups;
pub mod summaries;
mod tx;

pub use db::{Db, DbKind};
pub use error::StoreError;
pub use row::id_list;
pub use tx::Tx;

/// What store functions answer.
pub type StoreResult<T> = Result<T, StoreError>;
