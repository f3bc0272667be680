//! Draft texts, their issued versions, and their provisions.

use super::ids::{BodyId, DraftId, DraftVersionId, ProvisionId, SubgroupId};
use super::language::{Language, LocalizedText};
use super::organisation::coded;
use super::time::Instant;
use serde::{Deserialize, Serialize};

coded! {
    /// The level of a provision by UN editorial rules: heading, `1.`, `(a)`, `(i)`.
    Level { Heading => "heading", Paragraph => "paragraph", Subparagraph => "subparagraph", Item => "item" }
}

/// One issue of a draft text. Immutable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftVersion {
    pub id: DraftVersionId,
    pub draft: DraftId,
    pub body: BodyId,
    /// The subgroup whose moderator reads the comments.
    pub subgroup: SubgroupId,
    pub title: LocalizedText,
    /// "Zero draft", "Rev.1" …
    pub label: LocalizedText,
    pub language: Language,
    pub issued_at: Instant,
}

/// A numbered unit of one draft version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    pub id: ProvisionId,
    pub draft_version: DraftVersionId,
    /// The same through all versions, also after renumbering.
    pub stable_id: String,
    /// Position in the text, from 1.
    pub position: i64,
    pub level: Level,
    /// The number as printed: `4.`, `5 bis.`, `(a)`, `(i)`, `B.`
    pub label: String,
    /// How one cites it: `4 (b) (i)`.
    pub citation: String,
    pub text: String,
}

/// The citation of a provision from the labels above it: `4.` `(b)` `(i)` → `4 (b) (i)`.
pub fn citation(labels: &[&str]) -> String {
    labels.iter().map(|label| label.trim_end_matches('.')).collect::<Vec<_>>().join(" ")
}

/// Pieces of a provision's text: `[bracketed]` is not agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    Plain(&'a str),
    /// With its brackets.
    Bracketed(&'a str),
}

/// Splits a text at its outermost square brackets. An unclosed bracket is plain text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    let mut open_at = 0;
    for (at, c) in text.char_indices() {
        match c {
            '[' => {
                if depth == 0 {
                    open_at = at;
                }
                depth += 1;
            }
            ']' if depth == 1 => {
                depth = 0;
                if start < open_at {
                    pieces.push(Piece::Plain(&text[start..open_at]));
                }
                pieces.push(Piece::Bracketed(&text[open_at..=at]));
                start = at + 1;
            }
            ']' if depth > 1 => depth -= 1,
            _ => {}
        }
    }
    if start < text.len() {
        pieces.push(Piece::Plain(&text[start..]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cites_by_number() {
        assert_eq!(citation(&["4.", "(b)", "(i)"]), "4 (b) (i)");
        assert_eq!(citation(&["5 bis."]), "5 bis");
    }

    #[test]
    fn finds_brackets() {
        use Piece::{Bracketed, Plain};
        assert_eq!(pieces("States [should [always]] act."), [Plain("States "), Bracketed("[should [always]]"), Plain(" act.")]);
        assert_eq!(pieces("[a][b]"), [Bracketed("[a]"), Bracketed("[b]")]);
        assert_eq!(pieces("open [ended"), [Plain("open [ended")]);
        assert_eq!(pieces(""), []);
    }
}
