//! One form only: what is signed or chained is JSON without white space, its fields in the order of the struct, and exactly the bytes
//! that this program writes. Anything else, however close, is a fault.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::calendar;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is wrong with something to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It cannot be read as what it should be.
    #[error("this is not such a file, or not all of it")]
    Unreadable,
    /// It says the same in other bytes than those that were signed.
    #[error("it is not written as Openfloor writes it: it was changed after it was made")]
    NotCanonical,
    #[error("it is signed with a key that is not among the keys given")]
    UnknownKey,
    #[error("the signature does not belong to these words: they were changed")]
    WrongSignature,
}

/// The canonical bytes.
///
/// # Errors
/// [`Fault::Unreadable`]: a value that JSON does not have. The types here have none.
pub(super) fn write<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|_| Fault::Unreadable)
}

/// Reads `text` and takes it only if writing it again gives the same bytes.
pub(super) fn read<T: Serialize + DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let value: T = serde_json::from_str(text).map_err(|_| Fault::Unreadable)?;
    if write(&value)? == text { Ok(value) } else { Err(Fault::NotCanonical) }
}

/// A file without what pasting and editors put around it; no signature covers that.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n'])
}

/// Whether `text` is an instant as [`calendar::iso_micros`] writes it.
pub(super) fn is_instant(text: &str) -> bool {
    calendar::parse_iso(text).is_some_and(|at| calendar::iso_micros(at) == text)
}

/// Whether `text` is `digits` digits of lower-case hexadecimal.
pub(super) fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

pub(super) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Exactly `N` bytes from base64 with its padding; no other spelling of the same bytes is taken.
pub(super) fn from_base64<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = STANDARD.decode(text).ok()?.try_into().ok()?;
    (base64(&bytes) == text).then_some(bytes)
}
