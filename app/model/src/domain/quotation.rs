//! Words of a provision that a comment is about. They are quoted as they stand, and found only where they stand exactly once: as whole words,
//! so that what was said on "States" is never found in "Statesman", nor what was said on "binding" in "non-binding".

use super::draft::{Piece, pieces};
use super::validate::Fault;
use std::ops::Range;

/// Limit of a quotation, in characters: a long paragraph of a draft text.
pub const MAX_QUOTE: usize = 2_000;

/// How many words a selection is extended by at most until it stands once.
const MOST_WORDS: usize = 200;

/// Why quoted words have no place in a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    NotThere,
    /// They stand there more than once.
    NotOnce,
}

/// The words of a provision as one reads and copies them: without its references to footnotes, with single spaces.
pub fn readable(text: &str) -> String {
    let words = |piece| match piece {
        Piece::Plain(words) | Piece::Bracketed(words) => words,
        Piece::Note { .. } => "",
    };
    spaced(&pieces(text).into_iter().map(words).collect::<String>())
}

/// With single spaces, and none around.
pub fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words as they are quoted from a provision with this text; all of its words are the provision itself, and nothing is quoted.
///
/// # Errors
/// When they do not stand there exactly once.
pub fn quoted(typed: &str, text: &str) -> Result<String, Fault> {
    let (quote, text) = (spaced(typed), readable(text));
    if quote.is_empty() || quote == text {
        return Ok(String::new());
    }
    match place(&quote, &text) {
        Ok(_) => Ok(quote),
        Err(Misplaced::NotThere) => Err(Fault::WordsNotThere),
        Err(Misplaced::NotOnce) => Err(Fault::WordsNotOnce),
    }
}

/// Where the words stand, in bytes of a [`readable`] text.
///
/// # Errors
/// When they do not stand there as whole words exactly once.
pub fn place(quote: &str, readable: &str) -> Result<Range<usize>, Misplaced> {
    let mut places = occurrences(quote, readable);
    match (places.next(), places.next()) {
        (Some(place), None) => Ok(place),
        (None, _) => Err(Misplaced::NotThere),
        (Some(_), Some(_)) => Err(Misplaced::NotOnce),
    }
}

fn occurrences<'a>(quote: &'a str, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let starts = text.char_indices().map(|(at, _)| at).filter(move |at| !quote.is_empty() && text[*at..].starts_with(quote));
    starts.map(move |at| at..at + quote.len()).filter(|range| !within_word(text, range.start) && !within_word(text, range.end))
}

/// The words to quote for a part of a [`readable`] text that was pointed at: whole words, and as many more as it takes until they stand
/// there once. `None` where nothing was pointed at.
pub fn around(text: &str, part: Range<usize>) -> Option<&str> {
    let chosen = text.get(part.clone())?;
    let start = part.start + (chosen.len() - chosen.trim_start().len());
    let (mut start, mut end) = (start, start + chosen.trim().len());
    if start == end {
        return None;
    }
    while within_word(text, start) {
        start = before(text, start);
    }
    while within_word(text, end) {
        end = after(text, end);
    }
    for turn in 0..MOST_WORDS {
        if place(&text[start..end], text).is_ok() {
            break;
        }
        // By turns after and before, for what was meant stands in the middle.
        if (turn % 2 == 0 && end < text.len()) || start == 0 {
            end = next_word(text, end);
        } else {
            start = word_before(text, start);
        }
    }
    Some(&text[start..end])
}

fn next_word(text: &str, mut end: usize) -> usize {
    while text[end..].starts_with(' ') {
        end += 1;
    }
    end = after(text, end);
    while within_word(text, end) {
        end = after(text, end);
    }
    end
}

fn word_before(text: &str, mut start: usize) -> usize {
    while text[..start].ends_with(' ') {
        start -= 1;
    }
    start = before(text, start);
    while within_word(text, start) {
        start = before(text, start);
    }
    start
}

fn before(text: &str, at: usize) -> usize {
    text[..at].chars().next_back().map_or(at, |c| at - c.len_utf8())
}

fn after(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(at, |c| at + c.len_utf8())
}

/// Whether a word goes on from before this place to after it.
fn within_word(text: &str, at: usize) -> bool {
    let (mut left, mut right) = (text[..at].chars().rev(), text[at..].chars());
    let (Some(a), Some(b)) = (left.next(), right.next()) else { return false };
    let far = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match (links(a), links(b)) {
        (false, false) => inner(a) && inner(b) && !(alone(a) || alone(b)),
        (true, false) => far(left.next()) && b.is_alphanumeric(),
        (false, true) => inner(a) && far(right.next()),
        (true, true) => false,
    }
}

/// What words are made of: letters, digits, and the signs that stand on letters.
fn inner(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{200c}' | '\u{200d}')
}

/// What holds one word together between two letters or digits: `State's`, `non-binding`, `2.5`.
const fn links(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '.' | ',' | '\u{66b}' | '\u{66c}')
}

/// Written without spaces between words: each of these is a word for itself.
pub(super) const fn alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests;
