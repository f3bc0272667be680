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
use model::portal::*;

/// Of the words as they are now.
fn sha256() -> String {
    "0".repeat(64)
}

/// One that waits, one that confirmed, one that confirmed other words, one that declined.
fn invited() -> Vec<Invited> {
    let waiting = Invited {
        organisation: organisation(),
        invited_at: NOW,
        asked_at: NOW - Span::DAY,
        confirmed: None,
        voided_at: None,
        declined_at: None,
    };
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
            version: page.paper.version,
            lead: page.organisation,
            line: page.line,
            invited: if self.empty { Vec::new() } else { invited() },
            sha256: sha256(),
            editable: page.paper.state.is_editable(),
            found: if search.is_empty() { Vec::new() } else { vec![organisation()] },
        })
    }
    async fn invite_to_joint(&self, _: &Ctx, _: PaperId, _: OrganisationId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn uninvite_from_joint(&self, _: &Ctx, _: PaperId, _: OrganisationId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn ask_for_confirmation(&self, _: &Ctx, _: PaperId) -> PortalResult<usize> {
        Err(PortalError::NotFound)
    }
    async fn joint_request(&self, _: &Ctx, _: PaperId, _: Option<OrganisationId>) -> PortalResult<JointRequest> {
        let page = self.paper_page();
        Ok(JointRequest {
            paper: page.paper.id,
            content: page.paper.content,
            recommendations: page.recommendations,
            subgroup: page.subgroup,
            state: page.paper.state,
            line: self.line(RoundKind::PositionPapers),
            lead: page.organisation,
            invited: invited(),
            sha256: sha256(),
            updated_at: NOW,
            organisation: organisation(),
            answer: if page.paper.state == ItemState::Draft { Answer::Changed { at: NOW } } else { Answer::Waiting },
            signed: !page.paper.state.is_editable(),
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
    }
}
