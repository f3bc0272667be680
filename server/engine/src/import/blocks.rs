//! The text that is written: provisions with their numbers, and blocks that have none.

use model::domain::draft::Level;
use model::domain::drafting::{Unit, outline, source};
use std::collections::HashMap;
use std::hash::Hash;

/// A block of the text.
enum Block {
    Unit(Unit),
    /// Without a number: whoever prepares the text is told so by the reader.
    Loose(String),
}

impl Block {
    const fn unit(&self) -> Option<&Unit> {
        match self {
            Self::Unit(unit) => Some(unit),
            Self::Loose(_) => None,
        }
    }
}

/// Those of some that are not among others, each as often as it is not.
fn without<T: Clone + Eq + Hash>(these: &[T], others: &[T]) -> Vec<T> {
    let mut left: HashMap<&T, usize> = HashMap::new();
    for other in others {
        *left.entry(other).or_default() += 1;
    }
    let mut among = |one: &T| left.get_mut(one).and_then(|left| left.checked_sub(1).map(|less| *left = less)).is_some();
    these.iter().filter(|one| !among(one)).cloned().collect()
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

    /// How many numbers the text says otherwise than they were meant: as words, below another one, or where none was written.
    pub fn read_otherwise(&self, text: &str) -> usize {
        let mut numbers = Numbers::default();
        let read = outline(text).units;
        let (written, read) = (numbers.places(self.0.iter().filter_map(Block::unit)), numbers.places(read.iter()));
        let (gone, come) = (without(&written, &read), without(&read, &written));
        // What is gone from one place and has come to another is one number, whatever signs it has there.
        let key = |(label, _): (&str, usize)| label.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let [gone, come] = [gone, come].map(|places| places.into_iter().map(key).collect::<Vec<_>>());
        gone.len() + without(&come, &gone).len()
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
    /// Each number, and its place.
    fn places<'a>(&mut self, units: impl Iterator<Item = &'a Unit>) -> Vec<(&'a str, usize)> {
        let mut above: Vec<(usize, usize)> = Vec::new();
        let mut places = Vec::new();
        for unit in units.filter(|unit| !unit.label.is_empty()) {
            let depth = unit.level.depth();
            let kind = match unit.level {
                Level::Heading => 1,
                Level::Note => 2,
                Level::Preambular => 3,
                Level::Whole | Level::Paragraph | Level::Subparagraph | Level::Item | Level::Clause | Level::Subclause => 0,
            };
            above.retain(|(one, _)| *one < depth);
            let next = self.0.len() + 1;
            let place = *self.0.entry((above.last().map_or(0, |(_, place)| *place), kind, unit.label.clone())).or_insert(next);
            above.push((depth, place));
            places.push((unit.label.as_str(), place));
        }
        places
    }
}
