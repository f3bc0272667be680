//! The one canned portal of the tests, and the plain values it is made of. What the pages do not ask for is not there.

mod accounts;
mod accreditations;
mod anchors;
mod co_signing;
mod compilations;
mod consultation;
mod corrigenda;
mod counting;
mod deadlines;
mod drafting;
mod joint;
mod linking;
pub mod moderation;
mod offices;
mod operations;
mod organisations;
mod planning;
mod proofs;
mod recommendations;
pub mod sample;
pub mod sentences;
mod speakers;
pub mod themes;
mod translations;

pub use sample::Sample;

use model::domain::body::{Body, Day, Mode, Session};
use model::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use model::domain::ids::*;
use model::domain::item::ItemState;
use model::domain::language::{Language, Locale, LocalizedText};
use model::domain::organisation::{OrganisationRef, Region, StakeholderType};
use model::domain::person::{Actor, Function, Membership, SignedIn};
use model::domain::role::{Role, RoleName, Scope};
use model::domain::round::{Round, RoundKind};
use model::domain::time::{Instant, Span};
use model::domain::window::Window;
use model::portal::*;
use uuid::Uuid;

/// 1 December 2026, 12:00 UTC.
pub const NOW: Instant = Instant(1_796_126_400_000_000);

pub fn person(roles: &[(RoleName, Scope)]) -> Actor {
    let role = |(name, scope): &(RoleName, Scope)| Role { name: *name, scope: *scope, valid_from: Instant(0), valid_until: None };
    Actor::Person(Box::new(SignedIn {
        person: PersonId(Uuid::from_u128(1)),
        full_name: "Amina <b>Odhiambo</b>".to_owned(),
        email: "amina@example.org".to_owned(),
        mail_language: Locale::Ar,
        confirmed: true,
        memberships: vec![Membership {
            organisation: organisation().id,
            organisation_name: organisation().name,
            function: Function::ContactPoint,
        }],
        roles: roles.iter().map(role).collect(),
        factor_satisfied: true,
        proved_at: Some(NOW),
        login: None,
    }))
}

pub fn organisation() -> OrganisationRef {
    OrganisationRef {
        id: OrganisationId(Uuid::from_u128(2)),
        name: "Réseau <i>Numérique</i>".to_owned(),
        stakeholder_type: StakeholderType::Ngo,
        region: Region::AfricanGroup,
    }
}

/// What a round asks.
pub fn questions() -> Vec<LocalizedText> {
    vec![LocalizedText::english("What <b>first</b>?"), LocalizedText::english("And then?")]
}

/// A round that closes `left` after [`NOW`].
pub fn round(kind: RoundKind, left: Span) -> RoundLine {
    let text = LocalizedText::english;
    let window = Window { entry: LedgerEntryId(Uuid::nil()), opens_at: NOW - Span::DAY, closes_at: NOW + left, grants: Vec::new() };
    let body = Body {
        id: BodyId(Uuid::from_u128(3)),
        code: "oewg".to_owned(),
        name: text("The Group"),
        short_name: text("OEWG"),
        description: text(""),
    };
    let session = Session {
        id: SessionId(Uuid::from_u128(4)),
        body: body.id,
        code: "S1".to_owned(),
        title: text("First session"),
        starts_on: Day("2026-12-07".to_owned()),
        ends_on: Day("2026-12-11".to_owned()),
        city: text("New York"),
        time_zone: "America/New_York".to_owned(),
        mode: Mode::Formal,
        demonstration: true,
    };
    let round = Round {
        id: RoundId(Uuid::from_u128(5)),
        session: session.id,
        body: body.id,
        kind,
        title: text("Position papers for the first session"),
        call: text("Say what you think."),
        draft_version: None,
        subgroup: None,
        reach: None,
        questions: questions(),
        window,
        time_zone: "America/New_York".to_owned(),
        demonstration: true,
    };
    RoundLine { round, session, body }
}

pub fn paper(title: &str, state: ItemState) -> PaperLine {
    PaperLine {
        id: PaperId(Uuid::from_u128(6)),
        title: title.to_owned(),
        language: Language::Ar,
        state,
        organisation: organisation(),
        subgroup_code: Some("SG-RNP".to_owned()),
        round: RoundId(Uuid::from_u128(5)),
        submitted_at: None,
        updated_at: NOW,
        late: false,
    }
}

pub fn comment(operation: Operation, proposed: &str) -> CommentLine {
    CommentLine {
        id: CommentId(Uuid::from_u128(7)),
        provision: ProvisionId(Uuid::from_u128(8)),
        citation: "4 (b)".to_owned(),
        round: RoundId(Uuid::from_u128(5)),
        organisation: organisation(),
        content: CommentContent {
            language: Language::En,
            kind: CommentKind::Editorial,
            quote: String::new(),
            stance: Stance::SupportWithChange,
            operation,
            proposed_text: proposed.to_owned(),
            reason: "Because <b>it</b> matters.".to_owned(),
            link: String::new(),
        },
        state: ItemState::Accepted,
        submitted_at: Some(NOW),
        updated_at: NOW,
        late: false,
    }
}
