//! What papers and comments share on their way to a receipt: canonical content, number, receipt, mail, audit.

use super::ServerPortal;
use crate::auth::sha256;
use crate::store::{StoreResult, Tx, audit, counters, mails, receipts};
use app::domain::audit::AuditAct;
use app::domain::ids::{ItemId, LedgerEntryId, OrganisationId, ReceiptId};
use app::domain::item::ItemKind;
use app::domain::person::SignedIn;
use app::domain::receipt::{self, Receipt};
use app::domain::subgroup::Subgroup;
use app::domain::time::{Instant, Span};
use app::portal::{Ctx, RoundLine};
use serde::Serialize;

/// Within this time the same words by the same organisation in the same place are the same click, made twice.
pub(super) const DOUBLE_CLICK: Span = Span::MINUTE.times(10);

/// What goes onto the record for one submission.
pub(super) struct Record<'a, C> {
    pub kind: ItemKind,
    pub item: ItemId,
    pub organisation: OrganisationId,
    pub line: &'a RoundLine,
    pub subgroup: Option<&'a Subgroup>,
    pub judged_by: LedgerEntryId,
    pub at: Instant,
    /// Fields in their canonical order; serialised without white space.
    pub content: C,
    /// What the mail calls it.
    pub title: &'a str,
    /// The address of the receipt, with its language prefix.
    pub receipt_path: String,
}

impl ServerPortal {
    /// Writes the receipt, its mail and its audit event into the transaction of the submission.
    pub(super) async fn put_on_record<C: Serialize + Sync>(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        by: &SignedIn,
        record: &Record<'_, C>,
    ) -> StoreResult<ReceiptId> {
        let content =
            serde_json::to_string(&record.content).map_err(|error| crate::store::StoreError::corrupt("receipt", record.item, error))?;
        let part = record.subgroup.map_or_else(|| "ALL".to_owned(), Subgroup::receipt_part);
        let series = format!("{}/{}/{part}", record.line.body.code, record.line.session.code);
        let running = counters::next(tx, &series).await?;
        let receipt = Receipt {
            id: ReceiptId(self.ids.uuid(ctx.now)),
            number: receipt::number(&record.line.body.code, &record.line.session.code, &part, running),
            kind: record.kind,
            item: record.item,
            organisation: record.organisation,
            received_at: record.at,
            judged_by: record.judged_by,
            sha256: sha256(&content),
            content,
        };
        receipts::insert(tx, &receipt, by.person).await?;
        let letter =
            self.receipt_letter(by.mail_language, &by.email, &receipt, record.title, &record.line.round.time_zone, &record.receipt_path);
        mails::insert(tx, &letter).await?;
        let act = match record.kind {
            ItemKind::Paper => AuditAct::PaperSubmitted,
            ItemKind::Comment => AuditAct::CommentSent,
        };
        let detail = serde_json::json!({ "receipt": receipt.number, "judged_by": record.judged_by });
        audit::insert(tx, &self.event(ctx, act, record.kind.code(), record.item, detail)).await?;
        Ok(receipt.id)
    }
}
