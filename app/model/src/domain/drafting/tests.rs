//! Texts of our own, read, aligned and compared.

use super::*;
use crate::domain::draft::Level;
use proptest::prelude::*;

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
    assert_eq!(read.title.as_deref(), Some("Zero draft on the security of shared services"));
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
    let markdown = "# The title\n\n*Recalling* what was agreed,\n\n**Noting** the rest,\n\n## A. Words\n\n1\\. First[^1]\n\n   goes on here.\n\n   - (a) Sub;\n   - (b) Sub,\n     in two lines.\n\n[^1]: A note.\n";
    let read = outline(markdown);
    assert_eq!((read.flaws.len(), read.doubts.len(), read.title.as_deref()), (0, 0, Some("The title")));
    let got: Vec<_> = read.units.iter().map(|unit| (unit.level, unit.citation.as_str(), unit.text.as_str())).collect();
    assert_eq!(
        got,
        [
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
    assert_eq!(doubts, [(7, Doubt::OutOfOrder), (7, Doubt::Bracket), (9, Doubt::OutOfOrder), (17, Doubt::UnusedNote)]);
    assert_eq!(outline("").units, []);
    assert_eq!(outline(&"1. x\n\n".repeat(MAX_PROVISIONS + 1)).flaws.last().map(|spot| spot.what.clone()), Some(Flaw::Twice));
}

#[test]
fn a_version_goes_on_as_a_text() {
    for text in [FIRST, SECOND, "*Recalling* this,\n\n## H\n\n1. One[^a]\n\n   more\n\n(a) b\n\n(i) c\n\na. d\n\ni. e\n\n[^a]: note"] {
        let read = units(text);
        assert_eq!(units(&source(&read)), read, "{}", source(&read));
    }
}

#[test]
fn alignments_are_checked_and_go_one_after_the_other() {
    let far = Alignment::new(vec![vec![3]], 2, 1);
    assert_eq!(far, Err(Unaligned::NoSuch { unit: 0 }));
    assert_eq!(Alignment::new(vec![], 2, 1), Err(Unaligned::OtherLength { units: 1 }));
    let merged = Alignment::new(vec![vec![1, 0, 1], vec![]], 2, 2).unwrap();
    assert_eq!(merged.of(0), [0, 1]);
    assert_eq!(merged.same(0), None);
    let split = Alignment::new(vec![vec![0], vec![0], vec![1]], 2, 3).unwrap();
    assert_eq!((split.same(0), split.same(2)), (None, Some(1)));
    assert_eq!(split.after(&merged).origins(), [vec![0, 1], vec![0, 1], vec![]]);
    assert_eq!(split.after(&Alignment::identity(2)), split);
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
    fn nothing_makes_the_reader_stumble(words in "(?s).{0,400}") {
        let read = outline(&words);
        // What it read without a flaw, it reads again from what it writes.
        if read.flaws.is_empty() {
            let again = outline(&source(&read.units));
            prop_assert_eq!(again.units, read.units);
        }
    }

    #[test]
    fn lines_of_drafts_are_read_again_as_they_were(lines in proptest::collection::vec(
        prop_oneof![Just("1. one"), Just("2 bis. [two]"), Just("(a) x"), Just("(i) y"), Just("b) *z*"), Just("A. H"), Just("## K"), Just("a. c"),
            Just("i. d"), Just("*Noting* e,"), Just("PP3 f"), Just("[^1]: n"), Just("3. see[^1]"), Just("   more"), Just("[4. all]")], 0..14)) {
        let read = outline(&lines.join("\n\n"));
        if read.flaws.is_empty() {
            let again = outline(&source(&read.units));
            prop_assert_eq!(again.units, read.units);
        }
    }

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
