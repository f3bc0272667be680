//! *One*, *two*, *several*, *many*, *most*: what the words mean is said in a footnote, and which of them stands comes from the counts.

/// Where it stands in a sentence, the number of organisations is put.
pub const MARK: &str = "{n}";

/// From so many on it is *many*.
pub const MANY: usize = 10;

/// How many organisations say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantifier {
    One,
    Two,
    Several,
    Many,
    Most,
}

impl Quantifier {
    /// `count` organisations among `all` whose input is published. *Most* is more than half of all; `None`: nobody.
    pub const fn of(count: usize, all: usize) -> Option<Self> {
        match count {
            0 => None,
            1 => Some(Self::One),
            2 => Some(Self::Two),
            _ if count.saturating_mul(2) > all => Some(Self::Most),
            _ if count >= MANY => Some(Self::Many),
            _ => Some(Self::Several),
        }
    }
}

/// A piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word<'t> {
    Text(&'t str),
    /// Here stands a number; `first`: at the beginning of the sentence.
    Number {
        first: bool,
    },
}

/// A sentence in pieces.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut pieces = Vec::new();
    for (at, part) in text.split(MARK).enumerate() {
        if at > 0 {
            pieces.push(Word::Number { first: pieces.is_empty() });
        }
        if !part.is_empty() {
            pieces.push(Word::Text(part));
        }
    }
    pieces
}
