//! The vocabulary of the negotiation: values and the rules between them.
//! May use: serde, uuid; Unicode normalisation and string similarity (pure). Must not use: a clock, randomness, async, Leptos, a database.

pub mod accreditation;
pub mod audit;
pub mod body;
pub mod co_signing;
pub mod comment;
pub mod country;
pub mod device;
pub mod draft;
pub mod ids;
pub mod inscription;
pub mod item;
pub mod language;
pub mod late;
#[cfg(feature = "ssr")]
pub mod likeness;
pub mod membership;
pub mod moderation;
pub mod norm;
pub mod operations;
pub mod organisation;
pub mod paper;
pub mod permit;
pub mod person;
pub mod plan;
pub mod receipt;
pub mod rehearsal;
pub mod reminder;
pub mod retention;
pub mod role;
pub mod round;
pub mod subgroup;
pub mod time;
pub mod validate;
pub mod window;
pub mod words;
