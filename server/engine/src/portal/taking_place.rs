//! A draft that is to take the place of a paper its organisation has submitted already: one of them counts.

use super::papers::own_paper;
use super::{ServerPortal, actor_now, in_tx, person_of};
use crate::store::{members, organisations, papers, rounds};
use model::domain::ids::PaperId;
use model::error::{PortalError, PortalResult};
use model::policy::{self, ReplacePaper, WriteInput};
use model::portal::Ctx;

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
            policy::check(&actor, &WriteInput { organisation: draft.organisation, state: draft.state }, ctx.now)?;
            // Withdrawn, replaced or returned meanwhile: the page is looked at again.
            if papers::beside(tx, draft.id).await?.is_none_or(|beside| beside.id != of) {
                return Err(PortalError::Conflict);
            }
            let paper = own_paper(tx, &actor, of).await?;
            let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
            let replace = ReplacePaper { paper: of, organisation: paper.organisation, state: paper.state, window: line.round.window };
            let permit = policy::permit(&actor, replace, ctx.now)?;
            papers::take_place(tx, draft.id, permit.action().paper).await?;
            Ok(members::note_act(tx, draft.organisation, person_of(&actor)?, ctx.now).await?)
        })
        .await
    }
}
