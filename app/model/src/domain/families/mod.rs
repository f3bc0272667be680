//! Form letters: letters to one subgroup that are nearly the same text stand together as a family, with what they share and what is each
//! one's own. It is only ever shown: every letter stays, is counted and listed, and people decide (ADR 0046).
//! May use: folding of names, plain collections. Must not use: a clock, randomness, a database, anything outside of this machine.

pub mod grouping;
pub mod sentences;
pub mod shared;
pub mod signature;
pub mod word_changes;
mod words;

pub use grouping::{Family, Letter, MOST_CANDIDATES, Placement, families, place, takes_in};
pub use shared::{Comparison, Line, Mark, Passage, Reference, Survey, survey};
pub use signature::Signature;
pub use word_changes::Run;

/// Bytes of one text that are looked at, 128 KiB; a paper of 2,000 words has about 15. What stands after them is neither compared nor lost.
pub const MOST_BYTES: usize = 128 * 1024;

/// The part of a text that is looked at: it ends between two characters.
fn looked_at(text: &str) -> &str {
    &text[..text.floor_char_boundary(MOST_BYTES)]
}

#[cfg(test)]
mod tests;
