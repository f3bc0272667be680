//! The text that is written: provisions with their numbers, and blocks that have none.

use model::domain::draft::Level;
use model::domain::drafting::{Unit, source};

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

    /// The text, as `outline` reads it.
    pub fn text(&self) -> String {
        let block = |block: &Block| match block {
            Block::Unit(unit) => source(std::slice::from_ref(unit)).trim_end().to_owned(),
            Block::Loose(text) => text.replace('\\', "\\\\"),
        };
        self.0.iter().map(block).collect::<Vec<_>>().join("\n\n") + "\n"
    }
}
