//! Themes: what the inputs of a queue are about, as a tree that those in charge of the queue keep (ADR 0048). Nothing here alters an
//! input, and nothing bears a theme by itself.
//! May use: folding of names, Unicode segmentation, plain collections. Must not use: a clock, randomness, a database.

use super::ids::ThemeId;
use super::language::Language;
use super::organisation::coded;
use super::validate::Fault;
use serde::{Deserialize, Serialize};

mod stems;
mod stop_words;
mod suggest;
mod tags;
mod tree;

pub use suggest::{Candidate, MOST_SUGGESTED, Profile, Suggestion, suggest};
pub use tags::{Pair, after_merge, after_split};
pub use tree::{Split, Tree};

/// The longest name of a theme, in characters.
pub const MAX_THEME_NAME: usize = 120;
/// How deep the tree is: a theme, one below it, one below that.
pub const MAX_DEPTH: usize = 3;
/// Open themes of one queue: more are not a list that anybody finds something in.
pub const MOST_OPEN: usize = 200;
/// Into so many a theme is split at most.
pub const MOST_PARTS: usize = 5;
/// Inputs that are sorted one by one when a theme is split; those beyond go with the rest.
pub const MOST_SORTED: i64 = 200;

coded! {
    /// How a theme ended. What bore it then is kept with it.
    ThemeEnding {
        // By hand: it can be opened again.
        Ended => "ended",
        // Another theme bears what bore it.
        Merged => "merged",
        // Several others do.
        Split => "split",
        // The merging or splitting that made it was taken back.
        Undone => "undone",
    }
}

coded! {
    /// What was done with the themes of a queue. Acts are kept for good: what takes one back is an act itself.
    ThemeAct {
        Create => "create",
        Rename => "rename",
        Move => "move",
        Order => "order",
        End => "end",
        Reopen => "reopen",
        Merge => "merge",
        Split => "split",
        Undo => "undo",
    }
}

impl ThemeAct {
    /// Whether it is taken back as an act. The others are undone by doing the opposite.
    pub const fn can_be_undone(self) -> bool {
        matches!(self, Self::Merge | Self::Split)
    }
}

/// What a theme is called, and in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeName {
    pub text: String,
    pub language: Language,
}

/// A theme of a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub id: ThemeId,
    /// The theme it stands under.
    pub parent: Option<ThemeId>,
    /// Its place among those that stand there, from 0; of one that ended where it stood.
    pub place: i64,
    pub name: ThemeName,
    /// `None`: it is open.
    pub ending: Option<ThemeEnding>,
}

impl Theme {
    pub const fn is_open(&self) -> bool {
        self.ending.is_none()
    }
}

/// Where a theme stood before it was merged, split, or taken along by that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stood {
    pub theme: ThemeId,
    pub parent: Option<ThemeId>,
    pub place: i64,
}

/// Why a tree cannot be changed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeFault {
    /// There is no such theme, or it is not open (not ended, where one is opened again).
    NoSuchTheme,
    /// Another theme beside it has that name.
    NameTaken,
    TooDeep,
    TooMany,
    /// It would stand under itself.
    UnderItself,
    /// Open themes stand below it.
    ThemesBelow,
    /// The theme it would stand under is not open.
    AboveEnded,
    /// Fewer than two to be merged, or to be split into.
    TooFew,
}

impl From<ThemeFault> for Fault {
    fn from(fault: ThemeFault) -> Self {
        match fault {
            ThemeFault::NoSuchTheme => Self::NotAChoice,
            ThemeFault::NameTaken => Self::ThemeNameTaken,
            ThemeFault::TooDeep => Self::ThemeTooDeep { max: MAX_DEPTH },
            ThemeFault::TooMany => Self::TooManyThemes { max: MOST_OPEN },
            ThemeFault::UnderItself => Self::ThemeUnderItself,
            ThemeFault::ThemesBelow => Self::ThemesBelow,
            ThemeFault::AboveEnded => Self::ThemeAboveEnded,
            ThemeFault::TooFew => Self::TooFewThemes,
        }
    }
}

#[cfg(test)]
mod tests;
