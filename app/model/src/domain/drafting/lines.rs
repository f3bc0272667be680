//! What a line looks like by itself: how its words begin and end, and what they are without the marks around them.

use crate::domain::quotation::spaced;

/// Brackets and quotation marks that are looked behind at the end of words. No sentence ends with more; and where each line adds one,
/// all of them would be read again at each line.
const MOST_SIGNS: usize = 32;

/// Without the brackets, quotation marks and footnotes at its end.
fn bare(text: &str) -> &str {
    let mut text = text.trim_end();
    for _ in 0..MOST_SIGNS {
        let Some(rest) = text.strip_suffix([']', ')', '”', '"', '»', '’']) else { break };
        let note = || rest.trim_end_matches(char::is_alphanumeric).strip_suffix("[^");
        text = text.strip_suffix(']').and_then(|_| note()).unwrap_or(rest).trim_end();
    }
    text
}

/// A comma at the end of the words.
pub(super) fn ends_as_preambular(text: &str) -> bool {
    bare(text).ends_with([',', '،', '，'])
}

/// A sentence or a part of a list is at its end.
pub(super) fn has_ended(text: &str) -> bool {
    bare(text).ends_with(['.', ';', ':', '!', '?', '。', '；', '：', '؛', '؟'])
}

/// It ends as words of a paragraph do, and hardly a heading.
pub(super) fn ends_as_words(text: &str) -> bool {
    ends_as_preambular(text) || bare(text).ends_with(['.', ';', '。', '；', '؛'])
}

/// A capital letter, or a script that has none.
pub(super) fn begins_large(words: &str) -> bool {
    words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// A small letter.
pub(super) fn begins_small(words: &str) -> bool {
    words.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// `1\.` → `1.`
pub(super) fn unescaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next_if(char::is_ascii_punctuation) } else { None };
        out.push(escaped.unwrap_or(c));
    }
    out
}

/// Words without marks of emphasis, which UN texts do not use, and with single spaces.
pub(super) fn clean(words: &str) -> String {
    let words = words.replace('*', "").replace("__", "");
    let mut out = String::with_capacity(words.len());
    let mut before = None;
    let mut chars = words.chars().peekable();
    let outside = |side: Option<char>| side.is_none_or(|side| !side.is_alphanumeric());
    while let Some(c) = chars.next() {
        // A mark at the edge of a word; within one it is a character like any other.
        let edge = c == '_' && outside(before) != outside(chars.peek().copied());
        if !edge {
            out.push(c);
        }
        before = Some(c);
    }
    spaced(&out)
}

/// Words with single spaces, line by line.
pub(super) fn spaced_lines(words: &str) -> String {
    words.split('\n').map(spaced).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
