//! A version as a text again, to go on from: what [`super::outline`] reads it from.

use super::outline::{Unit, depth};
use crate::domain::draft::Level;

/// The text of provisions. Read again, it gives the same provisions.
pub fn source(units: &[Unit]) -> String {
    let mut out = Vec::new();
    for unit in units {
        // Further lines of a provision are known by what stands before them.
        let text = unit.text.replace('\\', "\\\\").replace('\n', "\n\n   ");
        let indent = "   ".repeat(depth(unit.level));
        out.push(match unit.level {
            Level::Heading if unit.label.is_empty() => format!("## {text}"),
            Level::Note => format!("[^{}]: {text}", unit.label),
            Level::Preambular if unit.label.is_empty() => format!("*{text}*"),
            _ => format!("{indent}{} {text}", unit.label).trim_end().to_owned(),
        });
    }
    out.join("\n\n") + "\n"
}
