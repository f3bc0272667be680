//! Openfloor's application: what the portal is, apart from where it keeps things.
//!
//! `domain` and `policy` are pure. `portal` says what can be asked of the server. `pages` and `ui` render;
//! `islands` is what runs in the browser; `api` is what islands may call.

pub mod api;
pub mod domain;
pub mod islands;
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
pub mod pages;
#[cfg(feature = "ssr")]
pub mod portal;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "ssr")]
pub mod ui;

/// Brings the islands of the page to life. The crate `browser` exports it.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
