//! What can be asked of the server: one object-safe trait for each capability, and the values they answer with.
//! May use: `domain`, `policy`, `error`. Must not use: Leptos, a database.

mod accounts;
mod accreditations;
mod anchors;
mod bodies;
mod calendars;
mod co_signing;
mod comments;
mod compilation;
mod corrigenda;
mod counting;
mod deadlines;
mod drafting;
mod grants;
mod joining;
mod joint;
mod late;
mod ledger;
mod linking;
mod members;
mod moderation;
mod offices;
mod operations;
mod organisations;
mod outbox;
mod own_data;
mod papers;
mod people;
mod planning;
mod proofs;
mod queues;
mod repeats;
mod secretariat;
mod sentences;
mod speakers;
mod subgroups;
mod summaries;
mod texts;
mod themes;
mod translations;

pub use accounts::{
    AccountPage, Accounts, EmailChanged, Enrolled, FactorOffer, FactorState, LoginLine, LostFactor, NewLogin, OwnDetails, SignInStep,
};
pub use accreditations::{
    AccreditationPage, Accreditations, ApplicationEditor, ApplicationLine, ApplicationsPage, NewApplication, NewStep, OwnApplication,
    StandingLine, StepLine,
};
pub use anchors::{Anchors, EarlierComment, EarlierCursors, EarlierPage};
pub use bodies::{Bodies, BodyPage, Home, RoundLine, SessionPage, SubgroupLine};
pub use calendars::{CalendarFeed, CalendarToken, Calendars, FeedEnd, FeedRound, FeedSession, OwnEnd};
pub use co_signing::{CoSigning, CoSigningPage, NewSigningAct, OfferedPaper, OwnSignature, RoundCoSigning, SigningAct};
pub use comments::{CommentLine, CommentPage, Comments, SaveComment, Sent};
pub use compilation::{Compilation, CompilationQuery, Compilations, CompiledComment, CompiledProvision, Extent, MadeOn, Scope};
pub use corrigenda::{Corrigenda, CorrigendumLine, CorrigendumPage, NewCorrigendumDecision};
pub use counting::{ContributorsPage, Counting, InputLine, InputsPage, StatisticsPage};
pub use deadlines::{Deadlines, FIRST_PAPERS, NewDeadline, RoundAccreditation, RoundPage, RoundSpeakers};
pub use drafting::{Drafting, PreparationLine, PreparationPage, TextEditor, TextLine, TextsPage};
pub use grants::{GrantLine, Grants, GrantsPage, NewGrant};
pub use joining::{FindOrganisation, Joining, Likeness, NewOrganisation, OrganisationTask, OwnRequest, Suggestion};
pub use joint::{JointAct, JointPaper, JointPapers, JointRequest, JointWords, NewJointAct, OwnInvitation};
pub use late::{LateDecision, LateInbox, LateInboxes, LateLine, LatePage, RefusalPage};
pub use ledger::{LedgerLine, LedgerPage, Ledgers};
pub use linking::{AboutNorm, Linking, LinksPage, NormPage, PointingLine};
pub use members::{
    ClaimLine, InvitationLine, InvitationPage, InvitedPerson, MemberAct, MemberLine, Members, MembersPage, MembersStanding, RequestLine,
};
pub use moderation::{
    ActLine, AppealLine, AppealPage, Appeals, BulkLine, DecisionLine, DecisionPage, Moderation, ModerationFigure, ModerationItem,
    ModerationLedger, NewAppealAnswer, NewDecision, NewMove, NewRedaction, PublicAct, Replies, Reply,
};
pub use offices::{Administration, NewOffice, OfficeChoice, OfficeEnd, OfficeLine, Offices, OfficesPage};
pub use operations::{AuditFilter, AuditLine, AuditObject, AuditWho, FactValue, Operations};
pub use organisations::{
    InputCursors, MergePage, OrganisationChange, OrganisationFilter, OrganisationLine, OrganisationPage, OrganisationStanding,
    Organisations, ProfileChange,
};
pub use outbox::{Attachment, Mail, Outbox};
pub use own_data::{DeletionObstacles, OwnArchive, OwnData, OwnDataPage};
pub use papers::{
    OwnInput, PaperComparison, PaperEditor, PaperEnds, PaperLine, PaperPage, PaperVersion, Papers, PlaceToTake, ReceiptPage, RoundPapers,
    SavePaper, Saved, Shelf, SubgroupChoice, Submitted, Succession, Targets,
};
pub use people::{People, Registered, Registration, SessionToken};
pub use planning::{NewRound, RoundChange, RoundEditor, RoundPlanning, SessionEditor, SessionPlanning, WithdrawnRound};
pub use proofs::{Checked, LOG_LINES_AT_ONCE, LogEntry, LogPage, Proofs, ReceiptFacts, ReceiptFault, TextFile};
pub use queues::{
    Alike, AlikeLine, AlikePassage, Beside, QUEUE_PAGE, Queue, QueueLine, QueueQuery, QueueView, Queues, SameAuthor, ToPlace,
};
pub use repeats::{FormAnswer, FormNote, Repeats};
pub use secretariat::{
    FormerName, Found, MailState, OrganisationFile, PersonLine, PersonPage, Review, Secretariat, SecretariatDesk, Verdict,
    WaitingOrganisation,
};
pub use sentences::{
    NewSentence, OutlinePage, PartLine, PartPage, PublicSource, RemarkLine, SentenceChange, SentenceLine, SentencePage, SentenceVersion,
    Sentences, SourceLine,
};
pub use speakers::{InscriptionEditor, NewInscription, OwnInscription, SpeakerLine, Speakers, SpeakersPage};
pub use subgroups::{
    Announcement, AnnouncementPage, AnnouncementWords, Announcements, JoinRequest, MembershipDecision, OwnStanding, SubgroupDesk,
    SubgroupList, SubgroupPage, Subgroups,
};
pub use summaries::{ProvisionSummary, StateCounts, SubgroupSummary, Summaries, Summary, SummaryComment, SummaryPaper, TextSummary};
pub use texts::{DraftPage, Part, ProvisionLine, ProvisionPage, SAID_PAGE, SaidBlock, SaidQuery, StatusPage, TextComparison, Texts};
pub use themes::{
    Lineage, NewMerge, NewSplit, NewTags, NewTheme, PublicTheme, SplitPage, Tag, TagLine, Tagged, Tagging, ThemeActLine, ThemeActPage,
    ThemeChange, ThemeChoices, ThemeLine, ThemePage, ThemeQueue, ThemeRef, ThemeTree, ThemedLine, Themes,
};
pub use translations::{NewTranslation, TranslatedText, TranslationEditor, Translations, TranslationsPage};

use crate::domain::device::Browser;
use crate::domain::language::Locale;
use crate::domain::person::Actor;
use crate::domain::time::Instant;

/// Who asks, when, in which language: the same for one request from its first to its last line.
#[derive(Debug, Clone)]
pub struct Ctx {
    pub actor: Actor,
    /// The stamp of the request: the arrival of its head.
    pub now: Instant,
    pub locale: Locale,
    /// Where the request came from, for rate limits only. Never stored with what people write.
    pub address: String,
    /// The browser it came from: for the words of notices and the list of sessions.
    pub browser: Browser,
    /// The form that is sent, for an act that notes in its own transaction what it answers. Otherwise it is noted afterwards.
    pub form: Option<FormNote>,
}

impl Ctx {
    /// A request below HTTP, of the seeding, a benchmark, a test: no browser has sent it, and no form.
    pub fn below_http(actor: Actor, now: Instant) -> Self {
        Self { actor, now, locale: Locale::En, address: "below http".to_owned(), browser: Browser::default(), form: None }
    }
}

/// The whole portal.
pub trait Portal:
    Accounts
    + Accreditations
    + Anchors
    + Announcements
    + Appeals
    + Bodies
    + Calendars
    + CoSigning
    + Comments
    + Compilations
    + Corrigenda
    + Counting
    + Deadlines
    + Drafting
    + Grants
    + Joining
    + JointPapers
    + LateInboxes
    + Ledgers
    + Linking
    + Members
    + Moderation
    + Offices
    + Operations
    + Organisations
    + Outbox
    + OwnData
    + Papers
    + People
    + Proofs
    + Queues
    + Repeats
    + Replies
    + RoundPlanning
    + Secretariat
    + Sentences
    + SessionPlanning
    + Speakers
    + Subgroups
    + Summaries
    + Tagged
    + Texts
    + Themes
    + Translations
    + Send
    + Sync
{
}

impl<T> Portal for T where
    T: Accounts
        + Accreditations
        + Anchors
        + Announcements
        + Appeals
        + Bodies
        + Calendars
        + CoSigning
        + Comments
        + Compilations
        + Corrigenda
        + Counting
        + Deadlines
        + Drafting
        + Grants
        + Joining
        + JointPapers
        + LateInboxes
        + Ledgers
        + Linking
        + Members
        + Moderation
        + Offices
        + Operations
        + Organisations
        + Outbox
        + OwnData
        + Papers
        + People
        + Proofs
        + Queues
        + Repeats
        + Replies
        + RoundPlanning
        + Secretariat
        + Sentences
        + SessionPlanning
        + Speakers
        + Subgroups
        + Summaries
        + Tagged
        + Texts
        + Themes
        + Translations
        + Send
        + Sync
{
}

/// How many rows a list page holds.
pub const PAGE_SIZE: i64 = 200;

/// One page of a list, and the cursor of the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice<T> {
    pub rows: Vec<T>,
    /// The cursor to continue from; `None` at the end.
    pub next: Option<String>,
}
