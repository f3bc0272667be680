//! A text, line by line: which line begins a provision, and which goes on with the one before.

use super::super::draft::{Level, citation};
use super::label::{self, Mark, is_mark_of_direction};
use super::outline::{Doubt, Flaw, MAX_PROVISION_TEXT, Outline, Unit, depth};
use super::scope::{Place, Scope};
use crate::domain::quotation::spaced;

/// Characters of a line that may be a heading somebody forgot to mark.
const SHORT: usize = 60;
/// Brackets and quotation marks that are looked behind at the end of words. No sentence ends with more; and where each line adds one,
/// all of them would be read again at each line.
const MOST_SIGNS: usize = 32;

/// A unit with its line, and the part of the text it stands in.
pub(super) struct Placed {
    pub line: usize,
    pub unit: Unit,
    pub place: Place,
}

/// A unit whose words are still being read.
struct Open {
    placed: Placed,
    /// Without a number: a preambular paragraph if its words look like one.
    unnumbered: bool,
    emphasised: bool,
}

impl Open {
    /// It ended with a comma, and these words begin another.
    fn is_preambular_before(&self, words: &str) -> bool {
        self.unnumbered && ends_as_preambular(&self.placed.unit.text) && begins_large(words)
    }
}

/// How a line without a number of its own looks.
#[derive(Clone, Copy)]
struct Seen {
    indented: bool,
    emphasised: bool,
    /// It begins like a number that does not come next.
    labelled: bool,
}

/// A label above, from the paragraph down.
struct Above {
    level: Level,
    label: String,
    /// What stands in its brackets.
    key: String,
}

#[derive(Default)]
pub(super) struct Reader {
    outline: Outline,
    units: Vec<Placed>,
    open: Option<Open>,
    above: Vec<Above>,
    /// The subparagraph before the one above, of the same paragraph.
    letter_before: Option<(String, String)>,
    number: Option<(u32, u8)>,
    preambular: usize,
    headings: usize,
    scope: Scope,
}

impl Reader {
    /// `articles`: numbers may begin anew in an article.
    pub fn new(articles: bool) -> Self {
        Self { scope: Scope::new(articles), ..Self::default() }
    }

    /// Reads a line. `fresh`: an empty one stands before it.
    pub fn line(&mut self, line: usize, raw: &str, fresh: bool) {
        let raw = raw.trim_start_matches(is_mark_of_direction);
        let indented = raw.starts_with([' ', '\t']);
        let raw = raw.trim().trim_start_matches(is_mark_of_direction);
        let emphasised = raw.starts_with(['*', '_']) && !raw.starts_with("**") && !raw.starts_with("__");
        let words = clean(&unescaped(raw));
        if words.is_empty() {
            return;
        }
        let hashes = words.chars().take_while(|c| *c == '#').count();
        if (1..=6).contains(&hashes) && words.len() == hashes {
            // The mark of a heading without one: it parts what stands before it from what stands behind it.
            return self.close();
        }
        if (1..=6).contains(&hashes) && words[hashes..].starts_with(' ') {
            self.close();
            // A row of them may close it, apart from its words.
            let words = words[hashes..].trim();
            let open = words.trim_end_matches('#');
            self.heading(line, if open.is_empty() || open.ends_with(' ') { open.trim_end() } else { words });
            // It ends with its line.
            return self.close();
        }
        let labelled = label::listed(&words);
        // Within a block words may begin a line as numbers do, `2021. They …`: a number counts where it is the one that comes next, or
        // where something has ended before it.
        let ended = self.open.as_ref().is_none_or(|open| {
            open.placed.unit.level == Level::Heading || has_ended(&open.placed.unit.text) || open.is_preambular_before(&words)
        });
        match labelled {
            Some(labelled) if fresh || ended || self.goes_on_with(&labelled.mark) => self.labelled(line, labelled),
            labelled => self.unlabelled(line, &words, fresh, Seen { indented, emphasised, labelled: labelled.is_some() }),
        }
    }

    /// Whether numbers were taken to begin anew in articles, and do not.
    pub fn mistook_articles(&self) -> bool {
        self.scope.mistook_articles()
    }

    /// All units with their lines, and what was found on the way.
    pub fn done(mut self) -> (Vec<Placed>, Outline) {
        self.close();
        (self.units, self.outline)
    }

    fn labelled(&mut self, line: usize, labelled: label::Labelled<'_>) {
        self.close();
        let follows = self.goes_on_with(&labelled.mark);
        let (label, rest) = (labelled.label, labelled.rest);
        let text = if labelled.bracket { format!("[{rest}") } else { rest.to_owned() };
        if !follows {
            self.outline.doubt(line, &format!("{label} {text}"), Doubt::OutOfOrder);
        }
        match labelled.mark {
            Mark::Heading => self.begin_heading(line, label, text),
            Mark::Note => self.begin(line, Unit { level: Level::Note, citation: format!("n. {label}"), label, text }),
            Mark::Preambular => {
                self.preambular += 1;
                let citation = self.scope.cite(&citation(&[&label]));
                self.begin(line, Unit { level: Level::Preambular, label, citation, text });
            }
            Mark::Number(value, rank) => {
                self.above.clear();
                self.letter_before = None;
                self.scope.paragraph(value);
                self.number = Some((value, rank));
                self.numbered(line, Level::Paragraph, String::new(), label, text);
            }
            Mark::Bracketed(key) => {
                if key == "ii" {
                    self.demote();
                }
                let level = label::level_of(&key, self.key(Level::Subparagraph), self.key(Level::Item));
                self.numbered(line, level, key, label, text);
            }
            Mark::Dotted(key) => {
                let level = self.level_of_dotted(&key);
                self.numbered(line, level, key, label, text);
            }
        }
    }

    /// Whether a number is the one that comes next.
    fn goes_on_with(&self, mark: &Mark) -> bool {
        match mark {
            Mark::Note | Mark::Preambular | Mark::Heading => true,
            // A version of a number may stand beside it; `alt` has no order of its own.
            Mark::Number(value, 0) if self.scope.begins_article(*value) => true,
            Mark::Number(value, rank) => match self.number {
                None => *value == 1 && *rank == 0,
                Some((before, was)) => (*value == before + 1 && *rank == 0) || (*value == before && *rank > was),
            },
            Mark::Bracketed(key) => {
                let level = label::level_of(key, self.key(Level::Subparagraph), self.key(Level::Item));
                let second_of_letters = key == "ii" && self.could_demote();
                second_of_letters || label::follows(key, self.key(level), level == Level::Item)
            }
            Mark::Dotted(key) => {
                let level = self.level_of_dotted(key);
                label::follows(key, self.key(level), level == Level::Subclause)
            }
        }
    }

    /// The key of what stands above at a level.
    fn key(&self, level: Level) -> Option<&str> {
        self.above.iter().find(|above| above.level == level).map(|above| above.key.as_str())
    }

    /// `a.` stands below an item, and `i.` below `a.`
    fn level_of_dotted(&self, key: &str) -> Level {
        match label::level_of(key, self.key(Level::Clause), self.key(Level::Subclause)) {
            Level::Item if self.key(Level::Clause).is_some() => Level::Subclause,
            _ => Level::Clause,
        }
    }

    /// `(i)` after `(h)` was read as a letter.
    fn could_demote(&self) -> bool {
        let last = self.above.last().is_some_and(|above| above.level == Level::Subparagraph && above.key == "i");
        last && self.letter_before.as_ref().is_some_and(|(_, key)| key == "h")
    }

    /// `(ii)` after `(h)` and `(i)`: that one was the first item below `(h)`.
    fn demote(&mut self) {
        if !self.could_demote() {
            return;
        }
        let (Some((label, key)), Some(item)) = (self.letter_before.take(), self.above.pop()) else { return };
        self.above.push(Above { level: Level::Subparagraph, label, key });
        self.above.push(Above { level: Level::Item, ..item });
        let citation = self.citation();
        if let Some(placed) = self.units.iter_mut().rfind(|placed| placed.unit.level == Level::Subparagraph) {
            placed.unit.level = Level::Item;
            placed.unit.citation = citation;
        }
    }

    fn citation(&self) -> String {
        let labels: Vec<&str> = self.above.iter().map(|above| above.label.as_str()).collect();
        self.scope.cite(&citation(&labels))
    }

    fn heading(&mut self, line: usize, words: &str) {
        match label::read(words) {
            Some(labelled) if labelled.mark == Mark::Heading => self.begin_heading(line, labelled.label, labelled.rest.to_owned()),
            _ => self.begin_heading(line, String::new(), words.to_owned()),
        }
    }

    fn begin_heading(&mut self, line: usize, label: String, text: String) {
        self.close();
        self.above.clear();
        self.letter_before = None;
        self.headings += 1;
        if label.is_empty() && self.scope.enters_annex(&text) {
            // An annex is numbered from its own beginning.
            self.number = None;
            self.preambular = 0;
        } else if label.is_empty() {
            self.scope.enters_article(&text);
        }
        let citation = if label.is_empty() { format!("H{}", self.headings) } else { self.scope.heading(&label) };
        self.begin(line, Unit { level: Level::Heading, label, citation, text });
    }

    /// A unit that is cited with what stands above it.
    fn numbered(&mut self, line: usize, level: Level, key: String, label: String, text: String) {
        let depth = depth(level);
        while self.above.last().is_some_and(|above| depth <= self::depth(above.level)) {
            if let Some(gone) = self.above.pop()
                && gone.level == Level::Subparagraph
            {
                self.letter_before = Some((gone.label, gone.key));
            }
        }
        if level != Level::Paragraph && self.above.is_empty() {
            self.outline.flaw(line, &text, Flaw::NothingAbove);
        }
        self.above.push(Above { level, label: label.clone(), key });
        let citation = self.citation();
        self.begin(line, Unit { level, label, citation, text });
    }

    /// Words that go on, or a block that has no number.
    fn unlabelled(&mut self, line: usize, words: &str, fresh: bool, seen: Seen) {
        if fresh && !seen.indented && Scope::is_annex(words) {
            self.begin_heading(line, String::new(), words.to_owned());
            return self.close();
        }
        let goes_on = self.open.as_ref().is_some_and(|open| {
            if fresh {
                // What was written as one goes on as one: italics begin something new.
                seen.indented && (!open.unnumbered || open.emphasised && !seen.emphasised)
            } else {
                !open.is_preambular_before(words)
            }
        });
        if let Some(open) = self.open.as_mut().filter(|_| goes_on) {
            let heading = fresh && words.chars().count() < SHORT && !has_ended(words);
            let text = &mut open.placed.unit.text;
            let sentence = !fresh && has_ended(text) && begins_large(words);
            let doubtful = seen.labelled || heading || sentence;
            text.push(if fresh { '\n' } else { ' ' });
            text.push_str(words);
            if doubtful {
                self.outline.doubt(line, words, Doubt::Joined);
            }
            return;
        }
        if !fresh && self.open.is_some() {
            self.outline.doubt(line, words, Doubt::Parted);
        }
        self.close();
        self.preambular += 1;
        let citation = self.scope.cite(&format!("PP{}", self.preambular));
        let unit = Unit { level: Level::Preambular, label: String::new(), citation, text: words.to_owned() };
        self.open = Some(Open { placed: self.placed(line, unit), unnumbered: true, emphasised: seen.emphasised });
    }

    fn placed(&self, line: usize, unit: Unit) -> Placed {
        Placed { line, unit, place: self.scope.place() }
    }

    fn begin(&mut self, line: usize, unit: Unit) {
        self.close();
        self.open = Some(Open { placed: self.placed(line, unit), unnumbered: false, emphasised: false });
    }

    fn close(&mut self) {
        let Some(Open { mut placed, unnumbered, emphasised }) = self.open.take() else { return };
        let Placed { line, unit, .. } = &mut placed;
        unit.text = spaced_lines(&unit.text);
        if unnumbered && !(self.number.is_none() && (emphasised || ends_as_preambular(&unit.text))) {
            self.preambular -= 1;
            return self.outline.flaw(*line, &unit.text, Flaw::NoNumber);
        }
        if unit.text.chars().count() > MAX_PROVISION_TEXT {
            self.outline.flaw(*line, &unit.text, Flaw::TooLong { max: MAX_PROVISION_TEXT });
        }
        self.units.push(placed);
    }
}

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
fn ends_as_preambular(text: &str) -> bool {
    bare(text).ends_with([',', '،', '，'])
}

/// A sentence or a part of a list is at its end.
fn has_ended(text: &str) -> bool {
    bare(text).ends_with(['.', ';', ':', '!', '?', '。', '；', '：', '؛', '؟'])
}

/// A capital letter, or a script that has none.
fn begins_large(words: &str) -> bool {
    words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
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
    spaced(&out)
}

/// Words with single spaces, line by line.
fn spaced_lines(words: &str) -> String {
    words.split('\n').map(spaced).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
