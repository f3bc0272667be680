//! Files that only their owner reads, and that are there whole or not at all.

use super::BackupError;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Where a file grows before it is whole.
pub fn part_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

/// A new file for its owner alone.
pub fn create(path: &Path) -> Result<File, BackupError> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => BackupError::Unfinished(path.to_path_buf()),
        _ => BackupError::file(path)(error),
    })
}

/// Gives a whole file its name, where nothing is yet.
pub fn put_in_place(part: &Path, path: &Path) -> Result<(), BackupError> {
    // A second name for the file, not a new name: unlike a renaming it fails where something is.
    match std::fs::hard_link(part, path) {
        Ok(()) => std::fs::remove_file(part).map_err(BackupError::file(part))?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(BackupError::Exists(path.to_path_buf())),
        // Not every file system knows second names.
        Err(_) if !path.exists() => std::fs::rename(part, path).map_err(BackupError::file(path))?,
        Err(_) => return Err(BackupError::Exists(path.to_path_buf())),
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(BackupError::file(folder))
}

/// Writes a file for its owner alone that is not in its place yet.
pub fn write_part(path: &Path, bytes: &[u8]) -> Result<PathBuf, BackupError> {
    let part = part_of(path);
    let mut file = create(&part)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(BackupError::file(&part))?;
    Ok(part)
}
