//! The store: SQL written once for `SQLite` and `PostgreSQL`.
//! May use: `domain` and `portal` (values only) of the model, sqlx. Must not use: `policy`, the web, a clock.

pub(crate) mod accreditations;
pub mod announcements;
pub(crate) mod answers;
pub(crate) mod audit;
pub(crate) mod audit_lists;
pub(crate) mod bodies;
pub(crate) mod calendars;
pub(crate) mod claims;
pub(crate) mod co_signing;
pub(crate) mod comments;
pub(crate) mod corrigenda;
pub(crate) mod counters;
pub mod credentials;
mod db;
pub(crate) mod decisions;
pub(crate) mod dialect;
pub mod drafts;
mod error;
pub mod files;
pub(crate) mod grants;
mod group;
mod held;
pub(crate) mod inscriptions;
pub(crate) mod joining;
pub(crate) mod joint;
pub(crate) mod late;
pub(crate) mod ledger;
mod like;
pub mod limits;
pub(crate) mod logins;
pub mod mails;
pub(crate) mod members;
pub(crate) mod merging;
pub mod names;
pub(crate) mod norms;
pub mod offices;
pub(crate) mod organisation_lists;
pub mod organisations;
pub mod own_data;
pub mod paper_lists;
pub mod papers;
pub mod people;
pub(crate) mod planning;
pub mod preparations;
pub(crate) mod public_log;
pub(crate) mod receipts;
mod record;
pub mod reminders;
pub mod rounds;
mod row;
pub(crate) mod sessions;
pub mod settings;
pub mod sql;
pub mod subgroup_members;
pub mod subgroups;
pub(crate) mod summaries;
mod tx;

pub use db::{Db, DbKind};
pub(crate) use dialect::tables;
pub use error::StoreError;
pub use row::id_list;
pub use tx::Tx;

/// What store functions answer.
pub type StoreResult<T> = Result<T, StoreError>;
