//! Numbers as Akoma Ntoso has them, in the forms `outline` knows. None is changed but in its signs.

use model::domain::drafting::is_heading_key;

/// What stands behind a number.
const SIGNS: [char; 9] = ['.', ')', '）', '．', '-', '–', '—', ' ', ':'];

/// The label of a provision that stands below `depth` others: `4` → `4.` at the beginning and `(4)` below, `a` → `(a)`. What is in a form
/// of its own stays as it is.
pub(super) fn label(number: &str, depth: usize) -> String {
    let key = number.trim_start_matches(['(', '（', '[']).trim_end_matches(SIGNS);
    let counted = key.starts_with(char::is_numeric) && key.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || is_mark(c));
    if counted && depth == 0 {
        let signed = number.ends_with(SIGNS) && !number.starts_with(['(', '（']);
        return if signed { number.to_owned() } else { format!("{key}.") };
    }
    if counted {
        return if number.starts_with(['(', '（', '㈠']) { number.to_owned() } else { format!("({key})") };
    }
    let letters = !number.is_empty() && number.chars().count() <= 4 && number.chars().all(|c| c.is_alphabetic() && !c.is_uppercase());
    // A sign of its own, such as `㈠`, has its brackets.
    if letters && !number.starts_with('\u{3220}') { format!("({number})") } else { number.to_owned() }
}

/// Marks above letters, as in `مكرراً`.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}')
}

/// The label of a preambular paragraph: `(3)` → `PP3`.
pub(super) fn preambular(number: &str) -> String {
    let key = number.trim_matches(|c: char| !c.is_alphanumeric());
    if !key.is_empty() && key.chars().all(char::is_numeric) { format!("PP{key}") } else { number.to_owned() }
}

/// The number in the name of an article or a section: `Article 5 bis` → `5 bis.`
pub(super) fn counted(number: &str) -> Option<String> {
    let key = number[number.find(char::is_numeric)?..].trim_end_matches(SIGNS);
    Some(format!("{key}."))
}

/// Whether two numbers differ in their signs alone: `(1)` and `1.`
pub(super) fn same(one: &str, other: &str) -> bool {
    let key = |number: &str| number.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    key(one) == key(other)
}

/// The label of a heading with a letter or a Roman number: `II` → `II.`
pub(super) fn of_heading(number: &str) -> Option<String> {
    let key = number.trim_end_matches('.');
    is_heading_key(key).then(|| format!("{key}."))
}

/// `Chapter I` and its words.
pub(super) fn joined(number: &str, words: &str) -> String {
    match (number, words) {
        (number, "") => number.to_owned(),
        ("", words) => words.to_owned(),
        (number, words) if number.ends_with(|c: char| c.is_alphanumeric()) => format!("{number}: {words}"),
        (number, words) => format!("{number} {words}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_value_and_get_the_signs_of_the_un() {
        for (number, depth, expected) in [
            ("4", 0, "4."),
            ("4.", 0, "4."),
            ("5 bis", 0, "5 bis."),
            ("5bis.", 0, "5bis."),
            ("(1)", 0, "1."),
            ("6)", 0, "6)"),
            ("١ -", 0, "١ -"),
            ("4 مكرراً", 0, "4 مكرراً."),
            ("3．", 0, "3．"),
            ("1.", 1, "(1)"),
            ("1", 2, "(1)"),
            ("(1)", 1, "(1)"),
            ("a", 1, "(a)"),
            ("(a)", 1, "(a)"),
            ("b)", 1, "b)"),
            ("a.", 3, "a."),
            ("iv", 2, "(iv)"),
            ("أ", 1, "(أ)"),
            ("㈠", 1, "㈠"),
            ("OP6alt", 0, "OP6alt"),
            ("Article 4", 0, "Article 4"),
            ("–", 1, "–"),
            ("", 0, ""),
        ] {
            assert_eq!(label(number, depth), expected, "{number} {depth}");
        }
        assert_eq!(["(3)", "PP2.", "", "a"].map(preambular), ["PP3", "PP2.", "", "a"]);
        assert_eq!(["Article 5 bis", "§ 7.", "Article V"].map(counted), [Some("5 bis.".to_owned()), Some("7.".to_owned()), None]);
        assert_eq!(["A", "II.", "Chapter I", "1", ""].map(of_heading), [Some("A.".to_owned()), Some("II.".to_owned()), None, None, None]);
        let headings = [("Article 5", "Terms"), ("1.", "Terms"), ("", "Terms"), ("Annex", "")].map(|(number, words)| joined(number, words));
        assert_eq!(headings, ["Article 5: Terms", "1. Terms", "Terms", "Annex"]);
    }
}
