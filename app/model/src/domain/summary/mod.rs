//! The chair's consolidated summary of a session, as people write it: sentences under the parts of an outline, each with its sources
//! (ADR 0049). Nobody but people writes a sentence; numbers come from the counts.
//! May use: plain collections, the statistics. Must not use: a clock, randomness, a database.

use super::ids::ItemId;
use super::item::ItemKind;
use super::language::Locale;

mod coverage;
mod part;
mod quantifier;

pub use coverage::{Coverage, Minority, Share, coverage};
pub use part::Part;
pub use quantifier::{MANY, MARK, Quantifier, Word, words};

/// The longest sentence, in characters.
pub const MAX_SENTENCE: usize = 1_000;
/// Inputs one sentence cites at most: more are not read by anybody who checks it.
pub const MOST_SOURCES: usize = 400;
/// Sentences of one part.
pub const MOST_SENTENCES: usize = 400;
/// The longest remark beside a sentence, in characters.
pub const MAX_REMARK: usize = 1_000;

/// What a sentence says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// As it was typed; where the mark [`MARK`] stands, the number of organisations is put.
    pub text: String,
    /// Of the words, and of the number in them.
    pub language: Locale,
    /// The chair's own words: they need no source.
    pub own: bool,
    /// A new numbered paragraph begins with it.
    pub opens: bool,
}

/// Why a sentence cannot be published as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gap {
    /// It cites nothing, and is not the chair's own.
    NoSource,
    /// Something it cites is not public any more.
    SourceGone,
    /// It asks for a number of organisations, and cites nothing.
    NothingToCount,
}

/// What keeps a sentence from being published. `public`: how many of its sources are; `cited`: how many it has.
pub fn gaps(words: &Words, cited: usize, public: usize) -> Vec<Gap> {
    let counts = words.text.contains(MARK);
    let mut gaps = Vec::new();
    if cited == 0 && counts {
        gaps.push(Gap::NothingToCount);
    } else if cited == 0 && !words.own {
        gaps.push(Gap::NoSource);
    }
    if public < cited {
        gaps.push(Gap::SourceGone);
    }
    gaps
}

/// A source: what a sentence rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source {
    pub kind: ItemKind,
    pub item: ItemId,
}

#[cfg(test)]
mod tests;
