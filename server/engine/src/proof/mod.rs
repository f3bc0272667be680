//! What makes an acceptance certain: signed receipts, the chain of the public log, and the keys they are signed with.
//! Bytes in, bytes out; the same code serves the portal and who checks offline. The formats: `server/docs/receipts.md`.
//! May use: `calendar` and `domain` of the model, SHA-2, Ed25519. Must not use: the store, the web, a clock.

mod canonical;
pub mod chain;
pub mod key_file;
pub mod keys;
pub mod receipt;

pub use canonical::Fault;
pub use chain::{Head, LogLine, SignedHead, Walk};
pub use keys::{KeyError, Keyring, PublicKeys};
pub use receipt::{Payload, SignedReceipt};

#[cfg(test)]
mod tests;
