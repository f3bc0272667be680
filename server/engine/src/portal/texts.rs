//! Reading draft texts.

use super::ServerPortal;
use super::bodies::by_urgency;
use super::grants::add_own_grants;
use crate::store::{Tx, anchors, bodies, comments, drafts, rounds, subgroups};
use async_trait::async_trait;
use model::domain::body::Body;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::ids::{DraftVersionId, ProvisionId};
use model::domain::subgroup::Subgroup;
use model::error::{PortalError, PortalResult};
use model::portal::{Ctx, DraftPage, ProvisionPage, Texts};

#[async_trait]
impl Texts for ServerPortal {
    async fn draft(&self, ctx: &Ctx, id: DraftVersionId) -> PortalResult<DraftPage> {
        let mut tx = self.db.read().await?;
        let (draft, body, subgroup) = frame(&mut tx, id).await?;
        let provisions = drafts::provision_lines(&mut tx, id).await?;
        let mut rounds = by_urgency(rounds::of_draft(&mut tx, id).await?, ctx.now);
        add_own_grants(&mut tx, ctx, &mut rounds).await?;
        let in_charge = super::anchors::in_charge(ctx, &draft);
        let without_place = anchors::without_place(&mut tx, id, in_charge).await?;
        let versions = drafts::of_draft(&mut tx, draft.draft).await?;
        Ok(DraftPage { draft, body, subgroup, provisions, without_place, versions, rounds })
    }

    async fn provision(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<ProvisionPage> {
        let mut tx = self.db.read().await?;
        let provision = drafts::provision(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let (draft, body, subgroup) = frame(&mut tx, provision.draft_version).await?;
        let mut rounds = by_urgency(rounds::of_draft(&mut tx, draft.id).await?, ctx.now);
        add_own_grants(&mut tx, ctx, &mut rounds).await?;
        let history = history(&mut tx, &draft, id).await?;
        let earlier = anchors::at_provision(&mut tx, id).await?;
        let comments = comments::public_of_provision(&mut tx, id).await?;
        let own = match ctx.actor.signed_in() {
            Some(person) => comments::of_person_on_provision(&mut tx, person.person, id).await?,
            None => Vec::new(),
        };
        Ok(ProvisionPage { provision, draft, body, subgroup, rounds, history, earlier, comments, own })
    }
}

pub(super) async fn frame(tx: &mut Tx, id: DraftVersionId) -> PortalResult<(DraftVersion, Body, Subgroup)> {
    let draft = drafts::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let body = bodies::by_id(tx, draft.body).await?.ok_or(PortalError::NotFound)?;
    let subgroup = subgroups::by_id(tx, draft.subgroup).await?.ok_or(PortalError::NotFound)?;
    Ok((draft, body, subgroup))
}

/// A provision through the versions of its text.
async fn history(tx: &mut Tx, draft: &DraftVersion, id: ProvisionId) -> PortalResult<Vec<(DraftVersion, Provision)>> {
    let provisions = drafts::lineage(tx, id).await?;
    if provisions.len() < 2 {
        return Ok(Vec::new());
    }
    let versions = drafts::of_draft(tx, draft.draft).await?;
    let of = |provision: &Provision| versions.iter().position(|version| version.id == provision.draft_version);
    let mut history: Vec<_> = provisions.into_iter().filter_map(|provision| Some((of(&provision)?, provision))).collect();
    history.sort_by_key(|(at, provision)| (*at, provision.position));
    Ok(history.into_iter().map(|(at, provision)| (versions[at].clone(), provision)).collect())
}
