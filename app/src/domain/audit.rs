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
        SecondFactorSetUp => "second_factor_set_up",
        SecondFactorRemoved => "second_factor_removed",
        SecondFactorFailed => "second_factor_failed",
        RecoveryCodeUsed => "recovery_code_used",
        RecoveryCodesRenewed => "recovery_codes_renewed",
        PasswordChanged => "password_changed",
        PasswordResetAsked => "password_reset_asked",
        EmailChangeAsked => "email_change_asked",
        EmailChanged => "email_changed",
        LoginsEnded => "logins_ended",
        SubgroupJoined => "subgroup_joined",
        PaperSubmitted => "paper_submitted",
        PaperRefused => "paper_refused",
        CommentSent => "comment_sent",
        CommentRefused => "comment_refused",
        ItemDecided => "item_decided",
        OrganisationApproved => "organisation_approved",
        DeadlineChanged => "deadline_changed",
        RoleGranted => "role_granted",
        SummaryExported => "summary_exported",
    }
}
