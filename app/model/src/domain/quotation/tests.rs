use super::*;
use crate::domain::anchor::{AnchorState, stands};
use proptest::prelude::*;

#[test]
fn what_is_read_is_without_footnotes() {
    assert_eq!(readable("States [should[^1]  always] act.[^2]\n"), "States [should always] act.");
    assert_eq!(readable("[^1]"), "");
}

#[test]
fn words_stand_whole_and_once() {
    let text = "The Statesman told the State of the State's non-binding norms, 2.5 and 12.";
    assert_eq!(place("The Statesman", text), Ok(0..13));
    for (quote, why) in [
        ("States", Misplaced::NotThere),
        ("State's non", Misplaced::NotThere),
        ("binding", Misplaced::NotThere),
        ("2", Misplaced::NotThere),
        ("the State", Misplaced::NotThere),
        ("", Misplaced::NotThere),
        ("the", Misplaced::NotOnce),
    ] {
        let expected = if quote == "the State" { Ok(19..28) } else { Err(why) };
        assert_eq!(place(quote, text), expected, "{quote}");
    }
    assert_eq!(place("2.5", text), Ok(63..66));
    assert_eq!(place("12", text), Ok(71..73), "what ends a sentence is no part of a number");
}

#[test]
fn what_overlaps_itself_stands_twice() {
    assert_eq!(place("of the of", "of the of the of"), Err(Misplaced::NotOnce));
}

#[test]
fn other_scripts() {
    // A letter that is joined to a word in Arabic makes another word of it.
    assert_eq!(place("الدول", "على والدول أن تتعاون"), Err(Misplaced::NotThere));
    assert!(place("الدول", "على الدول أن تتعاون").is_ok());
    // A sign on its last letter makes another one of it, in whichever way it is written.
    assert_eq!(place("cafe", "the cafe\u{301} of"), Err(Misplaced::NotThere));
    assert!(place("应当", "各国应当合作").is_ok());
}

#[test]
fn a_selection_becomes_whole_words_that_stand_once() {
    let text = "States should act, and States should cooperate.";
    let chosen = |part: &str, nth: usize| {
        let at = text.match_indices(part).nth(nth).map(|(at, _)| at).expect("stands there");
        around(text, at..at + part.len())
    };
    assert_eq!(chosen("ct", 0), Some("act"));
    assert_eq!(chosen(" cooper", 0), Some("cooperate"));
    // What stands twice takes its neighbours along: of the first the word after, of the second the one before.
    assert_eq!(chosen("should", 0), Some("should act"));
    assert_eq!(chosen("States", 0), Some("States should act"));
    assert_eq!(around(text, 6..7), None);
    assert_eq!(around("a a", 0..1), Some("a a"));
    assert_eq!(around("ab", 1..9), None);
}

/// A paragraph of few words, so that they repeat, with brackets, footnotes and signs.
fn paragraph() -> impl Strategy<Value = Vec<&'static str>> {
    let words = [
        "States",
        "State",
        "State's",
        "should",
        "non-binding",
        "binding",
        "[and",
        "or]",
        "act,",
        "2.5",
        "act.[^1]",
        "الدول",
        "والدول",
        "各国应当",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 1..12)
}

/// One change of a paragraph: a word is put in, taken out, or becomes another.
#[derive(Debug, Clone)]
enum Edit {
    In(usize, &'static str),
    Out(usize),
    Other(usize, &'static str),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let word = || prop::sample::select(vec!["States", "not", "State", "binding", "act.", "\u{640}", "各", "[^2]"]);
    let edit = prop_oneof![
        (0..12_usize, word()).prop_map(|(at, word)| Edit::In(at, word)),
        (0..12_usize).prop_map(Edit::Out),
        (0..12_usize, word()).prop_map(|(at, word)| Edit::Other(at, word)),
    ];
    prop::collection::vec(edit, 0..6)
}

fn edited(words: &[&'static str], edits: &[Edit]) -> Vec<&'static str> {
    let mut words = words.to_vec();
    for edit in edits {
        match edit {
            Edit::In(at, word) => words.insert(at % (words.len() + 1), word),
            Edit::Out(at) if words.len() > 1 => drop(words.remove(at % words.len())),
            Edit::Other(at, word) => {
                let at = at % words.len();
                words[at] = word;
            }
            Edit::Out(_) => {}
        }
    }
    words
}

/// The words of a text between spaces, without the signs around them; of what is written without spaces every sign.
fn said(text: &str) -> Vec<String> {
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let words = text.split(' ').map(word).filter(|word| !word.is_empty());
    words.flat_map(|word| if word.contains(alone) { word.chars().map(String::from).collect() } else { vec![word] }).collect()
}

proptest! {
    /// Whatever is pointed at and however the text is edited, version after version: where a comment still stands, its words stand too, as
    /// the same whole words and nowhere else.
    #[test]
    fn a_comment_never_stands_on_other_words(words in paragraph(), from in 0..60_usize, length in 1..20_usize, versions in prop::collection::vec(edits(), 1..4)) {
        let original = words.join(" ");
        let text = readable(&original);
        let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = cuts[from % cuts.len()];
        let end = cuts[(from % cuts.len() + length).min(cuts.len() - 1)];
        let Some(quote) = around(&text, start..end) else { return Ok(()) };
        let chosen = text[start..end].trim();
        prop_assert!(quote.contains(chosen), "what was pointed at is quoted");
        prop_assume!(place(quote, &text).is_ok());
        let mut now = words;
        for edits in versions {
            now = edited(&now, &edits);
            let there = now.join(" ");
            let read = readable(&there);
            match stands(quote, &original, &there) {
                AnchorState::Exact => prop_assert_eq!(&there, &original),
                AnchorState::Moved => {
                    let place = place(quote, &read).expect("it was moved with proof");
                    prop_assert_eq!(&read[place.clone()], quote);
                    let (before, after) = (said(&read[..place.start]), said(&read[place.end..]));
                    let mut all = before;
                    all.extend(said(quote));
                    all.extend(after);
                    prop_assert_eq!(all, said(&read), "no word is cut at its edges");
                    let whole = |at: &usize| read[*at..].starts_with(quote) && !within_word(&read, *at) && !within_word(&read, at + quote.len());
                    prop_assert_eq!(read.char_indices().map(|(at, _)| at).filter(whole).count(), 1);
                }
                AnchorState::Open => prop_assert!(place(quote, &read).is_err()),
                other => prop_assert!(false, "{other:?} is said by a moderator alone"),
            }
        }
    }
}
