//! Writing the chair's summary: sentences come, change, move and go; parts are handed in; remarks are made and settled.

use super::sentences::Frame;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::sentences::{self, Stored};
use crate::store::{Tx, audit, id_list, summary_parts};
use model::domain::audit::AuditAct;
use model::domain::ids::{ItemId, RemarkId, SentenceId, SessionId};
use model::domain::item::ItemKind;
use model::domain::summary::{MOST_SENTENCES, MOST_SOURCES, Part, Source};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::SentenceForm;
use model::policy::HandInPart;
use model::portal::{Ctx, NewSentence, SentenceChange};
use std::collections::HashSet;

/// The request with the actor as they are inside this transaction.
async fn ctx_now(tx: &mut Tx, ctx: &Ctx) -> PortalResult<Ctx> {
    Ok(Ctx { actor: actor_now(tx, ctx).await?, ..ctx.clone() })
}

pub(super) async fn add(portal: &ServerPortal, ctx: &Ctx, session: SessionId, part: Part, new: NewSentence) -> PortalResult<SentenceId> {
    let (this, id) = (portal.clone(), SentenceId(portal.ids.uuid(ctx.now)));
    in_tx!(portal.db, [this, ctx, new], |tx| {
        let ctx = ctx_now(tx, &ctx).await?;
        let frame = Frame::of(tx, &ctx, session).await?;
        frame.require(part)?;
        let handed_in = summary_parts::hold(tx, session, part).await?.is_some();
        permitted(&ctx.actor, frame.write(part, handed_in, new.words.own), ctx.now)?;
        let cited = cited(tx, session, &new).await?;
        let (count, last) = sentences::last_place(tx, session, part).await?;
        if usize::try_from(count).is_ok_and(|count| count >= MOST_SENTENCES) {
            return Err(invalid(SentenceForm::TEXT, Fault::TooMany { max: MOST_SENTENCES }));
        }
        sentences::insert(tx, id, (session, part, last + 1), &new.words, &cited, (person_of(&ctx.actor)?, ctx.now)).await?;
        note(&this, tx, &ctx, AuditAct::SentenceWritten, id).await?;
        Ok(id)
    })
    .await
}

pub(super) async fn change(portal: &ServerPortal, ctx: &Ctx, id: SentenceId, version: i64, change: SentenceChange) -> PortalResult<()> {
    let this = portal.clone();
    in_tx!(portal.db, [this, ctx, change], |tx| {
        let ctx = ctx_now(tx, &ctx).await?;
        let found = sentences::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        let frame = Frame::of(tx, &ctx, found.session).await?;
        let handed_in = summary_parts::hold(tx, found.session, found.part).await?.is_some();
        // As it is now that the part is held.
        let stored = sentences::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        let becomes_own = matches!(&change, SentenceChange::Save(new) if new.words.own);
        permitted(&ctx.actor, frame.write(stored.part, handed_in, stored.words.own || becomes_own), ctx.now)?;
        if stored.version != version {
            return Err(PortalError::Conflict);
        }
        let by = (person_of(&ctx.actor)?, ctx.now);
        let act = match change {
            SentenceChange::Save(new) => {
                let cited = cited(tx, stored.session, &new).await?;
                sentences::save(tx, id, version, &new.words, &cited, by).await?;
                AuditAct::SentenceWritten
            }
            SentenceChange::Up | SentenceChange::Down => {
                swap(tx, &stored, change == SentenceChange::Up).await?;
                AuditAct::SentenceMoved
            }
            SentenceChange::End => {
                sentences::end(tx, id, version, ctx.now).await?;
                AuditAct::SentenceEnded
            }
            SentenceChange::Restore => {
                let (_, last) = sentences::last_place(tx, stored.session, stored.part).await?;
                sentences::restore(tx, id, version, last + 1).await?;
                AuditAct::SentenceRestored
            }
        };
        note(&this, tx, &ctx, act, id).await
    })
    .await
}

pub(super) async fn hand_in(portal: &ServerPortal, ctx: &Ctx, session: SessionId, part: Part, back: bool) -> PortalResult<()> {
    let this = portal.clone();
    in_tx!(portal.db, [this, ctx], |tx| {
        let ctx = ctx_now(tx, &ctx).await?;
        let frame = Frame::of(tx, &ctx, session).await?;
        frame.require(part)?;
        let subgroup = part.moderated().ok_or(PortalError::NotFound)?;
        permitted(&ctx.actor, HandInPart { body: frame.body.id, subgroup, back }, ctx.now)?;
        summary_parts::hold(tx, session, part).await?;
        let act = if back {
            summary_parts::give_back(tx, session, part).await?;
            AuditAct::PartGivenBack
        } else {
            summary_parts::hand_in(tx, session, part, (person_of(&ctx.actor)?, ctx.now)).await?;
            AuditAct::PartHandedIn
        };
        let event = this.event(&ctx, act, "subgroup", subgroup, serde_json::json!({}));
        Ok(audit::insert(tx, &event).await?)
    })
    .await
}

pub(super) async fn remark(portal: &ServerPortal, ctx: &Ctx, id: SentenceId, text: String) -> PortalResult<()> {
    let remark = RemarkId(portal.ids.uuid(ctx.now));
    in_tx!(portal.db, [ctx, text], |tx| {
        let ctx = ctx_now(tx, &ctx).await?;
        let stored = sentences::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        Frame::of(tx, &ctx, stored.session).await?;
        Ok(summary_parts::remark(tx, remark, id, &text, (person_of(&ctx.actor)?, ctx.now)).await?)
    })
    .await
}

/// Whoever reads the summary while it is written settles what is remarked in it.
pub(super) async fn settle(portal: &ServerPortal, ctx: &Ctx, id: SentenceId, remark: RemarkId) -> PortalResult<()> {
    in_tx!(portal.db, [ctx], |tx| {
        let ctx = ctx_now(tx, &ctx).await?;
        let stored = sentences::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        Frame::of(tx, &ctx, stored.session).await?;
        Ok(summary_parts::settle(tx, remark, id, (person_of(&ctx.actor)?, ctx.now)).await?)
    })
    .await
}

/// Changes the place with the sentence before it, or behind it; at the end of the part nothing happens.
async fn swap(tx: &mut Tx, stored: &Stored, up: bool) -> PortalResult<()> {
    let all = sentences::of_part(tx, stored.session, stored.part).await?;
    let at = all.iter().position(|one| one.id == stored.id).ok_or(PortalError::Conflict)?;
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(other) = other.and_then(|other| all.get(other)) else { return Ok(()) };
    sentences::place(tx, stored.id, other.position).await?;
    Ok(sentences::place(tx, other.id, stored.position).await?)
}

/// What is cited by number and by tick, each once: published inputs of the session, and nothing else.
async fn cited(tx: &mut Tx, session: SessionId, new: &NewSentence) -> PortalResult<Vec<Source>> {
    let wrong = |fault| invalid(SentenceForm::SOURCES, fault);
    let numbers = serde_json::Value::from(new.receipts.clone()).to_string();
    let numbered = sentences::numbered(tx, session, &numbers).await?;
    let mut all = Vec::new();
    for number in &new.receipts {
        all.push(*numbered.get(number).ok_or_else(|| wrong(Fault::UnknownReceipt))?);
    }
    for kind in ItemKind::ALL {
        let ticked: Vec<ItemId> = new.cited.iter().filter(|(of, _)| of == kind).map(|(_, item)| *item).collect();
        let public: HashSet<_> = sentences::public(tx, session, *kind, &id_list(ticked.iter().copied())).await?.into_iter().collect();
        for item in ticked {
            if !public.contains(&item) {
                return Err(wrong(Fault::NotAChoice));
            }
            all.push(Source { kind: *kind, item });
        }
    }
    let mut seen = HashSet::new();
    all.retain(|source| seen.insert(source.item));
    if all.len() > MOST_SOURCES { Err(wrong(Fault::TooMany { max: MOST_SOURCES })) } else { Ok(all) }
}

fn invalid(field: &'static str, fault: Fault) -> PortalError {
    PortalError::Invalid(vec![FieldError { field, fault }])
}

async fn note(portal: &ServerPortal, tx: &mut Tx, ctx: &Ctx, act: AuditAct, id: SentenceId) -> PortalResult<()> {
    let event = portal.event(ctx, act, "sentence", id, serde_json::json!({}));
    Ok(audit::insert(tx, &event).await?)
}
