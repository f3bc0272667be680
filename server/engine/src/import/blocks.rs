//! The text that is written: provisions with their numbers, and blocks that have none.

use model::domain::draft::Level;
use model::domain::drafting::{Unit, outline, source};
use std::collections::HashMap;

/// A block of the text.
enum Block {
    Unit(Unit),
    /// Without a number: whoever prepares the text is told so by the reader.
    Loose(String),
}

/// A text as it grows.
#[derive(Default)]
pub struct Blocks(Vec<Block>);

impl Blocks {
    /// A provision; answers its place. `depth`: how many provisions it stands below.
    pub fn numbered(&mut self, depth: usize, label: String, text: String) -> usize {
        const LEVELS: [Level; 5] = [Level::Paragraph, Level::Subparagraph, Level::Item, Level::Clause, Level::Subclause];
        self.unit(LEVELS[depth.min(LEVELS.len() - 1)], label, text)
    }

    pub fn unit(&mut self, level: Level, label: String, text: String) -> usize {
        self.0.push(Block::Unit(Unit { level, label, citation: String::new(), text }));
        self.0.len() - 1
    }

    pub fn loose(&mut self, text: String) {
        self.0.push(Block::Loose(text));
    }

    /// A line that goes on with the provision at a place, if nothing stands behind it yet; otherwise a block of its own.
    pub fn line(&mut self, home: Option<usize>, line: String) {
        let last = self.0.len().checked_sub(1);
        match self.0.last_mut() {
            Some(Block::Unit(unit)) if home.is_some() && home == last => {
                if !unit.text.is_empty() {
                    unit.text.push('\n');
                }
                unit.text.push_str(&line);
            }
            _ => self.loose(line),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many numbers of provisions the text does not say as they were meant: read as words, or below another one.
    pub fn read_otherwise(&self, text: &str) -> usize {
        let mut numbers = Numbers::default();
        let written = self.0.iter().filter_map(|block| match block {
            Block::Unit(unit) => Some(unit),
            Block::Loose(_) => None,
        });
        let written = numbers.places(written);
        let read = outline(text).units;
        let mut left: HashMap<usize, usize> = HashMap::new();
        for place in numbers.places(read.iter()) {
            *left.entry(place).or_default() += 1;
        }
        written
            .into_iter()
            .filter(|place| left.get_mut(place).and_then(|left| left.checked_sub(1).map(|less| *left = less)).is_none())
            .count()
    }

    /// The text, as `outline` reads it.
    pub fn text(&self) -> String {
        let block = |block: &Block| match block {
            Block::Unit(unit) => source(std::slice::from_ref(unit)).trim_end().to_owned(),
            Block::Loose(text) => text.replace('\\', "\\\\"),
        };
        self.0.iter().map(block).collect::<Vec<_>>().join("\n\n") + "\n"
    }
}

/// Numbers with all those above them: the same for two that stand below the same with the same words.
#[derive(Default)]
struct Numbers(HashMap<(usize, u8, String), usize>);

impl Numbers {
    fn places<'a>(&mut self, units: impl Iterator<Item = &'a Unit>) -> Vec<usize> {
        let mut above: Vec<(u8, usize)> = Vec::new();
        let mut places = Vec::new();
        for unit in units.filter(|unit| !unit.label.is_empty()) {
            let (kind, depth) = match unit.level {
                Level::Heading => (1, 0),
                Level::Note => (2, 0),
                Level::Preambular => (3, 0),
                Level::Whole | Level::Paragraph => (0, 0),
                Level::Subparagraph => (0, 1),
                Level::Item => (0, 2),
                Level::Clause => (0, 3),
                Level::Subclause => (0, 4),
            };
            above.retain(|(one, _)| *one < depth);
            let next = self.0.len() + 1;
            let place = *self.0.entry((above.last().map_or(0, |(_, place)| *place), kind, unit.label.clone())).or_insert(next);
            above.push((depth, place));
            places.push(place);
        }
        places
    }
}
