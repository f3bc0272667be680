//! Which of the published inputs of a session are listed.

use super::comment::Stance;
use super::ids::{OrganisationId, ProvisionId, RoundId};
use super::item::ItemKind;
use super::language::Language;
use super::organisation::{Region, StakeholderType, coded};
use super::statistics::{Addressee, Day};
use serde::{Deserialize, Serialize};

coded! {
    /// When an input was received.
    Received { InTime => "in_time", Late => "late" }
}

/// What is asked for; all of it has to hold, and nothing asked for lets everything through. Every figure of the statistics has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InputFilter {
    pub kind: Option<ItemKind>,
    /// Only comments that want the text changed, or kept as it is.
    pub proposals: bool,
    /// Only papers with more than one name under them.
    pub joint: bool,
    pub stance: Option<Stance>,
    pub received: Option<Received>,
    /// Of the organisation that leads it.
    pub stakeholder_type: Option<StakeholderType>,
    pub region: Option<Region>,
    /// Written in this language.
    pub language: Option<Language>,
    /// Sent to this subgroup, or to the whole body.
    pub addressee: Option<Addressee>,
    /// Said on this paragraph.
    pub provision: Option<ProvisionId>,
    /// Led by this organisation.
    pub organisation: Option<OrganisationId>,
    /// Led by another, and this organisation has put its name to it.
    pub signatory: Option<OrganisationId>,
    pub round: Option<RoundId>,
    /// Received on this day before the deadline of `round`.
    pub day: Option<Day>,
}

impl InputFilter {
    pub const KIND: &str = "kind";
    pub const PROPOSALS: &str = "proposals";
    pub const JOINT: &str = "joint";
    pub const STANCE: &str = "stance";
    pub const RECEIVED: &str = "received";
    pub const STAKEHOLDER_TYPE: &str = "type";
    pub const REGION: &str = "region";
    pub const LANGUAGE: &str = "language";
    pub const SUBGROUP: &str = "subgroup";
    pub const PROVISION: &str = "provision";
    pub const ORGANISATION: &str = "organisation";
    pub const SIGNATORY: &str = "signatory";
    pub const ROUND: &str = "round";
    pub const DAY: &str = "day";
    const YES: &str = "1";

    /// As it stands in an address; what is no choice asks for nothing.
    pub fn of<'a>(asked: impl Fn(&str) -> Option<&'a str>) -> Self {
        let round = asked(Self::ROUND).and_then(|id| id.parse().ok());
        Self {
            kind: asked(Self::KIND).and_then(ItemKind::from_code),
            proposals: asked(Self::PROPOSALS) == Some(Self::YES),
            joint: asked(Self::JOINT) == Some(Self::YES),
            stance: asked(Self::STANCE).and_then(Stance::from_code),
            received: asked(Self::RECEIVED).and_then(Received::from_code),
            stakeholder_type: asked(Self::STAKEHOLDER_TYPE).and_then(StakeholderType::from_code),
            region: asked(Self::REGION).and_then(Region::from_code),
            language: asked(Self::LANGUAGE).and_then(Language::from_code),
            addressee: asked(Self::SUBGROUP).and_then(Addressee::from_code),
            provision: asked(Self::PROVISION).and_then(|id| id.parse().ok()),
            organisation: asked(Self::ORGANISATION).and_then(|id| id.parse().ok()),
            signatory: asked(Self::SIGNATORY).and_then(|id| id.parse().ok()),
            round,
            // A day is one of a round.
            day: round.and(asked(Self::DAY)).and_then(|day| day.parse().ok()),
        }
    }

    /// What an address says for it, in one order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let yes = |value: bool| value.then(|| Self::YES.to_owned());
        let all = [
            (Self::KIND, self.kind.map(|value| value.code().to_owned())),
            (Self::PROPOSALS, yes(self.proposals)),
            (Self::JOINT, yes(self.joint)),
            (Self::STANCE, self.stance.map(|value| value.code().to_owned())),
            (Self::RECEIVED, self.received.map(|value| value.code().to_owned())),
            (Self::STAKEHOLDER_TYPE, self.stakeholder_type.map(|value| value.code().to_owned())),
            (Self::REGION, self.region.map(|value| value.code().to_owned())),
            (Self::LANGUAGE, self.language.map(|value| value.code().to_owned())),
            (Self::SUBGROUP, self.addressee.map(Addressee::code)),
            (Self::PROVISION, self.provision.map(|id| id.to_string())),
            (Self::ORGANISATION, self.organisation.map(|id| id.to_string())),
            (Self::SIGNATORY, self.signatory.map(|id| id.to_string())),
            (Self::ROUND, self.round.map(|id| id.to_string())),
            (Self::DAY, self.day.map(|day| day.to_string())),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::SubgroupId;
    use uuid::Uuid;

    #[test]
    fn an_address_says_what_is_asked_for() {
        let id = Uuid::from_u128(7);
        for addressee in [Addressee::WholeBody, Addressee::Subgroup(SubgroupId(id))] {
            let filter = InputFilter {
                kind: Some(ItemKind::Comment),
                proposals: true,
                joint: true,
                stance: Some(Stance::Oppose),
                received: Some(Received::Late),
                stakeholder_type: Some(StakeholderType::Ngo),
                region: Some(Region::AfricanGroup),
                language: Some(Language::Ar),
                addressee: Some(addressee),
                provision: Some(ProvisionId(id)),
                organisation: Some(OrganisationId(id)),
                signatory: Some(OrganisationId(id)),
                round: Some(RoundId(id)),
                day: Some(-1),
            };
            let pairs = filter.pairs();
            assert_eq!(pairs.len(), 14);
            let asked = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
            assert_eq!(InputFilter::of(asked), filter);
        }
        assert!(InputFilter::of(|_| Some("nonsense")).is_empty());
        assert!(InputFilter::of(|name| (name == InputFilter::DAY).then_some("3")).is_empty(), "of which round?");
    }
}
