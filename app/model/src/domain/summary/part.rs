//! The parts of a chair's summary that people write. The others (statistics, proposals by paragraph, contributors, method) are made of
//! what is published.

use crate::domain::ids::SubgroupId;
use crate::domain::statistics::Addressee;
use crate::domain::subgroup::Subgroup;

/// A part of the outline, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The mandate, how input was called for, what came.
    Overview,
    /// Views by theme: one for each subgroup, written by its moderators; `None`: what went to the whole body.
    Views(Option<SubgroupId>),
    Convergence,
    Divergence,
    NewIssues,
    /// Possible next steps: the chair alone.
    NextSteps,
}

impl Part {
    /// All parts of a body with these subgroups, in the order of the document.
    pub fn all(subgroups: &[Subgroup]) -> Vec<Self> {
        let views = subgroups.iter().map(|group| Self::Views(Some(group.id)));
        let rest = [Self::Views(None), Self::Convergence, Self::Divergence, Self::NewIssues, Self::NextSteps];
        std::iter::once(Self::Overview).chain(views).chain(rest).collect()
    }

    /// As it stands in an address and in the store.
    pub fn code(self) -> String {
        match self {
            Self::Overview => "overview".to_owned(),
            Self::Views(subgroup) => format!("views-{}", Addressee::from(subgroup).code()),
            Self::Convergence => "convergence".to_owned(),
            Self::Divergence => "divergence".to_owned(),
            Self::NewIssues => "new-issues".to_owned(),
            Self::NextSteps => "next-steps".to_owned(),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "overview" => Some(Self::Overview),
            "convergence" => Some(Self::Convergence),
            "divergence" => Some(Self::Divergence),
            "new-issues" => Some(Self::NewIssues),
            "next-steps" => Some(Self::NextSteps),
            _ => code.strip_prefix("views-").and_then(Addressee::from_code).map(|to| Self::Views(to.subgroup())),
        }
    }

    /// The subgroup whose moderators write it, besides the chair.
    pub const fn moderated(self) -> Option<SubgroupId> {
        match self {
            Self::Views(subgroup) => subgroup,
            _ => None,
        }
    }
}
