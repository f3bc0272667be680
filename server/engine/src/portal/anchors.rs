//! Comments through the versions of their text: carried over by what the chair confirmed, and otherwise by what the moderator says.

use super::paging::slice_of;
use super::texts::frame;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::{Tx, anchors, audit, comments, drafts};
use async_trait::async_trait;
use model::domain::anchor::{Anchor, Placing};
use model::domain::audit::AuditAct;
use model::domain::draft::{DraftVersion, Provision, as_cited};
use model::domain::ids::{CommentId, DraftVersionId, ProvisionId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::PlacingForm;
use model::policy::{self, PlaceComment, ReadQueue};
use model::portal::{Anchors, Ctx, EarlierComment, EarlierCursors, EarlierPage};

/// How many comments each list of a page holds.
const AT_ONCE: i64 = 50;

#[async_trait]
impl Anchors for ServerPortal {
    async fn earlier_comments(&self, ctx: &Ctx, id: DraftVersionId, from: EarlierCursors) -> PortalResult<EarlierPage> {
        let mut tx = self.db.read().await?;
        let (draft, body, _) = frame(&mut tx, id).await?;
        let all = reads_submitted(ctx, &draft);
        let newest = drafts::newest(&mut tx, draft.draft).await?.filter(|newest| newest.id != id);
        let open = anchors::listed(&mut tx, id, (true, all), from.open, AT_ONCE + 1).await?;
        let said = anchors::listed(&mut tx, id, (false, all), from.said, AT_ONCE + 1).await?;
        let page = |mut lines: Vec<EarlierComment>| {
            for one in &mut lines {
                let place = PlaceComment {
                    organisation: one.line.organisation.id,
                    body: draft.body,
                    subgroup: draft.subgroup,
                    exact: false,
                    newest: newest.is_none(),
                };
                one.placing = policy::check(&ctx.actor, &place, ctx.now);
            }
            slice_of(AT_ONCE, lines, |one| Some(one.line.id.to_string()))
        };
        let (open, said) = (page(open), page(said));
        Ok(EarlierPage { draft, body, open, said, newest })
    }

    async fn place_comment(
        &self,
        ctx: &Ctx,
        id: DraftVersionId,
        (comment, version): (CommentId, i64),
        from: Anchor,
        at: Option<String>,
    ) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, at], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let draft = drafts::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let stored = comments::by_id(tx, comment).await?.ok_or(PortalError::NotFound)?;
            // Whoever changes its words comes before or after; whoever issues the next version too.
            comments::hold(tx, comment, stored.version).await?;
            drafts::lock(tx, draft.draft).await?;
            let stands = anchors::of_comment(tx, comment, id).await?.ok_or(PortalError::NotFound)?;
            if !matches!(stored.state, ItemState::Submitted | ItemState::Accepted) {
                return Err(PortalError::NotFound);
            }
            let newest = drafts::newest(tx, draft.draft).await?.is_some_and(|newest| newest.id == id);
            let place = PlaceComment {
                organisation: stored.organisation,
                body: draft.body,
                subgroup: draft.subgroup,
                exact: stands.state.is_proved(),
                newest,
            };
            permitted(&actor, place, ctx.now)?;
            if stored.version != version {
                return Err(PortalError::Conflict);
            }
            let placing = match &at {
                Some(number) => Placing::At(named(&drafts::provisions(tx, id).await?, number)?),
                None => Placing::Stays,
            };
            anchors::place(tx, (comment, id), from, placing, (person_of(&actor)?, ctx.now)).await?;
            let detail = serde_json::json!({ "which": id, "outcome": placing.state() });
            Ok(audit::insert(tx, &this.event(&ctx, AuditAct::CommentPlaced, ItemKind::Comment.code(), comment, detail)).await?)
        })
        .await
    }
}

/// Whether the reader sees by office what was sent on the text, before it is accepted.
pub(super) fn reads_submitted(ctx: &Ctx, draft: &DraftVersion) -> bool {
    policy::visible(&ctx.actor, ctx.now).reads_submitted(draft.body, draft.subgroup)
}

/// Whether the reader decides about comments on the text.
pub(super) fn in_charge(ctx: &Ctx, draft: &DraftVersion) -> bool {
    policy::check(&ctx.actor, &ReadQueue { subgroup: Some(draft.subgroup), body: draft.body }, ctx.now).is_ok()
}

/// The provision with this number.
fn named(provisions: &[Provision], number: &str) -> PortalResult<ProvisionId> {
    let found = provisions.iter().find(|provision| as_cited(&provision.citation) == *number).map(|provision| provision.id);
    found.ok_or_else(|| PortalError::Invalid(vec![FieldError { field: PlacingForm::AT, fault: Fault::NotInThisText }]))
}

/// Works out anew where a comment stands in later versions, since it may quote other words. `other`: it does; then also what a moderator said
/// of its place ends.
pub(super) async fn follow_anew(tx: &mut Tx, comment: CommentId, draft: &DraftVersion, other: bool) -> PortalResult<()> {
    // A version that is being issued works out the same: one of the two waits.
    drafts::lock(tx, draft.draft).await?;
    anchors::forget(tx, comment, other).await?;
    follow(tx, comment, draft).await
}

/// Lets a comment that was just sent, or admitted, follow its text through the versions that were issued meanwhile.
pub(super) async fn follow(tx: &mut Tx, comment: CommentId, draft: &DraftVersion) -> PortalResult<()> {
    // A version that is being issued carries it over, or is there already.
    drafts::lock(tx, draft.draft).await?;
    let versions = drafts::of_draft(tx, draft.draft).await?;
    let later = versions.iter().take_while(|version| version.id != draft.id);
    let mut from = draft.id;
    for version in later.collect::<Vec<_>>().into_iter().rev() {
        anchors::carry(tx, from, version.id, Some(comment)).await?;
        from = version.id;
    }
    Ok(())
}
