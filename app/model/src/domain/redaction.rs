//! Redaction: words of an input that nobody reads but its authors and those in office. What is stored stays as it was written: only what is
//! shown to others has a mark in the place of these words, wherever they stand in the input.

use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
mod hiding;
#[cfg(feature = "ssr")]
mod passages;

#[cfg(feature = "ssr")]
pub use passages::passages;

/// What stands in the place of redacted words: in no language, and as long for a name as for a sentence.
pub const MARK: &str = "███";

/// Limit of one passage, in characters. Whoever wants more to go asks for a revision.
pub const MAX_PASSAGE: usize = 300;

/// How many passages of one input are redacted at most.
pub const MOST_PASSAGES: usize = 20;

/// The passages of one input that are redacted, each as it was typed by who redacted it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Redacted(Vec<String>);

impl Redacted {
    pub const fn new(passages: Vec<String>) -> Self {
        Self(passages)
    }

    pub fn passages(&self) -> &[String] {
        &self.0
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
