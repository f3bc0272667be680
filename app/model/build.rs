//! Turns the Fluent files of `locales/` into one Rust function per message, so that a wrong key or a missing argument
//! does not compile. A message without placeables in every locale becomes a `&'static str`: it costs nothing at run time.
//! One that only puts its arguments between texts is taken apart here, and joined at run time without Fluent; what chooses
//! between variants (plurals) is left to Fluent.
//!
//! Fails the build when a locale lacks a message that English has, has one English lacks, or uses a variable English does not.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// English first: it decides which messages exist.
const LOCALES: [&str; 2] = ["en", "ar"];
/// The locales as variants of `Locale`.
const VARIANTS: [&str; 2] = ["En", "Ar"];
/// The locales written from right to left: there Fluent isolates arguments.
const RIGHT_TO_LEFT: [&str; 1] = ["ar"];

/// Around an argument in a text from right to left, and the mark that says what a text is which begins with one (see `i18n`).
const ISOLATE: char = '\u{2068}';
const ISOLATE_END: char = '\u{2069}';
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// A part of a message.
enum Piece {
    Text(String),
    Variable(String),
}

struct Message {
    /// Its parts, where it has only texts and variables.
    pieces: Option<Vec<Piece>>,
    variables: BTreeSet<String>,
}

impl Message {
    /// The text, when it needs no formatting.
    fn plain(&self) -> Option<String> {
        let texts: Option<Vec<&str>> = self
            .pieces
            .as_ref()?
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => Some(text.as_str()),
                Piece::Variable(_) => None,
            })
            .collect();
        Some(texts?.concat())
    }
}

type Messages = BTreeMap<String, Message>;

fn main() {
    println!("cargo::rerun-if-changed=../locales");
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SSR").is_none() {
        return;
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../locales");
    let files: Vec<String> = ftl_files(&root.join(LOCALES[0]));
    let mut code = String::new();
    let mut seen = BTreeSet::new();
    let mut joined = Vec::new();
    for file in &files {
        let locales: Vec<Messages> = LOCALES.iter().map(|locale| read(&root.join(locale).join(file), file)).collect();
        compare(file, &locales);
        let module = file.trim_end_matches(".ftl");
        writeln!(code, "/// `{file}`\npub mod {module} {{\n    use super::*;").expect("string");
        for (id, english) in &locales[0] {
            assert!(seen.insert(id.clone()), "{file}: the message {id} stands in another file too");
            joined.extend(function(&mut code, module, id, english, &locales));
        }
        code.push_str("}\n");
    }
    joined_messages(&mut code, &joined);
    sources(&mut code, &root, &files);
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("texts.rs");
    fs::write(out, code).expect("OUT_DIR is writable");
}

fn ftl_files(folder: &Path) -> Vec<String> {
    let mut files: Vec<String> = fs::read_dir(folder)
        .expect("locales/en exists")
        .map(|entry| entry.expect("readable").file_name().into_string().expect("UTF-8 name"))
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "ftl"))
        .collect();
    files.sort();
    files
}

fn read(path: &Path, file: &str) -> Messages {
    let source = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource = fluent_syntax::parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut messages = Messages::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                assert!(message.attributes.is_empty(), "{file}: {} has attributes, which are not used here", message.id.name);
                let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{file}: {} is empty", message.id.name));
                let mut variables = BTreeSet::new();
                collect_pattern(pattern, &mut variables);
                let known = messages.insert(message.id.name.to_owned(), Message { pieces: pieces(pattern), variables });
                assert!(known.is_none(), "{file}: {} stands twice", message.id.name);
            }
            Entry::Junk { content } => panic!("{}: cannot read: {content}", path.display()),
            _ => {}
        }
    }
    messages
}

/// The parts of a pattern made of texts, string literals and variables only.
fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    let part = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::StringLiteral { value } => Some(Piece::Text(unescape_unicode_to_string(value).into_owned())),
            InlineExpression::VariableReference { id } => Some(Piece::Variable(id.name.to_owned())),
            _ => None,
        },
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(part).collect()
}

fn collect_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect(expression, variables);
        }
    }
}

fn collect(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, variables),
        Expression::Select { selector, variants } => {
            collect_inline(selector, variables);
            for variant in variants {
                collect_pattern(&variant.value, variables);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            for argument in positional {
                collect_inline(argument, variables);
            }
        }
        InlineExpression::Placeable { expression } => collect(expression, variables),
        _ => {}
    }
}

fn compare(file: &str, locales: &[Messages]) {
    for (code, messages) in LOCALES.iter().zip(locales).skip(1) {
        for id in locales[0].keys() {
            assert!(messages.contains_key(id), "locales/{code}/{file}: the message {id} is missing");
        }
        for (id, message) in messages {
            let english = locales[0].get(id).unwrap_or_else(|| panic!("locales/{code}/{file}: English has no message {id}"));
            let unknown: Vec<_> = message.variables.difference(&english.variables).collect();
            assert!(unknown.is_empty(), "locales/{code}/{file}: {id} uses variables English does not: {unknown:?}");
        }
    }
}

/// Writes the function of a message; answers its entry among those joined without Fluent.
fn function(code: &mut String, module: &str, id: &str, english: &Message, locales: &[Messages]) -> Option<String> {
    let name = id.replace('-', "_");
    let plains: Option<Vec<String>> = locales.iter().map(|messages| messages[id].plain()).collect();
    if let Some(texts) = plains {
        writeln!(code, "    pub const fn {name}(locale: Locale) -> &'static str {{ match locale {{").expect("string");
        for (variant, text) in VARIANTS.iter().zip(texts) {
            writeln!(code, "        Locale::{variant} => {text:?},").expect("string");
        }
        code.push_str("    } }\n");
        return None;
    }
    let (mut arguments, mut values, mut sets) = (String::new(), String::new(), String::new());
    for variable in &english.variables {
        let argument = variable.replace('-', "_");
        write!(arguments, ", {argument}: impl Into<FluentValue<'a>>").expect("string");
        write!(values, "{argument}.into(), ").expect("string");
        writeln!(sets, "        args.set({variable:?}, {argument}.into());").expect("string");
    }
    let parts: Option<Vec<String>> = LOCALES
        .iter()
        .zip(locales)
        .map(|(locale, messages)| joined(&messages[id], &english.variables, RIGHT_TO_LEFT.contains(locale)))
        .collect();
    if let Some(parts) = parts {
        let constant = name.to_uppercase();
        writeln!(code, "    pub(in crate::i18n) const {constant}: [&[Piece]; {}] = [{}];", LOCALES.len(), parts.join(", "))
            .expect("string");
        writeln!(code, "    pub fn {name}<'a>(locale: Locale{arguments}) -> String {{ join({constant}[locale as usize], &[{values}]) }}")
            .expect("string");
        return Some(format!(
            "    super::Joined {{ id: {id:?}, variables: &{:?}, pieces: &{module}::{constant} }},\n",
            english.variables.iter().collect::<Vec<_>>()
        ));
    }
    let lifetime = if english.variables.is_empty() { "" } else { "<'a>" };
    let mutable = if english.variables.is_empty() { "" } else { "mut " };
    writeln!(
        code,
        "    pub fn {name}{lifetime}(locale: Locale{arguments}) -> String {{\n        let {mutable}args = FluentArgs::new();\n{sets}        format(locale, {id:?}, &args)\n    }}"
    )
    .expect("string");
    None
}

/// The parts of a message as Rust, with the marks Fluent would write; a variable is its place among the arguments.
fn joined(message: &Message, variables: &BTreeSet<String>, right_to_left: bool) -> Option<String> {
    let pieces = message.pieces.as_ref()?;
    // Like Fluent: an argument that is the whole message stands for itself.
    let isolates = right_to_left && pieces.len() > 1;
    let mut parts: Vec<String> = Vec::new();
    let mut text = String::new();
    // Before the first letter there are signs at most, and then an argument: see `marked`.
    let signs = pieces.iter().take_while(|piece| matches!(piece, Piece::Text(words) if !words.contains(char::is_alphanumeric))).count();
    if isolates && matches!(pieces.get(signs), Some(Piece::Variable(_))) {
        text.push(RIGHT_TO_LEFT_MARK);
    }
    for piece in pieces {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Variable(name) => {
                if isolates {
                    text.push(ISOLATE);
                }
                if !text.is_empty() {
                    parts.push(format!("Piece::Text({:?})", std::mem::take(&mut text)));
                }
                parts.push(format!("Piece::Argument({})", variables.iter().position(|known| known == name)?));
                if isolates {
                    text.push(ISOLATE_END);
                }
            }
        }
    }
    if !text.is_empty() {
        parts.push(format!("Piece::Text({text:?})"));
    }
    Some(format!("&[{}]", parts.join(", ")))
}

/// The messages that are joined without Fluent, for the test that they come out the same.
fn joined_messages(code: &mut String, messages: &[String]) {
    code.push_str("#[cfg(test)]\npub(super) const JOINED: &[super::Joined] = &[\n");
    for message in messages {
        code.push_str(message);
    }
    code.push_str("];\n");
}

fn sources(code: &mut String, root: &Path, files: &[String]) {
    writeln!(code, "pub(super) const SOURCES: [&[&str]; {}] = [", LOCALES.len()).expect("string");
    for locale in LOCALES {
        code.push_str("    &[\n");
        for file in files {
            let path = root.join(locale).join(file);
            writeln!(code, "        include_str!({:?}),", path.to_str().expect("the workspace has a UTF-8 path")).expect("string");
        }
        code.push_str("    ],\n");
    }
    code.push_str("];\n");
}
