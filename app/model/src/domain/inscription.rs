//! Lists of speakers: an organisation inscribes one speaker in a round of that kind; the chair orders the list.

use super::ids::{InscriptionId, LedgerEntryId, OrganisationId, RoundId};
use super::language::Language;
use super::permit::Permit;
use super::time::Instant;
use crate::policy::{AskToSpeak, OrderSpeakers};
use serde::{Deserialize, Serialize};

/// The most speakers of one list that pages show, and that the chair orders.
pub const MAX_SPEAKERS: usize = 500;
/// The longest subject, in characters.
pub const MAX_SUBJECT: usize = 300;

/// Who speaks for an organisation, on what. Read by the organisation, the chair and the secretariat; the public list has the
/// organisations alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InscriptionContent {
    /// Full name of the speaker, who need not have a login.
    pub speaker: String,
    /// What the speaker is in the organisation; may be empty.
    pub capacity: String,
    pub subject: String,
    /// The language of the statement.
    pub language: Language,
}

/// The inscription of an organisation: one in each round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inscription {
    pub id: InscriptionId,
    pub round: RoundId,
    pub organisation: OrganisationId,
    pub content: InscriptionContent,
    /// Grows with every change of the words; a form carries the one it was filled from.
    pub version: i64,
    /// When the organisation asked first. A change keeps it, so that nobody loses their place by correcting a name; asking again after a
    /// withdrawal is a new time.
    pub received_at: Instant,
    pub updated_at: Instant,
    /// The entry of the ledger the last change was judged by.
    pub judged_by: LedgerEntryId,
    /// 1, 2, 3 … as the chair ordered; `None`: not yet, after all that have a place.
    pub place: Option<i64>,
}

/// An inscription about to be stored, new or changed. Made by [`inscribe`] alone.
#[derive(Debug)]
pub struct Inscribed {
    round: RoundId,
    organisation: OrganisationId,
    content: InscriptionContent,
    at: Instant,
    judged_by: LedgerEntryId,
}

impl Inscribed {
    pub const fn round(&self) -> RoundId {
        self.round
    }
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }
    pub const fn content(&self) -> &InscriptionContent {
        &self.content
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
    pub const fn judged_by(&self) -> LedgerEntryId {
        self.judged_by
    }
}

/// Puts an organisation on the list, or changes what it said.
pub fn inscribe(permit: Permit<AskToSpeak>, content: InscriptionContent) -> Inscribed {
    let at = permit.at();
    let AskToSpeak { round, organisation, window, .. } = permit.into_action();
    Inscribed { round, organisation, content, at, judged_by: window.judged_by(organisation, None, at) }
}

/// The list in the order the chair gave. Made by [`order`] alone.
#[derive(Debug)]
pub struct SpeakersOrder {
    round: RoundId,
    places: Vec<InscriptionId>,
}

impl SpeakersOrder {
    pub const fn round(&self) -> RoundId {
        self.round
    }
    /// The first speaker first.
    pub fn places(&self) -> &[InscriptionId] {
        &self.places
    }
}

/// The numbers the chair wrote beside the lines of a list; `None` is no number.
pub type Numbers = Vec<(InscriptionId, Option<i64>)>;

/// Orders a list by the numbers the chair wrote beside it: the lowest first; equal numbers stay in the order they stand in. Lines
/// without a number get no place, and stand after all others.
pub fn order(permit: Permit<OrderSpeakers>, numbers: &[(InscriptionId, Option<i64>)]) -> SpeakersOrder {
    let mut placed: Vec<_> = numbers.iter().filter_map(|(id, number)| number.map(|number| (number, *id))).collect();
    placed.sort_by_key(|(number, _)| *number);
    SpeakersOrder { round: permit.into_action().round, places: placed.into_iter().map(|(_, id)| id).collect() }
}
