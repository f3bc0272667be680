//! Restoring a backup: everything is checked before anything is written, and read back before it is kept.

use super::manifest::{self, Entry, Manifest};
use super::{BackupError, LEFT_OUT, LONGEST_LINE, MADE_BY_MIGRATIONS};
use crate::auth::hex;
use crate::files;
use crate::store::tables::{self, Table};
use crate::store::{Db, StoreError, Tx};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// Entries an archive may have: many times what there are tables.
const MOST_ENTRIES: usize = 1000;
/// Rows that are written with one statement, unless they are long.
const ROWS_AT_ONCE: usize = 500;
const BYTES_AT_ONCE: usize = 1024 * 1024;

/// A backup that was opened and found whole.
pub struct Archive {
    zip: ZipArchive<BufReader<File>>,
    pub manifest: Manifest,
}

impl Archive {
    /// Opens a backup and checks the hash of all it holds.
    ///
    /// # Errors
    /// It is none, is damaged, or was made by a program with another schema.
    pub fn open(path: &Path) -> Result<Self, BackupError> {
        let file = File::open(path).map_err(BackupError::file(path))?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(BackupError::damaged)?;
        if zip.len() > MOST_ENTRIES {
            return Err(BackupError::damaged("too many entries"));
        }
        let mut text = Vec::new();
        {
            let manifest = zip.by_name(manifest::NAME).map_err(|_| BackupError::damaged(format_args!("it has no {}", manifest::NAME)))?;
            manifest.take(manifest::LONGEST + 1).read_to_end(&mut text).map_err(BackupError::damaged)?;
        }
        if u64::try_from(text.len()).is_ok_and(|size| size > manifest::LONGEST) {
            return Err(BackupError::damaged(format_args!("{} is too long", manifest::NAME)));
        }
        let manifest = Manifest::parse(&text, Db::newest_schema())?;
        let named: BTreeSet<&str> = manifest.entries.iter().map(|entry| entry.name.as_str()).chain([manifest::NAME]).collect();
        let found: BTreeSet<&str> = zip.file_names().collect();
        if let Some(name) = named.symmetric_difference(&found).next() {
            return Err(BackupError::damaged(format_args!("{name:?} is in it or in its manifest, and not in both")));
        }
        for entry in &manifest.entries {
            let file = zip.by_name(&entry.name).map_err(BackupError::damaged)?;
            measure(entry, file)?;
        }
        Ok(Self { zip, manifest })
    }

    /// The bytes of a file beside the tables: small, and found whole.
    fn extra(&mut self, entry: &Entry) -> Result<Vec<u8>, BackupError> {
        let mut bytes = Vec::new();
        let file = self.zip.by_name(&entry.name).map_err(BackupError::damaged)?;
        file.take(entry.bytes).read_to_end(&mut bytes).map_err(BackupError::damaged)?;
        if hex(&Sha256::digest(&bytes)) == entry.sha256 { Ok(bytes) } else { Err(changed(entry)) }
    }
}

fn changed(entry: &Entry) -> BackupError {
    BackupError::damaged(format_args!("{} is not what its hash says", entry.name))
}

/// Reads an entry to its end, or as far as the manifest says it goes: what grows beyond that while it is unpacked is not unpacked.
fn measure(entry: &Entry, file: impl Read) -> Result<(), BackupError> {
    let (mut hash, mut bytes, mut rows, mut line) = (Sha256::new(), 0_u64, 0_u64, 0_u64);
    let mut file = file.take(entry.bytes.saturating_add(1));
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut buffer).map_err(|error| BackupError::damaged(format_args!("{}: {error}", entry.name)))?;
        if read == 0 {
            break;
        }
        hash.update(&buffer[..read]);
        let size = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
        let ends = buffer[..read].split(|byte| *byte == b'\n').count() - 1;
        // A line goes on from one piece to the next; within a piece none is long.
        line = match buffer[..read].iter().rposition(|byte| *byte == b'\n') {
            Some(last) => size(read - last - 1),
            None => line + size(read),
        };
        if line > LONGEST_LINE {
            return Err(BackupError::damaged(format_args!("{} has a line that is too long", entry.name)));
        }
        rows += size(ends);
        bytes += size(read);
    }
    let whole = entry.rows.is_none_or(|expected| expected == rows && line == 0);
    if bytes == entry.bytes && whole && hex(&hash.finalize()) == entry.sha256 { Ok(()) } else { Err(changed(entry)) }
}

/// Writes a backup into an empty database, and the files beside the tables to the places `extra` names. All of it, or nothing.
///
/// # Errors
/// The database is not empty or of another program, a file is in the way, or the rows do not fit.
pub async fn restore(mut archive: Archive, db: &Db, extra: &[(&str, &Path)]) -> Result<Manifest, BackupError> {
    let theirs = db.schema().await?;
    if theirs.is_some_and(|theirs| theirs != Db::newest_schema()) {
        return Err(BackupError::OtherDatabase { theirs, ours: Db::newest_schema() });
    }
    let manifest = archive.manifest.clone();
    let mut places = Vec::new();
    for entry in manifest.extras() {
        let (_, place) = extra.iter().find(|(name, _)| *name == entry.name).ok_or_else(|| BackupError::NoPlace(entry.name.clone()))?;
        let bytes = archive.extra(entry)?;
        match std::fs::read(place) {
            Ok(there) if there == bytes => {}
            Ok(_) => return Err(BackupError::InTheWay(place.to_path_buf())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => places.push((*place, bytes)),
            Err(error) => return Err(BackupError::file(place)(error)),
        }
    }
    if theirs.is_none() {
        db.migrate().await?;
    }
    let mut parts = Parts::default();
    let mut tx = db.begin().await?;
    load(&mut archive, &mut tx).await?;
    for (place, bytes) in places {
        let part = files::part_of(place, "");
        files::write_part(&part, &bytes).map_err(|error| BackupError::growing(&part, error))?;
        parts.0.push((part, place.to_path_buf()));
    }
    // Before the commit: should that fail, the same files are found and taken when it is tried again. After it nothing could be repeated.
    parts.put_in_place()?;
    tx.commit().await.map_err(|error| fits(StoreError::from(error)))?;
    Ok(manifest)
}

/// Files that wait until all rows are in; before that they go again.
#[derive(Default)]
struct Parts(Vec<(PathBuf, PathBuf)>);

impl Parts {
    fn put_in_place(mut self) -> Result<(), BackupError> {
        // One that has its name is no part any more; the others go when this does.
        while let Some((part, place)) = self.0.last() {
            files::put_in_place(part, place).map_err(|error| BackupError::taken(place, error))?;
            self.0.pop();
        }
        Ok(())
    }
}

impl Drop for Parts {
    fn drop(&mut self) {
        for (part, _) in &self.0 {
            if std::fs::remove_file(part).is_err() {
                tracing::warn!(file = %part.display(), "could not be removed");
            }
        }
    }
}

/// What the database says of rows that belong to none, or that it does not take.
fn fits(error: StoreError) -> BackupError {
    match error {
        StoreError::Conflict => BackupError::DoesNotFit("a row points to one that is not there, or stands there twice".to_owned()),
        StoreError::Driver(error) => BackupError::DoesNotFit(error.to_string()),
        error => error.into(),
    }
}

async fn load(archive: &mut Archive, tx: &mut Tx) -> Result<(), BackupError> {
    let all = tables::all(tx, &LEFT_OUT).await?;
    for name in all.iter().map(|table| table.name.as_str()).chain(LEFT_OUT) {
        if MADE_BY_MIGRATIONS.contains(&name) {
            tables::clear(tx, name).await?;
        } else if tables::holds_any(tx, name).await? {
            return Err(BackupError::NotEmpty(name.to_owned()));
        }
    }
    let entries = archive.manifest.entries.clone();
    let here: BTreeSet<&str> = all.iter().map(|table| table.name.as_str()).collect();
    let there: BTreeSet<&str> = entries.iter().filter_map(Entry::table).collect();
    if let Some(name) = here.symmetric_difference(&there).next() {
        return Err(BackupError::damaged(format_args!("the table {name} is in the backup or in the database, and not in both")));
    }
    tables::let_references_wait(tx).await?;
    for entry in &entries {
        let Some(table) = entry.table().and_then(|name| all.iter().find(|table| table.name == name)) else { continue };
        let file = archive.zip.by_name(&entry.name).map_err(BackupError::damaged)?;
        fill(tx, table, entry, file).await?;
    }
    tables::hold_to_references(tx).await.map_err(fits)?;
    // What stands there now is read as a backup would read it: it must be the same to the byte.
    for entry in &entries {
        let Some(table) = entry.table().and_then(|name| all.iter().find(|table| table.name == name)) else { continue };
        let mut hash = Sha256::new();
        tables::read(tx, table, |line| {
            hash.update(line);
            hash.update(b"\n");
            Ok::<_, BackupError>(())
        })
        .await?;
        let rows = u64::try_from(tables::count(tx, &table.name).await?).unwrap_or_default();
        if entry.rows != Some(rows) || hex(&hash.finalize()) != entry.sha256 {
            return Err(BackupError::DoesNotFit(format!("the table {}", table.name)));
        }
    }
    Ok(())
}

/// Reads the lines of an entry into its table.
async fn fill(tx: &mut Tx, table: &Table, entry: &Entry, file: impl Read) -> Result<(), BackupError> {
    let mut lines = BufReader::new(file.take(entry.bytes));
    let (mut line, mut rows, mut count) = (String::new(), String::from("["), 0);
    loop {
        line.clear();
        let read = lines.read_line(&mut line).map_err(|error| BackupError::damaged(format_args!("{}: {error}", entry.name)))?;
        let full = count == ROWS_AT_ONCE || rows.len() > BYTES_AT_ONCE;
        if count > 0 && (read == 0 || full) {
            rows.push(']');
            tables::write(tx, table, &rows).await.map_err(fits)?;
            rows.truncate(1);
            count = 0;
        }
        if read == 0 {
            return Ok(());
        }
        if count > 0 {
            rows.push(',');
        }
        rows.push_str(&row(table, entry, &line)?);
        count += 1;
    }
}

/// One line, with exactly the columns of the table.
fn row(table: &Table, entry: &Entry, line: &str) -> Result<String, BackupError> {
    let values: Map<String, Value> =
        serde_json::from_str(line).map_err(|error| BackupError::damaged(format_args!("{}: {error}", entry.name)))?;
    let fits = |(name, kind): &(String, tables::Kind)| values.get(name).is_some_and(|value| kind.fits(value));
    if values.len() != table.columns.len() || !table.columns.iter().all(fits) {
        return Err(BackupError::damaged(format_args!("{} has a row with other columns than the table", entry.name)));
    }
    Ok(Value::Object(values).to_string())
}
