//! A signed receipt: the payload, the key, and the signature over the exact bytes of the payload.

use super::canonical::{self, Fault};
use super::keys::{Keyring, PublicKeys};
use crate::auth::sha256;
use serde::{Deserialize, Serialize};

/// The name of the format, with its version.
pub const FORMAT: &str = "openfloor-receipt-1";

/// The longest file that is looked at: an organisation's name and a hundred files fit many times.
pub const MAX_FILE: usize = 64 * 1024;

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Accepted,
    /// Received after the closing, and kept sealed.
    Refused,
}

impl Outcome {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
        }
    }

    /// The outcome of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Accepted, Self::Refused].into_iter().find(|one| one.code() == code)
    }
}

/// What was submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// `paper` or `comment`.
    pub kind: String,
    pub id: String,
    /// The version whose words were submitted. 0: submitted before versions stood in receipts.
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub id: String,
    /// As it was called at the time.
    pub name: String,
}

/// The entry of the round's ledger it was judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    pub round: String,
    pub entry: String,
    /// The number of the entry in the ledger of its round.
    pub number: i64,
    /// The closing of that entry.
    pub closes_at: String,
}

/// A file that was submitted with the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub name: String,
    pub sha256: String,
}

/// Where the receipt stands in the public log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The line of this receipt; the first line is 0.
    pub index: i64,
    /// The hash of the line before it: the head of the log when the receipt was made.
    pub head: String,
}

/// What is signed. The order of the fields is part of the format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payload {
    pub format: String,
    /// The public address of the portal.
    pub portal: String,
    pub outcome: Outcome,
    pub number: String,
    pub item: Item,
    pub organisation: Organisation,
    pub received_at: String,
    pub judged_by: Judged,
    /// Of the canonical content.
    pub content_sha256: String,
    pub files: Vec<File>,
    /// 128 random bits: the hash of a receipt tells nobody who guesses the rest what it is about.
    pub nonce: String,
    pub log: Place,
}

impl Payload {
    fn is_well_formed(&self) -> bool {
        self.format == FORMAT
            && canonical::is_instant(&self.received_at)
            && canonical::is_instant(&self.judged_by.closes_at)
            && canonical::is_hex(&self.content_sha256, 64)
            && self.files.iter().all(|file| canonical::is_hex(&file.sha256, 64))
            && canonical::is_hex(&self.nonce, 32)
            && canonical::is_hex(&self.log.head, 64)
            && self.log.index >= 0
    }
}

/// A payload with its signature, as it is kept and given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedReceipt {
    /// The exact bytes that were signed.
    pub payload: String,
    /// The id of the key.
    pub key: String,
    /// The signature in base64.
    pub signature: String,
}

/// How the file ends, after the payload.
const KEY: &str = ",\"key\":\"";
const SIGNATURE: &str = "\",\"signature\":\"";

impl SignedReceipt {
    /// Signs `payload` with the newest key.
    ///
    /// # Errors
    /// See [`canonical::write`].
    pub fn sign(payload: &Payload, keys: &Keyring) -> Result<Self, Fault> {
        let payload = canonical::write(payload)?;
        let (key, signature) = keys.sign(payload.as_bytes());
        Ok(Self { payload, key, signature })
    }

    /// What its line in the log holds of it.
    pub fn hash(&self) -> String {
        sha256(&self.payload)
    }

    /// The file: one line of JSON, with a line feed at its end.
    pub fn to_file(&self) -> String {
        format!("{{\"payload\":{}{KEY}{}{SIGNATURE}{}\"}}\n", self.payload, self.key, self.signature)
    }

    /// Takes a file apart. White space around it is forgiven.
    ///
    /// # Errors
    /// It is not a receipt.
    pub fn from_file(text: &str) -> Result<Self, Fault> {
        let text = canonical::trimmed(text);
        if text.len() > MAX_FILE {
            return Err(Fault::Unreadable);
        }
        let rest = text.strip_prefix("{\"payload\":").and_then(|rest| rest.strip_suffix("\"}")).ok_or(Fault::Unreadable)?;
        let (rest, signature) = rest.rsplit_once(SIGNATURE).ok_or(Fault::Unreadable)?;
        let (payload, key) = rest.rsplit_once(KEY).ok_or(Fault::Unreadable)?;
        Ok(Self { payload: payload.to_owned(), key: key.to_owned(), signature: signature.to_owned() })
    }

    /// What the receipt says, if every byte of it is as it was signed.
    ///
    /// # Errors
    /// It was changed, or signed with another key.
    pub fn check(&self, keys: &PublicKeys) -> Result<Payload, Fault> {
        let payload = self.read()?;
        keys.check(&self.key, self.payload.as_bytes(), &self.signature)?;
        Ok(payload)
    }

    /// What the receipt says; nothing is checked but its form.
    ///
    /// # Errors
    /// It is not in the canonical form.
    pub fn read(&self) -> Result<Payload, Fault> {
        let payload: Payload = canonical::read(&self.payload)?;
        if payload.is_well_formed() { Ok(payload) } else { Err(Fault::Unreadable) }
    }
}
