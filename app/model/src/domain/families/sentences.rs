//! A text in its sentences, for the six official languages, in one pass. The rules of Unicode (UAX 29) look ahead from each full stop: a text
//! of nothing but brackets after one would take them minutes, and they break at every end of a line.

use super::words::is_han;
use std::ops::Range;

/// A line that is narrower stands by itself: a salutation, a heading, a signature. Others end where their writer's window did.
const NARROW: usize = 40;

/// How what was read last ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    No,
    /// A full stop at this place: a sentence, or an abbreviation.
    Dot(usize),
    /// A sentence, if a small letter does not go on.
    Sure,
    /// A clause, whatever follows.
    Clause,
    /// A Chinese sentence or clause: no space comes after it.
    Han,
}

/// Sentences, and clauses that end in a semicolon, each with the signs and white space after it: together they are the text.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut start, mut width, mut end) = (0, 0, End::No);
    let mut has_words = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut cut = None;
        if c.is_whitespace() {
            let (mut to, mut lines) = (at + c.len_utf8(), lines_of(c));
            while let Some((next, space)) = chars.next_if(|(_, c)| c.is_whitespace()) {
                to = next + space.len_utf8();
                lines += lines_of(space);
            }
            let goes_on = chars.peek().map(|(_, c)| *c);
            let by_itself = lines == 1 && (width < NARROW || begins_item(&text[to..]));
            cut = (lines > 1 || by_itself || ends(&text[start..], start, end, goes_on)).then_some(to);
            width = if lines > 0 { 0 } else { width + 1 };
            // French leaves a space before what closes a quotation.
            if lines > 0 || goes_on != Some('»') {
                end = End::No;
            }
        } else {
            let next = end_with(end, at, c);
            cut = cut.or((end == End::Han && next == End::No).then_some(at));
            width += if is_han(c) { 2 } else { 1 };
            end = next;
        }
        // Signs alone are no sentence: they stay with what comes after them.
        if let Some(to) = cut.filter(|_| has_words) {
            found.push(start..to);
            start = to;
            has_words = false;
        }
        has_words |= c.is_alphanumeric();
    }
    match found.last_mut() {
        Some(last) if !has_words => last.end = text.len(),
        _ if start < text.len() => found.push(start..text.len()),
        _ => {}
    }
    found
}

/// Ends of lines that a sign stands for.
fn lines_of(c: char) -> usize {
    match c {
        '\n' | '\u{85}' | '\u{2028}' => 1,
        '\u{2029}' => 2,
        _ => 0,
    }
}

/// How a text ends with one sign more. Quotation marks and brackets that close belong to what they close.
fn end_with(end: End, at: usize, c: char) -> End {
    match c {
        '。' | '！' | '？' | '；' => End::Han,
        '!' | '?' | '؟' | '۔' | '…' => End::Sure,
        ';' | '؛' => End::Clause,
        '.' if end == End::No => End::Dot(at),
        '.' | '"' | '\'' | '’' | '”' | '»' | '›' | ')' | ']' | '」' | '』' | '）' | '》' => end,
        _ => End::No,
    }
}

/// Whether a sentence ends before white space after which `next` stands. `text` begins at `start` of the whole.
fn ends(text: &str, start: usize, end: End, next: Option<char>) -> bool {
    let small = next.is_some_and(char::is_lowercase);
    match end {
        End::No => false,
        _ if next == Some('»') => false,
        End::Clause | End::Han => true,
        End::Sure => !small,
        // "para. 8", "Mr. Gafoor": the number or name goes on.
        End::Dot(dot) => !small && !next.is_some_and(char::is_numeric) && !abbreviates(&text[..dot - start]),
    }
}

/// Whether the last word is a title or an initial, which a name follows.
fn abbreviates(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mut letters = word.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(first), None, _) => first.is_uppercase(),
        (Some(first), Some(second), None) => first.is_uppercase() && second.is_lowercase(),
        _ => matches!(word, "Mrs" | "Mme" | "Prof" | "Amb" | "Sra" | "Dra" | "Srta"),
    }
}

/// Whether a line begins an item of a list, a heading or a quotation.
fn begins_item(line: &str) -> bool {
    let mut signs = line.chars();
    match signs.next() {
        Some('-' | '*' | '•' | '–' | '—' | '#' | '>' | '(' | '（') => true,
        Some(c) if c.is_numeric() => signs.find(|c| !c.is_numeric()).is_some_and(|c| matches!(c, '.' | ')' | '、')),
        _ => false,
    }
}
