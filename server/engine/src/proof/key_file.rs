//! The file the keys are kept in. Only its owner may read it; it is written whole or not at all.

use super::canonical::{self, base64, from_base64};
use super::keys::{KeyError, Keyring, PublicKey, PublicKeys};
use crate::auth::sha256;
use crate::clock::Entropy;
use model::domain::time::Instant;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// The name of the format, with its version.
const FORMAT: &str = "openfloor-secret-keys-1";

/// The keys cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error("cannot read or write {file}: {error}")]
    Io { file: PathBuf, error: io::Error },
    #[error("{file}: {error}")]
    Keys { file: PathBuf, error: KeyError },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    format: String,
    keys: Vec<SecretKey>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SecretKey {
    /// The seed of 32 bytes in base64.
    secret: String,
    public: PublicKey,
}

/// Reads the keys; where there is no file yet, makes one with a first key. Of two programs that do so at once, one makes it and both
/// read it.
///
/// # Errors
/// The file cannot be read or written, or holds something else.
pub fn open(path: &Path, entropy: &dyn Entropy, now: Instant) -> Result<Keyring, KeyFileError> {
    match read(path) {
        Err(KeyFileError::Io { error, .. }) if error.kind() == io::ErrorKind::NotFound => {}
        read => return read,
    }
    let keys = Keyring::generate(entropy, now).map_err(|error| KeyFileError::Keys { file: path.to_owned(), error })?;
    match write(path, &keys, Place::New) {
        Err(KeyFileError::Io { error, .. }) if error.kind() == io::ErrorKind::AlreadyExists => read(path),
        written => written.map(|()| keys),
    }
}

/// Adds a key, which signs from the next start on; answers all keys.
///
/// # Errors
/// As [`open`].
pub fn succeed(path: &Path, entropy: &dyn Entropy, now: Instant) -> Result<Keyring, KeyFileError> {
    let keys = read(path)?.with_successor(entropy, now).map_err(|error| KeyFileError::Keys { file: path.to_owned(), error })?;
    write(path, &keys, Place::Taken)?;
    Ok(keys)
}

/// Reads the keys.
///
/// # Errors
/// The file cannot be read, or holds something else.
pub fn read(path: &Path) -> Result<Keyring, KeyFileError> {
    let text = std::fs::read_to_string(path).map_err(|error| KeyFileError::Io { file: path.to_owned(), error })?;
    parse(&text).map_err(|error| KeyFileError::Keys { file: path.to_owned(), error })
}

fn parse(text: &str) -> Result<Keyring, KeyError> {
    let contents: Contents = serde_json::from_str(text).map_err(|_| KeyError::Unreadable)?;
    if contents.format != FORMAT {
        return Err(KeyError::Unreadable);
    }
    let seeds = contents.keys.iter().map(|key| from_base64(&key.secret).ok_or_else(|| KeyError::Unfit(key.public.id.clone())));
    let seeds = seeds.collect::<Result<_, _>>()?;
    Keyring::new(PublicKeys::new(contents.keys.into_iter().map(|key| key.public).collect())?, seeds)
}

enum Place {
    New,
    Taken,
}

fn write(path: &Path, keys: &Keyring, place: Place) -> Result<(), KeyFileError> {
    let secret = |(public, seed): (&PublicKey, &[u8; 32])| SecretKey { secret: base64(seed), public: public.clone() };
    let keys = keys.public().keys().iter().zip(keys.seeds()).map(secret).collect();
    let contents = Contents { format: FORMAT.to_owned(), keys };
    let result = canonical::write(&contents).map_err(|error| io::Error::other(error.to_string())).and_then(|text| match place {
        Place::New => put(path, &(text + "\n")),
        Place::Taken => replace(path, &(text + "\n")),
    });
    result.map_err(|error| KeyFileError::Io { file: path.to_owned(), error })
}

/// Writes beside the file, then gives it its name, unless there is one: a crash leaves nothing half written under that name.
fn put(path: &Path, text: &str) -> io::Result<()> {
    let beside = beside(path, text)?;
    let linked = std::fs::hard_link(&beside, path);
    std::fs::remove_file(&beside)?;
    linked.and_then(|()| sync_folder(path))
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    std::fs::rename(beside(path, text)?, path).and_then(|()| sync_folder(path))
}

fn beside(path: &Path, text: &str) -> io::Result<PathBuf> {
    if let Some(folder) = folder(path) {
        std::fs::create_dir_all(folder)?;
    }
    let mut name = path.as_os_str().to_owned();
    // Of two that write at once, each writes a file of its own.
    name.push(format!(".{}.part", &sha256(text)[..16]));
    let beside = PathBuf::from(name);
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(beside)
}

fn folder(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty())
}

fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(folder(path).unwrap_or_else(|| Path::new(".")))?.sync_all()
}
