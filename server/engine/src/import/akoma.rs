//! Akoma Ntoso 3.0 (the standard of OASIS), as texts of parliaments and of the UN are kept in: its hierarchy becomes numbers and headings.
//!
//! Nothing is numbered anew. What has no place in a text of numbered paragraphs is left out and counted.

mod inline;
mod names;
mod numbers;
mod parsing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod writer;

use super::blocks::Blocks;
use model::domain::draft::Level;
use model::domain::drafting::{Imported, MAX_SOURCE, Remark, is_annex};
use model::domain::validate::Fault;
use names::{ANNEX, CONTAINERS, DOCUMENTS, ELSEWHERE, PROVISIONS, WRAPPERS};
use roxmltree::{Node, NodeId};
use std::collections::HashMap;

/// The text of an Akoma Ntoso document, with the lines that say what is not in it.
pub(super) fn read(source: &str) -> Result<String, Fault> {
    let document = parsing::parse(source)?;
    let mut import = Import::new(document.root_element());
    import.stray(document.root_element());
    for child in elements(document.root_element()) {
        import.document(child);
    }
    import.footnotes();
    if import.blocks.is_empty() {
        return Err(Fault::NoTextInXml);
    }
    let text = import.imported.lines() + &import.blocks.text();
    // What is escaped grows.
    if text.chars().count() > MAX_SOURCE { Err(Fault::TooLong { max: MAX_SOURCE }) } else { Ok(text) }
}

/// A document on its way to a text.
struct Import<'a, 'input> {
    blocks: Blocks,
    imported: Imported,
    /// The names of footnotes.
    named: HashMap<NodeId, String>,
    /// Their elements, by what refers to them.
    by_id: HashMap<&'a str, NodeId>,
    /// Those that were met, with their words.
    notes: Vec<(String, String)>,
    /// What a heading of an annex begins with, in the language of the document.
    annex: &'static str,
    root: Node<'a, 'input>,
}

/// What an element is called, if it is one of Akoma Ntoso.
fn name<'a>(node: Node<'a, '_>) -> &'a str {
    let ours = node.tag_name().namespace().is_some_and(parsing::is_akoma);
    if ours { node.tag_name().name() } else { "" }
}

/// The title on a front page.
fn title_in<'a, 'input>(preface: Node<'a, 'input>) -> Option<Node<'a, 'input>> {
    preface.descendants().find(|node| matches!(name(*node), "docTitle" | "longTitle" | "shortTitle"))
}

fn child<'a, 'input>(node: Node<'a, 'input>, wanted: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.is_element() && name(*child) == wanted)
}

/// The number and the headings of an element: of several the first of each name, and the others are words.
fn headings(node: Node<'_, '_>) -> [Option<NodeId>; 3] {
    ["num", "heading", "subheading"].map(|part| child(node, part).map(|part| part.id()))
}

/// Words stand in the element itself, and not only in those within it.
fn has_words(node: Node<'_, '_>) -> bool {
    node.children().any(|child| child.is_text() && child.text().is_some_and(|text| !text.trim().is_empty()))
}

fn elements<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

impl<'a, 'input> Import<'a, 'input> {
    fn new(root: Node<'a, 'input>) -> Self {
        let language = root.descendants().find(|node| name(*node) == "FRBRlanguage").and_then(|node| node.attribute("language"));
        let known = |code: &str| ANNEX.iter().find(|(known, _)| code.starts_with(known)).map(|(_, word)| *word);
        // `zho` and `ara` begin as `zh` and `ar` do; `fra`, `rus` and `spa` are the others.
        let annex = language.and_then(|code| known(if code == "spa" { "es" } else { code })).unwrap_or("Annex");
        let mut import = Self {
            blocks: Blocks::default(),
            imported: Imported::default(),
            named: HashMap::new(),
            by_id: HashMap::new(),
            notes: Vec::new(),
            annex,
            root,
        };
        import.name_notes();
        import
    }

    /// `act`, `bill`, `doc`, `statement` … with what belongs to it.
    fn document(&mut self, node: Node<'a, 'input>) {
        self.stray(node);
        for part in elements(node) {
            match name(part) {
                "preface" => self.preface(part),
                "preamble" => self.preamble(part),
                "attachments" | "components" => self.attachments(part),
                of if ELSEWHERE.contains(&of) => self.other(part),
                of if WRAPPERS.contains(&of) => self.wrapped(part, 0, None),
                _ => self.other(part),
            }
        }
    }

    /// Words that stand where only elements should.
    fn stray(&mut self, node: Node<'a, 'input>) {
        for text in node.children().filter(Node::is_text).filter_map(|text| text.text()) {
            let line = inline::spaced(text);
            if !line.is_empty() {
                self.blocks.loose(line);
            }
        }
    }

    /// The title is a heading; the rest of the front page is left out.
    fn preface(&mut self, node: Node<'a, 'input>) {
        let title = title_in(node);
        if inline::raw(node) != title.map(inline::raw).unwrap_or_default() {
            self.imported.note(Remark::FrontPage);
        }
        let title = title.map(|title| self.words(title)).unwrap_or_default();
        self.heading("", &title);
    }

    fn preamble(&mut self, node: Node<'a, 'input>) {
        self.heading_of(node);
        self.stray(node);
        let headings = headings(node);
        for part in elements(node) {
            match name(part) {
                "formula" | "p" | "block" | "citation" | "recital" | "longTitle" => self.preambular(part),
                "recitals" | "citations" | "container" | "preamble" => self.preamble(part),
                _ if headings.contains(&Some(part.id())) => {}
                of if ELSEWHERE.contains(&of) => self.other(part),
                _ => self.wrapped(part, 0, None),
            }
        }
    }

    /// A preambular paragraph. Its number becomes that of one.
    fn preambular(&mut self, node: Node<'a, 'input>) {
        let number = child(node, "num").map(|num| self.words(num)).unwrap_or_default();
        let label = numbers::preambular(&number);
        if label != number {
            self.imported.note(Remark::Numbers);
        }
        let num = child(node, "num").map(|num| num.id());
        let lines = self.lines(node, num);
        if !(label.is_empty() && lines.concat().is_empty()) {
            self.blocks.unit(Level::Preambular, label, lines.join("\n"));
        }
    }

    /// Each attachment is an annex.
    fn attachments(&mut self, node: Node<'a, 'input>) {
        self.stray(node);
        for attachment in elements(node) {
            self.stray(attachment);
            let heading = self.heading_words(attachment);
            let named = headings(attachment);
            let documents: Vec<_> = elements(attachment).filter(|part| !named.contains(&Some(part.id()))).collect();
            let title = documents.iter().find_map(|document| child(*document, "preface")).and_then(title_in);
            let words = match title.filter(|_| heading.is_empty()) {
                Some(title) => self.words(title),
                None => heading,
            };
            let annexed = if words.is_empty() { self.annex.to_owned() } else { format!("{}: {words}", self.annex) };
            self.heading("", if is_annex(&words) { &words } else { &annexed });
            for document in documents {
                match name(document) {
                    of if DOCUMENTS.contains(&of) => self.attached(document),
                    _ => self.flow_of(document, 0, None),
                }
            }
        }
    }

    /// A document in an attachment: its title stands in the heading already.
    fn attached(&mut self, node: Node<'a, 'input>) {
        self.stray(node);
        for part in elements(node) {
            match name(part) {
                "preface" | "meta" | "coverPage" => self.imported.note(Remark::FrontPage),
                "preamble" => self.preamble(part),
                "conclusions" => self.imported.note(Remark::Closing),
                "attachments" | "components" => self.attachments(part),
                _ => self.flow_of(part, 0, None),
            }
        }
    }

    /// What stands one below the other: hierarchy, lists and paragraphs of words. `depth`: how many provisions stand above; `home`: the
    /// place of the one whose words these are. The number and the heading of the element are not among them.
    fn flow(&mut self, node: Node<'a, 'input>, depth: usize, home: Option<usize>) {
        if has_words(node) {
            let line = self.words(node);
            return self.blocks.line(home, line);
        }
        let headings = headings(node);
        for part in elements(node).filter(|part| !headings.contains(&Some(part.id()))) {
            self.flow_of(part, depth, home);
        }
    }

    /// One of these.
    fn flow_of(&mut self, part: Node<'a, 'input>, depth: usize, home: Option<usize>) {
        match name(part) {
            "crossHeading" => {
                let words = self.words(part);
                self.heading("", &words);
            }
            "ul" | "ol" => self.bullets(part, home),
            "recital" | "citation" | "formula" => self.preambular(part),
            "preface" => self.preface(part),
            "preamble" => self.preamble(part),
            "attachments" | "components" => self.attachments(part),
            of if DOCUMENTS.contains(&of) => self.document(part),
            of if WRAPPERS.contains(&of) || of.ends_with("list") && child(part, "num").is_none() => self.wrapped(part, depth, home),
            of if CONTAINERS.contains(&of) && depth == 0 => self.container(part),
            of if PROVISIONS.contains(&of) || CONTAINERS.contains(&of) => self.provision(part, depth, home),
            of if ELSEWHERE.contains(&of) => self.other(part),
            _ => {
                let line = self.element(part);
                if !line.is_empty() {
                    self.blocks.line(home, line);
                }
            }
        }
    }

    /// What only holds others together; a heading of its own is a line.
    fn wrapped(&mut self, node: Node<'a, 'input>, depth: usize, home: Option<usize>) {
        let heading = self.heading_words(node);
        if !heading.is_empty() {
            self.blocks.line(home, heading);
        }
        self.flow(node, depth, home);
    }

    /// `4. Words`, with what stands below. What has no number goes on with what it stands in.
    fn provision(&mut self, node: Node<'a, 'input>, depth: usize, above: Option<usize>) {
        let number = child(node, "num").map(|num| self.words(num)).unwrap_or_default();
        let heading = self.heading_without_number(node);
        let label = numbers::label(&number, depth);
        if label != number {
            self.imported.note(Remark::Numbers);
        }
        let numbered = !label.is_empty();
        let home = if numbered { Some(self.blocks.numbered(depth, label, String::new())) } else { above };
        if !heading.is_empty() {
            self.blocks.line(home, heading);
        }
        self.flow(node, if numbered { depth + 1 } else { depth.max(1) }, home);
    }

    /// A part of the text with its heading. One that has words of its own is a paragraph with its number.
    fn container(&mut self, node: Node<'a, 'input>) {
        let number = child(node, "num").map(|num| self.words(num)).unwrap_or_default();
        let own = ["content", "intro"].iter().find_map(|part| child(node, part));
        let label = own.and_then(|_| numbers::counted(&number));
        let heading = self.heading_without_number(node);
        let is_number = label.as_deref().is_some_and(|label| label.trim_end_matches('.') == number.trim_end_matches('.'));
        self.heading(if is_number { "" } else { &number }, &heading);
        match label {
            Some(label) => {
                let home = self.blocks.numbered(0, label, String::new());
                self.flow(node, 1, Some(home));
            }
            None => self.flow(node, 0, None),
        }
    }

    fn bullets(&mut self, node: Node<'a, 'input>, home: Option<usize>) {
        self.stray(node);
        for item in elements(node) {
            let words = self.element(item);
            if !words.is_empty() {
                self.blocks.line(home, format!("– {words}"));
            }
        }
    }

    fn heading_of(&mut self, node: Node<'a, 'input>) {
        let number = child(node, "num").map(|num| self.words(num)).unwrap_or_default();
        let heading = self.heading_without_number(node);
        self.heading(&number, &heading);
    }

    /// `A.` with words is a numbered heading; every other is one in words.
    fn heading(&mut self, number: &str, words: &str) {
        if let Some(label) = numbers::of_heading(number).filter(|_| !words.is_empty()) {
            self.blocks.unit(Level::Heading, label, words.to_owned());
            return;
        }
        let joined = numbers::joined(number, words);
        if !joined.is_empty() {
            self.blocks.unit(Level::Heading, String::new(), joined);
        }
    }

    fn heading_words(&mut self, node: Node<'a, 'input>) -> String {
        let number = child(node, "num").map(|num| self.words(num)).unwrap_or_default();
        numbers::joined(&number, &self.heading_without_number(node))
    }

    fn heading_without_number(&mut self, node: Node<'a, 'input>) -> String {
        let parts = ["heading", "subheading"].iter().filter_map(|part| child(node, part));
        let parts: Vec<_> = parts.map(|part| self.words(part)).filter(|words| !words.is_empty()).collect();
        parts.join(" – ")
    }

    /// What has no place in a text of paragraphs.
    fn other(&mut self, node: Node<'_, '_>) {
        self.imported.note(match name(node) {
            "table" => Remark::Tables,
            "img" => Remark::Images,
            "toc" => Remark::Contents,
            "meta" | "documentRef" | "componentRef" => Remark::Metadata,
            "coverPage" => Remark::FrontPage,
            "conclusions" => Remark::Closing,
            _ => Remark::Foreign,
        });
    }
}
