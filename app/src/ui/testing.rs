//! For tests of views: a context around a portal that knows nothing beyond what the test gives it, and plain values to show.

use crate::domain::body::{Body, Day, Mode, Session};
use crate::domain::comment::{CommentContent, Operation, Stance};
use crate::domain::ids::*;
use crate::domain::item::ItemState;
use crate::domain::language::{Language, Locale, LocalizedText};
use crate::domain::organisation::{OrganisationRef, Region, StakeholderType};
use crate::domain::person::{Actor, Function, Membership, SignedIn};
use crate::domain::role::{Role, RoleName, Scope};
use crate::domain::round::{Round, RoundKind};
use crate::domain::time::{Instant, Span};
use crate::domain::window::Window;
use crate::error::{PortalError, PortalResult};
use crate::portal::*;
use crate::render::{Cx, Site};
use async_trait::async_trait;
use leptos::prelude::LeptosOptions;
use std::sync::Arc;
use uuid::Uuid;

/// 1 December 2026, 12:00 UTC.
pub const NOW: Instant = Instant(1_796_126_400_000_000);

/// Answers what the test put in; `NotFound` for everything else.
#[derive(Default)]
pub struct Canned {
    pub own_input: OwnInput,
    pub queues: Vec<Queue>,
    pub home: Option<Home>,
    pub mails: Vec<Mail>,
}

pub fn cx(l: Locale, path: &str, actor: Actor, portal: Canned) -> Cx {
    let leptos = LeptosOptions::builder().output_name("portal").site_pkg_dir("pkg/0123abcd").build();
    let site = Site { assets: "pkg/0123abcd".to_owned(), demonstration: true, leptos };
    let ctx = Ctx { actor, now: NOW, locale: l, address: String::new() };
    Cx { portal: Arc::new(portal), ctx, site: Arc::new(site), path: path.to_owned() }
}

pub fn person(roles: &[(RoleName, Scope)]) -> Actor {
    let role = |(name, scope): &(RoleName, Scope)| Role { name: *name, scope: *scope, valid_from: Instant(0), valid_until: None };
    Actor::Person(Box::new(SignedIn {
        person: PersonId(Uuid::from_u128(1)),
        full_name: "Amina <b>Odhiambo</b>".to_owned(),
        email: "amina@example.org".to_owned(),
        confirmed: true,
        memberships: vec![Membership {
            organisation: organisation().id,
            organisation_name: organisation().name,
            function: Function::ContactPoint,
        }],
        roles: roles.iter().map(role).collect(),
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
            stance: Stance::SupportWithChange,
            operation,
            proposed_text: proposed.to_owned(),
            reason: "Because <b>it</b> matters.".to_owned(),
        },
        state: ItemState::Accepted,
        submitted_at: Some(NOW),
        updated_at: NOW,
    }
}

#[async_trait]
impl Bodies for Canned {
    async fn home(&self, _: &Ctx) -> PortalResult<Home> {
        self.home.clone().ok_or(PortalError::NotFound)
    }
    async fn body(&self, _: &Ctx, _: &str) -> PortalResult<BodyPage> {
        Err(PortalError::NotFound)
    }
    async fn session(&self, _: &Ctx, _: SessionId) -> PortalResult<SessionPage> {
        Err(PortalError::NotFound)
    }
    async fn subgroup(&self, _: &Ctx, _: &str) -> PortalResult<SubgroupPage> {
        Err(PortalError::NotFound)
    }
    async fn norms(&self, _: &Ctx) -> PortalResult<Vec<crate::domain::norm::Norm>> {
        Err(PortalError::NotFound)
    }
    async fn join_subgroup(&self, _: &Ctx, _: &str, _: OrganisationId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Comments for Canned {
    async fn comment(&self, _: &Ctx, _: CommentId) -> PortalResult<CommentPage> {
        Err(PortalError::NotFound)
    }
    async fn send_comment(&self, _: &Ctx, _: SaveComment) -> PortalResult<Sent> {
        Err(PortalError::NotFound)
    }
    async fn comment_receipt(&self, _: &Ctx, _: CommentId) -> PortalResult<ReceiptPage> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Deadlines for Canned {
    async fn round(&self, _: &Ctx, _: RoundId) -> PortalResult<RoundPage> {
        Err(PortalError::NotFound)
    }
    async fn change_deadline(&self, _: &Ctx, _: RoundId, _: NewDeadline) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Moderation for Canned {
    async fn queues(&self, _: &Ctx) -> PortalResult<Vec<Queue>> {
        Ok(self.queues.clone())
    }
    async fn moderate_paper(&self, _: &Ctx, _: PaperId) -> PortalResult<ModerationItem> {
        Err(PortalError::NotFound)
    }
    async fn moderate_comment(&self, _: &Ctx, _: CommentId) -> PortalResult<ModerationItem> {
        Err(PortalError::NotFound)
    }
    async fn decide_paper(&self, _: &Ctx, _: PaperId, _: NewDecision) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn decide_comment(&self, _: &Ctx, _: CommentId, _: NewDecision) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Outbox for Canned {
    async fn mails(&self, _: &Ctx) -> PortalResult<Vec<Mail>> {
        Ok(self.mails.clone())
    }
    async fn mail(&self, _: &Ctx, id: MailId) -> PortalResult<Mail> {
        self.mails.iter().find(|mail| mail.id == id).cloned().ok_or(PortalError::NotFound)
    }
}

#[async_trait]
impl Papers for Canned {
    async fn papers(&self, _: &Ctx, _: Option<&str>) -> PortalResult<Slice<PaperLine>> {
        Err(PortalError::NotFound)
    }
    async fn paper(&self, _: &Ctx, _: PaperId) -> PortalResult<PaperPage> {
        Err(PortalError::NotFound)
    }
    async fn paper_editor(&self, _: &Ctx, _: RoundId) -> PortalResult<PaperEditor> {
        Err(PortalError::NotFound)
    }
    async fn save_paper(&self, _: &Ctx, _: SavePaper) -> PortalResult<Saved<PaperId>> {
        Err(PortalError::NotFound)
    }
    async fn submit_paper(&self, _: &Ctx, _: PaperId, _: i64) -> PortalResult<Submitted> {
        Err(PortalError::NotFound)
    }
    async fn paper_receipt(&self, _: &Ctx, _: PaperId) -> PortalResult<ReceiptPage> {
        Err(PortalError::NotFound)
    }
    async fn receipt_content(&self, _: &Ctx, _: ReceiptId) -> PortalResult<crate::domain::receipt::Receipt> {
        Err(PortalError::NotFound)
    }
    async fn own_input(&self, _: &Ctx) -> PortalResult<OwnInput> {
        Ok(self.own_input.clone())
    }
}

#[async_trait]
impl People for Canned {
    async fn register(&self, _: &Ctx, _: Registration) -> PortalResult<SessionToken> {
        Err(PortalError::NotFound)
    }
    async fn confirm_code(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn confirm_link(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn resend_confirmation(&self, _: &Ctx) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn sign_in(&self, _: &Ctx, _: &str, _: &str) -> PortalResult<Option<SessionToken>> {
        Err(PortalError::NotFound)
    }
    async fn sign_out(&self, _: &Ctx, _: &SessionToken) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Summaries for Canned {
    async fn summary(&self, _: &Ctx, _: SessionId) -> PortalResult<Summary> {
        Err(PortalError::NotFound)
    }
    async fn note_export(&self, _: &Ctx, _: SessionId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Texts for Canned {
    async fn draft(&self, _: &Ctx, _: DraftVersionId) -> PortalResult<DraftPage> {
        Err(PortalError::NotFound)
    }
    async fn provision(&self, _: &Ctx, _: ProvisionId) -> PortalResult<ProvisionPage> {
        Err(PortalError::NotFound)
    }
}
