//! The moderator's desk of the sample portal.

use super::sample::{COMMENT, DRAFT, PAPER, Sample, draft, subgroup};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::comment::Operation;
use model::domain::ids::{AppealId, CommentId, DecisionId, ItemId, PaperId, SessionId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Language;
use model::domain::moderation::{APPEAL_TIME, ModerationAct, ReasonCode};
use model::domain::queue_filter::QueueFilter;
use model::domain::redaction::Redacted;
use model::domain::role::RoleName;
use model::domain::subgroup::Subgroup;
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::*;
use uuid::Uuid;

pub const DECISION: DecisionId = DecisionId(Uuid::from_u128(82));
pub const APPEAL: AppealId = AppealId(Uuid::from_u128(83));

impl Sample {
    pub fn queue(self) -> Queue {
        let line = |kind, item, title: &str, own| QueueLine {
            kind,
            item,
            title: title.to_owned(),
            organisation: organisation(),
            submitted_at: NOW,
            own,
            late: own,
            operation: (kind == ItemKind::Comment).then_some(Operation::Modify),
            language: Language::En,
            version: 3,
            alike: 2,
        };
        let waiting = vec![line(ItemKind::Paper, PAPER.item(), "Title <x>", false), line(ItemKind::Comment, COMMENT.item(), "4 (b)", true)];
        Queue {
            subgroup: Some(subgroup()),
            body_code: "oewg".to_owned(),
            corrigenda: vec![super::corrigenda::line()],
            waiting: if self.empty { Vec::new() } else { waiting },
            to_place: if self.empty {
                vec![]
            } else {
                vec![ToPlace { version: DRAFT, title: draft().title, label: draft().label, comments: 2 }]
            },
            next: (!self.empty).then(|| "1-00000000-0000-0000-0000-000000000001".to_owned()),
            open: if self.empty { 0 } else { 86 },
            decided: 214,
            total: 300,
            recent: if self.empty { Vec::new() } else { vec![act(ModerationAct::Return)] },
            replied: if self.empty { Vec::new() } else { vec![act(ModerationAct::Decline)] },
        }
    }

    fn decision_page(self) -> DecisionPage {
        DecisionPage {
            act: act(ModerationAct::Decline),
            item: PAPER.item(),
            state: ItemState::Declined,
            time_zone: "America/New_York".to_owned(),
            own: self.own,
            undo: if self.own { Err(Denied::OwnOrganisation) } else { Ok(()) },
            reply: if self.own { Ok(()) } else { Err(Denied::NotAWriter) },
            appeal: if self.own { Ok(NOW + APPEAL_TIME) } else { Err(Denied::NotAWriter) },
        }
    }
}

/// An act of moderation.
pub fn decision_line(act: ModerationAct) -> DecisionLine {
    let code = match act {
        ModerationAct::Return => Some(ReasonCode::Incomplete),
        ModerationAct::Decline => Some(ReasonCode::OffTopic),
        ModerationAct::Redact => Some(ReasonCode::PersonalData),
        _ => None,
    };
    DecisionLine {
        id: DECISION,
        act,
        code,
        reason: "Please name your <sources>.".to_owned(),
        decided_at: NOW,
        role: RoleName::Moderator,
        queue: Some(subgroup().name),
        queue_id: Some(subgroup().id),
        moved_to: None,
        redacted: if act == ModerationAct::Redact { Redacted::new(vec!["John <Smith>".to_owned()]) } else { Redacted::default() },
        apart: act.is_apart(),
        undone: false,
        by: Some("Amina <b>".to_owned()),
        appeal: None,
        reply: act.may_be_replied_to().then(|| Reply { text: "We mean <this>.".to_owned(), at: NOW }),
    }
}

/// The same in a list.
pub fn act(act: ModerationAct) -> ActLine {
    ActLine { line: decision_line(act), kind: ItemKind::Paper, title: "Title <x>".to_owned(), organisation: organisation() }
}

#[async_trait]
impl Moderation for Sample {
    async fn decide_all(&self, _: &Ctx, _: &[(ItemKind, ItemId, i64)], _: NewDecision) -> PortalResult<Vec<BulkLine>> {
        Err(PortalError::NotFound)
    }
    async fn moderate_paper(&self, _: &Ctx, _: PaperId) -> PortalResult<ModerationItem> {
        Ok(ModerationItem::Paper(Box::new(self.paper_page())))
    }
    async fn moderate_comment(&self, _: &Ctx, _: CommentId) -> PortalResult<ModerationItem> {
        Ok(ModerationItem::Comment(Box::new(self.comment_page())))
    }
    async fn decide_paper(&self, _: &Ctx, _: PaperId, _: NewDecision) -> PortalResult<DecisionId> {
        Err(PortalError::NotFound)
    }
    async fn decide_comment(&self, _: &Ctx, _: CommentId, _: NewDecision) -> PortalResult<DecisionId> {
        Err(PortalError::NotFound)
    }
    async fn try_redaction(&self, _: &Ctx, _: ItemKind, _: ItemId, _: &NewRedaction) -> PortalResult<ModerationItem> {
        Err(PortalError::NotFound)
    }
    async fn redact(&self, _: &Ctx, _: ItemKind, _: ItemId, _: NewRedaction) -> PortalResult<DecisionId> {
        Err(PortalError::NotFound)
    }
    async fn other_queues(&self, _: &Ctx, _: PaperId) -> PortalResult<Vec<Subgroup>> {
        Ok(vec![subgroup()])
    }
    async fn move_paper(&self, _: &Ctx, _: PaperId, _: NewMove) -> PortalResult<DecisionId> {
        Err(PortalError::NotFound)
    }
    async fn decision(&self, _: &Ctx, _: DecisionId) -> PortalResult<DecisionPage> {
        Ok(self.decision_page())
    }
    async fn undo_decision(&self, _: &Ctx, _: DecisionId, _: String) -> PortalResult<(ItemKind, ItemId, DecisionId)> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Queues for Sample {
    async fn queues(&self, _: &Ctx, _: &QueueQuery) -> PortalResult<Vec<Queue>> {
        Ok(vec![self.queue()])
    }
    async fn beside(&self, _: &Ctx, _: ItemKind, _: ItemId, _: &QueueFilter) -> PortalResult<Beside> {
        let line = AlikeLine { kind: ItemKind::Paper, item: PAPER.item(), state: ItemState::Submitted, organisation: organisation() };
        let passage = |own| AlikePassage { words: "We <b>ask</b> States. ".to_owned(), own };
        let lines = vec![line.clone(), AlikeLine { kind: ItemKind::Comment, item: COMMENT.item(), ..line }];
        let alike = Alike { lines, elsewhere: 3, organisations: 5, passages: vec![passage(false), passage(true)] };
        let same = |kind, item, state| SameAuthor { kind, item, title: "Title <x>".to_owned(), language: Language::En, state };
        let same_author =
            vec![same(ItemKind::Paper, PAPER.item(), ItemState::Accepted), same(ItemKind::Comment, COMMENT.item(), ItemState::Declined)];
        Ok(Beside {
            same_author: if self.empty { Vec::new() } else { same_author },
            alike: (!self.empty).then_some(alike),
            queue: self.queue(),
            next: (!self.empty).then(|| (ItemKind::Comment, COMMENT.item())),
        })
    }
    async fn next_in_queue(&self, _: &Ctx, _: ItemKind, _: ItemId, _: &QueueFilter) -> PortalResult<Option<(ItemKind, ItemId)>> {
        Ok(None)
    }
    async fn chosen(&self, _: &Ctx, _: &[(ItemKind, ItemId)]) -> PortalResult<Vec<QueueLine>> {
        Ok(self.queue().waiting)
    }
    async fn queue_views(&self, _: &Ctx) -> PortalResult<Vec<QueueView>> {
        let view = QueueView { name: "Mine <b>".to_owned(), query: "kind=paper".to_owned() };
        Ok(if self.empty { Vec::new() } else { vec![view] })
    }
    async fn keep_queue_view(&self, _: &Ctx, _: QueueView) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn forget_queue_view(&self, _: &Ctx, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Replies for Sample {
    async fn reply(&self, _: &Ctx, _: DecisionId, _: String) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

#[async_trait]
impl Appeals for Sample {
    async fn file_appeal(&self, _: &Ctx, _: DecisionId, _: String) -> PortalResult<AppealId> {
        Err(PortalError::NotFound)
    }
    async fn appeals(&self, _: &Ctx) -> PortalResult<Vec<AppealLine>> {
        let line = AppealLine { id: APPEAL, act: act(ModerationAct::Decline), filed_at: NOW };
        Ok(if self.empty { Vec::new() } else { vec![line] })
    }
    async fn appeal(&self, _: &Ctx, _: AppealId) -> PortalResult<AppealPage> {
        Ok(AppealPage {
            id: APPEAL,
            decision: self.decision_page(),
            text: "We <disagree>.".to_owned(),
            filed_at: NOW,
            answer: self.empty.then(|| decision_line(ModerationAct::AppealDismissed)),
            may_answer: if self.own { Err(Denied::OwnOrganisation) } else { Ok(()) },
            words: (!self.own).then(|| ModerationItem::Paper(Box::new(self.paper_page()))),
        })
    }
    async fn answer_appeal(&self, _: &Ctx, _: AppealId, _: NewAppealAnswer) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn moderation_ledger(&self, ctx: &Ctx, session: SessionId, _: Option<&str>) -> PortalResult<ModerationLedger> {
        let SessionPage { session, body, .. } = self.session(ctx, session).await?;
        let line = |act, public: bool| PublicAct {
            line: DecisionLine {
                id: if public { DECISION } else { DecisionId(Uuid::from_u128(84)) },
                undone: public,
                by: None,
                reason: String::new(),
                ..decision_line(act)
            },
            kind: ItemKind::Paper,
            item: public.then(|| PAPER.item()),
        };
        let rows = if self.empty { Vec::new() } else { vec![line(ModerationAct::Accept, true), line(ModerationAct::Decline, false)] };
        let figure = |act, code| ModerationFigure { act, code, count: 7, undone: 2 };
        let figures = vec![figure(ModerationAct::Accept, None), figure(ModerationAct::Decline, Some(ReasonCode::OffTopic))];
        let next = (!self.empty).then(|| "1-2".to_owned());
        Ok(ModerationLedger { session, body, figures: if self.empty { Vec::new() } else { figures }, lines: Slice { rows, next } })
    }
}
