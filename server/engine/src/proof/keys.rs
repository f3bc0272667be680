//! The keys receipts are signed with: Ed25519, the newest signs, each successor is signed by its predecessor.

use super::canonical::{self, Fault, base64, from_base64};
use crate::auth::hex;
use crate::clock::Entropy;
use model::calendar;
use model::domain::time::Instant;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The name of the format of the list of public keys, with its version.
pub const FORMAT: &str = "openfloor-keys-1";

/// The name of the format of what a predecessor signs, with its version.
const KEY_FORMAT: &str = "openfloor-key-1";

/// A list of keys that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("this is not a list of Openfloor's keys, or not all of it")]
    Unreadable,
    #[error("there is no key in it")]
    Empty,
    #[error("the key {0} is not what it says: its id, its secret half or the signature of its predecessor does not fit")]
    Unfit(String),
}

/// A public key, with its place in the line of succession.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    /// The first 16 digits of the SHA-256 of the key.
    pub id: String,
    /// 32 bytes in base64.
    pub public: String,
    pub created_at: String,
    /// The key before it; the first has none.
    pub predecessor: Option<String>,
    /// By the predecessor, over the canonical `openfloor-key-1`.
    pub signature: Option<String>,
}

#[derive(Serialize)]
struct Statement<'a> {
    format: &'static str,
    id: &'a str,
    public: &'a str,
    created_at: &'a str,
    predecessor: &'a str,
}

impl PublicKey {
    /// What the predecessor signs; `None` for the first key.
    fn statement(&self) -> Option<String> {
        let predecessor = self.predecessor.as_deref()?;
        let statement = Statement { format: KEY_FORMAT, id: &self.id, public: &self.public, created_at: &self.created_at, predecessor };
        canonical::write(&statement).ok()
    }

    fn bytes(&self) -> Option<[u8; 32]> {
        from_base64(&self.public)
    }

    fn verifies(&self, message: &[u8], signature: &str) -> bool {
        let (Some(public), Some(signature)) = (self.bytes(), from_base64::<64>(signature)) else { return false };
        UnparsedPublicKey::new(&ED25519, public).verify(message, &signature).is_ok()
    }
}

fn id_of(public: &[u8]) -> String {
    let mut id = hex(&Sha256::digest(public));
    id.truncate(16);
    id
}

/// The public keys of a portal, the oldest first; each follows from the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKeys(Vec<PublicKey>);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PublicFile {
    format: String,
    keys: Vec<PublicKey>,
}

impl PublicKeys {
    /// Takes the keys if each is what it says and follows from the one before it.
    ///
    /// # Errors
    /// The first that does not.
    pub fn new(keys: Vec<PublicKey>) -> Result<Self, KeyError> {
        if keys.is_empty() {
            return Err(KeyError::Empty);
        }
        let mut before: Option<&PublicKey> = None;
        for key in &keys {
            let own = key.bytes().is_some_and(|bytes| id_of(&bytes) == key.id) && canonical::is_instant(&key.created_at);
            let follows = match (before, &key.signature) {
                (None, None) => key.predecessor.is_none(),
                (Some(before), Some(signature)) => {
                    key.predecessor.as_ref() == Some(&before.id)
                        && key.statement().is_some_and(|statement| before.verifies(statement.as_bytes(), signature))
                }
                _ => false,
            };
            if !own || !follows {
                return Err(KeyError::Unfit(key.id.clone()));
            }
            before = Some(key);
        }
        Ok(Self(keys))
    }

    /// Reads the list a portal publishes.
    ///
    /// # Errors
    /// It is not such a list.
    pub fn from_file(text: &str) -> Result<Self, KeyError> {
        let file: PublicFile = canonical::read(canonical::trimmed(text)).map_err(|_| KeyError::Unreadable)?;
        if file.format != FORMAT {
            return Err(KeyError::Unreadable);
        }
        Self::new(file.keys)
    }

    /// The list as it is published: one line of JSON, with a line feed at its end.
    pub fn to_file(&self) -> String {
        let file = PublicFile { format: FORMAT.to_owned(), keys: self.0.clone() };
        canonical::write(&file).unwrap_or_default() + "\n"
    }

    pub fn keys(&self) -> &[PublicKey] {
        &self.0
    }

    pub fn has(&self, id: &str) -> bool {
        self.0.iter().any(|key| key.id == id)
    }

    /// # Errors
    /// The key is not among these, or the signature is not its.
    pub fn check(&self, key: &str, message: &[u8], signature: &str) -> Result<(), Fault> {
        let key = self.0.iter().find(|one| one.id == key).ok_or(Fault::UnknownKey)?;
        if key.verifies(message, signature) { Ok(()) } else { Err(Fault::WrongSignature) }
    }
}

/// The keys with their secret halves. The newest signs.
pub struct Keyring {
    public: PublicKeys,
    /// In the order of `public`.
    seeds: Vec<[u8; 32]>,
    newest: Ed25519KeyPair,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyring").field("public", &self.public).finish_non_exhaustive()
    }
}

fn pair_of(seed: &[u8; 32]) -> Option<Ed25519KeyPair> {
    Ed25519KeyPair::from_seed_unchecked(seed).ok()
}

impl Keyring {
    /// Puts public and secret halves together.
    ///
    /// # Errors
    /// They do not belong together.
    pub fn new(public: PublicKeys, seeds: Vec<[u8; 32]>) -> Result<Self, KeyError> {
        let mut newest = None;
        if public.0.len() != seeds.len() {
            return Err(KeyError::Unreadable);
        }
        for (key, seed) in public.0.iter().zip(&seeds) {
            let pair = pair_of(seed).filter(|pair| key.bytes().is_some_and(|bytes| pair.public_key().as_ref() == bytes));
            newest = Some(pair.ok_or_else(|| KeyError::Unfit(key.id.clone()))?);
        }
        Ok(Self { public, seeds, newest: newest.ok_or(KeyError::Empty)? })
    }

    /// A first key.
    ///
    /// # Errors
    /// The library refuses the seed.
    pub fn generate(entropy: &dyn Entropy, now: Instant) -> Result<Self, KeyError> {
        let (key, seed) = fresh(entropy, now)?;
        Self::new(PublicKeys(vec![key]), vec![seed])
    }

    /// The same keys and a new one, which signs from now on.
    ///
    /// # Errors
    /// The library refuses the seed.
    pub fn with_successor(&self, entropy: &dyn Entropy, now: Instant) -> Result<Self, KeyError> {
        let (mut key, seed) = fresh(entropy, now)?;
        key.predecessor = self.public.0.last().map(|last| last.id.clone());
        key.signature = key.statement().map(|statement| self.sign(statement.as_bytes()).1);
        let keys = self.public.0.iter().cloned().chain([key]).collect();
        Self::new(PublicKeys::new(keys)?, self.seeds.iter().copied().chain([seed]).collect())
    }

    pub const fn public(&self) -> &PublicKeys {
        &self.public
    }

    pub(super) fn seeds(&self) -> &[[u8; 32]] {
        &self.seeds
    }

    /// Signs with the newest key; answers its id and the signature in base64.
    pub fn sign(&self, message: &[u8]) -> (String, String) {
        let id = self.public.0.last().map(|key| key.id.clone()).unwrap_or_default();
        (id, base64(self.newest.sign(message).as_ref()))
    }
}

fn fresh(entropy: &dyn Entropy, now: Instant) -> Result<(PublicKey, [u8; 32]), KeyError> {
    let mut seed = [0; 32];
    entropy.fill(&mut seed);
    let pair = pair_of(&seed).ok_or(KeyError::Unreadable)?;
    let public = pair.public_key().as_ref();
    let key =
        PublicKey { id: id_of(public), public: base64(public), created_at: calendar::iso_micros(now), predecessor: None, signature: None };
    Ok((key, seed))
}
