//! Co-signing: within a round of that kind, organisations put their names to public papers of the session that the author offers for it.
//! A signature is for exactly the words of one receipt.

use super::ids::{LedgerEntryId, OrganisationId, PaperId, ReceiptId, RoundId, SignatureId};
use super::permit::Permit;
use super::time::Instant;
use crate::policy::CoSign;

/// The most papers a round shows as open for co-signing, and the most signatories a page shows.
pub const MAX_SHOWN: usize = 500;

/// The signature of an organisation under a paper: one in each paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    pub id: SignatureId,
    /// Where it was signed: a round of co-signing, or that of the paper for a joint one.
    pub round: RoundId,
    pub paper: PaperId,
    pub organisation: OrganisationId,
    /// SHA-256 of the record that was signed, as its receipt gives it.
    pub sha256: String,
    pub signed_at: Instant,
    /// The entry of the ledger it was judged by.
    pub judged_by: LedgerEntryId,
}

/// A signature about to be stored. Made by [`co_sign`] alone.
#[derive(Debug)]
pub struct Signed {
    round: RoundId,
    paper: PaperId,
    organisation: OrganisationId,
    receipt: ReceiptId,
    at: Instant,
    judged_by: LedgerEntryId,
}

impl Signed {
    pub const fn round(&self) -> RoundId {
        self.round
    }
    pub const fn paper(&self) -> PaperId {
        self.paper
    }
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }
    /// Of the words that are signed.
    pub const fn receipt(&self) -> ReceiptId {
        self.receipt
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
    pub const fn judged_by(&self) -> LedgerEntryId {
        self.judged_by
    }
}

/// Puts the name of an organisation to the words of a receipt.
pub fn co_sign(permit: Permit<CoSign>, receipt: ReceiptId) -> Signed {
    let at = permit.at();
    let CoSign { round, paper, organisation, window, .. } = permit.into_action();
    let judged_by = window.judged_by(organisation, None, at);
    Signed { round, paper, organisation, receipt, at, judged_by }
}
