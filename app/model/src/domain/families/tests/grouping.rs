use super::super::grouping::{Placement, place, takes_in};
use super::super::signature::Signature;
use super::arrival::{Family, families};
use super::letter;
use super::letters::{Draw, bases, variant, words};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn of(text: &str) -> Signature {
    Signature::of(text).expect("long enough")
}

fn sent(texts: &[String]) -> Vec<Option<Signature>> {
    texts.iter().map(|text| Signature::of(text)).collect()
}

fn members(texts: &[String]) -> Vec<Vec<usize>> {
    families(&sent(texts)).into_iter().map(|family| family.members).collect()
}

#[test]
fn a_letter_joins_what_it_holds_most_of() {
    let form = of(&letter("form", 150));
    let other = of(&letter("other", 150));
    let edited = of(&format!("{} {}", letter("form", 120), letter("own", 40)));
    assert_eq!(place(&edited, &[(1, &other), (2, &form)]), Placement::Joins(2));
    assert_eq!(place(&edited, &[(1, &other)]), Placement::Founds);
    assert_eq!(place::<u8>(&edited, &[]), Placement::Founds);
    let long = of(&format!("{} {}", letter("form", 150), letter("own", 500)));
    assert_eq!(place(&long, &[(2, &form)]), Placement::Joins(2), "a long addition takes nothing away");
    assert_eq!(place(&form, &[(2, &long)]), Placement::Founds, "but a form letter is not what one made of it");
    let endless = of(&format!("{} {}", letter("form", 150), letter("own", 1500)));
    assert_eq!(place(&endless, &[(2, &form)]), Placement::Founds, "ten times as long");
}

#[test]
fn of_two_the_older_unless_it_is_not_half_as_like() {
    let letter_of = |kept: usize| of(&format!("{} {}", letter("form", kept), letter(&format!("own{kept}"), 150 - kept)));
    let (older, closer, new) = (letter_of(110), letter_of(140), letter_of(150));
    assert_eq!(place(&new, &[(7, &closer), (3, &older)]), Placement::Joins(3));
    assert_eq!(place(&new, &[(3, &older), (7, &closer)]), Placement::Joins(3));
    let phrases = of(&letter("form", 50));
    assert_eq!(place(&new, &[(1, &phrases)]), Placement::Joins(1));
    assert_eq!(place(&new, &[(1, &phrases), (7, &closer)]), Placement::Joins(7));
}

/// One with so many runs, of whose 192 values so many are those of every other one.
fn made(runs: usize, common: usize) -> Signature {
    Signature::from_text(&format!("1.{runs}.{}{}", "0001".repeat(common), "0002".repeat(192 - common))).expect("a signature")
}

#[test]
fn the_limits_are_where_they_are_said_to_be() {
    let letter = made(100, 192);
    // Of as many runs in both 73 values in common are 55.1 %, 72 are 54.5 %.
    assert_eq!(place(&letter, &[(1, &made(100, 73))]), Placement::Joins(1));
    assert_eq!(place(&letter, &[(1, &made(100, 72))]), Placement::Founds);
    assert_eq!(takes_in(&letter, &[(1, &made(100, 73)), (2, &made(100, 72))]), [1]);
    // Six times as long.
    assert_eq!(place(&made(600, 150), &[(1, &letter)]), Placement::Joins(1));
    assert_eq!(place(&made(601, 150), &[(1, &letter)]), Placement::Founds);
    // Half as like.
    assert_eq!(place(&letter, &[(1, &made(100, 80)), (2, &made(100, 160))]), Placement::Joins(1));
    assert_eq!(place(&letter, &[(1, &made(100, 79)), (2, &made(100, 160))]), Placement::Joins(2));
}

#[test]
fn a_row_of_letters_leads_from_no_family_into_another() {
    // Each has 30 of 150 words from the end of the row, one step further each time.
    let row: Vec<String> =
        (0..=10).map(|step| (15 * step..15 * step + 150).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ")).collect();
    let found = members(&row);
    assert!(found.len() > 1, "{found:?}");
    assert!(!found.iter().any(|family| family.contains(&0) && family.contains(&10)), "{found:?}");
}

#[test]
fn a_letter_made_of_two_joins_neither_to_the_other() {
    let (a, b) = (letter("a", 150), letter("b", 150));
    let both = format!("{a} greetings {b} signed by us");
    for order in [[&both, &a, &b], [&a, &both, &b], [&a, &b, &both]] {
        let mut texts: Vec<String> = order.into_iter().cloned().collect();
        texts.extend([format!("{a} again"), format!("{b} again")]);
        let found = members(&texts);
        let home = |text: &String| texts.iter().position(|other| other == text).unwrap();
        assert!(!found.iter().any(|family| family.contains(&home(&a)) && family.contains(&home(&b))), "{found:?}");
        assert_eq!(found.len(), 2, "{found:?}");
    }
}

#[test]
fn who_added_much_and_came_first_goes_over_to_the_form_letter() {
    let form = letter("form", 150);
    let first = format!("{form} {}", letter("own", 200));
    let texts = [first.clone(), form.clone(), format!("{form} and we")];
    let found = families(&sent(&texts));
    assert_eq!(found, [Family { representative: 1, members: vec![0, 1, 2] }]);
    assert_eq!(takes_in(&of(&form), &[(4, &of(&first)), (5, &of(&letter("other", 150)))]), [4]);
    // It stands for nobody any more: what is like it comes to the form letter.
    assert_eq!(members(&[first.clone(), form.clone(), format!("{first} and we")]), [vec![0, 1, 2]]);
    // Where others stand with it, it stays.
    let texts = [first.clone(), format!("{first} and we"), form];
    assert_eq!(members(&texts), [vec![0, 1]]);
}

#[test]
fn short_texts_are_left_alone() {
    let short = "We agree.".to_owned();
    assert_eq!(members(&[letter("form", 100), letter("form", 101), short.clone(), short, letter("x", 100)]), [vec![0, 1]]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_letter_is_in_one_family_or_none_and_always_in_the_same(seed in any::<u64>(), count in 1_usize..40) {
        let (bases, words) = (bases(), words());
        let mut draw = Draw(seed);
        let texts: Vec<String> = (0..count).map(|_| {
            let (language, base) = &bases[draw.below(6)];
            if draw.happens(10) { "Too short.".to_owned() } else { variant(&mut draw, language, base, &words[language]) }
        }).collect();
        let found = families(&sent(&texts));
        prop_assert_eq!(&found, &families(&sent(&texts)));
        let mut seen = BTreeSet::new();
        for family in &found {
            prop_assert!(family.members.len() > 1 && family.members.contains(&family.representative));
            prop_assert!(family.members.is_sorted());
            for member in &family.members {
                prop_assert!(seen.insert(*member), "{} stands in two", member);
                prop_assert!(texts[*member] != "Too short.");
            }
        }
    }

    #[test]
    fn the_order_of_candidates_makes_no_difference(seed in any::<u64>()) {
        let words = words();
        let (language, base) = &bases()[0];
        let mut draw = Draw(seed);
        let signatures: Vec<Signature> = (0..12).map(|_| of(&variant(&mut draw, language, base, &words[language]))).collect();
        let mut candidates: Vec<(usize, &Signature)> = signatures[1..].iter().enumerate().collect();
        let placed = place(&signatures[0], &candidates);
        for last in (1..candidates.len()).rev() {
            candidates.swap(last, draw.below(last + 1));
        }
        prop_assert_eq!(placed, place(&signatures[0], &candidates));
    }
}
