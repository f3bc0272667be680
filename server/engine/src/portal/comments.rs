//! Comments: saved, then sent. What happens to them afterwards is `changing`'s.

use super::anchors::{follow, follow_anew};
use super::papers::{Sight, round_to_begin_in};
use super::proofs::receipt_page;
use super::sealing::Refused;
use super::submission::{Attempt, DOUBLE_CLICK, Record, canonical};
use super::voices::{self, Around};
use super::{ServerPortal, actor_now, in_tx, person_of, redacting, require_visible, writing_for};
use crate::store::{
    StoreResult, Tx, accreditations, comments, decisions, drafts, late, members, organisations, receipts, rounds, subgroups,
};
use async_trait::async_trait;
use model::domain::comment::{Comment, CommentContent, CommentSubmission};
use model::domain::draft::{DraftVersion, Provision};
use model::domain::ids::{CommentId, OrganisationId, ProvisionId, RoundId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Locale;
use model::domain::person::Actor;
use model::domain::time::Instant;
use model::domain::voice::Voice;
use model::domain::window::judged_at;
use model::domain::words;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::CommentForm;
use model::i18n::t::mails as t;
use model::i18n::t::organisations::list_separator;
use model::labels;
use model::policy::{self, ChangeComment, Denied, ItemFacts, SendComment, WithdrawComment, WriteInput};
use model::portal::{CommentPage, Comments, Ctx, ReceiptPage, RoundLine, SaveComment, Saved, Sent, Submitted};
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
        if let Some(changed) = self.change_comment(ctx, &save).await? {
            return Ok(changed);
        }
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

    async fn say_voice(
        &self,
        ctx: &Ctx,
        id: CommentId,
        version: i64,
        organisation: OrganisationId,
        voice: Option<Voice>,
    ) -> PortalResult<()> {
        self.speak(ctx, id, version, organisation, voice).await
    }

    async fn withdraw_comment(&self, ctx: &Ctx, id: CommentId, version: i64) -> PortalResult<()> {
        self.take_back(ctx, id, version).await
    }

    async fn comment_receipt(&self, ctx: &Ctx, id: CommentId) -> PortalResult<ReceiptPage> {
        let mut tx = self.db.read().await?;
        let Seen { page, in_office } = comment_page(&mut tx, ctx, id).await?;
        if !(page.own || in_office) {
            return Err(PortalError::NotFound);
        }
        let receipt = receipts::latest_of_item(&mut tx, id.item()).await?.ok_or(PortalError::NotFound)?;
        receipt_page(
            &mut tx,
            receipt,
            labels::on_provision(ctx.locale, &page.provision.citation),
            page.comment.state,
            page.organisation,
            page.line,
        )
        .await
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
        // The receipt of what was taken back is no answer to an old form of it: the law refuses that.
        if !comment.state.is_editable() && comment.state != ItemState::Withdrawn {
            // The same click again: the same receipt.
            let receipt = receipts::latest_of_item(tx, id.item()).await?.ok_or(Denied::NotEditable)?;
            Self::note_form(tx, ctx, routes::comment_receipt(ctx.locale, id)).await?;
            return Ok(Attempt::Taken(Submitted { receipt: receipt.id }));
        }
        let about = About::of(tx, &comment).await?;
        let (line, draft) = (&about.line, &about.draft);
        let send = SendComment { comment: id, organisation: comment.organisation, state: comment.state, window: line.round.window.clone() };
        let at = judged_at(ctx.now, comment.updated_at);
        let content = about.canonical(&comment, &comment.content)?;
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
                    line,
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
        follow_sent(tx, comment.state, id, draft, &comment.content).await?;
        Ok(Attempt::Taken(self.receipted(tx, ctx, &actor, &about, &comment, &submission, content).await?))
    }

    /// Puts what was sent on the record, and gives the receipt.
    #[expect(clippy::too_many_arguments, reason = "who sent what about what")]
    pub(super) async fn receipted(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        actor: &Actor,
        about: &About,
        comment: &Comment,
        submission: &CommentSubmission,
        content: String,
    ) -> PortalResult<Submitted> {
        let id = comment.id;
        Self::note_form(tx, ctx, routes::comment_receipt(ctx.locale, id)).await?;
        let by = actor.signed_in().ok_or(Denied::NotSignedIn)?;
        let subgroup = subgroups::by_id(tx, about.draft.subgroup).await?;
        let record = Record {
            kind: ItemKind::Comment,
            item: id.item(),
            version: submission.from_version(),
            organisation: comment.organisation,
            line: &about.line,
            subgroup: subgroup.as_ref(),
            judged_by: submission.judged_by(),
            at: submission.at(),
            content,
        };
        let receipt = self.put_on_record(tx, ctx, by, &record).await?;
        let path = routes::comment_receipt(by.mail_language, id);
        let title = t::mail_comment_title(by.mail_language, about.provision.citation.as_str());
        self.give_receipt(tx, by, &receipt, &title, &about.line.round.time_zone, &path).await?;
        Ok(Submitted { receipt: receipt.id })
    }
}

/// What a comment is about, and by which round.
pub(super) struct About {
    /// With the grants of its organisation.
    pub line: RoundLine,
    pub provision: Provision,
    pub draft: DraftVersion,
}

impl About {
    pub async fn of(tx: &mut Tx, comment: &Comment) -> PortalResult<Self> {
        let line = rounds::for_organisation(tx, comment.round, comment.organisation).await?.ok_or(PortalError::NotFound)?;
        let provision = drafts::provision(tx, comment.provision).await?.ok_or(PortalError::NotFound)?;
        let draft = drafts::by_id(tx, provision.draft_version).await?.ok_or(PortalError::NotFound)?;
        Ok(Self { line, provision, draft })
    }

    /// Where it was made, for a letter: *paragraph 4 (b), Draft text on …, Zero draft*.
    pub fn place(&self, l: Locale) -> String {
        let names =
            [labels::on_provision(l, &self.provision.citation), self.draft.title.get(l).to_owned(), self.draft.label.get(l).to_owned()];
        names.join(list_separator(l))
    }

    /// The exact bytes of `content` as words of the comment.
    pub fn canonical(&self, comment: &Comment, content: &CommentContent) -> StoreResult<String> {
        let kept = CommentRecord {
            format: "openfloor-comment-2",
            comment: comment.id,
            round: comment.round,
            organisation: comment.organisation,
            provision: comment.provision,
            citation: &self.provision.citation,
            content,
        };
        canonical(comment.id.item(), &kept)
    }
}

/// Lets a comment that stood so, and is sent with these words now, follow its text through later versions. Its receipt comes afterwards.
pub(super) async fn follow_sent(
    tx: &mut Tx,
    state: ItemState,
    id: CommentId,
    draft: &DraftVersion,
    content: &CommentContent,
) -> PortalResult<()> {
    match state {
        // It was sent before, perhaps on other words.
        ItemState::Returned => {
            let other = sent_words(tx, id).await?.quote != content.quote;
            follow_anew(tx, id, draft, other).await
        }
        _ => follow(tx, id, draft).await,
    }
}

/// The words of a comment as they were sent last.
pub(super) async fn sent_words(tx: &mut Tx, id: CommentId) -> PortalResult<CommentContent> {
    let receipt = receipts::latest_of_item(tx, id.item()).await?.ok_or(PortalError::NotFound)?;
    serde_json::from_str(&receipt.content).map_err(|error| crate::portal::incident(&error))
}

/// A comment's page for whoever may see it.
pub(super) async fn comment_page(tx: &mut Tx, ctx: &Ctx, id: CommentId) -> PortalResult<Seen> {
    comment_page_by(tx, ctx, id, Sight::Own).await
}

/// The same by a right of its own.
pub(super) async fn comment_page_by(tx: &mut Tx, ctx: &Ctx, id: CommentId, by: Sight) -> PortalResult<Seen> {
    let mut comment = comments::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let about = About::of(tx, &comment).await?;
    let (line, draft) = (&about.line, &about.draft);
    let facts = ItemFacts {
        state: comment.state,
        organisation: comment.organisation,
        body: draft.body,
        subgroup: Some(draft.subgroup),
        for_the_chair: false,
    };
    if by == Sight::Own {
        require_visible(ctx, facts)?;
    }
    let own = ctx.actor.is_member(comment.organisation);
    let sight = policy::visible(&ctx.actor, ctx.now);
    let oversees = sight.oversees(facts);
    let in_office = by == Sight::Appeal || oversees;
    if !own && comment.state.is_editable() {
        // Returned, and perhaps being revised: those in office read what was sent.
        comment.content = sent_words(tx, id).await?;
    }
    let redacted = std::mem::take(&mut comment.redacted);
    let reads = by == Sight::Appeal || sight.reads_redacted(facts, &[]);
    if reads {
        comment.redacted = redacted.clone();
    } else {
        redacted.hide_in_comment(&mut comment.content);
    }
    let (organisation, late) = comments::source(tx, id).await?.ok_or(PortalError::NotFound)?;
    // Who answers an appeal reads the input, not what else was done with it.
    let decisions = if own || oversees { decisions::of_item(tx, id.item(), !own).await? } else { Vec::new() };
    let redactions = redacting::of_item(tx, id.item(), &redacted, &decisions, reads).await?;
    let editable = policy::check(&ctx.actor, &WriteInput { organisation: comment.organisation, state: comment.state }, ctx.now).is_ok();
    let phase = line.round.window.phase(comment.organisation, Some(id.item()), ctx.now);
    let (organisation_id, state, window) = (comment.organisation, comment.state, || line.round.window.clone());
    let change = ChangeComment { comment: id, organisation: organisation_id, state, window: window() };
    let change = policy::check(&ctx.actor, &change, ctx.now);
    let withdraw = WithdrawComment { comment: id, organisation: organisation_id, state, window: window() };
    let withdraw = policy::check(&ctx.actor, &withdraw, ctx.now);
    let refusals = if own { late::of_item(tx, id.item()).await? } else { Vec::new() };
    let standing = accreditations::standing(tx, line.body.id, line.session.id, comment.organisation).await?;
    let Around { heard, excludes, own: own_voices } = voices::around(tx, ctx, &comment, &about).await?;
    let About { line, provision, draft } = about;
    let page = CommentPage {
        comment,
        organisation,
        provision,
        draft,
        line,
        standing,
        decisions,
        redactions,
        refusals,
        late,
        own,
        editable,
        heard,
        excludes,
        own_voices,
        change,
        withdraw,
        phase,
    };
    Ok(Seen { page, in_office })
}

async fn begin(tx: &mut Tx, ctx: &Ctx, actor: &Actor, id: CommentId, save: &SaveComment) -> PortalResult<Saved<CommentId>> {
    let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
    let content = checked(tx, save, Some(ctx.now)).await?;
    let organisation = writing_for(actor, save.organisation)?;
    let permit = policy::permit(actor, WriteInput { organisation, state: ItemState::Draft }, ctx.now)?;
    let comment = comments::NewComment {
        id,
        organisation: permit.action().organisation,
        round: save.round,
        provision: save.provision,
        content: &content,
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
    let content = checked(tx, save, None).await?;
    if comment.content == content {
        return Ok(Saved { id, version: comment.version, saved_at: comment.updated_at });
    }
    policy::check(actor, &WriteInput { organisation: comment.organisation, state: comment.state }, ctx.now)?;
    comments::save(tx, id, save.version, &content, ctx.now).await?;
    Ok(Saved { id, version: save.version + 1, saved_at: ctx.now })
}

/// What is to be saved, quoted as its words stand in the provision. `begun`: when it is a new comment; its round must call for comments on the
/// version the provision belongs to.
pub(super) async fn checked(tx: &mut Tx, save: &SaveComment, begun: Option<Instant>) -> PortalResult<CommentContent> {
    let provision = drafts::provision(tx, save.provision).await?.ok_or(PortalError::NotFound)?;
    if let Some(now) = begun {
        let line = round_to_begin_in(tx, save.round, now).await?;
        if line.round.draft_version != Some(provision.draft_version) {
            return Err(PortalError::NotFound);
        }
    }
    let mut content = save.content.clone();
    let wrong = |fault| PortalError::Invalid(vec![FieldError { field: CommentForm::QUOTE, fault }]);
    content.quote_from(&provision.text).map_err(wrong)?;
    Ok(content)
}
