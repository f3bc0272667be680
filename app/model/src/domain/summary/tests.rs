use super::*;
use crate::domain::comment::Stance;
use crate::domain::ids::{OrganisationId, ProvisionId, RoundId, SubgroupId};
use crate::domain::language::Language;
use crate::domain::organisation::{OrganisationRef, Region, StakeholderType};
use crate::domain::statistics::{Counted, Inputs, Said};
use crate::domain::time::Instant;
use std::collections::HashMap;
use uuid::Uuid;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

#[test]
fn a_part_comes_back_from_its_code() {
    for part in Part::all(&[]) {
        assert_eq!(Part::from_code(&part.code()), Some(part));
    }
    let views = Part::Views(Some(SubgroupId(id(7))));
    assert_eq!(Part::from_code(&views.code()), Some(views));
    for nonsense in ["", "views-", "views-x", "Overview", "statistics"] {
        assert_eq!(Part::from_code(nonsense), None, "{nonsense}");
    }
    assert_eq!((views.moderated(), Part::Views(None).moderated()), (Some(SubgroupId(id(7))), None));
}

#[test]
fn words_of_number_come_from_the_counts() {
    let said = |count, all| Quantifier::of(count, all);
    assert_eq!(said(0, 9), None);
    assert_eq!((said(1, 1), said(2, 3)), (Some(Quantifier::One), Some(Quantifier::Two)), "a number is said as it is");
    assert_eq!((said(3, 6), said(4, 6)), (Some(Quantifier::Several), Some(Quantifier::Most)), "half is not most");
    assert_eq!((said(9, 100), said(10, 100), said(51, 100)), (Some(Quantifier::Several), Some(Quantifier::Many), Some(Quantifier::Most)));
}

#[test]
fn a_sentence_is_taken_apart_at_its_numbers() {
    assert_eq!(words("{n} proposed it."), [Word::Number { first: true }, Word::Text(" proposed it.")]);
    assert_eq!(words("It was held by {n}"), [Word::Text("It was held by "), Word::Number { first: false }]);
    assert_eq!(words("Plain {x}."), [Word::Text("Plain {x}.")]);
    assert_eq!(words(""), []);
}

#[test]
fn a_sentence_without_a_source_has_a_gap() {
    let said = |text: &str, own| Words { text: text.to_owned(), own, ..Words::default() };
    assert_eq!(gaps(&said("They agreed.", false), 0, 0), [Gap::NoSource]);
    assert_eq!(gaps(&said("They agreed.", false), 2, 2), []);
    assert_eq!(gaps(&said("They agreed.", false), 2, 1), [Gap::SourceGone]);
    assert_eq!(gaps(&said("I thank everybody.", true), 0, 0), []);
    assert_eq!(gaps(&said("{n} agreed.", true), 0, 0), [Gap::NothingToCount], "the chair's words count nobody");
}

fn comment(n: u128, by: u128, on: u128, stance: Stance) -> Counted {
    Counted {
        item: ItemId(id(n)),
        organisation: OrganisationId(id(by)),
        round: RoundId(id(1)),
        subgroup: None,
        language: Language::En,
        at: Instant(0),
        late: false,
        said: Some(Said { provision: ProvisionId(id(on)), stance, proposes: false }),
    }
}

#[test]
fn views_of_the_few_are_missed_until_one_of_them_is_cited() {
    let organisation =
        |n, region| OrganisationRef { id: OrganisationId(id(n)), name: String::new(), stakeholder_type: StakeholderType::Ngo, region };
    let inputs = Inputs {
        counted: vec![
            comment(1, 1, 1, Stance::Support),
            comment(2, 2, 1, Stance::SupportWithChange),
            comment(3, 3, 1, Stance::Oppose),
            // One organisation is one, however often it speaks.
            comment(4, 3, 1, Stance::Oppose),
            comment(5, 1, 2, Stance::Oppose),
            comment(6, 2, 2, Stance::Support),
            comment(7, 1, 3, Stance::Oppose),
        ],
        signed: HashMap::new(),
        organisations: vec![organisation(1, Region::Weog), organisation(2, Region::Weog), organisation(3, Region::Grulac)],
    };
    let of = |cited: &[u128]| coverage(&inputs, |item| cited.iter().any(|n| ItemId(id(*n)) == item));
    let missed = Minority { provision: ProvisionId(id(1)), stance: Stance::Oppose, few: 1, many: 2 };
    let none = of(&[]);
    assert_eq!(none.minorities, [missed], "equal sides and a side alone are no minority");
    assert_eq!(none.total, Share { cited: 0, all: 7 });
    let some = of(&[1, 4]);
    assert_eq!(some.minorities, []);
    assert_eq!(some.by_type[1], (StakeholderType::Ngo, Share { cited: 2, all: 7 }));
    let grulac = some.by_region.iter().find(|(region, _)| *region == Region::Grulac).map(|(_, share)| *share);
    assert_eq!(grulac, Some(Share { cited: 1, all: 2 }));
}
