//! What Openfloor does, apart from how people reach it: the store, the portal over it, the jobs.
//!
//! Pages and HTTP are the crates `app` and `server`; nothing here knows them.

pub mod auth;
pub mod backup;
pub mod clock;
pub mod demo;
pub mod export;
mod files;
pub mod import;
pub mod jobs;
pub mod portal;
pub mod proof;
pub mod store;
pub mod watch;
