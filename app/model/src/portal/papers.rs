//! Position papers: list, page, editor, submission, receipt.

use super::{CommentLine, Ctx, DecisionLine, OwnApplication, OwnInscription, OwnInvitation, OwnSignature, RoundLine, Slice, TextFile};
use crate::domain::accreditation::Standing;
use crate::domain::corrigendum::Corrigendum;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::ids::{BodyId, OrganisationId, PaperId, ReceiptId, RoundId, SubgroupId};
use crate::domain::item::ItemState;
use crate::domain::joint::Answer;
use crate::domain::language::Language;
use crate::domain::late::Refusal;
use crate::domain::norm::Norm;
use crate::domain::organisation::OrganisationRef;
use crate::domain::paper::{Paper, PaperContent};
use crate::domain::receipt::Receipt;
use crate::domain::recommendation::{About, Recommended, Target};
use crate::domain::round::LedgerEntry;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::domain::window::Phase;
use crate::error::PortalResult;
use crate::policy::Denied;
use async_trait::async_trait;
use std::collections::HashMap;

/// A paper in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperLine {
    pub id: PaperId,
    pub title: String,
    pub language: Language,
    pub state: ItemState,
    pub organisation: OrganisationRef,
    /// `SG-RNP`; `None` for the whole body.
    pub subgroup_code: Option<String>,
    pub round: RoundId,
    pub submitted_at: Option<Instant>,
    pub updated_at: Instant,
    /// Received after the deadline and admitted by the chair.
    pub late: bool,
}

/// A paper's page, for whoever may see it.
#[derive(Debug)]
pub struct PaperPage {
    pub paper: Paper,
    pub organisation: OrganisationRef,
    pub line: RoundLine,
    pub subgroup: Option<Subgroup>,
    /// Its recommendations, with what each is about in full.
    pub recommendations: Vec<Recommended>,
    /// How the organisation stands to the session.
    pub standing: Option<Standing>,
    /// Who has put their names to it since it is public, by name.
    pub signatories: Vec<OrganisationRef>,
    /// With whom it was submitted as a joint paper, by name; for those who may see it.
    pub joint: Vec<OrganisationRef>,
    /// Who is invited to it, by name, with where each stands; of a draft, for its authors.
    pub invited: Vec<(OrganisationRef, Answer)>,
    /// Those that are published, by number; for its authors and those in office also those that are not, in the order they were asked for.
    pub corrigenda: Vec<Corrigendum>,
    /// The round in which it can be co-signed now, while its author offers it.
    pub co_signing: Option<RoundLine>,
    /// The newest first; for the author and those in office.
    pub receipts: Vec<Receipt>,
    /// The newest receipt of a public paper, with its number.
    pub public_receipt: Option<(ReceiptId, String)>,
    /// The newest first; for the author and those in office.
    pub decisions: Vec<DecisionLine>,
    /// The redactions that stand, the newest first: for everybody, with their words for the author and those in office.
    pub redactions: Vec<DecisionLine>,
    /// The receipts of late attempts with it, the newest first; for its authors alone.
    pub refusals: Vec<Refusal>,
    /// Received after the deadline and admitted by the chair.
    pub late: bool,
    /// The name of the person who submitted it, where that may be published.
    pub submitted_by: Option<String>,
    /// The actor is a member of the organisation.
    pub own: bool,
    /// The actor may change the words now.
    pub editable: bool,
    /// The phase of the round for this paper, after the organisation's grants.
    pub phase: Phase,
    /// What it replaces and what replaced it; for its authors and those in office.
    pub succession: Succession,
    /// How the actor may end it now.
    pub ends: PaperEnds,
}

/// What a draft could take the place of: another paper of its organisation that stands in the round, for the same subgroup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceToTake {
    pub id: PaperId,
    pub title: String,
    pub language: Language,
}

/// How a submitted paper can be ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperEnds {
    /// It can be taken back; or why not.
    pub withdraw: Result<(), Denied>,
    /// A paper that takes its place can be begun.
    pub replace: bool,
    /// It can be deleted: it was never submitted; or why not.
    pub discard: Result<(), Denied>,
    /// The publication of a corrigendum can be asked for; or why not.
    pub correct: Result<(), Denied>,
}

/// A paper among those of its authors that took each other's place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Succession {
    /// The one whose place it takes, or took, and where that stands.
    pub replaces: Option<(PaperId, ItemState)>,
    /// The one that takes, or took, its place, and where that stands. Not one that was withdrawn or declined.
    pub replaced_by: Option<(PaperId, ItemState)>,
    /// When it was withdrawn or replaced.
    pub ended_at: Option<Instant>,
}

/// Something that was submitted, or is being written, among the versions of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperVersion {
    /// Its receipt; `None`: what is being written.
    pub receipt: Option<(ReceiptId, String, Instant)>,
    pub content: PaperContent,
}

/// Two versions of a paper beside each other.
#[derive(Debug)]
pub struct PaperComparison {
    pub id: PaperId,
    pub line: RoundLine,
    /// All versions, the newest first: of the paper, and of those it has replaced one after the other.
    pub versions: Vec<PaperVersion>,
    /// The places in `versions` of the two that are compared.
    pub old: usize,
    pub new: usize,
    /// What the recommendations of these two are about.
    pub targets: HashMap<About, Target>,
}

/// A subgroup to choose in the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubgroupChoice {
    pub subgroup: Subgroup,
    pub joined: bool,
}

/// What recommendations may point at.
#[derive(Debug, Clone, Default)]
pub struct Targets {
    pub norms: Vec<Norm>,
    /// The newest version of each draft text of the body, with its numbered provisions in order.
    pub texts: Vec<(DraftVersion, Vec<Provision>)>,
}

/// What the editor needs around the words.
#[derive(Debug, Clone)]
pub struct PaperEditor {
    /// With the grants of the organisation.
    pub line: RoundLine,
    pub subgroups: Vec<SubgroupChoice>,
    /// The organisation the paper is written for: asked for, or the one acted for last.
    pub organisation: OrganisationId,
    pub organisation_name: String,
    /// All the actor may write for.
    pub organisations: Vec<(OrganisationId, String)>,
}

/// Saving a draft: a new one (`id` is `None`) or the one the form was filled from.
#[derive(Debug, Clone)]
pub struct SavePaper {
    pub id: Option<PaperId>,
    pub round: RoundId,
    /// Whom a new paper is written for; `None`: the organisation acted for last. A stored paper keeps its own.
    pub organisation: Option<OrganisationId>,
    /// The version the form was filled from; 0 for a new paper.
    pub version: i64,
    /// The mark of the questions a new paper's form was drawn with, see [`crate::domain::paper::mark_of`]. Where the round asks
    /// something else by now it is a conflict; `None`: not known, and not compared.
    pub asked: Option<String>,
    pub content: PaperContent,
}

/// A saved draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved<Id> {
    pub id: Id,
    pub version: i64,
    pub saved_at: Instant,
}

/// The answer to a submission: the same receipt however often it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Submitted {
    pub receipt: ReceiptId,
}

/// A receipt with what it is for.
#[derive(Debug, Clone)]
pub struct ReceiptPage {
    pub receipt: Receipt,
    pub title: String,
    pub organisation: OrganisationRef,
    /// The organisations it was submitted with, of a joint paper, by name.
    pub joint: Vec<OrganisationRef>,
    pub line: RoundLine,
    /// The entry it was judged by.
    pub entry: Option<LedgerEntry>,
    /// The receipt as it was signed.
    pub signed: TextFile,
    /// Where that stands now.
    pub state: ItemState,
}

/// One's own papers and comments, for the desk.
#[derive(Debug, Clone, Default)]
pub struct OwnInput {
    pub papers: Vec<PaperLine>,
    pub comments: Vec<CommentLine>,
    /// Rounds these belong to, and those that are open, each with the grants of the person's organisations.
    pub rounds: Vec<RoundLine>,
    /// On which lists of speakers the person's organisations are.
    pub inscriptions: Vec<OwnInscription>,
    /// The applications of the person's organisations for accreditation.
    pub applications: Vec<OwnApplication>,
    /// What the person's organisations have co-signed.
    pub signatures: Vec<OwnSignature>,
    /// The joint papers the person's organisations are invited to.
    pub invitations: Vec<OwnInvitation>,
    /// The subgroups the person's organisations have joined, each with its code.
    pub subgroups: Vec<(SubgroupId, String)>,
}

/// The lists of a round's papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Public, received in time.
    InTime,
    /// Public, received after the deadline and admitted by the chair.
    Late,
    /// For the chair only: the chair and the secretariat read them.
    ForTheChair,
}

/// The papers of a round, by pages.
#[derive(Debug, Clone)]
pub struct RoundPapers {
    pub line: RoundLine,
    pub shelf: Shelf,
    pub list: Slice<PaperLine>,
}

/// Position papers.
#[async_trait]
pub trait Papers {
    /// Public papers, the newest first.
    async fn papers(&self, ctx: &Ctx, cursor: Option<&str>) -> PortalResult<Slice<PaperLine>>;
    /// One of the lists of a round's papers, the newest first. What is for the chair only is not found by anybody else.
    async fn round_papers(&self, ctx: &Ctx, round: RoundId, shelf: Shelf, cursor: Option<&str>) -> PortalResult<RoundPapers>;
    async fn paper(&self, ctx: &Ctx, id: PaperId) -> PortalResult<PaperPage>;
    /// What the editor of a paper in `round` offers.
    /// `organisation`: whom it is written for; `None`: the one acted for last.
    async fn paper_editor(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<PaperEditor>;
    /// What recommendations of papers to a body may point at.
    async fn targets(&self, ctx: &Ctx, body: BodyId) -> PortalResult<Targets>;
    /// What a draft could take the place of, where the actor may let it.
    async fn place_to_take(&self, ctx: &Ctx, draft: PaperId) -> PortalResult<Option<PlaceToTake>>;
    /// Lets a draft take that place once it is submitted. Again changes nothing.
    async fn take_place(&self, ctx: &Ctx, draft: PaperId, of: PaperId) -> PortalResult<()>;
    /// Saves a draft. Allowed after closing too.
    async fn save_paper(&self, ctx: &Ctx, save: SavePaper) -> PortalResult<Saved<PaperId>>;
    /// Saves as [`save_paper`](Self::save_paper), but not by itself what would end what other organisations have confirmed.
    async fn autosave_paper(&self, ctx: &Ctx, save: SavePaper) -> PortalResult<Saved<PaperId>>;
    /// Submits `version` of the paper, if that is what is stored. What could have been submitted before the closing and comes after it is
    /// kept sealed, with a receipt of the refusal.
    async fn submit_paper(&self, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<Submitted>;
    /// Deletes a draft that was never submitted, if `version` is what is stored; answers its round.
    async fn discard_draft(&self, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<RoundId>;
    /// Takes a submitted paper back, if `version` is what is stored. What was submitted stays on the record.
    async fn withdraw_paper(&self, ctx: &Ctx, id: PaperId, version: i64) -> PortalResult<()>;
    /// Begins a paper with the words of a submitted one, to take its place once it is submitted. The same one however often it is asked
    /// for.
    async fn replace_paper(&self, ctx: &Ctx, id: PaperId) -> PortalResult<PaperId>;
    /// The public paper that stands where this one was; `None`: there is none.
    async fn successor(&self, ctx: &Ctx, id: PaperId) -> PortalResult<Option<PaperId>>;
    /// Two versions of a paper, for its authors and those in office. `old` and `new` are receipts; `None`: the newest, and the one before.
    async fn compare_paper(&self, ctx: &Ctx, id: PaperId, old: Option<ReceiptId>, new: Option<ReceiptId>) -> PortalResult<PaperComparison>;
    /// The newest receipt of a paper, for its organisation and those in office.
    async fn paper_receipt(&self, ctx: &Ctx, id: PaperId) -> PortalResult<ReceiptPage>;
    /// The exact bytes a receipt is about.
    async fn receipt_content(&self, ctx: &Ctx, id: ReceiptId) -> PortalResult<Receipt>;
    /// The input of the actor's organisations.
    async fn own_input(&self, ctx: &Ctx) -> PortalResult<OwnInput>;
}
