//! Comments: saved, then sent.

use super::papers::round_to_begin_in;
use super::proofs::receipt_page;
use super::sealing::Refused;
use super::submission::{Attempt, DOUBLE_CLICK, Record, canonical};
use super::{ServerPortal, actor_now, in_tx, person_of, require_visible, writing_for};
use crate::store::{Tx, accreditations, comments, decisions, drafts, late, members, organisations, receipts, rounds, subgroups};
use async_trait::async_trait;
use model::domain::comment::CommentContent;
use model::domain::ids::{CommentId, OrganisationId, ProvisionId, RoundId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::person::Actor;
use model::domain::time::Instant;
use model::domain::window::judged_at;
use model::domain::words;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::CommentForm;
use model::policy::{self, Denied, ItemFacts, SendComment, WriteInput};
use model::portal::{CommentPage, Comments, Ctx, ReceiptPage, SaveComment, Saved, Sent, Submitted};
use model::routes;
use serde::Serialize;

/// The canonical content of a comment: the order of the fields is part of the format.
#[derive(Serialize)]
struct CommentRecord<'a> {
    format: &'static str,
    comment: CommentId,
    round: RoundId,
    organisation: OrganisationId,
    provision: ProvisionId,
    citation: &'a str,
    #[serde(flatten)]
    content: &'a CommentContent,
}

/// A comment's page, and whether the reader sees it by office.
pub(super) struct Seen {
    pub page: CommentPage,
    pub in_office: bool,
}

#[async_trait]
impl Comments for ServerPortal {
    async fn comment(&self, ctx: &Ctx, id: CommentId) -> PortalResult<CommentPage> {
        let mut tx = self.db.read().await?;
        Ok(comment_page(&mut tx, ctx, id).await?.page)
    }

    async fn send_comment(&self, ctx: &Ctx, save: SaveComment) -> PortalResult<Sent> {
        let new_id = CommentId(self.ids.uuid(ctx.now));
        let saved = in_tx!(self.db, [ctx, save], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            match save.id {
                None => begin(tx, &ctx, &actor, new_id, &save).await,
                Some(id) => overwrite(tx, &ctx, &actor, id, &save).await,
            }
        })
        .await?;
        let mut outcome = self.send_once(ctx, saved).await;
        if matches!(outcome, Err(PortalError::Conflict)) {
            // Another request came in between, most likely the same click: decided again once, on what is there now.
            outcome = self.send_once(ctx, saved).await;
        }
        let outcome = outcome.and_then(|attempt| match attempt {
            Attempt::Taken(submitted) => Ok(submitted),
            Attempt::Refused(denied) => Err(denied.into()),
        });
        Ok(Sent { comment: saved.id, outcome })
    }

    async fn comment_receipt(&self, ctx: &Ctx, id: CommentId) -> PortalResult<ReceiptPage> {
        let mut tx = self.db.read().await?;
        let Seen { page, in_office } = comment_page(&mut tx, ctx, id).await?;
        if !(page.own || in_office) {
            return Err(PortalError::NotFound);
        }
        let receipt = receipts::latest_of_item(&mut tx, id.item()).await?.ok_or(PortalError::NotFound)?;
        receipt_page(&mut tx, receipt, page.provision.citation, page.comment.state, page.organisation, page.line).await
    }
}

impl ServerPortal {
    async fn send_once(&self, ctx: &Ctx, saved: Saved<CommentId>) -> PortalResult<Attempt> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| { this.send_in(tx, &ctx, saved.id, saved.version).await }).await
    }

    async fn send_in(&self, tx: &mut Tx, ctx: &Ctx, id: CommentId, version: i64) -> PortalResult<Attempt> {
        let actor = actor_now(tx, ctx).await?;
        let comment = comments::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        if !comment.state.is_editable() {
            // The same click again: the same receipt.
            let receipt = receipts::latest_of_item(tx, id.item()).await?.ok_or(Denied::NotEditable)?;
            Self::note_form(tx, ctx, routes::comment_receipt(ctx.locale, id)).await?;
            return Ok(Attempt::Taken(Submitted { receipt: receipt.id }));
        }
        let line = rounds::for_organisation(tx, comment.round, comment.organisation).await?.ok_or(PortalError::NotFound)?;
        let provision = drafts::provision(tx, comment.provision).await?.ok_or(PortalError::NotFound)?;
        let draft = drafts::by_id(tx, provision.draft_version).await?.ok_or(PortalError::NotFound)?;
        let subgroup = subgroups::by_id(tx, draft.subgroup).await?;
        let send = SendComment { comment: id, organisation: comment.organisation, state: comment.state, window: line.round.window.clone() };
        let at = judged_at(ctx.now, comment.updated_at);
        let kept = CommentRecord {
            format: "openfloor-comment-1",
            comment: id,
            round: comment.round,
            organisation: comment.organisation,
            provision: comment.provision,
            citation: &provision.citation,
            content: &comment.content,
        };
        let content = canonical(id.item(), &kept)?;
        let permit = match policy::permit(&actor, send, at) {
            Ok(permit) => permit,
            // Words that are not the stored ones any more are not what would be kept sealed.
            Err(Denied::Closed { .. }) if comment.version != version => return Err(PortalError::Conflict),
            Err(denied) => {
                let length = |text: &str| words::count(text, comment.content.language);
                let refused = Refused {
                    kind: ItemKind::Comment,
                    item: id.item(),
                    version,
                    organisation: comment.organisation,
                    line: &line,
                    subgroup: Some(draft.subgroup),
                    at,
                    whole: comment.content.proposed_text_fault().is_none(),
                    words: length(&comment.content.proposed_text) + length(&comment.content.reason),
                    content,
                };
                return self.refuse(tx, ctx, &actor, denied, refused).await;
            }
        };
        if comment.version != version {
            return Err(PortalError::Conflict);
        }
        let wrong = |fault| PortalError::Invalid(vec![FieldError { field: CommentForm::PROPOSED_TEXT, fault }]);
        let submission = comment.send(permit).map_err(wrong)?;
        comments::set_submitted(tx, &submission).await?;
        super::anchors::follow(tx, id, &draft).await?;
        Self::note_form(tx, ctx, routes::comment_receipt(ctx.locale, id)).await?;
        let by = actor.signed_in().ok_or(Denied::NotSignedIn)?;
        let record = Record {
            kind: ItemKind::Comment,
            item: id.item(),
            version,
            organisation: comment.organisation,
            line: &line,
            subgroup: subgroup.as_ref(),
            judged_by: submission.judged_by(),
            at: submission.at(),
            content,
        };
        let receipt = self.put_on_record(tx, ctx, by, &record).await?;
        let path = routes::comment_receipt(by.mail_language, id);
        self.give_receipt(tx, by, &receipt, &provision.citation, &line.round.time_zone, &path).await?;
        Ok(Attempt::Taken(Submitted { receipt: receipt.id }))
    }
}

/// A comment's page for whoever may see it.
pub(super) async fn comment_page(tx: &mut Tx, ctx: &Ctx, id: CommentId) -> PortalResult<Seen> {
    let mut comment = comments::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let line = rounds::for_organisation(tx, comment.round, comment.organisation).await?.ok_or(PortalError::NotFound)?;
    let provision = drafts::provision(tx, comment.provision).await?.ok_or(PortalError::NotFound)?;
    let draft = drafts::by_id(tx, provision.draft_version).await?.ok_or(PortalError::NotFound)?;
    let facts = ItemFacts {
        state: comment.state,
        organisation: comment.organisation,
        body: draft.body,
        subgroup: Some(draft.subgroup),
        for_the_chair: false,
    };
    require_visible(ctx, facts)?;
    let own = ctx.actor.is_member(comment.organisation);
    let in_office = policy::visible(&ctx.actor, ctx.now).oversees(facts);
    if !own && comment.state.is_editable() {
        // Returned, and perhaps being revised: those in office read what was sent.
        let receipt = receipts::latest_of_item(tx, id.item()).await?.ok_or(PortalError::NotFound)?;
        comment.content = serde_json::from_str(&receipt.content).map_err(|error| crate::portal::incident(&error))?;
    }
    let (organisation, late) = comments::source(tx, id).await?.ok_or(PortalError::NotFound)?;
    let decisions = if own || in_office { decisions::of_item(tx, id.item()).await? } else { Vec::new() };
    let editable = policy::check(&ctx.actor, &WriteInput { organisation: comment.organisation, state: comment.state }, ctx.now).is_ok();
    let phase = line.round.window.phase(comment.organisation, Some(id.item()), ctx.now);
    let refusals = if own { late::of_item(tx, id.item()).await? } else { Vec::new() };
    let standing = accreditations::standing(tx, line.body.id, line.session.id, comment.organisation).await?;
    let page = CommentPage { comment, organisation, provision, draft, line, standing, decisions, refusals, late, own, editable, phase };
    Ok(Seen { page, in_office })
}

async fn begin(tx: &mut Tx, ctx: &Ctx, actor: &Actor, id: CommentId, save: &SaveComment) -> PortalResult<Saved<CommentId>> {
    check_round(tx, save, ctx.now).await?;
    let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
    let organisation = writing_for(actor, save.organisation)?;
    let permit = policy::permit(actor, WriteInput { organisation, state: ItemState::Draft }, ctx.now)?;
    let comment = comments::NewComment {
        id,
        organisation: permit.action().organisation,
        round: save.round,
        provision: save.provision,
        content: &save.content,
        by: person.person,
        at: permit.at(),
    };
    organisations::lock(tx, comment.organisation).await?;
    if let Some(twin) = comments::same(tx, &comment, ctx.now - DOUBLE_CLICK).await? {
        let stored = comments::by_id(tx, twin).await?.ok_or(PortalError::NotFound)?;
        return Ok(Saved { id: twin, version: stored.version, saved_at: stored.updated_at });
    }
    comments::insert(tx, &comment).await?;
    members::note_act(tx, comment.organisation, person.person, ctx.now).await?;
    Ok(Saved { id, version: 1, saved_at: ctx.now })
}

async fn overwrite(tx: &mut Tx, ctx: &Ctx, actor: &Actor, id: CommentId, save: &SaveComment) -> PortalResult<Saved<CommentId>> {
    let comment = comments::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    person_of(actor)?;
    if !actor.is_member(comment.organisation) || comment.provision != save.provision {
        return Err(PortalError::NotFound);
    }
    if comment.content == save.content {
        return Ok(Saved { id, version: comment.version, saved_at: comment.updated_at });
    }
    policy::check(actor, &WriteInput { organisation: comment.organisation, state: comment.state }, ctx.now)?;
    comments::save(tx, id, save.version, &save.content, ctx.now).await?;
    Ok(Saved { id, version: save.version + 1, saved_at: ctx.now })
}

/// The round must call for comments on the version the provision belongs to.
async fn check_round(tx: &mut Tx, save: &SaveComment, now: Instant) -> PortalResult<()> {
    let provision = drafts::provision(tx, save.provision).await?.ok_or(PortalError::NotFound)?;
    let line = round_to_begin_in(tx, save.round, now).await?;
    if line.round.draft_version == Some(provision.draft_version) { Ok(()) } else { Err(PortalError::NotFound) }
}
