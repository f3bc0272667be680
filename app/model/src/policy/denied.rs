//! Why the law says no.

use crate::domain::time::Instant;

/// Why an action was denied. It explains itself: the page says what to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// Sign in first.
    NotSignedIn,
    /// Confirm the e-mail address first.
    NotConfirmed,
    /// Not a member of the organisation, or only its reviewer.
    NotAWriter,
    /// Only the contact point submits.
    NotContactPoint,
    /// The organisation has not joined the subgroup.
    NotInSubgroup,
    /// Not the moderator in charge.
    NotModerator,
    /// Nobody moderates the input of their own organisation.
    OwnOrganisation,
    /// A chair who is a member of the organisation it is about: another chair of the body decides.
    OwnInterest,
    /// Not the chair of the body.
    NotChair,
    /// Neither the chair of the body nor the secretariat.
    NotChairOrSecretariat,
    /// Neither the secretariat of a body nor an administrator.
    NotSecretariat,
    /// The round has not opened.
    NotYetOpen { opens: Instant },
    /// The round has closed.
    Closed { since: Instant },
    /// What was submitted is not changed until it is returned.
    NotEditable,
    /// Not submitted, or withdrawn, replaced or declined already: there is nothing to take back or to replace.
    NothingStands,
    /// So many organisations are invited already.
    TooManyInvited { max: usize },
    /// Other organisations have confirmed these words: they change only by a save that was asked for.
    Confirmed,
    /// Until the deadline a paper is replaced, not corrected.
    ReplaceInstead { until: Instant },
    /// Only what is public is corrected.
    NotPublic,
    /// A corrigendum to it waits for a decision.
    CorrigendumWaits,
    /// It was submitted, or tried to be: what was received stays on the record.
    OnRecord,
    /// What was said to be accredited stays as it was sent to Member States, or as it was decided on.
    ApplicationInProgress,
    /// The author has not opened the paper for co-signing, or it is not public.
    NotOffered,
    /// Nobody puts a name to words they cannot read.
    WordsRedacted,
    /// Nobody co-signs their own paper.
    OwnPaper,
    /// Nobody joins, supports or opposes their own proposal.
    OwnProposal,
    /// The name of the organisation stands under the paper already: it was submitted as a joint one.
    NamedAlready,
    /// The place of a paper cannot be taken: it was withdrawn, replaced or returned, or another draft is to take it.
    PlaceTaken,
    /// Nothing to decide: still a draft, or decided already.
    NothingToDecide,
    /// Neither waiting for a decision nor public: nobody else reads it.
    NothingToRedact,
    /// The paper is in that queue.
    ThereAlready,
    /// Something else was done with it since, or its authors did something: there is nothing to take back.
    NothingToUndo,
    /// Its authors revise what was returned to them.
    RevisionBegun,
    /// Only what was returned or declined is answered, while that stands.
    NothingToReplyTo,
    /// One answer to a decision.
    RepliedAlready,
    /// Only what was declined or redacted is appealed against.
    NothingToAppeal,
    /// One appeal against a decision.
    AppealedAlready,
    /// The time for an appeal is over.
    AppealOver { since: Instant },
    /// Nobody answers an appeal against their own decision.
    OwnDecision,
    /// It is in no queue any more: its authors took it back, or another paper took its place.
    NotInQueue,
    /// The theme is one of another queue, or ended.
    ThemeOfAnotherQueue,
    /// Something was done with the themes that a merging or splitting made.
    ThemesUsedSince,
    /// The part of the summary was handed to the chair; it can be given back.
    PartHandedIn,
    /// The chair and the secretariat write in the chair's own words, nobody else.
    ChairsOwnWords,
    /// It was taken back, or nothing takes it back.
    TakenBackAlready,
    /// A deadline moves earlier only to an instant more than 24 hours ahead.
    TooShortNotice { earliest: Instant },
    /// Not a member of the organisation.
    NotMember,
    /// A member already, or the contact point already: nothing to ask for.
    AlreadyMember,
    /// The organisation would be left without a contact point.
    LastContactPoint,
    /// The contact point may object until then.
    StillOpenToObjection { until: Instant },
    /// Holds an office, which is given back before the account is deleted.
    InOffice,
    /// Is the only contact point of an organisation with other members; it is handed over before the account is deleted.
    HandOverFirst,
    /// This function needs a second factor, and this session has not passed one.
    SecondFactorNeeded,
    /// The password (and the second factor, where there is one) must be entered again first.
    StepUpNeeded,
    /// Does not appoint to this office.
    NotAppointing,
    /// Nobody appoints themselves.
    OwnOffice,
    /// The address of the person to be appointed is not confirmed.
    PersonNotConfirmed,
    /// The term does not suit the office.
    WrongTerm,
    /// The portal keeps one administrator.
    LastAdministrator,
    /// Not an administrator.
    NotAdministrator,
    /// Neither the moderator of the subgroup nor in office for its body.
    NotInCharge,
    /// The round has opened: its words can be corrected, its deadline moves by the ledger, the rest stays.
    AlreadyOpen { since: Instant },
    /// Somebody has begun to write in the round, or was given more time.
    RoundInUse,
    /// The text has something no text is issued with, or says nothing.
    TextHasFlaws,
    /// Where the provisions of the text come from is not confirmed, or was for other words.
    OriginsNotConfirmed,
    /// Another version was issued meanwhile.
    NotTheNewest,
    /// A time was stated at which the version is issued: until then, or until that is withdrawn, it stays as it is.
    IssueTimeStands,
}
