//! The words of an element, with its footnotes as `[^1]`.

use super::{Import, child, elements, has_words, name};
use model::domain::draft::Level;
use model::domain::drafting::Remark;
use roxmltree::{Node, NodeId};
use std::collections::HashSet;

/// Elements whose words stand within a sentence: all others are set apart from their neighbours.
const WITHIN: [&str; 48] = [
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

pub(super) fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'a, 'input> Import<'a, 'input> {
    /// The words of an element, with single spaces. What is left out of them is counted.
    pub(super) fn words(&mut self, node: Node<'a, 'input>) -> String {
        let mut words = String::new();
        self.inline(node, &mut words);
        spaced(&words)
    }

    /// The words of each paragraph in an element, but for one of them; all as one where words stand beside them.
    pub(super) fn lines(&mut self, node: Node<'a, 'input>, but: Option<NodeId>) -> Vec<String> {
        if has_words(node) || child(node, "p").is_none() && child(node, "block").is_none() {
            return vec![self.words(node)];
        }
        let parts = elements(node).filter(|part| Some(part.id()) != but);
        parts.map(|part| self.element(part)).filter(|line| !line.is_empty()).collect()
    }

    /// The same of an element that may be one within words: a footnote, something deleted.
    pub(super) fn element(&mut self, node: Node<'a, 'input>) -> String {
        let mut words = String::new();
        self.within(node, &mut words);
        spaced(&words)
    }

    fn inline(&mut self, node: Node<'a, 'input>, out: &mut String) {
        for child in node.children() {
            if child.is_text() {
                out.push_str(child.text().unwrap_or_default());
            } else if child.is_element() {
                self.within(child, out);
            }
        }
    }

    fn within(&mut self, node: Node<'a, 'input>, out: &mut String) {
        match name(node) {
            "authorialNote" => self.note(node, out),
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
            "br" | "eol" | "eop" => out.push(' '),
            "table" | "img" | "toc" | "meta" | "" => self.other(node),
            of if WITHIN.contains(&of) => {
                out.push_str(node.attribute("startQuote").unwrap_or_default());
                self.inline(node, out);
                out.push_str(node.attribute("endQuote").unwrap_or_default());
            }
            _ => {
                out.push(' ');
                self.inline(node, out);
                out.push(' ');
            }
        }
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
