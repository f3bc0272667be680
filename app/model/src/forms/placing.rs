//! The moderator's form of a comment whose paragraph does not go on alone.

use super::{Check, Fields, choice, version};
use crate::domain::anchor::{Anchor, AnchorState};
use crate::domain::draft::as_cited;
use crate::domain::ids::CommentId;
use crate::domain::validate::{self, MAX_NAME};
use crate::error::PortalError;
use crate::portal::EarlierCursors;

#[derive(Debug, Clone, Default)]
pub struct PlacingForm {
    /// Hidden: the comment.
    pub comment: String,
    /// Hidden: its version, whose words were read.
    pub version: String,
    /// Hidden: how it stood when the page was made, and at which paragraph.
    pub state: String,
    pub stands_at: String,
    /// The number of the paragraph it is put at.
    pub at: String,
    /// The button that was pressed.
    pub act: String,
    /// Hidden: where the lists of the page began.
    pub after: String,
    pub said: String,
}

/// What it says: the comment with its version, how it stood, and the number it is put at; `None`: it stays where it was made.
pub type PlacingValues = ((CommentId, i64), Anchor, Option<String>);

impl PlacingForm {
    pub const COMMENT: &str = "comment";
    pub const VERSION: &str = "version";
    pub const STATE: &str = "state";
    pub const STANDS_AT: &str = "stands_at";
    pub const AT: &str = "at";
    pub const ACT: &str = "act";
    pub const AFTER: &str = "after";
    pub const SAID: &str = "said";
    pub const PLACE: &str = "place";
    pub const STAYS: &str = "stays";

    pub fn from_fields(fields: &Fields) -> Self {
        Self {
            comment: fields.get(Self::COMMENT),
            version: fields.get(Self::VERSION),
            state: fields.get(Self::STATE),
            stands_at: fields.get(Self::STANDS_AT),
            at: fields.get(Self::AT),
            act: fields.get(Self::ACT),
            after: fields.get(Self::AFTER),
            said: fields.get(Self::SAID),
        }
    }

    /// Where the lists of the page began.
    pub fn cursors(&self) -> EarlierCursors {
        EarlierCursors { open: self.after.parse().ok(), said: self.said.parse().ok() }
    }

    /// # Errors
    /// All faults at once. A form without a comment is `NotFound`.
    pub fn parse(&self) -> Result<PlacingValues, PortalError> {
        let comment = self.comment.parse().map_err(|_| PortalError::NotFound)?;
        let comment = (comment, version(&self.version));
        let mut check = Check::default();
        let state = check.field(Self::STATE, choice(&self.state, AnchorState::from_code));
        let stays = check.field(
            Self::ACT,
            choice(&self.act, |act| match act {
                Self::PLACE => Some(false),
                Self::STAYS => Some(true),
                _ => None,
            }),
        );
        let at = match stays {
            Some(false) => check.field(Self::AT, validate::line(&self.at, MAX_NAME)).map(|at| Some(as_cited(&at))),
            _ => Some(None),
        };
        let values = (|| Some((comment, Anchor { state: state?, at: self.stands_at.parse().ok() }, at?)))();
        check.done(values.filter(|_| stays.is_some()))
    }
}
