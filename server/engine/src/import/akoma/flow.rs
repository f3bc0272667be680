//! What stands one below the other: hierarchy, lists and paragraphs of words.

use super::inline::is_within;
use super::names::{CONTAINERS, DOCUMENTS, ELSEWHERE, PROVISIONS, WRAPPERS};
use super::{Import, child, headings, name, numbers};
use model::domain::drafting::Remark;
use model::domain::quotation::spaced;
use roxmltree::Node;

impl<'a, 'input> Import<'a, 'input> {
    /// What is in an element, part by part, but for its number and its headings. Words beside its parts are lines of their own, where they
    /// stand: they make no part of the hierarchy into words.
    pub(super) fn each_part(&mut self, node: Node<'a, 'input>, home: Option<usize>, mut part: impl FnMut(&mut Self, Node<'a, 'input>)) {
        let headings = headings(node);
        let mut words = String::new();
        for child in node.children().filter(|child| !headings.contains(&Some(child.id()))) {
            if is_within(child) {
                self.piece(child, &mut words);
            } else if child.is_element() {
                self.line(home, &std::mem::take(&mut words));
                part(self, child);
            }
        }
        self.line(home, &words);
    }

    fn line(&mut self, home: Option<usize>, words: &str) {
        let words = spaced(words);
        if !words.is_empty() {
            self.blocks.line(home, words);
        }
    }

    /// `depth`: how many provisions stand above; `home`: the place of the one whose words these are. The number and the heading of the
    /// element are not among them.
    pub(super) fn flow(&mut self, node: Node<'a, 'input>, depth: usize, home: Option<usize>) {
        self.each_part(node, home, |import, part| import.flow_of(part, depth, home));
    }

    /// One of these.
    pub(super) fn flow_of(&mut self, part: Node<'a, 'input>, depth: usize, home: Option<usize>) {
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
            // What is quoted has numbers of another text, and is words of this one.
            "embeddedStructure" if part.has_attribute("startQuote") => self.line_of(part, home),
            of if WRAPPERS.contains(&of) || of.ends_with("list") && child(part, "num").is_none() => self.wrapped(part, depth, home),
            of if CONTAINERS.contains(&of) && depth == 0 => self.container(part),
            of if PROVISIONS.contains(&of) || CONTAINERS.contains(&of) => self.provision(part, depth, home),
            of if ELSEWHERE.contains(&of) => self.other(part),
            _ => self.line_of(part, home),
        }
    }

    fn line_of(&mut self, part: Node<'a, 'input>, home: Option<usize>) {
        let words = self.element(part);
        self.line(home, &words);
    }

    /// What only holds others together; a heading of its own is a line.
    fn wrapped(&mut self, node: Node<'a, 'input>, depth: usize, home: Option<usize>) {
        let heading = self.heading_words(node);
        self.line(home, &heading);
        self.flow(node, depth, home);
    }

    /// `4. Words`, with what stands below. What has no number goes on with what it stands in.
    fn provision(&mut self, node: Node<'a, 'input>, depth: usize, above: Option<usize>) {
        let number = self.number_of(node);
        let heading = self.heading_without_number(node);
        let label = numbers::label(&number, depth);
        if label != number {
            self.imported.note(Remark::Numbers);
        }
        let numbered = !label.is_empty();
        let home = if numbered { Some(self.blocks.numbered(depth, label, String::new())) } else { above };
        self.line(home, &heading);
        self.flow(node, if numbered { depth + 1 } else { depth.max(1) }, home);
    }

    /// A part of the text with its heading. One that has words of its own is a paragraph with its number.
    fn container(&mut self, node: Node<'a, 'input>) {
        let number = self.number_of(node);
        let own = ["content", "intro"].iter().find_map(|part| child(node, part));
        let label = own.and_then(|_| numbers::counted(&number));
        let heading = self.heading_without_number(node);
        // A number that is nothing else stands once, before the words.
        let is_number = label.as_deref().is_some_and(|label| numbers::same(label, &number));
        self.heading(if is_number { "" } else { &number }, &heading);
        let Some(label) = label else { return self.flow(node, 0, None) };
        if label != number {
            self.imported.note(Remark::Numbers);
        }
        let home = self.blocks.numbered(0, label, String::new());
        self.flow(node, 1, Some(home));
    }

    /// A list within a provision: each item is a line of it. The numbers of one that has some are counted where none are said.
    fn bullets(&mut self, node: Node<'a, 'input>, home: Option<usize>) {
        let heading = self.heading_words(node);
        self.line(home, &heading);
        let counted = name(node) == "ol";
        let mut number = 0_usize;
        self.each_part(node, home, |import, item| {
            number = item.attribute("value").and_then(|value| value.parse().ok()).unwrap_or(number.saturating_add(1));
            import.item(item, if counted { format!("– ({number}) ") } else { "– ".to_owned() }, home);
        });
    }

    fn item(&mut self, node: Node<'a, 'input>, mut sign: String, home: Option<usize>) {
        let mut words = String::new();
        for part in node.children() {
            if matches!(name(part), "ul" | "ol") {
                let before = spaced(&std::mem::take(&mut words));
                if !before.is_empty() {
                    self.line(home, &(std::mem::take(&mut sign) + &before));
                }
                self.bullets(part, home);
            } else {
                self.piece(part, &mut words);
            }
        }
        let words = spaced(&words);
        if !words.is_empty() {
            self.line(home, &(sign + &words));
        }
    }
}
