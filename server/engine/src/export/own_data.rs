//! Everything about one person as a ZIP: `data.json`, and of each receipt the exact content and the signed receipt as files of their own.

use super::ExportError;
use model::portal::OwnArchive;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The bytes of the ZIP. The same archive gives the same bytes.
///
/// # Errors
/// It could not be packed.
pub fn write(archive: &OwnArchive) -> Result<Vec<u8>, ExportError> {
    let problem = |error: &dyn std::fmt::Display| ExportError::Zip(error.to_string());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The files carry no time of their own: `data.json` says when it was made.
    let options = SimpleFileOptions::default();
    let data = ("data.json", archive.data.as_bytes());
    for (name, bytes) in std::iter::once(data).chain(archive.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))) {
        zip.start_file(name, options).map_err(|error| problem(&error))?;
        zip.write_all(bytes).map_err(|error| problem(&error))?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|error| problem(&error))
}
