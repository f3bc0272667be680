//! The public log: each line holds the hash of the line before it, so nothing in it can be changed, taken out or put in unseen. The
//! newest line has no line after it: the signed head covers it.

use super::canonical::{self, Fault};
use super::keys::{Keyring, PublicKeys};
use super::receipt::{Outcome, Payload, SignedReceipt};
use crate::auth::sha256;
use serde::{Deserialize, Serialize};

/// What the first line has in the place of a hash before it.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The name of the format of a head, with its version.
pub const HEAD_FORMAT: &str = "openfloor-log-head-1";

/// A line of the log. It tells when something was accepted or refused; not whose it was, nor what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogLine {
    /// From 0, without gaps.
    pub index: i64,
    pub received_at: String,
    pub kind: Outcome,
    /// SHA-256 of the payload of the receipt.
    pub receipt_hash: String,
    /// SHA-256 of the line before, [`START`] in the first.
    pub prev_hash: String,
}

impl LogLine {
    /// The line without its line feed.
    ///
    /// # Errors
    /// See [`canonical::write`].
    pub fn to_line(&self) -> Result<String, Fault> {
        canonical::write(self)
    }

    /// # Errors
    /// It is not a line of a log, or not in the canonical form.
    pub fn from_line(line: &str) -> Result<Self, Fault> {
        let line: Self = canonical::read(line)?;
        let well_formed = line.index >= 0
            && canonical::is_instant(&line.received_at)
            && canonical::is_hex(&line.receipt_hash, 64)
            && canonical::is_hex(&line.prev_hash, 64);
        if well_formed { Ok(line) } else { Err(Fault::Unreadable) }
    }

    /// Whether this is the line `receipt` names as its own. `payload`: what the receipt says.
    pub fn is_of(&self, receipt: &SignedReceipt, payload: &Payload) -> bool {
        self.index == payload.log.index
            && self.prev_hash == payload.log.head
            && self.received_at == payload.received_at
            && self.kind == payload.outcome
            && self.receipt_hash == receipt.hash()
    }

    /// What the next line holds of this one.
    ///
    /// # Errors
    /// See [`canonical::write`].
    pub fn hash(&self) -> Result<String, Fault> {
        Ok(sha256(&self.to_line()?))
    }
}

/// How far the log goes, and the hash of its newest line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub size: i64,
    pub hash: String,
}

impl Head {
    /// Of a log without lines.
    pub fn start() -> Self {
        Self { size: 0, hash: START.to_owned() }
    }

    /// Goes on by one line.
    ///
    /// # Errors
    /// The line does not follow: one was taken out, put in, moved or changed.
    pub fn follow(&mut self, line: &LogLine) -> Result<(), Broken> {
        if line.index != self.size || line.prev_hash != self.hash {
            return Err(Broken { index: self.size });
        }
        self.hash = line.hash().map_err(|_| Broken { index: self.size })?;
        self.size += 1;
        Ok(())
    }
}

/// Goes through the lines of a log, or of a part of one, and compares them with a signed head at its place. Lines that came after the head
/// stand behind it.
#[derive(Debug)]
pub struct Walk<'a> {
    signed: Option<&'a Head>,
    first: Option<i64>,
    head: Head,
    covered: bool,
}

/// What is wrong with lines that are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Astray {
    #[error(transparent)]
    Broken(#[from] Broken),
    #[error(
        "up to line {last} these are not the lines the signed head was made of: lines were changed, or the head belongs to another log"
    )]
    OtherHead {
        /// The last line that was compared.
        last: i64,
    },
}

impl<'a> Walk<'a> {
    pub fn new(signed: Option<&'a Head>) -> Self {
        Self { signed, first: None, head: Head::start(), covered: signed.is_some_and(|signed| *signed == Head::start()) }
    }

    /// The next line; a part of a log begins where the part before it ended.
    ///
    /// # Errors
    /// It does not follow, or is not what the signed head was made of.
    pub fn follow(&mut self, line: &LogLine) -> Result<(), Astray> {
        if self.first.is_none() {
            self.first = Some(line.index);
            if line.index > 0 {
                self.head = Head { size: line.index, hash: line.prev_hash.clone() };
            }
            self.compare()?;
        }
        self.head.follow(line)?;
        self.compare()
    }

    fn compare(&mut self) -> Result<(), Astray> {
        let Some(signed) = self.signed.filter(|signed| signed.size == self.head.size) else { return Ok(()) };
        if *signed != self.head {
            return Err(Astray::OtherHead { last: self.head.size - 1 });
        }
        self.covered = true;
        Ok(())
    }

    /// The first and the last line; `None`: there was none.
    pub fn lines(&self) -> Option<(i64, i64)> {
        self.first.map(|first| (first, self.head.size - 1))
    }

    /// Whether the signed head was met.
    pub const fn is_covered(&self) -> bool {
        self.covered
    }
}

/// The log does not hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the log is broken at line {index}: that line, or the one before it, was changed, taken out or put in")]
pub struct Broken {
    /// The line that should stand here.
    pub index: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadPayload {
    format: String,
    size: i64,
    hash: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadFile {
    payload: HeadPayload,
    key: String,
    signature: String,
}

/// A head with the portal's signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHead {
    pub head: Head,
    pub key: String,
    pub signature: String,
}

impl SignedHead {
    /// # Errors
    /// See [`canonical::write`].
    pub fn sign(head: Head, keys: &Keyring) -> Result<Self, Fault> {
        let (key, signature) = keys.sign(bytes_of(&head)?.as_bytes());
        Ok(Self { head, key, signature })
    }

    /// # Errors
    /// It is not what was signed, or signed with another key.
    pub fn check(&self, keys: &PublicKeys) -> Result<(), Fault> {
        keys.check(&self.key, bytes_of(&self.head)?.as_bytes(), &self.signature)
    }

    /// The file: one line of JSON, with a line feed at its end.
    ///
    /// # Errors
    /// See [`canonical::write`].
    pub fn to_file(&self) -> Result<String, Fault> {
        let file = HeadFile { payload: payload_of(&self.head), key: self.key.clone(), signature: self.signature.clone() };
        Ok(canonical::write(&file)? + "\n")
    }

    /// # Errors
    /// It is not the file of a head.
    pub fn from_file(text: &str) -> Result<Self, Fault> {
        let file: HeadFile = canonical::read(canonical::trimmed(text))?;
        if file.payload.format != HEAD_FORMAT || !canonical::is_hex(&file.payload.hash, 64) {
            return Err(Fault::Unreadable);
        }
        let head = Head { size: file.payload.size, hash: file.payload.hash };
        Ok(Self { head, key: file.key, signature: file.signature })
    }
}

fn payload_of(head: &Head) -> HeadPayload {
    HeadPayload { format: HEAD_FORMAT.to_owned(), size: head.size, hash: head.hash.clone() }
}

fn bytes_of(head: &Head) -> Result<String, Fault> {
    canonical::write(&payload_of(head))
}
