//! Translations of issued versions: of which standing they are, and whether a text is one of this version, unit by unit.

use super::label::{digit, version};
use super::outline::{MAX_PROVISIONS, Unit};
use crate::domain::ids::{DraftVersionId, ProvisionId};
use crate::domain::language::Language;
use crate::domain::organisation::coded;
use crate::domain::time::Instant;
use serde::{Deserialize, Serialize};

coded! {
    /// What one may rely on in a translation. The original counts in any case.
    TranslationStatus {
        // By the language services of the United Nations.
        Official => "official",
        // By somebody, as a help.
        Courtesy => "courtesy",
        // By a program.
        Machine => "machine",
    }
}

/// That a version exists in another language, without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    pub version: DraftVersionId,
    pub language: Language,
    pub status: TranslationStatus,
    /// Which one it is of those that replaced each other, from 1: a form says what it replaces.
    pub revision: i64,
    pub added_at: Instant,
}

/// A provision in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslatedProvision {
    pub provision: ProvisionId,
    /// The number as the translation prints it.
    pub label: String,
    pub text: String,
}

/// Where a translation does not match: places in the original and in the translation, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mismatch {
    /// Stands in the original alone.
    Missing { original: usize },
    /// Stands in the translation alone.
    Extra { translation: usize },
    /// Stand where the other should, with another number or of another level.
    Differs { original: usize, translation: usize },
}

/// Where two texts do not match one to one, in their order; nothing: each unit is that of the other.
pub fn mismatches(original: &[Unit], translation: &[Unit]) -> Vec<Mismatch> {
    // What is longer is no translation of any version: there is no need to look at all of it.
    let translation = &translation[..translation.len().min(MAX_PROVISIONS + 1)];
    let (old, new): (Vec<Key<'_>>, Vec<Key<'_>>) = (original.iter().map(Key::of).collect(), translation.iter().map(Key::of).collect());
    let begin = old.iter().zip(&new).take_while(|(one, other)| one.fits(other)).count();
    let (old_rest, new_rest) = (&old[begin..], &new[begin..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(one, other)| one.fits(other)).count();
    let pairs = common(&old_rest[..old_rest.len() - end], &new_rest[..new_rest.len() - end]);
    let mut found = Vec::new();
    let (mut from, mut to) = (0, 0);
    let (last_old, last_new) = (old_rest.len() - end, new_rest.len() - end);
    for (one, other) in pairs.into_iter().chain([(last_old, last_new)]) {
        gap((begin + from)..(begin + one), (begin + to)..(begin + other), &mut found);
        (from, to) = (one + 1, other + 1);
    }
    found
}

/// What stands between two pairs that fit: one beside the other as long as there are two, the rest alone.
fn gap(old: std::ops::Range<usize>, new: std::ops::Range<usize>, found: &mut Vec<Mismatch>) {
    let both = old.len().min(new.len());
    found.extend(old.clone().zip(new.clone()).map(|(original, translation)| Mismatch::Differs { original, translation }));
    found.extend(old.skip(both).map(|original| Mismatch::Missing { original }));
    found.extend(new.skip(both).map(|translation| Mismatch::Extra { translation }));
}

/// The most pairs that fit, in order.
fn common(old: &[Key<'_>], new: &[Key<'_>]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    // From the end: how many pairs there are at most behind two places.
    let mut most = vec![0_u16; (old.len() + 1) * width];
    for (one, key) in old.iter().enumerate().rev() {
        for (other, against) in new.iter().enumerate().rev() {
            let skipped = most[(one + 1) * width + other].max(most[one * width + other + 1]);
            let paired = if key.fits(against) { most[(one + 1) * width + other + 1] + 1 } else { 0 };
            most[one * width + other] = skipped.max(paired);
        }
    }
    let (mut one, mut other, mut pairs) = (0, 0, Vec::new());
    while one < old.len() && other < new.len() {
        let here = most[one * width + other];
        if old[one].fits(&new[other]) && here == most[(one + 1) * width + other + 1] + 1 {
            pairs.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if here == most[(one + 1) * width + other] {
            one += 1;
        } else {
            other += 1;
        }
    }
    pairs
}

/// What of a unit is the same in every language.
struct Key<'a> {
    unit: &'a Unit,
    /// The parts of its number.
    number: Vec<String>,
    /// Which version of it: `bis` is one in every language; `None` where none is said.
    version: Option<u8>,
}

impl<'a> Key<'a> {
    fn of(unit: &'a Unit) -> Self {
        // Marks on letters are written or left out.
        let label: String = unit.label.chars().filter(|c| !matches!(c, '\u{64b}'..='\u{652}')).collect();
        let mut parts: Vec<String> = label.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).flat_map(plain).collect();
        // The words for a version are one or two at the end: `مكررا ثانيا`.
        let said =
            |words: usize| parts.len().checked_sub(words).filter(|rest| *rest > 0).and_then(|rest| version(&parts[rest..].join(" ")));
        let (words, version) = [2, 1].into_iter().find_map(|words| said(words).map(|rank| (words, Some(rank)))).unwrap_or((0, None));
        parts.truncate(parts.len() - words);
        Self { unit, number: parts, version }
    }

    /// They are of one level, and nothing in their numbers says that they are two. Letters of other scripts go their own ways, and some
    /// languages print no number where others do: these say nothing.
    fn fits(&self, other: &Self) -> bool {
        if self.unit.level != other.unit.level {
            return false;
        }
        if self.number.is_empty() || other.number.is_empty() {
            return true;
        }
        if self.version != other.version {
            return false;
        }
        let comparable = |part: &String| part.is_ascii();
        let same = self.number.iter().zip(&other.number).all(|(one, other)| !comparable(one) || !comparable(other) || one == other);
        let all = || self.number.iter().chain(&other.number).all(comparable);
        same && (self.number.len() == other.number.len() || !all())
    }
}

/// A part of a number in one way to compare it by: digits of other scripts as ours, `OP6` as `6`, and `6alt` as two parts.
fn plain(part: &str) -> Vec<String> {
    let plain: String = part.chars().map(|c| digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)).collect();
    let plain = plain.to_lowercase();
    let counted = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit());
    let rest = plain.strip_prefix("op").or_else(|| plain.strip_prefix("pp")).filter(counted).unwrap_or(&plain);
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    match rest.split_at(digits) {
        ("", words) => vec![words.to_owned()],
        (digits, "") => vec![digits.to_owned()],
        (digits, words) => vec![digits.to_owned(), words.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::super::outline::outline;
    use super::*;
    use crate::domain::draft::Level;
    use Mismatch::{Differs, Extra, Missing};

    const ENGLISH: &str = "A. Ground\n\n1. One.\n\n2. Two:\n\n(a) A;\n\n(b) B;\n\n2 bis. Again.\n\n3. Three.[^1]\n\n[^1]: Note.";

    fn compared(translation: &str) -> Vec<Mismatch> {
        let read = outline(translation);
        assert_eq!(read.flaws, [], "{translation}");
        mismatches(&outline(ENGLISH).units, &read.units)
    }

    #[test]
    fn a_translation_has_the_numbers_of_its_language() {
        assert_eq!(compared("A. Raisons\n\n1. Un.\n\n2. Deux:\n\na) A ;\n\nb) B ;\n\n2 bis. Encore.\n\n3. Trois.[^1]\n\n[^1]: Note."), []);
        assert_eq!(
            compared("# الأسباب\n\n١ - أولا.\n\n٢ - ثانيا:\n\n(أ) أ؛\n\n(ب) ب؛\n\n٢ مكررا - أيضا.\n\n٣ - ثالثا.[^1]\n\n[^1]: حاشية."),
            []
        );
        assert_eq!(compared("# 理由\n\n1．一。\n\n2．二：\n\n(a) 甲；\n\n(b) 乙；\n\n2 bis. 又。\n\n3．三。[^1]\n\n[^1]: 注。"), []);
    }

    #[test]
    fn versions_of_a_number_are_the_same_in_every_script() {
        let fit = |one: &str, other: &str| {
            let unit =
                |label: &str| Unit { level: Level::Paragraph, label: label.to_owned(), citation: String::new(), text: String::new() };
            mismatches(&[unit(one)], &[unit(other)]).is_empty()
        };
        for (one, other) in [
            ("2 bis.", "٢ مكررا -"),
            ("2 bis.", "٢ مكرراً."),
            ("2 bis.", "2 مكررًا."),
            ("2bis.", "2 бис."),
            ("2 ter.", "٢ مكررا ثانيا -"),
            ("OP6alt", "6 alt."),
            ("(a) bis", "(أ) مكررا"),
            ("12.", "１２．"),
            ("(c)", "(ج)"),
        ] {
            assert!(fit(one, other) && fit(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("2.", "٢ مكررا -"),
            ("2 bis.", "٢ -"),
            ("2 bis.", "٢ مكررا ثانيا -"),
            ("2 ter.", "2 бис."),
            ("2 bis.", "٣ مكررا -"),
            ("OP6", "6 alt."),
            ("(a) bis", "(أ)"),
        ] {
            assert!(!fit(one, other) && !fit(other, one), "{one} {other}");
        }
    }

    #[test]
    fn what_is_missing_or_too_much_is_named_and_nothing_else() {
        let without = "A. Raisons\n\n1. Un.\n\n2. Deux:\n\na) A ;\n\n2 bis. Encore.\n\n3. Trois.[^1]\n\n[^1]: Note.";
        assert_eq!(compared(without), [Missing { original: 4 }]);
        let more =
            "A. Raisons\n\n1. Un.\n\n1 bis. Encore.\n\n2. Deux:\n\na) A ;\n\nb) B ;\n\n2 bis. Encore.\n\n3. Trois.[^1]\n\n[^1]: Note.";
        assert_eq!(compared(more), [Extra { translation: 2 }]);
        let lost = "A. Raisons\n\n1. Un.\n\n2. Deux:\n\na) A ;\n\nb) B ;\n\n4. Encore.\n\n3. Trois.[^1]\n\n[^1]: Note.";
        assert_eq!(compared(lost), [Differs { original: 5, translation: 5 }]);
        let units = outline(ENGLISH).units;
        assert_eq!(mismatches(&units, &[]).len(), units.len());
        assert_eq!(mismatches(&[], &units[..1]), [Extra { translation: 0 }]);
        assert_eq!(mismatches(&[], &[]), []);
    }

    #[test]
    fn a_long_text_that_matches_nowhere_is_compared_in_time() {
        let text = |numbers: std::ops::Range<usize>| numbers.map(|n| format!("{n}. One.")).collect::<Vec<_>>().join("\n\n");
        let (one, other) = (text(1..2_001), text(3_000..12_000));
        let found = mismatches(&outline(&one).units, &outline(&other).units);
        assert_eq!(found.len(), 2_001);
    }

    #[test]
    fn every_status_has_its_code() {
        for status in TranslationStatus::ALL {
            assert_eq!(TranslationStatus::from_code(status.code()), Some(*status));
        }
    }
}
