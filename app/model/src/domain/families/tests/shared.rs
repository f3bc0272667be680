use super::super::MOST_BYTES;
use super::super::shared::{Mark, Passage, Reference};
use super::super::word_changes::{Budget, Run, word_changes};
use super::super::words::folded;
use super::letter;
use super::letters::{Draw, bases, variant, words};
use proptest::prelude::*;

const FORM: &str = "Dear Chair,\nWe thank you. States should protect hospitals, and the people who work there. Cables need care too. \
                    Schools must not be forgotten.\nYours, the Forum";

fn marks(passages: &[Passage<'_>]) -> String {
    let sign = |mark: &Mark<'_>| match mark {
        Mark::Shared => '=',
        Mark::Changed(_) => '~',
        Mark::Own => '+',
        Mark::Unread => '?',
    };
    passages.iter().map(|passage| sign(&passage.mark)).collect()
}

fn whole(passages: &[Passage<'_>]) -> String {
    passages.iter().map(|passage| passage.text).collect()
}

#[test]
fn what_is_shared_and_what_is_own() {
    let reference = Reference::of(FORM);
    let own = "Excellency,\nWe thank you! CABLES NEED CARE, TOO. States should really protect all hospitals and the people who work there. \
               We have laid three of them ourselves.\nYours, the Institute";
    let compared = reference.compare(own);
    assert_eq!(marks(&compared), "+==~+~");
    assert_eq!(whole(&compared), own);
    let Mark::Changed(runs) = &compared[3].mark else { panic!("{compared:?}") };
    assert_eq!(
        runs,
        &[
            Run::Same("States should "),
            Run::In("really "),
            Run::Same("protect "),
            Run::In("all "),
            Run::Same("hospitals and the people who work there. ")
        ]
    );
    assert_eq!(marks(&reference.compare(FORM)), "======");
    assert_eq!(marks(&reference.compare("")), "");
    assert_eq!(marks(&Reference::of("").compare("We agree. We do.")), "++");
}

#[test]
fn a_sentence_answers_to_one() {
    let reference = Reference::of("States act. Others act. States act.");
    assert_eq!(marks(&reference.compare("States act. States act. States act. States act.")), "==++");
    let reference = Reference::of("All States should now protect every hospital in their care.");
    let twice = "All States should now protect every hospital in our care. All States should protect every hospital in their care now.";
    assert_eq!(marks(&reference.compare(twice)).matches('~').count(), 1);
}

#[test]
fn the_closest_is_taken_and_others_are_own() {
    let reference = Reference::of("All States should now protect every hospital in their care.");
    let far = "All States should never harm any hospital in their care.";
    let near = "All States should now protect each hospital in their care.";
    assert_eq!(marks(&reference.compare(&format!("{far} {near}"))), "+~");
    assert_eq!(marks(&reference.compare(&format!("{near} {far}"))), "~+");
    assert_eq!(marks(&reference.compare(far)), "~");
    assert_eq!(marks(&reference.compare("All firms should now write every letter in plain words.")), "+", "half of the words");
}

#[test]
fn changes_in_other_scripts() {
    for (form, own, expected) in [
        (
            "各国应当保护医院和学校。",
            "各国必须保护医院和学校。",
            vec![Run::Same("各国"), Run::Out("应当"), Run::In("必须"), Run::Same("保护医院和学校。")],
        ),
        (
            "على الدول أن تحمي المستشفيات والمدارس.",
            "على الدول أن تحمي المستشفيات والمدارس الآن.",
            vec![Run::Same("على الدول أن تحمي المستشفيات والمدارس "), Run::In("الآن.")],
        ),
    ] {
        assert_eq!(word_changes(form, own, &mut Budget::new(1000)), expected);
    }
}

#[test]
fn too_much_is_one_change() {
    let changes = word_changes("a b c d e", "a x c y e", &mut Budget::new(8));
    assert_eq!(changes, [Run::Same("a "), Run::Out("b c d "), Run::In("x c y "), Run::Same("e")]);
    let changes = word_changes("a b c d e", "a x c y e", &mut Budget::new(9));
    assert_eq!(changes.len(), 7);
    // What one sentence needs, the next cannot have.
    let mut budget = Budget::new(9);
    word_changes("a b c d e", "a x c y e", &mut budget);
    assert_eq!(word_changes("a b c d e", "a x c y e", &mut budget).len(), 4);
}

#[test]
fn what_stands_after_the_limit_is_told_and_not_lost() {
    let longer = format!("{}é and more", "é".repeat(MOST_BYTES / 2));
    let compared = Reference::of(FORM).compare(&longer);
    assert_eq!(marks(&compared), "+?");
    assert_eq!(whole(&compared), longer);
}

#[test]
fn hostile_texts_end() {
    let fill = |with: &str| with.repeat(MOST_BYTES / with.len());
    let sentences_of_one_word = (0..20_000).map(|n| format!("w{}. ", n % 40)).collect::<Vec<_>>().concat();
    let texts = [
        fill(".(((((((((("),
        fill(". "),
        fill("a. "),
        fill("a"),
        fill("。"),
        fill("国"),
        fill("a\n"),
        fill(".          "),
        fill("\u{301}"),
        fill("ﷺ "),
        fill("Mr. "),
        fill("the same words "),
        letter("x", 15_000),
        letter("y", 15_000),
        format!("{} {}", letter("x", 7_000), letter("y", 7_000)),
        sentences_of_one_word,
    ];
    for form in &texts {
        let reference = Reference::of(form);
        for own in [form, &texts[14], &texts[15]] {
            assert_eq!(whole(&reference.compare(own)), *own);
        }
    }
    for text in &texts {
        let _ = super::super::Signature::of(text);
    }
}

/// Two letters that were made of one by a few edits each; now and then little is left of it.
#[test]
fn what_two_variants_have_in_common_is_found() {
    let words = words();
    let (mut found, mut many) = (0, 0);
    for seed in 0..200 {
        let mut draw = Draw(seed);
        let (language, base) = &bases()[draw.below(30)];
        let form = variant(&mut draw, language, base, &words[language]);
        let own = variant(&mut draw, language, base, &words[language]);
        let shared = Reference::of(&form).compare(&own).iter().filter(|passage| passage.mark != Mark::Own).count();
        found += shared;
        many += usize::from(shared >= 3);
    }
    assert!(many >= 195 && found >= 1_550, "{many} of 200 letters with three sentences of the other, {found} sentences in all");
}

/// Both sentences come back out of what leads from one to the other.
fn both(old: &str, new: &str, budget: usize) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    for run in word_changes(old, new, &mut Budget::new(budget)) {
        match run {
            Run::Same(words) => {
                before.push_str(words);
                after.push_str(words);
            }
            Run::Out(words) => before.push_str(words),
            Run::In(words) => after.push_str(words),
        }
        before.push(' ');
    }
    (folded(&before), after)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn passages_are_together_the_letter(seed in any::<u64>(), noise in "(?s).{0,60}") {
        let words = words();
        let mut draw = Draw(seed);
        let (language, base) = &bases()[draw.below(30)];
        let form = variant(&mut draw, language, base, &words[language]);
        let own = format!("{noise}{}", variant(&mut draw, language, base, &words[language]));
        let compared = Reference::of(&form).compare(&own);
        prop_assert_eq!(whole(&compared), own.clone());
        for passage in &compared {
            if let Mark::Changed(runs) = &passage.mark {
                let text: String = runs.iter().filter_map(|run| match run {
                    Run::Same(words) | Run::In(words) => Some(*words),
                    Run::Out(_) => None,
                }).collect();
                prop_assert_eq!(&text, passage.text);
            }
        }
        prop_assert_eq!(marks(&Reference::of(&own).compare(&own)).replace('=', ""), "");
    }

    #[test]
    fn no_word_is_lost(old in "[a-d国应é,. ]{0,40}", new in "[a-d国应é,. ]{0,40}", budget in 0_usize..2000) {
        let (before, after) = both(&old, &new, budget);
        prop_assert_eq!(after, new);
        prop_assert_eq!(before, folded(&old));
    }
}
