//! The audit log: who did what to what, when.
//!
//! It holds nothing that people wrote but the reasons of three acts of office: a merger, the decision on a claim to the contact point, the
//! removal of somebody else's second factor. These belong to the log and stay in it. All other reasons stand with what they are about.

use super::organisation::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// The acts the audit log records.
    AuditAct {
        Registered => "registered",
        EmailConfirmed => "email_confirmed",
        SignedIn => "signed_in",
        SignInFailed => "sign_in_failed",
        SecondFactorSetUp => "second_factor_set_up",
        SecondFactorRemoved => "second_factor_removed",
        SecondFactorFailed => "second_factor_failed",
        RecoveryCodeUsed => "recovery_code_used",
        RecoveryCodesRenewed => "recovery_codes_renewed",
        PasswordChanged => "password_changed",
        PasswordResetAsked => "password_reset_asked",
        EmailChangeAsked => "email_change_asked",
        EmailChanged => "email_changed",
        NameCorrected => "name_corrected",
        MailLanguageChanged => "mail_language_changed",
        LoginsEnded => "logins_ended",
        SubgroupJoined => "subgroup_joined",
        PaperSubmitted => "paper_submitted",
        PaperRefused => "paper_refused",
        PaperWithdrawn => "paper_withdrawn",
        PaperReplaced => "paper_replaced",
        DraftDeleted => "draft_deleted",
        JointInvited => "joint_invited",
        JointUninvited => "joint_uninvited",
        JointConfirmed => "joint_confirmed",
        JointConfirmedByGrant => "joint_confirmed_by_grant",
        JointDeclined => "joint_declined",
        JointVoided => "joint_voided",
        CorrigendumAsked => "corrigendum_asked",
        CorrigendumTakenBack => "corrigendum_taken_back",
        CorrigendumDecided => "corrigendum_decided",
        CommentSent => "comment_sent",
        PaperSubmittedByGrant => "paper_submitted_by_grant",
        CommentSentByGrant => "comment_sent_by_grant",
        CommentRefused => "comment_refused",
        SpeakerInscribed => "speaker_inscribed",
        SpeakerInscribedByGrant => "speaker_inscribed_by_grant",
        SpeakerRefused => "speaker_refused",
        SpeakerWithdrawn => "speaker_withdrawn",
        SpeakersOrdered => "speakers_ordered",
        AccreditationApplied => "accreditation_applied",
        AccreditationAppliedByGrant => "accreditation_applied_by_grant",
        AccreditationRefused => "accreditation_refused",
        AccreditationWithdrawn => "accreditation_withdrawn",
        AccreditationStepped => "accreditation_stepped",
        PaperOffered => "paper_offered",
        PaperOfferedByGrant => "paper_offered_by_grant",
        PaperOfferClosed => "paper_offer_closed",
        PaperOfferClosedByGrant => "paper_offer_closed_by_grant",
        PaperCoSigned => "paper_co_signed",
        PaperCoSignedByGrant => "paper_co_signed_by_grant",
        CoSigningRefused => "co_signing_refused",
        SignatureTakenBack => "signature_taken_back",
        SignatureTakenBackByGrant => "signature_taken_back_by_grant",
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
        SessionMade => "session_made",
        SessionChanged => "session_changed",
        RoundMade => "round_made",
        RoundChanged => "round_changed",
        RoundReworded => "round_reworded",
        RoundWithdrawn => "round_withdrawn",
        DeadlineChanged => "deadline_changed",
        GrantGiven => "grant_given",
        LateAdmitted => "late_admitted",
        LateDeclined => "late_declined",
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
        OwnDataDownloaded => "own_data_downloaded",
        AccountDeleted => "account_deleted",
        CalendarRenewed => "calendar_renewed",
        CalendarStopped => "calendar_stopped",
        SummaryExported => "summary_exported",
    }
}

/// What was found when the chain of the audit log was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditCheck {
    /// How many events the chain holds, by the note of its end.
    pub sealed: i64,
    /// Events that wait for their place.
    pub unsealed: i64,
    /// The hash of the last event: whoever has noted it elsewhere can tell that nothing before it was changed.
    pub head: String,
    /// The first place at which stands something else than what was sealed.
    pub broken: Option<i64>,
}

impl AuditAct {
    /// Acts that tell who was late, or who was given more time, before anything of it is public: the chair alone knows. Whoever reads the
    /// log sees that something happened, not of whom.
    pub const FOR_THE_CHAIR: [Self; 19] = [
        Self::PaperRefused,
        Self::CommentRefused,
        Self::SpeakerRefused,
        Self::AccreditationRefused,
        Self::CoSigningRefused,
        Self::PaperSubmittedByGrant,
        Self::CommentSentByGrant,
        Self::SpeakerInscribedByGrant,
        Self::AccreditationAppliedByGrant,
        Self::PaperOfferedByGrant,
        Self::PaperOfferClosedByGrant,
        Self::PaperCoSignedByGrant,
        Self::SignatureTakenBackByGrant,
        Self::JointConfirmedByGrant,
        // At an instant after the closing these tell of a grant too, or of an attempt that was admitted.
        Self::PaperWithdrawn,
        Self::PaperReplaced,
        Self::GrantGiven,
        Self::LateAdmitted,
        Self::LateDeclined,
    ];

    pub fn is_for_the_chair(self) -> bool {
        Self::FOR_THE_CHAIR.contains(&self)
    }
}

coded! {
    /// What the detail of an event may hold, by its key. What is not here is not shown. `Reason` alone is in somebody's own words.
    AuditFact {
        Accepted => "accepted",
        Again => "again",
        ApplicationsEnded => "applications_ended",
        Approved => "approved",
        Body => "body",
        By => "by",
        Change => "change",
        Claim => "claim",
        ClosesAt => "closes_at",
        Code => "code",
        Confirmed => "confirmed",
        Corrigendum => "corrigendum",
        Denied => "denied",
        EndsOn => "ends_on",
        Follows => "follows",
        Format => "format",
        From => "from",
        Function => "function",
        HasToChoose => "has_to_choose",
        Into => "into",
        Invitation => "invitation",
        Joining => "joining",
        JudgedAt => "judged_at",
        JudgedBy => "judged_by",
        Left => "left",
        Objected => "objected",
        Office => "office",
        OpensAt => "opens_at",
        Organisation => "organisation",
        Outcome => "outcome",
        Paper => "paper",
        Person => "person",
        Reason => "reason",
        Receipt => "receipt",
        Request => "request",
        Round => "round",
        SignaturesEnded => "signatures_ended",
        SpeakersEnded => "speakers_ended",
        StartsOn => "starts_on",
        Step => "step",
        Subgroup => "subgroup",
        TimeZone => "time_zone",
        To => "to",
        Until => "until",
        Version => "version",
        Which => "which",
        Withdrawn => "withdrawn",
    }
}
