//! Word counts: Unicode words; for Chinese, characters. Used by the page while typing and by the server, so they agree.

use super::language::Language;
use unicode_segmentation::UnicodeSegmentation;

/// What a text is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Words,
    /// Chinese is written without spaces: its characters are counted.
    Characters,
}

/// The unit for a language.
pub const fn unit(language: Language) -> Unit {
    match language {
        Language::Zh => Unit::Characters,
        _ => Unit::Words,
    }
}

/// Counts `text` in the unit of `language`. White space and punctuation never count.
pub fn count(text: &str, language: Language) -> usize {
    match unit(language) {
        Unit::Words => text.unicode_words().count(),
        Unit::Characters => text.graphemes(true).filter(|g| g.chars().any(char::is_alphanumeric)).count(),
    }
}

#[cfg(test)]
mod tests;
