//! Values → bytes. Pure: the same summary in the same language gives the same bytes.
//! May use: `model::portal` values, texts. Must not use: the store, a clock.

use model::domain::organisation::OrganisationRef;

pub mod compilation;
pub mod csv;
pub mod docx;
pub mod ical;
pub mod json;
pub mod own_data;
mod sheet;
pub mod status;

/// The names of organisations in one line.
fn names<'a>(organisations: impl IntoIterator<Item = &'a OrganisationRef>) -> String {
    organisations.into_iter().map(|organisation| organisation.name.as_str()).collect::<Vec<_>>().join("; ")
}

/// A file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("CSV: {0}")]
    Csv(#[from] ::csv::Error),
    #[error("CSV: {0}")]
    Flush(String),
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("DOCX: {0}")]
    Docx(String),
    #[error("XLSX: {0}")]
    Xlsx(String),
    #[error("ZIP: {0}")]
    Zip(String),
}
