//! What reads texts, under texts that nobody would write: the reader of drafts, the proposal of where provisions come from, the finder of
//! quoted words, the reader of Akoma Ntoso.
//!
//! Whatever comes in, nothing panics, limits hold, nothing is passed over in silence, and what comes out is no larger than what came in.

use crate::noise::{Noise, rounds};
use crate::seeds::{DOCUMENTS, TEXTS};
use crate::sized;
use engine::import;
use model::domain::anchor::{self, AnchorState};
use model::domain::draft::Level;
use model::domain::drafting::{
    Alignment, Flaw, Imported, MAX_PROVISION_TEXT, MAX_PROVISIONS, MAX_SOURCE, Outline, Remark, compare, is_xml, outline, propose, source,
};
use model::domain::quotation::{Misplaced, around, place, readable};
use model::domain::validate::Fault;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

const FULL: usize = 200_000;

/// Only its letters and digits: signs, spaces and marks are read as what they are.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn check_limits(text: &str, read: &Outline) {
    let has = |flaw: &Flaw| read.flaws.iter().any(|spot| spot.what == *flaw);
    assert_eq!(read.units.len() > MAX_PROVISIONS, has(&Flaw::TooMany { max: MAX_PROVISIONS }));
    let long = read.units.iter().any(|unit| unit.text.chars().count() > MAX_PROVISION_TEXT);
    assert!(!long || has(&Flaw::TooLong { max: MAX_PROVISION_TEXT }));
    // Nothing grows: a line is one provision at most, each has few flaws of its own, and no character is held that is not there.
    let (lines, characters) = (text.lines().count(), text.chars().count());
    let held: usize = read.units.iter().map(|unit| unit.text.chars().count() + unit.label.chars().count()).sum();
    assert!(read.units.len() <= lines && held <= characters, "{} provisions, {held} of {characters} characters", read.units.len());
    // Footnotes and references are named with four characters at least.
    let said = read.flaws.len() + read.doubts.len();
    assert!(said <= 6 * lines + characters / 4 + 1, "{} flaws, {} doubts", read.flaws.len(), read.doubts.len());
}

/// What is said of a line is said of one that is there, and its words stand from there on.
fn check_lines(text: &str, read: &Outline) {
    let lines: Vec<&str> = text.lines().collect();
    let stands = |line: usize, words: &str| {
        assert!((1..=lines.len()).contains(&line), "line {line} of {}: {text:?}", lines.len());
        bare(&lines[line - 1..].concat()).contains(&bare(words))
    };
    for spot in &read.doubts {
        assert!(stands(spot.line, &spot.words), "{spot:?}: {text:?}");
    }
    for spot in read.flaws.iter().filter(|spot| !matches!(spot.what, Flaw::TooMany { .. })) {
        // One that stands twice is named with what it stands in.
        assert!(stands(spot.line, &spot.words) || spot.what == Flaw::Twice, "{spot:?}: {text:?}");
    }
}

/// Every number is cited with the very one it stands below; one that stands below none is reported.
fn check_nesting(text: &str, read: &Outline) {
    let reported = read.flaws.iter().any(|spot| spot.what == Flaw::NothingAbove);
    let mut above: Vec<(usize, &str)> = Vec::new();
    for unit in &read.units {
        let depth = match unit.level {
            Level::Heading => {
                above.clear();
                continue;
            }
            Level::Preambular | Level::Note | Level::Whole => continue,
            level => level.depth(),
        };
        above.retain(|(one, _)| *one < depth);
        let label = unit.label.trim_end_matches(['.', '．', '-', '–', '—', ' ']);
        match above.last() {
            Some((_, parent)) => assert_eq!(unit.citation, format!("{parent} {label}"), "{text:?}"),
            None => assert!(depth == 0 || reported, "{} stands below nothing: {text:?}", unit.citation),
        }
        above.push((depth, &unit.citation));
    }
}

/// Every word of every line stands once in what was read, in its order, or in a block that is reported; and nothing else stands there.
fn check_nothing_is_passed_over(text: &str, read: &Outline) {
    // What stands before the text is not text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.starts_with("---") {
        return;
    }
    let all = |notes: bool| -> String {
        let units = read.units.iter().filter(|unit| (unit.level == Level::Note) == notes);
        units.map(|unit| bare(&unit.label) + &bare(&unit.text)).collect()
    };
    let (words, notes) = (all(false), all(true));
    let indented = |line: &str| {
        let marks = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        line.trim_start_matches(marks).starts_with([' ', '\t'])
    };
    // How much of the text and of its footnotes the lines so far may be: two lines may begin alike.
    let mut places = BTreeSet::from([(0, 0)]);
    let (mut fresh, mut reported) = (true, false);
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            fresh = true;
            continue;
        }
        // A block goes on with the lines below it, and with those that are indented.
        let begins = read.flaws.iter().any(|spot| spot.what == Flaw::NoNumber && spot.line == at + 1);
        let line_words = bare(line);
        // One that is nothing but marks begins no block, and ends none in silence.
        reported = begins || reported && (!fresh || indented(line) || line_words.is_empty());
        fresh = false;
        let mut after = BTreeSet::new();
        for (text_at, note_at) in places {
            if words[text_at..].starts_with(&line_words) {
                after.insert((text_at + line_words.len(), note_at));
            }
            if notes[note_at..].starts_with(&line_words) {
                after.insert((text_at, note_at + line_words.len()));
            }
            if reported {
                after.insert((text_at, note_at));
            }
        }
        assert!(!after.is_empty(), "line {} is nowhere: {line:?} in {text:?}", at + 1);
        places = after;
    }
    assert!(places.contains(&(words.len(), notes.len())), "words that stand nowhere, or twice: {text:?}");
}

#[test]
fn proof_the_reader_of_texts_stumbles_over_nothing() {
    let (count, mut flawless) = (sized(1_500, FULL), 0_usize);
    rounds("proof_the_reader_of_texts_stumbles_over_nothing", count, |noise| {
        let text = noise.text(&TEXTS);
        let read = outline(&text);
        check_limits(&text, &read);
        check_lines(&text, &read);
        check_nesting(&text, &read);
        check_nothing_is_passed_over(&text, &read);
        if read.flaws.is_empty() {
            flawless += 1;
            let again = outline(&source(&read.units));
            assert_eq!(again.units, read.units, "{text:?}");
        }
    });
    assert!(flawless > count / 20, "{flawless} of {count}: the mistakes leave no text that is sound");
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
    assert!(aligned > count, "{aligned} provisions of {count} pairs: nothing was aligned");
    println!("{count} pairs of texts were aligned: {aligned} provisions come from one that is there");
}

/// Looks for words in a text, and holds what is said against every place where their letters stand: with space around them they are words
/// there, beside a letter that goes on with one of theirs they are none, and otherwise they may be.
fn check_place(quote: &str, within: &str) -> Result<Range<usize>, Misplaced> {
    let (mut sure, mut possible) = (Vec::new(), Vec::new());
    for (at, _) in within.char_indices().filter(|(at, _)| !quote.is_empty() && within[*at..].starts_with(quote)) {
        let end = at + quote.len();
        let sides = [(within[..at].chars().next_back(), quote.chars().next()), (within[end..].chars().next(), quote.chars().next_back())];
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if sides.iter().all(|(beside, _)| beside.is_none_or(char::is_whitespace)) {
            sure.push(at..end);
        } else if !sides.iter().any(|(beside, edge)| letter(*beside) && letter(*edge)) {
            possible.push(at..end);
        }
    }
    let said = place(quote, within);
    let agrees = match &said {
        Ok(at) => sure == [at.clone()] || sure.is_empty() && possible.contains(at),
        Err(Misplaced::NotThere) => sure.is_empty(),
        Err(Misplaced::NotOnce) => sure.len() + possible.len() > 1,
    };
    assert!(agrees, "{said:?}, not {sure:?} or {possible:?}: {quote:?} in {within:?}");
    said
}

#[test]
fn proof_quoted_words_are_found_where_they_stand_or_nowhere() {
    let (count, mut found, mut elsewhere) = (sized(1_500, FULL), 0_usize, 0_usize);
    rounds("proof_quoted_words_are_found_where_they_stand_or_nowhere", count, |noise| {
        let text = readable(&noise.text(&TEXTS).chars().take(800).collect::<String>());
        // Any two places, also within a character.
        let (from, to) = noise.part(text.len());
        if let Some(quote) = around(&text, from..to) {
            let chosen = text[from..to].trim();
            assert!(quote.contains(chosen) && text.contains(quote), "{chosen:?} became {quote:?} in {text:?}");
            match check_place(quote, &text) {
                Ok(at) => {
                    // What was pointed at is among what is quoted.
                    let start = from + text[from..to].find(chosen).expect("it is a part of it");
                    assert!(at.start <= start && start + chosen.len() <= at.end, "{chosen:?} became {quote:?} in {text:?}");
                    found += 1;
                }
                // It was made longer as often as it may be.
                Err(why) => assert!(why == Misplaced::NotOnce && quote.chars().count() >= 200, "{why:?}: {quote:?} in {text:?}"),
            }
        }
        // Any part of any text, in any other: found whole and once, or not at all.
        let other = readable(&noise.mutated(&text, &TEXTS).chars().take(800).collect::<String>());
        let characters: Vec<char> = text.chars().collect();
        let (from, to) = noise.part(characters.len());
        let quote: String = characters[from..to].iter().collect();
        let [_, there] = [&text, &other].map(|within| check_place(&quote, within));
        elsewhere += usize::from(there.is_ok());
        let state = match check_place(&quote, &readable(&other)) {
            _ if quote.is_empty() || text == other => AnchorState::Exact,
            Ok(_) => AnchorState::Moved,
            Err(_) => AnchorState::Open,
        };
        assert_eq!(anchor::stands(&quote, &text, &other), state, "{quote:?} of {text:?} in {other:?}");
    });
    assert!(found > count / 10 && elsewhere > count / 20, "{found} and {elsewhere} of {count}: no words were found");
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

/// How often each letter and digit stands somewhere.
fn letters<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for c in words.flat_map(str::chars).filter(|c| c.is_alphanumeric()) {
        *letters.entry(c).or_default() += 1;
    }
    letters
}

/// What was read from a document, and whether all of it must be there. `marks_are_ours`: its attributes are as we wrote them.
fn check_import(xml: &str, text: &str, marks_are_ours: bool) -> bool {
    let said = Imported::of(text).expect("it says what it is");
    assert!(text.chars().count() <= MAX_SOURCE && !is_xml(text));
    assert_eq!(import::plain(text), Ok(None), "it is a text from now on");
    let read = outline(text);
    check_limits(text, &read);
    check_lines(text, &read);
    check_nesting(text, &read);
    let text = text.split_once("\n---\n").map_or(text, |(_, text)| text);
    check_nothing_is_passed_over(text, &outline(text));
    let whole = said.0.keys().all(|remark| matches!(remark, Remark::Numbers | Remark::Insertions | Remark::Otherwise));
    let Some(words) = words_of(xml).filter(|_| whole) else { return false };
    let there = bare(text);
    for word in &words {
        assert!(there.contains(word), "{word:?} is gone: {xml:?} became {text:?}");
    }
    let (before, now) = (letters(words.iter().map(String::as_str)), letters(std::iter::once(text)));
    for (letter, count) in &before {
        assert!(now.get(letter) >= Some(count), "{letter:?} stands less often: {xml:?} became {text:?}");
    }
    // What an annex and a preambular paragraph are called is added, and so are the numbers of notes and lists.
    let added = |letter: char| letter == 'P' || letter.is_numeric() || xml.contains("ttachment");
    for (letter, count) in now.iter().filter(|(letter, _)| marks_are_ours && !added(**letter)) {
        assert!(before.get(letter) >= Some(count), "{letter:?} stands more often: {xml:?} became {text:?}");
    }
    true
}

fn check_refusal(xml: &str, fault: Fault) {
    let lines = xml.matches('\n').count() + 1;
    match fault {
        Fault::NotXml { line } | Fault::XmlWithDtd { line } | Fault::XmlTooDeep { line, .. } | Fault::XmlTooLarge { line: Some(line) } => {
            assert!((1..=lines).contains(&line), "line {line} of {lines}: {xml:?}");
        }
        Fault::XmlTooLarge { line: None } | Fault::NotAkomaNtoso | Fault::NoTextInXml | Fault::TooLong { .. } => {}
        other => panic!("{other:?}: {xml:?}"),
    }
}

/// What may stand between any two tags, and leaves a document sound.
const SOUND: [&str; 13] = [
    "words there",
    "<ins>and in</ins> here",
    "<p>7. it</p>",
    "<paragraph><num>8</num><content><p>eight</p></content></paragraph>",
    "<heading>More of it</heading>",
    "<list><intro>Two:</intro><point><num>c</num><p>third</p></point></list>",
    "<authorialNote marker=\"9\">Ninth.</authorialNote>",
    "<section><num>B</num><subheading>Below</subheading><num>C</num></section>",
    "<sup>nd</sup>",
    "<ol><li>first of<ul><li><p>those</p></li></ul></li></ol>",
    "<quotedStructure startQuote=\"“\" endQuote=\"”\"><paragraph><num>6.</num><p>quoted</p></paragraph></quotedStructure>",
    "<note marker=\"8\">apart <note marker=\"7\">from all</note></note>",
    "<article><num>(1)</num><content><p>of its own</p></content></article>",
];

/// A document with mistakes: half of them between its tags, where most of it stays XML, and each tag what it is.
fn a_document(noise: &mut Noise) -> (String, bool) {
    if noise.below(2) == 0 {
        return (noise.text(&DOCUMENTS), false);
    }
    let mut parts: Vec<&str> = DOCUMENTS[noise.below(6)].split_inclusive('>').collect();
    for _ in 0..=noise.below(4) {
        let (from, to) = (noise.below(parts.len()), noise.below(parts.len()));
        match noise.below(8) {
            0 => parts.swap(from, to),
            1 => parts.insert(to, parts[from]),
            _ => parts.insert(to, SOUND[noise.below(SOUND.len())]),
        }
    }
    (parts.concat(), true)
}

#[test]
fn proof_what_is_read_as_akoma_ntoso_is_read_whole_or_refused() {
    let (count, mut read, mut whole) = (sized(2_500, FULL), 0_usize, 0_usize);
    rounds("proof_what_is_read_as_akoma_ntoso_is_read_whole_or_refused", count, |noise| {
        let (xml, marks_are_ours) = a_document(noise);
        match import::plain(&xml) {
            Ok(None) => assert!(!is_xml(&xml)),
            Ok(Some(text)) => {
                read += 1;
                whole += usize::from(check_import(&xml, &text, marks_are_ours));
                assert_eq!(import::plain(&xml), Ok(Some(text)), "the same for the same document");
            }
            Err(fault) => check_refusal(&xml, fault),
        }
    });
    assert!(whole > count / 20, "{whole} of {count}: the mistakes leave nothing that can be read");
    println!(
        "{count} documents were read or refused with their line; of {read} that were read, {whole} had nothing left out, and nothing was"
    );
}
