//! Where redacted words stand in a text, and the text without them.
//!
//! A passage is copied from a page and looked for in what was typed: capital and small letters, ways to write the same letter, spaces and
//! line ends, invisible signs, and the signs of Markdown make no difference. It is found as whole words only, so that a name is not cut out
//! of other words.

use super::{MARK, Redacted};
use crate::domain::comment::CommentContent;
use crate::domain::paper::PaperContent;
use crate::domain::quotation::alone;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// How much of a text would be hidden, in letters and digits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub hidden: usize,
    pub all: usize,
}

impl Share {
    /// More than half is gone: then it is no redaction any more.
    pub const fn is_too_much(self) -> bool {
        self.hidden * 2 > self.all
    }
}

impl Redacted {
    /// Makes it the text that others read.
    pub fn hide(&self, text: &mut String) {
        if self.is_empty() {
            return;
        }
        let letters = letters(text);
        let hidden = merged(self.passages().iter().flat_map(|passage| places(passage, &letters)).collect(), &letters);
        if !hidden.is_empty() {
            *text = without(text, &letters, &hidden);
        }
    }

    /// The text as others read it.
    pub fn shown(&self, text: &str) -> String {
        let mut text = text.to_owned();
        self.hide(&mut text);
        text
    }

    /// A paper as others read it: its title, text, answers and recommendations.
    pub fn hide_in_paper(&self, content: &mut PaperContent) {
        for text in words_of_paper(content) {
            self.hide(text);
        }
    }

    /// A comment as others read it: its proposed words, reason and link. What it quotes stands in the provision.
    pub fn hide_in_comment(&self, content: &mut CommentContent) {
        for text in words_of_comment(content) {
            self.hide(text);
        }
    }

    /// How much of these texts it hides.
    pub fn share<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> Share {
        let mut share = Share::default();
        for text in texts {
            let letters = letters(text);
            let counted = |letters: &[Letter]| letters.iter().filter(|letter| letter.folded.is_alphanumeric()).count();
            share.all += counted(&letters);
            let hidden = merged(self.passages().iter().flat_map(|passage| places(passage, &letters)).collect(), &letters);
            share.hidden += hidden.into_iter().map(|range| counted(&letters[range])).sum::<usize>();
        }
        share
    }
}

/// The words a redaction of a paper covers.
pub(super) fn words_of_paper(content: &mut PaperContent) -> impl Iterator<Item = &mut String> {
    let recommendations = content.recommendations.iter_mut().map(|one| &mut one.text);
    [&mut content.title, &mut content.text].into_iter().chain(content.answers.iter_mut()).chain(recommendations)
}

/// The words a redaction of a comment covers.
pub(super) fn words_of_comment(content: &mut CommentContent) -> impl Iterator<Item = &mut String> {
    [&mut content.proposed_text, &mut content.reason, &mut content.link].into_iter()
}

/// Whether a passage stands in a text.
pub(super) fn stands_in(passage: &str, text: &str) -> bool {
    !places(passage, &letters(text)).is_empty()
}

/// A letter as it is compared, and the bytes of the text it was read from. Several may come from the same.
struct Letter {
    folded: char,
    from: Range<usize>,
    /// A sign of Markdown stands before it: there a word may begin.
    after_sign: bool,
}

fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    let mut after_sign = false;
    for (at, c) in text.char_indices() {
        let from = at..at + c.len_utf8();
        if c.is_whitespace() {
            match letters.last_mut() {
                Some(last) if last.folded == ' ' => last.from.end = from.end,
                _ => letters.push(Letter { folded: ' ', from, after_sign }),
            }
            after_sign = false;
        } else if is_markup(c) {
            after_sign = true;
        } else if !is_invisible(c) {
            let folded = c.nfkd().flat_map(char::to_lowercase).filter(|c| !is_vowel_sign(*c)).map(plain);
            letters.extend(folded.map(|folded| Letter { folded, from: from.clone(), after_sign: std::mem::take(&mut after_sign) }));
        }
    }
    letters
}

/// What Markdown writes around words, and before signs.
const fn is_markup(c: char) -> bool {
    is_emphasis(c) || c == '\\'
}

/// What is not seen: soft hyphens, joiners, marks of direction.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The signs over and under Arabic letters, and what draws a letter out: words are written with and without them.
const fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// The same for signs that are written one way or another: ends of words, dashes, apostrophes, digits, letters of two keyboards.
const fn plain(c: char) -> char {
    match c {
        'ς' => 'σ',
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        'ی' | 'ى' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        other => other,
    }
}

/// A digit of ten that begin with `zero`, as an ASCII digit.
const fn digit(c: char, zero: char) -> char {
    match char::from_digit(c as u32 - zero as u32, 10) {
        Some(digit) => digit,
        None => c,
    }
}

/// Where a passage stands as whole words, in letters.
fn places(passage: &str, letters: &[Letter]) -> Vec<Range<usize>> {
    let wanted: Vec<char> = self::letters(passage.trim()).into_iter().map(|letter| letter.folded).collect();
    let Some(first) = wanted.first() else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    while at + wanted.len() <= letters.len() {
        let end = at + wanted.len();
        let here = letters[at].folded == *first
            && letters[at..end].iter().zip(&wanted).all(|(letter, wanted)| letter.folded == *wanted)
            && (!within_word(letters, at) || after_particles(letters, at))
            && !within_word(letters, end);
        if here {
            found.push(at..end);
        }
        at += 1;
    }
    found
}

/// Whether a word goes on from before this place to after it.
fn within_word(letters: &[Letter], at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|at| letters.get(at)), letters.get(at)) else { return false };
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    inner(before.folded) && inner(after.folded) && !after.after_sign && !(alone(before.folded) || alone(after.folded))
}

/// Whether nothing but particles that Arabic writes together with a word stands before this place, up to three: and, so, with, to, as.
fn after_particles(letters: &[Letter], at: usize) -> bool {
    let is_particle = |letter: &&Letter| matches!(letter.folded, 'و' | 'ف' | 'ب' | 'ل' | 'ك');
    let particles = letters[..at].iter().rev().take_while(is_particle).count();
    (1..=particles.min(3)).any(|count| !within_word(letters, at - count))
}

/// The same places without those that others hold, in order. Those that meet in one character of the text are one: `½` is `1`, a stroke
/// and `2`.
fn merged(mut places: Vec<Range<usize>>, letters: &[Letter]) -> Vec<Range<usize>> {
    places.sort_by_key(|place| (place.start, place.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for place in places {
        match merged.last_mut() {
            Some(last) if letters[place.start].from.start < letters[last.end - 1].from.end => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}

/// The text with a mark in the place of what is hidden. Signs of Markdown within it stay, so that what they open and close is still closed.
fn without(text: &str, letters: &[Letter], hidden: &[Range<usize>]) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for place in hidden {
        let (first, last) = (&letters[place.start], &letters[place.end - 1]);
        // A sign that only makes the next one plain goes with it.
        let escaped = text[..first.from.start].ends_with('\\') && first.from.start > at;
        shown.push_str(&text[at..first.from.start - usize::from(escaped)]);
        shown.push_str(&marked(&text[first.from.start..last.from.end]));
        at = last.from.end;
    }
    shown.push_str(&text[at..]);
    shown
}

/// What stands in the place of one passage: a mark for all words between signs of Markdown.
fn marked(passage: &str) -> String {
    let (mut shown, mut spaces, mut hides) = (String::new(), String::new(), false);
    let mut before = None;
    let mut rest = passage.chars().peekable();
    while let Some(c) = rest.next() {
        // Within a word it opens nothing.
        let in_word = c == '_' && [before, rest.peek().copied()].into_iter().all(|beside| beside.is_some_and(char::is_alphanumeric));
        before = Some(c);
        if c.is_whitespace() {
            spaces.push(c);
            continue;
        }
        if is_emphasis(c) && !in_word {
            shown.push_str(&spaces);
            shown.push(c);
            hides = false;
        } else if !hides {
            shown.push_str(&spaces);
            shown.push_str(MARK);
            hides = true;
        }
        spaces.clear();
    }
    shown.push_str(&spaces);
    shown
}

/// What opens and closes emphasis, or what stands as it was typed.
const fn is_emphasis(c: char) -> bool {
    matches!(c, '*' | '_' | '~' | '`')
}

#[cfg(test)]
mod tests;
