use super::*;
use proptest::prelude::*;

#[test]
fn counts_words_and_chinese_characters() {
    assert_eq!(count("States should co-operate; don't delay.", Language::En), 6);
    assert_eq!(count("各国应合作。", Language::Zh), 5);
    assert_eq!(count("على الدول أن تتعاون", Language::Ar), 4);
    assert_eq!(count(" \n\u{200b}… ", Language::En), 0);
}

/// What a reader would count, in each of the six languages.
#[test]
fn counts_as_a_reader_does() {
    for (language, text, words) in [
        (Language::En, "The Working Group’s 3rd session, on 7–11 December 2026.", 10),
        (Language::Fr, "L’échange d’informations n’est pas aujourd’hui obligatoire.", 6),
        (Language::Es, "¿Qué pueden hacer los Estados? ¡Mucho!", 6),
        (Language::Ru, "Государства должны сотрудничать — это ёмко.", 5),
        (Language::Ar, "يَنْبَغِي لِلدُّوَلِ أَنْ تَتَعَاوَنَ.", 4),
        (Language::Zh, "第18段，ICT安全。", 9),
    ] {
        assert_eq!(count(text, language), words, "{text}");
    }
}

#[test]
fn a_letter_with_its_marks_is_one_and_emoji_are_none() {
    // Composed or not, with a zero-width joiner or without.
    assert_eq!(count("e\u{301}te\u{301}", Language::Fr), count("été", Language::Fr));
    assert_eq!(count("葛\u{e0100}城", Language::Zh), 2);
    assert_eq!(count("👩\u{200d}🚀 🇰🇪 ✅", Language::En), 0);
    assert_eq!(count("👩\u{200d}🚀各国🇰🇪", Language::Zh), 2);
    assert_eq!(count("می\u{200c}شود", Language::Ar), 1, "a zero-width non-joiner stands inside a word");
}

/// Texts of letters, marks, signs, emoji and white space of the six languages, mixed.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Zéñüß]{1,8}",
        "[а-яё]{1,8}",
        "[ابتثجحخد]{1,6}[\u{64b}-\u{652}]?",
        "[一-龥]{1,6}",
        "[0-9]{1,4}",
        "[.,;:!?…—()«»“”。，、]",
        "[ \\n\\t\u{a0}\u{3000}]{1,3}",
        Just("👩\u{200d}🚀".to_owned()),
        Just("\u{301}".to_owned()),
        Just("\u{200b}".to_owned()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn language() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

proptest! {
    #[test]
    fn white_space_and_signs_around_a_text_count_for_nothing(text in text(), language in language()) {
        let counted = count(&text, language);
        prop_assert_eq!(count(&format!("  \n{text}\n\n… "), language), counted);
    }

    /// What is written in two paragraphs counts as both do: nobody gains by breaking lines, and nobody loses.
    #[test]
    fn paragraphs_add_up(one in text(), other in text(), language in language()) {
        let both = format!("{one}\n\n{other}");
        prop_assert_eq!(count(&both, language), count(&one, language) + count(&other, language));
    }

    /// Leaving words out never makes a text longer.
    #[test]
    fn a_part_is_never_longer(text in text(), cut in 0_usize..400, language in language()) {
        let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= cut).last().unwrap_or(0);
        let part = text.get(..end).unwrap_or_default();
        prop_assert!(count(part, language) <= count(&text, language));
    }

    /// Chinese is never counted as fewer than its characters, however they are joined.
    #[test]
    fn chinese_characters_are_counted_one_by_one(characters in "[一-龥]{0,40}") {
        prop_assert_eq!(count(&characters, Language::Zh), characters.chars().count());
    }
}
