//! What makes an acceptance certain: the signed receipt, the public log, and checking one against the other.

use super::Ctx;
use crate::domain::ids::{LateAttemptId, ReceiptId, RoundId};
use crate::domain::item::ItemKind;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A line of the public log, in the words it is published in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// From 0, without gaps.
    pub index: i64,
    pub received_at: Instant,
    pub accepted: bool,
    pub receipt_hash: String,
    pub prev_hash: String,
}

/// Part of the log, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogPage {
    pub lines: Vec<LogEntry>,
    /// How many lines the log has, and the hash of the newest.
    pub size: i64,
    pub head: String,
    /// Lines before this index follow; `None`: the log begins here.
    pub older: Option<i64>,
}

/// So many lines one download of the log has at most: a quarter of a megabyte.
pub const LOG_LINES_AT_ONCE: i64 = 1_000;

/// A file to download: its name and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFile {
    pub name: String,
    pub text: String,
}

/// Why a receipt is not taken for genuine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReceiptFault {
    /// It is no receipt, or not all of it.
    Unreadable,
    /// The same in other bytes.
    NotCanonical,
    /// The key is none of this portal's.
    UnknownKey,
    /// The signature does not belong to these words.
    WrongSignature,
    /// The signature holds, and the public log has no such line: ask the secretariat.
    NotInLog,
}

/// What a receipt says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptFacts {
    /// The public address of the portal that gave it.
    pub portal: String,
    pub accepted: bool,
    pub number: String,
    pub kind: ItemKind,
    /// 0: not known.
    pub version: i64,
    /// As the organisation was called at the time.
    pub organisation_name: String,
    pub received_at: Instant,
    pub round: RoundId,
    /// The number of the ledger entry it was judged by, and its closing.
    pub entry: i64,
    pub closes_at: Instant,
    pub content_sha256: String,
    /// Each file with its SHA-256.
    pub files: Vec<(String, String)>,
    /// The line in the public log.
    pub index: i64,
    /// The SHA-256 of the receipt, as it stands in that line.
    pub receipt_hash: String,
}

/// What checking a receipt has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// Every byte is as it was signed, and the public log has it.
    Genuine(Box<ReceiptFacts>),
    Faulty(ReceiptFault),
}

/// Receipts that everyone can check.
#[async_trait]
pub trait Proofs {
    /// The signed receipt of a submission: for its organisation and those in office; for everybody when what it is about is public and
    /// it is the newest of it.
    async fn receipt_file(&self, ctx: &Ctx, id: ReceiptId) -> PortalResult<TextFile>;
    /// The signed receipt of a refusal, for the organisation.
    async fn refusal_file(&self, ctx: &Ctx, id: LateAttemptId) -> PortalResult<TextFile>;
    /// Checks the text of a receipt file. Anyone may.
    async fn check_receipt(&self, ctx: &Ctx, file: &str) -> PortalResult<Checked>;
    /// The public log before `index`, the newest first; `None`: from its head.
    async fn public_log(&self, ctx: &Ctx, before: Option<i64>) -> PortalResult<LogPage>;
    /// Lines of the log from `index` on, as JSON lines, at most [`LOG_LINES_AT_ONCE`].
    async fn log_lines(&self, ctx: &Ctx, from: i64) -> PortalResult<String>;
    /// How far the log goes, signed; JSON.
    async fn log_head(&self, ctx: &Ctx) -> PortalResult<String>;
    /// The public keys; JSON.
    async fn public_keys(&self, ctx: &Ctx) -> PortalResult<String>;
}
