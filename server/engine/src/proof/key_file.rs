//! The file the keys are kept in. Only its owner may read it; it is written whole or not at all.

use super::canonical::{self, base64, from_base64};
use super::keys::{KeyError, Keyring, PublicKey, PublicKeys};
use crate::auth::sha256;
use crate::clock::Entropy;
use crate::files;
use model::domain::time::Instant;
use serde::{Deserialize, Serialize};
use std::io;
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
    let text = canonical::write(&contents).map_err(|error| io::Error::other(error.to_string()));
    let written = text.and_then(|text| {
        // Of two that write at once, each writes a file of its own.
        let part = files::part_of(path, &format!(".{}", &sha256(&text)[..16]));
        files::write_part(&part, (text + "\n").as_bytes())?;
        let placed = match place {
            Place::New => files::put_in_place(&part, path),
            Place::Taken => files::replace(&part, path),
        };
        placed.inspect_err(|_| {
            // Another has made the file meanwhile; what cannot be removed either is secret, but no harm.
            let _ = std::fs::remove_file(&part);
        })
    });
    written.map_err(|error| KeyFileError::Io { file: path.to_owned(), error })
}
