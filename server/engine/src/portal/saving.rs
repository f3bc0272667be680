//! Saving a paper: begun, or written over; by hand, or by itself.

use super::papers::{of_papers, own_paper, position_round, round_to_begin_in};
use super::submission::DOUBLE_CLICK;
use super::{ServerPortal, actor_now, in_tx, joint, recommending, writing_for};
use crate::store::{Tx, members, organisations, papers, subgroups};
use model::domain::ids::PaperId;
use model::domain::item::ItemState;
use model::domain::paper::{PaperContent, mark_of};
use model::domain::person::Actor;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::PaperForm;
use model::policy::{self, Denied, WriteInput};
use model::portal::{Ctx, RoundLine, SavePaper, Saved};

impl ServerPortal {
    /// `by_itself`: nobody has pressed a button.
    pub(super) async fn save(&self, ctx: &Ctx, save: SavePaper, by_itself: bool) -> PortalResult<Saved<PaperId>> {
        let this = self.clone();
        let new_id = PaperId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [this, ctx, save], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            match save.id {
                None => begin(tx, &ctx, &actor, new_id, &save).await,
                Some(id) => this.overwrite(tx, &ctx, &actor, (id, &save), by_itself).await,
            }
        })
        .await
    }

    async fn overwrite(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        actor: &Actor,
        (id, save): (PaperId, &SavePaper),
        by_itself: bool,
    ) -> PortalResult<Saved<PaperId>> {
        let paper = own_paper(tx, actor, id).await?;
        policy::check(actor, &WriteInput { organisation: paper.organisation, state: paper.state }, ctx.now)?;
        let line = position_round(tx, paper.round).await?;
        check_subgroup(tx, &line, &save.content).await?;
        // Its moderator decides about both, and reads both.
        if paper.replaces.is_some() && save.content.subgroup != paper.content.subgroup {
            return Err(PortalError::Invalid(vec![FieldError { field: PaperForm::SUBGROUP, fault: Fault::NotAChoice }]));
        }
        check_answers(&line, &save.content)?;
        if paper.content == save.content {
            // Nothing changed: a second save of the same words, from whatever tab, is no conflict and no new version.
            return Ok(Saved { id, version: paper.version, saved_at: paper.updated_at });
        }
        if paper.content.recommendations != save.content.recommendations {
            recommending::check(tx, line.body.id, &save.content).await?;
        }
        if by_itself {
            // Whoever confirms at this moment comes before or after.
            papers::hold(tx, id, save.version).await?;
            if joint::named(tx, &paper, &line).await?.is_some_and(|named| !named.is_empty()) {
                return Err(Denied::Confirmed.into());
            }
        }
        papers::save(tx, id, save.version, &save.content, ctx.now).await?;
        self.void_confirmations(tx, ctx, &paper).await?;
        Ok(Saved { id, version: save.version + 1, saved_at: ctx.now })
    }
}

async fn begin(tx: &mut Tx, ctx: &Ctx, actor: &Actor, id: PaperId, save: &SavePaper) -> PortalResult<Saved<PaperId>> {
    let line = of_papers(round_to_begin_in(tx, save.round, ctx.now).await?)?;
    let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
    let organisation = writing_for(actor, save.organisation)?;
    let permit = policy::permit(actor, WriteInput { organisation, state: ItemState::Draft }, ctx.now)?;
    // Before the answers are looked at: the form is shown again with the new questions.
    if save.asked.as_ref().is_some_and(|asked| *asked != mark_of(&line.round.questions)) {
        return Err(PortalError::Conflict);
    }
    check_subgroup(tx, &line, &save.content).await?;
    check_answers(&line, &save.content)?;
    recommending::check(tx, line.body.id, &save.content).await?;
    let paper = papers::NewPaper {
        id,
        organisation: permit.action().organisation,
        round: line.round.id,
        content: &save.content,
        replaces: None,
        by: person.person,
        at: permit.at(),
    };
    organisations::lock(tx, paper.organisation).await?;
    if let Some(twin) = papers::same(tx, &paper, ctx.now - DOUBLE_CLICK).await? {
        return Ok(Saved { id: twin, version: 1, saved_at: ctx.now });
    }
    papers::insert(tx, &paper).await?;
    members::note_act(tx, paper.organisation, person.person, ctx.now).await?;
    Ok(Saved { id, version: 1, saved_at: ctx.now })
}

/// There are no answers to what was not asked.
fn check_answers(line: &RoundLine, content: &PaperContent) -> PortalResult<()> {
    let mut fields = PaperForm::ANSWERS.into_iter().zip(&content.answers).skip(line.round.questions.len());
    match fields.find(|(_, answer)| !answer.trim().is_empty()) {
        Some((field, _)) => Err(PortalError::Invalid(vec![FieldError { field, fault: Fault::NotAChoice }])),
        None => Ok(()),
    }
}

/// The subgroup must be one of the body's.
async fn check_subgroup(tx: &mut Tx, line: &RoundLine, content: &PaperContent) -> PortalResult<()> {
    let not_a_choice = || PortalError::Invalid(vec![FieldError { field: PaperForm::SUBGROUP, fault: Fault::NotAChoice }]);
    // A round may be addressed to one subgroup alone.
    if line.round.subgroup.is_some() && content.subgroup != line.round.subgroup {
        return Err(not_a_choice());
    }
    let Some(id) = content.subgroup else { return Ok(()) };
    match subgroups::by_id(tx, id).await? {
        Some(subgroup) if subgroup.body == line.body.id => Ok(()),
        _ => Err(not_a_choice()),
    }
}
