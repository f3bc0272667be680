//! Joint papers of the sample portal.

use super::sample::{self, Sample};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::ids::{OrganisationId, PaperId};
use model::domain::item::ItemState;
use model::domain::joint::{Answer, Invited};
use model::domain::organisation::OrganisationRef;
use model::domain::round::RoundKind;
use model::domain::time::Span;
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::*;

/// Of the words as they are now.
fn sha256() -> String {
    "0".repeat(64)
}

/// One that waits, one that confirmed, one that confirmed other words, one that declined.
fn invited() -> Vec<Invited> {
    let waiting = Invited { organisation: organisation(), asked_at: NOW - Span::DAY, confirmed: None, voided_at: None, declined_at: None };
    let confirmed = Invited { confirmed: Some((NOW, sha256())), ..waiting.clone() };
    let changed = Invited { voided_at: Some(NOW), ..confirmed.clone() };
    vec![waiting.clone(), confirmed, changed, Invited { declined_at: Some(NOW), ..waiting }]
}

pub fn answers() -> Vec<(OrganisationRef, Answer)> {
    invited().into_iter().map(|one| (one.organisation.clone(), one.answer(&sha256()))).collect()
}

#[async_trait]
impl JointPapers for Sample {
    async fn joint_paper(&self, _: &Ctx, _: PaperId, search: &str) -> PortalResult<JointPaper> {
        let page = self.paper_page();
        Ok(JointPaper {
            paper: page.paper.id,
            title: page.paper.content.title,
            language: page.paper.content.language,
            state: page.paper.state,
            lead: page.organisation,
            line: page.line,
            phase: page.phase,
            invited: if self.empty { Vec::new() } else { invited() },
            sha256: sha256(),
            invite: if page.paper.state.is_editable() { Ok(()) } else { Err(Denied::NotEditable) },
            found: if search.is_empty() { Vec::new() } else { vec![organisation()] },
            more: !search.is_empty(),
        })
    }
    async fn invite_to_joint(&self, _: &Ctx, _: PaperId, _: OrganisationId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn uninvite_from_joint(&self, _: &Ctx, _: PaperId, _: OrganisationId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn ask_for_confirmation(&self, _: &Ctx, _: PaperId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn joint_request(&self, _: &Ctx, _: PaperId, _: Option<OrganisationId>) -> PortalResult<JointRequest> {
        let page = self.paper_page();
        let (state, signed) = (page.paper.state, page.paper.state == ItemState::Submitted);
        let open = |holds: bool| if holds { Ok(()) } else { Err(Denied::Closed { since: NOW }) };
        Ok(JointRequest {
            paper: page.paper.id,
            state,
            line: self.line(RoundKind::PositionPapers),
            phase: page.phase,
            lead: page.organisation,
            organisation: organisation(),
            answer: if state == ItemState::Draft { Answer::Changed { at: NOW } } else { Answer::Waiting },
            signed,
            words: (state.is_editable() || signed).then(|| JointWords {
                content: page.paper.content,
                recommendations: page.recommendations,
                subgroup: page.subgroup,
                invited: invited(),
                sha256: sha256(),
                updated_at: NOW,
            }),
            confirm: open(state == ItemState::Draft),
            decline: open(state.is_editable()),
            leave: open(signed),
        })
    }
    async fn answer_joint(&self, _: &Ctx, _: NewJointAct) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}

/// One on the desk.
pub fn own() -> OwnInvitation {
    let page = Sample::default().paper_page();
    OwnInvitation {
        paper: page.paper.id,
        round: sample::ROUND,
        title: page.paper.content.title,
        language: page.paper.content.language,
        lead: page.organisation.name,
        organisation: organisation().id,
        organisation_name: organisation().name,
        answer: Answer::Waiting,
        signed: false,
    }
}
