//! What a comment says, as columns: one list of them for every statement that reads it.

use super::row::Text;
use model::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use model::domain::language::Language;
use sqlx::FromRow;

/// The columns of the comment `c`, in the order of [`CommentContent`].
macro_rules! content {
    () => {
        "c.language, c.kind, c.quote, c.stance, c.operation, c.proposed_text, c.reason, c.link"
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
}

impl From<ContentRow> for CommentContent {
    fn from(row: ContentRow) -> Self {
        Self {
            language: row.language.0,
            kind: row.kind.0,
            quote: row.quote,
            stance: row.stance.0,
            operation: row.operation.0,
            proposed_text: row.proposed_text,
            reason: row.reason,
            link: row.link,
        }
    }
}
