//! What papers and comments share on their way to a receipt: canonical content, number, receipt, mail, audit.

use super::ServerPortal;
use super::mailing::with_receipt;
use super::proving::Proof;
use crate::auth::sha256;
use crate::store::{StoreError, StoreResult, Tx, audit, counters, late, letters, mails, receipts};
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::ids::{ItemId, LedgerEntryId, OrganisationId, PersonId, ReceiptId};
use model::domain::item::ItemKind;
use model::domain::late::LateState;
use model::domain::person::SignedIn;
use model::domain::receipt::{self, Receipt};
use model::domain::subgroup::Subgroup;
use model::domain::time::{Instant, Span};
use model::policy::Denied;
use model::portal::{Ctx, RoundLine, Submitted};
use serde::Serialize;

/// Within this time the same words by the same organisation in the same place are the same click, made twice.
pub(super) const DOUBLE_CLICK: Span = Span::MINUTE.times(10);

/// How an attempt to submit ended inside its transaction. A refusal is written down like an acceptance, so it commits.
pub(super) enum Attempt {
    Taken(Submitted),
    Refused(Denied),
}

/// What goes onto the record for one submission.
pub(super) struct Record<'a> {
    pub kind: ItemKind,
    pub item: ItemId,
    /// The version whose words these are.
    pub version: i64,
    pub organisation: OrganisationId,
    pub line: &'a RoundLine,
    pub subgroup: Option<&'a Subgroup>,
    pub judged_by: LedgerEntryId,
    pub at: Instant,
    /// See [`canonical`].
    pub content: String,
}

/// The exact bytes of a submission: fields in their canonical order, without white space.
pub(super) fn canonical<C: Serialize>(item: ItemId, content: &C) -> StoreResult<String> {
    serde_json::to_string(content).map_err(|error| StoreError::corrupt("receipt", item, error))
}

/// What the audit log keeps of a refusal: why, and by which entry and instant it was judged.
pub(super) fn refusal_detail(denied: Denied, judged_by: LedgerEntryId, at: Instant) -> serde_json::Value {
    serde_json::json!({ "denied": format!("{denied:?}"), "judged_by": judged_by, "judged_at": calendar::iso_micros(at) })
}

impl ServerPortal {
    /// Writes the receipt of a submission by `by`; the act that leads to it has an audit event of its own. It is not certain before
    /// [`Self::prove`] has signed it, which comes last.
    pub(super) async fn record(&self, tx: &mut Tx, ctx: &Ctx, by: PersonId, record: &Record<'_>) -> StoreResult<Receipt> {
        let part = record.subgroup.map_or_else(|| "ALL".to_owned(), Subgroup::receipt_part);
        let series = format!("{}/{}/{part}", record.line.body.code, record.line.session.code);
        let running = counters::next(tx, &series).await?;
        let receipt = Receipt {
            id: ReceiptId(self.ids.uuid(ctx.now)),
            number: receipt::number(&record.line.body.code, &record.line.session.code, &part, running),
            kind: record.kind,
            item: record.item,
            version: record.version,
            organisation: record.organisation,
            received_at: record.at,
            judged_by: record.judged_by,
            sha256: sha256(&record.content),
            content: record.content.clone(),
        };
        receipts::insert(tx, &receipt, by).await?;
        letters::due(tx, receipt.kind, receipt.item).await?;
        Ok(receipt)
    }

    /// Puts a submission on the record; [`Self::give_receipt`] follows. A late attempt with the same item, if there is one, is settled by it.
    pub(super) async fn put_on_record(&self, tx: &mut Tx, ctx: &Ctx, by: &SignedIn, record: &Record<'_>) -> StoreResult<Receipt> {
        let receipt = self.record(tx, ctx, by.person, record).await?;
        let by_grant = record.line.round.window.is_grant(record.judged_by);
        let act = match (record.kind, by_grant) {
            (ItemKind::Paper, false) => AuditAct::PaperSubmitted,
            (ItemKind::Paper, true) => AuditAct::PaperSubmittedByGrant,
            (ItemKind::Comment, false) => AuditAct::CommentSent,
            (ItemKind::Comment, true) => AuditAct::CommentSentByGrant,
        };
        let detail = serde_json::json!({ "receipt": receipt.number, "judged_by": record.judged_by });
        audit::insert(tx, &self.event(ctx, act, record.kind.code(), record.item, detail)).await?;
        late::close(tx, record.item, LateState::Settled, ctx.now).await?;
        Ok(receipt)
    }

    /// Signs the receipt of what was put on the record and writes to who submitted it: the last thing its transaction does. `title`: what
    /// the mail calls it; `zone`: of its round; `path`: the address of the receipt, with its language prefix.
    pub(super) async fn give_receipt(
        &self,
        tx: &mut Tx,
        by: &SignedIn,
        receipt: &Receipt,
        title: &str,
        zone: &str,
        path: &str,
    ) -> StoreResult<()> {
        let letter = self.receipt_letter(by.mail_language, &by.email, receipt, title, zone, path);
        let signed = self.prove(tx, &Proof::from(receipt)).await?;
        mails::insert(tx, &with_receipt(letter, &receipt.number, &signed)).await
    }
}
