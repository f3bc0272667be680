//! References within a text that point at nothing: "paragraph 7" where there is none.
//!
//! Texts of the UN refer to other documents in every second sentence, so this doubts rarely: where "above" or "below" says that this text is
//! meant, or where nothing near says that another one is. In the six languages, as far as their forms are plain.

use super::super::draft::Level;
use super::label::{self, Mark, is_mark_of_direction};
use super::outline::parents_of;
use super::reader::Placed;
use super::scope::{Place, Scope, heads_annex};
use std::collections::{HashMap, HashSet};
use words::{ARTICLE_STEMS, BETWEEN, DOCUMENT_STEMS, DOCUMENTS, ELSEWHERE, FORMER, HERE, HERE_IN_ARTICLE, HERE_ZH, ITS, Kind, WORDS};

#[cfg(test)]
mod tests;
mod words;

/// Bytes of a word that is looked at. No word of these languages that says anything is longer; a row of letters may have any length.
const LONGEST_WORD: usize = 48;
/// How deep what is referred to may stand: there are no more levels of numbers.
const MOST_KEYS: usize = Level::Subclause.depth() + 1;
/// Numbers that are read of one list. No sentence names more, and each is kept.
const MOST_NAMED: usize = 32;

/// The references that point at nothing: the line of each, and its words. Of a text without numbered paragraphs none.
pub(super) fn dangling(units: &[Placed]) -> Vec<(usize, String)> {
    let known = Known::of(units);
    if known.chains.is_empty() {
        return Vec::new();
    }
    let above = parents_of(units.iter().map(|placed| placed.unit.level));
    // What is named above holds for what stands below.
    let mut elsewhere: Vec<bool> = Vec::with_capacity(units.len());
    let mut parts: Vec<bool> = Vec::with_capacity(units.len());
    let mut found = Vec::new();
    for (at, Placed { line, unit, place }) in units.iter().enumerate() {
        let near = names_a_document(&unit.text) || above[at].is_some_and(|above| elsewhere[above]);
        elsewhere.push(near);
        let annexed = names_an_annex(&unit.text);
        let anywhere = annexed || names_an_article(&unit.text) || above[at].is_some_and(|above| parts[above]);
        parts.push(anywhere);
        // Footnotes name other documents, and so do preambles.
        let doubtful = match unit.level {
            Level::Heading | Level::Note | Level::Whole => continue,
            Level::Preambular => false,
            _ => !near,
        };
        let likely = |reference: &Reference<'_>| doubtful && !reference.elsewhere && (reference.kind == Kind::Annex || !annexed);
        let missing = |reference: &Reference<'_>| {
            let within = (!anywhere || reference.in_article).then_some(*place);
            (reference.here || likely(reference)) && !known.has(reference, within)
        };
        found.extend(references(&unit.text).filter(missing).map(|reference| (*line, reference.words.to_owned())));
    }
    found
}

/// What a text has.
#[derive(Default)]
struct Known {
    /// For each provision its number and those above it: `4`, `b`, `i`; and where these stand. Numbers begin anew in an annex, and may in
    /// an article.
    chains: HashMap<Vec<String>, HashSet<Place>>,
    /// What stands in the brackets of all.
    keys: HashSet<String>,
    annexes: HashSet<String>,
    /// An annex that has no number may be meant with any.
    annex_without_number: bool,
}

impl Known {
    fn of(units: &[Placed]) -> Self {
        let mut known = Self::default();
        let mut chain: Vec<(usize, String)> = Vec::new();
        for Placed { unit, place, .. } in units {
            if unit.level == Level::Heading && heads_annex(&unit.text) {
                match Scope::number_of_annex(&unit.text) {
                    Some(number) => _ = known.annexes.insert(counted(number)),
                    None => known.annex_without_number = true,
                }
            }
            let key = match label::read(&unit.label).map(|labelled| labelled.mark) {
                Some(Mark::Number(value, rank)) if unit.level == Level::Paragraph => numbered(value, rank),
                Some(Mark::Bracketed(key) | Mark::Dotted(key)) if unit.level.depth() > 0 => plain(&key),
                _ => continue,
            };
            chain.retain(|(above, _)| *above < unit.level.depth());
            chain.push((unit.level.depth(), key.clone()));
            known.chains.entry(chain.iter().map(|(_, key)| key.clone()).collect()).or_default().insert(*place);
            known.keys.insert(key);
        }
        known
    }

    /// Whether all that is named is there; `within`: in this part of the text, or in the whole that it is a part of.
    fn has(&self, reference: &Reference<'_>, within: Option<Place>) -> bool {
        let mut keys = reference.chains.iter().flatten();
        match reference.kind {
            Kind::Paragraph | Kind::Paragraphs => reference.chains.iter().all(|chain| {
                let near = |places: &HashSet<Place>| within.is_none_or(|place| place.around().iter().any(|place| places.contains(place)));
                self.chains.get(chain).is_some_and(near)
            }),
            Kind::Subparagraph => keys.all(|key| self.keys.contains(key)),
            Kind::Annex => self.annex_without_number || keys.all(|key| self.annexes.contains(key)),
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

/// The number of an annex as it is compared: some have `II` where they are cited with `2`.
fn counted(number: &str) -> String {
    let small = number.to_lowercase();
    label::roman(&small).map_or(small, |value| value.to_string())
}

/// A reference as it stands in a text.
#[derive(Debug)]
struct Reference<'a> {
    kind: Kind,
    words: &'a str,
    /// What it names; of a range both ends.
    chains: Vec<Vec<String>>,
    /// It says that this text is meant.
    here: bool,
    /// It says that this very article is.
    in_article: bool,
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
    if word.len() > LONGEST_WORD {
        return None;
    }
    let small = word.to_lowercase();
    let (_, kind) = WORDS.into_iter().find(|(known, _)| *known == small)?;
    let before = text[..at].trim_end();
    if before.ends_with('-') || last_word(before).is_some_and(|word| is_another(&word.to_lowercase())) {
        return None;
    }
    let behind = &text[at + word.len()..];
    // `para` alone is a word of Spanish.
    let behind = match small.as_str() {
        "para" => behind.strip_prefix('.')?,
        "paras" => behind.strip_prefix('.').unwrap_or(behind),
        _ => behind,
    };
    let (chains, named, rest) = list(kind, behind)?;
    let words = text[at..text.len() - named.len()].trim_end();
    let rest = bare(rest);
    if is_former(rest) {
        return None;
    }
    let in_article = begins_with_one_of(rest, &HERE_IN_ARTICLE);
    let here = in_article || begins_with_one_of(rest, &HERE);
    Some(Reference { kind, words, chains, here, in_article, elsewhere: goes_elsewhere(rest) })
}

/// Whether a word before a reference says that it is none into this text, or into what this text was.
fn is_another(small: &str) -> bool {
    ITS.contains(&small) || FORMER.iter().any(|former| if former.is_ascii() { small == *former } else { small.starts_with(former) })
}

/// `paragraph 9 (former)`
fn is_former(rest: &str) -> bool {
    let inner = rest.strip_prefix(['(', '[']).and_then(|inner| inner.split_once([')', ']']));
    inner.is_some_and(|(word, _)| word.len() <= LONGEST_WORD && is_another(&word.to_lowercase()))
}

fn last_word(text: &str) -> Option<&str> {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map(|(at, _)| at)?;
    Some(&text[start..])
}

/// Whether a text begins with one of these as whole words; those of Russian and Arabic with any ending.
fn begins_with_one_of(text: &str, known: &[&str]) -> bool {
    // No phrase has more characters.
    let small: String = text.chars().take(32).collect::<String>().to_lowercase();
    known.iter().any(|phrase| small.strip_prefix(phrase).is_some_and(|rest| !phrase.is_ascii() || !rest.starts_with(char::is_alphanumeric)))
}

/// Whether what follows a reference says that another text is meant. Where the case of the next word would say it, every word may.
fn goes_elsewhere(rest: &str) -> bool {
    // Only what stands right behind it: to look for the next word further on is to read the rest of a text for each reference.
    let word: String = rest.chars().take(LONGEST_WORD).take_while(|c| c.is_alphabetic()).collect();
    if word.is_empty() { rest.starts_with("[^") } else { !word.is_ascii() || ELSEWHERE.contains(&word.to_lowercase().as_str()) }
}

/// Without the spaces and marks of direction before it.
fn bare(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || is_mark_of_direction(c))
}

/// The numbers after the word of a reference; what follows those that are taken, and what follows all that look like it.
fn list(kind: Kind, text: &str) -> Option<(Vec<Vec<String>>, &str, &str)> {
    let (first, mut rest) = one(kind, text, None)?;
    let (mut chains, mut taken, mut named) = (vec![first], 1, rest);
    while chains.len() < MOST_NAMED
        && let Some((sure, after)) = between(rest)
    {
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
            while chain.len() < MOST_KEYS
                && let Some((key, after)) = key(bare(rest))
            {
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
    let (key, rest) = word_at(inner.unwrap_or(text))?;
    let rest = rest.strip_prefix(')')?;
    let known = if inner.is_some() { label::is_key(key) } else { key.chars().count() == 1 && key.chars().all(char::is_lowercase) };
    (known && !key.chars().all(char::is_numeric)).then(|| (plain(key), rest))
}

/// `I`, `2`, `B`
fn annex(text: &str) -> Option<(Vec<String>, &str)> {
    let (number, rest) = word_at(text)?;
    let roman = number.chars().all(|c| "IVX".contains(c));
    let known = number.len() <= 5 && (roman || number.len() == 1 && number.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()));
    (!number.is_empty() && known && !rest.starts_with('/')).then(|| (vec![counted(number)], rest))
}

/// The letters and digits a text begins with, and what comes after; `None` where they go on for longer than any number does.
fn word_at(text: &str) -> Option<(&str, &str)> {
    let length = text.chars().take(LONGEST_WORD).take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
    let (word, rest) = text.split_at(length);
    (!rest.starts_with(char::is_alphanumeric)).then_some((word, rest))
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
        Some(Reference { kind: Kind::Paragraphs, words, chains, here: true, in_article: false, elsewhere: false })
    })
}

/// Whether a text names another document, by a word or by a symbol such as A/76/135.
fn names_a_document(text: &str) -> bool {
    let named = |small: &str| {
        let one = small.strip_suffix('s').unwrap_or(small);
        DOCUMENTS.contains(&one) || DOCUMENTS.contains(&small) || DOCUMENT_STEMS.iter().any(|stem| small.contains(stem))
    };
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let symbol = |at: usize| digit(text[..at].chars().next_back()) || digit(text[at + 1..].chars().next());
    text.match_indices('/').any(|(at, _)| symbol(at)) || small_words(text).any(|word| named(&word))
}

/// A paragraph that is named near an annex may be one of its own.
fn names_an_annex(text: &str) -> bool {
    small_words(text).any(|word| WORDS.iter().any(|(known, kind)| *kind == Kind::Annex && word.starts_with(known)))
}

/// The same of an article whose paragraphs have numbers of their own.
fn names_an_article(text: &str) -> bool {
    small_words(text)
        .any(|word| ARTICLE_STEMS.iter().any(|stem| if stem.is_ascii() { word.starts_with(stem) } else { word.contains(stem) }))
}

/// The words of a text in small letters, without what is longer than a word.
fn small_words(text: &str) -> impl Iterator<Item = String> {
    words(text).filter(|(_, word)| word.len() <= LONGEST_WORD).map(|(_, word)| word.to_lowercase())
}
