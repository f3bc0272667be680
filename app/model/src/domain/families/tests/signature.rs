use super::super::MOST_BYTES;
use super::super::signature::{BANDS, LEAST, Signature, VERSION};
use super::letter;
use super::letters::bases;
use proptest::prelude::*;

fn of(text: &str) -> Signature {
    Signature::of(text).expect("long enough")
}

#[test]
fn what_is_too_short_has_none() {
    assert_eq!(Signature::of(""), None);
    assert_eq!(Signature::of("We support the draft as it stands."), None);
    assert_eq!(Signature::of(&letter("word", LEAST + 1)), None);
    assert!(Signature::of(&letter("word", LEAST + 2)).is_some(), "42 words are 40 runs of three");
    let characters = |count: u32| (0..count).filter_map(|n| char::from_u32(0x4e00 + n)).collect::<String>();
    assert_eq!(Signature::of(&characters(42)), None);
    assert!(Signature::of(&characters(43)).is_some(), "43 characters are 40 runs of four");
    assert_eq!(Signature::of(&"the same words again ".repeat(500)), None, "what is repeated counts once");
    assert_eq!(Signature::of(&"— ! ? ; : … ".repeat(100)), None, "signs are no words");
    assert_eq!(of(&letter("word", 60)).runs(), 58);
}

/// Signatures are stored: one that changes makes all that are stored worthless. Whoever changes them on purpose changes the version.
#[test]
fn signatures_stay_what_they_are() {
    let kept = |at: usize| of(&bases()[at].1.join(" ")).to_text().chars().take(30).collect::<String>();
    assert_eq!((VERSION, [0, 12, 18, 22, 25, 28].map(kept)), (1, KEPT.map(str::to_owned)));
}

const KEPT: [&str; 6] = [
    "1.184.2e7396eb81829cb9b46253a9",
    "1.151.b0ab710e4351c41761f9005c",
    "1.140.40f9f78d59789e08a9ac51c3",
    "1.117.13e5a25d6aabce303b7cce9f",
    "1.117.9015996517cf5a8893a4588a",
    "1.283.8efc7a0527d090d1a999d3ca",
];

#[test]
fn an_estimate_is_near_the_truth() {
    // Of 1,000 runs each, so many are shared.
    for shared in [0, 100, 300, 500, 700, 900, 1000] {
        let common = letter("common", shared + 2);
        let own = |name: &str| if shared < 1000 { format!("{common} {}", letter(name, 1000 - shared)) } else { common.clone() };
        let (a, b) = (of(&own("a")), of(&own("b")));
        let truth = f64::from(u32::try_from(shared).unwrap()) / f64::from(u32::try_from(2000 - shared).unwrap());
        assert!((a.likeness(&b) - truth).abs() < 0.11, "{shared}: {} for {truth}", a.likeness(&b));
        let part = f64::from(u32::try_from(shared).unwrap()) / 1000.0;
        assert!((a.share_in(&b) - part).abs() < 0.11, "{shared}: {} for {part}", a.share_in(&b));
    }
}

#[test]
fn a_letter_is_found_in_a_longer_one() {
    let form = letter("form", 150);
    let (short, long) = (of(&form), of(&format!("{form} {}", letter("own", 450))));
    assert!(short.share_in(&long) > 0.8, "{}", short.share_in(&long));
    assert!(long.share_in(&short) < 0.35, "{}", long.share_in(&short));
    assert!(short.likeness(&long) < 0.35);
}

#[test]
fn like_texts_have_a_band_in_common_and_bands_are_told_apart() {
    let (a, b) = (of(&letter("a", 200)), of(&format!("{} {}", letter("a", 150), letter("b", 50))));
    let common = a.bands().iter().filter(|band| b.bands().contains(band)).count();
    assert!(common > 5, "{common}");
    let stranger = of(&letter("stranger", 200));
    assert!(!a.bands().iter().any(|band| stranger.bands().contains(band)));
    let everywhere = Signature::from_text(&format!("1.98.{}", "0007".repeat(192))).expect("a signature");
    let mut bands = everywhere.bands().to_vec();
    bands.sort_unstable();
    bands.dedup();
    assert_eq!(bands.len(), BANDS, "the same values in another band are another band");
    let most = Signature::from_text(&format!("1.98.{}", "ffff".repeat(192))).expect("a signature");
    assert!(most.bands().iter().all(|band| *band >= 0));
}

/// Bands are stored: what finds a family in a year is made as it was today.
#[test]
fn a_band_is_its_number_and_its_values() {
    let digits = (0..192).map(|value| format!("{value:04x}")).collect::<Vec<_>>().concat();
    let bands = Signature::from_text(&format!("1.98.{digits}")).expect("a signature").bands();
    let expected = (0..64).map(|band: i64| (band << 48) | ((3 * band) << 32) | ((3 * band + 1) << 16) | (3 * band + 2));
    assert_eq!(bands.to_vec(), expected.collect::<Vec<_>>());
}

#[test]
fn no_share_is_more_than_all() {
    let with = |runs: usize| Signature::from_text(&format!("1.{runs}.{}", "0007".repeat(192))).expect("a signature");
    assert!((with(40).share_in(&with(400)) - 1.0).abs() < f64::EPSILON);
}

#[test]
fn of_the_longest_text_what_is_looked_at_is_known() {
    let long = letter("word", MOST_BYTES / 8);
    assert!(long.len() > MOST_BYTES);
    assert_eq!(Signature::of(&long), Signature::of(&format!("{long} {}", letter("more", 1_000))));
    // Each second sign stands for two words: more words, and other ones each time, than a text has in its own letters.
    let mut draw = super::letters::Draw(1);
    let mut sign = |from: u32, of: usize| char::from_u32(from + u32::try_from(draw.below(of)).unwrap()).unwrap();
    let signs = (0..MOST_BYTES / 6).flat_map(|_| [sign(0x4e00, 20_000), sign(0x337b, 4)]);
    let most = of(&signs.collect::<String>());
    assert!(most.runs() > 45_000, "{}", most.runs());
    assert_eq!(Signature::from_text(&most.to_text()), Some(most));
}

#[test]
fn what_was_stored_is_checked() {
    let text = of(&letter("word", 100)).to_text();
    assert_eq!(text.len(), "1.98.".len() + 768);
    for wrong in [
        String::new(),
        "1".to_owned(),
        text.replacen("1.", "2.", 1),
        text.replacen("98", "098", 1),
        text.replacen("98", "+98", 1),
        text.replacen("98", "39", 1),
        text.replacen("98", "50001", 1),
        text.replacen("98", "99999999999999", 1),
        format!("{text}0"),
        text[..text.len() - 1].to_owned(),
        format!("{}G", &text[..text.len() - 1]),
        format!("{}é", &text[..text.len() - 2]),
        format!("1.98.{}", "+123".repeat(192)),
        format!("1.98.{}", "ABCD".repeat(192)),
    ] {
        assert_eq!(Signature::from_text(&wrong), None, "{wrong}");
    }
}

#[test]
fn words_are_the_same_however_they_are_written() {
    for (one, other) in [
        ("L’Été à Genève", "l'ete a geneve"),
        ("Ёлка — и Мир", "елка и мир"),
        ("مؤسّسة الأمـــن", "مؤسسه الامن"),
        ("各国，应当！合作。", "各国应当合作"),
    ] {
        // Many times, with a word between that is another each time: long enough.
        let long = |text: &str| (0..20).map(|n| format!("{text} n{n}x ")).collect::<Vec<_>>().concat();
        assert_eq!(of(&long(one)), of(&long(other)), "{one}");
    }
}

fn words() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-zа-яé]{1,9}|[ابتثجح]{1,6}|[国应当合作安全网络]{1,5}", 50..90)
}

proptest! {
    #[test]
    fn case_punctuation_and_white_space_make_no_difference(words in words(), seed in any::<u64>()) {
        let plain = words.join(" ");
        let mut draw = super::letters::Draw(seed);
        let signs = [" ", ", ", ".\n", "!  ", " – ", "\r\n\r\n", "; ", "\u{a0}«", "…\t"];
        let mut dressed = String::new();
        for word in &words {
            dressed.push_str(&if draw.happens(50) { word.to_uppercase() } else { word.clone() });
            dressed.push_str(draw.one(&signs));
        }
        prop_assert_eq!(Signature::of(&plain), Signature::of(&dressed));
    }

    #[test]
    fn likeness_is_the_same_both_ways_and_one_with_itself(a in words(), b in words(), kept in 0_usize..50) {
        let (a, b) = (a.join(" "), format!("{} {}", a[..kept].join(" "), b.join(" ")));
        if let (Some(a), Some(b)) = (Signature::of(&a), Signature::of(&b)) {
            prop_assert!((a.likeness(&b) - b.likeness(&a)).abs() < f64::EPSILON);
            prop_assert!((0.0..=1.0).contains(&a.likeness(&b)) && (0.0..=1.0).contains(&a.share_in(&b)));
            prop_assert!(a.likeness(&a) >= 1.0 && a.share_in(&a) >= 1.0);
        }
    }

    #[test]
    fn what_is_stored_comes_back(words in words()) {
        if let Some(signature) = Signature::of(&words.join(" ")) {
            prop_assert_eq!(Signature::from_text(&signature.to_text()), Some(signature));
        }
    }

    #[test]
    fn nothing_else_is_read(text in "[0-9]{1,2}\\.[0-9]{1,6}\\.[0-9a-f]{0,20}|\\PC{0,40}") {
        prop_assert_eq!(Signature::from_text(&text), None);
    }
}
