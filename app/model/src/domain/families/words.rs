//! Words as they are compared: what stands between white space, and each Chinese character, for Chinese is written without spaces.

use super::super::likeness::fold;
use std::ops::Range;

/// Whether it is a Chinese character (the blocks of unified and compatibility ideographs).
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// A text in pieces of one word each, with the signs and the white space after it: together they are the text. White space before the
/// first word stands with it.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut before) = (0, None::<char>);
    let mut seen = false;
    for (at, c) in text.char_indices() {
        let begins = match before {
            _ if c.is_whitespace() => false,
            Some(before) if before.is_whitespace() => true,
            Some(before) => is_han(c) || (c.is_alphanumeric() && is_han(before)),
            None => false,
        };
        if begins && seen {
            pieces.push(start..at);
            start = at;
        }
        seen |= !c.is_whitespace();
        before = Some(c);
    }
    if start < text.len() {
        pieces.push(start..text.len());
    }
    pieces
}

/// A text folded: its words apart by one space, Chinese characters too. Signs alone are no words. Two texts that differ in case,
/// diacritics, punctuation beside a space and white space only are the same.
pub(super) fn folded(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        pieces(&folded).into_iter().map(|piece| folded[piece].trim()).filter(|word| word.contains(char::is_alphanumeric)).collect();
    words.join(" ")
}
