//! The members of an organisation: functions, invitations, requests to join, hand-over of the contact point.

use super::{Ctx, NewLogin};
use crate::domain::ids::{ClaimId, InvitationId, JoinRequestId, OrganisationId, PersonId};
use crate::domain::membership::ClaimState;
use crate::domain::organisation::Organisation;
use crate::domain::person::Function;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;
use std::fmt;

/// A member as the other members see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLine {
    pub person: PersonId,
    pub full_name: String,
    pub email: String,
    pub function: Function,
    pub since: Instant,
}

/// An invitation that was not accepted yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationLine {
    pub id: InvitationId,
    pub email: String,
    pub function: Function,
    pub sent_at: Instant,
    pub expires_at: Instant,
}

/// Someone who asks to join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLine {
    pub id: JoinRequestId,
    pub full_name: String,
    pub email: String,
    /// The address was confirmed: whether it is theirs is known.
    pub confirmed: bool,
    pub message: String,
    pub created_at: Instant,
}

/// A member's claim to be the contact point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimLine {
    pub id: ClaimId,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub claimant: PersonId,
    pub claimant_name: String,
    pub reason: String,
    pub created_at: Instant,
    pub state: ClaimState,
    /// The objection, or the reason of the decision.
    pub answer: String,
    pub answered_at: Option<Instant>,
    /// From then on the secretariat may confirm it.
    pub decidable_from: Instant,
}

/// What the reader of the members' page may do there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MembersStanding {
    pub function: Option<Function>,
    /// Invites, accepts, changes, removes, hands over.
    pub may_manage: bool,
    pub may_claim: bool,
    /// Decides on claims: the secretariat.
    pub may_decide: bool,
}

/// The members' page.
#[derive(Debug, Clone)]
pub struct MembersPage {
    pub organisation: Organisation,
    /// Oldest first.
    pub members: Vec<MemberLine>,
    pub invitations: Vec<InvitationLine>,
    pub requests: Vec<RequestLine>,
    /// The newest first.
    pub claims: Vec<ClaimLine>,
    pub standing: MembersStanding,
}

/// What is done on the members' page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MemberAct {
    Invite {
        email: String,
        function: Function,
    },
    Resend {
        invitation: InvitationId,
    },
    Revoke {
        invitation: InvitationId,
    },
    Accept {
        request: JoinRequestId,
        function: Function,
    },
    Decline {
        request: JoinRequestId,
        reason: String,
    },
    Change {
        person: PersonId,
        function: Function,
    },
    Remove {
        person: PersonId,
    },
    Leave,
    /// The actor becomes a drafter, and this member the contact point.
    HandOver {
        person: PersonId,
    },
    Claim {
        reason: String,
    },
    Withdraw {
        claim: ClaimId,
    },
    Object {
        claim: ClaimId,
        reason: String,
    },
    /// The secretariat's decision.
    Decide {
        claim: ClaimId,
        confirm: bool,
        reason: String,
    },
}

/// What somebody reads who opens the link of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationPage {
    pub organisation_name: String,
    pub email: String,
    pub function: Function,
    pub expires_at: Instant,
    /// An account with the invited address exists: its owner signs in instead of registering.
    pub known: bool,
}

/// What a new person gives to accept an invitation; the address is the invited one, and confirmed by the link.
#[derive(Clone)]
pub struct InvitedPerson {
    pub full_name: String,
    pub password: String,
}

impl fmt::Debug for InvitedPerson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvitedPerson").field("full_name", &self.full_name).finish_non_exhaustive()
    }
}

/// Members.
#[async_trait]
pub trait Members {
    async fn members(&self, ctx: &Ctx, organisation: OrganisationId) -> PortalResult<MembersPage>;
    /// Does one thing with the members of an organisation; all who are concerned are told by mail.
    async fn act_on_members(&self, ctx: &Ctx, organisation: OrganisationId, act: MemberAct) -> PortalResult<()>;
    /// For the secretariat: the claims that wait for its decision, the oldest first.
    async fn open_claims(&self, ctx: &Ctx) -> PortalResult<Vec<ClaimLine>>;
    /// The invitation behind the secret of a mail; `NotFound` once it was used, revoked or is too old.
    async fn invitation(&self, ctx: &Ctx, token: &str) -> PortalResult<InvitationPage>;
    /// The signed-in person accepts.
    async fn accept_invitation(&self, ctx: &Ctx, token: &str) -> PortalResult<OrganisationId>;
    /// A new person accepts: registers with the invited address, which the link has confirmed, and is signed in.
    async fn register_by_invitation(&self, ctx: &Ctx, token: &str, person: InvitedPerson) -> PortalResult<NewLogin>;
}
