//! What provisions point to, as the chair says, and the page of a norm.

use super::paging::{ASKED, at_id, parse_at_id, slice};
use super::texts::frame;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::{Tx, audit, drafts, links, norms};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::ids::{DraftVersionId, ProvisionId};
use model::domain::norm::Norm;
use model::domain::provision_link::{Links, norm_code};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::LinksForm;
use model::policy::{self, LinkProvision};
use model::portal::{Ctx, Linking, LinksPage, NormPage, PointingLine};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

#[async_trait]
impl Linking for ServerPortal {
    async fn norm(&self, _ctx: &Ctx, code: &str, cursor: Option<&str>) -> PortalResult<NormPage> {
        let mut tx = self.db.read().await?;
        let code = norm_code(code).ok_or(PortalError::NotFound)?;
        let norm = norms::all(&mut tx).await?.into_iter().find(|norm| norm.code == code).ok_or(PortalError::NotFound)?;
        let cursor = cursor.map(parse_at_id).transpose()?;
        let recommendations =
            slice(links::about_norm(&mut tx, &code, cursor, ASKED).await?, |one| Some(at_id(one.submitted_at, one.paper)));
        let mut pointing = Vec::new();
        let mut texts: HashMap<DraftVersionId, (DraftVersion, HashMap<ProvisionId, Provision>)> = HashMap::new();
        for (id, version, comments) in links::pointing(&mut tx, &code).await? {
            let (draft, provisions) = match texts.entry(version) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => {
                    let draft = drafts::by_id(&mut tx, version).await?.ok_or(PortalError::NotFound)?;
                    let provisions = drafts::provisions(&mut tx, version).await?;
                    place.insert((draft, provisions.into_iter().map(|one| (one.id, one)).collect()))
                }
            };
            let provision = provisions.get(&id).cloned();
            pointing.extend(provision.map(|provision| PointingLine { provision, draft: draft.clone(), comments }));
        }
        Ok(NormPage { norm, pointing, recommendations })
    }

    async fn provision_links(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<LinksPage> {
        let mut tx = self.db.read().await?;
        let (provision, version) = pointing_one(&mut tx, id).await?;
        policy::check(&ctx.actor, &act(&mut tx, &version).await?, ctx.now)?;
        let (draft, body, _) = frame(&mut tx, version.id).await?;
        let links = links::of_provision(&mut tx, id).await?;
        Ok(LinksPage { provision, draft, body, links, norms: norms::all(&mut tx).await? })
    }

    async fn link_provision(&self, ctx: &Ctx, id: ProvisionId, mark: &str, links: Links) -> PortalResult<()> {
        let (this, mark) = (self.clone(), mark.to_owned());
        in_tx!(self.db, [this, ctx, mark, links], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (_, draft) = pointing_one(tx, id).await?;
            // The next version is issued before or after, and others point before or after.
            drafts::lock(tx, draft.draft).await?;
            permitted(&actor, act(tx, &draft).await?, ctx.now)?;
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

/// A provision that can point somewhere: one that is cited.
async fn pointing_one(tx: &mut Tx, id: ProvisionId) -> PortalResult<(Provision, DraftVersion)> {
    let provision = drafts::provision(tx, id).await?.filter(|provision| provision.level.is_numbered()).ok_or(PortalError::NotFound)?;
    let draft = drafts::by_id(tx, provision.draft_version).await?.ok_or(PortalError::NotFound)?;
    Ok((provision, draft))
}

pub(super) async fn act(tx: &mut Tx, draft: &DraftVersion) -> PortalResult<LinkProvision> {
    let newest = drafts::newest(tx, draft.draft).await?.is_some_and(|newest| newest.id == draft.id);
    Ok(LinkProvision { body: draft.body, newest })
}

fn known(norms: &[Norm], links: &Links) -> PortalResult<()> {
    let all = links.norms.iter().all(|code| norms.iter().any(|norm| norm.code == *code));
    let wrong = || PortalError::Invalid(vec![FieldError { field: LinksForm::NORMS, fault: Fault::NotAChoice }]);
    if all { Ok(()) } else { Err(wrong()) }
}
