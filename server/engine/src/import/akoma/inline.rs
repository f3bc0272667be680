//! The words of an element, with its footnotes as `[^1]`.

use super::{Import, name};
use model::domain::draft::Level;
use model::domain::drafting::Remark;
use model::domain::quotation::spaced;
use roxmltree::{Node, NodeId};
use std::collections::HashSet;

/// Elements whose words stand within a sentence: all others are set apart from their neighbours.
const WITHIN: [&str; 49] = [
    "a",
    "abbr",
    "affectedDocument",
    "b",
    "concept",
    "date",
    "def",
    "docAuthority",
    "docCommittee",
    "docDate",
    "docIntroducer",
    "docNumber",
    "docProponent",
    "docPurpose",
    "docStage",
    "docStatus",
    "docTitle",
    "docType",
    "embeddedText",
    "entity",
    "event",
    "fillIn",
    "i",
    "inline",
    "ins",
    "location",
    "mod",
    "mref",
    "neutralCitation",
    "object",
    "omissis",
    "organization",
    "outcome",
    "person",
    "placeholder",
    "process",
    "quantity",
    "quotedText",
    "ref",
    "remark",
    "role",
    "rref",
    "shortTitle",
    "span",
    "sub",
    "sup",
    "term",
    "time",
    "u",
];

/// The words of an element as they stand there, for comparing.
pub(super) fn raw(node: Node<'_, '_>) -> String {
    spaced(&node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect::<Vec<_>>().join(" "))
}

/// Whether a part of an element belongs to the words around it.
pub(super) fn is_within(part: Node<'_, '_>) -> bool {
    let among =
        |of: &str| WITHIN.contains(&of) || matches!(of, "authorialNote" | "noteRef" | "note" | "del" | "br" | "eol" | "eop" | "img" | "");
    part.is_text() || part.is_element() && among(name(part))
}

/// Numbers above or below the line, in signs of their own: `10⁶` is not 106.
fn raised(words: &str, signs: [char; 10], minus: char) -> Option<String> {
    let sign = |c: char| match c {
        '-' | '−' | '–' => Some(minus),
        c => c.to_digit(10).and_then(|digit| signs.get(usize::try_from(digit).ok()?).copied()),
    };
    words.trim().chars().map(sign).collect()
}

impl<'a, 'input> Import<'a, 'input> {
    /// The words of an element, with single spaces. What is left out of them is counted.
    pub(super) fn words(&mut self, node: Node<'a, 'input>) -> String {
        let mut words = String::new();
        self.inline(node, &mut words);
        spaced(&words)
    }

    /// The words of each paragraph in an element, but for one of them. Words beside them are lines of their own.
    pub(super) fn lines(&mut self, node: Node<'a, 'input>, but: Option<NodeId>) -> Vec<String> {
        let (mut lines, mut words) = (Vec::new(), String::new());
        for part in node.children().filter(|part| Some(part.id()) != but) {
            if is_within(part) {
                self.piece(part, &mut words);
            } else if part.is_element() {
                lines.push(spaced(&std::mem::take(&mut words)));
                lines.push(self.element(part));
            }
        }
        lines.push(spaced(&words));
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// The same of an element that may be one within words: a footnote, something deleted.
    pub(super) fn element(&mut self, node: Node<'a, 'input>) -> String {
        let mut words = String::new();
        self.within(node, &mut words);
        spaced(&words)
    }

    fn inline(&mut self, node: Node<'a, 'input>, out: &mut String) {
        for child in node.children() {
            self.piece(child, out);
        }
    }

    /// Words, or an element with words.
    pub(super) fn piece(&mut self, node: Node<'a, 'input>, out: &mut String) {
        if node.is_text() {
            out.push_str(node.text().unwrap_or_default());
        } else if node.is_element() {
            self.within(node, out);
        }
    }

    fn within(&mut self, node: Node<'a, 'input>, out: &mut String) {
        match name(node) {
            "authorialNote" => self.note(node, out),
            // It stands below the text, with all others that stand apart.
            "note" if self.named.contains_key(&node.id()) => {}
            "noteRef" => {
                let id = node.attribute("href").and_then(|href| self.by_id.get(href.trim_start_matches('#')));
                match id.and_then(|id| self.named.get(id)) {
                    Some(name) => out.extend(["[^", name, "]"]),
                    None => self.imported.note(Remark::Foreign),
                }
            }
            "del" => self.imported.note(Remark::Deletions),
            "ins" => {
                self.imported.note(Remark::Insertions);
                self.inline(node, out);
            }
            "sup" => self.beside_the_line(node, ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'], '⁻', out),
            "sub" => self.beside_the_line(node, ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'], '₋', out),
            "br" | "eol" | "eop" => out.push(' '),
            "table" | "img" | "toc" | "meta" | "" => self.other(node),
            of => {
                let apart = if WITHIN.contains(&of) { "" } else { " " };
                out.push_str(apart);
                self.quoted(node, out);
                out.push_str(apart);
            }
        }
    }

    /// The words of an element between the quotation marks it has.
    fn quoted(&mut self, node: Node<'a, 'input>, out: &mut String) {
        let mark = |name: &str| node.attribute(name).unwrap_or_default();
        let (begin, end) = (mark("startQuote"), mark("endQuote"));
        out.push_str(begin);
        let start = out.len();
        self.inline(node, out);
        if !begin.is_empty() {
            let blank = out[start..].len() - out[start..].trim_start().len();
            out.replace_range(start..start + blank, "");
        }
        if !end.is_empty() {
            out.truncate(out.trim_end().len().max(start));
        }
        out.push_str(end);
    }

    fn beside_the_line(&mut self, node: Node<'a, 'input>, signs: [char; 10], minus: char, out: &mut String) {
        let mut words = String::new();
        self.inline(node, &mut words);
        out.push_str(&raised(&words, signs, minus).unwrap_or(words));
    }

    /// A footnote where it is referred to.
    fn note(&mut self, node: Node<'a, 'input>, out: &mut String) {
        let Some(name) = self.named.get(&node.id()).cloned() else { return };
        out.extend(["[^", &name, "]"]);
        let words = self.lines(node, None).join("\n");
        self.notes.push((name, words));
    }

    /// Gives each footnote a name: its mark, or a number of its own where that is none.
    pub(super) fn name_notes(&mut self) {
        let notes: Vec<_> = self.root.descendants().filter(|node| matches!(name(*node), "authorialNote" | "note")).collect();
        let mut names: HashSet<String> = HashSet::new();
        let mut nameless = Vec::new();
        for note in notes {
            if let Some(id) = note.attribute("eId").or_else(|| note.attribute("id")) {
                self.by_id.insert(id, note.id());
            }
            let mark = note.attribute("marker").unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            if !mark.is_empty() && mark.chars().all(char::is_alphanumeric) && mark.chars().count() <= 20 && names.insert(mark.clone()) {
                self.named.insert(note.id(), mark);
            } else {
                nameless.push(note.id());
            }
        }
        let mut free = (1_usize..).map(|number| number.to_string());
        for note in nameless {
            let Some(name) = free.find(|name| !names.contains(name)) else { return };
            self.imported.note(Remark::Numbers);
            self.named.insert(note, name);
        }
    }

    /// The footnotes below the text: those that were met, and those that stand apart.
    pub(super) fn footnotes(&mut self) {
        let apart: Vec<_> = self.root.descendants().filter(|node| name(*node) == "note").collect();
        for note in apart {
            if let Some(name) = self.named.get(&note.id()).cloned() {
                let words = self.lines(note, None).join("\n");
                self.notes.push((name, words));
            }
        }
        for (name, words) in std::mem::take(&mut self.notes) {
            self.blocks.unit(Level::Note, name, words);
        }
    }
}
