//! What other organisations say to a proposal.

use super::ids::OrganisationId;
use super::organisation::{OrganisationRef, coded};
use super::time::Instant;
use crate::policy::Denied;
use serde::{Deserialize, Serialize};

coded! {
    /// Where an organisation stands to the proposal of another.
    Voice {
        // It proposes the same, and is named with it.
        Join => "join",
        Support => "support",
        Oppose => "oppose",
    }
}

/// An organisation with its voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub organisation: OrganisationRef,
    pub voice: Voice,
    pub said_at: Instant,
}

/// Organisations the reader acts for, and what each has said; not the one whose proposal it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnVoice {
    pub organisation: OrganisationId,
    pub name: String,
    pub voice: Option<Voice>,
    /// Whether it may say something now.
    pub may: Result<(), Denied>,
}

/// Those who say this, by name.
pub fn saying(heard: &[Heard], voice: Voice) -> impl Iterator<Item = &OrganisationRef> {
    heard.iter().filter(move |one| one.voice == voice).map(|one| &one.organisation)
}
