//! Chapters, annexes and articles; and texts that are meant to take long.

use super::super::*;

#[test]
fn chapters_annexes_and_lists_are_cited_apart() {
    let text = "I. General\n\nA. Words\n\n1. One\n\nB. More\n\n2. Two:\n\n(h) Eight:\n\n(i) first;\n\n(ii) second;\n\n(i) Nine\n\nII. Special\n\nA. Again\n\n3. Three\n\nAnnex I: Terms\n\n1. A term";
    let read = outline(text);
    assert_eq!(read.flaws, []);
    let cited: Vec<_> = read.units.iter().map(|unit| unit.citation.as_str()).collect();
    let expected = ["I", "I A", "1", "I B", "2", "2 (h)", "2 (h) (i)", "2 (h) (ii)", "2 (i)", "II", "II A", "3", "H6", "Annex I 1"];
    assert_eq!(cited, expected);
    let doubts: Vec<_> = read.doubts.iter().map(|spot| (spot.line, spot.what.clone())).collect();
    assert_eq!(doubts, [(11, Doubt::OutOfOrder)], "the list begins with (h)");
}

#[test]
fn articles_whose_numbers_begin_anew_are_cited_apart() {
    let cited = |text: &str| {
        let read = outline(text);
        assert_eq!((read.flaws, read.doubts), (vec![], vec![]), "{text}");
        read.units.into_iter().map(|unit| unit.citation).collect::<Vec<_>>()
    };
    let treaty = "# II. Terms\n\n## Article 4: Use\n\n1. One:\n\n(a) A;\n\n2. Two\n\n## Article 5\n\n1. One\n\nAnnex\n\n## Article 5. More\n\n1. One";
    let expected = ["II", "H2", "Article 4 1", "Article 4 1 (a)", "Article 4 2", "H3", "Article 5 1", "H4", "H5", "Annex Article 5 1"];
    assert_eq!(cited(treaty), expected);
    assert_eq!(cited("## المادة 4\n\n1. أ\n\n## المادة 5\n\n1. ب"), ["H1", "المادة 4 1", "H2", "المادة 5 1"]);
    // Numbers that go on through the articles are numbers of the text, and an article of another text is none of this one.
    assert_eq!(cited("## H\n\n1. One\n\n## Article 2\n\n2. Two\n\n## Article 3\n\n3. Three"), ["H1", "1", "H2", "2", "H3", "3"]);
    assert_eq!(cited("## Article 51 of the Charter\n\n1. One"), ["H1", "1"]);
}

#[test]
fn articles_have_numbers_of_their_own_only_where_every_one_has() {
    let cited = |text: &str| outline(text).units.into_iter().map(|unit| unit.citation).collect::<Vec<_>>();
    let through = "## Article 1\n\n1. One\n\n2. Two\n\n## Article 2\n\n3. Three\n\n(a) A\n\n## Article 3\n\n4. Four";
    assert_eq!(cited(through), ["H1", "1", "2", "H2", "3", "3 (a)", "H3", "4"]);
    assert_eq!((outline(through).flaws, outline(through).doubts), (vec![], vec![]));
    // One paragraph each, with the number of the article: these say neither.
    let alone = "## Article 1\n\n1. One\n\n## Article 2\n\n2. Two";
    assert_eq!(cited(alone), ["H1", "1", "H2", "2"]);
    let treaty =
        "## Article 1\n\n1. One\n\n## Article 2\n\n1. Two\n\n2. Three\n\n## Article 3\n\n3. Four\n\n## Article 3 bis: More\n\n1. Five";
    assert_eq!(cited(treaty), ["H1", "Article 1 1", "H2", "Article 2 1", "Article 2 2", "H3", "3", "H4", "Article 3 bis 1"]);
    // Where they are mixed, a number that stands twice is said to.
    let mixed = outline("## Article 1\n\n1. One\n\n2. Two\n\n## Article 2\n\n3. Three\n\n## Article 3\n\n1. Four");
    assert_eq!(mixed.flaws.iter().map(|spot| (spot.line, spot.what.clone())).collect::<Vec<_>>(), [(13, Flaw::Twice)]);
}

#[test]
fn a_marked_heading_of_an_annex_may_be_long_and_no_two_are_cited_alike() {
    let cited = |text: &str| {
        let read = outline(text);
        assert_eq!((read.flaws, read.doubts), (vec![], vec![]), "{text}");
        assert_eq!(outline(&source(&read.units)).units, read.units);
        read.units.into_iter().map(|unit| unit.citation).collect::<Vec<_>>()
    };
    let long = format!("1. One\n\n## Annex I: Terms of reference{}.\n\n1. Two", " of a group that meets often".repeat(5));
    assert_eq!(cited(&long), ["1", "H1", "Annex I 1"]);
    assert_eq!(
        cited("## Annex\n\n1. A\n\n## Annex\n\n1. B\n\n## Annex 2\n\n1. C\n\n## ANNEX\n\n1. D"),
        ["H1", "Annex 1", "H2", "Annex 2 1", "H3", "Annex 2 2 1", "H4", "ANNEX 3 1"]
    );
    assert_eq!(cited("## ANNEX TERMS\n\n1. A"), ["H1", "ANNEX 1"], "words in capitals are no number");
}

/// Each of these would take hours if what stands before a line were read again for each line.
#[test]
fn hostile_texts_are_read_in_one_go() {
    for (begin, piece) in [
        ("1. One ", "[^"),
        ("1. One ", "[^1]"),
        ("1. One ", "]"),
        ("1. One\n", "]\n"),
        ("Noting,\n", "]\n"),
        ("1. One\n\n", "   [^]\n\n"),
        ("1. One\n\n", "(h)\n\n(i)\n\n(ii)\n\n"),
        ("", "Annex\n\n"),
        ("", "[^1]:\n"),
        ("1.\n", "[^1]:\n"),
    ] {
        let read = outline(&(begin.to_owned() + &piece.repeat(200_000 / piece.len())));
        assert!(!read.units.is_empty() || !read.flaws.is_empty(), "{begin:?} {piece:?}");
    }
}

/// As long as it takes to read a text, the shorter of two tries.
#[expect(clippy::disallowed_methods, reason = "how long something takes is no time of the domain")]
fn takes(text: &str) -> std::time::Duration {
    let once = || {
        let begun = std::time::Instant::now();
        assert!(!outline(text).units.is_empty());
        begun.elapsed()
    };
    once().min(once())
}

#[test]
fn footnotes_alone_take_no_longer_than_as_many_paragraphs() {
    let (notes, paragraphs) = ("[^1]:\n".repeat(30_000), "1. x\n".repeat(30_000));
    // Where each was held against all behind it, it took a hundred times as long.
    let (notes, paragraphs) = (takes(&notes), takes(&paragraphs));
    assert!(notes < 10 * paragraphs, "{notes:?}, not {paragraphs:?}");
}

#[test]
fn what_all_that_stands_below_is_cited_with_is_short() {
    for long in [format!("(ه{})", "ـ".repeat(9_000)), format!("## 附件{}", "件".repeat(9_000)), format!("{}. A", "I".repeat(9_000))] {
        let read = outline(&format!("1. One\n\n{long}\n\n1. x\n\n(a) y\n\n(i) z"));
        assert!(read.units.iter().all(|unit| unit.citation.len() < 100), "{read:?}");
    }
}
