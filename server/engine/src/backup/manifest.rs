//! The table of contents of a backup: what is in it, how much, and the hash of each part.

use super::{BackupError, LARGEST_EXTRA};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The format this program writes and reads.
pub const FORMAT: &str = "openfloor-backup-1";
/// Where it stands.
pub const NAME: &str = "manifest.json";
/// The longest one: a thousand times what there is.
pub const LONGEST: u64 = 1024 * 1024;

/// `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub format: String,
    /// The version of the program that made it.
    pub program_version: String,
    /// The number of the newest migration.
    pub schema_version: i64,
    /// `sqlite` or `postgres`.
    pub database: String,
    pub created_at: String,
    /// Tables that are not in it, on purpose.
    pub left_out: Vec<String>,
    pub entries: Vec<Entry>,
}

/// One file in the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub name: String,
    /// Of a table; `null` for another file.
    pub rows: Option<u64>,
    pub bytes: u64,
    pub sha256: String,
}

/// What every format of a backup says of itself.
#[derive(Deserialize)]
struct Kind {
    format: String,
}

#[derive(Deserialize)]
struct Versions {
    program_version: String,
    schema_version: i64,
}

/// The name of a table in the archive.
pub fn entry_of(table: &str) -> String {
    format!("tables/{table}.jsonl")
}

impl Entry {
    /// The table it holds; `None` for another file.
    pub fn table(&self) -> Option<&str> {
        self.name.strip_prefix("tables/")?.strip_suffix(".jsonl")
    }
}

/// Small letters, digits, `_`, `-`, and dots within: nothing that leads to another folder.
fn is_plain(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '.');
    !name.is_empty() && name.len() <= 100 && name.chars().all(fits) && !name.starts_with('.') && !name.contains("..")
}

impl Manifest {
    /// Reads it, for a program with the schema `ours`.
    pub fn parse(text: &[u8], ours: i64) -> Result<Self, BackupError> {
        let unreadable = |error: serde_json::Error| BackupError::damaged(format_args!("{NAME}: {error}"));
        let kind: Kind = serde_json::from_slice(text).map_err(unreadable)?;
        if kind.format != FORMAT {
            return Err(BackupError::UnknownFormat(kind.format.chars().take(80).collect()));
        }
        let versions: Versions = serde_json::from_slice(text).map_err(unreadable)?;
        if versions.schema_version != ours {
            return Err(BackupError::OtherSchema { program: versions.program_version, theirs: versions.schema_version, ours });
        }
        let manifest: Self = serde_json::from_slice(text).map_err(unreadable)?;
        let mut names = BTreeSet::new();
        for entry in &manifest.entries {
            let plain = match entry.table() {
                Some(table) => is_plain(table) && entry.rows.is_some(),
                None => is_plain(&entry.name) && entry.name != NAME && entry.rows.is_none() && entry.bytes <= LARGEST_EXTRA,
            };
            if !plain || !names.insert(entry.name.as_str()) {
                return Err(BackupError::damaged(format_args!("an entry named {:?}", entry.name)));
            }
        }
        Ok(manifest)
    }

    /// The files beside the tables.
    pub fn extras(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.table().is_none())
    }

    /// How many rows there are in all.
    pub fn rows(&self) -> u64 {
        self.entries.iter().filter_map(|entry| entry.rows).sum()
    }
}
