use super::*;
use uuid::Uuid;

const DEADLINE: Instant = Instant(100 * Span::DAY.0);

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn organisation(n: u128, kind: StakeholderType, region: Region) -> OrganisationRef {
    OrganisationRef { id: OrganisationId(id(n)), name: format!("O{n}"), stakeholder_type: kind, region }
}

fn paper(n: u128, by: u128) -> Counted {
    Counted {
        item: ItemId(id(n)),
        organisation: OrganisationId(id(by)),
        round: RoundId(id(1)),
        subgroup: Some(SubgroupId(id(1))),
        language: Language::En,
        at: Instant(DEADLINE.0 - 1),
        late: false,
        said: None,
    }
}

fn comment(n: u128, by: u128, stance: Stance, proposes: bool) -> Counted {
    Counted { said: Some(Said { provision: ProvisionId(id(1)), stance, proposes }), ..paper(n, by) }
}

/// Three organisations: a joint paper, a paper to the whole body, three comments, one of them late.
fn inputs() -> Inputs {
    let whole = Counted { subgroup: None, language: Language::Ar, at: Instant(DEADLINE.0 - Span::DAY.0), ..paper(2, 2) };
    let late = Counted { late: true, at: Instant(DEADLINE.0 + 5), ..comment(5, 3, Stance::Oppose, true) };
    Inputs {
        counted: vec![paper(1, 1), whole, comment(3, 1, Stance::Support, false), comment(4, 1, Stance::Oppose, true), late],
        signed: HashMap::from([(ItemId(id(1)), vec![OrganisationId(id(2)), OrganisationId(id(4))])]),
        organisations: vec![
            organisation(4, StakeholderType::Ngo, Region::Grulac),
            organisation(1, StakeholderType::Business, Region::Weog),
            organisation(2, StakeholderType::Ngo, Region::Weog),
            organisation(3, StakeholderType::Ngo, Region::Grulac),
        ],
    }
}

fn counted() -> Statistics {
    Statistics::of(&inputs(), &HashMap::from([(RoundId(id(1)), DEADLINE)]))
}

fn of<K: PartialEq + Copy>(list: &[(K, Tally)], key: K) -> Tally {
    list.iter().find(|(one, _)| *one == key).map(|(_, tally)| *tally).expect("a tally")
}

#[test]
fn a_joint_paper_counts_once_and_late_ones_apart() {
    let statistics = counted();
    assert_eq!(statistics.total, Tally { papers: 2, comments: 2, proposals: 1, late: 1, organisations: 4 });
    assert_eq!(statistics.joint, 1);
}

#[test]
fn inputs_count_under_who_leads_them_and_organisations_under_themselves() {
    let statistics = counted();
    let business = Tally { papers: 1, comments: 2, proposals: 1, late: 0, organisations: 1 };
    assert_eq!(of(&statistics.by_type, StakeholderType::Business), business);
    assert_eq!(of(&statistics.by_type, StakeholderType::Ngo), Tally { papers: 1, late: 1, organisations: 3, ..Tally::default() });
    assert_eq!(of(&statistics.by_type, StakeholderType::Academia), Tally::default());
    assert_eq!(of(&statistics.by_region, Region::Grulac), Tally { late: 1, organisations: 2, ..Tally::default() });
    assert_eq!(statistics.crossed.iter().find(|(region, _)| *region == Region::Weog).map(|(_, row)| row.clone()), Some(vec![1, 1, 0]));
}

#[test]
fn languages_and_subgroups_count_everybody_whose_name_stands_under_it() {
    let statistics = counted();
    assert_eq!(statistics.by_language.iter().map(|(language, _)| *language).collect::<Vec<_>>(), [Language::Ar, Language::En]);
    assert_eq!(of(&statistics.by_language, Language::En), Tally { papers: 1, comments: 2, proposals: 1, late: 1, organisations: 4 });
    assert_eq!(statistics.by_subgroup[&None], Tally { papers: 1, organisations: 1, ..Tally::default() });
}

#[test]
fn a_paragraph_shows_its_stances_and_a_day_what_came_in_time() {
    let statistics = counted();
    let paragraph = OnParagraph { comments: 2, proposals: 1, support: 1, oppose: 1, late: 1, ..OnParagraph::default() };
    assert_eq!(statistics.by_paragraph[&ProvisionId(id(1))], paragraph);
    assert_eq!(statistics.by_day[&RoundId(id(1))], BTreeMap::from([(0, 4)]));
}

#[test]
fn every_instant_lies_within_the_bounds_of_its_day() {
    let day = Span::DAY.0;
    for (before, expected) in [(1, 0), (day, 0), (day + 1, 1), (2 * day, 1), (0, AFTER), (-7, AFTER)] {
        let at = Instant(DEADLINE.0 - before);
        assert_eq!(day_before(DEADLINE, at), expected, "{before}");
        let (from, until) = bounds_of(DEADLINE, expected);
        assert!(from <= at && at < until, "{before}");
    }
    // Whatever an address says.
    assert!(bounds_of(DEADLINE, i64::MAX).0 <= bounds_of(DEADLINE, i64::MAX).1);
}

#[test]
fn contributors_stand_by_name_with_what_is_asked_for() {
    let all = contributors(&inputs(), &ContributorFilter::default());
    let names: Vec<_> = all.iter().map(|one| (one.organisation.name.as_str(), one.papers, one.comments, one.late, one.signed)).collect();
    assert_eq!(names, [("O4", 0, 0, 0, 1), ("O1", 1, 2, 0, 0), ("O2", 1, 0, 0, 1), ("O3", 0, 0, 1, 0)]);
    let asked = ContributorFilter { region: Some(Region::Weog), addressee: Some(Addressee::WholeBody), ..ContributorFilter::default() };
    let some = contributors(&inputs(), &asked);
    assert_eq!(some.iter().map(|one| (one.organisation.name.as_str(), one.papers, one.signed)).collect::<Vec<_>>(), [("O2", 1, 0)]);
}

#[test]
fn a_filter_of_contributors_comes_back_from_its_address() {
    for addressee in [Addressee::WholeBody, Addressee::Subgroup(SubgroupId(id(3)))] {
        let filter = ContributorFilter {
            stakeholder_type: Some(StakeholderType::Ngo),
            region: Some(Region::Weog),
            language: Some(Language::Fr),
            addressee: Some(addressee),
        };
        let pairs = filter.pairs();
        let asked = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
        assert_eq!(ContributorFilter::of(asked), filter);
    }
    assert!(ContributorFilter::of(|_| Some("nonsense")).is_empty());
}
