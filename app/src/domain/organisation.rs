//! Organisations: the actors of the consultation.

use super::ids::OrganisationId;
use super::time::Instant;
use serde::{Deserialize, Serialize};

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($variant:ident => $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $(#[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every value, in the order forms show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code that is stored, exported and posted in forms.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// The three families of the mandate ("businesses, non-governmental organizations and academia").
    StakeholderType { Business => "business", Ngo => "ngo", Academia => "academia" }
}

coded! {
    /// The UN regional groups, and "Global" for those without a link to one State.
    Region {
        AfricanGroup => "african_group",
        AsiaPacific => "asia_pacific",
        EasternEurope => "eastern_europe",
        Grulac => "grulac",
        Weog => "weog",
        Global => "global",
    }
}

/// An organisation. Nothing of it is public before `approved_at`: its first accepted input, or the secretariat, approves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name: String,
    pub stakeholder_type: StakeholderType,
    pub region: Region,
    pub created_at: Instant,
    pub approved_at: Option<Instant>,
}

/// What is printed beside an input: who says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRef {
    pub id: OrganisationId,
    pub name: String,
    pub stakeholder_type: StakeholderType,
    pub region: Region,
}
