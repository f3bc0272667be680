//! The one permission function, and the one visibility function.
//! May use: `domain`. Must not use: a clock, async, Leptos, a database.

mod accreditation;
mod action;
mod co_signing;
mod comments;
mod corrigendum;
mod decide;
mod denied;
mod drafting;
mod joint;
mod moderation;
mod offices;
mod papers;
mod summary;
mod themes;
mod visible;

pub use action::{
    Act, Action, Administer, Announce, AnswerAppeal, Apply, Appoint, AskCorrigendum, AskToJoin, AskToSpeak, CallRound, ChangeComment,
    ChangeDeadline, ChangeText, ClaimContactPoint, CoSign, ConfirmJoint, CorrectOwnDetails, DecideAccreditation, DecideClaim,
    DecideCorrigendum, DecideItem, DecideLate, DecideMembership, DeclineJoint, DeleteAccount, DiscardDraft, EditOrganisation, EditRound,
    EndOffice, FileAppeal, FollowSubgroup, GiveGrant, GrantOffice, HandInPart, HandOverContactPoint, InviteToJoint, IssueText,
    JoinSubgroup, KeepCalendar, KeepDesk, KeepSession, KeepThemes, LeaveJoint, LeaveOrganisation, LeaveSpeakers, LeaveSubgroup,
    LinkProvision, ManageMembers, ManageOwnAccount, ManageRounds, ManageSubgroup, MergeOrganisations, MoveItem, ObjectToClaim, OfferPaper,
    OrderSpeakers, PlaceComment, PrepareText, ReadApplications, ReadAuditLog, ReadCompilation, ReadLate, ReadMembers, ReadObjections,
    ReadOfficeHistory, ReadOrganisation, ReadQueue, ReadRefusal, ReadSpeakers, ReadStatus, ReadSummary, ReadWriting, RedactWords,
    RemoveFactor, ReplacePaper, ReplyToDecision, ResendConfirmation, ReviewOrganisation, SayVoice, SendComment, SetStatus, SubmitPaper,
    TagItem, TakeCorrigendumBack, TakeSignatureBack, TranslateText, UndoDecision, UndoThemes, WithdrawApplication, WithdrawComment,
    WithdrawPaper, WithdrawRound, WriteInput, WritePart,
};
pub use decide::{Denied, STEP_UP_WINDOW, check, decide, offers, permit};
pub use drafting::ready_to_issue;
pub use visible::{Answering, InCharge, ItemFacts, Visibility, answers_in, in_charge, visible};

#[cfg(test)]
mod tests;
