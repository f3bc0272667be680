//! Identifiers, codes and numbers that come as one column, since a row costs by its columns: none of them holds a space, and `-` stands
//! where there is nothing.

use super::row::FromText;
use model::domain::time::Instant;
use std::str::Split;

/// The codes of a column, read in their order.
pub(super) struct Codes<'t>(Split<'t, char>);

impl<'t> Codes<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self(text.split(' '))
    }

    fn part(&mut self) -> &'t str {
        self.0.next().unwrap_or_default()
    }

    fn some(&mut self) -> Option<&'t str> {
        Some(self.part()).filter(|text| *text != "-")
    }

    /// # Errors
    /// It is none that the program writes, or missing: the row is corrupt.
    pub(super) fn next<T: FromText>(&mut self) -> Result<T, String> {
        T::from_text(self.part())
    }

    /// # Errors
    /// As [`Codes::next`].
    pub(super) fn optional<T: FromText>(&mut self) -> Result<Option<T>, String> {
        self.some().map(T::from_text).transpose()
    }

    /// # Errors
    /// As [`Codes::next`].
    pub(super) fn instant(&mut self) -> Result<Instant, String> {
        instant(self.part())
    }

    /// # Errors
    /// As [`Codes::next`].
    pub(super) fn optional_instant(&mut self) -> Result<Option<Instant>, String> {
        self.some().map(instant).transpose()
    }

    /// Whether this very word stands there.
    pub(super) fn is(&mut self, word: &str) -> bool {
        self.part() == word
    }

    pub(super) fn text(&mut self) -> Option<String> {
        self.some().map(str::to_owned)
    }
}

fn instant(text: &str) -> Result<Instant, String> {
    text.parse().map(Instant).map_err(|_| format!("corrupt instant: {text}"))
}
