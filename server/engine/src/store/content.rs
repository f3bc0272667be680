//! What a comment says, as columns: one list of them for every statement that reads it.

use super::row::Text;
use model::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use model::domain::language::Language;
use model::domain::redaction::Redacted;
use sqlx::FromRow;

/// The columns of the comment `c`, in the order of [`CommentContent`].
macro_rules! content {
    () => {
        "c.language, c.kind, c.quote, c.stance, c.operation, c.proposed_text, c.reason, c.link, c.redacted"
    };
}

pub(super) use content;

#[derive(FromRow)]
pub(super) struct ContentRow {
    language: Text<Language>,
    kind: Text<CommentKind>,
    quote: String,
    stance: Text<Stance>,
    operation: Text<Operation>,
    proposed_text: String,
    reason: String,
    link: String,
    redacted: Text<Redacted>,
}

impl ContentRow {
    pub(super) const fn redacted(&self) -> &Redacted {
        &self.redacted.0
    }

    /// As it was written, and what others do not read of it.
    pub(super) fn into_parts(self) -> (CommentContent, Redacted) {
        let content = CommentContent {
            language: self.language.0,
            kind: self.kind.0,
            quote: self.quote,
            stance: self.stance.0,
            operation: self.operation.0,
            proposed_text: self.proposed_text,
            reason: self.reason,
            link: self.link,
        };
        (content, self.redacted.0)
    }
}

/// As everybody reads it. What is written for a list needs no other words: its authors and those in office find them on its page.
impl From<ContentRow> for CommentContent {
    fn from(row: ContentRow) -> Self {
        let (mut content, redacted) = row.into_parts();
        redacted.hide_in_comment(&mut content);
        content
    }
}
