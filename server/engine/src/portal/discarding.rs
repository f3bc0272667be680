//! Drafts that are thrown away before they were submitted.

use super::mailing::title_in;
use super::papers::own_paper;
use super::{ServerPortal, actor_now, in_tx, person_of};
use crate::store::{Tx, audit, late, mails, members, papers, people};
use model::domain::audit::AuditAct;
use model::domain::ids::{PaperId, RoundId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::paper::Paper;
use model::domain::person::Actor;
use model::error::{PortalError, PortalResult};
use model::i18n::t::succession as t;
use model::policy::{self, Denied, DiscardDraft};
use model::portal::Ctx;

impl ServerPortal {
    pub(super) async fn discard(&self, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<RoundId> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let paper = own_paper(tx, &actor, id).await?;
            // Of a late attempt that is being sealed: either it is found here, or it finds no paper. So it is of an invitation.
            papers::hold(tx, id, paper.version).await?;
            let on_record = !late::of_item(tx, id.item()).await?.is_empty();
            let discard = DiscardDraft { paper: id, organisation: paper.organisation, state: paper.state, on_record };
            let permit = policy::permit(&actor, discard, ctx.now)?;
            if paper.version != version {
                return Err(PortalError::Conflict);
            }
            this.end_invitations(tx, &ctx, &paper).await?;
            papers::discard(tx, &paper.discard(permit)).await?;
            members::note_act(tx, paper.organisation, person_of(&actor)?, ctx.now).await?;
            let detail = serde_json::json!({ "round": paper.round, "version": version });
            audit::insert(tx, &this.event(&ctx, AuditAct::DraftDeleted, ItemKind::Paper.code(), id, detail)).await?;
            this.tell_of_discarding(tx, &ctx, &actor, &paper).await?;
            Ok(paper.round)
        })
        .await
    }

    /// Writes to the other members of the organisation: nobody of them finds it gone without knowing why.
    async fn tell_of_discarding(&self, tx: &mut Tx, ctx: &Ctx, actor: &Actor, paper: &Paper) -> PortalResult<()> {
        let by = actor.signed_in().ok_or(Denied::NotSignedIn)?;
        for person in people::of_organisation(tx, paper.organisation).await?.into_iter().filter(|person| person.id != by.person) {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let title = title_in(l, &paper.content.title);
            let paragraphs = [t::mail_draft_deleted(l, by.full_name.as_str(), title), t::mail_draft_deleted_never(l).to_owned()];
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, t::mail_draft_deleted_subject(l, title), &paragraphs)).await?;
        }
        Ok(())
    }
}
