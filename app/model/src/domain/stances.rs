//! Who takes which stance on a provision, by type of organisation and by regional group.

use super::comment::Stance;
use super::ids::OrganisationId;
use super::organisation::{OrganisationRef, Region, StakeholderType};
use std::collections::HashSet;

/// How many organisations take each stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StanceCounts {
    pub support: i64,
    pub support_with_change: i64,
    pub oppose: i64,
    pub neutral: i64,
}

impl StanceCounts {
    pub const fn of(&self, stance: Stance) -> i64 {
        match stance {
            Stance::Support => self.support,
            Stance::SupportWithChange => self.support_with_change,
            Stance::Oppose => self.oppose,
            Stance::Neutral => self.neutral,
        }
    }

    const fn add(&mut self, stance: Stance) {
        match stance {
            Stance::Support => self.support += 1,
            Stance::SupportWithChange => self.support_with_change += 1,
            Stance::Oppose => self.oppose += 1,
            Stance::Neutral => self.neutral += 1,
        }
    }
}

/// Who takes which stance, in the order of types and groups; those there are none of are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stances {
    pub by_type: Vec<(StakeholderType, StanceCounts)>,
    pub by_region: Vec<(Region, StanceCounts)>,
}

impl Stances {
    /// Each organisation is counted once for each stance it takes.
    pub fn of<'a>(taken: impl IntoIterator<Item = (&'a OrganisationRef, Stance)>) -> Self {
        let mut seen: HashSet<(OrganisationId, Stance)> = HashSet::new();
        let mut stances = Self {
            by_type: StakeholderType::ALL.iter().map(|value| (*value, StanceCounts::default())).collect(),
            by_region: Region::ALL.iter().map(|value| (*value, StanceCounts::default())).collect(),
        };
        for (organisation, stance) in taken {
            if !seen.insert((organisation.id, stance)) {
                continue;
            }
            stances
                .by_type
                .iter_mut()
                .filter(|(value, _)| *value == organisation.stakeholder_type)
                .for_each(|(_, counts)| counts.add(stance));
            stances.by_region.iter_mut().filter(|(value, _)| *value == organisation.region).for_each(|(_, counts)| counts.add(stance));
        }
        stances.by_type.retain(|(_, counts)| *counts != StanceCounts::default());
        stances.by_region.retain(|(_, counts)| *counts != StanceCounts::default());
        stances
    }

    /// How many organisations take a stance.
    pub fn count(&self, stance: Stance) -> i64 {
        self.by_type.iter().map(|(_, counts)| counts.of(stance)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn an_organisation_counts_once_for_each_stance() {
        let organisation = |id, stakeholder_type, region| OrganisationRef {
            id: OrganisationId(Uuid::from_u128(id)),
            name: String::new(),
            stakeholder_type,
            region,
        };
        let (one, other) = (organisation(1, StakeholderType::Ngo, Region::Grulac), organisation(2, StakeholderType::Ngo, Region::Weog));
        let stances = Stances::of([(&one, Stance::Support), (&one, Stance::Support), (&one, Stance::Oppose), (&other, Stance::Support)]);
        assert_eq!(stances.by_type, [(StakeholderType::Ngo, StanceCounts { support: 2, oppose: 1, ..StanceCounts::default() })]);
        assert_eq!(stances.by_region.len(), 2, "only groups somebody is of: {stances:?}");
        assert_eq!((stances.count(Stance::Support), stances.count(Stance::Neutral)), (2, 0));
        assert_eq!(Stances::of([]), Stances::default());
    }
}
