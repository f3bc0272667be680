//! Password hashing: argon2id, off the async threads, a few at a time.

use super::turns::{Turn, Turns};
use crate::clock::Entropy;
use crate::watch::{self, Work};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;

/// How much work one hash is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordCost {
    /// KiB of memory.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl PasswordCost {
    /// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
    pub const STANDARD: Self = Self { memory: 19 * 1024, passes: 2 };
    /// The least memory in KiB, and the least memory × passes: about what OWASP gives as equals of [`Self::STANDARD`].
    pub const LEAST_MEMORY: u32 = 7 * 1024;
    pub const LEAST_WORK: u32 = 35 * 1024;
    /// The most of each: one hash should not take the whole machine.
    pub const MOST_MEMORY: u32 = 1024 * 1024;
    pub const MOST_PASSES: u32 = 20;
    /// For tests, which sign in hundreds of times.
    pub const CHEAP: Self = Self { memory: 64, passes: 1 };
}

/// The work could not be done.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    #[error("password hashing: {0}")]
    Hash(String),
    #[error("password hashing was interrupted")]
    Interrupted,
}

/// Hashes and verifies passwords, in the order that [`Turns`] gives: each takes a core and its memory for a while.
#[derive(Clone)]
pub struct Passwords {
    cost: PasswordCost,
    entropy: Arc<dyn Entropy>,
    turns: Arc<Turns>,
    /// Verified against when the address is unknown, so that the answer takes as long.
    decoy: Arc<str>,
}

impl Passwords {
    /// `at_once`: how many cores the hashing may take.
    ///
    /// # Errors
    /// The cost is outside what argon2 takes.
    pub fn new(cost: PasswordCost, at_once: usize, entropy: Arc<dyn Entropy>) -> Result<Self, PasswordError> {
        let decoy = hash(cost, b"decoy", &[7; 16])?.into();
        Ok(Self { cost, entropy, turns: Arc::new(Turns::new(at_once)), decoy })
    }

    /// Who is served when.
    pub fn turns(&self) -> &Turns {
        &self.turns
    }

    /// The PHC string to store, for a person who is signed in or has shown the secret of a mail.
    ///
    /// # Errors
    /// The program is stopping, or argon2 failed.
    pub async fn hash(&self, password: &str) -> Result<String, PasswordError> {
        let turn = self.turns.open().await.map_err(|_| PasswordError::Interrupted)?;
        self.hash_in(turn, password).await
    }

    /// The PHC string to store, in a turn that was waited for.
    ///
    /// # Errors
    /// The program is stopping, or argon2 failed.
    pub async fn hash_in(&self, turn: Turn, password: &str) -> Result<String, PasswordError> {
        let mut salt = [0; 16];
        self.entropy.fill(&mut salt);
        let (cost, password) = (self.cost, password.to_owned());
        watch::note(Work::PasswordHash);
        turn.run(move || hash(cost, password.as_bytes(), &salt)).await.ok_or(PasswordError::Interrupted)?
    }

    /// Whether `password` fits `stored`, for a person who is signed in.
    ///
    /// # Errors
    /// The program is stopping.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool, PasswordError> {
        let turn = self.turns.open().await.map_err(|_| PasswordError::Interrupted)?;
        self.verify_in(turn, password, stored).await
    }

    /// Whether `password` fits `stored`; with `None` (no such address) the same work is done and the answer is no.
    ///
    /// # Errors
    /// The program is stopping.
    pub async fn verify_in(&self, turn: Turn, password: &str, stored: Option<&str>) -> Result<bool, PasswordError> {
        let known = stored.is_some();
        let (password, stored) = (password.to_owned(), stored.unwrap_or(&self.decoy).to_owned());
        watch::note(Work::PasswordHash);
        let fits = turn
            .run(move || PasswordHash::new(&stored).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()))
            .await
            .ok_or(PasswordError::Interrupted)?;
        Ok(fits && known)
    }

    /// Whether a stored password was hashed at another cost than the one in force, and should be hashed anew.
    pub fn is_outdated(&self, stored: &str) -> bool {
        !stored.starts_with(&format!("$argon2id$v=19$m={},t={},p=1$", self.cost.memory, self.cost.passes))
    }
}

fn hash(cost: PasswordCost, password: &[u8], salt: &[u8]) -> Result<String, PasswordError> {
    let params = Params::new(cost.memory, cost.passes, 1, None).map_err(|error| PasswordError::Hash(error.to_string()))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash: PasswordHash = argon2.hash_password_with_salt(password, salt).map_err(|error| PasswordError::Hash(error.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemEntropy;

    #[tokio::test]
    async fn right_wrong_and_unknown() {
        let passwords = Passwords::new(PasswordCost::CHEAP, 2, Arc::new(SystemEntropy)).expect("valid cost");
        let stored = passwords.hash("demonstration only").await.expect("hashes");
        assert!(stored.starts_with("$argon2id$"));
        assert!(passwords.verify("demonstration only", Some(&stored)).await.expect("verifies"));
        assert!(!passwords.verify("demonstration onlY", Some(&stored)).await.expect("verifies"));
        assert!(!passwords.verify("decoy", None).await.expect("verifies"), "nobody signs in with the decoy");
        assert!(!passwords.is_outdated(&stored));
        let dearer = Passwords::new(PasswordCost { memory: 128, passes: 1 }, 2, Arc::new(SystemEntropy)).expect("valid cost");
        assert!(dearer.is_outdated(&stored));
        assert!(dearer.verify("demonstration only", Some(&stored)).await.expect("verifies"), "an old hash still serves");
    }
}
