//! The words of a text as they are compared: folded, without common endings, without words that say nothing; Chinese in pairs of
//! characters. Rough on purpose: a suggestion is looked at by somebody, and shows the words as they stand in the text.

use super::super::likeness::fold;
use super::stop_words::STOP_WORDS;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes of one text that are looked at, 128 KiB, as where form letters are compared; a paper of 2,000 words has about 15.
const MOST_BYTES: usize = 128 * 1024;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// As it is compared.
    pub stem: String,
    /// Where it stands.
    pub at: Range<usize>,
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// The words of a text that say something, in their order. Of a very long text those at its beginning.
pub fn tokens(text: &str) -> Vec<Token> {
    let text = &text[..text.floor_char_boundary(MOST_BYTES)];
    let mut found = Vec::new();
    let mut before: Option<Range<usize>> = None;
    for (start, word) in text.unicode_word_indices() {
        let at = start..start + word.len();
        if word.chars().all(is_han) {
            if let Some(pair) = before.as_ref().filter(|before| before.end == start).map(|before| before.start..at.end) {
                found.push(Token { stem: text[pair.clone()].to_owned(), at: pair });
            }
            // Segmentation gives them one by one; a longer word would stand for itself.
            before = Some(at);
            continue;
        }
        before = None;
        let folded = fold(without_elision(word));
        if folded.chars().count() < 3 || STOP_WORDS.contains(&folded.as_str()) {
            continue;
        }
        found.push(Token { stem: stem(&folded), at });
    }
    found
}

/// A word without the article that French writes together with it: *l’accès*, *d’accès*.
fn without_elision(word: &str) -> &str {
    match word.split_once(['\'', '’']) {
        Some((article, rest)) if article.chars().count() <= 2 => rest,
        _ => word,
    }
}

/// A folded word without the endings (in Arabic also the article) that make it another word of the same root.
fn stem(word: &str) -> String {
    match word.chars().next() {
        Some('\u{0400}'..='\u{04FF}') => without_end(word, &RUSSIAN, 4).to_owned(),
        Some('\u{0600}'..='\u{06FF}') => {
            let rest = ARABIC_BEGINNINGS.iter().find_map(|begin| word.strip_prefix(begin).filter(|rest| rest.chars().count() >= 3));
            without_end(rest.unwrap_or(word), &ARABIC, 3).to_owned()
        }
        _ => latin(word),
    }
}

/// The first of these endings that leaves enough is taken off.
fn without_end<'w>(word: &'w str, endings: &[&str], least: usize) -> &'w str {
    endings.iter().find_map(|end| word.strip_suffix(end).filter(|rest| rest.chars().count() >= least)).unwrap_or(word)
}

/// Plurals of English, French and Spanish: *vulnerabilities* and *vulnerability*, *normes* and *norme*, *unidades* and *unidad*.
fn latin(word: &str) -> String {
    let long = |rest: &&str| rest.len() >= 3;
    let word = match word.strip_suffix('s').filter(long) {
        Some(rest) if !rest.ends_with(['s', 'u', 'i']) => rest,
        _ => word,
    };
    let word = word.strip_suffix('e').filter(long).unwrap_or(word);
    match word.strip_suffix('y').filter(long) {
        Some(rest) => format!("{rest}i"),
        None => word.to_owned(),
    }
}

/// The longest first; й is и where words are folded.
const RUSSIAN: [&str; 44] = [
    "иями", "ями", "ами", "ыми", "ими", "иях", "ого", "его", "ому", "ему", "иеи", "иям", "ях", "ах", "ов", "ев", "еи", "ои", "ыи", "ая",
    "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю", "ию", "ия", "ии", "ом", "ем", "ам", "ям", "а", "я", "о", "е", "ы", "и", "у", "ь",
];

const ARABIC_BEGINNINGS: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];

const ARABIC: [&str; 8] = ["ات", "ون", "ين", "ان", "ها", "هم", "يه", "ه"];

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.stem).collect()
    }

    #[test]
    fn words_of_one_root_are_one() {
        for (one, other) in [
            ("vulnerability", "Vulnerabilities"),
            ("norms", "norm"),
            ("supply chain", "Supply Chains"),
            ("processes", "process"),
            ("unidades", "unidad"),
            ("normes", "norme"),
            ("infrastructures", "infrastructure"),
            ("l’accès", "d'accès"),
            ("уязвимости", "уязвимостей"),
            ("угроза", "угрозами"),
            ("الثغرات", "ثغرة"),
            ("والمعلومات", "معلومات"),
        ] {
            assert_eq!(stems(one), stems(other), "{one} {other}");
        }
        assert_ne!(stems("port"), stems("portal"));
        assert_ne!(stems("status"), stems("stat"));
    }

    #[test]
    fn what_says_nothing_is_left_out_and_chinese_is_read_in_pairs() {
        assert_eq!(stems("The protection of it"), ["protection"]);
        assert_eq!(stems("供应链安全"), ["供应", "应链", "链安", "安全"]);
        // A sign between them parts them.
        assert_eq!(stems("供应，安全"), ["供应", "安全"]);
        assert!(stems("и в на о — … 7").is_empty());
    }

    #[test]
    fn a_word_is_where_it_stands() {
        let text = "Ça: les « chaînes » d’approvisionnement, 供应链";
        for token in tokens(text) {
            assert!(text.is_char_boundary(token.at.start) && text.is_char_boundary(token.at.end));
        }
        let words: Vec<_> = tokens(text).iter().map(|token| &text[token.at.clone()]).collect();
        assert_eq!(words, ["chaînes", "d’approvisionnement", "供应", "应链"]);
    }
}
