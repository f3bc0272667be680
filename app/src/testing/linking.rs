//! What the provision of the sample points to, and what is said about its norm.

use super::sample::{self, Sample};
use super::{NOW, organisation};
use async_trait::async_trait;
use model::domain::ids::*;
use model::domain::language::Language;
use model::domain::provision_link::Links;
use model::domain::round::RoundKind;
use model::error::{PortalError, PortalResult};
use model::portal::*;

/// What the provision points to.
pub fn links() -> Links {
    Links { norms: vec![sample::norm().code], texts: vec!["A/79/214, para. <32>".to_owned()] }
}

#[async_trait]
impl Linking for Sample {
    async fn norm(&self, _: &Ctx, _: &str, _: Option<&str>) -> PortalResult<NormPage> {
        let line = sample::provisions().remove(1);
        let pointing = PointingLine { provision: line.provision, draft: sample::draft(), comments: 3 };
        let about = AboutNorm {
            paper: sample::PAPER,
            title: "On <norms>".to_owned(),
            language: Language::En,
            organisation: organisation(),
            submitted_at: NOW,
            recommendations: vec![(2, "Do <this>.".to_owned())],
        };
        let recommendations = Slice { rows: if self.empty { vec![] } else { vec![about] }, next: None };
        Ok(NormPage { norm: sample::norm(), pointing: if self.empty { vec![] } else { vec![pointing] }, recommendations })
    }
    async fn provision_links(&self, _: &Ctx, _: ProvisionId) -> PortalResult<LinksPage> {
        Ok(LinksPage {
            provision: sample::provisions().remove(1).provision,
            draft: sample::draft(),
            body: self.line(RoundKind::Comments).body,
            links: if self.empty { Links::default() } else { links() },
            norms: vec![sample::norm()],
        })
    }
    async fn link_provision(&self, _: &Ctx, _: ProvisionId, _: &str, _: Links) -> PortalResult<()> {
        Err(PortalError::NotFound)
    }
}
