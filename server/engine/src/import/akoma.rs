//! Akoma Ntoso 3.0 (the standard of OASIS), as texts of parliaments and of the UN are kept in: its hierarchy becomes numbers and headings.
//!
//! Nothing is numbered anew. What has no place in a text of numbered paragraphs is left out and counted.

mod flow;
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
use model::domain::drafting::{Imported, MAX_SOURCE, Remark, heads_annex};
use model::domain::validate::Fault;
use names::{ANNEX, DOCUMENTS};
use roxmltree::{Node, NodeId};
use std::collections::HashMap;

/// The text of an Akoma Ntoso document, with the lines that say what is not in it.
pub(super) fn read(source: &str) -> Result<String, Fault> {
    let document = parsing::parse(source)?;
    let mut import = Import::new(document.root_element());
    import.heading_of(document.root_element());
    import.each_part(document.root_element(), None, Import::document);
    import.footnotes();
    if import.blocks.is_empty() {
        return Err(Fault::NoTextInXml);
    }
    let text = import.blocks.text();
    // What is escaped grows. What is too long is not read first.
    let fits = |text: &str| text.chars().nth(MAX_SOURCE).is_none();
    if !fits(&text) {
        return Err(Fault::TooLong { max: MAX_SOURCE });
    }
    for _ in 0..import.blocks.read_otherwise(&text) {
        import.imported.note(Remark::Otherwise);
    }
    let text = import.imported.lines() + &text;
    if fits(&text) { Ok(text) } else { Err(Fault::TooLong { max: MAX_SOURCE }) }
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
        self.heading_of(node);
        self.flow(node, 0, None);
    }

    /// The title is a heading; the rest of the front page is left out.
    fn preface(&mut self, node: Node<'a, 'input>) {
        self.rest_of_preface(node);
        let title = title_in(node).map(|title| self.words(title)).unwrap_or_default();
        self.heading("", &title);
    }

    /// What of a front page is left out, if it is more than the title.
    fn rest_of_preface(&mut self, node: Node<'a, 'input>) {
        if inline::raw(node) != title_in(node).map(inline::raw).unwrap_or_default() {
            self.imported.note(Remark::FrontPage);
        }
    }

    fn preamble(&mut self, node: Node<'a, 'input>) {
        self.heading_of(node);
        self.each_part(node, None, |import, part| match name(part) {
            "formula" | "p" | "block" | "citation" | "recital" | "longTitle" => import.preambular(part),
            "recitals" | "citations" | "container" | "preamble" => import.preamble(part),
            _ => import.flow_of(part, 0, None),
        });
    }

    /// A preambular paragraph. Its number becomes that of one.
    fn preambular(&mut self, node: Node<'a, 'input>) {
        let number = self.number_of(node);
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
        self.heading_of(node);
        self.each_part(node, None, Self::attachment);
    }

    fn attachment(&mut self, node: Node<'a, 'input>) {
        let heading = self.heading_words(node);
        let named = headings(node);
        let preface = elements(node).filter(|part| !named.contains(&Some(part.id()))).find_map(|part| child(part, "preface"));
        let title = preface.and_then(title_in).map(|title| self.words(title)).unwrap_or_default();
        // What is called "Annex II" may have the title "Annex II: Terms".
        let words = if heading.is_empty() || title.starts_with(&heading) {
            title
        } else if heading.ends_with(&title) {
            heading
        } else {
            format!("{heading} – {title}")
        };
        let preface = preface.map(|preface| preface.id());
        let annexed = if words.is_empty() { self.annex.to_owned() } else { format!("{}: {words}", self.annex) };
        self.heading("", if heads_annex(&words) { &words } else { &annexed });
        self.each_part(node, None, |import, part| match name(part) {
            of if DOCUMENTS.contains(&of) => import.attached(part, preface),
            _ => import.flow_of(part, 0, None),
        });
    }

    /// A document in an attachment. `preface`: the one whose title stands in the heading already.
    fn attached(&mut self, node: Node<'a, 'input>, preface: Option<NodeId>) {
        self.heading_of(node);
        self.each_part(node, None, |import, part| match name(part) {
            "preface" if Some(part.id()) == preface => import.rest_of_preface(part),
            _ => import.flow_of(part, 0, None),
        });
    }

    fn number_of(&mut self, node: Node<'a, 'input>) -> String {
        child(node, "num").map(|num| self.words(num)).unwrap_or_default()
    }

    fn heading_of(&mut self, node: Node<'a, 'input>) {
        let number = self.number_of(node);
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
        let number = self.number_of(node);
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
