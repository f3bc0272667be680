//! Organisations: the actors of the consultation.

use super::country::Country;
use super::ids::OrganisationId;
use super::language::Language;
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

coded! {
    /// Regional organisations whose founding document names the organisation's State, or with which it works.
    Affiliation {
        Sco => "sco",
        Asean => "asean",
        Arf => "arf",
        Brics => "brics",
        Cis => "cis",
        Csto => "csto",
        AfricanUnion => "african_union",
        Osce => "osce",
        Oas => "oas",
        Eu => "eu",
        Las => "las",
        Pif => "pif",
    }
}

coded! {
    /// What of an organisation was changed and is kept in its history.
    ChangeKind { Name => "name", ShortName => "short_name", Merged => "merged" }
}

coded! {
    /// In which capacity an organisation was changed.
    Office { ContactPoint => "contact_point", Secretariat => "secretariat" }
}

/// What an organisation says of itself; its contact points keep it up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The official name, as it stands beside papers.
    pub name: String,
    /// What it is called for short; may be empty.
    pub short_name: String,
    pub stakeholder_type: StakeholderType,
    /// The secondary tag "technical community". Statistics count by `stakeholder_type` alone, so that they add up to the mandate's three.
    pub technical_community: bool,
    /// Of its seat, where it has one.
    pub country: Option<Country>,
    pub region: Region,
    pub affiliations: Vec<Affiliation>,
    /// The languages it works in.
    pub languages: Vec<Language>,
    /// `https://…`, or empty.
    pub website: String,
    /// Its consultative status with ECOSOC, as the organisation states it; may be empty.
    pub ecosoc: String,
    /// A few sentences; may be empty.
    pub description: String,
}

impl Profile {
    /// What a registration knows: the rest is filled in later.
    pub fn of_registration(name: String, stakeholder_type: StakeholderType, region: Region) -> Self {
        Self {
            name,
            short_name: String::new(),
            stakeholder_type,
            technical_community: false,
            country: None,
            region,
            affiliations: Vec::new(),
            languages: Vec::new(),
            website: String::new(),
            ecosoc: String::new(),
            description: String::new(),
        }
    }
}

/// An organisation. Nothing of it is public before `approved_at`: its first accepted input, or the secretariat, approves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub profile: Profile,
    pub created_at: Instant,
    pub approved_at: Option<Instant>,
    /// Grows with every change of the profile; a form carries the one it was filled from.
    pub version: i64,
    /// A duplicate that was merged into another; nothing happens under it any more.
    pub merged_into: Option<OrganisationId>,
}

impl Organisation {
    /// A new one, not public yet.
    pub const fn new(id: OrganisationId, profile: Profile, at: Instant) -> Self {
        Self { id, profile, created_at: at, approved_at: None, version: 1, merged_into: None }
    }

    /// As it stands beside an input.
    pub fn reference(&self) -> OrganisationRef {
        OrganisationRef {
            id: self.id,
            name: self.profile.name.clone(),
            stakeholder_type: self.profile.stakeholder_type,
            region: self.profile.region,
        }
    }
}

/// What is printed beside an input: who says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRef {
    pub id: OrganisationId,
    pub name: String,
    pub stakeholder_type: StakeholderType,
    pub region: Region,
}
