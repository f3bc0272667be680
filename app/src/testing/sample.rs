//! A portal with one of everything, as hostile as people can write it.

use super::{NOW, organisation};
use model::domain::comment::{Comment, CommentContent, CommentKind, Operation, Stance};
use model::domain::draft::{DraftVersion, Level, Provision};
use model::domain::ids::*;
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::{Language, LocalizedText};
use model::domain::late::{LateState, Refusal};
use model::domain::moderation::{ModerationAct, Outcome};
use model::domain::norm::Norm;
use model::domain::paper::{Consent, Paper, PaperContent};
use model::domain::provision_status::ProvisionStatus;
use model::domain::receipt::Receipt;
use model::domain::redaction::Redacted;
use model::domain::role::RoleName;
use model::domain::round::{LedgerEntry, LedgerKind, RoundKind};
use model::domain::subgroup::Subgroup;
use model::domain::time::{Instant, Span};
use model::domain::voice::{Heard, OwnVoice, Voice};
use model::domain::window::Phase;
use model::policy::Denied;
use model::portal::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What varies from test to test.
#[derive(Clone, Copy)]
pub struct Sample {
    pub paper: ItemState,
    pub comment: ItemState,
    /// Time left in the rounds; negative when they are closed.
    pub left: Span,
    pub own: bool,
    pub empty: bool,
    /// The person has set up a second factor.
    pub has_factor: bool,
}

impl Default for Sample {
    fn default() -> Self {
        Self {
            paper: ItemState::Accepted,
            comment: ItemState::Accepted,
            left: Span::DAY.times(2),
            own: false,
            empty: false,
            has_factor: false,
        }
    }
}

pub const PAPER: PaperId = PaperId(Uuid::from_u128(6));
pub const COMMENT: CommentId = CommentId(Uuid::from_u128(7));
pub const PROVISION: ProvisionId = ProvisionId(Uuid::from_u128(8));
pub const DRAFT: DraftVersionId = DraftVersionId(Uuid::from_u128(9));
pub const ROUND: RoundId = RoundId(Uuid::from_u128(5));
/// The round with a list of speakers.
pub const SPEAKERS_ROUND: RoundId = RoundId(Uuid::from_u128(72));
/// The round for accreditation.
pub const ACCREDITATION_ROUND: RoundId = RoundId(Uuid::from_u128(73));
pub const CO_SIGNING_ROUND: RoundId = RoundId(Uuid::from_u128(75));
pub const ACCREDITATION: AccreditationId = AccreditationId(Uuid::from_u128(74));
pub const SESSION: SessionId = SessionId(Uuid::from_u128(4));
pub const LATE: LateAttemptId = LateAttemptId(Uuid::from_u128(60));
const SUBGROUP: SubgroupId = SubgroupId(Uuid::from_u128(10));

pub fn both(en: &str, ar: &str) -> LocalizedText {
    LocalizedText(BTreeMap::from([("en".to_owned(), en.to_owned()), ("ar".to_owned(), ar.to_owned())]))
}

pub fn subgroup() -> Subgroup {
    let body = super::round(RoundKind::Comments, Span::DAY).body.id;
    Subgroup {
        id: SUBGROUP,
        body,
        code: "SG-RNP".to_owned(),
        name: both("Rules & norms", "القواعد والمعايير"),
        description: both("About norms.", "عن المعايير."),
        joining: model::domain::subgroup::Joining::Open,
    }
}

pub fn draft() -> DraftVersion {
    DraftVersion {
        id: DRAFT,
        draft: DraftId(Uuid::from_u128(11)),
        body: subgroup().body,
        subgroup: SUBGROUP,
        title: both("Draft text on norms", "مشروع نص بشأن المعايير"),
        label: LocalizedText::english("Zero draft"),
        language: Language::En,
        issued_at: NOW - Span::DAY.times(9),
    }
}

pub fn provision(level: Level, label: &str, citation: &str, text: &str) -> Provision {
    Provision {
        id: PROVISION,
        draft_version: DRAFT,
        stable_id: format!("para-{}", citation.replace(' ', "-")),
        position: 1,
        level,
        label: label.to_owned(),
        citation: citation.to_owned(),
        text: text.to_owned(),
    }
}

pub fn provisions() -> Vec<ProvisionLine> {
    let line = |level, label, citation, text, comments| ProvisionLine {
        provision: provision(level, label, citation, text),
        comments,
        status: if comments > 2 { ProvisionStatus::Pending } else { ProvisionStatus::Open },
    };
    vec![
        line(Level::Heading, "A.", "A", "Introduction", 0),
        line(Level::Paragraph, "4.", "4", "States [should <always>] act with care.", 3),
        line(Level::Subparagraph, "(b)", "4 (b)", "Build on experience;", 0),
        line(Level::Item, "(i)", "4 (b) (i)", "Least developed countries;", 1),
    ]
}

impl Sample {
    pub fn line(self, kind: RoundKind) -> RoundLine {
        let mut line = super::round(kind, self.left);
        if kind == RoundKind::Comments {
            line.round.draft_version = Some(DRAFT);
            line.round.title = both("Comments on the zero draft", "تعليقات على المشروع الأولي");
        }
        line
    }

    pub fn phase(self) -> Phase {
        self.line(RoundKind::Comments).round.window.public_phase(NOW)
    }

    pub fn paper_line(self) -> PaperLine {
        PaperLine { submitted_at: Some(NOW), ..super::paper("ورقة <b>موقف</b>", self.paper) }
    }

    pub fn paper_lines(self) -> Vec<PaperLine> {
        if self.empty { Vec::new() } else { vec![self.paper_line()] }
    }

    pub fn paper_page(self) -> PaperPage {
        let content = PaperContent {
            title: "ورقة <b>موقف</b>".to_owned(),
            language: Language::Ar,
            subgroup: Some(SUBGROUP),
            text: "# مقدمة\n\nنص <script>alert(1)</script>".to_owned(),
            answers: vec!["Answer <b>one</b>".to_owned()],
            recommendations: super::recommendations::recommendations(),
            consent: Some(Consent::Public),
        };
        let earlier = (self.own && !self.empty).then(|| PaperId(Uuid::from_u128(77)));
        let paper = Paper {
            id: PAPER,
            organisation: organisation().id,
            round: ROUND,
            state: self.paper,
            content,
            redacted: self.redacted(),
            replaces: earlier,
            version: 3,
            updated_at: NOW,
        };
        let ended = matches!(self.paper, ItemState::Withdrawn | ItemState::Replaced);
        let stands = self.own && self.paper.stands();
        let submitted = self.paper != ItemState::Draft;
        PaperPage {
            paper,
            organisation: organisation(),
            line: self.line(RoundKind::PositionPapers),
            subgroup: Some(subgroup()),
            recommendations: super::recommendations::recommended(),
            standing: (!self.empty).then_some(super::accreditations::STANDING),
            signatories: if self.empty { Vec::new() } else { vec![organisation()] },
            joint: if self.empty || !submitted { Vec::new() } else { vec![organisation()] },
            invited: if self.own && !submitted { super::joint::answers() } else { Vec::new() },
            corrigenda: if self.empty { Vec::new() } else { super::corrigenda::corrigenda(!self.own) },
            co_signing: (!self.empty).then(|| self.line(RoundKind::CoSigning)),
            receipts: if submitted { vec![receipt(ItemKind::Paper)] } else { Vec::new() },
            public_receipt: (self.paper == ItemState::Accepted).then(|| (receipt(ItemKind::Paper).id, receipt(ItemKind::Paper).number)),
            decisions: self.decisions(self.paper),
            redactions: self.redactions(),
            refusals: if self.own && !submitted { vec![refusal(ItemKind::Paper)] } else { Vec::new() },
            late: self.paper == ItemState::Accepted,
            submitted_by: Some("أمل <b>Sample</b>".to_owned()),
            own: self.own,
            editable: self.own && self.paper.is_editable(),
            phase: self.phase(),
            succession: Succession {
                replaces: earlier.map(|id| (id, ItemState::Replaced)),
                replaced_by: (self.paper == ItemState::Replaced).then(|| (PaperId(Uuid::from_u128(78)), ItemState::Submitted)),
                ended_at: ended.then_some(NOW),
            },
            ends: PaperEnds {
                withdraw: if stands { Ok(()) } else { Err(Denied::NothingStands) },
                replace: stands,
                discard: if self.own && !submitted { Ok(()) } else { Err(Denied::OnRecord) },
                correct: if stands { Ok(()) } else { Err(Denied::NothingStands) },
            },
        }
    }

    fn decisions(self, state: ItemState) -> Vec<DecisionLine> {
        let outcome = match state {
            ItemState::Returned => Outcome::Return,
            ItemState::Declined => Outcome::Decline,
            ItemState::Accepted if self.own => Outcome::Accept,
            _ => return Vec::new(),
        };
        vec![super::moderation::decision_line(ModerationAct::from(outcome))]
    }

    fn redacted(self) -> Redacted {
        if self.empty { Redacted::default() } else { Redacted::new(vec!["John <Smith>".to_owned()]) }
    }

    /// One that stands, where there is anything.
    fn redactions(self) -> Vec<DecisionLine> {
        if self.empty { Vec::new() } else { vec![super::moderation::decision_line(ModerationAct::Redact)] }
    }

    pub fn comment_page(self) -> CommentPage {
        let comment = Comment {
            id: COMMENT,
            organisation: organisation().id,
            round: ROUND,
            provision: PROVISION,
            state: self.comment,
            content: words(),
            redacted: self.redacted(),
            version: 5,
            updated_at: NOW,
            ended_at: (self.comment == ItemState::Withdrawn).then_some(NOW),
        };
        let sent = matches!(self.comment, ItemState::Submitted | ItemState::Accepted);
        CommentPage {
            comment,
            organisation: organisation(),
            provision: provisions().remove(1).provision,
            draft: draft(),
            line: self.line(RoundKind::Comments),
            standing: (!self.empty).then_some(super::accreditations::STANDING),
            decisions: self.decisions(self.comment),
            redactions: self.redactions(),
            refusals: if self.own { vec![refusal(ItemKind::Comment)] } else { Vec::new() },
            late: self.comment == ItemState::Accepted,
            own: self.own,
            editable: self.own && self.comment.is_editable(),
            heard: if self.empty { Vec::new() } else { heard() },
            excludes: if self.empty { Vec::new() } else { vec![super::comment(Operation::Delete, "")] },
            own_voices: if self.own { Vec::new() } else { own_voices() },
            change: if self.own && sent { Ok(()) } else { Err(Denied::NotEditable) },
            withdraw: if self.own && self.comment.stands() { Ok(()) } else { Err(Denied::NothingStands) },
            phase: self.phase(),
        }
    }

    pub fn comment_line(self) -> CommentLine {
        CommentLine { state: self.comment, content: words(), ..super::comment(Operation::Modify, "") }
    }
}

/// What its person has begun and sent.
pub fn own_input() -> OwnInput {
    let unsent = CommentLine { state: ItemState::Returned, ..super::comment(Operation::Keep, "") };
    OwnInput {
        papers: vec![super::paper("<script>", ItemState::Draft), super::paper("حماية", ItemState::Accepted)],
        comments: vec![unsent],
        rounds: [RoundKind::PositionPapers, RoundKind::Speakers, RoundKind::Accreditation, RoundKind::CoSigning]
            .map(|kind| super::round(kind, Span::DAY))
            .to_vec(),
        inscriptions: vec![super::speakers::own()],
        applications: vec![super::accreditations::own()],
        signatures: vec![super::co_signing::own()],
        invitations: vec![super::joint::own()],
        subgroups: Vec::new(),
    }
}

pub fn mail() -> Mail {
    Mail {
        id: MailId(Uuid::nil()),
        recipient: "amina@example.org".to_owned(),
        language: "en".to_owned(),
        subject: "Confirm <now>".to_owned(),
        body: "Code 482913\nhttp://127.0.0.1:3000/confirm/abc\n<script>".to_owned(),
        written_at: NOW,
        sent_at: None,
        attachment: Some(Attachment { name: "STK-OEWG-S1-RNP-0017.json".to_owned(), text: "{\"payload\":<b>".to_owned() }),
    }
}

pub fn words() -> CommentContent {
    CommentContent {
        language: Language::En,
        kind: CommentKind::Translation,
        quote: "should <always>".to_owned(),
        stance: Stance::SupportWithChange,
        operation: Operation::Modify,
        proposed_text: "States shall act with care. </textarea><script>".to_owned(),
        reason: "Because <b>it</b> matters.".to_owned(),
        link: "https://example.org/a?b=c&d".to_owned(),
    }
}

/// Somebody who joins, somebody who opposes.
pub fn heard() -> Vec<Heard> {
    [Voice::Join, Voice::Oppose].map(|voice| Heard { organisation: organisation(), voice, said_at: NOW }).into()
}

fn own_voices() -> Vec<OwnVoice> {
    let own = |id, voice| OwnVoice {
        organisation: OrganisationId(Uuid::from_u128(id)),
        name: "Own & <b>only</b>".to_owned(),
        voice,
        may: Ok(()),
    };
    vec![own(30, None), own(31, Some(Voice::Support))]
}

pub fn receipt(kind: ItemKind) -> Receipt {
    Receipt {
        id: ReceiptId(Uuid::from_u128(12)),
        number: "STK-OEWG-S1-RNP-0017".to_owned(),
        kind,
        item: PAPER.item(),
        version: 3,
        organisation: organisation().id,
        received_at: Instant(NOW.0 + 123_456),
        judged_by: LedgerEntryId(Uuid::nil()),
        content: "{}".to_owned(),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
    }
}

pub fn refusal(kind: ItemKind) -> Refusal {
    Refusal {
        id: LATE,
        number: "REF-OEWG-S1-0003".to_owned(),
        round: ROUND,
        kind,
        item: if kind == ItemKind::Paper { PAPER.item() } else { COMMENT.item() },
        version: 3,
        organisation: organisation().id,
        received_at: NOW + Span::MINUTE,
        closed_at: NOW,
        judged_by: LedgerEntryId(Uuid::nil()),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        words: 1_204,
        bytes: 9_876,
        state: LateState::Sealed,
        decided_at: None,
        decided_by: None,
        newer: None,
    }
}

pub fn ledger() -> Vec<LedgerEntry> {
    let entry = |number, kind, id| LedgerEntry {
        id: LedgerEntryId(Uuid::from_u128(id)),
        round: ROUND,
        number,
        kind,
        opens_at: NOW - Span::DAY,
        closes_at: NOW + Span::DAY.times(number),
        time_zone: "America/New_York".to_owned(),
        reason: "Power cut in the <region>".to_owned(),
        by: RoleName::Chair,
        recorded_at: NOW - Span::HOUR,
    };
    vec![entry(2, LedgerKind::Extended, 0), entry(1, LedgerKind::Opened, 20)]
}

pub fn norm() -> Norm {
    Norm {
        code: "N-A".to_owned(),
        reference: "A/70/174, para. 13 (a)".to_owned(),
        short_title: both("Cooperation", "التعاون"),
        text: LocalizedText::english("States should cooperate."),
    }
}
