//! Signing receipts and adding them to the public log: the last thing a transaction does.

use super::{ServerPortal, in_tx, incident};
use crate::auth::sha256;
use crate::proof::receipt::{FORMAT, Item, Judged, Organisation, Outcome, Payload, Place};
use crate::proof::{Head, LogLine, SignedHead, SignedReceipt};
use crate::store::public_log::Unproved;
use crate::store::{Db, StoreError, StoreResult, Tx, late, public_log, receipts, settings};
use model::calendar;
use model::domain::ids::{ItemId, LedgerEntryId, OrganisationId};
use model::domain::item::ItemKind;
use model::domain::late::Refusal;
use model::domain::receipt::Receipt;
use model::domain::time::Instant;
use model::error::PortalResult;
use uuid::Uuid;

/// What a signed receipt says.
pub(super) struct Proof<'a> {
    pub outcome: Outcome,
    /// The receipt or the late attempt.
    pub subject: Uuid,
    pub number: &'a str,
    pub kind: ItemKind,
    pub item: ItemId,
    pub version: i64,
    pub organisation: OrganisationId,
    pub received_at: Instant,
    pub judged_by: LedgerEntryId,
    pub content_sha256: &'a str,
}

impl<'a> From<&'a Receipt> for Proof<'a> {
    fn from(receipt: &'a Receipt) -> Self {
        Self {
            outcome: Outcome::Accepted,
            subject: receipt.id.0,
            number: &receipt.number,
            kind: receipt.kind,
            item: receipt.item,
            version: receipt.version,
            organisation: receipt.organisation,
            received_at: receipt.received_at,
            judged_by: receipt.judged_by,
            content_sha256: &receipt.sha256,
        }
    }
}

impl<'a> From<&'a Refusal> for Proof<'a> {
    fn from(refusal: &'a Refusal) -> Self {
        Self {
            outcome: Outcome::Refused,
            subject: refusal.id.0,
            number: &refusal.number,
            kind: refusal.kind,
            item: refusal.item,
            version: refusal.version,
            organisation: refusal.organisation,
            received_at: refusal.received_at,
            judged_by: refusal.judged_by,
            content_sha256: &refusal.sha256,
        }
    }
}

/// The key under which is noted that all receipts, of acceptances and of refusals, stand in the log.
pub(super) const ALL_PROVED: &str = "all_proved";

/// How many of what was received before there was a log are signed in one transaction.
const AT_ONCE: i64 = 200;

/// The key the newest line of the public log was signed with; `None`: nothing was signed yet.
///
/// # Errors
/// The database cannot be read.
pub async fn newest_key(db: &Db) -> StoreResult<Option<String>> {
    let mut tx = db.read().await?;
    let head = public_log::head(&mut tx).await?;
    Ok((head.head.size > 0).then_some(head.key))
}

impl ServerPortal {
    /// Signs what was answered and adds it to the public log. From here to its end this transaction holds the log: nothing that waits
    /// for another comes after it.
    pub(super) async fn prove(&self, tx: &mut Tx, proof: &Proof<'_>) -> StoreResult<SignedReceipt> {
        let nonce = self.ids.nonce();
        let (mut head, facts) = public_log::hold(tx, proof.judged_by, proof.organisation).await?;
        let payload = Payload {
            format: FORMAT.to_owned(),
            portal: self.settings.public_url.clone(),
            outcome: proof.outcome,
            number: proof.number.to_owned(),
            item: Item { kind: proof.kind.code().to_owned(), id: proof.item.to_string(), version: proof.version },
            organisation: Organisation { id: proof.organisation.to_string(), name: facts.organisation },
            received_at: calendar::iso_micros(proof.received_at),
            judged_by: Judged {
                round: facts.round,
                entry: proof.judged_by.to_string(),
                number: facts.entry_number,
                closes_at: calendar::iso_micros(facts.closes_at),
            },
            content_sha256: proof.content_sha256.to_owned(),
            files: Vec::new(),
            nonce,
            log: Place { index: head.size, head: head.hash.clone() },
        };
        let (receipt, line, head) =
            self.signed(&payload, &mut head).map_err(|error| StoreError::corrupt("public_log", proof.number, error))?;
        public_log::append(tx, proof.subject, proof.received_at, &line, &receipt, &head).await?;
        Ok(receipt)
    }

    fn signed(&self, payload: &Payload, head: &mut Head) -> Result<(SignedReceipt, LogLine, SignedHead), String> {
        let receipt = SignedReceipt::sign(payload, &self.keys).map_err(|fault| fault.to_string())?;
        let line = LogLine {
            index: head.size,
            received_at: payload.received_at.clone(),
            kind: payload.outcome,
            receipt_hash: receipt.hash(),
            prev_hash: head.hash.clone(),
        };
        head.follow(&line).map_err(|broken| broken.to_string())?;
        let head = SignedHead::sign(head.clone(), &self.keys).map_err(|fault| fault.to_string())?;
        Ok((receipt, line, head))
    }

    /// The key the newest receipt was signed with, when it is none of this portal's.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn foreign_key(&self) -> PortalResult<Option<String>> {
        Ok(newest_key(&self.db).await?.filter(|key| !self.keys.public().has(key)))
    }

    /// Signs the receipts of acceptances and refusals from before there was a public log, in the order they were given. Harmless to repeat,
    /// also on several nodes.
    ///
    /// # Errors
    /// The database cannot be read or written.
    pub async fn prove_earlier(&self) -> PortalResult<()> {
        let done = {
            let mut tx = self.db.read().await?;
            settings::get(&mut tx, ALL_PROVED).await?.is_some()
        };
        if done {
            return Ok(());
        }
        let this = self.clone();
        while !in_tx!(self.db, [this], |tx| { this.prove_some(tx).await }).await? {}
        Ok(())
    }

    /// Signs some of them; answers whether that were all.
    async fn prove_some(&self, tx: &mut Tx) -> PortalResult<bool> {
        // Another node may be at it too: whoever comes second finds what the first has signed.
        public_log::lock(tx).await?;
        let waiting = public_log::unproved(tx, AT_ONCE).await?;
        if waiting.is_empty() {
            settings::put(tx, ALL_PROVED, "1").await?;
            return Ok(true);
        }
        for one in waiting {
            match one {
                Unproved::Receipt(id) => {
                    let receipt = receipts::by_id(tx, id).await?.ok_or_else(|| incident(&"a receipt has gone"))?;
                    unchanged(&receipt.number, &sha256(&receipt.content), &receipt.sha256)?;
                    self.prove(tx, &Proof::from(&receipt)).await?;
                }
                Unproved::LateAttempt(id) => {
                    let late = late::by_id(tx, id).await?.ok_or_else(|| incident(&"a late attempt has gone"))?;
                    let kept = late::kept(tx, id).await?.ok_or_else(|| incident(&"a late attempt has gone"))?;
                    unchanged(&late.refusal.number, &sha256(&kept), &late.refusal.sha256)?;
                    self.prove(tx, &Proof::from(&late.refusal)).await?;
                }
            }
        }
        Ok(false)
    }
}

/// That the content still has the hash that was made of it is checked before it is signed.
fn unchanged(number: &str, now: &str, hash: &str) -> PortalResult<()> {
    if now == hash { Ok(()) } else { Err(incident(&format!("{number}: its content is not what it was"))) }
}
