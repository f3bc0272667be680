//! Draft texts as they come into being: read from what is typed, aligned with the version before, compared.
//! May use: the rest of the domain. Must not use: a clock, a database, Leptos.

mod alignment;
mod comparison;
mod imported;
mod issue_time;
mod label;
mod lines;
mod outline;
mod preparation;
mod reader;
mod references;
mod scope;
#[cfg(test)]
mod tests;
mod translation;
mod writing;

pub use alignment::{Alignment, propose};
pub use comparison::{Compared, Fate, compare};
pub use imported::{Imported, Remark, is_xml};
pub use issue_time::{Hindrance, IssueTime, StatedTime};
pub use label::is_heading_key;
pub use outline::{Doubt, Flaw, MAX_PROVISION_TEXT, MAX_PROVISIONS, Outline, Spot, Unit, outline};
pub use preparation::{MAX_SOURCE, OriginsMark, Preparation, TextAbout, VersionWords};
pub use scope::heads_annex;
pub use translation::{Mismatch, TranslatedProvision, Translation, TranslationStatus, mismatches};
pub use writing::source;
