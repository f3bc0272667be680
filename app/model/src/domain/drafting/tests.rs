//! Texts of our own, read, aligned and compared.

use super::*;
use crate::domain::draft::Level;
use proptest::prelude::*;

mod headings;
mod parts;
mod properties;

const FIRST: &str = "---
title: Zero draft on the security of shared services
language: en
---

A. Common ground

1. States welcomed the written contributions of operators, of researchers and of civil society.

2. States recalled that the agreed norms apply to services on which the public depends.

B. Practice

3. States offered the following parts of a plan for such services:

(a) A contact that answers at any hour;

(b) A policy for those who find weaknesses, with:

(i) Safety for whoever searches in good faith;

(ii) A day by which the operator has to answer;

(c) Least demands on those who supply.

4. [States asked for an instrument that binds.]

4 bis. [States wished to see what is agreed in use before anything new is agreed.]

5. States should tell each other early of incidents that reach across a border.

C. Help

6. States encouraged common exercises with private operators.

7. States will go on with these matters at the next session.
";

const SECOND: &str = "A. Common ground

1. States welcomed the written contributions of operators, of researchers, of the technical community and of civil society.

1 bis. States took note of the questions that were put to the Chair between the sessions.

2. States recalled that the agreed norms apply to services on which the public depends.

B. Practice

3. States offered the following parts of a voluntary plan for such services:

(a) A contact that answers at any hour;

(b) A coordinated policy for those who find weaknesses, with:

(i) Legal safety for whoever searches in good faith;

(c) Least demands on those who supply, taken from standards in use.

4. [States asked for an instrument that binds.] [States wished to see what is agreed in use before anything new is agreed.]

5. States must tell each other early of incidents that reach across a border.

C. Help

6. States will go on with these matters at the next session.
";

fn units(source: &str) -> Vec<Unit> {
    let read = outline(source);
    assert_eq!(read.flaws, [], "{source}");
    read.units
}

/// What a comparison says, in the words of a chair.
fn said(old: &[Unit], new: &[Unit]) -> Vec<String> {
    let cite = |units: &[Unit], at: &[usize]| at.iter().map(|at| units[*at].citation.clone()).collect::<Vec<_>>().join(" and ");
    compare(old, new, &propose(old, new))
        .into_iter()
        .filter(|line| !line.is_same())
        .map(|line| {
            let here = line.new.map_or_else(String::new, |unit| new[unit].citation.clone());
            let from = cite(old, &line.old);
            let mut words = match line.fate {
                Fate::Unchanged => String::new(),
                Fate::Changed => format!("{here} changed"),
                Fate::Added => format!("{here} added"),
                Fate::Deleted => format!("{from} deleted"),
                Fate::Merged => format!("{from} merged into {here}"),
                Fate::Split => format!("{here} split from {from}"),
            };
            if line.renumbered {
                words = format!("{words} {from} renumbered {here}");
            }
            if line.moved {
                words = format!("{words} {from} moved to {here}");
            }
            words.trim().to_owned()
        })
        .collect()
}

#[test]
fn a_text_is_read_with_its_numbers() {
    let read = outline(FIRST);
    assert_eq!((read.flaws, read.doubts), (vec![], vec![]));
    let cited: Vec<_> = read.units.iter().map(|unit| unit.citation.as_str()).collect();
    assert_eq!(cited, ["A", "1", "2", "B", "3", "3 (a)", "3 (b)", "3 (b) (i)", "3 (b) (ii)", "3 (c)", "4", "4 bis", "5", "C", "6", "7"]);
    assert_eq!(read.units[7].level, Level::Item);
    assert_eq!(read.units[10].text, "[States asked for an instrument that binds.]");
}

#[test]
fn two_versions_are_told_apart() {
    assert_eq!(
        said(&units(FIRST), &units(SECOND)),
        [
            "1 changed",
            "1 bis added",
            "3 changed",
            "3 (b) changed",
            "3 (b) (i) changed",
            "3 (b) (ii) deleted",
            "3 (c) changed",
            "4 and 4 bis merged into 4",
            "5 changed",
            "6 deleted",
            "7 renumbered 6",
        ]
    );
}

#[test]
fn what_is_split_moved_or_put_elsewhere_is_said() {
    let old = units(
        "1. One thing is here. Another thing is there as well.\n\n2. Second words of all.\n\n(a) Below the second stands this;\n\n3. Third words of all.",
    );
    let new = units(
        "1. One thing is here.\n\n2. Another thing is there as well.\n\n3. Third words of all.\n\n(a) Below the second stands this;\n\n4. Second words of all.",
    );
    assert_eq!(said(&old, &new), ["1 split from 1", "2 split from 1", "2 (a) moved to 3 (a)", "2 renumbered 4 2 moved to 4"]);
}

#[test]
fn markdown_and_other_scripts_are_read_alike() {
    let markdown = "# The text\n\n*Recalling* what was agreed,\n\n**Noting** the rest,\n\n## A. Words\n\n1\\. First[^1]\n\n   goes on here.\n\n   - (a) Sub;\n   - (b) Sub,\n     in two lines.\n\n[^1]: A note.\n";
    let read = outline(markdown);
    assert_eq!((read.flaws.len(), read.doubts.len()), (0, 0));
    let got: Vec<_> = read.units.iter().map(|unit| (unit.level, unit.citation.as_str(), unit.text.as_str())).collect();
    assert_eq!(
        got,
        [
            (Level::Heading, "H1", "The text"),
            (Level::Preambular, "PP1", "Recalling what was agreed,"),
            (Level::Preambular, "PP2", "Noting the rest,"),
            (Level::Heading, "A", "Words"),
            (Level::Paragraph, "1", "First[^1]\ngoes on here."),
            (Level::Subparagraph, "1 (a)", "Sub;"),
            (Level::Subparagraph, "1 (b)", "Sub, in two lines."),
            (Level::Note, "n. 1", "A note."),
        ]
    );
    let arabic = units("## تمهيد\n\n١. تؤكد الدول ما يلي:\n\n(أ) أولا؛\n\n(ب) ثانيا.\n\n١ مكررا. [تلاحظ الدول ذلك.]");
    let cited: Vec<_> = arabic.iter().map(|unit| unit.citation.as_str()).collect();
    assert_eq!(cited, ["H1", "١", "١ (أ)", "١ (ب)", "١ مكررا"]);
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let read = outline("Some words.\n\n1. One [^2].\n\n(a) Sub\n\n3. Three [open\n\n3. Again\n\n4.\n\n## H\n\n(b) Alone\n\n[^1]: Unused");
    let flaws: Vec<_> = read.flaws.iter().map(|spot| (spot.line, spot.what.clone())).collect();
    assert_eq!(flaws, [(1, Flaw::NoNumber), (3, Flaw::NoSuchNote), (9, Flaw::Twice), (11, Flaw::NoWords), (15, Flaw::NothingAbove)]);
    let doubts: Vec<_> = read.doubts.iter().map(|spot| (spot.line, spot.what.clone())).collect();
    assert_eq!(
        doubts,
        [(7, Doubt::OutOfOrder), (7, Doubt::Bracket), (9, Doubt::OutOfOrder), (15, Doubt::OutOfOrder), (17, Doubt::UnusedNote)]
    );
    assert_eq!(outline("").units, []);
    let many = outline(&"1. x\n\n".repeat(MAX_PROVISIONS + 1));
    assert_eq!(many.flaws.first().map(|spot| spot.what.clone()), Some(Flaw::TooMany { max: MAX_PROVISIONS }));
    let long = outline(&format!("1. {}", "x".repeat(MAX_PROVISION_TEXT + 1)));
    assert_eq!(long.flaws.iter().map(|spot| spot.what.clone()).collect::<Vec<_>>(), [Flaw::TooLong { max: MAX_PROVISION_TEXT }]);
    // Numbers that one types alike are the same number.
    assert_eq!(outline("1. One:\n\n(a) b\n\n(A) c").flaws.len(), 1);
    assert_eq!(outline("1. x[^1]\n\n2.\n\n[^1]: n\n\n(a) b").flaws, [], "a footnote between a number and what is below it");
    assert_eq!(outline("1. One[^1]\n\n[^1]:\n\n(a) b").flaws.len(), 1, "a footnote without words, whatever stands behind it");
    // What is no footnote on the page is none here.
    assert_eq!(outline("1. The sign [^ and [other]").flaws, []);
}

#[test]
fn a_version_goes_on_as_a_text() {
    for text in [FIRST, SECOND, "*Recalling* this,\n\n## H\n\n1. One[^a]\n\n   more\n\n(a) b\n\n(i) c\n\na. d\n\ni. e\n\n[^a]: note"] {
        let read = units(text);
        assert_eq!(units(&source(&read)), read, "{}", source(&read));
    }
}

#[test]
fn what_the_properties_once_found_is_read_again_as_it_was() {
    for words in [
        "*\nA",
        "_\n*\n¡",
        "*.\n¡",
        "*\\",
        "[\t\0¡\t)",
        "Annex I#",
        "## C# ##",
        "## C # #",
        "##\nNoting this,",
        "OP2\nalt [Yes.]",
        "1. x:\n\n(a)\nbis One",
        "II.\nNoting,",
        "1. One\n\n   II.\n   foo",
        "*1\n- a,*",
        "Noting,\nOP2alt Three,",
        "   Annex I\nإذ تشير،",
        "   *Annex I*",
        "PP2\nمكررا-->One",
    ] {
        let read = outline(words);
        assert_eq!(outline(&source(&read.units)).units, read.units, "{words:?}");
    }
}

#[test]
fn alignments_are_checked() {
    assert_eq!(Alignment::new(vec![vec![3]], 2, 1), None, "there is no such provision");
    assert_eq!(Alignment::new(vec![], 2, 1), None, "it is of another text");
    let merged = Alignment::new(vec![vec![1, 0, 1], vec![]], 2, 2).unwrap();
    assert_eq!(merged.of(0), [0, 1]);
    assert_eq!(merged.same(0), None);
    let split = Alignment::new(vec![vec![0], vec![0], vec![1]], 2, 3).unwrap();
    assert_eq!((split.same(0), split.same(2)), (None, Some(1)));
    assert_eq!(split.successors(0).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn lines_without_a_gap_are_told_apart_or_doubted() {
    let tight = outline("1. One, as in\n2021. They went on.\n2. Two:\n(a) Sub;\n[(b) Other;]\nCapacity-building\n3. Three");
    let text: Vec<_> = tight.units.iter().map(|unit| unit.text.as_str()).collect();
    assert_eq!(text, ["One, as in 2021. They went on.", "Two:", "Sub;", "[Other;] Capacity-building", "Three"]);
    let doubts: Vec<_> = tight.doubts.iter().map(|spot| (spot.line, spot.what.clone())).collect();
    assert_eq!(doubts, [(2, Doubt::Joined), (6, Doubt::Joined)]);
    let glued = outline("1. One.\nCapacity-building\n2. Two");
    assert_eq!(glued.doubts.iter().map(|spot| (spot.line, spot.what.clone())).collect::<Vec<_>>(), [(2, Doubt::Joined)]);
    let preamble = outline("The Group,\nRecalling one [and two],[^1]\nNoting [three,]\n1. One\n\n[^1]: N");
    let cited: Vec<_> = preamble.units.iter().map(|unit| unit.citation.as_str()).collect();
    assert_eq!((preamble.flaws.as_slice(), cited), ([].as_slice(), vec!["PP1", "PP2", "PP3", "1", "n. 1"]));
    assert_eq!(
        preamble.doubts.iter().map(|spot| (spot.line, spot.what.clone())).collect::<Vec<_>>(),
        [(2, Doubt::Parted), (3, Doubt::Parted)]
    );
    let indented = outline("The Group,\n\n   Recalling one,\n\n   Noting two,\n\n1. One\n\n   Annex");
    assert_eq!((indented.units.len(), indented.doubts.len()), (4, 1), "an annex is no part of a paragraph: {:?}", indented.units);
    // What is no front matter is text.
    assert_eq!(outline("---\nA rule, and words\n---\n\n1. One").flaws.len(), 1);
    assert_eq!(outline("1 - بند\n\n\u{200f}2. آخر\n\n**3.** C").units.len(), 3);
}

#[test]
fn numbers_that_do_not_come_next_are_never_swallowed_in_silence() {
    let cited = |text: &str| outline(text).units.iter().map(|unit| unit.citation.clone()).collect::<Vec<_>>();
    assert_eq!(cited("3. States agreed.\n5. States noted.\n6. On."), ["3", "5", "6"]);
    assert_eq!(cited("A. Norms\n17. States\n## More\n18. States"), ["A", "17", "H2", "18"]);
    assert_eq!(cited("١ - أول\n٢ - ثان"), ["١", "٢"]);
    assert_eq!(cited("4.\nStates should"), ["4"]);
    assert_eq!(outline("4.\nStates should").units[0].text, "States should");
    let wrapped = outline("1. One, as in\n7. of the list");
    assert_eq!((wrapped.units.len(), wrapped.doubts.len()), (1, 1), "{wrapped:?}");
    // What stands below (i) is left alone.
    let text = "1. A:\n\n(h) b;\n\n(i) c:\n\na. d;\n\n(ii) e";
    assert!(outline(text).doubts.iter().any(|spot| spot.what == Doubt::OutOfOrder));
    assert!(cited(text).contains(&"1 (i)".to_owned()), "{:?}", cited(text));
    assert_eq!(cited("II. Two\n\nA. a\n\nIV. Four\n\nA. b"), ["II", "II A", "IV", "IV A"]);
    assert_eq!(cited("المرفق الأول\n\n1. أ\n\nالمرفق الثاني\n\n1. ب"), ["H1", "المرفق 1", "H2", "المرفق 2 1"]);
}

#[test]
fn what_has_only_its_number_in_common_is_new() {
    let filler: Vec<_> = (4..14).map(|n| format!("{n}. States took the view of matter{n} and of the item{n} in the work{n}.")).collect();
    let filler = filler.join("\n\n");
    let first = "1. States concluded that capacity-building should be a sustainable process, driven by the needs of the recipients.";
    let second =
        "1. States noted the importance of international law, in particular the Charter of the United Nations, in the use of ICTs.";
    let (old, new) = (units(&format!("{first}\n\n{filler}")), units(&format!("{second}\n\n{filler}")));
    assert_eq!(said(&old, &new), ["1 deleted", "1 added"]);
    // The same words below two paragraphs stay below them, though their numbers changed.
    let old = units("1. First list:\n\n(a) To States;\n\n2. Second list:\n\n(a) To States;");
    let new = units("1. Something new is written here\n\n2. First list:\n\n(a) To States;\n\n3. Second list:\n\n(a) To States;");
    assert_eq!(said(&old, &new), ["1 added", "1 renumbered 2", "2 renumbered 3"]);
    // Also where one of them is gone, and another of the same words is new: none takes the place of another.
    let old = units("1. First list:\n\n(a) To States;\n\n2. Second list:\n\n(a) To States;");
    let new = units("1. First list:\n\n2. Second list:\n\n(a) To States;\n\n3. Third list is new:\n\n(a) To States;");
    assert_eq!(said(&old, &new)[..2], ["3 added".to_owned(), "1 (a) moved to 3 (a)".to_owned()]);
}

fn a_text() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("[a-d]{1,3}( [a-d]{1,3}){0,8}", 0..12)
}

/// Numbered paragraphs of these words.
fn numbered(words: &[String]) -> Vec<Unit> {
    let lines: Vec<_> = words.iter().enumerate().map(|(at, words)| format!("{}. {words}", at + 1)).collect();
    units(&lines.join("\n\n"))
}

proptest! {
    #[test]
    fn a_comparison_names_every_provision_of_both(old in a_text(), new in a_text()) {
        let (old, new) = (numbered(&old), numbered(&new));
        let alignment = propose(&old, &new);
        let lines = compare(&old, &new, &alignment);
        let mut seen: Vec<_> = lines.iter().filter_map(|line| line.new).collect();
        prop_assert_eq!(&seen, &(0..new.len()).collect::<Vec<_>>(), "the new text, in its order");
        seen = lines.iter().flat_map(|line| line.old.clone()).collect();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen, (0..old.len()).collect::<Vec<_>>(), "and nothing of the old one is passed over");
        for line in &lines {
            if let (Fate::Unchanged, [one], Some(unit)) = (line.fate, line.old.as_slice(), line.new) {
                prop_assert_eq!(&old[*one].text, &new[unit].text);
            }
        }
    }

    #[test]
    fn a_text_is_the_same_as_itself(words in a_text()) {
        let text = numbered(&words);
        prop_assert!(compare(&text, &text, &propose(&text, &text)).iter().all(Compared::is_same));
    }
}
