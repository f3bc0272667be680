//! The stylesheet in one file: imports put in place, comments and spare white space left out.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Bundles `main.css` of `folder`. An import stands on a line of its own: `@import "NAME.css" layer(LAYER);`
pub fn bundle(folder: &Path) -> Result<String> {
    let main = read(folder, "main.css")?;
    let mut bundled = String::new();
    for line in main.lines() {
        if let Some((name, layer)) = import(line) {
            bundled.push_str(&layered(layer, &read(folder, name)?));
        } else {
            bundled.push_str(line);
            bundled.push('\n');
        }
    }
    Ok(squeeze(&bundled))
}

/// A part inside its cascade layer.
fn layered(layer: &str, part: &str) -> String {
    format!("@layer {layer} {{\n{part}\n}}\n")
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn import(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim().strip_prefix("@import \"")?;
    let (name, rest) = rest.split_once("\" layer(")?;
    Some((name, rest.strip_suffix(");")?))
}

/// Leaves out comments, and white space where the stylesheet does not need it. No string in it holds `;`, `{` or a comment.
fn squeeze(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        text.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    text.push_str(rest);
    let mut small = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let tight = |c: Option<char>| c.is_some_and(|c| "{};,".contains(c));
        if !small.is_empty() && !tight(small.chars().last()) && !tight(word.chars().next()) {
            small.push(' ');
        }
        small.push_str(word);
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezes_without_changing_meaning() {
        assert_eq!(squeeze("/* a */ a > b , c {\n  margin : 0 auto ; /* x */\n}\n"), "a > b,c{margin : 0 auto;}");
        assert_eq!(
            squeeze("@media (width > 60rem) and (print) { a { b: calc(1px + 2px) } }"),
            "@media (width > 60rem) and (print){a{b: calc(1px + 2px)}}"
        );
    }

    #[test]
    fn reads_imports() {
        assert_eq!(import("@import \"tokens.css\" layer(tokens);"), Some(("tokens.css", "tokens")));
        assert_eq!(import("@layer reset, tokens;"), None);
    }
}
