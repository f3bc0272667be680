//! What can be asked of policy: each action with the facts its decision needs.

use crate::domain::accreditation::{AccreditationStatus, ConsultativeStatus, Step};
use crate::domain::ids::{AccreditationId, BodyId, OrganisationId, PaperId, PersonId, RoundId, SessionId, SubgroupId};
use crate::domain::item::ItemState;
use crate::domain::role::Office;
use crate::domain::time::Instant;
use crate::domain::window::Window;

/// An action by reference, for the one `match` in [`super::decide`].
#[derive(Debug, Clone, Copy)]
pub enum Action<'a> {
    JoinSubgroup(&'a JoinSubgroup),
    WriteInput(&'a WriteInput),
    SubmitPaper(&'a SubmitPaper),
    WithdrawPaper(&'a WithdrawPaper),
    ReplacePaper(&'a ReplacePaper),
    DiscardDraft(&'a DiscardDraft),
    InviteToJoint(&'a InviteToJoint),
    ConfirmJoint(&'a ConfirmJoint),
    DeclineJoint(&'a DeclineJoint),
    AskCorrigendum(&'a AskCorrigendum),
    TakeCorrigendumBack(&'a TakeCorrigendumBack),
    DecideCorrigendum(&'a DecideCorrigendum),
    LeaveJoint(&'a LeaveJoint),
    PrepareText(&'a PrepareText),
    ChangeText(&'a ChangeText),
    IssueText(&'a IssueText),
    TranslateText(&'a TranslateText),
    PlaceComment(&'a PlaceComment),
    SetStatus(&'a SetStatus),
    LinkProvision(&'a LinkProvision),
    SendComment(&'a SendComment),
    ChangeComment(&'a ChangeComment),
    WithdrawComment(&'a WithdrawComment),
    SayVoice(&'a SayVoice),
    ReadQueue(&'a ReadQueue),
    DecideItem(&'a DecideItem),
    MoveItem(&'a MoveItem),
    RedactWords(&'a RedactWords),
    UndoDecision(&'a UndoDecision),
    ReplyToDecision(&'a ReplyToDecision),
    FileAppeal(&'a FileAppeal),
    AnswerAppeal(&'a AnswerAppeal),
    KeepThemes(&'a KeepThemes),
    UndoThemes(&'a UndoThemes),
    TagItem(&'a TagItem),
    ReadWriting(&'a ReadWriting),
    WritePart(&'a WritePart),
    HandInPart(&'a HandInPart),
    AskToSpeak(&'a AskToSpeak),
    LeaveSpeakers(&'a LeaveSpeakers),
    ReadSpeakers(&'a ReadSpeakers),
    OrderSpeakers(&'a OrderSpeakers),
    Apply(&'a Apply),
    WithdrawApplication(&'a WithdrawApplication),
    ReadApplications(&'a ReadApplications),
    ReadObjections(&'a ReadObjections),
    DecideAccreditation(&'a DecideAccreditation),
    OfferPaper(&'a OfferPaper),
    CoSign(&'a CoSign),
    TakeSignatureBack(&'a TakeSignatureBack),
    ManageRounds(&'a ManageRounds),
    KeepSession(&'a KeepSession),
    CallRound(&'a CallRound),
    EditRound(&'a EditRound),
    WithdrawRound(&'a WithdrawRound),
    ChangeDeadline(&'a ChangeDeadline),
    GiveGrant(&'a GiveGrant),
    ReadLate(&'a ReadLate),
    DecideLate(&'a DecideLate),
    ReadRefusal(&'a ReadRefusal),
    ReadSummary(&'a ReadSummary),
    ReadCompilation(&'a ReadCompilation),
    ReadOrganisation(&'a ReadOrganisation),
    EditOrganisation(&'a EditOrganisation),
    ReadMembers(&'a ReadMembers),
    ManageMembers(&'a ManageMembers),
    LeaveOrganisation(&'a LeaveOrganisation),
    HandOverContactPoint(&'a HandOverContactPoint),
    AskToJoin(&'a AskToJoin),
    ClaimContactPoint(&'a ClaimContactPoint),
    ObjectToClaim(&'a ObjectToClaim),
    DecideClaim(&'a DecideClaim),
    MergeOrganisations(&'a MergeOrganisations),
    ManageOwnAccount(&'a ManageOwnAccount),
    CorrectOwnDetails(&'a CorrectOwnDetails),
    KeepCalendar(&'a KeepCalendar),
    DeleteAccount(&'a DeleteAccount),
    RemoveFactor(&'a RemoveFactor),
    Administer(&'a Administer),
    ReadAuditLog(&'a ReadAuditLog),
    ReadStatus(&'a ReadStatus),
    ReadOfficeHistory(&'a ReadOfficeHistory),
    Appoint(&'a Appoint),
    GrantOffice(&'a GrantOffice),
    EndOffice(&'a EndOffice),
    LeaveSubgroup(&'a LeaveSubgroup),
    FollowSubgroup(&'a FollowSubgroup),
    ManageSubgroup(&'a ManageSubgroup),
    DecideMembership(&'a DecideMembership),
    Announce(&'a Announce),
    KeepDesk(&'a KeepDesk),
    ResendConfirmation(&'a ResendConfirmation),
    ReviewOrganisation(&'a ReviewOrganisation),
}

/// Something `decide` can judge.
pub trait Act {
    fn action(&self) -> Action<'_>;
}

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* }

        impl Act for $name {
            fn action(&self) -> Action<'_> {
                Action::$name(self)
            }
        }
    )+};
}

mod co_signing;
mod comments;
mod corrigendum;
mod drafting;
mod joint;
mod late;
mod moderation;
mod summary;
mod themes;

pub use co_signing::{CoSign, OfferPaper, TakeSignatureBack};
pub use comments::{ChangeComment, SayVoice, SendComment, WithdrawComment};
pub use corrigendum::{AskCorrigendum, DecideCorrigendum, TakeCorrigendumBack};
pub use drafting::{ChangeText, IssueText, LinkProvision, PlaceComment, PrepareText, ReadCompilation, SetStatus, TranslateText};
pub use joint::{ConfirmJoint, DeclineJoint, InviteToJoint, LeaveJoint};
pub use late::{DecideLate, ReadLate, ReadRefusal};
pub use moderation::{AnswerAppeal, DecideItem, FileAppeal, MoveItem, RedactWords, ReplyToDecision, UndoDecision};
pub use summary::{HandInPart, ReadWriting, WritePart};
pub use themes::{KeepThemes, TagItem, UndoThemes};

acts! {
    /// An organisation joins a thematic subgroup.
    JoinSubgroup { organisation: OrganisationId, subgroup: SubgroupId }

    /// A draft of a paper or comment is begun or saved. Allowed at any time: a private draft harms no one.
    WriteInput { organisation: OrganisationId, state: ItemState }

    /// A position paper is submitted.
    SubmitPaper {
        paper: PaperId,
        organisation: OrganisationId,
        state: ItemState,
        /// The window of the paper's round, with the grants of the organisation.
        window: Window,
        /// The subgroup it is submitted to; `None` is the whole body.
        subgroup: Option<SubgroupId>,
        /// The organisation has joined that subgroup.
        in_subgroup: bool,
    }

    /// A submitted paper is taken back.
    WithdrawPaper {
        paper: PaperId,
        organisation: OrganisationId,
        state: ItemState,
        /// As in [`SubmitPaper`].
        window: Window,
    }

    /// A paper is begun that takes the place of a submitted one once it is submitted itself.
    ReplacePaper {
        paper: PaperId,
        organisation: OrganisationId,
        state: ItemState,
        /// As in [`SubmitPaper`].
        window: Window,
    }

    /// A paper that was never submitted is deleted.
    DiscardDraft {
        paper: PaperId,
        organisation: OrganisationId,
        state: ItemState,
        /// There is a record of it: a late attempt.
        on_record: bool,
    }

    /// An organisation inscribes a speaker, or changes what it said of the speaker.
    AskToSpeak {
        round: RoundId,
        organisation: OrganisationId,
        /// With the grants of the organisation.
        window: Window,
        /// The subgroup whose list it is; `None` is the whole body.
        subgroup: Option<SubgroupId>,
        /// The organisation has joined that subgroup.
        in_subgroup: bool,
    }

    /// An organisation takes its speaker off the list: at any time, since an empty place helps everybody.
    LeaveSpeakers { organisation: OrganisationId }

    /// The list of speakers is read with names and subjects.
    ReadSpeakers { body: BodyId }

    /// The list of speakers of a round is put into an order.
    OrderSpeakers { round: RoundId, body: BodyId }

    /// An organisation applies for accreditation, or changes what it said.
    Apply {
        round: RoundId,
        organisation: OrganisationId,
        /// With the grants of the organisation.
        window: Window,
        /// Where its application stands; `None`: there is none.
        status: Option<AccreditationStatus>,
    }

    /// An organisation takes its application back, as long as it waits.
    WithdrawApplication { organisation: OrganisationId, status: AccreditationStatus }

    /// What organisations say to be accredited is read.
    ReadApplications { body: BodyId }

    /// Which States object, and why, is read.
    ReadObjections { body: BodyId, organisation: OrganisationId }

    /// A step is taken with an application.
    DecideAccreditation {
        accreditation: AccreditationId,
        organisation: OrganisationId,
        body: BodyId,
        status: AccreditationStatus,
        consultative: ConsultativeStatus,
        step: Step,
    }

    /// A moderation queue is read: of a subgroup, or (`None`) of what is addressed to the whole body.
    ReadQueue { body: BodyId, subgroup: Option<SubgroupId> }

    /// The chair's desk of a body: its rounds and deadlines are managed.
    ManageRounds { body: BodyId }

    /// A session of a body is made or changed.
    KeepSession { body: BodyId }

    /// A round is called for a session.
    CallRound { session: SessionId, body: BodyId }

    /// A round is changed. Its words can be corrected at any time; anything else only until it opens.
    EditRound {
        round: RoundId,
        body: BodyId,
        /// As it stands.
        window: Window,
        /// What is asked for, and of whom, becomes another.
        about: bool,
        /// The new closing, where the window becomes another.
        new_closes_at: Option<Instant>,
        /// Somebody has begun to write, or was given more time.
        in_use: bool,
    }

    /// A round is withdrawn: as if it had never been called.
    WithdrawRound { round: RoundId, body: BodyId, window: Window, in_use: bool }

    /// The deadline of a round is moved.
    ChangeDeadline { round: RoundId, body: BodyId, closes_at: Instant, new_closes_at: Instant }

    /// An organisation gets more time in a round, for everything it leads there: drafting, submitting, and what belongs to them. Those
    /// who sign with it do so under its grant.
    GiveGrant { round: RoundId, body: BodyId, organisation: OrganisationId }

    /// The consolidated summary of a session is read or exported.
    ReadSummary { body: BodyId }

    /// The page of an organisation is read. Before its approval its members and those in office read it, nobody else.
    ReadOrganisation { organisation: OrganisationId, approved: bool }

    /// What an organisation says of itself is changed.
    EditOrganisation { organisation: OrganisationId }

    /// The members of an organisation are read, with what is asked of them and offered to them.
    ReadMembers { organisation: OrganisationId }

    /// Members are invited, accepted, given another function, or removed. `last_contact_point`: afterwards nobody could submit.
    ManageMembers { organisation: OrganisationId, last_contact_point: bool }

    /// A member leaves.
    LeaveOrganisation { organisation: OrganisationId, last_contact_point: bool }

    /// The contact point makes another member the contact point.
    HandOverContactPoint { organisation: OrganisationId }

    /// A person asks to become a member.
    AskToJoin { organisation: OrganisationId }

    /// A member asks to become the contact point because the contact point has left.
    ClaimContactPoint { organisation: OrganisationId }

    /// The contact point objects to such a claim.
    ObjectToClaim { organisation: OrganisationId, claimant: PersonId }

    /// The secretariat confirms or declines such a claim.
    DecideClaim {
        organisation: OrganisationId,
        confirm: bool,
        /// The instant before which the contact point may still object, so that it is not confirmed yet.
        decidable_from: Instant,
    }

    /// A duplicate is merged into another organisation.
    MergeOrganisations { from: OrganisationId, into: OrganisationId }
    /// A person changes what protects their own account: password, address, second factor, sessions elsewhere.
    ManageOwnAccount { person: PersonId }

    /// A person corrects their own name, or the language the portal writes to them in. No dangerous act: it opens nothing, and what
    /// they were called before stays known to the secretariat.
    CorrectOwnDetails { person: PersonId }

    /// A person makes or ends the address of their own calendar. No dangerous act: it shows deadlines, and ending it needs no proof.
    KeepCalendar { person: PersonId }

    /// A person deletes their own account.
    DeleteAccount {
        person: PersonId,
        /// Holds an office: it is given back first.
        in_office: bool,
        /// An organisation with other members would be left without a contact point: it is handed over first.
        leaves_without_contact: bool,
    }

    /// The lost second factor of somebody else is removed. Nobody removes their own this way: that would be no second factor.
    RemoveFactor { person: PersonId }
    /// The administrator's page: the offices of all bodies.
    Administer {}

    /// The audit log is read: who did what to what, and the reasons of those acts of office that are kept there. Never what people
    /// submitted or wrote to each other, and of what the chair alone may know only that it was.
    ReadAuditLog {}

    /// How the portal runs is read: its jobs, its mails, its database.
    ReadStatus {}

    /// The past offices of a body are read, with their reasons.
    ReadOfficeHistory { body: BodyId }

    /// Somebody, not known yet, is to be appointed to an office: whether its form is open at all.
    Appoint { office: Office }

    /// A person is appointed.
    GrantOffice {
        person: PersonId,
        /// Their address is confirmed.
        confirmed: bool,
        office: Office,
        until: Option<Instant>,
    }

    /// An office is ended before its term, by those who appoint to it or by its holder.
    EndOffice {
        person: PersonId,
        office: Office,
        /// Nobody else administers the portal.
        last_administrator: bool,
    }

    /// An organisation leaves a subgroup, or takes back its request to join.
    LeaveSubgroup { organisation: OrganisationId, subgroup: SubgroupId }

    /// A person wants to be told about a subgroup, or no more.
    FollowSubgroup { subgroup: SubgroupId }

    /// How organisations join a subgroup is set; its requests are read.
    ManageSubgroup { body: BodyId, subgroup: SubgroupId }

    /// A request to join a subgroup is approved or declined.
    DecideMembership { body: BodyId, subgroup: SubgroupId, organisation: OrganisationId }

    /// Something is announced to the members and followers of a subgroup.
    Announce { body: BodyId, subgroup: SubgroupId }

    /// The secretariat's desk: persons and organisations are found and read. Persons and organisations belong to the whole portal,
    /// so the secretariat of any body may.
    KeepDesk {}

    /// The secretariat sends the confirmation mail of a person again.
    ResendConfirmation { person: PersonId }

    /// The secretariat approves or declines an organisation that waits.
    ReviewOrganisation { organisation: OrganisationId, approved: bool }
}
