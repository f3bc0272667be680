use super::super::sentences::sentences;
use proptest::prelude::*;

fn of(text: &str) -> Vec<&str> {
    sentences(text).into_iter().map(|place| text[place].trim()).collect()
}

#[test]
fn sentences_of_six_languages() {
    for (text, expected) in [
        ("States act. They cooperate! Do they? Yes.", &["States act.", "They cooperate!", "Do they?", "Yes."][..]),
        ("Les États « agissent. » Ils coopèrent ! Vraiment.", &["Les États « agissent. »", "Ils coopèrent !", "Vraiment."]),
        ("¿Actúan los Estados? ¡Sí! Cooperan.", &["¿Actúan los Estados?", "¡Sí!", "Cooperan."]),
        ("Государства действуют. Они сотрудничают.", &["Государства действуют.", "Они сотрудничают."]),
        ("هل تتعاون الدول؟ نعم. لا بد من ذلك۔ شكرا", &["هل تتعاون الدول؟", "نعم.", "لا بد من ذلك۔", "شكرا"]),
        (
            "各国应当合作。“真的吗？”是的！第二，行动；第三，报告。",
            &["各国应当合作。", "“真的吗？”", "是的！", "第二，行动；", "第三，报告。"],
        ),
    ] {
        assert_eq!(of(text), expected, "{text}");
    }
}

#[test]
fn what_a_full_stop_does_not_end() {
    for text in [
        "We thank Mr. Gafoor and Mme. López of El Salvador.",
        "See para. 8 and art. 12 of the draft.",
        "The norms, e.g. those on supply chains, apply.",
        "It costs 2.5 percent of A/RES/73/27 at www.example.org now.",
        "По данным ст. 5 и гл. 7 доклада.",
        "J. Smith wrote it.",
    ] {
        assert_eq!(of(text).len(), 1, "{:?}", of(text));
    }
    assert_eq!(of("(It is so.) And so on... But then."), ["(It is so.)", "And so on...", "But then."]);
    assert_eq!(of("One thing; another thing. A third"), ["One thing;", "another thing.", "A third"]);
}

#[test]
fn lines_end_a_sentence_where_their_writer_did() {
    let wrapped = "Dear Chair,\nWe write to you about the protection of hospitals and\nclinics, which are attacked\r\n\r\nYours\nAna";
    assert_eq!(
        of(wrapped),
        ["Dear Chair,", "We write to you about the protection of hospitals and\nclinics, which are attacked", "Yours", "Ana"]
    );
    let list = "We ask that delegations do the following two things:\n- protect hospitals and clinics and all who work\n2. report what they have done";
    assert_eq!(of(list).len(), 3);
    assert_eq!(of("* * *\n\nTitle\n\n---\n\n").len(), 1, "signs alone are no sentence");
    assert_eq!(of("—"), ["—"]);
    assert!(of("").is_empty());
}

proptest! {
    #[test]
    fn sentences_are_together_the_text(text in "(?s)[ \\n.!?;。؟()«»\"aBж国م1é\u{301}\u{2029}…'-]{0,80}|(?s).{0,80}") {
        let found = sentences(&text);
        let whole: String = found.iter().map(|place| &text[place.clone()]).collect();
        prop_assert_eq!(&whole, &text);
        prop_assert!(found.iter().all(|place| !place.is_empty()));
        if text.contains(char::is_alphanumeric) {
            prop_assert!(found.iter().all(|place| text[place.clone()].contains(char::is_alphanumeric)), "{:?}", found);
        }
    }
}
