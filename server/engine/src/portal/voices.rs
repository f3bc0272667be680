//! Joining, supporting and opposing the proposals of others.

use super::comments::About;
use super::grants::add_own_grants;
use super::said;
use super::{ServerPortal, actor_now, in_tx, person_of};
use crate::store::{Tx, audit, comments, id_list, mails, members, organisations, people, rounds, voices};
use model::domain::audit::AuditAct;
use model::domain::comment::{Comment, Operation};
use model::domain::ids::{CommentId, OrganisationId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Locale;
use model::domain::voice::{Heard, OwnVoice, Voice};
use model::error::{PortalError, PortalResult};
use model::i18n::t::voices as t;
use model::policy::{self, SayVoice};
use model::portal::{CommentLine, Ctx};
use model::routes;
use std::collections::HashMap;

/// What stands around a proposal.
#[derive(Default)]
pub(super) struct Around {
    pub heard: Vec<Heard>,
    pub excludes: Vec<CommentLine>,
    pub own: Vec<OwnVoice>,
}

/// Whether others can say something to it.
const fn is_heard(comment: &Comment) -> bool {
    matches!(comment.state, ItemState::Accepted) && !matches!(comment.content.operation, Operation::CommentOnly)
}

/// What is said to a comment, what it excludes, and what the reader may say to it; nothing while it is no public proposal.
pub(super) async fn around(tx: &mut Tx, ctx: &Ctx, comment: &Comment, about: &About) -> PortalResult<Around> {
    if !is_heard(comment) {
        return Ok(Around::default());
    }
    let excludes = said::excluded(tx, &about.provision, comment.id).await?;
    let heard = voices::of_comment(tx, comment.id).await?;
    let mut lines = [about.line.clone()];
    add_own_grants(tx, ctx, &mut lines).await?;
    let [line] = lines;
    let may = |organisation| {
        let say = SayVoice { organisation, author: comment.organisation, window: line.round.window.clone() };
        policy::check(&ctx.actor, &say, ctx.now)
    };
    let speakers: Vec<_> = ctx.actor.writing_for().into_iter().filter(|(organisation, _)| *organisation != comment.organisation).collect();
    let said = if speakers.is_empty() {
        HashMap::new()
    } else {
        voices::of_organisations(tx, comment.id, &id_list(speakers.iter().map(|(id, _)| *id))).await?
    };
    let own = |(organisation, name)| OwnVoice { organisation, name, voice: said.get(&organisation).copied(), may: may(organisation) };
    Ok(Around { heard, excludes, own: speakers.into_iter().map(own).collect() })
}

impl ServerPortal {
    pub(super) async fn speak(
        &self,
        ctx: &Ctx,
        id: CommentId,
        version: i64,
        organisation: OrganisationId,
        voice: Option<Voice>,
    ) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            // A merger comes before or after.
            organisations::lock(tx, organisation).await?;
            let actor = actor_now(tx, &ctx).await?;
            let comment = comments::by_id(tx, id).await?.filter(is_heard).ok_or(PortalError::NotFound)?;
            let line = rounds::for_organisation(tx, comment.round, organisation).await?.ok_or(PortalError::NotFound)?;
            let say = SayVoice { organisation, author: comment.organisation, window: line.round.window };
            let permit = policy::permit(&actor, say, ctx.now)?;
            let by = person_of(&actor)?;
            // It is said to the words that were read: whoever changes them comes before or after.
            comments::hold(tx, id, version).await?;
            let (act, new) = match voice {
                Some(voice) => (AuditAct::VoiceSaid, voices::say(tx, id, organisation, voice, (by, permit.at())).await?),
                None => (AuditAct::VoiceTakenBack, voices::take_back(tx, id, organisation).await?),
            };
            if new {
                members::note_act(tx, organisation, by, ctx.now).await?;
                let detail = serde_json::json!({ "outcome": voice, "by": organisation });
                audit::insert(tx, &this.event(&ctx, act, ItemKind::Comment.code(), id, detail)).await?;
            }
            Ok(())
        })
        .await
    }

    /// Ends what was said to a comment whose words are others now, or that was withdrawn, and tells those who said it.
    pub(super) async fn end_voices(&self, tx: &mut Tx, ctx: &Ctx, comment: &Comment, about: &About) -> PortalResult<()> {
        let speakers = voices::end(tx, comment.id).await?;
        if speakers.is_empty() {
            return Ok(());
        }
        let author = organisations::ref_by_id(tx, comment.organisation).await?.map(|author| author.name).unwrap_or_default();
        for (_, people) in people::of_organisations(tx, speakers).await? {
            for person in people {
                let l = Locale::from_code(&person.locale).unwrap_or_default();
                let place = about.place(l);
                let paragraphs = [
                    t::mail_voice_ended(l, author.as_str(), place.as_str()),
                    t::mail_voice_ended_why(l).to_owned(),
                    t::mail_voice_ended_link(l, self.link(&routes::provision(l, about.provision.id))),
                ];
                mails::insert(tx, &self.letter(ctx.now, l, &person.email, t::mail_voice_ended_subject(l, place), &paragraphs)).await?;
            }
        }
        Ok(())
    }
}
