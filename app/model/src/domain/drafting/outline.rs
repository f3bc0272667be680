//! A text as it is typed or pasted, read as the numbered provisions it consists of.
//!
//! Plain text with the numbers of the UN, or Markdown: `#` marks a heading, `[^1]` a footnote. A block that has no number is an error and
//! never a guess. What is read is what the chair sees in the preview; nothing is numbered anew.

use super::super::draft::{Level, citation};
use super::label::{self, Mark};
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
    /// Its own title, where it says one.
    pub title: Option<String>,
    pub units: Vec<Unit>,
    /// In the order of the lines. A text with any is not issued.
    pub flaws: Vec<Spot<Flaw>>,
    pub doubts: Vec<Spot<Doubt>>,
}

/// Reads a text.
pub fn outline(source: &str) -> Outline {
    let mut reader = Reader::default();
    let mut fresh = true;
    for (line, words) in body(source, &mut reader.outline.title) {
        if words.trim().is_empty() {
            fresh = true;
            continue;
        }
        reader.line(line, words, fresh);
        fresh = false;
    }
    reader.done()
}

/// The lines below the front matter, with their numbers.
fn body<'a>(source: &'a str, title: &mut Option<String>) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut lines = source.lines().enumerate().map(|(at, line)| (at + 1, line)).peekable();
    let fenced = |line: &str| line.trim_end() == "---";
    if lines.peek().is_some_and(|(_, first)| fenced(first)) && source.lines().skip(1).any(fenced) {
        lines.next();
        for (_, line) in lines.by_ref() {
            if fenced(line) {
                break;
            }
            if let Some(words) = line.strip_prefix("title:") {
                *title = Some(words.trim().to_owned()).filter(|words| !words.is_empty());
            }
        }
    }
    lines
}

/// A unit whose words are still being read.
struct Open {
    line: usize,
    unit: Unit,
    /// Without a number: a preambular paragraph if its words look like one.
    unnumbered: bool,
    emphasised: bool,
}

#[derive(Default)]
struct Reader {
    outline: Outline,
    lines: Vec<usize>,
    open: Option<Open>,
    /// The labels above, from the paragraph down.
    above: Vec<(Level, String, String)>,
    number: Option<(u32, u8)>,
    preambular: usize,
    headings: usize,
}

impl Reader {
    fn line(&mut self, line: usize, words: &str, fresh: bool) {
        let indented = words.starts_with([' ', '\t']);
        let words = unescaped(words.trim());
        let hashes = words.chars().take_while(|c| *c == '#').count();
        if (1..=6).contains(&hashes) && words[hashes..].starts_with(' ') {
            return self.heading(line, hashes, words[hashes..].trim().trim_end_matches('#').trim_end());
        }
        let listed = words.strip_prefix(['-', '*', '+', '•']).filter(|rest| rest.starts_with(' ')).map_or(words.as_str(), str::trim_start);
        let Some(labelled) = label::read(listed) else { return self.unlabelled(line, &words, fresh, indented) };
        self.close();
        let (label, rest) = (labelled.label, labelled.rest);
        let text = if labelled.bracket { format!("[{rest}") } else { rest.to_owned() };
        match labelled.mark {
            Mark::Heading => self.begin_heading(line, label, text),
            Mark::Note => self.begin(line, Unit { level: Level::Note, citation: format!("n. {label}"), label, text }),
            Mark::Preambular => {
                self.preambular += 1;
                let citation = citation(&[&label]);
                self.begin(line, Unit { level: Level::Preambular, label, citation, text });
            }
            Mark::Number(value, rank) => {
                self.above.clear();
                let follows = match self.number {
                    None => value == 1 && rank == 0,
                    // A version of a number may stand beside it; `alt` has no order of its own.
                    Some((before, was)) => (value == before + 1 && rank == 0) || (value == before && rank > was),
                };
                if !follows {
                    self.doubt(line, &text, Doubt::OutOfOrder);
                }
                self.number = Some((value, rank));
                self.numbered(line, Level::Paragraph, String::new(), label, text);
            }
            Mark::Bracketed(key) => {
                let above = |level| self.above.iter().find(|(one, ..)| *one == level).map(|(.., key)| key.as_str());
                let level = label::level_of(&key, above(Level::Subparagraph), above(Level::Item));
                self.numbered(line, level, key, label, text);
            }
            Mark::Dotted(key) => {
                let level = self.level_of_dotted(&key);
                self.numbered(line, level, key, label, text);
            }
        }
    }

    /// `a.` stands below an item, and `i.` below `a.`
    fn level_of_dotted(&self, key: &str) -> Level {
        let above = |level| self.above.iter().find(|(one, ..)| *one == level).map(|(.., key)| key.as_str());
        match label::level_of(key, above(Level::Clause), above(Level::Subclause)) {
            Level::Item if above(Level::Clause).is_some() => Level::Subclause,
            _ => Level::Clause,
        }
    }

    fn heading(&mut self, line: usize, hashes: usize, words: &str) {
        self.close();
        if hashes == 1 && self.outline.title.is_none() && self.outline.units.is_empty() {
            self.outline.title = Some(clean(words)).filter(|words| !words.is_empty());
            return;
        }
        match label::read(words) {
            Some(labelled) if labelled.mark == Mark::Heading => self.begin_heading(line, labelled.label, labelled.rest.to_owned()),
            _ => self.begin_heading(line, String::new(), words.to_owned()),
        }
        // It ends with its line.
        self.close();
    }

    fn begin_heading(&mut self, line: usize, label: String, text: String) {
        self.above.clear();
        self.headings += 1;
        let citation = if label.is_empty() { format!("H{}", self.headings) } else { citation(&[&label]) };
        self.begin(line, Unit { level: Level::Heading, label, citation, text });
    }

    /// A unit that is cited with what stands above it.
    fn numbered(&mut self, line: usize, level: Level, key: String, label: String, text: String) {
        let depth = depth(level);
        while self.above.last().is_some_and(|(above, ..)| depth <= self::depth(*above)) {
            self.above.pop();
        }
        if level != Level::Paragraph && self.above.is_empty() {
            self.flaw(line, &text, Flaw::NothingAbove);
        }
        self.above.push((level, label.clone(), key));
        let labels: Vec<&str> = self.above.iter().map(|(_, label, _)| label.as_str()).collect();
        let citation = citation(&labels);
        self.begin(line, Unit { level, label, citation, text });
    }

    /// Words that go on, or a block that has no number.
    fn unlabelled(&mut self, line: usize, words: &str, fresh: bool, indented: bool) {
        if let Some(open) = self.open.as_mut().filter(|_| !fresh || indented) {
            open.unit.text.push(if fresh { '\n' } else { ' ' });
            open.unit.text.push_str(words);
            return;
        }
        self.close();
        self.preambular += 1;
        let unit =
            Unit { level: Level::Preambular, label: String::new(), citation: format!("PP{}", self.preambular), text: words.to_owned() };
        self.open = Some(Open { line, unit, unnumbered: true, emphasised: words.starts_with(['*', '_']) });
    }

    fn begin(&mut self, line: usize, unit: Unit) {
        self.close();
        self.open = Some(Open { line, unit, unnumbered: false, emphasised: false });
    }

    fn close(&mut self) {
        let Some(Open { line, mut unit, unnumbered, emphasised }) = self.open.take() else { return };
        unit.text = clean(&unit.text);
        if unnumbered && !(self.number.is_none() && (emphasised || unit.text.ends_with([',', '،', '，']))) {
            self.preambular -= 1;
            return self.flaw(line, &unit.text, Flaw::NoNumber);
        }
        if unit.text.chars().count() > MAX_PROVISION_TEXT {
            self.flaw(line, &unit.text, Flaw::TooLong { max: MAX_PROVISION_TEXT });
        }
        self.lines.push(line);
        self.outline.units.push(unit);
    }

    /// What can only be seen on the whole.
    fn done(mut self) -> Outline {
        self.close();
        let units = std::mem::take(&mut self.outline.units);
        let mut seen = HashSet::new();
        let notes: HashSet<&str> = units.iter().filter(|unit| unit.level == Level::Note).map(|unit| unit.label.as_str()).collect();
        let mut named = HashSet::new();
        let lines = std::mem::take(&mut self.lines);
        for (at, (unit, line)) in units.iter().zip(lines.iter().copied()).enumerate() {
            let below = units.get(at + 1).is_some_and(|next| depth(next.level) > depth(unit.level));
            if unit.text.is_empty() && !below {
                self.flaw(line, &unit.label, Flaw::NoWords);
            }
            if !seen.insert(unit.citation.as_str()) {
                self.flaw(line, &unit.citation, Flaw::Twice);
            }
            for note in note_keys(&unit.text) {
                if !notes.contains(note) {
                    self.flaw(line, &format!("[^{note}]"), Flaw::NoSuchNote);
                }
                named.insert(note);
            }
            if !balanced(&unit.text) {
                self.doubt(line, &unit.text, Doubt::Bracket);
            }
        }
        for (unit, line) in units.iter().zip(lines) {
            if unit.level == Level::Note && !named.contains(unit.label.as_str()) {
                self.doubt(line, &format!("[^{}]", unit.label), Doubt::UnusedNote);
            }
        }
        if units.len() > MAX_PROVISIONS {
            self.flaw(0, "", Flaw::TooMany { max: MAX_PROVISIONS });
        }
        // Notes stand below the text, wherever they are written.
        let (notes, mut text): (Vec<Unit>, Vec<Unit>) = units.into_iter().partition(|unit| unit.level == Level::Note);
        text.extend(notes);
        let mut outline = self.outline;
        outline.units = text;
        outline.flaws.sort_by_key(|spot| spot.line);
        outline.doubts.sort_by_key(|spot| spot.line);
        outline
    }

    fn flaw(&mut self, line: usize, words: &str, what: Flaw) {
        self.outline.flaws.push(Spot { line, words: beginning(words), what });
    }

    fn doubt(&mut self, line: usize, words: &str, what: Doubt) {
        self.outline.doubts.push(Spot { line, words: beginning(words), what });
    }
}

/// How deep a unit stands under its paragraph.
pub(super) const fn depth(level: Level) -> usize {
    match level {
        Level::Heading | Level::Preambular | Level::Paragraph | Level::Note => 0,
        Level::Subparagraph => 1,
        Level::Item => 2,
        Level::Clause => 3,
        Level::Subclause => 4,
    }
}

fn beginning(words: &str) -> String {
    const MOST: usize = 60;
    let mut begin: String = words.chars().take(MOST).collect();
    if words.chars().nth(MOST).is_some() {
        begin.push('…');
    }
    begin
}

/// `1\.` → `1.`
fn unescaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next_if(char::is_ascii_punctuation) } else { None };
        out.push(escaped.unwrap_or(c));
    }
    out
}

/// Words without marks of emphasis, which UN texts do not use, and with single spaces.
fn clean(words: &str) -> String {
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
    out.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The footnotes words refer to: `[^1]`.
pub(super) fn note_keys(text: &str) -> impl Iterator<Item = &str> {
    text.split("[^").skip(1).filter_map(|rest| rest.split_once(']')).map(|(key, _)| key)
}

fn balanced(text: &str) -> bool {
    let mut depth = 0_i64;
    text.chars().all(|c| {
        depth += i64::from(c == '[') - i64::from(c == ']');
        depth >= 0
    }) && depth == 0
}
