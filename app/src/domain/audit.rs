//! The audit log: who did what to what, when.

use super::organisation::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// The acts the audit log records.
    AuditAct {
        Registered => "registered",
        EmailConfirmed => "email_confirmed",
        SignedIn => "signed_in",
        SignInFailed => "sign_in_failed",
        SubgroupJoined => "subgroup_joined",
        PaperSubmitted => "paper_submitted",
        PaperRefused => "paper_refused",
        CommentSent => "comment_sent",
        CommentRefused => "comment_refused",
        ItemDecided => "item_decided",
        OrganisationApproved => "organisation_approved",
        OrganisationRegistered => "organisation_registered",
        OrganisationChanged => "organisation_changed",
        OrganisationsMerged => "organisations_merged",
        MemberInvited => "member_invited",
        InvitationRevoked => "invitation_revoked",
        InvitationAccepted => "invitation_accepted",
        JoinRequested => "join_requested",
        JoinDecided => "join_decided",
        MemberChanged => "member_changed",
        MemberRemoved => "member_removed",
        ContactPointHandedOver => "contact_point_handed_over",
        ContactPointClaimed => "contact_point_claimed",
        ClaimAnswered => "claim_answered",
        DeadlineChanged => "deadline_changed",
        RoleGranted => "role_granted",
        RoleEnded => "role_ended",
        SubgroupAsked => "subgroup_asked",
        SubgroupRequestDecided => "subgroup_request_decided",
        SubgroupLeft => "subgroup_left",
        SubgroupJoiningChanged => "subgroup_joining_changed",
        SubgroupFollowed => "subgroup_followed",
        AnnouncementSent => "announcement_sent",
        OrganisationDeclined => "organisation_declined",
        ConfirmationResent => "confirmation_resent",
        SummaryExported => "summary_exported",
    }
}
