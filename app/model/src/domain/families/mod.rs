//! Form letters: letters of one round that are nearly the same text stand together as a family, with what they share and what is each
//! one's own. It is only ever shown: every letter stays, is counted and listed, and people decide (ADR 0046).
//! May use: folding of names, plain collections. Must not use: a clock, randomness, a database, anything outside of this machine.

mod grouping;
mod sentences;
mod shared;
mod signature;
mod word_changes;
mod words;

pub use grouping::{MOST_CANDIDATES, Placement, place, takes_in};
pub use shared::{Mark, Passage, Reference};
pub use signature::Signature;
pub use word_changes::Run;

/// Bytes of one text that are looked at, 128 KiB; a paper of 2,000 words has about 15. What stands after them is neither compared nor lost.
const MOST_BYTES: usize = 128 * 1024;

/// The part of a text that is looked at: it ends between two characters.
fn looked_at(text: &str) -> &str {
    &text[..text.floor_char_boundary(MOST_BYTES)]
}

#[cfg(test)]
mod tests;
