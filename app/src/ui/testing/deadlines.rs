//! The canned portal's part about ledgers, grants and late attempts: there is nothing.

use super::Canned;
use crate::domain::ids::*;
use crate::error::{PortalError, PortalResult};
use crate::portal::*;
use async_trait::async_trait;

#[async_trait]
impl Ledgers for Canned {
    async fn ledger(&self, _: &Ctx, _: RoundId) -> PortalResult<LedgerPage> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Grants for Canned {
    async fn grants(&self, _: &Ctx, _: RoundId, _: &str) -> PortalResult<GrantsPage> {
        Err(PortalError::NotFound)
    }
    async fn give_grant(&self, _: &Ctx, _: RoundId, _: NewGrant) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl LateInboxes for Canned {
    async fn late_inbox(&self, _: &Ctx, _: RoundId) -> PortalResult<LateInbox> {
        Err(PortalError::NotFound)
    }
    async fn late_attempt(&self, _: &Ctx, _: LateAttemptId) -> PortalResult<LatePage> {
        Err(PortalError::NotFound)
    }
    async fn decide_late(&self, _: &Ctx, _: LateAttemptId, _: LateDecision) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn refusal(&self, _: &Ctx, _: LateAttemptId) -> PortalResult<RefusalPage> {
        Err(PortalError::NotFound)
    }
}
