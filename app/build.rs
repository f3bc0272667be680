//! Turns the Fluent files of `locales/` into one Rust function per message, so that a wrong key or a missing argument
//! does not compile. A message without placeables in every locale becomes a `&'static str`: it costs nothing at run time.
//!
//! Fails the build when a locale lacks a message that English has, has one English lacks, or uses a variable English does not.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// English first: it decides which messages exist.
const LOCALES: [&str; 2] = ["en", "ar"];

struct Message {
    /// The text, when it needs no formatting.
    plain: Option<String>,
    variables: BTreeSet<String>,
}

type Messages = BTreeMap<String, Message>;

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SSR").is_none() {
        return;
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("locales");
    let files: Vec<String> = ftl_files(&root.join(LOCALES[0]));
    let mut code = String::new();
    let mut seen = BTreeSet::new();
    for file in &files {
        let locales: Vec<Messages> = LOCALES.iter().map(|locale| read(&root.join(locale).join(file), file)).collect();
        compare(file, &locales);
        let module = file.trim_end_matches(".ftl");
        writeln!(code, "/// `{file}`\npub mod {module} {{\n    use super::*;").expect("string");
        for (id, english) in &locales[0] {
            assert!(seen.insert(id.clone()), "{file}: the message {id} stands in another file too");
            function(&mut code, id, english, &locales);
        }
        code.push_str("}\n");
    }
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
                let known = messages.insert(message.id.name.to_owned(), Message { plain: plain(pattern), variables });
                assert!(known.is_none(), "{file}: {} stands twice", message.id.name);
            }
            Entry::Junk { content } => panic!("{}: cannot read: {content}", path.display()),
            _ => {}
        }
    }
    messages
}

/// The text of a pattern made of text and string literals only.
fn plain(pattern: &Pattern<&str>) -> Option<String> {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => Some((*value).to_owned()),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                Some((*value).to_owned())
            }
            PatternElement::Placeable { .. } => None,
        })
        .collect()
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

fn function(code: &mut String, id: &str, english: &Message, locales: &[Messages]) {
    let name = id.replace('-', "_");
    let variants = ["En", "Ar"];
    let plains: Option<Vec<&String>> = locales.iter().map(|messages| messages[id].plain.as_ref()).collect();
    if let Some(texts) = plains {
        writeln!(code, "    pub const fn {name}(locale: Locale) -> &'static str {{ match locale {{").expect("string");
        for (variant, text) in variants.iter().zip(texts) {
            writeln!(code, "        Locale::{variant} => {text:?},").expect("string");
        }
        code.push_str("    } }\n");
        return;
    }
    let mut arguments = String::new();
    let mut sets = String::new();
    for variable in &english.variables {
        let argument = variable.replace('-', "_");
        write!(arguments, ", {argument}: impl Into<FluentValue<'a>>").expect("string");
        writeln!(sets, "        args.set({variable:?}, {argument}.into());").expect("string");
    }
    let lifetime = if english.variables.is_empty() { "" } else { "<'a>" };
    let mutable = if english.variables.is_empty() { "" } else { "mut " };
    writeln!(
        code,
        "    pub fn {name}{lifetime}(locale: Locale{arguments}) -> String {{\n        let {mutable}args = FluentArgs::new();\n{sets}        format(locale, {id:?}, &args)\n    }}"
    )
    .expect("string");
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
