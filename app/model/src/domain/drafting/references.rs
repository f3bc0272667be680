//! References within a text that point at nothing: "paragraph 7" where there is none.
//!
//! Texts of the UN refer to other documents in every second sentence, so this doubts rarely: where "above" or "below" says that this text is
//! meant, or where nothing near says that another one is. In the six languages, as far as their forms are plain.

use super::super::draft::Level;
use super::label::{self, Mark};
use super::outline::{Unit, depth, parents_of};
use super::scope::Scope;
use std::collections::HashSet;
use words::{BETWEEN, DOCUMENT_STEMS, DOCUMENTS, ELSEWHERE, HERE, HERE_ZH, ITS, Kind, WORDS};

#[cfg(test)]
mod tests;
mod words;

/// The references that point at nothing: the line of each, and its words. Of a text without numbered paragraphs none.
pub(super) fn dangling(units: &[(usize, Unit)]) -> Vec<(usize, String)> {
    let known = Known::of(units);
    if known.chains.is_empty() {
        return Vec::new();
    }
    let above = parents_of(units.iter().map(|(_, unit)| unit.level));
    let mut elsewhere: Vec<bool> = Vec::with_capacity(units.len());
    let mut found = Vec::new();
    for (at, (line, unit)) in units.iter().enumerate() {
        let near = names_a_document(&unit.text) || above[at].is_some_and(|above| elsewhere[above]);
        elsewhere.push(near);
        // Footnotes name other documents, and so do preambles.
        let doubtful = match unit.level {
            Level::Heading | Level::Note | Level::Whole => continue,
            Level::Preambular => false,
            _ => !near,
        };
        let annexed = names_an_annex(&unit.text);
        let likely = |reference: &Reference<'_>| doubtful && !reference.elsewhere && (reference.kind == Kind::Annex || !annexed);
        let missing = |reference: &Reference<'_>| (reference.here || likely(reference)) && !known.has(reference);
        found.extend(references(&unit.text).filter(missing).map(|reference| (*line, reference.words.to_owned())));
    }
    found
}

/// What a text has.
#[derive(Default)]
struct Known {
    /// For each provision its number and those above it: `4`, `b`, `i`.
    chains: HashSet<Vec<String>>,
    /// What stands in the brackets of all.
    keys: HashSet<String>,
    annexes: HashSet<String>,
    /// An annex that has no number may be meant with any.
    annex_without_number: bool,
}

impl Known {
    fn of(units: &[(usize, Unit)]) -> Self {
        let mut known = Self::default();
        let mut chain: Vec<(usize, String)> = Vec::new();
        for (_, unit) in units {
            if unit.level == Level::Heading && Scope::is_annex(&unit.text) {
                match Scope::number_of_annex(&unit.text) {
                    Some(number) => _ = known.annexes.insert(number.to_lowercase()),
                    None => known.annex_without_number = true,
                }
            }
            let key = match label::read(&unit.label).map(|labelled| labelled.mark) {
                Some(Mark::Number(value, rank)) if unit.level == Level::Paragraph => numbered(value, rank),
                Some(Mark::Bracketed(key) | Mark::Dotted(key)) if depth(unit.level) > 0 => plain(&key),
                _ => continue,
            };
            chain.retain(|(above, _)| *above < depth(unit.level));
            chain.push((depth(unit.level), key.clone()));
            known.chains.insert(chain.iter().map(|(_, key)| key.clone()).collect());
            known.keys.insert(key);
        }
        known
    }

    fn has(&self, reference: &Reference<'_>) -> bool {
        match reference.kind {
            Kind::Paragraph | Kind::Paragraphs => reference.chains.iter().all(|chain| self.chains.contains(chain)),
            Kind::Subparagraph => reference.chains.iter().flatten().all(|key| self.keys.contains(key)),
            Kind::Annex => self.annex_without_number || reference.chains.iter().flatten().all(|key| self.annexes.contains(key)),
        }
    }
}

fn numbered(value: u32, rank: u8) -> String {
    format!("{value}.{rank}")
}

/// A key as it is compared: in small letters, without what only stretches it.
fn plain(key: &str) -> String {
    key.trim_end_matches(['\u{640}', '\u{200d}']).to_lowercase()
}

/// A reference as it stands in a text.
struct Reference<'a> {
    kind: Kind,
    words: &'a str,
    /// What it names; of a range both ends.
    chains: Vec<Vec<String>>,
    /// It says that this text is meant.
    here: bool,
    /// It says that another one is, or may.
    elsewhere: bool,
}

fn references(text: &str) -> impl Iterator<Item = Reference<'_>> {
    words(text).filter_map(|(at, word)| reference(text, at, word)).chain(chinese(text))
}

/// The words of a text, each with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphabetic)?;
        let end = text[start..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |length| start + length);
        at = end;
        Some((start, &text[start..end]))
    })
}

fn reference<'a>(text: &'a str, at: usize, word: &str) -> Option<Reference<'a>> {
    // No word is longer.
    if word.len() > 24 {
        return None;
    }
    let small = word.to_lowercase();
    let (_, kind) = WORDS.into_iter().find(|(known, _)| *known == small)?;
    let before = text[..at].trim_end();
    if before.ends_with('-') || last_word(before).is_some_and(|word| ITS.contains(&word.to_lowercase().as_str())) {
        return None;
    }
    let behind = &text[at + word.len()..];
    let behind = if small.starts_with("para") { behind.strip_prefix('.').unwrap_or(behind) } else { behind };
    let (chains, named, rest) = list(kind, behind)?;
    let words = text[at..text.len() - named.len()].trim_end();
    let here = begins_with_one_of(rest, &HERE);
    Some(Reference { kind, words, chains, here, elsewhere: goes_elsewhere(rest) })
}

fn last_word(text: &str) -> Option<&str> {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map(|(at, _)| at)?;
    Some(&text[start..])
}

/// Whether a text begins with one of these as whole words; those of Russian and Arabic with any ending.
fn begins_with_one_of(text: &str, known: &[&str]) -> bool {
    let text = bare(text);
    // No phrase has more characters.
    let small: String = text.chars().take(32).collect::<String>().to_lowercase();
    known.iter().any(|phrase| small.strip_prefix(phrase).is_some_and(|rest| !phrase.is_ascii() || !rest.starts_with(char::is_alphanumeric)))
}

/// Whether what follows a reference says that another text is meant. Where the case of the next word would say it, every word may.
fn goes_elsewhere(rest: &str) -> bool {
    let rest = bare(rest);
    let Some((0, word)) = words(rest).next() else { return rest.starts_with("[^") };
    !word.is_ascii() || ELSEWHERE.contains(&word.to_lowercase().as_str())
}

/// Without the spaces and marks of direction before it.
fn bare(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

/// The numbers after the word of a reference; what follows those that are taken, and what follows all that look like it.
fn list(kind: Kind, text: &str) -> Option<(Vec<Vec<String>>, &str, &str)> {
    let (first, mut rest) = one(kind, text, None)?;
    let (mut chains, mut taken, mut named) = (vec![first], 1, rest);
    while let Some((sure, after)) = between(rest) {
        let Some((chain, after)) = one(kind, after, chains.last()) else { break };
        chains.push(chain);
        rest = after;
        // `paragraphs 3 and 5, 10 States`: what a comma alone joins belongs to the list only if the list goes on.
        if sure && kind != Kind::Paragraph {
            (taken, named) = (chains.len(), rest);
        }
    }
    chains.truncate(taken);
    Some((chains, named, rest))
}

/// What joins two numbers, and whether it is more than a comma.
fn between(text: &str) -> Option<(bool, &str)> {
    let text = text.trim_start();
    let comma = text.strip_prefix([',', '،']).map(str::trim_start);
    let after = comma.unwrap_or(text);
    for word in BETWEEN {
        // Signs and the one letter of Arabic need no space behind them.
        if let Some(rest) = after.strip_prefix(word)
            && (rest.starts_with(char::is_whitespace) || matches!(word, "-" | "–" | "—" | "و"))
        {
            return Some((true, rest));
        }
    }
    comma.map(|rest| (false, rest))
}

/// One number with what stands below it: `4 (b)`; after another, `(c)` alone.
fn one<'a>(kind: Kind, text: &'a str, before: Option<&Vec<String>>) -> Option<(Vec<String>, &'a str)> {
    let text = bare(text);
    match kind {
        Kind::Annex => annex(text),
        Kind::Subparagraph => key(text).map(|(key, rest)| (vec![key], rest)),
        Kind::Paragraph | Kind::Paragraphs => {
            let (mut chain, mut rest) = match (label::number(text), before) {
                (Some((value, rank, rest)), _) => (vec![numbered(value, rank)], rest),
                (None, Some(before)) if key(text).is_some() => (before.iter().take(before.len().max(2) - 1).cloned().collect(), text),
                (None, _) => return None,
            };
            let mut signs = rest.chars();
            // `7/2`, `4.2`, `5th`: numbers of another kind.
            let other = match signs.next() {
                Some('.' | ',') => signs.next().is_some_and(char::is_numeric),
                Some(c) => c == '/' || c == '%' || c.is_alphanumeric(),
                None => false,
            };
            if other {
                return None;
            }
            while let Some((key, after)) = key(bare(rest)) {
                chain.push(key);
                rest = after;
            }
            Some((chain, rest))
        }
    }
}

/// `(b)`, and `b)` as French and Spanish have it.
fn key(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('(');
    let (key, rest) = inner.unwrap_or(text).split_at_checked(inner.unwrap_or(text).find(|c: char| !c.is_alphanumeric())?)?;
    let rest = rest.strip_prefix(')')?;
    let known = if inner.is_some() { label::is_key(key) } else { key.chars().count() == 1 && key.chars().all(char::is_lowercase) };
    (known && !key.chars().all(char::is_numeric)).then(|| (plain(key), rest))
}

/// `I`, `2`, `B`
fn annex(text: &str) -> Option<(Vec<String>, &str)> {
    let (number, rest) = text.split_at(text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()));
    let roman = number.chars().all(|c| "IVX".contains(c));
    let known = number.len() <= 5 && (roman || number.len() == 1 && number.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()));
    (!number.is_empty() && known && !rest.starts_with('/')).then(|| (vec![number.to_lowercase()], rest))
}

/// `上文第7段`: in Chinese what is meant stands before.
fn chinese(text: &str) -> impl Iterator<Item = Reference<'_>> {
    text.match_indices('第').filter_map(|(at, sign)| {
        HERE_ZH.iter().find(|here| text[..at].ends_with(**here))?;
        let (value, rank, rest) = label::number(&text[at + sign.len()..])?;
        let mut chains = vec![vec![numbered(value, rank)]];
        let rest = match rest.strip_prefix(['至', '和', '及', '或', '-', '–']).map(label::number) {
            Some(Some((value, rank, rest))) => {
                chains.push(vec![numbered(value, rank)]);
                rest
            }
            _ => rest,
        };
        let rest = rest.strip_prefix('段')?;
        let words = &text[at..text.len() - rest.len()];
        Some(Reference { kind: Kind::Paragraphs, words, chains, here: true, elsewhere: false })
    })
}

/// Whether a text names another document, by a word or by a symbol such as A/76/135.
fn names_a_document(text: &str) -> bool {
    let named = |word: &str| {
        let small = word.to_lowercase();
        let one = small.strip_suffix('s').unwrap_or(&small);
        DOCUMENTS.contains(&one) || DOCUMENTS.contains(&small.as_str()) || DOCUMENT_STEMS.iter().any(|stem| small.contains(stem))
    };
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let symbol = |at: usize| digit(text[..at].chars().next_back()) || digit(text[at + 1..].chars().next());
    text.match_indices('/').any(|(at, _)| symbol(at)) || words(text).any(|(_, word)| named(word))
}

/// A paragraph that is named near an annex may be one of its own.
fn names_an_annex(text: &str) -> bool {
    words(text).any(|(_, word)| {
        let small = word.to_lowercase();
        WORDS.iter().any(|(known, kind)| *kind == Kind::Annex && small.starts_with(known))
    })
}
