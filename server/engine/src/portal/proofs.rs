//! Signed receipts to keep, the public log, and checking one against the other.

use super::comments::comment_page;
use super::papers::paper_page;
use super::{ServerPortal, incident};
use crate::proof::receipt::Outcome;
use crate::proof::{Fault, LogLine, Payload, SignedReceipt};
use crate::store::{StoreError, Tx, joint, public_log, receipts, rounds};
use async_trait::async_trait;
use model::calendar;
use model::domain::ids::{CommentId, LateAttemptId, PaperId, ReceiptId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::organisation::OrganisationRef;
use model::domain::receipt::Receipt;
use model::error::{PortalError, PortalResult};
use model::portal::{
    Checked, Ctx, LOG_LINES_AT_ONCE, LateInboxes as _, LogEntry, LogPage, Proofs, ReceiptFacts, ReceiptFault, ReceiptPage, RoundLine,
    TextFile,
};
use uuid::Uuid;

/// Lines on one page of the log.
const LINES: i64 = 50;

#[async_trait]
impl Proofs for ServerPortal {
    async fn receipt_file(&self, ctx: &Ctx, id: ReceiptId) -> PortalResult<TextFile> {
        let mut tx = self.db.read().await?;
        let receipt = receipts::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        // Not found for whoever may not see the item.
        let (holder, redacted) = match receipt.kind {
            ItemKind::Paper => {
                let page = paper_page(&mut tx, ctx, PaperId(receipt.item.0)).await?;
                (page.receipts.iter().any(|own| own.id == id), !page.redactions.is_empty())
            }
            ItemKind::Comment => {
                let seen = comment_page(&mut tx, ctx, CommentId(receipt.item.0)).await?;
                (seen.page.own || seen.in_office, !seen.page.redactions.is_empty())
            }
        };
        // Everybody else sees what is public, and of that the receipt of the words that are: of redacted words anybody could try out what
        // has this hash.
        if !holder && redacted {
            return Err(PortalError::NotFound);
        }
        if !holder && receipts::newest_number(&mut tx, receipt.item).await?.is_none_or(|(newest, _)| newest != id) {
            return Err(PortalError::NotFound);
        }
        file_of(&mut tx, id.0, &receipt.number).await
    }

    async fn refusal_file(&self, ctx: &Ctx, id: LateAttemptId) -> PortalResult<TextFile> {
        Ok(self.refusal(ctx, id).await?.signed)
    }

    async fn check_receipt(&self, _ctx: &Ctx, file: &str) -> PortalResult<Checked> {
        let checked = SignedReceipt::from_file(file).and_then(|receipt| Ok((receipt.check(self.keys.public())?, receipt)));
        let (payload, receipt) = match checked {
            Ok(genuine) => genuine,
            Err(fault) => return Ok(Checked::Faulty(word_of(fault))),
        };
        let mut tx = self.db.read().await?;
        let line = public_log::by_receipt(&mut tx, &receipt.hash()).await?;
        if !line.is_some_and(|line| line.is_of(&receipt, &payload)) {
            return Ok(Checked::Faulty(ReceiptFault::NotInLog));
        }
        let facts = facts_of(&payload, receipt.hash());
        Ok(facts.map_or(Checked::Faulty(ReceiptFault::Unreadable), |facts| Checked::Genuine(Box::new(facts))))
    }

    async fn public_log(&self, _ctx: &Ctx, before: Option<i64>) -> PortalResult<LogPage> {
        let mut tx = self.db.read().await?;
        let head = public_log::head(&mut tx).await?.head;
        let found = public_log::before(&mut tx, before.unwrap_or(head.size).min(head.size), LINES).await?;
        let older = found.last().map(|line| line.index).filter(|index| *index > 0);
        let lines = found.into_iter().map(entry_of).collect::<PortalResult<Vec<_>>>()?;
        Ok(LogPage { lines, size: head.size, head: head.hash, older })
    }

    async fn log_lines(&self, _ctx: &Ctx, from: i64) -> PortalResult<String> {
        let mut tx = self.db.read().await?;
        let mut text = String::new();
        for line in public_log::from(&mut tx, from.max(0), LOG_LINES_AT_ONCE).await? {
            text.push_str(&line.to_line().map_err(|fault| incident(&fault))?);
            text.push('\n');
        }
        Ok(text)
    }

    async fn log_head(&self, _ctx: &Ctx) -> PortalResult<String> {
        let mut tx = self.db.read().await?;
        let head = public_log::head(&mut tx).await?;
        // Nobody has signed a log in which nothing stands yet.
        let head = if head.head.size == 0 { crate::proof::SignedHead::sign(head.head, &self.keys) } else { Ok(head) };
        head.and_then(|head| head.to_file()).map_err(|fault| incident(&fault))
    }

    async fn public_keys(&self, _ctx: &Ctx) -> PortalResult<String> {
        Ok(self.keys.public().to_file())
    }
}

/// A receipt with what its page shows around it.
pub(super) async fn receipt_page(
    tx: &mut Tx,
    receipt: Receipt,
    title: String,
    state: ItemState,
    organisation: OrganisationRef,
    line: RoundLine,
) -> PortalResult<ReceiptPage> {
    let entry = rounds::entry(tx, receipt.judged_by).await?;
    let signed = file_of(tx, receipt.id.0, &receipt.number).await?;
    let joint = match receipt.kind {
        ItemKind::Paper => joint::of_receipt(tx, receipt.item, receipt.id).await?,
        ItemKind::Comment => Vec::new(),
    };
    Ok(ReceiptPage { receipt, title, organisation, joint, line, entry, signed, state })
}

/// The signed receipt of a submission, or of a late attempt, as a file.
pub(super) async fn file_of(tx: &mut Tx, subject: Uuid, number: &str) -> PortalResult<TextFile> {
    let receipt = public_log::of_subject(tx, subject).await?;
    let receipt = receipt.ok_or_else(|| StoreError::corrupt("public_log", subject, "a receipt without its line"))?;
    Ok(TextFile { name: format!("{number}.json"), text: receipt.to_file() })
}

const fn word_of(fault: Fault) -> ReceiptFault {
    match fault {
        Fault::Unreadable => ReceiptFault::Unreadable,
        Fault::NotCanonical => ReceiptFault::NotCanonical,
        Fault::UnknownKey => ReceiptFault::UnknownKey,
        Fault::WrongSignature => ReceiptFault::WrongSignature,
    }
}

fn entry_of(line: LogLine) -> PortalResult<LogEntry> {
    let received_at = calendar::parse_iso(&line.received_at).ok_or_else(|| incident(&"a line of the log without an instant"))?;
    let accepted = line.kind == Outcome::Accepted;
    Ok(LogEntry { index: line.index, received_at, accepted, receipt_hash: line.receipt_hash, prev_hash: line.prev_hash })
}

fn facts_of(payload: &Payload, receipt_hash: String) -> Option<ReceiptFacts> {
    Some(ReceiptFacts {
        portal: payload.portal.clone(),
        accepted: payload.outcome == Outcome::Accepted,
        number: payload.number.clone(),
        kind: ItemKind::from_code(&payload.item.kind)?,
        version: payload.item.version,
        organisation_name: payload.organisation.name.clone(),
        received_at: calendar::parse_iso(&payload.received_at)?,
        round: payload.judged_by.round.parse().ok()?,
        entry: payload.judged_by.number,
        closes_at: calendar::parse_iso(&payload.judged_by.closes_at)?,
        content_sha256: payload.content_sha256.clone(),
        files: payload.files.iter().map(|file| (file.name.clone(), file.sha256.clone())).collect(),
        index: payload.log.index,
        receipt_hash,
    })
}
