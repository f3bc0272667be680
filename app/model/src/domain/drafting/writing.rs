//! A version as a text again, to go on from: what [`super::outline`] reads it from.

use super::label;
use super::outline::Unit;
use super::scope::Scope;
use crate::domain::draft::Level;

/// The text of provisions. Read again, it gives the same provisions.
pub fn source(units: &[Unit]) -> String {
    let mut out = Vec::new();
    for unit in units {
        // Further lines of a provision are known by what stands before them.
        let unnumbered = unit.level == Level::Preambular && unit.label.is_empty();
        let lines = unit.text.lines().enumerate().map(|(at, line)| if at > 0 || unnumbered { parted(line) } else { line.to_owned() });
        let text = lines.collect::<Vec<_>>().join("\n\n   ").replace('\\', "\\\\");
        let indent = "   ".repeat(unit.level.depth());
        out.push(match unit.level {
            // What ends with the mark of a heading is closed by another, which belongs to none.
            Level::Heading if unit.label.is_empty() && text.ends_with('#') => format!("## {text} #"),
            Level::Heading if unit.label.is_empty() => format!("## {text}"),
            Level::Note => format!("[^{}]: {text}", unit.label),
            // The heading of an annex is not indented.
            _ if unnumbered && Scope::is_annex(&unit.text) => format!("   *{text}*"),
            _ if unnumbered => format!("*{text}*"),
            // `OP2` before words that begin with `alt`: another number, if they stood beside it.
            _ if !reads_as(&unit.label, &unit.text) => format!("{indent}{}\n{text}", unit.label),
            _ => format!("{indent}{} {text}", unit.label).trim_end().to_owned(),
        });
    }
    out.join("\n\n") + "\n"
}

/// Whether a label is read as itself before these words. One that is none by itself, such as a word, stands before them as it is.
fn reads_as(label: &str, text: &str) -> bool {
    let reads = |line: &str| label::read(line.trim_end()).is_some_and(|read| read.label == label);
    reads(&format!("{label} {}", text.lines().next().unwrap_or_default())) || !reads(label)
}

/// A line that was joined of two and begins like a number now, as two again: `II.` and what stood below it.
fn parted(line: &str) -> String {
    if label::listed(line).is_some() { line.replacen(' ', "\n", 1) } else { line.to_owned() }
}
