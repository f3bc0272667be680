//! Invented values to show components with.

use model::domain::body::{Body, Day, Mode, Session};
use model::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use model::domain::ids::{BodyId, CommentId, LedgerEntryId, OrganisationId, PaperId, ProvisionId, RoundId, SessionId};
use model::domain::item::ItemState;
use model::domain::language::{Language, LocalizedText};
use model::domain::organisation::{OrganisationRef, Region, StakeholderType};
use model::domain::round::{Round, RoundKind};
use model::domain::time::{Instant, Span};
use model::domain::window::Window;
use model::portal::{CommentLine, PaperLine, RoundLine};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The words of the provision that comments propose to change.
pub const PROVISION: &str = "States should not conduct or knowingly support ICT activity that damages critical infrastructure.";

/// Markdown with everything that may stand in it, and what may not.
pub const MARKDOWN: &str = "## Recommendations\n\nA paragraph with **bold**, *stressed* and `code` words, \
and a [link](https://example.org).\n\n1. Publish points of contact.\n2. Train them.\n\n> A quotation.\n\n- One\n- Two\n\n<script>alert(1)</script>";

fn text(english: &str, arabic: &str) -> LocalizedText {
    LocalizedText(BTreeMap::from([("en".to_owned(), english.to_owned()), ("ar".to_owned(), arabic.to_owned())]))
}

fn organisation(arabic: bool) -> OrganisationRef {
    OrganisationRef {
        id: OrganisationId(Uuid::from_u128(1)),
        name: if arabic { "مركز النيل للسياسات الرقمية" } else { "Kenya Digital Rights Forum" }.to_owned(),
        stakeholder_type: if arabic { StakeholderType::Academia } else { StakeholderType::Ngo },
        region: Region::AfricanGroup,
    }
}

/// A round in each stage: upcoming, open, under a day, under an hour, closed.
pub fn rounds(now: Instant) -> Vec<RoundLine> {
    let spans = [
        (Span::DAY.times(6), Span::DAY.times(30)),
        (Span::DAY.times(-6), Span::DAY.times(12)),
        (Span::DAY.times(-6), Span::HOUR.times(5)),
        (Span::DAY.times(-6), Span::MINUTE.times(41)),
        (Span::DAY.times(-6), Span::DAY.times(-1)),
    ];
    spans.iter().enumerate().map(|(at, (opens, closes))| round(at, now + *opens, now + *closes)).collect()
}

fn round(at: usize, opens_at: Instant, closes_at: Instant) -> RoundLine {
    let body = Body {
        id: BodyId(Uuid::from_u128(2)),
        code: "oewg".to_owned(),
        name: text("Open-ended Working Group", "الفريق العامل المفتوح العضوية"),
        short_name: text("OEWG", "الفريق العامل"),
        description: LocalizedText::default(),
    };
    let session = Session {
        id: SessionId(Uuid::from_u128(3)),
        body: body.id,
        code: "S1".to_owned(),
        title: text("First session", "الدورة الأولى"),
        starts_on: Day("2026-12-07".to_owned()),
        ends_on: Day("2026-12-11".to_owned()),
        city: text("New York", "نيويورك"),
        time_zone: "America/New_York".to_owned(),
        mode: Mode::Formal,
        demonstration: true,
    };
    let round = Round {
        id: RoundId(Uuid::from_u128(10 + at as u128)),
        session: session.id,
        body: body.id,
        kind: if at.is_multiple_of(2) { RoundKind::Comments } else { RoundKind::PositionPapers },
        title: text("Position papers for the first session", "ورقات الموقف للدورة الأولى"),
        call: LocalizedText::default(),
        draft_version: None,
        subgroup: None,
        reach: None,
        questions: Vec::new(),
        window: Window { entry: LedgerEntryId(Uuid::nil()), opens_at, closes_at, grants: Vec::new() },
        time_zone: "America/New_York".to_owned(),
        demonstration: true,
    };
    RoundLine { round, session, body }
}

/// A paper in each state.
pub fn papers(now: Instant) -> Vec<PaperLine> {
    let titles = [
        ("", Language::En),
        ("Protecting the public core of the Internet in times of crisis", Language::En),
        ("حماية البنية التحتية العامة للإنترنت", Language::Ar),
        (
            "Pourquoi les points de contact ont besoin d’une politique linguistique, d’une chaîne d’alerte et d’un tour de garde",
            Language::Fr,
        ),
        ("供应链完整性", Language::Zh),
    ];
    ItemState::ALL
        .iter()
        .zip(titles)
        .map(|(state, (title, language))| PaperLine {
            id: PaperId(Uuid::from_u128(20)),
            title: title.to_owned(),
            language,
            state: *state,
            organisation: organisation(language == Language::Ar),
            subgroup_code: (language != Language::Zh).then(|| "SG-RNP".to_owned()),
            round: RoundId(Uuid::from_u128(10)),
            submitted_at: None,
            updated_at: now,
            late: false,
        })
        .collect()
}

/// A comment with each stance, and with proposals of each kind. `series` keeps ids apart that stand on one page.
pub fn comments(now: Instant, series: u128) -> Vec<CommentLine> {
    let contents = [
        (Stance::Support, Operation::Keep, ""),
        (
            Stance::SupportWithChange,
            Operation::Modify,
            "States shall not conduct or knowingly support ICT activity that damages hospitals or other critical infrastructure.",
        ),
        (Stance::Oppose, Operation::Delete, ""),
        (Stance::Neutral, Operation::Add, "They should publish how they verify this."),
        (Stance::Support, Operation::Move, "After paragraph 7."),
    ];
    contents
        .into_iter()
        .zip(0_u128..)
        .map(|((stance, operation, proposed), at)| CommentLine {
            id: CommentId(Uuid::from_u128(series * 100 + at)),
            provision: ProvisionId(Uuid::from_u128(30)),
            citation: "4 (b)".to_owned(),
            round: RoundId(Uuid::from_u128(10)),
            organisation: organisation(false),
            content: CommentContent {
                language: Language::En,
                kind: CommentKind::default(),
                quote: String::new(),
                stance,
                operation,
                proposed_text: proposed.to_owned(),
                reason: "What is damaged in one State is missed in many.".to_owned(),
                link: String::new(),
            },
            state: ItemState::Accepted,
            submitted_at: Some(now),
            updated_at: now,
            late: false,
        })
        .collect()
}
