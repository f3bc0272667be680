//! The outbox as demonstration mode shows it.

use super::ServerPortal;
use crate::store::mails;
use async_trait::async_trait;
use model::domain::ids::MailId;
use model::error::{PortalError, PortalResult};
use model::portal::{Ctx, Mail, Outbox};

#[async_trait]
impl Outbox for ServerPortal {
    async fn mails(&self, _ctx: &Ctx) -> PortalResult<Vec<Mail>> {
        self.demonstration_only()?;
        let mut tx = self.db.read().await?;
        Ok(mails::latest(&mut tx).await?)
    }

    async fn mail(&self, _ctx: &Ctx, id: MailId) -> PortalResult<Mail> {
        self.demonstration_only()?;
        let mut tx = self.db.read().await?;
        mails::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)
    }
}

impl ServerPortal {
    fn demonstration_only(&self) -> PortalResult<()> {
        if self.settings.demonstration { Ok(()) } else { Err(PortalError::NotFound) }
    }
}
