//! Which of the inputs in a moderator's queue are shown.

use super::ids::ThemeId;
use super::item::ItemKind;
use super::language::Language;
use super::organisation::{Region, StakeholderType, coded};
use serde::{Deserialize, Serialize};

/// What is asked for; all of it has to hold, and nothing asked for lets everything through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QueueFilter {
    pub kind: Option<ItemKind>,
    pub stakeholder_type: Option<StakeholderType>,
    pub region: Option<Region>,
    /// Written in this language.
    pub language: Option<Language>,
    pub theme: Option<ThemeAsked>,
    pub only: Option<OnlyAsked>,
}

coded! {
    /// A kind of input that one looks for among the others.
    OnlyAsked {
        // Came after the deadline, and the chair admitted it.
        Late => "late",
        // A comment that wants the text changed, or kept as it is.
        Proposal => "proposal",
    }
}

/// Which inputs are asked for by theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeAsked {
    /// Those without any.
    Without,
    /// Those with this one, or one below it.
    Of(ThemeId),
}

impl ThemeAsked {
    /// How an address says that those without any are asked for.
    pub const WITHOUT: &str = "none";

    pub fn from_code(code: &str) -> Option<Self> {
        if code == Self::WITHOUT { Some(Self::Without) } else { code.parse().map(Self::Of).ok() }
    }

    pub fn code(self) -> String {
        match self {
            Self::Without => Self::WITHOUT.to_owned(),
            Self::Of(theme) => theme.to_string(),
        }
    }
}

impl QueueFilter {
    pub const KIND: &str = "kind";
    pub const STAKEHOLDER_TYPE: &str = "type";
    pub const REGION: &str = "region";
    pub const LANGUAGE: &str = "language";
    pub const THEME: &str = "theme";
    pub const ONLY: &str = "only";

    /// As it stands in an address; what is no choice asks for nothing.
    pub fn of<'a>(asked: impl Fn(&str) -> Option<&'a str>) -> Self {
        Self {
            kind: asked(Self::KIND).and_then(ItemKind::from_code),
            stakeholder_type: asked(Self::STAKEHOLDER_TYPE).and_then(StakeholderType::from_code),
            region: asked(Self::REGION).and_then(Region::from_code),
            language: asked(Self::LANGUAGE).and_then(Language::from_code),
            theme: asked(Self::THEME).and_then(ThemeAsked::from_code),
            only: asked(Self::ONLY).and_then(OnlyAsked::from_code),
        }
    }

    /// What an address says for it, in one order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let all = [
            (Self::KIND, self.kind.map(ItemKind::code)),
            (Self::STAKEHOLDER_TYPE, self.stakeholder_type.map(StakeholderType::code)),
            (Self::REGION, self.region.map(Region::code)),
            (Self::LANGUAGE, self.language.map(Language::code)),
            (Self::ONLY, self.only.map(OnlyAsked::code)),
        ];
        let theme = self.theme.map(|theme| (Self::THEME, theme.code()));
        all.into_iter().filter_map(|(name, value)| Some((name, value?.to_owned()))).chain(theme).collect()
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
        let filter = QueueFilter {
            kind: Some(ItemKind::Comment),
            stakeholder_type: Some(StakeholderType::Academia),
            region: Some(Region::Grulac),
            language: Some(Language::Ru),
            theme: Some(ThemeAsked::Without),
            only: Some(OnlyAsked::Late),
        };
        for theme in [ThemeAsked::Without, ThemeAsked::Of(ThemeId(uuid::Uuid::from_u128(7)))] {
            let filter = QueueFilter { theme: Some(theme), ..filter };
            let pairs = filter.pairs();
            assert_eq!(pairs.len(), 6);
            let asked = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
            assert_eq!(QueueFilter::of(asked), filter);
        }
        assert!(QueueFilter::of(|_| Some("nonsense")).is_empty());
    }
}
