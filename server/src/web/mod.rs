//! The web: addresses, layers, posted forms, files. Knows the portal's traits, never the store.

mod account;
mod accreditations;
mod acting;
mod addresses;
mod api;
mod assets;
mod calendars;
mod co_signing;
mod counting;
mod csp;
mod drafting;
mod exports;
mod form_keys;
mod forms;
mod health;
mod layers;
mod operations;
mod organisations;
mod pages;
mod papers;
mod planning;
mod proofs;
mod reader;
mod rehearsal;
mod router;
mod secretariat;
mod sentences;
mod serve;
mod speakers;
mod themes;

pub use assets::Assets;
pub use router::{Deps, WebSettings, build_router};
pub use serve::serve;
