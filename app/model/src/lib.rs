//! What the portal is, apart from how it looks and where it keeps things.
//!
//! `domain` and `policy` are pure. `portal` says what can be asked of the server, `forms` what people send it. `i18n` and `labels` are
//! the words, `calendar` the local times, `routes` the addresses.

pub mod domain;
pub mod policy;
pub mod routes;

#[cfg(feature = "ssr")]
pub mod calendar;
#[cfg(feature = "ssr")]
pub mod demonstration;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod i18n;
#[cfg(feature = "ssr")]
pub mod labels;
#[cfg(feature = "ssr")]
pub mod portal;
