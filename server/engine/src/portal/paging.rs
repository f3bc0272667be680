//! Pages of lists by keyset: the cursor is the last row shown, so a page costs the same wherever it is.

use crate::store::organisation_lists::NameCursor;
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use model::portal::{PAGE_SIZE, PaperLine, Slice};
use std::fmt::Display;
use std::str::FromStr;

/// How many rows to ask for: one more than a page shows tells whether there are more.
pub const ASKED: i64 = PAGE_SIZE + 1;

/// A page of rows of which one more was asked for than is shown.
pub fn slice<T>(rows: Vec<T>, cursor: impl Fn(&T) -> Option<String>) -> Slice<T> {
    slice_of(PAGE_SIZE, rows, cursor)
}

/// The same for pages of another length.
pub fn slice_of<T>(length: i64, mut rows: Vec<T>, cursor: impl Fn(&T) -> Option<String>) -> Slice<T> {
    let more = i64::try_from(rows.len()).is_ok_and(|n| n > length);
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).and_then(cursor);
    Slice { rows, next }
}

/// A page of papers by the instant they were submitted.
pub fn papers(rows: Vec<PaperLine>) -> Slice<PaperLine> {
    slice(rows, |paper| paper.submitted_at.map(|at| at_id(at, paper.id)))
}

/// A cursor of an instant and an id.
pub fn at_id(at: Instant, id: impl Display) -> String {
    format!("{}-{id}", at.0)
}

/// # Errors
/// `NotFound`: nobody was ever given this cursor.
pub fn parse_at_id<T: FromStr>(text: &str) -> PortalResult<(Instant, T)> {
    let parse = || {
        let (at, id) = text.split_once('-')?;
        Some((Instant(at.parse().ok()?), id.parse().ok()?))
    };
    parse().ok_or(PortalError::NotFound)
}

/// A cursor of an id and the text the list is sorted by.
pub fn id_text(id: impl Display, text: &str) -> String {
    format!("{id}{text}")
}

/// # Errors
/// `NotFound`: nobody was ever given this cursor.
pub fn parse_id_text<T: FromStr>(cursor: &str) -> PortalResult<(T, &str)> {
    let parse = || {
        let id = cursor.get(..uuid::fmt::Hyphenated::LENGTH)?;
        let text = &cursor[id.len()..];
        (!text.contains('\0')).then_some(())?;
        Some((id.parse().ok()?, text))
    };
    parse().ok_or(PortalError::NotFound)
}

/// A page of rows by name, each of which came with its place.
pub fn by_name<T>(rows: Vec<(NameCursor, T)>) -> Slice<T> {
    let page = slice(rows, |((key, id), _)| Some(id_text(id, key)));
    Slice { rows: page.rows.into_iter().map(|(_, row)| row).collect(), next: page.next }
}

/// The place in a list by name that a cursor means.
///
/// # Errors
/// `NotFound`: nobody was ever given this cursor.
pub fn parse_name(cursor: &str) -> PortalResult<NameCursor> {
    parse_id_text(cursor).map(|(id, key)| (key.to_owned(), id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::domain::ids::PaperId;

    const ID: &str = "0192f0c8-0000-7000-8000-000000000001";

    #[test]
    fn cursors_come_back() {
        let id: PaperId = ID.parse().expect("an id");
        assert_eq!(parse_at_id(&at_id(Instant(-7), id)).ok(), None::<(Instant, PaperId)>, "no list goes back before 1970");
        assert_eq!(parse_at_id(&at_id(Instant(7), id)).ok(), Some((Instant(7), id)));
        assert_eq!(parse_id_text(&id_text(id, "Žluťoučký – x")).ok(), Some((id, "Žluťoučký – x")));
        assert_eq!(parse_id_text(&id_text(id, "")).ok(), Some((id, "")));
    }

    #[test]
    fn nonsense_is_not_found() {
        for text in ["", "x", "-", "7-", "ž\u{0}", "0192F0C8-0000-7000-8000-000000000001x", "0192f0c8-0000-7000-8000-000000000001\0"] {
            assert!(parse_at_id::<PaperId>(text).is_err() && parse_id_text::<PaperId>(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_full_page_with_nothing_behind_it_is_the_last() {
        let page = |n: i64| slice((0..n).collect(), |row| Some(row.to_string()));
        assert_eq!(page(PAGE_SIZE).next, None);
        assert_eq!(page(PAGE_SIZE + 1).next, Some((PAGE_SIZE - 1).to_string()));
        assert_eq!(page(0).rows.len(), 0);
    }
}
