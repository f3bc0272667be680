//! Joint papers: inviting organisations, and confirming what they are asked to put their names to.

use super::{Ctx, RoundLine};
use crate::domain::ids::{OrganisationId, PaperId};
use crate::domain::item::ItemState;
use crate::domain::joint::{Answer, Invited};
use crate::domain::language::Language;
use crate::domain::organisation::OrganisationRef;
use crate::domain::paper::PaperContent;
use crate::domain::recommendation::Recommended;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::domain::window::Phase;
use crate::error::PortalResult;
use crate::policy::Denied;
use async_trait::async_trait;

/// The organisations of a paper, for those who write it.
#[derive(Debug)]
pub struct JointPaper {
    pub paper: PaperId,
    pub title: String,
    pub language: Language,
    pub state: ItemState,
    pub lead: OrganisationRef,
    pub line: RoundLine,
    /// The phase of the round for this paper, after the grants of the organisation that leads.
    pub phase: Phase,
    /// By name.
    pub invited: Vec<Invited>,
    /// SHA-256 of the words as they are now.
    pub sha256: String,
    /// The actor may invite and take invitations back now; or why not.
    pub invite: Result<(), Denied>,
    /// Public organisations whose names hold what was looked for, without those that are invited; the first of them.
    pub found: Vec<OrganisationRef>,
    /// There are others.
    pub more: bool,
}

/// A joint paper before an organisation that is asked to put its name to it.
#[derive(Debug)]
pub struct JointRequest {
    pub paper: PaperId,
    pub state: ItemState,
    /// With the grants of the organisation that leads.
    pub line: RoundLine,
    /// As in [`JointPaper`].
    pub phase: Phase,
    pub lead: OrganisationRef,
    /// For whom the actor answers here.
    pub organisation: OrganisationRef,
    pub answer: Answer,
    /// The name stands under what was submitted.
    pub signed: bool,
    /// `None`: it was submitted without the name, and is its authors' alone until it is public.
    pub words: Option<JointWords>,
    /// The actor may confirm the words as they are; or why not.
    pub confirm: Result<(), Denied>,
    pub decline: Result<(), Denied>,
    /// The actor may take the name back from what was submitted; or why not.
    pub leave: Result<(), Denied>,
}

/// What an invited organisation reads.
#[derive(Debug)]
pub struct JointWords {
    pub content: PaperContent,
    pub recommendations: Vec<Recommended>,
    pub subgroup: Option<Subgroup>,
    /// All that are invited, by name.
    pub invited: Vec<Invited>,
    /// SHA-256 of the words as they are now.
    pub sha256: String,
    pub updated_at: Instant,
}

/// What an organisation answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JointAct {
    /// These words, with our name.
    Confirm,
    /// Not with our name; also after having confirmed.
    Decline,
    /// Our name is taken back from what was submitted.
    Leave,
}

/// An answer to an invitation.
#[derive(Debug, Clone)]
pub struct NewJointAct {
    pub paper: PaperId,
    /// `None`: the one invited organisation the actor submits for.
    pub organisation: Option<OrganisationId>,
    pub act: JointAct,
    /// SHA-256 of the words that were read.
    pub sha256: String,
}

/// A joint paper an organisation of the reader is invited to, for their desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnInvitation {
    pub paper: PaperId,
    pub round: crate::domain::ids::RoundId,
    pub title: String,
    pub language: Language,
    pub lead: String,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    /// As far as it is known without its words: [`Answer::Changed`] is said once they have changed.
    pub answer: Answer,
    /// It was submitted with the name of the organisation.
    pub signed: bool,
}

/// Inviting, answering.
#[async_trait]
pub trait JointPapers {
    /// The organisations of a paper; `search`: others to invite.
    async fn joint_paper(&self, ctx: &Ctx, paper: PaperId, search: &str) -> PortalResult<JointPaper>;
    /// Invites an organisation. One that is invited already stays so; one that declined is asked again.
    async fn invite_to_joint(&self, ctx: &Ctx, paper: PaperId, organisation: OrganisationId) -> PortalResult<()>;
    /// Takes an invitation back, and with it what was confirmed.
    async fn uninvite_from_joint(&self, ctx: &Ctx, paper: PaperId, organisation: OrganisationId) -> PortalResult<()>;
    /// Asks all that have not confirmed the words as they are, each at most once an hour.
    async fn ask_for_confirmation(&self, ctx: &Ctx, paper: PaperId) -> PortalResult<()>;
    /// A paper an organisation of the actor is invited to.
    async fn joint_request(&self, ctx: &Ctx, paper: PaperId, organisation: Option<OrganisationId>) -> PortalResult<JointRequest>;
    /// Confirms, declines, or takes a name back. Other words than were read are a conflict.
    async fn answer_joint(&self, ctx: &Ctx, new: NewJointAct) -> PortalResult<()>;
}
