//! What is published of a session, counted.
//!
//! One law for the page, the files and the summary:
//! - an input counts once, under the organisation that leads it, however many have put their names to it;
//! - what was received late and admitted counts apart, never among those in time;
//! - an organisation counts once, whether it leads an input or has put its name to one, and by its own type and group.

use super::comment::Stance;
use super::ids::{ItemId, OrganisationId, ProvisionId, RoundId, SubgroupId};
use super::item::ItemKind;
use super::language::Language;
use super::organisation::{OrganisationRef, Region, StakeholderType};
use super::time::{Instant, Span};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

mod addressee;
mod contributors;

pub use addressee::Addressee;
pub use contributors::{Contributor, ContributorFilter, contributors};

/// A published input, as far as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub item: ItemId,
    /// Who leads it.
    pub organisation: OrganisationId,
    pub round: RoundId,
    /// `None`: to the whole body.
    pub subgroup: Option<SubgroupId>,
    pub language: Language,
    pub at: Instant,
    /// Received after the deadline and admitted by the chair.
    pub late: bool,
    /// Of a comment; `None`: a paper.
    pub said: Option<Said>,
}

impl Counted {
    pub const fn kind(&self) -> ItemKind {
        if self.said.is_some() { ItemKind::Comment } else { ItemKind::Paper }
    }
}

/// What a comment says, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub provision: ProvisionId,
    pub stance: Stance,
    /// It wants the text changed, or kept as it is.
    pub proposes: bool,
}

/// All that is published of a session.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    pub counted: Vec<Counted>,
    /// Who besides the one that leads it has put a name to a paper.
    pub signed: HashMap<ItemId, Vec<OrganisationId>>,
    /// All who lead or signed, by name.
    pub organisations: Vec<OrganisationRef>,
}

impl Inputs {
    /// Everybody whose name stands under an input.
    pub fn named(&self, input: &Counted) -> impl Iterator<Item = OrganisationId> {
        std::iter::once(input.organisation).chain(self.signed.get(&input.item).into_iter().flatten().copied())
    }
}

/// Numbers of inputs. Those received late are counted in `late` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub papers: i64,
    pub comments: i64,
    /// Of the comments those that want the text changed, or kept as it is.
    pub proposals: i64,
    pub late: i64,
    /// Whose names stand under them.
    pub organisations: i64,
}

/// What was said on a paragraph. Those received late are counted in `late` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnParagraph {
    pub comments: i64,
    pub proposals: i64,
    pub support: i64,
    pub support_with_change: i64,
    pub oppose: i64,
    pub neutral: i64,
    pub late: i64,
}

impl OnParagraph {
    pub const fn of(&self, stance: Stance) -> i64 {
        match stance {
            Stance::Support => self.support,
            Stance::SupportWithChange => self.support_with_change,
            Stance::Oppose => self.oppose,
            Stance::Neutral => self.neutral,
        }
    }

    fn add(&mut self, said: Said, late: bool) {
        if late {
            self.late += 1;
            return;
        }
        self.comments += 1;
        self.proposals += i64::from(said.proposes);
        *match said.stance {
            Stance::Support => &mut self.support,
            Stance::SupportWithChange => &mut self.support_with_change,
            Stance::Oppose => &mut self.oppose,
            Stance::Neutral => &mut self.neutral,
        } += 1;
    }
}

/// On which day before a deadline something came: 0 is the last one, ending with the deadline. After it, under a grant, is [`AFTER`].
pub type Day = i64;

/// After the deadline for everybody, and in time all the same: the organisation had more time.
pub const AFTER: Day = -1;

/// The day before `closes` in which `at` lies.
pub const fn day_before(closes: Instant, at: Instant) -> Day {
    let left = closes.0.saturating_sub(at.0);
    if left <= 0 { AFTER } else { (left - 1) / Span::DAY.0 }
}

/// A day before `closes` as it was counted: from the first instant on, until before the second.
pub const fn bounds_of(closes: Instant, day: Day) -> (Instant, Instant) {
    if day < 0 {
        return (closes, Instant(i64::MAX));
    }
    let from = closes.0.saturating_sub(Span::DAY.0.saturating_mul(day.saturating_add(1)));
    (Instant(from), Instant(closes.0.saturating_sub(Span::DAY.0.saturating_mul(day))))
}

/// What is published of a session, counted by everything one asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statistics {
    pub total: Tally,
    /// Papers with more than one name under them.
    pub joint: i64,
    /// Every type, in order.
    pub by_type: Vec<(StakeholderType, Tally)>,
    /// Every group, in order.
    pub by_region: Vec<(Region, Tally)>,
    /// Organisations of every group by type, in the order of types.
    pub crossed: Vec<(Region, Vec<i64>)>,
    /// The languages something was written in, in order.
    pub by_language: Vec<(Language, Tally)>,
    /// The subgroups something was sent to; `None`: the whole body.
    pub by_subgroup: HashMap<Option<SubgroupId>, Tally>,
    pub by_paragraph: HashMap<ProvisionId, OnParagraph>,
    /// When inputs came in time, by round. Days on which none came are left out.
    pub by_day: HashMap<RoundId, BTreeMap<Day, i64>>,
}

/// Inputs that are counted together, and whose names stand under them.
#[derive(Default)]
struct Heap {
    tally: Tally,
    names: HashSet<OrganisationId>,
}

impl Heap {
    fn add(&mut self, input: &Counted) {
        if input.late {
            self.tally.late += 1;
            return;
        }
        match input.said {
            None => self.tally.papers += 1,
            Some(said) => {
                self.tally.comments += 1;
                self.tally.proposals += i64::from(said.proposes);
            }
        }
    }

    fn tally(self) -> Tally {
        Tally { organisations: i64::try_from(self.names.len()).unwrap_or(i64::MAX), ..self.tally }
    }
}

/// Heaps under keys of which each may be asked for.
struct Heaps<K>(HashMap<K, Heap>);

impl<K: Eq + Hash + Copy> Heaps<K> {
    fn new() -> Self {
        Self(HashMap::new())
    }

    fn of(&mut self, key: K) -> &mut Heap {
        self.0.entry(key).or_default()
    }

    fn take(&mut self, key: K) -> Option<Tally> {
        self.0.remove(&key).map(Heap::tally)
    }

    /// A tally for each of these keys.
    fn in_order(mut self, keys: &[K]) -> Vec<(K, Tally)> {
        keys.iter().map(|key| (*key, self.take(*key).unwrap_or_default())).collect()
    }
}

impl Statistics {
    /// `closes`: when each round closes for everybody.
    pub fn of(inputs: &Inputs, closes: &HashMap<RoundId, Instant>) -> Self {
        let known: HashMap<_, _> = inputs.organisations.iter().map(|one| (one.id, (one.stakeholder_type, one.region))).collect();
        let (mut total, mut joint) = (Heap::default(), 0);
        let (mut types, mut regions, mut languages, mut subgroups) = (Heaps::new(), Heaps::new(), Heaps::new(), Heaps::new());
        let mut by_paragraph: HashMap<ProvisionId, OnParagraph> = HashMap::new();
        let mut by_day: HashMap<RoundId, BTreeMap<Day, i64>> = HashMap::new();
        for input in &inputs.counted {
            let mut heaps = vec![&mut total, languages.of(input.language), subgroups.of(input.subgroup)];
            for heap in &mut heaps {
                heap.add(input);
                heap.names.extend(inputs.named(input));
            }
            if let Some((kind, region)) = known.get(&input.organisation) {
                types.of(*kind).add(input);
                regions.of(*region).add(input);
            }
            if let Some(said) = input.said {
                by_paragraph.entry(said.provision).or_default().add(said, input.late);
            } else {
                joint += i64::from(!input.late && inputs.signed.get(&input.item).is_some_and(|names| !names.is_empty()));
            }
            if let Some(closes) = closes.get(&input.round).filter(|_| !input.late) {
                *by_day.entry(input.round).or_default().entry(day_before(*closes, input.at)).or_default() += 1;
            }
        }
        let mut crossed: HashMap<(Region, StakeholderType), i64> = HashMap::new();
        for organisation in &total.names {
            if let Some((kind, region)) = known.get(organisation) {
                types.of(*kind).names.insert(*organisation);
                regions.of(*region).names.insert(*organisation);
                *crossed.entry((*region, *kind)).or_default() += 1;
            }
        }
        let of_region = |region: Region| {
            let count = |kind: &StakeholderType| crossed.get(&(region, *kind)).copied().unwrap_or_default();
            StakeholderType::ALL.iter().map(count).collect()
        };
        Self {
            total: total.tally(),
            joint,
            by_type: types.in_order(StakeholderType::ALL),
            by_region: regions.in_order(Region::ALL),
            crossed: Region::ALL.iter().map(|region| (*region, of_region(*region))).collect(),
            by_language: Language::ALL.iter().filter_map(|language| Some((*language, languages.take(*language)?))).collect(),
            by_subgroup: subgroups.0.into_iter().map(|(key, heap)| (key, heap.tally())).collect(),
            by_paragraph,
            by_day,
        }
    }
}

#[cfg(test)]
mod tests;
