//! Receipts: what was accepted for the record, when, and by which ledger entry.

use super::ids::{ItemId, LedgerEntryId, OrganisationId, ReceiptId};
use super::item::ItemKind;
use super::time::Instant;

/// The receipt of one submission. Immutable; a resubmission yields a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub id: ReceiptId,
    /// `STK-OEWG-S11-RNP-0017`: body, session, subgroup, running number.
    pub number: String,
    pub kind: ItemKind,
    pub item: ItemId,
    /// The version of it that was submitted; 0: from before versions were kept.
    pub version: i64,
    pub organisation: OrganisationId,
    /// The instant the submission was judged at.
    pub received_at: Instant,
    pub judged_by: LedgerEntryId,
    /// The exact bytes that were submitted, in canonical JSON.
    pub content: String,
    /// SHA-256 of `content` in lower-case hexadecimal.
    pub sha256: String,
}

/// The number of a refusal receipt: `REF-OEWG-S11-0003`.
pub fn refusal_number(body: &str, session: &str, running: i64) -> String {
    format!("REF-{}-{session}-{running:04}", body.to_uppercase())
}

/// A receipt number. `subgroup` is `ALL` for papers to the whole body.
pub fn number(body: &str, session: &str, subgroup: &str, running: i64) -> String {
    format!("STK-{}-{session}-{subgroup}-{running:04}", body.to_uppercase())
}
