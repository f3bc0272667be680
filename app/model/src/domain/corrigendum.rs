//! Corrigenda: after the deadline a public paper does not change any more. What its authors have to correct is published beside it, with a
//! number, once those who decide about the paper have agreed.

use super::ids::{CorrigendumId, PaperId};
use super::language::Language;
use super::organisation::coded;
use super::permit::Permit;
use super::time::Instant;
use super::words::{self, Unit};
use crate::policy::{AskCorrigendum, DecideCorrigendum};
use serde::{Deserialize, Serialize};

/// The most words of a corrigendum: it lists places, it is no second paper.
pub const MAX_CORRIGENDUM_WORDS: usize = 300;

/// The most characters of a corrigendum in Chinese.
pub const MAX_CORRIGENDUM_CHARACTERS_ZH: usize = 500;

coded! {
    /// Where a corrigendum stands.
    CorrigendumState {
        Asked => "asked",
        Published => "published",
        Declined => "declined",
        // Taken back by its authors before anybody decided.
        TakenBack => "taken_back",
        // Its paper was replaced or withdrawn before anybody decided.
        Lapsed => "lapsed",
    }
}

/// A corrigendum, as the authors of the paper and those in office see it; the public sees those that are published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrigendum {
    pub id: CorrigendumId,
    /// The first one published is 1; `None`: it is not.
    pub number: Option<i64>,
    /// Markdown, in the language of the paper.
    pub text: String,
    pub state: CorrigendumState,
    pub asked_at: Instant,
    /// When it was published, declined or taken back, or lapsed.
    pub decided_at: Option<Instant>,
    /// What its authors were told with the decision; nothing for others.
    pub reason: String,
}

/// The one that waits for a decision; there is at most one.
pub fn waiting(all: &[Corrigendum]) -> Option<&Corrigendum> {
    all.iter().find(|one| one.state == CorrigendumState::Asked)
}

/// The limit on a corrigendum in `language`.
pub const fn limit(language: Language) -> usize {
    match words::unit(language) {
        Unit::Words => MAX_CORRIGENDUM_WORDS,
        Unit::Characters => MAX_CORRIGENDUM_CHARACTERS_ZH,
    }
}

/// A corrigendum about to be stored. Made by [`ask`] alone.
#[derive(Debug)]
pub struct CorrigendumRequest {
    paper: PaperId,
    text: String,
    at: Instant,
}

impl CorrigendumRequest {
    pub const fn paper(&self) -> PaperId {
        self.paper
    }
    pub fn text(&self) -> &str {
        &self.text
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
}

/// Asks for the publication of a corrigendum.
pub fn ask(permit: Permit<AskCorrigendum>, text: String) -> CorrigendumRequest {
    let at = permit.at();
    CorrigendumRequest { paper: permit.into_action().paper, text, at }
}

/// A decision on a corrigendum, about to be stored. Made by [`decide`] alone.
#[derive(Debug)]
pub struct CorrigendumRuling {
    corrigendum: CorrigendumId,
    publish: bool,
    at: Instant,
}

impl CorrigendumRuling {
    pub const fn corrigendum(&self) -> CorrigendumId {
        self.corrigendum
    }
    /// Otherwise it is declined.
    pub const fn publishes(&self) -> bool {
        self.publish
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
}

/// Decides on a corrigendum as it was permitted.
pub fn decide(permit: Permit<DecideCorrigendum>) -> CorrigendumRuling {
    let at = permit.at();
    let action = permit.into_action();
    CorrigendumRuling { corrigendum: action.corrigendum, publish: action.publish, at }
}
