use super::super::*;
use crate::domain::ids::ThemeId;
use uuid::Uuid;

fn id(n: u128) -> ThemeId {
    ThemeId(Uuid::from_u128(n))
}

const EMPTY: &Profile = &Profile { inputs: 0, words: Vec::new() };

/// Themes with these names and nothing that bears them.
fn named<'a>(names: &[&'a str]) -> Vec<Candidate<'a>> {
    let one = |(at, name): (usize, &&'a str)| Candidate { id: id(at as u128), name, above: &[], profile: EMPTY };
    names.iter().enumerate().map(one).collect()
}

fn first(text: &str, names: &[&str]) -> Option<(u128, Vec<String>)> {
    suggest(text, &named(names), &[]).first().map(|found| (found.theme.0.as_u128(), found.says.clone()))
}

#[test]
fn the_words_of_a_name_lead_to_it_in_every_language() {
    for (text, names, quote) in [
        ("We ask vendors to secure the Supply-Chain of software.", ["Points of contact", "Supply chains"], "Supply-Chain"),
        (
            "Il faut protéger les chaînes d’approvisionnement.",
            ["Points de contact", "Chaîne d’approvisionnement"],
            "chaînes d’approvisionnement",
        ),
        ("Protejamos las infraestructuras críticas.", ["Puntos de contacto", "Infraestructura crítica"], "infraestructuras críticas"),
        ("Речь идёт об уязвимостях и об их раскрытии.", ["Контактные лица", "Раскрытие уязвимостей"], "раскрытии"),
        ("ينبغي حماية البنى التحتية الحيوية من الهجمات.", ["جهات الاتصال", "حماية البنى التحتية"], "حماية البنى التحتية"),
        ("各国应当保护供应链的安全。", ["联络点", "供应链"], "供应链"),
    ] {
        let (theme, says) = first(text, &names).unwrap_or_else(|| panic!("nothing for {text}"));
        assert_eq!(theme, 1, "{text}");
        assert!(says.iter().any(|said| said == quote), "{text}: {says:?}");
    }
}

#[test]
fn what_a_text_does_not_say_is_not_suggested() {
    assert_eq!(first("We welcome the draft and thank the Chair.", &["Supply chains", "The rights of the child"]), None);
    // One of many words of a name is not its name.
    assert_eq!(first("We thank the Chair for the protection.", &["Protection of hospitals, water works and power grids"]), None);
    assert_eq!(first("", &["Supply chains"]), None);
    assert_eq!(first("Anything", &["—", "the"]), None, "a name without a word");
}

#[test]
fn what_others_with_a_theme_say_leads_to_it_with_their_number() {
    let cables = [
        "Submarine cables carry our telephone calls. A cable that is cut is repaired by a ship.",
        "Repair ships must reach every cable, and landing stations need guards. We welcome the draft.",
        "Where cables land, stations are easy prey. We welcome the draft of the Chair.",
    ];
    let schools = [
        "Teachers learn about passwords in schools. We welcome the draft.",
        "A school trains pupils and teachers. We thank the Chair for the draft.",
        "Pupils and their teachers need lessons, says the draft.",
    ];
    let (cables, schools) = (Profile::of(cables), Profile::of(schools));
    let themes = [
        Candidate { id: id(1), name: "Education", above: &[], profile: &schools },
        Candidate { id: id(2), name: "Under the sea", above: &["Infrastructure"], profile: &cables },
    ];
    let found = suggest("A ship repairs the cable between two stations. We welcome the draft.", &themes, &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].theme, id(2));
    assert_eq!(found[0].shared, Some(("cable".to_owned(), 3)), "{found:?}");
    assert!(found[0].says.contains(&"cable".to_owned()) && found[0].says.contains(&"stations".to_owned()), "{found:?}");
    assert!(!found[0].says.iter().any(|said| said.contains("draft")), "all say it: {found:?}");
    // What it bears is not suggested again.
    assert_eq!(suggest("A ship repairs the cable between two stations.", &themes, &[id(2)]), []);
    // A text about neither says so.
    assert_eq!(suggest("We welcome the draft and thank the Chair.", &themes, &[]), []);
}

#[test]
fn the_best_come_first_and_no_more_than_five() {
    let names: Vec<String> = (0..20).map(|n| format!("Norm number{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let text = format!("{} and nothing else", names.join(", "));
    let found = suggest(&text, &named(&names), &[]);
    assert_eq!(found.len(), MOST_SUGGESTED);
    assert_eq!(found.iter().map(|one| one.theme.0.as_u128()).collect::<Vec<_>>(), [0, 1, 2, 3, 4], "equal ones as they stand");
    assert_eq!(
        first("Water, and the protection of cables", &["Protection of things", "Protection of cables"]).map(|found| found.0),
        Some(1)
    );
}

#[test]
fn a_very_long_text_is_looked_at_from_its_beginning_and_cut_between_letters() {
    let text = format!("Supply chains. {}", "供".repeat(100_000));
    assert_eq!(first(&text, &["Supply chain"]).map(|found| found.0), Some(0));
    let profile = Profile::of([text.as_str()]);
    assert!(profile.words.len() <= 150 && profile.inputs == 1);
}

#[test]
fn quotes_are_words_of_the_text() {
    let text = "Supply chain risk. The chain of supply, supply-chain, SUPPLY   CHAIN.";
    for said in &first(text, &["Supply chain"]).expect("found").1 {
        let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(joined.contains(said.as_str()), "{said}");
    }
}
