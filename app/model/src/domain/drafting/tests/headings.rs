//! What is a heading, and what only looks like one or stands below one.

use super::super::*;

/// What is read and doubted: the citations, and the line of each doubt.
fn read_and_doubted(text: &str) -> (Vec<String>, Vec<(usize, Doubt)>) {
    let read = outline(text);
    (read.units.into_iter().map(|unit| unit.citation).collect(), read.doubts.into_iter().map(|spot| (spot.line, spot.what)).collect())
}

#[test]
fn a_sentence_below_a_heading_is_not_joined_to_it_in_silence() {
    for (below, doubted) in [
        ("States agreed on this.", true),
        ("states agreed on this.", true),
        ("2021 was the year of this", true),
        ("(see below) States agreed", false),
        ("“States” agreed", true),
        ("تؤكد الدول ذلك", true),
        ("information security", false),
        ("\n   in the field of many things that have no end and go on for longer than a line", true),
    ] {
        let (cited, doubts) = read_and_doubted(&format!("A. Threats in the sphere of\n{below}\n1. One"));
        assert_eq!(cited, ["A", "1"], "{below}");
        let line = if below.starts_with('\n') { 3 } else { 2 };
        assert_eq!(doubts, if doubted { vec![(line, Doubt::Joined)] } else { vec![] }, "{below}");
    }
}

#[test]
fn an_initial_at_the_beginning_of_a_line_is_no_heading_in_silence() {
    let doubted = |text: &str, cited: &[&str], doubts: &[(usize, Doubt)]| {
        assert_eq!(read_and_doubted(text), (cited.iter().map(|cited| (*cited).to_owned()).collect(), doubts.to_vec()), "{text}");
    };
    // The words above have not ended: they go on.
    doubted("1. The Chair thanked\nA. Smith for the work.\n2. Two", &["1", "2"], &[(2, Doubt::Joined)]);
    doubted("1. One\n\n[^1]: See\nJ. Smith, p. 3.", &["1", "n. 1"], &[(3, Doubt::UnusedNote), (4, Doubt::Joined)]);
    // They may have ended, or something comes next that looks like a heading.
    doubted("1. The Chair thanked Mr.\nA. Smith for the work\n2. Two", &["1", "A", "2"], &[(2, Doubt::Heading)]);
    doubted("A. Words\n1. The Chair thanked\nB. Smith\n2. Two", &["A", "1", "B", "2"], &[(3, Doubt::Heading)]);
    doubted("Recalling the report,\nA. Smith\n\n1. One", &["PP1", "A", "1"], &[(2, Doubt::Heading)]);
    // A block of its own that ends as a sentence does, on whatever line, or whose letter is not the next.
    doubted("1. One.\n\nA. Smith spoke.\n\n2. Two", &["1", "A", "2"], &[(3, Doubt::Heading)]);
    doubted("A. Smith spoke\nof this and that,\n\n1. One", &["A", "1"], &[(2, Doubt::Joined)]);
    doubted("A. Words\n\n1. One\n\nJ. Smith\n\n2. Two", &["A", "1", "J", "2"], &[(5, Doubt::OutOfOrder)]);
    // What is marked as a heading is one, and so is what stands where a heading would.
    doubted("# J. Smith spoke.\n\n1. One", &["J", "1"], &[]);
    doubted(
        "I. General\nA. Words\n1. One\n\nB. More?\n\n2. Two\n\nII. Last\n\nA. Again",
        &["I", "I A", "1", "I B", "2", "II", "II A"],
        &[],
    );
    doubted("H. Words\n\n1. One\n\nI. More\n\n2. Two\n\nА. Слова", &["H", "1", "I", "2", "А"], &[(1, Doubt::OutOfOrder)]);
}
