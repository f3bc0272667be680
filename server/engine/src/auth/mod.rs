//! Passwords and tokens.
//! May use: `domain` of the model, `clock`, argon2, SHA-2. Must not use: the store, the web.

mod password;
pub mod strength;
pub mod totp;
mod turns;

pub use password::{PasswordCost, PasswordError, Passwords};
pub use turns::{NEWCOMERS, Standing};

/// Whether offices must have a second factor before they can act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactor {
    Required,
    /// In demonstration mode only, where passwords are known anyway.
    Optional,
}

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(text: &str) -> String {
    sha256_of(text.as_bytes())
}

/// SHA-256 of bytes in lower-case hexadecimal.
pub fn sha256_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Compares two texts in a time that does not depend on where they differ.
pub fn equal(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}
