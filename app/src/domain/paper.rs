//! Position papers: whole documents by organisations.

use super::ids::{LedgerEntryId, OrganisationId, PaperId, RoundId, SubgroupId};
use super::item::ItemState;
use super::language::Language;
use super::permit::Permit;
use super::time::Instant;
use super::validate::{MAX_PAPER_CHARACTERS_ZH, MAX_PAPER_WORDS};
use super::words::{self, Unit};
use crate::policy::SubmitPaper;
use serde::{Deserialize, Serialize};

/// The words of a paper, as its authors last saved them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperContent {
    pub title: String,
    pub language: Language,
    /// `None`: to the whole body.
    pub subgroup: Option<SubgroupId>,
    pub text: String,
}

/// A paper as it stands in the store.
#[derive(Debug, PartialEq, Eq)]
pub struct Paper {
    pub id: PaperId,
    pub organisation: OrganisationId,
    pub round: RoundId,
    pub state: ItemState,
    pub content: PaperContent,
    /// Grows with every change; a form carries the one it was filled from.
    pub version: i64,
    pub updated_at: Instant,
}

/// What stands between a draft and its submission, apart from permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperProblem {
    NoTitle,
    NoText,
    TooLong { unit: Unit, max: usize, count: usize },
}

/// The limit on the text of a paper in `language`.
pub const fn limit(language: Language) -> usize {
    match words::unit(language) {
        Unit::Words => MAX_PAPER_WORDS,
        Unit::Characters => MAX_PAPER_CHARACTERS_ZH,
    }
}

/// A paper that is about to be stored as submitted. Made by [`Paper::submit`] alone.
#[derive(Debug)]
pub struct PaperSubmission {
    paper: PaperId,
    from_version: i64,
    at: Instant,
    judged_by: LedgerEntryId,
}

impl PaperSubmission {
    pub const fn paper(&self) -> PaperId {
        self.paper
    }
    /// The stored version this transition starts from; any other in the store is a conflict.
    pub const fn from_version(&self) -> i64 {
        self.from_version
    }
    pub const fn at(&self) -> Instant {
        self.at
    }
    pub const fn judged_by(&self) -> LedgerEntryId {
        self.judged_by
    }
}

impl PaperContent {
    /// Everything that would stop a submission.
    pub fn problems(&self) -> Vec<PaperProblem> {
        let mut problems = Vec::new();
        if self.title.trim().is_empty() {
            problems.push(PaperProblem::NoTitle);
        }
        if self.text.trim().is_empty() {
            problems.push(PaperProblem::NoText);
        }
        let (count, max) = (words::count(&self.text, self.language), limit(self.language));
        if count > max {
            problems.push(PaperProblem::TooLong { unit: words::unit(self.language), max, count });
        }
        problems
    }
}

impl Paper {
    /// Submits the paper as it stands.
    ///
    /// # Errors
    /// What is still missing or too long.
    pub fn submit(&self, permit: Permit<SubmitPaper>) -> Result<PaperSubmission, Vec<PaperProblem>> {
        let problems = self.content.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let at = permit.at();
        let action = permit.into_action();
        debug_assert_eq!(action.paper, self.id);
        let judged_by = action.window.judged_by(action.organisation, Some(action.paper.item()), at);
        Ok(PaperSubmission { paper: action.paper, from_version: self.version, at, judged_by })
    }
}
