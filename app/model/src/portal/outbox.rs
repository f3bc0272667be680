//! The mails the portal has written; readable in demonstration mode only.

use super::Ctx;
use crate::domain::ids::MailId;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A mail in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub id: MailId,
    pub recipient: String,
    /// ISO code of the language it is written in.
    pub language: String,
    pub subject: String,
    pub body: String,
    pub written_at: Instant,
    /// `None`: not handed over yet.
    pub sent_at: Option<Instant>,
    pub attachment: Option<Attachment>,
}

/// A file that goes with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Letters, digits, hyphens and dots.
    pub name: String,
    /// JSON.
    pub text: String,
}

/// Reading the outbox. Answers `NotFound` outside demonstration mode.
#[async_trait]
pub trait Outbox {
    /// The newest first.
    async fn mails(&self, ctx: &Ctx) -> PortalResult<Vec<Mail>>;
    async fn mail(&self, ctx: &Ctx, id: MailId) -> PortalResult<Mail>;
}
