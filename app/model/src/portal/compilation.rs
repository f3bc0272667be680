//! The compilation of a draft text: paragraph by paragraph what stands, what is proposed, by whom, and why.

use super::{Ctx, SummaryComment};
use crate::domain::accreditation::Standing;
use crate::domain::body::Body;
use crate::domain::comment::Stance;
use crate::domain::comment_filter::CommentFilter;
use crate::domain::draft::{DraftVersion, Provision};
use crate::domain::ids::{DraftVersionId, OrganisationId};
use crate::domain::item::ItemState;
use crate::domain::language::LocalizedText;
use crate::domain::organisation::{OrganisationRef, Region, StakeholderType};
use crate::domain::provision_status::ProvisionStatus;
use crate::domain::subgroup::Subgroup;
use crate::domain::time::Instant;
use crate::domain::voice::{Voice, saying};
use crate::error::PortalResult;
use async_trait::async_trait;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How much of what came in a compilation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// What is accepted: for everybody.
    #[default]
    Public,
    /// Also what waits, was returned or declined: for the subgroup's moderator, the chair and the secretariat.
    Full,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CompilationQuery {
    pub scope: Scope,
    pub filter: CommentFilter,
    /// One page of it, from after this position on; otherwise all of it.
    pub page: Option<i64>,
}

/// A comment in a compilation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledComment {
    pub comment: SummaryComment,
    pub state: ItemState,
    /// The earlier version it was made on, where it was not made on this one.
    pub made_on: Option<LocalizedText>,
}

/// A provision with what was said on it.
#[derive(Debug, Clone)]
pub struct CompiledProvision {
    pub provision: Provision,
    pub status: ProvisionStatus,
    /// In the order they were received.
    pub comments: Vec<CompiledComment>,
}

/// A draft text by paragraph.
#[derive(Debug, Clone)]
pub struct Compilation {
    pub draft: DraftVersion,
    pub body: Body,
    pub subgroup: Subgroup,
    /// The subgroups to choose from, in the filter.
    pub subgroups: Vec<Subgroup>,
    pub asked: CompilationQuery,
    /// Whether the reader may read it in full.
    pub may_read_full: bool,
    /// As of this instant.
    pub as_of: Instant,
    /// Those that are spoken on, in the order of the text.
    pub provisions: Vec<CompiledProvision>,
    /// The numbered provisions nobody has said anything on, on all pages.
    pub silent: Vec<Provision>,
    /// How the organisations stand to the session for which comments are called for, if there is one.
    pub standings: HashMap<OrganisationId, Standing>,
    /// What the filter lets through, on all pages, and all there is.
    pub matching: i64,
    pub all: i64,
    /// The position after which the next page begins; `None` at the end.
    pub next: Option<i64>,
}

/// How many organisations take each stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StanceCounts {
    pub support: i64,
    pub support_with_change: i64,
    pub oppose: i64,
    pub neutral: i64,
}

impl StanceCounts {
    pub const fn of(&self, stance: Stance) -> i64 {
        match stance {
            Stance::Support => self.support,
            Stance::SupportWithChange => self.support_with_change,
            Stance::Oppose => self.oppose,
            Stance::Neutral => self.neutral,
        }
    }

    const fn add(&mut self, stance: Stance) {
        match stance {
            Stance::Support => self.support += 1,
            Stance::SupportWithChange => self.support_with_change += 1,
            Stance::Oppose => self.oppose += 1,
            Stance::Neutral => self.neutral += 1,
        }
    }
}

/// Who takes which stance, by type of organisation and by regional group, in their order; those there are none of are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Support {
    pub by_type: Vec<(StakeholderType, StanceCounts)>,
    pub by_region: Vec<(Region, StanceCounts)>,
}

impl CompiledProvision {
    /// Each organisation is counted once for each stance it takes: those who joined a proposal take its authors'.
    pub fn support(&self) -> Support {
        let mut seen: HashSet<(OrganisationId, Stance)> = HashSet::new();
        let (mut by_type, mut by_region): (BTreeMap<usize, StanceCounts>, BTreeMap<usize, StanceCounts>) = Default::default();
        let mut count = |organisation: &OrganisationRef, stance: Stance| {
            if !seen.insert((organisation.id, stance)) {
                return;
            }
            let place = |found: Option<usize>| found.unwrap_or(usize::MAX);
            let of_type = place(StakeholderType::ALL.iter().position(|one| *one == organisation.stakeholder_type));
            let of_region = place(Region::ALL.iter().position(|one| *one == organisation.region));
            by_type.entry(of_type).or_default().add(stance);
            by_region.entry(of_region).or_default().add(stance);
        };
        for one in &self.comments {
            let stance = one.comment.content.stance;
            count(&one.comment.organisation, stance);
            saying(&one.comment.heard, Voice::Join).for_each(|joined| count(joined, stance));
        }
        let named = |(at, counts)| Some((*StakeholderType::ALL.get(at)?, counts));
        let by_type = by_type.into_iter().filter_map(named).collect();
        Support { by_type, by_region: by_region.into_iter().filter_map(|(at, counts)| Some((*Region::ALL.get(at)?, counts))).collect() }
    }
}

/// Compiling draft texts.
#[async_trait]
pub trait Compilations {
    async fn compilation(&self, ctx: &Ctx, id: DraftVersionId, asked: CompilationQuery) -> PortalResult<Compilation>;
    /// Notes in the audit log that a full compilation was exported as `format`.
    async fn note_compilation_export(&self, ctx: &Ctx, id: DraftVersionId, format: &str) -> PortalResult<()>;
}
