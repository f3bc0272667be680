use super::super::outline::{Doubt, Outline, outline};
use super::*;
use proptest::prelude::*;

/// Paragraphs 1 to 5, 4 with (a) and (b), (b) with (i), and an annex.
const TEXT: &str = "1. One.\n\n2. Two.\n\n2 bis. More.\n\n3. Three.\n\n4. Four:\n\n(a) A;\n\n(b) B:\n\n(i) I;\n\n5. Five.\n\n6. WORDS\n\n## Annex I\n\n1. Terms.";

/// The references that are doubted in a paragraph of that text.
fn doubted(words: &str) -> Vec<String> {
    in_text(&TEXT.replace("WORDS", words))
}

fn in_text(text: &str) -> Vec<String> {
    let Outline { doubts, .. } = outline(text);
    doubts.into_iter().filter(|spot| spot.what == Doubt::NoSuchProvision).map(|spot| spot.words).collect()
}

#[test]
fn what_is_not_there_is_doubted() {
    for (words, expected) in [
        ("States act as paragraph 7 says.", "paragraph 7"),
        ("As in Paragraphs 3 to 9, States act.", "Paragraphs 3 to 9"),
        ("See paras. 2, 8 and 3.", "paras. 2, 8 and 3"),
        ("This follows paragraph 4 (c) above.", "paragraph 4 (c)"),
        ("This follows paragraph 4(b)(ii).", "paragraph 4(b)(ii)"),
        ("This follows paragraphs 4 (a) and (d).", "paragraphs 4 (a) and (d)"),
        ("Paragraph 3 bis is meant.", "Paragraph 3 bis"),
        ("What subparagraph (f) says.", "subparagraph (f)"),
        ("As annex II says.", "annex II"),
        // "Above" and "this" are stronger than the name of another document beside it.
        ("The report A/70/174 and paragraph 9 above.", "paragraph 9"),
        ("The report, and paragraph 9 of the present resolution.", "paragraph 9"),
        ("Voir le paragraphe 7 ci-dessus.", "paragraphe 7"),
        ("Aux paragraphes 3 à 8, les États agissent.", "paragraphes 3 à 8"),
        ("Au paragraphe 4 d).", "paragraphe 4 d)"),
        ("Según el párrafo 7.", "párrafo 7"),
        ("Los párrafos 3 y 8 supra.", "párrafos 3 y 8"),
        ("Как указано в пункте 7 выше.", "пункте 7"),
        ("В соответствии с пунктами 3 и 8.", "пунктами 3 и 8"),
        ("على النحو الوارد في الفقرة 7 أعلاه.", "الفقرة 7"),
        ("في الفقرتين ٣ و ٨.", "الفقرتين ٣ و ٨"),
        ("انظر الفقرات 3 إلى 8.", "الفقرات 3 إلى 8"),
        ("如上文第7段所述。", "第7段"),
        ("见上文第3至9段。", "第3至9段"),
    ] {
        assert_eq!(doubted(words), [expected], "{words}");
    }
    assert_eq!(doubted("Paragraph 8, and what paragraph 9 says."), ["Paragraph 8", "paragraph 9"]);
}

#[test]
fn what_is_there_or_elsewhere_is_not() {
    for words in [
        "As paragraphs 1, 2 bis and 4 (b) (i) say, and paragraph 4 (a) above.",
        "As paragraphs 3 to 5 and annex I say; see subparagraph (b).",
        "Voir le paragraphe 4 b) ci-dessus. Según los párrafos 1 a 3. В пунктах 1–3. في الفقرة ٤ (أ من) النص. 上文第3段。",
        // Other documents.
        "As set out in paragraph 13 of the report contained in document A/70/174.",
        "As paragraph 34 of resolution 75/240 says.",
        "The resolution says so in its paragraph 12.",
        "As A/76/135, paragraph 40, says.",
        "As General Assembly decision 77/512 (paras. 8-9) says.",
        "As paragraph 2 of article 12 says.",
        "As article 12, paragraph 9, says.",
        "As paragraph 9 of annex I says, and paragraph 9 in annex I.",
        "As paragraph 9 of the mandate says, and preambular paragraph 9.",
        "Ibid., para. 34.",
        "Aux paragraphes 12 et 13 de la résolution 75/240.",
        "En el párrafo 13 del informe.",
        "В пункте 13 доклада Группы. В пункте 13 этого текста.",
        "في الفقرة 13 من تقرير الفريق. وفي الفقرة 13 منه.",
        "第75/240号决议第7段。见报告第13段。",
        // Numbers of other things.
        "In paragraph 1, 10 States and 12 operators spoke.",
        "In paragraphs 1 and 3, 10 States spoke.",
        "Paragraph 4.2 and paragraph 9/2 and paragraph 9th and paragraph (x) and paragraph.",
        "A sub-paragraph 9, a subparagraph, an annex, annex to all, Annexes.",
        "Each paragraph 5 per cent longer.",
    ] {
        assert_eq!(doubted(words), Vec::<String>::new(), "{words}");
    }
    // What stands above says what is spoken of, and notes speak of other documents.
    assert_eq!(
        in_text("1. States recall from the report:\n\n(a) Paragraph 9;\n\n(b) Paragraph 10.[^1]\n\n[^1]: Para. 12."),
        Vec::<String>::new()
    );
    assert_eq!(in_text("1. States recall from the report:[^1]\n\n[^1]: Held.\n\n(a) Paragraph 9."), Vec::<String>::new());
    assert_eq!(in_text("1. States recall:[^1]\n\n[^1]: See the report.\n\n(a) Paragraph 9."), ["Paragraph 9"]);
    assert_eq!(in_text("*Recalling* paragraph 12,\n\n*Noting* paragraph 9 below,\n\n1. One."), ["paragraph 9"]);
    // A text that has no numbers, or another numbering, says nothing of what is missing.
    assert_eq!(in_text("# Title\n\n*Noting* paragraph 9 above,"), Vec::<String>::new());
    assert_eq!(in_text("OP1 See paragraph 2.\n\nOP2 See paragraph 1."), Vec::<String>::new());
    assert_eq!(in_text("1. As annex IV says.\n\nAnnex\n\n1. Terms"), Vec::<String>::new(), "an annex without a number");
}

#[test]
fn other_documents_and_earlier_numbers_are_not_doubted() {
    for words in [
        "Las medidas para 9 Estados, y para 2030.",
        "Los Estados trabajan para 9 países.",
        // Other documents, by their names in six languages.
        "As the Covenant says, paragraph 9.",
        "The Statutes (para. 9), the treaties (paras. 9 and 10) and a memorandum, paragraph 11.",
        "The third APR, paragraph 42, and the zero draft, paragraph 9.",
        "Le Statut (paragraphe 9) et le Pacte, paragraphe 9.",
        "Le règlement, paragraphe 9.",
        "Las resoluciones 75/240 y 76/19, párrafo 9. Las convenciones, párrafo 9.",
        "El Estatuto, párrafo 9. El Pacto (párrafo 9).",
        "Пакт, пункт 9.",
        "Хартия (пункт 9).",
        "Статут (пункт 9), письмо (пункт 9).",
        "العهد، الفقرة 9.",
        "النظام الأساسي (الفقرة 9).",
        // What a paragraph was once called.
        "The former paragraph 9, old paragraphs 10 and 11, and previous para. 12 above.",
        "Paragraph 3 (formerly paragraph 9) and paragraph 9 (former).",
        "L’ancien paragraphe 9 ci-dessus, les anciens paragraphes 10 et 11.",
        "El antiguo párrafo 9 supra y los antiguos párrafos 10 y 11.",
        "Бывший пункт 9 выше, в бывшем пункте 10, прежние пункты 11 и 12.",
        "الفقرة 9 (سابقا).",
        "الفقرة 9 السابقة.",
    ] {
        assert_eq!(doubted(words), Vec::<String>::new(), "{words}");
    }
    assert_eq!(doubted("Véase el párr. 9, para el párrafo 9."), ["párrafo 9"]);
    assert_eq!(doubted("See para. 9."), ["para. 9"]);
}

#[test]
fn numbers_that_begin_anew_are_looked_for_where_they_are_meant() {
    let annexed = "1. One.\n\n2. WORDS\n\nAnnex I\n\n1. A.\n\n2. B.\n\n3. C.\n\nAnnex II\n\n1. THERE";
    let both = |words: &str, there: &str| in_text(&annexed.replace("WORDS", words).replace("THERE", there));
    // The annex has a paragraph 3, the text has none; in an annex the text may be meant as well.
    assert_eq!(both("As paragraph 3 above says.", "As paragraph 3 below says."), ["paragraph 3", "paragraph 3"]);
    assert_eq!(both("As paragraph 3 says.", "As paragraph 2 above says."), ["paragraph 3"]);
    assert_eq!(both("As annex I has it in paragraph 3 below.", "Annex I, paragraph 3 above."), Vec::<String>::new());
    assert_eq!(both("In annex I:\n\n(a) paragraph 3;\n\n(b) paragraph 3 below.", "End."), Vec::<String>::new());
    assert_eq!(both("Annex 2 and annex I.", "Annex 3."), ["Annex 3"], "Roman or not");
    // Articles that begin anew.
    let treaty = "## Article 1\n\n1. A.\n\n2. B.\n\n3. C.\n\n## Article 2\n\n1. WORDS";
    for (words, expected) in [
        ("As paragraph 3 above says.", vec!["paragraph 3"]),
        ("As paragraph 3 of this article says.", vec!["paragraph 3"]),
        ("As paragraph 1 of this article says.", vec![]),
        ("As article 1, paragraph 3 above, says.", vec![]),
        ("As article 1, paragraph 3, says.", vec![]),
        ("Subject to article 1, paragraph 3 of the present article applies.", vec!["paragraph 3"]),
    ] {
        assert_eq!(in_text(&treaty.replace("WORDS", words)), expected, "{words}");
    }
    // Articles through which the numbers go on are parts of one text.
    let through = "## Article 1\n\n1. A.\n\n2. B.\n\n## Article 2\n\n3. As paragraphs 1 and 2 above say.";
    assert_eq!(in_text(through), Vec::<String>::new());
}

#[test]
fn a_chain_and_a_list_have_an_end() {
    let deep = format!("paragraph 1 {}", "(a)".repeat(1_000));
    let long = format!("paragraphs 1 {}, 9", "(a)".repeat(5) + &", (b)".repeat(1_000));
    for text in [deep, long] {
        let found: Vec<_> = references(&text).collect();
        assert_eq!(found.len(), 1);
        assert!(found[0].chains.len() <= MOST_NAMED && found[0].chains.iter().all(|chain| chain.len() <= MOST_KEYS), "{found:?}");
    }
    assert_eq!(doubted("Paragraph 4 (b)(i)(a)(i)(a) is too deep.").len(), 1);
}

/// Each of these is read in a moment where every character is looked at a few times; where the rest of a text is read again for each, it
/// would take hours, and where each keeps what stands before it, all memory.
#[test]
fn hostile_references_are_read_in_one_go() {
    for (begin, piece) in [
        ("", "paragraph 1 (a"),
        ("paragraph 1 ", "(a)"),
        ("paragraphs 1 (a)(a)(a)(a)", ", (a)"),
        ("paragraphs ", "1, "),
        ("", "paragraph 1 \u{200f}"),
        ("paragraph 7 (", "a"),
        ("paragraph ", "9"),
        ("", "上文第1"),
        ("annex I ", "/"),
    ] {
        let text = format!("1. One\n\n2. {begin}{}", piece.repeat(200_000 / piece.len()));
        assert_eq!(outline(&text).units.len(), 2, "{begin} {piece}");
    }
}

#[test]
fn a_doubt_stands_with_its_line_and_hinders_nothing() {
    let read = outline("1. One.\n\n2. As paragraph 7 says.");
    let doubts: Vec<_> = read.doubts.iter().map(|spot| (spot.line, spot.words.as_str())).collect();
    assert_eq!((doubts, read.flaws.len()), (vec![(3, "paragraph 7")], 0));
}

proptest! {
    #[test]
    fn no_reference_makes_the_reader_stumble(pieces in proptest::collection::vec(prop_oneof![
        Just("paragraph"), Just("Paragraphs"), Just("para."), Just("párrafos"), Just("пунктах"), Just("الفقرات"), Just("上文第"), Just("段"), Just("至"),
        Just("annex"), Just("subparagraph"), Just(" 7"), Just("٧"), Just("99999"), Just(" bis"), Just(" (b)"), Just("b)"), Just("(ii"), Just(" and "), Just(", "),
        Just("–"), Just("و"), Just(" to"), Just(" above"), Just(" of"), Just("/"), Just("."), Just("-"), Just("[^"), Just("İ"), Just("\u{2067}"), Just("\n\n8. "), Just(" ")], 0..40)) {
        let text = format!("1. One\n\n2. {}", pieces.concat());
        let read = outline(&text);
        // A doubt changes nothing in what is read, and its words stand in the text.
        for spot in read.doubts.iter().filter(|spot| spot.what == Doubt::NoSuchProvision) {
            let words: String = spot.words.trim_end_matches('…').split_whitespace().collect();
            prop_assert!(text.split_whitespace().collect::<String>().contains(&words), "{words}");
        }
    }
}
