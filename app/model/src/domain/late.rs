//! Late attempts: what came after the closing is kept sealed, with a receipt of the refusal, until the chair or an extension decides.

use super::ids::{ItemId, LateAttemptId, LedgerEntryId, OrganisationId, RoundId};
use super::item::ItemKind;
use super::organisation::coded;
use super::permit::Permit;
use super::time::{Instant, Span};
use super::window::Window;
use crate::policy::{ChangeDeadline, DecideLate};
use serde::{Deserialize, Serialize};

coded! {
    /// Where a late attempt stands. Its receipt stays, whatever becomes of it.
    LateState {
        // Nobody reads its words; the chair may decide on it.
        Sealed => "sealed",
        // A later attempt with the same paper or comment took its place.
        Replaced => "replaced",
        // The paper or comment was submitted in time after all, by an extension or a grant.
        Settled => "settled",
        Admitted => "admitted",
        Declined => "declined",
    }
}

coded! {
    /// What the chair decides about a late attempt.
    LateOutcome { Admit => "admit", Decline => "decline" }
}

/// The receipt of a refusal: all that anyone but its authors learns of a late attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub id: LateAttemptId,
    /// `REF-OEWG-S11-0003`: body, session, running number.
    pub number: String,
    pub round: RoundId,
    pub kind: ItemKind,
    pub item: ItemId,
    /// The version of it that was attempted; 0: from before versions were kept.
    pub version: i64,
    pub organisation: OrganisationId,
    /// The instant it was judged at.
    pub received_at: Instant,
    /// When the round had closed for this organisation.
    pub closed_at: Instant,
    /// The ledger entry it was judged by.
    pub judged_by: LedgerEntryId,
    /// SHA-256 of what is kept, in lower-case hexadecimal. Once admitted, the receipt has the same.
    pub sha256: String,
    /// Words of the text; characters for Chinese.
    pub words: i64,
    /// Bytes of what is kept.
    pub bytes: i64,
    pub state: LateState,
    pub decided_at: Option<Instant>,
    /// The ledger entry that admitted or declined it.
    pub decided_by: Option<LedgerEntryId>,
    /// Admitted, and what its authors had written after it goes on in this draft of its own.
    pub newer: Option<ItemId>,
}

impl Refusal {
    /// How long after the closing it came. Nothing at the closing instant itself, which is late already.
    pub fn late_by(&self) -> Span {
        self.received_at - self.closed_at
    }
}

/// A decision of the chair about to be stored. Made by [`decide`] alone.
#[derive(Debug)]
pub struct LateRuling {
    attempt: LateAttemptId,
    outcome: LateOutcome,
    at: Instant,
    entry: LedgerEntryId,
}

/// An attempt about to be taken as submitted. Made by a ruling of the chair, or by an extension that covers its instant.
#[derive(Debug)]
pub struct Admission {
    attempt: LateAttemptId,
    item: ItemId,
    received_at: Instant,
    at: Instant,
    judged_by: LedgerEntryId,
    late: bool,
}

/// Turns a permitted decision into a ruling. `entry`: the ledger entry that publishes it.
pub fn decide(permit: Permit<DecideLate>, outcome: LateOutcome, entry: LedgerEntryId) -> LateRuling {
    let at = permit.at();
    LateRuling { attempt: permit.into_action().attempt, outcome, at, entry }
}

/// What a change of the deadline does to a sealed attempt: `Some` where the new window covers the instant it was judged at. `entry` is
/// the entry of the change.
pub fn covered(permit: &Permit<ChangeDeadline>, opens_at: Instant, entry: LedgerEntryId, refusal: &Refusal) -> Option<Admission> {
    let window = Window { entry, opens_at, closes_at: permit.action().new_closes_at, grants: Vec::new() };
    let covers = refusal.round == permit.action().round && window.public_phase(refusal.received_at).is_open();
    (covers && refusal.state == LateState::Sealed).then(|| Admission {
        attempt: refusal.id,
        item: refusal.item,
        received_at: refusal.received_at,
        at: permit.at(),
        judged_by: entry,
        late: false,
    })
}

impl LateRuling {
    pub const fn attempt(&self) -> LateAttemptId {
        self.attempt
    }
    pub const fn outcome(&self) -> LateOutcome {
        self.outcome
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
    pub const fn entry(&self) -> LedgerEntryId {
        self.entry
    }

    /// What is taken as submitted by this ruling: nothing when it declines.
    pub fn admission(&self, refusal: &Refusal) -> Option<Admission> {
        debug_assert_eq!(refusal.id, self.attempt);
        (self.outcome == LateOutcome::Admit).then_some(Admission {
            attempt: self.attempt,
            item: refusal.item,
            received_at: refusal.received_at,
            at: self.at,
            judged_by: self.entry,
            late: true,
        })
    }
}

impl Admission {
    pub const fn attempt(&self) -> LateAttemptId {
        self.attempt
    }
    pub const fn item(&self) -> ItemId {
        self.item
    }
    /// The instant the attempt was judged at: what its receipt says.
    pub const fn received_at(&self) -> Instant {
        self.received_at
    }
    /// The instant of the act that admits it.
    pub const fn at(&self) -> Instant {
        self.at
    }
    pub const fn judged_by(&self) -> LedgerEntryId {
        self.judged_by
    }
    /// Listed apart, as received after the deadline. What an extension covers was in time by it.
    pub const fn late(&self) -> bool {
        self.late
    }
}
