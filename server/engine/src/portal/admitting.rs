//! What admits a sealed attempt: it is taken as submitted, with the bytes that were sealed.

use super::submission::Record;
use super::submitting::KeptPaper;
use super::{ServerPortal, incident};
use crate::store::late::Sealed;
use crate::store::{Tx, comments, drafts, joint, late, papers, subgroups};
use model::domain::comment::CommentContent;
use model::domain::ids::{CommentId, ItemId, OrganisationId, PaperId, SubgroupId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::late::{Admission, LateState, Refusal};
use model::domain::paper::Paper;
use model::domain::receipt::Receipt;
use model::error::{PortalError, PortalResult};
use model::portal::{Ctx, RoundLine};

/// What a sealed attempt became.
pub(super) struct Admitted {
    pub receipt: Receipt,
    /// The draft in which goes on what was written after the attempt; `None` where nothing was.
    pub newer: Option<ItemId>,
    /// It is for the chair only: it is in no list and goes to no moderator.
    pub for_the_chair: bool,
}

/// What became of the item of an attempt.
struct Became {
    /// The subgroup it is for.
    subgroup: Option<SubgroupId>,
    newer: Option<ItemId>,
    for_the_chair: bool,
    /// `None`: it is a comment.
    paper: Option<Paper>,
    /// The organisations whose names it bears, of a joint paper.
    named: Vec<OrganisationId>,
}

impl ServerPortal {
    /// Whether the item of a sealed attempt was submitted otherwise meanwhile: then the attempt is settled, and nothing is left to admit.
    pub(super) async fn settled_meanwhile(tx: &mut Tx, ctx: &Ctx, refusal: &Refusal) -> PortalResult<bool> {
        let state = match refusal.kind {
            ItemKind::Paper => papers::by_id(tx, PaperId(refusal.item.0)).await?.map(|paper| paper.state),
            ItemKind::Comment => comments::by_id(tx, CommentId(refusal.item.0)).await?.map(|comment| comment.state),
        };
        if state.ok_or(PortalError::NotFound)?.is_editable() {
            return Ok(false);
        }
        late::close(tx, refusal.item, LateState::Settled, ctx.now).await?;
        Ok(true)
    }

    /// Takes what was sealed as submitted: its receipt is made of the bytes that were sealed and bears the instant they came. What was
    /// written since goes on as a draft of its own, so that nothing is lost.
    pub(super) async fn admit_sealed(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        line: &RoundLine,
        refusal: &Refusal,
        sealed: Sealed,
        admission: &Admission,
    ) -> PortalResult<Admitted> {
        let Became { subgroup, newer, for_the_chair, paper, named } = match refusal.kind {
            ItemKind::Paper => self.admit_paper(tx, ctx, &sealed, admission).await?,
            ItemKind::Comment => self.admit_comment(tx, ctx, &sealed, admission).await?,
        };
        let subgroup = match subgroup {
            Some(id) => subgroups::by_id(tx, id).await?,
            None => None,
        };
        let record = Record {
            kind: refusal.kind,
            item: refusal.item,
            version: refusal.version,
            organisation: refusal.organisation,
            line,
            subgroup: subgroup.as_ref(),
            judged_by: admission.judged_by(),
            at: admission.received_at(),
            content: sealed.content,
        };
        let receipt = self.record(tx, ctx, sealed.person, &record).await?;
        if let Some(paper) = &paper {
            self.sign_joint(tx, ctx, paper, named, receipt.id).await?;
        }
        Ok(Admitted { receipt, newer, for_the_chair })
    }

    async fn admit_paper(&self, tx: &mut Tx, ctx: &Ctx, sealed: &Sealed, admission: &Admission) -> PortalResult<Became> {
        let id = PaperId(admission.item().0);
        let paper = papers::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        if !paper.state.is_editable() {
            return Err(PortalError::Conflict);
        }
        let kept: KeptPaper = serde_json::from_str(&sealed.content).map_err(|error| incident(&error))?;
        let named = kept.co_signatories();
        let content = kept.into_content(sealed.subgroup, paper.content.language);
        let for_the_chair = content.submitted_state() == ItemState::ForTheChair;
        let newer = (paper.content != content).then(|| PaperId(self.ids.uuid(ctx.now)));
        if let Some(newer) = newer {
            // Whoever decides about one version decides about the other: a paper to others takes no place.
            papers::split(tx, id, newer, paper.content.subgroup == sealed.subgroup).await?;
            joint::copy(tx, id, newer, ctx.now).await?;
        }
        papers::set_admitted(tx, admission, paper.version, &content).await?;
        // What came late ends nothing that was in time before it is accepted itself.
        if !admission.late() {
            self.supersede(tx, ctx, &paper, for_the_chair).await?;
        }
        let paper = Some(Paper { content, ..paper });
        Ok(Became { subgroup: sealed.subgroup, newer: newer.map(PaperId::item), for_the_chair, paper, named })
    }

    async fn admit_comment(&self, tx: &mut Tx, ctx: &Ctx, sealed: &Sealed, admission: &Admission) -> PortalResult<Became> {
        let id = CommentId(admission.item().0);
        let comment = comments::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        if !comment.state.is_editable() {
            return Err(PortalError::Conflict);
        }
        let content: CommentContent = serde_json::from_str(&sealed.content).map_err(|error| incident(&error))?;
        let newer = (comment.content != content).then(|| CommentId(self.ids.uuid(ctx.now)));
        if let Some(newer) = newer {
            comments::split(tx, id, newer).await?;
        }
        comments::set_admitted(tx, admission, comment.version, &content).await?;
        let provision = drafts::provision(tx, comment.provision).await?.ok_or(PortalError::NotFound)?;
        let draft = drafts::by_id(tx, provision.draft_version).await?.ok_or(PortalError::NotFound)?;
        super::comments::follow_sent(tx, comment.state, id, &draft, &content).await?;
        Ok(Became {
            subgroup: Some(draft.subgroup),
            newer: newer.map(CommentId::item),
            for_the_chair: false,
            paper: None,
            named: Vec::new(),
        })
    }
}
