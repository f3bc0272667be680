//! To whom an input went.

use crate::domain::ids::SubgroupId;

/// A subgroup, or the whole body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Addressee {
    Subgroup(SubgroupId),
    WholeBody,
}

impl Addressee {
    /// How an address and the store name the whole body.
    const WHOLE_BODY: &str = "none";

    pub fn code(self) -> String {
        match self {
            Self::Subgroup(id) => id.to_string(),
            Self::WholeBody => Self::WHOLE_BODY.to_owned(),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        if code == Self::WHOLE_BODY { Some(Self::WholeBody) } else { code.parse().map(Self::Subgroup).ok() }
    }

    pub const fn subgroup(self) -> Option<SubgroupId> {
        match self {
            Self::Subgroup(id) => Some(id),
            Self::WholeBody => None,
        }
    }
}

impl From<Option<SubgroupId>> for Addressee {
    fn from(subgroup: Option<SubgroupId>) -> Self {
        subgroup.map_or(Self::WholeBody, Self::Subgroup)
    }
}
