//! The numbers of provisions as they stand at the beginning of a line: `4.`, `5 bis.`, `(a)`, `(i)`, `a.`, `PP2`, `[6 ter.`.
//!
//! By the editorial rules of the UN, and as its drafters write: in any script, with `a)` for French and Spanish.

use super::super::draft::Level;

/// Versions of one number, in their order. After the Latin ones of all UN texts those of Arabic and Russian.
const SUFFIXES: [(&str, u8); 16] = [
    ("bis", 1),
    ("ter", 2),
    ("quater", 3),
    ("quinquies", 4),
    ("sexies", 5),
    ("septies", 6),
    ("octies", 7),
    ("novies", 8),
    ("decies", 9),
    ("alt", 20),
    ("مكررا ثانيا", 2),
    ("مكرراً", 1),
    ("مكررًا", 1),
    ("مكررا", 1),
    ("бис", 1),
    ("тер", 2),
];

/// What a line begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// `A.`, `II.`
    Heading,
    /// `4.`, `5 bis.`, `OP6`: the number, and which version of it.
    Number(u32, u8),
    /// `PP2`
    Preambular,
    /// `(a)`, `a)`, `(i)`: what stands before the bracket closes.
    Bracketed(String),
    /// `a.`
    Dotted(String),
    /// `[^1]:`
    Note,
}

/// A label and the words after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Labelled<'a> {
    pub mark: Mark,
    /// As it is printed.
    pub label: String,
    pub rest: &'a str,
    /// A square bracket opened before the label: it belongs to the words.
    pub bracket: bool,
}

/// The label at the beginning of a line, also behind the sign of a list.
pub(super) fn listed(line: &str) -> Option<Labelled<'_>> {
    read(line.strip_prefix(['-', '+', '•']).filter(|rest| rest.starts_with(' ')).map_or(line, str::trim_start))
}

/// The label at the beginning of a line, if it begins with one.
pub(super) fn read(line: &str) -> Option<Labelled<'_>> {
    if let Some(note) = line.strip_prefix("[^") {
        let (key, rest) = note.split_once("]:")?;
        let known = !key.is_empty() && key.chars().all(char::is_alphanumeric);
        return known.then(|| Labelled { mark: Mark::Note, label: key.to_owned(), rest: rest.trim_start(), bracket: false });
    }
    let (bracket, line) = line.strip_prefix('[').map_or((false, line), |inner| (true, inner));
    let (mark, label, rest) = prefixed(line).or_else(|| numbered(line)).or_else(|| bracketed(line)).or_else(|| lettered(line))?;
    // `[A.` begins with words more often than with a number: only whole paragraphs have their number in the bracket.
    (!bracket || matches!(mark, Mark::Number(..) | Mark::Bracketed(_))).then_some(Labelled { mark, label, rest, bracket })
}

/// The rest of a line after a label: nothing, or words after a space.
fn after(rest: &str) -> Option<&str> {
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

/// `PP2`, `OP6alt.`
fn prefixed(line: &str) -> Option<(Mark, String, &str)> {
    let (preambular, body) = match line.get(..2)? {
        "PP" => (true, &line[2..]),
        "OP" => (false, &line[2..]),
        _ => return None,
    };
    let (value, rank, rest) = number(body)?;
    let rest = after(rest.strip_prefix('.').unwrap_or(rest))?;
    let label = line[..line.len() - rest.len()].trim_end().to_owned();
    Some((if preambular { Mark::Preambular } else { Mark::Number(value, rank) }, label, rest))
}

/// `4.`, `5 bis.`, `6)`, `7 -`
fn numbered(line: &str) -> Option<(Mark, String, &str)> {
    let (value, rank, rest) = number(line)?;
    // `1 -`, as texts in Arabic have it.
    let dashed = || rest.strip_prefix(' ').unwrap_or(rest).strip_prefix(['-', '–', '—']);
    let rest = match rest.strip_prefix('．') {
        // In Chinese no space stands behind it.
        Some(rest) => rest.trim_start(),
        None => after(rest.strip_prefix(['.', ')']).or_else(dashed)?)?,
    };
    Some((Mark::Number(value, rank), line[..line.len() - rest.len()].trim_end().to_owned(), rest))
}

/// Marks that say which way a line runs stand where nobody sees them.
pub(super) const fn is_mark_of_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A number with what says which version of it, and what comes after.
pub(super) fn number(line: &str) -> Option<(u32, u8, &str)> {
    let end = line.find(|c: char| digit(c).is_none()).unwrap_or(line.len());
    let (digits, rest) = line.split_at(end);
    if digits.is_empty() || digits.chars().count() > 5 {
        return None;
    }
    let value = digits.chars().filter_map(digit).fold(0, |value, digit| value * 10 + digit);
    let tail = rest.trim_start_matches([' ', '\u{a0}']);
    for (suffix, rank) in SUFFIXES {
        if let Some(rest) = tail.strip_prefix(suffix)
            && !rest.starts_with(char::is_alphanumeric)
        {
            return Some((value, rank, rest));
        }
    }
    Some((value, 0, rest))
}

/// The value of a digit of the scripts UN texts are written in.
pub(super) fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| [0x0660, 0x06F0, 0xFF10].iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|digit| *digit < 10)))
}

/// Which version of a number words say: `bis` is 1 in every language.
pub(super) fn version(words: &str) -> Option<u8> {
    SUFFIXES.iter().find(|(word, _)| *word == words).map(|(_, rank)| *rank)
}

/// `(a)`, `a)`, `（一）`, `㈠`
fn bracketed(line: &str) -> Option<(Mark, String, &str)> {
    let first = line.chars().next()?;
    if ('\u{3220}'..='\u{3229}').contains(&first) {
        let rest = line[first.len_utf8()..].trim_start();
        return Some((Mark::Bracketed(first.to_string()), first.to_string(), rest));
    }
    let inner = line.strip_prefix(['(', '（']).unwrap_or(line);
    let (key, rest) = inner.split_once([')', '）'])?;
    let name = key.split_whitespace().next()?;
    let suffix = key.strip_prefix(name)?.trim();
    let known = is_key(name) && (suffix.is_empty() || version(suffix).is_some());
    let wide = inner[key.len()..].starts_with('）');
    let rest = if known && wide { Some(rest.trim_start()) } else { known.then(|| after(rest)).flatten() }?;
    // `(a) bis`
    let rest = SUFFIXES.iter().find_map(|(word, _)| rest.strip_prefix(word).and_then(after)).unwrap_or(rest);
    Some((Mark::Bracketed(name.to_owned()), line[..line.len() - rest.len()].trim_end().to_owned(), rest))
}

/// `A.`, `II.`: a heading; `a.`, `iv.`: below an item.
fn lettered(line: &str) -> Option<(Mark, String, &str)> {
    let (key, rest) = line.split_once('.').filter(|(key, _)| !key.is_empty())?;
    let words = after(rest)?;
    let mark = if is_heading_key(key) && !words.is_empty() {
        Mark::Heading
    } else if is_key(key) && key.chars().all(|c| c.is_ascii_lowercase()) {
        Mark::Dotted(key.to_owned())
    } else {
        return None;
    };
    Some((mark, format!("{key}."), words))
}

/// One capital letter, or a Roman number in capital letters: what numbers a heading.
pub fn is_heading_key(key: &str) -> bool {
    const LONGEST: usize = 8;
    let mut capitals = key.chars().take(LONGEST + 1);
    let roman = |key: &str| key.len() <= LONGEST && key.chars().all(|c| "IVXLC".contains(c));
    capitals.next().is_some_and(char::is_uppercase) && (capitals.next().is_none() || roman(key))
}

/// One letter of any script, a letter twice, a small Roman number, or a number.
pub(super) fn is_key(key: &str) -> bool {
    // `هـ`, as the fifth letter of Arabic is written alone. What stands below is cited with all of it: a long one would grow with each.
    const LONGEST: usize = 8;
    if key.len() > LONGEST {
        return false;
    }
    let key = key.trim_end_matches(['\u{640}', '\u{200d}']);
    let mut chars = key.chars();
    match (chars.next(), chars.next(), chars.next()) {
        (Some(one), None, _) => one.is_alphanumeric(),
        (Some(one), Some(two), None) if one == two => one.is_alphanumeric(),
        (Some(_), ..) => key.len() <= 6 && (roman(key).is_some() || key.chars().all(|c| digit(c).is_some())),
        (None, ..) => false,
    }
}

/// The value of a small Roman number up to 39, in the one way it is written.
pub(super) fn roman(key: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = key.chars().take_while(|c| *c == 'x').count();
    let ones = ONES.iter().position(|ones| *ones == &key[tens..])?;
    let value = u32::try_from(tens * 10 + ones).ok()?;
    (1..40).contains(&value).then_some(value)
}

/// Whether `(key)` is a Roman number of an item or the letter of a subparagraph: `(i)` comes after `(h)`, or begins a list of its own.
/// `letter`: the subparagraph above, if there is one; `item`: the item above, if it stands in that subparagraph.
pub(super) fn level_of(key: &str, letter: Option<&str>, item: Option<&str>) -> Level {
    let circled = |key: &str| key.starts_with(|c| ('\u{3220}'..='\u{3229}').contains(&c));
    if key.chars().all(|c| digit(c).is_some()) || circled(key) && letter.is_some_and(|letter| !circled(letter)) {
        return Level::Item;
    }
    let Some(value) = roman(key) else { return Level::Subparagraph };
    let follows_item = match item.and_then(roman) {
        Some(before) => value == before + 1,
        None => value == 1,
    };
    let follows_letter = letter.is_some_and(|letter| next_letter(letter).as_deref() == Some(key));
    // `(h)`, then `(i)`: a letter, as nothing else could follow. Within a list of items the item goes on.
    let is_item = if follows_item { item.is_some() || !follows_letter } else { !follows_letter && (item.is_some() || key.len() > 1) };
    if is_item { Level::Item } else { Level::Subparagraph }
}

/// Whether a key comes after the one before at its level, or begins a list. `counted`: with Roman numbers.
pub(super) fn follows(key: &str, before: Option<&str>, counted: bool) -> bool {
    let value = |key: &str| roman(key).filter(|_| counted).or_else(|| number(key).map(|(value, ..)| value));
    match (before, value(key)) {
        // `(a bis)` after `(a)`.
        (Some(before), _) if before == key => true,
        (Some(before), Some(now)) => value(before).is_some_and(|before| now == before + 1),
        (None, Some(now)) => now == 1,
        (Some(before), None) => next_letter(before).as_deref() == Some(key) || !before.is_ascii(),
        (None, None) => matches!(key, "a" | "а" | "أ" | "ا" | "一" | "㈠"),
    }
}

/// `h` → `i`
pub(super) fn next_letter(letter: &str) -> Option<String> {
    let mut chars = letter.chars();
    match (chars.next(), chars.next()) {
        (Some(one), None) => char::from_u32(u32::from(one) + 1).map(String::from),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(line: &str) -> Option<(Mark, String, String)> {
        read(line).map(|labelled| (labelled.mark, labelled.label, labelled.rest.to_owned()))
    }

    #[test]
    fn reads_what_drafters_write() {
        use Mark::{Bracketed, Dotted, Heading, Note, Number, Preambular};
        let bracketed = |key: &str| Bracketed(key.to_owned());
        for (line, mark, label, rest) in [
            ("4. States", Number(4, 0), "4.", "States"),
            ("5 bis. [States", Number(5, 1), "5 bis.", "[States"),
            ("5bis. States", Number(5, 1), "5bis.", "States"),
            ("6 quater.", Number(6, 3), "6 quater.", ""),
            ("OP6alt States", Number(6, 20), "OP6alt", "States"),
            ("PP2. Recalling", Preambular, "PP2.", "Recalling"),
            ("(هـ) خامسا", bracketed("هـ"), "(هـ)", "خامسا"),
            ("（一）各国", bracketed("一"), "（一）", "各国"),
            ("3．各国", Number(3, 0), "3．", "各国"),
            ("1- تؤكد", Number(1, 0), "1-", "تؤكد"),
            ("4 مكرراً. تؤكد", Number(4, 1), "4 مكرراً.", "تؤكد"),
            ("١ - تؤكد", Number(1, 0), "١ -", "تؤكد"),
            ("[(a) One]", bracketed("a"), "(a)", "One]"),
            ("١٢. تؤكد", Number(12, 0), "١٢.", "تؤكد"),
            ("4 مكررا. تؤكد", Number(4, 1), "4 مكررا.", "تؤكد"),
            ("(a) One;", bracketed("a"), "(a)", "One;"),
            ("(a bis) One;", bracketed("a"), "(a bis)", "One;"),
            ("(a) bis One;", bracketed("a"), "(a) bis", "One;"),
            ("b) Uno;", bracketed("b"), "b)", "Uno;"),
            ("(iv) Four", bracketed("iv"), "(iv)", "Four"),
            ("(أ) واحد", bracketed("أ"), "(أ)", "واحد"),
            ("㈠ 各国", bracketed("㈠"), "㈠", "各国"),
            ("A. Overview", Heading, "A.", "Overview"),
            ("II. Views", Heading, "II.", "Views"),
            ("a. Clause", Dotted("a".to_owned()), "a.", "Clause"),
            ("[^1]: See A/70/174.", Note, "1", "See A/70/174."),
        ] {
            assert_eq!(seen(line), Some((mark, label.to_owned(), rest.to_owned())), "{line}");
        }
        let inside = read("[5 bis. States noted it.]").map(|labelled| (labelled.bracket, labelled.label, labelled.rest));
        assert_eq!(inside, Some((true, "5 bis.".to_owned(), "States noted it.]")));
    }

    #[test]
    fn words_are_no_labels() {
        for line in [
            "",
            "States",
            ". Words",
            "2.5 million",
            "U.S. companies",
            "(see above) States",
            "(the) States",
            "and so on.",
            "[States] should",
            "ICTs. They",
            "[A. Overview]",
            "100000. Too many",
            "e.g. this",
            "[^]: x",
        ] {
            assert_eq!(seen(line), None, "{line}");
        }
    }

    #[test]
    fn i_is_a_letter_after_h_and_else_a_number() {
        assert_eq!(level_of("i", Some("h"), None), Level::Subparagraph);
        assert_eq!(level_of("i", Some("b"), None), Level::Item);
        assert_eq!(level_of("v", Some("u"), Some("iv")), Level::Item, "in a list of items it goes on");
        assert_eq!(level_of("v", Some("u"), None), Level::Subparagraph);
        assert_eq!(level_of("c", Some("b"), Some("ii")), Level::Subparagraph);
        assert_eq!(level_of("ii", Some("a"), Some("i")), Level::Item);
        assert_eq!(level_of("i", None, None), Level::Item);
    }
}
