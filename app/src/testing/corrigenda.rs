//! Corrigenda of the sample portal.

use super::sample::Sample;
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::corrigendum::{Corrigendum, CorrigendumState};
use model::domain::ids::{CorrigendumId, PaperId};
use model::domain::language::Language;
use model::error::{PortalError, PortalResult};
use model::portal::*;
use uuid::Uuid;

/// One that is published, one that was declined, one that waits; `published`: the first alone.
pub fn corrigenda(published: bool) -> Vec<Corrigendum> {
    let first = Corrigendum {
        id: CorrigendumId(Uuid::from_u128(80)),
        number: Some(1),
        text: "For «may» read «must» <b>.".to_owned(),
        state: CorrigendumState::Published,
        asked_at: NOW,
        decided_at: Some(NOW),
        reason: String::new(),
    };
    if published {
        return vec![first];
    }
    let declined = Corrigendum { number: None, state: CorrigendumState::Declined, reason: "R".to_owned(), ..first.clone() };
    let waiting = Corrigendum {
        id: CorrigendumId(Uuid::from_u128(81)),
        number: None,
        state: CorrigendumState::Asked,
        decided_at: None,
        ..first.clone()
    };
    vec![first, declined, waiting]
}

/// One in a queue.
pub fn line() -> CorrigendumLine {
    CorrigendumLine {
        id: CorrigendumId(Uuid::from_u128(81)),
        title: "A <title>".to_owned(),
        language: Language::En,
        organisation: organisation(),
        asked_at: NOW,
        own: false,
    }
}

#[async_trait]
impl Corrigenda for Sample {
    async fn ask_corrigendum(&self, _: &Ctx, _: PaperId, _: &str) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn take_corrigendum_back(&self, _: &Ctx, _: PaperId) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn moderate_corrigendum(&self, _: &Ctx, _: CorrigendumId) -> PortalResult<CorrigendumPage> {
        let corrigendum = corrigenda(false).pop().ok_or(PortalError::NotFound)?;
        Ok(CorrigendumPage { corrigendum, page: self.paper_page() })
    }
    async fn decide_corrigendum(&self, _: &Ctx, _: CorrigendumId, _: NewCorrigendumDecision) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
