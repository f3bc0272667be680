//! The sample's co-signed paper.

use super::sample::{self, Sample};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::co_signing::Signature;
use model::domain::ids::*;
use model::domain::item::ItemKind;
use model::domain::round::RoundKind;
use model::error::{PortalError, PortalResult};
use model::portal::*;

/// The papers everybody reads in the round.
pub fn public(sample: &Sample) -> RoundCoSigning {
    let offered = |paper| OfferedPaper { paper, signatories: 2 };
    RoundCoSigning { papers: sample.paper_lines().into_iter().map(offered).collect(), own: sample.paper_lines() }
}

/// What its person's organisation has signed.
pub fn own() -> OwnSignature {
    OwnSignature { round: sample::ROUND, paper: sample::PAPER, organisation: organisation().id }
}

#[async_trait]
impl CoSigning for Sample {
    async fn co_signing(&self, _: &Ctx, _: RoundId, paper: PaperId, _: Option<OrganisationId>) -> PortalResult<CoSigningPage> {
        let (one, other) = (organisation(), OrganisationId(uuid::Uuid::from_u128(71)));
        let page = self.paper_page();
        let signature = Signature {
            id: SignatureId(uuid::Uuid::from_u128(76)),
            round: sample::CO_SIGNING_ROUND,
            paper,
            organisation: other,
            sha256: "0".repeat(64),
            signed_at: NOW,
            judged_by: LedgerEntryId(uuid::Uuid::nil()),
        };
        let acting = if self.own { one.id } else { other };
        Ok(CoSigningPage {
            line: self.line(RoundKind::CoSigning),
            paper: page.paper,
            author: one.clone(),
            sha256: Some(sample::receipt(ItemKind::Paper).sha256),
            is_redacted: false,
            offered: !self.empty,
            named: false,
            signatories: if self.empty { vec![] } else { vec![one.clone()] },
            organisation: acting,
            organisation_name: "Other <b>body</b>".to_owned(),
            organisations: vec![(one.id, one.name), (other, "Other <b>body</b>".to_owned())],
            own: self.empty.then_some(signature),
        })
    }
    async fn co_signing_act(&self, _: &Ctx, _: NewSigningAct) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
