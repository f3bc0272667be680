//! Openfloor's pages: what people see of the portal.
//!
//! `pages` and `ui` render; `islands` is what runs in the browser; `api` is what islands may call. What the portal is, apart from how it
//! looks, is the crate `model`.

pub mod api;
pub mod islands;

#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(all(test, feature = "ssr"))]
mod testing;
#[cfg(feature = "ssr")]
pub mod ui;

/// Brings the islands of the page to life. The crate `browser` exports it.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
