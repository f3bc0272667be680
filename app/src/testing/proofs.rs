//! The sample's log of two lines, and a receipt that is genuine unless the text says otherwise.

use super::sample::{self, Sample};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::ids::*;
use model::domain::item::ItemKind;
use model::domain::time::Span;
use model::error::PortalResult;
use model::portal::*;

pub(super) fn file(number: &str) -> TextFile {
    TextFile { name: format!("{number}.json"), text: "{\"payload\":{}}\n".to_owned() }
}

fn facts() -> ReceiptFacts {
    ReceiptFacts {
        portal: "https://consultation.example.org".to_owned(),
        accepted: true,
        number: "STK-OEWG-S1-RNP-0017".to_owned(),
        kind: ItemKind::Paper,
        version: 3,
        organisation_name: organisation().name,
        received_at: NOW,
        round: sample::ROUND,
        entry: 2,
        closes_at: NOW + Span::DAY,
        content_sha256: "9f".repeat(32),
        files: vec![("annex <1>.pdf".to_owned(), "8e".repeat(32))],
        index: 1,
        receipt_hash: "7d".repeat(32),
    }
}

#[async_trait]
impl Proofs for Sample {
    async fn receipt_file(&self, _: &Ctx, _: ReceiptId) -> PortalResult<TextFile> {
        Ok(file("STK-OEWG-S1-RNP-0017"))
    }
    async fn refusal_file(&self, _: &Ctx, _: LateAttemptId) -> PortalResult<TextFile> {
        Ok(file("REF-OEWG-S1-0003"))
    }
    async fn check_receipt(&self, _: &Ctx, file: &str) -> PortalResult<Checked> {
        Ok(match file {
            "changed" => Checked::Faulty(ReceiptFault::WrongSignature),
            "nonsense </textarea><script>" => Checked::Faulty(ReceiptFault::Unreadable),
            _ => Checked::Genuine(Box::new(facts())),
        })
    }
    async fn public_log(&self, _: &Ctx, before: Option<i64>) -> PortalResult<LogPage> {
        let line =
            |index, accepted| LogEntry { index, received_at: NOW, accepted, receipt_hash: "7d".repeat(32), prev_hash: "0".repeat(64) };
        if self.empty {
            return Ok(LogPage { lines: Vec::new(), size: 0, head: "0".repeat(64), older: None });
        }
        let lines = vec![line(302, true), line(301, false)];
        Ok(LogPage { lines, size: if before.is_some() { 400 } else { 303 }, head: "6c".repeat(32), older: Some(301) })
    }
    async fn log_lines(&self, _: &Ctx, _: i64) -> PortalResult<String> {
        Ok(String::new())
    }
    async fn log_head(&self, _: &Ctx) -> PortalResult<String> {
        Ok(String::new())
    }
    async fn public_keys(&self, _: &Ctx) -> PortalResult<String> {
        Ok(String::new())
    }
}
