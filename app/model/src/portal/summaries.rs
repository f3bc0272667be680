//! The consolidated summary of a session: what was said, by paragraph and by subgroup, with its sources.

use super::Ctx;
use crate::domain::accreditation::Standing;
use crate::domain::body::{Body, Session};
use crate::domain::comment::CommentContent;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::ids::{CommentId, OrganisationId, PaperId, SessionId};
use crate::domain::language::Language;
use crate::domain::organisation::OrganisationRef;
use crate::domain::paper::Answered;
use crate::domain::recommendation::Recommended;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::domain::voice::Heard;
use crate::error::PortalResult;
use async_trait::async_trait;
use std::collections::HashMap;

/// How many inputs stand in which state. Drafts are nobody's business but their authors' and are not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StateCounts {
    pub accepted: i64,
    pub submitted: i64,
    pub returned: i64,
    pub declined: i64,
}

impl StateCounts {
    pub const fn total(self) -> i64 {
        self.accepted + self.submitted + self.returned + self.declined
    }
}

/// An accepted comment with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryComment {
    pub id: CommentId,
    /// The receipt number: the source one can check.
    pub receipt: String,
    pub organisation: OrganisationRef,
    pub content: CommentContent,
    pub received_at: Instant,
    /// Received after the deadline and admitted by the chair.
    pub late: bool,
    /// Others do not read all of its words.
    pub is_redacted: bool,
    /// What other organisations say to it, by name.
    pub heard: Vec<Heard>,
}

/// An accepted paper with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryPaper {
    pub id: PaperId,
    pub receipt: String,
    pub organisation: OrganisationRef,
    pub title: String,
    pub language: Language,
    pub text: String,
    /// Who has put their names to it, by name.
    pub signatories: Vec<OrganisationRef>,
    /// What it answers to the guiding questions.
    pub answers: Vec<Answered>,
    pub recommendations: Vec<Recommended>,
    pub received_at: Instant,
    /// Received after the deadline and admitted by the chair.
    pub late: bool,
    /// Others do not read all of its words.
    pub is_redacted: bool,
}

/// A provision with what was said on it.
#[derive(Debug, Clone)]
pub struct ProvisionSummary {
    pub provision: Provision,
    pub accepted: Vec<SummaryComment>,
    pub counts: StateCounts,
}

/// A draft text by paragraph.
#[derive(Debug, Clone)]
pub struct TextSummary {
    pub draft: DraftVersion,
    pub provisions: Vec<ProvisionSummary>,
}

/// The papers of one subgroup; `subgroup` is `None` for the whole body.
#[derive(Debug, Clone)]
pub struct SubgroupSummary {
    pub subgroup: Option<Subgroup>,
    pub accepted: Vec<SummaryPaper>,
    pub counts: StateCounts,
}

/// The consolidated summary of a session over all its rounds.
#[derive(Debug, Clone)]
pub struct Summary {
    pub session: Session,
    pub body: Body,
    /// How organisations stand to the session.
    pub standings: HashMap<OrganisationId, Standing>,
    /// As of this instant.
    pub as_of: Instant,
    pub texts: Vec<TextSummary>,
    pub papers: Vec<SubgroupSummary>,
    pub comment_counts: StateCounts,
    pub paper_counts: StateCounts,
}

/// Consolidation.
#[async_trait]
pub trait Summaries {
    async fn summary(&self, ctx: &Ctx, session: SessionId) -> PortalResult<Summary>;
    /// Notes in the audit log that the summary was exported as `format`.
    async fn note_export(&self, ctx: &Ctx, session: SessionId, format: &str) -> PortalResult<()>;
}
