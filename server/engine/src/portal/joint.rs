//! Joint papers: who is invited to a paper, and who has confirmed the words it holds. Editing never touches an invitation; it ends what was
//! confirmed.

use super::joint_letters::Letter;
use super::papers::{own_paper, subgroup_of};
use super::submitting::canonical_of;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of, recommending, require_person};
use crate::auth::sha256;
use crate::store::limits::{self, Rate};
use crate::store::{Tx, audit, co_signing, joint, members, organisation_lists, organisations, papers, rounds};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::{OrganisationId, PaperId, ReceiptId, SignatureId};
use model::domain::item::ItemKind;
use model::domain::joint::{Answer, Invited, MAX_INVITED, confirm};
use model::domain::organisation::OrganisationRef;
use model::domain::paper::Paper;
use model::domain::person::Actor;
use model::domain::time::Span;
use model::domain::validate::Fault;
use model::domain::window::judged_at;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::JointForm;
use model::policy::{self, ConfirmJoint, DeclineJoint, Denied, InviteToJoint, LeaveJoint};
use model::portal::{Ctx, JointAct, JointPaper, JointPapers, JointRequest, JointWords, NewJointAct, OrganisationFilter, RoundLine};

/// So many organisations are shown of those that were looked for.
const FOUND: i64 = 20;

/// How often organisations are invited to one paper: each is written to.
const INVITING: Rate = Rate { burst: 60, every: Span::MINUTE.times(10) };

#[async_trait]
impl JointPapers for ServerPortal {
    async fn joint_paper(&self, ctx: &Ctx, id: PaperId, search: &str) -> PortalResult<JointPaper> {
        require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let paper = own_paper(&mut tx, &ctx.actor, id).await?;
        let line = rounds::for_organisation(&mut tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
        let lead = organisations::ref_by_id(&mut tx, paper.organisation).await?.ok_or(PortalError::NotFound)?;
        let invited = joint::of_paper(&mut tx, id).await?;
        let sha256 = words_sha256(&mut tx, &paper, &line).await?;
        let invite = InviteToJoint { lead: paper.organisation, organisation: None, state: paper.state };
        let invite = policy::check(&ctx.actor, &invite, ctx.now);
        let mut found = Vec::new();
        if invite.is_ok() && !search.trim().is_empty() {
            let filter = OrganisationFilter { search: search.to_owned(), ..OrganisationFilter::default() };
            // So many that those that are left out do not make fewer of them.
            let asked = FOUND + i64::try_from(invited.len()).unwrap_or_default() + 2;
            found =
                organisation_lists::public(&mut tx, &filter, None, asked).await?.into_iter().map(|(_, line)| line.organisation).collect();
            found.retain(|one| one.id != lead.id && !invited.iter().any(|known| known.organisation.id == one.id));
        }
        let shown = usize::try_from(FOUND).unwrap_or_default();
        let more = found.len() > shown;
        found.truncate(shown);
        Ok(JointPaper {
            paper: id,
            phase: line.round.window.phase(paper.organisation, Some(id.item()), ctx.now),
            title: paper.content.title,
            language: paper.content.language,
            state: paper.state,
            lead,
            line,
            invited,
            sha256,
            invite,
            found,
            more,
        })
    }

    async fn invite_to_joint(&self, ctx: &Ctx, id: PaperId, organisation: OrganisationId) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let (actor, paper) = inviting(tx, &ctx, id, Some(organisation)).await?;
            // Only what is public can be found, and invited.
            let public = organisations::by_id(tx, organisation)
                .await?
                .is_some_and(|found| found.approved_at.is_some() && found.merged_into.is_none());
            if !public {
                return Err(PortalError::Invalid(vec![FieldError { field: JointForm::ORGANISATION, fault: Fault::NotAChoice }]));
            }
            let invited = joint::of_paper(tx, id).await?;
            if invited.len() >= MAX_INVITED && !invited.iter().any(|one| one.organisation.id == organisation) {
                return Err(Denied::TooManyInvited { max: MAX_INVITED }.into());
            }
            let by = person_of(&actor)?;
            limits::take(tx, &format!("joint:{id}"), INVITING, ctx.now)
                .await?
                .map_err(|retry_after| PortalError::TooMany { retry_after })?;
            if joint::invite(tx, id, organisation, by, ctx.now).await? {
                members::note_act(tx, paper.organisation, by, ctx.now).await?;
                this.note_joint(tx, &ctx, AuditAct::JointInvited, &paper, organisation).await?;
                this.write_to_invited(tx, &ctx, &paper, vec![organisation], Letter::Invited).await?;
            }
            Ok(())
        })
        .await
    }

    async fn uninvite_from_joint(&self, ctx: &Ctx, id: PaperId, organisation: OrganisationId) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let (actor, paper) = inviting(tx, &ctx, id, None).await?;
            let declined =
                joint::of_paper(tx, id).await?.iter().any(|one| one.organisation.id == organisation && one.declined_at.is_some());
            if joint::uninvite(tx, id, organisation).await? {
                members::note_act(tx, paper.organisation, person_of(&actor)?, ctx.now).await?;
                this.note_joint(tx, &ctx, AuditAct::JointUninvited, &paper, organisation).await?;
                // Whoever has declined does not wait for anything.
                let told = if declined { Vec::new() } else { vec![organisation] };
                this.write_to_invited(tx, &ctx, &paper, told, Letter::Uninvited).await?;
            }
            Ok(())
        })
        .await
    }

    async fn ask_for_confirmation(&self, ctx: &Ctx, id: PaperId) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let (_, paper) = inviting(tx, &ctx, id, None).await?;
            let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
            let sha256 = words_sha256(tx, &paper, &line).await?;
            let invited = joint::of_paper(tx, id).await?;
            let asked: Vec<_> = invited.iter().filter(|one| one.can_be_asked(&sha256, ctx.now)).map(|one| one.organisation.id).collect();
            joint::set_asked(tx, id, &asked, ctx.now).await?;
            this.write_to_invited(tx, &ctx, &paper, asked, Letter::Asked).await
        })
        .await
    }

    async fn joint_request(&self, ctx: &Ctx, id: PaperId, organisation: Option<OrganisationId>) -> PortalResult<JointRequest> {
        require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let paper = papers::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let invited = joint::of_paper(&mut tx, id).await?;
        let own = invited_as(&ctx.actor, &invited, organisation)?.clone();
        let signed = joint::is_signed(&mut tx, id, own.organisation.id).await?;
        let line = rounds::for_organisation(&mut tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
        let lead = organisations::ref_by_id(&mut tx, paper.organisation).await?.ok_or(PortalError::NotFound)?;
        let sha256 = words_sha256(&mut tx, &paper, &line).await?;
        let (organisation, state, window) = (own.organisation.id, paper.state, line.round.window.clone());
        let leave = LeaveJoint { lead: lead.id, organisation, state, window: window.clone() };
        let leave = policy::check(&ctx.actor, &leave, ctx.now);
        let phase = window.phase(lead.id, Some(id.item()), ctx.now);
        let confirm = policy::check(&ctx.actor, &ConfirmJoint { paper: id, lead: lead.id, organisation, state, window }, ctx.now);
        let decline = policy::check(&ctx.actor, &DeclineJoint { organisation, state }, ctx.now);
        let answer = own.answer(&sha256);
        // What was submitted without the name is the authors' alone until it is public.
        let words = if state.is_editable() || signed {
            Some(JointWords {
                recommendations: recommending::of_paper(&mut tx, &paper.content).await?,
                subgroup: subgroup_of(&mut tx, &paper.content).await?,
                invited,
                sha256,
                updated_at: paper.updated_at,
                content: paper.content,
            })
        } else {
            None
        };
        Ok(JointRequest {
            paper: id,
            state,
            line,
            phase,
            lead,
            organisation: own.organisation,
            answer,
            signed,
            words,
            confirm,
            decline,
            leave,
        })
    }

    async fn answer_joint(&self, ctx: &Ctx, new: NewJointAct) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, new], |tx| { this.answer_in(tx, &ctx, &new).await }).await
    }
}

/// The paper of somebody who invites to it. Whoever changes its words meanwhile waits, or has done so before.
async fn inviting(tx: &mut Tx, ctx: &Ctx, id: PaperId, organisation: Option<OrganisationId>) -> PortalResult<(Actor, Paper)> {
    let actor = actor_now(tx, ctx).await?;
    let paper = own_paper(tx, &actor, id).await?;
    permitted(&actor, InviteToJoint { lead: paper.organisation, organisation, state: paper.state }, ctx.now)?;
    papers::hold(tx, id, paper.version).await?;
    Ok((actor, paper))
}

/// As which invited organisation the actor reads and answers: the one that is named, or the first of theirs. For anybody else there is none.
fn invited_as<'a>(actor: &Actor, invited: &'a [Invited], organisation: Option<OrganisationId>) -> PortalResult<&'a Invited> {
    let own = |one: &&Invited| actor.is_member(one.organisation.id) && organisation.is_none_or(|asked| asked == one.organisation.id);
    let submits = invited.iter().filter(own).find(|one| actor.submits_for(one.organisation.id));
    submits.or_else(|| invited.iter().find(own)).ok_or(PortalError::NotFound)
}

/// SHA-256 of the record the words would have if they were submitted as they are, without any other name.
pub(super) async fn words_sha256(tx: &mut Tx, paper: &Paper, line: &RoundLine) -> PortalResult<String> {
    Ok(sha256(&canonical_of(tx, paper, line, &[]).await?))
}

/// Who is invited to a paper, by name, with where each stands.
pub(super) async fn answers(tx: &mut Tx, paper: &Paper, line: &RoundLine) -> PortalResult<Vec<(OrganisationRef, Answer)>> {
    let invited = joint::of_paper(tx, paper.id).await?;
    if invited.is_empty() {
        return Ok(Vec::new());
    }
    let sha256 = words_sha256(tx, paper, line).await?;
    Ok(invited.into_iter().map(|one| (one.organisation.clone(), one.answer(&sha256))).collect())
}

/// Those whose names stand under the words as they are, by name; `None` where nobody is invited.
pub(super) async fn named(tx: &mut Tx, paper: &Paper, line: &RoundLine) -> PortalResult<Option<Vec<Invited>>> {
    let mut invited = joint::of_paper(tx, paper.id).await?;
    if invited.is_empty() {
        return Ok(None);
    }
    let sha256 = words_sha256(tx, paper, line).await?;
    invited.retain(|one| one.is_named(&sha256));
    Ok(Some(invited))
}

impl ServerPortal {
    async fn answer_in(&self, tx: &mut Tx, ctx: &Ctx, new: &NewJointAct) -> PortalResult<()> {
        let actor = actor_now(tx, ctx).await?;
        let by = person_of(&actor)?;
        let paper = papers::by_id(tx, new.paper).await?.ok_or(PortalError::NotFound)?;
        let invited = joint::of_paper(tx, new.paper).await?;
        let organisation = invited_as(&actor, &invited, new.organisation)?.organisation.clone();
        let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
        let (lead, state, window) = (paper.organisation, paper.state, line.round.window.clone());
        let act = match new.act {
            JointAct::Confirm => {
                // Of words that were saved after the request began, as in submitting.
                let at = judged_at(ctx.now, paper.updated_at);
                let permit =
                    policy::permit(&actor, ConfirmJoint { paper: paper.id, lead, organisation: organisation.id, state, window }, at)?;
                // Whoever changes the words waits until this has ended, and then ends what was confirmed.
                papers::hold(tx, paper.id, paper.version).await?;
                let now = words_sha256(tx, &paper, &line).await?;
                if now != new.sha256 {
                    return Err(PortalError::Conflict);
                }
                if invited.iter().any(|one| one.organisation.id == organisation.id && one.is_named(&now)) {
                    return Ok(());
                }
                let confirmation = confirm(permit, now);
                joint::set_confirmed(tx, &confirmation, by).await?;
                if line.round.window.is_grant(confirmation.judged_by()) {
                    AuditAct::JointConfirmedByGrant
                } else {
                    AuditAct::JointConfirmed
                }
            }
            JointAct::Decline => {
                permitted(&actor, DeclineJoint { organisation: organisation.id, state }, ctx.now)?;
                papers::hold(tx, paper.id, paper.version).await?;
                if !joint::decline(tx, paper.id, organisation.id, by, ctx.now).await? {
                    return Ok(());
                }
                AuditAct::JointDeclined
            }
            JointAct::Leave => {
                let by_grant = window.is_grant(window.judged_by(lead, None, ctx.now));
                permitted(&actor, LeaveJoint { lead, organisation: organisation.id, state, window }, ctx.now)?;
                let own = co_signing::of_organisation(tx, paper.id, organisation.id).await?.filter(|own| own.round == paper.round);
                let Some(own) = own else { return Ok(()) };
                co_signing::take_back(tx, own.id, ctx.now).await?;
                // What was confirmed ends with it: the same words submitted again do not bring the name back.
                joint::decline(tx, paper.id, organisation.id, by, ctx.now).await?;
                if by_grant { AuditAct::SignatureTakenBackByGrant } else { AuditAct::SignatureTakenBack }
            }
        };
        members::note_act(tx, organisation.id, by, ctx.now).await?;
        self.note_joint(tx, ctx, act, &paper, organisation.id).await?;
        self.tell_authors(tx, ctx, &paper, &organisation, new.act).await
    }

    /// Puts the names of those who confirmed to what was submitted with this receipt, and tells all who waited for it.
    pub(super) async fn sign_joint(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        paper: &Paper,
        named: Vec<OrganisationId>,
        receipt: ReceiptId,
    ) -> PortalResult<()> {
        let signing: Vec<_> = named.iter().map(|organisation| (SignatureId(self.ids.uuid(ctx.now)), *organisation)).collect();
        joint::sign(tx, (paper.id, paper.round, receipt), signing, ctx.now).await?;
        let mut invited = joint::of_paper(tx, paper.id).await?;
        invited.retain(|one| one.declined_at.is_none());
        let (with, without): (Vec<_>, Vec<_>) = invited.into_iter().map(|one| one.organisation.id).partition(|one| named.contains(one));
        self.write_to_invited(tx, ctx, paper, with, Letter::Named).await?;
        self.write_to_invited(tx, ctx, paper, without, Letter::NotNamed).await
    }

    /// Ends what was confirmed of words that have changed, and says so to whom it was.
    pub(super) async fn void_confirmations(&self, tx: &mut Tx, ctx: &Ctx, paper: &Paper) -> PortalResult<()> {
        let ended = joint::void(tx, paper.id, ctx.now).await?;
        if ended.is_empty() {
            return Ok(());
        }
        for organisation in &ended {
            self.note_joint(tx, ctx, AuditAct::JointVoided, paper, *organisation).await?;
        }
        self.write_to_invited(tx, ctx, paper, ended, Letter::Changed).await
    }

    /// Takes all invitations back, of a draft that is deleted.
    pub(super) async fn end_invitations(&self, tx: &mut Tx, ctx: &Ctx, paper: &Paper) -> PortalResult<()> {
        let invited = joint::of_paper(tx, paper.id).await?;
        joint::forget(tx, paper.id).await?;
        let still = invited.into_iter().filter(|one| one.declined_at.is_none()).map(|one| one.organisation.id).collect();
        self.write_to_invited(tx, ctx, paper, still, Letter::Deleted).await
    }

    async fn note_joint(&self, tx: &mut Tx, ctx: &Ctx, act: AuditAct, paper: &Paper, organisation: OrganisationId) -> PortalResult<()> {
        let detail = serde_json::json!({ "organisation": organisation, "round": paper.round });
        Ok(audit::insert(tx, &self.event(ctx, act, ItemKind::Paper.code(), paper.id, detail)).await?)
    }
}
