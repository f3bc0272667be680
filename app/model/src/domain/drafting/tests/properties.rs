//! What holds for every text, whatever it is.

use super::super::*;
use crate::domain::draft::Level;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What holds for every text, whatever it is: each number is cited with the very one it stands below, and whatever is said of a line is
/// said of one that is there, with words that stand from there on.
fn check(text: &str, read: &Outline) {
    let mut above: Vec<(usize, &str)> = Vec::new();
    let nothing_above = read.flaws.iter().any(|spot| spot.what == Flaw::NothingAbove);
    for unit in &read.units {
        match unit.level {
            Level::Heading => above.clear(),
            level if level.is_numbered() && level != Level::Preambular => {
                let depth = level.depth();
                above.retain(|(one, _)| *one < depth);
                let label = unit.label.trim_end_matches(['.', '．', '-', '–', '—', ' ']);
                match above.last() {
                    Some((_, parent)) => assert_eq!(unit.citation, format!("{parent} {label}"), "{text:?}"),
                    None => assert!(level == Level::Paragraph || nothing_above, "{} stands below nothing: {text:?}", unit.citation),
                }
                above.push((depth, &unit.citation));
            }
            _ => {}
        }
    }
    let lines: Vec<&str> = text.lines().collect();
    let letters = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let stands = |line: usize, words: &str| {
        assert!((1..=lines.len()).contains(&line), "line {line}: {text:?}");
        letters(&lines[line - 1..].concat()).contains(&letters(words))
    };
    for spot in &read.doubts {
        assert!(stands(spot.line, &spot.words), "{spot:?}: {text:?}");
    }
    for spot in read.flaws.iter().filter(|spot| !matches!(spot.what, Flaw::TooMany { .. })) {
        // One that stands twice is named with what it stands in.
        assert!(stands(spot.line, &spot.words) || spot.what == Flaw::Twice, "{spot:?}: {text:?}");
    }
}

/// Every word of every line of a text without a flaw stands once in its units, in its order, and nothing else stands there.
fn check_words(text: &str, read: &Outline) {
    let letters = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let all = |notes: bool| -> String {
        let units = read.units.iter().filter(|unit| (unit.level == Level::Note) == notes);
        units.map(|unit| letters(&unit.label) + &letters(&unit.text)).collect()
    };
    let (words, notes) = (all(false), all(true));
    // How much of the text and of its footnotes the lines so far may be.
    let mut places = BTreeSet::from([(0, 0)]);
    for line in text.lines().map(letters) {
        let mut after = BTreeSet::new();
        for (at, note_at) in places {
            if words[at..].starts_with(&line) {
                after.insert((at + line.len(), note_at));
            }
            if notes[note_at..].starts_with(&line) {
                after.insert((at, note_at + line.len()));
            }
        }
        assert!(!after.is_empty(), "{line:?} is nowhere: {text:?}");
        places = after;
    }
    assert!(places.contains(&(words.len(), notes.len())), "words that stand nowhere, or twice: {text:?}");
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_stumble(words in "(?s).{0,400}") {
        let read = outline(&words);
        check(&words, &read);
        // What it read without a flaw, it reads again from what it writes.
        if read.flaws.is_empty() {
            check_words(&words, &read);
            let again = outline(&source(&read.units));
            prop_assert_eq!(again.units, read.units);
        }
    }

    #[test]
    fn lines_of_drafts_are_read_again_as_they_were(gap in prop_oneof![Just("\n\n"), Just("\n")], lines in proptest::collection::vec(
        prop_oneof![Just("**4.** four"), Just("4."), Just("1. one"), Just("2 bis. [two]"), Just("(a) x"), Just("(i) y"), Just("b) *z*"), Just("A. H"), Just("## K"), Just("a. c"),
            Just("i. d"), Just("*Noting* e,"), Just("PP3 f"), Just("[^1]: n"), Just("3. see[^1]"), Just("   more"), Just("[4. all]")], 0..14)) {
        let text = lines.join(gap);
        let read = outline(&text);
        check(&text, &read);
        if read.flaws.is_empty() {
            check_words(&text, &read);
            let again = outline(&source(&read.units));
            prop_assert_eq!(again.units, read.units);
        }
    }
}
