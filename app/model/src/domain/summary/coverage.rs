//! What of the published inputs a summary does not reflect yet: by type and group, and views of the few on a paragraph.

use crate::domain::comment::Stance;
use crate::domain::ids::{ItemId, OrganisationId, ProvisionId};
use crate::domain::organisation::{Region, StakeholderType};
use crate::domain::statistics::{Counted, Inputs};
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many of all inputs are cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    pub cited: usize,
    pub all: usize,
}

impl Share {
    fn add(&mut self, cited: bool) {
        self.all += 1;
        self.cited += usize::from(cited);
    }
}

/// A view on a paragraph that fewer organisations take than the opposite one, and that no sentence cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minority {
    pub provision: ProvisionId,
    /// [`Stance::Support`] stands for those too who support with a change.
    pub stance: Stance,
    /// Organisations that take it, and those that take the opposite.
    pub few: usize,
    pub many: usize,
}

/// How far a summary reflects what is published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    pub total: Share,
    /// Every type, in order.
    pub by_type: Vec<(StakeholderType, Share)>,
    /// Every group, in order.
    pub by_region: Vec<(Region, Share)>,
    /// In the order of paragraphs' ids; see [`Minority`].
    pub minorities: Vec<Minority>,
}

/// Late inputs count as all others: they are published. `cited`: whether a sentence of the summary rests on it.
pub fn coverage(inputs: &Inputs, cited: impl Fn(ItemId) -> bool) -> Coverage {
    let known: HashMap<_, _> = inputs.organisations.iter().map(|one| (one.id, (one.stakeholder_type, one.region))).collect();
    let mut total = Share::default();
    let (mut types, mut regions) = (HashMap::<StakeholderType, Share>::new(), HashMap::<Region, Share>::new());
    let mut sides: BTreeMap<ProvisionId, Sides> = BTreeMap::new();
    for input in &inputs.counted {
        let is_cited = cited(input.item);
        total.add(is_cited);
        if let Some((kind, region)) = known.get(&input.organisation) {
            types.entry(*kind).or_default().add(is_cited);
            regions.entry(*region).or_default().add(is_cited);
        }
        if let Some(said) = input.said {
            let sides = sides.entry(said.provision).or_default();
            match said.stance {
                Stance::Support | Stance::SupportWithChange => sides.support.add(input, is_cited),
                Stance::Oppose => sides.oppose.add(input, is_cited),
                Stance::Neutral => {}
            }
        }
    }
    Coverage {
        total,
        by_type: StakeholderType::ALL.iter().map(|key| (*key, types.remove(key).unwrap_or_default())).collect(),
        by_region: Region::ALL.iter().map(|key| (*key, regions.remove(key).unwrap_or_default())).collect(),
        minorities: sides.into_iter().filter_map(|(provision, sides)| sides.minority(provision)).collect(),
    }
}

/// Those who take one side on a paragraph.
#[derive(Default)]
struct Side {
    organisations: HashSet<OrganisationId>,
    cited: bool,
}

impl Side {
    fn add(&mut self, input: &Counted, cited: bool) {
        self.organisations.insert(input.organisation);
        self.cited |= cited;
    }
}

#[derive(Default)]
struct Sides {
    support: Side,
    oppose: Side,
}

impl Sides {
    /// The side of the few, where there are two, one is smaller, and nothing of it is cited.
    fn minority(&self, provision: ProvisionId) -> Option<Minority> {
        let (support, oppose) = (self.support.organisations.len(), self.oppose.organisations.len());
        let (stance, side, few, many) = if support < oppose {
            (Stance::Support, &self.support, support, oppose)
        } else {
            (Stance::Oppose, &self.oppose, oppose, support)
        };
        (few > 0 && few < many && !side.cited).then_some(Minority { provision, stance, few, many })
    }
}
