use super::*;
use crate::domain::language::Language;
use crate::domain::redaction::passages;
use crate::domain::validate::Fault;
use proptest::prelude::*;

fn redacted(passages: &[&str]) -> Redacted {
    Redacted::new(passages.iter().map(|passage| (*passage).to_owned()).collect())
}

fn hidden(passage: &str, text: &str) -> String {
    let mut text = text.to_owned();
    redacted(&[passage]).hide(&mut text);
    text
}

#[test]
fn words_are_hidden_wherever_they_stand() {
    for (passage, text, shown) in [
        ("فاطمة", "السيدة فاطمه", "السيدة ███"),
        ("John Smith", "Ask John Smith. JOHN  SMITH’s desk; John\nSmith", "Ask ███. ███’s desk; ███"),
        ("Ann", "Annex: Ann, Joann, ann-made", "Annex: ███, Joann, ███-made"),
        ("+254 700 000 000", "Call +254 700 000 000!", "Call ███!"),
        ("john_doe@example.org", "to john_doe@example.org or <john_doe@example.org>", "to ███ or <███>"),
        ("José", "Jose\u{301} and Jose", "███ and Jose"),
        ("Jose", "José and Jose", "José and ███"),
        ("王小明", "代表王小明发言", "代表███发言"),
        ("أحمد", "قال أَحْمَد ثم وأحمد ولأحمد وسأحمد", "قال ███ ثم و███ ول███ وسأحمد"),
        ("Doe", "jane_doe@x.org, Jane **D**oe, Doet", "jane_███@x.org, Jane **███**███, Doet"),
        ("O'Brien", "Mr O’Brien", "Mr ███"),
        ("2024", "عام ٢٠٢٤", "عام ███"),
        ("Νίκος", "ΝΊΚΟΣ", "███"),
        ("12 34 12", "12 34 12 34 12", "███"),
        ("secret", "sec\u{61c}ret se\u{fe0f}cret", "███ ███"),
        ("Иванов", "ИВАНОВ, Иванову", "███, Иванову"),
        ("secret", "sec\u{ad}ret \u{2066}secret\u{2069}", "███ \u{2066}███\u{2069}"),
        ("nothing", "Something else", "Something else"),
    ] {
        assert_eq!(hidden(passage, text), shown, "{passage}");
    }
}

#[test]
fn markdown_around_and_within_stays_closed() {
    for (passage, text, shown) in [
        ("John Smith", "by **John Smith**, chair", "by **███**, chair"),
        ("Mr John Smith", "by Mr **John** Smith now", "by ███ **███** ███ now"),
        ("John Smith", "**Mr John** Smith now", "**Mr ███** ███ now"),
        ("+254", "call \\+254 now", "call ███ now"),
        ("C:\\temp", "in C:\\temp there", "in ███ there"),
        ("our lawyer", "[our lawyer](https://example.org/smith)", "[███](https://example.org/smith)"),
        ("https://example.org/smith", "[our lawyer](https://example.org/smith)", "[our lawyer](███)"),
    ] {
        assert_eq!(hidden(passage, text), shown, "{passage}");
    }
}

#[test]
fn two_letters_of_one_character_go_together() {
    for (text, passages) in [("a ½ b", ["1", "2"]), ("㎧ and ㏂", ["m", "s"]), ("﷽ ﷺ", ["الله", "عليه"])] {
        let shown = redacted(&passages).shown(text);
        assert!(shown.contains(MARK), "{text}: {shown}");
    }
}

#[test]
fn passages_that_overlap_leave_nothing_between_them() {
    let mut text = "the private address of John Smith in Nairobi".to_owned();
    redacted(&["address of John", "John Smith"]).hide(&mut text);
    assert_eq!(text, "the private ███ in Nairobi");
}

#[test]
fn everything_a_paper_and_a_comment_say_is_covered() {
    let about = crate::domain::recommendation::About::from_code("norm:N-C");
    let mut paper = PaperContent {
        title: "On Smith".to_owned(),
        text: "Smith".to_owned(),
        answers: vec![String::new(), "By Smith".to_owned()],
        recommendations: vec![crate::domain::recommendation::Recommendation { text: "Ask Smith".to_owned(), about }],
        ..PaperContent::empty(Language::En)
    };
    redacted(&["Smith"]).hide_in_paper(&mut paper);
    assert!(!format!("{paper:?}").contains("Smith"), "{paper:?}");
    assert!(!paper.answers[0].contains(MARK));
    let mut comment = CommentContent {
        language: Language::En,
        kind: crate::domain::comment::CommentKind::default(),
        quote: "Smith".to_owned(),
        stance: crate::domain::comment::Stance::Neutral,
        operation: crate::domain::comment::Operation::Modify,
        proposed_text: "Smith".to_owned(),
        reason: "Smith".to_owned(),
        link: "https://example.org/Smith".to_owned(),
    };
    redacted(&["Smith"]).hide_in_comment(&mut comment);
    assert_eq!([comment.proposed_text.as_str(), &comment.reason, &comment.link], ["███", "███", "https://example.org/███"]);
    assert_eq!(comment.quote, "Smith", "the words of the text are no author's");
}

#[test]
fn what_is_typed_is_a_passage_a_line() {
    let both = redacted(&["John Smith", "+254 700"]);
    assert_eq!(passages("\n  John   Smith \r\n+254 700\nJohn Smith\n\n"), Ok(both));
    assert_eq!(passages(" \n "), Err(Fault::Missing));
    assert_eq!(passages("ok\n—"), Err(Fault::PassageWithoutWords));
    assert_eq!(passages("a███"), Err(Fault::PassageWithoutWords));
    assert_eq!(passages(&"x".repeat(301)), Err(Fault::TooLong { max: 300 }));
    let lines: Vec<_> = (0..21).map(|n| format!("word{n}")).collect();
    assert_eq!(passages(&lines.join("\n")), Err(Fault::TooManyPassages { max: 20 }));
    assert!(passages(&lines[..20].join("\n")).is_ok());
}

#[test]
fn a_redaction_hides_what_is_there_and_leaves_most() {
    let paper =
        PaperContent { title: "A title".to_owned(), text: "one two three four five six".to_owned(), ..PaperContent::empty(Language::En) };
    let nothing = Redacted::default();
    assert_eq!(redacted(&["two", "eight"]).check_in_paper(&nothing, &paper, &[]), Err(Fault::PassageNotThere { number: 2 }));
    assert_eq!(redacted(&["two three"]).check_in_paper(&nothing, &paper, &[]), Ok(()));
    assert_eq!(redacted(&["one two three four five"]).check_in_paper(&nothing, &paper, &[]), Err(Fault::HidesTooMuch));
    assert_eq!(redacted(&["two"]).check_in_paper(&redacted(&["two three"]), &paper, &[]), Err(Fault::PassageRedacted { number: 1 }));
    assert_eq!(redacted(&["eight"]).check_in_paper(&nothing, &paper, &["For seven read eight.".to_owned()]), Ok(()));
    // Step by step no more than at once.
    assert_eq!(redacted(&["four five six"]).check_in_paper(&redacted(&["two three"]), &paper, &[]), Err(Fault::HidesTooMuch));
}

proptest! {
    /// Nothing of a passage is left as a word of its own, whatever stands around it and however it is written.
    #[test]
    fn what_is_redacted_is_gone(
        before in "[a-z .*_\n]{0,20}",
        after in "[a-z .*_\n]{0,20}",
        upper in any::<bool>(),
        space in "[ \n]{1,3}",
        between in prop::sample::select(vec!["", "*", "**", "\u{ad}", "\u{200b}", "\u{61c}", "\u{fe0f}"]),
    ) {
        let name = if upper { "QORVAX ZIMPEL" } else { "Qorvax Zimpel" };
        let name: String = name.chars().map(|c| if c == ' ' { space.clone() } else { format!("{c}{between}") }).collect();
        let shown = hidden("Qorvax Zimpel", &format!("{before} {name}, {after}"));
        let letters = shown.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
        prop_assert!(!letters.contains("qorvax") && !letters.contains("zimpel"), "{shown}");
        prop_assert!(shown.contains(MARK));
    }

    /// Characters that are several letters, and passages that meet in them.
    #[test]
    fn letters_that_share_a_character_are_read(
        text in "[½㏂㎧ﷺ㍇12amsإاللهعليهアン\\\\*_ é]{0,24}",
        passages in proptest::collection::vec("[½12amsالله عليهアン*_ é]{1,4}", 1..4),
    ) {
        let all = Redacted::new(passages);
        let once = all.shown(&text);
        // A mark inside what was one word (`m㏂` without its second character) makes words of the rest: more may be found the second
        // time. What is found is never shown, whatever the characters are.
        let letters = |text: &str| text.chars().filter(|c| !MARK.contains(*c)).count();
        prop_assert!(letters(&once) <= letters(&text) && (once == text || letters(&once) < letters(&text)), "{once}");
        prop_assert!(letters(&all.shown(&once)) <= letters(&once), "{once}");
    }

    /// What is not redacted stays byte for byte.
    #[test]
    fn other_words_are_untouched(before in "\\PC{0,40}", after in "[a-y0-9 .,*\n]{0,40}") {
        let shown = hidden("Qorvax Zimpel", &format!("{before} Qorvax Zimpel {after}"));
        prop_assert_eq!(shown, format!("{before} {MARK} {after}"));
    }

    #[test]
    fn any_passage_is_found(before in "\\PC{0,40}", passage in "[a-z0-9éßжع字½]{1,8}", after in "\\PC{0,40}") {
        let shown = hidden(&passage, &format!("{before} {passage} {after}"));
        prop_assert!(shown.contains(MARK), "{passage}: {shown}");
    }
}
