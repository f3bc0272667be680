//! A text that was read from another format: the lines before it that say so, and what is not in it.
//!
//! They are front matter, which [`super::outline`] reads over: whoever prepares the text sees them, and deletes them with a key.

use crate::domain::organisation::coded;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the first of these lines says.
const FORMAT: (&str, &str) = ("read-from", "Akoma Ntoso");
const FENCE: &str = "---";

coded! {
    /// What was left out of a text, or written otherwise, when it was read from another format.
    Remark {
        Metadata => "left-out-metadata",
        // What stands before the text but its title.
        FrontPage => "left-out-front-page",
        // What stands behind it: signatures, places and dates.
        Closing => "left-out-closing",
        Contents => "left-out-contents",
        Tables => "left-out-tables",
        Images => "left-out-images",
        // Formulas, and everything in a namespace of its own.
        Foreign => "left-out-foreign",
        // Words marked as deleted.
        Deletions => "left-out-deletions",
        // Words marked as inserted, which stand in the text.
        Insertions => "kept-insertions",
        // Numbers in the form of the UN, and notes under another name.
        Numbers => "changed-numbers",
        // Numbers that the reader of the text takes for words, or for numbers of another level; and words that it takes for numbers.
        Otherwise => "read-otherwise",
    }
}

/// How often each was met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported(pub BTreeMap<Remark, usize>);

impl Imported {
    pub fn note(&mut self, remark: Remark) {
        *self.0.entry(remark).or_default() += 1;
    }

    /// The lines that say it, to stand before the text.
    pub fn lines(&self) -> String {
        let (name, format) = FORMAT;
        let mut lines = vec![FENCE.to_owned(), format!("{name}: {format}")];
        lines.extend(self.0.iter().map(|(remark, count)| format!("{}: {count}", remark.code())));
        lines.push(FENCE.to_owned());
        lines.join("\n") + "\n\n"
    }

    /// What the lines before a text say; `None` where it was not read from another format, or the lines were deleted.
    pub fn of(source: &str) -> Option<Self> {
        let mut lines = source.trim_start_matches('\u{feff}').lines().map(str::trim_end);
        let named = |line: &str| line.split_once(':').map(|(name, value)| (name.to_owned(), value.trim().to_owned()));
        if lines.next()? != FENCE || named(lines.next()?)? != (FORMAT.0.to_owned(), FORMAT.1.to_owned()) {
            return None;
        }
        let said = lines.take_while(|line| *line != FENCE).take(Remark::ALL.len());
        Some(Self(said.filter_map(named).filter_map(|(name, count)| Some((Remark::from_code(&name)?, count.parse().ok()?))).collect()))
    }
}

/// Whether what is typed is XML rather than a text: it begins with its declaration or its document type, or with an element of Akoma
/// Ntoso.
pub fn is_xml(source: &str) -> bool {
    let mut rest = source.trim_start_matches('\u{feff}').trim_start();
    while let Some(comment) = rest.strip_prefix("<!--") {
        rest = comment.split_once("-->").map_or("", |(_, rest)| rest).trim_start();
    }
    let element = || {
        let name = rest.strip_prefix('<')?.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()?;
        Some(name.rsplit(':').next()? == "akomaNtoso")
    };
    rest.starts_with("<?xml") || rest.starts_with("<!DOCTYPE") || element().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::super::outline;
    use super::*;

    #[test]
    fn what_was_left_out_stands_before_the_text_and_is_no_part_of_it() {
        let mut imported = Imported::default();
        imported.note(Remark::Tables);
        imported.note(Remark::Tables);
        imported.note(Remark::Metadata);
        let source = imported.lines() + "1. One\n";
        assert_eq!(source, "---\nread-from: Akoma Ntoso\nleft-out-metadata: 1\nleft-out-tables: 2\n---\n\n1. One\n");
        assert_eq!(Imported::of(&source), Some(imported));
        let read = outline(&source);
        assert_eq!((read.units.len(), read.flaws, read.doubts), (1, vec![], vec![]));
        for other in ["", "1. One", "---\ntitle: x\n---\n\n1. One", "---\nread-from: Word\n---\n", "---"] {
            assert_eq!(Imported::of(other), None, "{other}");
        }
        // Whatever somebody makes of these lines is read over.
        let changed = "---\nread-from: Akoma Ntoso\nleft-out-tables: many\nleft-out-images: 3\nother: 1\n---\n1. One";
        assert_eq!(Imported::of(changed), Some(Imported([(Remark::Images, 3)].into())));
    }

    #[test]
    fn xml_is_told_from_text() {
        for xml in [
            "<?xml version=\"1.0\"?><a/>",
            "\u{feff}\n <akomaNtoso xmlns=\"x\">",
            "<an:akomaNtoso>",
            "<!DOCTYPE x []>",
            "<!-- a --> <!-- b -->\n<akomaNtoso/>",
        ] {
            assert!(is_xml(xml), "{xml}");
        }
        for text in
            ["", "1. One", "<b>1. One</b>", "< 5 per cent", "<", "<!-- akomaNtoso", "<!-- a --> 1. One", "<akomaNtosoo>", "a <akomaNtoso>"]
        {
            assert!(!is_xml(text), "{text}");
        }
    }
}
