//! Comments on earlier versions, of the sample portal.

use super::sample::{self, Sample};
use async_trait::async_trait;
use model::domain::anchor::{Anchor, AnchorState};
use model::domain::ids::*;
use model::domain::item::ItemState;
use model::domain::language::Language;
use model::domain::round::RoundKind;
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::*;
use uuid::Uuid;

impl Sample {
    /// A page of what is said on earlier versions.
    pub fn earlier(self) -> Part<EarlierComment> {
        if self.empty {
            return Part::default();
        }
        Part { rows: vec![self.earlier_comment(AnchorState::Placed)], matching: 1, all: 1, next: None }
    }

    /// A page of what is said on the version itself: one of two proposals that exclude each other.
    pub fn said(self) -> Part<SaidBlock> {
        if self.empty {
            return Part::default();
        }
        let line = CommentLine { state: ItemState::Accepted, ..self.comment_line() };
        Part { rows: vec![SaidBlock { comments: vec![line], of: 2 }], matching: 1, all: 2, next: Some(sample::COMMENT) }
    }

    /// A comment that stands so in the text of the sample.
    pub fn earlier_comment(self, state: AnchorState) -> EarlierComment {
        let number = 700 + AnchorState::ALL.iter().position(|one| *one == state).map_or(0, |at| at as u128);
        let placed = matches!(state, AnchorState::Exact | AnchorState::Placed);
        let line = CommentLine { id: CommentId(Uuid::from_u128(number)), state: ItemState::Accepted, ..self.comment_line() };
        EarlierComment {
            at: 3,
            line,
            version: super::drafting::earlier().id,
            label: super::drafting::earlier().label,
            language: Language::En,
            original: "States [may <always>] act.".to_owned(),
            state,
            place: placed.then(|| (sample::PROVISION, "4".to_owned())),
            changed: placed,
            placing: if self.own { Err(Denied::OwnOrganisation) } else { Ok(()) },
        }
    }
}

#[async_trait]
impl Anchors for Sample {
    async fn earlier_comments(&self, _: &Ctx, _: DraftVersionId, from: EarlierCursors) -> PortalResult<EarlierPage> {
        let line = self.line(RoundKind::Comments);
        let all =
            |states: &[AnchorState]| if self.empty { vec![] } else { states.iter().map(|state| self.earlier_comment(*state)).collect() };
        let list = |states: &[AnchorState], next: Option<CommentId>| Slice { rows: all(states), next: next.map(|id| id.to_string()) };
        Ok(EarlierPage {
            draft: sample::draft(),
            body: line.body,
            open: list(&[AnchorState::Open], from.open),
            said: list(&[AnchorState::Placed, AnchorState::Stays], from.said),
            newest: self.own.then(super::drafting::earlier),
        })
    }
    async fn place_comment(&self, _: &Ctx, _: DraftVersionId, _: (CommentId, i64), _: Anchor, _: Option<String>) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
