//! How far provisions have come, as the chair says.

use super::texts::frame;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::{Tx, audit, drafts, statuses};
use model::domain::audit::AuditAct;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::ids::ProvisionId;
use model::domain::provision_status::ProvisionStatus;
use model::domain::role::RoleName;
use model::error::{PortalError, PortalResult};
use model::policy::{self, SetStatus};
use model::portal::{Ctx, StatusPage};

impl ServerPortal {
    pub(super) async fn status_page(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<StatusPage> {
        let mut tx = self.db.read().await?;
        let (provision, draft) = numbered(&mut tx, id).await?;
        let (_, body, _) = frame(&mut tx, draft.id).await?;
        let set = policy::check(&ctx.actor, &SetStatus { body: draft.body, newest: is_newest(&mut tx, &draft).await? }, ctx.now);
        let entries = statuses::of_provision(&mut tx, id).await?;
        Ok(StatusPage { provision, draft, body, entries, set })
    }

    pub(super) async fn set(&self, ctx: &Ctx, id: ProvisionId, after: i64, status: ProvisionStatus, note: &str) -> PortalResult<()> {
        let (this, note) = (self.clone(), note.to_owned());
        in_tx!(self.db, [this, ctx, note], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (_, draft) = numbered(tx, id).await?;
            // The next version is issued before or after.
            drafts::lock(tx, draft.draft).await?;
            permitted(&actor, SetStatus { body: draft.body, newest: is_newest(tx, &draft).await? }, ctx.now)?;
            statuses::set(tx, id, after, (status, &note), (RoleName::Chair, person_of(&actor)?, ctx.now)).await?;
            let detail = serde_json::json!({ "outcome": status });
            Ok(audit::insert(tx, &this.event(&ctx, AuditAct::StatusSet, "provision", id, detail)).await?)
        })
        .await
    }
}

/// A provision that has a status: one that is cited.
pub(super) async fn numbered(tx: &mut Tx, id: ProvisionId) -> PortalResult<(Provision, DraftVersion)> {
    let provision = drafts::provision(tx, id).await?.filter(|provision| provision.level.is_numbered()).ok_or(PortalError::NotFound)?;
    let draft = drafts::by_id(tx, provision.draft_version).await?.ok_or(PortalError::NotFound)?;
    Ok((provision, draft))
}

/// Whether a version is the newest of its text.
pub(super) async fn is_newest(tx: &mut Tx, draft: &DraftVersion) -> PortalResult<bool> {
    Ok(drafts::newest(tx, draft.draft).await?.is_some_and(|newest| newest.id == draft.id))
}
