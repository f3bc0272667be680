//! The themes of a queue, what bears them, and what everybody sees of them.

use super::{Ctx, Slice};
use crate::domain::body::Body;
use crate::domain::ids::{ItemId, ThemeActId, ThemeId};
use crate::domain::item::{ItemKind, ItemState};
use crate::domain::language::{Language, LocalizedText};
use crate::domain::organisation::OrganisationRef;
use crate::domain::role::RoleName;
use crate::domain::subgroup::Subgroup;
use crate::domain::themes::{Suggestion, ThemeAct, ThemeEnding, ThemeName};
use crate::domain::time::Instant;
use crate::error::{PortalError, PortalResult};
use crate::policy::Denied;
use async_trait::async_trait;
use std::collections::HashMap;

/// The queue that themes belong to.
#[derive(Debug, Clone)]
pub struct ThemeQueue {
    /// `None`: that of the whole body.
    pub subgroup: Option<Subgroup>,
    pub body: Body,
}

impl ThemeQueue {
    /// How it is asked for in an address: the code of the subgroup, or of the body for its whole.
    pub fn key(&self) -> String {
        self.subgroup.as_ref().map_or(&self.body.code, |subgroup| &subgroup.code).to_lowercase()
    }
}

/// A theme where it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeRef {
    pub id: ThemeId,
    pub name: ThemeName,
}

/// An open theme as a line of its tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeLine {
    pub id: ThemeId,
    pub name: ThemeName,
    /// How far it stands in, from 0.
    pub depth: usize,
    /// Inputs in the queue that bear it or one below it.
    pub all: i64,
    /// Those of them that wait for a decision.
    pub waiting: i64,
}

/// Something that was done with themes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeActLine {
    pub id: ThemeActId,
    pub act: ThemeAct,
    /// What the theme was called then; empty of a merging.
    pub name: String,
    /// What it was called afterwards, or the theme it went under; empty where that says nothing.
    pub to: String,
    /// What a merging or splitting ended.
    pub from: Vec<ThemeRef>,
    /// What it made.
    pub into: Vec<ThemeRef>,
    /// What an act takes back.
    pub undoes: Option<ThemeAct>,
    pub at: Instant,
    pub role: RoleName,
    /// Who did it, by name: for those in office.
    pub by: Option<String>,
    /// It was taken back since.
    pub undone: bool,
}

/// The themes of a queue, for those in charge of it.
#[derive(Debug, Clone)]
pub struct ThemeTree {
    pub queue: ThemeQueue,
    /// Of the tree: a form that was made from another one is refused.
    pub version: i64,
    /// All open themes, as they are read.
    pub themes: Vec<ThemeLine>,
    /// Those that ended, the newest first.
    pub ended: Vec<(ThemeRef, ThemeEnding, Instant)>,
    /// What was done last, the newest first.
    pub recent: Vec<ThemeActLine>,
    /// What was done since the version that was asked about, the oldest first.
    pub since: Vec<ThemeActLine>,
    /// Inputs of the queue without a theme that wait for a decision.
    pub without: i64,
    /// The reader decides on what is in the queue; otherwise they keep its themes as the chair or the secretariat of its body.
    pub moderates: bool,
}

/// An input that bears a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemedLine {
    pub kind: ItemKind,
    pub item: ItemId,
    /// The title of a paper; the citation of the provision for a comment.
    pub title: String,
    pub language: Language,
    pub state: ItemState,
    pub organisation: OrganisationRef,
    pub submitted_at: Instant,
}

/// From what a theme comes, or into what it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    pub act: ThemeActId,
    pub what: ThemeAct,
    pub themes: Vec<ThemeRef>,
    pub at: Instant,
    /// The office that did it.
    pub role: RoleName,
    /// The subgroup in whose queue; `None`: the whole body.
    pub queue: Option<LocalizedText>,
    /// It was taken back since.
    pub undone: bool,
}

/// One theme, for those in charge of its queue.
#[derive(Debug, Clone)]
pub struct ThemePage {
    pub tree: ThemeTree,
    pub id: ThemeId,
    pub name: ThemeName,
    /// The theme it stands under, or stood.
    pub parent: Option<ThemeId>,
    pub ending: Option<ThemeEnding>,
    pub from: Vec<Lineage>,
    pub into: Vec<Lineage>,
    /// What was done with it, the newest first.
    pub acts: Vec<ThemeActLine>,
    /// What bears it itself, the newest first; of one that ended, what bore it then.
    pub inputs: Slice<ThemedLine>,
}

/// Something that was done with themes, on its own page.
#[derive(Debug, Clone)]
pub struct ThemeActPage {
    pub queue: ThemeQueue,
    pub version: i64,
    pub act: ThemeActLine,
    /// Whether the reader may take it back.
    pub undo: Result<(), Denied>,
}

/// What a theme is split up by: what bears it, and what stands below it.
#[derive(Debug, Clone)]
pub struct SplitPage {
    pub tree: ThemeTree,
    pub theme: ThemeRef,
    /// What bears it, the newest first; the second: the reader may not sort it, since it bears the name of their organisation.
    pub inputs: Vec<(ThemedLine, bool)>,
    /// How many more bear it than are listed.
    pub more: i64,
    /// The themes that stand below it.
    pub below: Vec<ThemeRef>,
}

/// A new theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTheme {
    pub name: ThemeName,
    pub parent: Option<ThemeId>,
    pub version: i64,
}

/// A change of one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeChange {
    Rename(ThemeName),
    /// Under another one, or to the top.
    Under(Option<ThemeId>),
    Up,
    Down,
    End,
    Reopen,
}

/// Themes go over into a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMerge {
    pub themes: Vec<ThemeId>,
    pub into: NewTheme,
}

/// A theme goes over into several new ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSplit {
    /// The names of the new ones.
    pub parts: Vec<ThemeName>,
    /// Into which of them (by place) an input goes; what is not here goes with the rest.
    pub sorted: HashMap<ItemId, usize>,
    /// Under which of them a theme goes that stands below.
    pub below: HashMap<ThemeId, usize>,
    /// Which of them takes the rest.
    pub rest: usize,
    pub version: i64,
}

/// A theme an input bears, for those in charge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub theme: ThemeRef,
    pub at: Instant,
    pub by: Option<String>,
    /// The themes through which it came, where they were merged into this one, or split into it.
    pub through: Vec<String>,
}

/// The form that puts themes to an input.
#[derive(Debug, Clone)]
pub struct Tagging {
    pub kind: ItemKind,
    pub item: ItemId,
    /// The title of a paper; the citation of the provision for a comment.
    pub title: String,
    pub language: Language,
    pub queue: ThemeQueue,
    /// Of the input.
    pub version: i64,
    /// Of the tree.
    pub tree: i64,
    pub themes: Vec<ThemeLine>,
    /// What it bears.
    pub tags: Vec<Tag>,
    pub suggested: Vec<Suggestion>,
    /// What was done with the tree since the version that was asked about, the oldest first.
    pub since: Vec<ThemeActLine>,
    /// The themes that came of those that were ticked in a form and ended since.
    pub heirs: Vec<(ThemeId, ThemeId)>,
    /// Whether the reader may put themes to it.
    pub may: Result<(), Denied>,
}

/// What a form says an input is to bear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTags {
    pub themes: Vec<ThemeId>,
    /// What it bore when the form was shown: what others did since stands.
    pub was: Vec<ThemeId>,
    /// Of the input.
    pub version: i64,
    /// Of the tree.
    pub tree: i64,
}

/// What became of one of several inputs to which a theme was put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagLine {
    pub line: super::QueueLine,
    pub outcome: Result<(), PortalError>,
}

/// The open themes of a queue, to choose from.
#[derive(Debug, Clone)]
pub struct ThemeChoices {
    pub queue: ThemeQueue,
    pub themes: Vec<ThemeLine>,
}

/// A theme as everybody sees it.
#[derive(Debug, Clone)]
pub struct PublicTheme {
    pub queue: ThemeQueue,
    pub theme: ThemeRef,
    /// The themes above it, from the top.
    pub above: Vec<ThemeRef>,
    pub ending: Option<ThemeEnding>,
    pub from: Vec<Lineage>,
    pub into: Vec<Lineage>,
    /// The themes right below it that have public inputs, with how many.
    pub below: Vec<(ThemeRef, i64)>,
    /// The public inputs that bear it or one below it, the newest first; none of one that ended.
    pub inputs: Slice<ThemedLine>,
    pub count: i64,
}

/// Themes: the tree of a queue.
#[async_trait]
pub trait Themes {
    /// The themes of a queue, by its key; with what was done since a version of the tree.
    async fn theme_tree(&self, ctx: &Ctx, key: &str, since: Option<i64>) -> PortalResult<ThemeTree>;
    /// One theme, with what bears it after `cursor`.
    async fn theme(&self, ctx: &Ctx, id: ThemeId, cursor: Option<&str>, since: Option<i64>) -> PortalResult<ThemePage>;
    async fn theme_act(&self, ctx: &Ctx, id: ThemeActId) -> PortalResult<ThemeActPage>;
    async fn split_page(&self, ctx: &Ctx, id: ThemeId, since: Option<i64>) -> PortalResult<SplitPage>;
    async fn new_theme(&self, ctx: &Ctx, key: &str, new: NewTheme) -> PortalResult<ThemeActId>;
    /// Changes a theme of the tree at `version`; answers the key of its queue and the act, which is none where nothing changed.
    async fn change_theme(&self, ctx: &Ctx, id: ThemeId, change: ThemeChange, version: i64) -> PortalResult<(String, Option<ThemeActId>)>;
    async fn merge_themes(&self, ctx: &Ctx, key: &str, merge: NewMerge) -> PortalResult<ThemeActId>;
    async fn split_theme(&self, ctx: &Ctx, id: ThemeId, split: NewSplit) -> PortalResult<(String, ThemeActId)>;
    /// Takes a merging or splitting back; answers the key of the queue and the act that does.
    async fn undo_themes(&self, ctx: &Ctx, id: ThemeActId, version: i64) -> PortalResult<(String, ThemeActId)>;
}

/// Themes of inputs, and what everybody sees of them.
#[async_trait]
pub trait Tagged {
    /// The form for an input; `asked`: the version of the tree and the themes a form was made with.
    async fn tagging(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, asked: Option<(i64, &[ThemeId])>) -> PortalResult<Tagging>;
    async fn tag(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, tags: NewTags) -> PortalResult<()>;
    /// Puts a theme to each of several inputs; what cannot be holds up no other.
    async fn tag_all(&self, ctx: &Ctx, items: &[(ItemKind, ItemId)], theme: ThemeId) -> PortalResult<Vec<TagLine>>;
    /// The open themes of the actor's queues; with them one that is asked for, if it ended.
    async fn theme_choices(&self, ctx: &Ctx, asked: Option<ThemeId>) -> PortalResult<Vec<ThemeChoices>>;
    /// A theme with public inputs, after `cursor`.
    async fn public_theme(&self, ctx: &Ctx, id: ThemeId, cursor: Option<&str>) -> PortalResult<PublicTheme>;
    /// The themes of a subgroup (by its code) that have public inputs, with their numbers.
    async fn public_themes(&self, ctx: &Ctx, code: &str) -> PortalResult<Vec<ThemeLine>>;
    /// The themes of an input, if it is public.
    async fn themes_of(&self, ctx: &Ctx, kind: ItemKind, item: ItemId) -> PortalResult<Vec<ThemeRef>>;
}
