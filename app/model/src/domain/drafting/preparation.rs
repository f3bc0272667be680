//! A version of a text before it is issued: words that only the chair sees.

use super::alignment::Alignment;
use super::issue_time::IssueTime;
use super::outline::Unit;
use crate::domain::draft::Provision;
use crate::domain::ids::{BodyId, DraftId, DraftVersionId, PreparationId, SubgroupId};
use crate::domain::language::{Language, LocalizedText};
use crate::domain::time::Instant;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Characters of the text of a version, with its marks.
pub const MAX_SOURCE: usize = 500_000;

/// What a text is, through all its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextAbout {
    pub title: LocalizedText,
    /// The subgroup whose moderator reads the comments.
    pub subgroup: SubgroupId,
}

/// What a version says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionWords {
    /// "Zero draft", "Rev.1" …
    pub label: LocalizedText,
    pub language: Language,
    /// As it is typed: [`super::outline`] reads it.
    pub source: String,
}

/// A version that is being prepared. One of a text at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preparation {
    pub id: PreparationId,
    pub draft: DraftId,
    pub body: BodyId,
    pub about: TextAbout,
    /// The version it follows; `None`: it is the first.
    pub base: Option<DraftVersionId>,
    pub words: VersionWords,
    /// For each provision the places of those it comes from in the base, as the chair confirmed it for these very words.
    pub origins: Option<Vec<Vec<usize>>>,
    /// When it is to be issued by itself, where the chair has said so.
    pub issue_time: Option<IssueTime>,
    pub version: i64,
    pub updated_at: Instant,
}

impl Preparation {
    /// The alignment that was confirmed, if it is one of these two texts.
    pub fn confirmed(&self, base: &[Unit], units: &[Unit]) -> Option<Alignment> {
        Alignment::new(self.origins.clone()?, base.len(), units.len())
    }

    /// The time that stands: until then, or until it is withdrawn, nothing of it changes.
    pub fn standing_time(&self) -> Option<&IssueTime> {
        self.issue_time.as_ref().filter(|time| time.stands())
    }
}

/// What the page of the origins was made from: the words, and what was confirmed of them. It lives for as long as a form is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OriginsMark {
    /// Two texts with one say the same.
    pub words: String,
    pub confirmed: String,
}

impl OriginsMark {
    pub fn of(preparation: &Preparation) -> Self {
        Self { words: mark(&preparation.words.source), confirmed: mark(&preparation.origins) }
    }
}

fn mark(of: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

impl From<&Provision> for Unit {
    fn from(provision: &Provision) -> Self {
        Self { level: provision.level, label: provision.label.clone(), citation: provision.citation.clone(), text: provision.text.clone() }
    }
}

impl Unit {
    /// The text of a version as it is compared.
    pub fn all(provisions: &[Provision]) -> Vec<Self> {
        provisions.iter().map(Self::from).collect()
    }
}
