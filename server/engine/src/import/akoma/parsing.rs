//! XML from outside: well formed, without a document type, and neither deep nor large. What is refused is refused with its line.

use model::domain::validate::Fault;
use roxmltree::{Document, Error, Node, ParsingOptions};

/// The namespace of Akoma Ntoso 3.0; its working drafts, which most tools still write, have names that go on with a slash.
const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// Elements one within the other. Texts have some twenty; what is written here calls itself once for each.
pub(super) const MAX_DEPTH: usize = 100;
/// Elements, words and comments of a document.
const MAX_NODES: u32 = 200_000;
/// Declarations of namespaces in a document, and attributes of an element: comparing them all with each other costs their square.
const MAX_DECLARATIONS: usize = 1_000;

pub(super) fn is_akoma(namespace: &str) -> bool {
    namespace.strip_prefix(NAMESPACE).is_some_and(|draft| draft.is_empty() || draft.starts_with('/'))
}

/// Reads XML.
///
/// # Errors
/// The fault of the field.
pub(super) fn parse(source: &str) -> Result<Document<'_>, Fault> {
    let source = source.trim_start_matches('\u{feff}').trim_end();
    // The declaration stands at the very beginning; lines before it count.
    let before = source.len() - source.trim_start().len();
    let skipped = source[..before].matches('\n').count();
    let xml = &source[before..];
    dense(xml).map_or(Ok(()), |line| Err(Fault::XmlTooLarge { line: Some(line + skipped) }))?;
    let document = Document::parse_with_options(xml, ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() })
        .map_err(|error| fault(&error, xml, skipped))?;
    if let Some(line) = too_deep(&document) {
        return Err(Fault::XmlTooDeep { line: line + skipped, max: MAX_DEPTH });
    }
    let root = document.root_element().tag_name();
    if root.name() != "akomaNtoso" || !root.namespace().is_some_and(is_akoma) {
        return Err(Fault::NotAkomaNtoso);
    }
    Ok(document)
}

/// The line from which on there are too many namespaces, or of an element with too many attributes.
fn dense(xml: &str) -> Option<usize> {
    let mut namespaces = 0;
    for (at, _) in xml.match_indices('<') {
        let (declared, attributes) = counted(&xml[at + 1..]);
        namespaces += declared;
        if namespaces > MAX_DECLARATIONS || attributes > MAX_DECLARATIONS {
            return Some(line_at(xml, at));
        }
    }
    None
}

/// How many namespaces the tag declares that a text begins with, and how many attributes it has: by its signs outside of their values. Words
/// behind it are no part of it, whatever signs they have.
fn counted(text: &str) -> (usize, usize) {
    let (mut namespaces, mut attributes, mut rest) = (0, 0, text);
    loop {
        let end = rest.find(['<', '>', '"', '\'']).unwrap_or(rest.len());
        namespaces += rest[..end].matches("xmlns").count();
        attributes += rest[..end].matches('=').count();
        let mut behind = rest[end..].chars();
        let Some(mark @ ('"' | '\'')) = behind.next() else { return (namespaces, attributes) };
        // No value has the first sign of a tag in it: one that does not end before that is none.
        let value = behind.as_str();
        match value.find([mark, '<']).filter(|end| value[*end..].starts_with(mark)) {
            Some(end) => rest = &value[end + 1..],
            None => return (namespaces, attributes),
        }
    }
}

/// The line of an element that stands too deep.
fn too_deep(document: &Document<'_>) -> Option<usize> {
    let mut above = Vec::new();
    for node in document.root().descendants().filter(Node::is_element) {
        // What is behind the last one may stand in it, or in one of those around it.
        let parent = node.parent().map(|parent| parent.id());
        while above.last().is_some_and(|above| Some(*above) != parent) {
            above.pop();
        }
        if above.len() == MAX_DEPTH {
            return Some(line_at(document.input_text(), node.range().start));
        }
        above.push(node.id());
    }
    None
}

fn fault(error: &Error, xml: &str, skipped: usize) -> Fault {
    let line = match error {
        Error::DtdDetected => line_at(xml, xml.find("<!DOCTYPE").unwrap_or_default()),
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => xml.lines().count(),
        error => usize::try_from(error.pos().row).unwrap_or_default(),
    } + skipped;
    match error {
        Error::DtdDetected => Fault::XmlWithDtd { line },
        Error::NodesLimitReached | Error::AttributesLimitReached | Error::NamespacesLimitReached => {
            // The parser says of none where it was.
            Fault::XmlTooLarge { line: None }
        }
        _ => Fault::NotXml { line },
    }
}

/// The line of a place, from 1.
fn line_at(xml: &str, at: usize) -> usize {
    1 + xml.get(..at).unwrap_or_default().matches('\n').count()
}
