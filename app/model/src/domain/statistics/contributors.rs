//! Who contributed to a session, by name.

use super::{Addressee, Inputs};
use crate::domain::ids::{OrganisationId, SubgroupId};
use crate::domain::language::Language;
use crate::domain::organisation::{OrganisationRef, Region, StakeholderType};
use std::collections::HashMap;

/// Of which contributors one asks: all of it has to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ContributorFilter {
    pub stakeholder_type: Option<StakeholderType>,
    pub region: Option<Region>,
    /// Whose names stand under something in this language.
    pub language: Option<Language>,
    /// Whose names stand under something to this subgroup, or to the whole body.
    pub addressee: Option<Addressee>,
}

impl ContributorFilter {
    pub const STAKEHOLDER_TYPE: &str = "type";
    pub const REGION: &str = "region";
    pub const LANGUAGE: &str = "language";
    pub const SUBGROUP: &str = "subgroup";

    /// As it stands in an address; what is no choice asks for nothing.
    pub fn of<'a>(asked: impl Fn(&str) -> Option<&'a str>) -> Self {
        Self {
            stakeholder_type: asked(Self::STAKEHOLDER_TYPE).and_then(StakeholderType::from_code),
            region: asked(Self::REGION).and_then(Region::from_code),
            language: asked(Self::LANGUAGE).and_then(Language::from_code),
            addressee: asked(Self::SUBGROUP).and_then(Addressee::from_code),
        }
    }

    /// What an address says for it, in one order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let all = [
            (Self::STAKEHOLDER_TYPE, self.stakeholder_type.map(|value| value.code().to_owned())),
            (Self::REGION, self.region.map(|value| value.code().to_owned())),
            (Self::LANGUAGE, self.language.map(|value| value.code().to_owned())),
            (Self::SUBGROUP, self.addressee.map(Addressee::code)),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// An organisation whose name stands under an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contributor {
    pub organisation: OrganisationRef,
    /// Papers it leads, in time.
    pub papers: i64,
    /// Its comments, in time.
    pub comments: i64,
    /// What of it was received late.
    pub late: i64,
    /// Papers of others it has put its name to.
    pub signed: i64,
}

/// Those asked for, by name. What is counted of each is what the filter lets through.
pub fn contributors(inputs: &Inputs, filter: &ContributorFilter) -> Vec<Contributor> {
    let mut found: HashMap<OrganisationId, Contributor> = HashMap::new();
    let asked_for = |organisation: &&OrganisationRef| {
        filter.stakeholder_type.is_none_or(|value| value == organisation.stakeholder_type)
            && filter.region.is_none_or(|value| value == organisation.region)
    };
    let known: HashMap<_, _> = inputs.organisations.iter().filter(asked_for).map(|one| (one.id, one)).collect();
    let lets_through = |language, subgroup: Option<SubgroupId>| {
        filter.language.is_none_or(|value| value == language) && filter.addressee.is_none_or(|value| value == subgroup.into())
    };
    for input in inputs.counted.iter().filter(|input| lets_through(input.language, input.subgroup)) {
        for organisation in inputs.named(input) {
            let Some(reference) = known.get(&organisation) else { continue };
            let line = found.entry(organisation).or_insert_with(|| Contributor {
                organisation: (*reference).clone(),
                papers: 0,
                comments: 0,
                late: 0,
                signed: 0,
            });
            if organisation != input.organisation {
                line.signed += 1;
            } else if input.late {
                line.late += 1;
            } else if input.said.is_some() {
                line.comments += 1;
            } else {
                line.papers += 1;
            }
        }
    }
    inputs.organisations.iter().filter_map(|one| found.remove(&one.id)).collect()
}
