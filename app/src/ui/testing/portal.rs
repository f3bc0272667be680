//! The portal of [`Canned`]: what the test put in, and `NotFound` for everything else.

use super::Canned;
use crate::domain::ids::*;
use crate::error::{PortalError, PortalResult};
use crate::portal::*;
use async_trait::async_trait;

#[async_trait]
impl Bodies for Canned {
    async fn home(&self, _: &Ctx) -> PortalResult<Home> {
        self.home.clone().ok_or(PortalError::NotFound)
    }
    async fn body(&self, _: &Ctx, _: &str) -> PortalResult<BodyPage> {
        Err(PortalError::NotFound)
    }
    async fn session(&self, _: &Ctx, _: SessionId) -> PortalResult<SessionPage> {
        Err(PortalError::NotFound)
    }
    async fn norms(&self, _: &Ctx) -> PortalResult<Vec<crate::domain::norm::Norm>> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Comments for Canned {
    async fn comment(&self, _: &Ctx, _: CommentId) -> PortalResult<CommentPage> {
        Err(PortalError::NotFound)
    }
    async fn send_comment(&self, _: &Ctx, _: SaveComment) -> PortalResult<Sent> {
        Err(PortalError::NotFound)
    }
    async fn comment_receipt(&self, _: &Ctx, _: CommentId) -> PortalResult<ReceiptPage> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Deadlines for Canned {
    async fn round(&self, _: &Ctx, _: RoundId) -> PortalResult<RoundPage> {
        Err(PortalError::NotFound)
    }
    async fn change_deadline(&self, _: &Ctx, _: RoundId, _: NewDeadline) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Moderation for Canned {
    async fn queues(&self, _: &Ctx) -> PortalResult<Vec<Queue>> {
        Ok(self.queues.clone())
    }
    async fn moderate_paper(&self, _: &Ctx, _: PaperId) -> PortalResult<ModerationItem> {
        Err(PortalError::NotFound)
    }
    async fn moderate_comment(&self, _: &Ctx, _: CommentId) -> PortalResult<ModerationItem> {
        Err(PortalError::NotFound)
    }
    async fn decide_paper(&self, _: &Ctx, _: PaperId, _: NewDecision) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn decide_comment(&self, _: &Ctx, _: CommentId, _: NewDecision) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Outbox for Canned {
    async fn mails(&self, _: &Ctx) -> PortalResult<Vec<Mail>> {
        Ok(self.mails.clone())
    }
    async fn mail(&self, _: &Ctx, id: MailId) -> PortalResult<Mail> {
        self.mails.iter().find(|mail| mail.id == id).cloned().ok_or(PortalError::NotFound)
    }
}

#[async_trait]
impl Papers for Canned {
    async fn papers(&self, _: &Ctx, _: Option<&str>) -> PortalResult<Slice<PaperLine>> {
        Err(PortalError::NotFound)
    }
    async fn paper(&self, _: &Ctx, _: PaperId) -> PortalResult<PaperPage> {
        Err(PortalError::NotFound)
    }
    async fn paper_editor(&self, _: &Ctx, _: RoundId, _: Option<OrganisationId>) -> PortalResult<PaperEditor> {
        Err(PortalError::NotFound)
    }
    async fn save_paper(&self, _: &Ctx, _: SavePaper) -> PortalResult<Saved<PaperId>> {
        Err(PortalError::NotFound)
    }
    async fn submit_paper(&self, _: &Ctx, _: PaperId, _: i64) -> PortalResult<Submitted> {
        Err(PortalError::NotFound)
    }
    async fn paper_receipt(&self, _: &Ctx, _: PaperId) -> PortalResult<ReceiptPage> {
        Err(PortalError::NotFound)
    }
    async fn receipt_content(&self, _: &Ctx, _: ReceiptId) -> PortalResult<crate::domain::receipt::Receipt> {
        Err(PortalError::NotFound)
    }
    async fn own_input(&self, _: &Ctx) -> PortalResult<OwnInput> {
        Ok(self.own_input.clone())
    }
}

#[async_trait]
impl People for Canned {
    async fn register(&self, _: &Ctx, _: Registration) -> PortalResult<Registered> {
        Err(PortalError::NotFound)
    }
    async fn confirm_code(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn confirm_link(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn resend_confirmation(&self, _: &Ctx) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn sign_in(&self, _: &Ctx, _: &str, _: &str) -> PortalResult<Option<NewLogin>> {
        Err(PortalError::NotFound)
    }
    async fn sign_out(&self, _: &Ctx, _: &SessionToken) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Summaries for Canned {
    async fn summary(&self, _: &Ctx, _: SessionId) -> PortalResult<Summary> {
        Err(PortalError::NotFound)
    }
    async fn note_export(&self, _: &Ctx, _: SessionId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Texts for Canned {
    async fn draft(&self, _: &Ctx, _: DraftVersionId) -> PortalResult<DraftPage> {
        Err(PortalError::NotFound)
    }
    async fn provision(&self, _: &Ctx, _: ProvisionId) -> PortalResult<ProvisionPage> {
        Err(PortalError::NotFound)
    }
}
