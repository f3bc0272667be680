//! Files that only their owner reads, and that are there whole or not at all: backups and signing keys.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Result, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Where a file grows before it is whole. `mark`: what tells it from another that grows for the same place.
pub fn part_of(path: &Path, mark: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    for piece in [mark, ".part"] {
        name.push(OsStr::new(piece));
    }
    PathBuf::from(name)
}

/// A new file for its owner alone.
///
/// # Errors
/// `AlreadyExists`: something has that name.
pub fn create(path: &Path) -> Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// A new file for its owner alone, written and on the disk, with the folder it lies in.
///
/// # Errors
/// As [`create`], or it cannot be written.
pub fn write_part(part: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = folder(part) {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = create(part)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.inspect_err(|_| {
        // Half of it may be secret too; what cannot be removed either is for its owner alone.
        let _ = std::fs::remove_file(part);
    })
}

/// Gives a whole file its name, where nothing is yet.
///
/// # Errors
/// `AlreadyExists`: something is there; the part stays.
pub fn put_in_place(part: &Path, path: &Path) -> Result<()> {
    // A second name for the file, not a new name: unlike a renaming it fails where something is.
    match std::fs::hard_link(part, path) {
        Ok(()) => std::fs::remove_file(part)?,
        // Not every file system knows second names.
        Err(error) if error.kind() != ErrorKind::AlreadyExists && !path.exists() => std::fs::rename(part, path)?,
        Err(_) => return Err(ErrorKind::AlreadyExists.into()),
    }
    sync_folder(path)
}

/// Gives a whole file its name, in the place of what has it.
///
/// # Errors
/// It cannot be renamed.
pub fn replace(part: &Path, path: &Path) -> Result<()> {
    std::fs::rename(part, path).and_then(|()| sync_folder(path))
}

/// The folder of a file, where its path names one.
fn folder(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty())
}

fn sync_folder(path: &Path) -> Result<()> {
    File::open(folder(path).unwrap_or_else(|| Path::new(".")))?.sync_all()
}
