//! Making a backup while the portal runs: all tables as they are at one moment, written as they are read.

use super::manifest::{self, Entry, Manifest, entry_of};
use super::{BackupError, LARGEST_EXTRA, LEFT_OUT};
use crate::auth::hex;
use crate::files;
use crate::store::{Db, DbKind, tables};
use model::calendar;
use model::domain::time::Instant;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufWriter, Read as _, Seek, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Writes the database to `file`, and beside it what `extra` names. The file is there when it is whole; before that there is `file.part`.
///
/// # Errors
/// The file is there already, the database cannot be read or has another schema, or the file cannot be written. Then nothing is left of it.
pub async fn write(db: &Db, file: &Path, created_at: Instant, extra: &[(&str, &Path)]) -> Result<Manifest, BackupError> {
    let (theirs, ours) = (db.schema().await?, Db::newest_schema());
    if theirs != Some(ours) {
        return Err(BackupError::OtherDatabase { theirs, ours });
    }
    if file.exists() {
        return Err(BackupError::Exists(file.to_path_buf()));
    }
    let part = files::part_of(file, "");
    let out = files::create(&part).map_err(|error| BackupError::growing(&part, error))?;
    let written = match pack(db, out, created_at, extra).await {
        Ok(manifest) => files::put_in_place(&part, file).map(|()| manifest).map_err(|error| BackupError::taken(file, error)),
        Err(error) => Err(error),
    };
    if written.is_err() && std::fs::remove_file(&part).is_err() {
        tracing::warn!(file = %part.display(), "could not be removed");
    }
    written
}

async fn pack(db: &Db, out: File, created_at: Instant, extra: &[(&str, &Path)]) -> Result<Manifest, BackupError> {
    let mut zip = ZipWriter::new(BufWriter::new(out));
    let mut manifest = Manifest {
        format: manifest::FORMAT.to_owned(),
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
        schema_version: Db::newest_schema(),
        database: match db.kind() {
            DbKind::Sqlite => "sqlite",
            DbKind::Postgres => "postgres",
        }
        .to_owned(),
        created_at: calendar::iso_micros(created_at),
        left_out: LEFT_OUT.map(str::to_owned).to_vec(),
        entries: Vec::new(),
    };
    let mut tx = db.snapshot().await?;
    for table in tables::all(&mut tx, &LEFT_OUT).await? {
        let mut entry = Measured::start(&mut zip, entry_of(&table.name))?;
        tables::read(&mut tx, &table, |line| entry.line(line)).await?;
        manifest.entries.push(entry.end(true));
    }
    drop(tx);
    for (name, path) in extra {
        let mut bytes = Vec::new();
        let mut source = File::open(path).map_err(BackupError::file(path))?.take(LARGEST_EXTRA + 1);
        source.read_to_end(&mut bytes).map_err(BackupError::file(path))?;
        if u64::try_from(bytes.len()).is_ok_and(|size| size > LARGEST_EXTRA) {
            return Err(BackupError::Packing(format!("{} is too large", path.display())));
        }
        let mut entry = Measured::start(&mut zip, (*name).to_owned())?;
        entry.bytes(&bytes)?;
        manifest.entries.push(entry.end(false));
    }
    let text = serde_json::to_vec_pretty(&manifest).map_err(|error| BackupError::Packing(error.to_string()))?;
    Measured::start(&mut zip, manifest::NAME.to_owned())?.bytes(&text)?;
    let out = zip.finish().map_err(|error| BackupError::Packing(error.to_string()))?;
    let out = out.into_inner().map_err(|error| BackupError::Packing(error.to_string()))?;
    out.sync_all().map_err(|error| BackupError::Packing(error.to_string()))?;
    Ok(manifest)
}

/// An entry of the archive, measured while it is written.
struct Measured<'z, W: Write + Seek> {
    zip: &'z mut ZipWriter<W>,
    name: String,
    hash: Sha256,
    bytes: u64,
    rows: u64,
}

impl<'z, W: Write + Seek> Measured<'z, W> {
    fn start(zip: &'z mut ZipWriter<W>, name: String) -> Result<Self, BackupError> {
        // No time of its own: the manifest says when it was made. How long it becomes is known at its end only.
        let options = SimpleFileOptions::default().large_file(true).unix_permissions(0o600);
        zip.start_file(name.as_str(), options).map_err(|error| BackupError::Packing(error.to_string()))?;
        Ok(Self { zip, name, hash: Sha256::new(), bytes: 0, rows: 0 })
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        self.hash.update(bytes);
        self.bytes += u64::try_from(bytes.len()).unwrap_or_default();
        self.zip.write_all(bytes).map_err(|error| BackupError::Packing(error.to_string()))
    }

    fn line(&mut self, line: &str) -> Result<(), BackupError> {
        self.rows += 1;
        self.bytes(line.as_bytes())?;
        self.bytes(b"\n")
    }

    fn end(self, table: bool) -> Entry {
        Entry { name: self.name, rows: table.then_some(self.rows), bytes: self.bytes, sha256: hex(&self.hash.finalize()) }
    }
}
