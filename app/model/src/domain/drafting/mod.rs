//! Draft texts as they come into being: read from what is typed, aligned with the version before, compared.
//! May use: the rest of the domain. Must not use: a clock, a database, Leptos.

mod alignment;
mod comparison;
mod label;
mod outline;
mod preparation;
mod reader;
mod scope;
#[cfg(test)]
mod tests;
mod writing;

pub use alignment::{Alignment, propose};
pub use comparison::{Compared, Fate, compare};
pub use outline::{Doubt, Flaw, MAX_PROVISION_TEXT, MAX_PROVISIONS, Outline, Spot, Unit, outline};
pub use preparation::{MAX_SOURCE, OriginsMark, Preparation, TextAbout, VersionWords};
pub use writing::source;
