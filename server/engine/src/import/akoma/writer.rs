//! A small writer of Akoma Ntoso, for the tests alone: what it writes of a text must be read as that text.

use model::domain::draft::Level;
use model::domain::drafting::{Unit, heads_annex};
use std::fmt::Write as _;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// A document with these provisions.
pub fn document(units: &[Unit]) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"{NAMESPACE}\">\n<statement name=\"draft\">\n<meta>\n<notes>\n"
    );
    let (notes, text): (Vec<_>, Vec<_>) = units.iter().partition(|unit| unit.level == Level::Note);
    for note in notes {
        _ = writeln!(out, "<note eId=\"fn-{0}\" marker=\"{0}\">{1}</note>", note.label, lines(&note.text, "p"));
    }
    out.push_str("</notes>\n</meta>\n");
    let annex = |unit: &&Unit| unit.level == Level::Heading && unit.label.is_empty() && heads_annex(&unit.text);
    let mut parts = Vec::new();
    for unit in text {
        if parts.is_empty() || annex(&unit) {
            parts.push(Vec::new());
        }
        parts.last_mut().expect("there is one").push(unit);
    }
    let mut parts = parts.into_iter();
    // A text that begins with an annex has nothing before it.
    let mut first = parts.next().unwrap_or_default();
    let mut attached: Vec<_> = parts.collect();
    if first.first().is_some_and(annex) {
        attached.insert(0, std::mem::take(&mut first));
    }
    part(&first, &mut out);
    if !attached.is_empty() {
        out.push_str("<attachments>\n");
        for units in attached {
            _ = writeln!(out, "<attachment>\n<heading>{}</heading>\n<doc name=\"annex\">", inline(&units[0].text));
            part(&units[1..], &mut out);
            out.push_str("</doc>\n</attachment>\n");
        }
        out.push_str("</attachments>\n");
    }
    out + "</statement>\n</akomaNtoso>\n"
}

/// The preamble, up to the first number, and the body.
fn part(units: &[&Unit], out: &mut String) {
    let is_preamble = |unit: &&Unit| matches!(unit.level, Level::Heading | Level::Preambular);
    let last =
        units.iter().take_while(|unit| is_preamble(unit)).collect::<Vec<_>>().iter().rposition(|unit| unit.level == Level::Preambular);
    let (preamble, body) = units.split_at(last.map_or(0, |last| last + 1));
    if !preamble.is_empty() {
        out.push_str("<preamble>\n");
        for unit in preamble {
            _ = match unit.level {
                Level::Heading => writeln!(out, "<recitals>{}</recitals>", heading(unit)),
                _ => writeln!(out, "<recital>{}{}</recital>", num(unit), lines(&unit.text, "p")),
            };
        }
        out.push_str("</preamble>\n");
    }
    out.push_str("<mainBody>\n");
    let mut open: Vec<(usize, &str)> = Vec::new();
    for unit in body {
        let depth = unit.level.depth();
        let (element, own) = match unit.level {
            Level::Heading => ("section", ""),
            Level::Subparagraph => ("subparagraph", "intro"),
            Level::Item => ("point", "content"),
            Level::Clause => ("indent", "content"),
            Level::Subclause => ("alinea", "content"),
            _ => ("paragraph", "intro"),
        };
        while open.last().is_some_and(|(above, _)| *above >= depth) {
            let (_, element) = open.pop().expect("there is one");
            _ = writeln!(out, "</{element}>");
        }
        open.push((depth, element));
        _ = if unit.level == Level::Heading {
            write!(out, "<{element}>{}", heading(unit))
        } else {
            writeln!(out, "<{element}>{}<{own}>{}</{own}>", num(unit), lines(&unit.text, "p"))
        };
    }
    for (_, element) in open.iter().rev() {
        _ = writeln!(out, "</{element}>");
    }
    out.push_str("</mainBody>\n");
}

fn heading(unit: &Unit) -> String {
    format!("{}<heading>{}</heading>", num(unit), inline(&unit.text))
}

fn num(unit: &Unit) -> String {
    if unit.label.is_empty() { String::new() } else { format!("<num>{}</num>", escaped(&unit.label)) }
}

/// Each line of a text as an element.
fn lines(text: &str, element: &str) -> String {
    let line = |line: &str| format!("<{element}>{}</{element}>", inline(line));
    text.lines().map(line).collect()
}

/// Words with their footnotes. A part of them stands in an element of its own, as words of such documents do.
fn inline(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("[^") {
        let (before, note) = rest.split_at(at);
        out.push_str(&escaped(before));
        let key: String = note[2..].chars().take_while(|c| c.is_alphanumeric()).collect();
        if let Some(after) = note[2 + key.len()..].strip_prefix(']').filter(|_| !key.is_empty()) {
            _ = write!(out, "<noteRef href=\"#fn-{key}\" marker=\"{key}\"/>");
            rest = after;
        } else {
            out.push_str("[^");
            rest = &note[2..];
        }
    }
    out.push_str("<i>");
    out.push_str(&escaped(rest));
    out + "</i>"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&#34;")
}
