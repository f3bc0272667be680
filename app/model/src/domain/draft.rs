//! Draft texts, their issued versions, and their provisions.

use super::ids::{BodyId, DraftId, DraftVersionId, ProvisionId, SubgroupId};
use super::language::{Language, LocalizedText};
use super::organisation::coded;
use super::quotation::spaced;
use super::time::Instant;
use serde::{Deserialize, Serialize};

coded! {
    /// The level of a provision by UN editorial rules: heading, `1.`, `(a)`, `(i)`, `a.`, `i.`; preambular paragraphs and footnotes.
    Level {
        Heading => "heading",
        Paragraph => "paragraph",
        Subparagraph => "subparagraph",
        Item => "item",
        Clause => "clause",
        Subclause => "subclause",
        // Before the numbered paragraphs of a resolution. Often without a printed number, and cited as PP1, PP2 …
        Preambular => "preambular",
        // Below the text, with what refers to it as `[^1]`.
        Note => "note",
        // The text as a whole, which can be spoken on like a provision. Before all others, and read nowhere.
        Whole => "whole",
    }
}

impl Level {
    /// It has a number that one cites: what is said is said on it. Headings and footnotes have none.
    pub const fn is_numbered(self) -> bool {
        !matches!(self, Self::Heading | Self::Note | Self::Whole)
    }

    /// How deep it stands under its paragraph. What stands under none is not deep.
    pub const fn depth(self) -> usize {
        match self {
            Self::Heading | Self::Preambular | Self::Paragraph | Self::Note | Self::Whole => 0,
            Self::Subparagraph => 1,
            Self::Item => 2,
            Self::Clause => 3,
            Self::Subclause => 4,
        }
    }
}

/// The stable id of a text as a whole, and how it is cited; sentences say "the text as a whole" for it.
pub const WHOLE: &str = "whole";

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

impl Provision {
    /// The whole of a version, as something that can be spoken on. It has the version's own id, so that everybody finds it.
    pub fn whole(version: DraftVersionId) -> Self {
        Self {
            id: ProvisionId(version.0),
            draft_version: version,
            stable_id: WHOLE.to_owned(),
            position: 0,
            level: Level::Whole,
            label: String::new(),
            citation: WHOLE.to_owned(),
            text: String::new(),
        }
    }
}

/// The citation of a provision from the labels above it: `4.` `(b)` `(i)` → `4 (b) (i)`.
pub fn citation(labels: &[&str]) -> String {
    labels.iter().map(|label| label.trim_end_matches(['.', '．', '-', '–', '—', ' '])).collect::<Vec<_>>().join(" ")
}

/// A citation as it may be typed, in one way to compare it by: `4(b)` is `4 (b)`, and `5 bis.` is `5 bis`.
pub fn as_cited(typed: &str) -> String {
    spaced(&typed.replace('(', " (")).trim_end_matches('.').to_lowercase()
}

/// Pieces of a provision's text: `[bracketed]` is not agreed, `[^1]` refers to a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    Plain(&'a str),
    /// With its brackets, or a part of it.
    Bracketed(&'a str),
    /// The label of the footnote; `bracketed`: it stands within square brackets.
    Note {
        label: &'a str,
        bracketed: bool,
    },
}

/// Splits a text at its outermost square brackets and its footnotes. An unclosed bracket is plain text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut depth, mut start, mut open_at, mut skip_to) = (Vec::new(), 0_usize, 0, 0, 0);
    for (at, c) in text.char_indices() {
        // What closes a footnote closes nothing else.
        if at < skip_to {
            continue;
        }
        match c {
            '[' if note(&text[at..]).is_some_and(|(_, length)| {
                skip_to = at + length;
                true
            }) => {}
            '[' => {
                if depth == 0 {
                    open_at = at;
                }
                depth += 1;
            }
            ']' if depth == 1 => {
                depth = 0;
                with_notes(&text[start..open_at], false, &mut pieces);
                with_notes(&text[open_at..=at], true, &mut pieces);
                start = at + 1;
            }
            ']' if depth > 1 => depth -= 1,
            _ => {}
        }
    }
    with_notes(&text[start..], false, &mut pieces);
    pieces
}

/// The label of the footnote a text begins with, and how long its reference is.
fn note(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix("[^")?;
    let end = rest.find(|c: char| !c.is_alphanumeric())?;
    (end > 0 && rest[end..].starts_with(']')).then(|| (&rest[..end], end + 3))
}

fn with_notes<'a>(text: &'a str, bracketed: bool, pieces: &mut Vec<Piece<'a>>) {
    let words = |text: &'a str, pieces: &mut Vec<Piece<'a>>| {
        if !text.is_empty() {
            pieces.push(if bracketed { Piece::Bracketed(text) } else { Piece::Plain(text) });
        }
    };
    let (mut from, mut at) = (0, 0);
    while let Some(found) = text[at..].find("[^") {
        at += found;
        if let Some((label, length)) = note(&text[at..]) {
            words(&text[from..at], pieces);
            pieces.push(Piece::Note { label, bracketed });
            at += length;
            from = at;
        } else {
            at += 2;
        }
    }
    words(&text[from..], pieces);
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
        let note = |label, bracketed| Piece::Note { label, bracketed };
        assert_eq!(
            pieces("One[^1], [two[^b]] and [^ no"),
            [Plain("One"), note("1", false), Plain(", "), Bracketed("[two"), note("b", true), Bracketed("]"), Plain(" and [^ no"),]
        );
        assert_eq!(pieces("[^1]"), [note("1", false)]);
        assert_eq!(pieces("] [a] [^1"), [Plain("] "), Bracketed("[a]"), Plain(" [^1")]);
    }
}
