//! A text as it is typed or pasted, read as the numbered provisions it consists of.
//!
//! Plain text with the numbers of the UN, or Markdown: `#` marks a heading, `[^1]` a footnote. A block that has no number is an error and
//! never a guess; what may be meant otherwise is a doubt. What is read is what the chair sees in the preview; nothing is numbered anew.

use super::super::draft::{Level, Piece, as_cited, pieces};
use super::reader::{Placed, Reader};
use super::references;
use std::collections::HashSet;

/// Provisions of one version, headings and notes included.
pub const MAX_PROVISIONS: usize = 2_000;
/// Characters of one provision.
pub const MAX_PROVISION_TEXT: usize = 20_000;

/// A numbered unit of a text that is not issued yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub level: Level,
    /// As it is printed; empty where nothing is.
    pub label: String,
    /// How one cites it; no two of a text have the same.
    pub citation: String,
    pub text: String,
}

/// What a text cannot be issued with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// A block without a number.
    NoNumber,
    /// A number without words, and nothing below it.
    NoWords,
    /// A subparagraph that stands under no paragraph.
    NothingAbove,
    /// The same number twice.
    Twice,
    /// A footnote is named that is not there.
    NoSuchNote,
    TooLong {
        max: usize,
    },
    TooMany {
        max: usize,
    },
}

/// What may be meant, and often is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A number that does not follow on the one before: `9.` after `7.`
    OutOfOrder,
    /// A square bracket that opens and never closes, or the other way round.
    Bracket,
    /// A footnote that nothing refers to.
    UnusedNote,
    /// It refers to a paragraph, a subparagraph or an annex that is not there, and may be of another document.
    NoSuchProvision,
    /// A line without a number that was read as going on with the one above.
    Joined,
    /// A line without a number that was read as a paragraph of its own, since the one above ended with a comma.
    Parted,
    /// A line that was read as a heading since it begins with a letter or a Roman number, and may be words: `A. Smith spoke.`
    Heading,
}

/// Where something is: the line of the source, from 1, and how it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot<T> {
    pub line: usize,
    pub words: String,
    pub what: T,
}

/// A text, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    pub units: Vec<Unit>,
    /// In the order of the lines. A text with any is not issued.
    pub flaws: Vec<Spot<Flaw>>,
    pub doubts: Vec<Spot<Doubt>>,
}

/// Reads a text.
pub fn outline(source: &str) -> Outline {
    let mut reader = read(source, true);
    if reader.mistook_articles() {
        // Only at the end of a text it is known that the numbers go on through its articles.
        reader = read(source, false);
    }
    let (units, mut outline) = reader.done();
    whole(&units, &mut outline);
    // Notes stand below the text, wherever they are written.
    let (notes, mut text): (Vec<Unit>, Vec<Unit>) = units.into_iter().map(|placed| placed.unit).partition(|unit| unit.level == Level::Note);
    text.extend(notes);
    outline.units = text;
    outline.flaws.sort_by_key(|spot| spot.line);
    outline.doubts.sort_by_key(|spot| spot.line);
    outline
}

fn read(source: &str, articles: bool) -> Reader {
    let mut reader = Reader::new(articles);
    let mut fresh = true;
    for (line, words) in body(source) {
        if words.trim().is_empty() {
            fresh = true;
            continue;
        }
        reader.line(line, words, fresh);
        fresh = false;
    }
    reader
}

/// The lines below the front matter, with their numbers. A front matter says something of the text in each of its lines: `title: …`.
fn body(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let fenced = |line: &str| line.trim_end() == "---";
    let matter = source.lines().next().is_some_and(fenced).then(|| source.lines().skip(1).position(fenced)).flatten();
    let says = |line: &str| line.trim().is_empty() || line.split_once(':').is_some_and(|(name, _)| !name.contains(' '));
    let matter = matter.filter(|end| source.lines().skip(1).take(*end).all(says));
    source.lines().enumerate().map(|(at, line)| (at + 1, line)).skip(matter.map_or(0, |end| end + 2))
}

/// What can only be seen on the whole.
fn whole(units: &[Placed], outline: &mut Outline) {
    let mut seen = HashSet::new();
    let notes: HashSet<&str> =
        units.iter().map(|placed| &placed.unit).filter(|unit| unit.level == Level::Note).map(|unit| unit.label.as_str()).collect();
    let named: HashSet<&str> = units.iter().flat_map(|placed| note_keys(&placed.unit.text)).collect();
    for (Placed { line, unit, .. }, something_below) in units.iter().zip(something_below(units)) {
        if unit.text.is_empty() && !something_below {
            outline.flaw(*line, &unit.label, Flaw::NoWords);
        }
        if !seen.insert(as_cited(&unit.citation)) {
            outline.flaw(*line, &unit.citation, Flaw::Twice);
        }
        for note in note_keys(&unit.text).filter(|note| !notes.contains(note)) {
            outline.flaw(*line, &format!("[^{note}]"), Flaw::NoSuchNote);
        }
        if !balanced(&unit.text) {
            outline.doubt(*line, &unit.text, Doubt::Bracket);
        }
        if unit.level == Level::Note && !named.contains(unit.label.as_str()) {
            outline.doubt(*line, &format!("[^{}]", unit.label), Doubt::UnusedNote);
        }
    }
    for (line, words) in references::dangling(units) {
        outline.doubt(line, &words, Doubt::NoSuchProvision);
    }
    if units.len() > MAX_PROVISIONS {
        outline.flaw(0, "", Flaw::TooMany { max: MAX_PROVISIONS });
    }
}

/// Of each unit whether something stands below it. A footnote has nothing below it, and stands between a number and what is below it
/// without parting them. From the end on, since to look behind each for what is none is to read a text of footnotes again for each.
fn something_below(units: &[Placed]) -> Vec<bool> {
    let mut next = None;
    let below = |placed: &Placed| {
        let level = placed.unit.level;
        level != Level::Note && next.replace(level).is_some_and(|next: Level| next.depth() > level.depth())
    };
    let mut below: Vec<bool> = units.iter().rev().map(below).collect();
    below.reverse();
    below
}

impl Outline {
    pub(super) fn flaw(&mut self, line: usize, words: &str, what: Flaw) {
        self.flaws.push(Spot { line, words: beginning(words), what });
    }

    pub(super) fn doubt(&mut self, line: usize, words: &str, what: Doubt) {
        self.doubts.push(Spot { line, words: beginning(words), what });
    }
}

/// The provision each stands under, if it stands under one.
pub(super) fn parents(units: &[Unit]) -> Vec<Option<usize>> {
    parents_of(units.iter().map(|unit| unit.level))
}

/// The same by their levels.
pub(super) fn parents_of(levels: impl Iterator<Item = Level>) -> Vec<Option<usize>> {
    let mut above: Vec<(usize, usize)> = Vec::new();
    let mut parents = Vec::new();
    for (at, level) in levels.enumerate() {
        // Nothing stands below these, nor do they end what something stands below.
        if matches!(level, Level::Note | Level::Preambular) {
            parents.push(None);
            continue;
        }
        while above.last().is_some_and(|(_, above)| *above >= level.depth()) {
            above.pop();
        }
        parents.push(above.last().map(|(at, _)| *at));
        above.push((at, level.depth()));
    }
    parents
}

fn beginning(words: &str) -> String {
    const MOST: usize = 60;
    let mut begin: String = words.chars().take(MOST).collect();
    if words.chars().nth(MOST).is_some() {
        begin.push('…');
    }
    begin
}

/// The footnotes words refer to: `[^1]`.
fn note_keys(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Note { label, .. } => Some(label),
        Piece::Plain(_) | Piece::Bracketed(_) => None,
    })
}

fn balanced(text: &str) -> bool {
    let mut depth = 0_i64;
    text.chars().all(|c| {
        depth += i64::from(c == '[') - i64::from(c == ']');
        depth >= 0
    }) && depth == 0
}
