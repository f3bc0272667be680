//! Which of the comments on a text are shown.

use super::comment::{CommentContent, CommentKind, Stance};
use super::ids::SubgroupId;
use super::language::Language;
use super::organisation::{Region, StakeholderType};

/// What is asked for; all of it has to hold, and nothing asked for lets everything through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CommentFilter {
    pub stance: Option<Stance>,
    pub kind: Option<CommentKind>,
    pub stakeholder_type: Option<StakeholderType>,
    pub region: Option<Region>,
    /// Written in this language.
    pub language: Option<Language>,
    /// By organisations that take part in this subgroup now.
    pub subgroup: Option<SubgroupId>,
}

impl CommentFilter {
    pub const STANCE: &str = "stance";
    pub const KIND: &str = "kind";
    pub const STAKEHOLDER_TYPE: &str = "type";
    pub const REGION: &str = "region";
    pub const LANGUAGE: &str = "language";
    pub const SUBGROUP: &str = "subgroup";

    /// As it stands in an address; what is no choice asks for nothing.
    pub fn of<'a>(asked: impl Fn(&str) -> Option<&'a str>) -> Self {
        Self {
            stance: asked(Self::STANCE).and_then(Stance::from_code),
            kind: asked(Self::KIND).and_then(CommentKind::from_code),
            stakeholder_type: asked(Self::STAKEHOLDER_TYPE).and_then(StakeholderType::from_code),
            region: asked(Self::REGION).and_then(Region::from_code),
            language: asked(Self::LANGUAGE).and_then(Language::from_code),
            subgroup: asked(Self::SUBGROUP).and_then(|id| id.parse().ok()),
        }
    }

    /// What an address says for it, in one order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let all = [
            (Self::STANCE, self.stance.map(|value| value.code().to_owned())),
            (Self::KIND, self.kind.map(|value| value.code().to_owned())),
            (Self::STAKEHOLDER_TYPE, self.stakeholder_type.map(|value| value.code().to_owned())),
            (Self::REGION, self.region.map(|value| value.code().to_owned())),
            (Self::LANGUAGE, self.language.map(|value| value.code().to_owned())),
            (Self::SUBGROUP, self.subgroup.map(|value| value.to_string())),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// Whether words are let through; whose they are is another question.
    pub fn lets_through(&self, words: &CommentContent) -> bool {
        self.stance.is_none_or(|stance| stance == words.stance)
            && self.kind.is_none_or(|kind| kind == words.kind)
            && self.language.is_none_or(|language| language == words.language)
    }

    /// Asks for nothing of its words: for comments whose words are not those that were sent.
    #[must_use]
    pub const fn of_authors(self) -> Self {
        Self { stance: None, kind: None, language: None, ..self }
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_for() {
        let filter = CommentFilter {
            stance: Some(Stance::Oppose),
            kind: Some(CommentKind::Editorial),
            stakeholder_type: Some(StakeholderType::Ngo),
            region: Some(Region::AfricanGroup),
            language: Some(Language::Ar),
            subgroup: Some(SubgroupId(uuid::Uuid::from_u128(7))),
        };
        let pairs = filter.pairs();
        assert_eq!(pairs.len(), 6);
        let asked = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
        assert_eq!(CommentFilter::of(asked), filter);
        assert!(CommentFilter::of(|_| Some("nonsense")).is_empty());
        assert!(CommentFilter::of(|_| None).pairs().is_empty());
    }
}
