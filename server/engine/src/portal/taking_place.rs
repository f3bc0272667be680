//! A draft that is to take the place of a paper its organisation has submitted already: one of them is expected.

use super::papers::own_paper;
use super::{ServerPortal, actor_now, in_tx, person_of};
use crate::store::{Tx, members, organisations, papers, rounds};
use model::domain::ids::PaperId;
use model::domain::paper::Paper;
use model::domain::permit::Permit;
use model::domain::person::Actor;
use model::error::{PortalError, PortalResult};
use model::policy::{self, Denied, ReplacePaper, WriteInput};
use model::portal::Ctx;

/// Whoever writes the draft and may replace that paper.
pub(super) async fn permitted_place(
    tx: &mut Tx,
    ctx: &Ctx,
    actor: &Actor,
    draft: &Paper,
    of: PaperId,
) -> PortalResult<Permit<ReplacePaper>> {
    policy::check(actor, &WriteInput { organisation: draft.organisation, state: draft.state }, ctx.now)?;
    let paper = own_paper(tx, actor, of).await?;
    let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
    let replace = ReplacePaper { paper: of, organisation: paper.organisation, state: paper.state, window: line.round.window };
    Ok(policy::permit(actor, replace, ctx.now)?)
}

impl ServerPortal {
    pub(super) async fn take_place_of(&self, ctx: &Ctx, draft: PaperId, of: PaperId) -> PortalResult<()> {
        in_tx!(self.db, [ctx], |tx| {
            let organisation = papers::by_id(tx, draft).await?.ok_or(PortalError::NotFound)?.organisation;
            // Of two drafts for one place the second finds it taken; so does whoever begins to replace that paper otherwise.
            organisations::lock(tx, organisation).await?;
            let actor = actor_now(tx, &ctx).await?;
            let draft = own_paper(tx, &actor, draft).await?;
            if draft.replaces == Some(of) {
                return Ok(());
            }
            // Withdrawn, replaced or returned meanwhile.
            if papers::place_to_take(tx, draft.id).await?.is_none_or(|place| place.id != of) {
                return Err(Denied::PlaceTaken.into());
            }
            let permit = permitted_place(tx, &ctx, &actor, &draft, of).await?;
            papers::take_place(tx, draft.id, permit.action().paper).await?;
            Ok(members::note_act(tx, draft.organisation, person_of(&actor)?, ctx.now).await?)
        })
        .await
    }
}
