//! A text, line by line: which line begins a provision, and which goes on with the one before.

use super::super::draft::{Level, citation};
use super::label::{self, Labelled, Mark, is_mark_of_direction};
use super::lines::{begins_large, begins_small, clean, ends_as_preambular, ends_as_words, has_ended, spaced_lines, unescaped};
use super::outline::{Doubt, Flaw, MAX_PROVISION_TEXT, Outline, Unit};
use super::scope::{Place, Scope};

/// Characters of a line that may be a heading somebody forgot to mark.
const SHORT: usize = 60;

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
    /// A heading that is known by its number alone, and that nothing was said of yet.
    unmarked: bool,
}

impl Open {
    const fn is_heading(&self) -> bool {
        matches!(self.placed.unit.level, Level::Heading)
    }

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
        let ended = self
            .open
            .as_ref()
            .is_none_or(|open| open.is_heading() || has_ended(&open.placed.unit.text) || open.is_preambular_before(&words));
        match labelled {
            Some(labelled) if fresh || ended || self.goes_on_with(&labelled) => {
                // An initial at the beginning of a line looks like the number of a heading.
                let within = labelled.mark == Mark::Heading && !fresh && self.open.as_ref().is_some_and(|open| !open.is_heading());
                self.labelled(line, labelled);
                if within {
                    self.doubt_heading();
                }
            }
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

    fn labelled(&mut self, line: usize, labelled: Labelled<'_>) {
        self.close();
        let follows = self.goes_on_with(&labelled) || labelled.mark == Mark::Heading && self.scope.begins_headings(&labelled.label);
        let (label, rest) = (labelled.label, labelled.rest);
        let text = if labelled.bracket { format!("[{rest}") } else { rest.to_owned() };
        if !follows {
            self.outline.doubt(line, &format!("{label} {text}"), Doubt::OutOfOrder);
        }
        match labelled.mark {
            Mark::Heading => {
                self.begin_heading(line, label, text);
                if let Some(open) = &mut self.open {
                    open.unmarked = true;
                }
            }
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
    fn goes_on_with(&self, labelled: &Labelled<'_>) -> bool {
        match &labelled.mark {
            Mark::Note | Mark::Preambular => true,
            Mark::Heading => self.scope.goes_on_with_heading(&labelled.label),
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
        while self.above.last().is_some_and(|above| level.depth() <= above.level.depth()) {
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
            let open_is_heading = open.is_heading();
            let heading = fresh && words.chars().count() < SHORT && !has_ended(words);
            let text = &mut open.placed.unit.text;
            let sentence = !fresh && has_ended(text) && begins_large(words);
            // A heading that is too long for its line goes on with a small letter. What else stands below it may be the first paragraph.
            let below_heading = open_is_heading && (fresh || !begins_small(words) || ends_as_words(words));
            let doubtful = seen.labelled || heading || sentence || below_heading;
            text.push(if fresh { '\n' } else { ' ' });
            text.push_str(words);
            if doubtful {
                open.unmarked = false;
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
        self.open = Some(Open { placed: self.placed(line, unit), unnumbered: true, emphasised: seen.emphasised, unmarked: false });
    }

    /// Says once of the heading that is being read that it may be words: it has a number, and nothing else says that it is one.
    fn doubt_heading(&mut self) {
        let Some(Open { placed: Placed { line, unit, .. }, unmarked, .. }) = &mut self.open else { return };
        if std::mem::take(unmarked) {
            self.outline.doubt(*line, &format!("{} {}", unit.label, unit.text), Doubt::Heading);
        }
    }

    fn placed(&self, line: usize, unit: Unit) -> Placed {
        Placed { line, unit, place: self.scope.place() }
    }

    fn begin(&mut self, line: usize, unit: Unit) {
        self.close();
        self.open = Some(Open { placed: self.placed(line, unit), unnumbered: false, emphasised: false, unmarked: false });
    }

    fn close(&mut self) {
        if self.open.as_ref().is_some_and(|open| open.unmarked && ends_as_words(&open.placed.unit.text)) {
            self.doubt_heading();
        }
        let Some(Open { mut placed, unnumbered, emphasised, .. }) = self.open.take() else { return };
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
