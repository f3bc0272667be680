use super::*;
use proptest::prelude::*;

fn close(a: &str, b: &str) -> bool {
    Name::new(a, "").is_close(&Name::new(b, ""))
}

#[test]
fn names_are_folded() {
    assert_eq!(fold("  Fédération  INTERNATIONALE, d’Été "), "federation internationale dete");
    assert_eq!(fold("Straße & Søn Łódź"), "strasse son lodz");
    assert_eq!(fold("Форум «Кибермир» Ёлка"), "форум кибермир елка");
    assert_eq!(fold("مؤسّسة الأمـــن الرّقميّ"), fold("مؤسسه الامن الرقمي"));
    assert_eq!(fold("—"), "—", "a name of signs is still a name");
    assert_eq!(search_key("Harbour CSIRT Forum", "HCF"), " harbour csirt forum hcf");
    assert_eq!(search_key("Harbour", ""), " harbour");
}

#[test]
fn close_in_latin_letters() {
    assert!(close("Kestrel Bay Systems", "KESTREL BAY SYSTEMS LTD."));
    assert!(close("Kestrel Bay Systems (invented)", "Kestral Bay System"), "slips of the pen");
    assert!(close("Institut für Sicherheit und Technik e.V.", "Institut fur Sicherheit & Technik"));
    assert!(close("The Lakeside Institute for Peace and Technology", "Lakeside Institute of Technology and Peace"));
    assert!(close("HCF", "Harbour CSIRT Forum"), "an abbreviation");
    assert!(Name::new("HF", "").is_close(&Name::new("Harbour CSIRT Forum", "HF")), "its short name");
    assert!(!close("University of Nairobi", "University of Geneva"));
    assert!(!close("Lakeside Institute", "Riverside Bank"));
    assert!(!close("Global Cyber Alliance", "Global Forum on Expertise"));
    assert!(!close("Organisation 1a2", "Organisation 1a3"), "a number is itself and no other");
    assert!(!close("Chapter 7", "Chapter 8"));
}

#[test]
fn close_in_cyrillic_letters() {
    assert!(close("ООО «Лаборатория Севера»", "Лаборатория севера"));
    assert!(close("Центр кибербезопасности", "Центр Кибер-безопасности"));
    assert!(!close("Центр кибербезопасности", "Институт океанологии"));
}

#[test]
fn close_in_arabic_letters() {
    assert!(close("مؤسسة الأمن الرقمي", "مؤسسه الامن الرقمى"));
    assert!(close("شركة الخليج للتقنية المحدودة", "الخليج للتقنية"));
    assert!(!close("مؤسسة الأمن الرقمي", "جامعة البحر الأحمر"));
}

#[test]
fn a_domain_says_something_unless_everybody_has_it() {
    assert_eq!(telling_domain("ana@acme.test"), Some("acme.test"));
    for shared in ["ana@gmail.com", "ana@mail.ru", "ana@example.org", "ana@qq.com", "ana", "ana@"] {
        assert_eq!(telling_domain(shared), None, "{shared}");
    }
}

proptest! {
    #[test]
    fn likeness_is_the_same_both_ways_and_within_its_bounds(a in "\\PC{0,40}", b in "\\PC{0,40}") {
        let (x, y) = (Name::new(&a, ""), Name::new(&b, ""));
        let there = x.likeness(&y);
        prop_assert!((0.0..=1.0).contains(&there));
        prop_assert!(x.likeness(&x) >= 1.0);
    }

    #[test]
    fn folding_twice_changes_nothing(a in "\\PC{0,40}") {
        let once = fold(&a);
        prop_assert_eq!(fold(&once), once);
    }
}
