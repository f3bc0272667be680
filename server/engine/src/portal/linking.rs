//! What provisions point to, as the chair says, and the page of a norm.

use super::paging::{ASKED, at_id, parse_at_id, slice};
use super::statuses::{is_newest, numbered};
use super::texts::frame;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::{audit, drafts, links, norms};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::ProvisionId;
use model::domain::norm::Norm;
use model::domain::provision_link::{Links, norm_code};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::LinksForm;
use model::policy::{self, LinkProvision};
use model::portal::{Ctx, Linking, LinksPage, NormPage};

#[async_trait]
impl Linking for ServerPortal {
    async fn norm(&self, _ctx: &Ctx, code: &str, cursor: Option<&str>) -> PortalResult<NormPage> {
        let mut tx = self.db.read().await?;
        let code = norm_code(code).ok_or(PortalError::NotFound)?;
        let norm = norms::all(&mut tx).await?.into_iter().find(|norm| norm.code == code).ok_or(PortalError::NotFound)?;
        let cursor = cursor.map(parse_at_id).transpose()?;
        let recommendations =
            slice(links::about_norm(&mut tx, &code, cursor, ASKED).await?, |one| Some(at_id(one.submitted_at, one.paper)));
        let pointing = links::pointing(&mut tx, &code).await?;
        Ok(NormPage { norm, pointing, recommendations })
    }

    async fn provision_links(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<LinksPage> {
        let mut tx = self.db.read().await?;
        let (provision, version) = numbered(&mut tx, id).await?;
        policy::check(&ctx.actor, &LinkProvision { body: version.body, newest: is_newest(&mut tx, &version).await? }, ctx.now)?;
        let (draft, body, _) = frame(&mut tx, version.id).await?;
        let links = links::of_provision(&mut tx, id).await?;
        Ok(LinksPage { provision, draft, body, links, norms: norms::all(&mut tx).await? })
    }

    async fn link_provision(&self, ctx: &Ctx, id: ProvisionId, mark: &str, links: Links) -> PortalResult<()> {
        let (this, mark) = (self.clone(), mark.to_owned());
        in_tx!(self.db, [this, ctx, mark, links], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (_, draft) = numbered(tx, id).await?;
            // The next version is issued before or after, and others point before or after.
            drafts::lock(tx, draft.draft).await?;
            permitted(&actor, LinkProvision { body: draft.body, newest: is_newest(tx, &draft).await? }, ctx.now)?;
            known(&norms::all(tx).await?, &links)?;
            let stored = links::of_provision(tx, id).await?;
            if stored == links {
                return Ok(());
            }
            if stored.mark() != mark {
                return Err(PortalError::Conflict);
            }
            links::set(tx, id, &links, (person_of(&actor)?, ctx.now)).await?;
            let detail = serde_json::json!({ "outcome": links.norms.iter().chain(&links.texts).cloned().collect::<Vec<_>>().join("; ") });
            Ok(audit::insert(tx, &this.event(&ctx, AuditAct::ProvisionLinked, "provision", id, detail)).await?)
        })
        .await
    }
}

fn known(norms: &[Norm], links: &Links) -> PortalResult<()> {
    let all = links.norms.iter().all(|code| norms.iter().any(|norm| norm.code == *code));
    let wrong = || PortalError::Invalid(vec![FieldError { field: LinksForm::NORMS, fault: Fault::NotAChoice }]);
    if all { Ok(()) } else { Err(wrong()) }
}
