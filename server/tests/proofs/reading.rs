//! What reads texts, under texts that nobody would write: the reader of drafts, the proposal of where provisions come from, the finder of
//! quoted words, the reader of Akoma Ntoso.
//!
//! Whatever comes in, nothing panics, limits hold, nothing is passed over in silence, and what comes out is no larger than what came in.

use crate::noise::{Noise, rounds};
use crate::seeds::{DOCUMENTS, TEXTS};
use crate::sized;
use engine::import;
use model::domain::anchor;
use model::domain::drafting::{
    Alignment, Flaw, Imported, MAX_PROVISION_TEXT, MAX_PROVISIONS, MAX_SOURCE, Outline, Remark, Spot, Unit, compare, is_xml, outline,
    propose, source,
};
use model::domain::quotation::{Misplaced, around, place, readable};
use model::domain::validate::Fault;

const FULL: usize = 200_000;

/// Only its letters and digits: signs, spaces and marks are read as what they are.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Everything a text was read as.
fn all_words(units: &[Unit]) -> String {
    units.iter().map(|unit| bare(&unit.label) + &bare(&unit.text) + " ").collect()
}

fn check_limits(text: &str, read: &Outline) {
    let has = |flaw: &Flaw| read.flaws.iter().any(|spot| spot.what == *flaw);
    assert!(read.units.len() <= MAX_PROVISIONS || has(&Flaw::TooMany { max: MAX_PROVISIONS }));
    let long = read.units.iter().any(|unit| unit.text.chars().count() > MAX_PROVISION_TEXT);
    assert!(!long || has(&Flaw::TooLong { max: MAX_PROVISION_TEXT }));
    // Nothing grows: a line is one provision at most, each has few flaws of its own, and words stand once.
    let (lines, characters) = (text.lines().count(), text.chars().count());
    let held: usize = read.units.iter().map(|unit| unit.text.chars().count() + unit.label.chars().count()).sum();
    assert!(read.units.len() <= lines && held <= 2 * characters + 2 * lines, "{} provisions, {held} characters", read.units.len());
    assert!(read.flaws.len() + read.doubts.len() <= 4 * lines + characters, "{} flaws, {} doubts", read.flaws.len(), read.doubts.len());
    assert!(read.flaws.iter().all(|spot| spot.line <= lines) && read.doubts.iter().all(|spot| spot.line <= lines));
}

/// Every line with words is in a provision, or in a block that is reported.
fn check_nothing_is_passed_over(text: &str, read: &Outline) {
    // What stands before the text is not text.
    if text.trim_start_matches('\u{feff}').starts_with("---") {
        return;
    }
    let words = all_words(&read.units);
    for (at, line) in text.lines().enumerate() {
        let reported = |spot: &Spot<Flaw>| spot.what == Flaw::NoNumber && spot.line <= at + 1;
        assert!(words.contains(&bare(line)) || read.flaws.iter().any(reported), "line {}: {line:?}", at + 1);
    }
}

#[test]
fn proof_the_reader_of_texts_stumbles_over_nothing() {
    let (count, mut flawless) = (sized(1_500, FULL), 0_usize);
    rounds("proof_the_reader_of_texts_stumbles_over_nothing", count, |noise| {
        let text = noise.text(&TEXTS);
        let read = outline(&text);
        check_limits(&text, &read);
        check_nothing_is_passed_over(&text, &read);
        if read.flaws.is_empty() {
            flawless += 1;
            let again = outline(&source(&read.units));
            assert_eq!(again.units, read.units, "{text:?}");
        }
    });
    println!("{count} texts were read whole or reported, {flawless} of them without a flaw, and these again as they were");
}

#[test]
fn proof_a_proposed_alignment_names_what_is_there() {
    let (count, mut aligned) = (sized(600, FULL), 0_usize);
    rounds("proof_a_proposed_alignment_names_what_is_there", count, |noise| {
        let text = noise.text(&TEXTS);
        let (old, new) = (outline(&text).units, outline(&noise.mutated(&text, &TEXTS)).units);
        let proposed = propose(&old, &new);
        assert_eq!(proposed, propose(&old, &new), "the same for the same texts");
        // Sound as what a person may state: of these two texts, sorted, without doubles.
        assert_eq!(Alignment::new(proposed.origins().to_vec(), old.len(), new.len()).as_ref(), Some(&proposed));
        let lines = compare(&old, &new, &proposed);
        assert!(lines.len() <= old.len() + new.len());
        let mut seen: Vec<_> = lines.iter().flat_map(|line| line.old.clone()).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen, (0..old.len()).collect::<Vec<_>>(), "nothing of the old text is passed over");
        assert_eq!(lines.iter().filter_map(|line| line.new).collect::<Vec<_>>(), (0..new.len()).collect::<Vec<_>>(), "nor of the new one");
        aligned += proposed.origins().iter().filter(|from| !from.is_empty()).count();
    });
    println!("{count} pairs of texts were aligned: {aligned} provisions come from one that is there");
}

#[test]
fn proof_quoted_words_are_found_where_they_stand_or_nowhere() {
    let (count, mut found) = (sized(1_500, FULL), 0_usize);
    rounds("proof_quoted_words_are_found_where_they_stand_or_nowhere", count, |noise| {
        let text = readable(&noise.text(&TEXTS).chars().take(800).collect::<String>());
        // Any two places, also within a character.
        let (from, to) = noise.part(text.len());
        if let Some(quote) = around(&text, from..to) {
            assert!(text[from..to].trim().len() <= quote.len());
            match place(quote, &text) {
                Ok(at) => {
                    assert_eq!(&text[at], quote);
                    found += 1;
                }
                Err(why) => assert_eq!(why, Misplaced::NotOnce, "{quote:?} in {text:?}"),
            }
        }
        // Any part of any text, in any other: found whole and once, or not at all.
        let other = readable(&noise.mutated(&text, &TEXTS).chars().take(800).collect::<String>());
        let characters: Vec<char> = text.chars().collect();
        let (from, to) = noise.part(characters.len());
        let quote: String = characters[from..to].iter().collect();
        for within in [&text, &other] {
            if let Ok(at) = place(&quote, within) {
                assert_eq!(within[at], quote);
            }
        }
        anchor::stands(&quote, &text, &other);
    });
    println!("{count} times words were looked for; {found} selections became words that stand once");
}

/// The words of a document, as far as they can be told without reading it: `None` where that is not sure.
fn words_of(xml: &str) -> Option<Vec<String>> {
    if ["<!--", "<![", "<?", "&", "-->"]
        .iter()
        .any(|sign| xml.trim_start_matches("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").contains(sign))
    {
        return None;
    }
    let texts = xml.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text);
    Some(texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty()).map(str::to_owned).collect())
}

/// What was read from a document, and whether all of it must be there.
fn check_import(xml: &str, text: &str) -> bool {
    let said = Imported::of(text).expect("it says what it is");
    assert!(text.chars().count() <= MAX_SOURCE && !is_xml(text));
    assert_eq!(import::plain(text), Ok(None), "it is a text from now on");
    let read = outline(text);
    check_limits(text, &read);
    let whole = said.0.keys().all(|remark| matches!(remark, Remark::Numbers | Remark::Insertions));
    let Some(words) = words_of(xml).filter(|_| whole) else { return false };
    let there = bare(text);
    for word in words {
        assert!(there.contains(&word), "{word:?} is gone: {xml:?} became {text:?}");
    }
    true
}

fn check_refusal(xml: &str, fault: Fault) {
    let lines = xml.matches('\n').count() + 1;
    match fault {
        Fault::NotXml { line } | Fault::XmlWithDtd { line } | Fault::XmlTooDeep { line, .. } | Fault::XmlTooLarge { line } => {
            assert!((1..=lines).contains(&line), "line {line} of {lines}: {xml:?}");
        }
        Fault::NotAkomaNtoso | Fault::NoTextInXml | Fault::TooLong { .. } => {}
        other => panic!("{other:?}: {xml:?}"),
    }
}

/// What may stand between any two tags, and leaves a document sound.
const SOUND: [&str; 8] = [
    "words there",
    "<ins>and in</ins> here",
    "<p>7. it</p>",
    "<paragraph><num>8</num><content><p>eight</p></content></paragraph>",
    "<heading>More of it</heading>",
    "<list><intro>Two:</intro><point><num>c</num><p>third</p></point></list>",
    "<authorialNote marker=\"9\">Ninth.</authorialNote>",
    "<section><num>B</num><subheading>Below</subheading><num>C</num></section>",
];

/// A document with mistakes: half of them between its tags, where most of it stays XML.
fn a_document(noise: &mut Noise) -> String {
    if noise.below(2) == 0 {
        return noise.text(&DOCUMENTS);
    }
    let mut parts: Vec<&str> = DOCUMENTS[noise.below(5)].split_inclusive('>').collect();
    for _ in 0..=noise.below(4) {
        let (from, to) = (noise.below(parts.len()), noise.below(parts.len()));
        match noise.below(8) {
            0 => parts.swap(from, to),
            1 => parts.insert(to, parts[from]),
            _ => parts.insert(to, SOUND[noise.below(SOUND.len())]),
        }
    }
    parts.concat()
}

#[test]
fn proof_what_is_read_as_akoma_ntoso_is_read_whole_or_refused() {
    let (count, mut read, mut whole) = (sized(2_500, FULL), 0_usize, 0_usize);
    rounds("proof_what_is_read_as_akoma_ntoso_is_read_whole_or_refused", count, |noise| {
        let xml = a_document(noise);
        match import::plain(&xml) {
            Ok(None) => assert!(!is_xml(&xml)),
            Ok(Some(text)) => {
                read += 1;
                whole += usize::from(check_import(&xml, &text));
                assert_eq!(import::plain(&xml), Ok(Some(text)), "the same for the same document");
            }
            Err(fault) => check_refusal(&xml, fault),
        }
    });
    assert!(whole > count / 100, "{whole} of {count}: the mistakes leave nothing that can be read");
    println!(
        "{count} documents were read or refused with their line; of {read} that were read, {whole} had nothing left out, and nothing was"
    );
}
