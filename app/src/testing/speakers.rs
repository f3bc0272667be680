//! The sample's list of speakers.

use super::sample::Sample;
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::ids::*;
use model::domain::inscription::{Inscription, InscriptionContent, Numbers};
use model::domain::language::Language;
use model::domain::round::RoundKind;
use model::error::{PortalError, PortalResult};
use model::portal::*;

fn inscription() -> Inscription {
    Inscription {
        id: InscriptionId(uuid::Uuid::from_u128(70)),
        round: super::sample::ROUND,
        organisation: organisation().id,
        content: InscriptionContent {
            speaker: "Amina <b>Diallo</b>".to_owned(),
            capacity: "Head of \"policy\"".to_owned(),
            subject: "بناء <i>القدرات</i>".to_owned(),
            language: Language::Ar,
        },
        version: 2,
        received_at: NOW,
        updated_at: NOW,
        judged_by: LedgerEntryId(uuid::Uuid::nil()),
        place: Some(1),
    }
}

/// The list as everybody reads it.
pub fn public() -> RoundSpeakers {
    RoundSpeakers { organisations: vec![(2, organisation())], count: 3, may_read: true, own: true }
}

/// What its person's organisation asked for.
pub fn own() -> OwnInscription {
    let content = inscription().content;
    OwnInscription {
        round: super::sample::ROUND,
        organisation: organisation().id,
        organisation_name: organisation().name,
        speaker: content.speaker,
    }
}

#[async_trait]
impl Speakers for Sample {
    async fn inscription(&self, _: &Ctx, _: RoundId, _: Option<OrganisationId>) -> PortalResult<InscriptionEditor> {
        let (one, other) = (organisation(), OrganisationId(uuid::Uuid::from_u128(71)));
        Ok(InscriptionEditor {
            line: self.line(RoundKind::Speakers),
            organisation: one.id,
            organisation_name: one.name.clone(),
            organisations: vec![(one.id, one.name), (other, "Other <b>body</b>".to_owned())],
            in_subgroup: false,
            own: (!self.empty).then(inscription),
        })
    }
    async fn inscribe(&self, _: &Ctx, _: NewInscription) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn leave_speakers(&self, _: &Ctx, _: RoundId, _: Option<OrganisationId>) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
    async fn speakers(&self, _: &Ctx, _: RoundId) -> PortalResult<SpeakersPage> {
        let line =
            SpeakerLine { inscription: inscription(), organisation: organisation(), standing: Some(super::accreditations::STANDING) };
        let speakers = if self.empty { vec![] } else { vec![line] };
        Ok(SpeakersPage { line: self.line(RoundKind::Speakers), count: 1, speakers, version: 4, may_order: !self.own })
    }
    async fn order_speakers(&self, _: &Ctx, _: RoundId, _: i64, _: Numbers) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
