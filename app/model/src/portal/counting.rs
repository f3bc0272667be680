//! What is published of a session: counted, listed, and by whom.

use super::{Ctx, RoundLine, Slice};
use crate::domain::accreditation::Standing;
use crate::domain::body::{Body, Session};
use crate::domain::comment::{Operation, Stance};
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::ids::{ItemId, OrganisationId, SessionId};
use crate::domain::input_filter::InputFilter;
use crate::domain::item::ItemKind;
use crate::domain::language::Language;
use crate::domain::organisation::OrganisationRef;
use crate::domain::statistics::{Contributor, ContributorFilter, Statistics};
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::error::PortalResult;
use async_trait::async_trait;
use std::collections::HashMap;

/// The statistics of a session, with the names of what is counted.
#[derive(Debug, Clone)]
pub struct StatisticsPage {
    pub session: Session,
    pub body: Body,
    pub as_of: Instant,
    pub statistics: Statistics,
    /// Those that ask for papers or comments.
    pub rounds: Vec<RoundLine>,
    pub subgroups: Vec<Subgroup>,
    /// The texts that are commented on, with their paragraphs in order.
    pub texts: Vec<(DraftVersion, Vec<Provision>)>,
}

/// A published input in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputLine {
    pub kind: ItemKind,
    pub item: ItemId,
    /// The title of a paper, or where in its text a comment stands.
    pub title: String,
    pub language: Language,
    pub organisation: OrganisationRef,
    /// `SG-RNP`; `None` for the whole body.
    pub subgroup_code: Option<String>,
    /// Of a comment.
    pub said: Option<(Stance, Operation)>,
    pub at: Instant,
    pub late: bool,
}

/// The published inputs of a session, a page of them.
#[derive(Debug, Clone)]
pub struct InputsPage {
    pub session: Session,
    pub body: Body,
    /// What is asked for, but for what this session does not know.
    pub filter: InputFilter,
    pub subgroups: Vec<Subgroup>,
    /// What `filter` asks for, where it asks for one.
    pub provision: Option<Provision>,
    pub organisation: Option<OrganisationRef>,
    pub signatory: Option<OrganisationRef>,
    pub round: Option<RoundLine>,
    /// The newest first.
    pub lines: Slice<InputLine>,
}

/// Who contributed to a session, a page of them.
#[derive(Debug, Clone)]
pub struct ContributorsPage {
    pub session: Session,
    pub body: Body,
    pub filter: ContributorFilter,
    pub subgroups: Vec<Subgroup>,
    /// How they stand to the session.
    pub standings: HashMap<OrganisationId, Standing>,
    /// How many there are of those asked for.
    pub count: usize,
    /// By name.
    pub lines: Slice<Contributor>,
}

/// What is published, for everybody.
#[async_trait]
pub trait Counting {
    async fn statistics(&self, ctx: &Ctx, session: SessionId) -> PortalResult<StatisticsPage>;
    /// # Errors
    /// `NotFound`: also for a cursor that nobody was given.
    async fn inputs(&self, ctx: &Ctx, session: SessionId, filter: InputFilter, cursor: Option<&str>) -> PortalResult<InputsPage>;
    /// # Errors
    /// As [`Counting::inputs`].
    async fn contributors(
        &self,
        ctx: &Ctx,
        session: SessionId,
        filter: ContributorFilter,
        cursor: Option<&str>,
    ) -> PortalResult<ContributorsPage>;
}
