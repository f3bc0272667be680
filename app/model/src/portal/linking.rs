//! What provisions point to, and what is said about a norm.

use super::{Ctx, Slice};
use crate::domain::body::Body;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::ids::{PaperId, ProvisionId};
use crate::domain::language::Language;
use crate::domain::norm::Norm;
use crate::domain::organisation::OrganisationRef;
use crate::domain::provision_link::Links;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A provision of the newest version of a text that points to a norm, with its number of public comments.
#[derive(Debug, Clone)]
pub struct PointingLine {
    pub provision: Provision,
    pub draft: DraftVersion,
    pub comments: i64,
}

/// Recommendations of a public paper that are about a norm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutNorm {
    pub paper: PaperId,
    pub title: String,
    pub language: Language,
    pub organisation: OrganisationRef,
    pub submitted_at: Instant,
    /// With their numbers in the paper, from 1.
    pub recommendations: Vec<(usize, String)>,
}

/// A norm with what is said on it.
#[derive(Debug, Clone)]
pub struct NormPage {
    pub norm: Norm,
    /// In the order of texts and their paragraphs.
    pub pointing: Vec<PointingLine>,
    /// The newest first.
    pub recommendations: Slice<AboutNorm>,
}

/// What a provision points to, for the chair to set.
#[derive(Debug, Clone)]
pub struct LinksPage {
    pub provision: Provision,
    pub draft: DraftVersion,
    pub body: Body,
    pub links: Links,
    pub norms: Vec<Norm>,
}

/// Links of provisions.
#[async_trait]
pub trait Linking {
    /// `code`: as it stands in an address.
    async fn norm(&self, ctx: &Ctx, code: &str, cursor: Option<&str>) -> PortalResult<NormPage>;
    async fn provision_links(&self, ctx: &Ctx, id: ProvisionId) -> PortalResult<LinksPage>;
    /// `mark`: of the links the form was filled from.
    async fn link_provision(&self, ctx: &Ctx, id: ProvisionId, mark: &str, links: Links) -> PortalResult<()>;
}
